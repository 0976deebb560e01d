//! The cheapest way over the grid. Must not draw, and must not know about nodes or labels.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::geometry::Side;
use super::grid::{Grid, Ground, Point, Use};
use super::plan::Port;

pub(super) const STEP: u32 = 10;
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
    /// The ports at its start and its end, whose lines it may share; none where a label separates them.
    pub ports: [Option<Port>; 2],
    /// Whether it has to cross the frame of a group.
    pub at_home: &'a [bool],
}

/// A way: the cells with the side towards which each was entered.
pub(super) type Way = Vec<(Point, Side)>;

/// The memory of searches on grids of one size, so that it is taken only once.
pub(super) struct Search {
    /// The price of each state that was reached; a state is a cell and the side towards which it
    /// was entered, and the last one stands for the goal.
    prices: Vec<u32>,
    before: Vec<usize>,
    /// What it costs to stop in a state.
    goals: Vec<u32>,
    /// The states that have to be forgotten before the next search.
    touched: Vec<usize>,
    queue: BinaryHeap<Reverse<(u32, usize)>>,
}

const UNKNOWN: u32 = u32::MAX;
const NONE: usize = usize::MAX;

impl Search {
    pub(super) fn new(grid: &Grid) -> Self {
        let states = grid.width * grid.height * 4 + 1;
        Self {
            prices: vec![UNKNOWN; states],
            before: vec![NONE; states],
            goals: vec![UNKNOWN; states],
            touched: Vec::new(),
            queue: BinaryHeap::new(),
        }
    }

    /// Finds the cheapest way and its price.
    pub(super) fn find(&mut self, grid: &Grid, walk: &Walk<'_>) -> Option<(Way, u32)> {
        self.forget();
        let finish = self.prices.len() - 1;
        let state = |point: Point, side: Side| grid.index(point) * 4 + side.index();
        for goal in walk.goals {
            self.allow_stop(state(goal.point, goal.side), goal.price);
            if !walk.straight_goal {
                for side in Side::ALL.into_iter().filter(|side| side.is_horizontal() != goal.side.is_horizontal()) {
                    self.allow_stop(state(goal.point, side), goal.price + BEND);
                }
            }
        }
        let distance = Distance::new(walk.goals)?;
        for start in walk.starts {
            self.reach(state(start.point, start.side), NONE, start.price, distance.from(start.point));
        }
        while let Some(Reverse((estimate, here))) = self.queue.pop() {
            if here == finish {
                return Some((self.trace(grid), self.prices[finish]));
            }
            let (point, side) = (grid.point(here / 4), Side::ALL[here % 4]);
            let price = self.prices[here];
            if estimate > price + distance.from(point) {
                continue;
            }
            if self.goals[here] < UNKNOWN {
                self.reach(finish, here, price + self.goals[here], 0);
            }
            let must_go_on = self.before[here] == NONE && walk.straight_start || !may_turn(grid, point, walk);
            for turned in Side::ALL {
                if turned == side.opposite() || turned != side && must_go_on {
                    continue;
                }
                let bend = if turned == side { 0 } else { BEND };
                let Some(next) = grid.step(point, turned) else {
                    continue;
                };
                let is_goal = self.goals[state(next, turned)] < UNKNOWN;
                if let Some(toll) = toll(grid, point, next, turned, is_goal, walk) {
                    self.reach(state(next, turned), here, price + bend + toll, distance.from(next));
                }
            }
        }
        None
    }

    fn forget(&mut self) {
        for state in self.touched.drain(..) {
            self.prices[state] = UNKNOWN;
            self.before[state] = NONE;
            self.goals[state] = UNKNOWN;
        }
        self.queue.clear();
    }

    fn allow_stop(&mut self, state: usize, price: u32) {
        self.touched.push(state);
        self.goals[state] = self.goals[state].min(price);
    }

    fn reach(&mut self, state: usize, from: usize, price: u32, rest: u32) {
        if price < self.prices[state] {
            self.touched.push(state);
            self.prices[state] = price;
            self.before[state] = from;
            self.queue.push(Reverse((price + rest, state)));
        }
    }

    fn trace(&self, grid: &Grid) -> Way {
        let mut way = Vec::new();
        let mut here = self.before[self.before.len() - 1];
        while here != NONE {
            way.push((grid.point(here / 4), Side::ALL[here % 4]));
            here = self.before[here];
        }
        way.reverse();
        way
    }
}

/// Whether a way may change its direction in a cell.
fn may_turn(grid: &Grid, point: Point, walk: &Walk<'_>) -> bool {
    let cell = grid.cell(point);
    !matches!(cell.ground, Ground::Frame { .. }) && cell.joins(walk.ports)
}

/// The price of a step from `here` towards a side to `next`, if that is allowed.
fn toll(grid: &Grid, here: Point, next: Point, side: Side, is_goal: bool, walk: &Walk<'_>) -> Option<u32> {
    let [first, second] = walk.ports;
    let (from, to) = (grid.cell(here), grid.cell(next));
    let ground = match to.ground {
        Ground::Free => 0,
        Ground::Solid if is_goal => 0,
        Ground::Solid => return None,
        Ground::Frame { horizontal, .. } if horizontal == side.is_horizontal() => return None,
        Ground::Frame { group, .. } => {
            if walk.at_home[group] {
                OWN_FRAME
            } else {
                FOREIGN_FRAME
            }
        }
    };
    let price = STEP + ground + if to.close { CLOSE } else { 0 };
    // A line that was joined on the way to its end is followed up to there, and one from the start
    // is only followed from the start on.
    let follows = from.bits & side.bit() != 0;
    if from.leads_to(second) && !from.leads_to(first) && !follows {
        return None;
    }
    let joins = to.usage == Use::Empty || to.leads_to(second) || to.leads_to(first) && follows;
    match joins {
        true => (to.head.is_none() || is_goal).then_some(price),
        false => to.crosses(side).then_some(price + CROSSING),
    }
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
        Some(Self { least: (columns.clone().min()?, rows.clone().min()?), most: (columns.max()?, rows.max()?) })
    }

    fn from(&self, (x, y): Point) -> u32 {
        let outside =
            |value: usize, least: usize, most: usize| least.saturating_sub(value) + value.saturating_sub(most);
        let cells = outside(x, self.least.0, self.most.0) + outside(y, self.least.1, self.most.1);
        u32::try_from(cells).unwrap_or(u32::MAX / 100) * STEP
    }
}
