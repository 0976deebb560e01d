//! Things that have a place: boxes, frames and the words on arrows. Must not decide where that is.

use super::geometry::{Rect, Side, Size};
use super::model::End;

/// The frame of a group.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    pub group: usize,
    pub rect: Rect,
    /// Where on the upper border the title starts, counted from the corner.
    pub title: usize,
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

/// Everything in a rectangle.
#[derive(Clone, Debug, Default)]
pub(super) struct Block {
    pub size: Size,
    pub nodes: Vec<(usize, Rect)>,
    pub frames: Vec<Frame>,
    pub labels: Vec<LabelBox>,
}

impl LabelBox {
    fn moved(mut self, x: usize, y: usize) -> Self {
        let points = self.lines.iter_mut().map(|(x, y, _)| (x, y));
        let ends = [&mut self.entry, &mut self.exit].map(|(x, y)| (x, y));
        for (point_x, point_y) in points.chain(ends) {
            *point_x += x;
            *point_y += y;
        }
        Self { rect: self.rect.moved(x, y), ..self }
    }
}

impl Block {
    /// Takes over what lies in another block, moved by `x` and `y`.
    pub(super) fn absorb(&mut self, other: Self, x: usize, y: usize) {
        self.nodes.extend(other.nodes.into_iter().map(|(node, rect)| (node, rect.moved(x, y))));
        self.frames.extend(other.frames.into_iter().map(|frame| Frame { rect: frame.rect.moved(x, y), ..frame }));
        self.labels.extend(other.labels.into_iter().map(|label| label.moved(x, y)));
    }

    /// Where a node or group lies, if it is here.
    pub(super) fn rect(&self, end: End) -> Option<Rect> {
        match end {
            End::Node(node) => self.nodes.iter().find(|(index, _)| *index == node).map(|(_, rect)| *rect),
            End::Group(group) => self.frames.iter().find(|frame| frame.group == group).map(|frame| frame.rect),
        }
    }
}

/// The cells between two ports on an upper or lower border, where there is room.
pub(super) const PORT_SPACING: usize = 4;

/// The cell of a side, counted from its start, where a port lies.
pub(super) fn port_at(size: Size, side: Side, (slot, count): (usize, usize)) -> usize {
    if side.is_horizontal() {
        return 1 + (size.height - 2).saturating_sub(count) / 2 + slot;
    }
    let spacing = ((size.width - 2) / count).min(PORT_SPACING);
    (size.width - 1).saturating_sub(spacing * (count - 1)) / 2 + slot * spacing
}
