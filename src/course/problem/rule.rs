//! Rules of a good course, beyond what is needed to read it: what a bank of questions, its exams and its switches
//! should keep.
//!
//! It must not find anything: that is the check's business.

use super::{after_colon, instead};
use crate::course::guess::Guess;
use crate::domain::question::Difficulty;
use crate::text::Language;
use jiff::civil::Date;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rule {
    IdTwice {
        id: String,
    },
    UnknownName {
        name: String,
        guess: Guess,
    },
    UnknownLevel {
        level: String,
    },
    UnknownExam {
        exam: String,
        guess: Guess,
    },
    UnknownDomain {
        exam: String,
        domain: String,
        guess: Guess,
    },
    MissingHint,
    /// A language has fewer hints than another.
    FewerHints {
        language: Language,
        count: usize,
        longest: usize,
    },
    MissingSource,
    /// A service that neither a chapter nor `[services]` has.
    UnknownService {
        service: String,
        guess: Guess,
    },
    /// The id of the built-in course on another course.
    BuiltInId {
        id: String,
    },
    EqualOptions {
        text: String,
    },
    NearOptions {
        text: String,
        other: String,
    },
    RepeatedAnswer {
        answer: String,
    },
    TrapAccepted {
        answer: String,
    },
    AboveWhileShuffled {
        text: String,
    },
    UnmarkedNot {
        word: String,
    },
    Untranslated {
        language: Language,
    },
    FewQuestions {
        count: usize,
        needed: usize,
    },
    FewOfDifficulty {
        difficulty: Difficulty,
        count: usize,
        needed: usize,
    },
    LongestIsRight {
        language: Language,
        chance: Chance,
    },
    FavouritePlace {
        place: String,
        chance: Chance,
    },
    VerifiedLongAgo {
        verified: Date,
        days: i32,
        limit: u32,
    },
    Undated,
}

/// How often something happened over the bank, and how often it may.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chance {
    pub count: usize,
    pub of: usize,
    /// What chance would give, with one decimal.
    pub expected: String,
    /// From this count on, chance is no longer believed.
    pub limit: usize,
    /// Where to begin mending: the ids of a few questions.
    pub first: Vec<String>,
}

impl Rule {
    pub(super) fn details(&self, language: Language) -> Vec<(&'static str, String)> {
        match self {
            Rule::IdTwice { id } => vec![("id", id.clone())],
            Rule::UnknownName { name, guess } => vec![("name", name.clone()), ("guess", instead(guess, language))],
            Rule::UnknownLevel { level } => vec![("level", level.clone())],
            Rule::UnknownExam { exam, guess } => vec![("exam", exam.clone()), ("guess", after_colon(guess, language))],
            Rule::UnknownDomain { exam, domain, guess } => {
                vec![("exam", exam.clone()), ("domain", domain.clone()), ("guess", after_colon(guess, language))]
            }
            Rule::FewerHints { language: other, count, longest } => vec![
                ("language", other.code().to_string()),
                ("count", count.to_string()),
                ("longest", longest.to_string()),
            ],
            Rule::UnknownService { service, guess } => {
                vec![("service", service.clone()), ("guess", after_colon(guess, language))]
            }
            Rule::BuiltInId { id } => vec![("id", id.clone())],
            Rule::EqualOptions { text } | Rule::AboveWhileShuffled { text } => vec![("text", text.clone())],
            Rule::NearOptions { text, other } => vec![("text", text.clone()), ("other", other.clone())],
            Rule::RepeatedAnswer { answer } | Rule::TrapAccepted { answer } => vec![("answer", answer.clone())],
            Rule::UnmarkedNot { word } => vec![("word", word.clone())],
            Rule::Untranslated { language: wanted } => vec![("language", wanted.code().to_string())],
            Rule::FewQuestions { count, needed } => {
                vec![("count", count.to_string()), ("needed", needed.to_string())]
            }
            Rule::FewOfDifficulty { difficulty, count, needed } => vec![
                ("difficulty", (*difficulty as u8).to_string()),
                ("count", count.to_string()),
                ("needed", needed.to_string()),
            ],
            Rule::LongestIsRight { language: seen, chance } => {
                [vec![("language", seen.code().to_string())], chance.details()].concat()
            }
            Rule::FavouritePlace { place, chance } => [vec![("place", place.clone())], chance.details()].concat(),
            Rule::VerifiedLongAgo { verified, days, limit } => {
                vec![("verified", verified.to_string()), ("days", days.to_string()), ("limit", limit.to_string())]
            }
            Rule::MissingHint | Rule::MissingSource | Rule::Undated => Vec::new(),
        }
    }
}

impl Chance {
    fn details(&self) -> Vec<(&'static str, String)> {
        vec![
            ("count", self.count.to_string()),
            ("of", self.of.to_string()),
            ("expected", self.expected.clone()),
            ("limit", self.limit.to_string()),
            ("first", self.first.join(", ")),
        ]
    }
}

impl From<Rule> for super::Problem {
    fn from(rule: Rule) -> Self {
        super::Problem::Rule(rule)
    }
}
