//! The disk: where a course, the journal and the settings are kept.
//!
//! The only module that names `std::fs`. It must not decide what a file means: that is for `course` and `domain`.

pub mod atomic;
pub mod embedded;
pub mod folder;
pub mod journal;
pub mod merge;
pub mod places;
pub mod settings;

pub use journal::Journal;
pub use places::Places;
