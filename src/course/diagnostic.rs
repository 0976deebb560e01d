//! A problem of a course, at its place.
//!
//! It must not print: `check` and the program choose how.

use super::lost::Lost;
use super::problem::Problem;
use crate::text::Language;
use serde::Serialize;
use std::ops::Range;

#[derive(Debug, Clone, PartialEq)]
pub struct Diagnostic {
    pub problem: Problem,
    /// The file, as a path within the course.
    pub path: String,
    /// `None` for what concerns a whole file.
    pub place: Option<Place>,
    /// The problem's own, unless the course has set another.
    severity: Severity,
    /// What nobody can know until it is mended.
    pub loses: Vec<Lost>,
    /// How many messages are held back because they may only follow from this one.
    pub held_back: usize,
}

/// A place in a file, for people: lines and columns count from 1, columns in characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub line: usize,
    pub column: usize,
    /// The whole line.
    pub excerpt: String,
    /// The marked part of the excerpt, in bytes.
    pub marked: Range<usize>,
}

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Something cannot be shown or asked.
    Error,
    /// It works, and readers will stumble.
    Warning,
    /// Worth a look when there is time: nothing may fail because of it.
    Advice,
}

impl Diagnostic {
    pub fn new(problem: Problem, path: impl Into<String>, place: Option<Place>) -> Self {
        let severity = problem.severity();
        Diagnostic { problem, path: path.into(), place, severity, loses: Vec::new(), held_back: 0 }
    }

    /// The same problem, with what it leaves unknown.
    pub fn losing(self, loses: Vec<Lost>) -> Self {
        Diagnostic { loses, ..self }
    }

    /// The same problem, taken as seriously as the course wants.
    pub fn with_severity(self, severity: Severity) -> Self {
        Diagnostic { severity, ..self }
    }

    pub fn severity(&self) -> Severity {
        self.severity
    }

    /// Whether it concerns the file as a whole, or the table that is the file itself.
    pub fn is_about_file(&self) -> bool {
        self.place.as_ref().is_none_or(|place| (place.line, place.column) == (1, 1))
    }

    /// `path:line:column`, or the path alone.
    pub fn location(&self) -> String {
        match &self.place {
            Some(place) => format!("{}:{}:{}", self.path, place.line, place.column),
            None => self.path.clone(),
        }
    }

    /// One row: location, severity, code and message.
    pub fn summary(&self, language: Language) -> String {
        let (severity, code) = (self.severity().name(), self.problem.code());
        format!("{}: {severity}[{code}] {}", self.location(), self.problem.message(language))
    }
}

impl Severity {
    pub const ALL: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Advice];

    /// The word for it in reports and course files.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Advice => "advice",
        }
    }
}

/// The problems found so far in one file.
#[derive(Debug)]
pub struct Report<'t> {
    path: &'t str,
    text: &'t str,
    pub diagnostics: Vec<Diagnostic>,
}

impl<'t> Report<'t> {
    pub fn new(path: &'t str, text: &'t str) -> Self {
        Report { path, text, diagnostics: Vec::new() }
    }

    /// Notes a problem at a range of bytes of the text.
    pub fn add(&mut self, problem: Problem, bytes: Range<usize>) {
        let place = Some(place(self.text, bytes));
        self.diagnostics.push(Diagnostic::new(problem, self.path, place));
    }

    /// Notes a problem that leaves something unknown.
    pub fn add_losing(&mut self, problem: Problem, bytes: Range<usize>, loses: Vec<Lost>) {
        let place = Some(place(self.text, bytes));
        self.diagnostics.push(Diagnostic::new(problem, self.path, place).losing(loses));
    }

    /// How many problems there are, for [`Report::lose_since`].
    pub fn mark(&self) -> usize {
        self.diagnostics.len()
    }

    /// Takes back that a key is missing from the table with this header.
    pub fn retract_missing(&mut self, missing: &str, header: Range<usize>) {
        let is_file = header == (0..0);
        let place = Some(place(self.text, header));
        let is_said = |found: &Diagnostic| {
            matches!(found.problem, Problem::MissingKey { key } if key == missing)
                && (found.place == place || found.place.is_none() && is_file)
        };
        self.diagnostics.retain(|found| !is_said(found));
    }

    /// Whether no error was noted since a mark.
    pub fn is_sound_since(&self, mark: usize) -> bool {
        self.diagnostics[mark..].iter().all(|found| found.severity() != Severity::Error)
    }

    /// Says that the problems noted since a mark leave something unknown.
    pub fn lose_since(&mut self, mark: usize, lost: Lost) {
        lose(&mut self.diagnostics[mark..], lost);
    }

    /// Notes a problem of the file as a whole.
    pub fn add_to_file(&mut self, problem: Problem) {
        self.diagnostics.push(Diagnostic::new(problem, self.path, None));
    }

    pub fn text(&self) -> &'t str {
        self.text
    }
}

/// Says at the first error of several what they leave unknown.
pub fn lose(diagnostics: &mut [Diagnostic], lost: Lost) {
    if let Some(cause) = diagnostics.iter_mut().find(|found| found.severity == Severity::Error) {
        cause.loses.push(lost);
    }
}

/// The place of a range of bytes. A range that leaves its first line is marked up to the end of that line.
pub fn place(text: &str, bytes: Range<usize>) -> Place {
    let start = floor_boundary(text, bytes.start);
    let end = floor_boundary(text, bytes.end.max(start));
    let line_start = text[..start].rfind('\n').map_or(0, |feed| feed + 1);
    let line_end = text[start..].find('\n').map_or(text.len(), |feed| start + feed);
    Place {
        line: text[..line_start].matches('\n').count() + 1,
        column: text[line_start..start].chars().count() + 1,
        excerpt: text[line_start..line_end].to_string(),
        marked: start - line_start..end.min(line_end) - line_start,
    }
}

fn floor_boundary(text: &str, byte: usize) -> usize {
    (0..=byte.min(text.len())).rev().find(|byte| text.is_char_boundary(*byte)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_from_one() {
        let text = "첫 줄\n둘째 [링크](x.md)\n";
        let start = text.find('[').unwrap();
        let place = place(text, start..start + 3);
        assert_eq!((place.line, place.column), (2, 4));
        assert_eq!(&place.excerpt[place.marked], "[링"[..].get(..3).unwrap_or("["));
    }

    #[test]
    fn a_range_over_lines_is_marked_on_its_first() {
        let place = place("one\ntwo\nthree", 4..12);
        assert_eq!((place.line, place.column, place.excerpt.as_str(), place.marked), (2, 1, "two", 0..3));
    }

    #[test]
    fn the_end_of_a_file_is_a_place_too() {
        assert_eq!(place("one\n", 99..120).line, 2);
    }
}
