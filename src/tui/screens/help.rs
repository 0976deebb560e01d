//! Help: every key of every screen, from the same table that the keys themselves follow.

use crate::text::width::padded;
use crate::text::wrap::wrap;
use crate::tui::action::Action;
use crate::tui::canvas::{Canvas, Column};
use crate::tui::key::Key;
use crate::tui::keymap::{self, Context};
use crate::tui::look::{Look, Row, Tone, run};
use crate::tui::screen::{Request, World, measure};

#[derive(Debug)]
pub struct HelpScreen {
    /// Its keys come first.
    asked_in: Context,
    rows: Vec<Row>,
    top: usize,
    left: usize,
    width: usize,
    height: usize,
}

impl HelpScreen {
    pub fn new(asked_in: Context) -> HelpScreen {
        HelpScreen { asked_in, rows: Vec::new(), top: 0, left: 0, width: 0, height: 0 }
    }

    pub fn arrange(&mut self, world: &World<'_>) {
        let (left, width) = measure(world.width);
        (self.left, self.width, self.height) = (left, width, world.height);
        self.rows = wrap(&[run(world.words.help_intro, Tone::Text)], width);
        self.rows.push(Row::new());
        let mut contexts = Context::ALL.to_vec();
        contexts.sort_by_key(|context| *context != self.asked_in);
        for context in contexts {
            self.push_context(context, width, world);
        }
        self.scroll(0);
    }

    pub fn update(&mut self, action: &Action, _world: &World<'_>) -> Vec<Request> {
        if matches!(action, Action::Back | Action::Help) {
            return vec![Request::Back];
        }
        self.scroll(action.scrolls(self.height).unwrap_or(0));
        Vec::new()
    }

    pub fn draw(&self, canvas: &mut Canvas<'_>) {
        let column = Column { left: self.left, width: self.width, top: self.top, sign: "" };
        canvas.put_column(&self.rows, &(0..0), &column);
    }

    fn push_context(&mut self, context: Context, room: usize, world: &World<'_>) {
        self.rows.push(vec![run(context.title(world.words), Look::new(Tone::Heading).bold())]);
        let column = 22.min(room / 2);
        let bound = keymap::bindings(context).map(|binding| {
            let usable = binding.keys.iter().filter(|key| !context.is_text() || !matches!(key, Key::Char(_)));
            let keys: Vec<String> = usable.map(|key| key.label()).collect();
            (keys.join("  "), binding.name)
        });
        let digits = keymap::digits(context).map(|name| ("1-9".to_string(), name));
        for (keys, name) in digits.into_iter().chain(bound) {
            let name = wrap(&[run(name(world.words), Tone::Text)], room.saturating_sub(column + 2).max(1));
            for (position, row) in name.into_iter().enumerate() {
                let shown = if position == 0 { padded(&keys, column) } else { " ".repeat(column) };
                self.rows.push(std::iter::once(run(format!("  {shown}"), Tone::Accent)).chain(row).collect());
            }
        }
        self.rows.push(Row::new());
    }

    fn scroll(&mut self, lines: isize) {
        self.top = self.top.saturating_add_signed(lines).min(self.rows.len().saturating_sub(self.height));
    }
}
