//! What happened in a session, on its way to the disk.
//!
//! Every fact gets its time and name here and goes to the [`Recorder`] at once; one that could not be saved waits for the
//! next try. It must not say anything: the session does.

use super::outside::{Recorder, Surroundings};
use crate::domain::event::{Event, What};
use crate::domain::moment::Moment;
use crate::domain::progress::Progress;
use uuid::Uuid;

/// Whether everything that happened is on disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saving {
    Complete,
    Failed { reason: String },
}

/// What became of some facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// The name of the last of them.
    pub last: Uuid,
    pub saving: Saving,
    /// The failure is another than that of the time before.
    pub is_news: bool,
}

pub struct Ledger<'a> {
    pub progress: Progress,
    recorder: &'a mut dyn Recorder,
    surroundings: &'a mut dyn Surroundings,
    /// Not saved yet, oldest first.
    waiting: Vec<Event>,
    saving: Saving,
}

impl<'a> Ledger<'a> {
    pub fn new(
        progress: Progress,
        recorder: &'a mut dyn Recorder,
        surroundings: &'a mut dyn Surroundings,
    ) -> Ledger<'a> {
        Ledger { progress, recorder, surroundings, waiting: Vec::new(), saving: Saving::Complete }
    }

    /// Saves a fact, after those that still wait.
    pub fn record(&mut self, what: What) -> Receipt {
        let event = Event { id: self.surroundings.id(), at: self.surroundings.now(), what };
        let last = event.id;
        self.waiting.push(event.clone());
        // Counted whether it is safe or not: the learner has answered. Should the clock have gone back, the next start
        // folds everything in order.
        let _ = self.progress.apply(event);
        let before = self.saving.clone();
        self.retry();
        Receipt { last, saving: self.saving.clone(), is_news: self.saving != before }
    }

    /// Tries once more to save what waits.
    pub fn retry(&mut self) {
        if self.waiting.is_empty() {
            return;
        }
        self.saving = match self.recorder.record(self.waiting.clone()) {
            Ok(()) => {
                self.waiting.clear();
                Saving::Complete
            }
            Err(reason) => Saving::Failed { reason },
        };
    }

    /// Lets days begin at another hour, in what was before as well.
    pub fn begin_days_at(&mut self, hour: u8) {
        if let Some(progress) = self.recorder.replay(hour) {
            self.progress = progress.after(self.waiting.iter().cloned());
        }
    }

    pub fn saving(&self) -> Saving {
        self.saving.clone()
    }

    pub fn now(&mut self) -> Moment {
        self.surroundings.now()
    }

    pub fn id(&mut self) -> Uuid {
        self.surroundings.id()
    }

    pub fn seed(&mut self) -> u64 {
        self.surroundings.seed()
    }
}

/// Stand-ins for the tests of this module.
#[cfg(test)]
pub mod examples {
    use super::*;

    /// Keeps events in memory, and fails as often as it is told to.
    #[derive(Debug, Default)]
    pub struct Memory {
        pub events: Vec<Event>,
        pub failures: usize,
    }

    impl Recorder for Memory {
        fn record(&mut self, events: Vec<Event>) -> Result<(), String> {
            if self.failures > 0 {
                self.failures -= 1;
                return Err("the disk is full".to_string());
            }
            self.events.extend(events);
            Ok(())
        }

        fn replay(&mut self, day_start: u8) -> Option<Progress> {
            Some(Progress::new(day_start).after(self.events.iter().cloned()))
        }
    }

    /// A clock that goes on by a second whenever it is asked, and names that count.
    #[derive(Debug, Default)]
    pub struct Counter(pub u64);

    impl Surroundings for Counter {
        fn now(&mut self) -> Moment {
            self.0 += 1;
            let seconds = 1_795_305_600 + self.0 as i64;
            let timestamp = jiff::Timestamp::from_second(seconds).unwrap();
            Moment::new(timestamp, jiff::tz::Offset::UTC)
        }

        fn id(&mut self) -> Uuid {
            self.0 += 1;
            Uuid::from_u128(u128::from(self.0))
        }

        fn seed(&mut self) -> u64 {
            7
        }
    }
}

#[cfg(test)]
mod tests {
    use super::examples::*;
    use super::*;

    fn read(section: &str) -> What {
        What::SectionRead { section: section.into() }
    }

    #[test]
    fn what_could_not_be_saved_goes_with_the_next() {
        let (mut memory, mut counter) = (Memory { failures: 2, ..Memory::default() }, Counter::default());
        let mut ledger = Ledger::new(Progress::default(), &mut memory, &mut counter);
        let full = Saving::Failed { reason: "the disk is full".to_string() };
        let first = ledger.record(read("s3#a"));
        assert_eq!((first.saving, first.is_news), (full.clone(), true));
        let second = ledger.record(read("s3#b"));
        assert_eq!((second.saving, second.is_news), (full, false));
        assert!(ledger.progress.is_read(&"s3#a".into()));
        ledger.record(read("s3#c"));
        assert_eq!(ledger.saving(), Saving::Complete);
        let kept: Vec<&What> = memory.events.iter().map(|event| &event.what).collect();
        assert_eq!(kept, [&read("s3#a"), &read("s3#b"), &read("s3#c")]);
    }

    #[test]
    fn days_begin_at_another_hour_for_what_waits_too() {
        let (mut memory, mut counter) = (Memory::default(), Counter::default());
        let mut ledger = Ledger::new(Progress::default(), &mut memory, &mut counter);
        ledger.record(read("s3#a"));
        let waits = Event { id: Uuid::from_u128(99), at: ledger.now(), what: read("s3#b") };
        ledger.waiting.push(waits);
        ledger.begin_days_at(9);
        assert_eq!(ledger.progress.day_start(), 9);
        assert!(ledger.progress.is_read(&"s3#a".into()) && ledger.progress.is_read(&"s3#b".into()));
    }
}
