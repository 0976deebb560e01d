//! Settings in words: what they are called and are for, how a value reads, what they take, and why a text is refused.
//!
//! It must not know a screen: keys that change a setting there are the screen's business.

use super::{Borders, Mouse, Refusal, Setting, Settings, ThemeName, Values};
use crate::domain::event::ExamClock;
use crate::domain::shuffle::Options;
use crate::text::number::percents;
use crate::text::words::settings::SettingsWords;
use crate::text::words::{Words, fill};
use crate::text::{Language, calendar};
use jiff::civil::Date;

/// What people call it.
pub fn name(setting: Setting, language: Language) -> &'static str {
    let words = SettingsWords::of(language);
    match setting {
        Setting::Language => words.language,
        Setting::Theme => Words::of(language).theme,
        Setting::Borders => words.borders,
        Setting::Mouse => words.mouse,
        Setting::DailyNew => words.daily_new,
        Setting::Retention => words.retention,
        Setting::ExamDate => Words::of(language).exam_date,
        Setting::DayStart => words.day_start,
        Setting::Options => words.options,
        Setting::ExamClock => words.exam_clock,
    }
}

/// What it is for.
pub fn purpose(setting: Setting, language: Language) -> &'static str {
    let words = SettingsWords::of(language);
    match setting {
        Setting::Language => words.language_help,
        Setting::Theme => words.theme_help,
        Setting::Borders => words.borders_help,
        Setting::Mouse => words.mouse_help,
        Setting::DailyNew => words.daily_new_help,
        Setting::Retention => words.retention_help,
        Setting::ExamDate => words.exam_date_help,
        Setting::DayStart => words.day_start_help,
        Setting::Options => words.options_help,
        Setting::ExamClock => words.exam_clock_help,
    }
}

/// Its value as people read it; a day of the exam with how far it is from `today`.
pub fn value(setting: Setting, settings: &Settings, today: Date, language: Language) -> String {
    let words = SettingsWords::of(language);
    let name = match setting {
        Setting::Language => settings.language.map_or(words.language_none, Language::own_name),
        Setting::Theme => match settings.theme {
            ThemeName::Terminal => words.theme_terminal,
            ThemeName::Dark => words.theme_dark,
            ThemeName::Light => words.theme_light,
            ThemeName::HighContrast => words.theme_high_contrast,
        },
        Setting::Borders => match settings.borders {
            Borders::Unicode => words.borders_unicode,
            Borders::Ascii => words.borders_ascii,
        },
        Setting::Mouse => match settings.mouse {
            Mouse::Off => words.mouse_off,
            Mouse::Wheel => words.mouse_wheel,
        },
        Setting::DailyNew => return settings.daily_new.to_string(),
        Setting::Retention => return percents(settings.retention, language),
        Setting::ExamDate => return exam_date(settings.exam_date, today, language),
        Setting::DayStart => return format!("{:02}:00", settings.day_start),
        Setting::Options => match settings.options {
            Options::Shuffled => words.options_shuffled,
            Options::AsWritten => words.options_as_written,
        },
        Setting::ExamClock => match settings.exam_clock {
            ExamClock::Runs => words.exam_clock_runs,
            ExamClock::Pauses => words.exam_clock_pauses,
        },
    };
    name.to_string()
}

/// What it takes, as it is typed.
pub fn takes(setting: Setting, language: Language) -> String {
    let words = SettingsWords::of(language);
    match setting.values() {
        Values::Names(names) => names.join(", "),
        Values::Whole(bounds) => {
            let details = [("least", bounds.start().to_string()), ("most", bounds.end().to_string())];
            fill(words.takes_whole, &details)
        }
        Values::Day => words.takes_day.to_string(),
    }
}

/// Why a text is not taken, and what is. `called` is the setting as the reader knows it: its key, or its name.
pub fn refusal(refusal: Refusal, setting: Setting, called: &str, text: &str, language: Language) -> String {
    let words = SettingsWords::of(language);
    match refusal {
        Refusal::NoValue => {
            let values = takes(setting, language);
            fill(words.no_value, &[("setting", called.to_string()), ("value", text.to_string()), ("values", values)])
        }
        Refusal::DayIsOver => words.exam_date_over.to_string(),
    }
}

fn exam_date(date: Option<Date>, today: Date, language: Language) -> String {
    let words = SettingsWords::of(language);
    let Some(date) = date else { return words.exam_date_none.to_string() };
    let days = i64::from((date - today).get_days());
    let details = [("day", calendar::day_of_year(date, language)), ("distance", calendar::distance(days, language))];
    if days < 0 { fill(words.exam_date_was, &details) } else { fill(words.exam_date_is, &details) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const TODAY: Date = date(2026, 11, 22);

    #[test]
    fn a_value_reads_as_people_say_it() {
        let settings = Settings { exam_date: Some(date(2026, 12, 20)), ..Settings::default() };
        let said = |setting, language| value(setting, &settings, TODAY, language);
        assert_eq!(said(Setting::ExamDate, Language::English), "20 December 2026, in 28 days");
        assert_eq!(said(Setting::Retention, Language::English), "90 %");
        assert_eq!(said(Setting::DayStart, Language::Korean), "04:00");
        assert_eq!(said(Setting::Theme, Language::Korean), "터미널 색 그대로");
    }

    #[test]
    fn a_refusal_names_what_is_taken() {
        let said = |setting: Setting, text, language| refusal(Refusal::NoValue, setting, setting.key(), text, language);
        assert_eq!(
            said(Setting::Theme, "pink", Language::English),
            "\"pink\" is no value of theme; it takes: terminal, dark, light, high-contrast"
        );
        assert_eq!(
            said(Setting::Retention, "99", Language::English),
            "\"99\" is no value of retention; it takes: a whole number from 70 to 97"
        );
        assert_eq!(
            said(Setting::ExamDate, "곧", Language::Korean),
            "‘곧’: exam_date에 쓸 수 없는 값이에요. 쓸 수 있는 값: 2027-01-15 같은 날짜 또는 none"
        );
    }
}
