//! What the terminal sends, as messages.
//!
//! One of the two files that name crossterm. Key releases are nothing to us; pasted text comes in one piece.

use super::key::Key;
use super::message::{Message, Wheel};
use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseEventKind};
use std::io;

/// Waits for the next message.
///
/// # Errors
/// When the terminal is gone.
pub fn read() -> io::Result<Message> {
    loop {
        if let Some(message) = message(crossterm::event::read()?) {
            return Ok(message);
        }
    }
}

fn message(event: Event) -> Option<Message> {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => translated(key).map(Message::Key),
        Event::Paste(text) => Some(Message::Paste(text)),
        // On Unix a signal says so.
        Event::Resize(width, height) => (!cfg!(unix)).then_some(Message::Resize { width, height }),
        Event::Mouse(mouse) => match mouse.kind {
            MouseEventKind::ScrollDown => Some(Message::Wheel(Wheel::Down)),
            MouseEventKind::ScrollUp => Some(Message::Wheel(Wheel::Up)),
            _ => None,
        },
        Event::Key(_) | Event::FocusGained | Event::FocusLost => None,
    }
}

fn translated(key: KeyEvent) -> Option<Key> {
    let translated = match key.code {
        KeyCode::Char(c) if key.modifiers.contains(KeyModifiers::CONTROL) => control(c),
        // Alt is a prefix that some terminals put before what an IME sends: the letter counts.
        KeyCode::Char(c) => Key::Char(c),
        KeyCode::Enter => Key::Enter,
        KeyCode::Esc => Key::Esc,
        KeyCode::Tab if key.modifiers.contains(KeyModifiers::SHIFT) => Key::BackTab,
        KeyCode::Tab => Key::Tab,
        KeyCode::BackTab => Key::BackTab,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Delete => Key::Delete,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        KeyCode::F(number) => Key::Function(number),
        _ => return None,
    };
    Some(translated)
}

/// Control with a letter; with a Korean IME some terminals send the jamo on that key.
fn control(c: char) -> Key {
    let latin = crate::text::hangul::latin_keys(c).next();
    Key::Control(latin.unwrap_or(c).to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(code: KeyCode, modifiers: KeyModifiers) -> Option<Key> {
        translated(KeyEvent::new(code, modifiers))
    }

    #[test]
    fn control_works_with_the_ime_on() {
        assert_eq!(key(KeyCode::Char('ㅊ'), KeyModifiers::CONTROL), Some(Key::Control('c')));
        assert_eq!(key(KeyCode::Char('C'), KeyModifiers::CONTROL | KeyModifiers::SHIFT), Some(Key::Control('c')));
    }

    #[test]
    fn a_release_is_nothing() {
        let mut event = KeyEvent::new(KeyCode::Enter, KeyModifiers::NONE);
        event.kind = KeyEventKind::Release;
        assert!(message(Event::Key(event)).is_none());
    }
}
