//! The text that reports a doubtful question: what an author needs to find it, ready to paste.

use crate::course::Course;
use crate::domain::question::Question;
use crate::text::Language;
use crate::text::words::{Words, fill};

/// Id, revision, key and place of a question, with room for what seems wrong. In English: authors read it.
pub fn report_text(question: &Question, course: &Course, language: Language) -> String {
    let tracker = course.outline.issues.as_deref().map(|address| format!("{address}\n\n")).unwrap_or_default();
    let verified = question.verified.map_or_else(|| "-".to_string(), |date| date.to_string());
    format!(
        "{tracker}Doubtful question: {id}\n\n- course: {course}, awstutor {version}\n- revision: {revision}, key: {key}\n- section: {section}\n- language: {language}\n- verified: {verified}\n\n> {prompt}\n\nWhat seems wrong:\n\nA source:\n",
        id = question.id,
        course = course.outline.id,
        version = env!("CARGO_PKG_VERSION"),
        revision = question.revision,
        key = question.key(),
        section = question.section,
        language = language.code(),
        prompt = question.prompt.text(language).replace('\n', "\n> "),
    )
}

/// What to say after a report was copied.
pub fn report_notice(course: &Course, words: &Words) -> String {
    match &course.outline.issues {
        Some(address) => fill(words.report_copied_for, &[("address", address.clone())]),
        None => words.report_copied.to_string(),
    }
}
