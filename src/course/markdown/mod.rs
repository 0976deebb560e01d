//! Markdown as a tree that can be laid out, searched, checked and read aloud.
//!
//! The syntax is pulldown-cmark's work; this module gives it a shape of our own: blocks, inline pieces, and the two
//! fences that mean something to us. It must not know widths, colours or files.

mod parse;
mod tree;

pub use parse::{parse, parse_inline};
pub use tree::{Alert, Alignment, Block, Document, Footnote, Heading, Inline, Item, Node, Note, plain_text};
