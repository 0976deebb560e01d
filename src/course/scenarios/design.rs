//! The part of a what-if's file that is the design: workload, components, classes and their paths.
//!
//! Which numbers there are, and in what range, is the load model's table. It must not judge how parts fit together: that
//! is proved for every plan.

use super::{add_unknown, read_new_id, read_text};
use crate::course::diagnostic::Report;
use crate::course::fields::{At, Fields};
use crate::course::lost::Lost;
use crate::course::problem::{Named, Problem, ValueWanted, WhatIfRule};
use crate::domain::question::Text;
use crate::domain::simulation::design::{Class, Component, ComponentKind, Design, Visit, Workload};
use crate::domain::simulation::parameter::{Fields as Parameters, SetError, Unit, Value};
use std::collections::BTreeMap;

/// The id that paths of parameters use for the workload.
const WORKLOAD: &str = "workload";

/// Reads the design, and what its parts are called.
pub fn read(fields: &mut Fields<'_>, report: &mut Report<'_>) -> (Design, BTreeMap<String, Text>) {
    let mut reader = Reader { ids: vec![WORKLOAD.to_string()], names: BTreeMap::new(), components: Vec::new(), report };
    let workload = reader.workload(fields);
    let components = fields.tables("component", reader.report);
    let components: Vec<Component> = components.into_iter().filter_map(|fields| reader.component(fields)).collect();
    reader.components = components.iter().map(|component| component.id.clone()).collect();
    let classes = fields.tables("class", reader.report);
    let classes: Vec<Class> = classes.into_iter().filter_map(|fields| reader.class(fields)).collect();
    let names = reader.names;
    for (what, count) in [("[[component]]", components.len()), ("[[class]]", classes.len())] {
        if count == 0 {
            report.add_to_file(Problem::TooFew { what, needed: 1 });
        }
    }
    (Design { workload, components, classes }, names)
}

/// What a parameter would have taken.
pub fn wanted(error: &SetError) -> ValueWanted {
    match error {
        SetError::Unknown => ValueWanted::Given,
        SetError::NeedsSwitch => ValueWanted::Switch,
        SetError::NeedsNumber => ValueWanted::Number,
        SetError::NeedsWhole => ValueWanted::Whole,
        SetError::OutOfRange(range) => {
            ValueWanted::Within { least: range.start().to_string(), most: range.end().to_string() }
        }
    }
}

struct Reader<'r, 't> {
    /// Ids of components and classes: a path of a parameter must mean one thing.
    ids: Vec<String>,
    names: BTreeMap<String, Text>,
    components: Vec<String>,
    report: &'r mut Report<'t>,
}

impl Reader<'_, '_> {
    fn workload(&mut self, fields: &mut Fields<'_>) -> Workload {
        let mut workload = Workload::default();
        match fields.table(WORKLOAD, self.report) {
            Some(mut table) => {
                self.parameters(&mut workload, &mut table);
                table.finish(&[], self.report);
            }
            None if fields.has(WORKLOAD) => {}
            None => self.report.add_to_file(Problem::MissingKey { key: WORKLOAD }),
        }
        workload
    }

    fn component(&mut self, fields: Fields<'_>) -> Option<Component> {
        let mark = self.report.mark();
        let component = self.read_component(fields);
        if component.is_none() {
            self.report.lose_since(mark, Lost::Part);
        }
        component
    }

    fn read_component(&mut self, mut fields: Fields<'_>) -> Option<Component> {
        let id = self.named(&mut fields);
        let kind = fields.required_text("kind", self.report)?;
        let Some(named) = ComponentKind::named(&kind.value) else {
            let known: Vec<String> = ComponentKind::NAMES.map(str::to_string).to_vec();
            add_unknown(Named::ComponentKind, kind, &known, self.report);
            return None;
        };
        let mut component = Component::new(id.clone().unwrap_or_default(), named);
        self.parameters(&mut component, &mut fields);
        fields.finish(&[], self.report);
        id.map(|_| component)
    }

    fn class(&mut self, mut fields: Fields<'_>) -> Option<Class> {
        let id = self.named(&mut fields);
        let mut class = Class::new(id.clone().unwrap_or_default());
        self.parameters(&mut class, &mut fields);
        let visits = fields.tables("visit", self.report);
        class.path = visits.into_iter().filter_map(|fields| self.visit(fields)).collect();
        if !fields.has("visit") {
            self.report.add(Problem::TooFew { what: "visit", needed: 1 }, fields.bytes());
        }
        fields.finish(&[], self.report);
        id.map(|_| class)
    }

    fn visit(&mut self, mut fields: Fields<'_>) -> Option<Visit> {
        let component = fields.required_text("component", self.report);
        let component = component.and_then(|component| self.known(component));
        let mut visit = Visit::new(component.clone().unwrap_or_default());
        self.parameters(&mut visit, &mut fields);
        let cache = fields.text("cache", self.report);
        let replica = fields.text("replica", self.report);
        visit.cache = cache.and_then(|cache| self.known(cache));
        visit.replica = replica.and_then(|replica| self.known(replica));
        fields.finish(&[], self.report);
        component.map(|_| visit)
    }

    /// The id and the name of a part.
    fn named(&mut self, fields: &mut Fields<'_>) -> Option<String> {
        let id = read_new_id(fields, &mut self.ids, self.report);
        let name = read_text(fields, "name", self.report);
        if let (Some(id), Some(name)) = (&id, name) {
            self.names.insert(id.clone(), name);
        }
        id
    }

    fn known(&mut self, component: At<String>) -> Option<String> {
        if self.components.contains(&component.value) {
            return Some(component.value);
        }
        add_unknown(Named::Component, component, &self.components, self.report);
        None
    }

    /// Every number and switch of a part.
    fn parameters(&mut self, part: &mut dyn Parameters, fields: &mut Fields<'_>) {
        let known: Vec<_> = part.entries().into_iter().map(|(field, _)| field).collect();
        for field in known {
            if !fields.has(field.name) {
                if field.required {
                    self.report.add(Problem::MissingKey { key: field.name }, fields.bytes());
                }
                // Asked for all the same, so that a slip is guessed.
                let _ = fields.text(field.name, self.report);
                continue;
            }
            let (value, bytes) = if field.unit == Unit::Switch {
                let Some(on) = fields.boolean(field.name, self.report) else { continue };
                (Value::Switch(on), fields.bytes())
            } else {
                let Some(number) = fields.number(field.name, self.report) else { continue };
                (Value::Number(number.value), number.bytes)
            };
            if let Err(error) = part.set(field.name, value) {
                let rule =
                    WhatIfRule::BadValue { path: field.name.to_string(), wanted: wanted(&error), plan: Vec::new() };
                self.report.add(rule.into(), bytes);
            }
        }
    }
}
