//! Layers one behind the other along the arrows, with room for bends and arrowheads between them.
//! Must not change anything across the arrows.

use super::block::Block;
use super::geometry::Rect;
use super::layers::{Entry, Joint, Layers, What};
use super::layout::Fit;
use super::model::{Direction, End};
use super::plan::{Plan, Port, Wire};
use super::text;

/// Places all entries; `starts` says where across the arrows.
pub(super) fn stack(layers: Layers, plan: &Plan, fit: Fit, starts: &[usize]) -> Block {
    let direction = layers.direction;
    let mut depths = vec![0; layers.entries.len()];
    let mut rooms = vec![0; layers.entries.len()];
    let mut next = 0;
    for (index, layer) in layers.layers.iter().enumerate() {
        let width = layer.iter().map(|&entry| layers.entries[entry].main).max().unwrap_or(0);
        let boxes = layer.iter().map(|&entry| &layers.entries[entry]).filter(|entry| is_plain_box(entry));
        let widest_box = boxes.map(|entry| entry.main).max().unwrap_or(0);
        for &entry in layer {
            rooms[entry] = match layers.entries[entry].what {
                What::Item(End::Node(_)) if is_plain_box(&layers.entries[entry]) => widest_box,
                What::Item(End::Node(_)) => layers.entries[entry].main,
                What::Item(End::Group(_)) | What::Label | What::Lane => width,
            };
            // What only sends stands at the end of its layer, near to where it sends.
            let sends = layers.joints.iter().flatten().any(|joint| joint.upper == entry);
            let receives = layers.joints.iter().flatten().any(|joint| joint.lower == entry);
            depths[entry] = next + if sends && !receives { width - rooms[entry] } else { 0 };
        }
        next += width;
        if index + 1 < layers.layers.len() {
            next += gap(&layers, plan, fit, starts, index);
        }
    }
    let cross = layers.entries.iter().zip(starts).map(|(entry, start)| start + entry.cross).max().unwrap_or(0);
    let mut whole = Block { size: direction.size(next, cross), ..Block::default() };
    for (index, entry) in layers.entries.into_iter().enumerate() {
        let corner = direction.size(depths[index], starts[index]);
        let block = match entry.what {
            What::Lane => continue,
            What::Label => with_words(entry, direction, rooms[index]),
            What::Item(_) => stretched(entry, direction, rooms[index]),
        };
        whole.absorb(block, corner.width, corner.height);
    }
    whole
}

/// A node without loops.
fn is_plain_box(entry: &Entry) -> bool {
    matches!(entry.what, What::Item(End::Node(_))) && entry.block.labels.is_empty()
}

/// The cells between a layer and the next one.
fn gap(layers: &Layers, plan: &Plan, fit: Fit, starts: &[usize], index: usize) -> usize {
    let air = usize::from(fit.airy);
    let joints = &layers.joints[index];
    let is_bent = |joint: &&Joint| {
        let (upper, lower) = layers.ends(plan, joint);
        starts[joint.upper] + upper != starts[joint.lower] + lower
    };
    let wires = || joints.iter().filter_map(|joint| plan.wire(joint.edge));
    let bends = |port: fn(&Wire) -> Port| {
        let mut ports: Vec<Port> = Vec::new();
        for wire in joints.iter().filter(is_bent).filter_map(|joint| plan.wire(joint.edge)) {
            if !ports.contains(&port(wire)) {
                ports.push(port(wire));
            }
        }
        ports.len()
    };
    let (forks, merges) = (bends(|wire| wire.first_port), bends(|wire| wire.second_port));
    let first_head = usize::from(wires().any(|wire| wire.first_head));
    let second_head = usize::from(wires().any(|wire| wire.second_head));
    let holds_labels =
        |layer: usize| layers.layers[layer].iter().any(|&entry| layers.entries[entry].what == What::Label);
    match layers.direction {
        Direction::LeftRight if holds_labels(index + 1) => forks + first_head + if forks > 0 { air } else { 0 },
        Direction::LeftRight if holds_labels(index) => merges + second_head,
        Direction::LeftRight if joints.is_empty() => 1 + air,
        Direction::LeftRight => 2 + air + forks.min(merges),
        Direction::TopDown if holds_labels(index + 1) => (forks + first_head).max(1),
        // An arrowhead has room beside the words.
        Direction::TopDown if holds_labels(index) => {
            if merges > 0 {
                merges + second_head
            } else {
                0
            }
        }
        Direction::TopDown if joints.is_empty() => air,
        Direction::TopDown => 1 + air.max(first_head).max(forks.min(merges)),
    }
}

/// Gives a box or a frame the room of its layer along the arrows.
fn stretched(entry: Entry, direction: Direction, room: usize) -> Block {
    let added = direction.size(room - entry.main, 0);
    let shift = direction.size((room - entry.main) / 2, 0);
    let grown = |rect: Rect| Rect { width: rect.width + added.width, height: rect.height + added.height, ..rect };
    let mut block = Block { size: entry.block.size, ..Block::default() };
    block.size.width += added.width;
    block.size.height += added.height;
    match entry.what {
        What::Item(End::Group(group)) => {
            block.absorb(entry.block, shift.width, shift.height);
            for frame in block.frames.iter_mut().filter(|frame| frame.group == group) {
                frame.rect.x -= shift.width;
                frame.rect.y -= shift.height;
                frame.rect = grown(frame.rect);
            }
        }
        What::Item(End::Node(_)) | What::Label | What::Lane => {
            block.absorb(entry.block, 0, 0);
            for (_, rect) in &mut block.nodes {
                *rect = grown(*rect);
            }
        }
    }
    block
}

/// Puts the words of a label onto its line or beside it.
fn with_words(entry: Entry, direction: Direction, room: usize) -> Block {
    let mut block = entry.block;
    for label in &mut block.labels {
        label.rect = Rect::new(0, 0, direction.size(room, entry.cross));
        let end = direction.size(room - 1, entry.line);
        let start = direction.size(0, entry.line);
        label.entry = (start.width, start.height);
        label.exit = (end.width, end.height);
        let last = label.lines.len();
        for (index, (x, y, words)) in label.lines.iter_mut().enumerate() {
            (*x, *y) = match direction {
                Direction::LeftRight => ((room - text::width(words)) / 2, index),
                Direction::TopDown if entry.line > 0 => (entry.line - 1 - text::width(words), room - last + index),
                Direction::TopDown => (2, room - last + index),
            };
        }
    }
    block
}
