//! Values that have a name each, as the settings file writes it.
//!
//! It must not know which setting takes them.

use super::{Borders, Mouse, ThemeName};
use crate::domain::event::ExamClock;
use crate::domain::shuffle::Options;

pub trait Named: Copy + PartialOrd + 'static {
    /// Every value, in the order in which they are offered.
    const ALL: &'static [Self];

    fn name(self) -> &'static str;

    fn names() -> Vec<&'static str> {
        Self::ALL.iter().map(|value| value.name()).collect()
    }

    /// The value with this name; capitals do not matter, nor `_` for `-`.
    fn from_name(name: &str) -> Option<Self> {
        let name = name.to_lowercase().replace('_', "-");
        Self::ALL.iter().copied().find(|value| value.name() == name)
    }
}

impl Named for ThemeName {
    const ALL: &'static [Self] = &[ThemeName::Terminal, ThemeName::Dark, ThemeName::Light, ThemeName::HighContrast];

    fn name(self) -> &'static str {
        match self {
            ThemeName::Terminal => "terminal",
            ThemeName::Dark => "dark",
            ThemeName::Light => "light",
            ThemeName::HighContrast => "high-contrast",
        }
    }
}

impl Named for Borders {
    const ALL: &'static [Self] = &[Borders::Unicode, Borders::Ascii];

    fn name(self) -> &'static str {
        match self {
            Borders::Unicode => "unicode",
            Borders::Ascii => "ascii",
        }
    }
}

impl Named for Mouse {
    const ALL: &'static [Self] = &[Mouse::Off, Mouse::Wheel];

    fn name(self) -> &'static str {
        match self {
            Mouse::Off => "off",
            Mouse::Wheel => "wheel",
        }
    }
}

impl Named for Options {
    const ALL: &'static [Self] = &[Options::Shuffled, Options::AsWritten];

    fn name(self) -> &'static str {
        match self {
            Options::Shuffled => "shuffled",
            Options::AsWritten => "as-written",
        }
    }
}

impl Named for ExamClock {
    const ALL: &'static [Self] = &[ExamClock::Runs, ExamClock::Pauses];

    fn name(self) -> &'static str {
        match self {
            ExamClock::Runs => "runs",
            ExamClock::Pauses => "pauses",
        }
    }
}
