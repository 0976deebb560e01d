//! The rules that need the whole course, one file for each family, and the order in which they are applied.
//!
//! It must not print or decide what to do about a problem.

mod age;
mod bank;
mod chance;
mod chapter;
mod consequence;
#[cfg(test)]
mod consequence_tests;
#[cfg(test)]
mod examples;
mod identity;
mod language;
mod options;
mod place;
mod question;
mod scenario;
mod scenario_file;
#[cfg(test)]
mod scenario_tests;
mod service;
mod stem;
mod what_if;
#[cfg(test)]
mod what_if_tests;

pub use bank::{Figure, Measured};
pub use chapter::{DIAGRAM_COLUMNS, DIAGRAM_ROWS};

use super::chapter::Chapter;
use super::diagnostic::{Diagnostic, Report, Severity};
use super::file_text::{FileText, problem_of_file, read_file};
use super::library::{Course, chapter_path, clean_file, quiz_path};
use super::problem::Problem;
use super::source::Source;
use super::switches::Switches;
use super::syntax::Readable;
use super::{glossary, manifest, questions};
use crate::domain::id::ChapterId;
use crate::domain::question::Question;
use crate::text::Language;
use bank::Bank;
use jiff::civil::Date;
use place::Step;
use std::collections::BTreeMap;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// What `check` found out about a course.
#[derive(Debug)]
pub struct Findings {
    /// Causes first, then by path and place, without those that the course has switched off or that only follow from
    /// others.
    pub diagnostics: Vec<Diagnostic>,
    pub chapters: usize,
    pub questions: usize,
    pub scenarios: usize,
    /// Chapters that are written in each language.
    pub languages: BTreeMap<Language, usize>,
    /// What was counted over all questions, also where nothing is wrong.
    pub figures: Vec<Figure>,
}

impl Findings {
    pub fn count(&self, severity: Severity) -> usize {
        self.diagnostics.iter().filter(|found| found.severity() == severity).count()
    }

    /// How many messages are held back because they may only follow from others.
    pub fn held_back(&self) -> usize {
        self.diagnostics.iter().map(|found| found.held_back).sum()
    }
}

/// Reads every file of a course and applies every rule. Facts are old only on a day, `as_of`.
pub fn check(source: Box<dyn Source>, as_of: Option<Date>) -> Findings {
    check_beside(source, None, as_of)
}

/// The same for a course that stands beside the built-in one.
pub fn check_beside(source: Box<dyn Source>, built_in: Option<&dyn Source>, as_of: Option<Date>) -> Findings {
    let (course, mut diagnostics) = Course::open(source);
    if let (Some(built_in), Ok(text)) = (built_in, course.source().read(manifest::PATH)) {
        let text = clean_file(&text);
        let mut report = Report::new(manifest::PATH, &text);
        identity::check(course.source(), built_in, &mut report);
        diagnostics.extend(report.diagnostics);
    }
    let ground = Ground { switches: switches(&course), course: &course, as_of };
    let mut languages = BTreeMap::new();
    let mut bank = Bank::default();
    for chapter in course.outline.chapters() {
        for language in &course.outline.languages {
            if let Some(found) = check_chapter(&ground, &chapter.id, *language) {
                *languages.entry(*language).or_insert(0) += 1;
                diagnostics.extend(found);
            }
        }
        diagnostics.extend(check_quiz(&ground, &chapter.id, &mut bank));
    }
    match read_file(course.source(), glossary::PATH) {
        FileText::Text(text) => diagnostics.extend(glossary::parse(&text, &course.outline).1),
        FileText::Missing => {}
        FileText::Useless(problem) => diagnostics.push(problem_of_file(problem, glossary::PATH)),
    }
    for scenario in &course.outline.scenarios {
        diagnostics.extend(scenario::check(&ground, &scenario.id));
    }
    chapter::check_unlisted(&ground, &mut diagnostics);
    let (figures, too_often) = bank.judge();
    diagnostics.extend(too_often);
    Findings {
        diagnostics: sorted(consequence::hold_back(distinct(ground.switched(diagnostics)), &course.outline)),
        chapters: course.outline.chapters().count(),
        questions: course.outline.chapters().map(|chapter| chapter.questions.len()).sum(),
        scenarios: course.outline.scenarios.len(),
        languages,
        figures,
    }
}

/// What every rule may look at.
struct Ground<'c> {
    course: &'c Course,
    switches: Switches,
    as_of: Option<Date>,
}

impl Ground<'_> {
    /// What is left of the problems when the course has its say.
    fn switched(&self, diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
        let languages = &self.course.outline.languages;
        let unspoken = |problem: &Problem| matches!(problem, Problem::MissingTranslation { language, .. } if !languages.contains(language));
        let spoken = diagnostics.into_iter().filter(|found| !unspoken(&found.problem));
        let switched = |found: Diagnostic| {
            let severity = self.switches.severity(&found.problem)?;
            Some(found.with_severity(severity))
        };
        spoken.filter_map(switched).collect()
    }
}

fn switches(course: &Course) -> Switches {
    let text = course.source().read(manifest::PATH).unwrap_or_default();
    // What is wrong with the manifest was said when the course was opened.
    manifest::parse(&clean_file(&text)).0.switches
}

/// Each problem once: several readers notice the same.
fn distinct(mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    diagnostics.sort_by_key(by_place);
    diagnostics.dedup();
    diagnostics
}

/// What cannot be read, and what others follow from, comes first.
fn sorted(mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let is_cause = |found: &Diagnostic| {
        let unread = matches!(found.problem, Problem::Unreadable { .. } | Problem::EmptyFile | Problem::Syntax { .. });
        unread || found.held_back > 0
    };
    diagnostics.sort_by_key(|found| (!is_cause(found), by_place(found)));
    diagnostics
}

fn by_place(found: &Diagnostic) -> (String, Option<(usize, usize)>, &'static str) {
    let place = found.place.as_ref().map(|place| (place.line, place.column));
    (found.path.clone(), place, found.problem.code())
}

/// A chapter in one language, with its file.
struct ChapterText<'t> {
    id: &'t ChapterId,
    language: Language,
    text: &'t str,
    chapter: Chapter,
}

/// `None` if there is no such file.
fn check_chapter(ground: &Ground<'_>, id: &ChapterId, language: Language) -> Option<Vec<Diagnostic>> {
    let path = chapter_path(id.as_str(), language);
    let text = ground.course.source().read(&path).ok()?;
    let text = clean_file(&text);
    let mut report = Report::new(&path, &text);
    if let (Some(chapter), _) = super::chapter::parse(&path, &text) {
        let file = ChapterText { id, language, text: &text, chapter };
        chapter::check(ground, &file, &mut report);
        language::check_chapter(&file, &mut report);
        age::check_chapter(ground, &file, &mut report);
        service::check_chapter(&ground.course.outline, &file, &mut report);
    }
    Some(report.diagnostics)
}

/// The questions of a chapter, with their file.
struct Quiz<'t> {
    path: &'t str,
    text: &'t str,
    asked: Vec<Asked<'t>>,
}

/// A question as it was read, and the table that it was read from.
struct Asked<'t> {
    question: Question,
    /// The place of its header.
    bytes: Range<usize>,
    table: &'t DeTable<'t>,
}

impl Asked<'_> {
    /// The place of a value, or of the deepest one on the way to it.
    fn place(&self, steps: &[Step]) -> Range<usize> {
        place::find(self.table, steps).unwrap_or_else(|| self.bytes.clone())
    }

    /// The place of what the question says of an exam.
    fn place_of_domain(&self, exam: &str) -> Range<usize> {
        let domains = self.table.get("domains").and_then(|domains| domains.get_ref().as_table());
        domains.and_then(|domains| domains.get(exam)).map_or_else(|| self.bytes.clone(), Spanned::span)
    }
}

fn check_quiz(ground: &Ground<'_>, chapter: &ChapterId, bank: &mut Bank) -> Vec<Diagnostic> {
    let path = quiz_path(chapter.as_str());
    let Ok(text) = ground.course.source().read(&path) else {
        return check_missing_quiz(ground, chapter);
    };
    let text = clean_file(&text);
    let readable = Readable::of(&text);
    let table = readable.table();
    let tables = table.get_ref().get("question").and_then(|questions| questions.get_ref().as_array());
    let tables: Vec<&Spanned<DeValue<'_>>> = tables.into_iter().flat_map(|questions| questions.iter()).collect();
    let asked = questions::parse(&path, &text).0.into_iter().filter_map(|written| {
        let table = tables.iter().find(|table| table.span() == written.bytes)?;
        Some(Asked { question: written.question, bytes: written.bytes, table: table.get_ref().as_table()? })
    });
    let quiz = Quiz { path: &path, text: &text, asked: asked.collect() };
    let languages = &ground.course.outline.languages;
    let mut report = Report::new(&path, &text);
    question::check(ground, &quiz, &mut report);
    options::check(&quiz, languages, &mut report);
    stem::check(&quiz, languages, &mut report);
    language::check_quiz(&quiz, languages, &mut report);
    age::check_quiz(ground, &quiz, &mut report);
    chapter::check_amount(ground, chapter, &mut report);
    bank.add(&quiz, languages);
    report.diagnostics
}

/// A chapter without a file of questions has too few of them, and only its text can be told so.
fn check_missing_quiz(ground: &Ground<'_>, chapter: &ChapterId) -> Vec<Diagnostic> {
    let paths = ground.course.outline.languages.iter().map(|language| chapter_path(chapter.as_str(), *language));
    let file = paths.into_iter().find_map(|path| {
        let text = clean_file(&ground.course.source().read(&path).ok()?).into_owned();
        Some((path, text))
    });
    let Some((path, text)) = file else {
        return Vec::new();
    };
    let mut report = Report::new(&path, &text);
    chapter::check_amount(ground, chapter, &mut report);
    report.diagnostics
}

#[cfg(test)]
mod tests {
    use super::examples::{SINGLE, codes, course, found_in_quiz};
    use super::*;
    use crate::text::Language;

    #[test]
    fn a_whole_course_has_no_problems_and_is_counted() {
        let body = "See [why](#why) and [S3](s3.md).\n\n```quiz\nq\n```\n";
        let findings = check(Box::new(course(SINGLE, body, "")), None);
        assert_eq!(findings.diagnostics, []);
        assert_eq!((findings.chapters, findings.questions, findings.languages[&Language::English]), (1, 1, 1));
    }

    #[test]
    fn the_course_decides_how_serious_a_rule_is() {
        let quiz = SINGLE.replace("hint = \"Think.\"\n", "");
        let found = |switch: &str| {
            let findings = check(Box::new(course(&quiz, "", switch)), None);
            findings.diagnostics.iter().map(|found| (found.problem.code(), found.severity())).collect::<Vec<_>>()
        };
        assert_eq!(found(""), [("question/missing-hint", Severity::Warning)]);
        assert_eq!(found("missing-hint = \"error\"\n"), [("question/missing-hint", Severity::Error)]);
        assert_eq!(found("\"question/missing-hint\" = \"off\"\n"), []);
    }

    #[test]
    fn a_switch_that_names_no_rule_is_reported() {
        let findings = check(Box::new(course(SINGLE, "", "missing-hints = \"off\"\n")), None);
        assert_eq!(codes(&findings), ["content/course.toml:20:1 check/unknown-rule"]);
    }

    #[test]
    fn a_language_that_the_course_does_not_have_is_not_missed() {
        let only_english = SINGLE.replace("prompt = \"P?\"", "prompt.en = \"Where?\"");
        assert_eq!(found_in_quiz(&only_english), ["quizzes/s3.toml:2:1 question/missing-translation"]);
        let mut files = course(&only_english, "", "");
        let manifest = files.0["content/course.toml"].replace("\"en\", \"ko\"", "\"en\"");
        files.0.insert("content/course.toml".into(), manifest);
        files.0.remove("content/ko/s3.md");
        assert_eq!(codes(&check(Box::new(files), None)), ["content/ko/s3.md"; 0]);
    }
}
