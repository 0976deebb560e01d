//! Figures about progress, the same for the screen, plain mode and `stats --format json`.
//!
//! Pure functions of the outline, the progress, the settings and the time. They must not round anything:
//! whoever shows a figure does.

mod activity;
mod chapters;
mod forecast;
mod hardest;
mod readiness;
mod retention;
mod wording;

pub use activity::{Activity, StudyDay};
use chapters::Groups;
pub use chapters::{ChapterStatistics, GroupStatistics};
pub use forecast::DueDay;
pub use hardest::HardQuestion;
pub use readiness::{DomainReadiness, Estimate, Prospect, Readiness, UNSEEN_SPREAD, UNTRIED_ERROR};
pub use retention::{BandRetention, Comparison, FEWEST_REVIEWS, MonthRetention, Retention, Shares};

use super::day::Day;
use super::moment::Moment;
use super::outline::Outline;
use super::progress::Progress;
use super::settings::Settings;
use serde::Serialize;

/// Everything that is known about how it stands.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Statistics {
    pub chapters: Vec<ChapterStatistics>,
    /// All questions together.
    pub course: GroupStatistics,
    /// Sections read ÷ sections of the course.
    pub read: f64,
    pub parts: Vec<GroupStatistics>,
    pub services: Vec<GroupStatistics>,
    pub activity: Activity,
    pub forecast: Vec<DueDay>,
    pub retention: Retention,
    pub hardest: Vec<HardQuestion>,
    pub readiness: Vec<Readiness>,
}

impl Statistics {
    pub fn of(outline: &Outline, progress: &Progress, settings: &Settings, now: Moment) -> Statistics {
        let today = Day::of(now, progress.day_start());
        let retention = Retention::of(retention::reviews(progress));
        let Groups { course, chapters, parts, services } = chapters::groups(outline, progress, today);
        Statistics {
            chapters,
            course,
            read: chapters::read_share(outline, progress),
            parts,
            services,
            activity: Activity::of(progress, today),
            forecast: forecast::forecast(outline, progress, settings, today),
            hardest: hardest::hardest(outline, progress),
            readiness: readiness::of_all(outline, progress, readiness::day(settings, today), &retention.overall),
            retention,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::event::examples::{answered, event};
    use super::super::event::{Answered, Event, What};
    use super::super::outline::examples::outline;
    use super::super::shuffle::permutation;
    use super::*;
    use proptest::prelude::*;

    const HOUR: i64 = 60;

    /// Answers in many hours and time zones, as `(question, hour, offset, score)`, and undone ones among them.
    fn events(answers: &[(u8, i64, i8, u8)]) -> Vec<Event> {
        let questions = ["s3-1", "s3-2", "aws-1", "cloud-2"];
        let answer = |(number, (question, hour, offset, score)): (usize, &(u8, i64, i8, u8))| {
            let what = if *question == 4 {
                What::Undone { event: uuid::Uuid::from_u128(number as u128 / 2) }
            } else {
                answered(questions[usize::from(*question)], f64::from(*score) / 2.0)
            };
            let event = event(number as u128, hour * HOUR, what);
            let at = Moment::new(event.at.timestamp, jiff::tz::Offset::constant(*offset));
            Event { at, ..event }
        };
        answers.iter().enumerate().map(answer).collect()
    }

    fn statistics(events: Vec<Event>) -> Statistics {
        let now = event(0, 60 * 24 * HOUR, What::Reset).at;
        Statistics::of(&outline(), &Progress::fold(events), &Settings::default(), now)
    }

    proptest! {
        /// Two devices' journals, merged in any order and with lines that both of them hold.
        #[test]
        fn the_same_journal_in_any_order_gives_the_same_figures(
            answers in prop::collection::vec((0u8..5, 0i64..1_400, -11i8..13, 0u8..3), 1..60),
            seed in any::<u64>(),
        ) {
            let events = events(&answers);
            let mixed = permutation(events.len(), seed).into_iter().map(|place| events[place].clone());
            let mixed: Vec<Event> = mixed.chain(events.iter().take(5).cloned()).collect();
            prop_assert_eq!(statistics(mixed), statistics(events));
        }

        #[test]
        fn counts_add_up_and_shares_stay_between_nothing_and_all(
            answers in prop::collection::vec((0u8..5, 0i64..1_400, -11i8..13, 0u8..3), 0..60),
        ) {
            let figures = statistics(events(&answers));
            let by_part: usize = figures.parts.iter().map(|part| part.seen).sum();
            let by_chapter: usize = figures.chapters.iter().map(|chapter| chapter.seen).sum();
            prop_assert_eq!([by_part, by_chapter], [figures.course.seen; 2]);
            let on_days: usize = figures.activity.days.iter().map(|day| day.answers).sum();
            prop_assert_eq!(on_days, figures.activity.answers);
            let due: usize = figures.forecast.iter().map(|day| day.reviews).sum();
            prop_assert!(due <= figures.course.seen);
            let by_band: usize = figures.retention.bands.iter().map(|band| band.comparison.reviews).sum();
            let by_month: usize = figures.retention.months.iter().map(|month| month.comparison.reviews).sum();
            prop_assert_eq!([by_band, by_month], [figures.retention.overall.reviews; 2]);
            prop_assert!((0.0..=1.0).contains(&figures.course.known));
        }
    }

    /// A clock that was set back by ten days between two answers, and another revision of a question.
    #[test]
    fn what_a_wrong_clock_says_is_neither_lost_nor_a_review() {
        let early = event(1, -10 * 24 * HOUR, answered("s3-1", 1.0));
        let later = event(2, 0, answered("s3-1", 1.0));
        let other = What::Answered(Answered {
            revision: 2,
            ..match answered("s3-2", 1.0) {
                What::Answered(answered) => answered,
                _ => unreachable!(),
            }
        });
        // The later one was written first: its clock was ahead.
        let figures = statistics(vec![later, early, event(3, HOUR, other)]);
        assert_eq!((figures.activity.answers, figures.activity.days.len()), (3, 2));
        assert_eq!(figures.retention.overall.reviews, 1);
        assert_eq!(figures.course.seen, 1, "an answer to a revision that the course does not have");
    }
}
