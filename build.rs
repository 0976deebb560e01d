//! Prepares what the first frame needs of the built-in course: its outline, as JSON.
//!
//! Reads the course with the same modules as the program, so that there is one parser and one set of rules. An edited,
//! added or removed file of the course builds anew.

#![allow(dead_code, unused_imports, reason = "the build uses a part of the modules that it shares with the program")]

#[path = "src/course/mod.rs"]
mod course;
/// What an outline is made of: the rest of the domain is not needed here, nor what it depends on.
#[path = "src/domain"]
mod domain {
    pub mod exam;
    pub mod id;
    pub mod normalize;
    pub mod outline;
    pub mod question;
    pub mod scenario;
    pub mod shuffle;
    pub mod simulation;
}
#[path = "src/text/mod.rs"]
mod text;

use course::source::{Source, Unreadable};
use std::borrow::Cow;
use std::path::PathBuf;
use std::{env, fs};

fn main() {
    for path in ["content", "quizzes", "src/course", "src/domain", "src/text"] {
        println!("cargo::rerun-if-changed={path}");
    }
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").expect("cargo names the package's folder"));
    let (course, diagnostics) = course::Course::open(Box::new(Checkout { root }));
    for found in diagnostics.iter().filter(|found| found.severity() == course::diagnostic::Severity::Error) {
        println!("cargo::warning={}", found.summary(text::Language::English));
    }
    let outline = serde_json::to_string(&course.outline).expect("an outline is plain data");
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo names the output folder"));
    fs::write(out.join("outline.json"), outline).expect("the output folder can be written");
}

#[derive(Debug)]
struct Checkout {
    root: PathBuf,
}

impl Source for Checkout {
    fn read(&self, path: &str) -> Result<Cow<'_, str>, Unreadable> {
        fs::read_to_string(self.root.join(path)).map(Cow::Owned).map_err(|_| Unreadable::Missing)
    }

    fn paths(&self) -> Vec<String> {
        Vec::new()
    }
}
