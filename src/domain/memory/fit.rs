//! Fits the model's parameters to a learner's own answers, and says what that changes.
//!
//! It must not record anything: whoever asked for the fit records it, if it predicts better.

use super::{Memories, Model, Strength};
use crate::domain::event::{Rating, What};
use fsrs::{ComputeParametersInput, FSRS, FSRSError, FSRSItem, FSRSReview};

/// So many reviews, each at least a day after the one before, are needed: of fewer, chance would be fitted.
pub const NEEDED: usize = 400;

/// The share of reviews, the newest, that parameters are tested on before they are believed.
const TESTED: usize = 5;
/// Example intervals.
const EXAMPLES: usize = 5;

/// What came of fitting.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// So many reviews are there, and [`NEEDED`] are needed.
    TooFew {
        reviews: usize,
    },
    /// Fitted parameters do not predict better than those in force.
    NoBetter {
        reviews: usize,
        log_loss: Change<f64>,
    },
    Better(Fit),
    /// Nothing can be made of these answers.
    Failed {
        reason: String,
    },
}

/// Parameters that predict a learner's answers better than those in force.
#[derive(Debug, Clone, PartialEq)]
pub struct Fit {
    pub parameters: Vec<f64>,
    /// The reviews that they were fitted to.
    pub reviews: usize,
    /// How far predictions were from what happened: smaller is better. Measured on the newest fifth of the reviews, with
    /// parameters that were fitted to the others.
    pub log_loss: Change<f64>,
    /// Days until a question comes back that was right once, twice, and so on, each time on its day.
    pub intervals: Vec<Change<i64>>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change<T> {
    pub before: T,
    pub after: T,
}

impl Fit {
    /// The fact to record.
    pub fn event(&self) -> What {
        What::ParametersFitted { parameters: self.parameters.clone(), answers: self.reviews as u64 }
    }
}

/// Fits parameters to everything that was answered. This takes seconds: nobody should wait for it unasked.
pub fn fit(memories: &Memories, retention: f32) -> Outcome {
    let reviews = Reviews::of(memories);
    if reviews.items.len() < NEEDED {
        return Outcome::TooFew { reviews: reviews.items.len() };
    }
    reviews.fit(memories.model(), retention).unwrap_or_else(|error| Outcome::Failed { reason: error.to_string() })
}

/// For every review after a question's first the answers up to it, and which question it is of; in the order in which
/// they were given, since newer ones weigh more.
struct Reviews {
    items: Vec<FSRSItem>,
    questions: Vec<i64>,
}

impl Reviews {
    fn of(memories: &Memories) -> Reviews {
        let mut timed = Vec::new();
        for (question, (_, history)) in memories.histories().enumerate() {
            let mut until_now = Vec::new();
            for answer in history.answers() {
                let Some(review) = answer.review else { continue };
                if review.since.is_none() {
                    // The first answer, or the first since the question was changed.
                    until_now.clear();
                }
                let days = review.since.map_or(0, |interval| interval.days);
                until_now.push(FSRSReview { rating: answer.rating() as u32, delta_t: days });
                if review.since.is_some() {
                    timed.push((answer.at.timestamp, question as i64, FSRSItem { reviews: until_now.clone() }));
                }
            }
        }
        timed.sort_by_key(|(at, ..)| *at);
        let (questions, items) = timed.into_iter().map(|(_, question, item)| (question, item)).unzip();
        Reviews { items, questions }
    }

    fn fit(&self, model: &Model, retention: f32) -> Result<Outcome, FSRSError> {
        let reviews = self.items.len();
        let older = reviews - reviews / TESTED;
        let newest = &self.items[older..];
        let trial = self.parameters(older)?;
        let log_loss = Change { before: loss(model.parameters(), newest)?, after: loss(&trial, newest)? };
        if log_loss.after >= log_loss.before {
            return Ok(Outcome::NoBetter { reviews, log_loss });
        }
        let parameters: Vec<f64> = self.parameters(reviews)?.into_iter().map(rounded).collect();
        let fitted = Model::with(&parameters).ok_or(FSRSError::InvalidParameters)?;
        let intervals = intervals(model, retention).zip(intervals(&fitted, retention));
        let intervals = intervals.map(|(before, after)| Change { before, after }).take(EXAMPLES).collect();
        Ok(Outcome::Better(Fit { parameters, reviews, log_loss, intervals }))
    }

    /// The parameters that fit the first so many reviews best.
    fn parameters(&self, count: usize) -> Result<Vec<f32>, FSRSError> {
        fsrs::compute_parameters(ComputeParametersInput {
            train_set: self.items[..count].to_vec(),
            card_ids: Some(self.questions[..count].to_vec()),
            ..ComputeParametersInput::default()
        })
    }
}

fn loss(parameters: &[f32], items: &[FSRSItem]) -> Result<f64, FSRSError> {
    let evaluation = FSRS::new(parameters)?.evaluate(items.to_vec(), |_| true)?;
    Ok(f64::from(evaluation.log_loss))
}

/// Four places are what the model is published with.
fn rounded(parameter: f32) -> f64 {
    (f64::from(parameter) * 10_000.0).round() / 10_000.0
}

/// The intervals of a question that is right every time, each time on its day.
fn intervals(model: &Model, retention: f32) -> impl Iterator<Item = i64> {
    let days = move |strength: &Strength| model.interval(strength.stability, retention).round().max(1.0);
    let first = model.after(None, Rating::Good, 0);
    let next = move |strength: &Strength| Some(model.after(Some(*strength), Rating::Good, days(strength) as u32));
    std::iter::successors(Some(first), next).map(move |strength| days(&strength) as i64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::event::examples::{answered, event};
    use crate::domain::event::{Answered, Event};
    use crate::domain::outline::examples::outline;
    use crate::domain::progress::Progress;
    use crate::domain::shuffle::Generator;

    const RETENTION: f32 = 0.9;

    /// A learner who forgets much faster than the usual parameters say: each day one answer in `days` is forgotten.
    fn learner(questions: i64, days: i64) -> Progress {
        let mut chance = Generator::new(3);
        let mut events = Vec::new();
        for question in 0..questions {
            let (mut day, mut pause) = (question % 7, 0);
            for _ in 0..12 {
                let is_known = (0..pause).all(|_| chance.below(days as usize) > 0);
                events.push((day, question, is_known));
                pause = if is_known { (pause * 2).clamp(1, 30) } else { 1 };
                day += pause;
            }
        }
        let event = |(number, (day, question, is_known)): (usize, (i64, i64, bool))| -> Event {
            let What::Answered(pattern) = answered(&format!("q-{question}"), f64::from(u8::from(is_known))) else {
                unreachable!("an answer")
            };
            let fact = Answered { ms: 0, ..pattern };
            event(number as u128 + 1, day * 24 * 60 + question % 600, What::Answered(fact))
        };
        Progress::fold(events.into_iter().enumerate().map(event))
    }

    #[test]
    fn too_few_reviews_are_counted_and_left_alone() {
        let progress = learner(10, 4);
        assert_eq!(fit(progress.memories(), RETENTION), Outcome::TooFew { reviews: 110 });
    }

    #[test]
    fn a_learner_who_forgets_fast_is_predicted_better_and_asked_sooner() {
        let mut progress = learner(120, 4);
        let Outcome::Better(fit) = fit(progress.memories(), RETENTION) else { panic!("not better") };
        assert!(fit.log_loss.after < fit.log_loss.before, "{:?}", fit.log_loss);
        assert_eq!(fit.intervals.len(), EXAMPLES);
        let usual: Vec<i64> = fit.intervals.iter().map(|change| change.before).collect();
        assert_eq!(usual, [2, 11, 46, 163, 497]);
        assert!(fit.intervals[4].after < usual[4], "{:?}", fit.intervals);
        // It counts from now on, and for what was answered before.
        let _ = progress.apply(event(99_999, 999_999, fit.event()));
        assert_eq!(progress.memories().model(), &Model::with(&fit.parameters).unwrap());
    }

    #[test]
    fn the_same_answers_give_the_same_parameters() {
        let progress = learner(60, 4);
        assert_eq!(fit(progress.memories(), RETENTION), fit(progress.memories(), RETENTION));
    }

    #[test]
    fn answers_before_a_change_of_the_question_are_left_out() {
        let answer = |number: u128, day: i64, revision: u32| {
            let What::Answered(fact) = answered("s3-1", 1.0) else { unreachable!("an answer") };
            event(number, day * 24 * 60, What::Answered(Answered { revision, ..fact }))
        };
        let progress = Progress::fold([answer(1, 0, 1), answer(2, 5, 1), answer(3, 9, 2), answer(4, 12, 2)]);
        let lengths: Vec<usize> =
            Reviews::of(progress.memories()).items.iter().map(|item| item.reviews.len()).collect();
        assert_eq!(lengths, [2, 2]);
        assert!(progress.memory(&outline().chapter("s3").unwrap().questions[0]).is_none());
    }
}
