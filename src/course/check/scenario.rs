//! Rules about a scenario: what it refers to is there, its texts are in their languages, its facts are dated, and the
//! proof of the domain finds nothing.
//!
//! Whether it holds together at all is decided where it is read.

use super::place::{Step, texts_below};
use super::scenario_file::{ScenarioFile, unknown_section};
use super::{Ground, age, language, what_if};
use crate::course::diagnostic::{Diagnostic, Report};
use crate::course::guess::Guess;
use crate::course::library::clean_file;
use crate::course::markdown::{self, Block};
use crate::course::problem::{Named, Never, Problem, ScenarioRule};
use crate::course::scenarios;
use crate::course::syntax::Readable;
use crate::domain::id::ScenarioId;
use crate::domain::scenario::Kind;
use crate::domain::scenario::case::Case;
use crate::domain::scenario::case_proof::{self, CaseFlaw, MOST_DECISIONS, MOST_STATES};

/// Keys that hold texts for readers.
const TEXTS: [&str; 9] = ["title", "summary", "brief", "debrief", "text", "outcome", "why", "name", "effect"];

/// Checks a scenario that can be played.
pub fn check(ground: &Ground<'_>, id: &ScenarioId) -> Vec<Diagnostic> {
    let path = scenarios::path(id.as_str());
    let Ok(text) = ground.course.source().read(&path) else {
        return Vec::new();
    };
    let text = clean_file(&text);
    let (Some(scenario), _) = scenarios::parse(id, &text) else {
        return Vec::new();
    };
    let mut report = Report::new(&path, &text);
    let readable = Readable::of(&text);
    let table = readable.table();
    let file = ScenarioFile { table: table.get_ref(), scenario: &scenario };
    check_references(ground, &file, &mut report);
    check_sources(ground, &file, &mut report);
    check_texts(ground, &file, &mut report);
    match &scenario.kind {
        Kind::WhatIf(found) => what_if::check(ground, &file, found, &mut report),
        Kind::Case(case) => {
            for flaw in case_proof::prove(case) {
                let place = file.place(&case_place(case, &flaw));
                report.add(case_problem(flaw), place);
            }
        }
    }
    report.diagnostics
}

fn check_references(ground: &Ground<'_>, file: &ScenarioFile<'_>, report: &mut Report<'_>) {
    let outline = &ground.course.outline;
    for (place, section) in file.scenario.sections.iter().enumerate() {
        if outline.section(section).is_none() {
            let bytes = file.place(&[Step::Key("sections"), Step::Nth(place)]);
            report.add(unknown_section(section, outline), bytes);
        }
    }
    for (place, question) in file.scenario.questions.iter().enumerate() {
        if outline.chapter_of_question(question.as_str()).is_none() {
            let bytes = file.place(&[Step::Key("questions"), Step::Nth(place)]);
            let guess = Guess::question(question.as_str(), outline);
            report.add(ScenarioRule::Unknown { what: Named::Question, id: question.to_string(), guess }.into(), bytes);
        }
    }
}

fn check_sources(ground: &Ground<'_>, file: &ScenarioFile<'_>, report: &mut Report<'_>) {
    if file.scenario.sources.iter().all(|source| source.trim().is_empty()) {
        report.add(ScenarioRule::MissingSource.into(), file.place(&[Step::Key("sources")]));
    } else if let Some(rule) = age::judge(ground, file.scenario.verified) {
        report.add(rule.into(), file.place(&[Step::Key("verified")]));
    }
}

fn check_texts(ground: &Ground<'_>, file: &ScenarioFile<'_>, report: &mut Report<'_>) {
    for text in texts_below(file.table, &TEXTS) {
        language::check_text(&text, &ground.course.outline.languages, report);
        let document = markdown::parse(text.text, 0);
        let foreign = document
            .nodes
            .iter()
            .find(|node| matches!(node.block, Block::Heading(_) | Block::Diagram(_) | Block::Question(_)));
        if let Some(node) = foreign {
            report.add(ScenarioRule::Heading.into(), text.part(report.text(), node.bytes.clone()));
        }
    }
}

fn case_problem(flaw: CaseFlaw) -> Problem {
    let unreached = |what, id| ScenarioRule::Unreached { what, id };
    let rule = match flaw {
        CaseFlaw::UnreachedStep { step } => unreached(Named::Step, step),
        CaseFlaw::UnreachedNote { step, note } => unreached(Named::Note, format!("{step} {}", note + 1)),
        CaseFlaw::UnreachedOption { option } => unreached(Named::Option, option),
        CaseFlaw::UnreachedEnding { ending } => unreached(Named::Ending, ending),
        CaseFlaw::NothingOffered { step, path } => ScenarioRule::NothingOffered { step, path },
        CaseFlaw::NoWay { option, path } => ScenarioRule::NoWay { option, path },
        CaseFlaw::Circle { step, path } => ScenarioRule::Circle { step, path },
        CaseFlaw::ExpertNotOffered { option } => ScenarioRule::ExpertNotOffered { option },
        CaseFlaw::ExpertUnfinished => ScenarioRule::ExpertUnfinished,
        CaseFlaw::ExpertLoses { ending } => ScenarioRule::ExpertLoses { ending },
        CaseFlaw::ExpertWithoutPoints => ScenarioRule::ExpertWithoutPoints,
        CaseFlaw::BetterPath { path, points, expert } => ScenarioRule::BetterPath { path, points, expert },
        CaseFlaw::NoLostEnding => ScenarioRule::NoLostEnding,
        CaseFlaw::FlagNeverSet { flag } => ScenarioRule::UnusedFlag { flag, never: Never::Set },
        CaseFlaw::FlagNeverAsked { flag } => ScenarioRule::UnusedFlag { flag, never: Never::Asked },
        CaseFlaw::TooLarge => ScenarioRule::TooLarge { decisions: MOST_DECISIONS, states: MOST_STATES },
    };
    rule.into()
}

/// Where a flaw of a case stands in its file.
fn case_place(case: &Case, flaw: &CaseFlaw) -> Vec<Step> {
    let step = |id: &str| {
        let place = case.steps.iter().position(|step| step.id == id).unwrap_or_default();
        vec![Step::Key("step"), Step::Nth(place)]
    };
    let option = |id: &str| {
        let found = case
            .steps
            .iter()
            .enumerate()
            .find_map(|(place, step)| Some((place, step.options.iter().position(|option| option.id == id)?)));
        let (place, option) = found.unwrap_or_default();
        vec![Step::Key("step"), Step::Nth(place), Step::Key("option"), Step::Nth(option)]
    };
    match flaw {
        CaseFlaw::UnreachedStep { step: id }
        | CaseFlaw::NothingOffered { step: id, .. }
        | CaseFlaw::Circle { step: id, .. } => step(id),
        CaseFlaw::UnreachedNote { step: id, note } => [step(id), vec![Step::Key("note"), Step::Nth(*note)]].concat(),
        CaseFlaw::UnreachedOption { option: id } => option(id),
        CaseFlaw::NoWay { option: id, .. } => [option(id), vec![Step::Key("next")]].concat(),
        CaseFlaw::UnreachedEnding { ending } => {
            let place = case.endings.iter().position(|known| known.id == *ending).unwrap_or_default();
            vec![Step::Key("ending"), Step::Nth(place)]
        }
        CaseFlaw::ExpertNotOffered { option } => {
            let place = case.expert.iter().position(|id| id == option).unwrap_or_default();
            vec![Step::Key("expert"), Step::Nth(place)]
        }
        CaseFlaw::ExpertUnfinished
        | CaseFlaw::ExpertLoses { .. }
        | CaseFlaw::ExpertWithoutPoints
        | CaseFlaw::BetterPath { .. } => vec![Step::Key("expert")],
        CaseFlaw::NoLostEnding => vec![Step::Key("ending")],
        CaseFlaw::FlagNeverSet { flag } | CaseFlaw::FlagNeverAsked { flag } => {
            let place = case.flags.iter().position(|known| known == flag).unwrap_or_default();
            vec![Step::Key("flags"), Step::Nth(place)]
        }
        CaseFlaw::TooLarge => vec![Step::Key("start")],
    }
}
