//! A course in a folder.
//!
//! The files are read when they are asked for, never written. A path from a course cannot leave the folder: ids are
//! checked where they are read, and links that point outside are refused here once more.

use crate::course::Source;
use crate::course::source::Unreadable;
use std::borrow::Cow;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

#[derive(Debug, Clone)]
pub struct Folder {
    root: PathBuf,
}

impl Folder {
    pub fn new(root: impl Into<PathBuf>) -> Folder {
        Folder { root: root.into() }
    }

    /// Whether the folder holds a course: it has a manifest.
    pub fn is_course(&self) -> bool {
        self.root.join(crate::course::manifest::PATH).is_file()
    }
}

impl Source for Folder {
    fn read(&self, path: &str) -> Result<Cow<'_, str>, Unreadable> {
        let inside = Path::new(path).components().all(|part| matches!(part, Component::Normal(_)));
        if !inside {
            return Err(Unreadable::Missing);
        }
        let full = self.root.join(path);
        if leaves(&self.root, &full) {
            return Err(Unreadable::Failed("it is a link to a place outside the course".to_string()));
        }
        let bytes = fs::read(full).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Unreadable::Missing,
            _ => Unreadable::Failed(error.to_string()),
        })?;
        String::from_utf8(bytes).map(Cow::Owned).map_err(|_| Unreadable::NotText)
    }

    fn paths(&self) -> Vec<String> {
        let mut paths = Vec::new();
        for folder in ["content", "content/en", "content/ko", "quizzes", "quizzes/scenarios"] {
            let entries = fs::read_dir(self.root.join(folder)).into_iter().flatten().flatten();
            let files = entries.filter(|entry| entry.path().is_file());
            paths.extend(files.filter_map(|entry| Some(format!("{folder}/{}", entry.file_name().to_str()?))));
        }
        paths.sort();
        paths
    }
}

/// Whether symbolic links lead out of the folder.
fn leaves(root: &Path, full: &Path) -> bool {
    match (root.canonicalize(), full.canonicalize()) {
        (Ok(root), Ok(full)) => !full.starts_with(root),
        // What does not exist is reported by reading it.
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_read_and_listed() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join("content/en")).unwrap();
        fs::write(folder.path().join("content/en/s3.md"), "버킷").unwrap();
        let source = Folder::new(folder.path());
        assert_eq!(source.read("content/en/s3.md").unwrap(), "버킷");
        assert_eq!(source.paths(), ["content/en/s3.md"]);
        assert_eq!(source.read("content/en/vpc.md"), Err(Unreadable::Missing));
        assert!(!source.is_course());
    }

    #[test]
    fn a_path_does_not_leave_the_folder() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("secret"), "x").unwrap();
        let source = Folder::new(folder.path().join("course"));
        assert_eq!(source.read("../secret"), Err(Unreadable::Missing));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_does_not_leave_the_folder() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("course");
        fs::create_dir_all(root.join("content/en")).unwrap();
        fs::write(folder.path().join("secret"), "x").unwrap();
        std::os::unix::fs::symlink(folder.path().join("secret"), root.join("content/en/s3.md")).unwrap();
        assert!(matches!(Folder::new(root).read("content/en/s3.md"), Err(Unreadable::Failed(_))));
    }

    #[test]
    fn bytes_that_are_no_text_are_named_so() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join("quizzes")).unwrap();
        fs::write(folder.path().join("quizzes/s3.toml"), [0xFF, 0xFE]).unwrap();
        assert_eq!(Folder::new(folder.path()).read("quizzes/s3.toml"), Err(Unreadable::NotText));
    }
}
