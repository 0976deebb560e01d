//! From the text of an author to values of the domain, with a diagnosis of everything that is wrong.
//!
//! Opens no file: it takes paths and texts from a [`Source`]. Nothing here stops at the first problem; what is usable is
//! returned together with the diagnostics.

pub mod chapter;
pub mod check;
pub mod diagnostic;
pub mod diagram;
mod exams;
mod fields;
pub mod figure;
mod file_text;
pub mod glossary;
pub mod guess;
pub mod library;
pub mod link;
pub mod lost;
pub mod manifest;
pub mod markdown;
pub mod problem;
pub mod questions;
pub mod scenarios;
pub mod search;
pub mod source;
pub mod switches;
pub mod syntax;

pub use diagnostic::Diagnostic;
pub use library::Course;
pub use source::Source;
