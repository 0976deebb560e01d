//! The entries of a level in layers, one for each rank, with a layer between two ranks for the
//! labels there. Must not place anything along the arrows.

use super::align::{self, Rail, Slot};
use super::block::{Block, LabelBox, port_at};
use super::geometry::{Rect, Side, Size};
use super::layout::Fit;
use super::model::{Diagram, Direction, End};
use super::plan::{Level, Plan, Port, Wire};
use super::text;

/// What an entry of a layer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    Item(End),
    /// The label of an arrow.
    Label,
    /// An arrow that passes.
    Lane,
}

/// Something that takes room in a layer.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub what: What,
    pub block: Block,
    /// Its size along the arrows.
    pub main: usize,
    /// Its size across the arrows.
    pub cross: usize,
    /// Where its own line passes, if it is a label or a lane.
    pub line: usize,
}

/// A piece of an arrow between entries of neighbouring layers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Joint {
    pub edge: usize,
    pub upper: usize,
    pub lower: usize,
}

pub(super) struct Layers {
    pub direction: Direction,
    pub entries: Vec<Entry>,
    /// The entries of each layer in their order across the arrows.
    pub layers: Vec<Vec<usize>>,
    /// `joints[i]` lie between the layers `i` and `i + 1`.
    pub joints: Vec<Vec<Joint>>,
}

/// How much it matters that a line is straight.
const STRAIGHT: f64 = 1.0;
/// The same where several lines leave from one point: then the other end decides.
const FORKED: f64 = 0.02;
/// The same between labels and lanes.
const PASSING: f64 = 4.0;

impl Layers {
    /// `blocks` are those of the items of the level.
    pub(super) fn new(diagram: &Diagram, level: &Level, blocks: Vec<Block>, fit: Fit) -> Self {
        let direction = level.direction;
        let item = |(block, &item): (Block, &End)| {
            let (main, cross) = (direction.main(block.size), direction.cross(block.size));
            Entry { what: What::Item(item), block, main, cross, line: 0 }
        };
        let mut entries: Vec<Entry> = blocks.into_iter().zip(&level.items).map(item).collect();

        // Layer 2r holds rank r, layer 2r + 1 the labels behind it.
        let count = 2 * level.ranks.iter().max().map_or(0, |last| *last) + 1;
        let mut layers: Vec<Vec<usize>> = vec![Vec::new(); count];
        for (item, rank) in level.ranks.iter().enumerate() {
            layers[2 * rank].push(item);
        }
        let has_label = |edge: usize| diagram.edges[edge].label.is_some();
        let is_used = |layer: &usize| {
            let labelled = |first: usize, edge: usize| 2 * level.ranks[first] + 1 == *layer && has_label(edge);
            layer.is_multiple_of(2) || level.links.iter().any(|link| labelled(link.first, link.edge))
        };
        let used: Vec<usize> = (0..count).filter(is_used).collect();
        let mut joints: Vec<Vec<Joint>> = vec![Vec::new(); count];
        for link in &level.links {
            let (first, last) = (2 * level.ranks[link.first], 2 * level.ranks[link.second]);
            let (mut upper, mut upper_layer) = (link.first, first);
            for &layer in used.iter().filter(|&&layer| layer > first && layer < last) {
                let lower = entries.len();
                entries.push(match layer == first + 1 && has_label(link.edge) {
                    true => label(diagram, link.edge, direction, fit),
                    false => Entry { what: What::Lane, block: Block::default(), main: 0, cross: 1, line: 0 },
                });
                layers[layer].push(lower);
                joints[upper_layer].push(Joint { edge: link.edge, upper, lower });
                (upper, upper_layer) = (lower, layer);
            }
            joints[upper_layer].push(Joint { edge: link.edge, upper, lower: link.second });
        }
        let pairs = &used[..used.len() - 1];
        Self {
            direction,
            entries,
            joints: pairs.iter().map(|&layer| std::mem::take(&mut joints[layer])).collect(),
            layers: used.iter().map(|&layer| std::mem::take(&mut layers[layer])).collect(),
        }
    }

    /// The cell across the arrows where one leaves an entry.
    pub(super) fn attached(&self, plan: &Plan, entry: usize, edge: usize, side: Side) -> usize {
        let entry = &self.entries[entry];
        let Some(wire) = plan.wire(edge) else {
            return entry.line;
        };
        let port = if side == wire.direction.back() { wire.first_port } else { wire.second_port };
        match (entry.what, entry.block.rect(port.0)) {
            (What::Item(_), Some(rect)) => {
                let size = Size { width: rect.width, height: rect.height };
                let at = port_at(size, side, plan.sides(port.0).slot(side, port));
                if side.is_horizontal() { rect.y + at } else { rect.x + at }
            }
            _ => entry.line,
        }
    }

    /// The cells across the arrows, counted from the entries, where a piece of an arrow starts and ends.
    pub(super) fn ends(&self, plan: &Plan, joint: &Joint) -> (usize, usize) {
        let upper = self.attached(plan, joint.upper, joint.edge, self.direction.back());
        (upper, self.attached(plan, joint.lower, joint.edge, self.direction.front()))
    }

    /// The start of every entry across the arrows.
    ///
    /// With `in_line`, the only item of a layer stands at the edge.
    pub(super) fn align(&self, plan: &Plan, fit: Fit, in_line: bool) -> Vec<usize> {
        let is_item = |&entry: &usize| matches!(self.entries[entry].what, What::Item(_));
        let pinned = |layer: &[usize], entry: usize| {
            in_line && is_item(&entry) && layer.iter().filter(|entry| is_item(entry)).count() == 1
        };
        let slot = |before: Option<usize>, entry: usize, pinned: bool| {
            let gap = before.map_or(0, |before| self.cross_gap(before, entry, fit));
            Slot { entry, size: self.entries[entry].cross, gap, pinned }
        };
        let slots = |layer: &Vec<usize>| {
            let before = std::iter::once(None).chain(layer.iter().copied().map(Some));
            before.zip(layer).map(|(before, &entry)| slot(before, entry, pinned(layer, entry))).collect::<Vec<_>>()
        };
        let rail = |joint: &Joint| {
            let (upper_at, lower_at) = self.ends(plan, joint);
            Rail { upper: joint.upper, upper_at, lower: joint.lower, lower_at, weight: self.weight(plan, joint) }
        };
        let slots: Vec<Vec<Slot>> = self.layers.iter().map(slots).collect();
        let rails: Vec<Vec<Rail>> = self.joints.iter().map(|joints| joints.iter().map(rail).collect()).collect();
        align::align(&slots, &rails)
    }

    fn weight(&self, plan: &Plan, joint: &Joint) -> f64 {
        let is_item = |entry: usize| matches!(self.entries[entry].what, What::Item(_));
        let users = |port: fn(&Wire) -> Port| {
            plan.wire(joint.edge).map_or(0, |wire| plan.wires.iter().filter(|other| port(other) == port(wire)).count())
        };
        let forked_above = is_item(joint.upper) && users(|wire| wire.first_port) > 1;
        let forked_below = is_item(joint.lower) && users(|wire| wire.second_port) > 1;
        match (is_item(joint.upper) || is_item(joint.lower), forked_above || forked_below) {
            (false, _) => PASSING,
            (true, true) => FORKED,
            (true, false) => STRAIGHT,
        }
    }

    fn cross_gap(&self, before: usize, after: usize, fit: Fit) -> usize {
        let air = usize::from(fit.airy);
        let [before, after] = [&self.entries[before], &self.entries[after]];
        let is_node = |entry: &Entry| matches!(entry.what, What::Item(End::Node(_)));
        let is_group = |entry: &Entry| matches!(entry.what, What::Item(End::Group(_)));
        match self.direction {
            Direction::LeftRight if is_node(before) && is_node(after) => air,
            Direction::LeftRight => usize::from(fit.roomy),
            Direction::TopDown if is_node(before) && is_node(after) => 2 + air,
            Direction::TopDown if is_group(before) || is_group(after) => 1 + air,
            Direction::TopDown if before.line > 0 => 3,
            Direction::TopDown => 1,
        }
    }
}

fn label(diagram: &Diagram, edge: usize, direction: Direction, fit: Fit) -> Entry {
    let lines = text::wrap(diagram.edges[edge].label.as_deref().unwrap_or(""), fit.label_text);
    let wide = text::widest(&lines);
    let (main, cross, line) = match direction {
        Direction::LeftRight => (wide + 4, lines.len(), lines.len() / 2),
        Direction::TopDown => (lines.len(), wide + 2, 0),
    };
    let lines = lines.into_iter().map(|line| (0, 0, line)).collect();
    let label = LabelBox { edge, rect: Rect::default(), lines, entry: (0, 0), exit: (0, 0) };
    Entry { what: What::Label, block: Block { labels: vec![label], ..Block::default() }, main, cross, line }
}
