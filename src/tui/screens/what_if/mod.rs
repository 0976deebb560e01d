//! A what-if in play: actions on the left, what they come to on the right; or one page at a time where it is narrow.
//!
//! It must not compute figures: the session does, when an action is taken and when the load is moved.

mod actions;
mod architecture;
mod classes;
mod curve;
mod layout;
mod load;
mod model;

use crate::course::figure::workload;
use crate::domain::event::{ScenarioFinished, What};
use crate::domain::scenario::what_if::WhatIf;
use crate::domain::scenario::what_if_session::{Chart, WhatIfSession};
use crate::domain::scenario::{Finished, Scenario};
use crate::domain::simulation::chart::{Breaking, STEPS};
use crate::domain::simulation::evaluation::Evaluation;
use crate::text::number::percent;
use crate::text::words::fill;
use crate::text::wrap::wrap;
use crate::tui::action::Action;
use crate::tui::canvas::{Canvas, Column};
use crate::tui::goals;
use crate::tui::keymap::Context;
use crate::tui::look::{Look, Row, Tone, row_text, run};
use crate::tui::page::text_rows;
use crate::tui::screen::{Confirmation, Header, Request, Route, World, measure};
use crate::tui::signs::Signs;
use layout::Layout;
use uuid::Uuid;

#[derive(Debug)]
pub struct WhatIfScreen {
    scenario: Scenario,
    session: WhatIfSession,
    run: Uuid,
    page: Page,
    /// The chosen action, by its place.
    chosen: usize,
    /// The load that is looked at, in tenths of the load as given.
    load: u32,
    /// The class whose curve is shown.
    class: usize,
    figures: Figures,
    layout: Layout,
}

/// What is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Page {
    Brief,
    Decide,
    Figures,
    Architecture,
    Model,
}

const PAGES: [Page; 5] = [Page::Brief, Page::Decide, Page::Figures, Page::Architecture, Page::Model];

/// What the session computed for the run and the load as they are now.
#[derive(Debug)]
struct Figures {
    /// The present design at the load that is looked at, and in the first minutes of it where something scales.
    at_load: Evaluation,
    first_minutes: Option<Evaluation>,
    chart: Chart,
    breaking: Option<Breaking>,
}

/// From this width on, figures stand beside the actions.
const TWO_COLUMNS: usize = 100;
/// Cells between the columns.
const GUTTER: usize = 4;
/// Rows that the actions and the figures beside them need below an architecture.
const BELOW_ARCHITECTURE: usize = 22;
/// The least and the most rows of the chart.
const CHART: (usize, usize) = (8, 12);
/// The load as given, in tenths.
const TODAY: u32 = 10;

impl WhatIfScreen {
    /// The run that is open, or a new one, which begins with the brief.
    pub fn start(scenario: Scenario, what_if: WhatIf, world: &World<'_>) -> WhatIfScreen {
        let open = world.progress.scenarios().open(scenario.id.as_str());
        let (run, acts) = open.map_or((world.fresh, &[][..]), |open| (open.run, &open.acts[..]));
        let mut session = WhatIfSession::replay(what_if, acts);
        let figures = Figures::of(&mut session, share(TODAY));
        let page = if session.acts().is_empty() { Page::Brief } else { Page::Decide };
        let (class, layout) = (curve::first_class(session.what_if()), Layout::default());
        WhatIfScreen { scenario, session, run, page, chosen: 0, load: TODAY, class, figures, layout }
    }

    pub fn context(&self) -> Context {
        match self.page {
            Page::Decide => Context::WhatIf,
            Page::Brief | Page::Figures | Page::Architecture | Page::Model => Context::WhatIfPage,
        }
    }

    pub fn arrange(&mut self, world: &World<'_>) {
        let two_columns = self.page == Page::Decide && has_two_columns(world);
        let (left, width) = if two_columns { (2, (world.width - 4 - GUTTER) / 2) } else { measure(world.width) };
        let top = self.layout.top;
        self.layout = Layout {
            top,
            left,
            width,
            second: left + width + GUTTER,
            height: world.height,
            sign: Signs::of(world.settings.borders).cursor,
            ..Layout::default()
        };
        match self.page {
            Page::Brief => self.layout.rows = self.brief(width, world),
            Page::Decide => self.arrange_decisions(two_columns, world),
            Page::Figures => self.layout.rows = self.figure_rows(width, usize::MAX, world),
            Page::Architecture => self.layout.rows = self.architecture(world.width.saturating_sub(2 * left), world),
            Page::Model => self.layout.rows = model::rows(&self.scenario, self.session.what_if(), width, world),
        }
        self.layout.clamp();
    }

    pub fn update(&mut self, action: &Action, world: &World<'_>) -> Vec<Request> {
        let requests = match action {
            Action::Back if self.is_aside() => self.toggle(Page::Decide),
            Action::Back => vec![Request::Back],
            Action::NextPage => self.turn(1),
            Action::PreviousPage => self.turn(PAGES.len() - 1),
            Action::Brief => self.toggle(Page::Brief),
            Action::Diagram => self.toggle(Page::Architecture),
            Action::Model => self.toggle(Page::Model),
            Action::Left => self.move_load(self.load.saturating_sub(1).max(1), world),
            Action::Right => self.move_load((self.load + 1).min(STEPS), world),
            Action::NextClass => {
                self.class = (self.class + 1) % self.figures.chart.now.len().max(1);
                Vec::new()
            }
            Action::Undo => self.undo(world),
            Action::Finish => self.finish(world),
            Action::Enter if self.page == Page::Decide => self.take(world),
            Action::Enter => self.toggle(Page::Decide),
            action => {
                self.move_by(action);
                Vec::new()
            }
        };
        self.arrange(world);
        if self.page == Page::Decide && matches!(action, Action::Up | Action::Down | Action::Digit(_)) {
            self.layout.show_action(self.chosen);
        }
        if self.page == Page::Figures && matches!(action, Action::Left | Action::Right) {
            let above = self.goal_rows(self.layout.width, world).len() + 1;
            self.layout.show_components(above, self.session.now().design.components.len());
        }
        if self.page == Page::Decide && matches!(action, Action::Enter) && self.session.last().is_some() {
            self.layout.show_effect();
        }
        requests
    }

    pub fn header(&self, world: &World<'_>) -> Header {
        let title = self.scenario.title.text(world.language).to_string();
        let steps = fill(
            world.words.steps_taken,
            &[("taken", self.session.acts().len().to_string()), ("all", self.session.what_if().steps.to_string())],
        );
        let load = fill(world.words.load_is, &[("load", percent(share(self.load), world.language))]);
        let right = if self.load == TODAY { steps } else { format!("{load}  {steps}") };
        Header { path: vec![world.words.scenarios.to_string(), title], right }
    }

    pub fn draw(&self, canvas: &mut Canvas<'_>) {
        let layout = &self.layout;
        for (line, row) in layout.above.iter().enumerate() {
            canvas.put(line, layout.left, row);
        }
        let start = layout.above.len();
        for (line, row) in layout.beside.iter().take(layout.room()).enumerate() {
            canvas.put(start + line, layout.second, row);
        }
        let chosen = layout.actions.get(self.chosen).cloned().unwrap_or(0..0);
        let column = Column { left: layout.left, width: layout.width, top: layout.top, sign: layout.sign };
        canvas.inner(0, start, canvas.width(), layout.room(), |canvas| {
            canvas.put_column(&layout.rows, &chosen, &column);
        });
    }

    /// Everything that the page says now.
    pub fn text(&self) -> String {
        self.layout.rows.iter().map(|row| row_text(row) + " ").collect()
    }

    fn brief(&self, width: usize, world: &World<'_>) -> Vec<Row> {
        let (words, borders) = (world.words, world.settings.borders);
        let mut rows = text_rows(self.scenario.brief.text(world.language), width, words, borders);
        rows.push(Row::new());
        let what_if = self.session.what_if();
        rows.extend(goals::rows(what_if, &[(words.now, self.session.start())], width, world));
        rows.push(Row::new());
        rows.push(vec![run(words.workload, Look::new(Tone::Muted))]);
        for line in workload(&what_if.design, &what_if.names, world.language) {
            rows.extend(wrap(&[run(line, Tone::Text)], width));
        }
        rows
    }

    fn arrange_decisions(&mut self, two_columns: bool, world: &World<'_>) {
        let width = self.layout.width;
        let (mut rows, mut places) = actions::rows(&self.session, width, world);
        if two_columns {
            let above = self.architecture(world.width.saturating_sub(4), world);
            if above.len() + 1 + BELOW_ARCHITECTURE <= world.height {
                self.layout.above = above;
                self.layout.above.push(Row::new());
            }
            let room = world.height - self.layout.above.len();
            self.layout.beside = self.figure_rows(world.width - 2 - self.layout.second, room, world);
        } else {
            // Where the figures have no column of their own, the goals stand above the actions.
            let mut goals = self.goal_rows(width, world);
            goals.push(Row::new());
            places.iter_mut().for_each(|place| *place = place.start + goals.len()..place.end + goals.len());
            rows.splice(0..0, goals);
        }
        rows.push(Row::new());
        self.layout.effect = rows.len();
        rows.extend(self.effect(width, world));
        self.layout.rows = rows;
        self.layout.actions = places;
    }

    /// What the newest action did and why.
    fn effect(&self, width: usize, world: &World<'_>) -> Vec<Row> {
        let (words, borders) = (world.words, world.settings.borders);
        let mut rows = Vec::new();
        if let Some(action) = self.session.last() {
            rows.push(vec![run(action.title.text(world.language), Look::new(Tone::Heading).bold())]);
            rows.extend(text_rows(action.effect.text(world.language), width, words, borders));
        }
        let closing = match (self.session.is_won(), self.session.steps_left()) {
            (true, _) => Some((words.goals_met, Tone::Right)),
            (false, 0) => Some((words.no_step_left, Tone::Due)),
            (false, _) => None,
        };
        if let Some((sentence, tone)) = closing {
            rows.push(Row::new());
            rows.extend(wrap(&[run(sentence, Look::new(tone).bold())], width));
        }
        rows
    }

    fn goal_rows(&self, width: usize, world: &World<'_>) -> Vec<Row> {
        let now = (world.words.now, self.session.now());
        let columns: Vec<_> =
            self.session.before().map(|before| (world.words.before, before)).into_iter().chain([now]).collect();
        goals::rows(self.session.what_if(), &columns, width, world)
    }

    /// Goals, components and the chart, which takes what is left of the height.
    fn figure_rows(&self, width: usize, height: usize, world: &World<'_>) -> Vec<Row> {
        let load = share(self.load);
        let mut rows = self.goal_rows(width, world);
        rows.push(Row::new());
        let what_if = self.session.what_if();
        rows.extend(load::rows(&self.session, &self.figures.at_load, self.figures.breaking, width, world));
        if self.load != TODAY || self.figures.first_minutes.is_some() {
            let (design, figures) = (&self.session.now().design, &self.figures);
            rows.push(Row::new());
            rows.extend(classes::rows(what_if, design, &figures.at_load, figures.first_minutes.as_ref(), width, world));
        }
        rows.push(Row::new());
        let size = (width, height.saturating_sub(rows.len()).clamp(CHART.0, CHART.1));
        rows.extend(curve::rows(&self.session, &self.figures.chart, self.class, load, size, world));
        rows
    }

    fn architecture(&self, width: usize, world: &World<'_>) -> Vec<Row> {
        let design = &self.session.now().design;
        architecture::rows(self.session.what_if(), design, &self.figures.at_load, width, world)
    }

    fn take(&mut self, world: &World<'_>) -> Vec<Request> {
        let what_if = self.session.what_if();
        let Some(action) = what_if.actions.get(self.chosen) else {
            return Vec::new();
        };
        let id = action.id.clone();
        if let Some(obstacle) = self.session.obstacle(&id) {
            return vec![Request::Notice(actions::refusal(what_if, action, &obstacle, world))];
        }
        if self.session.take(&id).is_err() {
            return Vec::new();
        }
        self.compute();
        vec![self.acted()]
    }

    fn undo(&mut self, world: &World<'_>) -> Vec<Request> {
        let Some(id) = self.session.undo() else {
            return vec![Request::Notice(world.words.nothing_to_undo.to_string())];
        };
        self.compute();
        let title = self.session.what_if().action(&id).map_or("", |action| action.title.text(world.language));
        let notice = fill(world.words.act_undone, &[("action", title.to_string())]);
        vec![self.acted(), Request::Notice(notice)]
    }

    fn finish(&mut self, world: &World<'_>) -> Vec<Request> {
        if self.session.acts().is_empty() {
            return vec![Request::Notice(world.words.decide_first.to_string())];
        }
        let finished = ScenarioFinished {
            scenario: self.scenario.id.clone(),
            run: self.run,
            acts: self.session.acts().to_vec(),
            score: self.session.score(),
            won: self.session.is_won(),
            questions: self.scenario.questions.clone(),
        };
        let debrief = Finished::what_if(self.scenario.clone(), self.session.clone());
        let then = vec![
            Request::Record(What::ScenarioFinished(finished)),
            Request::Replace(Route::Debrief(Box::new(debrief))),
        ];
        if self.session.is_played_out() {
            return then;
        }
        let question = finish_question(&self.session, world);
        vec![Request::Confirm(Confirmation { question, context: Context::ConfirmFinish, then })]
    }

    fn acted(&self) -> Request {
        Request::Record(What::ScenarioActed {
            scenario: self.scenario.id.clone(),
            run: self.run,
            acts: self.session.acts().to_vec(),
        })
    }

    /// After an action was taken or taken back.
    fn compute(&mut self) {
        self.figures = Figures::of(&mut self.session, share(self.load));
    }

    /// Looks at another load: on the page that shows what it does, if this one does not.
    fn move_load(&mut self, load: u32, world: &World<'_>) -> Vec<Request> {
        self.load = load;
        self.figures.at_load = self.session.at_load(share(load));
        self.figures.first_minutes = self.session.first_minutes(share(load));
        let is_shown = match self.page {
            Page::Decide => has_two_columns(world),
            Page::Figures | Page::Architecture => true,
            Page::Brief | Page::Model => false,
        };
        if !is_shown {
            self.show(Page::Figures);
        }
        Vec::new()
    }

    fn turn(&mut self, pages: usize) -> Vec<Request> {
        let place = PAGES.iter().position(|page| *page == self.page).unwrap_or(0);
        self.show(PAGES[(place + pages) % PAGES.len()]);
        Vec::new()
    }

    /// Whether the page was looked up from the decisions, so that the way back leads to them; the brief comes before them.
    fn is_aside(&self) -> bool {
        match self.page {
            Page::Decide => false,
            Page::Brief => !self.session.acts().is_empty(),
            Page::Figures | Page::Architecture | Page::Model => true,
        }
    }

    /// Opens a page, or goes back to the decisions from it.
    fn toggle(&mut self, page: Page) -> Vec<Request> {
        self.show(if self.page == page { Page::Decide } else { page });
        Vec::new()
    }

    fn show(&mut self, page: Page) {
        self.page = page;
        self.layout.top = 0;
    }

    fn move_by(&mut self, action: &Action) {
        let last = self.session.what_if().actions.len().saturating_sub(1);
        match (action, self.page) {
            (Action::Down, Page::Decide) => self.chosen = (self.chosen + 1).min(last),
            (Action::Up, Page::Decide) => self.chosen = self.chosen.saturating_sub(1),
            (Action::Digit(digit), Page::Decide) => self.chosen = (usize::from(*digit) - 1).min(last),
            (action, _) => self.layout.scroll(action.scrolls(self.layout.room()).unwrap_or(0)),
        }
    }
}

/// What is still open, for who is about to finish.
fn finish_question(session: &WhatIfSession, world: &World<'_>) -> String {
    let now = session.now();
    let details = [
        ("met", now.goals_met().to_string()),
        ("all", now.judged.len().to_string()),
        ("left", session.steps_left().to_string()),
    ];
    fill(world.words.finish_question, &details)
}

fn has_two_columns(world: &World<'_>) -> bool {
    world.width >= TWO_COLUMNS
}

/// Tenths as a multiple of the load as given.
fn share(tenths: u32) -> f64 {
    f64::from(tenths) / 10.0
}

impl Figures {
    fn of(session: &mut WhatIfSession, load: f64) -> Figures {
        Figures {
            at_load: session.at_load(load),
            first_minutes: session.first_minutes(load),
            chart: session.chart(),
            breaking: session.first_to_break(),
        }
    }
}
