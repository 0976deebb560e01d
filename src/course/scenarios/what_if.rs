//! The part of a scenario's file that is a what-if: goals, actions, and the plan that is recommended.
//!
//! It must not try a plan: that is the proof's business.

use super::design;
use super::{add_unknown, known_names, read_new_id, read_text};
use crate::course::diagnostic::Report;
use crate::course::fields::{At, Fields, Scalar};
use crate::course::guess::Guess;
use crate::course::problem::{Named, Problem, ScenarioRule, Subject, ValueWanted, WhatIfRule, short};
use crate::domain::id::SectionId;
use crate::domain::scenario::what_if::{Action, Change, PriceList, To, WhatIf};
use crate::domain::simulation::design::{ComponentKind, Design};
use crate::domain::simulation::goal::{Goal, Limit, Metric, Phase, Situation};
use crate::domain::simulation::parameter::{SetError, Value};
use std::ops::Range;

/// The most steps that a learner can keep in mind, and a proof can try.
const MOST_STEPS: i64 = 8;
/// The loads that a goal may look at, as multiples of the load as given.
const LOADS: Range<f64> = 0.01..100.0;

pub fn read(fields: &mut Fields<'_>, report: &mut Report<'_>) -> Option<WhatIf> {
    let steps = read_steps(fields, report);
    let recommended = fields.placed_texts("recommended", report);
    let teaches = fields.placed_texts("teaches", report);
    let price_list = read_price_list(fields, report);
    let (design, names) = design::read(fields, report);
    let goals: Vec<Goal> =
        fields.tables("goal", report).into_iter().filter_map(|fields| read_goal(fields, &design, report)).collect();
    let mut reader = ActionReader { design: &design, ids: Vec::new(), others: Vec::new(), sets: Vec::new(), report };
    let actions: Vec<Action> =
        fields.tables("action", reader.report).into_iter().filter_map(|fields| reader.action(fields)).collect();
    let ActionReader { ids, others, sets, .. } = reader;
    known_names(others, Named::Action, &ids, report);
    for (what, count) in [("[[goal]]", goals.len()), ("[[action]]", actions.len()), ("recommended", recommended.len())]
    {
        if count == 0 {
            report.add_to_file(Problem::TooFew { what, needed: 1 });
        }
    }
    let recommended = known_names(recommended, Named::Action, &ids, report);
    let teaches = known_names(teaches, Named::Action, &ids, report);
    let what_if =
        WhatIf { steps: steps?, recommended, teaches, price_list: price_list?, design, names, goals, actions };
    check_same_parameters(&what_if, &sets, report);
    Some(what_if)
}

fn read_steps(fields: &mut Fields<'_>, report: &mut Report<'_>) -> Option<usize> {
    if !fields.has("steps") {
        report.add(Problem::MissingKey { key: "steps" }, fields.bytes());
    }
    let At { value, bytes } = fields.integer("steps", report)?;
    if !(1..=MOST_STEPS).contains(&value) {
        report.add(Problem::OutOfRange { key: "steps", range: "1–8" }, bytes);
        return None;
    }
    usize::try_from(value).ok()
}

fn read_price_list(fields: &mut Fields<'_>, report: &mut Report<'_>) -> Option<PriceList> {
    if !fields.has("prices") {
        report.add_to_file(Problem::MissingKey { key: "prices" });
    }
    let mut table = fields.table("prices", report)?;
    let region = table.required_text("region", report);
    if !table.has("date") {
        report.add(Problem::MissingKey { key: "date" }, table.bytes());
    }
    let date = table.date("date", report);
    table.finish(&[], report);
    Some(PriceList { region: region?.value, date: date? })
}

fn read_goal(mut fields: Fields<'_>, design: &Design, report: &mut Report<'_>) -> Option<Goal> {
    let metric = read_metric(&mut fields, design, report);
    let situation = read_situation(&mut fields, report);
    let limit = match (fields.number("at-most", report), fields.number("at-least", report)) {
        (Some(most), None) => Some(At { value: Limit::AtMost(most.value), bytes: most.bytes }),
        (None, Some(least)) => Some(At { value: Limit::AtLeast(least.value), bytes: least.bytes }),
        _ => {
            report.add(WhatIfRule::GoalLimit.into(), fields.bytes());
            None
        }
    };
    fields.finish(&[], report);
    let (metric, limit) = (metric?, limit?);
    if !limit.value.divides(metric.measure()) {
        let (key, value) = match limit.value {
            Limit::AtMost(most) => ("at-most", most),
            Limit::AtLeast(least) => ("at-least", least),
        };
        let rule = WhatIfRule::GoalUnit { metric: metric.name(), measure: metric.measure(), key, value: short(value) };
        report.add(rule.into(), limit.bytes);
    }
    Some(Goal { metric, situation: situation?, limit: limit.value })
}

fn read_metric(fields: &mut Fields<'_>, design: &Design, report: &mut Report<'_>) -> Option<Metric> {
    let name = fields.required_text("metric", report);
    let class = fields.text("class", report);
    let component = fields.text("component", report);
    let name = name?;
    let subject = match name.value.as_str() {
        "cost" => Subject::Nothing,
        "utilisation" | "hit" | "oldest-age" | "drain" => Subject::Component,
        known if Metric::NAMES.contains(&known) => Subject::Class,
        _ => {
            let known: Vec<String> = Metric::NAMES.map(str::to_string).to_vec();
            add_unknown(Named::Metric, name, &known, report);
            return None;
        }
    };
    let classes = || design.classes.iter().map(|class| class.id.clone()).collect::<Vec<_>>();
    let components = || design.components.iter().map(|component| component.id.clone()).collect::<Vec<_>>();
    let of = match (subject, class, component) {
        (Subject::Nothing | Subject::Class, None, None) => None,
        (Subject::Class, Some(class), None) => Some(known_names(vec![class], Named::Class, &classes(), report).pop()?),
        (Subject::Component, None, Some(component)) => {
            let bytes = component.bytes.clone();
            let id = known_names(vec![component], Named::Component, &components(), report).pop()?;
            let metric = Metric::named(&name.value, Some(&id))?;
            check_kind(&metric, &id, bytes, design, report);
            return Some(metric);
        }
        _ => {
            report.add(WhatIfRule::GoalSubject { metric: name.value, subject }.into(), name.bytes);
            return None;
        }
    };
    Metric::named(&name.value, of.as_deref())
}

/// Whether the component of a goal has such a figure at all.
fn check_kind(metric: &Metric, id: &str, bytes: Range<usize>, design: &Design, report: &mut Report<'_>) {
    let Some(component) = design.component(id).filter(|component| !metric.is_of(&component.kind)) else {
        return;
    };
    let fits = |name: &&&str| ComponentKind::named(name).is_some_and(|kind| metric.is_of(&kind));
    let fitting = design.components.iter().filter(|component| metric.is_of(&component.kind));
    let rule = WhatIfRule::GoalComponent {
        metric: metric.name(),
        kinds: ComponentKind::NAMES.iter().filter(fits).map(ToString::to_string).collect(),
        component: id.to_string(),
        kind: component.kind.name(),
        fitting: fitting.map(|component| component.id.clone()).collect(),
    };
    report.add(rule.into(), bytes);
}

fn read_situation(fields: &mut Fields<'_>, report: &mut Report<'_>) -> Option<Situation> {
    const PHASES: [(&str, Phase); 3] =
        [("settled", Phase::Settled), ("before-scaling", Phase::BeforeScaling), ("zone-lost", Phase::ZoneLost)];
    let load = match fields.number("load", report) {
        Some(At { value, bytes }) if !LOADS.contains(&value) => {
            report.add(Problem::OutOfRange { key: "load", range: "0.01–100" }, bytes);
            return None;
        }
        load => load.map_or(1.0, |load| load.value),
    };
    let Some(name) = fields.text("phase", report) else {
        return Some(Situation { load, phase: Phase::Settled });
    };
    match PHASES.into_iter().find(|(known, _)| *known == name.value) {
        Some((_, phase)) => Some(Situation { load, phase }),
        None => {
            let known: Vec<String> = PHASES.iter().map(|(known, _)| known.to_string()).collect();
            add_unknown(Named::Phase, name, &known, report);
            None
        }
    }
}

struct ActionReader<'r, 't> {
    design: &'r Design,
    ids: Vec<String>,
    /// Actions that are named by others.
    others: Vec<At<String>>,
    /// Where each action sets which parameter.
    sets: Vec<(String, At<String>)>,
    report: &'r mut Report<'t>,
}

impl ActionReader<'_, '_> {
    fn action(&mut self, mut fields: Fields<'_>) -> Option<Action> {
        let id = read_new_id(&mut fields, &mut self.ids, self.report);
        let title = read_text(&mut fields, "title", self.report);
        let effect = read_text(&mut fields, "effect", self.report);
        let service = fields.text("service", self.report).map(|service| service.value);
        let section = fields.text("section", self.report).map(|section| SectionId::new(section.value));
        let requires = self.others(&mut fields, "requires");
        let excludes = self.others(&mut fields, "excludes");
        let set = fields.scalars("set", self.report);
        if set.is_empty() {
            self.report.add(Problem::TooFew { what: "set", needed: 1 }, fields.bytes());
        }
        let mut changes = Vec::new();
        for (path, to) in set {
            let change = self.change(&path, to);
            changes.extend(change);
            self.sets.extend(id.clone().map(|id| (id, path)));
        }
        fields.finish(&[], self.report);
        Some(Action { id: id?, title: title?, effect: effect?, service, section, requires, excludes, changes })
    }

    fn others(&mut self, fields: &mut Fields<'_>, key: &'static str) -> Vec<String> {
        let named = fields.placed_texts(key, self.report);
        self.others.extend(named.iter().cloned());
        named.into_iter().map(|id| id.value).collect()
    }

    fn change(&mut self, path: &At<String>, to: At<Scalar>) -> Option<Change> {
        let bad = |wanted| WhatIfRule::BadValue { path: path.value.clone(), wanted, plan: Vec::new() };
        let to_value = match to.value {
            Scalar::Number(number) => To::Value(Value::Number(number)),
            Scalar::Switch(on) => To::Value(Value::Switch(on)),
            Scalar::Text(text) => match text.strip_prefix('x').and_then(|factor| factor.trim().parse::<f64>().ok()) {
                Some(factor) if factor.is_finite() && factor > 0.0 => To::Times(factor),
                _ => {
                    self.report.add(bad(ValueWanted::Change).into(), to.bytes);
                    return None;
                }
            },
        };
        let error = match to_value {
            To::Value(value) => self.design.clone().set(&path.value, value).err(),
            To::Times(_) => match self.design.parameters().into_iter().find(|known| known.path == path.value) {
                None => Some(SetError::Unknown),
                // What it comes to depends on the plan.
                Some(parameter) => match parameter.value {
                    Some(Value::Switch(_)) => Some(SetError::NeedsSwitch),
                    Some(Value::Number(_)) => None,
                    None => {
                        self.report.add(bad(ValueWanted::Given).into(), to.bytes);
                        return None;
                    }
                },
            },
        };
        match error {
            None => return Some(Change { path: path.value.clone(), to: to_value }),
            Some(SetError::Unknown) => {
                let (id, guess) = (path.value.clone(), guess_parameter(self.design, &path.value));
                let rule = ScenarioRule::Unknown { what: Named::Parameter, id, guess };
                self.report.add(rule.into(), path.bytes.clone());
            }
            Some(error) => self.report.add(bad(design::wanted(&error)).into(), to.bytes),
        }
        None
    }
}

/// A parameter that is near; else those of the part that was named, or the parts there are.
fn guess_parameter(design: &Design, path: &str) -> Guess {
    let known: Vec<String> = design.parameters().into_iter().map(|parameter| parameter.path).collect();
    let owner = |path: &str| path.rsplit_once('.').map(|(owner, _)| owner.to_string());
    let siblings: Vec<&String> = known.iter().filter(|known| owner(known) == owner(path)).collect();
    match Guess::nearest(path, &known) {
        Guess::Among { .. } if siblings.is_empty() => {
            Guess::among(path, known.iter().filter_map(|known| Some(format!("{}.…", owner(known)?))))
        }
        Guess::Among { .. } => Guess::among(path, siblings),
        nearest => nearest,
    }
}

/// Two actions that set the same parameter must exclude each other, or both multiply it: then no order matters.
fn check_same_parameters(what_if: &WhatIf, sets: &[(String, At<String>)], report: &mut Report<'_>) {
    let multiplies = |id: &str, path: &str| {
        what_if.action(id).is_some_and(|action| {
            action.changes.iter().any(|change| change.path == path && matches!(change.to, To::Times(_)))
        })
    };
    for (place, (one, path)) in sets.iter().enumerate() {
        for (other, _) in sets[..place].iter().filter(|(_, known)| known.value == path.value) {
            let both_multiply = multiplies(one, &path.value) && multiplies(other, &path.value);
            if !both_multiply && !what_if.exclude_each_other(one, other) {
                let rule = WhatIfRule::SameParameter { path: path.value.clone(), other: other.clone() };
                report.add(rule.into(), path.bytes.clone());
            }
        }
    }
}
