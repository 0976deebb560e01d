//! What is remembered of a question, from the answers to it.
//!
//! It must not choose when a question is asked again: the schedule does.

pub mod fit;
mod history;
mod memories;
mod model;

pub use history::{Answer, History, Interval, Review};
pub use memories::Memories;
pub use model::{Model, Strength};

use super::day::Day;
use super::event::Rating;

/// Mastery looks this many days ahead: what is gone by next week is not mastered.
pub const MASTERY_DAYS: i32 = 7;

/// What is remembered of a question, as of its newest revision.
#[derive(Debug, Clone, PartialEq)]
pub struct Memory {
    pub strength: Strength,
    /// The day of the newest answer that rated.
    pub reviewed: Day,
    /// Days on which an answer rated.
    pub reviews: u32,
    /// How often it was forgotten after it had been answered before.
    pub lapses: u32,
    pub revision: u32,
    /// How well the newest answer was known, whether it rated or not.
    pub newest: Rating,
}

impl Memory {
    /// What is remembered after the first answer to a question.
    pub(in crate::domain) fn first(rating: Rating, day: Day, revision: u32, model: &Model) -> Memory {
        let strength = model.after(None, rating, 0);
        Memory { strength, reviewed: day, reviews: 1, lapses: 0, revision, newest: rating }
    }

    /// What is remembered after one more answer that rates.
    pub(in crate::domain) fn after(&self, rating: Rating, day: Day, model: &Model) -> Memory {
        Memory {
            strength: model.after(Some(self.strength), rating, self.days_at(day)),
            reviewed: day,
            reviews: self.reviews + 1,
            lapses: self.lapses + u32::from(rating == Rating::Again),
            revision: self.revision,
            newest: rating,
        }
    }

    /// Whether this day saw the first answer.
    pub fn was_begun_on(&self, day: Day) -> bool {
        self.reviews == 1 && self.reviewed == day
    }

    /// The chance that it is recalled on a day.
    pub fn recall(&self, model: &Model, day: Day) -> f64 {
        model.recall(self.strength.stability, self.days_at(day))
    }

    /// The chance that it is recalled in a week; 0 if the newest answer was wrong.
    pub fn mastery(&self, model: &Model, today: Day) -> f64 {
        if self.newest == Rating::Again { 0.0 } else { self.recall(model, today.plus(MASTERY_DAYS)) }
    }

    fn days_at(&self, day: Day) -> u32 {
        day.since(self.reviewed).max(0) as u32
    }
}

/// Facts about remembering for the tests of this crate.
#[cfg(test)]
pub mod examples {
    use super::*;
    use crate::domain::event::What;

    /// Parameters fitted to somebody who forgets fast: what was known once lasts half a day.
    pub fn forgetting() -> What {
        let usual = Model::default();
        let mut parameters: Vec<f64> = usual.parameters().iter().map(|parameter| f64::from(*parameter)).collect();
        parameters[..4].fill(0.5);
        What::ParametersFitted { parameters, answers: 400 }
    }
}
