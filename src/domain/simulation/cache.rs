//! How much a cache answers: bound by its size, by the age that it allows, or by both.
//!
//! It must not know what stands behind the cache. [`HitRatios`] remembers what has been computed by its inputs: it is handed
//! in, so that a chart of forty loads computes once.

use super::popularity::Popularity;
use std::collections::HashMap;
use std::rc::Rc;

/// What one class asks a cache for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Demand {
    /// N, different objects.
    pub objects: f64,
    /// α of their popularity.
    pub exponent: f64,
    /// Requests of this class for each of the others', in any unit: the classes compete for the space.
    pub weight: f64,
}

/// A full cache that pushes out what has not been used for longest (LRU).
#[derive(Debug, Clone, PartialEq)]
pub struct Lru {
    /// t_C, the characteristic time in requests; infinite where everything fits.
    pub time: f64,
    /// The hit ratio of each demand, 0..1.
    pub hits: Vec<f64>,
}

/// Size-bound (LRU) cache of C = `capacity` objects, by Che's approximation.
///
/// t_C solves Σ (1 − e^(−p_i·t_C)) = C; h = Σ p_i·(1 − e^(−p_i·t_C)). C ≥ N gives 1, C ≤ 0 gives 0. With several classes p_i is
/// the object's share of all requests (H. Che, Y. Tung, Z. Wang, "Hierarchical Web Caching Systems", IEEE JSAC 20(7), 2002;
/// C. Fricker, P. Robert, J. Roberts, "A versatile and accurate approximation for LRU cache performance", ITC 24, 2012).
pub fn lru(demands: &[(f64, &Popularity)], capacity: f64) -> Lru {
    let asked: f64 = demands.iter().map(|(weight, _)| weight).sum();
    let shares: Vec<(f64, &Popularity)> = demands.iter().map(|(weight, known)| (weight / asked, *known)).collect();
    let used = || shares.iter().filter(|(share, _)| *share > 0.0);
    let objects: f64 = used().map(|(_, popularity)| popularity.objects()).sum();
    if asked <= 0.0 || capacity <= 0.0 {
        return Lru { time: 0.0, hits: vec![0.0; demands.len()] };
    }
    if capacity >= objects {
        return Lru { time: f64::INFINITY, hits: vec![1.0; demands.len()] };
    }
    // What is held after t requests grows ever slower and is at most t: Newton's steps from C stay below t_C.
    let mut time = capacity;
    for _ in 0..200 {
        let (mut held, mut growth) = (0.0, 0.0);
        for (share, popularity) in used() {
            for point in popularity.points() {
                let probability = share * point.probability;
                let gone = (-probability * time).exp_m1();
                held -= point.objects * gone;
                growth += point.objects * probability * (gone + 1.0);
            }
        }
        let step = (capacity - held) / growth;
        if !step.is_finite() || step <= time * 1e-14 {
            break;
        }
        time += step;
    }
    let hit = |(share, popularity): &(f64, &Popularity)| -> f64 {
        let points = popularity.points().iter();
        let sum: f64 = points.map(|p| p.objects * p.probability * -(-share * p.probability * time).exp_m1()).sum();
        sum.clamp(0.0, 1.0)
    };
    Lru { time, hits: shares.iter().map(hit).collect() }
}

/// Time-bound cache of unlimited size that keeps an object `ttl_s` (T, seconds, ≥ 0) from its fetch, under λ = `rate` requests
/// a second (≥ 0): the hit ratio, 0..1.
///
/// x_i = λ·p_i·T, h = Σ p_i·x_i/(1 + x_i) (J. Jung, A. Berger, H. Balakrishnan, "Modeling TTL-based Internet Caches", INFOCOM 2003).
pub fn ttl_hit(popularity: &Popularity, rate: f64, ttl_s: f64) -> f64 {
    let asked = rate.max(0.0) * ttl_s.max(0.0);
    let points = popularity.points().iter();
    let sum: f64 = points
        .map(|point| {
            let expected = asked * point.probability;
            point.objects * point.probability * expected / (1.0 + expected)
        })
        .sum();
    sum.clamp(0.0, 1.0)
}

/// Hit ratios by their inputs, each summed once.
#[derive(Debug, Clone, Default)]
pub struct HitRatios {
    popularities: HashMap<[u64; 2], Rc<Popularity>>,
    by_size: HashMap<Vec<u64>, Rc<[f64]>>,
    by_age: HashMap<[u64; 3], f64>,
}

impl HitRatios {
    /// The hit ratio (0..1) of each of `demands` in a cache of `capacity` objects (C, any number; ≤ 0 holds nothing): [`lru`],
    /// summed once for the same N, α, C and shares of the demands, whatever the load.
    pub fn lru(&mut self, demands: &[Demand], capacity: f64) -> Rc<[f64]> {
        let asked: f64 = demands.iter().map(|one| one.weight).sum();
        let mut key = vec![capacity.to_bits()];
        for one in demands {
            // The same shares at another load differ in their last digits.
            let share = (one.weight / asked * 1e12).round();
            key.extend([one.objects, one.exponent, share].map(f64::to_bits));
        }
        if let Some(known) = self.by_size.get(&key) {
            return known.clone();
        }
        let popularities: Vec<Rc<Popularity>> =
            demands.iter().map(|one| self.popularity(one.objects, one.exponent)).collect();
        let weighted: Vec<(f64, &Popularity)> =
            demands.iter().zip(&popularities).map(|(one, popularity)| (one.weight, popularity.as_ref())).collect();
        let hits: Rc<[f64]> = lru(&weighted, capacity).hits.into();
        self.by_size.insert(key, hits.clone());
        hits
    }

    /// The hit ratio (0..1) of a catalogue of N = `objects` and α = `exponent` in a cache that is asked λ = `rate` times a second
    /// and keeps an object T = `ttl_s` seconds: [`ttl_hit`], summed once for the same N, α and λ·T.
    pub fn ttl(&mut self, objects: f64, exponent: f64, rate: f64, ttl_s: f64) -> f64 {
        let key = [objects, exponent, rate * ttl_s].map(f64::to_bits);
        if let Some(known) = self.by_age.get(&key) {
            return *known;
        }
        let hit = ttl_hit(&self.popularity(objects, exponent), rate, ttl_s);
        self.by_age.insert(key, hit);
        hit
    }

    /// The popularity p_i of a catalogue of N = `objects` (≥ 0) with Zipf's α = `exponent` (≥ 0): [`Popularity::zipf`], summed
    /// once for the same N and α.
    fn popularity(&mut self, objects: f64, exponent: f64) -> Rc<Popularity> {
        let known = self.popularities.entry([objects, exponent].map(f64::to_bits));
        known.or_insert_with(|| Rc::new(Popularity::zipf(objects, exponent))).clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_catalogue_is_summed_once_whatever_the_load() {
        let mut memory = HitRatios::default();
        for load in 1..=40 {
            let weights = [1.1, 0.7].map(|weight| weight * f64::from(load) / 10.0);
            let demands = weights.map(|weight| Demand { objects: 5000.0, exponent: 0.8, weight });
            memory.lru(&demands, 400.0);
            memory.ttl(5000.0, 0.8, 30.0, 60.0);
        }
        assert_eq!((memory.popularities.len(), memory.by_size.len(), memory.by_age.len()), (1, 1, 1));
    }

    #[test]
    fn what_is_remembered_is_what_was_computed() {
        let mut memory = HitRatios::default();
        let computed = ttl_hit(&Popularity::zipf(5000.0, 0.8), 30.0, 60.0);
        assert_eq!([memory.ttl(5000.0, 0.8, 30.0, 60.0), memory.ttl(5000.0, 0.8, 60.0, 30.0)], [computed; 2]);
        assert_ne!(memory.ttl(5000.0, 0.8, 30.0, 61.0), computed);
    }
}
