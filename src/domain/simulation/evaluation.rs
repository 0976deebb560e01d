//! What the load model says about a design in a situation: figures for each class and component, and the bill.
//!
//! [`evaluate`](super::evaluate) makes one; quantiles are inverted when they are asked for, since a proof looks at few of them. It must not
//! hold ids: figures stand in the order of the design, and a metric is looked up with it.

use super::backlog::Backlog;
use super::bill::Bill;
use super::design::Design;
use super::goal::{Metric, Scope, Situation};
use super::response::Response;

#[derive(Debug, Clone, PartialEq)]
pub struct Evaluation {
    pub situation: Situation,
    /// In the order of the design's classes.
    pub classes: Vec<ClassFigures>,
    /// In the order of the design's components.
    pub components: Vec<ComponentFigures>,
    pub bill: Bill,
}

#[derive(Debug, Clone, PartialEq)]
pub struct ClassFigures {
    /// Requests a second that are sent.
    pub offered: f64,
    /// What becomes of them; the weights are requests a second. Parts that the edge answers come first.
    pub response: Response,
    /// Requests a second that come to each visit of the path; 0 where the visit is off.
    pub flows: Vec<f64>,
    /// Share of the time in which a request of this class could be answered, 0..1.
    pub availability: f64,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct ComponentFigures {
    /// Requests (visits, queries, messages, lookups) that come a second.
    pub flow: f64,
    /// What there is for workers to do / what they can do, ≥ 0. None: has no workers, or none is left.
    pub offered: Option<f64>,
    /// Share of the workers that are busy, 0..1. None: has no workers, or none is left.
    pub utilisation: Option<f64>,
    /// Share of what comes that is refused, 0..1.
    pub refused: f64,
    /// Mean wait of what is not refused, ms.
    pub wait_ms: f64,
    /// Share that a cache or edge cache answers, 0..1. None: is none, or nobody asks.
    pub hit: Option<f64>,
    /// Servers or nodes that are at work now, and those that are paid for on average.
    pub nodes: Option<Nodes>,
    /// Share of a function's requests that meet a cold start, 0..1.
    pub cold: Option<f64>,
    /// What waits in a queue.
    pub backlog: Option<Backlog>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Nodes {
    pub now: u32,
    pub average: u32,
}

impl Evaluation {
    /// What becomes of the requests in a scope. None: there is no such class.
    pub fn response(&self, design: &Design, scope: &Scope) -> Option<Response> {
        match scope {
            Scope::Class(id) => Some(self.classes[design.class_index(id)?].response.clone()),
            Scope::All => {
                let parts = self.classes.iter().flat_map(|class| class.response.parts.iter().copied()).collect();
                Some(Response { requests: self.classes.iter().map(|class| class.response.requests).sum(), parts })
            }
        }
    }

    /// The figure that a metric names. None is "never", and there is no figure of what does not exist. Of a component that is
    /// off, and of classes to which nobody belongs, the figures are those of nothing: no error, no wait, nothing used.
    pub fn figure(&self, design: &Design, metric: &Metric) -> Option<f64> {
        match metric {
            Metric::P50(scope) => self.quantile(design, scope, 0.50),
            Metric::P95(scope) => self.quantile(design, scope, 0.95),
            Metric::P99(scope) => self.quantile(design, scope, 0.99),
            Metric::Error(scope) => Some(self.response(design, scope)?.error()),
            Metric::Goodput(scope) => Some(self.response(design, scope)?.answered()),
            Metric::Availability(scope) => self.availability(design, scope),
            Metric::Cost => Some(self.bill.total()),
            Metric::Utilisation(id) => Some(self.component(design, id)?.utilisation.unwrap_or(0.0)),
            Metric::Hit(id) => Some(self.component(design, id)?.hit.unwrap_or(0.0)),
            Metric::OldestAge(id) => self.component(design, id)?.backlog.map_or(Some(0.0), |queue| queue.oldest_age_s),
            Metric::Drain(id) => self.component(design, id)?.backlog.map_or(Some(0.0), |queue| queue.drain_s),
        }
    }

    /// The figures of a component.
    pub fn component(&self, design: &Design, id: &str) -> Option<&ComponentFigures> {
        design.component_index(id).map(|index| &self.components[index])
    }

    fn quantile(&self, design: &Design, scope: &Scope, probability: f64) -> Option<f64> {
        let response = self.response(design, scope)?;
        if response.requests <= 0.0 { Some(0.0) } else { response.quantile_of_all(probability) }
    }

    fn availability(&self, design: &Design, scope: &Scope) -> Option<f64> {
        if let Scope::Class(id) = scope {
            return design.class_index(id).map(|index| self.classes[index].availability);
        }
        let offered: f64 = self.classes.iter().map(|class| class.offered).sum();
        let works: f64 = self.classes.iter().map(|class| class.offered * class.availability).sum();
        Some(if offered > 0.0 { (works / offered).min(1.0) } else { 1.0 })
    }
}
