//! Sizes, rectangles and sides in terminal cells. Must not know what lies in them.

use super::model::Direction;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Size {
    pub width: usize,
    pub height: usize,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Rect {
    pub x: usize,
    pub y: usize,
    pub width: usize,
    pub height: usize,
}

impl Rect {
    pub(super) fn new(x: usize, y: usize, size: Size) -> Self {
        Self { x, y, width: size.width, height: size.height }
    }

    pub(super) fn right(&self) -> usize {
        self.x + self.width - 1
    }

    pub(super) fn bottom(&self) -> usize {
        self.y + self.height - 1
    }

    pub(super) fn moved(self, x: usize, y: usize) -> Self {
        Self { x: self.x + x, y: self.y + y, ..self }
    }
}

/// A side of a box, and a way to walk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Left,
    Right,
    Top,
    Bottom,
}

impl Side {
    pub(super) const ALL: [Self; 4] = [Self::Left, Self::Right, Self::Top, Self::Bottom];

    pub(super) fn opposite(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
            Self::Top => Self::Bottom,
            Self::Bottom => Self::Top,
        }
    }

    pub(super) fn is_horizontal(self) -> bool {
        matches!(self, Self::Left | Self::Right)
    }

    /// One bit for each side, so that a cell can say where lines leave it.
    pub(super) fn bit(self) -> u8 {
        1 << self.index()
    }

    pub(super) fn index(self) -> usize {
        match self {
            Self::Left => 0,
            Self::Right => 1,
            Self::Top => 2,
            Self::Bottom => 3,
        }
    }

    /// The neighbouring point on this side, if it is not off the edge of the world.
    pub(super) fn step(self, (x, y): (usize, usize)) -> Option<(usize, usize)> {
        match self {
            Self::Left => Some((x.checked_sub(1)?, y)),
            Self::Right => Some((x + 1, y)),
            Self::Top => Some((x, y.checked_sub(1)?)),
            Self::Bottom => Some((x, y + 1)),
        }
    }
}

/// The main axis runs with the arrows, the cross axis across them.
impl Direction {
    pub(super) fn main(self, size: Size) -> usize {
        match self {
            Self::LeftRight => size.width,
            Self::TopDown => size.height,
        }
    }

    pub(super) fn cross(self, size: Size) -> usize {
        self.flipped().main(size)
    }

    pub(super) fn size(self, main: usize, cross: usize) -> Size {
        match self {
            Self::LeftRight => Size { width: main, height: cross },
            Self::TopDown => Size { width: cross, height: main },
        }
    }

    /// The side where arrows enter.
    pub(super) fn front(self) -> Side {
        match self {
            Self::LeftRight => Side::Left,
            Self::TopDown => Side::Top,
        }
    }

    /// The side where arrows leave.
    pub(super) fn back(self) -> Side {
        self.front().opposite()
    }
}
