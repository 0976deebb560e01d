//! The nesting of rectangles: boxes for nodes, frames for groups. Must not draw, and must not lay
//! out lines: it only leaves room for them.
//!
//! Each level is laid out for itself, the innermost first; a group is then one entry of its parent.

use super::block::{Block, Frame, LabelBox, PORT_SPACING, port_at};
use super::geometry::{Rect, Side, Size};
use super::layers::Layers;
use super::model::{Diagram, Direction, End};
use super::plan::{self, Flip, Plan};
use super::stack;
use super::text;

/// How the room is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fit {
    pub direction: Direction,
    /// Which groups are laid out the other way.
    pub flip: Flip,
    /// The widest line of text in a box.
    pub box_text: usize,
    /// The widest line of text on an arrow.
    pub label_text: usize,
    /// Leave some air.
    pub airy: bool,
    /// Leave rows for lines inside of groups.
    pub roomy: bool,
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

impl Layout<'_> {
    /// What lies in a level, from its top left corner.
    fn inside(&mut self, index: usize) -> Block {
        let level = self.plan.levels[index].clone();
        if level.items.is_empty() {
            return Block { size: Size { width: 1, height: 1 }, ..Block::default() };
        }
        let mut blocks = Vec::new();
        for &item in &level.items {
            blocks.push(match item {
                End::Node(node) => self.node(node),
                End::Group(group) => self.group(group),
            });
        }
        let mut layers = Layers::new(self.diagram, &level, blocks, self.fit);
        layers.untangle(self.plan);
        layers.sort_ports(self.plan);
        let has_frame = index == 0 || !self.diagram.groups[index - 1].title.is_empty();
        let starts = layers.align(self.plan, self.fit, !has_frame);
        stack::stack(layers, self.plan, self.fit, &starts)
    }

    fn node(&self, node: usize) -> Block {
        let lines = box_lines(self.diagram, node, self.fit);
        let ports = |side: Side| self.plan.node_sides[node].0[side.index()].len();
        let size = Size {
            width: text::widest(&lines).max(ports_width(ports(Side::Top))).max(ports_width(ports(Side::Bottom))) + 4,
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
        let port = plan::loop_port(arrow, edge, 0);
        let top = port_at(size, Side::Right, self.plan.sides(arrow.from).slot(Side::Right, port));
        let bottom = top + lines.len().max(1);
        let width = if lines.is_empty() { 0 } else { text::widest(&lines) + 1 };
        LabelBox {
            edge,
            rect: Rect { x: size.width + 2, y: top, width, height: bottom + 1 - top },
            lines: (top + 1..).zip(lines).map(|(row, words)| (size.width + 3, row, words)).collect(),
            entry: (size.width, top),
            exit: (size.width, bottom),
        }
    }

    fn group(&mut self, group: usize) -> Block {
        let inside = self.inside(group + 1);
        if self.diagram.groups[group].title.is_empty() {
            return inside;
        }
        let words = text::width(&self.diagram.groups[group].title);
        let (top, bottom) = (self.padding(group, Side::Top), self.padding(group, Side::Bottom));
        let ports = |side: Side| self.plan.group_sides[group].0[side.index()].len();
        let inner =
            inside.size.width.max(words + 1).max(ports_width(ports(Side::Top))).max(ports_width(ports(Side::Bottom)));
        let left = 2 + (inner - inside.size.width) / 2;
        let crossed = self.crossed(group, &inside, left);
        // The title stands at the first place where no line has to pass, if necessary behind the last one.
        let is_free = |start: &usize| !crossed.iter().any(|column| (*start..start + words + 2).contains(column));
        let title = (1..).find(is_free).unwrap_or(1);
        let width = (inner + 4).max(title + words + 4);
        let height = (inside.size.height + top + bottom).max(ports(Side::Left)).max(ports(Side::Right)) + 2;
        let size = Size { width, height };
        let frame = Frame { group, rect: Rect::new(0, 0, size), title };
        let mut block = Block { size, frames: vec![frame], ..Block::default() };
        block.absorb(inside, left, 1 + top);
        block
    }

    /// The columns in which lines pass through the upper border of a group.
    fn crossed(&self, group: usize, inside: &Block, left: usize) -> Vec<usize> {
        let lies_inside = |end: End| self.diagram.ancestors(end).contains(&group);
        let entering = self.plan.wires.iter().filter(|wire| {
            wire.direction == Direction::TopDown && lies_inside(wire.second) && !lies_inside(wire.first)
        });
        entering
            .filter_map(|wire| {
                let rect = inside.rect(wire.second)?;
                let size = Size { width: rect.width, height: rect.height };
                let slot = self.plan.sides(wire.second).slot(Side::Top, wire.second_port);
                Some(left + rect.x + port_at(size, Side::Top, slot))
            })
            .collect()
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
}

/// The columns that so many ports need inside of a border.
fn ports_width(count: usize) -> usize {
    (PORT_SPACING * count).saturating_sub(2).max(1)
}
