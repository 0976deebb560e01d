//! The questions that cost the most: answered wrong again and again.
//!
//! It must not list a question for one slip.

use crate::domain::id::{QuestionId, SectionId};
use crate::domain::outline::{Outline, QuestionOutline};
use crate::domain::progress::Progress;
use crate::domain::rating::HALF;
use serde::Serialize;
use std::cmp::Ordering;

/// Fewer answers than this say nothing about a question.
const FEWEST_ANSWERS: usize = 3;
const FEWEST_WRONG: usize = 2;
/// A list that can be worked through.
const LONGEST: usize = 20;

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HardQuestion {
    pub question: QuestionId,
    pub section: SectionId,
    pub answers: usize,
    /// Answers that were worth less than half.
    pub wrong: usize,
    /// The mean of all scores, from 0 to 1.
    pub score: f64,
}

/// A question and the scores of its answers, summed up.
struct Record<'a> {
    question: &'a QuestionOutline,
    answers: usize,
    wrong: usize,
    score: f64,
}

/// The hardest questions of a course, hardest first.
pub fn hardest(outline: &Outline, progress: &Progress) -> Vec<HardQuestion> {
    let mut hard: Vec<Record<'_>> = outline.questions().filter_map(|question| Record::of(question, progress)).collect();
    // The front of a long list is sorted alone.
    if hard.len() > LONGEST {
        hard.select_nth_unstable_by(LONGEST - 1, Record::order);
        hard.truncate(LONGEST);
    }
    hard.sort_unstable_by(Record::order);
    hard.into_iter().map(Record::named).collect()
}

impl<'a> Record<'a> {
    /// None for a question that is not hard.
    fn of(question: &'a QuestionOutline, progress: &Progress) -> Option<Record<'a>> {
        let mut record = Record { question, answers: 0, wrong: 0, score: 0.0 };
        let answers = progress.answers(question.id.as_str());
        for answer in answers.iter().filter(|answer| answer.revision == question.revision) {
            record.answers += 1;
            record.wrong += usize::from(answer.score < HALF);
            record.score += answer.score;
        }
        record.score /= record.answers.max(1) as f64;
        (record.answers >= FEWEST_ANSWERS && record.wrong >= FEWEST_WRONG).then_some(record)
    }

    fn order(&self, other: &Record<'_>) -> Ordering {
        let order = other.wrong.cmp(&self.wrong).then(self.score.total_cmp(&other.score));
        order.then_with(|| self.question.id.cmp(&other.question.id))
    }

    fn named(self) -> HardQuestion {
        HardQuestion {
            question: self.question.id.clone(),
            section: self.question.section.clone(),
            answers: self.answers,
            wrong: self.wrong,
            score: self.score,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::event::examples::{answered, event};
    use crate::domain::outline::examples::outline;

    fn after(scores: &[(&str, f64)]) -> Vec<(String, usize, usize, f64)> {
        let event = |(place, (question, score)): (usize, &(&str, f64))| {
            event(place as u128 + 1, place as i64, answered(question, *score))
        };
        let progress = Progress::fold(scores.iter().enumerate().map(event));
        let hard = hardest(&outline(), &progress);
        hard.into_iter().map(|hard| (hard.question.to_string(), hard.answers, hard.wrong, hard.score)).collect()
    }

    #[test]
    fn the_most_often_wrong_comes_first_then_the_lowest_score() {
        let scores = [
            ("s3-1", 0.0),
            ("s3-1", 0.0),
            ("s3-1", 1.0),
            ("s3-1", 1.0),
            ("s3-2", 0.0),
            ("s3-2", 0.0),
            ("s3-2", 0.5),
            ("aws-1", 0.0),
            ("aws-1", 0.0),
            ("aws-1", 0.0),
        ];
        let expected = [("aws-1", 3, 3, 0.0), ("s3-2", 3, 2, 0.5 / 3.0), ("s3-1", 4, 2, 0.5)];
        assert_eq!(after(&scores), expected.map(|(id, answers, wrong, score)| (id.to_string(), answers, wrong, score)));
    }

    #[test]
    fn one_slip_and_a_single_try_are_not_hard() {
        assert_eq!(after(&[("s3-1", 0.0), ("s3-1", 1.0), ("s3-1", 1.0), ("s3-2", 0.0), ("s3-2", 0.0)]), []);
    }
}
