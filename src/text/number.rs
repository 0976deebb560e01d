//! Numbers as people read them: grouped, rounded to what matters, with their units.
//!
//! It must not know what a number is about.

use super::Language;
use super::words::{Words, fill};
use std::fmt::Display;

/// `1234567` as `1,234,567`; rounded to a whole number.
pub fn grouped(number: f64) -> String {
    let digits = format!("{:.0}", number.abs());
    let mut text = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    if number < 0.0 && digits != "0" {
        text.push('-');
    }
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// What is already counted in percent, with its sign: `60 %`, in Korean `60%`.
pub fn percents(percents: impl Display, language: Language) -> String {
    measured(Words::of(language).percents, percents)
}

/// A share between 0 and 1 in percent, with as many digits as tell it from nothing and from all: `0.05 %`, `34 %`,
/// `99.95 %`.
pub fn percent(share: f64, language: Language) -> String {
    let percent = share * 100.0;
    let distance = percent.abs().min((100.0 - percent).abs());
    let digits = match distance {
        // Nothing that four digits could tell apart.
        distance if distance < 0.00005 => 0,
        distance if distance < 0.00099 => 4,
        distance if distance < 0.0099 => 3,
        distance if distance < 0.099 => 2,
        distance if distance < 0.99 => 1,
        _ => 0,
    };
    percents(format_args!("{percent:.digits$}"), language)
}

/// A share between 0 and 1 in whole percents; only the whole is 100, and what was begun is not 0.
pub fn whole_percent(share: f64, language: Language) -> String {
    let percent: f64 = match share {
        nothing if nothing <= 1e-9 => 0.0,
        all if all >= 1.0 - 1e-9 => 100.0,
        part => (part * 100.0).round().clamp(1.0, 99.0),
    };
    percents(percent, language)
}

/// Milliseconds up to ten seconds, then seconds.
pub fn milliseconds(milliseconds: f64, language: Language) -> String {
    let words = Words::of(language);
    match milliseconds {
        short if short < 10.0 => measured(words.milliseconds, format_args!("{short:.1}")),
        short if short < 9_999.5 => measured(words.milliseconds, grouped(short)),
        long => measured(words.seconds, grouped(long / 1_000.0)),
    }
}

/// Seconds up to two minutes, then minutes, then hours: `30 s`, in Korean `30초`.
pub fn seconds(seconds: f64, language: Language) -> String {
    let words = Words::of(language);
    match seconds {
        short if short < 119.5 => measured(words.seconds, format_args!("{short:.0}")),
        long if long < 7_200.0 => measured(words.minutes, format_args!("{:.0}", long / 60.0)),
        longer => measured(words.hours, format_args!("{:.1}", longer / 3_600.0)),
    }
}

/// US dollars without cents.
pub fn dollars(amount: f64) -> String {
    let text = grouped(amount);
    match text.strip_prefix('-') {
        Some(amount) => format!("-${amount}"),
        None => format!("${text}"),
    }
}

/// Requests a second, with a digit behind the point below ten.
pub fn rate(rate: f64) -> String {
    if rate > 0.0 && rate < 9.95 { format!("{rate:.1}/s") } else { format!("{}/s", grouped(rate)) }
}

fn measured(template: &str, number: impl Display) -> String {
    fill(template, &[("number", number.to_string())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_stand_apart() {
        assert_eq!(
            [0.4, 999.0, 1_000.0, 1_234_567.0, -1_500.0].map(grouped),
            ["0", "999", "1,000", "1,234,567", "-1,500"]
        );
    }

    fn in_both(write: impl Fn(Language) -> String) -> [String; 2] {
        Language::ALL.map(write)
    }

    #[test]
    fn a_share_is_told_from_nothing_and_from_all() {
        assert_eq!(
            [0.0, 1e-9, 0.0005, 0.034, 0.34, 0.9995, 0.99999, 1.0].map(|share| percent(share, Language::English)),
            ["0 %", "0 %", "0.05 %", "3 %", "34 %", "99.95 %", "99.999 %", "100 %"]
        );
    }

    #[test]
    fn only_the_whole_is_a_hundred_whole_percents() {
        assert_eq!(
            [0.0, 0.001, 0.5, 0.996, 1.0].map(|share| whole_percent(share, Language::English)),
            ["0 %", "1 %", "50 %", "99 %", "100 %"]
        );
    }

    #[test]
    fn times_have_the_unit_that_fits() {
        assert_eq!(
            [4.26, 132.5, 1_234.0, 12_000.0].map(|time| milliseconds(time, Language::English)),
            ["4.3 ms", "132 ms", "1,234 ms", "12 s"]
        );
        assert_eq!([30.0, 900.0, 9_000.0].map(|time| seconds(time, Language::English)), ["30 s", "15 min", "2.5 h"]);
    }

    #[test]
    fn units_are_those_of_the_language() {
        assert_eq!(in_both(|language| percent(0.9995, language)), ["99.95 %", "99.95%"]);
        assert_eq!(in_both(|language| whole_percent(0.6, language)), ["60 %", "60%"]);
        assert_eq!(in_both(|language| milliseconds(132.0, language)), ["132 ms", "132ms"]);
        assert_eq!(in_both(|language| milliseconds(12_000.0, language)), ["12 s", "12초"]);
        assert_eq!(in_both(|language| seconds(0.0, language)), ["0 s", "0초"]);
        assert_eq!(in_both(|language| seconds(2_460.0, language)), ["41 min", "41분"]);
        assert_eq!(in_both(|language| seconds(9_000.0, language)), ["2.5 h", "2.5시간"]);
    }

    #[test]
    fn money_and_rates() {
        assert_eq!([24_630.4, -12.0].map(dollars), ["$24,630", "-$12"]);
        assert_eq!([0.0, 3.25, 1_200.0].map(rate), ["0/s", "3.2/s", "1,200/s"]);
    }
}
