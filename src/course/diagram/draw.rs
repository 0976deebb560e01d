//! The choice between arrangements. Must not lay out or draw anything itself.

use super::block::Block;
use super::error::TooWide;
use super::glyph::Style;
use super::grid::Grid;
use super::layout::{self, Fit};
use super::model::{Diagram, Direction};
use super::paint::{self, Drawing};
use super::pair;
use super::plan::{Flip, Plan};
use super::route::{self, Toil};

/// More rows than this do not fit a usual terminal.
const GOOD_HEIGHT: usize = 20;
const ROW: u32 = 20;
const ROW_TOO_MANY: u32 = 200;
const OTHER_DIRECTION: u32 = 500;
const OTHER_INSIDE: u32 = 150;
const PAIRS: u32 = 50;
const TIGHT: u32 = 60;
/// The widest text in boxes and on arrows, and the price of breaking it.
const TEXTS: [(usize, usize, u32); 6] =
    [(28, 28, 0), (18, 28, 40), (14, 14, 150), (12, 12, 200), (10, 10, 300), (8, 8, 900)];

/// The effort, in cells times arrows, after which the best drawing so far has to do.
const EFFORT: usize = 2_000_000;
/// The cells of the largest drawing.
const CELL_LIMIT: usize = 400_000;

/// Draws a diagram in at most `max_width` columns.
///
/// # Errors
///
/// When no arrangement fits.
pub fn draw(diagram: &Diagram, max_width: usize, style: Style) -> Result<Drawing, TooWide> {
    let mut choice = Choice { diagram, max_width, best: None, effort: 0 };
    for direction in [diagram.direction, diagram.direction.flipped()] {
        choice.consider_spacings(diagram, direction, Flip::None);
        if let Some(paired) = pair::side_by_side(diagram, direction) {
            choice.consider_spacings(&paired, direction, Flip::Pairs);
            choice.consider_spacings(&paired, direction, Flip::LoosePairs);
        }
        if diagram.groups.iter().any(|group| group.direction.is_none()) {
            choice.consider_spacings(diagram, direction, Flip::Loose);
            choice.consider_spacings(diagram, direction, Flip::Groups);
        }
        if choice.best.as_ref().is_some_and(|best| best.rows <= GOOD_HEIGHT) {
            break;
        }
    }
    let best = choice.best.ok_or(TooWide)?;
    Ok(paint::paint(diagram, &best.block, &best.grid, best.fit, style))
}

/// One arrangement with its lines.
struct Attempt {
    fit: Fit,
    block: Block,
    grid: Grid,
    rows: usize,
    price: u32,
    is_good: bool,
}

/// The search for the best arrangement.
struct Choice<'a> {
    diagram: &'a Diagram,
    max_width: usize,
    best: Option<Attempt>,
    effort: usize,
}

impl Choice<'_> {
    /// Tries all spacings, until a good drawing is found or enough is done. Text is broken only
    /// as far as necessary.
    fn consider_spacings(&mut self, diagram: &Diagram, direction: Direction, flip: Flip) {
        for (airy, roomy) in [(true, false), (true, true), (false, false), (false, true)] {
            let done = |best: &Attempt| best.is_good || self.effort > EFFORT;
            if self.best.as_ref().is_some_and(done) || self.effort > 10 * EFFORT {
                return;
            }
            for (box_text, label_text, broken) in TEXTS {
                let fit = Fit { direction, flip, box_text, label_text, airy, roomy };
                if self.consider(diagram, fit, broken) {
                    break;
                }
            }
        }
    }

    /// Tries one arrangement and keeps it if it is the best; says whether it fits.
    fn consider(&mut self, diagram: &Diagram, fit: Fit, broken: u32) -> bool {
        let mut plan = Plan::new(diagram, fit.direction, fit.flip);
        let inside = layout::lay_out(diagram, &mut plan, fit);
        if inside.size.width > self.max_width {
            return false;
        }
        let base = self.base_price(fit, inside.size.height) + broken;
        if self.best.as_ref().is_some_and(|best| best.price <= base) {
            return true;
        }
        // Room around everything for lines that go back.
        let margin = 3 + plan.wires.len() / 3;
        let (width, height) = (inside.size.width + 2 * margin, inside.size.height + 2 * margin);
        if width.saturating_mul(height) > CELL_LIMIT {
            return false;
        }
        self.effort += width * height * plan.wires.len();
        let mut block = Block::default();
        block.absorb(inside, margin, margin);
        let mut grid = Grid::new(diagram, &block, width, height);
        let Some(Toil { price, ugly }) = route::route(diagram, &plan, &block, &mut grid) else {
            return false;
        };
        let (columns, rows) = grid.used();
        if columns > self.max_width {
            return false;
        }
        let price = price + self.base_price(fit, rows) + broken;
        if self.best.as_ref().is_none_or(|best| price < best.price) {
            let is_good = ugly == 0 && rows <= GOOD_HEIGHT;
            self.best = Some(Attempt { fit, block, grid, rows, price, is_good });
        }
        true
    }

    /// What an arrangement costs apart from its lines.
    fn base_price(&self, fit: Fit, rows: usize) -> u32 {
        let count = |rows: usize| u32::try_from(rows).unwrap_or(u32::MAX / 1000);
        let direction = if fit.direction == self.diagram.direction { 0 } else { OTHER_DIRECTION };
        let inside = match fit.flip {
            Flip::None => 0,
            Flip::Pairs | Flip::LoosePairs => PAIRS,
            Flip::Loose | Flip::Groups => OTHER_INSIDE,
        };
        let tight = if fit.airy { 0 } else { TIGHT };
        ROW * count(rows) + ROW_TOO_MANY * count(rows.saturating_sub(GOOD_HEIGHT)) + direction + inside + tight
    }
}

#[cfg(test)]
#[path = "draw_tests.rs"]
mod tests;

#[cfg(test)]
#[path = "group_tests.rs"]
mod group_tests;
