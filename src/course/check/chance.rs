//! How often something may happen by chance.
//!
//! Questions have different numbers of options, so their chances differ: the count follows not quite a binomial
//! distribution but its sum over single draws, which is computed exactly.

/// Below this share, chance is no longer believed: one bank in a hundred is suspected wrongly.
pub const LEVEL: f64 = 0.01;

/// The smallest count that independent draws with these chances reach with a probability below `level`.
pub fn limit(chances: &[f64], level: f64) -> usize {
    let distribution = distribution(chances);
    let mut tail = 0.0;
    for (count, probability) in distribution.iter().enumerate().rev() {
        tail += probability;
        if tail >= level {
            return count + 1;
        }
    }
    0
}

/// The probability of each count.
fn distribution(chances: &[f64]) -> Vec<f64> {
    let mut before = vec![1.0];
    for chance in chances {
        let mut after = vec![0.0; before.len() + 1];
        for (count, probability) in before.iter().enumerate() {
            after[count] += probability * (1.0 - chance);
            after[count + 1] += probability * chance;
        }
        before = after;
    }
    before
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eight_coins_may_all_but_one_fall_the_same_way() {
        // P(8) = 1/256, P(7 or 8) = 9/256.
        assert_eq!(limit(&[0.5; 8], LEVEL), 8);
    }

    #[test]
    fn few_draws_prove_nothing() {
        assert_eq!(limit(&[0.25; 3], LEVEL), 4);
        assert_eq!(limit(&[], LEVEL), 1);
    }

    #[test]
    fn the_limit_of_forty_questions_with_four_options_is_that_of_the_binomial_table() {
        // P(X >= 17) = 0.0116 and P(X >= 18) = 0.0047 for n = 40, p = 1/4.
        assert_eq!(limit(&[0.25; 40], LEVEL), 18);
    }

    #[test]
    fn chances_may_differ() {
        // Both: 1/8.
        assert_eq!(limit(&[0.5, 0.25], 0.126), 2);
        assert_eq!(limit(&[0.5, 0.25], 0.124), 3);
    }
}
