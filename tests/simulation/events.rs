//! The approximations against events one by one, from a seed: what they promise, and how well they keep it.

use awstutor::domain::shuffle::Generator;
use awstutor::domain::simulation::cache::{lru, ttl_hit};
use awstutor::domain::simulation::function::{Environments, cold_share};
use awstutor::domain::simulation::popularity::Popularity;
use std::collections::HashMap;

/// An exponential time of this mean.
fn exponential(generator: &mut Generator, mean: f64) -> f64 {
    let uniform = (generator.number() >> 11) as f64 / (1_u64 << 53) as f64;
    -mean * (1.0 - uniform).ln()
}

/// Share of requests that start an environment, when each takes the first free one.
fn cold_by_events(environments: Environments, rate: f64, service_s: f64, seed: u64) -> f64 {
    let mut generator = Generator::new(seed);
    let (mut now, mut cold, mut accepted) = (0.0, 0_u32, 0_u32);
    // When each environment is free again; what was never used is as cold as can be.
    let mut free_at = vec![f64::NEG_INFINITY; environments.limit as usize];
    for request in 0..200_000 {
        now += exponential(&mut generator, 1.0 / rate);
        let Some(place) = free_at.iter().position(|free| *free <= now) else { continue };
        let is_cold = place as u64 >= environments.provisioned && now - free_at[place] > environments.keep_s;
        free_at[place] = now + exponential(&mut generator, service_s);
        if request >= 20_000 {
            accepted += 1;
            cold += u32::from(is_cold);
        }
    }
    f64::from(cold) / f64::from(accepted)
}

#[track_caller]
fn cold_starts_agree(environments: Environments, rate: f64, service_s: f64) {
    let (formula, events) =
        (cold_share(environments, rate, service_s), cold_by_events(environments, rate, service_s, 7));
    assert!((formula - events).abs() <= 0.05 * events + 1e-4, "{formula} by the formula, {events} by events");
}

#[test]
fn a_quiet_function_is_mostly_cold() {
    // A request every 20 minutes, kept 10: e^-2 would be the share kept if work took no time.
    cold_starts_agree(Environments { limit: 50, provisioned: 0, keep_s: 600.0 }, 1.0 / 1200.0, 0.5);
}

#[test]
fn a_function_at_some_load_is_cold_at_its_edge() {
    cold_starts_agree(Environments { limit: 200, provisioned: 0, keep_s: 60.0 }, 0.5, 4.0);
    cold_starts_agree(Environments { limit: 200, provisioned: 0, keep_s: 30.0 }, 5.0, 2.0);
    cold_starts_agree(Environments { limit: 200, provisioned: 0, keep_s: 300.0 }, 20.0, 1.0);
}

#[test]
fn environments_kept_ready_take_the_cold_starts_of_the_first() {
    cold_starts_agree(Environments { limit: 50, provisioned: 1, keep_s: 60.0 }, 0.05, 2.0);
    cold_starts_agree(Environments { limit: 50, provisioned: 8, keep_s: 30.0 }, 5.0, 1.0);
}

/// Objects drawn by their popularity.
struct Catalogue {
    cumulative: Vec<f64>,
}

impl Catalogue {
    fn new(objects: u32, exponent: f64) -> Self {
        let mut sum = 0.0;
        let mut cumulative: Vec<f64> = (1..=objects)
            .map(|rank| {
                sum += f64::from(rank).powf(-exponent);
                sum
            })
            .collect();
        cumulative.iter_mut().for_each(|share| *share /= sum);
        Catalogue { cumulative }
    }

    fn draw(&self, generator: &mut Generator) -> usize {
        let uniform = (generator.number() >> 11) as f64 / (1_u64 << 53) as f64;
        self.cumulative.partition_point(|share| *share <= uniform)
    }
}

/// The hit ratio of a cache that holds the `capacity` objects used last, and each for `ttl_s` from its fetch.
fn hits_by_events(catalogue: &Catalogue, capacity: u64, ttl_s: f64, rate: f64) -> f64 {
    let mut generator = Generator::new(11);
    let (mut now, mut hits) = (0.0, 0_u32);
    let mut held: HashMap<usize, (u64, f64)> = HashMap::new();
    let mut order = std::collections::BTreeMap::new();
    let requests = 200_000_u32;
    for request in 0..requests {
        now += exponential(&mut generator, 1.0 / rate);
        let object = catalogue.draw(&mut generator);
        let known = held.get(&object).copied();
        let fresh = known.is_some_and(|(_, fetched)| now - fetched <= ttl_s);
        if request >= requests / 5 {
            hits += u32::from(fresh);
        }
        if let Some((used, _)) = known {
            order.remove(&used);
        }
        let fetched = known.filter(|_| fresh).map_or(now, |(_, fetched)| fetched);
        held.insert(object, (request.into(), fetched));
        order.insert(u64::from(request), object);
        if held.len() as u64 > capacity {
            let (_, oldest) = order.pop_first().expect("something is held");
            held.remove(&oldest);
        }
    }
    f64::from(hits) / f64::from(requests - requests / 5)
}

#[test]
fn a_cache_of_some_size_answers_what_events_say() {
    let popularity = Popularity::zipf(5_000.0, 0.9);
    for capacity in [50_u64, 500, 2_500] {
        let formula = lru(&[(1.0, &popularity)], capacity as f64).hits[0];
        let events = hits_by_events(&Catalogue::new(5_000, 0.9), capacity, f64::INFINITY, 50.0);
        assert!((formula - events).abs() < 0.01, "{capacity}: {formula} by the formula, {events} by events");
    }
}

#[test]
fn a_cache_that_forgets_by_age_answers_what_events_say() {
    let popularity = Popularity::zipf(5_000.0, 0.9);
    let events = hits_by_events(&Catalogue::new(5_000, 0.9), u64::MAX, 60.0, 50.0);
    let formula = ttl_hit(&popularity, 50.0, 60.0);
    assert!((formula - events).abs() < 0.01, "{formula} by the formula, {events} by events");
}

/// The smaller of both bounds is what the model takes where a cache forgets by age and pushes out by size.
#[test]
fn bound_both_ways_the_smaller_is_near_and_never_too_low() {
    let popularity = Popularity::zipf(5_000.0, 0.9);
    for (capacity, ttl_s) in [(500_u64, 600.0), (2_500, 20.0), (500, 40.0)] {
        let size = lru(&[(1.0, &popularity)], capacity as f64).hits[0];
        let formula = size.min(ttl_hit(&popularity, 50.0, ttl_s));
        let events = hits_by_events(&Catalogue::new(5_000, 0.9), capacity, ttl_s, 50.0);
        assert!((-0.01..0.10).contains(&(formula - events)), "{formula} by the formula, {events} by events");
    }
}
