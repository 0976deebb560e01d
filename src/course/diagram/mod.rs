//! Flowcharts drawn with box characters. Must not know about Markdown, themes or the screen.

mod align;
mod block;
mod draw;
mod error;
mod geometry;
mod glyph;
mod grid;
mod layers;
mod layout;
mod model;
mod order;
mod paint;
mod pair;
mod parse;
mod path;
mod plan;
mod route;
mod scan;
mod sentence;
mod sort;
mod stack;
mod text;

pub use draw::draw;
pub use error::{Cause, DiagramError, TooWide};
pub use glyph::Style;
pub use model::{Diagram, Direction, Edge, End, Group, Heads, Node, Shape, Stroke};
pub use paint::{Drawing, Part, Run};
pub use parse::parse;
pub use sentence::{Sentence, sentences};

#[cfg(test)]
mod random_tests;
