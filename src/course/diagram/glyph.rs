//! The characters for borders, lines and arrowheads. Must not know where they stand.

use super::geometry::Side;
use super::model::{Shape, Stroke};

/// The characters a drawing may consist of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Style {
    /// Box characters.
    #[default]
    Unicode,
    /// Only characters that every terminal and every font has.
    Ascii,
}

/// The border of a box or frame.
pub(super) struct Border {
    pub top_left: char,
    pub top: char,
    pub top_right: char,
    pub left: char,
    pub right: char,
    pub bottom_left: char,
    pub bottom: char,
    pub bottom_right: char,
}

/// A border from its eight characters: upper row, the two sides, lower row.
const fn border(glyphs: [char; 8]) -> Border {
    let [top_left, top, top_right, left, right, bottom_left, bottom, bottom_right] = glyphs;
    Border { top_left, top, top_right, left, right, bottom_left, bottom, bottom_right }
}

/// The border of a node.
pub(super) fn node_border(shape: Shape, style: Style) -> Border {
    border(match (style, shape) {
        (Style::Unicode, Shape::Box) => ['┌', '─', '┐', '│', '│', '└', '─', '┘'],
        (Style::Unicode, Shape::Round) => ['╭', '─', '╮', '│', '│', '╰', '─', '╯'],
        (Style::Unicode, Shape::Store) => ['╒', '═', '╕', '│', '│', '╘', '═', '╛'],
        (Style::Unicode, Shape::Decision) => ['╱', '─', '╲', '<', '>', '╲', '─', '╱'],
        (Style::Ascii, Shape::Box) => ['+', '-', '+', '|', '|', '+', '-', '+'],
        (Style::Ascii, Shape::Round) => ['.', '-', '.', '|', '|', '\'', '-', '\''],
        (Style::Ascii, Shape::Store) => ['+', '=', '+', '|', '|', '+', '=', '+'],
        (Style::Ascii, Shape::Decision) => ['/', '-', '\\', '<', '>', '\\', '-', '/'],
    })
}

/// The border of a group.
pub(super) fn group_border(style: Style) -> Border {
    border(match style {
        Style::Unicode => ['┌', '╌', '┐', '╎', '╎', '└', '╌', '┘'],
        Style::Ascii => ['+', '.', '+', ':', ':', '+', '.', '+'],
    })
}

/// A border character with a line leaving it towards `side`.
pub(super) fn joint(border: char, side: Side, style: Style) -> char {
    if style == Style::Ascii || matches!(border, '<' | '>') {
        return border;
    }
    match (side, border == '═') {
        (Side::Left, _) => '┤',
        (Side::Right, _) => '├',
        (Side::Top, false) => '┴',
        (Side::Bottom, false) => '┬',
        (Side::Top, true) => '╧',
        (Side::Bottom, true) => '╤',
    }
}

/// An arrowhead that points towards `side`.
pub(super) fn head(side: Side, style: Style) -> char {
    match (style, side) {
        (Style::Unicode, Side::Left) => '◂',
        (Style::Unicode, Side::Right) => '▸',
        (Style::Unicode, Side::Top) => '▴',
        (Style::Unicode, Side::Bottom) => '▾',
        (Style::Ascii, Side::Left) => '<',
        (Style::Ascii, Side::Right) => '>',
        (Style::Ascii, Side::Top) => '^',
        (Style::Ascii, Side::Bottom) => 'v',
    }
}

/// The line that leaves a cell on the sides of `bits`.
pub(super) fn line(bits: u8, stroke: Stroke, style: Style) -> char {
    // By bit: left 1, right 2, top 4, bottom 8.
    const LIGHT: [char; 16] = [' ', '─', '─', '─', '│', '┘', '└', '┴', '│', '┐', '┌', '┬', '│', '┤', '├', '┼'];
    const HEAVY: [char; 16] = [' ', '━', '━', '━', '┃', '┛', '┗', '┻', '┃', '┓', '┏', '┳', '┃', '┫', '┣', '╋'];
    let index = usize::from(bits & 15);
    let horizontal = bits & (Side::Top.bit() | Side::Bottom.bit()) == 0;
    let vertical = bits & (Side::Left.bit() | Side::Right.bit()) == 0;
    match (style, stroke) {
        (Style::Unicode, Stroke::Thick) => HEAVY[index],
        (Style::Unicode, Stroke::Dotted) if horizontal => '┈',
        (Style::Unicode, Stroke::Dotted) if vertical => '┊',
        (Style::Unicode, _) => LIGHT[index],
        (Style::Ascii, Stroke::Thick) if horizontal => '=',
        (Style::Ascii, Stroke::Dotted) if horizontal => '.',
        (Style::Ascii, Stroke::Dotted) if vertical => ':',
        (Style::Ascii, _) if horizontal => '-',
        (Style::Ascii, _) if vertical => '|',
        (Style::Ascii, _) => '+',
    }
}
