//! A question on the screen: what the learner is about to answer, and the rows that show it.
//!
//! The same widget stands in a quiz and inside a chapter. It must not grade: it hands out a response.

mod ask;
mod comeback;
mod draft;
mod enter;
mod moves;
mod report;
mod verdict;
mod window;

pub use ask::asked;
pub use comeback::comeback_rows;
pub use draft::Draft;
pub use enter::Entered;
pub use moves::edit as edit_text;
pub use report::{report_notice, report_text};
pub use verdict::judged;
pub use window::Window;

use super::look::Row;
use crate::course::questions;
use crate::domain::question::Question;
use crate::domain::settings::Borders;
use crate::text::Language;
use crate::text::words::Words;

/// The prompt on one line, without markup; gaps show as `[…]`.
pub fn one_line(question: &Question, language: Language) -> String {
    questions::one_line(question, language, |_| "[…]".to_string())
}

/// Rows of a question, and where the eye and the cursor are.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct View {
    pub rows: Vec<Row>,
    /// The row that the next key acts on: it must be in the window.
    pub focus: usize,
    /// Row and column of the text cursor, where text is typed.
    pub cursor: Option<(usize, usize)>,
}

/// What showing a question needs besides the question.
#[derive(Debug, Clone, Copy)]
pub struct Setting {
    pub width: usize,
    pub language: Language,
    pub words: &'static Words,
    pub borders: Borders,
}
