//! Drawing a chapter: the page, and beside or over it what its mode shows.

use super::{ChapterScreen, Mode, PANE, Stop};
use crate::text::words::fill;
use crate::tui::canvas::Canvas;
use crate::tui::field;
use crate::tui::look::{Look, Tone, run};
use crate::tui::screen::World;

impl ChapterScreen {
    pub fn draw(&self, world: &World<'_>, canvas: &mut Canvas<'_>) {
        let room = self.room;
        match &self.mode {
            Mode::Contents(list) if room.pane == 0 => {
                canvas.inner(room.left, 0, room.width, room.height, |canvas| {
                    self.draw_contents(world, canvas, Some(list))
                });
                return;
            }
            mode if room.pane > 0 => {
                let list = if let Mode::Contents(list) = mode { Some(list) } else { None };
                canvas.put(0, 2, &vec![run(world.words.on_this_page, Tone::Muted)]);
                canvas.inner(2, 2, PANE - 2, room.height.saturating_sub(2), |canvas| {
                    self.draw_contents(world, canvas, list)
                });
            }
            _ => {}
        }
        self.draw_page(canvas);
        // The field for finding has the last line.
        if !matches!(self.mode, Mode::Find(_)) && self.page.goes_on(self.anchor, room.height) {
            canvas.go_on_below(room.left + room.width);
        }
        if let Mode::Find(find) = &self.mode {
            let line = canvas.height().saturating_sub(1);
            let count = match (find.needle().is_empty(), find.found.len()) {
                (true, _) => String::new(),
                (false, 0) => world.words.nothing_found.to_string(),
                (false, all) => {
                    fill(world.words.match_of, &[("number", (find.current + 1).to_string()), ("all", all.to_string())])
                }
            };
            field::put(canvas, line, room.left, room.width, (world.words.find, &count), &find.input);
        }
    }

    fn draw_page(&self, canvas: &mut Canvas<'_>) {
        let room = self.room;
        // The last line is the find field's: nothing is drawn over a row, half a wide glyph would be left of it.
        let (needle, height) = match &self.mode {
            Mode::Find(find) => (find.needle(), room.height.saturating_sub(1)),
            _ => (String::new(), room.height),
        };
        let cursor = self.text_cursor();
        for (line, (place, row)) in self.page.visible(self.anchor, height).enumerate() {
            let focused = |look: Look| match self.focus {
                Some(Stop::Link(number)) if look.link == Some(number) => Look { tone: Tone::Match, ..look },
                _ => look,
            };
            canvas.inner(room.left, line, room.width, 1, |canvas| canvas.put_styled(0, 0, row, focused));
            canvas.mark(line, room.left, row, &needle);
            if let Some((at, column)) = cursor
                && at == place
            {
                canvas.set_cursor(line, room.left + column);
            }
        }
        if let Some(Stop::Question(node)) = self.focus {
            let first = self.page.visible(self.anchor, room.height).position(|(place, _)| place.node == node);
            if let Some(line) = first.filter(|_| room.left > 1) {
                let sign = crate::tui::signs::Signs::of(self.borders).cursor;
                canvas.put(line, room.left - 2, &vec![run(sign, Look::new(Tone::Accent).bold())]);
            }
        }
    }
}
