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
        Statistics {
            course: chapters::course(outline, progress, today),
            read: chapters::read_share(outline, progress),
            chapters: chapters::chapters(outline, progress, today),
            parts: chapters::parts(outline, progress, today),
            services: chapters::services(outline, progress, today),
            activity: Activity::of(progress, today),
            forecast: forecast::forecast(outline, progress, settings, today),
            hardest: hardest::hardest(outline, progress),
            readiness: readiness::of_all(outline, progress, readiness::day(settings, today), &retention.overall),
            retention,
        }
    }
}
