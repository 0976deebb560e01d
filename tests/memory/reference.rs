//! Schedules agree with the reference implementation: 240 histories, whose states and due dates `reference.py` computed.
//!
//! Each history goes through the journal's events as a learner would make them: answers, each with the learner's own
//! rating, and parameters where the history has some.

use super::{answered, question};
use awstutor::domain::day::{Day, USUAL_START};
use awstutor::domain::event::{Event, Rating, What};
use awstutor::domain::moment::Moment;
use awstutor::domain::progress::Progress;
use awstutor::domain::schedule::{Fuzz, Schedule};
use jiff::civil::Date;
use jiff::tz::Offset;
use serde::Deserialize;
use uuid::Uuid;

const REFERENCE: &str = include_str!("reference.jsonl");

/// How far a figure may be from the reference, as a share of it: the crate computes with 32 bits.
const TOLERANCE: f64 = 1e-3;

#[derive(Deserialize)]
struct History {
    parameters: Option<Vec<f64>>,
    retention: f32,
    first: Date,
    /// Days since the review before, rating, stability, difficulty, due.
    reviews: Vec<(i32, u8, f64, f64, Date)>,
}

fn histories() -> Vec<History> {
    let lines = REFERENCE.lines().skip(1);
    lines.map(|line| serde_json::from_str(line).expect("a history")).collect()
}

fn rating(number: u8) -> Rating {
    [Rating::Again, Rating::Hard, Rating::Good, Rating::Easy][usize::from(number) - 1]
}

fn is_near(found: f32, expected: f64) -> bool {
    (f64::from(found) - expected).abs() <= TOLERANCE * expected.max(1.0)
}

/// Events get their names and times from here.
struct Ticker {
    number: u128,
    day: Day,
}

impl Ticker {
    fn event(&mut self, what: What) -> Event {
        self.number += 1;
        let noon = self.day.date().at(12, 0, 0, 0).to_zoned(jiff::tz::TimeZone::UTC).expect("a date of this century");
        let at = Moment::new(noon.timestamp() + jiff::SignedDuration::from_secs(self.number as i64), Offset::UTC);
        Event { id: Uuid::from_u128(self.number), at, what }
    }
}

#[test]
fn the_file_says_what_it_was_made_with_and_holds_enough() {
    assert!(REFERENCE.starts_with(r#"{"made_by": "fsrs 6.3.2 (Python)""#));
    let histories = histories();
    assert_eq!(histories.len(), 240);
    let reviews: Vec<_> = histories.iter().flat_map(|history| &history.reviews).collect();
    for number in 1..=4 {
        assert!(reviews.iter().filter(|review| review.1 == number).count() > 100, "rating {number}");
    }
    let pauses = reviews.iter().map(|review| review.0).filter(|days| *days > 0);
    assert_eq!((pauses.clone().min(), pauses.max()), (Some(1), Some(400)));
    assert!(histories.iter().any(|history| history.parameters.is_some()));
}

#[test]
fn stability_difficulty_and_due_dates_agree_with_the_reference() {
    for (number, history) in histories().into_iter().enumerate() {
        let mut ticker = Ticker { number: 0, day: history.first.into() };
        let mut progress = Progress::new(USUAL_START);
        if let Some(parameters) = history.parameters {
            let _ = progress.apply(ticker.event(What::ParametersFitted { parameters, answers: 1_000 }));
        }
        for (review, (days, rated, stability, difficulty, due)) in history.reviews.into_iter().enumerate() {
            let place = format!("history {} review {}", number + 1, review + 1);
            ticker.day = ticker.day.plus(days);
            let answer = ticker.event(answered());
            let rated = ticker.event(What::Rated { answer: answer.id, rating: rating(rated) });
            let _ = progress.apply(answer);
            let _ = progress.apply(rated);
            let memory = progress.memory(&question()).expect("it was answered");
            assert!(is_near(memory.strength.stability, stability), "{place}: {:?} {stability}", memory.strength);
            assert!(is_near(memory.strength.difficulty, difficulty), "{place}: {:?} {difficulty}", memory.strength);
            let schedule = Schedule { retention: history.retention, exam: None, fuzz: Fuzz::Off };
            let found = schedule.due("s3-1", memory, progress.memories().model());
            assert_eq!(found.date(), due, "{place}");
        }
    }
}
