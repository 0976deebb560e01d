//! A mock exam: which there are, what is drawn for one, how it is sat, and what came out.
//!
//! The score is this program's own: the mean score of the questions, scaled linearly to the 100 to 1,000 points that
//! certificates are reported in. It must not draw on a screen or look at the clock: the time comes in.

mod blueprint;
mod countdown;
mod result;
mod run;
mod sitting;
pub mod wording;

pub use blueprint::{Blueprint, CERTIFICATE_KINDS, COURSE, Field};
pub use countdown::{Countdown, Left, Warning};
pub use result::{ExamResult, FieldTally, Tally};
pub use run::{Counted, ExamRun, ExamRuns, Finished};
pub use sitting::{Counts, Sitting, State};

/// Points of a mean score between 0 and 1, on the scale from 100 to 1,000.
pub fn points(score: f64) -> u32 {
    (100.0 + 900.0 * score.clamp(0.0, 1.0)).round() as u32
}

/// The mean score that reaches a pass mark, of a share as the course gives it: the scale begins at 100.
pub fn pass_score(pass: f64) -> f64 {
    ((1000.0 * pass - 100.0) / 900.0).clamp(0.0, 1.0)
}

/// The pass mark in points, of a share as the course gives it.
pub fn pass_points(pass: f64) -> u32 {
    (1000.0 * pass).round() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_go_from_a_hundred_to_a_thousand() {
        assert_eq!([0.0, 0.5, 2.0 / 3.0, 1.0].map(points), [100, 550, 700, 1000]);
        assert_eq!(pass_points(0.72), 720);
    }
}
