//! Rules about a chapter: its links and quiz blocks lead somewhere, its diagrams can be drawn, its questions are enough.
//!
//! What a text can break on its own is noticed where it is read.

use super::{ChapterText, Ground};
use crate::course::diagnostic::{Diagnostic, Report};
use crate::course::diagram;
use crate::course::guess::Guess;
use crate::course::link::Link;
use crate::course::markdown::{Block, Inline};
use crate::course::problem::{Problem, Rule, ScenarioRule};
use crate::domain::id::ChapterId;
use crate::domain::question::Difficulty;
use crate::text::Language;
use std::collections::HashSet;
use std::ops::Range;

/// The room that a diagram may take, in cells.
pub const DIAGRAM_COLUMNS: usize = 76;
pub const DIAGRAM_ROWS: usize = 20;

pub fn check(ground: &Ground<'_>, file: &ChapterText<'_>, report: &mut Report<'_>) {
    let outline = &ground.course.outline;
    file.chapter.document.walk_inlines(&mut |inline| {
        if let Inline::Link { target, bytes, .. } = inline
            && !Link::parse(target, file.id).exists_in(outline)
        {
            report.add(Problem::BrokenLink { target: target.clone() }, bytes.clone());
        }
    });
    file.chapter.document.walk(&mut |node| match &node.block {
        Block::Question(question) if outline.chapter_of_question(question).is_none() => {
            let guess = Guess::question(question, outline);
            report.add(Problem::UnknownQuizBlock { id: question.clone(), guess }, node.bytes.clone());
        }
        Block::Diagram(source) => {
            if let Some((problem, line)) = diagram_problem(source) {
                report
                    .add(problem, line.map_or(node.bytes.clone(), |line| line_of_fence(file.text, &node.bytes, line)));
            }
        }
        _ => {}
    });
}

/// What is wrong with a diagram, and in which of its lines, counted from 1; `None` for all of it.
fn diagram_problem(source: &str) -> Option<(Problem, Option<usize>)> {
    let diagram = match diagram::parse(source) {
        Ok(diagram) => diagram,
        Err(error) => {
            return Some((Problem::BadDiagram { detail: error.cause.to_string() }, Some(error.line)));
        }
    };
    match diagram::draw(&diagram, DIAGRAM_COLUMNS, diagram::Style::Unicode) {
        Ok(drawing) if drawing.rows.len() <= DIAGRAM_ROWS => None,
        Ok(_) | Err(_) => Some((Problem::DiagramTooLarge { columns: DIAGRAM_COLUMNS, rows: DIAGRAM_ROWS }, None)),
    }
}

/// The line of a fenced block, counted from 1 below the opening fence, without the blanks around it.
fn line_of_fence(text: &str, fence: &Range<usize>, line: usize) -> Range<usize> {
    let mut start = fence.start;
    for _ in 0..line {
        start += text[start..fence.end].find('\n').map_or(0, |feed| feed + 1);
    }
    let written = text[start..].split('\n').next().unwrap_or_default();
    let start = start + written.len() - written.trim_start().len();
    start..start + written.trim().len()
}

/// Whether a chapter has the questions that the course asks for. `report` is about the file to which to add them.
pub fn check_amount(ground: &Ground<'_>, chapter: &ChapterId, report: &mut Report<'_>) {
    let questions = ground.course.questions(chapter.as_str());
    let first_line = 0..report.text().lines().next().map_or(0, str::len);
    let needed = ground.switches.questions_per_chapter;
    if questions.len() < needed {
        report.add(Rule::FewQuestions { count: questions.len(), needed }.into(), first_line.clone());
    }
    let needed = ground.switches.per_difficulty;
    for difficulty in [Difficulty::Recall, Difficulty::Apply, Difficulty::Decide] {
        let count = questions.iter().filter(|question| question.difficulty == difficulty).count();
        if count < needed {
            report.add(Rule::FewOfDifficulty { difficulty, count, needed }.into(), first_line.clone());
        }
    }
}

/// Files that look like a chapter, a quiz or a scenario and are not listed in the course.
pub fn check_unlisted(ground: &Ground<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let course = ground.course;
    let mut named = HashSet::new();
    for path in course.source().paths() {
        let parts: Vec<&str> = path.split('/').collect();
        let of_chapter = |file: &str, end: &str| {
            let id = file.strip_suffix(end).filter(|id| course.outline.chapter(id).is_none());
            id.map(str::to_string)
        };
        let problem = match parts[..] {
            ["content", code, file] if Language::from_code(code).is_some() => {
                of_chapter(file, ".md").map(|id| Problem::ChapterNotListed { id })
            }
            ["quizzes", file] => of_chapter(file, ".toml").map(|id| Problem::QuizWithoutChapter { id }),
            ["quizzes", "scenarios", file] => {
                let id = file.strip_suffix(".toml").filter(|id| course.outline.scenario(id).is_none());
                id.map(|id| ScenarioRule::NotListed { id: id.to_string() }.into())
            }
            _ => None,
        };
        // What is listed but broken has been reported with its own problem.
        let is_at = |found: &Diagnostic| {
            path.strip_prefix(&found.path).is_some_and(|rest| matches!(rest.chars().next(), None | Some('/')))
        };
        let is_known = diagnostics.iter().any(is_at);
        if let Some(problem) = problem.filter(|_| !is_known)
            && named.insert(path.clone())
        {
            diagnostics.push(Diagnostic::new(problem, path, None));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::check;
    use super::super::examples::{SINGLE, codes, course, found_in_english};
    use crate::course::source::InMemory;
    use crate::text::Language;

    #[test]
    fn links_must_lead_somewhere() {
        let body = "\n[a](ec2.md) [b](s3.md#nowhere) [c](https://x.org) [d](../../etc/passwd)\n";
        assert_eq!(
            found_in_english(body),
            [
                "content/en/s3.md:11:1 chapter/broken-link",
                "content/en/s3.md:11:13 chapter/broken-link",
                "content/en/s3.md:11:51 chapter/broken-link",
            ]
        );
    }

    #[test]
    fn a_quiz_block_must_exist() {
        assert_eq!(found_in_english("\n```quiz\nnope\n```\n"), ["content/en/s3.md:11:1 chapter/unknown-question"]);
    }

    #[test]
    fn a_diagram_is_drawn_to_see_whether_it_can_be() {
        let wide = (0..12)
            .map(|n| format!("a{n}[a rather long label] --> a{}[a rather long label]\n", n + 1))
            .collect::<String>();
        let body = format!("\n```mermaid\nsequenceDiagram\n```\n\n```mermaid\nflowchart LR\n{wide}```\n");
        assert_eq!(
            found_in_english(&body),
            ["content/en/s3.md:12:1 diagram/unreadable", "content/en/s3.md:15:1 diagram/too-large"]
        );
    }

    #[test]
    fn a_line_of_a_diagram_is_shown_in_the_file() {
        let body = "\n> ```mermaid\n> flowchart LR\n>   a --> b\n>   b -> c\n> ```\n";
        let files = course(SINGLE, body, "");
        let findings = check(Box::new(files), None);
        assert_eq!(codes(&findings), ["content/en/s3.md:14:1 diagram/unreadable"]);
        let message = findings.diagnostics[0].problem.message(Language::English);
        assert!(message.starts_with("the diagram cannot be drawn: ") && !message.contains("line"), "{message}");
    }

    #[test]
    fn a_chapter_has_the_questions_that_the_course_asks_for() {
        let amounts = |numbers: &str| codes(&check(Box::new(course(SINGLE, "", numbers)), None));
        assert_eq!(amounts("questions-per-chapter = 2\n"), ["quizzes/s3.toml:1:1 chapter/few-questions"]);
        assert_eq!(
            amounts("per-difficulty = 1\n"),
            ["quizzes/s3.toml:1:1 chapter/few-of-a-difficulty", "quizzes/s3.toml:1:1 chapter/few-of-a-difficulty"]
        );
    }

    #[test]
    fn a_chapter_without_a_quiz_is_told_so_itself() {
        let mut files = course(SINGLE, "", "questions-per-chapter = 1\n");
        files.0.remove("quizzes/s3.toml");
        assert_eq!(codes(&check(Box::new(files), None)), ["content/en/s3.md:1:1 chapter/few-questions"]);
    }

    #[test]
    fn files_that_nobody_lists_are_named() {
        let InMemory(mut files) = course(SINGLE, "", "");
        let front = files["content/en/s3.md"].clone();
        files.extend([("content/en/draft.md".into(), front), ("quizzes/draft.toml".into(), "format = 1\n".into())]);
        assert_eq!(
            codes(&check(Box::new(InMemory(files)), None)),
            ["content/en/draft.md course/chapter-not-listed", "quizzes/draft.toml quiz/without-chapter"]
        );
    }
}
