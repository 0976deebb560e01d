//! When and how much was studied: day by day, and over a year.
//!
//! A day is the one that was on the learner's own wall when an answer was given, wherever that was: each event carries its
//! offset. It must not judge: a day without study is a day without study.

use crate::domain::day::Day;
use crate::domain::progress::Progress;
use jiff::ToSpan;
use jiff::civil::Date;
use serde::Serialize;
use std::collections::HashMap;

/// The days that "lately" looks back on, today among them.
pub const LATELY: usize = 30;

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Activity {
    pub today: Date,
    /// The days on which something was answered or read, oldest first.
    pub days: Vec<StudyDay>,
    pub answers: usize,
    /// Time spent on answers, each counted with five minutes at most.
    pub seconds: u64,
    /// Days of study among the last thirty, today among them.
    pub days_lately: usize,
    /// Answers on those days.
    pub answers_lately: usize,
    /// Days of study without a gap up to today, or up to yesterday while today is still open.
    pub days_in_a_row: usize,
}

/// A day on which something was answered or read.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StudyDay {
    pub date: Date,
    pub answers: usize,
    /// Sections that were read for the first time.
    pub sections: usize,
    pub seconds: u64,
}

#[derive(Default)]
struct Tally {
    answers: usize,
    sections: usize,
    milliseconds: u64,
}

impl Activity {
    pub fn of(progress: &Progress, today: Day) -> Activity {
        let mut tallies: HashMap<Day, Tally> = HashMap::new();
        for answer in progress.answered().flat_map(|(_, answers)| answers) {
            let tally = tallies.entry(answer.day).or_default();
            tally.answers += 1;
            tally.milliseconds += answer.capped_ms();
        }
        for moment in progress.readings() {
            tallies.entry(Day::of(moment, progress.day_start())).or_default().sections += 1;
        }
        let day = |(day, tally): (Day, Tally)| StudyDay {
            date: day.date(),
            answers: tally.answers,
            sections: tally.sections,
            seconds: tally.milliseconds / 1000,
        };
        let mut days: Vec<StudyDay> = tallies.into_iter().map(day).collect();
        days.sort_unstable_by_key(|day| day.date);
        Activity::of_days(days, today.date())
    }

    fn of_days(days: Vec<StudyDay>, today: Date) -> Activity {
        let since = today.saturating_sub((LATELY as i64 - 1).days());
        let lately = days.iter().filter(|day| (since..=today).contains(&day.date));
        Activity {
            today,
            answers: days.iter().map(|day| day.answers).sum(),
            seconds: days.iter().map(|day| day.seconds).sum(),
            days_lately: lately.clone().count(),
            answers_lately: lately.map(|day| day.answers).sum(),
            days_in_a_row: in_a_row(&days, today),
            days,
        }
    }

    /// What was done on a day, if anything was.
    pub fn day(&self, date: Date) -> Option<&StudyDay> {
        self.days.binary_search_by_key(&date, |day| day.date).ok().map(|place| &self.days[place])
    }
}

fn in_a_row(days: &[StudyDay], today: Date) -> usize {
    let past = days.iter().rev().map(|day| day.date).skip_while(|date| *date > today);
    let mut expected = today;
    let mut count = 0;
    for date in past {
        // Today is not over: it breaks no row.
        if count == 0 && Some(date) == today.yesterday().ok() {
            expected = date;
        }
        if date != expected {
            break;
        }
        count += 1;
        let Ok(before) = date.yesterday() else { break };
        expected = before;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::event::examples::answered;
    use crate::domain::event::{Event, What};
    use crate::domain::moment::Moment;
    use jiff::civil::date;
    use uuid::Uuid;

    fn events(what: impl Fn() -> What, times: &[&str]) -> Vec<Event> {
        let event = |(number, at): (usize, &&str)| Event {
            id: Uuid::from_u128(number as u128 + 1),
            at: Moment::parse(at).unwrap(),
            what: what(),
        };
        times.iter().enumerate().map(event).collect()
    }

    fn activity(times: &[&str], today: Date) -> Activity {
        Activity::of(&Progress::fold(events(|| answered("s3-1", 1.0), times)), Day::from(today))
    }

    fn dates(activity: &Activity) -> Vec<(String, usize)> {
        activity.days.iter().map(|day| (day.date.to_string(), day.answers)).collect()
    }

    #[test]
    fn a_night_belongs_to_the_day_before() {
        let activity = activity(&["2026-11-22T23:59:00+09:00", "2026-11-23T03:59:00+09:00"], date(2026, 11, 23));
        assert_eq!(dates(&activity), [("2026-11-22".to_string(), 2)]);
    }

    #[test]
    fn a_day_is_the_one_on_the_wall_where_the_learner_was() {
        // Nine in the evening in Seoul, and the same evening after a flight to Los Angeles.
        let times = ["2026-11-22T21:00:00+09:00", "2026-11-22T20:00:00-08:00", "2026-11-23T21:00:00-08:00"];
        let activity = activity(&times, date(2026, 11, 23));
        assert_eq!(dates(&activity), [("2026-11-22".to_string(), 2), ("2026-11-23".to_string(), 1)]);
    }

    #[test]
    fn the_days_of_daylight_saving_are_days_like_others() {
        // Berlin: the 25-hour day of 2026-10-25, with 02:30 twice, and the 23-hour day of 2026-03-29.
        let times = [
            "2026-03-29T04:30:00+02:00",
            "2026-03-30T03:30:00+02:00",
            "2026-10-25T02:30:00+02:00",
            "2026-10-25T02:30:00+01:00",
            "2026-10-25T04:00:00+01:00",
        ];
        let found = dates(&activity(&times, date(2026, 10, 25)));
        let expected = [("2026-03-29", 2), ("2026-10-24", 2), ("2026-10-25", 1)];
        assert_eq!(found, expected.map(|(date, answers)| (date.to_string(), answers)));
    }

    #[test]
    fn an_answer_counts_with_five_minutes_at_most() {
        let slow = || match answered("s3-1", 1.0) {
            What::Answered(answered) => What::Answered(crate::domain::event::Answered { ms: 3_600_000, ..answered }),
            other => other,
        };
        let mut all = events(slow, &["2026-11-22T09:00:00Z"]);
        all.push(Event {
            id: Uuid::from_u128(50),
            at: Moment::parse("2026-11-22T10:00:00Z").unwrap(),
            what: answered("s3-2", 0.0),
        });
        let activity = Activity::of(&Progress::fold(all), Day::from(date(2026, 11, 22)));
        assert_eq!((activity.answers, activity.seconds), (2, 300 + 4));
    }

    #[test]
    fn reading_is_studying_too() {
        let read = || What::SectionRead { section: "s3#problem".into() };
        let progress = Progress::fold(events(read, &["2026-11-21T09:00:00Z", "2026-11-22T09:00:00Z"]));
        let activity = Activity::of(&progress, Day::from(date(2026, 11, 22)));
        assert_eq!(activity.days, [StudyDay { date: date(2026, 11, 21), answers: 0, sections: 1, seconds: 0 }]);
        assert_eq!(activity.days_lately, 1);
    }

    #[test]
    fn lately_is_thirty_days_with_today() {
        let times = ["2026-10-23T09:00:00Z", "2026-10-24T09:00:00Z", "2026-11-22T09:00:00Z"];
        let activity = activity(&times, date(2026, 11, 22));
        assert_eq!((activity.days_lately, activity.answers_lately, activity.answers), (2, 2, 3));
    }

    #[test]
    fn today_breaks_no_row_before_it_is_over() {
        let times = ["2026-11-18T09:00:00Z", "2026-11-20T09:00:00Z", "2026-11-21T09:00:00Z"];
        let row = |day| activity(&times, date(2026, 11, day)).days_in_a_row;
        assert_eq!([21, 22, 23].map(row), [2, 2, 0]);
        // A clock that was set back: what lies in the future neither helps nor breaks.
        assert_eq!(row(20), 1);
    }

    #[test]
    fn nothing_studied_is_no_day() {
        let activity = activity(&[], date(2026, 11, 22));
        assert_eq!((activity.days.len(), activity.days_in_a_row, activity.days_lately), (0, 0, 0));
    }
}
