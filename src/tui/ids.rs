//! Names for events: UUIDs of version 7, in the order in which they were given out.
//!
//! It must not ask for the time or for chance: both come in.

use crate::domain::shuffle::Generator;
use jiff::Timestamp;
use uuid::{Builder, Uuid};

#[derive(Debug)]
pub struct Ids {
    generator: Generator,
    given: u64,
}

impl Ids {
    pub fn new(seed: u64) -> Ids {
        Ids { generator: Generator::new(seed), given: 0 }
    }

    /// A new id. Within a millisecond ids keep their order, by a count in the bits after the time.
    pub fn next(&mut self, now: Timestamp) -> Uuid {
        self.given += 1;
        self.generator.number();
        self.peek(now)
    }

    /// The id of a run that may begin now. Different after every [`Ids::next`].
    pub fn peek(&self, now: Timestamp) -> Uuid {
        let mut bytes = [0; 10];
        bytes[..2].copy_from_slice(&((self.given & 0xFFF) as u16).to_be_bytes());
        bytes[2..].copy_from_slice(&self.generator.clone().number().to_be_bytes());
        let milliseconds = u64::try_from(now.as_millisecond()).unwrap_or(0);
        Builder::from_unix_timestamp_millis(milliseconds, &bytes).into_uuid()
    }

    /// A number that changes with every id.
    pub fn seed(&self) -> u64 {
        self.generator.clone().number()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_of_one_millisecond_keep_their_order() {
        let mut ids = Ids::new(7);
        let now = Timestamp::from_millisecond(1_795_305_600_000).unwrap();
        let given: Vec<Uuid> = (0..100).map(|_| ids.next(now)).collect();
        assert!(given.is_sorted() && given.iter().all(|id| id.get_version_num() == 7));
        assert!(given[99] < ids.next(now + jiff::SignedDuration::from_millis(1)));
    }
}
