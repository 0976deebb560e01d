//! How unequally the objects of a catalogue are asked for (Zipf), as a sum that is short for any size.
//!
//! It must not know caches: it is a list of weights and probabilities to sum over.

use std::f64::consts::E;

/// Ranks that are summed one by one: the popular ones, on which everything depends.
const EXACT: f64 = 2048.0;

/// Width of a band of the other ranks, in the logarithm.
const BAND: f64 = 0.25;

/// Gauss and Legendre's four places in -1..1, and their weights.
const NODES: [(f64, f64); 4] = [
    (-0.861_136_311_594_052_6, 0.347_854_845_137_453_85),
    (-0.339_981_043_584_856_26, 0.652_145_154_862_546_1),
    (0.339_981_043_584_856_26, 0.652_145_154_862_546_1),
    (0.861_136_311_594_052_6, 0.347_854_845_137_453_85),
];

/// p_i = i^−α/Σ_j j^−α for i = 1..N (L. Breslau et al., "Web Caching and Zipf-like Distributions", INFOCOM 1999: α of 0.6 to
/// 0.9 for pages).
///
/// The first 2,048 ranks are kept one by one. Of the rest, Σ f(i) is taken as the integral of f from half a rank before to half
/// a rank after, by Gauss and Legendre's rule over bands of the logarithm: f is smooth there, and the sum agrees with the
/// one by one to 9 digits, at about 2,100 terms for a million objects.
#[derive(Debug, Clone, PartialEq)]
pub struct Popularity {
    objects: f64,
    points: Vec<Point>,
}

/// Objects that are asked for alike.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// How many objects it stands for.
    pub objects: f64,
    /// Probability that a request is for one of them: one object's.
    pub probability: f64,
}

impl Popularity {
    /// N = `objects` (0 to 1e12, taken whole), α = `exponent` (0 to 3; 0: all alike).
    pub fn zipf(objects: f64, exponent: f64) -> Self {
        let objects = objects.floor().max(0.0);
        let weight = |rank: f64| rank.powf(-exponent);
        let mut points = Vec::new();
        let mut rank = 1.0;
        while rank <= objects.min(EXACT) {
            points.push(Point { objects: 1.0, probability: weight(rank) });
            rank += 1.0;
        }
        if objects > EXACT {
            let (from, to) = ((EXACT + 0.5).ln(), (objects + 0.5).ln());
            let bands = ((to - from) / BAND).ceil();
            let half = (to - from) / bands / 2.0;
            for band in 0..bands as u32 {
                let middle = from + half * (2.0 * f64::from(band) + 1.0);
                points.extend(NODES.iter().map(|(place, share)| {
                    let rank = E.powf(middle + half * place);
                    Point { objects: share * half * rank, probability: weight(rank) }
                }));
            }
        }
        let total: f64 = points.iter().map(|point| point.objects * point.probability).sum();
        points.iter_mut().for_each(|point| point.probability /= total);
        Popularity { objects, points }
    }

    /// N.
    pub fn objects(&self) -> f64 {
        self.objects
    }

    /// Every object, those of a band together: Σ objects·probability = 1.
    pub fn points(&self) -> &[Point] {
        &self.points
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bands_agree_with_the_sum_over_every_object() {
        for exponent in [0.0, 0.6, 0.9, 1.0, 1.4, 3.0] {
            let short = Popularity::zipf(200_000.0, exponent);
            let total: f64 = (1..=200_000).map(|rank| f64::from(rank).powf(-exponent)).sum();
            let objects: f64 = short.points.iter().map(|point| point.objects).sum();
            assert!((short.points[0].probability * total - 1.0).abs() < 1e-9, "exponent {exponent}");
            assert!((objects / 200_000.0 - 1.0).abs() < 1e-9, "exponent {exponent}: {objects}");
        }
    }

    #[test]
    fn a_large_catalogue_is_a_short_sum() {
        assert!(Popularity::zipf(1e12, 0.8).points.len() < 2_500);
        assert_eq!(Popularity::zipf(0.0, 0.8).points.len(), 0);
    }
}
