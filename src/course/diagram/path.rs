//! The cheapest way over the grid. Must not draw, and must not know about nodes or labels.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::geometry::Side;
use super::grid::{Grid, Ground, Point};
use super::plan::Port;

const STEP: u32 = 10;
const BEND: u32 = 35;
const CROSSING: u32 = 90;
const OWN_FRAME: u32 = 5;
const FOREIGN_FRAME: u32 = 300;
const CLOSE: u32 = 6;

/// Where a way may start or end: a cell, the side towards which it is walked there, and the price.
#[derive(Clone, Copy, Debug)]
pub(super) struct Gate {
    pub point: Point,
    pub side: Side,
    pub price: u32,
}

/// One walk to be found.
pub(super) struct Walk<'a> {
    pub starts: &'a [Gate],
    pub goals: &'a [Gate],
    /// The first cell has to be left straight on, because an arrowhead stands there.
    pub straight_start: bool,
    /// The last cell has to be reached straight on.
    pub straight_goal: bool,
    /// The ports whose lines it may join.
    pub ports: [Option<Port>; 2],
    /// Whether it belongs into a group.
    pub at_home: &'a [bool],
}

/// A way: the cells with the side towards which each was entered.
pub(super) type Way = Vec<(Point, Side)>;

/// Finds the cheapest way and its price.
pub(super) fn find(grid: &Grid, walk: &Walk<'_>) -> Option<(Way, u32)> {
    let states = grid.width * grid.height * 4;
    let state = |point: Point, side: Side| grid.index(point) * 4 + side.index();
    let mut goal_prices = vec![u32::MAX; states + 1];
    for goal in walk.goals {
        let straight = state(goal.point, goal.side);
        goal_prices[straight] = goal_prices[straight].min(goal.price);
        if !walk.straight_goal {
            for side in Side::ALL.into_iter().filter(|side| side.is_horizontal() != goal.side.is_horizontal()) {
                let bent = state(goal.point, side);
                goal_prices[bent] = goal_prices[bent].min(goal.price + BEND);
            }
        }
    }
    let distance = Distance::new(walk.goals)?;
    let mut prices = vec![u32::MAX; states + 1];
    let mut before = vec![usize::MAX; states + 1];
    let mut queue = BinaryHeap::new();
    for start in walk.starts {
        let first = state(start.point, start.side);
        if start.price < prices[first] {
            prices[first] = start.price;
            queue.push(Reverse((start.price + distance.from(start.point), first)));
        }
    }
    while let Some(Reverse((estimate, here))) = queue.pop() {
        if here == states {
            return Some((trace(grid, &before), prices[states]));
        }
        let (point, side) = (grid.point(here / 4), Side::ALL[here % 4]);
        let price = prices[here];
        if estimate > price + distance.from(point) {
            continue;
        }
        let at_start = before[here] == usize::MAX;
        let mut reach = |next: usize, price: u32, rest: u32| {
            if price < prices[next] {
                prices[next] = price;
                before[next] = here;
                queue.push(Reverse((price + rest, next)));
            }
        };
        if goal_prices[here] < u32::MAX {
            reach(states, price + goal_prices[here], 0);
        }
        for turned in Side::ALL {
            if turned == side.opposite() {
                continue;
            }
            let bend = if turned == side { 0 } else { BEND };
            if bend > 0 && (at_start && walk.straight_start || !may_turn(grid, point, walk)) {
                continue;
            }
            let Some(next) = grid.step(point, turned) else { continue };
            let is_goal = walk.goals.iter().any(|goal| goal.point == next);
            if let Some(toll) = toll(grid, next, turned, is_goal, walk) {
                reach(state(next, turned), price + bend + toll, distance.from(next));
            }
        }
    }
    None
}

/// Whether a way may change its direction in a cell.
fn may_turn(grid: &Grid, point: Point, walk: &Walk<'_>) -> bool {
    let cell = grid.cell(point);
    !matches!(cell.ground, Ground::Frame { .. }) && cell.joins(walk.ports)
}

/// The price of entering a cell towards a side, if that is allowed.
fn toll(grid: &Grid, point: Point, side: Side, is_goal: bool, walk: &Walk<'_>) -> Option<u32> {
    let cell = grid.cell(point);
    let ground = match cell.ground {
        Ground::Free => 0,
        Ground::Solid if is_goal => 0,
        Ground::Solid => return None,
        Ground::Frame { horizontal, .. } if horizontal == side.is_horizontal() => return None,
        Ground::Frame { group, .. } => if walk.at_home[group] { OWN_FRAME } else { FOREIGN_FRAME },
    };
    let close = if cell.close { CLOSE } else { 0 };
    if cell.joins(walk.ports) {
        return (cell.head.is_none() || is_goal).then_some(STEP + ground + close);
    }
    cell.crosses(side).then_some(STEP + ground + close + CROSSING)
}

fn trace(grid: &Grid, before: &[usize]) -> Way {
    let mut way = Vec::new();
    let mut here = before[before.len() - 1];
    while here != usize::MAX {
        way.push((grid.point(here / 4), Side::ALL[here % 4]));
        here = before[here];
    }
    way.reverse();
    way
}

/// The smallest price from a point to a rectangle around all goals.
struct Distance {
    least: Point,
    most: Point,
}

impl Distance {
    fn new(goals: &[Gate]) -> Option<Self> {
        let columns = goals.iter().map(|goal| goal.point.0);
        let rows = goals.iter().map(|goal| goal.point.1);
        Some(Self {
            least: (columns.clone().min()?, rows.clone().min()?),
            most: (columns.max()?, rows.max()?),
        })
    }

    fn from(&self, (x, y): Point) -> u32 {
        let outside = |value: usize, least: usize, most: usize| least.saturating_sub(value) + value.saturating_sub(most);
        let cells = outside(x, self.least.0, self.most.0) + outside(y, self.least.1, self.most.1);
        u32::try_from(cells).unwrap_or(u32::MAX / 100) * STEP
    }
}
