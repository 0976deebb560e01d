//! How a piece of text shall look, without naming a colour.
//!
//! It must not know a theme: the theme turns a look into a style.

use crate::text::wrap;

/// The part that a piece of text plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Tone {
    #[default]
    Text,
    /// What matters less: keys' names, captions, context.
    Muted,
    /// The one accent: where one is, what can be opened.
    Accent,
    Heading,
    Code,
    Keyword,
    Literal,
    Comment,
    Link,
    Border,
    Group,
    Right,
    Wrong,
    Due,
    /// The row that the next key acts on.
    Selected,
    /// A found word.
    Match,
}

/// A tone and the shape of its letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Look {
    pub tone: Tone,
    pub bold: bool,
    pub italic: bool,
    pub struck: bool,
    /// The number of the link within its page.
    pub link: Option<u16>,
}

impl Look {
    pub const fn new(tone: Tone) -> Look {
        Look { tone, bold: false, italic: false, struck: false, link: None }
    }

    pub const fn bold(self) -> Look {
        Look { bold: true, ..self }
    }

    pub const fn italic(self) -> Look {
        Look { italic: true, ..self }
    }
}

impl From<Tone> for Look {
    fn from(tone: Tone) -> Look {
        Look::new(tone)
    }
}

/// A piece of text with its look.
pub type Run = wrap::Run<Look>;

/// One line on the screen.
pub type Row = wrap::Row<Look>;

/// A piece of text.
pub fn run(text: impl Into<String>, look: impl Into<Look>) -> Run {
    Run::new(text, look.into())
}

/// The text of a row without its looks.
pub fn row_text(row: &Row) -> String {
    row.iter().map(|run| run.text.as_str()).collect()
}
