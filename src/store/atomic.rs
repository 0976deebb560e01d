//! A file that is there whole or not at all.
//!
//! It must not be used for the journal, which is only ever appended to.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// Links that lead to links are followed so far.
const LONGEST_CHAIN: usize = 40;

/// Writes `text` beside the file, syncs, and swaps it in; what was there before is gone only then. A link stays a link,
/// and the file behind it keeps its permissions; a new file has those that new files usually have.
///
/// # Errors
/// When the folder of the file is not there or cannot be written.
pub fn write(path: &Path, text: &str) -> io::Result<()> {
    let path = behind_links(path)?;
    let mut file = beside(&path)?;
    file.write_all(text.as_bytes())?;
    file.as_file().sync_data()?;
    file.persist(&path).map_err(|error| error.error)?;
    Ok(())
}

/// An empty file beside another, with the permissions of that one if it is there.
#[cfg(unix)]
fn beside(path: &Path) -> io::Result<NamedTempFile> {
    use std::os::unix::fs::PermissionsExt;
    let usual = fs::Permissions::from_mode(0o666);
    let file = tempfile::Builder::new().permissions(usual).tempfile_in(folder(path))?;
    if let Ok(before) = fs::metadata(path) {
        file.as_file().set_permissions(before.permissions())?;
    }
    Ok(file)
}

#[cfg(not(unix))]
fn beside(path: &Path) -> io::Result<NamedTempFile> {
    NamedTempFile::new_in(folder(path))
}

fn folder(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// The file that a path leads to, whether it is there or not.
fn behind_links(path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_path_buf();
    for _ in 0..LONGEST_CHAIN {
        match fs::read_link(&path) {
            // The target of a link is told from the folder in which the link stands.
            Ok(target) => path = folder(&path).join(target),
            Err(_) => return Ok(path),
        }
    }
    Err(io::Error::other("too many links lead to this file"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_old_file_gives_way_to_the_new_one() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("export.jsonl");
        write(&path, "old").unwrap();
        write(&path, "새것").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "새것");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        assert!(write(&folder.path().join("nowhere/x"), "").is_err());
    }

    #[cfg(unix)]
    mod on_unix {
        use super::*;
        use std::os::unix::fs::{PermissionsExt, symlink};

        fn mode(path: &Path) -> u32 {
            fs::metadata(path).unwrap().permissions().mode() & 0o777
        }

        #[test]
        fn a_link_stays_a_link_to_the_file_that_was_written() {
            let folder = tempfile::tempdir().unwrap();
            let at = |name: &str| folder.path().join(name);
            fs::create_dir(at("dotfiles")).unwrap();
            symlink("dotfiles/settings.toml", at("second")).unwrap();
            symlink(at("second"), at("first")).unwrap();
            for text in ["not there before", "there before"] {
                write(&at("first"), text).unwrap();
                assert_eq!(fs::read_to_string(at("dotfiles/settings.toml")).unwrap(), text);
                assert!(at("first").is_symlink() && at("second").is_symlink());
            }
            symlink("circle", at("circle")).unwrap();
            assert!(write(&at("circle"), "").is_err());
        }

        #[test]
        fn a_file_keeps_its_permissions_and_a_new_one_has_the_usual() {
            let folder = tempfile::tempdir().unwrap();
            let at = |name: &str| folder.path().join(name);
            fs::write(at("usual"), "").unwrap();
            write(&at("new"), "").unwrap();
            assert_eq!(mode(&at("new")), mode(&at("usual")));
            fs::set_permissions(at("new"), fs::Permissions::from_mode(0o640)).unwrap();
            write(&at("new"), "").unwrap();
            assert_eq!(mode(&at("new")), 0o640);
        }
    }
}
