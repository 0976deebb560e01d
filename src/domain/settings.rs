//! What a learner chose about the program itself.
//!
//! It must not know where it is kept or what a theme looks like.

use super::day::USUAL_START;
use super::event::ExamClock;
use super::shuffle::Options;
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

impl Settings {
    /// The share of reviews that shall be right, within its bounds whatever the file says.
    pub fn retention_share(&self) -> f32 {
        f32::from(self.retention.clamp(70, 97)) / 100.0
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

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Default, Serialize, Deserialize)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Borders {
    #[default]
    Unicode,
    Ascii,
}

/// Whether the wheel scrolls the page. Then the terminal's own selection needs Shift.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mouse {
    #[default]
    Off,
    Wheel,
}

impl ThemeName {
    pub const ALL: [ThemeName; 4] = [ThemeName::Terminal, ThemeName::Dark, ThemeName::Light, ThemeName::HighContrast];

    pub fn next(self) -> ThemeName {
        match self {
            ThemeName::Terminal => ThemeName::Dark,
            ThemeName::Dark => ThemeName::Light,
            ThemeName::Light => ThemeName::HighContrast,
            ThemeName::HighContrast => ThemeName::Terminal,
        }
    }
}

impl Settings {
    /// The numbers of new questions a day to choose from.
    pub const DAILY_NEW: [u32; 13] = [0, 1, 2, 3, 5, 8, 10, 15, 20, 25, 30, 40, 60];
    /// The shares of right reviews to choose from, in percent.
    pub const RETENTION: [u8; 16] = [80, 81, 82, 83, 84, 85, 86, 87, 88, 89, 90, 91, 92, 93, 94, 95];
    /// The hours to choose from at which a day of study begins.
    pub const DAY_START: [u8; 13] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

    /// These settings with another day of the exam, or none.
    ///
    /// # Errors
    /// When the day is over: nothing could be planned before it.
    pub fn with_exam_date(self, exam_date: Option<Date>, today: Date) -> Result<Settings, ExamDateIsOver> {
        match exam_date {
            Some(date) if date < today => Err(ExamDateIsOver),
            exam_date => Ok(Settings { exam_date, ..self }),
        }
    }
}

/// Why a day cannot be the day of the exam.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ExamDateIsOver;

/// A step from one value of a setting to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Less,
    More,
    /// More, and after the last the first.
    Round,
}

impl Step {
    /// The value after `present` among those that are offered, in their order; `present` itself need not be one of them.
    pub fn from<T: Copy + PartialOrd>(self, present: T, offered: &[T]) -> T {
        let more = offered.iter().copied().find(|value| *value > present);
        let next = match self {
            Step::Less => offered.iter().copied().rev().find(|value| *value < present),
            Step::More => more,
            Step::Round => more.or(offered.first().copied()),
        };
        next.unwrap_or(present)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn steps_end_at_the_ends_and_one_of_them_goes_round() {
        let from = |step: Step, present| step.from(present, &Settings::DAILY_NEW);
        assert_eq!((from(Step::Less, 10), from(Step::More, 10)), (8, 15));
        assert_eq!((from(Step::Less, 0), from(Step::More, 60), from(Step::Round, 60)), (0, 60, 0));
    }

    #[test]
    fn a_value_from_the_file_that_is_not_offered_steps_to_its_neighbours() {
        assert_eq!((Step::Less.from(7, &Settings::DAILY_NEW), Step::More.from(7, &Settings::DAILY_NEW)), (5, 8));
    }

    #[test]
    fn a_day_that_is_over_is_no_exam_date() {
        let today = date(2026, 11, 22);
        let with = |day| Settings::default().with_exam_date(day, today).map(|settings| settings.exam_date);
        assert_eq!(with(Some(date(2026, 11, 21))), Err(ExamDateIsOver));
        assert_eq!(with(Some(today)), Ok(Some(today)));
        assert_eq!(with(None), Ok(None));
    }
}
