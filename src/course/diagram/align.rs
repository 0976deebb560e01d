//! Where the entries of a layer stand across the arrows, so that lines run straight.
//! Must not change their order.

/// An entry as wide as `size`, at least `gap` behind the one before it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slot {
    pub entry: usize,
    pub size: usize,
    pub gap: usize,
    /// Stands at the edge, whatever its lines want.
    pub pinned: bool,
}

/// A line between neighbouring layers, with the cells where it leaves the entries.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rail {
    pub upper: usize,
    pub upper_at: usize,
    pub lower: usize,
    pub lower_at: usize,
    /// How much it matters that this line is straight.
    pub weight: f64,
}

/// Sweeps that look only back to the layer before.
const ROUGH_SWEEPS: usize = 6;
/// Sweeps that look at both neighbours.
const FINE_SWEEPS: usize = 6;
/// What has no line stays about where it is.
const REST_WEIGHT: f64 = 0.01;
const PINNED_WEIGHT: f64 = 1000.0;

/// The start of every entry. `rails[i]` lie between the layers `i` and `i + 1`.
pub(super) fn align(layers: &[Vec<Slot>], rails: &[Vec<Rail>]) -> Vec<usize> {
    let count = layers.iter().flatten().map(|slot| slot.entry + 1).max().unwrap_or(0);
    let mut starts = vec![0_i64; count];
    for layer in layers {
        let mut next = 0;
        for slot in layer {
            starts[slot.entry] = next + slot.gap as i64;
            next = starts[slot.entry] + slot.size as i64;
        }
    }
    for sweep in 0..ROUGH_SWEEPS + FINE_SWEEPS {
        let order: Vec<usize> =
            if sweep % 2 == 0 { (0..layers.len()).collect() } else { (0..layers.len()).rev().collect() };
        let both = sweep >= ROUGH_SWEEPS;
        for index in order {
            let above = index.checked_sub(1).filter(|_| both || sweep % 2 == 0).map_or(&[][..], |above| &rails[above]);
            let below = rails.get(index).filter(|_| both || sweep % 2 == 1).map_or(&[][..], |below| below);
            settle(&layers[index], above, below, &mut starts);
        }
    }
    let least = starts.iter().copied().min().unwrap_or(0);
    starts.iter().map(|start| usize::try_from(start - least).unwrap_or(0)).collect()
}

/// Moves the entries of one layer as near to their wishes as their order allows.
fn settle(layer: &[Slot], above: &[Rail], below: &[Rail], starts: &mut [i64]) {
    // Each block is a run of entries that touch; it stands at the mean of their wishes.
    let mut blocks: Vec<Run> = Vec::new();
    let mut offset = 0;
    for (index, slot) in layer.iter().enumerate() {
        offset += slot.gap as i64;
        let (wish, weight) = if slot.pinned { (0.0, PINNED_WEIGHT) } else { wish(slot.entry, above, below, starts) };
        let mut run = Run { first: index, sum: (wish - offset as f64) * weight, weight };
        offset += slot.size as i64;
        while let Some(before) = blocks.pop_if(|before| before.mean() > run.mean()) {
            run = Run { first: before.first, sum: before.sum + run.sum, weight: before.weight + run.weight };
        }
        blocks.push(run);
    }
    let mut offset = 0;
    let mut block = 0;
    for (index, slot) in layer.iter().enumerate() {
        if blocks.get(block + 1).is_some_and(|next| next.first == index) {
            block += 1;
        }
        offset += slot.gap as i64;
        starts[slot.entry] = (blocks[block].mean() + 0.49).floor() as i64 + offset;
        offset += slot.size as i64;
    }
}

struct Run {
    first: usize,
    sum: f64,
    weight: f64,
}

impl Run {
    fn mean(&self) -> f64 {
        self.sum / self.weight
    }
}

fn wish(entry: usize, above: &[Rail], below: &[Rail], starts: &[i64]) -> (f64, f64) {
    let from_above = above
        .iter()
        .filter(|rail| rail.lower == entry)
        .map(|rail| (starts[rail.upper] + rail.upper_at as i64 - rail.lower_at as i64, rail.weight));
    let from_below = below
        .iter()
        .filter(|rail| rail.upper == entry)
        .map(|rail| (starts[rail.lower] + rail.lower_at as i64 - rail.upper_at as i64, rail.weight));
    let (sum, weight) = from_above
        .chain(from_below)
        .fold((0.0, 0.0), |(sum, total), (wish, weight)| (sum + wish as f64 * weight, total + weight));
    if weight > 0.0 { (sum / weight, weight) } else { (starts[entry] as f64, REST_WEIGHT) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slot(entry: usize, gap: usize) -> Slot {
        Slot { entry, size: 3, gap, pinned: false }
    }

    fn rail(upper: usize, lower: usize) -> Rail {
        Rail { upper, upper_at: 1, lower, lower_at: 1, weight: 1.0 }
    }

    #[test]
    fn a_parent_stands_in_the_middle_of_its_children() {
        let layers = [vec![slot(0, 0)], vec![slot(1, 0), slot(2, 1)]];
        assert_eq!(align(&layers, &[vec![rail(0, 1), rail(0, 2)]]), [2, 0, 4]);
    }

    #[test]
    fn a_chain_is_straight() {
        let layers = [vec![slot(0, 0), slot(1, 1)], vec![slot(2, 0)]];
        assert_eq!(align(&layers, &[vec![rail(1, 2)]]), [0, 4, 4]);
    }
}
