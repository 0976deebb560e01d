//! When what was answered comes back: how many questions on each of the coming days.
//!
//! It must not plan: new questions, and what an answer before its day would change, are not in it.

use crate::domain::day::Day;
use crate::domain::outline::Outline;
use crate::domain::plan;
use crate::domain::progress::Progress;
use crate::domain::settings::Settings;
use jiff::civil::Date;
use serde::Serialize;

/// Days that are looked ahead, today among them.
const DAYS: usize = 30;

/// The questions that are due on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DueDay {
    pub date: Date,
    pub reviews: usize,
}

/// The next thirty days. What is overdue is due today.
pub fn forecast(outline: &Outline, progress: &Progress, settings: &Settings, today: Day) -> Vec<DueDay> {
    let counts = plan::forecast(outline, progress, settings, today, DAYS);
    let day = |(place, reviews)| DueDay { date: today.plus(place as i32).date(), reviews };
    counts.into_iter().enumerate().map(day).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::event::examples::{answered, event};
    use crate::domain::outline::examples::outline;
    use crate::domain::review::comes_back;

    /// The days from today on which something is due, with how many.
    fn due(progress: &Progress, today: Day) -> Vec<(usize, usize)> {
        let days = forecast(&outline(), progress, &Settings::default(), today);
        assert_eq!((days.len(), days[0].date), (DAYS, today.date()));
        days.iter().map(|day| day.reviews).enumerate().filter(|(_, reviews)| *reviews > 0).collect()
    }

    #[test]
    fn a_question_stands_on_the_day_on_which_it_comes_back() {
        let outline = outline();
        let progress = Progress::fold([event(1, 1, answered("s3-1", 1.0)), event(2, 2, answered("s3-2", 0.0))]);
        let today = Day::of(event(3, 3, answered("s3-1", 1.0)).at, 4);
        let back = |place: usize| {
            let question = &outline.chapter("s3").unwrap().questions[place];
            comes_back(question, &progress, &Settings::default(), today).unwrap().since(today) as usize
        };
        let mut expected = vec![(back(1), 1), (back(0), 1)];
        expected.sort_unstable();
        assert_eq!(due(&progress, today), expected);
    }

    #[test]
    fn what_is_overdue_is_due_today_and_what_was_never_answered_is_not() {
        let progress = Progress::fold([event(1, 1, answered("s3-1", 1.0))]);
        let today = Day::of(event(2, 300 * 24 * 60, answered("s3-1", 1.0)).at, 4);
        assert_eq!(due(&progress, today), [(0, 1)]);
        assert_eq!(due(&Progress::default(), today), []);
    }
}
