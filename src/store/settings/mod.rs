//! The settings file.
//!
//! It is written whole and swapped in at once. It must not lose what it cannot read: a broken file is kept aside.

mod file;
mod problem;

pub use problem::{Cause, Problem};

use super::atomic;
use crate::course::diagnostic::place;
use crate::domain::settings::Settings;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Reads the settings, and what is wrong with them: what cannot be read is the default. So is a file that is not there.
pub fn read(path: &Path) -> (Settings, Vec<Problem>) {
    let problem = |place, cause| Problem { path: path.to_path_buf(), place, cause };
    let bytes = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return (Settings::default(), Vec::new()),
        Err(error) => {
            return (Settings::default(), vec![problem(None, Cause::Unreadable { reason: error.to_string() })]);
        }
    };
    let text = String::from_utf8_lossy(&bytes);
    let (settings, problems) = file::parse(&text);
    let no_text = std::str::from_utf8(&bytes).err().map(|error| {
        let place = place(&text, error.valid_up_to()..error.valid_up_to());
        problem(Some((place.line, place.column)), Cause::NoText)
    });
    let problems = problems.into_iter().map(|(place, cause)| problem(Some(place), cause));
    (settings, no_text.into_iter().chain(problems).collect())
}

/// Writes the settings. A file with problems is kept aside first, as `settings.toml.broken`; its new path is returned.
///
/// # Errors
/// When the folder cannot be made or written. Then the file is as it was.
pub fn write(path: &Path, settings: &Settings) -> io::Result<Option<PathBuf>> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let (_, problems) = read(path);
    if problems.is_empty() {
        atomic::write(path, &file::text(settings))?;
        return Ok(None);
    }
    let aside = free_path(path);
    fs::rename(path, &aside)?;
    if let Err(error) = atomic::write(path, &file::text(settings)) {
        fs::rename(&aside, path)?;
        return Err(error);
    }
    Ok(Some(aside))
}

/// `settings.toml.broken`, or the first of `settings.toml.broken-2` and so on that nothing is kept at.
fn free_path(path: &Path) -> PathBuf {
    let first = path.with_extension("toml.broken");
    let others = (2..).map(|number| path.with_extension(format!("toml.broken-{number}")));
    let is_free = |path: &PathBuf| fs::symlink_metadata(path).is_err();
    std::iter::once(first.clone()).chain(others).find(is_free).unwrap_or(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::settings::ThemeName;
    use crate::text::Language;

    fn folder() -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.toml");
        (folder, path)
    }

    #[test]
    fn what_was_chosen_is_found_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep/settings.toml");
        assert_eq!(read(&path), (Settings::default(), vec![]));
        let settings =
            Settings { language: Some(Language::Korean), theme: ThemeName::HighContrast, ..Settings::default() };
        assert_eq!(write(&path, &settings).unwrap(), None);
        assert_eq!(read(&path), (settings, vec![]));
        assert!(fs::read_to_string(&path).unwrap().contains("theme = \"high-contrast\""));
    }

    #[test]
    fn a_broken_file_is_kept_aside() {
        let (folder, path) = folder();
        fs::write(&path, "theme = 'pink'").unwrap();
        let (settings, problems) = read(&path);
        assert_eq!((settings, problems.len()), (Settings::default(), 1));
        write(&path, &Settings::default()).unwrap();
        assert_eq!(fs::read_to_string(folder.path().join("settings.toml.broken")).unwrap(), "theme = 'pink'");
    }

    #[test]
    fn every_broken_file_is_kept() {
        let (folder, path) = folder();
        let mut kept = Vec::new();
        for text in ["theme = 1", "theme = 2", "theme = 3"] {
            fs::write(&path, text).unwrap();
            kept.push(write(&path, &Settings::default()).unwrap().unwrap());
        }
        let names = ["settings.toml.broken", "settings.toml.broken-2", "settings.toml.broken-3"];
        assert_eq!(kept, names.map(|name| folder.path().join(name)));
        let texts: Vec<String> = kept.iter().map(|path| fs::read_to_string(path).unwrap()).collect();
        assert_eq!(texts, ["theme = 1", "theme = 2", "theme = 3"]);
    }

    #[test]
    fn a_problem_names_its_place_cause_and_remedy() {
        let (_folder, path) = folder();
        fs::write(
            &path,
            "daily_new = 5\n  theme = \"pi\\u001b[31mnk\"\nthem = 'dark'\nfont = 3\nexam_date = 'soon'\nx\n",
        )
        .unwrap();
        let (settings, problems) = read(&path);
        assert_eq!(settings.daily_new, 5);
        let said = |language| -> Vec<String> {
            let shown = path.to_string_lossy();
            problems.iter().map(|problem| problem.message(language).replace(&*shown, "F")).collect()
        };
        assert_eq!(
            said(Language::English),
            [
                "F:2:11: \"pi\u{241b}[31mnk\" is no value of theme; it takes: terminal, dark, light, high-contrast; terminal is used until then",
                "F:3:1: there is no setting \"them\"; did you mean theme?",
                "F:4:1: there is no setting \"font\"; awstutor settings lists those there are",
                "F:5:13: \"soon\" is no value of exam_date; it takes: a day as 2027-01-15, or none; none is used until then",
                "F:6:2: not TOML, left out: a key stands without a value; write as theme = \"dark\"",
            ]
        );
        assert_eq!(
            said(Language::Korean)[..2],
            [
                "F:2:11: ‘pi\u{241b}[31mnk’: theme에 쓸 수 없는 값이에요. 쓸 수 있는 값: terminal, dark, light, high-contrast. 고칠 때까지 쓰는 값: terminal",
                "F:3:1: ‘them’ 설정은 없어요. 혹시 theme인가요?",
            ]
        );
    }

    #[test]
    fn a_file_in_another_encoding_costs_only_what_is_spoilt() {
        let (_folder, path) = folder();
        fs::write(&path, b"# \xBC\xB3\xC1\xA4\ndaily_new = 5\n").unwrap();
        let (settings, problems) = read(&path);
        assert_eq!(settings.daily_new, 5);
        assert_eq!((problems.len(), problems[0].place, &problems[0].cause), (1, Some((1, 3)), &Cause::NoText));
    }

    #[test]
    fn what_stands_in_the_place_of_the_file_is_kept_too() {
        let (folder, path) = folder();
        fs::create_dir(&path).unwrap();
        assert!(read(&path).1[0].is_of_disk());
        write(&path, &Settings::default()).unwrap();
        assert_eq!(read(&path).1, []);
        assert!(folder.path().join("settings.toml.broken").is_dir());
    }
}
