//! The answers to one question, oldest first, and what is remembered after them.
//!
//! It must not know other questions. What it remembers always follows from its answers: taking one back or correcting
//! its rating goes through them again. Only what had been predicted stays as it was.

use super::{Memory, Model};
use crate::domain::day::Day;
use crate::domain::event::{Mode, Rating};
use crate::domain::moment::Moment;
use crate::domain::pace::capped;
use uuid::Uuid;

/// One answer to a question, as far as learning is concerned.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    pub event: Uuid,
    /// When it was given; in an exam, when it was handed in.
    pub at: Moment,
    pub day: Day,
    pub revision: u32,
    pub score: f64,
    /// Time from question to answer, in milliseconds.
    pub ms: u64,
    pub mode: Mode,
    /// The run of the quiz that it belongs to.
    pub run: Option<Uuid>,
    /// The rating that follows from score, hints and time.
    pub derived: Rating,
    /// What the learner made of it.
    pub corrected: Option<Rating>,
    /// What it did to the memory: nothing, unless it was the first on its day.
    pub review: Option<Review>,
}

/// An answer that rated.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Review {
    /// None for a first answer.
    pub since: Option<Interval>,
}

/// The days between two reviews, and the chance, from 0 to 1, that the second would find something remembered.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    pub days: u32,
    /// As it was predicted when the answer came: a later fit does not make predictions of the past any better.
    pub predicted: f64,
    /// As the model in force sees it.
    pub recall: f64,
}

#[derive(Debug, Clone, Default, PartialEq)]
pub struct History {
    answers: Vec<Answer>,
    memory: Option<Memory>,
}

impl Answer {
    /// How well it was known.
    pub fn rating(&self) -> Rating {
        self.corrected.unwrap_or(self.derived)
    }

    /// Its time without the pause that a learner made in the middle of it.
    pub fn capped_ms(&self) -> u64 {
        capped(self.ms)
    }

    /// What was predicted for it, if that was after as many days.
    fn predicted_after(&self, days: u32) -> Option<f64> {
        let interval = self.review?.since?;
        (interval.days == days).then_some(interval.predicted)
    }
}

impl History {
    /// Oldest first.
    pub fn answers(&self) -> &[Answer] {
        &self.answers
    }

    pub fn memory(&self) -> Option<&Memory> {
        self.memory.as_ref()
    }

    /// Takes one more answer in, the newest.
    pub fn push(&mut self, mut answer: Answer, model: &Model) {
        self.memory = take(self.memory.take(), &mut answer, model);
        self.answers.push(answer);
    }

    /// Takes an answer back.
    pub fn remove(&mut self, event: Uuid, model: &Model) -> Option<Answer> {
        let place = self.answers.iter().rposition(|answer| answer.event == event)?;
        let removed = self.answers.remove(place);
        self.remember(model);
        Some(removed)
    }

    /// Corrects the rating of an answer, or lets the derived one count again.
    pub fn correct(&mut self, event: Uuid, rating: Option<Rating>, model: &Model) {
        if let Some(answer) = self.answers.iter_mut().rfind(|answer| answer.event == event) {
            answer.corrected = rating;
            self.remember(model);
        }
    }

    /// Goes through all answers again.
    pub fn remember(&mut self, model: &Model) {
        self.memory = None;
        for answer in &mut self.answers {
            self.memory = take(self.memory.take(), answer, model);
        }
    }
}

/// The memory after an answer; the answer keeps what it did.
fn take(memory: Option<Memory>, answer: &mut Answer, model: &Model) -> Option<Memory> {
    let (after, review) = match memory {
        // From a copy of the course that is older than what has been learned.
        Some(memory) if answer.revision < memory.revision => (memory, None),
        // Later on the same day; or earlier, on the wall of another place or of a clock that was set back.
        Some(memory) if answer.revision == memory.revision && answer.day <= memory.reviewed => {
            (Memory { newest: answer.rating(), ..memory }, None)
        }
        Some(memory) if answer.revision == memory.revision => {
            let (days, recall) = (memory.days_at(answer.day), memory.recall(model, answer.day));
            let interval = Interval { days, predicted: answer.predicted_after(days).unwrap_or(recall), recall };
            (memory.after(answer.rating(), answer.day, model), Some(Review { since: Some(interval) }))
        }
        // Never answered, or the question means something else now.
        _ => (Memory::first(answer.rating(), answer.day, answer.revision, model), Some(Review { since: None })),
    };
    answer.review = review;
    Some(after)
}
