//! A length of time as people say it, in its largest units.
//!
//! It must not know what took so long. Figures of machines are written by [`super::number`].

use super::Language;
use super::words::fill;
use super::words::statistics::StatisticsWords;

/// `42 s`, `3 min`, `2 h 5 min`.
pub fn duration(seconds: u64, language: Language) -> String {
    let words = StatisticsWords::of(language);
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
    let template = match (hours, minutes) {
        (0, 0) => words.seconds,
        (0, _) => words.minutes,
        _ => words.hours_minutes,
    };
    let details = [("hours", hours), ("minutes", minutes), ("seconds", seconds)];
    fill(template, &details.map(|(name, number)| (name, number.to_string())))
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
}
