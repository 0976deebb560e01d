//! What a plan comes to, and which plans win, as JSON that only ever grows.
//!
//! Figures that do not exist are null: no 95th of a hundred requests is answered where ten are refused. It must not
//! compute anything that the domain has not.

use crate::domain::outline::ScenarioKind;
use crate::domain::scenario::outcome::{Judged, Outcome};
use crate::domain::scenario::plans::{Tried, Winning};
use crate::domain::scenario::{CaseSession, Scenario, WhatIf, WhatIfSession};
use crate::domain::simulation::bill::Line;
use crate::domain::simulation::goal::{Goal, Limit, Metric, Phase, Scope};
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Serialize)]
pub struct WhatIfReport<'s> {
    format: u32,
    id: &'s str,
    kind: ScenarioKind,
    /// At first, and after each action.
    states: Vec<State<'s>>,
    goals_met: usize,
    goals: usize,
    score: f64,
    won: bool,
}

#[derive(Serialize)]
struct State<'s> {
    /// Null before the first.
    action: Option<&'s str>,
    goals: Vec<ReportedGoal<'s>>,
    classes: Vec<ReportedClass<'s>>,
    components: Vec<ReportedComponent<'s>>,
    /// USD a month.
    cost: f64,
    /// What of it is for data that leaves the Region towards readers.
    egress: f64,
    error: Option<f64>,
    availability: Option<f64>,
}

#[derive(Serialize)]
struct ReportedGoal<'s> {
    metric: &'static str,
    /// The class or component that it is of; null for all of them.
    of: Option<&'s str>,
    load: f64,
    phase: &'static str,
    limit: BTreeMap<&'static str, f64>,
    figure: Option<f64>,
    met: bool,
}

#[derive(Serialize)]
struct ReportedClass<'s> {
    id: &'s str,
    offered: f64,
    p50: Option<f64>,
    p95: Option<f64>,
    error: Option<f64>,
}

#[derive(Serialize)]
struct ReportedComponent<'s> {
    id: &'s str,
    on: bool,
    flow: f64,
    utilisation: Option<f64>,
    refused: f64,
    hit: Option<f64>,
    nodes: Option<u32>,
    /// USD a month, and what it is made of.
    cost: f64,
    bill: ReportedLine,
}

/// What one component costs, USD a month.
#[derive(Serialize)]
struct ReportedLine {
    hours: f64,
    requests: f64,
    traffic: f64,
    memory: f64,
    month: f64,
}

/// The plans of a what-if that meet every goal, cheapest first.
#[derive(Serialize)]
pub struct PlansReport<'s> {
    format: u32,
    id: &'s str,
    kind: ScenarioKind,
    /// How many actions a plan may have.
    pub steps: usize,
    /// How many plans there are; doing nothing is one.
    pub tried: usize,
    pub plans: Vec<ReportedPlan<'s>>,
}

#[derive(Serialize)]
pub struct ReportedPlan<'s> {
    /// In an order in which they can be taken.
    pub actions: &'s [String],
    pub steps: usize,
    /// USD a month.
    pub cost: f64,
    /// Whether these are the actions that the author recommends.
    pub recommended: bool,
}

#[derive(Serialize)]
pub struct CaseReport<'s> {
    format: u32,
    id: &'s str,
    kind: ScenarioKind,
    decisions: Vec<Decision<'s>>,
    flags: Vec<&'s str>,
    /// Where the run stands; null at an ending.
    step: Option<&'s str>,
    offered: Vec<&'s str>,
    ending: Option<&'s str>,
    points: u32,
    score: f64,
    won: bool,
}

#[derive(Serialize)]
struct Decision<'s> {
    step: &'s str,
    option: &'s str,
    points: u32,
    /// What the expert takes there; null where their path does not pass.
    expert: Option<&'s str>,
}

impl<'s> WhatIfReport<'s> {
    pub fn new(scenario: &'s Scenario, session: &'s WhatIfSession) -> WhatIfReport<'s> {
        let acts = std::iter::once(None).chain(session.acts().iter().map(|act| Some(act.as_str())));
        let goals = &session.what_if().goals;
        WhatIfReport {
            format: 1,
            id: scenario.id.as_str(),
            kind: ScenarioKind::WhatIf,
            states: acts.zip(session.outcomes()).map(|(action, outcome)| State::new(action, goals, outcome)).collect(),
            goals_met: session.now().goals_met(),
            goals: goals.len(),
            score: session.score(),
            won: session.is_won(),
        }
    }
}

impl<'s> State<'s> {
    fn new(action: Option<&'s str>, goals: &'s [Goal], outcome: &'s Outcome) -> State<'s> {
        let class = |id: &'s str, offered| {
            let scope = || Scope::Class(id.to_string());
            ReportedClass {
                id,
                offered,
                p50: outcome.figure(&Metric::P50(scope())),
                p95: outcome.figure(&Metric::P95(scope())),
                error: outcome.figure(&Metric::Error(scope())),
            }
        };
        let (design, evaluation) = (&outcome.design, &outcome.evaluation);
        let classes = design.classes.iter().zip(&evaluation.classes);
        let figures = evaluation.components.iter().zip(&evaluation.bill.components);
        let components = design.components.iter().zip(figures);
        State {
            action,
            goals: goals.iter().zip(&outcome.judged).map(|(goal, judged)| ReportedGoal::new(goal, *judged)).collect(),
            classes: classes.map(|(known, figures)| class(&known.id, figures.offered)).collect(),
            components: components
                .map(|(component, (figures, line))| ReportedComponent {
                    id: &component.id,
                    on: component.on,
                    flow: figures.flow,
                    utilisation: figures.utilisation,
                    refused: figures.refused,
                    hit: figures.hit,
                    nodes: figures.nodes.map(|nodes| nodes.now),
                    cost: line.total(),
                    bill: ReportedLine::new(line),
                })
                .collect(),
            cost: outcome.cost(),
            egress: evaluation.bill.egress,
            error: outcome.figure(&Metric::Error(Scope::All)),
            availability: outcome.figure(&Metric::Availability(Scope::All)),
        }
    }
}

impl ReportedLine {
    fn new(line: &Line) -> ReportedLine {
        let Line { hours, requests, traffic, memory, month } = *line;
        ReportedLine { hours, requests, traffic, memory, month }
    }
}

impl<'s> PlansReport<'s> {
    pub fn new(scenario: &'s Scenario, what_if: &'s WhatIf, tried: &'s Tried) -> PlansReport<'s> {
        let plan = |winning: &'s Winning| {
            let is_recommended = |action: &String| what_if.recommended.contains(action);
            ReportedPlan {
                actions: &winning.actions,
                steps: winning.actions.len(),
                cost: winning.cost,
                recommended: winning.actions.len() == what_if.recommended.len()
                    && winning.actions.iter().all(is_recommended),
            }
        };
        PlansReport {
            format: 1,
            id: scenario.id.as_str(),
            kind: ScenarioKind::WhatIf,
            steps: what_if.steps,
            tried: tried.plans,
            plans: tried.winning.iter().map(plan).collect(),
        }
    }
}

impl<'s> ReportedGoal<'s> {
    fn new(goal: &'s Goal, judged: Judged) -> ReportedGoal<'s> {
        let of = match &goal.metric {
            Metric::P50(scope)
            | Metric::P95(scope)
            | Metric::P99(scope)
            | Metric::Error(scope)
            | Metric::Availability(scope)
            | Metric::Goodput(scope) => match scope {
                Scope::All => None,
                Scope::Class(id) => Some(id.as_str()),
            },
            Metric::Cost => None,
            Metric::Utilisation(id) | Metric::Hit(id) | Metric::OldestAge(id) | Metric::Drain(id) => Some(id.as_str()),
        };
        let (key, limit) = match goal.limit {
            Limit::AtMost(limit) => ("at-most", limit),
            Limit::AtLeast(limit) => ("at-least", limit),
        };
        ReportedGoal {
            metric: goal.metric.name(),
            of,
            load: goal.situation.load,
            phase: match goal.situation.phase {
                Phase::Settled => "settled",
                Phase::BeforeScaling => "before-scaling",
                Phase::ZoneLost => "zone-lost",
            },
            limit: BTreeMap::from([(key, limit)]),
            figure: judged.figure,
            met: judged.met,
        }
    }
}

impl<'s> CaseReport<'s> {
    pub fn new(scenario: &'s Scenario, session: &'s CaseSession) -> CaseReport<'s> {
        let decisions = session.decisions().into_iter().map(|decision| Decision {
            step: &decision.step.id,
            option: &decision.taken.id,
            points: decision.taken.points,
            expert: decision.expert.map(|expert| expert.id.as_str()),
        });
        CaseReport {
            format: 1,
            id: scenario.id.as_str(),
            kind: ScenarioKind::Case,
            decisions: decisions.collect(),
            flags: session.state().flags.iter().map(String::as_str).collect(),
            step: session.step().map(|step| step.id.as_str()),
            offered: session.offered().into_iter().map(|option| option.id.as_str()).collect(),
            ending: session.ending().map(|ending| ending.id.as_str()),
            points: session.points(),
            score: session.score(),
            won: session.is_won(),
        }
    }
}
