//! The settings file.
//!
//! It is written whole and swapped in at once. It must not lose what it cannot read: a broken file is kept aside.

use super::atomic;
use crate::domain::settings::Settings;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use thiserror::Error;

/// Why settings were not read.
#[derive(Debug, Error)]
pub enum SettingsError {
    #[error("{path}: {source}")]
    Unreadable { path: PathBuf, source: io::Error },
    #[error("{path}: {message}")]
    Broken { path: PathBuf, message: String },
}

/// Reads the settings; a file that is not there is the default.
///
/// # Errors
/// When the file cannot be read, or does not hold settings.
pub fn read(path: &Path) -> Result<Settings, SettingsError> {
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Settings::default()),
        Err(source) => {
            return Err(SettingsError::Unreadable { path: path.to_path_buf(), source });
        }
    };
    toml::from_str(&text)
        .map_err(|error| SettingsError::Broken { path: path.to_path_buf(), message: error.message().to_string() })
}

/// Writes the settings. A file that could not be read is renamed to `settings.toml.broken` first.
///
/// # Errors
/// When the folder cannot be made or written.
pub fn write(path: &Path, settings: &Settings) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    if matches!(read(path), Err(SettingsError::Broken { .. })) {
        fs::rename(path, path.with_extension("toml.broken"))?;
    }
    let text = toml::to_string(settings).map_err(io::Error::other)?;
    atomic::write(path, &text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::settings::ThemeName;
    use crate::text::Language;

    #[test]
    fn what_was_chosen_is_found_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep/settings.toml");
        assert_eq!(read(&path).unwrap(), Settings::default());
        let settings =
            Settings { language: Some(Language::Korean), theme: ThemeName::HighContrast, ..Settings::default() };
        write(&path, &settings).unwrap();
        assert_eq!(read(&path).unwrap(), settings);
        assert!(fs::read_to_string(&path).unwrap().contains("theme = \"high-contrast\""));
    }

    #[test]
    fn a_broken_file_is_kept_aside() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.toml");
        fs::write(&path, "theme = 'pink'").unwrap();
        assert!(matches!(read(&path), Err(SettingsError::Broken { .. })));
        write(&path, &Settings::default()).unwrap();
        assert_eq!(fs::read_to_string(folder.path().join("settings.toml.broken")).unwrap(), "theme = 'pink'");
    }
}
