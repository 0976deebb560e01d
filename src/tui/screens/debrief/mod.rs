//! What there is to say when a scenario has ended, with its sections to read and another try.
//!
//! It must not judge: the run brings what it came to.

mod case;
mod what_if;

use crate::domain::id::SectionId;
use crate::domain::scenario::{Finished, Scenario};
use crate::text::words::review::ReviewWords;
use crate::text::wrap::wrap;
use crate::tui::action::Action;
use crate::tui::canvas::{Canvas, Column};
use crate::tui::keymap::Context;
use crate::tui::look::{Look, Row, Tone, row_text, run};
use crate::tui::page::text_rows;
use crate::tui::screen::{Header, Request, Route, World, measure};
use crate::tui::signs::Signs;

#[derive(Debug)]
pub struct DebriefScreen {
    finished: Finished,
    occasion: Occasion,
    rows: Vec<Row>,
    /// The sections to read, and the rows in which they stand.
    sections: Vec<(usize, SectionId)>,
    /// The chosen section; none while the text above is read.
    chosen: Option<usize>,
    top: usize,
    left: usize,
    width: usize,
    height: usize,
    sign: &'static str,
}

/// When it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Occasion {
    /// The run has just ended: its questions are on their way to the review list.
    Ended,
    /// The run ended some time ago: some may have been answered since.
    LookedBack,
}

impl DebriefScreen {
    pub fn new(finished: Finished) -> DebriefScreen {
        DebriefScreen::on(Occasion::Ended, finished)
    }

    /// The debrief of an earlier run.
    pub fn of_past(finished: Finished) -> DebriefScreen {
        DebriefScreen::on(Occasion::LookedBack, finished)
    }

    fn on(occasion: Occasion, finished: Finished) -> DebriefScreen {
        DebriefScreen {
            finished,
            occasion,
            rows: Vec::new(),
            sections: Vec::new(),
            chosen: None,
            top: 0,
            left: 0,
            width: 0,
            height: 0,
            sign: "",
        }
    }

    pub fn context(&self) -> Context {
        if self.chosen.is_some() { Context::DebriefLinks } else { Context::Debrief }
    }

    pub fn arrange(&mut self, world: &World<'_>) {
        (self.left, self.width) = measure(world.width);
        self.height = world.height;
        self.sign = Signs::of(world.settings.borders).cursor;
        self.rows = match &self.finished {
            Finished::WhatIf(_, session, debrief) => what_if::rows(session, debrief, self.width, world),
            Finished::Case(_, session) => case::rows(session, self.width, world),
        };
        self.push_closing(world);
        self.scroll(0);
    }

    pub fn update(&mut self, action: &Action) -> Vec<Request> {
        match action {
            Action::Back => return vec![Request::Back],
            Action::Retry => return vec![Request::Replace(Route::Scenario(self.scenario().id.clone()))],
            Action::Enter => match self.chosen.and_then(|place| self.sections.get(place)) {
                Some((_, id)) => return vec![Request::Open(Route::Section(id.clone()))],
                None => self.down(Action::PageDown.scrolls(self.height).unwrap_or(0)),
            },
            Action::NextStop => self.choose(self.chosen.map_or(0, |place| place + 1)),
            Action::PreviousStop => self.choose(self.chosen.map_or(0, |place| place.saturating_sub(1))),
            Action::Down => self.down(1),
            Action::Up => self.up(),
            action => self.scroll(action.scrolls(self.height).unwrap_or(0)),
        }
        Vec::new()
    }

    pub fn header(&self, world: &World<'_>) -> Header {
        let title = self.scenario().title.text(world.language).to_string();
        let path = vec![world.words.scenarios.to_string(), title, world.words.debrief.to_string()];
        Header { path, ..Header::default() }
    }

    pub fn draw(&self, canvas: &mut Canvas<'_>) {
        let chosen = self.chosen.and_then(|place| self.sections.get(place)).map(|(row, _)| *row);
        let chosen = chosen.map_or(0..0, |row| row..row + 1);
        let column = Column { left: self.left, width: self.width, top: self.top, sign: self.sign };
        canvas.put_column(&self.rows, &chosen, &column);
    }

    /// Everything that the debrief says.
    pub fn text(&self) -> String {
        self.rows.iter().map(|row| row_text(row) + " ").collect()
    }

    /// The author's view, what goes on the review list, and where to read more.
    fn push_closing(&mut self, world: &World<'_>) {
        let (words, language) = (world.words, world.language);
        let scenario = self.finished.scenario().clone();
        self.rows.push(Row::new());
        self.rows.extend(text_rows(scenario.debrief.text(language), self.width, words, world.settings.borders));
        let listed = match self.occasion {
            Occasion::Ended => scenario.questions.len(),
            Occasion::LookedBack => {
                let is_listed = |question: &&_| world.progress.listed().any(|listed| listed == *question);
                scenario.questions.iter().filter(is_listed).count()
            }
        };
        if listed > 0 {
            self.rows.push(Row::new());
            let sentence = ReviewWords::counted(words.on_review_list_one, words.on_review_list, listed);
            self.rows.extend(wrap(&[run(sentence, Tone::Muted)], self.width));
        }
        self.sections.clear();
        for (id, name) in scenario.sections.iter().filter_map(|id| Some((id, world.section_name(id)?))) {
            if self.sections.is_empty() {
                self.rows.push(Row::new());
                self.rows.push(vec![run(words.read_again, Look::new(Tone::Heading).bold())]);
            }
            self.sections.push((self.rows.len(), id.clone()));
            let name = crate::text::width::truncated(&name, self.width.saturating_sub(3));
            self.rows.push(vec![run(format!("   {name}"), Tone::Link)]);
        }
    }

    fn scenario(&self) -> &Scenario {
        self.finished.scenario()
    }

    /// Scrolls to the end of the text, then goes from section to section.
    fn down(&mut self, lines: isize) {
        let at_end = self.top + self.height >= self.rows.len();
        match self.chosen {
            Some(place) => self.choose(place + 1),
            None if at_end => self.choose(0),
            None => self.scroll(lines),
        }
    }

    fn up(&mut self) {
        match self.chosen {
            Some(0) => self.chosen = None,
            Some(place) => self.choose(place - 1),
            None => self.scroll(-1),
        }
    }

    fn choose(&mut self, place: usize) {
        let Some(last) = self.sections.len().checked_sub(1) else {
            return;
        };
        let place = place.min(last);
        self.chosen = Some(place);
        let row = self.sections[place].0;
        self.top =
            self.top.clamp((row + 2).saturating_sub(self.height), row.max((row + 2).saturating_sub(self.height)));
        self.scroll(0);
    }

    fn scroll(&mut self, lines: isize) {
        self.top = self.top.saturating_add_signed(lines).min(self.rows.len().saturating_sub(self.height));
    }
}
