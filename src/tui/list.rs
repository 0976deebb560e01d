//! A cursor in a list of which some rows can be chosen, and the window that follows it.
//!
//! It must not know what the rows are.

use super::action::Action;
use std::ops::Range;

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct List {
    /// What can be chosen, by its rows among all rows.
    choosable: Vec<Range<usize>>,
    /// The chosen one, by its position among those that can be chosen.
    cursor: usize,
    /// The first row of the window.
    top: usize,
}

impl List {
    /// Takes new rows of which these can be chosen; the cursor stays where it was, as far as it can.
    pub fn set_rows(&mut self, choosable: Vec<usize>) {
        self.set_entries(choosable.into_iter().map(|row| row..row + 1).collect());
    }

    /// [`List::set_rows`] with entries that take several rows, of which the first is marked.
    pub fn set_entries(&mut self, choosable: Vec<Range<usize>>) {
        self.choosable = choosable;
        self.cursor = self.cursor.min(self.choosable.len().saturating_sub(1));
    }

    /// The position among all rows of the chosen row, or of the first of several.
    pub fn row(&self) -> Option<usize> {
        self.choosable.get(self.cursor).map(|entry| entry.start)
    }

    /// The position of the chosen row among those that can be chosen.
    pub fn choice(&self) -> Option<usize> {
        (self.cursor < self.choosable.len()).then_some(self.cursor)
    }

    pub fn choose(&mut self, choice: usize) {
        self.cursor = choice.min(self.choosable.len().saturating_sub(1));
    }

    pub fn top(&self) -> usize {
        self.top
    }

    /// Moves the cursor; `false` if the action is none of a list.
    pub fn update(&mut self, action: &Action, height: usize) -> bool {
        let last = self.choosable.len().saturating_sub(1);
        let page = height.saturating_sub(2).max(1);
        self.cursor = match action {
            Action::Down => (self.cursor + 1).min(last),
            Action::Up => self.cursor.saturating_sub(1),
            Action::Scroll(lines) => self.cursor.saturating_add_signed(*lines).min(last),
            Action::PageDown => (self.cursor + page).min(last),
            Action::PageUp => self.cursor.saturating_sub(page),
            Action::Top => 0,
            Action::Bottom => last,
            _ => return false,
        };
        true
    }

    /// Moves the window so that what is chosen shows whole, as far as it fits, with a row of context where there is one.
    pub fn follow(&mut self, rows: usize, height: usize) {
        let entry = self.choosable.get(self.cursor).cloned().unwrap_or(0..1);
        let context = usize::from(height > entry.len() + 1);
        let highest = (entry.end + context).saturating_sub(height).min(entry.start);
        self.top = self.top.clamp(highest, entry.start.saturating_sub(context).max(highest));
        if self.cursor == 0 {
            self.top = highest;
        }
        self.top = self.top.min(rows.saturating_sub(height.min(rows)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_follows_the_cursor() {
        let mut list = List::default();
        list.set_rows((0..20).collect());
        for _ in 0..10 {
            list.update(&Action::Down, 5);
        }
        list.follow(20, 5);
        assert_eq!((list.row(), list.top()), (Some(10), 7));
        list.update(&Action::Bottom, 5);
        list.follow(20, 5);
        assert_eq!((list.row(), list.top()), (Some(19), 15));
        list.update(&Action::Top, 5);
        list.follow(20, 5);
        assert_eq!(list.top(), 0);
    }

    #[test]
    fn headings_are_stepped_over_and_shown_above_the_first_choice() {
        let mut list = List::default();
        list.set_rows(vec![2, 4]);
        list.follow(6, 4);
        assert_eq!((list.row(), list.top()), (Some(2), 0));
        list.update(&Action::Down, 4);
        assert_eq!(list.row(), Some(4));
    }

    #[test]
    fn an_entry_of_several_rows_shows_whole_as_far_as_it_fits() {
        let mut list = List::default();
        list.set_entries(vec![1..4, 5..9]);
        list.update(&Action::Down, 6);
        list.follow(10, 6);
        assert_eq!((list.row(), list.top()), (Some(5), 4));
        list.follow(10, 3);
        assert_eq!(list.top(), 5);
        list.update(&Action::Up, 3);
        list.follow(10, 5);
        assert_eq!((list.row(), list.top()), (Some(1), 0));
    }

    #[test]
    fn a_window_of_no_height_does_not_panic() {
        let mut list = List::default();
        list.follow(0, 0);
        list.set_rows(vec![0]);
        list.follow(1, 0);
        assert_eq!(list.row(), Some(0));
    }
}
