//! How a learner has been doing lately: what a plan goes by besides the model.
//!
//! It must not look further back than four weeks, nor judge what it finds.

use super::day::Day;
use super::event::Rating;
use super::pace::median;
use super::progress::Progress;
use std::collections::BTreeMap;

/// The days that are looked back on.
const DAYS: i32 = 28;
/// What is assumed of somebody of whom little is known, as if it had been seen in so many answers.
const ASSUMED: f64 = 20.0;
/// The share of first answers that are assumed to be right.
const RIGHT_AT_FIRST: f64 = 0.6;

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lately {
    /// The median time spent on answers on a day of study; 0 if there were none.
    pub minutes: f64,
    /// The share of questions that were right at the first answer.
    pub right_at_first: f64,
    /// How many times as often reviews were right as the model in force would have predicted.
    pub against_prediction: f64,
}

#[derive(Default)]
struct Tally {
    firsts: f64,
    firsts_right: f64,
    predicted: f64,
    recalled: f64,
    days: BTreeMap<Day, u64>,
}

impl Lately {
    pub fn of(progress: &Progress, today: Day) -> Lately {
        let mut tally = Tally::default();
        for (_, history) in progress.memories().histories() {
            let answers = history.answers().iter().rev();
            for answer in answers.take_while(|answer| today.since(answer.day) < DAYS) {
                *tally.days.entry(answer.day).or_default() += answer.capped_ms();
                let right = f64::from(u8::from(answer.rating() != Rating::Again));
                match answer.review.map(|review| review.since) {
                    Some(None) => {
                        tally.firsts += 1.0;
                        tally.firsts_right += right;
                    }
                    Some(Some(interval)) => {
                        tally.predicted += interval.recall;
                        tally.recalled += right;
                    }
                    None => {}
                }
            }
        }
        let mut times: Vec<u64> = tally.days.into_values().collect();
        times.sort_unstable();
        Lately {
            minutes: median(&times).unwrap_or(0) as f64 / 60_000.0,
            right_at_first: (tally.firsts_right + ASSUMED * RIGHT_AT_FIRST) / (tally.firsts + ASSUMED),
            against_prediction: (tally.recalled + ASSUMED) / (tally.predicted + ASSUMED),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::event::examples::{answered, event};
    use super::super::event::{Answered, Event, What};
    use super::super::memory::examples::forgetting;
    use super::*;
    use jiff::civil::Date;

    const A_DAY: i64 = 24 * 60;

    fn today() -> Day {
        Day::from(Date::constant(2026, 11, 22))
    }

    fn answer(number: u128, days_ago: i64, question: u128, score: f64) -> Event {
        let What::Answered(pattern) = answered(&format!("q-{question}"), score) else { unreachable!() };
        event(number, -days_ago * A_DAY, What::Answered(Answered { ms: 60_000, ..pattern }))
    }

    #[test]
    fn of_a_newcomer_the_usual_is_assumed() {
        let lately = Lately::of(&Progress::default(), today());
        assert_eq!(lately, Lately { minutes: 0.0, right_at_first: 0.6, against_prediction: 1.0 });
    }

    #[test]
    fn first_answers_and_minutes_are_counted() {
        let right = (0..30).map(|number| answer(number, 1, number, 1.0));
        let wrong = (30..50).map(|number| answer(number, 2, number, 0.0));
        let lately = Lately::of(&Progress::fold(right.chain(wrong)), today());
        assert_eq!((lately.minutes, lately.right_at_first), (25.0, 42.0 / 70.0));
    }

    #[test]
    fn who_forgets_more_than_predicted_is_below_one() {
        let first = (0..40).map(|number| answer(number, 3, number, 1.0));
        let second = (0..40).map(|number| answer(40 + number, 1, number, f64::from(u8::from(number % 2 == 0))));
        let lately = Lately::of(&Progress::fold(first.chain(second)), today());
        assert!((0.65..0.75).contains(&lately.against_prediction), "{lately:?}");
    }

    #[test]
    fn fitted_parameters_are_what_a_plan_is_put_right_by() {
        let first = (0..40).map(|number| answer(number, 9, number, 1.0));
        let second = (0..40).map(|number| answer(40 + number, 1, number, f64::from(u8::from(number % 2 == 0))));
        let mut progress = Progress::fold(first.chain(second));
        let before = Lately::of(&progress, today());
        let _ = progress.apply(event(99, 0, forgetting()));
        let after = Lately::of(&progress, today());
        assert!(after.against_prediction > before.against_prediction + 0.05, "{before:?} {after:?}");
    }

    #[test]
    fn what_is_long_ago_is_left_out() {
        let long_ago = (0..30).map(|number| answer(number, 28, number, 0.0));
        assert_eq!(Lately::of(&Progress::fold(long_ago), today()).right_at_first, 0.6);
    }
}
