//! What several test files need: a learner in memory, a terminal with the real program in it, and a small course.
//!
//! It must not test anything itself.

#![allow(dead_code, reason = "each test file uses a part of the support")]

pub mod learner;
pub mod place;
pub mod small_course;
pub mod tty;

use awstutor::tui::key::Key;
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

/// The codes among these bytes that name a colour other than the terminal's own.
pub fn colours(bytes: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let styles = text.split("\u{1b}[").skip(1).filter_map(|code| {
        let end = code.find(|c: char| !(c.is_ascii_digit() || c == ';'))?;
        code[end..].starts_with('m').then(|| code[..end].to_string())
    });
    let is_colour = |style: &String| {
        let mut numbers = style.split(';').filter_map(|number| number.parse::<u32>().ok());
        numbers.any(|number| matches!(number, 30..=38 | 40..=48 | 58 | 90..=97 | 100..=107))
    };
    styles.filter(is_colour).collect()
}

/// A screen in a frame, for messages.
pub fn framed(rows: &[String]) -> String {
    let rows: Vec<String> = rows.iter().map(|row| format!("  |{row}")).collect();
    rows.join("\n")
}

/// A key by its name: as the footer has it, in words for the arrows, or a character.
pub fn key_named(name: &str) -> Key {
    let mut characters = name.chars();
    match name {
        "Enter" => Key::Enter,
        "Esc" => Key::Esc,
        "Tab" => Key::Tab,
        "Shift-Tab" => Key::BackTab,
        "Backspace" => Key::Backspace,
        "Delete" => Key::Delete,
        "Up" | "↑" => Key::Up,
        "Down" | "↓" => Key::Down,
        "Left" | "←" => Key::Left,
        "Right" | "→" => Key::Right,
        "PgUp" => Key::PageUp,
        "PgDn" => Key::PageDown,
        "Home" => Key::Home,
        "End" => Key::End,
        "Space" => Key::Char(' '),
        _ => match (name.strip_prefix("Ctrl-"), name.strip_prefix('F').and_then(|number| number.parse().ok())) {
            (Some(letter), _) => Key::Control(letter.to_lowercase().chars().next().expect("a letter after Ctrl-")),
            (None, Some(number)) => Key::Function(number),
            (None, None) => match (characters.next(), characters.next()) {
                (Some(character), None) => Key::Char(character),
                _ => panic!("no key is called {name:?}"),
            },
        },
    }
}
