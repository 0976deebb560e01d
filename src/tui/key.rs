//! Keys, as the program knows them.
//!
//! It must not know which library read the terminal: `input` translates.

/// A key press. Modified keys that mean something have names of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Key {
    Char(char),
    Enter,
    Esc,
    Tab,
    BackTab,
    Backspace,
    Delete,
    Up,
    Down,
    Left,
    Right,
    PageUp,
    PageDown,
    Home,
    End,
    Function(u8),
    Control(char),
}

impl Key {
    /// How the key is written in a footer: `Enter`, `↑`, `F2`, `l`.
    pub fn label(self) -> String {
        let name = match self {
            Key::Char(' ') => "Space",
            Key::Char(c) => return c.to_string(),
            Key::Enter => "Enter",
            Key::Esc => "Esc",
            Key::Tab => "Tab",
            Key::BackTab => "Shift-Tab",
            Key::Backspace => "Backspace",
            Key::Delete => "Delete",
            Key::Up => "↑",
            Key::Down => "↓",
            Key::Left => "←",
            Key::Right => "→",
            Key::PageUp => "PgUp",
            Key::PageDown => "PgDn",
            Key::Home => "Home",
            Key::End => "End",
            Key::Function(number) => return format!("F{number}"),
            Key::Control(c) => return format!("Ctrl-{}", c.to_ascii_uppercase()),
        };
        name.to_string()
    }
}
