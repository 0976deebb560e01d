//! Finding a word within the chapter.

use super::{ChapterScreen, Mode};
use crate::text::sanitize::compose;
use crate::tui::action::Action;
use crate::tui::look::row_text;
use crate::tui::page::Anchor;
use crate::tui::question::edit_text;
use crate::tui::screen::{Request, Route, World};
use tui_input::Input;

/// A search within the page.
#[derive(Debug)]
pub struct Find {
    pub input: Input,
    /// The text of each block, folded once when the search begins.
    folded: Vec<String>,
    /// Where the reader was.
    start: Anchor,
    /// Blocks that hold the word.
    pub found: Vec<usize>,
    pub current: usize,
}

impl Find {
    /// What is looked for: composed and in small letters.
    pub fn needle(&self) -> String {
        compose(self.input.value().trim()).to_lowercase()
    }
}

impl ChapterScreen {
    pub(super) fn open_find(&mut self) -> Vec<Request> {
        let folded = self.page.nodes().iter().map(|node| node.block.plain_text().to_lowercase()).collect();
        self.mode =
            Mode::Find(Find { input: Input::default(), folded, start: self.anchor, found: Vec::new(), current: 0 });
        Vec::new()
    }

    pub(super) fn find(&mut self, action: &Action, world: &World<'_>) -> Vec<Request> {
        let Mode::Find(find) = &mut self.mode else {
            return Vec::new();
        };
        match action {
            Action::Back => {
                self.mode = Mode::Reading;
                return Vec::new();
            }
            Action::Search => {
                let query = find.input.value().to_string();
                self.mode = Mode::Reading;
                return vec![Request::Open(Route::Search { query })];
            }
            Action::Down if !find.found.is_empty() => find.current = (find.current + 1) % find.found.len(),
            Action::Up if !find.found.is_empty() => {
                find.current = (find.current + find.found.len() - 1) % find.found.len()
            }
            Action::Edit(_) => {
                edit_text(&mut find.input, action);
                let needle = find.needle();
                find.found = Vec::new();
                if !needle.is_empty() {
                    let holds = |(_, text): &(usize, &String)| text.contains(&needle);
                    find.found = find.folded.iter().enumerate().filter(holds).map(|(node, _)| node).collect();
                }
                find.current = find.found.iter().position(|node| *node >= find.start.node).unwrap_or(0);
            }
            _ => return Vec::new(),
        }
        let place = find.found.get(find.current).copied();
        let target = place.map_or(find.start, Anchor::at);
        let needle = find.needle();
        self.jump_to_match(target, &needle, world)
    }

    /// Jumps so that the row with the word shows, with the rows above it for context.
    fn jump_to_match(&mut self, target: Anchor, needle: &str, world: &World<'_>) -> Vec<Request> {
        let rows = self.page.lay_out(target.node.min(self.page.nodes().len().saturating_sub(1)));
        let line = rows.iter().position(|row| row_text(row).to_lowercase().contains(needle)).unwrap_or(target.line);
        let above = (self.room.height / 3) as isize;
        let anchor = self.page.moved(Anchor { line, ..target }, -above);
        self.jump(anchor, world)
    }
}
