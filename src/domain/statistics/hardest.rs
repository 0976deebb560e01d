//! The questions that cost the most: answered wrong again and again.
//!
//! It must not list a question for one slip.

use crate::domain::id::{QuestionId, SectionId};
use crate::domain::outline::{Outline, QuestionOutline};
use crate::domain::progress::Progress;
use serde::Serialize;

/// Fewer answers than this say nothing about a question.
pub const FEWEST_ANSWERS: usize = 3;
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

/// The hardest questions of a course, hardest first.
pub fn hardest(outline: &Outline, progress: &Progress) -> Vec<HardQuestion> {
    let questions = outline.chapters().flat_map(|chapter| &chapter.questions);
    let mut hard: Vec<HardQuestion> = questions.filter_map(|question| of(question, progress)).collect();
    hard.sort_by(|one, other| {
        let order = other.wrong.cmp(&one.wrong).then(one.score.total_cmp(&other.score));
        order.then_with(|| one.question.cmp(&other.question))
    });
    hard.truncate(LONGEST);
    hard
}

fn of(question: &QuestionOutline, progress: &Progress) -> Option<HardQuestion> {
    let answers = progress.answers(question.id.as_str());
    let scores = answers.iter().filter(|answer| answer.revision == question.revision).map(|answer| answer.score);
    let (count, wrong) = (scores.clone().count(), scores.clone().filter(|score| *score < 0.5).count());
    (count >= FEWEST_ANSWERS && wrong >= 2).then(|| HardQuestion {
        question: question.id.clone(),
        section: question.section.clone(),
        answers: count,
        wrong,
        score: scores.sum::<f64>() / count as f64,
    })
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
