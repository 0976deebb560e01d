//! Which answers rate, where clocks are moved: by summer time, by journeys, by hand, and on two machines.

use super::{answered, question};
use awstutor::domain::day::{Day, USUAL_START};
use awstutor::domain::event::{Event, What};
use awstutor::domain::moment::Moment;
use awstutor::domain::progress::Progress;
use awstutor::store::Journal;
use std::path::Path;
use uuid::Uuid;

/// The one question, answered at a time on the wall; the number gives the event's name.
fn answer(number: u128, at: &str) -> Event {
    Event { id: Uuid::from_u128(number), at: Moment::parse(at).expect("a time"), what: answered() }
}

fn answers(times: &[&str]) -> Vec<Event> {
    times.iter().enumerate().map(|(number, at)| answer(number as u128 + 1, at)).collect()
}

/// The days on which these answers rated.
fn rated(events: &[Event]) -> Vec<String> {
    let progress = Progress::new(USUAL_START).after(events.iter().cloned());
    let answers = progress.answers("s3-1").iter();
    answers.filter(|answer| answer.review.is_some()).map(|answer| answer.day.date().to_string()).collect()
}

#[test]
fn a_night_counts_for_the_evening_before() {
    let night = ["2026-11-22T23:30:00+09:00", "2026-11-23T03:59:59+09:00", "2026-11-23T04:00:00+09:00"];
    assert_eq!(rated(&answers(&night)), ["2026-11-22", "2026-11-23"]);
}

#[test]
fn days_begin_when_the_learner_says() {
    let events = answers(&["2026-11-22T23:30:00+09:00", "2026-11-23T00:30:00+09:00"]);
    let reviews = |start| {
        let progress = Progress::new(start).after(events.iter().cloned());
        progress.memory(&question()).expect("it was answered").reviews
    };
    assert_eq!((reviews(0), reviews(4)), (2, 1));
}

/// New York goes back from 02:00 to 01:00 on 1 November 2026, and forward from 02:00 to 03:00 on 8 March.
#[test]
fn days_of_25_and_23_hours_are_days() {
    let autumn = ["2026-10-31T20:00:00-04:00", "2026-11-01T01:30:00-05:00", "2026-11-01T04:00:00-05:00"];
    assert_eq!(rated(&answers(&autumn)), ["2026-10-31", "2026-11-01"]);
    let spring = ["2026-03-07T20:00:00-05:00", "2026-03-08T03:30:00-04:00", "2026-03-08T04:00:00-04:00"];
    assert_eq!(rated(&answers(&spring)), ["2026-03-07", "2026-03-08"]);
}

#[test]
fn a_day_that_a_journey_repeats_rates_once() {
    // Monday morning in Seoul, and nine hours later on Sunday evening in San Francisco.
    let flight = ["2026-11-23T09:00:00+09:00", "2026-11-22T17:00:00-08:00", "2026-11-23T09:00:00-08:00"];
    assert_eq!(rated(&answers(&flight)), ["2026-11-23"]);
}

#[test]
fn a_clock_that_was_set_back_does_not_rate_the_same_day_twice() {
    let set_back = ["2026-11-22T20:00:00+09:00", "2026-11-22T08:00:00+09:00", "2026-11-21T08:00:00+09:00"];
    // In the order of their times the one that was given last counts as the first of all.
    assert_eq!(rated(&answers(&set_back)), ["2026-11-21", "2026-11-22"]);
}

#[test]
fn two_machines_merged_either_way_remember_the_same() {
    let desk = answers(&["2026-11-01T09:00:00+09:00", "2026-11-04T09:00:00+09:00", "2026-11-20T09:00:00+09:00"]);
    let mut train = vec![answer(11, "2026-11-04T08:00:00+09:00"), answer(12, "2026-11-12T09:00:00+09:00")];
    train.push(Event { what: What::Undone { event: train[0].id }, ..answer(13, "2026-11-12T09:01:00+09:00") });
    let folder = tempfile::tempdir().expect("a place for temporary files");
    let written = |name: &str, events: &[Event]| {
        let mut journal = Journal::at(folder.path().join(name));
        journal.append(events).expect("a new file");
        journal
    };
    let mut here = written("desk.jsonl", &desk);
    let mut there = written("train.jsonl", &train);
    let copy = written("copy.jsonl", &desk).path().to_path_buf();
    let merge = |journal: &mut Journal, file: &Path| {
        let found = journal.compare(&[file.to_path_buf()]).expect("both are there");
        journal.take_in(&found).expect("it can be written");
    };
    merge(&mut here, there.path());
    merge(&mut there, &copy);
    let replayed = |journal: &mut Journal| journal.replay(USUAL_START).expect("it is there").0;
    let remembered = replayed(&mut here);
    assert_eq!(remembered, replayed(&mut there));
    let memory = remembered.memory(&question()).expect("it was answered");
    let last = Day::of(desk[2].at, USUAL_START);
    assert_eq!((memory.reviews, memory.reviewed), (4, last));
}
