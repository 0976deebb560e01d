//! Figures about progress, the same for the screen, plain mode and `stats --format json`.
//!
//! It must not round or word anything: whoever shows a figure does.

use super::outline::{ChapterOutline, Outline};
use super::progress::Progress;
use super::verdict::Grade;
use serde::Serialize;

/// How a chapter stands.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ChapterStatistics {
    pub id: String,
    /// Sections read ÷ sections.
    pub read: f64,
    pub questions: usize,
    /// Questions answered at least once in their present form.
    pub seen: usize,
    /// Questions whose newest answer is right.
    pub right: usize,
}

impl ChapterStatistics {
    pub fn of(chapter: &ChapterOutline, progress: &Progress) -> Self {
        let standings: Vec<Grade> =
            chapter.questions.iter().filter_map(|question| progress.standing(question)).collect();
        ChapterStatistics {
            id: chapter.id.to_string(),
            read: progress.read_share(chapter),
            questions: chapter.questions.len(),
            seen: standings.len(),
            right: standings.iter().filter(|grade| **grade == Grade::Right).count(),
        }
    }

    /// Questions right ÷ questions, 0 for a chapter without any.
    pub fn right_share(&self) -> f64 {
        if self.questions == 0 { 0.0 } else { self.right as f64 / self.questions as f64 }
    }
}

/// The figures of every chapter, in the order of the course.
pub fn chapters(outline: &Outline, progress: &Progress) -> Vec<ChapterStatistics> {
    outline.chapters().map(|chapter| ChapterStatistics::of(chapter, progress)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::event::What;
    use super::super::event::examples::{answered, event};
    use super::super::outline::examples::outline;
    use super::*;

    #[test]
    fn figures_follow_the_newest_answers() {
        let progress = Progress::fold([
            event(1, 1, What::SectionRead { section: "s3#problem".into() }),
            event(2, 2, answered("s3-1", 1.0)),
            event(3, 3, answered("s3-2", 0.5)),
        ]);
        let s3 = chapters(&outline(), &progress).pop().unwrap();
        assert_eq!(s3, ChapterStatistics { id: "s3".into(), read: 0.5, questions: 2, seen: 2, right: 1 });
        assert_eq!(s3.right_share(), 0.5);
    }
}
