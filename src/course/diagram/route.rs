//! Lines for all arrows. Must not move boxes or labels: what cannot be reached fails.

use super::block::{Block, LabelBox, port_at};
use super::geometry::{Rect, Side, Size};
use super::grid::{Grid, Ground, Point, Use};

use super::model::{Diagram, Direction, End, Heads};
use super::path::{Gate, STEP, Search, Walk, Way};
use super::plan::{Plan, Port, Wire};
use super::text;

const OFF_CENTRE: u32 = 15;
const OFF_CENTRE_STEP: u32 = 3;
const TAKEN: u32 = 60;
const SIDEWAYS: u32 = 60;
const BACKWARDS: u32 = 150;

/// What a line may cost besides its length without being ugly: two bends and a few frames.
const FINE: u32 = 140;

/// What lines cost.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Toil {
    pub price: u32,
    /// The number of lines that cross others or go a long way round.
    pub ugly: usize,
}

/// Draws all lines onto the grid.
pub(super) fn route(diagram: &Diagram, plan: &Plan, block: &Block, grid: &mut Grid) -> Option<Toil> {
    let search = Search::new(grid);
    let mut router = Router { diagram, plan, block, grid, search };
    for &edge in &plan.loops {
        router.draw_loop(edge)?;
    }
    let mut wires: Vec<(usize, &Wire)> = Vec::new();
    for wire in &plan.wires {
        wires.push((router.length(wire)?, wire));
    }
    wires.sort_by_key(|&(length, wire)| (length, wire.edge));
    let mut toil = Toil::default();
    for (_, wire) in wires {
        let (price, cells) = router.draw_wire(wire)?;
        toil.price += price;
        toil.ugly += usize::from(price > cells * STEP + FINE);
    }
    Some(toil)
}

struct Router<'a> {
    diagram: &'a Diagram,
    plan: &'a Plan,
    block: &'a Block,
    grid: &'a mut Grid,
    search: Search,
}

impl Router<'_> {
    fn label(&self, edge: usize) -> Option<&LabelBox> {
        self.block.labels.iter().find(|label| label.edge == edge)
    }

    /// The cell outside of a box at a place of a side, counted from the start of the side.
    fn outside(rect: Rect, side: Side, at: usize) -> Option<Point> {
        let border = match side {
            Side::Left => (rect.x, rect.y + at),
            Side::Right => (rect.right(), rect.y + at),
            Side::Top => (rect.x + at, rect.y),
            Side::Bottom => (rect.x + at, rect.bottom()),
        };
        side.step(border)
    }

    fn wished(&self, end: End, side: Side, port: Port) -> Option<Point> {
        let rect = self.block.rect(end)?;
        let size = Size { width: rect.width, height: rect.height };
        Self::outside(rect, side, port_at(size, side, self.plan.sides(end).slot(side, port)))
    }

    /// How far a line has to go; what is off its axis counts more, so that straight lines come first.
    fn length(&self, wire: &Wire) -> Option<usize> {
        let (x, y) = self.wished(wire.first, wire.direction.back(), wire.first_port)?;
        let (end_x, end_y) = self.wished(wire.second, wire.direction.front(), wire.second_port)?;
        let (wide, high) = (x.abs_diff(end_x), y.abs_diff(end_y));
        Some(match wire.direction {
            Direction::LeftRight => wide + 10 * high,
            Direction::TopDown => 5 * wide + 2 * high,
        })
    }

    /// All cells around a box where a line may start, with the side towards which it leaves.
    /// The cell `own` of its label is one of them although it is solid.
    fn gates(&self, end: End, port: Port, towards: Side, own: Option<Point>) -> Option<Vec<Gate>> {
        let rect = self.block.rect(end)?;
        let size = Size { width: rect.width, height: rect.height };
        let sides = self.plan.sides(end);
        let mut gates = Vec::new();
        for side in Side::ALL {
            let length = if side.is_horizontal() { rect.height } else { rect.width };
            let wish = match side == towards {
                true => port_at(size, side, sides.slot(side, port)),
                false => (length - 1) / 2,
            };
            let turn = match side {
                _ if side == towards => 0,
                _ if side == towards.opposite() => BACKWARDS,
                _ => SIDEWAYS,
            };
            let ports = &sides.0[side.index()];
            let taken: Vec<usize> = (0..ports.len())
                .filter(|&slot| ports[slot] != port)
                .map(|slot| port_at(size, side, (slot, ports.len())))
                .collect();
            for at in 1..length - 1 {
                let Some(point) =
                    Self::outside(rect, side, at).filter(|&(x, y)| x < self.grid.width && y < self.grid.height)
                else {
                    continue;
                };
                let Some(border) = side.opposite().step(point) else {
                    continue;
                };
                let used_by_others =
                    self.grid.cell(border).usage != Use::Empty && !self.grid.cell(border).joins([Some(port), None]);
                if used_by_others || !(own == Some(point) || self.may_stand(point, side, port)) {
                    continue;
                }
                let off = u32::try_from(at.abs_diff(wish)).unwrap_or(u32::MAX / 100);
                let centre = if off == 0 { 0 } else { OFF_CENTRE + OFF_CENTRE_STEP * off };
                let occupied = if taken.contains(&at) { TAKEN } else { 0 };
                gates.push(Gate { point, side, price: turn + centre + occupied });
            }
        }
        Some(gates)
    }

    /// Whether the line of a port may have its last cell here.
    fn may_stand(&self, point: Point, side: Side, port: Port) -> bool {
        let cell = self.grid.cell(point);
        let headed = port.1;
        let joins = cell.joins([Some(port), None]) || !headed && cell.crosses(side);
        let ground = match cell.ground {
            Ground::Free => true,
            Ground::Solid => false,
            Ground::Frame { horizontal, .. } => !headed && horizontal != side.is_horizontal(),
        };
        ground && joins
    }

    /// Draws one line; returns its price and its length.
    fn draw_wire(&mut self, wire: &Wire) -> Option<(u32, u32)> {
        // A line has to cross the frames around one of its ends, but not those around both.
        let mut at_home = vec![false; self.diagram.groups.len()];
        for end in [wire.first, wire.second] {
            for group in self.diagram.ancestors(end) {
                at_home[group] = !at_home[group];
            }
        }
        let label = self.label(wire.edge).cloned();
        let (entry, exit) = (label.as_ref().map(|label| label.entry), label.as_ref().map(|label| label.exit));
        let starts = self.gates(wire.first, wire.first_port, wire.direction.back(), entry)?;
        let mut goals = self.gates(wire.second, wire.second_port, wire.direction.front(), exit)?;
        for goal in &mut goals {
            goal.side = goal.side.opposite();
        }
        let ends = [Some(wire.first_port), Some(wire.second_port)];
        let Some(label) = label else {
            let walk = Walk {
                starts: &starts,
                goals: &goals,
                straight_start: wire.first_head,
                straight_goal: wire.second_head,
                ports: ends,
                at_home: &at_home,
            };
            let (way, price) = self.search.find(self.grid, &walk)?;
            self.draw_way(wire, &way, ends);
            self.draw_end(&way, wire, true);
            self.draw_end(&way, wire, false);
            return Some((price, cells(&way)));
        };
        // Label cells are solid, so both walks may only touch their own cell of it.
        let side = wire.direction.back();
        let to_label = [Gate { point: label.entry, side, price: 0 }];
        let from_label = [Gate { point: label.exit, side, price: 0 }];
        let walk = Walk {
            starts: &starts,
            goals: &to_label,
            straight_start: wire.first_head,
            straight_goal: true,
            ports: [ends[0], None],
            at_home: &at_home,
        };
        let (way, first_price) = self.search.find(self.grid, &walk)?;
        let first_cells = cells(&way);
        self.draw_way(wire, &way, walk.ports);
        self.draw_end(&way, wire, true);
        self.draw_label_line(wire, &label);
        let walk = Walk {
            starts: &from_label,
            goals: &goals,
            straight_start: false,
            straight_goal: wire.second_head,
            ports: [None, ends[1]],
            at_home: &at_home,
        };
        let (way, second_price) = self.search.find(self.grid, &walk)?;
        self.draw_way(wire, &way, walk.ports);
        self.draw_end(&way, wire, false);
        Some((first_price + second_price, first_cells + cells(&way)))
    }

    fn draw_way(&mut self, wire: &Wire, way: &Way, ports: [Option<Port>; 2]) {
        let stroke = wire.first_port.2;
        for (index, &(point, side)) in way.iter().enumerate() {
            let onward = way.get(index + 1).map_or(0, |(_, next)| next.bit());
            let back = if index > 0 { side.opposite().bit() } else { 0 };
            self.grid.draw(point, back | onward, stroke, ports);
        }
    }

    /// Joins the first or last cell of a way to its box, and puts the arrowhead there.
    fn draw_end(&mut self, way: &Way, wire: &Wire, first: bool) {
        let (end, port, headed) = match first {
            true => (wire.first, wire.first_port, wire.first_head),
            false => (wire.second, wire.second_port, wire.second_head),
        };
        let Some(&(point, _)) = (if first { way.first() } else { way.last() }) else {
            return;
        };
        let Some(rect) = self.block.rect(end) else {
            return;
        };
        let (x, y) = point;
        let side = match () {
            () if x < rect.x => Side::Left,
            () if x > rect.right() => Side::Right,
            () if y < rect.y => Side::Top,
            () => Side::Bottom,
        };
        let inwards = side.opposite();
        self.grid.draw(point, inwards.bit(), port.2, [Some(port), None]);
        if headed {
            self.grid.cell_mut(point).head = Some(inwards);
        }
        if let Some(border) = inwards.step(point) {
            let bits = if headed { 0 } else { side.bit() };
            self.grid.draw(border, bits, port.2, [Some(port), None]);
        }
    }

    /// The cells of a label through which its line runs.
    fn draw_label_line(&mut self, wire: &Wire, label: &LabelBox) {
        let stroke = wire.first_port.2;
        let ((x, y), (end_x, end_y)) = (label.entry, label.exit);
        let bits = wire.direction.front().bit() | wire.direction.back().bit();
        for point in (y..=end_y).flat_map(|row| (x..=end_x).map(move |column| (column, row))) {
            let under_text = label.lines.iter().any(|(start, row, line)| {
                *row == point.1 && point.0 + 1 >= *start && point.0 <= start + text::width(line)
            });
            if !under_text || wire.direction == Direction::TopDown {
                self.grid.draw(point, bits, stroke, [None, None]);
            }
        }
    }

    /// Two cells to the right of the box, down, and back.
    fn draw_loop(&mut self, edge: usize) -> Option<()> {
        let label = self.label(edge)?.clone();
        let arrow = &self.diagram.edges[edge];
        let (x, top) = label.entry;
        let bottom = label.exit.1;
        let (left, right) = (Side::Left.bit(), Side::Right.bit());
        let (up, down) = (Side::Top.bit(), Side::Bottom.bit());
        let (tail, head) = (arrow.heads == Heads::Both, arrow.heads != Heads::None);
        let joint = |headed: bool| if headed { 0 } else { right };
        let mut cells = vec![((x - 1, top), joint(tail)), ((x, top), left | right), ((x + 1, top), left | down)];
        cells.extend((top + 1..bottom).map(|y| ((x + 1, y), up | down)));
        cells.extend([((x + 1, bottom), left | up), ((x, bottom), left | right), ((x - 1, bottom), joint(head))]);
        for (point, bits) in cells {
            self.grid.draw(point, bits, arrow.stroke, [None, None]);
            self.grid.cell_mut(point).ground = Ground::Solid;
        }
        for (row, headed) in [(top, tail), (bottom, head)] {
            self.grid.cell_mut((x, row)).head = headed.then_some(Side::Left);
        }
        Some(())
    }
}

fn cells(way: &Way) -> u32 {
    u32::try_from(way.len()).unwrap_or(u32::MAX / 100)
}
