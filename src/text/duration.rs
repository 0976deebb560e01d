//! A length of time as people say it, in its largest units.
//!
//! It must not know what took so long. Figures of machines are written by [`super::number`].

use super::Language;
use super::words::{Words, fill};

/// `42 s`, `3 min`, `2 h 5 min`.
pub fn duration(seconds: u64, language: Language) -> String {
    let words = Words::of(language);
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
    match (hours, minutes) {
        (0, 0) => told(words.seconds, [("number", seconds)]),
        (0, _) => told(words.minutes, [("number", minutes)]),
        _ => told(words.hours_minutes, [("hours", hours), ("minutes", minutes)]),
    }
}

/// Minutes and seconds, without what is none: `25 s`, `4 min`, `4 min 7 s`, `90 min`.
pub fn to_the_second(seconds: u64, language: Language) -> String {
    let words = Words::of(language);
    match (seconds / 60, seconds % 60) {
        (0, seconds) => told(words.seconds, [("number", seconds)]),
        (minutes, 0) => told(words.minutes, [("number", minutes)]),
        (minutes, seconds) => told(words.minutes_seconds, [("minutes", minutes), ("seconds", seconds)]),
    }
}

fn told<const COUNT: usize>(template: &str, numbers: [(&'static str, u64); COUNT]) -> String {
    fill(template, &numbers.map(|(name, number)| (name, number.to_string())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_is_told_in_the_units_that_matter() {
        assert_eq!(
            [42, 180, 7_500].map(|seconds| duration(seconds, Language::English)),
            ["42 s", "3 min", "2 h 5 min"]
        );
        assert_eq!(duration(7_500, Language::Korean), "2시간 5분");
    }

    #[test]
    fn a_short_time_is_told_to_the_second() {
        let told = |language| [0, 25, 240, 247, 5_400].map(|seconds| to_the_second(seconds, language));
        assert_eq!(told(Language::English), ["0 s", "25 s", "4 min", "4 min 7 s", "90 min"]);
        assert_eq!(told(Language::Korean), ["0초", "25초", "4분", "4분 7초", "90분"]);
    }
}
