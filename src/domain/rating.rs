//! From an answer to a rating: the one place that says how well something was known.
//!
//! It must not know what a rating does to a memory.

use super::event::{Answered, Rating};
use super::pace::{Pace, capped};
use super::verdict::Grade;

/// Scores from here on are at least half right.
pub const HALF: f64 = 0.5;

/// How well an answer was known, by the learner's pace before it. "I don't know" has a score of 0.
pub fn rate(answered: &Answered, pace: &Pace) -> Rating {
    if answered.score < HALF {
        Rating::Again
    } else if Grade::of(answered.score) != Grade::Right || answered.hints > 0 {
        Rating::Hard
    } else if is_fast(answered, pace) {
        Rating::Easy
    } else {
        Rating::Good
    }
}

/// In under half of the time that answers of this kind take.
fn is_fast(answered: &Answered, pace: &Pace) -> bool {
    let median = answered.kind.and_then(|kind| pace.median_ms(kind));
    answered.ms > 0 && median.is_some_and(|median| capped(answered.ms) * 2 < median)
}

#[cfg(test)]
mod tests {
    use super::super::event::What;
    use super::super::event::examples::answered;
    use super::super::question::Kind;
    use super::*;
    use uuid::Uuid;

    fn answer(score: f64, hints: u32, ms: u64) -> Answered {
        let What::Answered(answer) = answered("s3-1", score) else { unreachable!() };
        Answered { hints, ms, ..answer }
    }

    /// Ten answers of ten seconds to single choices.
    fn ten_seconds() -> Pace {
        let mut pace = Pace::default();
        (0..10).for_each(|number| pace.note(Uuid::from_u128(number), &answer(1.0, 0, 10_000)));
        pace
    }

    #[test]
    fn the_score_decides_first() {
        let pace = ten_seconds();
        let rated = |score| rate(&answer(score, 0, 8_000), &pace);
        assert_eq!([0.0, 0.49, 0.5, 0.99, 1.0].map(rated), {
            use Rating::{Again, Good, Hard};
            [Again, Again, Hard, Hard, Good]
        });
    }

    #[test]
    fn a_hint_makes_a_right_answer_hard_and_a_wrong_one_stays_wrong() {
        assert_eq!(rate(&answer(1.0, 1, 1_000), &ten_seconds()), Rating::Hard);
        assert_eq!(rate(&answer(0.0, 1, 1_000), &ten_seconds()), Rating::Again);
    }

    #[test]
    fn under_half_of_the_median_is_easy() {
        assert_eq!(rate(&answer(1.0, 0, 4_999), &ten_seconds()), Rating::Easy);
        assert_eq!(rate(&answer(1.0, 0, 5_000), &ten_seconds()), Rating::Good);
    }

    #[test]
    fn nothing_is_fast_without_a_pace_of_that_kind() {
        assert_eq!(rate(&answer(1.0, 0, 1), &Pace::default()), Rating::Good);
        let order = Answered { kind: Some(Kind::Order), ..answer(1.0, 0, 1) };
        assert_eq!(rate(&order, &ten_seconds()), Rating::Good);
        assert_eq!(rate(&Answered { kind: None, ..order }, &ten_seconds()), Rating::Good);
    }

    #[test]
    fn no_time_is_too_long_to_be_compared() {
        assert_eq!(rate(&answer(1.0, 0, u64::MAX), &ten_seconds()), Rating::Good);
    }

    #[test]
    fn a_time_that_was_not_measured_is_not_fast() {
        assert_eq!(rate(&answer(1.0, 0, 0), &ten_seconds()), Rating::Good);
    }
}
