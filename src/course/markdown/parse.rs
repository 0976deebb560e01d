//! From Markdown's events to the tree.
//!
//! Blocks and inline pieces nest, so the parser is one function for each that reads up to its own end. It must end on any
//! input: nesting beyond [`DEPTH`] is left out with a note.

use super::tree::{Alert, Alignment, Block, Document, Footnote, Heading, Inline, Item, Node, Note};
use crate::text::sanitize::clean_line;
use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, CowStr, Event, OffsetIter, Options, Parser, Tag};
use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

/// How deep blocks may nest. No reader follows a list of the tenth level.
const DEPTH: usize = 24;

/// Parses a text. Byte ranges count from `offset`, for a text that starts inside a file.
pub fn parse(text: &str, offset: usize) -> Document {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM;
    let mut reader = Reader {
        source: text,
        events: Parser::new_ext(text, options).into_offset_iter(),
        offset,
        depth: 0,
        task: None,
        numbers: HashMap::new(),
        footnotes: Vec::new(),
        notes: Vec::new(),
    };
    let nodes = reader.blocks();
    reader.finish(nodes)
}

/// Parses a short text (a prompt's line, an option) and returns the pieces of its paragraphs as one run.
pub fn parse_inline(text: &str) -> Vec<Inline> {
    let mut inlines = Vec::new();
    for node in parse(text, 0).nodes {
        if let Block::Paragraph(own) = node.block {
            if !inlines.is_empty() {
                inlines.push(Inline::HardBreak);
            }
            inlines.extend(own);
        } else {
            inlines.push(Inline::Text(text[node.bytes].trim().to_string()));
        }
    }
    inlines
}

struct Reader<'t> {
    source: &'t str,
    events: OffsetIter<'t>,
    offset: usize,
    depth: usize,
    /// The box of the list item that is being read.
    task: Option<bool>,
    /// Footnote label to its number.
    numbers: HashMap<String, usize>,
    footnotes: Vec<Footnote>,
    notes: Vec<(Note, Range<usize>)>,
}

impl Reader<'_> {
    /// Reads blocks up to the end of what surrounds them.
    fn blocks(&mut self) -> Vec<Node> {
        let mut nodes = Vec::new();
        // Text directly in a tight list item or table cell has no paragraph around it.
        let mut loose: Vec<Inline> = Vec::new();
        let mut loose_bytes = 0..0;
        while let Some((event, bytes)) = self.events.next() {
            let range = self.range(&bytes);
            match event {
                Event::End(_) => break,
                Event::Start(tag) if is_block(&tag) => {
                    flush(&mut nodes, &mut loose, &loose_bytes);
                    if let Some(block) = self.block(tag, &bytes) {
                        nodes.push(Node { block, bytes: range });
                    }
                }
                Event::Rule => {
                    flush(&mut nodes, &mut loose, &loose_bytes);
                    nodes.push(Node { block: Block::Rule, bytes: range });
                }
                Event::Html(_) => self.note(Note::Html, &bytes),
                event => {
                    if loose.is_empty() {
                        loose_bytes = range.clone();
                    }
                    loose_bytes.end = range.end;
                    self.inline(event, &bytes, &mut loose);
                }
            }
        }
        flush(&mut nodes, &mut loose, &loose_bytes);
        nodes
    }

    fn block(&mut self, tag: Tag<'_>, bytes: &Range<usize>) -> Option<Block> {
        if self.depth >= DEPTH {
            self.note(Note::TooDeep, bytes);
            self.skip();
            return None;
        }
        self.depth += 1;
        let block = match tag {
            Tag::Paragraph => Some(Block::Paragraph(self.inlines())),
            Tag::Heading { level, id, .. } => {
                let id = id.map(|id| id.to_string()).unwrap_or_default();
                Some(Block::Heading(Heading { level: level as u8, id, text: self.inlines() }))
            }
            Tag::BlockQuote(kind) => Some(Block::Quote { alert: kind.map(alert), blocks: self.blocks() }),
            Tag::CodeBlock(kind) => Some(self.code(&kind)),
            Tag::List(start) => Some(Block::List { start, items: self.items() }),
            Tag::Table(alignments) => Some(self.table(&alignments)),
            Tag::FootnoteDefinition(label) => {
                let blocks = self.blocks();
                self.footnotes.push(Footnote { label: label.to_string(), blocks });
                None
            }
            Tag::HtmlBlock => {
                self.note(Note::Html, bytes);
                self.skip();
                None
            }
            _ => {
                self.skip();
                None
            }
        };
        self.depth -= 1;
        block
    }

    fn items(&mut self) -> Vec<Item> {
        let outer_task = self.task.take();
        let mut items = Vec::new();
        while let Some((event, _)) = self.events.next() {
            match event {
                Event::Start(Tag::Item) => {
                    let blocks = self.blocks();
                    items.push(Item { task: self.task.take(), blocks });
                }
                Event::End(_) => break,
                _ => {}
            }
        }
        self.task = outer_task;
        items
    }

    fn table(&mut self, alignments: &[pulldown_cmark::Alignment]) -> Block {
        let mut head = Vec::new();
        let mut rows = Vec::new();
        while let Some((event, _)) = self.events.next() {
            match event {
                Event::Start(Tag::TableHead) => head = self.cells(),
                Event::Start(Tag::TableRow) => rows.push(self.cells()),
                Event::End(_) => break,
                _ => {}
            }
        }
        Block::Table { alignments: alignments.iter().map(alignment).collect(), head, rows }
    }

    fn cells(&mut self) -> Vec<Vec<Inline>> {
        let mut cells = Vec::new();
        while let Some((event, _)) = self.events.next() {
            match event {
                Event::Start(Tag::TableCell) => cells.push(self.inlines()),
                Event::End(_) => break,
                _ => {}
            }
        }
        cells
    }

    fn code(&mut self, kind: &CodeBlockKind<'_>) -> Block {
        let mut text = String::new();
        for (event, _) in self.events.by_ref() {
            match event {
                Event::Text(part) => text.push_str(&part),
                Event::End(_) => break,
                _ => {}
            }
        }
        let language = match kind {
            CodeBlockKind::Fenced(info) => info.split([' ', ',']).next().unwrap_or_default().to_lowercase(),
            CodeBlockKind::Indented => String::new(),
        };
        match language.as_str() {
            "mermaid" => Block::Diagram(text),
            "quiz" => Block::Question(text.trim().to_string()),
            _ => Block::Code { language, text: text.trim_end_matches('\n').to_string() },
        }
    }

    /// Reads inline pieces up to the end of what surrounds them.
    fn inlines(&mut self) -> Vec<Inline> {
        let mut inlines = Vec::new();
        while let Some((event, bytes)) = self.events.next() {
            if matches!(event, Event::End(_)) {
                break;
            }
            self.inline(event, &bytes, &mut inlines);
        }
        inlines
    }

    fn inline(&mut self, event: Event<'_>, bytes: &Range<usize>, inlines: &mut Vec<Inline>) {
        match event {
            Event::Text(text) => self.push_text(&text, bytes, inlines),
            Event::Code(text) => inlines.push(Inline::Code(text.to_string())),
            Event::SoftBreak => inlines.push(Inline::SoftBreak),
            Event::HardBreak => inlines.push(Inline::HardBreak),
            Event::InlineHtml(html) if is_line_break(&html) => inlines.push(Inline::HardBreak),
            Event::InlineHtml(html) if html.starts_with("<!--") => {}
            Event::InlineHtml(_) | Event::Html(_) => self.note(Note::Html, bytes),
            Event::TaskListMarker(done) => self.task = Some(done),
            Event::FootnoteReference(label) => {
                let next = self.numbers.len() + 1;
                let number = *self.numbers.entry(label.to_string()).or_insert(next);
                inlines.push(Inline::FootnoteReference(number));
            }
            Event::Start(tag) => self.nested(tag, bytes, inlines),
            Event::End(_) | Event::Rule | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    fn nested(&mut self, tag: Tag<'_>, bytes: &Range<usize>, inlines: &mut Vec<Inline>) {
        if self.depth >= DEPTH {
            self.note(Note::TooDeep, bytes);
            self.skip();
            return;
        }
        self.depth += 1;
        let inner = self.inlines();
        self.depth -= 1;
        match tag {
            Tag::Emphasis => inlines.push(Inline::Emphasis(inner)),
            Tag::Strong => inlines.push(Inline::Strong(inner)),
            // One tilde is a range in Korean ("3~5개"), never a deletion.
            Tag::Strikethrough if !self.source[bytes.clone()].starts_with("~~") => {
                push_literal("~", inlines);
                inner.into_iter().for_each(|piece| push_piece(piece, inlines));
                push_literal("~", inlines);
            }
            Tag::Strikethrough => inlines.push(Inline::Strikethrough(inner)),
            Tag::Link { dest_url, .. } => {
                let target = clean_line(&dest_url).into_owned();
                inlines.push(Inline::Link { target, text: inner, bytes: self.range(bytes) });
            }
            Tag::Image { dest_url, .. } => {
                inlines.push(Inline::Image {
                    description: super::plain_text(&inner),
                    target: clean_line(&dest_url).into_owned(),
                });
            }
            _ => inner.into_iter().for_each(|piece| push_piece(piece, inlines)),
        }
    }

    /// Adds text, and notes emphasis signs that stayed text. The parser hands them out one sign at a time.
    fn push_text(&mut self, text: &CowStr<'_>, bytes: &Range<usize>, inlines: &mut Vec<Inline>) {
        // What stands in the file has been cleaned; an entity may spell a control character that the file does not hold.
        let text = &*match text {
            CowStr::Borrowed(text) => Cow::Borrowed(*text),
            spelled => clean_line(spelled),
        };
        push_literal(text, inlines);
        let escaped = self.source[..bytes.start].ends_with('\\');
        let Some(Inline::Text(whole)) = inlines.last() else {
            return;
        };
        let new_from = whole.len() - text.len();
        for marks in ["**", "~~"] {
            let Some(start) = whole.rfind(marks).filter(|start| start + marks.len() > new_from) else {
                continue;
            };
            if !escaped {
                // The signs end this piece of text, or stand as far before its end as they do in what was read.
                let start = bytes.end.saturating_sub(whole.len() - start);
                self.note(Note::LiteralEmphasis(marks), &(start..start + marks.len()));
            }
        }
    }

    /// Reads over everything up to the end of what surrounds it.
    fn skip(&mut self) {
        let mut open = 1;
        while open > 0 {
            match self.events.next() {
                Some((Event::Start(_), _)) => open += 1,
                Some((Event::End(_), _)) => open -= 1,
                Some(_) => {}
                None => return,
            }
        }
    }

    fn note(&mut self, note: Note, bytes: &Range<usize>) {
        let range = self.range(bytes);
        self.notes.push((note, range));
    }

    fn range(&self, bytes: &Range<usize>) -> Range<usize> {
        bytes.start + self.offset..bytes.end + self.offset
    }

    fn finish(mut self, nodes: Vec<Node>) -> Document {
        let number = |footnote: &Footnote| self.numbers.get(&footnote.label).copied().unwrap_or(usize::MAX);
        self.footnotes.sort_by_key(number);
        self.footnotes.retain(|footnote| self.numbers.contains_key(&footnote.label));
        let end = self.offset + self.source.len();
        for label in self.numbers.keys() {
            if !self.footnotes.iter().any(|footnote| footnote.label == *label) {
                self.notes.push((Note::MissingFootnote(label.clone()), end..end));
            }
        }
        Document { nodes, footnotes: self.footnotes, notes: self.notes }
    }
}

fn is_block(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Paragraph
            | Tag::Heading { .. }
            | Tag::BlockQuote(_)
            | Tag::CodeBlock(_)
            | Tag::List(_)
            | Tag::Table(_)
            | Tag::FootnoteDefinition(_)
            | Tag::HtmlBlock
    )
}

fn flush(nodes: &mut Vec<Node>, loose: &mut Vec<Inline>, bytes: &Range<usize>) {
    if !loose.is_empty() {
        nodes.push(Node { block: Block::Paragraph(std::mem::take(loose)), bytes: bytes.clone() });
    }
}

fn push_literal(text: &str, inlines: &mut Vec<Inline>) {
    match inlines.last_mut() {
        Some(Inline::Text(last)) => last.push_str(text),
        _ => inlines.push(Inline::Text(text.to_string())),
    }
}

fn push_piece(piece: Inline, inlines: &mut Vec<Inline>) {
    match piece {
        Inline::Text(text) => push_literal(&text, inlines),
        piece => inlines.push(piece),
    }
}

fn is_line_break(html: &str) -> bool {
    matches!(html.replace([' ', '/'], "").as_str(), "<br>")
}

fn alert(kind: BlockQuoteKind) -> Alert {
    match kind {
        BlockQuoteKind::Note => Alert::Note,
        BlockQuoteKind::Tip => Alert::Tip,
        BlockQuoteKind::Important => Alert::Important,
        BlockQuoteKind::Warning => Alert::Warning,
        BlockQuoteKind::Caution => Alert::Caution,
    }
}

fn alignment(alignment: &pulldown_cmark::Alignment) -> Alignment {
    match alignment {
        pulldown_cmark::Alignment::Right => Alignment::Right,
        pulldown_cmark::Alignment::Center => Alignment::Center,
        pulldown_cmark::Alignment::Left | pulldown_cmark::Alignment::None => Alignment::Left,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn blocks(text: &str) -> Vec<Block> {
        parse(text, 0).nodes.into_iter().map(|node| node.block).collect()
    }

    fn text(text: &str) -> Inline {
        Inline::Text(text.to_string())
    }

    #[test]
    fn a_heading_keeps_its_id() {
        let Block::Heading(heading) = &blocks("## 캐시 동작 {#cache}")[0] else { panic!("no heading") };
        assert_eq!((heading.level, heading.id.as_str(), &heading.text[..]), (2, "cache", &[text("캐시 동작")][..]));
    }

    #[test]
    fn a_fence_with_a_meaning_is_its_own_block() {
        assert_eq!(blocks("```quiz\ns3-full-disk\n```"), [Block::Question("s3-full-disk".into())]);
        assert_eq!(blocks("```mermaid\nflowchart LR\n```"), [Block::Diagram("flowchart LR\n".into())]);
        assert_eq!(blocks("```json\n{}\n```"), [Block::Code { language: "json".into(), text: "{}".into() }]);
    }

    #[test]
    fn tasks_lose_their_box_and_keep_their_state() {
        let Block::List { items, .. } = &blocks("- [x] done\n- [ ] open\n- plain")[0] else { panic!("no list") };
        assert_eq!(items.iter().map(|item| item.task).collect::<Vec<_>>(), [Some(true), Some(false), None]);
        assert_eq!(items[0].blocks[0].block, Block::Paragraph(vec![text("done")]));
    }

    #[test]
    fn an_alert_is_a_quote_with_a_name() {
        let quote = &blocks("> [!TIP]\n> version the name")[0];
        assert!(matches!(quote, Block::Quote { alert: Some(Alert::Tip), blocks } if blocks.len() == 1));
    }

    #[test]
    fn a_range_with_tildes_is_no_deletion() {
        assert_eq!(blocks("3~5개, 10~20개"), [Block::Paragraph(vec![text("3~5개, 10~20개")])]);
        assert_eq!(blocks("~~410~~"), [Block::Paragraph(vec![Inline::Strikethrough(vec![text("410")])])]);
    }

    #[test]
    fn emphasis_that_does_not_close_is_noted() {
        let notes = |text: &str| parse(text, 0).notes.into_iter().map(|(note, _)| note).collect::<Vec<_>>();
        assert_eq!(notes("**가상(VPC)**는"), [Note::LiteralEmphasis("**"), Note::LiteralEmphasis("**")]);
        assert_eq!(notes("**가상**(VPC)는"), []);
    }

    #[test]
    fn footnotes_are_numbered_by_first_mention() {
        let document = parse("a[^late] b[^early]\n\n[^early]: E\n[^late]: L\n", 0);
        assert_eq!(document.footnotes.iter().map(|note| note.label.as_str()).collect::<Vec<_>>(), ["late", "early"]);
    }

    #[test]
    fn a_hostile_depth_ends() {
        let document = parse(&">".repeat(5000), 0);
        assert!(document.notes.iter().any(|(note, _)| *note == Note::TooDeep));
    }

    #[test]
    fn html_is_left_out_with_a_note() {
        let document = parse("a <b>c</b><br>d", 0);
        assert_eq!(document.nodes[0].block.plain_text(), "a c d");
        assert_eq!(document.notes.len(), 2);
    }

    #[test]
    fn ranges_count_from_the_start_of_the_file() {
        let document = parse("[S3](s3.md)", 100);
        let Block::Paragraph(inlines) = &document.nodes[0].block else { panic!("no paragraph") };
        assert!(matches!(&inlines[0], Inline::Link { bytes, .. } if *bytes == (100..111)));
    }

    proptest! {
        #[test]
        fn any_text_becomes_a_tree(text in "[-#>*_`~\\[\\]()!| \na가1{}]{0,200}") {
            let document = parse(&text, 0);
            document.walk_inlines(&mut |_| {});
        }
    }
}
