//! A Markdown text set as a page: blocks become rows, when they are needed.
//!
//! Only what is on the screen is laid out; the rest waits. A place in the page is a block and a line within it, so that
//! resizing keeps the paragraph that was being read. It must not draw or know a theme.

mod block;
mod code;
mod highlight;
mod inline;
mod table;

use super::look::{Row, Tone, run};
use crate::course::markdown::{Block, Document, Node, parse};
use crate::domain::settings::Borders;
use crate::text::words::Words;
use crate::text::wrap::wrap;
use std::collections::HashMap;
use std::ops::Range;

pub use block::drawing_rows;
pub use inline::{inline_rows, inline_runs};

/// A text, and those of its blocks that have been laid out.
#[derive(Debug)]
pub struct Page {
    nodes: Vec<Node>,
    /// Where each block starts, in bytes of the text: how far down it is.
    starts: Vec<usize>,
    length: usize,
    rows: Vec<Option<Vec<Row>>>,
    /// Rows of questions, which are set from outside.
    questions: HashMap<usize, Vec<Row>>,
    context: PageContext,
}

/// What laying out needs besides the text.
#[derive(Debug)]
pub struct PageContext {
    pub width: usize,
    pub borders: Borders,
    pub words: &'static Words,
    /// Targets of links, by the number in a row's look.
    pub links: Vec<String>,
}

/// A line of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Anchor {
    pub node: usize,
    pub line: usize,
}

impl Anchor {
    pub fn at(node: usize) -> Anchor {
        Anchor { node, line: 0 }
    }
}

impl Page {
    /// A page over the blocks of a document, with its footnotes at the end.
    pub fn new(document: Document, words: &'static Words, borders: Borders) -> Page {
        let mut nodes = document.nodes;
        if !document.footnotes.is_empty() {
            nodes.push(Node { block: Block::Rule, bytes: 0..0 });
            for (index, footnote) in document.footnotes.into_iter().enumerate() {
                nodes.push(block::footnote(index + 1, footnote));
            }
        }
        let mut starts = Vec::with_capacity(nodes.len());
        let mut length = 0;
        for node in &nodes {
            starts.push(length);
            // Blocks that stand in no file (footnotes, sources) count as a line.
            length += node.bytes.len().max(40);
        }
        let rows = nodes.iter().map(|_| None).collect();
        let context = PageContext { width: 0, borders, words, links: Vec::new() };
        Page { nodes, starts, length, rows, questions: HashMap::new(), context }
    }

    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    pub fn width(&self) -> usize {
        self.context.width
    }

    /// Where a link leads.
    pub fn link(&self, number: u16) -> Option<&str> {
        self.context.links.get(usize::from(number)).map(String::as_str)
    }

    /// Takes the rows of the question that stands at a block.
    pub fn set_question(&mut self, node: usize, rows: Vec<Row>) {
        self.questions.insert(node, rows);
        self.rows[node] = None;
    }

    /// Sets the measure; everything is laid out anew when it is needed.
    pub fn set_width(&mut self, width: usize) {
        if self.context.width != width {
            self.context.width = width;
            self.context.links.clear();
            self.rows.iter_mut().for_each(|rows| *rows = None);
        }
    }

    /// Lays out what shows in a window of `height` rows from `anchor`, and returns the anchor, moved so that it exists and
    /// the window does not run past the end.
    pub fn settle(&mut self, anchor: Anchor, height: usize) -> Anchor {
        let Some(last) = self.nodes.len().checked_sub(1) else {
            return Anchor::default();
        };
        let node = anchor.node.min(last);
        let line = if node == anchor.node { anchor.line.min(self.lay_out(node).len() - 1) } else { 0 };
        let anchor = self.last_anchor(height).min(Anchor { node, line });
        let mut room = height + self.lay_out(anchor.node).len();
        for node in anchor.node..self.nodes.len() {
            let rows = self.lay_out(node).len();
            if rows >= room {
                break;
            }
            room -= rows;
        }
        anchor
    }

    /// The anchor `lines` further down (or up, if negative), not yet settled.
    pub fn moved(&mut self, from: Anchor, lines: isize) -> Anchor {
        let mut to = from;
        for _ in 0..lines.unsigned_abs() {
            let next = if lines > 0 { self.line_after(to) } else { self.line_before(to) };
            match next {
                Some(next) => to = next,
                None => break,
            }
        }
        to
    }

    /// The rows from `anchor` that fit into `height`, with their places. What was not settled is not there.
    pub fn visible(&self, anchor: Anchor, height: usize) -> impl Iterator<Item = (Anchor, &Row)> {
        let nodes = (anchor.node..self.nodes.len()).map_while(|node| Some((node, self.rows[node].as_ref()?)));
        let rows = nodes.flat_map(move |(node, rows)| {
            let first = if node == anchor.node { anchor.line } else { 0 };
            rows.iter().enumerate().skip(first).map(move |(line, row)| (Anchor { node, line }, row))
        });
        rows.take(height)
    }

    /// The blocks whose last line of text shows in the window.
    pub fn finished(&self, anchor: Anchor, height: usize) -> Range<usize> {
        let mut finished = anchor.node..anchor.node;
        for (place, _) in self.visible(anchor, height) {
            let rows = self.rows[place.node].as_deref().unwrap_or_default();
            let last = rows.iter().rposition(|row| !row.is_empty()).unwrap_or(0);
            if place.line >= last {
                finished.end = place.node + 1;
            }
        }
        finished
    }

    /// Whether anything is said below the window.
    pub fn goes_on(&self, anchor: Anchor, height: usize) -> bool {
        let finished = self.finished(anchor, height).end;
        finished < self.nodes.len()
    }

    /// How far down the bottom of the window is, from 0 to 100.
    pub fn percent(&self, anchor: Anchor, height: usize) -> usize {
        let Some((bottom, _)) = self.visible(anchor, height).last() else {
            return 100;
        };
        let rows = self.rows[bottom.node].as_ref().map_or(1, Vec::len);
        let end = self.starts.get(bottom.node + 1).copied().unwrap_or(self.length);
        let within = (end - self.starts[bottom.node]) * (bottom.line + 1) / rows;
        ((self.starts[bottom.node] + within) * 100 / self.length.max(1)).min(100)
    }

    /// The rows of a block, laid out now if they were not.
    pub fn lay_out(&mut self, node: usize) -> &[Row] {
        if self.rows[node].is_none() {
            let mut rows = match self.questions.get(&node) {
                Some(rows) => rows.clone(),
                None => block::rows(&self.nodes[node].block, &mut self.context),
            };
            // A heading belongs to what follows it: air stands above, not below.
            if !matches!(self.nodes[node].block, Block::Heading(_)) {
                rows.push(Row::new());
                let heading_next = self.nodes.get(node + 1).is_some_and(|next| matches!(next.block, Block::Heading(_)));
                if heading_next {
                    rows.push(Row::new());
                }
            }
            self.rows[node] = Some(rows);
        }
        self.rows[node].as_deref().unwrap_or_default()
    }

    /// The first line of the last window.
    fn last_anchor(&mut self, height: usize) -> Anchor {
        let mut room = height.max(1);
        for node in (0..self.nodes.len()).rev() {
            let rows = self.lay_out(node).len();
            if rows >= room {
                return Anchor { node, line: rows - room };
            }
            room -= rows;
        }
        Anchor::default()
    }

    fn line_after(&mut self, place: Anchor) -> Option<Anchor> {
        if place.line + 1 < self.lay_out(place.node).len() {
            return Some(Anchor { line: place.line + 1, ..place });
        }
        (place.node + 1 < self.nodes.len()).then(|| Anchor::at(place.node + 1))
    }

    fn line_before(&mut self, place: Anchor) -> Option<Anchor> {
        if place.line > 0 {
            return Some(Anchor { line: place.line - 1, ..place });
        }
        let node = place.node.checked_sub(1)?;
        Some(Anchor { node, line: self.lay_out(node).len() - 1 })
    }
}

/// A short Markdown text (the prompt of a question) as rows, laid out at once.
pub fn text_rows(text: &str, width: usize, words: &'static Words, borders: Borders) -> Vec<Row> {
    let mut page = Page::new(parse(text, 0), words, borders);
    page.set_width(width);
    let mut rows: Vec<Row> = (0..page.nodes.len()).flat_map(|node| page.lay_out(node).to_vec()).collect();
    rows.pop();
    rows
}

/// A muted sentence.
fn note(text: &str, width: usize) -> Vec<Row> {
    wrap(&[run(text, Tone::Muted)], width)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;
    use crate::tui::look::row_text;

    fn page(text: &str, width: usize) -> Page {
        let mut page = Page::new(parse(text, 0), Words::of(Language::English), Borders::Unicode);
        page.set_width(width);
        page
    }

    fn window(page: &Page, anchor: Anchor, height: usize) -> Vec<String> {
        page.visible(anchor, height).map(|(_, row)| row_text(row).trim_end().to_string()).collect()
    }

    /// Paragraphs `p0` … of one word each.
    fn paragraphs(count: usize) -> String {
        (0..count).map(|number| format!("p{number}\n\n")).collect()
    }

    #[test]
    fn only_what_shows_is_laid_out() {
        let mut page = page(&paragraphs(1000), 20);
        page.settle(Anchor::default(), 10);
        let laid_out = page.rows.iter().filter(|rows| rows.is_some()).count();
        assert!(laid_out <= 12, "{laid_out} of 1000 blocks");
    }

    #[test]
    fn the_window_stops_at_the_end() {
        let mut page = page(&paragraphs(10), 20);
        let anchor = page.moved(Anchor::default(), 500);
        let anchor = page.settle(anchor, 4);
        assert_eq!(window(&page, anchor, 4), ["p8", "", "p9", ""]);
        assert_eq!(page.percent(anchor, 4), 100);
    }

    #[test]
    fn moving_down_and_up_comes_back() {
        let mut page = page(&paragraphs(10), 20);
        let down = page.moved(Anchor::default(), 7);
        assert_eq!(down, Anchor { node: 3, line: 1 });
        assert_eq!(page.moved(down, -7), Anchor::default());
    }

    #[test]
    fn another_width_keeps_the_paragraph() {
        let text = format!("{}\n\nhere is the place\n\n{}", "many words ".repeat(30), paragraphs(20));
        let mut page = page(&text, 60);
        let anchor = page.settle(Anchor::at(1), 5);
        assert_eq!(window(&page, anchor, 1), ["here is the place"]);
        page.set_width(11);
        let anchor = page.settle(anchor, 5);
        assert_eq!(window(&page, anchor, 2), ["here is the", "place"]);
    }

    #[test]
    fn a_block_is_finished_when_its_last_line_shows() {
        let mut page = page("a b\n\nc\n\nd\n", 1);
        let anchor = page.settle(Anchor::default(), 3);
        assert_eq!(page.finished(anchor, 3), 0..1);
        assert_eq!(page.finished(anchor, 1), 0..0);
    }

    #[test]
    fn an_empty_page_and_an_empty_window_are_fine() {
        let mut empty = page("", 10);
        assert_eq!(empty.settle(Anchor::at(3), 5), Anchor::default());
        assert_eq!(empty.percent(Anchor::default(), 5), 100);
        let mut page = page("text", 0);
        assert_eq!(page.settle(Anchor::default(), 0), Anchor { node: 0, line: 4 }.min(Anchor::at(0)));
    }
}
