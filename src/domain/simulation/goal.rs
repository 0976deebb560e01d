//! What a learner is judged by: a figure of an evaluation, and how large it may or must be.
//!
//! It must not evaluate anything: it names figures. A figure that does not exist ("never", because too many requests are
//! refused) meets no goal.

/// When the design is looked at.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Situation {
    /// Multiple of the workload's rate; 1 is the load as given.
    pub load: f64,
    pub phase: Phase,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Phase {
    /// Scaling has done its work.
    Settled,
    /// The peak has just begun: as many servers as the average load needs, environments of functions not started yet.
    BeforeScaling,
    /// One Availability Zone is lost, and nothing has been replaced yet.
    ZoneLost,
}

/// A figure of an evaluation, by the ids of the design.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Metric {
    /// The time in which half of all requests are answered, ms. Refused requests are never answered.
    P50(Scope),
    P95(Scope),
    P99(Scope),
    /// Share of requests that are refused.
    Error(Scope),
    /// Share of the time in which requests can be answered, whatever the load.
    Availability(Scope),
    /// Answered requests a second.
    Goodput(Scope),
    /// USD a month.
    Cost,
    /// Share of a component's workers that are busy.
    Utilisation(String),
    /// Share of an edge cache's or cache's requests that it answers.
    Hit(String),
    /// Age of a queue's oldest message when the peak ends, s.
    OldestAge(String),
    /// Time after the peak until a queue is empty, s; never, if its workers cannot keep up even then.
    Drain(String),
}

/// Whose requests.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Scope {
    All,
    /// The class with this id.
    Class(String),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    Milliseconds,
    Seconds,
    Share,
    RequestsPerSecond,
    UsdPerMonth,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Limit {
    AtMost(f64),
    AtLeast(f64),
}

#[derive(Debug, Clone, PartialEq)]
pub struct Goal {
    pub metric: Metric,
    pub situation: Situation,
    pub limit: Limit,
}

impl Situation {
    /// The load as given, with scaling done.
    pub const TODAY: Situation = Situation { load: 1.0, phase: Phase::Settled };
}

impl Metric {
    /// The names by which files call the figures.
    pub const NAMES: [&'static str; 11] =
        ["p50", "p95", "p99", "error", "availability", "goodput", "cost", "utilisation", "hit", "oldest-age", "drain"];

    /// The figure of this name, of a class or a component. None: no such name, or it is of nothing (`cost`), or it is of
    /// a component and none is given.
    pub fn named(name: &str, of: Option<&str>) -> Option<Metric> {
        let scope = of.map_or(Scope::All, |class| Scope::Class(class.to_string()));
        let component = of.map(str::to_string);
        Some(match name {
            "p50" => Metric::P50(scope),
            "p95" => Metric::P95(scope),
            "p99" => Metric::P99(scope),
            "error" => Metric::Error(scope),
            "availability" => Metric::Availability(scope),
            "goodput" => Metric::Goodput(scope),
            "cost" if of.is_none() => Metric::Cost,
            "utilisation" => Metric::Utilisation(component?),
            "hit" => Metric::Hit(component?),
            "oldest-age" => Metric::OldestAge(component?),
            "drain" => Metric::Drain(component?),
            _ => return None,
        })
    }

    pub fn name(&self) -> &'static str {
        match self {
            Metric::P50(_) => "p50",
            Metric::P95(_) => "p95",
            Metric::P99(_) => "p99",
            Metric::Error(_) => "error",
            Metric::Availability(_) => "availability",
            Metric::Goodput(_) => "goodput",
            Metric::Cost => "cost",
            Metric::Utilisation(_) => "utilisation",
            Metric::Hit(_) => "hit",
            Metric::OldestAge(_) => "oldest-age",
            Metric::Drain(_) => "drain",
        }
    }

    pub fn measure(&self) -> Measure {
        match self {
            Metric::P50(_) | Metric::P95(_) | Metric::P99(_) => Measure::Milliseconds,
            Metric::Error(_) | Metric::Availability(_) | Metric::Utilisation(_) | Metric::Hit(_) => Measure::Share,
            Metric::Goodput(_) => Measure::RequestsPerSecond,
            Metric::Cost => Measure::UsdPerMonth,
            Metric::OldestAge(_) | Metric::Drain(_) => Measure::Seconds,
        }
    }
}

impl Limit {
    /// Whether a figure keeps to the limit. None is "never": it keeps to none.
    pub fn holds(self, figure: Option<f64>) -> bool {
        match self {
            Limit::AtMost(most) => figure.is_some_and(|figure| figure <= most),
            Limit::AtLeast(least) => figure.is_some_and(|figure| figure >= least),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_figure_is_found_by_its_name() {
        for name in Metric::NAMES {
            let metric = Metric::named(name, None).or_else(|| Metric::named(name, Some("db")));
            assert_eq!(metric.as_ref().map(Metric::name), Some(name));
        }
    }

    #[test]
    fn never_keeps_to_no_limit() {
        assert!(!Limit::AtMost(60.0).holds(None) && !Limit::AtLeast(0.0).holds(None));
        assert!(Limit::AtMost(60.0).holds(Some(60.0)) && !Limit::AtMost(60.0).holds(Some(60.1)));
        assert!(Limit::AtLeast(0.999).holds(Some(0.999)) && !Limit::AtLeast(0.999).holds(Some(0.99)));
    }
}
