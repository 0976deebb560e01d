//! The shape of a Markdown text.
//!
//! It must not parse or draw; it only holds what was written, and where.

use std::ops::Range;

/// A whole text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Document {
    pub nodes: Vec<Node>,
    /// In the order of their first mention.
    pub footnotes: Vec<Footnote>,
    /// What the parser stumbled over, with the bytes it concerns.
    pub notes: Vec<(Note, Range<usize>)>,
}

/// A block and the bytes of the source that it came from.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    pub block: Block,
    pub bytes: Range<usize>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    Heading(Heading),
    Paragraph(Vec<Inline>),
    List {
        start: Option<u64>,
        items: Vec<Item>,
    },
    Table {
        alignments: Vec<Alignment>,
        head: Vec<Vec<Inline>>,
        rows: Vec<Vec<Vec<Inline>>>,
    },
    Quote {
        alert: Option<Alert>,
        blocks: Vec<Node>,
    },
    Code {
        language: String,
        text: String,
    },
    /// The source of a `mermaid` fence.
    Diagram(String),
    /// The id in a `quiz` fence.
    Question(String),
    Rule,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    /// Empty if the author gave none.
    pub id: String,
    pub text: Vec<Inline>,
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Done or not, for an item of a task list.
    pub task: Option<bool>,
    pub blocks: Vec<Node>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Footnote {
    pub label: String,
    pub blocks: Vec<Node>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alignment {
    Left,
    Center,
    Right,
}

/// The five alerts of GitHub's Markdown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alert {
    Note,
    Tip,
    Important,
    Warning,
    Caution,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Inline {
    Text(String),
    Code(String),
    Emphasis(Vec<Inline>),
    Strong(Vec<Inline>),
    Strikethrough(Vec<Inline>),
    Link {
        target: String,
        text: Vec<Inline>,
        bytes: Range<usize>,
    },
    /// A picture that a terminal does not show: its description.
    Image {
        description: String,
        target: String,
    },
    /// The number of a footnote, counted from 1.
    FootnoteReference(usize),
    /// A line end that is only a blank.
    SoftBreak,
    HardBreak,
}

/// Something that will not be shown as the author meant it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    Html,
    /// Emphasis signs that stayed text.
    LiteralEmphasis(&'static str),
    /// A footnote that is mentioned and not written.
    MissingFootnote(String),
    /// Blocks within blocks within blocks: the inner ones are left out.
    TooDeep,
}

impl Document {
    /// The headings with the positions of their nodes.
    pub fn headings(&self) -> impl Iterator<Item = (usize, &Heading)> {
        self.nodes.iter().enumerate().filter_map(|(position, node)| match &node.block {
            Block::Heading(heading) => Some((position, heading)),
            _ => None,
        })
    }

    /// Calls `visit` on every block, outer ones first.
    pub fn walk<'a>(&'a self, visit: &mut impl FnMut(&'a Node)) {
        self.nodes.iter().for_each(|node| node.walk(visit));
        self.footnotes.iter().flat_map(|footnote| &footnote.blocks).for_each(|node| node.walk(visit));
    }

    /// Calls `visit` on every inline piece of every block, links within emphasis included.
    pub fn walk_inlines<'a>(&'a self, visit: &mut impl FnMut(&'a Inline)) {
        self.nodes.iter().for_each(|node| node.walk_inlines(visit));
        self.footnotes.iter().flat_map(|footnote| &footnote.blocks).for_each(|node| node.walk_inlines(visit));
    }
}

impl Node {
    /// Calls `visit` on this block and on those inside it.
    pub fn walk<'a>(&'a self, visit: &mut impl FnMut(&'a Node)) {
        visit(self);
        self.block.children().into_iter().flatten().for_each(|node| node.walk(visit));
    }

    /// Calls `visit` on every inline piece of this block and of those inside it.
    pub fn walk_inlines<'a>(&'a self, visit: &mut impl FnMut(&'a Inline)) {
        self.walk(&mut |node| node.block.inlines().into_iter().for_each(|inlines| walk_inlines(inlines, visit)));
    }
}

impl Block {
    /// The runs of inline text that this block itself holds (not those of blocks inside it).
    pub fn inlines(&self) -> Vec<&[Inline]> {
        match self {
            Block::Heading(heading) => vec![&heading.text],
            Block::Paragraph(inlines) => vec![inlines],
            Block::Table { head, rows, .. } => head.iter().chain(rows.iter().flatten()).map(Vec::as_slice).collect(),
            Block::List { .. }
            | Block::Quote { .. }
            | Block::Code { .. }
            | Block::Diagram(_)
            | Block::Question(_)
            | Block::Rule => Vec::new(),
        }
    }

    /// The lists of blocks inside this one.
    pub fn children(&self) -> Vec<&[Node]> {
        match self {
            Block::List { items, .. } => items.iter().map(|item| item.blocks.as_slice()).collect(),
            Block::Quote { blocks, .. } => vec![blocks],
            _ => Vec::new(),
        }
    }

    /// The text without any markup, for search.
    pub fn plain_text(&self) -> String {
        let own = self.inlines().into_iter().map(plain_text);
        let code = match self {
            Block::Code { text, .. } => Some(text.clone()),
            _ => None,
        };
        let inner = self.children().into_iter().flatten().map(|node| node.block.plain_text());
        own.chain(code).chain(inner).collect::<Vec<_>>().join(" ")
    }
}

/// Inline pieces without their markup.
pub fn plain_text(inlines: &[Inline]) -> String {
    let mut text = String::new();
    for inline in inlines {
        match inline {
            Inline::Text(own) | Inline::Code(own) => text.push_str(own),
            Inline::Emphasis(inner)
            | Inline::Strong(inner)
            | Inline::Strikethrough(inner)
            | Inline::Link { text: inner, .. } => {
                text.push_str(&plain_text(inner));
            }
            Inline::Image { description, .. } => text.push_str(description),
            Inline::SoftBreak | Inline::HardBreak => text.push(' '),
            Inline::FootnoteReference(_) => {}
        }
    }
    text
}

fn walk_inlines<'a>(inlines: &'a [Inline], visit: &mut impl FnMut(&'a Inline)) {
    for inline in inlines {
        visit(inline);
        match inline {
            Inline::Emphasis(inner)
            | Inline::Strong(inner)
            | Inline::Strikethrough(inner)
            | Inline::Link { text: inner, .. } => {
                walk_inlines(inner, visit);
            }
            _ => {}
        }
    }
}
