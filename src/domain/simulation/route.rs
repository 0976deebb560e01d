//! The ways of all classes through a design: who comes to which component, how often, and with how much work.
//!
//! Answers what does not depend on waiting and refusing: which visits are on, what caches take off, what is asked of each
//! component if nobody is refused. It must not know how a component bears it.

use super::cache::{Demand, HitRatios};
use super::design::{Class, Component, ComponentKind, Design, Visit};
use super::goal::{Phase, Situation};

/// One class coming to one component.
#[derive(Debug, Clone, Copy)]
pub struct Stop {
    /// Places in the design.
    pub class: usize,
    /// The visit on the class's path; a read replica is come to from its database's visit.
    pub visit: usize,
    /// Whether this is the component that the visit names.
    pub named: bool,
    /// How often a request that gets here comes.
    pub times: f64,
    /// Work of one time, ms.
    pub ms: f64,
    /// What passes at one time, kB.
    pub kb: f64,
    /// Times a second if nobody is refused on the way.
    pub flow: f64,
}

/// What a class is before anything is busy.
#[derive(Debug, Clone, Copy, Default)]
pub struct Start {
    /// Requests a second.
    pub rate: f64,
    /// The edge cache on its path.
    pub edge: Option<usize>,
    /// Share that the edge answers, 0..1.
    pub hit: f64,
    /// Network and transfer of a hit, and of everything else, ms.
    pub hit_ms: f64,
    pub fixed_ms: f64,
}

/// All ways through a design in a situation.
#[derive(Debug, Clone)]
pub struct Routes {
    /// One for each class.
    pub starts: Vec<Start>,
    /// Those who come to each component, in the order of the design.
    pub stops: Vec<Vec<Stop>>,
    /// Hit ratio of each component that is a cache and is asked anything.
    pub hits: Vec<Option<f64>>,
    /// Reads a second that each cache is asked for.
    pub lookups: Vec<f64>,
}

impl Routes {
    pub fn new(design: &Design, situation: Situation, memory: &mut HitRatios) -> Self {
        let count = design.components.len();
        let rate = |class: &Class| design.workload.rate * situation.load * class.share;
        let starts = design.classes.iter().map(|class| start(design, class, rate(class))).collect();
        let mut routes =
            Routes { starts, stops: vec![Vec::new(); count], hits: vec![None; count], lookups: vec![0.0; count] };
        for edge in 0..count {
            routes.ask_edge(design, edge, memory);
        }
        let database_hits: Vec<Vec<f64>> =
            (0..count).map(|cache| routes.ask_cache(design, cache, situation.phase, memory)).collect();
        for (index, class) in design.classes.iter().enumerate() {
            for (place, visit) in class.path.iter().enumerate() {
                routes.stop(design, [index, place], visit, &database_hits);
            }
        }
        routes
    }

    /// Splits the classes that pass an edge cache into hits and misses.
    fn ask_edge(&mut self, design: &Design, edge: usize, memory: &mut HitRatios) {
        let ComponentKind::Cdn { capacity, ttl_s } = design.components[edge].kind else { return };
        let classes: Vec<usize> =
            (0..self.starts.len()).filter(|class| self.starts[*class].edge == Some(edge)).collect();
        let asked = |class: &usize| (*class, design.classes[*class].share, self.starts[*class].rate);
        let asked: Vec<(usize, f64, f64)> = classes.iter().map(asked).collect();
        let hits = hits(design, &asked, Bounds { capacity, ttl_s }, memory);
        self.hits[edge] = average(asked.iter().map(|(_, _, rate)| *rate).zip(hits.iter().copied()));
        for (class, hit) in classes.into_iter().zip(hits) {
            self.starts[class].hit = hit;
        }
    }

    /// The hit ratio of each class in a cache beside databases.
    fn ask_cache(&mut self, design: &Design, cache: usize, phase: Phase, memory: &mut HitRatios) -> Vec<f64> {
        let mut found = vec![0.0; design.classes.len()];
        let component = &design.components[cache];
        let ComponentKind::Cache { capacity, hit, ttl_s, .. } = component.kind else { return found };
        if !component.on || is_down(component, phase) {
            return found;
        }
        let mut asked = Vec::new();
        for (index, class) in design.classes.iter().enumerate() {
            let reads: f64 = class
                .path
                .iter()
                .filter(|visit| visit.cache.as_deref() == Some(component.id.as_str()) && is_on(design, visit))
                .map(|visit| visit.times * visit.reads)
                .sum();
            let passing = reads * (1.0 - self.starts[index].hit);
            if reads > 0.0 {
                asked.push((index, class.share * passing, self.starts[index].rate * passing));
            }
        }
        let ratios = match hit {
            Some(known) => vec![known; asked.len()],
            None => hits(design, &asked, Bounds { capacity, ttl_s }, memory),
        };
        self.lookups[cache] = asked.iter().fold(0.0, |sum, (_, _, rate)| sum + rate);
        self.hits[cache] = average(asked.iter().map(|(_, _, rate)| *rate).zip(ratios.iter().copied()));
        for ((class, ..), ratio) in asked.into_iter().zip(ratios) {
            found[class] = ratio;
        }
        found
    }

    /// Enters a visit at its component, and at its replica.
    fn stop(&mut self, design: &Design, [class, place]: [usize; 2], visit: &Visit, hits: &[Vec<f64>]) {
        let Some(index) = design.component_index(&visit.component).filter(|_| is_on(design, visit)) else { return };
        let start = self.starts[class];
        let kind = &design.components[index].kind;
        let is_edge = start.edge == Some(index);
        let passing = if is_edge { start.rate } else { start.rate * (1.0 - start.hit) };
        let passes_answer = matches!(kind, ComponentKind::Cdn { .. } | ComponentKind::LoadBalancer { .. });
        let kb = visit.kb.unwrap_or(if passes_answer { design.classes[class].kb } else { 0.0 });
        let stop = Stop { class, visit: place, named: true, times: visit.times, ms: visit.ms, kb, flow: 0.0 };
        let mut enter = |component: usize, named: bool, times: f64| {
            self.stops[component].push(Stop { named, times, flow: passing * times, ..stop });
        };
        if !matches!(kind, ComponentKind::Database { .. }) {
            return enter(index, true, visit.times);
        }
        let cache = visit.cache.as_deref().and_then(|id| design.component_index(id));
        let hit = cache.map_or(0.0, |cache| hits[cache][class]);
        let reads = visit.times * visit.reads * (1.0 - hit);
        let writes = visit.times * visit.writes;
        let replica = visit.replica.as_deref().and_then(|id| design.component_index(id));
        let replica = replica.filter(|replica| *replica != index && is_database(&design.components[*replica]));
        match replica {
            Some(replica) => {
                enter(index, true, writes);
                enter(replica, false, reads);
            }
            None => enter(index, true, reads + writes),
        }
        // A read that the cache answers takes the cache's time; one that it does not goes on at once.
        if let Some(ComponentKind::Cache { ms, .. }) = cache.map(|cache| &design.components[cache].kind) {
            self.starts[class].fixed_ms += visit.times * visit.reads * hit * ms;
        }
    }
}

/// Whether the loss of a zone leaves too little of a component: of what stands in several, one goes.
pub fn is_down(component: &Component, phase: Phase) -> bool {
    phase == Phase::ZoneLost && component.zones > 0 && component.zones - 1 < component.needed.max(1)
}

/// Whether a visit takes place: it and its component are on.
fn is_on(design: &Design, visit: &Visit) -> bool {
    visit.on && design.component(&visit.component).is_some_and(|component| component.on)
}

fn is_database(component: &Component) -> bool {
    component.on && matches!(component.kind, ComponentKind::Database { .. })
}

fn start(design: &Design, class: &Class, rate: f64) -> Start {
    let workload = &design.workload;
    let edge = class.path.iter().filter(|visit| is_on(design, visit)).find_map(|visit| {
        let index = design.component_index(&visit.component)?;
        matches!(design.components[index].kind, ComponentKind::Cdn { .. }).then_some(index)
    });
    let transfer_ms = if class.transfer { class.kb * 8.0 / workload.user_mbps } else { 0.0 };
    let network_ms =
        if edge.is_some() { workload.rtt_edge_ms + workload.edge_region_ms } else { workload.rtt_region_ms };
    let hit_ms = workload.rtt_edge_ms + transfer_ms;
    Start { rate, edge, hit: 0.0, hit_ms, fixed_ms: network_ms + transfer_ms }
}

/// What bounds a cache.
#[derive(Clone, Copy)]
struct Bounds {
    capacity: f64,
    ttl_s: Option<f64>,
}

/// The hit ratio of each class that asks a cache, given as (class, weight, requests a second).
///
/// Bound by size and age, it is taken as the smaller of the two. An object is then gone for one reason or the other, so that the
/// true ratio lies below both: by nothing where one of them is much the smaller, by 0.03 where both bind alike, against events.
fn hits(design: &Design, asked: &[(usize, f64, f64)], bounds: Bounds, memory: &mut HitRatios) -> Vec<f64> {
    let demand = |(class, weight, _): &(usize, f64, f64)| {
        let class = &design.classes[*class];
        Demand { objects: class.objects.floor(), exponent: class.zipf, weight: *weight }
    };
    let demands: Vec<Demand> = asked.iter().map(demand).collect();
    let mut by_size = memory.lru(&demands, bounds.capacity).to_vec();
    for ((demand, hit), (_, _, rate)) in demands.iter().zip(&mut by_size).zip(asked) {
        if demand.objects < 1.0 {
            *hit = 0.0;
        } else if let Some(ttl_s) = bounds.ttl_s {
            *hit = hit.min(memory.ttl(demand.objects, demand.exponent, *rate, ttl_s));
        }
    }
    by_size
}

/// The mean of values by weight; their plain mean without weights, none without values.
fn average(weighted: impl Iterator<Item = (f64, f64)> + Clone) -> Option<f64> {
    let count = weighted.clone().count();
    let total: f64 = weighted.clone().map(|(weight, _)| weight).sum();
    if count == 0 {
        None
    } else if total > 0.0 {
        Some(weighted.map(|(weight, value)| weight * value).sum::<f64>() / total)
    } else {
        Some(weighted.map(|(_, value)| value).sum::<f64>() / count as f64)
    }
}
