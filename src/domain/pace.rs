//! How long one's answers take, by kind of question: what "fast" is measured against.
//!
//! It must not say what a fast answer is worth: rating does.

use super::event::Answered;
use super::question::Kind;
use std::collections::VecDeque;
use uuid::Uuid;

/// Longer than this nobody thinks about an answer: the rest of the time went elsewhere.
const LONGEST_MS: u64 = 5 * 60 * 1_000;
/// The answers of a kind that are looked back on.
const RECENT: usize = 50;
/// Of fewer answers the median says little.
const ENOUGH: usize = 10;

/// A time in milliseconds without the pause that a learner made in the middle of it.
pub fn capped(ms: u64) -> u64 {
    ms.min(LONGEST_MS)
}

/// The times of the newest answers of each kind.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Pace {
    kinds: [Recent; Kind::ALL.len()],
}

#[derive(Debug, Clone, Default, PartialEq)]
struct Recent {
    /// Oldest first.
    times: VecDeque<(Uuid, u64)>,
    /// The same times in order of size.
    sorted: Vec<u64>,
}

impl Pace {
    /// The median time of the newest answers of a kind, in milliseconds; none while there are too few.
    pub fn median_ms(&self, kind: Kind) -> Option<u64> {
        let sorted = &self.kinds[kind as usize].sorted;
        median(sorted).filter(|_| sorted.len() >= ENOUGH)
    }

    /// The median over the newest answers of all kinds together.
    pub fn overall_ms(&self) -> Option<u64> {
        let mut all: Vec<u64> = self.kinds.iter().flat_map(|recent| &recent.sorted).copied().collect();
        all.sort_unstable();
        median(&all).filter(|_| all.len() >= ENOUGH)
    }

    /// Takes the time of an answer in. Old lines may lack the kind or the time.
    pub fn note(&mut self, event: Uuid, answered: &Answered) {
        if let Some(kind) = answered.kind.filter(|_| answered.ms > 0) {
            self.kinds[kind as usize].push(event, capped(answered.ms));
        }
    }

    /// Leaves out an answer that no longer counts.
    pub fn forget(&mut self, event: Uuid) {
        for recent in &mut self.kinds {
            if let Some(place) = recent.times.iter().rposition(|(noted, _)| *noted == event)
                && let Some((_, time)) = recent.times.remove(place)
            {
                recent.take_out(time);
            }
        }
    }
}

impl Recent {
    fn push(&mut self, event: Uuid, time: u64) {
        if self.times.len() == RECENT
            && let Some((_, oldest)) = self.times.pop_front()
        {
            self.take_out(oldest);
        }
        self.times.push_back((event, time));
        let place = self.sorted.partition_point(|other| *other < time);
        self.sorted.insert(place, time);
    }

    fn take_out(&mut self, time: u64) {
        if let Ok(place) = self.sorted.binary_search(&time) {
            self.sorted.remove(place);
        }
    }
}

/// The median of times in order of size, between two of them the mean; none of no times.
pub fn median(sorted: &[u64]) -> Option<u64> {
    let upper = sorted.get(sorted.len() / 2)?;
    let lower = sorted[(sorted.len() - 1) / 2];
    Some((lower + upper) / 2)
}

#[cfg(test)]
mod tests {
    use super::super::event::What;
    use super::super::event::examples::answered;
    use super::*;

    fn timed(ms: u64) -> Answered {
        let What::Answered(answer) = answered("s3-1", 1.0) else { unreachable!() };
        Answered { ms, ..answer }
    }

    /// The pace after answers that took so many seconds, named 0, 1, 2 …
    fn pace(seconds: &[u64]) -> Pace {
        let mut pace = Pace::default();
        for (number, seconds) in seconds.iter().enumerate() {
            pace.note(Uuid::from_u128(number as u128), &timed(seconds * 1_000));
        }
        pace
    }

    #[test]
    fn few_answers_have_no_median() {
        assert_eq!(pace(&[5; 9]).median_ms(Kind::Single), None);
        assert_eq!(pace(&[5; 10]).median_ms(Kind::Single), Some(5_000));
        assert_eq!(pace(&[5; 10]).median_ms(Kind::Order), None);
    }

    #[test]
    fn only_the_newest_fifty_count() {
        let seconds: Vec<u64> = [90; 50].into_iter().chain([10; 26]).collect();
        assert_eq!(pace(&seconds[..75]).median_ms(Kind::Single), Some(50_000));
        assert_eq!(pace(&seconds).median_ms(Kind::Single), Some(10_000));
    }

    #[test]
    fn a_pause_counts_as_five_minutes() {
        assert_eq!(pace(&[7_200; 10]).median_ms(Kind::Single), Some(LONGEST_MS));
    }

    #[test]
    fn an_answer_that_was_taken_back_leaves_its_time_out() {
        let mut pace = pace(&[9, 9, 9, 9, 9, 9, 1, 1, 1, 1, 1]);
        assert_eq!(pace.median_ms(Kind::Single), Some(9_000));
        pace.forget(Uuid::from_u128(0));
        assert_eq!(pace.median_ms(Kind::Single), Some(5_000));
    }

    #[test]
    fn a_line_without_kind_or_time_is_left_out() {
        let mut pace = pace(&[5; 9]);
        pace.note(Uuid::from_u128(20), &Answered { kind: None, ..timed(5_000) });
        pace.note(Uuid::from_u128(21), &timed(0));
        assert_eq!(pace.median_ms(Kind::Single), None);
    }
}
