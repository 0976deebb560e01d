//! What the process was started in: terminals and the few variables that matter.
//!
//! Read once, then passed on. `AWSTUTOR_DATA` is read with the arguments; home folders are the store's business.

use super::arguments::{ColourChoice, Global};
use crate::text::Language;
use crate::tui::theme::Colours;
use std::io::{self, IsTerminal};

#[derive(Debug, Clone)]
pub struct Environment {
    pub input_is_terminal: bool,
    pub output_is_terminal: bool,
    /// `TERM=dumb`: a terminal that only prints lines.
    pub is_dumb: bool,
    /// `NO_COLOR` is set to something (no-color.org).
    pub is_without_colour: bool,
}

impl Environment {
    pub fn of_process() -> Environment {
        Environment {
            input_is_terminal: io::stdin().is_terminal(),
            output_is_terminal: io::stdout().is_terminal(),
            is_dumb: std::env::var_os("TERM").is_some_and(|term| term == "dumb"),
            is_without_colour: std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()),
        }
    }

    /// Whether a full screen can be shown and answered.
    pub fn has_screen(&self) -> bool {
        self.input_is_terminal && self.output_is_terminal && !self.is_dumb
    }

    /// Whether the full screen may use colours.
    pub fn colours(&self, global: &Global) -> Colours {
        match global.color {
            ColourChoice::Always => Colours::Allowed,
            ColourChoice::Never => Colours::Forbidden,
            ColourChoice::Auto if self.is_without_colour => Colours::Forbidden,
            ColourChoice::Auto => Colours::Allowed,
        }
    }

    /// Whether printed lines may be coloured.
    pub fn prints_colours(&self, global: &Global) -> bool {
        match global.color {
            ColourChoice::Always => true,
            ColourChoice::Never => false,
            ColourChoice::Auto => self.output_is_terminal && !self.is_dumb && !self.is_without_colour,
        }
    }
}

/// The language of the system: `LC_ALL`, `LC_MESSAGES` and `LANG`, or what the platform has instead.
pub fn system_language() -> Option<Language> {
    Language::from_locale(&sys_locale::get_locale()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_color_is_stronger_than_a_terminal_and_weaker_than_the_option() {
        let environment =
            Environment { input_is_terminal: true, output_is_terminal: true, is_dumb: false, is_without_colour: true };
        let global = |color| Global { color, ..Global::default() };
        assert!(!environment.prints_colours(&global(ColourChoice::Auto)));
        assert_eq!(environment.colours(&global(ColourChoice::Auto)), Colours::Forbidden);
        assert!(environment.prints_colours(&global(ColourChoice::Always)));
    }

    #[test]
    fn a_screen_needs_both_ends_and_more_than_lines() {
        let terminal =
            Environment { input_is_terminal: true, output_is_terminal: true, is_dumb: false, is_without_colour: false };
        assert!(terminal.has_screen());
        assert!(!Environment { input_is_terminal: false, ..terminal.clone() }.has_screen());
        assert!(!Environment { output_is_terminal: false, ..terminal.clone() }.has_screen());
        assert!(!Environment { is_dumb: true, ..terminal }.has_screen());
    }
}
