//! What is wrong with a settings file: where, why, and what to write instead.
//!
//! It must not decide what is wrong: the file is read elsewhere.

use crate::course::problem::Slip;
use crate::domain::settings::{Refusal, Setting, Settings, wording};
use crate::text::Language;
use crate::text::sanitize::clean_line;
use crate::text::width::truncated;
use crate::text::words::fill;
use crate::text::words::settings::SettingsWords;
use std::path::PathBuf;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub path: PathBuf,
    /// Line and column, counted from 1 in characters; `None` for what concerns the whole file.
    pub place: Option<(usize, usize)>,
    pub cause: Cause,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cause {
    /// The file is there, and the disk does not give it.
    Unreadable {
        reason: String,
    },
    /// Not UTF-8.
    NoText,
    NoToml {
        slip: Slip,
    },
    UnknownKey {
        key: String,
    },
    WrongValue {
        setting: Setting,
        value: String,
    },
}

/// Cells of a value that is said again; nobody looks for the rest.
const VALUE: usize = 30;

impl Problem {
    /// The file is there, and cannot be read at all.
    pub fn is_of_disk(&self) -> bool {
        matches!(self.cause, Cause::Unreadable { .. })
    }

    /// `path:line:column`, the cause, and the remedy.
    pub fn message(&self, language: Language) -> String {
        let words = SettingsWords::of(language);
        let (template, details) = match &self.cause {
            Cause::Unreadable { reason } => (words.unreadable, vec![("reason", reason.clone())]),
            Cause::NoText => (words.no_text, vec![]),
            Cause::NoToml { slip } => {
                (words.no_toml, vec![("detail", clean_line(&slip.detail(language)).into_owned())])
            }
            Cause::UnknownKey { key } => match Setting::nearest(key) {
                Some(nearest) => {
                    (words.unknown_key_near, vec![("key", shown(key)), ("nearest", nearest.key().to_string())])
                }
                None => (words.unknown_key, vec![("key", shown(key))]),
            },
            Cause::WrongValue { setting, value } => {
                let refusal = wording::refusal(Refusal::NoValue, *setting, setting.key(), &shown(value), language);
                let usual = setting.value(&Settings::default());
                (words.wrong_value, vec![("refusal", refusal), ("value", usual)])
            }
        };
        fill(template, &[details, vec![("place", self.location())]].concat())
    }

    fn location(&self) -> String {
        let path = clean_line(&self.path.to_string_lossy()).into_owned();
        self.place.map_or(path.clone(), |(line, column)| format!("{path}:{line}:{column}"))
    }
}

fn shown(text: &str) -> String {
    truncated(&clean_line(text), VALUE)
}
