//! The text of a file of a course, or why there is none of any use.
//!
//! It must not know what the file is for.

use super::diagnostic::Diagnostic;
use super::library::clean_file;
use super::problem::Problem;
use super::source::{Source, Unreadable};

/// A file of a course, as those who read it want it.
pub enum FileText {
    Text(String),
    Missing,
    /// It is there and of no use.
    Useless(Problem),
}

pub fn read_file(source: &dyn Source, path: &str) -> FileText {
    match source.read(path) {
        Ok(text) if text.trim_start_matches('\u{FEFF}').trim().is_empty() => FileText::Useless(Problem::EmptyFile),
        Ok(text) => FileText::Text(clean_file(&text).into_owned()),
        Err(Unreadable::Missing) => FileText::Missing,
        Err(reason) => FileText::Useless(Problem::Unreadable { reason }),
    }
}

/// A problem of a whole file. A link that leads astray may be a folder above it.
pub fn problem_of_file(problem: Problem, path: &str) -> Diagnostic {
    let path = match &problem {
        Problem::Unreadable { reason: Unreadable::Outside { link } } => link.clone(),
        _ => path.to_string(),
    };
    Diagnostic::new(problem, path, None)
}
