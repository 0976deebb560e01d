//! `awstutor settings`: all settings, one of them, or another value for it.

use super::arguments::{Format, Global, SettingsArguments};
use super::failure::{Done, Failure};
use super::keeper::WallClock;
use super::opening::{Basis, shown, warn};
use super::settings_file::SettingsFile;
use crate::domain::day::Day;
use crate::domain::settings::{Setting, Settings, wording};
use crate::plain::Surroundings;
use crate::text::words::fill;
use crate::text::words::settings::SettingsWords;
use serde::Serialize;
use std::io::{self, Write};

/// The JSON form, which only ever grows.
#[derive(Serialize)]
struct Report {
    format: u32,
    settings: Vec<Entry>,
}

#[derive(Serialize)]
struct Entry {
    key: &'static str,
    /// As it is typed behind the key.
    value: String,
}

pub fn run(global: &Global, arguments: &SettingsArguments, output: &mut dyn Write) -> Result<Done, Failure> {
    let basis = Basis::find(global);
    let setting = arguments.key.as_deref().map(|key| find(key, &basis)).transpose()?;
    for problem in &basis.problems {
        let message = problem.message(basis.language);
        if problem.is_of_disk() {
            return Err(Failure::Disk(message));
        }
        warn(&message);
    }
    let (settings, lines) = match (setting, &arguments.value) {
        (Some(setting), Some(value)) => {
            let settings = set(setting, value, &basis)?;
            let lines = vec![value_line(setting, &settings)];
            (settings, lines)
        }
        (Some(setting), None) => (basis.settings.clone(), explained(setting, &basis)),
        (None, _) => (basis.settings.clone(), listed(&basis)),
    };
    match arguments.format {
        Format::Human => lines.iter().try_for_each(|line| writeln!(output, "{line}"))?,
        Format::Json => {
            let told = setting.map_or(Setting::ALL.to_vec(), |setting| vec![setting]);
            let entry = |setting: Setting| Entry { key: setting.key(), value: setting.value(&settings) };
            let report = Report { format: 1, settings: told.into_iter().map(entry).collect() };
            writeln!(output, "{}", serde_json::to_string(&report).map_err(io::Error::from)?)?;
        }
    }
    Ok(Done::Fine)
}

fn find(key: &str, basis: &Basis) -> Result<Setting, Failure> {
    Setting::from_key(key).ok_or_else(|| {
        let words = SettingsWords::of(basis.language);
        let mut details = vec![("key", key.to_string()), ("keys", Setting::ALL.map(Setting::key).join(", "))];
        let nearest = Setting::nearest(key);
        details.extend(nearest.map(|nearest| ("nearest", nearest.key().to_string())));
        let template = if nearest.is_some() { words.no_such_setting_near } else { words.no_such_setting };
        Failure::Usage(fill(template, &details))
    })
}

/// Gives a setting another value, and keeps it.
fn set(setting: Setting, value: &str, basis: &Basis) -> Result<Settings, Failure> {
    let (language, words) = (basis.language, SettingsWords::of(basis.language));
    let today = Day::of(WallClock::default().now(), basis.settings.day_start).date();
    let settings = setting
        .set(&basis.settings, value, today)
        .map_err(|refusal| Failure::Usage(wording::refusal(refusal, setting, setting.key(), value, language)))?;
    let kept = SettingsFile::of(basis).write(&settings);
    let aside = kept.map_err(|reason| Failure::Disk(fill(words.not_saved, &[("reason", reason)])))?;
    if let Some(path) = aside {
        warn(&fill(words.kept_aside, &[("path", shown(&path))]));
    }
    Ok(settings)
}

/// Every setting with what it is for, and where they are kept.
fn listed(basis: &Basis) -> Vec<String> {
    let entry = |setting| [value_line(setting, &basis.settings), about_line(setting, basis)];
    let mut lines: Vec<String> = Setting::ALL.into_iter().flat_map(entry).collect();
    if let Some(path) = basis.places.settings() {
        let kept_in = SettingsWords::of(basis.language).kept_in;
        lines.extend([String::new(), fill(kept_in, &[("path", shown(&path))])]);
    }
    lines
}

/// A setting with what it is for and what it takes.
fn explained(setting: Setting, basis: &Basis) -> Vec<String> {
    let values = ("values", wording::takes(setting, basis.language));
    let takes = fill(SettingsWords::of(basis.language).takes, &[values]);
    vec![value_line(setting, &basis.settings), about_line(setting, basis), format!("  {takes}")]
}

fn value_line(setting: Setting, settings: &Settings) -> String {
    format!("{} = {}", setting.key(), setting.value(settings))
}

fn about_line(setting: Setting, basis: &Basis) -> String {
    format!("  {}: {}", wording::name(setting, basis.language), wording::purpose(setting, basis.language))
}
