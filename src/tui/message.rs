//! What reaches the app: keys, sizes, and the outcomes of what it asked for.

use super::key::Key;
use crate::domain::event::Event;
use crate::domain::progress::Progress;

#[derive(Debug)]
pub enum Message {
    Key(Key),
    /// Text that was pasted, or that the terminal handed over in one piece.
    Paste(String),
    Wheel(Wheel),
    Resize {
        width: u16,
        height: u16,
    },
    /// Events that are on disk now: our own, and those of other processes.
    Saved(Vec<Event>),
    SaveFailed {
        events: Vec<Event>,
        reason: String,
    },
    /// Events that there is no journal for: they count until the program ends.
    Unkept {
        events: Vec<Event>,
        reason: String,
    },
    /// The journal was folded anew.
    Replayed(Box<Progress>),
    SettingsFailed {
        reason: String,
    },
    /// The time has come that the app wanted to be woken at.
    Tick,
    /// The program was stopped and goes on: the window is to be painted whole.
    Resumed,
    /// Something outside wants the program to end.
    Terminate,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wheel {
    Up,
    Down,
}
