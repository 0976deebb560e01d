//! What is wrong with a typed line that is no answer, in words.
//!
//! It must not read lines: answers are read elsewhere.

use crate::domain::misread;
use crate::domain::question::letter;
use crate::text::Language;
use crate::text::words::plain::PlainWords;
use crate::text::words::{Words, fill};

/// Why a line is no answer.
#[derive(Debug, Clone, PartialEq)]
pub enum Misread {
    Nothing,
    NotOneNumber {
        highest: usize,
    },
    NotNumbers {
        highest: usize,
    },
    NotTrueOrFalse,
    /// It can be read, but not as an answer to this question.
    NoAnswer(misread::Misread),
    NotEachOnce {
        highest: usize,
    },
    NotPairs {
        left: usize,
        right: usize,
    },
    NotEveryLine {
        missing: usize,
    },
    WrongNumberOfParts {
        wanted: usize,
        found: usize,
    },
    NotAnOption {
        gap: usize,
        highest: usize,
    },
}

impl Misread {
    /// What is wrong with the line.
    pub fn message(&self, language: Language) -> String {
        let words = PlainWords::of(language);
        let highest = |highest: &usize| ("highest", highest.to_string());
        match self {
            Misread::Nothing => words.nothing_typed.to_string(),
            Misread::NotOneNumber { highest: last } => fill(words.not_one_number, &[highest(last)]),
            Misread::NotNumbers { highest: last } => fill(words.not_numbers, &[highest(last)]),
            Misread::NotTrueOrFalse => {
                let common = Words::of(language);
                let (yes, no) = (common.statement_true.to_string(), common.statement_false.to_string());
                fill(words.not_true_or_false, &[("true", yes), ("false", no)])
            }
            Misread::NoAnswer(misread) => format!("{}.", misread.message(language)),
            Misread::NotEachOnce { highest: last } => fill(words.not_each_once, &[highest(last)]),
            Misread::NotPairs { left, right } => {
                let last = letter(right.saturating_sub(1));
                fill(words.not_pairs, &[highest(left), ("letter", last)])
            }
            Misread::NotEveryLine { missing } => fill(words.not_every_line, &[("number", missing.to_string())]),
            Misread::WrongNumberOfParts { wanted, found } => {
                fill(words.wrong_number_of_parts, &[("wanted", wanted.to_string()), ("found", found.to_string())])
            }
            Misread::NotAnOption { gap, highest: last } => {
                fill(words.not_an_option, &[("gap", gap.to_string()), highest(last)])
            }
        }
    }
}
