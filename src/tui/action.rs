//! What a learner can ask for, whatever key says it.

use crate::domain::event::Rating;

/// An intention, in the context of the screen on top.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    Up,
    Down,
    Left,
    Right,
    /// The wheel: so many rows down, or up where they are negative.
    Scroll(isize),
    PageUp,
    PageDown,
    Top,
    Bottom,
    /// Open, answer, go on.
    Enter,
    /// Choose or unchoose, lift or drop.
    Toggle,
    NextStop,
    PreviousStop,
    Digit(u8),
    Back,
    NextChapter,
    PreviousChapter,
    Contents,
    Find,
    Search,
    Bookmark,
    Bookmarks,
    Quiz,
    Hint,
    DontKnow,
    OpenSection,
    RepeatWrong,
    /// Reviewing what is due.
    Review,
    Statistics,
    NextPage,
    PreviousPage,
    /// How figures are computed.
    Explain,
    /// Take the last answer back.
    Undo,
    /// Say how well the answer was known.
    Rate(Rating),
    /// Take a value away.
    Clear,
    Report,
    Exams,
    NextQuestion,
    PreviousQuestion,
    Flag,
    Overview,
    HandIn,
    /// Pages of a scenario.
    Brief,
    Diagram,
    Model,
    /// The curve of another traffic class.
    NextClass,
    /// Ends a scenario.
    Finish,
    /// Begins a scenario anew.
    Retry,
    Scenarios,
    Language,
    Theme,
    Terms,
    Settings,
    Help,
    Leave,
    /// Leave without being asked.
    Quit,
    Suspend,
    Edit(Edit),
}

impl Action {
    /// How many rows it scrolls a window of `height` rows by; `None` if it does not scroll.
    pub fn scrolls(&self, height: usize) -> Option<isize> {
        let page = height.saturating_sub(2).max(1) as isize;
        match self {
            Action::Down => Some(1),
            Action::Up => Some(-1),
            Action::Scroll(lines) => Some(*lines),
            Action::PageDown => Some(page),
            Action::PageUp => Some(-page),
            Action::Top => Some(isize::MIN),
            Action::Bottom => Some(isize::MAX),
            _ => None,
        }
    }
}

/// Typing in a text field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    Insert(String),
    DeleteBack,
    DeleteForward,
    Left,
    Right,
    Start,
    End,
    Clear,
}
