//! The choice of the arrangement. Must not draw itself.

use super::error::TooWide;
use super::glyph::Style;
use super::grid::Grid;
use super::layout::{self, Block, Fit};
use super::model::{Diagram, Direction};
use super::paint::{self, Drawing};
use super::plan::Plan;
use super::route;

/// Draws a diagram in at most `max_width` columns.
///
/// # Errors
///
/// When no arrangement fits.
pub fn draw(diagram: &Diagram, max_width: usize, style: Style) -> Result<Drawing, TooWide> {
    fits(diagram.direction).into_iter().find_map(|fit| attempt(diagram, max_width, style, fit)).map(|(drawing, _)| drawing).ok_or(TooWide)
}

fn fits(stated: Direction) -> Vec<Fit> {
    let mut fits = Vec::new();
    for direction in [stated, stated.flipped()] {
        for (box_text, label_text) in [(24, 24), (14, 14), (9, 9)] {
            for (airy, roomy) in [(true, false), (false, false), (true, true)] {
                fits.push(Fit { direction, flip_loose: false, box_text, label_text, airy, roomy });
            }
        }
    }
    fits
}

fn attempt(diagram: &Diagram, max_width: usize, style: Style, fit: Fit) -> Option<(Drawing, u32)> {
    let mut plan = Plan::new(diagram, fit.direction, fit.flip_loose);
    let inside = layout::lay_out(diagram, &mut plan, fit);
    if inside.size.width > max_width {
        return None;
    }
    // Room around everything for lines that go back.
    let margin = 3 + plan.wires.len() / 3;
    let (width, height) = (inside.size.width + 2 * margin, inside.size.height + 2 * margin);
    let mut block = Block::default();
    block.absorb(inside, margin, margin);
    let mut grid = Grid::new(diagram, &block, width, height);
    let price = route::route(diagram, &plan, &block, &mut grid)?;
    let drawing = paint::paint(diagram, &block, &grid, fit, style);
    (drawing.width <= max_width).then_some((drawing, price))
}
