//! Requests through stations one by one, from a seed, beside what the formulas say of the same stations.
//!
//! Workers take who has waited longest; a request that finds every place taken is lost. The first fifth of the requests fills
//! the stations and is not counted.

use crate::chance::{exponential, uniform};
use crate::designs::image_community;
use crate::vectors::vector;
use awstutor::domain::shuffle::Generator;
use awstutor::domain::simulation::cache::HitRatios;
use awstutor::domain::simulation::evaluate;
use awstutor::domain::simulation::goal::{Metric, Scope, Situation};
use awstutor::domain::simulation::station::{Arrivals, occupancy};
use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};

/// A number that is not negative, in its order.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Time(f64);

impl Eq for Time {}

impl PartialOrd for Time {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Time {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.total_cmp(&other.0)
    }
}

/// Workers with a queue of limited length.
struct Station {
    /// When each worker is free.
    free: BinaryHeap<Reverse<Time>>,
    /// When those who wait will be taken.
    starts: VecDeque<f64>,
    queue: usize,
    busy: f64,
}

impl Station {
    fn new(workers: usize, queue: usize) -> Self {
        let free = (0..workers).map(|_| Reverse(Time(0.0))).collect();
        Station { free, starts: VecDeque::new(), queue, busy: 0.0 }
    }

    /// When a request that comes `now` is taken. None: there is no place for it.
    fn start(&mut self, now: f64, service: f64) -> Option<f64> {
        while self.starts.front().is_some_and(|start| *start <= now) {
            self.starts.pop_front();
        }
        let Reverse(Time(free)) = *self.free.peek().expect("workers");
        if free > now && self.starts.len() >= self.queue {
            return None;
        }
        let start = now.max(free);
        self.free.pop();
        self.free.push(Reverse(Time(start + service)));
        if start > now {
            self.starts.push_back(start);
        }
        self.busy += service;
        Some(start)
    }
}

const REQUESTS: usize = 100_000;

#[track_caller]
fn near(what: &str, formula: f64, events: f64, tolerance: f64) {
    assert!((formula - events).abs() <= tolerance, "{what}: {formula} by the formula, {events} by events");
}

/// One station whose work is exponential: the formulas are exact, and what is left is chance.
#[track_caller]
fn station_agrees(workers: usize, queue: usize, load: f64) {
    let service_s = 0.1;
    let rate = load * workers as f64 / service_s;
    let formula = occupancy(workers as u64, queue as u64, Arrivals { rate, service_s, cv2: 1.0 });

    let mut generator = Generator::new(3);
    let mut station = Station::new(workers, queue);
    let (mut now, mut waits, mut counted) = (0.0, Vec::new(), 0);
    for request in 0..REQUESTS {
        now += exponential(&mut generator, 1.0 / rate);
        let service = exponential(&mut generator, service_s);
        let start = station.start(now, service);
        if request >= REQUESTS / 5 {
            counted += 1;
            waits.extend(start.map(|start| start - now));
        }
    }
    let accepted = waits.len() as f64;
    let mean = waits.iter().sum::<f64>() / accepted;
    let variance = waits.iter().map(|wait| (wait - mean).powi(2)).sum::<f64>() / accepted;
    let waiting = waits.iter().filter(|wait| **wait > 0.0).count() as f64 / accepted;
    near("refused", formula.refused, 1.0 - accepted / f64::from(counted), 0.01);
    near("busy", formula.utilisation, station.busy / (now * workers as f64), 0.01);
    near("share that waits", formula.wait_probability, waiting, 0.02);
    near("mean wait", formula.wait_mean_s, mean, 0.05 * mean + 1e-4);
    near("deviation of the wait", formula.wait_variance.sqrt(), variance.sqrt(), 0.05 * variance.sqrt() + 1e-3);
}

#[test]
fn a_station_with_a_long_queue_lets_wait_as_events_do() {
    station_agrees(1, 200, 0.7);
    station_agrees(8, 200, 0.8);
}

#[test]
fn a_station_with_a_short_queue_refuses_as_events_do() {
    station_agrees(4, 3, 0.9);
    station_agrees(10, 0, 0.8);
}

#[test]
fn a_station_that_is_offered_too_much_does_as_events_do() {
    station_agrees(4, 20, 1.3);
    station_agrees(2, 0, 2.0);
}

/// A class on its way: what each visit is served for on average, in seconds, and where.
struct Way {
    share: f64,
    fixed_s: f64,
    visits: Vec<(usize, f64)>,
    /// The last visit happens to this share of the requests.
    last: f64,
}

/// How long requests of both ways take, in order; how many are lost; how busy each station is.
fn response_by_events(stations: &mut [Station], ways: &[Way; 2], rate: f64) -> (Vec<f64>, f64, Vec<f64>) {
    let mut generator = Generator::new(5);
    let mut arrivals: BinaryHeap<Reverse<(Time, usize)>> = BinaryHeap::new();
    let (mut now, mut requests) = (0.0, Vec::new());
    for number in 0..REQUESTS {
        now += exponential(&mut generator, 1.0 / rate);
        let way = if uniform(&mut generator) < ways[0].share { &ways[0] } else { &ways[1] };
        let visits = way.visits.len() - usize::from(uniform(&mut generator) >= way.last);
        requests.push((way, now, visits, 0));
        arrivals.push(Reverse((Time(now), number)));
    }
    let (mut times, mut lost) = (Vec::new(), 0);
    while let Some(Reverse((Time(at), number))) = arrivals.pop() {
        let (way, begun, visits, done) = &mut requests[number];
        if *done < *visits {
            let (station, mean) = way.visits[*done];
            *done += 1;
            let service = exponential(&mut generator, mean);
            match stations[station].start(at, service) {
                Some(start) => arrivals.push(Reverse((Time(start + service), number))),
                None => lost += usize::from(number >= REQUESTS / 5),
            }
        } else if number >= REQUESTS / 5 {
            times.push(way.fixed_s + at - *begun);
        }
    }
    times.sort_by(f64::total_cmp);
    let busy = stations.iter().map(|station| station.busy / (now * station.free.len() as f64)).collect();
    (times, lost as f64 / (REQUESTS - REQUESTS / 5) as f64, busy)
}

/// Pages and pictures through the same servers, pages on to a database 3.2 times: mixed work, one path behind the other, and
/// gamma distributions fitted to it. All of that is approximation, held to what the model promises.
#[track_caller]
fn image_community_agrees(id: &str) {
    let vector = vector(id);
    let design = image_community(&vector["input"]);
    let formula = evaluate(&design, Situation::TODAY, &mut HitRatios::default());

    let mut stations = [Station::new(32, 200), Station::new(8, 200)];
    let mut page = vec![(0, 0.045)];
    page.extend([(1, 0.006); 4]);
    let ways = [
        Way { share: 0.2, fixed_s: 0.040, visits: page, last: 0.2 },
        Way { share: 0.8, fixed_s: 0.072, visits: vec![(0, 0.012)], last: 1.0 },
    ];
    let (times, lost, busy) = response_by_events(&mut stations, &ways, design.workload.rate);

    let all = formula.response(&design, &Scope::All).expect("everyone");
    near("lost", all.error(), lost, 0.01);
    for (component, busy) in ["app", "db"].into_iter().zip(busy) {
        let formula = formula.figure(&design, &Metric::Utilisation(component.to_string())).expect("a share");
        near(component, formula, busy, 0.01);
    }
    let mean = times.iter().sum::<f64>() / times.len() as f64;
    near("mean", all.mean_ms().expect("somebody is answered") / 1e3, mean, 0.05 * mean);
    for (probability, tolerance) in [(0.5, 0.06), (0.95, 0.08)] {
        let events = times[(probability * times.len() as f64) as usize];
        let formula = all.quantile_of_answered(probability).expect("somebody is answered") / 1e3;
        near("quantile", formula, events, tolerance * events);
    }
}

#[test]
fn an_image_community_at_seven_tenths_answers_as_events_do() {
    image_community_agrees("scenario-before");
}

#[test]
fn an_overloaded_image_community_answers_and_refuses_as_events_do() {
    image_community_agrees("scenario-surge");
}
