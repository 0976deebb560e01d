//! The contents of a chapter: beside the text when there is room, in its place when asked for.

use super::{ChapterScreen, Mode};
use crate::text::width::truncated;
use crate::tui::action::Action;
use crate::tui::canvas::Canvas;
use crate::tui::list::List;
use crate::tui::look::{Look, Row, Tone, run};
use crate::tui::page::Anchor;
use crate::tui::screen::{Request, World};
use crate::tui::signs::Signs;

impl ChapterScreen {
    pub(super) fn open_contents(&mut self, _world: &World<'_>) -> Vec<Request> {
        let mut list = List::default();
        list.set_rows((0..self.text.sections.len()).collect());
        list.choose(self.current_section());
        list.follow(self.text.sections.len(), self.room.height);
        self.mode = Mode::Contents(list);
        Vec::new()
    }

    pub(super) fn choose_contents(&mut self, action: &Action, world: &World<'_>) -> Vec<Request> {
        let Mode::Contents(list) = &mut self.mode else {
            return Vec::new();
        };
        match action {
            Action::Enter => {
                let node = list.row().map_or(0, |row| self.text.sections[row].node);
                self.mode = Mode::Reading;
                self.jump(Anchor::at(node), world)
            }
            Action::Back | Action::Contents => {
                self.mode = Mode::Reading;
                Vec::new()
            }
            action => {
                list.update(action, self.room.height);
                list.follow(self.text.sections.len(), self.room.height);
                Vec::new()
            }
        }
    }

    /// The section at the top of the window, by its position.
    fn current_section(&self) -> usize {
        self.text.sections.iter().rposition(|section| section.node <= self.anchor.node).unwrap_or(0)
    }

    /// The contents in `canvas`, with a cursor if they are being chosen from.
    pub(super) fn draw_contents(&self, world: &World<'_>, canvas: &mut Canvas<'_>, list: Option<&List>) {
        let signs = Signs::of(self.borders);
        let current = self.current_section();
        // Beside the text the list scrolls with the reader.
        let top = list.map_or_else(|| (current + 2).saturating_sub(canvas.height()), List::top);
        for (line, (position, section)) in
            self.text.sections.iter().enumerate().skip(top).take(canvas.height()).enumerate()
        {
            let chosen = list.map_or(position == current, |list| list.row() == Some(position));
            let read = self.read.contains(&self.id.section(&section.id))
                || world.progress.is_read(&self.id.section(&section.id));
            let marked = world.progress.is_bookmarked(&self.id.section(&section.id));
            let sign = if chosen { signs.cursor } else { " " };
            let state = if marked {
                signs.bookmark
            } else if read {
                signs.right
            } else {
                " "
            };
            let indent = " ".repeat(2 * usize::from(section.level.saturating_sub(2)));
            let look = if chosen {
                Look::new(Tone::Accent).bold()
            } else {
                Look::new(if read { Tone::Muted } else { Tone::Text })
            };
            let room = canvas.width().saturating_sub(5);
            let row: Row = vec![
                run(format!("{sign} {state} "), look),
                run(truncated(&format!("{indent}{}", section.title), room), look),
            ];
            canvas.put(line, 0, &row);
            if chosen && list.is_some() {
                canvas.select_line(line, 0, canvas.width());
            }
        }
        if list.is_some() && top + canvas.height() < self.text.sections.len() {
            canvas.go_on_below(canvas.width());
        }
    }
}
