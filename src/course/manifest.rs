//! `content/course.toml`: what the course is called and which chapters it has, in order.
//!
//! It must not look at the chapters themselves.

use super::diagnostic::{Diagnostic, Place, Report, place};
use super::exams::read_exams;
use super::fields::{At, Fields};
use super::lost::Lost;
use super::problem::{Problem, Rule, ScenarioRule};
use super::questions::check_translated;
use super::switches::Switches;
use super::syntax::Readable;
use crate::domain::exam::Exam;
use crate::domain::id::{ChapterId, ScenarioId, is_slug};
use crate::domain::question::Text;
use crate::text::Language;
use crate::text::slip::one_slip_apart;
use std::collections::BTreeMap;

/// Where the manifest lies within a course.
pub const PATH: &str = "content/course.toml";

/// Keys that stand above the tables of the file.
const KEYS: [&str; 4] = ["format", "languages", "issues", "scenarios"];

#[derive(Debug, Clone, PartialEq)]
pub struct Manifest {
    pub id: String,
    pub title: Text,
    /// The first is the main one; there is at least one.
    pub languages: Vec<Language>,
    pub issues: Option<String>,
    pub parts: Vec<ManifestPart>,
    pub exams: Vec<Exam>,
    /// Names of services that have no chapter, by the ids that questions use.
    pub services: BTreeMap<String, String>,
    /// In the order in which they are offered.
    pub scenarios: Vec<Listed<ScenarioId>>,
    /// What the course wants of the rules.
    pub switches: Switches,
}

#[derive(Debug, Clone, PartialEq)]
pub struct ManifestPart {
    pub id: String,
    pub title: Text,
    pub chapters: Vec<Listed<ChapterId>>,
}

/// A file that the manifest names, and where.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed<I> {
    pub id: I,
    pub place: Place,
}

/// Reads the manifest. What is wrong with it is left out; a manifest without an id gets `course`.
pub fn parse(text: &str) -> (Manifest, Vec<Diagnostic>) {
    let mut report = Report::new(PATH, text);
    let readable = Readable::of(text);
    readable.report(lost_with, &mut report);
    let table = readable.table();
    let mut fields = Fields::of_file(table.get_ref(), &KEYS);
    check_format(&mut fields, &mut report);
    let id = fields.required_id("id", &mut report);
    let title = fields.required_localized("title", &mut report).unwrap_or_else(Text::empty);
    check_translated("title", &title, &fields.place("title"), &mut report);
    let issues = fields.text("issues", &mut report).map(|issues| issues.value);
    let mut languages = Vec::new();
    for At { value: code, bytes } in fields.placed_texts("languages", &mut report) {
        match Language::from_code(&code) {
            Some(language) if !languages.contains(&language) => languages.push(language),
            Some(_) => {}
            None => report.add(Problem::UnknownLanguage { code }, bytes),
        }
    }
    if languages.is_empty() {
        report.add_to_file(Problem::MissingKey { key: "languages" });
        languages.push(Language::English);
    }
    let mut listed: Vec<ChapterId> = Vec::new();
    let mut parts: Vec<ManifestPart> = Vec::new();
    for mut part in fields.tables("part", &mut report) {
        let mark = report.mark();
        let read = read_part(&mut part, &mut listed, &mut report);
        let is_sound = report.is_sound_since(mark);
        // Its chapters are read all the same.
        if let Some(twice) = read.iter().find(|read| parts.iter().any(|other| other.id == read.id)) {
            report.add(Rule::IdTwice { id: twice.id.clone() }.into(), part.place("id"));
        }
        parts.extend(read);
        part.finish(&[], &mut report);
        if !is_sound {
            report.lose_since(mark, Lost::Chapters);
        }
    }
    if parts.is_empty() {
        report.add_to_file(Problem::TooFew { what: "[[part]]", needed: 1 });
    }
    let exams = read_exams(&mut fields, &mut report);
    let services = fields.text_map("services", &mut report);
    let scenarios = read_scenarios(&mut fields, &mut report);
    let switches = Switches::read(&mut fields, &mut report);
    fields.finish(&[], &mut report);
    for found in &mut report.diagnostics {
        found.loses.extend(lost_under(&found.problem));
    }
    let id = id.unwrap_or_else(|| "course".to_string());
    (Manifest { id, title, languages, issues, parts, exams, services, scenarios, switches }, report.diagnostics)
}

/// What is not known when a key or a table is left out.
fn lost_with(name: &str, id: Option<&str>) -> Option<Lost> {
    match (name, id) {
        ("part" | "chapters", _) => Some(Lost::Chapters),
        ("exam", Some(id)) => Some(Lost::Exam(id.to_string())),
        ("exam", None) => Some(Lost::Exams),
        ("scenarios", _) => Some(Lost::Scenarios),
        ("services", _) => Some(Lost::Services),
        ("check", _) => Some(Lost::Switches),
        _ => None,
    }
}

/// What a key with a wrong name, at a wrong place or of a wrong type was meant to tell.
fn lost_under(problem: &Problem) -> Option<Lost> {
    let (Problem::UnknownKey { key, .. } | Problem::KeyBelowTable { key } | Problem::WrongType { key, .. }) = problem
    else {
        return None;
    };
    let meant = ["part", "chapters", "exam", "scenarios", "services", "check"]
        .into_iter()
        .find(|name| one_slip_apart(name, key))?;
    lost_with(meant, None)
}

/// Notes a file of a newer format: what it means cannot be known.
pub fn check_format(fields: &mut Fields<'_>, report: &mut Report<'_>) {
    match fields.integer("format", report) {
        Some(At { value: 1, .. }) => {}
        Some(At { value, bytes }) => report.add(Problem::NewerFormat { found: value }, bytes),
        None if !fields.has("format") => report.add(Problem::MissingKey { key: "format" }, 0..0),
        None => {}
    }
}

fn read_part(part: &mut Fields<'_>, listed: &mut Vec<ChapterId>, report: &mut Report<'_>) -> Option<ManifestPart> {
    let id = part.required_id("id", report);
    let title = part.required_localized("title", report);
    if let Some(title) = &title {
        check_translated("title", title, &part.place("title"), report);
    }
    let mut chapters = Vec::new();
    for At { value, bytes } in part.placed_texts("chapters", report) {
        let id = ChapterId::new(value);
        if !is_slug(id.as_str()) {
            report.add(Problem::BadId { id: id.to_string() }, bytes);
        } else if listed.contains(&id) {
            report.add(Problem::ChapterListedTwice { id: id.to_string() }, bytes);
        } else {
            listed.push(id.clone());
            chapters.push(Listed { id, place: place(report.text(), bytes) });
        }
    }
    Some(ManifestPart { id: id?, title: title?, chapters })
}

fn read_scenarios(fields: &mut Fields<'_>, report: &mut Report<'_>) -> Vec<Listed<ScenarioId>> {
    let mut scenarios: Vec<Listed<ScenarioId>> = Vec::new();
    for At { value: id, bytes } in fields.placed_texts("scenarios", report) {
        if !is_slug(&id) {
            report.add(Problem::BadId { id }, bytes);
        } else if scenarios.iter().any(|listed| listed.id.as_str() == id) {
            report.add(ScenarioRule::ListedTwice { id }.into(), bytes);
        } else {
            scenarios.push(Listed { id: ScenarioId::new(id), place: place(report.text(), bytes) });
        }
    }
    scenarios
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = "format = 1\nid = \"aws\"\nlanguages = [\"ko\", \"en\"]\ntitle = \"AWS\"\n\n[[part]]\nid = \"one\"\ntitle = \"One\"\nchapters = [\"s3\", \"vpc\"]\n";

    fn found(text: &str) -> Vec<&'static str> {
        parse(text).1.iter().map(|found| found.problem.code()).collect()
    }

    #[test]
    fn parts_and_chapters_keep_their_order() {
        let (manifest, diagnostics) = parse(GOOD);
        assert_eq!(diagnostics, []);
        assert_eq!(manifest.languages, [Language::Korean, Language::English]);
        let chapters: Vec<_> = manifest.parts[0].chapters.iter().map(|listed| listed.id.as_str()).collect();
        assert_eq!(chapters, ["s3", "vpc"]);
        let vpc = &manifest.parts[0].chapters[1].place;
        assert_eq!((vpc.line, vpc.column), (9, 19));
    }

    #[test]
    fn a_name_that_leaves_the_folder_is_refused() {
        let (manifest, diagnostics) = parse(&GOOD.replace("\"vpc\"", "\"../../etc/passwd\""));
        assert_eq!(diagnostics[0].problem.code(), "id/form");
        assert_eq!(manifest.parts[0].chapters.len(), 1);
    }

    #[test]
    fn scenarios_are_listed_above_the_parts_and_once() {
        let with = |list: &str| GOOD.replace("title = \"AWS\"\n", &format!("title = \"AWS\"\nscenarios = {list}\n"));
        let (manifest, diagnostics) = parse(&with("[\"image-load\", \"../x\", \"image-load\"]"));
        let found: Vec<_> =
            diagnostics.iter().map(|found| format!("{} {}", found.location(), found.problem.code())).collect();
        assert_eq!(found, ["content/course.toml:5:28 id/form", "content/course.toml:5:36 scenario/listed-twice"]);
        assert_eq!(manifest.scenarios.len(), 1);
        assert_eq!((manifest.scenarios[0].id.as_str(), manifest.scenarios[0].place.column), ("image-load", 14));
    }

    #[test]
    fn what_is_missing_is_named_and_the_rest_is_used() {
        assert_eq!(
            found("format = 2\n"),
            ["toml/newer-format", "toml/missing-key", "toml/missing-key", "toml/missing-key", "question/too-few"]
        );
        assert_eq!(found(&GOOD.replace("\"vpc\"", "\"s3\"")), ["course/chapter-twice"]);
        assert_eq!(found(&GOOD.replace("\"ko\"", "\"fr\"")), ["toml/unknown-language"]);
    }

    /// Places and codes.
    fn placed(text: &str) -> Vec<String> {
        let found = parse(text).1;
        found.iter().map(|found| format!("{} {}", found.location(), found.problem.code())).collect()
    }

    #[test]
    fn a_name_on_a_list_is_shown_where_it_stands() {
        assert_eq!(placed(&GOOD.replace("\"en\"", "\"fr\"")), ["content/course.toml:3:20 toml/unknown-language"]);
        assert_eq!(placed(&GOOD.replace("\"vpc\"", "\"VPC\"")), ["content/course.toml:9:19 id/form"]);
        assert_eq!(placed(&GOOD.replace("\"vpc\"", "\"s3\"")), ["content/course.toml:9:19 course/chapter-twice"]);
    }

    #[test]
    fn titles_are_written_in_every_language() {
        let half =
            GOOD.replace("title = \"AWS\"", "title.en = \"AWS\"").replace("title = \"One\"", "title.ko = \"하나\"");
        let expected = [
            "content/course.toml:4:1 question/missing-translation",
            "content/course.toml:8:1 question/missing-translation",
        ];
        assert_eq!(placed(&half), expected);
    }

    #[test]
    fn the_second_part_with_an_id_is_named_and_its_chapters_stay() {
        let (manifest, _) = parse(&twice());
        assert_eq!(manifest.parts.len(), 2);
        assert_eq!(placed(&twice()), ["content/course.toml:12:6 id/twice"]);
    }

    fn twice() -> String {
        format!("{GOOD}\n[[part]]\nid = \"one\"\ntitle = \"Two\"\nchapters = [\"rds\"]\n")
    }
}
