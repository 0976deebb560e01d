//! The sentences about the figures, the same on the screen and in plain mode.
//!
//! It must not compute, and it must not hold words: those stand in the table.

use super::{Activity, Comparison, DueDay, FEWEST_REVIEWS, HardQuestion, Prospect, Readiness, Retention, Statistics};
use crate::text::Language;
use crate::text::calendar::day_of_month;
use crate::text::duration::duration;
use crate::text::number::whole_percent;
use crate::text::words::fill;
use crate::text::words::statistics::StatisticsWords;

impl Activity {
    /// "Studied 12 of the last 30 days · 3 days in a row".
    pub fn days_sentence(&self, language: Language) -> String {
        let words = StatisticsWords::of(language);
        let lately = fill(words.days_lately, &[("days", self.days_lately.to_string())]);
        if self.days_in_a_row < 2 {
            return lately;
        }
        format!("{lately} · {}", fill(words.days_in_a_row, &[("days", self.days_in_a_row.to_string())]))
    }

    /// "Answers on them: 148 · in all: 1204, 9 h 12 min".
    pub fn answers_sentence(&self, language: Language) -> String {
        let words = StatisticsWords::of(language);
        let lately = fill(words.answers_lately, &[("answers", self.answers_lately.to_string())]);
        let total = [("answers", self.answers.to_string()), ("time", duration(self.seconds, language))];
        format!("{lately} · {}", fill(words.answers_total, &total))
    }
}

impl Statistics {
    /// "Due today: 3 · in 7 days: 20 · in 30 days: 61".
    pub fn due_sentence(&self, language: Language) -> String {
        let words = StatisticsWords::of(language);
        let count = |days: usize| self.forecast.iter().take(days).map(|day: &DueDay| day.reviews).sum::<usize>();
        let parts = [(words.due_today, 1), (words.due_week, 7), (words.due_month, 30)];
        parts.map(|(template, days)| fill(template, &[("count", count(days).to_string())])).join(" · ")
    }
}

impl Retention {
    /// "Of 120 reviews you remembered 88 %; 90 % had been predicted."
    pub fn sentence(&self, language: Language) -> String {
        let words = StatisticsWords::of(language);
        let needed = ("needed", FEWEST_REVIEWS.to_string());
        self.overall.worded([words.remembered_all, words.remembered_too_few], needed, language)
    }
}

impl Comparison {
    /// "88 % of 52, predicted 90 %"; how many there were where that is too few.
    pub fn phrase(&self, language: Language) -> String {
        let words = StatisticsWords::of(language);
        self.worded([words.remembered_of, words.too_few], ("needed", FEWEST_REVIEWS.to_string()), language)
    }

    /// In the first sentence, or in the second where there are too few reviews.
    fn worded(&self, [enough, too_few]: [&str; 2], needed: (&'static str, String), language: Language) -> String {
        let reviews = ("reviews", self.reviews.to_string());
        let Some(shares) = self.shares else { return fill(too_few, &[reviews, needed]) };
        let [remembered, predicted] = [shares.remembered, shares.predicted].map(|share| whole_percent(share, language));
        fill(enough, &[reviews, ("remembered", remembered), ("predicted", predicted)])
    }
}

impl HardQuestion {
    /// "wrong 4 of 6 times".
    pub fn phrase(&self, language: Language) -> String {
        let details = [("wrong", self.wrong.to_string()), ("answers", self.answers.to_string())];
        fill(StatisticsWords::of(language).wrong_of, &details)
    }
}

impl Readiness {
    /// "On 5 December probably 71 %, most likely between 62 % and 80 %. Pass mark 70 %: it may go either way."
    pub fn sentence(&self, language: Language) -> String {
        let words = StatisticsWords::of(language);
        let Some((estimate, prospect)) = self.estimate.zip(self.prospect()) else {
            let details = [("seen", self.seen), ("questions", self.questions), ("needed", self.needed)];
            return fill(words.too_little, &details.map(|(name, count)| (name, count.to_string())));
        };
        let verdict = match prospect {
            Prospect::Passing => words.passing,
            Prospect::Open => words.open,
            Prospect::Failing => words.failing,
        };
        let details = [
            ("date", day_of_month(self.on, language)),
            ("score", whole_percent(estimate.score, language)),
            ("low", whole_percent(estimate.low, language)),
            ("high", whole_percent(estimate.high, language)),
            ("pass", whole_percent(self.pass, language)),
        ];
        format!("{} {}", fill(words.expected, &details), fill(verdict, &details))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Estimate, Shares};
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_row_of_one_day_is_no_row() {
        let activity = |days_in_a_row| Activity {
            today: date(2026, 11, 22),
            days: Vec::new(),
            answers: 200,
            seconds: 4_000,
            days_lately: 12,
            answers_lately: 148,
            days_in_a_row,
        };
        assert_eq!(activity(1).days_sentence(Language::English), "Studied 12 of the last 30 days");
        assert_eq!(activity(3).days_sentence(Language::English), "Studied 12 of the last 30 days · 3 days in a row");
        let answers = activity(1).answers_sentence(Language::English);
        assert_eq!(answers, "Answers on them: 148 · in all: 200, 1 h 6 min");
    }

    #[test]
    fn a_share_is_told_with_its_count_or_not_at_all() {
        let few = Comparison { reviews: 7, shares: None };
        assert_eq!(few.phrase(Language::English), "too few: 7");
        let shares = Some(Shares { predicted: 0.9, remembered: 0.875 });
        let enough = Comparison { reviews: 40, shares };
        assert_eq!(enough.phrase(Language::English), "88 % of 40, predicted 90 %");
        assert_eq!(enough.phrase(Language::Korean), "40번 중 88%, 예측 90%");
    }

    #[test]
    fn an_estimate_is_told_with_its_range_and_the_mark() {
        let mut readiness = Readiness {
            exam: "clf".into(),
            on: date(2026, 12, 5),
            pass: 0.7,
            questions: 100,
            seen: 60,
            needed: 30,
            estimate: Some(Estimate { score: 0.71, low: 0.62, high: 0.8 }),
            domains: Vec::new(),
        };
        assert_eq!(
            readiness.sentence(Language::English),
            "On 5 December probably 71 %, most likely between 62 % and 80 %. Pass mark 70 %: it may go either way."
        );
        (readiness.estimate, readiness.seen) = (None, 12);
        assert_eq!(
            readiness.sentence(Language::English),
            "Too little to say: 12 of 100 questions answered, an estimate takes 30."
        );
    }
}
