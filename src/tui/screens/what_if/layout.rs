//! The rows of a what-if, where they go, and which of them show.
//!
//! It must not know what the rows say.

use crate::tui::look::Row;
use std::ops::Range;

/// Rows, and where they go.
#[derive(Debug, Default)]
pub struct Layout {
    /// Above both columns.
    pub above: Vec<Row>,
    pub rows: Vec<Row>,
    /// The rows of each action, on the page of decisions.
    pub actions: Vec<Range<usize>>,
    /// The row in which the effect of the newest action begins.
    pub effect: usize,
    /// Beside the rows, where there is room for two columns.
    pub beside: Vec<Row>,
    pub top: usize,
    pub left: usize,
    pub width: usize,
    /// Where the second column begins.
    pub second: usize,
    pub height: usize,
    pub sign: &'static str,
}

impl Layout {
    /// Lines for the rows.
    pub fn room(&self) -> usize {
        self.height.saturating_sub(self.above.len())
    }

    pub fn scroll(&mut self, lines: isize) {
        self.top = self.top.saturating_add_signed(lines);
        self.clamp();
    }

    pub fn clamp(&mut self) {
        self.top = self.top.min(self.rows.len().saturating_sub(self.room()));
    }

    /// Moves the window down to what the newest action did, where it is below.
    pub fn show_effect(&mut self) {
        let highest = self.rows.len().saturating_sub(self.room());
        self.top = self.top.max(highest.min(self.effect));
    }

    /// Moves the window so that an action shows; at the first, with everything above it.
    pub fn show_action(&mut self, place: usize) {
        let Some(rows) = self.actions.get(place).cloned() else {
            return;
        };
        let highest = (rows.end + 1).saturating_sub(self.room());
        let start = if place == 0 { 0 } else { rows.start.saturating_sub(1) };
        self.top = self.top.clamp(highest.min(start), start.max(highest));
        self.clamp();
    }

    /// Moves the window so that the rows of so many components show, with their heading.
    pub fn show_components(&mut self, heading: usize, count: usize) {
        let last = heading + count.min(self.room().saturating_sub(1));
        self.top = self.top.clamp((last + 1).saturating_sub(self.room()).min(heading), heading);
        self.clamp();
    }
}
