//! A what-if: an architecture under a load, goals, and actions that change it within a budget of steps.
//!
//! An action sets parameters of the design and nothing else: no formula, no code. It must not remember a run: a session
//! does.

use crate::domain::id::SectionId;
use crate::domain::question::Text;
use crate::domain::simulation::design::Design;
use crate::domain::simulation::goal::Goal;
use crate::domain::simulation::parameter::{SetError, Value};
use jiff::civil::Date;
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq)]
pub struct WhatIf {
    /// How many actions may be taken.
    pub steps: usize,
    /// Actions in a good order: they meet every goal.
    pub recommended: Vec<String>,
    /// Actions without which nobody meets every goal.
    pub teaches: Vec<String>,
    pub price_list: PriceList,
    /// What there is before anything is done.
    pub design: Design,
    /// What components and classes are called.
    pub names: BTreeMap<String, Text>,
    pub goals: Vec<Goal>,
    pub actions: Vec<Action>,
}

/// What prices are from: shown beside every amount.
#[derive(Debug, Clone, PartialEq)]
pub struct PriceList {
    pub region: String,
    pub date: Date,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Action {
    pub id: String,
    pub title: Text,
    /// What it did and why, told after it was taken: Markdown.
    pub effect: Text,
    pub service: Option<String>,
    /// Where it is taught.
    pub section: Option<SectionId>,
    /// Actions that must have been taken before.
    pub requires: Vec<String>,
    /// Actions that it cannot be combined with.
    pub excludes: Vec<String>,
    pub changes: Vec<Change>,
}

/// A parameter and what an action makes of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// As in `app.workers`.
    pub path: String,
    pub to: To,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum To {
    Value(Value),
    /// So many times what it was.
    Times(f64),
}

/// Why an action cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Obstacle {
    Unknown,
    Taken,
    NoStepLeft,
    /// These must be taken before.
    Requires(Vec<String>),
    /// These were taken, and cannot be combined with it.
    Excluded(Vec<String>),
}

/// A parameter that an action cannot set so.
#[derive(Debug, Clone, PartialEq)]
pub struct Unfit {
    pub action: String,
    pub path: String,
    pub error: SetError,
}

impl WhatIf {
    pub fn action(&self, id: &str) -> Option<&Action> {
        self.actions.iter().find(|action| action.id == id)
    }

    /// Why an action cannot be taken after those; `None` if it can.
    pub fn obstacle(&self, taken: &[String], id: &str) -> Option<Obstacle> {
        let Some(action) = self.action(id) else {
            return Some(Obstacle::Unknown);
        };
        if taken.iter().any(|act| act == id) {
            return Some(Obstacle::Taken);
        }
        let missing: Vec<String> = action.requires.iter().filter(|needed| !taken.contains(needed)).cloned().collect();
        let in_the_way: Vec<String> = taken.iter().filter(|act| self.exclude_each_other(act, id)).cloned().collect();
        if !in_the_way.is_empty() {
            Some(Obstacle::Excluded(in_the_way))
        } else if taken.len() >= self.steps {
            Some(Obstacle::NoStepLeft)
        } else if !missing.is_empty() {
            Some(Obstacle::Requires(missing))
        } else {
            None
        }
    }

    /// One that excludes the other is excluded by it.
    pub fn exclude_each_other(&self, one: &str, other: &str) -> bool {
        let excludes = |one: &str, other: &str| {
            self.action(one).is_some_and(|action| action.excludes.iter().any(|excluded| excluded == other))
        };
        excludes(one, other) || excludes(other, one)
    }

    /// The architecture after some actions. Their order makes no difference.
    ///
    /// # Errors
    /// When an action sets a parameter to what it cannot be.
    pub fn after(&self, plan: &[String]) -> Result<Design, Unfit> {
        let mut design = self.design.clone();
        for action in self.actions.iter().filter(|action| plan.contains(&action.id)) {
            for change in &action.changes {
                let unfit = |error| Unfit { action: action.id.clone(), path: change.path.clone(), error };
                let value = match change.to {
                    To::Value(value) => value,
                    To::Times(factor) => match design.get(&change.path) {
                        Some(Value::Number(number)) => Value::Number(number * factor),
                        Some(Value::Switch(_)) => return Err(unfit(SetError::NeedsSwitch)),
                        None => return Err(unfit(SetError::Unknown)),
                    },
                };
                design.set(&change.path, value).map_err(unfit)?;
            }
        }
        Ok(design)
    }
}

/// A what-if for the tests of this crate.
#[cfg(test)]
pub mod examples {
    use super::*;
    use crate::domain::question::examples::text;
    use crate::domain::simulation::design::{Class, Component, ComponentKind, Visit, Workload};
    use crate::domain::simulation::goal::{Limit, Metric, Scope, Situation};

    /// Pictures from two busy servers, far away. `store` takes the work from them and `cdn` (after it) the way; `bigger`
    /// or `more` servers shorten the line alone.
    pub fn slow_pictures() -> WhatIf {
        let on = |path: &str, on| Change { path: path.into(), to: To::Value(Value::Switch(on)) };
        let times = |path: &str, factor| Change { path: path.into(), to: To::Times(factor) };
        let count = Change { path: "app.count".into(), to: To::Value(Value::Number(4.0)) };
        let store = vec![on("bucket.on", true), on("pictures.bucket.on", true), on("pictures.app.on", false)];
        let bigger = vec![times("app.workers", 2.0), times("app.price-hour", 2.0)];
        WhatIf {
            steps: 2,
            recommended: vec!["store".into(), "cdn".into()],
            teaches: vec!["cdn".into()],
            price_list: PriceList { region: "ap-northeast-2".into(), date: jiff::civil::date(2026, 11, 1) },
            design: design(),
            names: ["cdn", "app", "bucket", "pictures"].map(|id| (id.to_string(), text(id))).into(),
            goals: vec![
                goal(Metric::P95(Scope::Class("pictures".into())), 60.0),
                goal(Metric::Error(Scope::All), 0.001),
                goal(Metric::Cost, 200.0),
            ],
            actions: vec![
                Action { excludes: vec!["more".into()], ..action("bigger", bigger) },
                action("more", vec![count]),
                action("store", store),
                Action { requires: vec!["store".into()], ..action("cdn", vec![on("cdn.on", true)]) },
            ],
        }
    }

    pub fn action(id: &str, changes: Vec<Change>) -> Action {
        Action {
            id: id.into(),
            title: text(id),
            effect: text(&format!("what {id} did")),
            service: None,
            section: None,
            requires: Vec::new(),
            excludes: Vec::new(),
            changes,
        }
    }

    pub fn goal(metric: Metric, most: f64) -> Goal {
        Goal { metric, situation: Situation::TODAY, limit: Limit::AtMost(most) }
    }

    pub fn ids(ids: &[&str]) -> Vec<String> {
        ids.iter().map(ToString::to_string).collect()
    }

    fn design() -> Design {
        let part = |id: &str, kind: &str, values: &[(&str, f64)]| {
            let kind = ComponentKind::named(kind).expect("a kind");
            let mut design = Design {
                workload: Workload::default(),
                components: vec![Component::new(id, kind)],
                classes: Vec::new(),
            };
            for (field, value) in values {
                design.set(&format!("{id}.{field}"), Value::Number(*value)).expect("a field");
            }
            design.components.remove(0)
        };
        let app = [("count", 2.0), ("workers", 2.0), ("queue", 10.0), ("price-hour", 0.1)];
        let path = vec![
            Visit::new("cdn"),
            Visit { ms: 50.0, ..Visit::new("app") },
            Visit { on: false, ..Visit::new("bucket") },
        ];
        Design {
            workload: Workload {
                rate: 100.0,
                load_factor: 0.5,
                rtt_region_ms: 100.0,
                rtt_edge_ms: 10.0,
                edge_region_ms: 90.0,
                ..Workload::default()
            },
            components: vec![
                Component { on: false, ..part("cdn", "cdn", &[("capacity", 100.0), ("price-month", 30.0)]) },
                part("app", "servers", &app),
                Component { on: false, ..part("bucket", "object-store", &[("ms", 20.0), ("price-month", 10.0)]) },
            ],
            classes: vec![Class { share: 1.0, kb: 100.0, objects: 100.0, path, ..Class::new("pictures") }],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::examples::*;
    use super::*;
    use crate::domain::simulation::parameter::Value::{Number, Switch};

    #[test]
    fn what_is_in_the_way_of_an_action_is_named() {
        let what_if = slow_pictures();
        let obstacle = |taken: &[&str], id: &str| what_if.obstacle(&ids(taken), id);
        assert_eq!(obstacle(&[], "store"), None);
        assert_eq!(obstacle(&[], "gone"), Some(Obstacle::Unknown));
        assert_eq!(obstacle(&["store"], "store"), Some(Obstacle::Taken));
        assert_eq!(obstacle(&[], "cdn"), Some(Obstacle::Requires(ids(&["store"]))));
        assert_eq!(obstacle(&["more"], "bigger"), Some(Obstacle::Excluded(ids(&["more"]))));
        assert_eq!(obstacle(&["bigger"], "more"), Some(Obstacle::Excluded(ids(&["bigger"]))));
        assert_eq!(obstacle(&["store", "more"], "cdn"), Some(Obstacle::NoStepLeft));
    }

    #[test]
    fn the_order_of_a_plan_makes_no_difference() {
        let what_if = slow_pictures();
        let one = what_if.after(&ids(&["bigger", "store"])).unwrap();
        assert_eq!(one, what_if.after(&ids(&["store", "bigger"])).unwrap());
        assert_eq!((one.get("app.workers"), one.get("bucket.on")), (Some(Number(4.0)), Some(Switch(true))));
    }

    #[test]
    fn a_value_that_cannot_be_is_an_error_with_its_action() {
        let mut what_if = slow_pictures();
        what_if.actions[0].changes[0].to = To::Times(1.25);
        let unfit = what_if.after(&ids(&["bigger"])).unwrap_err();
        assert_eq!(
            (unfit.action.as_str(), unfit.path.as_str(), unfit.error),
            ("bigger", "app.workers", SetError::NeedsWhole)
        );
    }
}
