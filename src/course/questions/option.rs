//! The small parts of questions: options, ids, reasons, accepted answers.
//!
//! It must not know which kind of question they belong to.

use crate::course::diagnostic::Report;
use crate::course::fields::Fields;
use crate::course::problem::Problem;
use crate::domain::id::is_slug;
use crate::domain::normalize::normalized;
use crate::domain::question::{Accepted, Choice, OptionId, Text, letter};
use crate::text::Language;
use std::ops::Range;

/// Keys that belong to the question, not to its options.
pub const QUESTION_KEYS: [&str; 17] = [
    "id",
    "kind",
    "section",
    "difficulty",
    "prompt",
    "hint",
    "explanation",
    "services",
    "topics",
    "domains",
    "sources",
    "verified",
    "revision",
    "shuffle",
    "accept",
    "value",
    "answer",
];

/// Whether each option has to say why.
#[derive(Clone, Copy, PartialEq)]
pub enum Whys {
    Wanted,
    Optional,
}

/// Options that hold together; none at all if two share an id.
pub fn read_choices(options: Vec<Fields<'_>>, whys: Whys, report: &mut Report<'_>) -> Vec<Choice> {
    let mut choices: Vec<Choice> = Vec::new();
    for (position, mut fields) in options.into_iter().enumerate() {
        let id = read_id(&mut fields, position, report);
        let correct = fields.boolean("correct", report).unwrap_or(false);
        let text = fields.required_localized("text", report);
        let why = match whys {
            Whys::Wanted => read_why(&mut fields, report),
            Whys::Optional => fields.localized("why", report).map_or_else(Text::empty, |why| why.value),
        };
        if let Some(text) = &text {
            check_translated("text", text, &fields.bytes(), report);
        }
        if choices.iter().any(|choice| choice.id == id) {
            report.add(Problem::DuplicateOption { id: id.clone() }, fields.bytes());
            return Vec::new();
        }
        fields.finish(&QUESTION_KEYS, report);
        choices.extend(text.map(|text| Choice { id, correct, text, why }));
    }
    choices
}

/// The id of an option: its own, or its letter by position.
pub fn read_id(fields: &mut Fields<'_>, position: usize, report: &mut Report<'_>) -> OptionId {
    match fields.text("id", report) {
        Some(id) if is_slug(&id.value) => id.value,
        Some(id) => {
            report.add(Problem::BadId { id: id.value }, id.bytes);
            letter(position)
        }
        None => letter(position),
    }
}

pub fn read_why(fields: &mut Fields<'_>, report: &mut Report<'_>) -> Text {
    let why = fields.localized("why", report).map_or_else(Text::empty, |why| why.value);
    check_why(&why, &fields.bytes(), report);
    why
}

pub fn check_why(why: &Text, bytes: &Range<usize>, report: &mut Report<'_>) {
    if why.is_empty() {
        report.add(Problem::MissingWhy, bytes.clone());
    }
    check_translated("why", why, bytes, report);
}

/// Notes a text that is written in some languages and not in all.
pub fn check_translated(key: &str, text: &Text, bytes: &Range<usize>, report: &mut Report<'_>) {
    for language in Language::ALL {
        if !text.is_empty() && text.own(language).is_none() {
            report.add(Problem::MissingTranslation { key: key.to_string(), language }, bytes.clone());
        }
    }
}

pub fn read_accepted(fields: &mut Fields<'_>, report: &mut Report<'_>) -> Option<Accepted> {
    if !fields.has("accept") {
        report.add(Problem::MissingKey { key: "accept" }, fields.bytes());
        return None;
    }
    let accept = fields.localized_texts("accept", report)?;
    let usable = |list: &Vec<String>| !list.is_empty() && list.iter().all(|spelling| !normalized(spelling).is_empty());
    if accept.value.is_empty() || !accept.value.iter().all(|(_, list)| usable(list)) {
        report.add(Problem::NoAcceptedAnswer { key: "accept".to_string() }, accept.bytes);
        return None;
    }
    Some(accept.value)
}

pub fn first_repeated<'i>(ids: impl Iterator<Item = &'i OptionId>) -> Option<OptionId> {
    let mut seen: Vec<&OptionId> = Vec::new();
    for id in ids {
        if seen.contains(&id) {
            return Some(id.clone());
        }
        seen.push(id);
    }
    None
}
