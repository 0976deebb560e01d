//! `quizzes/scenarios/<scenario>.toml`: from TOML to a checked scenario.
//!
//! A scenario with an error is left out, with every reason. It must not look at other files and must not evaluate
//! anything: sections, questions and what a plan comes to are the check's business.

mod case;
mod design;
mod what_if;

pub use design::wanted;

use super::diagnostic::{Diagnostic, Report, Severity};
use super::fields::{At, Fields, one_slip_apart, parse_table};
use super::manifest::check_format;
use super::problem::{Named, Problem, Rule, ScenarioRule};
use super::questions::check_translated;
use crate::domain::id::{QuestionId, ScenarioId, SectionId, is_slug};
use crate::domain::outline::{ScenarioKind, ScenarioOutline};
use crate::domain::question::Text;
use crate::domain::scenario::{Kind, Scenario};

/// The file of a scenario.
pub fn path(id: &str) -> String {
    format!("quizzes/scenarios/{id}.toml")
}

/// Reads a scenario; `None` if it cannot be played.
pub fn parse(id: &ScenarioId, text: &str) -> (Option<Scenario>, Vec<Diagnostic>) {
    let path = path(id.as_str());
    let mut report = Report::new(&path, text);
    let table = parse_table(text, &mut report);
    let mut fields = Fields::new(table.get_ref(), 0..0);
    check_format(&mut fields, &mut report);
    let scenario = read_scenario(id, &mut fields, &mut report);
    fields.finish(&[], &mut report);
    let is_sound = report.diagnostics.iter().all(|found| found.severity() != Severity::Error);
    (scenario.filter(|_| is_sound), report.diagnostics)
}

impl Scenario {
    pub fn outline(&self) -> ScenarioOutline {
        ScenarioOutline {
            id: self.id.clone(),
            kind: match self.kind {
                Kind::WhatIf(_) => ScenarioKind::WhatIf,
                Kind::Case(_) => ScenarioKind::Case,
            },
            title: self.title.clone(),
            summary: self.summary.clone(),
            minutes: self.minutes,
        }
    }
}

fn read_scenario(id: &ScenarioId, fields: &mut Fields<'_>, report: &mut Report<'_>) -> Option<Scenario> {
    let kind = fields.required_text("kind", report);
    let title = read_text(fields, "title", report);
    let summary = read_text(fields, "summary", report);
    let minutes = read_minutes(fields, report);
    let brief = read_text(fields, "brief", report);
    let debrief = read_text(fields, "debrief", report);
    let sections = fields.texts("sections", report).into_iter().map(SectionId::new).collect();
    let questions = fields.texts("questions", report).into_iter().map(QuestionId::new).collect();
    let sources = fields.texts("sources", report);
    let verified = fields.date("verified", report);
    let kind = read_kind(kind?, fields, report);
    Some(Scenario {
        id: id.clone(),
        title: title?,
        summary: summary?,
        minutes: minutes?,
        brief: brief?,
        sections,
        questions,
        sources,
        verified,
        debrief: debrief?,
        kind: kind?,
    })
}

fn read_kind(kind: At<String>, fields: &mut Fields<'_>, report: &mut Report<'_>) -> Option<Kind> {
    match kind.value.as_str() {
        "what-if" => what_if::read(fields, report).map(|what_if| Kind::WhatIf(Box::new(what_if))),
        "case" => case::read(fields, report).map(Kind::Case),
        _ => {
            add_unknown(Named::Kind, kind, &[], report);
            None
        }
    }
}

fn read_minutes(fields: &mut Fields<'_>, report: &mut Report<'_>) -> Option<u32> {
    const KEY: &str = "minutes";
    if !fields.has(KEY) {
        report.add(Problem::MissingKey { key: KEY }, fields.bytes());
    }
    let At { value, bytes } = fields.integer(KEY, report)?;
    let minutes = u32::try_from(value).ok().filter(|minutes| *minutes > 0);
    if minutes.is_none() {
        report.add(Problem::OutOfRange { key: KEY, range: "1, 2, 3 …" }, bytes);
    }
    minutes
}

/// A text for readers, which must be there.
fn read_text(fields: &mut Fields<'_>, key: &'static str, report: &mut Report<'_>) -> Option<Text> {
    let text = fields.required_localized(key, report)?;
    check_translated(key, &text, &fields.bytes(), report);
    Some(text)
}

/// An id that must be there and that nothing else has.
fn read_new_id(fields: &mut Fields<'_>, taken: &mut Vec<String>, report: &mut Report<'_>) -> Option<String> {
    let At { value: id, bytes } = fields.required_text("id", report)?;
    if !is_slug(&id) {
        report.add(Problem::BadId { id }, bytes);
        return None;
    }
    if taken.contains(&id) {
        report.add(Rule::IdTwice { id }.into(), bytes);
        return None;
    }
    taken.push(id.clone());
    Some(id)
}

/// Names that must be among those there are; the others are noted.
fn known_names(names: Vec<At<String>>, what: Named, known: &[String], report: &mut Report<'_>) -> Vec<String> {
    let mut found = Vec::new();
    for name in names {
        if known.contains(&name.value) {
            found.push(name.value);
        } else {
            add_unknown(what, name, known, report);
        }
    }
    found
}

fn add_unknown(what: Named, name: At<String>, known: &[String], report: &mut Report<'_>) {
    let nearest = known.iter().find(|known| one_slip_apart(known, &name.value)).cloned();
    report.add(ScenarioRule::Unknown { what, id: name.value, nearest }.into(), name.bytes);
}
