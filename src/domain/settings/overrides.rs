//! What a command line says for one session, before what is kept.
//!
//! It must not be kept by itself: only what the learner chooses in the session is.

use super::{Borders, Settings};
use crate::text::Language;

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Overrides {
    pub language: Option<Language>,
    pub borders: Option<Borders>,
}

impl Overrides {
    /// The settings that hold.
    pub fn over(&self, kept: &Settings) -> Settings {
        Settings {
            // Who has not chosen a language yet is asked for one.
            language: kept.language.map(|kept| self.language.unwrap_or(kept)),
            borders: self.borders.unwrap_or(kept.borders),
            ..kept.clone()
        }
    }

    /// What is to be kept when the settings that hold were changed to `chosen`. What was chosen anew comes before the
    /// command line from then on.
    pub fn settle(&mut self, chosen: Settings, kept: &Settings) -> Settings {
        let held = self.over(kept);
        let mut settled = chosen;
        if settled.language == held.language {
            settled.language = kept.language;
        } else {
            self.language = None;
        }
        if settled.borders == held.borders {
            settled.borders = kept.borders;
        } else {
            self.borders = None;
        }
        settled
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::settings::ThemeName;

    fn kept() -> Settings {
        Settings { language: Some(Language::English), ..Settings::default() }
    }

    fn korean_in_ascii() -> Overrides {
        Overrides { language: Some(Language::Korean), borders: Some(Borders::Ascii) }
    }

    #[test]
    fn another_setting_that_is_changed_keeps_what_was_kept() {
        let mut overrides = korean_in_ascii();
        let chosen = Settings { theme: ThemeName::Dark, ..overrides.over(&kept()) };
        assert_eq!(overrides.settle(chosen, &kept()), Settings { theme: ThemeName::Dark, ..kept() });
        assert_eq!(overrides, korean_in_ascii());
    }

    #[test]
    fn what_is_chosen_is_kept_and_holds() {
        let mut overrides = korean_in_ascii();
        let chosen = Settings { borders: Borders::Unicode, ..overrides.over(&kept()) };
        let settled = overrides.settle(chosen, &kept());
        assert_eq!((settled.borders, settled.language), (Borders::Unicode, Some(Language::English)));
        assert_eq!(overrides.over(&settled), Settings { language: Some(Language::Korean), ..kept() });
    }

    #[test]
    fn the_first_language_that_is_chosen_is_kept_although_the_command_line_says_the_same() {
        let mut overrides = korean_in_ascii();
        let fresh = Settings::default();
        assert_eq!(overrides.over(&fresh).language, None);
        let chosen = Settings { language: Some(Language::Korean), ..overrides.over(&fresh) };
        assert_eq!(overrides.settle(chosen, &fresh).language, Some(Language::Korean));
    }
}
