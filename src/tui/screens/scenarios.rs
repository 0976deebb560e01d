//! The scenarios of the course: what each is about, and how far it was brought.

use crate::domain::id::ScenarioId;
use crate::domain::outline::{ScenarioKind, ScenarioOutline};
use crate::text::number::percent;
use crate::text::width::{padded, truncated, width};
use crate::text::words::fill;
use crate::text::wrap::wrap;
use crate::tui::action::Action;
use crate::tui::canvas::Canvas;
use crate::tui::list::List;
use crate::tui::look::{Look, Row, Tone, run};
use crate::tui::screen::{Header, Request, Route, World, measure};
use crate::tui::signs::Signs;

#[derive(Debug, Default)]
pub struct ScenariosScreen {
    rows: Vec<Row>,
    ids: Vec<ScenarioId>,
    list: List,
    left: usize,
    width: usize,
    height: usize,
    sign: &'static str,
}

impl ScenariosScreen {
    /// # Errors
    /// The sentence to show when the course has no scenarios.
    pub fn open(world: &World<'_>) -> Result<ScenariosScreen, String> {
        if world.course.outline.scenarios.is_empty() {
            return Err(world.words.no_scenarios.to_string());
        }
        Ok(ScenariosScreen::default())
    }

    pub fn arrange(&mut self, world: &World<'_>) {
        (self.left, self.width) = measure(world.width);
        self.sign = Signs::of(world.settings.borders).cursor;
        self.height = world.height;
        self.rows = wrap(&[run(world.words.scenarios_intro, Tone::Muted)], self.width);
        self.rows.push(Row::new());
        let mut choosable = Vec::new();
        for scenario in &world.course.outline.scenarios {
            choosable.push(self.rows.len());
            self.push_scenario(scenario, world);
        }
        self.ids = world.course.outline.scenarios.iter().map(|scenario| scenario.id.clone()).collect();
        self.list.set_rows(choosable);
        self.list.follow(self.rows.len(), self.height);
    }

    pub fn update(&mut self, action: &Action) -> Vec<Request> {
        match action {
            Action::Back => vec![Request::Back],
            Action::Enter => {
                let id = self.list.choice().and_then(|place| self.ids.get(place));
                id.map(|id| Request::Open(Route::Scenario(id.clone()))).into_iter().collect()
            }
            action => {
                self.list.update(action, self.height / 3);
                self.list.follow(self.rows.len(), self.height);
                Vec::new()
            }
        }
    }

    pub fn header(&self, world: &World<'_>) -> Header {
        Header { path: vec![world.words.scenarios.to_string()], ..Header::default() }
    }

    pub fn draw(&self, canvas: &mut Canvas<'_>) {
        canvas.put_list(&self.rows, &self.list, self.left, self.width, self.sign);
    }

    /// Sign, title, kind and time, the best result; and below what it is about.
    fn push_scenario(&mut self, scenario: &ScenarioOutline, world: &World<'_>) {
        let (words, language) = (world.words, world.language);
        let signs = Signs::of(world.settings.borders);
        let runs = world.progress.scenarios();
        let best = runs.best(scenario.id.as_str());
        let (sign, tone, standing) = match best {
            Some(best) if best.won => (signs.right, Tone::Right, percent(best.score)),
            Some(best) => (signs.partly, Tone::Due, percent(best.score)),
            None => (signs.dot, Tone::Muted, String::new()),
        };
        let standing =
            if runs.open(scenario.id.as_str()).is_some() { words.scenario_open.to_string() } else { standing };
        let kind = match scenario.kind {
            ScenarioKind::WhatIf => words.what_if,
            ScenarioKind::Case => words.case,
        };
        let minutes = fill(words.minutes_about, &[("minutes", scenario.minutes.to_string())]);
        let right = [kind, &minutes, &standing].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
        let right = right.join("  ");
        let room = self.width.saturating_sub(width(&right) + 7);
        let title = padded(&truncated(scenario.title.text(language), room), room);
        self.rows.push(vec![
            run(format!("  {sign}  "), tone),
            run(title, Look::default().bold()),
            run(format!("  {right}"), Tone::Muted),
        ]);
        let summary = [run(scenario.summary.text(language), Tone::Muted)];
        for row in wrap(&summary, self.width.saturating_sub(6).max(1)) {
            self.rows.push(std::iter::once(run("     ", Tone::Text)).chain(row).collect());
        }
        self.rows.push(Row::new());
    }
}
