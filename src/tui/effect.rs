//! Everything that the app can do to the world. The loop does it, after the next frame is on the screen.

use crate::domain::event::Event;
use crate::domain::settings::Settings;

#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Append to the journal, and say so.
    Save(Vec<Event>),
    /// Fold the journal anew: events came out of order, or days begin at another hour.
    Replay {
        day_start: u8,
    },
    SaveSettings(Settings),
    Copy(String),
    Suspend,
    Quit,
}
