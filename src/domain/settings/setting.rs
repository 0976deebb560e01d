//! A setting: its key, its value as the settings file writes it, what it takes, and how it is set.
//!
//! The one list of settings there is. It must not know files, words or keys.

use super::{Borders, Mouse, Named, Settings, ThemeName};
use crate::domain::event::ExamClock;
use crate::domain::shuffle::Options;
use crate::text::Language;
use crate::text::calendar::parse_day;
use crate::text::slip::one_slip_apart;
use jiff::civil::Date;
use std::ops::RangeInclusive;
use std::str::FromStr;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    Language,
    Theme,
    Borders,
    Mouse,
    DailyNew,
    Retention,
    ExamDate,
    DayStart,
    Options,
    ExamClock,
}

/// What a setting takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Values {
    /// One of these, in the order in which they are offered.
    Names(Vec<&'static str>),
    /// A whole number within these bounds.
    Whole(RangeInclusive<u32>),
    /// A day as `2027-01-15`, or [`NONE`].
    Day,
}

/// Why a text is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// It is no value of the setting.
    NoValue,
    /// A person chose a day for the exam before which nothing can be planned any more.
    DayIsOver,
}

/// The value of a setting that has not been chosen: no day of the exam, or the language of the system.
pub const NONE: &str = "none";

impl Setting {
    pub const ALL: [Setting; 10] = [
        Setting::Language,
        Setting::Theme,
        Setting::Borders,
        Setting::Mouse,
        Setting::DailyNew,
        Setting::Retention,
        Setting::ExamDate,
        Setting::DayStart,
        Setting::Options,
        Setting::ExamClock,
    ];

    /// As it stands in the settings file.
    pub fn key(self) -> &'static str {
        match self {
            Setting::Language => "language",
            Setting::Theme => "theme",
            Setting::Borders => "borders",
            Setting::Mouse => "mouse",
            Setting::DailyNew => "daily_new",
            Setting::Retention => "retention",
            Setting::ExamDate => "exam_date",
            Setting::DayStart => "day_start",
            Setting::Options => "options",
            Setting::ExamClock => "exam_clock",
        }
    }

    /// The setting with this key; `-` is as good as `_`, and capitals do not matter.
    pub fn from_key(key: &str) -> Option<Setting> {
        let key = as_key(key);
        Setting::ALL.into_iter().find(|setting| setting.key() == key)
    }

    /// The setting whose key was meant, if this is one slip away from it.
    pub fn nearest(key: &str) -> Option<Setting> {
        let key = as_key(key);
        Setting::ALL.into_iter().find(|setting| one_slip_apart(setting.key(), &key))
    }

    /// Whether it is about learning; the others are about the program itself.
    pub fn is_of_learning(self) -> bool {
        !matches!(self, Setting::Language | Setting::Theme | Setting::Borders | Setting::Mouse)
    }

    /// Its value, as the settings file writes it.
    pub fn value(self, settings: &Settings) -> String {
        let if_none = || NONE.to_string();
        match self {
            Setting::Language => settings.language.map_or_else(if_none, |language| language.code().to_string()),
            Setting::Theme => settings.theme.name().to_string(),
            Setting::Borders => settings.borders.name().to_string(),
            Setting::Mouse => settings.mouse.name().to_string(),
            Setting::DailyNew => settings.daily_new.to_string(),
            Setting::Retention => settings.retention.to_string(),
            Setting::ExamDate => settings.exam_date.map_or_else(if_none, |date| date.to_string()),
            Setting::DayStart => settings.day_start.to_string(),
            Setting::Options => settings.options.name().to_string(),
            Setting::ExamClock => settings.exam_clock.name().to_string(),
        }
    }

    pub fn values(self) -> Values {
        match self {
            Setting::Language => {
                let codes = Language::ALL.iter().map(|language| language.code());
                Values::Names(codes.chain([NONE]).collect())
            }
            Setting::Theme => Values::Names(ThemeName::names()),
            Setting::Borders => Values::Names(Borders::names()),
            Setting::Mouse => Values::Names(Mouse::names()),
            Setting::DailyNew => Values::Whole(0..=9_999),
            Setting::Retention => Values::Whole(70..=97),
            Setting::ExamDate => Values::Day,
            Setting::DayStart => Values::Whole(0..=12),
            Setting::Options => Values::Names(Options::names()),
            Setting::ExamClock => Values::Names(ExamClock::names()),
        }
    }

    /// The settings with another value of this one, as a person chooses it.
    ///
    /// # Errors
    /// When it is no value of this setting, or a day of the exam before `today`.
    pub fn set(self, settings: &Settings, text: &str, today: Date) -> Result<Settings, Refusal> {
        let set = self.read(settings, text)?;
        match (self, set.exam_date) {
            (Setting::ExamDate, Some(date)) if date < today => Err(Refusal::DayIsOver),
            _ => Ok(set),
        }
    }

    /// The settings with another value of this one, as it was set once: the day of an exam may have passed since.
    ///
    /// # Errors
    /// When it is no value of this setting.
    pub fn read(self, settings: &Settings, text: &str) -> Result<Settings, Refusal> {
        let mut read = settings.clone();
        let text = text.trim();
        match self {
            Setting::Language => {
                read.language = or_none(text, |code| Language::from_code(&code.to_lowercase()))?;
            }
            Setting::Theme => read.theme = named(text)?,
            Setting::Borders => read.borders = named(text)?,
            Setting::Mouse => read.mouse = named(text)?,
            Setting::DailyNew => read.daily_new = self.whole(text)?,
            Setting::Retention => read.retention = self.whole(text.trim_end_matches('%').trim_end())?,
            Setting::ExamDate => read.exam_date = or_none(text, parse_day)?,
            Setting::DayStart => read.day_start = self.whole(text.trim_end_matches(":00"))?,
            Setting::Options => read.options = named(text)?,
            Setting::ExamClock => read.exam_clock = named(text)?,
        }
        Ok(read)
    }

    /// A number that this setting takes.
    fn whole<T: FromStr + Copy + Into<u32>>(self, text: &str) -> Result<T, Refusal> {
        let number: T = text.parse().map_err(|_| Refusal::NoValue)?;
        match self.values() {
            Values::Whole(bounds) if bounds.contains(&number.into()) => Ok(number),
            _ => Err(Refusal::NoValue),
        }
    }
}

fn as_key(typed: &str) -> String {
    typed.trim().to_lowercase().replace('-', "_")
}

fn named<T: Named>(text: &str) -> Result<T, Refusal> {
    T::from_name(text).ok_or(Refusal::NoValue)
}

fn or_none<T>(text: &str, read: impl FnOnce(&str) -> Option<T>) -> Result<Option<T>, Refusal> {
    if text.eq_ignore_ascii_case(NONE) {
        return Ok(None);
    }
    read(text).map(Some).ok_or(Refusal::NoValue)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const TODAY: Date = date(2026, 11, 22);

    fn set(setting: Setting, text: &str) -> Result<Settings, Refusal> {
        setting.set(&Settings::default(), text, TODAY)
    }

    #[test]
    fn a_value_that_was_written_is_read_again() {
        let settings = Settings {
            language: Some(Language::Korean),
            theme: ThemeName::HighContrast,
            borders: Borders::Ascii,
            mouse: Mouse::Wheel,
            daily_new: 7,
            retention: 70,
            exam_date: Some(date(2020, 2, 29)),
            day_start: 12,
            options: Options::AsWritten,
            exam_clock: ExamClock::Pauses,
        };
        for from in [&settings, &Settings::default()] {
            let read = Setting::ALL
                .into_iter()
                .try_fold(Settings::default(), |read, setting| setting.read(&read, &setting.value(from)));
            assert_eq!(read.as_ref(), Ok(from));
        }
    }

    #[test]
    fn a_key_may_have_either_stroke_and_any_capitals() {
        for setting in Setting::ALL {
            for key in [setting.key().to_string(), setting.key().replace('_', "-"), setting.key().to_uppercase()] {
                assert_eq!(Setting::from_key(&key), Some(setting), "{key}");
            }
        }
        assert_eq!(Setting::from_key("exam"), None);
        assert_eq!(Setting::nearest("exam-dat"), Some(Setting::ExamDate));
        assert_eq!(Setting::nearest("exam"), None);
    }

    #[test]
    fn every_value_that_is_offered_is_taken() {
        for setting in Setting::ALL {
            let offered = match setting.values() {
                Values::Names(names) => names.into_iter().map(str::to_string).collect(),
                Values::Whole(bounds) => vec![bounds.start().to_string(), bounds.end().to_string()],
                Values::Day => vec!["2026-11-22".to_string(), NONE.to_string()],
            };
            for value in offered {
                assert_eq!(set(setting, &value).map(|settings| setting.value(&settings)), Ok(value), "{setting:?}");
            }
        }
    }

    #[test]
    fn what_is_no_value_is_refused() {
        for (setting, texts) in [
            (Setting::Theme, &["pink", "", "none"][..]),
            (Setting::Language, &["fr", ""]),
            (Setting::DailyNew, &["-1", "10000", "ten", "1.5", ""]),
            (Setting::Retention, &["69", "98", "300", "%"]),
            (Setting::DayStart, &["13", "04:30", "256"]),
            (Setting::ExamDate, &["soon", "2027-02-30", ""]),
        ] {
            for text in texts {
                assert_eq!(set(setting, text), Err(Refusal::NoValue), "{setting:?} {text:?}");
            }
        }
    }

    #[test]
    fn values_are_taken_as_people_write_them() {
        for (setting, text, value) in [
            (Setting::Retention, "85 %", "85"),
            (Setting::DayStart, "05:00", "5"),
            (Setting::DayStart, "00", "0"),
            (Setting::Theme, "High_Contrast", "high-contrast"),
            (Setting::Language, "KO", "ko"),
            (Setting::ExamDate, "2027. 1. 15.", "2027-01-15"),
            (Setting::ExamDate, "None", "none"),
        ] {
            assert_eq!(set(setting, text).map(|settings| setting.value(&settings)), Ok(value.to_string()), "{text}");
        }
    }

    #[test]
    fn a_day_that_is_over_is_no_exam_date_but_stays_one() {
        assert_eq!(set(Setting::ExamDate, "2026-11-21"), Err(Refusal::DayIsOver));
        assert_eq!(set(Setting::ExamDate, "2026-11-22").map(|settings| settings.exam_date), Ok(Some(TODAY)));
        let over = Setting::ExamDate.read(&Settings::default(), "2026-11-21").unwrap();
        assert_eq!(over.exam_date, Some(date(2026, 11, 21)));
        assert!(Setting::Theme.set(&over, "dark", TODAY).is_ok());
    }
}
