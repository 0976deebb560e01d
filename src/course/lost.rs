//! What a mistake leaves unknown: nothing said about it can be trusted until the mistake is mended.
//!
//! It must not decide which messages that concerns: the check does.

use crate::domain::id::ChapterId;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lost {
    /// Which chapters the course has.
    Chapters,
    /// Which exams the course has.
    Exams,
    /// What services without a chapter are called.
    Services,
    /// Which scenarios the course has.
    Scenarios,
    /// What the course wants of the rules.
    Switches,
    /// A chapter with everything in it.
    Chapter(ChapterId),
    /// A section of the chapter to which the file belongs.
    Section,
    /// A question of the file, by its id if that could be read.
    Question(Option<String>),
    /// An exam, or one of its domains.
    Exam(String),
    /// A part of a scenario that others in its file name.
    Part,
    /// A key or a table of the file, by its name.
    Key(String),
}
