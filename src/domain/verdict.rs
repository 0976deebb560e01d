//! What an answer was worth, and the reason for every option.
//!
//! It must not draw: a verdict is the same on the screen, in plain mode and in a test.

use super::question::Text;

/// The outcome of one answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    /// Between 0 (wrong) and 1 (right).
    pub score: f64,
    /// One line for every option, item, pair or gap, in the order of the file.
    pub reasons: Vec<Reason>,
}

impl Verdict {
    pub fn grade(&self) -> Grade {
        Grade::of(self.score)
    }
}

/// A score as one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grade {
    Right,
    Partly,
    Wrong,
}

impl Grade {
    /// Scores are shares of small whole numbers: the margin only absorbs the rounding of a division.
    pub fn of(score: f64) -> Grade {
        const MARGIN: f64 = 1e-9;
        if score >= 1.0 - MARGIN {
            Grade::Right
        } else if score <= MARGIN {
            Grade::Wrong
        } else {
            Grade::Partly
        }
    }
}

/// Why one option is right or wrong.
#[derive(Debug, Clone, PartialEq)]
pub struct Reason {
    /// The id of the option, item or pair; `true` or `false`; the name of a gap; empty for a typed answer.
    pub id: String,
    pub mark: Mark,
    /// The learner chose this one.
    pub chosen: bool,
    /// The option's own text, or what would have been right.
    pub label: Text,
    /// What the learner gave in its place, where that is not the label.
    pub given: Option<Text>,
    pub why: Text,
}

/// The sign in front of a reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// It belongs to the right answer.
    Right,
    /// The learner gave it, and it is wrong.
    Wrong,
    /// It is wrong, and was left alone.
    Neutral,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thirds_add_up_to_right() {
        assert_eq!(Grade::of(1.0 / 3.0 + 1.0 / 3.0 + 1.0 / 3.0), Grade::Right);
        assert_eq!(Grade::of(2.0 / 3.0), Grade::Partly);
        assert_eq!(Grade::of(0.0), Grade::Wrong);
    }
}
