//! What a learner chose about the program itself.
//!
//! It must not know where it is kept or what a theme looks like.

use super::event::ExamClock;
use crate::text::Language;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// `None` until the learner has been asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    pub theme: ThemeName,
    pub borders: Borders,
    pub mouse: Mouse,
    /// New questions a day that reviewing mixes in.
    pub daily_new: u32,
    /// The share of reviews that shall be right, in percent: 70 to 97.
    pub retention: u8,
    /// The day of the exam: everything is seen again before it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exam_date: Option<Date>,
    /// The hour at which a day of study begins: 0 to 12.
    pub day_start: u8,
    pub options: Options,
    pub exam_clock: ExamClock,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            language: None,
            theme: ThemeName::default(),
            borders: Borders::default(),
            mouse: Mouse::default(),
            daily_new: 10,
            retention: 90,
            exam_date: None,
            day_start: 4,
            options: Options::default(),
            exam_clock: ExamClock::default(),
        }
    }
}

/// The order in which the options of a question are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Options {
    #[default]
    Shuffled,
    AsWritten,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ThemeName {
    /// The terminal's own sixteen colours: right on dark and on light.
    #[default]
    Terminal,
    Dark,
    Light,
    HighContrast,
}

/// What boxes and arrows are drawn with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Borders {
    #[default]
    Unicode,
    Ascii,
}

/// Whether the wheel scrolls the page. Then the terminal's own selection needs Shift.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mouse {
    #[default]
    Off,
    Wheel,
}

impl ThemeName {
    pub fn next(self) -> ThemeName {
        match self {
            ThemeName::Terminal => ThemeName::Dark,
            ThemeName::Dark => ThemeName::Light,
            ThemeName::Light => ThemeName::HighContrast,
            ThemeName::HighContrast => ThemeName::Terminal,
        }
    }
}

impl Borders {
    pub fn next(self) -> Borders {
        match self {
            Borders::Unicode => Borders::Ascii,
            Borders::Ascii => Borders::Unicode,
        }
    }
}

impl Mouse {
    pub fn next(self) -> Mouse {
        match self {
            Mouse::Off => Mouse::Wheel,
            Mouse::Wheel => Mouse::Off,
        }
    }
}
