//! The rows of a question or a page, and the part of them that shows.
//!
//! It must not know what the rows say.

use super::View;
use crate::tui::action::Action;
use crate::tui::canvas::{Canvas, is_text};
use crate::tui::look::Row;

#[derive(Debug, Default)]
pub struct Window {
    view: View,
    /// The first row that shows.
    top: usize,
    left: usize,
    height: usize,
}

impl Window {
    /// Takes new rows, for a column that begins at `left`; what shows stays where it was, as far as it can.
    pub fn lay(&mut self, view: View, left: usize, height: usize) {
        (self.view, self.left, self.height) = (view, left, height);
        self.clamp();
    }

    pub fn rows(&self) -> &[Row] {
        &self.view.rows
    }

    pub fn to_top(&mut self) {
        self.top = 0;
    }

    /// Scrolls, if that is what the action means.
    pub fn update(&mut self, action: &Action) {
        self.top = self.top.saturating_add_signed(action.scrolls(self.height).unwrap_or(0));
        self.clamp();
    }

    /// Whether anything is said below the window.
    pub fn goes_on(&self) -> bool {
        is_text(self.rest())
    }

    fn rest(&self) -> &[Row] {
        self.view.rows.get(self.top + self.height..).unwrap_or_default()
    }

    /// Moves so that the row that the next key acts on shows, with the rows around it.
    pub fn show_focus(&mut self) {
        let margin = usize::from(self.height > 6) * 2;
        let lowest = (self.view.focus + margin + 1).saturating_sub(self.height);
        self.top = self.top.clamp(lowest, self.view.focus.saturating_sub(margin).max(lowest));
        self.clamp();
    }

    pub fn draw(&self, canvas: &mut Canvas<'_>) {
        for (line, row) in self.view.rows.iter().skip(self.top).take(self.height).enumerate() {
            canvas.put(line, self.left, row);
        }
        if let Some((row, column)) = self.view.cursor
            && let Some(line) = row.checked_sub(self.top)
        {
            canvas.set_cursor(line, self.left + column);
        }
        canvas.put_rest(self.rest(), canvas.width().saturating_sub(self.left));
    }

    fn clamp(&mut self) {
        self.top = self.top.min(self.view.rows.len().saturating_sub(self.height));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::look::{Tone, run};

    fn window(rows: usize, focus: usize) -> Window {
        let mut window = Window::default();
        window.lay(View { rows: vec![Row::new(); rows], focus, cursor: None }, 0, 10);
        window
    }

    #[test]
    fn it_scrolls_to_the_last_row_and_no_further() {
        let mut window = window(25, 0);
        window.update(&Action::PageDown);
        assert_eq!(window.top, 8);
        window.update(&Action::Bottom);
        assert_eq!(window.top, 15);
        window.update(&Action::Up);
        assert_eq!(window.top, 14);
    }

    #[test]
    fn it_goes_on_until_the_last_row_that_says_anything() {
        let mut window = Window::default();
        let rows = (0..12).map(|row| if row < 11 { vec![run("text", Tone::Text)] } else { Row::new() }).collect();
        window.lay(View { rows, ..View::default() }, 0, 10);
        assert!(window.goes_on());
        window.update(&Action::Down);
        assert!(!window.goes_on());
    }

    #[test]
    fn the_focus_shows_with_rows_around_it() {
        let mut window = window(25, 12);
        window.show_focus();
        assert_eq!(window.top, 5);
    }
}
