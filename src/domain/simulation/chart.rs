//! How a design behaves as the load grows: from a tenth to four times the load as given.
//!
//! It must not draw: it gives an evaluation for each load, and the load at which something breaks.

use super::cache::HitRatios;
use super::design::Design;
use super::evaluate;
use super::evaluation::Evaluation;
use super::goal::{Phase, Situation};

/// Loads of a chart: 40 steps of a tenth.
pub const STEPS: u32 = 40;

/// The greatest of them.
pub const GREATEST: f64 = 4.0;

/// A component that cannot do what is asked of it from some load on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Breaking {
    /// The component's place in the design.
    pub component: usize,
    /// The multiple of the load as given at which its offered utilisation reaches 1; next to nothing if no worker is left.
    pub load: f64,
}

/// The loads of a chart, 0.1 to 4.
pub fn loads() -> impl Iterator<Item = f64> {
    (1..=STEPS).map(|step| f64::from(step) / 10.0)
}

/// An evaluation for each of [`loads`].
pub fn chart(design: &Design, phase: Phase, memory: &mut HitRatios) -> Vec<Evaluation> {
    loads().map(|load| evaluate(design, Situation { load, phase }, memory)).collect()
}

/// The component whose offered utilisation reaches 1 first as the load grows, and at which load; None below [`GREATEST`].
///
/// Found by halving: what is offered to the busiest component grows with the load, up to steps of scaling that stay below 1.
pub fn first_to_break(design: &Design, phase: Phase, memory: &mut HitRatios) -> Option<Breaking> {
    let mut busiest = |load: f64| {
        let evaluation = evaluate(design, Situation { load, phase }, memory);
        // What refuses everything has nobody left to do it.
        let without_workers = |refused: f64| if refused >= 1.0 { f64::INFINITY } else { 0.0 };
        let components = evaluation.components.iter();
        let offered = components.map(|one| one.offered.unwrap_or_else(|| without_workers(one.refused)));
        offered.enumerate().max_by(|one, other| one.1.total_cmp(&other.1)).filter(|(_, offered)| *offered >= 1.0)
    };
    let (mut low, mut high) = (0.0, GREATEST);
    let mut component = busiest(high)?.0;
    while high - low > 1e-6 {
        let middle = f64::midpoint(low, high);
        match busiest(middle) {
            Some((found, _)) => (high, component) = (middle, found),
            None => low = middle,
        }
    }
    Some(Breaking { component, load: high })
}
