//! The glossary: the terms of what was on the screen, or all of them.
//!
//! It must not know which screen asked: it gets a text to look for terms in.

use crate::course::glossary::Term;
use crate::text::wrap::wrap;
use crate::tui::action::Action;
use crate::tui::canvas::Canvas;
use crate::tui::list::List;
use crate::tui::look::{Look, Row, Tone, run};
use crate::tui::screen::{Request, Route, World, measure};
use crate::tui::signs::Signs;

#[derive(Debug)]
pub struct GlossaryScreen {
    terms: Vec<Term>,
    rows: Vec<Row>,
    list: List,
    left: usize,
    width: usize,
    sign: &'static str,
    height: usize,
}

impl GlossaryScreen {
    /// The terms that occur in `text`; all of them if there is none to look in.
    ///
    /// # Errors
    /// The sentence to show when there is no term.
    pub fn open(text: Option<&str>, world: &World<'_>) -> Result<GlossaryScreen, String> {
        let mut terms = world.course.glossary();
        terms.retain(|term| text.is_none_or(|text| term.occurs_in(text)));
        terms.sort_by_key(|term| term.name.text(world.language).to_lowercase());
        if terms.is_empty() {
            return Err(world.words.no_terms.to_string());
        }
        Ok(GlossaryScreen { terms, rows: Vec::new(), list: List::default(), left: 0, width: 0, sign: "", height: 0 })
    }

    pub fn arrange(&mut self, world: &World<'_>) {
        (self.left, self.width) = measure(world.width);
        self.sign = Signs::of(world.settings.borders).cursor;
        self.height = world.height;
        self.rows = Vec::new();
        let mut choosable = Vec::new();
        for term in &self.terms {
            let start = self.rows.len();
            self.rows.push(vec![
                run("  ", Tone::Text),
                run(term.name.text(world.language), Look::default().bold()),
                run(format!("  {}", term.name.text(world.language.other())), Tone::Muted),
            ]);
            let text = [run(term.text.text(world.language), Tone::Text)];
            for row in wrap(&text, self.width.saturating_sub(4).max(1)) {
                self.rows.push(std::iter::once(run("    ", Tone::Text)).chain(row).collect());
            }
            choosable.push(start..self.rows.len());
        }
        self.list.set_entries(choosable);
        self.list.follow(self.rows.len(), self.height);
    }

    pub fn update(&mut self, action: &Action, _world: &World<'_>) -> Vec<Request> {
        match action {
            Action::Enter => {
                let section = self.list.choice().map(|place| self.terms[place].section.clone());
                section.map(|section| Request::Open(Route::Section(section))).into_iter().collect()
            }
            Action::Back => vec![Request::Back],
            action => {
                self.list.update(action, self.height / 2);
                self.list.follow(self.rows.len(), self.height);
                Vec::new()
            }
        }
    }

    pub fn draw(&self, canvas: &mut Canvas<'_>) {
        canvas.put_list(&self.rows, &self.list, self.left, self.width, self.sign);
    }
}
