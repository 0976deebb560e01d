//! The order of entries and ports across the arrows. Must not measure anything.

use super::geometry::Side;
use super::layers::{Joint, Layers, What};
use super::model::{Direction, End};
use super::order::{self, Tie};
use super::plan::{Plan, Port};

impl Layers {
    /// Sorts the layers so that few lines cross, and puts the words of two labels that belong
    /// to the same items on either side of their lines.
    pub(super) fn untangle(&mut self, plan: &Plan) {
        let ties: Vec<Vec<Tie>> =
            self.joints.iter().map(|joints| joints.iter().map(|joint| self.tie(plan, joint)).collect()).collect();
        order::untangle(&mut self.layers, &ties);
        if self.direction == Direction::LeftRight {
            return;
        }
        for layer in &self.layers {
            for (&left, &right) in layer.iter().zip(layer.iter().skip(1)) {
                let labels = [left, right].iter().all(|&entry| self.entries[entry].what == What::Label);
                if labels && self.neighbours(left) == self.neighbours(right) {
                    self.entries[left].line = self.entries[left].cross - 1;
                }
            }
        }
    }

    fn neighbours(&self, entry: usize) -> (Option<usize>, Option<usize>) {
        let joints = || self.joints.iter().flatten();
        let above = joints().find(|joint| joint.lower == entry).map(|joint| joint.upper);
        (above, joints().find(|joint| joint.upper == entry).map(|joint| joint.lower))
    }

    fn tie(&self, plan: &Plan, joint: &Joint) -> Tie {
        let share = |entry: usize, side: Side| match self.entries[entry].what {
            // The ports of a node are sorted later.
            What::Item(End::Node(_)) | What::Label | What::Lane => 0.5,
            What::Item(End::Group(_)) => {
                let at = self.attached(plan, entry, joint.edge, side);
                (at as f64 + 0.5) / (self.entries[entry].cross as f64 + 1.0)
            }
        };
        Tie {
            upper: joint.upper,
            upper_share: share(joint.upper, self.direction.back()),
            lower: joint.lower,
            lower_share: share(joint.lower, self.direction.front()),
        }
    }

    /// Puts the ports of each node into the order of what they lead to. Ports that other levels
    /// use keep their places.
    pub(super) fn sort_ports(&self, plan: &mut Plan) {
        let mut places = vec![0.0; self.entries.len()];
        for (place, &entry) in self.layers.iter().flat_map(|layer| layer.iter().enumerate()) {
            places[entry] = place as f64;
        }
        let mut wishes: Vec<(Side, Port, f64)> = Vec::new();
        for joint in self.joints.iter().flatten() {
            let Some(wire) = plan.wire(joint.edge) else {
                continue;
            };
            let tie = self.tie(plan, joint);
            if matches!(self.entries[joint.upper].what, What::Item(_)) {
                wishes.push((self.direction.back(), wire.first_port, places[joint.lower] + tie.lower_share));
            }
            if matches!(self.entries[joint.lower].what, What::Item(_)) {
                wishes.push((self.direction.front(), wire.second_port, places[joint.upper] + tie.upper_share));
            }
        }
        let mean = |side: Side, port: &Port| {
            let same = wishes.iter().filter(|wish| (wish.0, wish.1) == (side, *port));
            let (sum, count) = same.fold((0.0, 0), |(sum, count), wish| (sum + wish.2, count + 1));
            (count > 0).then(|| sum / f64::from(count))
        };
        for &(side, (end, ..), _) in &wishes {
            let ports = &mut plan.sides_mut(end).0[side.index()];
            let mut moving: Vec<(f64, Port)> =
                ports.iter().filter_map(|port| Some((mean(side, port)?, *port))).collect();
            moving.sort_by(|a, b| a.0.total_cmp(&b.0));
            let mut moving = moving.into_iter();
            for port in ports.iter_mut().filter(|port| mean(side, port).is_some()) {
                *port = moving.next().map_or(*port, |(_, moved)| moved);
            }
        }
    }
}
