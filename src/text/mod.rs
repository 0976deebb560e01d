//! The bottom of the house: what a string is on a terminal and in a language.
//!
//! Cell width, wrapping, sanitising, Hangul and Korean particles, the two interface languages and their table of
//! words. It must not know any other module of this crate.

pub mod calendar;
pub mod duration;
pub mod hangul;
pub mod language;
pub mod number;
pub mod particle;
pub mod sanitize;
pub mod slip;
pub mod width;
pub mod words;
pub mod wrap;

pub use language::{Language, Localized};
