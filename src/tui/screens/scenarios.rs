//! The scenarios of the course: what each is about, and how far it was brought.

use crate::domain::id::ScenarioId;
use crate::domain::outline::{ScenarioKind, ScenarioOutline};
use crate::text::number::percent;
use crate::text::width::{padded, width};
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
    /// What each entry of the list leads to.
    targets: Vec<Target>,
    /// The scenario below which its offers stand: to play, or to look back on the last run.
    unfolded: Option<ScenarioId>,
    list: List,
    left: usize,
    width: usize,
    height: usize,
    sign: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Target {
    Scenario(ScenarioId),
    Play(ScenarioId),
    Debrief(ScenarioId),
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
        self.targets.clear();
        let mut entries = Vec::new();
        for scenario in &world.course.outline.scenarios {
            let start = self.rows.len();
            self.push_scenario(scenario, world);
            entries.push(start..self.rows.len());
            self.targets.push(Target::Scenario(scenario.id.clone()));
            if self.unfolded.as_ref() == Some(&scenario.id) {
                let (words, is_open) = (world.words, world.progress.scenarios().open(scenario.id.as_str()).is_some());
                let play = if is_open { words.go_on_with_run } else { words.play_again };
                let offers = [
                    (play, Target::Play(scenario.id.clone())),
                    (words.debrief_of_last, Target::Debrief(scenario.id.clone())),
                ];
                for (name, target) in offers {
                    entries.push(self.rows.len()..self.rows.len() + 1);
                    self.rows.push(vec![run(format!("     {name}"), Tone::Link)]);
                    self.targets.push(target);
                }
            }
            self.rows.push(Row::new());
        }
        self.list.set_entries(entries);
        self.list.follow(self.rows.len(), self.height);
    }

    pub fn update(&mut self, action: &Action, world: &World<'_>) -> Vec<Request> {
        match (action, self.unfolded.clone()) {
            (Action::Back, None) => return vec![Request::Back],
            (Action::Back, Some(id)) => self.fold(&id, world),
            (Action::Enter, _) => return self.enter(world),
            (action, _) => {
                self.list.update(action, self.height / 3);
                self.list.follow(self.rows.len(), self.height);
            }
        }
        Vec::new()
    }

    pub fn header(&self, world: &World<'_>) -> Header {
        Header { path: vec![world.words.scenarios.to_string()], ..Header::default() }
    }

    pub fn draw(&self, canvas: &mut Canvas<'_>) {
        canvas.put_list(&self.rows, &self.list, self.left, self.width, self.sign);
    }

    /// Opens what is chosen. A scenario with a finished run first offers to look back on that.
    fn enter(&mut self, world: &World<'_>) -> Vec<Request> {
        let Some(target) = self.list.choice().and_then(|place| self.targets.get(place)).cloned() else {
            return Vec::new();
        };
        match target {
            Target::Scenario(id) if self.unfolded.as_ref() == Some(&id) => self.fold(&id, world),
            Target::Scenario(id) if world.progress.scenarios().last(id.as_str()).is_some() => {
                self.unfolded = Some(id.clone());
                self.arrange(world);
                self.choose(&Target::Play(id), world);
            }
            Target::Scenario(id) => return vec![Request::Open(Route::Scenario(id))],
            Target::Play(id) => {
                self.fold(&id, world);
                return vec![Request::Open(Route::Scenario(id))];
            }
            Target::Debrief(id) => {
                self.fold(&id, world);
                return vec![Request::Open(Route::PastDebrief(id))];
            }
        }
        Vec::new()
    }

    fn fold(&mut self, id: &ScenarioId, world: &World<'_>) {
        self.unfolded = None;
        self.arrange(world);
        self.choose(&Target::Scenario(id.clone()), world);
    }

    fn choose(&mut self, target: &Target, world: &World<'_>) {
        if let Some(place) = self.targets.iter().position(|other| other == target) {
            self.list.choose(place);
            self.list.follow(self.rows.len(), world.height);
        }
    }

    /// Sign, title, kind and time, the best result; and below what it is about.
    fn push_scenario(&mut self, scenario: &ScenarioOutline, world: &World<'_>) {
        let (words, language) = (world.words, world.language);
        let signs = Signs::of(world.settings.borders);
        let runs = world.progress.scenarios();
        let best = runs.best(scenario.id.as_str());
        let (sign, tone, standing) = match best {
            Some(best) if best.won => (signs.right, Tone::Right, percent(best.score, world.language)),
            Some(best) => (signs.partly, Tone::Due, percent(best.score, world.language)),
            None => (signs.dot, Tone::Muted, String::new()),
        };
        let begun = runs.open(scenario.id.as_str()).map_or("", |_| words.scenario_open);
        let kind = match scenario.kind {
            ScenarioKind::WhatIf => words.what_if,
            ScenarioKind::Case => words.case,
        };
        let minutes = fill(words.minutes_about, &[("minutes", scenario.minutes.to_string())]);
        let facts = [kind, &minutes, begun, &standing].into_iter().filter(|part| !part.is_empty());
        let facts = facts.collect::<Vec<_>>().join("  ");
        let title = scenario.title.text(language);
        let room = self.width.saturating_sub(width(&facts) + 7);
        if width(title) <= room {
            self.rows.push(vec![
                run(format!("  {sign}  "), tone),
                run(padded(title, room), Look::default().bold()),
                run(format!("  {facts}"), Tone::Muted),
            ]);
        } else {
            self.push_below(sign, tone, title, Look::default().bold());
            self.push_below("", tone, &facts, Tone::Muted);
        }
        self.push_below("", tone, scenario.summary.text(language), Tone::Muted);
    }

    /// Text behind a sign, wrapped.
    fn push_below(&mut self, sign: &str, tone: Tone, text: &str, look: impl Into<Look>) {
        let rows = wrap(&[run(text, look)], self.width.saturating_sub(6).max(1));
        for (line, row) in rows.into_iter().enumerate() {
            let lead = padded(if line == 0 { sign } else { "" }, 3);
            self.rows.push(std::iter::once(run(format!("  {lead}"), tone)).chain(row).collect());
        }
    }
}
