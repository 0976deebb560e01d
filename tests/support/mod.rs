//! What several test files need: a learner in memory, a terminal with the real program in it, and a small course.
//!
//! It must not test anything itself.

#![allow(dead_code, reason = "each test file uses a part of the support")]

pub mod learner;
pub mod small_course;
pub mod tty;

use std::num::NonZeroU16;

/// A terminal of the emulator, at least one cell wide and high.
pub fn emulator(width: u16, height: u16) -> vt100::Parser {
    let cells = |count: u16| NonZeroU16::new(count).unwrap_or(NonZeroU16::MIN);
    vt100::Parser::new(cells(height), cells(width), 0)
}

/// The rows of a terminal, without the blanks at their ends.
pub fn rows(screen: &vt100::Screen) -> Vec<String> {
    let (_, columns) = screen.size();
    screen.rows(0, columns.get()).map(|row| row.trim_end().to_string()).collect()
}

/// Text with every run of blanks and line ends as one blank: what wrapped reads as it was written.
pub fn unwrapped(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Text without any blanks and line ends.
pub fn solid(text: &str) -> String {
    text.split_whitespace().collect()
}

/// A screen in a frame, for messages.
pub fn framed(rows: &[String]) -> String {
    let rows: Vec<String> = rows.iter().map(|row| format!("  |{row}")).collect();
    rows.join("\n")
}
