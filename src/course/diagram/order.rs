//! The order of the entries in each layer, with few crossings. Must not know sizes in cells.

/// A line between entries of neighbouring layers. The shares say where on an entry it is attached,
/// from 0 for its start to 1 for its end.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tie {
    pub upper: usize,
    pub upper_share: f64,
    pub lower: usize,
    pub lower_share: f64,
}

const SWEEPS: usize = 6;

/// Sorts each layer so that few ties cross. `ties[i]` lie between the layers `i` and `i + 1`.
/// What no tie moves keeps its place.
pub(super) fn untangle(layers: &mut Vec<Vec<usize>>, ties: &[Vec<Tie>]) {
    let count = layers.iter().flatten().max().map_or(0, |last| last + 1);
    let mut places = vec![0.0; count];
    let mut current = layers.clone();
    let mut best = usize::MAX;
    for sweep in 0..SWEEPS {
        let downwards = sweep % 2 == 0;
        let pairs: Vec<usize> = if downwards { (0..ties.len()).collect() } else { (0..ties.len()).rev().collect() };
        note_places(&current, &mut places);
        if sweep == 0 {
            let crossings = crossings(&places, ties);
            if crossings == 0 {
                return;
            }
            best = crossings;
        }
        for pair in pairs {
            let moving = if downwards { pair + 1 } else { pair };
            sort_layer(&mut current[moving], &ties[pair], downwards, &places);
            note_places(&current[moving..=moving], &mut places);
        }
        let crossings = crossings(&places, ties);
        if crossings < best {
            best = crossings;
            layers.clone_from(&current);
        }
    }
}

fn note_places(layers: &[Vec<usize>], places: &mut [f64]) {
    for layer in layers {
        for (place, &entry) in layer.iter().enumerate() {
            places[entry] = place as f64;
        }
    }
}

fn sort_layer(layer: &mut [usize], ties: &[Tie], downwards: bool, places: &[f64]) {
    let mut keyed: Vec<(f64, usize)> = layer
        .iter()
        .map(|&entry| {
            let anchors = ties.iter().filter_map(|tie| match downwards {
                true if tie.lower == entry => Some(places[tie.upper] + tie.upper_share),
                false if tie.upper == entry => Some(places[tie.lower] + tie.lower_share),
                _ => None,
            });
            let (sum, count) = anchors.fold((0.0, 0), |(sum, count), anchor| (sum + anchor, count + 1));
            (if count > 0 { sum / f64::from(count) } else { places[entry] + 0.5 }, entry)
        })
        .collect();
    keyed.sort_by(|a, b| a.0.total_cmp(&b.0));
    for (slot, (_, entry)) in layer.iter_mut().zip(keyed) {
        *slot = entry;
    }
}

fn crossings(places: &[f64], ties: &[Vec<Tie>]) -> usize {
    let crossed = |a: &Tie, b: &Tie| {
        let upper = (places[a.upper] + a.upper_share) - (places[b.upper] + b.upper_share);
        let lower = (places[a.lower] + a.lower_share) - (places[b.lower] + b.lower_share);
        upper * lower < 0.0
    };
    ties.iter()
        .map(|ties| {
            let pairs = ties.iter().enumerate().flat_map(|(index, a)| ties[index + 1..].iter().map(move |b| (a, b)));
            pairs.filter(|(a, b)| crossed(a, b)).count()
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tie(upper: usize, lower: usize) -> Tie {
        Tie { upper, upper_share: 0.5, lower, lower_share: 0.5 }
    }

    #[test]
    fn crossed_ties_are_untangled() {
        let mut layers = vec![vec![0, 1], vec![2, 3]];
        untangle(&mut layers, &[vec![tie(0, 3), tie(1, 2)]]);
        assert_eq!(layers, [[0, 1], [3, 2]]);
    }

    #[test]
    fn what_does_not_cross_keeps_its_order() {
        let mut layers = vec![vec![0], vec![2, 1]];
        untangle(&mut layers, &[vec![tie(0, 1), tie(0, 2)]]);
        assert_eq!(layers, vec![vec![0], vec![2, 1]]);
    }
}
