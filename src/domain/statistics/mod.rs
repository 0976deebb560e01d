//! Figures about progress, the same for the screen, plain mode and `stats --format json`.
//!
//! Pure functions of the outline, the progress, the settings and the time. They must not round or word anything: whoever
//! shows a figure does.

mod activity;
mod chapters;
mod hardest;

pub use activity::{Activity, StudyDay};
pub use chapters::{ChapterStatistics, GroupStatistics};
pub use hardest::HardQuestion;

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
    pub parts: Vec<GroupStatistics>,
    pub services: Vec<GroupStatistics>,
    pub activity: Activity,
    pub hardest: Vec<HardQuestion>,
}

impl Statistics {
    pub fn of(outline: &Outline, progress: &Progress, settings: &Settings, now: Moment) -> Statistics {
        let today = Day::of(now, settings.day_start).date();
        Statistics {
            chapters: chapters::chapters(outline, progress),
            parts: chapters::parts(outline, progress),
            services: chapters::services(outline, progress),
            activity: Activity::of(progress, today, settings.day_start),
            hardest: hardest::hardest(outline, progress),
        }
    }
}
