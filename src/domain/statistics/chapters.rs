//! How much is answered, and how much of it right: by chapter, part and service.
//!
//! It must not round or word anything: whoever shows a figure does.

use crate::domain::day::Day;
use crate::domain::outline::{ChapterOutline, Outline, QuestionOutline};
use crate::domain::progress::Progress;
use crate::domain::verdict::Grade;
use serde::Serialize;
use std::collections::BTreeMap;

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
    /// The mean chance that a question will be recalled in a week; never answered or wrong the last time counts as 0.
    pub known: f64,
}

/// How the questions of a part stand, or those about a service.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct GroupStatistics {
    pub id: String,
    pub questions: usize,
    pub seen: usize,
    pub right: usize,
    pub known: f64,
}

/// Counts of questions.
#[derive(Debug, Clone, Copy, Default)]
struct Counts {
    questions: usize,
    seen: usize,
    right: usize,
    /// The sum over the questions.
    known: f64,
}

impl GroupStatistics {
    /// Questions answered ÷ questions, 0 without any.
    pub fn seen_share(&self) -> f64 {
        if self.questions == 0 { 0.0 } else { self.seen as f64 / self.questions as f64 }
    }
}

impl ChapterStatistics {
    pub fn of(chapter: &ChapterOutline, progress: &Progress, today: Day) -> Self {
        let mut counts = Counts::default();
        chapter.questions.iter().for_each(|question| counts.add(Counts::of_one(question, progress, today)));
        counts.of_chapter(chapter, progress)
    }
}

impl Counts {
    fn of_one(question: &QuestionOutline, progress: &Progress, today: Day) -> Counts {
        let standing = progress.standing(question);
        Counts {
            questions: 1,
            seen: usize::from(standing.is_some()),
            right: usize::from(standing == Some(Grade::Right)),
            known: progress.mastery(question, today),
        }
    }

    fn add(&mut self, other: Counts) {
        self.questions += other.questions;
        self.seen += other.seen;
        self.right += other.right;
        self.known += other.known;
    }

    fn named(self, id: &str) -> GroupStatistics {
        let Counts { questions, seen, right, .. } = self;
        GroupStatistics { id: id.to_string(), questions, seen, right, known: self.known_share() }
    }

    fn of_chapter(self, chapter: &ChapterOutline, progress: &Progress) -> ChapterStatistics {
        let Counts { questions, seen, right, .. } = self;
        let (id, read) = (chapter.id.to_string(), progress.read_share(chapter));
        ChapterStatistics { id, read, questions, seen, right, known: self.known_share() }
    }

    fn known_share(&self) -> f64 {
        if self.questions == 0 { 0.0 } else { self.known / self.questions as f64 }
    }
}

/// The course, its parts and chapters in their order, and services.
#[derive(Debug, Default)]
pub struct Groups {
    pub course: GroupStatistics,
    pub chapters: Vec<ChapterStatistics>,
    pub parts: Vec<GroupStatistics>,
    /// Those with the most questions first.
    pub services: Vec<GroupStatistics>,
}

/// Looks at every question once.
pub fn groups(outline: &Outline, progress: &Progress, today: Day) -> Groups {
    let mut groups = Groups::default();
    let mut whole = Counts::default();
    let mut services: BTreeMap<&str, Counts> = BTreeMap::new();
    for part in &outline.parts {
        let mut of_part = Counts::default();
        for chapter in &part.chapters {
            let mut counts = Counts::default();
            for question in &chapter.questions {
                let one = Counts::of_one(question, progress, today);
                counts.add(one);
                question.services.iter().for_each(|service| services.entry(service).or_default().add(one));
            }
            of_part.add(counts);
            groups.chapters.push(counts.of_chapter(chapter, progress));
        }
        whole.add(of_part);
        groups.parts.push(of_part.named(&part.id));
    }
    groups.course = whole.named(&outline.id);
    groups.services = services.into_iter().map(|(id, counts)| counts.named(id)).collect();
    groups.services.sort_by_key(|service| std::cmp::Reverse(service.questions));
    groups
}

/// Sections read ÷ sections of the course, 0 for a course without any.
pub fn read_share(outline: &Outline, progress: &Progress) -> f64 {
    let sections: usize = outline.chapters().map(|chapter| chapter.sections.len()).sum();
    let read: usize = outline.chapters().map(|chapter| progress.sections_read(chapter)).sum();
    if sections == 0 { 0.0 } else { read as f64 / sections as f64 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::event::What;
    use crate::domain::event::examples::{answered, event};
    use crate::domain::outline::examples::outline;

    /// The day of the events.
    fn today() -> Day {
        Day::of(event(9, 9, What::Reset).at, 4)
    }

    fn progress() -> Progress {
        Progress::fold([
            event(1, 1, What::SectionRead { section: "s3#problem".into() }),
            event(2, 2, answered("s3-1", 1.0)),
            event(3, 3, answered("s3-2", 0.5)),
        ])
    }

    #[test]
    fn figures_follow_the_newest_answers() {
        let s3 = groups(&outline(), &progress(), today()).chapters.pop().unwrap();
        assert_eq!((s3.id.as_str(), s3.read, s3.questions, s3.seen, s3.right), ("s3", 0.5, 2, 2, 1));
    }

    #[test]
    fn known_is_the_mean_recall_in_a_week_and_what_was_wrong_counts_as_nothing() {
        let progress = Progress::fold([event(1, 1, answered("s3-1", 1.0)), event(2, 2, answered("s3-2", 0.0))]);
        let s3 = groups(&outline(), &progress, today()).chapters.pop().unwrap();
        // FSRS-6 after a first "good": stability 2.3065, decay 0.1542; (1 + (0.9^(-1/0.1542) - 1)·7/2.3065)^-0.1542 ÷ 2.
        assert!((s3.known - 0.8082 / 2.0).abs() < 1e-3, "{}", s3.known);
    }

    #[test]
    fn a_part_is_the_sum_of_its_chapters() {
        let found: Vec<_> = groups(&outline(), &progress(), today())
            .parts
            .into_iter()
            .map(|part| (part.id, part.questions, part.seen, part.right))
            .collect();
        assert_eq!(found, [("foundations".to_string(), 4, 0, 0), ("storage".to_string(), 2, 2, 1)]);
    }

    #[test]
    fn a_question_counts_for_each_of_its_services() {
        let mut outline = outline();
        outline.parts[1].chapters[0].questions[0].services = vec!["s3".into(), "cloud".into()];
        let found: Vec<_> = groups(&outline, &progress(), today())
            .services
            .into_iter()
            .map(|service| (service.id, service.questions, service.right))
            .collect();
        assert_eq!(found, [("cloud".to_string(), 3, 1), ("aws".to_string(), 2, 0), ("s3".to_string(), 2, 1)]);
    }
}
