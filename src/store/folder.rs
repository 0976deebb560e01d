//! A course in a folder.
//!
//! The files are read when they are asked for, never written. A path from a course cannot leave the folder: ids are
//! checked where they are read, and links that point outside are refused here once more.

use crate::course::Source;
use crate::course::source::{Unreadable, text_of};
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
        if let Some(link) = leaving(&self.root, path) {
            return Err(Unreadable::Outside { link });
        }
        let bytes = fs::read(self.root.join(path)).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Unreadable::Missing,
            io::ErrorKind::IsADirectory => Unreadable::Folder,
            io::ErrorKind::PermissionDenied => Unreadable::Denied,
            _ => Unreadable::Failed(error.to_string()),
        })?;
        text_of(bytes).map(Cow::Owned)
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

/// The file, or the folder above it, that is a link out of the course.
fn leaving(root: &Path, path: &str) -> Option<String> {
    // What does not exist is reported by reading it.
    let is_outside = |path: &Path| {
        root.canonicalize().is_ok_and(|root| root.join(path).canonicalize().is_ok_and(|full| !full.starts_with(root)))
    };
    let mut ways: Vec<&Path> = Path::new(path).ancestors().filter(|way| is_outside(way)).collect();
    ways.pop().map(|link| link.to_string_lossy().into_owned())
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
        std::os::unix::fs::symlink(folder.path(), root.join("quizzes")).unwrap();
        let source = Folder::new(root);
        let outside = |link: &str| Err(Unreadable::Outside { link: link.into() });
        assert_eq!(source.read("content/en/s3.md"), outside("content/en/s3.md"));
        assert_eq!(source.read("quizzes/secret"), outside("quizzes"));
    }

    #[test]
    fn what_is_no_text_is_named_so() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join("quizzes")).unwrap();
        fs::write(folder.path().join("quizzes/s3.toml"), [0xFF, 0xFE]).unwrap();
        let source = Folder::new(folder.path());
        assert!(matches!(source.read("quizzes/s3.toml"), Err(Unreadable::NotText { line: 1, .. })));
        assert_eq!(source.read("quizzes"), Err(Unreadable::Folder));
    }
}
