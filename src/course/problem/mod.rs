//! Everything that can be wrong with a course: code, severity, message and remedy in each language.
//!
//! A code is never reused for another rule. This is the table of wordings for authors; where and when a problem is
//! noticed is decided elsewhere.

mod codes;
mod rule;
mod rule_wording;
mod scenario;
mod scenario_wording;
mod slip;
mod unreadable;
mod what_if;
mod what_if_wording;
mod wording;

pub use codes::CODES;
pub use rule::{Chance, Rule};
pub use scenario::{Named, Never, ScenarioRule};
pub use slip::Slip;
pub use what_if::{Subject, ValueWanted, WhatIfRule, short};

use super::diagnostic::Severity;
use super::guess::Guess;
use super::source::Unreadable;
use crate::text::Language;
use crate::text::words::fill;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    Unreadable { reason: Unreadable },
    EmptyFile,
    Syntax { slip: Slip },
    MissingKey { key: &'static str },
    UnknownKey { key: String, guess: Guess },
    KeyAfterOption { key: String },
    KeyBelowTable { key: String },
    WrongType { key: String, wanted: Wanted },
    EmptyText { key: String },
    UnknownLanguage { code: String },
    NewerFormat { found: i64 },
    BadId { id: String },
    UnknownChapterInManifest { id: String, guess: Guess },
    ChapterListedTwice { id: String },
    ChapterNotListed { id: String },
    MissingLanguage { language: Language },
    NoFrontMatter,
    OpenFrontMatter,
    MissingSource,
    TextBeforeHeading,
    HeadingLevel,
    HeadingWithoutId { title: String },
    DuplicateHeading { id: String },
    HeadingsDiffer { language: Language, wanted: Option<String>, found: Option<String> },
    LiteralEmphasis { marks: &'static str },
    HtmlIgnored,
    TooDeep,
    BrokenLink { target: String },
    UnknownQuizBlock { id: String, guess: Guess },
    BadDiagram { detail: String },
    DiagramTooLarge { columns: usize, rows: usize },
    QuizWithoutChapter { id: String },
    DuplicateQuestion { id: String, first: String },
    UnknownKind { kind: String },
    UnknownSection { section: String, guess: Guess },
    NoCorrectOption,
    SeveralCorrectOptions { count: usize },
    TooFew { what: &'static str, needed: usize },
    DuplicateOption { id: String },
    MissingWhy,
    MissingExplanation,
    MissingTranslation { key: String, language: Language },
    NoAcceptedAnswer { key: String },
    GapWithoutBlank { name: String, language: Language },
    BlankWithoutGap { name: String, language: Language },
    NegativeTolerance,
    OutOfRange { key: &'static str, range: &'static str },
    Rule(Rule),
    Scenario(ScenarioRule),
    WhatIf(WhatIfRule),
}

/// The type that a key should have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    Text,
    Texts,
    Integer,
    Number,
    Boolean,
    Date,
    Table,
    Tables,
}

impl Wanted {
    fn name(self, language: Language) -> &'static str {
        let (english, korean) = match self {
            Wanted::Text => ("a text, or one text a language", "문자열, 또는 언어별 문자열"),
            Wanted::Texts => ("a list of texts", "문자열 목록"),
            Wanted::Integer => ("a whole number", "정수"),
            Wanted::Number => ("a number", "숫자"),
            Wanted::Boolean => ("true or false", "true 또는 false"),
            Wanted::Date => ("a date like 2026-11-22", "2026-11-22 같은 날짜"),
            Wanted::Table => ("a table", "테이블"),
            Wanted::Tables => ("a list of tables ([[…]])", "테이블 목록([[…]])"),
        };
        pick(language, english, korean)
    }
}

impl Problem {
    /// The stable name of the rule, such as `question/missing-why`.
    pub fn code(&self) -> &'static str {
        self.wording().code
    }

    pub fn severity(&self) -> Severity {
        self.wording().severity
    }

    /// What is wrong.
    pub fn message(&self, language: Language) -> String {
        let [english, korean] = self.wording().message;
        fill(pick(language, english, korean), &self.details(language))
    }

    /// What to do about it.
    pub fn help(&self, language: Language) -> String {
        let [english, korean] = self.wording().help;
        fill(pick(language, english, korean), &self.details(language))
    }

    /// The parts of a wording that vary.
    fn details(&self, language: Language) -> Vec<(&'static str, String)> {
        match self {
            Problem::Unreadable { reason } => reason.details(language),
            Problem::Syntax { slip } => slip.details(language),
            Problem::BadDiagram { detail } => vec![("detail", detail.clone())],
            Problem::MissingKey { key } => vec![("key", key.to_string())],
            Problem::UnknownKey { key, guess } => {
                vec![("key", key.clone()), ("guess", instead(guess, language))]
            }
            Problem::KeyAfterOption { key }
            | Problem::KeyBelowTable { key }
            | Problem::EmptyText { key }
            | Problem::NoAcceptedAnswer { key } => {
                vec![("key", key.clone())]
            }
            Problem::WrongType { key, wanted } => {
                vec![("key", key.clone()), ("wanted", wanted.name(language).to_string())]
            }
            Problem::UnknownLanguage { code } => vec![("code", code.clone())],
            Problem::NewerFormat { found } => vec![("found", found.to_string())],
            Problem::BadId { id }
            | Problem::ChapterListedTwice { id }
            | Problem::ChapterNotListed { id }
            | Problem::DuplicateHeading { id }
            | Problem::QuizWithoutChapter { id }
            | Problem::DuplicateOption { id } => vec![("id", id.clone())],
            Problem::MissingLanguage { language: missing } => {
                vec![("language", missing.code().to_string())]
            }
            Problem::HeadingWithoutId { title } => vec![("title", title.clone())],
            Problem::HeadingsDiffer { language: other, wanted, found } => {
                let named = |id: &Option<String>| {
                    id.as_ref().map_or(pick(language, "none", "없음").to_string(), |id| format!("`{id}`"))
                };
                vec![("language", other.code().to_string()), ("wanted", named(wanted)), ("found", named(found))]
            }
            Problem::LiteralEmphasis { marks } => vec![("marks", marks.to_string())],
            Problem::BrokenLink { target } => vec![("target", target.clone())],
            Problem::DiagramTooLarge { columns, rows } => {
                vec![("columns", columns.to_string()), ("rows", rows.to_string())]
            }
            Problem::DuplicateQuestion { id, first } => {
                vec![("id", id.clone()), ("first", first.clone())]
            }
            Problem::UnknownKind { kind } => vec![("kind", kind.clone())],
            Problem::UnknownChapterInManifest { id, guess } | Problem::UnknownQuizBlock { id, guess } => {
                vec![("id", id.clone()), ("guess", after_colon(guess, language))]
            }
            Problem::UnknownSection { section, guess } => {
                vec![("section", section.clone()), ("guess", after_colon(guess, language))]
            }
            Problem::SeveralCorrectOptions { count } => vec![("count", count.to_string())],
            Problem::TooFew { what, needed } => {
                vec![("what", what.to_string()), ("needed", needed.to_string())]
            }
            Problem::MissingTranslation { key, language: missing } => {
                vec![("key", key.clone()), ("language", missing.code().to_string())]
            }
            Problem::GapWithoutBlank { name, language: where_ }
            | Problem::BlankWithoutGap { name, language: where_ } => {
                vec![("name", name.clone()), ("language", where_.code().to_string())]
            }
            Problem::OutOfRange { key, range } => {
                vec![("key", key.to_string()), ("range", range.to_string())]
            }
            Problem::Rule(rule) => rule.details(language),
            Problem::Scenario(rule) => rule.details(language),
            Problem::WhatIf(rule) => rule.details(language),
            Problem::EmptyFile
            | Problem::NoFrontMatter
            | Problem::OpenFrontMatter
            | Problem::MissingSource
            | Problem::TextBeforeHeading
            | Problem::HeadingLevel
            | Problem::HtmlIgnored
            | Problem::TooDeep
            | Problem::NoCorrectOption
            | Problem::MissingWhy
            | Problem::MissingExplanation
            | Problem::NegativeTolerance => Vec::new(),
        }
    }
}

/// What to write instead of a name that has no meaning where it stands.
fn instead(guess: &Guess, language: Language) -> String {
    let template = match guess {
        Guess::Nearest(_) => "{guess}",
        Guess::Among { first, .. } if first.is_empty() => pick(language, "remove it", "지우세요"),
        Guess::Among { .. } => {
            pick(language, "remove it; what has a meaning here: {guess}", "지우세요. 여기서 쓰는 이름: {guess}")
        }
    };
    fill(template, &[("guess", meant(guess, language))])
}

/// The end of a remedy that has named what to write: nothing, if nothing is known.
fn after_colon(guess: &Guess, language: Language) -> String {
    let words = meant(guess, language);
    if words.is_empty() { words } else { format!(": {words}") }
}

fn meant(guess: &Guess, language: Language) -> String {
    let (template, names, more) = match guess {
        Guess::Nearest(nearest) => {
            (pick(language, "did you mean {names}?", "혹시 {names}인가요?"), std::slice::from_ref(nearest), 0)
        }
        Guess::Among { first, more: 0 } => ("{names}", &first[..], 0),
        Guess::Among { first, more } => {
            (pick(language, "{names} and {more} more", "{names} 외 {more}개"), &first[..], *more)
        }
    };
    let names = names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    fill(template, &[("names", names), ("more", more.to_string())])
}

fn pick(language: Language, english: &'static str, korean: &'static str) -> &'static str {
    match language {
        Language::English => english,
        Language::Korean => korean,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_names_the_thing_and_the_help_the_way_out() {
        let problem = Problem::UnknownKey { key: "promt".into(), guess: Guess::Nearest("prompt".into()) };
        assert_eq!(problem.code(), "toml/unknown-key");
        assert_eq!(problem.message(Language::English), "`promt` has no meaning here");
        assert_eq!(problem.help(Language::Korean), "혹시 `prompt`인가요?");
    }

    #[test]
    fn a_remedy_lists_what_there_is_where_nothing_is_near() {
        let known: Vec<String> = (0..14).map(|number| format!("k{number}")).collect();
        let help = |known: &[String], language| {
            Problem::UnknownKey { key: "msec".into(), guess: Guess::among("msec", known) }.help(language)
        };
        assert_eq!(help(&known[..2], Language::English), "remove it; what has a meaning here: `k0`, `k1`");
        assert!(help(&known, Language::English).ends_with("`k11` and 2 more"));
        assert!(help(&known, Language::Korean).ends_with("`k11` 외 2개"));
        assert_eq!(help(&[], Language::English), "remove it");
    }

    #[test]
    fn braces_in_a_remedy_stay() {
        let problem = Problem::HeadingWithoutId { title: "Cache".into() };
        assert!(problem.help(Language::English).contains("`## Cache {#short-name}`"));
    }
}
