//! A case in play: a situation, what can be decided, and what came of it.
//!
//! It must not judge: points and endings are the case's, and the debrief has a screen of its own.

use crate::domain::event::{ScenarioFinished, What};
use crate::domain::scenario::case::{Case, CaseOption};
use crate::domain::scenario::case_session::CaseSession;
use crate::domain::scenario::{Finished, Scenario};
use crate::text::words::fill;
use crate::tui::action::Action;
use crate::tui::canvas::{Canvas, Column};
use crate::tui::keymap::Context;
use crate::tui::look::{Look, Row, Tone, run};
use crate::tui::page::{inline_rows, text_rows};
use crate::tui::screen::{Header, Request, Route, World, measure};
use crate::tui::signs::Signs;
use std::ops::Range;
use uuid::Uuid;

#[derive(Debug)]
pub struct CaseScreen {
    scenario: Scenario,
    session: CaseSession,
    run: Uuid,
    stage: Stage,
    rows: Vec<Row>,
    /// The rows of each option.
    options: Vec<Range<usize>>,
    top: usize,
    left: usize,
    width: usize,
    height: usize,
    sign: &'static str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// A decision is due; the option that is marked, once one is.
    Deciding { marked: Option<usize> },
    /// What came of the last decision is told.
    Told,
}

impl CaseScreen {
    /// The run that is open, or a new one.
    pub fn start(scenario: Scenario, case: Case, world: &World<'_>) -> CaseScreen {
        let open = world.progress.scenarios().open(scenario.id.as_str());
        let (run, acts) = open.map_or((world.fresh, &[][..]), |open| (open.run, &open.acts[..]));
        let mut session = CaseSession::replay(case.clone(), acts);
        if session.ending().is_some() {
            // The case has changed since: what is left of the run is at its end already.
            session = CaseSession::new(case);
        }
        CaseScreen {
            session,
            scenario,
            run,
            stage: Stage::Deciding { marked: None },
            rows: Vec::new(),
            options: Vec::new(),
            top: 0,
            left: 0,
            width: 0,
            height: 0,
            sign: "",
        }
    }

    pub fn context(&self) -> Context {
        match self.stage {
            Stage::Deciding { marked: None } if self.is_more_below() => Context::Situation,
            Stage::Deciding { .. } => Context::Deciding,
            Stage::Told => Context::Told,
        }
    }

    pub fn arrange(&mut self, world: &World<'_>) {
        (self.left, self.width) = measure(world.width);
        self.height = world.height;
        self.sign = Signs::of(world.settings.borders).cursor;
        self.rows.clear();
        self.options.clear();
        match self.stage {
            Stage::Deciding { .. } => self.arrange_situation(world),
            Stage::Told => self.arrange_outcome(world),
        }
        self.scroll(0);
    }

    pub fn update(&mut self, action: &Action, world: &World<'_>) -> Vec<Request> {
        match (action, self.stage) {
            (Action::Back, _) => return vec![Request::Back],
            (Action::Enter, Stage::Deciding { marked }) => return self.enter(marked, world),
            (Action::Enter, Stage::Told) => return self.go_on(world),
            (Action::Down, Stage::Deciding { marked }) => self.down(marked),
            (Action::Up, Stage::Deciding { marked }) => self.up(marked),
            (Action::Digit(digit), Stage::Deciding { .. }) => self.mark(usize::from(*digit) - 1),
            (action, _) => self.scroll(action.scrolls(self.height).unwrap_or(0)),
        }
        Vec::new()
    }

    pub fn header(&self, world: &World<'_>) -> Header {
        let number = match self.stage {
            Stage::Deciding { .. } => self.session.acts().len() + 1,
            Stage::Told => self.session.acts().len(),
        };
        let title = self.scenario.title.text(world.language).to_string();
        let right = fill(world.words.decision_number, &[("number", number.to_string())]);
        Header { path: vec![world.words.scenarios.to_string(), title], right }
    }

    pub fn draw(&self, canvas: &mut Canvas<'_>) {
        let marked = match self.stage {
            Stage::Deciding { marked } => marked.and_then(|place| self.options.get(place)).cloned(),
            Stage::Told => None,
        };
        let column = Column { left: self.left, width: self.width, top: self.top, sign: self.sign };
        canvas.put_column(&self.rows, &marked.unwrap_or(0..0), &column);
    }

    /// Everything that the screen says now.
    pub fn text(&self) -> String {
        self.rows.iter().map(|row| crate::tui::look::row_text(row) + " ").collect()
    }

    fn arrange_situation(&mut self, world: &World<'_>) {
        let (words, language, borders) = (world.words, world.language, world.settings.borders);
        if self.session.acts().is_empty() {
            self.rows.extend(text_rows(self.scenario.brief.text(language), self.width, words, borders));
            self.rows.push(Row::new());
        }
        if let Some(step) = self.session.step() {
            self.rows.extend(text_rows(step.text.text(language), self.width, words, borders));
        }
        for note in self.session.notes() {
            self.rows.push(Row::new());
            self.rows.extend(text_rows(note.text.text(language), self.width, words, borders));
        }
        self.rows.push(Row::new());
        self.rows.push(vec![run(words.what_do_you_do, Look::new(Tone::Heading).bold())]);
        let texts: Vec<String> =
            self.session.offered().iter().map(|option| option.text.text(language).to_string()).collect();
        for (place, text) in texts.iter().enumerate() {
            let start = self.rows.len();
            let marker = format!("  {}  ", place + 1);
            for (line, row) in
                inline_rows(text, Tone::Text, self.width.saturating_sub(5).max(1)).into_iter().enumerate()
            {
                let lead = if line == 0 { marker.clone() } else { " ".repeat(5) };
                self.rows.push(std::iter::once(run(lead, Tone::Accent)).chain(row).collect());
            }
            self.options.push(start..self.rows.len());
        }
    }

    fn arrange_outcome(&mut self, world: &World<'_>) {
        let (words, language, borders) = (world.words, world.language, world.settings.borders);
        let Some(option) = self.session.last() else {
            return;
        };
        let arrow = Signs::of(borders).arrow;
        let mut rows = inline_rows(
            option.text.text(language),
            Look::new(Tone::Accent).bold(),
            self.width.saturating_sub(3).max(1),
        );
        for (line, row) in rows.iter_mut().enumerate() {
            row.insert(0, run(if line == 0 { format!("{arrow} ") } else { "  ".to_string() }, Tone::Accent));
        }
        rows.push(Row::new());
        rows.extend(text_rows(option.outcome.text(language), self.width, words, borders));
        self.rows = rows;
    }

    /// Decides what is marked and seen. Until then it goes on reading, so that a key pressed once too often decides nothing.
    fn enter(&mut self, marked: Option<usize>, world: &World<'_>) -> Vec<Request> {
        match marked {
            Some(place) if self.shows(place) => return self.decide(place, world),
            Some(place) => self.mark(place),
            None if self.is_more_below() => self.scroll(Action::PageDown.scrolls(self.height).unwrap_or(0)),
            None => return vec![Request::Notice(world.words.choose_first.to_string())],
        }
        Vec::new()
    }

    fn decide(&mut self, place: usize, world: &World<'_>) -> Vec<Request> {
        let Some(id) = self.session.offered().get(place).map(|option: &&CaseOption| option.id.clone()) else {
            return Vec::new();
        };
        if self.session.choose(&id).is_err() {
            return Vec::new();
        }
        self.stage = Stage::Told;
        self.top = 0;
        self.arrange(world);
        let acted = What::ScenarioActed {
            scenario: self.scenario.id.clone(),
            run: self.run,
            acts: self.session.acts().to_vec(),
        };
        // At an ending the run is finished, whether the debrief is read or not.
        let finished = self.session.ending().is_some().then(|| What::ScenarioFinished(self.finished()));
        std::iter::once(acted).chain(finished).map(Request::Record).collect()
    }

    fn go_on(&mut self, world: &World<'_>) -> Vec<Request> {
        if self.session.ending().is_some() {
            let finished = Finished::Case(self.scenario.clone(), self.session.clone());
            return vec![Request::Replace(Route::Debrief(Box::new(finished)))];
        }
        self.stage = Stage::Deciding { marked: None };
        self.top = 0;
        self.arrange(world);
        Vec::new()
    }

    fn finished(&self) -> ScenarioFinished {
        ScenarioFinished {
            scenario: self.scenario.id.clone(),
            run: self.run,
            acts: self.session.acts().to_vec(),
            score: self.session.score(),
            won: self.session.is_won(),
            questions: self.scenario.questions.clone(),
        }
    }

    /// Reads on until the first option shows, then goes from option to option.
    fn down(&mut self, marked: Option<usize>) {
        let is_below = self.options.first().is_some_and(|rows| rows.start >= self.top + self.height);
        match marked {
            _ if is_below => self.scroll(1),
            None => self.mark(0),
            Some(place) if self.shows(place) => self.mark((place + 1).min(self.options.len().saturating_sub(1))),
            Some(place) => self.mark(place),
        }
    }

    /// Goes from option to option, and back into the situation above the first.
    fn up(&mut self, marked: Option<usize>) {
        match marked {
            None | Some(0) => self.scroll(-1),
            Some(place) => self.mark(place - 1),
        }
    }

    /// Marks an option, if there is such a one, and moves the window so that all of it shows.
    fn mark(&mut self, place: usize) {
        let Some(rows) = self.options.get(place).cloned() else {
            return;
        };
        self.stage = Stage::Deciding { marked: Some(place) };
        let highest = rows.end.saturating_sub(self.height);
        self.top = self.top.clamp(highest, rows.start.max(highest));
    }

    /// Whether an option stands in the window, as far as it fits.
    fn shows(&self, place: usize) -> bool {
        let Some(rows) = self.options.get(place) else {
            return false;
        };
        let seen = rows.end.min(self.top + self.height).saturating_sub(rows.start.max(self.top));
        seen >= rows.len().min(self.height)
    }

    fn is_more_below(&self) -> bool {
        self.top + self.height < self.rows.len()
    }

    fn scroll(&mut self, lines: isize) {
        self.top = self.top.saturating_add_signed(lines).min(self.rows.len().saturating_sub(self.height));
    }
}
