//! Numbers that look random and come from a seed.

use awstutor::domain::shuffle::Generator;

/// From 0 to 1, without 1.
pub fn uniform(generator: &mut Generator) -> f64 {
    (generator.number() >> 11) as f64 / (1_u64 << 53) as f64
}

/// An exponential time of this mean.
pub fn exponential(generator: &mut Generator, mean: f64) -> f64 {
    -mean * (1.0 - uniform(generator)).ln()
}
