//! A file that is there whole or not at all.
//!
//! It must not be used for the journal, which is only ever appended to.

use std::io::{self, Write};
use std::path::Path;

/// Writes `text` beside the file, syncs, and swaps it in; what was there before is gone only then.
///
/// # Errors
/// When the folder of the file is not there or cannot be written.
pub fn write(path: &Path, text: &str) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(text.as_bytes())?;
    file.as_file().sync_data()?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

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
}
