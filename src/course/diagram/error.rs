//! Why a diagram is not drawn. Must not hold advice on layout: it only says line and cause.

use std::fmt;

/// A source that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiagramError {
    /// The line in the source, from 1.
    pub line: usize,
    /// What is wrong there.
    pub cause: Cause,
}

/// What can be wrong with a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The first line is not `flowchart` or `graph`.
    NotAFlowchart,
    /// A direction other than `LR`, `TD` and `TB`.
    UnknownDirection(String),
    /// Something stands where an id is expected.
    IdExpected(String),
    /// An opening bracket of a shape that is not drawn.
    UnknownShape(String),
    /// A bracket or quote that is not closed.
    NotClosed(char),
    /// A text with brackets or quotes that is not in double quotes.
    NeedsQuotes(String),
    /// A node, title or label without text.
    EmptyText,
    /// An arrow that is not drawn.
    UnknownArrow(String),
    /// The statement goes on with something unknown.
    Unexpected(String),
    /// `end` outside of a group.
    EndWithoutGroup,
    /// A group that is never closed.
    GroupNotClosed(String),
    /// An id that names two groups, or a group and a node.
    IdTaken(String),
    /// An arrow between a group and something inside it.
    ArrowIntoItself(String),
    /// `direction` outside of a group.
    DirectionOutsideGroup,
    /// More of something than is drawn.
    TooMany {
        /// What there is too much of.
        what: &'static str,
        /// How much is drawn at most.
        limit: usize,
    },
}

impl fmt::Display for Cause {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAFlowchart => write!(out, "only `flowchart` and `graph` are drawn"),
            Self::UnknownDirection(word) => write!(out, "direction `{word}` is not LR, TD or TB"),
            Self::IdExpected(rest) => write!(out, "an id is expected before `{rest}`"),
            Self::UnknownShape(open) => write!(out, "the shape `{open}` is not drawn"),
            Self::NotClosed(mark) => write!(out, "`{mark}` is missing"),
            Self::NeedsQuotes(text) => {
                write!(out, "the text `{text}` has to stand in double quotes")
            }
            Self::EmptyText => write!(out, "a text is empty"),
            Self::UnknownArrow(rest) => write!(out, "the arrow at `{rest}` is not drawn"),
            Self::Unexpected(rest) => write!(out, "`{rest}` is not understood"),
            Self::EndWithoutGroup => write!(out, "`end` without `subgraph`"),
            Self::GroupNotClosed(id) => write!(out, "the group `{id}` has no `end`"),
            Self::IdTaken(id) => write!(out, "the id `{id}` is used twice"),
            Self::ArrowIntoItself(id) => {
                write!(out, "an arrow joins the group `{id}` and its own inside")
            }
            Self::DirectionOutsideGroup => write!(out, "`direction` belongs into a group"),
            Self::TooMany { what, limit } => write!(out, "more than {limit} {what}"),
        }
    }
}

impl fmt::Display for DiagramError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "line {}: {}", self.line, self.cause)
    }
}

impl std::error::Error for DiagramError {}

/// The diagram fits the given width in no arrangement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooWide;

impl fmt::Display for TooWide {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "the diagram does not fit the width")
    }
}

impl std::error::Error for TooWide {}
