//! The model of forgetting: FSRS-6 of the `fsrs` crate, with its default parameters or with those fitted to a learner.
//!
//! It must not know questions, answers or dates: it takes a state, a rating and a number of days.

use crate::domain::event::Rating;
use fsrs::{DEFAULT_PARAMETERS, FSRS, FSRSItem, FSRSReview, MemoryState};

/// The number of parameters of FSRS-6. The crate would also take those of older models.
const PARAMETERS: usize = DEFAULT_PARAMETERS.len();

/// What the crate takes for "nothing remembered yet".
const UNSEEN: MemoryState = MemoryState { stability: 0.0, difficulty: 0.0 };

/// How well something is remembered.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Strength {
    /// Days until recall has fallen to 90 %.
    pub stability: f32,
    /// Between 1 and 10.
    pub difficulty: f32,
}

#[derive(Debug, Clone)]
pub struct Model {
    fsrs: FSRS,
    parameters: [f32; PARAMETERS],
}

impl Default for Model {
    fn default() -> Self {
        Model { fsrs: FSRS::default(), parameters: DEFAULT_PARAMETERS }
    }
}

impl PartialEq for Model {
    fn eq(&self, other: &Self) -> bool {
        self.parameters == other.parameters
    }
}

impl Model {
    /// A model with these parameters; none if they are not those of FSRS-6.
    pub fn with(parameters: &[f64]) -> Option<Model> {
        let narrowed: Vec<f32> = parameters.iter().map(|parameter| *parameter as f32).collect();
        let parameters: [f32; PARAMETERS] = narrowed.try_into().ok()?;
        let fsrs = FSRS::new(&parameters).ok()?;
        Some(Model { fsrs, parameters })
    }

    pub fn parameters(&self) -> &[f32] {
        &self.parameters
    }

    /// The strength after an answer so many days after the one before; `None` for what was never answered.
    pub fn after(&self, before: Option<Strength>, rating: Rating, days: u32) -> Strength {
        let start = before.map_or(UNSEEN, |Strength { stability, difficulty }| MemoryState { stability, difficulty });
        // Of the crate's two public ways to take one step this one computes the rating that was given and not all four.
        let review = FSRSItem { reviews: vec![FSRSReview { rating: rating as u32, delta_t: days }] };
        // It fails on what is not finite, which parameters within their bounds cannot give.
        let state = self.fsrs.memory_state(review, Some(start)).unwrap_or(start);
        Strength { stability: state.stability, difficulty: state.difficulty }
    }

    /// The chance that something is recalled so many days after it was answered.
    pub fn recall(&self, stability: f32, days: u32) -> f64 {
        let state = MemoryState { stability, difficulty: 0.0 };
        f64::from(fsrs::current_retrievability(state, days as f32, self.decay()))
    }

    /// Days until recall has fallen to a share.
    pub fn interval(&self, stability: f32, retention: f32) -> f32 {
        self.fsrs.next_interval(Some(stability), retention, 0)
    }

    /// The crate keeps its parameters to itself, within bounds; those of the decay are repeated here.
    fn decay(&self) -> f32 {
        self.parameters[PARAMETERS - 1].clamp(0.1, 0.8)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recall_is_nine_tenths_after_as_many_days_as_the_stability() {
        let model = Model::default();
        assert!((model.recall(20.0, 20) - 0.9).abs() < 1e-6);
        assert!((model.interval(20.0, 0.9) - 20.0).abs() < 1e-3);
        assert_eq!(model.recall(20.0, 0), 1.0);
    }

    #[test]
    fn one_step_is_the_one_of_four_that_the_crate_gives() {
        let model = Model::default();
        let before = Strength { stability: 9.5, difficulty: 4.25 };
        let state = MemoryState { stability: before.stability, difficulty: before.difficulty };
        for days in [0, 1, 12, 400] {
            let all = model.fsrs.next_states(Some(state), 0.9, days).unwrap();
            let ratings = [Rating::Again, Rating::Hard, Rating::Good, Rating::Easy];
            for (rating, expected) in ratings.into_iter().zip([all.again, all.hard, all.good, all.easy]) {
                let after = model.after(Some(before), rating, days);
                assert_eq!(
                    (after.stability, after.difficulty),
                    (expected.memory.stability, expected.memory.difficulty)
                );
            }
        }
    }

    #[test]
    fn the_first_answer_starts_from_nothing() {
        let first = Model::default().after(None, Rating::Good, 0);
        assert_eq!(first.stability, DEFAULT_PARAMETERS[2]);
    }

    #[test]
    fn parameters_of_another_model_are_refused() {
        assert!(Model::with(&[1.0; 19]).is_none());
        assert!(Model::with(&[]).is_none());
        assert!(Model::with(&[f64::NAN; 21]).is_none());
        let own: Vec<f64> = DEFAULT_PARAMETERS.iter().map(|parameter| f64::from(*parameter)).collect();
        assert_eq!(Model::with(&own), Some(Model::default()));
    }
}
