//! The course inside the binary.
//!
//! It must not parse a chapter at start: the outline was made when the program was built.

use crate::course::source::{Encoding, Unreadable};
use crate::course::{Course, Source};
use include_dir::{Dir, include_dir};
use std::borrow::Cow;

static CONTENT: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/content");
static QUIZZES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/quizzes");
static OUTLINE: &str = include_str!(concat!(env!("OUT_DIR"), "/outline.json"));

/// Opens the built-in course.
pub fn course() -> Course {
    // Written by our own build from our own types; the tests of the shipped course read it.
    let outline = serde_json::from_str(OUTLINE).unwrap_or_default();
    Course::with_outline(outline, Box::new(Embedded))
}

/// The files of the built-in course.
#[derive(Debug, Clone, Copy)]
pub struct Embedded;

impl Source for Embedded {
    fn read(&self, path: &str) -> Result<Cow<'_, str>, Unreadable> {
        let file = match path.split_once('/') {
            Some(("content", rest)) => CONTENT.get_file(rest),
            Some(("quizzes", rest)) => QUIZZES.get_file(rest),
            _ => None,
        };
        let text = file
            .ok_or(Unreadable::Missing)?
            .contents_utf8()
            .ok_or(Unreadable::NotText { encoding: Encoding::Unknown, line: 1 })?;
        Ok(Cow::Borrowed(text))
    }

    fn paths(&self) -> Vec<String> {
        let mut paths = Vec::new();
        collect("content", &CONTENT, &mut paths);
        collect("quizzes", &QUIZZES, &mut paths);
        paths.sort();
        paths
    }
}

fn collect(root: &str, folder: &Dir<'_>, paths: &mut Vec<String>) {
    paths.extend(folder.files().filter_map(|file| Some(format!("{root}/{}", file.path().to_str()?))));
    folder.dirs().for_each(|inner| collect(root, inner, paths));
}
