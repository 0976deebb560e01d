//! Days as people name them: `10 December`, `12월 10일`, `in 12 days`.
//!
//! It must not ask which day it is: today comes in.

use super::Language;
use super::words::calendar::CalendarWords;
use super::words::fill;
use jiff::civil::{Date, Weekday};

/// A day of a year that is clear: `10 December`.
pub fn day_of_month(date: Date, language: Language) -> String {
    fill(CalendarWords::of(language).day_of_month, &details(date, language))
}

/// A day with its year: `10 December 2026`.
pub fn day_of_year(date: Date, language: Language) -> String {
    fill(CalendarWords::of(language).day_of_year, &details(date, language))
}

/// A month of a year: `December 2026`.
pub fn month_of_year(date: Date, language: Language) -> String {
    fill(CalendarWords::of(language).month_of_year, &details(date, language))
}

/// The short name of a month: `Dec`.
pub fn short_month(date: Date, language: Language) -> &'static str {
    let place = usize::try_from(date.month()).unwrap_or_default().saturating_sub(1);
    CalendarWords::of(language).short_months.split(' ').nth(place).unwrap_or_default()
}

/// The short name of a day of the week.
pub fn weekday(date: Date, language: Language) -> &'static str {
    let words = CalendarWords::of(language);
    match date.weekday() {
        Weekday::Monday => words.monday,
        Weekday::Tuesday => words.tuesday,
        Weekday::Wednesday => words.wednesday,
        Weekday::Thursday => words.thursday,
        Weekday::Friday => words.friday,
        Weekday::Saturday => words.saturday,
        Weekday::Sunday => words.sunday,
    }
}

/// How far a day is: `today`, `tomorrow`, `in 12 days`. A day that is over is today's business.
pub fn distance(days: i64, language: Language) -> String {
    let words = CalendarWords::of(language);
    match days {
        ..=0 => words.today.to_string(),
        1 => words.tomorrow.to_string(),
        days => fill(words.in_days, &[("days", days.to_string())]),
    }
}

/// When a day comes, with its date where that helps: `tomorrow`, `in 12 days, 10 December`.
pub fn coming(date: Date, days: i64, language: Language) -> String {
    let distance = distance(days, language);
    if days <= 1 { distance } else { format!("{distance}, {}", day_of_month(date, language)) }
}

/// The day that someone typed: year, month and day in numbers, with anything in between (`2026-12-20`,
/// `2026년 12월 20일`).
pub fn parse_day(text: &str) -> Option<Date> {
    let numbers: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let [year, month, day] = numbers[..] else { return None };
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

fn details(date: Date, language: Language) -> [(&'static str, String); 3] {
    let words = CalendarWords::of(language);
    let months = [
        words.january,
        words.february,
        words.march,
        words.april,
        words.may,
        words.june,
        words.july,
        words.august,
        words.september,
        words.october,
        words.november,
        words.december,
    ];
    let month = usize::try_from(date.month()).ok().and_then(|month| months.get(month.checked_sub(1)?));
    [
        ("day", date.day().to_string()),
        ("month", month.copied().unwrap_or_default().to_string()),
        ("year", date.year().to_string()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_day_is_named_as_people_do() {
        let day = date(2026, 12, 10);
        assert_eq!(day_of_month(day, Language::English), "10 December");
        assert_eq!(day_of_month(day, Language::Korean), "12월 10일");
        assert_eq!(day_of_year(day, Language::Korean), "2026년 12월 10일");
        assert_eq!(weekday(day, Language::English), "Thu");
        assert_eq!(month_of_year(day, Language::Korean), "2026년 12월");
        assert_eq!(short_month(day, Language::English), "Dec");
    }

    #[test]
    fn a_typed_day_is_read_however_it_is_joined() {
        for typed in ["2026-12-20", "2026. 12. 20.", "2026년 12월 20일"] {
            assert_eq!(parse_day(typed), Some(date(2026, 12, 20)), "{typed}");
        }
        for bad in ["", "tomorrow", "2026-13-01", "2026-02-30", "20-12"] {
            assert_eq!(parse_day(bad), None, "{bad}");
        }
    }

    #[test]
    fn near_days_have_names_of_their_own() {
        let said = |days| distance(days, Language::English);
        assert_eq!([-3, 0, 1, 12].map(said), ["today", "today", "tomorrow", "in 12 days"]);
        assert_eq!(coming(date(2026, 12, 10), 12, Language::Korean), "12일 뒤, 12월 10일");
        assert_eq!(coming(date(2026, 11, 23), 1, Language::Korean), "내일");
    }
}
