//! The rules that need the whole course: links, sections, quiz blocks, diagrams, files that nobody lists.
//!
//! It must not print or decide what to do about a problem.

use super::diagnostic::{Diagnostic, Report, Severity};
use super::diagram;
use super::library::{Course, chapter_path, clean_file, quiz_path};
use super::link::Link;
use super::markdown::{Block, Inline};
use super::problem::Problem;
use super::source::Source;
use super::{chapter, questions};
use crate::domain::id::ChapterId;
use crate::text::Language;
use std::collections::{BTreeMap, HashSet};

/// The room that a diagram may take, in cells.
pub const DIAGRAM_COLUMNS: usize = 76;
pub const DIAGRAM_ROWS: usize = 20;

/// What `check` found out about a course.
#[derive(Debug)]
pub struct Findings {
    /// Sorted by path and place.
    pub diagnostics: Vec<Diagnostic>,
    pub chapters: usize,
    pub questions: usize,
    pub scenarios: usize,
    /// Chapters that are written in each language.
    pub languages: BTreeMap<Language, usize>,
}

impl Findings {
    pub fn count(&self, severity: Severity) -> usize {
        self.diagnostics.iter().filter(|found| found.severity() == severity).count()
    }
}

/// Reads every file of a course and applies every rule.
pub fn check(source: Box<dyn Source>) -> Findings {
    let (course, mut diagnostics) = Course::open(source);
    let mut languages = BTreeMap::new();
    for chapter in course.outline.chapters() {
        for language in &course.outline.languages {
            let path = chapter_path(chapter.id.as_str(), *language);
            if let Ok(text) = course.source().read(&path) {
                *languages.entry(*language).or_insert(0) += 1;
                check_chapter(&course, &chapter.id, &path, &clean_file(&text), &mut diagnostics);
            }
        }
        check_quiz(&course, &chapter.id, &mut diagnostics);
    }
    check_unlisted(&course, &mut diagnostics);
    diagnostics.sort_by_key(|found| {
        let place = found.place.as_ref().map(|place| (place.line, place.column));
        (found.path.clone(), place, found.problem.code())
    });
    Findings {
        diagnostics,
        chapters: course.outline.chapters().count(),
        questions: course.outline.chapters().map(|chapter| chapter.questions.len()).sum(),
        scenarios: 0,
        languages,
    }
}

fn check_chapter(course: &Course, id: &ChapterId, path: &str, text: &str, diagnostics: &mut Vec<Diagnostic>) {
    let (Some(chapter), _) = chapter::parse(path, text) else {
        return;
    };
    let mut report = Report::new(path, text);
    chapter.document.walk_inlines(&mut |inline| {
        if let Inline::Link { target, bytes, .. } = inline
            && !Link::parse(target, id).exists_in(&course.outline)
        {
            report.add(Problem::BrokenLink { target: target.clone() }, bytes.clone());
        }
    });
    chapter.document.walk(&mut |node| match &node.block {
        Block::Question(question) if course.outline.chapter_of_question(question).is_none() => {
            report.add(Problem::UnknownQuizBlock { id: question.clone() }, node.bytes.clone());
        }
        Block::Diagram(source) => {
            if let Some(problem) = diagram_problem(source) {
                report.add(problem, node.bytes.clone());
            }
        }
        _ => {}
    });
    diagnostics.extend(report.diagnostics);
}

fn diagram_problem(source: &str) -> Option<Problem> {
    let diagram = match diagram::parse(source) {
        Ok(diagram) => diagram,
        Err(error) => {
            return Some(Problem::BadDiagram { detail: error.to_string() });
        }
    };
    match diagram::draw(&diagram, DIAGRAM_COLUMNS, diagram::Style::Unicode) {
        Ok(drawing) if drawing.rows.len() <= DIAGRAM_ROWS => None,
        Ok(_) | Err(_) => Some(Problem::DiagramTooLarge { columns: DIAGRAM_COLUMNS, rows: DIAGRAM_ROWS }),
    }
}

fn check_quiz(course: &Course, chapter: &ChapterId, diagnostics: &mut Vec<Diagnostic>) {
    let path = quiz_path(chapter.as_str());
    let Ok(text) = course.source().read(&path) else {
        return;
    };
    let text = clean_file(&text);
    let mut report = Report::new(&path, &text);
    for written in questions::parse(&path, &text).0 {
        let section = &written.question.section;
        if course.outline.section(section).is_none() {
            report.add(Problem::UnknownSection { section: section.to_string() }, written.section_bytes);
        }
    }
    diagnostics.extend(report.diagnostics);
}

/// Files that look like a chapter or a quiz and belong to no chapter of the course.
fn check_unlisted(course: &Course, diagnostics: &mut Vec<Diagnostic>) {
    let mut named = HashSet::new();
    for path in course.source().paths() {
        let parts: Vec<&str> = path.split('/').collect();
        let (id, is_quiz) = match parts[..] {
            ["content", code, file] if Language::from_code(code).is_some() => (file.strip_suffix(".md"), false),
            ["quizzes", file] => (file.strip_suffix(".toml"), true),
            _ => (None, false),
        };
        let Some(id) = id.filter(|id| course.outline.chapter(id).is_none()) else {
            continue;
        };
        let id = id.to_string();
        // A chapter that is listed but broken has been reported with its own problem.
        if diagnostics.iter().any(|found| found.path == path) {
            continue;
        }
        let problem = if is_quiz { Problem::QuizWithoutChapter { id } } else { Problem::ChapterNotListed { id } };
        if named.insert(path.clone()) {
            diagnostics.push(Diagnostic::new(problem, path, None));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::source::InMemory;
    use super::*;

    const MANIFEST: &str = "format = 1\nid = \"t\"\nlanguages = [\"en\"]\ntitle = \"T\"\n[[part]]\nid = \"p\"\ntitle = \"P\"\nchapters = [\"s3\"]\n";
    const FRONT: &str =
        "+++\ntitle = \"S3\"\nsummary = \"s\"\n[[source]]\nurl = \"https://a\"\ntitle = \"A\"\n+++\n## Why {#why}\n";
    const QUESTION: &str = "format = 1\n[[question]]\nid = \"q\"\nkind = \"boolean\"\nsection = \"s3#why\"\nprompt = \"P\"\nanswer = true\nwhy.true = \"t\"\nwhy.false = \"f\"\n";

    fn found(body: &str, quiz: &str, more: &[(&str, &str)]) -> Vec<String> {
        let chapter = format!("{FRONT}{body}");
        let files =
            [("content/course.toml", MANIFEST), ("content/en/s3.md", chapter.as_str()), ("quizzes/s3.toml", quiz)];
        let source = InMemory::new(files.into_iter().chain(more.iter().copied()));
        let findings = check(Box::new(source));
        findings.diagnostics.iter().map(|found| format!("{} {}", found.location(), found.problem.code())).collect()
    }

    #[test]
    fn a_whole_course_has_no_problems_and_is_counted() {
        let chapter = format!("{FRONT}See [why](#why) and [S3](s3.md).\n\n```quiz\nq\n```\n");
        let files =
            [("content/course.toml", MANIFEST), ("content/en/s3.md", chapter.as_str()), ("quizzes/s3.toml", QUESTION)];
        let findings = check(Box::new(InMemory::new(files)));
        assert_eq!(findings.diagnostics, []);
        assert_eq!((findings.chapters, findings.questions, findings.languages[&Language::English]), (1, 1, 1));
    }

    #[test]
    fn links_must_lead_somewhere() {
        let body = "\n[a](ec2.md) [b](s3.md#nowhere) [c](https://x.org) [d](../../etc/passwd)\n";
        assert_eq!(
            found(body, QUESTION, &[]),
            [
                "content/en/s3.md:10:1 chapter/broken-link",
                "content/en/s3.md:10:13 chapter/broken-link",
                "content/en/s3.md:10:51 chapter/broken-link",
            ]
        );
    }

    #[test]
    fn a_quiz_block_and_a_section_must_exist() {
        let quiz = QUESTION.replace("s3#why", "s3#gone");
        assert_eq!(
            found("\n```quiz\nnope\n```\n", &quiz, &[]),
            ["content/en/s3.md:10:1 chapter/unknown-question", "quizzes/s3.toml:5:11 question/unknown-section"]
        );
    }

    #[test]
    fn a_diagram_is_drawn_to_see_whether_it_can_be() {
        let wide = (0..12)
            .map(|n| format!("a{n}[a rather long label] --> a{}[a rather long label]\n", n + 1))
            .collect::<String>();
        let body = format!("\n```mermaid\nsequenceDiagram\n```\n\n```mermaid\nflowchart LR\n{wide}```\n");
        assert_eq!(
            found(&body, QUESTION, &[]),
            ["content/en/s3.md:10:1 diagram/unreadable", "content/en/s3.md:14:1 diagram/too-large"]
        );
    }

    #[test]
    fn files_that_nobody_lists_are_named() {
        let more = [("content/en/draft.md", FRONT), ("quizzes/draft.toml", "format = 1\n")];
        assert_eq!(
            found("", QUESTION, &more),
            ["content/en/draft.md course/chapter-not-listed", "quizzes/draft.toml quiz/without-chapter"]
        );
    }
}
