//! What stands where in the order of the arrows: levels, ranks and ports. Must not measure anything.
//!
//! Every group is a level of its own, and so is the whole diagram. An arrow belongs to the innermost
//! level that holds both its ends; there it joins two of the level's items, which are nodes or groups.

use super::geometry::Side;
use super::model::{Diagram, Direction, Edge, End, Heads, Stroke};
use super::pair;

/// Arrows that may share a line near an end: the end, whether it has a head there, and the stroke.
/// The last number tells apart the loops of a node, which share nothing.
pub(super) type Port = (End, bool, Stroke, usize);

/// An arrow between two items of a level; `first` has the lower rank.
#[derive(Clone, Debug)]
pub(super) struct Link {
    pub edge: usize,
    pub first: usize,
    pub second: usize,
}

/// A group, or the whole diagram, with what lies directly in it.
#[derive(Clone, Debug)]
pub(super) struct Level {
    pub direction: Direction,
    pub items: Vec<End>,
    pub ranks: Vec<usize>,
    pub links: Vec<Link>,
}

/// An arrow as it is laid out: from the end with the lower rank to the other one.
#[derive(Clone, Debug)]
pub(super) struct Wire {
    pub edge: usize,
    pub first: End,
    pub second: End,
    pub first_head: bool,
    pub second_head: bool,
    pub first_port: Port,
    pub second_port: Port,
    pub direction: Direction,
}

/// The ports on the four sides of a node or group, in the order of [`Side::index`].
#[derive(Clone, Debug, Default)]
pub(super) struct Sides(pub [Vec<Port>; 4]);

impl Sides {
    fn add(&mut self, side: Side, port: Port) {
        let ports = &mut self.0[side.index()];
        if !ports.contains(&port) {
            ports.push(port);
        }
    }

    /// Position and number of the ports on that side.
    pub(super) fn slot(&self, side: Side, port: Port) -> (usize, usize) {
        let ports = &self.0[side.index()];
        let slot = ports.iter().position(|&other| other == port).unwrap_or(0);
        (slot, ports.len().max(1))
    }
}

/// Which groups without a direction of their own are laid out the other way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Flip {
    None,
    /// Those without arrows between their members.
    Loose,
    /// All of them.
    Groups,
    /// None, but those with arrows between them stand side by side.
    Pairs,
    /// As `Loose` and `Pairs`.
    LoosePairs,
}

/// The whole plan. Level 0 is the diagram, level `g + 1` is group `g`.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    pub levels: Vec<Level>,
    pub wires: Vec<Wire>,
    /// Arrows from a node to itself.
    pub loops: Vec<usize>,
    pub node_sides: Vec<Sides>,
    pub group_sides: Vec<Sides>,
}

impl Plan {
    /// `direction` replaces the one of the diagram.
    pub(super) fn new(diagram: &Diagram, direction: Direction, flip: Flip) -> Self {
        let mut plan = Self {
            levels: levels(diagram, direction, flip),
            wires: Vec::new(),
            loops: Vec::new(),
            node_sides: vec![Sides::default(); diagram.nodes.len()],
            group_sides: vec![Sides::default(); diagram.groups.len()],
        };
        for (index, edge) in diagram.edges.iter().enumerate() {
            if edge.from == edge.to {
                plan.loops.push(index);
            } else {
                plan.add_link(diagram, index, edge);
            }
        }
        for (index, level) in plan.levels.iter_mut().enumerate() {
            level.rank();
            let stated = index > 0 && diagram.groups[index - 1].direction.is_some();
            if matches!(flip, Flip::Loose | Flip::LoosePairs) && level.links.is_empty() && !stated {
                level.direction = level.direction.flipped();
            }
        }
        plan.add_wires(diagram);
        plan.add_loops(diagram);
        plan
    }

    /// The wire of an arrow that is not a loop.
    pub(super) fn wire(&self, edge: usize) -> Option<&Wire> {
        self.wires.binary_search_by_key(&edge, |wire| wire.edge).ok().map(|index| &self.wires[index])
    }

    pub(super) fn sides(&self, end: End) -> &Sides {
        match end {
            End::Node(node) => &self.node_sides[node],
            End::Group(group) => &self.group_sides[group],
        }
    }

    pub(super) fn sides_mut(&mut self, end: End) -> &mut Sides {
        match end {
            End::Node(node) => &mut self.node_sides[node],
            End::Group(group) => &mut self.group_sides[group],
        }
    }

    fn add_link(&mut self, diagram: &Diagram, index: usize, edge: &Edge) {
        let (from, to) = (diagram.ancestors(edge.from), diagram.ancestors(edge.to));
        let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
        let level = shared.checked_sub(1).map_or(0, |last| from[last] + 1);
        let item = |chain: &[usize], end: End| chain.get(shared).map_or(end, |&group| End::Group(group));
        let level = &mut self.levels[level];
        let place = |wanted: End| level.items.iter().position(|&item| item == wanted).unwrap_or(0);
        let (first, second) = (place(item(&from, edge.from)), place(item(&to, edge.to)));
        level.links.push(Link { edge: index, first, second });
    }

    fn add_wires(&mut self, diagram: &Diagram) {
        let mut wires = Vec::new();
        for level in &self.levels {
            for link in &level.links {
                wires.push(wire(diagram, level, link));
            }
        }
        wires.sort_by_key(|wire| wire.edge);
        for wire in &wires {
            self.sides_mut(wire.first).add(wire.direction.back(), wire.first_port);
            self.sides_mut(wire.second).add(wire.direction.front(), wire.second_port);
        }
        self.wires = wires;
    }

    /// A loop leaves and enters on the right side, below all other ports.
    fn add_loops(&mut self, diagram: &Diagram) {
        for &index in &self.loops.clone() {
            let edge = &diagram.edges[index];
            let lines = edge.label.as_ref().map_or(1, |label| label.split('\n').count());
            for slot in 0..=lines.max(1) {
                self.sides_mut(edge.from).add(Side::Right, loop_port(edge, index, slot));
            }
        }
    }
}

/// The ports that a loop needs; the first and the last one carry its ends.
pub(super) fn loop_port(edge: &Edge, index: usize, slot: usize) -> Port {
    (edge.from, slot > 0, edge.stroke, 1 + index * 1000 + slot)
}

fn wire(diagram: &Diagram, level: &Level, link: &Link) -> Wire {
    let edge = &diagram.edges[link.edge];
    let from_head = edge.heads == Heads::Both;
    let to_head = edge.heads != Heads::None;
    let from = (edge.from, from_head);
    let to = (edge.to, to_head);
    let forward = {
        let chain = diagram.ancestors(edge.from);
        let item = level.items[link.first];
        edge.from == item || chain.iter().any(|&group| End::Group(group) == item)
    };
    let ((first, first_head), (second, second_head)) = if forward { (from, to) } else { (to, from) };
    Wire {
        edge: link.edge,
        first,
        second,
        first_head,
        second_head,
        first_port: (first, first_head, edge.stroke, 0),
        second_port: (second, second_head, edge.stroke, 0),
        direction: level.direction,
    }
}

/// The levels with their items, still without links. A group without a direction has its parent's.
fn levels(diagram: &Diagram, direction: Direction, flip: Flip) -> Vec<Level> {
    let inside = if flip == Flip::Groups { direction.flipped() } else { direction };
    let empty = |direction: Direction| Level { direction, items: Vec::new(), ranks: Vec::new(), links: Vec::new() };
    let groups = (0..diagram.groups.len()).map(|group| empty(pair::direction_in(diagram, group, inside)));
    let mut levels: Vec<Level> = std::iter::once(empty(direction)).chain(groups).collect();
    for item in in_order(diagram) {
        let level = diagram.parent(item).map_or(0, |group| group + 1);
        levels[level].items.push(item);
    }
    levels
}

/// Nodes and groups in the order of the source; a group stands where its first node does.
fn in_order(diagram: &Diagram) -> Vec<End> {
    let mut first_node = vec![usize::MAX; diagram.groups.len()];
    for node in 0..diagram.nodes.len() {
        for group in diagram.ancestors(End::Node(node)) {
            first_node[group] = first_node[group].min(node);
        }
    }
    let groups = (0..diagram.groups.len()).map(End::Group);
    let mut items: Vec<End> = groups.chain((0..diagram.nodes.len()).map(End::Node)).collect();
    items.sort_by_key(|&item| match item {
        End::Node(node) => node,
        End::Group(group) => first_node[group],
    });
    items
}

impl Level {
    /// Turns round the links that would close a circle, and ranks the items by their longest path.
    fn rank(&mut self) {
        // Between two items with arrows both ways, the order of the source decides.
        let pairs: Vec<(usize, usize)> = self.links.iter().map(|link| (link.first, link.second)).collect();
        let mut kept: Vec<(usize, usize)> = Vec::new();
        for link in &mut self.links {
            if link.first > link.second && pairs.contains(&(link.second, link.first)) {
                std::mem::swap(&mut link.first, &mut link.second);
            }
            if reaches(&kept, link.second, link.first) {
                std::mem::swap(&mut link.first, &mut link.second);
            }
            kept.push((link.first, link.second));
        }
        self.ranks = vec![0; self.items.len()];
        for _ in 0..self.items.len() {
            for &(first, second) in &kept {
                self.ranks[second] = self.ranks[second].max(self.ranks[first] + 1);
            }
        }
        // What nothing leads to moves next to what it leads to.
        for item in 0..self.items.len() {
            let leads_to = kept.iter().filter(|link| link.0 == item).map(|link| self.ranks[link.1]).min();
            if let (Some(rank), false) = (leads_to, kept.iter().any(|link| link.1 == item)) {
                self.ranks[item] = rank - 1;
            }
        }
    }
}

fn reaches(links: &[(usize, usize)], from: usize, to: usize) -> bool {
    let mut seen = vec![from];
    let mut next = 0;
    while next < seen.len() {
        let here = seen[next];
        if here == to {
            return true;
        }
        for &(first, second) in links {
            if first == here && !seen.contains(&second) {
                seen.push(second);
            }
        }
        next += 1;
    }
    false
}
