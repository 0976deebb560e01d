//! awstutor: a course in the terminal.
//!
//! The modules in reading order, bottom first; each may use those above it in this list, and `tests/rules.rs` holds them
//! to it.
//!
//! * [`text`]: strings on a terminal and in a language. Knows no other module.
//! * [`domain`]: questions, grading, events, progress; what is remembered and when it comes back; mock exams, scenarios and
//!   their load model, statistics. Pure: time and seeds come in, events go out as values.
//! * [`course`]: an author's Markdown and TOML to domain values and diagnostics. Opens no file.
//! * [`store`]: the disk: courses, the journal, settings. The only module that names `std::fs`.
//! * [`tui`]: the full-screen interface. Messages in, effects out; its loop alone reaches the disk.
//! * [`plain`]: the same tasks as numbered prompts. Saves through what `cli` hands in, so that it needs no `store`.
//! * [`cli`]: one file per command; wires the others together.
//!
//! What holds everywhere: an answer is on disk before it counts; progress is the fold of the journal's events; loading
//! never stops at the first problem; no text of a course reaches the terminal unsanitised.

pub mod cli;
pub mod course;
pub mod domain;
pub mod plain;
pub mod store;
pub mod text;
pub mod tui;
