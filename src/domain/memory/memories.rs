//! The answers to all questions, and what is remembered after them.
//!
//! It must not know what else a journal holds. Events come in the order in which they count; what takes back or corrects
//! something earlier goes through the answers to that question again, and new parameters go through all.

use super::{Answer, History, Memory, Model};
use crate::domain::day::Day;
use crate::domain::event::{Answered, Rating};
use crate::domain::id::QuestionId;
use crate::domain::moment::Moment;
use crate::domain::outline::QuestionOutline;
use crate::domain::pace::Pace;
use crate::domain::rating::rate;
use std::collections::HashMap;
use uuid::Uuid;

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Memories {
    places: HashMap<QuestionId, usize>,
    /// In the order in which they were answered first.
    histories: Vec<(QuestionId, History)>,
    /// The places of all answers, oldest first: what is taken back is nearly always among the last.
    given: Vec<(Uuid, usize)>,
    corrections: HashMap<Uuid, Vec<Correction>>,
    fits: Vec<(Uuid, Model)>,
    model: Model,
    pace: Pace,
}

/// The learner's own rating of an answer.
#[derive(Debug, Clone, PartialEq)]
struct Correction {
    event: Uuid,
    rating: Rating,
}

impl Memories {
    /// The answers to a question, oldest first.
    pub fn answers(&self, question: &str) -> &[Answer] {
        self.history(question).map_or(&[], History::answers)
    }

    /// What is remembered of a question as it stands now; none if it was never answered in this form.
    pub fn of(&self, question: &QuestionOutline) -> Option<&Memory> {
        let memory = self.history(question.id.as_str())?.memory()?;
        (memory.revision == question.revision).then_some(memory)
    }

    /// Every question that was answered, in the order of first answers.
    pub fn histories(&self) -> impl Iterator<Item = (&QuestionId, &History)> {
        self.histories.iter().map(|(question, history)| (question, history))
    }

    pub fn model(&self) -> &Model {
        &self.model
    }

    pub fn pace(&self) -> &Pace {
        &self.pace
    }

    fn history(&self, question: &str) -> Option<&History> {
        self.places.get(question).map(|place| &self.histories[*place].1)
    }

    /// Takes an answer in that counts from this moment on.
    pub(in crate::domain) fn answer(&mut self, event: Uuid, at: Moment, day: Day, answered: Answered) {
        let derived = rate(&answered, &self.pace);
        self.pace.note(event, &answered);
        let Answered { question, revision, score, ms, mode, run, .. } = answered;
        let corrected = self.correction(event);
        let answer = Answer { event, at, day, revision, score, ms, mode, run, derived, corrected, review: None };
        let place = match self.places.get(&question) {
            Some(place) => *place,
            None => {
                self.places.insert(question.clone(), self.histories.len());
                self.histories.push((question, History::default()));
                self.histories.len() - 1
            }
        };
        self.histories[place].1.push(answer, &self.model);
        self.given.push((event, place));
    }

    /// Corrects the rating of an answer, which may still be to come if a clock was set back in between.
    pub(in crate::domain) fn correct(&mut self, event: Uuid, answer: Uuid, rating: Rating) {
        self.corrections.entry(answer).or_default().push(Correction { event, rating });
        self.apply_correction(answer);
    }

    /// Remembers with other parameters from now on. Those that are no parameters of the model change nothing.
    pub(in crate::domain) fn fit(&mut self, event: Uuid, parameters: &[f64]) {
        if let Some(model) = Model::with(parameters) {
            self.fits.push((event, model));
            self.remember();
        }
    }

    /// Takes back an answer, a correction or a fit; returns the answer if it was one.
    pub(in crate::domain) fn undo(&mut self, event: Uuid) -> Option<(&QuestionId, Answer)> {
        if let Some(index) = self.given.iter().rposition(|(given, _)| *given == event) {
            let (_, place) = self.given.remove(index);
            self.pace.forget(event);
            let (question, history) = &mut self.histories[place];
            return history.remove(event, &self.model).map(|answer| (&*question, answer));
        }
        let corrected = self.corrections.iter_mut().find_map(|(answer, corrections)| {
            let place = corrections.iter().position(|correction| correction.event == event)?;
            corrections.remove(place);
            Some(*answer)
        });
        if let Some(answer) = corrected {
            self.apply_correction(answer);
        } else if let Some(place) = self.fits.iter().position(|(fit, _)| *fit == event) {
            self.fits.remove(place);
            self.remember();
        }
        None
    }

    fn correction(&self, answer: Uuid) -> Option<Rating> {
        self.corrections.get(&answer).and_then(|corrections| corrections.last()).map(|last| last.rating)
    }

    fn apply_correction(&mut self, answer: Uuid) {
        let rating = self.correction(answer);
        if let Some((_, place)) = self.given.iter().rfind(|(given, _)| *given == answer) {
            self.histories[*place].1.correct(answer, rating, &self.model);
        }
    }

    fn remember(&mut self) {
        self.model = self.fits.last().map(|(_, model)| model.clone()).unwrap_or_default();
        for (_, history) in &mut self.histories {
            history.remember(&self.model);
        }
    }
}
