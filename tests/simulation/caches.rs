//! A cache that is asked for one object after the other, from a seed, beside the formulas for hit ratios.

use crate::chance::{exponential, uniform};
use awstutor::domain::shuffle::Generator;
use awstutor::domain::simulation::cache::{lru, ttl_hit};
use awstutor::domain::simulation::popularity::Popularity;
use std::collections::{BTreeMap, HashMap};

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
        let uniform = uniform(generator);
        self.cumulative.partition_point(|share| *share <= uniform)
    }
}

/// The hit ratio of a cache that holds the `capacity` objects used last, and each for `ttl_s` from its fetch.
fn hits_by_events(catalogue: &Catalogue, capacity: u64, ttl_s: f64, rate: f64) -> f64 {
    let mut generator = Generator::new(11);
    let (mut now, mut hits) = (0.0, 0_u32);
    let mut held: HashMap<usize, (u64, f64)> = HashMap::new();
    let mut order = BTreeMap::new();
    let requests = 100_000_u32;
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
    for (capacity, ttl_s) in [(500_u64, 600.0), (2_500, 20.0), (500, 40.0), (500, 28.0)] {
        let size = lru(&[(1.0, &popularity)], capacity as f64).hits[0];
        let formula = size.min(ttl_hit(&popularity, 50.0, ttl_s));
        let events = hits_by_events(&Catalogue::new(5_000, 0.9), capacity, ttl_s, 50.0);
        assert!((-0.01..0.04).contains(&(formula - events)), "{formula} by the formula, {events} by events");
    }
}

/// Bands of ranks against the sum over every object, as long as that can be waited for.
#[test]
fn a_catalogue_in_bands_gives_the_hit_ratios_of_one_object_after_the_other() {
    for exponent in [0.0, 0.6, 0.9, 1.0, 1.4, 3.0] {
        let objects = 200_000;
        let popularity = Popularity::zipf(f64::from(objects), exponent);
        let weights: Vec<f64> = (1..=objects).map(|rank| f64::from(rank).powf(-exponent)).collect();
        let total: f64 = weights.iter().sum();
        let sum = |term: &dyn Fn(f64) -> f64| weights.iter().map(|weight| term(weight / total)).sum::<f64>();

        let given = lru(&[(1.0, &popularity)], 20_000.0);
        let held = sum(&|share| -(-share * given.time).exp_m1());
        let by_size = sum(&|share| -share * (-share * given.time).exp_m1());
        let by_age = sum(&|share| share * (3_000.0 * share) / (1.0 + 3_000.0 * share));
        for (given, expected) in
            [(20_000.0, held), (given.hits[0], by_size), (ttl_hit(&popularity, 50.0, 60.0), by_age)]
        {
            assert!((given / expected - 1.0).abs() < 1e-9, "exponent {exponent}: {given} {expected}");
        }
    }
}
