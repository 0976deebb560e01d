//! Places and lines to rows of text. Must not move anything.

use super::block::{Block, Frame};
use super::geometry::{Rect, Side};
use super::glyph::{self, Border, Style};
use super::grid::{Grid, Ground, Point};
use super::layout::{Fit, box_lines};
use super::model::{Diagram, Stroke};
use super::text;

/// What a piece of a drawing shows; the theme has a colour for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The border of a node.
    Border,
    /// The text of a node.
    Text,
    /// The frame of a group and its title.
    Group,
    /// A line or an arrowhead.
    Edge,
    /// The text on an arrow.
    Label,
    /// Nothing.
    Space,
}

/// A piece of a row that shows one part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The characters.
    pub text: String,
    /// What they show.
    pub part: Part,
}

/// A finished drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// The rows from top to bottom; none ends with a space.
    pub rows: Vec<Vec<Run>>,
    /// The columns of the widest row.
    pub width: usize,
}

/// A cell with a character; a wide one is followed by empty texts.
#[derive(Clone, Debug)]
struct Pixel {
    text: String,
    part: Part,
}

struct Canvas {
    width: usize,
    pixels: Vec<Pixel>,
}

/// Draws everything, without empty rows and columns around it.
pub(super) fn paint(diagram: &Diagram, block: &Block, grid: &Grid, fit: Fit, style: Style) -> Drawing {
    let blank = Pixel { text: " ".to_owned(), part: Part::Space };
    let mut canvas = Canvas { width: grid.width, pixels: vec![blank; grid.width * grid.height] };
    for &Frame { group, rect, title } in &block.frames {
        canvas.frame(rect, &glyph::group_border(style), Part::Group);
        canvas.words((rect.x + title, rect.y), &format!(" {} ", diagram.groups[group].title), Part::Group);
    }
    for &(node, rect) in &block.nodes {
        canvas.frame(rect, &glyph::node_border(diagram.nodes[node].shape, style), Part::Border);
        let lines = box_lines(diagram, node, fit);
        let top = rect.y + (rect.height - lines.len()) / 2;
        for (row, line) in lines.iter().enumerate() {
            canvas.words((rect.x + (rect.width - text::width(line)) / 2, top + row), line, Part::Text);
        }
    }
    canvas.lines(grid, style);
    for (x, y, line) in block.labels.iter().flat_map(|label| &label.lines) {
        canvas.words((*x, *y), line, Part::Label);
    }
    canvas.finish()
}

impl Canvas {
    fn set(&mut self, (x, y): Point, glyph: char, part: Part) {
        self.pixels[y * self.width + x] = Pixel { text: glyph.to_string(), part };
    }

    fn words(&mut self, (mut x, y): Point, words: &str, part: Part) {
        for (cluster, columns) in text::clusters(words).filter(|(_, columns)| *columns > 0) {
            for column in x..x + columns {
                self.pixels[y * self.width + column] = Pixel { text: String::new(), part };
            }
            self.pixels[y * self.width + x].text.push_str(cluster);
            x += columns;
        }
    }

    fn frame(&mut self, rect: Rect, border: &Border, part: Part) {
        let (left, right, top, bottom) = (rect.x, rect.right(), rect.y, rect.bottom());
        for x in left..=right {
            self.set((x, top), border.top, part);
            self.set((x, bottom), border.bottom, part);
        }
        for y in top..=bottom {
            self.set((left, y), border.left, part);
            self.set((right, y), border.right, part);
        }
        self.set((left, top), border.top_left, part);
        self.set((right, top), border.top_right, part);
        self.set((left, bottom), border.bottom_left, part);
        self.set((right, bottom), border.bottom_right, part);
    }

    fn lines(&mut self, grid: &Grid, style: Style) {
        for index in 0..self.pixels.len() {
            let point = grid.point(index);
            let cell = grid.cell(point);
            let pixel = &self.pixels[index];
            let single = Side::ALL.into_iter().find(|side| cell.bits == side.bit());
            let glyph = match (cell.head, cell.ground, pixel.part) {
                (Some(side), ..) => glyph::head(side, style),
                _ if cell.bits == 0 => continue,
                (None, _, Part::Border) => {
                    let border = pixel.text.chars().next().unwrap_or(' ');
                    let joint = single.map_or(border, |side| glyph::joint(border, side, style));
                    self.set(point, joint, Part::Border);
                    continue;
                }
                (None, Ground::Frame { horizontal, .. }, _) => {
                    let own = if horizontal {
                        Side::Left.bit() | Side::Right.bit()
                    } else {
                        Side::Top.bit() | Side::Bottom.bit()
                    };
                    glyph::line(cell.bits | own, Stroke::Solid, style)
                }
                (None, ..) => glyph::line(cell.bits, cell.stroke, style),
            };
            self.set(point, glyph, Part::Edge);
        }
    }

    /// The rows without what is empty around them.
    fn finish(self) -> Drawing {
        let rows: Vec<&[Pixel]> = self.pixels.chunks(self.width.max(1)).collect();
        let is_used = |pixel: &Pixel| pixel.part != Part::Space;
        let top = rows.iter().position(|row| row.iter().any(is_used));
        let bottom = rows.iter().rposition(|row| row.iter().any(is_used));
        let left = rows.iter().filter_map(|row| row.iter().position(is_used)).min();
        let right = rows.iter().filter_map(|row| row.iter().rposition(is_used)).max();
        let (Some((top, bottom)), Some((left, right))) = (top.zip(bottom), left.zip(right)) else {
            return Drawing { rows: Vec::new(), width: 0 };
        };
        let rows = rows[top..=bottom].iter().map(|row| runs(&row[left..])).collect();
        Drawing { rows, width: right + 1 - left }
    }
}

fn runs(row: &[Pixel]) -> Vec<Run> {
    let length = row.iter().rposition(|pixel| pixel.part != Part::Space).map_or(0, |last| last + 1);
    let mut runs: Vec<Run> = Vec::new();
    for pixel in &row[..length] {
        match runs.last_mut() {
            Some(run) if run.part == pixel.part => run.text.push_str(&pixel.text),
            _ => runs.push(Run { text: pixel.text.clone(), part: pixel.part }),
        }
    }
    runs
}
