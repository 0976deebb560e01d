//! `content/glossary.toml`: the terms of a course, each with one sentence and the section that explains it.
//!
//! It must not open the file or know where a term is shown.

use super::diagnostic::{Diagnostic, Report};
use super::fields::Fields;
use super::guess::Guess;
use super::manifest::check_format;
use super::problem::{Problem, Rule};
use super::syntax::Readable;
use crate::domain::id::{SectionId, is_slug};
use crate::domain::outline::Outline;
use crate::domain::question::Text;
use crate::text::Language;

/// Where the glossary lies within a course. A course need not have one.
pub const PATH: &str = "content/glossary.toml";

#[derive(Debug, Clone, PartialEq)]
pub struct Term {
    pub id: String,
    pub name: Text,
    /// Abbreviations and other spellings.
    pub aliases: Vec<String>,
    pub text: Text,
    /// Where it is explained.
    pub section: SectionId,
}

/// Reads the terms, in the order of the file; those that lack something are left out.
pub fn parse(text: &str, outline: &Outline) -> (Vec<Term>, Vec<Diagnostic>) {
    let mut report = Report::new(PATH, text);
    let readable = Readable::of(text);
    readable.report(|_, _| None, &mut report);
    let table = readable.table();
    let mut file = Fields::of_file(table.get_ref(), &["format"]);
    check_format(&mut file, &mut report);
    let mut terms: Vec<Term> = Vec::new();
    for mut fields in file.tables("term", &mut report) {
        let Some(term) = read_term(&mut fields, outline, &mut report) else { continue };
        if terms.iter().any(|other| other.id == term.id) {
            report.add(Rule::IdTwice { id: term.id }.into(), fields.bytes());
        } else {
            terms.push(term);
        }
        fields.finish(&[], &mut report);
    }
    file.finish(&[], &mut report);
    (terms, report.diagnostics)
}

fn read_term(fields: &mut Fields<'_>, outline: &Outline, report: &mut Report<'_>) -> Option<Term> {
    let id = fields.required_text("id", report);
    let name = fields.required_localized("name", report);
    let aliases = fields.texts("aliases", report);
    let text = fields.required_localized("text", report);
    let section = fields.required_text("section", report);
    for (key, text) in [("name", &name), ("text", &text)] {
        let missing = |language: &&Language| text.as_ref().is_some_and(|text| text.own(**language).is_none());
        for language in outline.languages.iter().filter(missing) {
            report.add(Problem::MissingTranslation { key: key.to_string(), language: *language }, fields.bytes());
        }
    }
    let (id, section) = (id?, section?);
    if !is_slug(&id.value) {
        report.add(Problem::BadId { id: id.value }, id.bytes);
        return None;
    }
    let section_id = SectionId::new(section.value);
    if outline.section(&section_id).is_none() {
        let guess = Guess::section(&section_id, outline);
        report.add(Problem::UnknownSection { section: section_id.to_string(), guess }, section.bytes);
    }
    Some(Term { id: id.value, name: name?, aliases, text: text?, section: section_id })
}

impl Term {
    /// Whether a text speaks of the term: its name in either language, or one of its aliases, as words of their own. An
    /// alias in small Latin letters (`edge`, `item`) is an everyday word too, and does not count.
    pub fn occurs_in(&self, text: &str) -> bool {
        let names = Language::ALL.into_iter().filter_map(|language| self.name.own(language));
        let everyday = |alias: &&String| alias.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b' ');
        let aliases = self.aliases.iter().filter(|alias| !everyday(alias));
        names.chain(aliases).any(|name| occurs(name, text))
    }
}

/// Short names are abbreviations and count only as they are written: `AZ` is not in "azure", nor "as" in `AS`.
fn occurs(name: &str, text: &str) -> bool {
    if name.is_empty() {
        return false;
    }
    if name.is_ascii() && name.len() > 3 {
        return stands_alone(&name.to_lowercase(), &text.to_lowercase());
    }
    stands_alone(name, text)
}

fn stands_alone(name: &str, text: &str) -> bool {
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let starts_latin = latin(name.chars().next());
    let ends_latin = latin(name.chars().next_back());
    text.match_indices(name).any(|(start, found)| {
        let before = text[..start].chars().next_back();
        // A plural is the same word.
        let after =
            text[start + found.len()..].strip_prefix('s').unwrap_or(&text[start + found.len()..]).chars().next();
        !(starts_latin && latin(before) || ends_latin && latin(after))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::outline::examples::outline;

    const TERM: &str = "[[term]]\nid = \"az\"\nname.en = \"Availability Zone\"\nname.ko = \"가용 영역\"\naliases = [\"AZ\", \"zone\"]\ntext = \"x\"\nsection = \"aws#problem\"\n";

    fn found(text: &str) -> (usize, Vec<(&'static str, String)>) {
        let (terms, diagnostics) = parse(text, &outline());
        (terms.len(), diagnostics.iter().map(|found| (found.problem.code(), found.location())).collect())
    }

    #[test]
    fn a_term_is_found_by_any_of_its_names() {
        let term = parse(&format!("format = 1\n{TERM}"), &outline()).0.remove(0);
        for text in ["two availability zones", "가용 영역마다", "one AZ fails", "(AZ)", "AZs"] {
            assert!(term.occurs_in(text), "{text}");
        }
        for text in ["Azure", "az", "BRAZIL", "a time zone", ""] {
            assert!(!term.occurs_in(text), "{text}");
        }
    }

    #[test]
    fn what_is_wrong_has_its_place_and_the_rest_stays() {
        assert_eq!(found(&format!("format = 1\n{TERM}")), (1, vec![]));
        let gone = TERM.replace("aws#problem", "aws#gone");
        assert_eq!(
            found(&format!("format = 1\n{gone}")).1,
            [("question/unknown-section", "content/glossary.toml:8:11".into())]
        );
        assert_eq!(
            found(&format!("format = 1\n{TERM}{TERM}")),
            (1, vec![("id/twice", "content/glossary.toml:9:1".into())])
        );
        let broken = TERM.replace("\"AZ\", \"zone\"", "\"AZ, \"zone\"");
        assert_eq!(
            found(&format!("format = 1\n{broken}{TERM}")),
            (1, vec![("toml/syntax", "content/glossary.toml:6:18".into())])
        );
        let half = TERM.replace("name.ko = \"가용 영역\"\n", "");
        assert_eq!(found(&format!("format = 1\n{half}")).1[0].0, "question/missing-translation");
    }
}
