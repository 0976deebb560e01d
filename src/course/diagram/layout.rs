//! Rectangles for nodes, groups and labels. Must not draw, and must not lay out the lines:
//! it only leaves room for them.
//!
//! Each level is laid out for itself, the innermost first; a group is then one entry of its parent.
//! Entries stand in layers, one for each rank, with a layer between two ranks for the labels there.

use super::align::{self, Rail, Slot};
use super::geometry::{Rect, Side, Size};
use super::model::{Diagram, Direction, End};
use super::order::{self, Tie};
use super::plan::{Level, Plan, Port};
use super::text;

/// How the room is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fit {
    pub direction: Direction,
    /// Lay out groups without arrows the other way.
    pub flip_loose: bool,
    /// The widest line of text in a box.
    pub box_text: usize,
    /// The widest line of text on an arrow.
    pub label_text: usize,
    /// Leave some air.
    pub airy: bool,
    /// Leave rows for lines inside of groups.
    pub roomy: bool,
}

/// The words on an arrow, with the cells through which its line has to pass.
#[derive(Clone, Debug)]
pub(super) struct LabelBox {
    pub edge: usize,
    pub rect: Rect,
    pub lines: Vec<(usize, usize, String)>,
    pub entry: (usize, usize),
    pub exit: (usize, usize),
}

impl LabelBox {
    fn moved(mut self, x: usize, y: usize) -> Self {
        self.rect = self.rect.moved(x, y);
        for point in self.lines.iter_mut().map(|(x, y, _)| (x, y)).chain([
            (&mut self.entry.0, &mut self.entry.1),
            (&mut self.exit.0, &mut self.exit.1),
        ]) {
            *point.0 += x;
            *point.1 += y;
        }
        self
    }
}

/// Everything that has a place.
#[derive(Clone, Debug, Default)]
pub(super) struct Block {
    pub size: Size,
    pub nodes: Vec<(usize, Rect)>,
    pub groups: Vec<(usize, Rect)>,
    pub labels: Vec<LabelBox>,
}

impl Block {
    pub(super) fn absorb(&mut self, other: Self, x: usize, y: usize) {
        self.nodes.extend(other.nodes.into_iter().map(|(node, rect)| (node, rect.moved(x, y))));
        self.groups.extend(other.groups.into_iter().map(|(group, rect)| (group, rect.moved(x, y))));
        self.labels.extend(other.labels.into_iter().map(|label| label.moved(x, y)));
    }

    fn rect(&self, end: End) -> Option<Rect> {
        let (list, wanted) = match end {
            End::Node(node) => (&self.nodes, node),
            End::Group(group) => (&self.groups, group),
        };
        list.iter().find(|(index, _)| *index == wanted).map(|(_, rect)| *rect)
    }
}

/// The cell of a side, counted from its start, where a port lies.
pub(super) fn port_at(size: Size, side: Side, (slot, count): (usize, usize)) -> usize {
    if side.is_horizontal() {
        return 1 + (size.height - 2).saturating_sub(count) / 2 + slot;
    }
    let spacing = ((size.width - 2) / count).min(4);
    (size.width - 1).saturating_sub(spacing * (count - 1)) / 2 + slot * spacing
}

/// The lines of text in the box of a node.
pub(super) fn box_lines(diagram: &Diagram, node: usize, fit: Fit) -> Vec<String> {
    text::wrap(&diagram.nodes[node].text, fit.box_text)
}

/// Lays out the whole diagram. Sorts the ports of the plan by where their lines go.
pub(super) fn lay_out(diagram: &Diagram, plan: &mut Plan, fit: Fit) -> Block {
    Layout { diagram, plan, fit }.inside(0)
}

struct Layout<'a> {
    diagram: &'a Diagram,
    plan: &'a mut Plan,
    fit: Fit,
}

#[derive(Clone, Debug)]
enum What {
    Item(End),
    /// An arrow with its label.
    Label(usize),
    /// An arrow that passes.
    Lane,
}

#[derive(Debug)]
struct Entry {
    what: What,
    block: Block,
    main: usize,
    cross: usize,
}

/// A piece of an arrow between entries of neighbouring layers.
#[derive(Clone, Copy, Debug)]
struct Joint {
    edge: usize,
    upper: usize,
    lower: usize,
}

impl Layout<'_> {
    /// What lies in a level, from its top left corner.
    fn inside(&mut self, index: usize) -> Block {
        let level = self.plan.levels[index].clone();
        if level.items.is_empty() {
            return Block { size: Size { width: 1, height: 1 }, ..Block::default() };
        }
        let mut entries: Vec<Entry> = level.items.iter().map(|&item| self.item(item, level.direction)).collect();
        let ranks = level.ranks.iter().max().map_or(1, |last| last + 1);
        let labelled: Vec<usize> = level.links.iter().map(|link| self.label_gap(&level, link.edge)).collect();
        // Layer 2r holds rank r, layer 2r + 1 the labels behind it.
        let mut layers: Vec<Vec<usize>> = vec![Vec::new(); 2 * ranks - 1];
        for (item, rank) in level.ranks.iter().enumerate() {
            layers[2 * rank].push(item);
        }
        let used: Vec<bool> = (0..layers.len()).map(|layer| layer % 2 == 0 || labelled.contains(&layer)).collect();
        let mut joints: Vec<Vec<Joint>> = vec![Vec::new(); layers.len().saturating_sub(1)];
        for (link, &label_layer) in level.links.iter().zip(&labelled) {
            let mut upper = link.first;
            let mut upper_layer = 2 * level.ranks[link.first];
            let last = 2 * level.ranks[link.second];
            for layer in upper_layer + 1..last {
                if !used[layer] {
                    continue;
                }
                let entry = match layer == label_layer {
                    true => self.label(link.edge, level.direction),
                    false => Entry { what: What::Lane, block: Block::default(), main: 0, cross: 1 },
                };
                entries.push(entry);
                layers[layer].push(entries.len() - 1);
                joints[upper_layer].push(Joint { edge: link.edge, upper, lower: entries.len() - 1 });
                (upper, upper_layer) = (entries.len() - 1, layer);
            }
            joints[upper_layer].push(Joint { edge: link.edge, upper, lower: link.second });
        }
        let keep = |layer: &usize| used[*layer];
        let kept: Vec<usize> = (0..layers.len()).filter(keep).collect();
        let mut layers: Vec<Vec<usize>> = kept.iter().map(|&layer| std::mem::take(&mut layers[layer])).collect();
        let joints: Vec<Vec<Joint>> = kept.iter().take(kept.len() - 1).map(|&layer| std::mem::take(&mut joints[layer])).collect();

        let ties: Vec<Vec<Tie>> = joints.iter().map(|joints| joints.iter().map(|joint| self.tie(&entries, joint, level.direction)).collect()).collect();
        order::untangle(&mut layers, &ties);
        self.sort_ports(&entries, &layers, &joints, level.direction);
        let starts = self.across(&entries, &layers, &joints, level.direction);
        self.assemble(entries, &layers, &joints, &starts, level.direction)
    }

    fn item(&mut self, item: End, direction: Direction) -> Entry {
        let block = match item {
            End::Node(node) => self.node(node),
            End::Group(group) => self.group(group),
        };
        let (main, cross) = (direction.main(block.size), direction.cross(block.size));
        Entry { what: What::Item(item), block, main, cross }
    }

    fn node(&self, node: usize) -> Block {
        let lines = box_lines(self.diagram, node, self.fit);
        let ports = |side: Side| self.plan.node_sides[node].0[side.index()].len();
        let size = Size {
            width: text::widest(&lines).max(2 * ports(Side::Top)).max(2 * ports(Side::Bottom)).max(1) + 4,
            height: lines.len().max(ports(Side::Left)).max(ports(Side::Right)) + 2,
        };
        let mut block = Block { size, nodes: vec![(node, Rect::new(0, 0, size))], ..Block::default() };
        for &edge in self.plan.loops.iter().filter(|&&edge| self.diagram.edges[edge].from == End::Node(node)) {
            let label = self.loop_label(edge, size);
            block.size.width = block.size.width.max(label.rect.x + label.rect.width);
            block.labels.push(label);
        }
        block
    }

    /// The label of a loop stands behind its corner, at the rows below the first one.
    fn loop_label(&self, edge: usize, size: Size) -> LabelBox {
        let arrow = &self.diagram.edges[edge];
        let lines: Vec<String> = arrow.label.iter().flat_map(|label| label.split('\n').map(str::to_owned)).collect();
        let port = super::plan::loop_port(arrow, edge, 0);
        let top = port_at(size, Side::Right, self.plan.sides(arrow.from).slot(Side::Right, port));
        let width = if lines.is_empty() { 0 } else { text::widest(&lines) + 1 };
        let bottom = top + lines.len().max(1);
        LabelBox {
            edge,
            rect: Rect { x: size.width + 2, y: top, width, height: bottom + 1 - top },
            lines: lines.into_iter().enumerate().map(|(line, words)| (size.width + 3, top + 1 + line, words)).collect(),
            entry: (size.width, top),
            exit: (size.width, bottom),
        }
    }

    fn group(&mut self, group: usize) -> Block {
        let inside = self.inside(group + 1);
        let title = text::width(&self.diagram.groups[group].title);
        let (top, bottom) = (self.padding(group, Side::Top), self.padding(group, Side::Bottom));
        let ports = |side: Side| self.plan.group_sides[group].0[side.index()].len();
        let width = inside.size.width.max(title + 1).max(2 * ports(Side::Top)).max(2 * ports(Side::Bottom));
        let height = (inside.size.height + top + bottom).max(ports(Side::Left)).max(ports(Side::Right));
        let size = Size { width: width + 4, height: height + 2 };
        let mut block = Block { size, groups: vec![(group, Rect::new(0, 0, size))], ..Block::default() };
        let left = 2 + (width - inside.size.width) / 2;
        block.absorb(inside, left, 1 + top);
        block
    }

    /// Rows between the frame and what lies in it: one where an arrowhead has to stand.
    fn padding(&self, group: usize, side: Side) -> usize {
        let lies_here = |end: End| self.diagram.parent(end) == Some(group);
        let lies_inside = |end: End| self.diagram.ancestors(end).contains(&group);
        let needed = self.plan.wires.iter().any(|wire| {
            let leaves = lies_inside(wire.first) != lies_inside(wire.second);
            let head = side == wire.direction.back() && lies_here(wire.first) && wire.first_head
                || side == wire.direction.front() && lies_here(wire.second) && wire.second_head;
            leaves && (head || self.fit.roomy)
        });
        usize::from(needed)
    }

    /// The layer for the label of an arrow, just behind its first end; an odd number past all layers
    /// if it has none.
    fn label_gap(&self, level: &Level, edge: usize) -> usize {
        let link = level.links.iter().find(|link| link.edge == edge);
        match (link, &self.diagram.edges[edge].label) {
            (Some(link), Some(_)) => 2 * level.ranks[link.first] + 1,
            _ => usize::MAX,
        }
    }

    fn label(&self, edge: usize, direction: Direction) -> Entry {
        let label = self.diagram.edges[edge].label.as_deref().unwrap_or("");
        let lines = text::wrap(label, self.fit.label_text);
        let wide = text::widest(&lines);
        let (main, cross) = match direction {
            Direction::LeftRight => (wide + 4, lines.len()),
            Direction::TopDown => (lines.len(), wide + 2),
        };
        let lines = lines.into_iter().map(|line| (0, 0, line)).collect();
        let label = LabelBox { edge, rect: Rect::default(), lines, entry: (0, 0), exit: (0, 0) };
        Entry { what: What::Label(edge), block: Block { labels: vec![label], ..Block::default() }, main, cross }
    }

    /// The cell across the arrows where one leaves an entry.
    fn attached(&self, entry: &Entry, edge: usize, side: Side) -> usize {
        let wire = self.plan.wires.iter().find(|wire| wire.edge == edge);
        let port = match wire {
            Some(wire) if side == wire.direction.back() => wire.first_port,
            Some(wire) => wire.second_port,
            None => return 0,
        };
        match (&entry.what, side.is_horizontal()) {
            (What::Lane, _) => 0,
            (What::Label(_), true) => entry.cross / 2,
            (What::Label(_), false) => 0,
            (What::Item(_), horizontal) => {
                let Some(rect) = entry.block.rect(port.0) else { return 0 };
                let size = Size { width: rect.width, height: rect.height };
                let at = port_at(size, side, self.plan.sides(port.0).slot(side, port));
                if horizontal { rect.y + at } else { rect.x + at }
            }
        }
    }

    fn tie(&self, entries: &[Entry], joint: &Joint, direction: Direction) -> Tie {
        let share = |entry: usize, side: Side| {
            let at = self.attached(&entries[entry], joint.edge, side);
            match entries[entry].what {
                // The ports of a node are sorted later.
                What::Item(End::Node(_)) | What::Label(_) | What::Lane => 0.5,
                What::Item(End::Group(_)) => (at as f64 + 0.5) / (entries[entry].cross as f64 + 1.0),
            }
        };
        Tie {
            upper: joint.upper,
            upper_share: share(joint.upper, direction.back()),
            lower: joint.lower,
            lower_share: share(joint.lower, direction.front()),
        }
    }

    /// Puts the ports of each node into the order of the entries that they lead to.
    fn sort_ports(&mut self, entries: &[Entry], layers: &[Vec<usize>], joints: &[Vec<Joint>], direction: Direction) {
        let mut places = vec![0; entries.len()];
        for layer in layers {
            for (place, &entry) in layer.iter().enumerate() {
                places[entry] = place;
            }
        }
        let mut wishes: Vec<(End, Side, Port, usize)> = Vec::new();
        for joint in joints.iter().flatten() {
            let Some(wire) = self.plan.wires.iter().find(|wire| wire.edge == joint.edge) else { continue };
            if let What::Item(item @ End::Node(_)) = entries[joint.upper].what {
                wishes.push((item, direction.back(), wire.first_port, places[joint.lower]));
            }
            if let What::Item(item @ End::Node(_)) = entries[joint.lower].what {
                wishes.push((item, direction.front(), wire.second_port, places[joint.upper]));
            }
        }
        for &(item, side, _, _) in &wishes {
            let place = |port: &Port| {
                let places = wishes.iter().filter(|wish| wish.0 == item && wish.1 == side && wish.2 == *port).map(|wish| wish.3);
                let (sum, count) = places.fold((0, 0), |(sum, count), place| (sum + place, count + 1));
                if count > 0 { 2 * sum / count } else { usize::MAX }
            };
            self.plan.sides_mut(item).0[side.index()].sort_by_key(place);
        }
    }

    fn across(&self, entries: &[Entry], layers: &[Vec<usize>], joints: &[Vec<Joint>], direction: Direction) -> Vec<usize> {
        let slots: Vec<Vec<Slot>> = layers
            .iter()
            .map(|layer| {
                let before = std::iter::once(None).chain(layer.iter().copied().map(Some));
                let gap = |before: Option<usize>, entry: usize| before.map_or(0, |before| self.cross_gap(&entries[before], &entries[entry], direction));
                layer.iter().zip(before).map(|(&entry, before)| Slot { entry, size: entries[entry].cross, gap: gap(before, entry) }).collect()
            })
            .collect();
        let rail = |joint: &Joint| {
            let thin = |entry: usize| !matches!(entries[entry].what, What::Item(_));
            Rail {
                upper: joint.upper,
                upper_at: self.attached(&entries[joint.upper], joint.edge, direction.back()),
                lower: joint.lower,
                lower_at: self.attached(&entries[joint.lower], joint.edge, direction.front()),
                weight: if thin(joint.upper) && thin(joint.lower) { 4.0 } else { 1.0 },
            }
        };
        let rails: Vec<Vec<Rail>> = joints.iter().map(|joints| joints.iter().map(rail).collect()).collect();
        align::align(&slots, &rails)
    }

    fn cross_gap(&self, before: &Entry, after: &Entry, direction: Direction) -> usize {
        let air = usize::from(self.fit.airy);
        let is_node = |entry: &Entry| matches!(entry.what, What::Item(End::Node(_)));
        let is_group = |entry: &Entry| matches!(entry.what, What::Item(End::Group(_)));
        match direction {
            Direction::LeftRight if is_node(before) && is_node(after) => air,
            Direction::LeftRight => usize::from(self.fit.roomy),
            Direction::TopDown if is_node(before) && is_node(after) => 2 + air,
            Direction::TopDown if is_group(before) || is_group(after) => 1 + air,
            Direction::TopDown => 1,
        }
    }

    fn assemble(&self, entries: Vec<Entry>, layers: &[Vec<usize>], joints: &[Vec<Joint>], starts: &[usize], direction: Direction) -> Block {
        let mut depth = vec![0; entries.len()];
        let mut widths = vec![0; layers.len()];
        let mut next = 0;
        for (index, layer) in layers.iter().enumerate() {
            for &entry in layer {
                depth[entry] = next;
            }
            widths[index] = layer.iter().map(|&entry| entries[entry].main).max().unwrap_or(0);
            next += widths[index];
            if index + 1 < layers.len() {
                next += self.main_gap(&entries, layers, joints, starts, direction, index);
            }
        }
        let cross = entries.iter().zip(starts).map(|(entry, start)| start + entry.cross).max().unwrap_or(0);
        let mut whole = Block { size: direction.size(next, cross), ..Block::default() };
        let mut room = vec![0; entries.len()];
        for (index, layer) in layers.iter().enumerate() {
            let boxes = layer.iter().filter(|&&entry| matches!(entries[entry].what, What::Item(End::Node(_))));
            let widest_box = boxes.map(|&entry| entries[entry].main).max().unwrap_or(0);
            for &entry in layer {
                room[entry] = match entries[entry].what {
                    What::Item(End::Node(_)) => widest_box,
                    _ => widths[index],
                };
            }
        }
        let has_arrow_in = |wanted: usize| joints.iter().flatten().any(|joint| joint.lower == wanted);
        let layer_of = |wanted: usize| layers.iter().position(|layer| layer.contains(&wanted)).unwrap_or(0);
        for (index, entry) in entries.into_iter().enumerate() {
            let slack = widths[layer_of(index)] - room[index];
            let shift = if has_arrow_in(index) { 0 } else { slack };
            let corner = direction.size(depth[index] + shift, starts[index]);
            let block = match entry.what {
                What::Lane => continue,
                What::Label(_) => laid_label(entry, direction, room[index]),
                What::Item(_) => stretched(entry, direction, room[index]),
            };
            whole.absorb(block, corner.width, corner.height);
        }
        whole
    }

    /// The cells between two layers.
    fn main_gap(&self, entries: &[Entry], layers: &[Vec<usize>], joints: &[Vec<Joint>], starts: &[usize], direction: Direction, index: usize) -> usize {
        let air = usize::from(self.fit.airy);
        let holds_labels = |layer: usize| layers[layer].iter().any(|&entry| matches!(entries[entry].what, What::Label(_)));
        let wire = |edge: usize| self.plan.wires.iter().find(|wire| wire.edge == edge);
        let bent = |joint: &&Joint| {
            let upper = starts[joint.upper] + self.attached(&entries[joint.upper], joint.edge, direction.back());
            let lower = starts[joint.lower] + self.attached(&entries[joint.lower], joint.edge, direction.front());
            upper != lower
        };
        let count = |mut ports: Vec<Port>| {
            let mut distinct: Vec<Port> = Vec::new();
            while let Some(port) = ports.pop() {
                if !distinct.contains(&port) {
                    distinct.push(port);
                }
            }
            distinct.len()
        };
        let firsts = count(joints[index].iter().filter(bent).filter_map(|joint| wire(joint.edge)).map(|wire| wire.first_port).collect());
        let seconds = count(joints[index].iter().filter(bent).filter_map(|joint| wire(joint.edge)).map(|wire| wire.second_port).collect());
        let first_head = joints[index].iter().filter_map(|joint| wire(joint.edge)).any(|wire| wire.first_head);
        let second_head = joints[index].iter().filter_map(|joint| wire(joint.edge)).any(|wire| wire.second_head);
        let horizontal = direction == Direction::LeftRight;
        if holds_labels(index + 1) {
            let bends = firsts + usize::from(horizontal && self.fit.airy && firsts > 0);
            return if horizontal { bends + usize::from(first_head) } else { (bends + usize::from(first_head)).max(1) };
        }
        if holds_labels(index) {
            return match horizontal {
                true => seconds + usize::from(second_head),
                false if seconds > 0 => seconds + usize::from(second_head),
                false => 0,
            };
        }
        let bends = firsts.min(seconds);
        match (horizontal, joints[index].is_empty()) {
            (true, true) => 1 + air,
            (false, true) => air,
            (true, false) => 2 + air + bends,
            (false, false) => (1 + air).max(1 + bends),
        }
    }
}

/// Gives a box or a frame the room of its layer along the arrows.
fn stretched(entry: Entry, direction: Direction, room: usize) -> Block {
    let Entry { what: What::Item(item), mut block, main, .. } = entry else {
        return entry.block;
    };
    let extra = room - main;
    if extra == 0 || !block.labels.is_empty() && matches!(item, End::Node(_)) {
        return block;
    }
    let added = direction.size(extra, 0);
    let inner = direction.size(extra / 2, 0);
    let grow = |rect: &mut Rect| {
        rect.width += added.width;
        rect.height += added.height;
    };
    match item {
        End::Node(_) => block.nodes.iter_mut().for_each(|(_, rect)| grow(rect)),
        End::Group(frame) => {
            let mut moved = Block { size: block.size, ..Block::default() };
            moved.absorb(block, inner.width, inner.height);
            for (_, rect) in moved.groups.iter_mut().filter(|(group, _)| *group == frame) {
                rect.x -= inner.width;
                rect.y -= inner.height;
                grow(rect);
            }
            block = moved;
        }
    }
    block.size.width += added.width;
    block.size.height += added.height;
    block
}

/// Puts the words of a label beside or onto its line.
fn laid_label(entry: Entry, direction: Direction, room: usize) -> Block {
    let mut block = entry.block;
    for label in &mut block.labels {
        let size = direction.size(room, entry.cross);
        label.rect = Rect::new(0, 0, size);
        match direction {
            Direction::LeftRight => {
                let row = entry.cross / 2;
                label.entry = (0, row);
                label.exit = (room - 1, row);
                for (index, (x, y, line)) in label.lines.iter_mut().enumerate() {
                    (*x, *y) = ((room - text::width(line)) / 2, index);
                }
            }
            Direction::TopDown => {
                label.entry = (0, 0);
                label.exit = (0, room - 1);
                let top = room - label.lines.len();
                for (index, (x, y, _)) in label.lines.iter_mut().enumerate() {
                    (*x, *y) = (2, top + index);
                }
            }
        }
    }
    block
}
