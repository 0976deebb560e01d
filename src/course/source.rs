//! Where the files of a course come from, as far as this module cares: a path and its text.
//!
//! It must not open anything: the disk and the binary's own course stand behind the trait, in `store`.

use std::borrow::Cow;
use std::fmt::Debug;
use thiserror::Error;

/// A set of text files under paths with `/`, such as `content/en/s3.md`.
pub trait Source: Debug {
    /// The text of a file.
    ///
    /// # Errors
    /// [`Unreadable`] when there is no such file or it is no UTF-8 text.
    fn read(&self, path: &str) -> Result<Cow<'_, str>, Unreadable>;

    /// Every path, sorted.
    fn paths(&self) -> Vec<String>;
}

/// Why a file has no text.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Unreadable {
    #[error("no such file")]
    Missing,
    #[error("not UTF-8 text")]
    NotText,
    #[error("{0}")]
    Failed(String),
}

/// Files held in memory, for tests and for callers who have text and no folder.
#[derive(Debug, Clone, Default)]
pub struct InMemory(pub std::collections::BTreeMap<String, String>);

impl InMemory {
    pub fn new<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        InMemory(files.into_iter().map(|(path, text)| (path.to_string(), text.to_string())).collect())
    }
}

impl Source for InMemory {
    fn read(&self, path: &str) -> Result<Cow<'_, str>, Unreadable> {
        self.0.get(path).map(|text| Cow::Borrowed(text.as_str())).ok_or(Unreadable::Missing)
    }

    fn paths(&self) -> Vec<String> {
        self.0.keys().cloned().collect()
    }
}
