//! What cannot be taken as an answer: no number, or less than the question asks for. Refused, it is never a wrong answer.
//!
//! It must not judge: grading does.

use super::question::{Body, Question, Text};
use super::response::Response;
use super::typed_number::{Unread, typed_number};
use crate::text::Language;
use crate::text::words::{Words, fill};

/// Why a response is no answer to its question.
#[derive(Debug, Clone, PartialEq)]
pub enum Misread {
    NotANumber,
    /// A number beside something that is not this unit.
    OtherUnit {
        unit: Text,
    },
    TooFew {
        wanted: usize,
        chosen: usize,
    },
    OpenLines {
        count: usize,
    },
    OpenGaps {
        count: usize,
    },
}

impl Question {
    /// Whether a response can be read as an answer to this question, whatever it is worth. "I don't know" can.
    ///
    /// # Errors
    /// [`Misread`], which says what is missing.
    pub fn reads(&self, response: &Response) -> Result<(), Misread> {
        match (&self.body, response) {
            (Body::Multiple(_), Response::Choice(ids)) if ids.len() < self.correct_count() => {
                Err(Misread::TooFew { wanted: self.correct_count(), chosen: ids.len() })
            }
            (Body::Number { unit, .. }, Response::Text(typed)) => {
                let units: Vec<&str> = unit.iter().map(|(_, unit)| unit.as_str()).collect();
                typed_number(typed, &units).map(drop).map_err(|unread| match unread {
                    Unread::OtherUnit if !unit.is_empty() => Misread::OtherUnit { unit: unit.clone() },
                    Unread::OtherUnit | Unread::NoNumber => Misread::NotANumber,
                })
            }
            (Body::Match { pairs, .. }, Response::Match(matched)) => {
                match pairs.iter().filter(|pair| !matched.contains_key(&pair.id)).count() {
                    0 => Ok(()),
                    count => Err(Misread::OpenLines { count }),
                }
            }
            (Body::Cloze(blanks), Response::Cloze(filled)) => {
                match blanks.iter().filter(|blank| !filled.contains_key(&blank.name)).count() {
                    0 => Ok(()),
                    count => Err(Misread::OpenGaps { count }),
                }
            }
            _ => Ok(()),
        }
    }
}

impl Misread {
    /// Whether it may be kept as the beginning of an answer, as an exam does.
    pub fn is_begun(&self) -> bool {
        matches!(self, Misread::TooFew { .. } | Misread::OpenLines { .. } | Misread::OpenGaps { .. })
    }

    /// What to do, without a full stop. It says nothing about what is right.
    pub fn message(&self, language: Language) -> String {
        let words = Words::of(language);
        let counted =
            |one, many, count: usize| fill(if count == 1 { one } else { many }, &[("count", count.to_string())]);
        match self {
            Misread::NotANumber => words.not_a_number.to_string(),
            Misread::OtherUnit { unit } => fill(words.other_unit, &[("unit", unit.text(language).to_string())]),
            Misread::TooFew { wanted, chosen } => {
                fill(words.too_few, &[("wanted", wanted.to_string()), ("chosen", chosen.to_string())])
            }
            Misread::OpenLines { count } => counted(words.open_line, words.open_lines, *count),
            Misread::OpenGaps { count } => counted(words.open_gap, words.open_gaps, *count),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::question::examples::*;
    use super::super::question::{Blank, Fill};
    use super::*;

    fn read(body: Body, response: Response) -> Result<(), Misread> {
        question("q", body).reads(&response)
    }

    fn number(unit: &str) -> Body {
        let unit = if unit.is_empty() { Text::empty() } else { text(unit) };
        Body::Number { value: 1.0, tolerance: 0.0, unit, traps: Vec::new() }
    }

    fn map(names: &[&str]) -> std::collections::BTreeMap<String, String> {
        names.iter().map(|name| (name.to_string(), "a".to_string())).collect()
    }

    #[test]
    fn a_number_is_read_right_or_wrong_and_anything_else_is_not() {
        let typed = |typed: &str| Response::Text(typed.into());
        assert_eq!(read(number("GB"), typed("7 GB")), Ok(()));
        assert_eq!(read(number("GB"), typed("a lot")), Err(Misread::NotANumber));
        let other = read(number("GB"), typed("1 MB")).unwrap_err();
        assert_eq!(other.message(Language::English), "The unit is GB; the number alone will do");
        assert_eq!(read(number(""), typed("1 MB")), Err(Misread::NotANumber));
    }

    #[test]
    fn as_many_options_as_asked_for_are_chosen() {
        let body = || Body::Multiple(choices(4, "ab"));
        assert_eq!(read(body(), Response::choice(["c"])), Err(Misread::TooFew { wanted: 2, chosen: 1 }));
        assert_eq!(read(body(), Response::choice(["c", "d"])), Ok(()));
        assert_eq!(read(body(), Response::choice(["a", "b", "c"])), Ok(()), "too many cost points");
    }

    #[test]
    fn lines_and_gaps_are_all_answered() {
        let body = Body::Match { pairs: pairs(3), distractors: Vec::new() };
        let open = read(body, Response::Match(map(&["a", "b"]))).unwrap_err();
        assert_eq!(open.message(Language::English), "1 line has no number yet");
        let blank = |name: &str| Blank { name: name.into(), fill: Fill::Typed(accepted(&["x"])), why: text("w") };
        let body = || Body::Cloze(vec![blank("a"), blank("b"), blank("c")]);
        let open = read(body(), Response::Cloze(map(&["b"]))).unwrap_err();
        assert_eq!((open.message(Language::English), open.is_begun()), ("2 gaps are still empty".to_string(), true));
        assert_eq!(read(body(), Response::Cloze(map(&["a", "b", "c"]))), Ok(()));
    }

    #[test]
    fn not_knowing_answers_everything() {
        for body in [number("GB"), Body::Multiple(choices(4, "ab"))] {
            assert_eq!(read(body, Response::Unknown), Ok(()));
        }
    }
}
