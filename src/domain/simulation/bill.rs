//! What a design costs in a month of 730 hours at its average load, line by line.
//!
//! Unit prices come with the design; it must not know any. What is paid for is what would come if nobody were refused: at the
//! average load, few are.

use super::design::{ComponentKind, Design};
use super::route::{Routes, Stop};

/// Hours in a month, as AWS's calculator takes it: 8,760 a year / 12.
pub const HOURS: f64 = 730.0;
const SECONDS: f64 = HOURS * 3600.0;
const KB_IN_GB: f64 = 1e6;

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Bill {
    /// One for each component, in the order of the design.
    pub components: Vec<Line>,
    /// What leaves the Region towards readers, USD.
    pub egress: f64,
}

/// What one component costs, USD a month.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Line {
    /// Nodes × hours × price × factor.
    pub hours: f64,
    /// Requests, by the million.
    pub requests: f64,
    /// What passes, by the GB.
    pub traffic: f64,
    /// Memory × time, for functions.
    pub memory: f64,
    /// A fixed sum.
    pub month: f64,
}

/// What a component has had to do, beyond what its stops say.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Use {
    /// Nodes that are paid for, on average.
    pub nodes: u32,
    /// Share of a function's requests that meet a cold start.
    pub cold: f64,
}

impl Line {
    /// USD a month, ≥ 0: the sum of what is listed.
    pub fn total(&self) -> f64 {
        self.hours + self.requests + self.traffic + self.memory + self.month
    }
}

impl Bill {
    /// USD a month, ≥ 0: all components and what leaves the Region.
    pub fn total(&self) -> f64 {
        total(self.components.iter().map(Line::total)) + self.egress
    }
}

/// The bill of `design`, given what `used` says about each component.
///
/// With T = load factor × 730 × 3600 seconds at the peak's flow f (1/s), n nodes paid for, prices p as AWS lists them:
/// hours = n·p_hour·factor·730; requests = Σ f·T/10⁶·p_million; traffic = Σ f·kB·T/10⁶·p_gb;
/// memory = Σ f·(ms + cold·cold_ms)/10³·GB·T·p_gb_second; egress = Σ rate·kB·T/10⁶·p_egress of the classes that no edge serves.
/// The form of each line is that of AWS's own price pages (per hour, per million requests, per GB, per GB-second).
pub(super) fn bill(design: &Design, routes: &Routes, used: &[Use]) -> Bill {
    let seconds = design.workload.load_factor * SECONDS;
    let line = |index: usize| {
        let component = &design.components[index];
        if !component.on {
            return Line::default();
        }
        let (prices, stops) = (&component.prices, &routes.stops[index]);
        let asked = total(stops.iter().map(|stop| stop.flow)) + routes.lookups[index];
        let kb = total(stops.iter().map(|stop| stop.flow * stop.kb));
        Line {
            hours: f64::from(used[index].nodes) * prices.hour * prices.factor * HOURS,
            requests: asked * seconds / 1e6 * prices.million,
            traffic: kb * seconds / KB_IN_GB * prices.gb,
            memory: gb_seconds(&component.kind, stops, used[index].cold) * seconds * prices.gb_second,
            month: prices.month,
        }
    };
    let leaving = routes.starts.iter().zip(&design.classes).filter(|(start, _)| start.edge.is_none());
    let kb = total(leaving.map(|(start, class)| start.rate * class.kb));
    Bill {
        components: (0..design.components.len()).map(line).collect(),
        egress: kb * seconds / KB_IN_GB * design.workload.egress_gb,
    }
}

/// The sum of some figures. What [`Iterator::sum`] makes of none is −0, and nobody pays that.
fn total(figures: impl Iterator<Item = f64>) -> f64 {
    figures.fold(0.0, |sum, figure| sum + figure)
}

/// GB of memory × seconds of work, a second. Starting an environment is paid for too.
fn gb_seconds(kind: &ComponentKind, stops: &[Stop], cold: f64) -> f64 {
    let ComponentKind::Functions(functions) = kind else { return 0.0 };
    let work = total(stops.iter().map(|stop| stop.flow * (stop.ms + cold * functions.cold_ms) / 1e3));
    work * functions.memory_gb
}
