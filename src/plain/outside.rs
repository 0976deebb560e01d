//! What plain mode asks of the outside: to keep events and settings, the time, names and numbers.
//!
//! It must not know how that is done.

use crate::domain::event::Event;
use crate::domain::moment::Moment;
use crate::domain::progress::Progress;
use crate::domain::settings::Settings;
use uuid::Uuid;

/// Keeps events for ever.
pub trait Recorder {
    /// Returns when the events are safe: all of them, or none.
    ///
    /// # Errors
    /// The cause, in words for the learner.
    fn record(&mut self, events: Vec<Event>) -> Result<(), String>;

    /// The progress that everything kept tells, with days that begin at this hour; `None` if it cannot be told.
    fn replay(&mut self, day_start: u8) -> Option<Progress>;
}

/// Keeps settings for the next time.
pub trait SettingsKeeper {
    /// Returns when the settings are safe.
    ///
    /// # Errors
    /// The cause, in words for the learner.
    fn keep(&mut self, settings: &Settings) -> Result<(), String>;
}

/// What only the outside world can give.
pub trait Surroundings {
    fn now(&mut self) -> Moment;

    /// A name that no event has had, later in order than those before it.
    fn id(&mut self) -> Uuid;

    /// A number that nobody could foresee.
    fn seed(&mut self) -> u64;
}
