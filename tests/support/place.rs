//! A learner's home with a small course in it, for the real program.
//!
//! It must not test anything itself.

use super::small_course::SmallCourse;
use super::tty::{Desk, Tty};
use std::path::PathBuf;

pub struct Place {
    desk: Desk,
    course: String,
}

impl Place {
    pub fn new(language: &str, files: &SmallCourse) -> Place {
        let desk = Desk::speaking(language);
        let course = desk.path().join("course");
        files.write_to(&course);
        Place { course: course.to_string_lossy().into_owned(), desk }
    }

    /// The program on this course.
    pub fn starts(&self, arguments: &[&str]) -> Tty {
        self.desk.starts(&[arguments, &["--course", &self.course]].concat())
    }

    pub fn journal_path(&self) -> PathBuf {
        self.desk.path().join("small").join("progress.jsonl")
    }

    /// The events of a kind in the journal.
    pub fn events(&self, kind: &str) -> Vec<serde_json::Value> {
        let text = std::fs::read_to_string(self.journal_path()).unwrap_or_default();
        let lines =
            text.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).expect("every line is JSON"));
        lines.filter(|event| event["type"] == kind).collect()
    }
}
