//! The table of everything that can be set in a design: its name, unit and valid range.
//!
//! Files, actions and guides read this one table. It must not know files: a value comes in as a number or a switch.
//! Paths are `workload.rate`, `app.count` (component), `picture.share` (class) and `picture.app.ms` (visit of a class).

use super::design::{Class, Component, ComponentKind, Design, Visit, Workload};
use std::ops::RangeInclusive;
use thiserror::Error;

/// What a parameter is set to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value {
    Number(f64),
    Switch(bool),
}

/// What a number counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// On or off: no number.
    Switch,
    /// A whole number of things.
    Count,
    /// A part of a whole, or a ratio of two quantities of the same kind.
    Share,
    /// A number of times, objects or an exponent: has no unit and need not be whole.
    Plain,
    RequestsPerSecond,
    Milliseconds,
    Seconds,
    Kilobytes,
    Gigabytes,
    MegabitsPerSecond,
    Usd,
}

/// A row of the table.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    pub name: &'static str,
    pub unit: Unit,
    /// The valid numbers; 0 and 1 for a switch.
    pub range: RangeInclusive<f64>,
    /// Whether a file must give it.
    pub required: bool,
}

/// A field of a design with its path and its value. None: not given, and the field does without.
#[derive(Debug, Clone, PartialEq)]
pub struct Parameter {
    pub path: String,
    pub field: Field,
    pub value: Option<Value>,
}

/// Why a parameter could not be set.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum SetError {
    #[error("nothing is called so")]
    Unknown,
    #[error("is on or off, not a number")]
    NeedsSwitch,
    #[error("is a number, not on or off")]
    NeedsNumber,
    #[error("is a whole number")]
    NeedsWhole,
    #[error("is from {} to {}", .0.start(), .0.end())]
    OutOfRange(RangeInclusive<f64>),
}

/// Where a value is kept.
pub enum Slot<'a> {
    Switch(&'a mut bool),
    Count(&'a mut u32),
    Number(&'a mut f64),
    Optional(&'a mut Option<f64>),
}

/// What has fields: a workload, a component, a class, a visit.
pub trait Fields {
    /// The table: every field and where its value is kept.
    fn entries(&mut self) -> Vec<(Field, Slot<'_>)>;

    fn set(&mut self, name: &str, value: Value) -> Result<(), SetError> {
        let entry = self.entries().into_iter().find(|(field, _)| field.name == name);
        let (field, slot) = entry.ok_or(SetError::Unknown)?;
        store(&field, slot, value)
    }
}

impl Design {
    /// Sets the parameter at `path`.
    pub fn set(&mut self, path: &str, value: Value) -> Result<(), SetError> {
        let mut names = path.split('.');
        let (owner, second, third) = (names.next(), names.next(), names.next());
        match (owner, second, third, names.next()) {
            (Some("workload"), Some(field), None, None) => self.workload.set(field, value),
            (Some(owner), Some(field), None, None) => {
                if let Some(component) = self.components.iter_mut().find(|component| component.id == owner) {
                    component.set(field, value)
                } else {
                    let class = self.classes.iter_mut().find(|class| class.id == owner);
                    class.ok_or(SetError::Unknown)?.set(field, value)
                }
            }
            (Some(class), Some(component), Some(field), None) => {
                let class = self.classes.iter_mut().find(|known| known.id == class).ok_or(SetError::Unknown)?;
                let visit = class.path.iter_mut().find(|visit| visit.component == component);
                visit.ok_or(SetError::Unknown)?.set(field, value)
            }
            _ => Err(SetError::Unknown),
        }
    }

    /// The value at `path`, if there is such a parameter and it is given.
    pub fn get(&self, path: &str) -> Option<Value> {
        self.parameters().into_iter().find(|parameter| parameter.path == path)?.value
    }

    /// Every parameter of this design.
    pub fn parameters(&self) -> Vec<Parameter> {
        // The table hands out places to write to; a copy is cheaper than a second table to read from.
        let mut design = self.clone();
        let mut found = Vec::new();
        list("workload", &mut design.workload, &mut found);
        for component in &mut design.components {
            list(&component.id.clone(), component, &mut found);
        }
        for class in &mut design.classes {
            list(&class.id.clone(), class, &mut found);
            for visit in &mut class.path {
                list(&format!("{}.{}", class.id, visit.component), visit, &mut found);
            }
        }
        found
    }
}

impl Fields for Workload {
    fn entries(&mut self) -> Vec<(Field, Slot<'_>)> {
        vec![
            required("rate", Unit::RequestsPerSecond, 0.0..=1e7, &mut self.rate),
            number("load-factor", Unit::Share, 0.0..=1.0, &mut self.load_factor),
            number("user-mbps", Unit::MegabitsPerSecond, 0.01..=1e6, &mut self.user_mbps),
            number("rtt-region-ms", Unit::Milliseconds, 0.0..=1e5, &mut self.rtt_region_ms),
            number("rtt-edge-ms", Unit::Milliseconds, 0.0..=1e5, &mut self.rtt_edge_ms),
            number("edge-region-ms", Unit::Milliseconds, 0.0..=1e5, &mut self.edge_region_ms),
            number("egress-gb", Unit::Usd, 0.0..=1e3, &mut self.egress_gb),
            number("peak-s", Unit::Seconds, 0.0..=2_592_000.0, &mut self.peak_s),
            number("base", Unit::Share, 0.0..=1.0, &mut self.base),
        ]
    }
}

impl Fields for Component {
    fn entries(&mut self) -> Vec<(Field, Slot<'_>)> {
        let mut entries = self.kind.entries();
        let prices = &mut self.prices;
        entries.extend([
            switch("on", &mut self.on),
            number("price-hour", Unit::Usd, 0.0..=1e4, &mut prices.hour),
            number("price-factor", Unit::Share, 0.0..=1.0, &mut prices.factor),
            number("price-gb", Unit::Usd, 0.0..=1e3, &mut prices.gb),
            number("price-million", Unit::Usd, 0.0..=1e4, &mut prices.million),
            number("price-gb-second", Unit::Usd, 0.0..=1.0, &mut prices.gb_second),
            number("price-month", Unit::Usd, 0.0..=1e7, &mut prices.month),
            number("availability", Unit::Share, 0.0..=1.0, &mut self.availability),
            count("zones", 0.0..=6.0, &mut self.zones),
            count("needed", 1.0..=6.0, &mut self.needed),
        ]);
        entries
    }
}

impl Fields for ComponentKind {
    fn entries(&mut self) -> Vec<(Field, Slot<'_>)> {
        const MS: RangeInclusive<f64> = 0.0..=3_600_000.0;
        const OBJECTS: RangeInclusive<f64> = 0.0..=1e12;
        const TTL: RangeInclusive<f64> = 0.0..=31_536_000.0;
        match self {
            ComponentKind::Cdn { capacity, ttl_s } => {
                vec![required("capacity", Unit::Plain, OBJECTS, capacity), optional("ttl-s", Unit::Seconds, TTL, ttl_s)]
            }
            ComponentKind::Servers { count: servers, workers, queue, scaling } => vec![
                must(count("count", 1.0..=10_000.0, servers)),
                must(count("workers", 1.0..=10_000.0, workers)),
                count("queue", 0.0..=1e6, queue),
                switch("scaling", &mut scaling.on),
                number("target", Unit::Share, 0.05..=0.95, &mut scaling.target),
                count("min", 1.0..=10_000.0, &mut scaling.min),
                count("max", 1.0..=10_000.0, &mut scaling.max),
            ],
            ComponentKind::Functions(functions) => vec![
                count("concurrency", 1.0..=1e6, &mut functions.concurrency),
                count("provisioned", 0.0..=1e6, &mut functions.provisioned),
                number("cold-ms", Unit::Milliseconds, 0.0..=600_000.0, &mut functions.cold_ms),
                number("keep-s", Unit::Seconds, 0.0..=86_400.0, &mut functions.keep_s),
                number("memory-gb", Unit::Gigabytes, 0.0..=1024.0, &mut functions.memory_gb),
            ],
            ComponentKind::Database { nodes, standbys, workers, queue } => vec![
                count("nodes", 1.0..=1_000.0, nodes),
                count("standbys", 0.0..=100.0, standbys),
                must(count("workers", 1.0..=10_000.0, workers)),
                count("queue", 0.0..=1e6, queue),
            ],
            ComponentKind::Cache { capacity, hit, ttl_s, ms, nodes } => vec![
                number("capacity", Unit::Plain, OBJECTS, capacity),
                optional("hit", Unit::Share, 0.0..=1.0, hit),
                optional("ttl-s", Unit::Seconds, TTL, ttl_s),
                number("ms", Unit::Milliseconds, MS, ms),
                count("nodes", 1.0..=1_000.0, nodes),
            ],
            ComponentKind::LoadBalancer { ms } | ComponentKind::ObjectStore { ms } | ComponentKind::Queue { ms } => {
                vec![number("ms", Unit::Milliseconds, MS, ms)]
            }
            ComponentKind::Gateway { nodes, ms } => {
                vec![count("nodes", 1.0..=1_000.0, nodes), number("ms", Unit::Milliseconds, MS, ms)]
            }
        }
    }
}

impl Fields for Class {
    fn entries(&mut self) -> Vec<(Field, Slot<'_>)> {
        vec![
            required("share", Unit::Share, 0.0..=100.0, &mut self.share),
            number("kb", Unit::Kilobytes, 0.0..=1e9, &mut self.kb),
            switch("transfer", &mut self.transfer),
            number("objects", Unit::Plain, 0.0..=1e12, &mut self.objects),
            number("zipf", Unit::Plain, 0.0..=3.0, &mut self.zipf),
        ]
    }
}

impl Fields for Visit {
    fn entries(&mut self) -> Vec<(Field, Slot<'_>)> {
        vec![
            switch("on", &mut self.on),
            number("times", Unit::Plain, 0.0..=1_000.0, &mut self.times),
            number("ms", Unit::Milliseconds, 0.0..=3_600_000.0, &mut self.ms),
            number("reads", Unit::Plain, 0.0..=1_000.0, &mut self.reads),
            number("writes", Unit::Plain, 0.0..=1_000.0, &mut self.writes),
            optional("kb", Unit::Kilobytes, 0.0..=1e9, &mut self.kb),
        ]
    }
}

type Entry<'a> = (Field, Slot<'a>);

fn number<'a>(name: &'static str, unit: Unit, range: RangeInclusive<f64>, place: &'a mut f64) -> Entry<'a> {
    (Field { name, unit, range, required: false }, Slot::Number(place))
}

fn optional<'a>(name: &'static str, unit: Unit, range: RangeInclusive<f64>, place: &'a mut Option<f64>) -> Entry<'a> {
    (Field { name, unit, range, required: false }, Slot::Optional(place))
}

fn required<'a>(name: &'static str, unit: Unit, range: RangeInclusive<f64>, place: &'a mut f64) -> Entry<'a> {
    must(number(name, unit, range, place))
}

fn count<'a>(name: &'static str, range: RangeInclusive<f64>, place: &'a mut u32) -> Entry<'a> {
    (Field { name, unit: Unit::Count, range, required: false }, Slot::Count(place))
}

fn switch<'a>(name: &'static str, place: &'a mut bool) -> Entry<'a> {
    (Field { name, unit: Unit::Switch, range: 0.0..=1.0, required: false }, Slot::Switch(place))
}

fn must(entry: Entry<'_>) -> Entry<'_> {
    (Field { required: true, ..entry.0 }, entry.1)
}

fn store(field: &Field, slot: Slot<'_>, value: Value) -> Result<(), SetError> {
    match (slot, value) {
        (Slot::Switch(place), Value::Switch(on)) => *place = on,
        (Slot::Switch(_), Value::Number(_)) => return Err(SetError::NeedsSwitch),
        (_, Value::Switch(_)) => return Err(SetError::NeedsNumber),
        // NaN is in no range.
        (_, Value::Number(number)) if !field.range.contains(&number) => {
            return Err(SetError::OutOfRange(field.range.clone()));
        }
        (Slot::Count(_), Value::Number(number)) if number.fract() != 0.0 => return Err(SetError::NeedsWhole),
        (Slot::Count(place), Value::Number(number)) => *place = number as u32,
        (Slot::Number(place), Value::Number(number)) => *place = number,
        (Slot::Optional(place), Value::Number(number)) => *place = Some(number),
    }
    Ok(())
}

fn list(owner: &str, fields: &mut dyn Fields, found: &mut Vec<Parameter>) {
    for (field, slot) in fields.entries() {
        let value = match slot {
            Slot::Switch(on) => Some(Value::Switch(*on)),
            Slot::Count(count) => Some(Value::Number(f64::from(*count))),
            Slot::Number(number) => Some(Value::Number(*number)),
            Slot::Optional(number) => number.map(Value::Number),
        };
        found.push(Parameter { path: format!("{owner}.{}", field.name), field, value });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn design() -> Design {
        let app = ComponentKind::named("servers").expect("a kind");
        let picture = Class { path: vec![Visit::new("app")], ..Class::new("picture") };
        Design { workload: Workload::default(), components: vec![Component::new("app", app)], classes: vec![picture] }
    }

    #[test]
    fn every_parameter_can_be_read_and_written_by_its_path() {
        let mut changed = design();
        for parameter in design().parameters() {
            let value = match parameter.field.unit {
                Unit::Switch => Value::Switch(true),
                _ => Value::Number(*parameter.field.range.end()),
            };
            assert_eq!(changed.set(&parameter.path, value), Ok(()), "{}", parameter.path);
            assert_eq!(changed.get(&parameter.path), Some(value), "{}", parameter.path);
        }
    }

    #[test]
    fn defaults_are_within_their_ranges() {
        for kind in ComponentKind::NAMES.map(|name| ComponentKind::named(name).expect(name)) {
            let components = vec![Component::new(kind.name(), kind)];
            for parameter in (Design { components, ..design() }).parameters() {
                if let Some(Value::Number(number)) = parameter.value {
                    assert!(parameter.field.range.contains(&number), "{} = {number}", parameter.path);
                }
            }
        }
    }

    #[test]
    fn what_does_not_fit_is_refused_and_changes_nothing() {
        let mut changed = design();
        let number = Value::Number;
        assert_eq!(changed.set("app.count", number(0.0)), Err(SetError::OutOfRange(1.0..=10_000.0)));
        assert_eq!(changed.set("app.count", number(f64::NAN)), Err(SetError::OutOfRange(1.0..=10_000.0)));
        assert_eq!(changed.set("app.count", number(1.5)), Err(SetError::NeedsWhole));
        assert_eq!(changed.set("app.count", Value::Switch(true)), Err(SetError::NeedsNumber));
        assert_eq!(changed.set("app.on", number(1.0)), Err(SetError::NeedsSwitch));
        for unknown in ["", "app", "app.ttl-s", "web.count", "picture.db.ms", "picture.app.ms.x", "workload.x"] {
            assert_eq!(changed.set(unknown, number(1.0)), Err(SetError::Unknown), "{unknown}");
        }
        assert_eq!(changed, design());
    }
}
