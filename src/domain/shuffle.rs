//! An order that looks random and can be repeated from its seed.
//!
//! It must not take a seed from anywhere: the seed comes in and is kept in the event.

/// The order in which the options of a question are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Default)]
pub enum Options {
    #[default]
    Shuffled,
    AsWritten,
}

/// How the questions of a run are mixed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shuffle {
    pub seed: u64,
    pub options: Options,
}

impl Shuffle {
    pub fn new(seed: u64, options: Options) -> Self {
        Shuffle { seed, options }
    }
}

/// SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
#[derive(Debug, Clone)]
pub struct Generator(u64);

impl Generator {
    pub fn new(seed: u64) -> Self {
        Generator(seed)
    }

    pub fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `bound`, evenly enough for the handful of options of a question. 0 for a bound of 0.
    pub fn below(&mut self, bound: usize) -> usize {
        if bound == 0 { 0 } else { (self.number() % bound as u64) as usize }
    }
}

/// The numbers `0..count` in the order of `seed` (Fisher and Yates).
pub fn permutation(count: usize, seed: u64) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    let mut generator = Generator::new(seed);
    for last in (1..count).rev() {
        order.swap(last, generator.below(last + 1));
    }
    order
}

/// FNV-1a of `text`, 64 bits (Fowler, Noll and Vo). The same on every machine and in every version.
pub fn hash(text: &str) -> u64 {
    text.bytes().fold(0xCBF2_9CE4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_order() {
        assert_eq!(permutation(5, 7), permutation(5, 7));
        assert_ne!(permutation(8, 1), permutation(8, 2));
    }

    #[test]
    fn nothing_is_lost_or_doubled() {
        let mut order = permutation(20, 99);
        order.sort_unstable();
        assert_eq!(order, (0..20).collect::<Vec<_>>());
    }

    #[test]
    fn every_place_is_reached() {
        let firsts: std::collections::BTreeSet<usize> = (0..100).map(|seed| permutation(4, seed)[0]).collect();
        assert_eq!(firsts.len(), 4);
    }

    #[test]
    fn the_hash_is_the_published_one() {
        assert_eq!(hash("a"), 0xAF63_DC4C_8601_EC8C);
    }
}
