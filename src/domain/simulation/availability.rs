//! How much of the time something works that stands in several zones, of which some must work.
//!
//! It must not know why a part fails. Parts fail independently of each other and of the load; taking over takes no time.

/// The share of the time in which at least `needed` (k) of `parts` (n) work, each of which works a share `each` (A) of it; 0..1.
///
/// Σ_{i=k}^{n} C(n, i)·A^i·(1 − A)^(n−i) (k-out-of-n; R. E. Barlow, F. Proschan, "Statistical Theory of Reliability and Life
/// Testing", 1975). k = n: in series; k = 1: in parallel; k = 0: 1; k > n: 0.
pub fn at_least(needed: u32, parts: u32, each: f64) -> f64 {
    // The chance of exactly i working, built up part by part: no binomial coefficient, nothing subtracted.
    let mut working = vec![0.0; parts as usize + 1];
    working[0] = 1.0;
    for part in 1..=parts as usize {
        for count in (1..=part).rev() {
            working[count] = working[count] * (1.0 - each) + working[count - 1] * each;
        }
        working[0] *= 1.0 - each;
    }
    working.iter().skip(needed as usize).fold(0.0, |sum, chance| sum + chance).clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_in_series_and_in_parallel() {
        let near = |given: f64, expected: f64| assert!((given - expected).abs() < 1e-12, "{given} {expected}");
        near(at_least(1, 1, 0.99), 0.99);
        near(at_least(2, 2, 0.99), 0.9801);
        near(at_least(1, 2, 0.99), 0.9999);
        // Two of three: 3·0.9²·0.1 + 0.9³.
        near(at_least(2, 3, 0.9), 0.972);
        near(at_least(0, 0, 0.9), 1.0);
        near(at_least(3, 2, 0.9), 0.0);
    }
}
