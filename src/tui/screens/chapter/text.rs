//! The text of a chapter with what belongs around it: title, summary and aims above, sources below; and its sections.
//!
//! It must not know where the reader is.

use crate::course::chapter::FrontMatter;
use crate::course::markdown::{Block, Document, Heading, Inline, Item, Node, plain_text};
use crate::domain::id::ChapterId;
use crate::text::words::fill;
use crate::tui::page::Page;
use crate::tui::screen::World;

#[derive(Debug)]
pub struct Text {
    pub title: String,
    pub sections: Vec<SectionStart>,
    /// Blocks of the text itself end here; sources and footnotes follow.
    end: usize,
    minutes: u32,
}

/// A heading and the block at which it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectionStart {
    pub id: String,
    pub title: String,
    pub level: u8,
    pub node: usize,
}

impl Text {
    /// Reads a chapter in the language of the world, or in the other one.
    pub fn load(id: &ChapterId, world: &World<'_>) -> Option<(Text, Page)> {
        let opened = world.course.chapter(id.as_str(), world.language)?;
        let outline = world.course.outline.chapter(id.as_str())?;
        let (front, mut document) = (opened.chapter.front, opened.chapter.document);
        let above = above(&front, opened.language != world.language, world);
        let end = above.len() + document.nodes.len();
        document.nodes.splice(0..0, above);
        document.nodes.extend(below(&front, world));
        let sections = sections(&document, end);
        let minutes = outline.minutes.get(opened.language).map_or(0, |found| *found.value);
        let page = Page::new(document, world.words, world.settings.borders);
        Some((Text { title: front.title, sections, end, minutes }, page))
    }

    /// The block of a heading, or of a paragraph below it.
    pub fn node_of(&self, heading: &str, paragraph: usize) -> usize {
        let Some(place) = self.sections.iter().position(|section| section.id == heading) else {
            return 0;
        };
        let last = self.last_of(place);
        (self.sections[place].node + paragraph).min(last)
    }

    /// The section of a block, and its number within it. What stands above the first heading belongs to it.
    pub fn place_of(&self, node: usize) -> Option<(&SectionStart, usize)> {
        let section = self.sections.iter().rev().find(|section| section.node <= node).or(self.sections.first())?;
        Some((section, node.saturating_sub(section.node)))
    }

    /// Every section with its last block.
    pub fn section_ends(&self) -> impl Iterator<Item = (&SectionStart, usize)> {
        self.sections.iter().enumerate().map(|(place, section)| (section, self.last_of(place)))
    }

    /// Minutes of reading that are left after `percent` of the page.
    pub fn minutes_left(&self, percent: usize) -> u32 {
        (self.minutes * (100 - percent.min(100)) as u32).div_ceil(100)
    }

    fn last_of(&self, place: usize) -> usize {
        self.sections.get(place + 1).map_or(self.end, |next| next.node).saturating_sub(1)
    }
}

fn sections(document: &Document, end: usize) -> Vec<SectionStart> {
    let headings = document.headings().filter(|(node, heading)| *node < end && !heading.id.is_empty());
    let start = |(node, heading): (usize, &Heading)| SectionStart {
        id: heading.id.clone(),
        title: plain_text(&heading.text),
        level: heading.level,
        node,
    };
    headings.map(start).collect()
}

fn above(front: &FrontMatter, fallback: bool, world: &World<'_>) -> Vec<Node> {
    let mut blocks =
        vec![Block::Heading(Heading { level: 1, id: String::new(), text: vec![Inline::Text(front.title.clone())] })];
    if fallback {
        blocks.push(Block::Paragraph(vec![Inline::Strong(vec![Inline::Text(world.words.not_translated.to_string())])]));
    }
    if !front.summary.is_empty() {
        blocks.push(Block::Paragraph(vec![Inline::Emphasis(vec![Inline::Text(front.summary.clone())])]));
    }
    if !front.objectives.is_empty() {
        blocks.push(Block::Paragraph(vec![Inline::Text(world.words.objectives.to_string())]));
        let item =
            |text: &String| Item { task: None, blocks: vec![node(Block::Paragraph(vec![Inline::Text(text.clone())]))] };
        blocks.push(Block::List { start: None, items: front.objectives.iter().map(item).collect() });
    }
    blocks.into_iter().map(node).collect()
}

fn below(front: &FrontMatter, world: &World<'_>) -> Vec<Node> {
    if front.sources.is_empty() {
        return Vec::new();
    }
    let verified = front.verified().map(|date| fill(world.words.verified_on, &[("date", date.to_string())]));
    let title = [Some(world.words.sources.to_string()), verified].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let item = |source: &crate::course::chapter::ChapterSource| {
        let text = vec![Inline::Text(source.title.clone())];
        let link = Inline::Link { target: source.url.clone(), text, bytes: 0..0 };
        Item { task: None, blocks: vec![node(Block::Paragraph(vec![link]))] }
    };
    let items = front.sources.iter().map(item).collect();
    [Block::Rule, Block::Paragraph(vec![Inline::Text(title)]), Block::List { start: None, items }]
        .into_iter()
        .map(node)
        .collect()
}

fn node(block: Block) -> Node {
    Node { block, bytes: 0..0 }
}
