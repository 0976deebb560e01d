//! A scenario beside the table that it was read from: what its rules need to say where something stands.
//!
//! It must not judge: the rules do.

use super::place::{Step, find};
use crate::course::problem::{Named, Problem, ScenarioRule};
use crate::domain::scenario::Scenario;
use std::ops::Range;
use toml::de::DeTable;

pub struct ScenarioFile<'t> {
    pub table: &'t DeTable<'t>,
    pub scenario: &'t Scenario,
}

impl ScenarioFile<'_> {
    /// The place of a value, or of the deepest one on the way to it; the top of the file, if there is none.
    pub fn place(&self, steps: &[Step]) -> Range<usize> {
        find(self.table, steps).unwrap_or_default()
    }
}

/// A name that leads nowhere.
pub fn unknown(what: Named, id: &str) -> Problem {
    ScenarioRule::Unknown { what, id: id.to_string(), nearest: None }.into()
}
