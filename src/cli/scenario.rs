//! `awstutor scenario`: the list, a plan without asking, all plans that win, or the scenario itself.
//!
//! A plan is taken action by action, with the figures after each: for scripts, and for authors. It must not judge: the
//! domain's sessions do. Nothing is saved.

use super::arguments::{Format, Global, ScenarioArguments};
use super::destination::{Wish, scenario};
use super::environment::Environment;
use super::failure::{Done, Failure};
use super::opening::Basis;
use super::scenario_report::{CaseReport, PlansReport, WhatIfReport};
use super::study;
use crate::course::Course;
use crate::domain::outline::ScenarioKind;
use crate::domain::progress::Progress;
use crate::domain::scenario::plans::{MOST_PLANS, try_all};
use crate::domain::scenario::what_if::{Obstacle, WhatIf};
use crate::domain::scenario::{Case, CaseSession, Kind, Scenario, WhatIfSession};
use crate::plain::figures::Telling;
use crate::text::number::{dollars, percent};
use crate::text::words::{Words, fill, with_aside};
use serde::Serialize;
use std::io::{self, Write};

pub fn run(
    global: &Global,
    environment: &Environment,
    arguments: &ScenarioArguments,
    output: &mut dyn Write,
) -> Result<Done, Failure> {
    let ScenarioArguments { id, list, plan, plans, format } = arguments;
    match (id, plan) {
        (None, _) if *list => say_list(global, *format, output),
        (Some(id), Some(plan)) => apply(global, id, plan, *format, output),
        (Some(id), None) if *plans => say_plans(global, id, *format, output),
        _ => study::run(global, environment, &Wish::Scenario(id.clone()), output),
    }
}

/// The JSON form of the list, which only ever grows.
#[derive(Serialize)]
struct List<'c> {
    format: u32,
    scenarios: Vec<Entry<'c>>,
}

#[derive(Serialize)]
struct Entry<'c> {
    id: &'c str,
    kind: ScenarioKind,
    title: &'c str,
    /// The best score, between 0 and 1; null before the first run is finished.
    best: Option<f64>,
}

fn say_list(global: &Global, format: Format, output: &mut dyn Write) -> Result<Done, Failure> {
    let basis = Basis::find(global);
    let (course, _) = basis.course(global)?;
    let replayed = basis.journal(&course)?.replay(basis.settings.day_start);
    let (progress, _) = replayed.map_err(|error| Failure::Disk(error.to_string()))?;
    let scenarios = entries(&course, &progress, &basis);
    match format {
        Format::Json => say_json(&List { format: 1, scenarios }, output)?,
        Format::Human => {
            let common = Words::of(basis.language);
            for Entry { id, kind, title, best } in scenarios {
                let kind = match kind {
                    ScenarioKind::WhatIf => common.what_if,
                    ScenarioKind::Case => common.case,
                };
                let best = best.map_or(basis.words().scenario_not_played.to_string(), |best| {
                    fill(basis.words().scenario_best, &[("percent", percent(best, basis.language))])
                });
                writeln!(output, "{id}: {}", with_aside(title, format!("{kind}, {best}"), basis.language))?;
            }
        }
    }
    Ok(Done::Fine)
}

fn entries<'c>(course: &'c Course, progress: &Progress, basis: &Basis) -> Vec<Entry<'c>> {
    let entry = |scenario: &'c crate::domain::outline::ScenarioOutline| Entry {
        id: scenario.id.as_str(),
        kind: scenario.kind,
        title: scenario.title.text(basis.language),
        best: progress.scenarios().best(scenario.id.as_str()).map(|best| best.score),
    };
    course.outline.scenarios.iter().map(entry).collect()
}

/// A scenario of the course that was asked for.
fn open(global: &Global, id: &str) -> Result<(Basis, Scenario), Failure> {
    let basis = Basis::find(global);
    let (course, _) = basis.course(global)?;
    let id = scenario(id, &course, &basis)?;
    let unreadable =
        || Failure::Disk(fill(Words::of(basis.language).no_such_scenario, &[("scenario", id.to_string())]));
    let scenario = course.scenario(id.as_str()).ok_or_else(unreadable)?;
    Ok((basis, scenario))
}

/// Takes a plan as far as it goes, and tells what was done even where it does not go to its end.
fn apply(global: &Global, id: &str, plan: &[String], format: Format, output: &mut dyn Write) -> Result<Done, Failure> {
    let (basis, scenario) = open(global, id)?;
    let plan: Vec<String> = plan.iter().map(|act| act.trim().to_string()).filter(|act| !act.is_empty()).collect();
    let stopped = match &scenario.kind {
        Kind::WhatIf(what_if) => {
            let (session, stopped) = take_actions(what_if, &plan, &basis);
            match format {
                _ if stopped.is_some() && session.acts().is_empty() => {}
                Format::Json => say_json(&WhatIfReport::new(&scenario, &session), output)?,
                Format::Human => say_actions(&scenario, session, &basis, output)?,
            }
            stopped
        }
        Kind::Case(case) => {
            let (session, stopped) = take_decisions(case, &plan, &basis);
            match format {
                _ if stopped.is_some() && session.acts().is_empty() => {}
                Format::Json => say_json(&CaseReport::new(&scenario, &session), output)?,
                Format::Human => say_decisions(&scenario, &session, &basis, output)?,
            }
            stopped
        }
    };
    stopped.map_or(Ok(Done::Fine), |reason| Err(Failure::Usage(reason)))
}

/// Takes actions until one cannot be taken, and says why not.
fn take_actions(what_if: &WhatIf, plan: &[String], basis: &Basis) -> (WhatIfSession, Option<String>) {
    let mut session = WhatIfSession::new(what_if.clone());
    let words = basis.words();
    for act in plan {
        if what_if.action(act).is_none() {
            let ids = what_if.actions.iter().map(|action| action.id.as_str());
            let reason = no_such_act(act, ids, basis);
            return (session, Some(reason));
        }
        if let Err(obstacle) = session.take(act) {
            let before = match session.acts() {
                [] => words.no_act_taken.to_string(),
                acts => acts.join(", "),
            };
            let reason = match obstacle {
                Obstacle::NoStepLeft => fill(words.budget_spent, &[("steps", what_if.steps.to_string())]),
                other => Telling::new(what_if, basis.language).obstacle(&other),
            };
            let details = [("act", act.clone()), ("before", before), ("reason", reason)];
            return (session, Some(fill(words.act_not_possible, &details)));
        }
    }
    (session, None)
}

/// Takes decisions until one is not offered, and says why not.
fn take_decisions(case: &Case, plan: &[String], basis: &Basis) -> (CaseSession, Option<String>) {
    let mut session = CaseSession::new(case.clone());
    for act in plan {
        if session.choose(act).is_err() {
            let reason = if session.ending().is_some() {
                fill(basis.words().story_over, &[("act", act.clone())])
            } else {
                no_such_act(act, session.offered().iter().map(|option| option.id.as_str()), basis)
            };
            return (session, Some(reason));
        }
    }
    (session, None)
}

fn no_such_act<'i>(act: &str, ids: impl Iterator<Item = &'i str>, basis: &Basis) -> String {
    let ids = ids.collect::<Vec<_>>().join(", ");
    fill(basis.words().no_such_act, &[("act", act.to_string()), ("ids", ids)])
}

fn say_plans(global: &Global, id: &str, format: Format, output: &mut dyn Write) -> Result<Done, Failure> {
    let (basis, scenario) = open(global, id)?;
    let words = basis.words();
    let Kind::WhatIf(what_if) = &scenario.kind else {
        return Err(Failure::Usage(fill(words.no_plans_of_case, &[("scenario", id.to_string())])));
    };
    let too_many = || Failure::Usage(fill(words.too_many_plans, &[("limit", MOST_PLANS.to_string())]));
    let tried = try_all(what_if).ok_or_else(too_many)?;
    let report = PlansReport::new(&scenario, what_if, &tried);
    if format == Format::Json {
        say_json(&report, output)?;
        return Ok(Done::Fine);
    }
    let details = [
        ("count", report.tried.to_string()),
        ("steps", report.steps.to_string()),
        ("winning", report.plans.len().to_string()),
    ];
    writeln!(output, "{}\n{}", scenario.title.text(basis.language), fill(words.plans_tried, &details))?;
    for plan in &report.plans {
        let actions = match plan.actions {
            [] => words.no_act_taken.to_string(),
            actions => actions.join(","),
        };
        let recommended = if plan.recommended { words.recommended_mark } else { "" };
        writeln!(
            output,
            "{}",
            fill(words.plan_cost, &[("cost", dollars(plan.cost)), ("plan", actions)]) + recommended
        )?;
    }
    writeln!(output, "{}", Telling::new(what_if, basis.language).prices())?;
    Ok(Done::Fine)
}

fn say_actions(
    scenario: &Scenario,
    mut session: WhatIfSession,
    basis: &Basis,
    output: &mut dyn Write,
) -> Result<(), Failure> {
    let what_if = session.what_if().clone();
    let telling = Telling::new(&what_if, basis.language);
    writeln!(output, "{}", scenario.title.text(basis.language))?;
    for (place, now) in session.outcomes().iter().enumerate() {
        let before = place.checked_sub(1).map(|before| &session.outcomes()[before]);
        let heading = match place.checked_sub(1) {
            Some(act) => fill(basis.words().after_act, &[("act", telling.title(&session.acts()[act]).to_string())]),
            None => basis.words().at_first.to_string(),
        };
        writeln!(output, "\n{heading}")?;
        for line in telling.goals(before, now).iter().chain(&telling.architecture(&now.design, &now.evaluation)) {
            writeln!(output, "{line}")?;
        }
    }
    let result = telling.result(session.now());
    writeln!(output, "\n{result}\n{}\n{}", telling.first_to_break(&mut session), telling.prices())?;
    Ok(())
}

fn say_decisions(
    scenario: &Scenario,
    session: &CaseSession,
    basis: &Basis,
    output: &mut dyn Write,
) -> Result<(), Failure> {
    let language = basis.language;
    writeln!(output, "{}", scenario.title.text(language))?;
    for (place, decision) in session.decisions().into_iter().enumerate() {
        writeln!(output, "\n{}. {}", place + 1, decision.taken.text.text(language))?;
        writeln!(output, "{}", decision.taken.outcome.text(language))?;
    }
    match session.ending() {
        Some(ending) => {
            let points = fill(Words::of(language).points_of_expert, &[("percent", percent(session.score(), language))]);
            writeln!(output, "\n{}: {}\n{points}", ending.title.text(language), ending.text.text(language))?;
        }
        None => {
            writeln!(output, "\n{}", Words::of(language).what_do_you_do)?;
            for option in session.offered() {
                writeln!(output, "- {}: {}", option.id, option.text.text(language))?;
            }
        }
    }
    Ok(())
}

fn say_json(report: &impl Serialize, output: &mut dyn Write) -> Result<(), Failure> {
    let json = serde_json::to_string(report).map_err(io::Error::from)?;
    writeln!(output, "{json}")?;
    Ok(())
}
