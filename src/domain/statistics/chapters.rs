//! How much is answered, and how much of it right: by chapter, part and service.
//!
//! It must not round or word anything: whoever shows a figure does.

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
}

/// How the questions of a part stand, or those about a service.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GroupStatistics {
    pub id: String,
    pub questions: usize,
    pub seen: usize,
    pub right: usize,
}

/// Counts of questions.
#[derive(Debug, Clone, Copy, Default)]
struct Counts {
    questions: usize,
    seen: usize,
    right: usize,
}

impl ChapterStatistics {
    pub fn of(chapter: &ChapterOutline, progress: &Progress) -> Self {
        let Counts { questions, seen, right } = Counts::of(&chapter.questions, progress);
        let read = progress.read_share(chapter);
        ChapterStatistics { id: chapter.id.to_string(), read, questions, seen, right }
    }

    /// Questions right ÷ questions, 0 for a chapter without any.
    pub fn right_share(&self) -> f64 {
        if self.questions == 0 { 0.0 } else { self.right as f64 / self.questions as f64 }
    }
}

impl Counts {
    fn of<'a>(questions: impl IntoIterator<Item = &'a QuestionOutline>, progress: &Progress) -> Counts {
        let mut counts = Counts::default();
        for question in questions {
            counts.add(progress.standing(question));
        }
        counts
    }

    fn add(&mut self, standing: Option<Grade>) {
        self.questions += 1;
        self.seen += usize::from(standing.is_some());
        self.right += usize::from(standing == Some(Grade::Right));
    }

    fn named(self, id: &str) -> GroupStatistics {
        let Counts { questions, seen, right } = self;
        GroupStatistics { id: id.to_string(), questions, seen, right }
    }
}

/// The figures of every chapter, in the order of the course.
pub fn chapters(outline: &Outline, progress: &Progress) -> Vec<ChapterStatistics> {
    outline.chapters().map(|chapter| ChapterStatistics::of(chapter, progress)).collect()
}

/// The figures of every part, in the order of the course.
pub fn parts(outline: &Outline, progress: &Progress) -> Vec<GroupStatistics> {
    let part = |part: &crate::domain::outline::Part| {
        let questions = part.chapters.iter().flat_map(|chapter| &chapter.questions);
        Counts::of(questions, progress).named(&part.id)
    };
    outline.parts.iter().map(part).collect()
}

/// The figures of every service that a question is about: those with the most questions first.
pub fn services(outline: &Outline, progress: &Progress) -> Vec<GroupStatistics> {
    let mut counts: BTreeMap<&str, Counts> = BTreeMap::new();
    for question in outline.chapters().flat_map(|chapter| &chapter.questions) {
        let standing = progress.standing(question);
        for service in &question.services {
            counts.entry(service).or_default().add(standing);
        }
    }
    let mut services: Vec<GroupStatistics> = counts.into_iter().map(|(id, counts)| counts.named(id)).collect();
    services.sort_by_key(|service| std::cmp::Reverse(service.questions));
    services
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::event::What;
    use crate::domain::event::examples::{answered, event};
    use crate::domain::outline::examples::outline;

    fn progress() -> Progress {
        Progress::fold([
            event(1, 1, What::SectionRead { section: "s3#problem".into() }),
            event(2, 2, answered("s3-1", 1.0)),
            event(3, 3, answered("s3-2", 0.5)),
        ])
    }

    #[test]
    fn figures_follow_the_newest_answers() {
        let s3 = chapters(&outline(), &progress()).pop().unwrap();
        assert_eq!(s3, ChapterStatistics { id: "s3".into(), read: 0.5, questions: 2, seen: 2, right: 1 });
        assert_eq!(s3.right_share(), 0.5);
    }

    #[test]
    fn a_part_is_the_sum_of_its_chapters() {
        let found: Vec<_> = parts(&outline(), &progress())
            .into_iter()
            .map(|part| (part.id, part.questions, part.seen, part.right))
            .collect();
        assert_eq!(found, [("foundations".to_string(), 4, 0, 0), ("storage".to_string(), 2, 2, 1)]);
    }

    #[test]
    fn a_question_counts_for_each_of_its_services() {
        let mut outline = outline();
        outline.parts[1].chapters[0].questions[0].services = vec!["s3".into(), "cloud".into()];
        let found: Vec<_> = services(&outline, &progress())
            .into_iter()
            .map(|service| (service.id, service.questions, service.right))
            .collect();
        assert_eq!(found, [("cloud".to_string(), 3, 1), ("aws".to_string(), 2, 0), ("s3".to_string(), 2, 1)]);
    }
}
