//! Where changed settings go.
//!
//! It must not change any: who asks for it decides.

use super::opening::{Basis, shown};
use crate::domain::settings::Settings;
use crate::plain::SettingsKeeper;
use crate::store;
use crate::text::words::command::CommandWords;
use std::path::PathBuf;

/// The file that settings are kept in.
#[derive(Debug)]
pub struct SettingsFile {
    /// `None` where there is no folder for it.
    path: Option<PathBuf>,
    words: &'static CommandWords,
}

impl SettingsFile {
    pub fn of(basis: &Basis) -> SettingsFile {
        SettingsFile { path: basis.places.settings(), words: basis.words() }
    }

    /// Writes the settings; returns where the file before was kept aside, if it had problems.
    ///
    /// # Errors
    /// The cause, in words for the learner.
    pub fn write(&self, settings: &Settings) -> Result<Option<PathBuf>, String> {
        let path = self.path.as_ref().ok_or(self.words.no_home)?;
        store::settings::write(path, settings).map_err(|error| format!("{}: {error}", shown(path)))
    }
}

impl SettingsKeeper for SettingsFile {
    fn keep(&mut self, settings: &Settings) -> Result<(), String> {
        self.write(settings).map(drop)
    }
}
