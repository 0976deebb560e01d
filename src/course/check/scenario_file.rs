//! A scenario beside the table that it was read from: what its rules need to say where something stands.
//!
//! It must not judge: the rules do.

use super::place::{Step, find};
use crate::course::guess::Guess;
use crate::course::problem::{Named, Problem, ScenarioRule};
use crate::domain::id::SectionId;
use crate::domain::outline::Outline;
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

/// A section that leads nowhere.
pub fn unknown_section(section: &SectionId, outline: &Outline) -> Problem {
    let guess = Guess::section(section, outline);
    ScenarioRule::Unknown { what: Named::Section, id: section.to_string(), guess }.into()
}
