//! The text of a settings file: `key = value`, a setting a line.
//!
//! Each setting is read by itself: what is wrong with one costs that one only. It must not touch the disk.

use super::problem::Cause;
use crate::course::diagnostic::place;
use crate::course::syntax::{Fault, Readable};
use crate::domain::settings::{NONE, Setting, Settings, Values};
use std::ops::Range;
use toml::Spanned;
use toml::de::DeValue;

/// A cause with the line and the column, counted from 1, at which it stands.
pub type Placed = ((usize, usize), Cause);

/// The settings of a text, and what is wrong with it, from its top to its end.
pub fn parse(text: &str) -> (Settings, Vec<Placed>) {
    let line_and_column = |bytes: Range<usize>| {
        let place = place(text, bytes);
        (place.line, place.column)
    };
    let readable = Readable::of(text);
    let slip = |fault: &Fault| (line_and_column(fault.bytes.clone()), Cause::NoToml { slip: fault.slip.clone() });
    let mut problems: Vec<Placed> = readable.faults.iter().map(slip).collect();
    let table = readable.table();
    let mut settings = Settings::default();
    for (key, value) in table.get_ref().iter() {
        let (at_key, at_value) = (line_and_column(key.span()), line_and_column(value.span()));
        let name: &str = key.get_ref();
        match Setting::from_key(name) {
            None => problems.push((at_key, Cause::UnknownKey { key: name.to_string() })),
            Some(setting) => match setting.read(&settings, &written(value, text)) {
                Ok(read) => settings = read,
                Err(_) => problems.push((at_value, Cause::WrongValue { setting, value: written(value, text) })),
            },
        }
    }
    problems.sort_by_key(|(place, _)| *place);
    (settings, problems)
}

/// The text of these settings; what has not been chosen is left out.
pub fn text(settings: &Settings) -> String {
    let line = |setting: Setting| {
        let value = setting.value(settings);
        match setting.values() {
            _ if value == NONE => String::new(),
            Values::Whole(_) => format!("{} = {value}\n", setting.key()),
            Values::Names(_) | Values::Day => format!("{} = \"{value}\"\n", setting.key()),
        }
    };
    Setting::ALL.map(line).concat()
}

/// A value as it was written; texts without their quotes.
fn written(value: &Spanned<DeValue<'_>>, text: &str) -> String {
    match value.get_ref() {
        DeValue::String(text) => text.to_string(),
        _ => text.get(value.span()).unwrap_or_default().to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::settings::ThemeName;
    use crate::domain::shuffle::Options;
    use crate::text::Language;
    use jiff::civil::date;

    fn wrong(setting: Setting, value: &str) -> Cause {
        Cause::WrongValue { setting, value: value.to_string() }
    }

    #[test]
    fn what_is_written_is_read_again() {
        let settings = Settings {
            language: Some(Language::Korean),
            theme: ThemeName::HighContrast,
            exam_date: Some(date(2020, 2, 29)),
            options: Options::AsWritten,
            ..Settings::default()
        };
        for settings in [settings, Settings::default()] {
            assert_eq!(parse(&text(&settings)), (settings, vec![]));
        }
    }

    #[test]
    fn a_file_reads_as_it_always_did() {
        let settings = Settings { exam_date: Some(date(2027, 1, 15)), ..Settings::default() };
        assert_eq!(
            text(&settings),
            "theme = \"terminal\"\nborders = \"unicode\"\nmouse = \"off\"\ndaily_new = 10\nretention = 90\n\
             exam_date = \"2027-01-15\"\nday_start = 4\noptions = \"shuffled\"\nexam_clock = \"runs\"\n"
        );
    }

    #[test]
    fn each_setting_is_read_by_itself() {
        let (settings, problems) = parse("theme = \"pink\"\ndaily_new = 5\nretetnion = 80\nday_start = \"noon\"\n");
        assert_eq!(settings, Settings { daily_new: 5, ..Settings::default() });
        assert_eq!(
            problems,
            [
                ((1, 9), wrong(Setting::Theme, "pink")),
                ((3, 1), Cause::UnknownKey { key: "retetnion".to_string() }),
                ((4, 13), wrong(Setting::DayStart, "noon")),
            ]
        );
    }

    #[test]
    fn a_value_of_another_type_is_taken_if_it_reads_as_one() {
        let (settings, problems) =
            parse("exam_date = 2027-01-15\nretention = \"85 %\"\nday_start = 0x05\nmouse = []\n");
        assert_eq!((settings.exam_date, settings.retention), (Some(date(2027, 1, 15)), 85));
        let causes: Vec<Cause> = problems.into_iter().map(|(_, cause)| cause).collect();
        assert_eq!(causes, [wrong(Setting::DayStart, "0x05"), wrong(Setting::Mouse, "[]")]);
    }

    #[test]
    fn a_line_that_is_not_toml_costs_itself() {
        let (settings, problems) = parse("# 설정\ntheme = dark\ndaily_new = 5\ndaily_new = 6\n");
        assert_eq!(settings, Settings { daily_new: 5, ..Settings::default() });
        let places: Vec<(usize, usize)> = problems.iter().map(|(place, _)| *place).collect();
        assert_eq!(places, [(2, 9), (4, 1)]);
        assert!(problems.iter().all(|(_, cause)| matches!(cause, Cause::NoToml { .. })));
    }

    #[test]
    fn a_text_that_is_no_toml_at_all_is_the_defaults() {
        let (settings, problems) = parse("Dear program,\nplease be dark.\n");
        assert_eq!((settings, problems.len()), (Settings::default(), 1));
        assert_eq!(problems[0].0, (1, 6));
    }

    #[test]
    fn a_mark_in_front_of_the_text_does_no_harm() {
        assert_eq!(parse("\u{feff}daily_new = 5\n"), (Settings { daily_new: 5, ..Settings::default() }, vec![]));
    }

    #[test]
    fn an_exam_that_is_over_stays_in_the_file() {
        assert_eq!(parse("exam_date = \"2020-02-29\"\n").0.exam_date, Some(date(2020, 2, 29)));
    }
}
