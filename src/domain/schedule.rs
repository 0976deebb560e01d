//! When a question is asked again.
//!
//! It must not look at answers: it takes what is remembered, and what the learner wants. The same question with the same
//! memory gets the same day, whenever it is asked for.

use super::day::Day;
use super::memory::{Memory, Model};
use super::settings::Settings;
use super::shuffle::{Generator, hash};

/// The longest interval, in days: that of the reference implementation.
const MAXIMUM: i32 = 36_500;
/// The last days before an exam, over which the last look at each question is spread.
pub const LAST_LOOK_DAYS: i32 = 14;

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Schedule {
    /// The share of reviews that shall be right.
    pub retention: f32,
    /// The day of an exam that is still to come.
    pub exam: Option<Day>,
    pub fuzz: Fuzz,
}

/// Whether intervals are varied a little, so that what was learned together does not come back together for ever.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fuzz {
    /// By question and number of reviews.
    Seeded,
    Off,
}

impl Schedule {
    pub fn of(settings: &Settings, today: Day) -> Schedule {
        let exam = settings.exam_date.map(Day::from).filter(|exam| *exam > today);
        Schedule { retention: settings.retention_share(), exam, fuzz: Fuzz::Seeded }
    }

    /// The day on which a question is due.
    pub fn due(&self, question: &str, memory: &Memory, model: &Model) -> Day {
        let seed = hash(question);
        let interval = self.interval(seed, memory, model);
        let due = memory.reviewed.plus(interval);
        self.last_look(seed, memory).map_or(due, |last| due.min(last))
    }

    /// Whole days from one review to the next.
    fn interval(&self, seed: u64, memory: &Memory, model: &Model) -> i32 {
        let exact = model.interval(memory.strength.stability, self.retention);
        let whole = (exact.round_ties_even() as i32).clamp(1, MAXIMUM);
        match self.fuzz {
            Fuzz::Off => whole,
            Fuzz::Seeded => fuzzed(whole, Generator::new(seed ^ u64::from(memory.reviews)).number()),
        }
    }

    /// The day on which a question is seen for the last time before the exam, unless it has been by then.
    ///
    /// Each has its own among the last days, so that they do not all come on one. What was first seen so late that its
    /// day has passed is seen once more on the day before.
    fn last_look(&self, seed: u64, memory: &Memory) -> Option<Day> {
        let exam = self.exam?;
        let own = exam.plus(-1 - Generator::new(seed).below(LAST_LOOK_DAYS as usize) as i32);
        let eve = exam.plus(-1);
        if memory.reviewed < own {
            Some(own)
        } else if memory.reviews == 1 && memory.reviewed < eve {
            Some(eve)
        } else {
            None
        }
    }
}

/// An interval within the range of the reference implementation: a share of it, less the longer it is.
fn fuzzed(interval: i32, chance: u64) -> i32 {
    let days = f64::from(interval);
    if days < 2.5 {
        return interval;
    }
    let shares = [(2.5, 7.0, 0.15), (7.0, 20.0, 0.1), (20.0, f64::INFINITY, 0.05)];
    let spread: f64 =
        1.0 + shares.iter().map(|(start, end, share)| share * (days.min(*end) - start).max(0.0)).sum::<f64>();
    let shortest = ((days - spread).round_ties_even() as i32).max(2);
    let longest = ((days + spread).round_ties_even() as i32).min(MAXIMUM);
    shortest + (chance % (longest - shortest + 1) as u64) as i32
}

#[cfg(test)]
mod tests {
    use super::super::event::Rating;
    use super::super::memory::Strength;
    use super::*;
    use jiff::civil::Date;

    fn today() -> Day {
        Day::from(Date::constant(2026, 11, 22))
    }

    fn memory(stability: f32, reviews: u32) -> Memory {
        Memory {
            strength: Strength { stability, difficulty: 5.0 },
            reviewed: today(),
            reviews,
            lapses: 0,
            revision: 1,
            newest: Rating::Good,
        }
    }

    fn schedule(fuzz: Fuzz, days_to_exam: Option<i32>) -> Schedule {
        Schedule { retention: 0.9, exam: days_to_exam.map(|days| today().plus(days)), fuzz }
    }

    fn due_in(schedule: Schedule, question: &str, memory: &Memory) -> i32 {
        schedule.due(question, memory, &Model::default()).since(today())
    }

    fn names() -> impl Iterator<Item = String> {
        (0..400).map(|number| format!("q-{number}"))
    }

    #[test]
    fn at_nine_tenths_the_interval_is_the_stability() {
        assert_eq!(due_in(schedule(Fuzz::Off, None), "q", &memory(12.4, 3)), 12);
    }

    #[test]
    fn it_is_never_today_and_never_beyond_the_maximum() {
        assert_eq!(due_in(schedule(Fuzz::Off, None), "q", &memory(0.01, 3)), 1);
        let easy = Schedule { retention: 0.7, ..schedule(Fuzz::Seeded, None) };
        assert!(due_in(easy, "q", &memory(36_500.0, 3)) <= MAXIMUM);
    }

    #[test]
    fn wanting_to_know_more_means_coming_back_sooner() {
        let strict = Schedule { retention: 0.95, ..schedule(Fuzz::Off, None) };
        assert!(due_in(strict, "q", &memory(30.0, 3)) < 30);
    }

    #[test]
    fn fuzz_stays_in_the_range_of_the_reference_and_reaches_all_of_it() {
        let spread = |stability: f32| {
            let due: std::collections::BTreeSet<i32> =
                names().map(|name| due_in(schedule(Fuzz::Seeded, None), &name, &memory(stability, 3))).collect();
            (*due.first().unwrap(), *due.last().unwrap(), due.len() as i32)
        };
        assert_eq!(spread(2.0), (2, 2, 1));
        assert_eq!(spread(3.0), (2, 4, 3));
        // 1 + 0.15 * 4.5 + 0.1 * 13 + 0.05 * 30 = 4.475 days to each side of 50.
        assert_eq!(spread(50.0), (46, 54, 9));
    }

    #[test]
    fn fuzz_is_the_same_every_time_and_another_after_the_next_review() {
        let due = |reviews| due_in(schedule(Fuzz::Seeded, None), "s3-1", &memory(100.0, reviews));
        assert_eq!(due(3), due(3));
        assert!((1..20).any(|reviews| due(reviews) != due(3)));
    }

    #[test]
    fn before_an_exam_everything_is_seen_again_within_the_last_days_and_spread_over_them() {
        let mut a_day = [0; LAST_LOOK_DAYS as usize];
        for name in names() {
            let due = due_in(schedule(Fuzz::Seeded, Some(60)), &name, &memory(500.0, 3));
            a_day[(59 - due) as usize] += 1;
        }
        assert!(a_day.iter().all(|count| (15..45).contains(count)), "{a_day:?}");
    }

    #[test]
    fn what_is_due_earlier_comes_earlier() {
        assert_eq!(due_in(schedule(Fuzz::Off, Some(60)), "q", &memory(12.0, 3)), 12);
    }

    #[test]
    fn what_had_its_last_look_is_left_alone() {
        // An exam tomorrow: today is the last of all days for a last look.
        assert_eq!(due_in(schedule(Fuzz::Off, Some(1)), "q", &memory(500.0, 3)), 500);
    }

    #[test]
    fn what_is_new_in_the_last_days_is_seen_once_more() {
        let late = names().filter(|name| due_in(schedule(Fuzz::Off, Some(3)), name, &memory(500.0, 1)) != 2).count();
        let early = names().filter(|name| due_in(schedule(Fuzz::Off, Some(3)), name, &memory(500.0, 2)) == 500).count();
        // Those whose own day is tomorrow come then; the others, whose day has passed, on the eve.
        assert!(late < 60 && early > 300, "{late} {early}");
    }

    #[test]
    fn an_exam_that_is_over_changes_nothing() {
        let over = Settings { exam_date: Some(Date::constant(2026, 11, 22)), ..Settings::default() };
        assert_eq!(Schedule::of(&over, today()), schedule(Fuzz::Seeded, None));
    }
}
