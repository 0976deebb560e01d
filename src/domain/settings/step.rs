//! From one value of a setting to the next that is offered, as arrows and Enter do.
//!
//! It must not know keys.

use super::{NONE, Named, Setting, Settings};
use crate::text::Language;
use jiff::ToSpan;
use jiff::civil::Date;

/// A step from one value of a setting to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Less,
    More,
    /// More, and after the last the first.
    Round,
}

/// The numbers of new questions a day to choose from.
const DAILY_NEW: [u32; 13] = [0, 1, 2, 3, 5, 8, 10, 15, 20, 25, 30, 40, 60];
/// The shares of right reviews to choose from, in percent.
const RETENTION: [u8; 16] = [80, 81, 82, 83, 84, 85, 86, 87, 88, 89, 90, 91, 92, 93, 94, 95];
/// The hours to choose from at which a day of study begins.
const DAY_START: [u8; 13] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

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

    fn named<T: Named>(self, present: T) -> T {
        self.from(present, T::ALL)
    }
}

impl Setting {
    /// The settings after a step of this one; `None` where it leads nowhere. A language that was never chosen steps from
    /// English.
    pub fn stepped(self, step: Step, settings: &Settings, today: Date) -> Option<Settings> {
        let mut stepped = settings.clone();
        match self {
            Setting::Language => {
                stepped.language = Some(step.from(settings.language.unwrap_or_default(), &Language::ALL));
            }
            Setting::Theme => stepped.theme = step.named(settings.theme),
            Setting::Borders => stepped.borders = step.named(settings.borders),
            Setting::Mouse => stepped.mouse = step.named(settings.mouse),
            Setting::DailyNew => stepped.daily_new = step.from(settings.daily_new, &DAILY_NEW),
            Setting::Retention => stepped.retention = step.from(settings.retention, &RETENTION),
            Setting::ExamDate => return day_stepped(step, settings, today),
            Setting::DayStart => stepped.day_start = step.from(settings.day_start, &DAY_START),
            Setting::Options => stepped.options = step.named(settings.options),
            Setting::ExamClock => stepped.exam_clock = step.named(settings.exam_clock),
        }
        (stepped != *settings).then_some(stepped)
    }
}

/// A day earlier or later. Without a date the first step sets one four weeks from now.
fn day_stepped(step: Step, settings: &Settings, today: Date) -> Option<Settings> {
    let date = match (settings.exam_date, step) {
        (None, Step::More) => today.checked_add(4.weeks()),
        (Some(date), Step::More) => date.max(today).checked_add(1.day()),
        (Some(date), Step::Less) => date.checked_sub(1.day()),
        (None, Step::Less) | (_, Step::Round) => return None,
    };
    let date = date.map_or_else(|_| NONE.to_string(), |date| date.to_string());
    Setting::ExamDate.set(settings, &date, today).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn steps_end_at_the_ends_and_one_of_them_goes_round() {
        let from = |step: Step, present| step.from(present, &DAILY_NEW);
        assert_eq!((from(Step::Less, 10), from(Step::More, 10)), (8, 15));
        assert_eq!((from(Step::Less, 0), from(Step::More, 60), from(Step::Round, 60)), (0, 60, 0));
    }

    #[test]
    fn a_value_from_the_file_that_is_not_offered_steps_to_its_neighbours() {
        assert_eq!((Step::Less.from(7, &DAILY_NEW), Step::More.from(7, &DAILY_NEW)), (5, 8));
    }

    #[test]
    fn the_day_of_the_exam_steps_by_days_and_never_behind_today() {
        let today = date(2026, 11, 22);
        let after = |exam_date, step| {
            let settings = Settings { exam_date, ..Settings::default() };
            Setting::ExamDate.stepped(step, &settings, today).and_then(|settings| settings.exam_date)
        };
        assert_eq!(after(None, Step::More), Some(date(2026, 12, 20)));
        assert_eq!(after(Some(date(2026, 11, 1)), Step::More), Some(date(2026, 11, 23)));
        assert_eq!(after(Some(date(2026, 11, 23)), Step::Less), Some(today));
        assert_eq!((after(Some(today), Step::Less), after(None, Step::Less)), (None, None));
    }

    #[test]
    fn every_step_leads_to_what_a_person_may_set() {
        let today = date(2026, 11, 22);
        for setting in Setting::ALL {
            let mut settings = Settings::default();
            for step in [Step::More, Step::Round, Step::More, Step::Less, Step::Less, Step::Less] {
                settings = setting.stepped(step, &settings, today).unwrap_or(settings);
                let value = setting.value(&settings);
                assert_eq!(setting.set(&settings, &value, today).as_ref(), Ok(&settings), "{value}");
            }
        }
    }
}
