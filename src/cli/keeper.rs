//! Where plain mode's events go, and where it gets time and names from.

use crate::domain::event::Event;
use crate::domain::moment::Moment;
use crate::domain::progress::Progress;
use crate::domain::shuffle::Generator;
use crate::plain::{Recorder, Surroundings};
use crate::store::Journal;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use uuid::Uuid;

/// What happens to events.
#[derive(Debug)]
pub enum Keeping {
    Journal(Journal),
    /// There is no journal, for this reason.
    Nowhere {
        reason: String,
    },
}

impl Keeping {
    /// The journal, for those who save by themselves; the reason where there is none.
    pub fn into_journal(self) -> Result<Journal, String> {
        match self {
            Keeping::Journal(journal) => Ok(journal),
            Keeping::Nowhere { reason } => Err(reason),
        }
    }
}

impl Recorder for Keeping {
    fn record(&mut self, events: Vec<Event>) -> Result<(), String> {
        match self {
            Keeping::Journal(journal) => journal.append(&events).map(drop).map_err(|error| error.to_string()),
            // It has been said that nothing is kept: only an answer is worth saying it again.
            Keeping::Nowhere { reason } if events.iter().any(|event| event.what.is_decision()) => Err(reason.clone()),
            Keeping::Nowhere { .. } => Ok(()),
        }
    }

    fn replay(&mut self, day_start: u8) -> Option<Progress> {
        match self {
            Keeping::Journal(journal) => journal.replay(day_start).ok().map(|(progress, _)| progress),
            Keeping::Nowhere { .. } => None,
        }
    }
}

/// The clock on the wall. Its zone is looked up when it is first asked.
#[derive(Debug, Default)]
pub struct WallClock {
    zone: Option<TimeZone>,
}

impl Surroundings for WallClock {
    fn now(&mut self) -> Moment {
        let timestamp = Timestamp::now();
        let zone = self.zone.get_or_insert_with(TimeZone::system);
        Moment::new(timestamp, zone.to_offset(timestamp))
    }

    fn id(&mut self) -> Uuid {
        Uuid::now_v7()
    }

    fn seed(&mut self) -> u64 {
        Generator::new(Uuid::now_v7().as_u64_pair().1).number()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::event::What;
    use crate::domain::event::examples::{answered, event};

    #[test]
    fn without_a_journal_reading_goes_on_and_answers_say_why_not() {
        let mut nowhere = Keeping::Nowhere { reason: "no home".to_string() };
        let read = event(1, 1, What::SectionRead { section: "s3#why".into() });
        assert_eq!(nowhere.record(vec![read]), Ok(()));
        assert_eq!(nowhere.record(vec![event(2, 2, answered("s3-1", 1.0))]), Err("no home".to_string()));
    }

    #[test]
    fn names_follow_each_other() {
        let mut clock = WallClock::default();
        let names: Vec<Uuid> = (0..100).map(|_| clock.id()).collect();
        assert!(names.is_sorted_by(|a, b| a < b));
    }
}
