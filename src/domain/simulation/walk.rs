//! Requests on their way through a design: each component thins them out and delays them, in order.
//!
//! It must not solve a station or a cache: it adds up what comes to them and hands on what they let through. Components are
//! taken as independent: a web worker that waits for the database is not held.

use super::availability::at_least;
use super::backlog::{Backlog, Peak, backlog};
use super::bill::{Use, bill};
use super::design::{Component, ComponentKind, Design, Functions, Scaling};
use super::evaluation::{ClassFigures, ComponentFigures, Evaluation, Nodes};
use super::function::{Beginning, Calls, Environments, beginning, cold_share};
use super::goal::{Phase, Situation};
use super::response::{Part, Response};
use super::route::{Routes, Start, Stop, is_down};
use super::station::{Arrivals, Occupancy, occupancy};

/// Ways that one class may split into by cold starts; from there on their mean and variance are added instead.
const MOST_WAYS: usize = 16;

/// One class under way.
struct Traveller {
    start: Start,
    /// Answered at the edge.
    answered: Vec<Part>,
    /// Still under way, and answered when nothing follows. Weights are shares of the class.
    ways: Vec<Part>,
    /// Those whose callers have left at a queue.
    behind: Option<Behind>,
    flows: Vec<f64>,
    works: Works,
}

/// Work behind a queue.
#[derive(Clone, Copy)]
struct Behind {
    queue: usize,
    /// Share of the class that is done a second, of what would be.
    reach: f64,
    /// What the workers can do / what comes. None: no worker has been met.
    headroom: Option<f64>,
}

/// How the availability of a class adds up.
struct Works {
    /// Of all components so far.
    so_far: f64,
    /// Of those already answered, weighted by their share.
    answered: f64,
    /// The share that is not yet answered.
    left: f64,
}

/// What a station has to serve: those who wait for it, and what it takes from queues when it can.
#[derive(Default)]
struct Crew {
    workers: u64,
    queue: u64,
    nodes: Nodes,
    cold: f64,
    cold_ms: f64,
    /// Share that is refused while environments start. None: only who finds every worker busy.
    refused: Option<f64>,
}

pub struct Walk<'a> {
    design: &'a Design,
    routes: &'a Routes,
    phase: Phase,
    travellers: Vec<Traveller>,
    figures: Vec<ComponentFigures>,
    used: Vec<Use>,
}

impl<'a> Walk<'a> {
    /// Takes every class through every component.
    pub fn new(design: &'a Design, routes: &'a Routes, phase: Phase) -> Self {
        let travellers = routes.starts.iter().zip(&design.classes);
        let travellers = travellers.map(|(start, class)| Traveller::new(*start, class.path.len())).collect();
        let figures = vec![ComponentFigures::default(); design.components.len()];
        let used = vec![Use { nodes: 1, cold: 0.0 }; design.components.len()];
        let mut walk = Walk { design, routes, phase, travellers, figures, used };
        for (index, component) in design.components.iter().enumerate().filter(|(_, component)| component.on) {
            walk.pass(index, component);
        }
        walk
    }

    pub fn finish(mut self, situation: Situation) -> Evaluation {
        for (index, component) in self.design.components.iter().enumerate() {
            if component.on && matches!(component.kind, ComponentKind::Queue { .. }) {
                self.figures[index].backlog = Some(self.backlog(index));
            }
        }
        let bill = bill(self.design, self.routes, &self.used);
        let classes = self.travellers.into_iter().map(Traveller::figures).collect();
        Evaluation { situation, classes, components: self.figures, bill }
    }

    fn pass(&mut self, index: usize, component: &Component) {
        let stops = &self.routes.stops[index];
        for stop in stops {
            let flow = self.travellers[stop.class].flow(stop);
            self.figures[index].flow += flow;
            if stop.named {
                self.travellers[stop.class].flows[stop.visit] = flow;
            }
            let each = if component.zones == 0 {
                component.availability
            } else {
                at_least(component.needed, component.zones, component.availability)
            };
            if stop.times > 0.0 {
                self.travellers[stop.class].works.so_far *= each;
            }
        }
        self.figures[index].hit = self.routes.hits[index];
        if is_down(component, self.phase) && !component.kind.is_station() {
            self.figures[index].refused = 1.0;
            stops.iter().for_each(|stop| self.travellers[stop.class].thin(stop.times, 1.0));
        }
        match component.kind {
            ComponentKind::Cdn { .. } => stops.iter().for_each(|stop| self.travellers[stop.class].split(stop)),
            ComponentKind::LoadBalancer { ms } | ComponentKind::ObjectStore { ms } => self.delay(stops, ms),
            ComponentKind::Gateway { nodes, ms } => {
                self.used[index].nodes = nodes;
                self.delay(stops, ms);
            }
            ComponentKind::Queue { ms } => {
                self.delay(stops, ms);
                stops.iter().for_each(|stop| self.travellers[stop.class].leave(index));
            }
            ComponentKind::Cache { nodes, .. } => {
                self.used[index].nodes = nodes;
                self.figures[index].flow = self.routes.lookups[index];
            }
            ComponentKind::Servers { .. } | ComponentKind::Functions(_) | ComponentKind::Database { .. } => {
                let crew = self.crew(index, component);
                self.used[index] = Use { nodes: crew.nodes.average, cold: crew.cold };
                if !matches!(component.kind, ComponentKind::Functions(_)) {
                    self.figures[index].nodes = Some(crew.nodes);
                } else {
                    self.figures[index].cold = Some(crew.cold);
                }
                self.serve(index, &crew);
            }
        }
    }

    fn delay(&mut self, stops: &[Stop], ms: f64) {
        for stop in stops {
            for way in &mut self.travellers[stop.class].ways {
                way.fixed_ms += stop.times * (stop.ms + ms);
            }
        }
    }

    /// How many workers a station has now, and what their environments do to the work.
    fn crew(&self, index: usize, component: &Component) -> Crew {
        let stops = &self.routes.stops[index];
        let work: f64 = stops.iter().map(|stop| self.travellers[stop.class].flow(stop) * stop.ms / 1e3).sum();
        let usual = stops.iter().map(|stop| stop.flow * stop.ms / 1e3).sum::<f64>() * self.design.workload.load_factor;
        match component.kind {
            ComponentKind::Servers { count, workers, queue, scaling } => {
                let average = scaling.servers(count, usual / f64::from(workers));
                let peak = scaling.servers(count, work / f64::from(workers));
                let wanted = if self.phase == Phase::BeforeScaling { average } else { peak };
                let now = wanted - self.lost(component, wanted).min(wanted);
                let [workers, queue] = [workers, queue].map(|each| u64::from(each) * u64::from(now));
                Crew { workers, queue, nodes: Nodes { now, average }, ..Crew::default() }
            }
            ComponentKind::Database { nodes, standbys, workers, queue } => {
                let average = nodes + standbys;
                let now = nodes.min(average - self.lost(component, average).min(average));
                let [workers, queue] = [workers, queue].map(|each| u64::from(each) * u64::from(now));
                Crew { workers, queue, nodes: Nodes { now, average }, ..Crew::default() }
            }
            ComponentKind::Functions(functions) => self.environments(component, functions, stops),
            _ => Crew::default(),
        }
    }

    fn environments(&self, component: &Component, functions: Functions, stops: &[Stop]) -> Crew {
        let limit = if is_down(component, self.phase) { 0 } else { u64::from(functions.concurrency) };
        let environments = Environments {
            limit,
            provisioned: functions.provisioned.into(),
            keep_s: functions.keep_s,
            cold_s: functions.cold_ms / 1e3,
        };
        let rate: f64 = stops.iter().map(|stop| self.travellers[stop.class].flow(stop)).sum();
        let work: f64 = stops.iter().map(|stop| self.travellers[stop.class].flow(stop) * stop.ms / 1e3).sum();
        let now = Calls { rate, service_s: if rate > 0.0 { work / rate } else { 0.0 } };
        let usual = stops.iter().map(|stop| stop.flow).sum::<f64>() * self.design.workload.load_factor;
        let (cold, refused) = match self.phase {
            Phase::BeforeScaling => {
                let Beginning { cold, refused } = beginning(environments, now, Calls { rate: usual, ..now });
                (cold, Some(refused))
            }
            Phase::Settled | Phase::ZoneLost => (cold_share(environments, now), None),
        };
        let nodes = Nodes { now: functions.provisioned, average: functions.provisioned };
        Crew { workers: limit, queue: 0, nodes, cold, cold_ms: functions.cold_ms, refused }
    }

    /// How many of `nodes` stand in the zone that is lost: all, if the others are too few.
    fn lost(&self, component: &Component, nodes: u32) -> u32 {
        match component.zones {
            _ if is_down(component, self.phase) => nodes,
            zones if zones > 0 && self.phase == Phase::ZoneLost => nodes.div_ceil(zones),
            _ => 0,
        }
    }

    /// Lets the crew serve those who wait for it; what they leave free takes from queues.
    fn serve(&mut self, index: usize, crew: &Crew) {
        let stops = &self.routes.stops[index];
        let ms = |stop: &Stop| stop.ms + crew.cold * crew.cold_ms;
        let (taken, waiting): (Vec<&Stop>, Vec<&Stop>) =
            stops.iter().partition(|stop| self.travellers[stop.class].is_taken_from_queue());
        let flows: Vec<(f64, f64)> =
            waiting.iter().map(|stop| (self.travellers[stop.class].flow(stop), ms(stop) / 1e3)).collect();
        let arrivals = mixed(&flows);
        let mut occupied = occupancy(crew.workers, crew.queue, arrivals);
        if let Some(refused) = crew.refused.filter(|_| arrivals.rate > 0.0) {
            let utilisation = (occupied.offered * (1.0 - refused)).min(1.0);
            occupied = Occupancy { refused, utilisation, throughput: arrivals.rate * (1.0 - refused), ..occupied };
        }
        let count = crew.workers as f64;
        let work: f64 = taken.iter().map(|stop| self.travellers[stop.class].flow(stop) * ms(stop) / 1e3).sum();
        let free = count * (1.0 - occupied.utilisation);
        // What is no work is done as it comes.
        let headroom = if work > 0.0 { free / work } else { 1.0 };
        let figures = &mut self.figures[index];
        figures.refused = occupied.refused;
        figures.wait_ms = occupied.wait_mean_s * 1e3;
        if crew.workers > 0 {
            figures.offered = Some(occupied.offered + work / count);
            figures.utilisation = Some((occupied.utilisation + work.min(free) / count).min(1.0));
        }
        for stop in waiting {
            self.travellers[stop.class].spend(stop, &occupied, crew);
        }
        for stop in taken {
            self.travellers[stop.class].take(headroom);
        }
    }

    /// What waits in a queue, given what the workers behind it can do.
    fn backlog(&self, queue: usize) -> Backlog {
        let rate = self.figures[queue].flow * (1.0 - self.figures[queue].refused);
        let behind = self.travellers.iter().filter_map(|traveller| traveller.behind);
        let headroom = behind.filter(|behind| behind.queue == queue).filter_map(|behind| behind.headroom);
        let headroom = headroom.fold(f64::INFINITY, f64::min);
        // Where no workers are met, nothing is known of a capacity but that it is enough.
        let capacity = if headroom.is_finite() { rate * headroom } else { rate };
        let workload = &self.design.workload;
        backlog(Peak { rate, base_rate: rate * workload.base, duration_s: workload.peak_s }, capacity)
    }
}

impl Traveller {
    fn new(start: Start, visits: usize) -> Self {
        let way = Part { weight: 1.0, fixed_ms: start.fixed_ms, mean_ms: 0.0, variance: 0.0 };
        let works = Works { so_far: 1.0, answered: 0.0, left: 1.0 };
        Traveller { start, answered: Vec::new(), ways: vec![way], behind: None, flows: vec![0.0; visits], works }
    }

    /// Times a second that this class comes to a stop.
    fn flow(&self, stop: &Stop) -> f64 {
        let here = match self.behind {
            Some(behind) => behind.reach,
            None => self.ways.iter().map(|way| way.weight).sum(),
        };
        self.start.rate * here * stop.times
    }

    /// Whether the next workers take this class from a queue, instead of being waited for.
    fn is_taken_from_queue(&self) -> bool {
        self.behind.is_some_and(|behind| behind.headroom.is_none())
    }

    /// Answers the hits at the edge.
    fn split(&mut self, stop: &Stop) {
        let Start { hit, hit_ms, .. } = self.start;
        for way in &mut self.ways {
            self.answered.push(Part { weight: way.weight * hit, fixed_ms: hit_ms + stop.times * stop.ms, ..*way });
            way.weight *= 1.0 - hit;
            way.fixed_ms += stop.times * stop.ms;
        }
        self.works.answer(hit);
    }

    /// The caller leaves at a queue.
    fn leave(&mut self, queue: usize) {
        if self.behind.is_none() {
            let reach = self.ways.iter().map(|way| way.weight).sum();
            self.behind = Some(Behind { queue, reach, headroom: None });
            self.works.answer(1.0);
        }
    }

    /// Workers take from the queue what they can.
    fn take(&mut self, headroom: f64) {
        if let Some(behind) = &mut self.behind {
            behind.headroom = Some(headroom);
            behind.reach *= headroom.min(1.0);
        }
    }

    /// Loses those who are refused: a share of `refused` at each of `times` visits, of which a broken one happens to some.
    fn thin(&mut self, times: f64, refused: f64) {
        let kept = (1.0 - refused).powf(times.floor()) * (1.0 - times.fract() * refused);
        match &mut self.behind {
            // What is refused behind a queue goes back into it: the workers get less done.
            Some(behind) => {
                behind.reach *= kept;
                behind.headroom = behind.headroom.map(|headroom| headroom * kept);
            }
            None => self.ways.iter_mut().for_each(|way| way.weight *= kept),
        }
    }

    /// Waits and is served.
    fn spend(&mut self, stop: &Stop, occupied: &Occupancy, crew: &Crew) {
        self.thin(stop.times, occupied.refused);
        if self.behind.is_some() {
            return;
        }
        let (times, part) = (stop.times, stop.times.fract());
        let stay = occupied.wait_mean_s * 1e3 + stop.ms;
        let variance = occupied.wait_variance * 1e6 + stop.ms * stop.ms;
        for way in &mut self.ways {
            way.mean_ms += times * stay;
            way.variance += times * variance + part * (1.0 - part) * stay * stay;
        }
        self.start_cold(times, crew);
    }

    /// Of those who come once, some start an environment: that is a way of its own. Else it goes into mean and variance.
    fn start_cold(&mut self, times: f64, crew: &Crew) {
        let Crew { cold, cold_ms, .. } = *crew;
        if cold <= 0.0 || cold_ms <= 0.0 {
            return;
        }
        if times == 1.0 && self.ways.len() < MOST_WAYS {
            let late = |way: &Part| Part { weight: way.weight * cold, fixed_ms: way.fixed_ms + cold_ms, ..*way };
            let late: Vec<Part> = self.ways.iter().map(late).collect();
            self.ways.iter_mut().for_each(|way| way.weight *= 1.0 - cold);
            self.ways.extend(late);
        } else {
            for way in &mut self.ways {
                way.mean_ms += times * cold * cold_ms;
                way.variance += times * cold * (1.0 - cold) * cold_ms * cold_ms;
            }
        }
    }

    fn figures(self) -> ClassFigures {
        let rate = self.start.rate;
        let parts = self.answered.into_iter().chain(self.ways);
        let parts = parts.map(|part| Part { weight: part.weight * rate, ..part }).collect();
        let availability = (self.works.answered + self.works.left * self.works.so_far).clamp(0.0, 1.0);
        ClassFigures { offered: rate, response: Response { requests: rate, parts }, flows: self.flows, availability }
    }
}

impl Works {
    /// A share of those who are left is answered by what has been passed so far.
    fn answer(&mut self, share: f64) {
        self.answered += self.left * share * self.so_far;
        self.left *= 1.0 - share;
    }
}

impl Scaling {
    /// How many servers there are for `busy` of them (Erlang), `count` without scaling: ⌈busy/target⌉ between min and max.
    fn servers(&self, count: u32, busy: f64) -> u32 {
        if !self.on {
            return count;
        }
        // A demand of exactly three servers is not four because of a binary fraction.
        let wanted = (busy / self.target - 1e-9).ceil().clamp(0.0, f64::from(u32::MAX));
        (wanted as u32).max(self.min).min(self.max.max(1))
    }
}

/// Several classes at one station as one: λ = Σ f, s = Σ f·s/λ, cv² = Σ f·2s²/λ/s² − 1, each exponential by itself.
fn mixed(flows: &[(f64, f64)]) -> Arrivals {
    let rate: f64 = flows.iter().map(|(flow, _)| flow).sum();
    let work: f64 = flows.iter().map(|(flow, service)| flow * service).sum();
    if rate <= 0.0 || work <= 0.0 {
        return Arrivals { rate, service_s: 0.0, cv2: 1.0 };
    }
    let service_s = work / rate;
    let square: f64 = flows.iter().map(|(flow, service)| flow * 2.0 * service * service).sum::<f64>() / rate;
    Arrivals { rate, service_s, cv2: (square / (service_s * service_s) - 1.0).max(0.0) }
}
