//! What a learner is judged by: a figure of an evaluation, and how large it may or must be.
//!
//! It must not evaluate anything: it names figures. A figure that does not exist ("never", because too many requests are
//! refused) meets no goal.

use super::design::ComponentKind;

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

    /// Whether a component of this kind has the figure; false for what is of no component.
    pub fn is_of(&self, kind: &ComponentKind) -> bool {
        match self {
            Metric::Utilisation(_) => kind.is_station(),
            Metric::Hit(_) => matches!(kind, ComponentKind::Cdn { .. } | ComponentKind::Cache { .. }),
            Metric::OldestAge(_) | Metric::Drain(_) => matches!(kind, ComponentKind::Queue { .. }),
            Metric::P50(_)
            | Metric::P95(_)
            | Metric::P99(_)
            | Metric::Error(_)
            | Metric::Availability(_)
            | Metric::Goodput(_)
            | Metric::Cost => false,
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

    /// Whether some figure of this measure keeps to the limit and some does not. Shares are 0..1, everything else ≥ 0.
    pub fn divides(self, measure: Measure) -> bool {
        match (measure, self) {
            (Measure::Share, Limit::AtMost(most)) => (0.0..1.0).contains(&most),
            (Measure::Share, Limit::AtLeast(least)) => least > 0.0 && least <= 1.0,
            (_, Limit::AtMost(most)) => most >= 0.0,
            (_, Limit::AtLeast(least)) => least > 0.0,
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
    fn a_component_has_the_figures_of_its_kind() {
        let metric = |name: &str| Metric::named(name, Some("x")).unwrap();
        let kinds = |name: &str| {
            let of = |kind: &&str| metric(name).is_of(&ComponentKind::named(kind).unwrap());
            ComponentKind::NAMES.into_iter().filter(|kind| of(kind)).collect::<Vec<_>>()
        };
        assert_eq!(kinds("utilisation"), ["servers", "functions", "database"]);
        assert_eq!(kinds("hit"), ["cdn", "cache"]);
        assert_eq!((kinds("oldest-age"), kinds("drain")), (vec!["queue"], vec!["queue"]));
        assert_eq!(kinds("p95"), [""; 0]);
    }

    #[test]
    fn a_limit_divides_the_figures_of_its_measure() {
        let divides = |measure, limits: [Limit; 2]| limits.map(|limit| limit.divides(measure));
        assert_eq!(divides(Measure::Share, [Limit::AtMost(0.05), Limit::AtMost(5.0)]), [true, false]);
        assert_eq!(divides(Measure::Share, [Limit::AtMost(1.0), Limit::AtLeast(1.0)]), [false, true]);
        assert_eq!(divides(Measure::Share, [Limit::AtLeast(99.9), Limit::AtLeast(0.0)]), [false, false]);
        assert_eq!(divides(Measure::Seconds, [Limit::AtMost(0.0), Limit::AtMost(-1.0)]), [true, false]);
        assert_eq!(divides(Measure::RequestsPerSecond, [Limit::AtLeast(90.0), Limit::AtLeast(0.0)]), [true, false]);
    }

    #[test]
    fn never_keeps_to_no_limit() {
        assert!(!Limit::AtMost(60.0).holds(None) && !Limit::AtLeast(0.0).holds(None));
        assert!(Limit::AtMost(60.0).holds(Some(60.0)) && !Limit::AtMost(60.0).holds(Some(60.1)));
        assert!(Limit::AtLeast(0.999).holds(Some(0.999)) && !Limit::AtLeast(0.999).holds(Some(0.99)));
    }
}
