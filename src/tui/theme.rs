//! Colours: the one place that names them.
//!
//! A theme turns a look into a style. It must not be the only carrier of a meaning: every verdict and selection has a
//! sign too, and without colour bold, underline and reverse are left.

use super::look::{Look, Tone};
use crate::domain::settings::ThemeName;
use ratatui::style::{Color, Modifier, Style};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    palette: Palette,
    colours: Colours,
}

/// Whether colours may be used at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colours {
    Allowed,
    /// `NO_COLOR`, or `--color never`.
    Forbidden,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Palette {
    ground: Color,
    text: Color,
    muted: Color,
    accent: Color,
    heading: Color,
    code: Color,
    keyword: Color,
    literal: Color,
    border: Color,
    group: Color,
    right: Color,
    wrong: Color,
    due: Color,
    selected_ground: Color,
    selected_text: Color,
}

impl Theme {
    pub fn new(name: ThemeName, colours: Colours) -> Theme {
        let palette = match name {
            ThemeName::Terminal => TERMINAL,
            ThemeName::Dark => DARK,
            ThemeName::Light => LIGHT,
            ThemeName::HighContrast => HIGH_CONTRAST,
        };
        Theme { palette, colours }
    }

    /// The style of the whole window.
    pub fn ground(&self) -> Style {
        match self.colours {
            Colours::Allowed => Style::new().fg(self.palette.text).bg(self.palette.ground),
            Colours::Forbidden => Style::new(),
        }
    }

    pub fn style(&self, look: Look) -> Style {
        let mut style = match self.colours {
            Colours::Allowed => self.coloured(look.tone),
            Colours::Forbidden => Style::new(),
        };
        style = style.add_modifier(shape(look.tone));
        for (wanted, modifier) in
            [(look.bold, Modifier::BOLD), (look.italic, Modifier::ITALIC), (look.struck, Modifier::CROSSED_OUT)]
        {
            if wanted {
                style = style.add_modifier(modifier);
            }
        }
        style
    }

    fn coloured(&self, tone: Tone) -> Style {
        let palette = &self.palette;
        let colour = match tone {
            Tone::Text => palette.text,
            Tone::Muted | Tone::Comment => palette.muted,
            Tone::Accent | Tone::Link => palette.accent,
            Tone::Heading => palette.heading,
            Tone::Code => palette.code,
            Tone::Keyword => palette.keyword,
            Tone::Literal => palette.literal,
            Tone::Border => palette.border,
            Tone::Group => palette.group,
            Tone::Right => palette.right,
            Tone::Wrong => palette.wrong,
            Tone::Due => palette.due,
            Tone::Selected => {
                return Style::new().fg(palette.selected_text).bg(palette.selected_ground);
            }
            Tone::Match => return Style::new().fg(palette.ground_or_black()).bg(palette.due),
        };
        Style::new().fg(colour)
    }
}

/// What a tone looks like beside its colour, and without one.
fn shape(tone: Tone) -> Modifier {
    match tone {
        Tone::Heading | Tone::Right | Tone::Wrong | Tone::Due => Modifier::BOLD,
        Tone::Link => Modifier::UNDERLINED,
        Tone::Selected => Modifier::BOLD,
        Tone::Match => Modifier::REVERSED.union(Modifier::BOLD),
        Tone::Text
        | Tone::Muted
        | Tone::Accent
        | Tone::Code
        | Tone::Keyword
        | Tone::Literal
        | Tone::Comment
        | Tone::Border
        | Tone::Group => Modifier::empty(),
    }
}

impl Palette {
    fn ground_or_black(&self) -> Color {
        if self.ground == Color::Reset { Color::Black } else { self.ground }
    }
}

/// The terminal's own colours: whatever its owner finds readable.
const TERMINAL: Palette = Palette {
    ground: Color::Reset,
    text: Color::Reset,
    muted: Color::DarkGray,
    accent: Color::Cyan,
    heading: Color::Cyan,
    code: Color::Magenta,
    keyword: Color::Blue,
    literal: Color::Green,
    border: Color::DarkGray,
    group: Color::Blue,
    right: Color::Green,
    wrong: Color::Red,
    due: Color::Yellow,
    selected_ground: Color::Reset,
    selected_text: Color::Cyan,
};

const DARK: Palette = Palette {
    ground: Color::Indexed(234),
    text: Color::Indexed(252),
    muted: Color::Indexed(245),
    accent: Color::Indexed(81),
    heading: Color::Indexed(117),
    code: Color::Indexed(180),
    keyword: Color::Indexed(110),
    literal: Color::Indexed(150),
    border: Color::Indexed(242),
    group: Color::Indexed(67),
    right: Color::Indexed(114),
    wrong: Color::Indexed(210),
    due: Color::Indexed(221),
    selected_ground: Color::Indexed(237),
    selected_text: Color::Indexed(123),
};

const LIGHT: Palette = Palette {
    ground: Color::Indexed(255),
    text: Color::Indexed(235),
    muted: Color::Indexed(242),
    accent: Color::Indexed(25),
    heading: Color::Indexed(24),
    code: Color::Indexed(94),
    keyword: Color::Indexed(25),
    literal: Color::Indexed(22),
    border: Color::Indexed(246),
    group: Color::Indexed(61),
    right: Color::Indexed(22),
    wrong: Color::Indexed(124),
    due: Color::Indexed(130),
    selected_ground: Color::Indexed(252),
    selected_text: Color::Indexed(18),
};

const HIGH_CONTRAST: Palette = Palette {
    ground: Color::Indexed(16),
    text: Color::Indexed(231),
    muted: Color::Indexed(252),
    accent: Color::Indexed(51),
    heading: Color::Indexed(226),
    code: Color::Indexed(228),
    keyword: Color::Indexed(159),
    literal: Color::Indexed(157),
    border: Color::Indexed(231),
    group: Color::Indexed(159),
    right: Color::Indexed(46),
    wrong: Color::Indexed(213),
    due: Color::Indexed(226),
    selected_ground: Color::Indexed(231),
    selected_text: Color::Indexed(16),
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_colour_no_colour_is_named() {
        let theme = Theme::new(ThemeName::Dark, Colours::Forbidden);
        for tone in [Tone::Right, Tone::Selected, Tone::Match, Tone::Muted] {
            let style = theme.style(Look::new(tone));
            assert_eq!((style.fg, style.bg), (None, None), "{tone:?}");
        }
        assert_eq!(theme.ground(), Style::new());
    }

    #[test]
    fn a_link_is_underlined_in_every_theme() {
        for name in [ThemeName::Terminal, ThemeName::Dark, ThemeName::Light, ThemeName::HighContrast] {
            let style = Theme::new(name, Colours::Allowed).style(Look::new(Tone::Link));
            assert!(style.add_modifier.contains(Modifier::UNDERLINED));
        }
    }
}
