//! What was remembered, beside what had been predicted: whether the schedule tells the truth.
//!
//! Counted are reviews whose answer before lies at least a day back; sooner than that, nothing was to be forgotten. It
//! must not claim a share that rests on a handful of reviews.

use crate::domain::day::Day;
use crate::domain::event::Rating;
use crate::domain::progress::Progress;
use jiff::civil::Date;
use serde::Serialize;
use std::collections::{BTreeMap, HashMap};

/// Fewer reviews than this give no share.
pub const FEWEST_REVIEWS: usize = 20;

/// An attempt to remember: a question that was answered again.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Retrieval {
    pub day: Day,
    /// The chance, from 0 to 1, that it would be remembered, as seen just before the answer.
    pub predicted: f64,
    pub remembered: bool,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Retention {
    pub overall: Comparison,
    /// Month by month, oldest first.
    pub months: Vec<MonthRetention>,
    /// By what was predicted, lowest first.
    pub bands: Vec<BandRetention>,
}

/// How many reviews there were, and what came of them.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Comparison {
    pub reviews: usize,
    /// None while there are too few reviews.
    pub shares: Option<Shares>,
}

/// What was predicted and what came true, both from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Shares {
    pub predicted: f64,
    pub remembered: f64,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MonthRetention {
    /// Its first day.
    pub month: Date,
    #[serde(flatten)]
    pub comparison: Comparison,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BandRetention {
    /// Predictions from here …
    pub from: f64,
    /// … up to but without this one; 1 is among the last.
    pub to: f64,
    #[serde(flatten)]
    pub comparison: Comparison,
}

/// Where the bands of predictions begin. Most predictions lie near the target, so that bands are finer there.
const BANDS: [f64; 5] = [0.0, 0.7, 0.8, 0.9, 0.95];

#[derive(Debug, Clone, Copy, Default)]
struct Sum {
    reviews: usize,
    predicted: f64,
    remembered: usize,
}

/// The reviews of all questions: answers that rated, a day or more after the one that rated before.
pub fn reviews(progress: &Progress) -> impl Iterator<Item = Retrieval> {
    let answers = progress.answered().flat_map(|(_, answers)| answers);
    answers.filter_map(|answer| {
        let interval = answer.review?.since?;
        let remembered = answer.rating() != Rating::Again;
        Some(Retrieval { day: answer.day, predicted: interval.predicted, remembered })
    })
}

impl Retention {
    /// Sums of floats depend on their order: the same reviews come in the same order.
    pub fn of(reviews: impl IntoIterator<Item = Retrieval>) -> Retention {
        let mut overall = Sum::default();
        let mut days: HashMap<Day, Sum> = HashMap::new();
        let mut bands = [Sum::default(); BANDS.len()];
        for review in reviews {
            let sum = Sum::of(review);
            overall.add(sum);
            days.entry(review.day).or_default().add(sum);
            let band = BANDS.iter().rposition(|from| review.predicted >= *from).unwrap_or(0);
            bands[band].add(sum);
        }
        let month = |(month, sum): (Date, Sum)| MonthRetention { month, comparison: sum.compared() };
        let ends = BANDS.into_iter().skip(1).chain([1.0]);
        let band = |((from, to), sum): ((f64, f64), Sum)| BandRetention { from, to, comparison: sum.compared() };
        Retention {
            overall: overall.compared(),
            months: months(days).into_iter().map(month).collect(),
            bands: BANDS.into_iter().zip(ends).zip(bands).map(band).collect(),
        }
    }
}

/// Days into months, oldest first.
fn months(days: HashMap<Day, Sum>) -> BTreeMap<Date, Sum> {
    let days: BTreeMap<Day, Sum> = days.into_iter().collect();
    let mut months: BTreeMap<Date, Sum> = BTreeMap::new();
    for (day, sum) in days {
        months.entry(day.date().first_of_month()).or_default().add(sum);
    }
    months
}

impl Sum {
    fn of(review: Retrieval) -> Sum {
        Sum { reviews: 1, predicted: review.predicted, remembered: usize::from(review.remembered) }
    }

    fn add(&mut self, other: Sum) {
        self.reviews += other.reviews;
        self.predicted += other.predicted;
        self.remembered += other.remembered;
    }

    fn compared(self) -> Comparison {
        let count = self.reviews as f64;
        let shares = (self.reviews >= FEWEST_REVIEWS)
            .then(|| Shares { predicted: self.predicted / count, remembered: self.remembered as f64 / count });
        Comparison { reviews: self.reviews, shares }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::event::What;
    use crate::domain::event::examples::{answered, event};
    use crate::domain::memory::examples::forgetting;
    use jiff::civil::date;
    use uuid::Uuid;

    fn reviews(count: usize, predicted: f64, remembered: usize, month: i8) -> Vec<Retrieval> {
        let day = |place: usize| Day::from(date(2026, month, place as i8 % 28 + 1));
        (0..count).map(|place| Retrieval { day: day(place), predicted, remembered: place < remembered }).collect()
    }

    #[test]
    fn the_share_that_was_remembered_stands_beside_the_prediction() {
        let retention = Retention::of([reviews(20, 0.9, 17, 10), reviews(20, 0.8, 18, 11)].concat());
        let shares = retention.overall.shares.unwrap();
        assert_eq!(retention.overall.reviews, 40);
        assert!((shares.predicted - 0.85).abs() < 1e-12);
        assert!((shares.remembered - 35.0 / 40.0).abs() < 1e-12);
        let months: Vec<(i8, f64)> = retention
            .months
            .iter()
            .map(|month| (month.month.month(), month.comparison.shares.unwrap().remembered))
            .collect();
        assert_eq!(months, [(10, 0.85), (11, 0.9)]);
    }

    #[test]
    fn a_prediction_belongs_to_one_band() {
        let edges = [0.0, 0.69, 0.7, 0.9, 0.95, 1.0].map(|predicted| reviews(1, predicted, 1, 11)).concat();
        let counts: Vec<usize> = Retention::of(edges).bands.iter().map(|band| band.comparison.reviews).collect();
        assert_eq!(counts, [2, 1, 0, 1, 2]);
    }

    #[test]
    fn a_prediction_is_no_hindsight() {
        const LATER: i64 = 9 * 24 * 60;
        let answer = |number: u128, minute| event(number, minute, answered(&format!("q-{}", number % 31), 1.0));
        let first = (0..31).map(|number| answer(number, 0));
        let second = (31..61).map(|number| answer(number, LATER));
        let mut progress = Progress::fold(first.chain(second));
        let before: Vec<Retrieval> = super::reviews(&progress).collect();
        assert_eq!(before.len(), 30);
        let _ = progress.apply(event(99, LATER + 1, forgetting()));
        assert_eq!(super::reviews(&progress).collect::<Vec<_>>(), before);
        // Nor when an answer is rated again after that.
        let rated = What::Rated { answer: Uuid::from_u128(3), rating: Rating::Hard };
        let _ = progress.apply(event(100, LATER + 1, rated));
        assert_eq!(super::reviews(&progress).collect::<Vec<_>>(), before);
        // What comes now is predicted with what was fitted.
        let _ = progress.apply(answer(61, LATER + 2));
        let newest = super::reviews(&progress).last().unwrap();
        assert!(newest.predicted < before[0].predicted - 0.1, "{newest:?} {:?}", before[0]);
    }

    #[test]
    fn nothing_is_claimed_from_a_handful() {
        let retention = Retention::of(reviews(FEWEST_REVIEWS - 1, 0.9, 10, 11));
        assert_eq!(retention.overall, Comparison { reviews: 19, shares: None });
        assert!(Retention::of(reviews(FEWEST_REVIEWS, 0.9, 10, 11)).overall.shares.is_some());
    }
}
