//! The cells of a drawing: what is solid, what is a frame, and which lines run where.
//! Must not look for ways, and must not know any glyph.

use super::block::{Block, Frame};
use super::geometry::{Rect, Side};
use super::model::{Diagram, Stroke};
use super::plan::Port;
use super::text;

/// A cell, by column and row.
pub(super) type Point = (usize, usize);

/// What a cell is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ground {
    Free,
    /// A box, a text, or the corner of a frame: no line may pass.
    Solid,
    /// The border of a group, which lines may only cross.
    Frame {
        group: usize,
        horizontal: bool,
    },
}

/// Which lines run through a cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Use {
    #[default]
    Empty,
    /// Every line here leads to each of these ports, so that another one to them may join.
    Shared([Option<Port>; 2]),
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Cell {
    pub ground: Ground,
    pub usage: Use,
    /// The sides where lines leave the cell.
    pub bits: u8,
    pub stroke: Stroke,
    /// The way an arrowhead here points.
    pub head: Option<Side>,
    /// Lies directly at a box or text, where lines are hard to tell from borders.
    pub close: bool,
}

pub(super) struct Grid {
    pub width: usize,
    pub height: usize,
    cells: Vec<Cell>,
}

impl Grid {
    /// A grid with everything that has a place, still without lines.
    pub(super) fn new(diagram: &Diagram, block: &Block, width: usize, height: usize) -> Self {
        let empty =
            Cell { ground: Ground::Free, usage: Use::Empty, bits: 0, stroke: Stroke::Solid, head: None, close: false };
        let mut grid = Self { width, height, cells: vec![empty; width * height] };
        for frame in &block.frames {
            grid.add_frame(frame, text::width(&diagram.groups[frame.group].title));
        }
        for &(_, rect) in &block.nodes {
            grid.add_solid(rect);
        }
        for label in &block.labels {
            grid.add_solid(label.rect);
        }
        grid
    }

    pub(super) fn index(&self, (x, y): Point) -> usize {
        y * self.width + x
    }

    pub(super) fn point(&self, index: usize) -> Point {
        (index % self.width, index / self.width)
    }

    pub(super) fn cell(&self, point: Point) -> &Cell {
        &self.cells[self.index(point)]
    }

    pub(super) fn cell_mut(&mut self, point: Point) -> &mut Cell {
        let index = self.index(point);
        &mut self.cells[index]
    }

    /// The neighbouring point, if it lies on the grid.
    pub(super) fn step(&self, point: Point, side: Side) -> Option<Point> {
        side.step(point).filter(|&(x, y)| x < self.width && y < self.height)
    }

    /// Columns and rows of everything on the grid.
    pub(super) fn used(&self) -> (usize, usize) {
        let used = || {
            (0..self.cells.len())
                .filter(|&index| self.cells[index].ground != Ground::Free || self.cells[index].bits != 0)
        };
        let extent =
            |least: Option<usize>, most: Option<usize>| least.zip(most).map_or(0, |(least, most)| most + 1 - least);
        let columns = || used().map(|index| index % self.width);
        let rows = || used().map(|index| index / self.width);
        (extent(columns().min(), columns().max()), extent(rows().min(), rows().max()))
    }

    fn add_frame(&mut self, frame: &Frame, words: usize) {
        let &Frame { group, rect, title } = frame;
        for x in rect.x..=rect.right() {
            for y in [rect.y, rect.bottom()] {
                self.cell_mut((x, y)).ground = Ground::Frame { group, horizontal: true };
            }
        }
        for y in rect.y..=rect.bottom() {
            for x in [rect.x, rect.right()] {
                self.cell_mut((x, y)).ground = Ground::Frame { group, horizontal: false };
            }
        }
        let corners =
            [(rect.x, rect.y), (rect.x, rect.bottom()), (rect.right(), rect.y), (rect.right(), rect.bottom())];
        let title = (rect.x + title..rect.x + title + words + 2).map(|x| (x, rect.y));
        for point in corners.into_iter().chain(title) {
            self.cell_mut(point).ground = Ground::Solid;
        }
    }

    fn add_solid(&mut self, rect: Rect) {
        for y in rect.y.saturating_sub(1)..=rect.y + rect.height {
            for x in rect.x.saturating_sub(1)..=rect.x + rect.width {
                let inside = (rect.x..rect.x + rect.width).contains(&x) && (rect.y..rect.y + rect.height).contains(&y);
                let cell = self.cell_mut((x, y));
                if inside {
                    cell.ground = Ground::Solid;
                }
                cell.close = true;
            }
        }
    }

    /// Lets a line run through a cell, leaving it on these sides.
    pub(super) fn draw(&mut self, point: Point, bits: u8, stroke: Stroke, ports: [Option<Port>; 2]) {
        let cell = self.cell_mut(point);
        cell.stroke = match cell.usage {
            Use::Shared(_) if cell.stroke != stroke => Stroke::Solid,
            _ => stroke,
        };
        cell.bits |= bits;
        cell.usage = match cell.usage {
            Use::Empty => Use::Shared(ports),
            Use::Shared(others) => Use::Shared(others.map(|other| other.filter(|_| ports.contains(&other)))),
        };
    }
}

impl Cell {
    /// Whether every line here leads to a port.
    pub(super) fn leads_to(&self, port: Option<Port>) -> bool {
        matches!(self.usage, Use::Shared(ports) if port.is_some() && ports.contains(&port))
    }

    /// Whether a line to these ports may join the lines here.
    pub(super) fn joins(&self, ports: [Option<Port>; 2]) -> bool {
        match self.usage {
            Use::Empty => true,
            Use::Shared(others) => others.iter().any(|port| port.is_some() && ports.contains(port)),
        }
    }

    /// Whether a foreign line walking towards `side` may cross the lines here.
    pub(super) fn crosses(&self, side: Side) -> bool {
        let across = match side.is_horizontal() {
            true => Side::Top.bit() | Side::Bottom.bit(),
            false => Side::Left.bit() | Side::Right.bit(),
        };
        self.bits == across && self.head.is_none()
    }
}
