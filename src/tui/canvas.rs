//! A rectangle of the window to put rows into.
//!
//! It must not decide what is shown: screens hand it rows whose width they know.

use super::list::List;
use super::look::{Look, Row, Tone, run};
use super::theme::Theme;
use crate::text::width::width;
use crate::text::wrap::row_width;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use std::ops::Range;

pub struct Canvas<'a> {
    buffer: &'a mut Buffer,
    area: Rect,
    theme: &'a Theme,
    /// Where the terminal's cursor goes, if text is typed.
    pub cursor: Option<Position>,
    /// Where a column ends that goes on below its last line: the edge of its text, in cells of the buffer.
    goes_on: Option<u16>,
}

/// Where rows go, and which of them is the first to show.
pub struct Column {
    pub left: usize,
    pub width: usize,
    pub top: usize,
    /// Marks the first of the chosen rows.
    pub sign: &'static str,
}

impl<'a> Canvas<'a> {
    pub fn new(buffer: &'a mut Buffer, area: Rect, theme: &'a Theme) -> Canvas<'a> {
        Canvas { buffer, area, theme, cursor: None, goes_on: None }
    }

    pub fn width(&self) -> usize {
        usize::from(self.area.width)
    }

    pub fn height(&self) -> usize {
        usize::from(self.area.height)
    }

    /// Puts a row at `line`, from `column`; what does not fit is cut at a whole glyph.
    pub fn put(&mut self, line: usize, column: usize, row: &Row) {
        self.put_styled(line, column, row, |look| look);
    }

    /// [`Canvas::put`] with every look changed on the way.
    pub fn put_styled(&mut self, line: usize, mut column: usize, row: &Row, change: impl Fn(Look) -> Look) {
        for run in row {
            if line >= self.height() || column >= self.width() {
                return;
            }
            let (x, y) = (self.area.x + column as u16, self.area.y + line as u16);
            let room = self.width() - column;
            let (end, _) = self.buffer.set_stringn(x, y, &run.text, room, self.theme.style(change(run.style)));
            // A wide glyph that did not fit leaves a cell, which is not for what comes behind it.
            if width(&run.text) > room {
                return;
            }
            column = usize::from(end - self.area.x);
        }
    }

    /// Puts a row so that it ends at the right edge.
    pub fn put_right(&mut self, line: usize, row: &Row) {
        let column = self.width().saturating_sub(row_width(row));
        self.put(line, column, row);
    }

    /// Puts the chosen row of a list: bold, on its ground, with a sign in its first cell.
    pub fn put_chosen(&mut self, line: usize, column: usize, width: usize, row: &Row, sign: &str) {
        self.put_styled(line, column, row, Look::bold);
        self.select_line(line, column, width);
        self.put(line, column, &vec![run(sign, Look::new(Tone::Accent).bold())]);
    }

    /// Puts the rows of a list from the top of its window on, the chosen one with its sign.
    pub fn put_list(&mut self, rows: &[Row], list: &List, left: usize, width: usize, sign: &str) {
        for (line, row) in rows.iter().skip(list.top()).take(self.height()).enumerate() {
            if list.row() == Some(list.top() + line) {
                self.put_chosen(line, left, width, row, sign);
            } else {
                self.put(line, left, row);
            }
        }
        self.put_rest(rows.get(list.top() + self.height()..).unwrap_or_default(), left + width);
    }

    /// Puts the rows of a column from its top on, as far as there is room; those that are chosen stand on their ground.
    pub fn put_column(&mut self, rows: &[Row], chosen: &Range<usize>, column: &Column) {
        for (line, row) in rows.iter().skip(column.top).take(self.height()).enumerate() {
            let place = column.top + line;
            if !chosen.contains(&place) {
                self.put(line, column.left, row);
            } else if place == chosen.start {
                self.put_chosen(line, column.left, column.width, row, column.sign);
            } else {
                self.put_styled(line, column.left, row, Look::bold);
                self.select_line(line, column.left, column.width);
            }
        }
        self.put_rest(rows.get(column.top + self.height()..).unwrap_or_default(), column.left + column.width);
    }

    /// Takes the rows below the last line: where one of them says anything, the column that ends at `right` goes on.
    pub fn put_rest(&mut self, rest: &[Row], right: usize) {
        if is_text(rest) {
            self.go_on_below(right);
        }
    }

    /// A column that ends at `right` goes on below the last line.
    pub fn go_on_below(&mut self, right: usize) {
        self.goes_on = Some(self.area.x + right.min(self.width()) as u16);
    }

    /// Where the column ends that goes on below, if one does.
    pub fn goes_on(&self) -> Option<usize> {
        self.goes_on.map(|right| usize::from(right.saturating_sub(self.area.x)))
    }

    /// Whether nothing stands at these cells of a line.
    pub fn is_blank(&self, line: usize, columns: Range<usize>) -> bool {
        let mut cells = columns.filter(|column| line < self.height() && *column < self.width());
        cells.all(|column| self.buffer[(self.area.x + column as u16, self.area.y + line as u16)].symbol() == " ")
    }

    /// Puts a row over what stands there; of a wide glyph no half is left.
    pub fn put_over(&mut self, line: usize, column: usize, row: &Row) {
        if let Some(before) = column.checked_sub(1).filter(|before| line < self.height() && *before < self.width()) {
            let cell = &mut self.buffer[(self.area.x + before as u16, self.area.y + line as u16)];
            if width(cell.symbol()) > 1 {
                cell.set_symbol(" ");
            }
        }
        self.put(line, column, row);
    }

    /// Gives a whole line the ground of a selection.
    pub fn select_line(&mut self, line: usize, column: usize, width: usize) {
        if line < self.height() {
            let x = self.area.x + column.min(self.width()) as u16;
            let room = self.width().saturating_sub(column).min(width) as u16;
            let area = Rect { x, y: self.area.y + line as u16, width: room, height: 1 };
            let mut style = self.theme.style(Look::new(Tone::Selected));
            // The ground only: words keep their own colours.
            style.fg = None;
            self.buffer.set_style(area, style);
        }
    }

    /// Marks every place where `needle` stands in a row that was put at `line` and `column`.
    pub fn mark(&mut self, line: usize, column: usize, row: &Row, needle: &str) {
        let text = super::look::row_text(row);
        let folded = text.to_lowercase();
        // Lower-casing may change lengths in a few scripts: then nothing is marked rather than the wrong cells.
        if line >= self.height() || needle.is_empty() || folded.len() != text.len() {
            return;
        }
        for (start, found) in folded.match_indices(needle) {
            let x = column + width(&text[..start]);
            let cells = width(&text[start..start + found.len()]);
            let room = self.width().saturating_sub(x).min(cells) as u16;
            let area = Rect { x: self.area.x + x as u16, y: self.area.y + line as u16, width: room, height: 1 };
            self.buffer.set_style(area.intersection(self.area), self.theme.style(Look::new(Tone::Match)));
        }
    }

    /// A part of this canvas.
    pub fn inner(&mut self, left: usize, top: usize, width: usize, height: usize, draw: impl FnOnce(&mut Canvas<'_>)) {
        let area = Rect {
            x: self.area.x + left.min(self.width()) as u16,
            y: self.area.y + top.min(self.height()) as u16,
            width: self.width().saturating_sub(left).min(width) as u16,
            height: self.height().saturating_sub(top).min(height) as u16,
        };
        let mut inner = Canvas { buffer: self.buffer, area, theme: self.theme, cursor: None, goes_on: None };
        draw(&mut inner);
        self.cursor = inner.cursor.or(self.cursor);
        self.goes_on = inner.goes_on.or(self.goes_on);
    }

    /// Takes everything off a line.
    pub fn clear(&mut self, line: usize) {
        if line < self.height() {
            let area = Rect { y: self.area.y + line as u16, height: 1, ..self.area };
            for cell in area.positions() {
                self.buffer[cell].reset();
            }
            self.buffer.set_style(area, self.theme.ground());
        }
    }

    /// Hides the terminal's cursor if it is on this line or below.
    pub fn hide_cursor_from(&mut self, line: usize) {
        self.cursor = self.cursor.filter(|cursor| usize::from(cursor.y) < usize::from(self.area.y) + line);
    }

    /// Puts the terminal's cursor at a cell, if it is inside.
    pub fn set_cursor(&mut self, line: usize, column: usize) {
        if line < self.height() && self.width() > 0 {
            let x = self.area.x + column.min(self.width() - 1) as u16;
            self.cursor = Some(Position { x, y: self.area.y + line as u16 });
        }
    }
}

/// Whether any of the rows says anything.
pub fn is_text(rows: &[Row]) -> bool {
    rows.iter().flatten().any(|run| !run.text.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::settings::ThemeName;
    use crate::tui::theme::Colours;

    #[test]
    fn nothing_is_put_behind_a_cut() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 5, 1));
        let theme = Theme::new(ThemeName::Terminal, Colours::Forbidden);
        let area = buffer.area;
        Canvas::new(&mut buffer, area, &theme).put(0, 0, &vec![run("호스트", Tone::Text), run(".", Tone::Text)]);
        let cells: String = buffer.content.iter().map(|cell| cell.symbol()).collect();
        assert_eq!(cells.replace(' ', ""), "호스");
    }
}
