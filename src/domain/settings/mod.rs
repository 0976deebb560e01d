//! What a learner chose about the program itself.
//!
//! It must not know where it is kept or what a theme looks like.

mod named;
mod overrides;
mod setting;
mod step;
pub mod wording;

pub use named::Named;
pub use overrides::Overrides;
pub use setting::{NONE, Refusal, Setting, Values};
pub use step::Step;

use super::day::USUAL_START;
use super::event::ExamClock;
use super::shuffle::Options;
use crate::text::Language;
use jiff::civil::Date;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// `None` until the learner has been asked.
    pub language: Option<Language>,
    pub theme: ThemeName,
    pub borders: Borders,
    pub mouse: Mouse,
    /// New questions a day that reviewing mixes in.
    pub daily_new: u32,
    /// The share of reviews that shall be right, in percent: 70 to 97.
    pub retention: u8,
    /// The day of the exam: everything is seen again before it.
    pub exam_date: Option<Date>,
    /// The hour at which a day of study begins: 0 to 12.
    pub day_start: u8,
    pub options: Options,
    pub exam_clock: ExamClock,
}

impl Settings {
    /// The share of reviews that shall be right, between 0 and 1.
    pub fn retention_share(&self) -> f32 {
        f32::from(self.retention) / 100.0
    }
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
            day_start: USUAL_START,
            options: Options::default(),
            exam_clock: ExamClock::default(),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Default)]
pub enum ThemeName {
    /// The terminal's own sixteen colours: right on dark and on light.
    #[default]
    Terminal,
    Dark,
    Light,
    HighContrast,
}

/// What boxes and arrows are drawn with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Default)]
pub enum Borders {
    #[default]
    Unicode,
    Ascii,
}

/// Whether the wheel scrolls the page. Then the terminal's own selection needs Shift.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Default)]
pub enum Mouse {
    #[default]
    Off,
    Wheel,
}
