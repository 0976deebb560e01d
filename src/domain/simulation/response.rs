//! How long requests take: a mixture of fixed delays and gamma distributions, and its quantiles.
//!
//! It must not know stations: a part comes with its mean and variance. A part of no variance is a constant.

use statrs::function::erf::erfc;
use statrs::function::gamma::{gamma_lr, ln_gamma};
use std::f64::consts::{PI, SQRT_2};

/// From this shape on a gamma distribution is the cube of a normal one to 8 digits (E. B. Wilson, M. M. Hilferty, "The
/// Distribution of Chi-Square", PNAS 17(12), 1931), and the sums of the exact one get long.
const CUBE_FROM: f64 = 1e5;

/// Requests that take the same way.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Part {
    /// How many of the requests are answered this way: a share of 0..1, or a rate; all parts in the same unit.
    pub weight: f64,
    /// What every one of them takes, ms.
    pub fixed_ms: f64,
    /// Mean of what comes to it, ms.
    pub mean_ms: f64,
    /// Variance of what comes to it, ms².
    pub variance: f64,
}

/// Requests of which some are answered, in one of several ways, and some are refused.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Response {
    /// All requests, in the unit of the parts' weights; what is missing from their sum is refused.
    pub requests: f64,
    pub parts: Vec<Part>,
}

impl Part {
    /// Mean response time, ms.
    pub fn total_ms(&self) -> f64 {
        self.fixed_ms + self.mean_ms
    }

    fn deviation_ms(&self) -> f64 {
        self.variance.sqrt()
    }

    /// M²/V of the gamma distribution. None: a constant.
    fn shape(&self) -> Option<f64> {
        let shape = self.mean_ms * self.mean_ms / self.variance;
        (self.variance > 0.0 && self.mean_ms > 0.0 && shape.is_finite() && shape > 0.0).then_some(shape)
    }
}

impl Response {
    /// Requests that are answered, in the unit of the weights: Σ w, at most all.
    pub fn answered(&self) -> f64 {
        self.parts.iter().map(|part| part.weight).sum::<f64>().min(self.requests)
    }

    /// Share of the requests that are refused, 0..1: 1 − Σ w/requests; 0 where nobody asks.
    pub fn error(&self) -> f64 {
        if self.requests <= 0.0 { 0.0 } else { (1.0 - self.answered() / self.requests).clamp(0.0, 1.0) }
    }

    /// Mean response time of the answered, ms: Σ w·(fixed + M)/Σ w. None: nobody is answered.
    pub fn mean_ms(&self) -> Option<f64> {
        let answered: f64 = self.parts.iter().map(|part| part.weight).sum();
        let sum: f64 = self.parts.iter().map(|part| part.weight * part.total_ms()).sum();
        (answered > 0.0).then(|| sum / answered)
    }

    /// The time in which a share `probability` (0..1) of **all** requests is answered, ms; refused ones never are: the
    /// smallest t with F(t)·(1 − error) ≥ probability, F being that of the answered. None: more are refused than that leaves.
    pub fn quantile_of_all(&self, probability: f64) -> Option<f64> {
        let answered = 1.0 - self.error();
        let wanted = if answered > 0.0 { probability / answered } else { f64::INFINITY };
        // The last requests of a gamma distribution take for ever: exactly all of the answered are no finite time.
        (wanted < 1.0 - 1e-12).then(|| self.quantile_of_answered(wanted)).flatten()
    }

    /// The smallest time in which a share `probability` (0..1, less than 1) of the answered requests is answered, ms: the smallest
    /// t with Σ w·F(t) ≥ probability·Σ w, F(t) = P(M²/V, (t − fixed)·M/V), the regularised incomplete gamma function (0 and 1 with
    /// a jump at fixed + M where V = 0). It falls under overload, because only the lucky are answered: for judging take
    /// `quantile_of_all`. None: nobody is answered.
    pub fn quantile_of_answered(&self, probability: f64) -> Option<f64> {
        let curves: Vec<Curve> = self.parts.iter().filter(|part| part.weight > 0.0).map(Curve::new).collect();
        let total: f64 = curves.iter().map(|curve| curve.weight).sum();
        (total > 0.0).then(|| invert(&curves, probability * total))
    }
}

/// A part, with what every look at its distribution needs.
#[derive(Debug, Clone, Copy)]
struct Curve {
    weight: f64,
    fixed: f64,
    total: f64,
    deviation: f64,
    form: Form,
}

#[derive(Debug, Clone, Copy)]
enum Form {
    Constant,
    Gamma { shape: f64, scale: f64, ln_gamma: f64 },
    Cube { shape: f64, scale: f64 },
}

impl Curve {
    fn new(part: &Part) -> Self {
        let form = match part.shape() {
            None => Form::Constant,
            Some(shape) if shape >= CUBE_FROM => Form::Cube { shape, scale: part.mean_ms / shape },
            Some(shape) => Form::Gamma { shape, scale: part.mean_ms / shape, ln_gamma: ln_gamma(shape) },
        };
        let (weight, deviation) = (part.weight, part.deviation_ms());
        Curve { weight, fixed: part.fixed_ms, total: part.total_ms(), deviation, form }
    }

    /// The share answered within `ms`, and how fast it grows there (1/ms; 0 where it jumps).
    fn at(&self, ms: f64) -> (f64, f64) {
        match self.form {
            Form::Constant => (if ms >= self.total { 1.0 } else { 0.0 }, 0.0),
            _ if ms <= self.fixed => (0.0, 0.0),
            Form::Gamma { shape, scale, ln_gamma } => {
                let x = (ms - self.fixed) / scale;
                let density = ((shape - 1.0) * x.ln() - x - ln_gamma).exp() / scale;
                let share = if x > 0.0 && x.is_finite() { gamma_lr(shape, x) } else { 0.0 };
                (share, density)
            }
            Form::Cube { shape, scale } => {
                let root = ((ms - self.fixed) / (scale * shape)).cbrt();
                let spread = (9.0 * shape).sqrt();
                let normal = (root - 1.0 + 1.0 / (9.0 * shape)) * spread;
                let density = (-normal * normal / 2.0).exp() / (2.0 * PI).sqrt();
                let slope = spread / (3.0 * root * root * scale * shape);
                (erfc(-normal / SQRT_2) / 2.0, density * slope)
            }
        }
    }
}

/// The smallest time at which the curves' weights reach `wanted`: Newton's steps where they stay inside what is known to hold it,
/// halving where they do not (a constant part is a jump).
fn invert(curves: &[Curve], wanted: f64) -> f64 {
    let at = |ms: f64| {
        curves.iter().fold((0.0, 0.0), |(share, growth), curve| {
            let (one, slope) = curve.at(ms);
            (share + curve.weight * one, growth + curve.weight * slope)
        })
    };
    let mut low = curves.iter().map(|curve| curve.fixed).fold(f64::INFINITY, f64::min).max(0.0);
    let mut high = curves.iter().map(|curve| curve.total + 40.0 * curve.deviation).fold(0.0, f64::max);
    for _ in 0..64 {
        if at(high).0 >= wanted {
            break;
        }
        (low, high) = (high, high * 2.0);
    }
    let total: f64 = curves.iter().map(|curve| curve.weight).sum();
    let mut time = curves.iter().map(|curve| curve.weight * curve.total).sum::<f64>() / total;
    for _ in 0..200 {
        if time <= low || time >= high {
            time = low + (high - low) / 2.0;
        }
        let (share, growth) = at(time);
        if share >= wanted {
            high = time;
        } else {
            low = time;
        }
        let step = (wanted - share) / growth;
        if high - low <= 1e-12 * high {
            break;
        }
        if step.is_finite() && step.abs() <= 1e-11 * time {
            return time + step;
        }
        time = if step.is_finite() { time + step } else { low };
    }
    high
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(weight: f64, fixed_ms: f64, mean_ms: f64, variance: f64) -> Part {
        Part { weight, fixed_ms, mean_ms, variance }
    }

    #[track_caller]
    fn near(given: Option<f64>, expected: f64) {
        let given = given.expect("there is such a time");
        assert!((given / expected - 1.0).abs() < 1e-8, "{given} is not {expected}");
    }

    #[test]
    fn an_exponential_time_has_the_quantiles_of_the_textbook() {
        let response = Response { requests: 1.0, parts: vec![part(1.0, 5.0, 10.0, 100.0)] };
        near(response.quantile_of_answered(0.95), 5.0 + 10.0 * 20.0_f64.ln());
        near(response.quantile_of_answered(0.5), 5.0 + 10.0 * 2.0_f64.ln());
        near(response.mean_ms(), 15.0);
    }

    #[test]
    fn a_constant_is_its_own_quantile() {
        let response = Response { requests: 2.0, parts: vec![part(1.0, 40.0, 0.0, 0.0), part(1.0, 95.0, 0.0, 0.0)] };
        near(response.quantile_of_answered(0.5), 40.0);
        near(response.quantile_of_answered(0.51), 95.0);
    }

    #[test]
    fn both_forms_of_the_gamma_distribution_agree_where_they_meet() {
        let at = |shape: f64| Response { requests: 1.0, parts: vec![part(1.0, 0.0, shape, shape)] };
        for probability in [0.05, 0.5, 0.95, 0.99] {
            let [exact, cube] = [0.999_999, 1.0].map(|side| at(CUBE_FROM * side).quantile_of_answered(probability));
            near(exact.map(|exact| exact / 0.999_999), cube.expect("a time"));
        }
    }

    #[test]
    fn who_is_refused_is_never_answered() {
        let response = Response { requests: 1.0, parts: vec![part(0.96, 0.0, 10.0, 100.0)] };
        near(response.quantile_of_all(0.95), -10.0 * (1.0_f64 - 0.95 / 0.96).ln());
        assert_eq!(response.quantile_of_all(0.96), None);
        assert_eq!(response.quantile_of_all(0.99), None);
        assert!((response.error() - 0.04).abs() < 1e-12);
    }

    #[test]
    fn nobody_has_no_times() {
        let nobody = Response::default();
        assert_eq!((nobody.mean_ms(), nobody.quantile_of_all(0.5), nobody.error()), (None, None, 0.0));
    }
}
