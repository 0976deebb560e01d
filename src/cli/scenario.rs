//! `awstutor scenario`: the list, a plan without asking, or the scenario itself.
//!
//! A plan is taken action by action, with the figures after each: for scripts, and for authors. It must not judge: the
//! domain's sessions do. Nothing is saved.

use super::arguments::{Format, Global, ScenarioArguments};
use super::destination::{Wish, scenario};
use super::environment::Environment;
use super::failure::{Done, Failure};
use super::opening::Basis;
use super::scenario_report::{CaseReport, WhatIfReport};
use super::study;
use crate::course::Course;
use crate::domain::outline::ScenarioKind;
use crate::domain::progress::Progress;
use crate::domain::scenario::what_if::WhatIf;
use crate::domain::scenario::{Case, CaseSession, Kind, Scenario, WhatIfSession};
use crate::plain::figures::Telling;
use crate::text::number::percent;
use crate::text::words::{Words, fill, with_aside};
use serde::Serialize;
use std::io::{self, Write};

pub fn run(
    global: &Global,
    environment: &Environment,
    arguments: &ScenarioArguments,
    output: &mut dyn Write,
) -> Result<Done, Failure> {
    let ScenarioArguments { id, list, plan, format } = arguments;
    match (id, plan) {
        (None, _) if *list => say_list(global, *format, output),
        (Some(id), Some(plan)) => apply(global, id, plan, *format, output),
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

fn apply(global: &Global, id: &str, plan: &[String], format: Format, output: &mut dyn Write) -> Result<Done, Failure> {
    let basis = Basis::find(global);
    let (course, _) = basis.course(global)?;
    let id = scenario(id, &course, basis.words())?;
    let unreadable =
        || Failure::Disk(fill(Words::of(basis.language).no_such_scenario, &[("scenario", id.to_string())]));
    let scenario = course.scenario(id.as_str()).ok_or_else(unreadable)?;
    let plan: Vec<String> = plan.iter().map(|act| act.trim().to_string()).filter(|act| !act.is_empty()).collect();
    match &scenario.kind {
        Kind::WhatIf(what_if) => {
            let session = take_actions(what_if, &plan, &basis)?;
            match format {
                Format::Json => say_json(&WhatIfReport::new(&scenario, &session), output)?,
                Format::Human => say_actions(&scenario, session, &basis, output)?,
            }
        }
        Kind::Case(case) => {
            let session = take_decisions(case, &plan, &basis)?;
            match format {
                Format::Json => say_json(&CaseReport::new(&scenario, &session), output)?,
                Format::Human => say_decisions(&scenario, &session, &basis, output)?,
            }
        }
    }
    Ok(Done::Fine)
}

fn take_actions(what_if: &WhatIf, plan: &[String], basis: &Basis) -> Result<WhatIfSession, Failure> {
    let mut session = WhatIfSession::new(what_if.clone());
    for act in plan {
        if what_if.action(act).is_none() {
            let ids = what_if.actions.iter().map(|action| action.id.as_str());
            return Err(no_such_act(act, ids, basis));
        }
        if let Err(obstacle) = session.take(act) {
            let before = match session.acts() {
                [] => basis.words().no_act_taken.to_string(),
                acts => acts.join(", "),
            };
            let reason = Telling::new(what_if, basis.language).obstacle(&obstacle);
            let details = [("act", act.clone()), ("before", before), ("reason", reason)];
            return Err(Failure::Usage(fill(basis.words().act_not_possible, &details)));
        }
    }
    Ok(session)
}

fn take_decisions(case: &Case, plan: &[String], basis: &Basis) -> Result<CaseSession, Failure> {
    let mut session = CaseSession::new(case.clone());
    for act in plan {
        if session.choose(act).is_err() {
            let offered = session.offered();
            return Err(no_such_act(act, offered.iter().map(|option| option.id.as_str()), basis));
        }
    }
    Ok(session)
}

fn no_such_act<'i>(act: &str, ids: impl Iterator<Item = &'i str>, basis: &Basis) -> Failure {
    let ids = ids.collect::<Vec<_>>().join(", ");
    Failure::Usage(fill(basis.words().no_such_act, &[("act", act.to_string()), ("ids", ids)]))
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
