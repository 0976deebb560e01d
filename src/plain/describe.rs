//! Blocks of a text as lines that make sense one after the other.
//!
//! Nothing is drawn: a table becomes a line for each row, a diagram becomes sentences. Lines are as long as their
//! paragraph, since a screen reader pauses at every line end and a terminal wraps by itself. It must not print.

use super::speech::{Links, spoken};
use crate::course::diagram::{self, Sentence};
use crate::course::link::Link;
use crate::course::markdown::{Alert, Block, Document, Inline, Item, Node};
use crate::domain::id::ChapterId;
use crate::domain::outline::Outline;
use crate::text::Language;
use crate::text::particle::{Particle, with_particle};
use crate::text::words::plain::PlainWords;
use crate::text::words::{Words, fill};

/// What the description of a text depends on.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'a> {
    pub language: Language,
    pub outline: &'a Outline,
    /// Where the text stands, for its links.
    pub chapter: &'a ChapterId,
}

/// A part of a described text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    Lines(Vec<String>),
    /// A question is asked here.
    Question(String),
}

/// Describes some blocks of a document; its footnotes and the addresses of its links come last.
pub fn describe(document: &Document, nodes: &[Node], setting: Setting<'_>) -> Vec<Piece> {
    let mut describer = Describer {
        setting,
        words: PlainWords::of(setting.language),
        common: Words::of(setting.language),
        links: Links::default(),
        questions: Vec::new(),
    };
    let mut pieces = Vec::new();
    for node in nodes {
        let mut lines = describer.block(&node.block);
        if !lines.is_empty() {
            lines.push(String::new());
            pieces.push(Piece::Lines(lines));
        }
        pieces.extend(describer.questions.drain(..).map(Piece::Question));
    }
    let mut notes = describer.footnotes(document);
    notes.extend(describer.link_list());
    if !notes.is_empty() {
        notes.push(String::new());
        pieces.push(Piece::Lines(notes));
    }
    pieces
}

struct Describer<'a> {
    setting: Setting<'a>,
    words: &'static PlainWords,
    common: &'static Words,
    links: Links,
    /// Questions that have been met and are asked after the block around them.
    questions: Vec<String>,
}

impl Describer<'_> {
    fn block(&mut self, block: &Block) -> Vec<String> {
        match block {
            Block::Heading(heading) => self.paragraph(&heading.text),
            Block::Paragraph(inlines) => self.paragraph(inlines),
            Block::List { start, items } => self.list(*start, items),
            Block::Table { head, rows, .. } => self.table(head, rows),
            Block::Quote { alert, blocks } => self.quote(*alert, blocks),
            Block::Code { language, text } => self.code(language, text),
            Block::Diagram(source) => self.diagram(source),
            Block::Question(id) => {
                self.questions.push(id.clone());
                Vec::new()
            }
            Block::Rule => Vec::new(),
        }
    }

    fn blocks(&mut self, nodes: &[Node]) -> Vec<String> {
        nodes.iter().flat_map(|node| self.block(&node.block)).collect()
    }

    fn paragraph(&mut self, inlines: &[Inline]) -> Vec<String> {
        let text = spoken(inlines, &mut self.links, self.words);
        text.lines().map(str::to_string).collect()
    }

    fn list(&mut self, start: Option<u64>, items: &[Item]) -> Vec<String> {
        let mut lines = Vec::new();
        for (position, item) in items.iter().enumerate() {
            let mut marker =
                start.map_or("- ".to_string(), |start| format!("{}. ", start.saturating_add(position as u64)));
            let margin = " ".repeat(marker.len());
            match item.task {
                Some(true) => marker.push_str(self.words.task_done),
                Some(false) => marker.push_str(self.words.task_open),
                None => {}
            }
            lines.extend(prefixed(self.blocks(&item.blocks), &marker, &margin));
        }
        lines
    }

    /// A row is said as "header: value; header: value".
    fn table(&mut self, head: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>]) -> Vec<String> {
        let head: Vec<String> = head.iter().map(|cell| self.cell(cell)).collect();
        let mut lines = Vec::new();
        for row in rows {
            let mut parts = Vec::new();
            for (column, cell) in row.iter().enumerate() {
                let value = self.cell(cell);
                match head.get(column).map(String::as_str) {
                    _ if value.is_empty() => {}
                    None | Some("") => parts.push(value),
                    Some(header) => parts.push(format!("{header}: {value}")),
                }
            }
            lines.push(parts.join("; "));
        }
        lines
    }

    fn cell(&mut self, inlines: &[Inline]) -> String {
        spoken(inlines, &mut self.links, self.words).replace('\n', " ").trim().to_string()
    }

    fn quote(&mut self, alert: Option<Alert>, blocks: &[Node]) -> Vec<String> {
        let name = match alert {
            Some(Alert::Note) => self.common.note,
            Some(Alert::Tip) => self.common.tip,
            Some(Alert::Important) => self.common.important,
            Some(Alert::Warning) => self.common.warning,
            Some(Alert::Caution) => self.common.caution,
            None => self.words.quotation,
        };
        prefixed(self.blocks(blocks), &format!("{name}: "), "")
    }

    fn code(&self, language: &str, text: &str) -> Vec<String> {
        let first = match language {
            "" | "text" => self.words.code.to_string(),
            language => fill(self.words.code_in, &[("language", language.to_string())]),
        };
        self.between(first, text)
    }

    fn diagram(&self, source: &str) -> Vec<String> {
        let Ok(diagram) = diagram::parse(source) else {
            return self.between(self.common.diagram_as_source.to_string(), source);
        };
        let sentences = diagram::sentences(&diagram);
        std::iter::once(self.words.diagram.to_string())
            .chain(sentences.iter().map(|sentence| format!("- {}", self.sentence(sentence))))
            .collect()
    }

    fn between(&self, first: String, text: &str) -> Vec<String> {
        let lines = text.trim_end_matches('\n').lines().map(str::to_string);
        std::iter::once(first).chain(lines).chain([self.words.end_of_code.to_string()]).collect()
    }

    fn sentence(&self, sentence: &Sentence) -> String {
        let words = self.words;
        match sentence {
            Sentence::Contains { group, members } => {
                let members = members.join(", ");
                let subject = with_particle(&members, Particle::SubjectMarker);
                fill(words.group_holds, &[("group", group.clone()), ("members", members), ("members_subject", subject)])
            }
            Sentence::Arrow { from, to, label, both_ways: false } => joined(words.arrow, from, to, label.as_deref()),
            Sentence::Arrow { from, to, label, both_ways: true } => joined(words.both_ways, from, to, label.as_deref()),
            Sentence::Line { from, to, label } => joined(words.joined, from, to, label.as_deref()),
            Sentence::Alone { node } => {
                let subject = with_particle(node, Particle::SubjectMarker);
                fill(words.alone, &[("node", node.clone()), ("node_subject", subject)])
            }
        }
    }

    fn footnotes(&mut self, document: &Document) -> Vec<String> {
        let mut lines = Vec::new();
        let mut said = 0;
        // A footnote may mention another, which then comes after it.
        while let Some(number) = self.links.footnotes.get(said).copied() {
            said += 1;
            let Some(footnote) = number.checked_sub(1).and_then(|place| document.footnotes.get(place)) else {
                continue;
            };
            let name = fill(self.words.footnote, &[("number", number.to_string())]);
            lines.extend(prefixed(self.blocks(&footnote.blocks), &format!("{name}: "), ""));
        }
        lines
    }

    fn link_list(&self) -> Vec<String> {
        if self.links.targets.is_empty() {
            return Vec::new();
        }
        let targets = self.links.targets.iter().enumerate();
        let lines = targets.map(|(place, target)| format!("[{}] {}", place + 1, self.destination(target)));
        std::iter::once(self.words.links.to_string()).chain(lines).collect()
    }

    /// An address, or the chapter's number in the menu with the titles.
    fn destination(&self, target: &str) -> String {
        let Setting { language, outline, chapter } = self.setting;
        let named = |id: &ChapterId| {
            let number = outline.chapters().position(|chapter| chapter.id == *id)? + 1;
            let title = outline.chapter(id.as_str())?.title.text(language).to_string();
            Some(fill(self.words.chapter_number, &[("number", number.to_string()), ("title", title)]))
        };
        let found = match Link::parse(target, chapter) {
            Link::Web(address) => Some(address),
            Link::Chapter(id) => named(&id),
            Link::Section(id) => outline
                .section(&id)
                .zip(named(&id.chapter()))
                .map(|((_, section), chapter)| format!("{chapter}, {}", section.title.text(language))),
            Link::Nowhere => None,
        };
        found.unwrap_or_else(|| fill(self.common.link_leads_nowhere, &[("target", target.to_string())]))
    }
}

/// The lines with a marker before the first and a margin before the others.
fn prefixed(lines: Vec<String>, marker: &str, margin: &str) -> Vec<String> {
    let lines = lines.into_iter().enumerate();
    lines.map(|(position, line)| format!("{}{line}", if position == 0 { marker } else { margin })).collect()
}

fn joined(template: &str, from: &str, to: &str, label: Option<&str>) -> String {
    let sentence = fill(
        template,
        &[
            ("from", from.to_string()),
            ("to", to.to_string()),
            ("from_and", with_particle(from, Particle::And)),
            ("to_direction", with_particle(to, Particle::Direction)),
            ("to_subject", with_particle(to, Particle::SubjectMarker)),
        ],
    );
    match label {
        Some(label) => format!("{sentence}: {label}"),
        None => sentence,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::course::markdown;
    use crate::domain::outline::examples::outline;

    fn described(text: &str, language: Language) -> Vec<Piece> {
        let document = markdown::parse(text, 0);
        let outline = outline();
        describe(&document, &document.nodes, Setting { language, outline: &outline, chapter: &"s3".into() })
    }

    fn lines(text: &str) -> Vec<String> {
        let pieces = described(text, Language::English).into_iter();
        pieces.flat_map(|piece| if let Piece::Lines(lines) = piece { lines } else { vec![] }).collect()
    }

    #[test]
    fn a_heading_is_text_and_a_blank_line() {
        assert_eq!(
            lines("## The *full* disk {#problem}\n\nText\nthat goes on."),
            ["The full disk", "", "Text that goes on.", ""]
        );
    }

    #[test]
    fn lists_nest_and_say_what_is_done() {
        assert_eq!(
            lines("- [x] a\n- [ ] b\n\n3. one\n4. two\n   - inner\n"),
            ["- done: a", "- to do: b", "", "3. one", "4. two", "   - inner", ""]
        );
    }

    #[test]
    fn a_row_of_a_table_is_a_line() {
        let table = "| Class | Price |\n|---|---|\n| Standard | $0.023 |\n| Deep Archive | |\n";
        assert_eq!(lines(table), ["Class: Standard; Price: $0.023", "Class: Deep Archive", ""]);
    }

    #[test]
    fn alerts_say_what_they_are_and_code_says_where_it_ends() {
        assert_eq!(
            lines("> [!WARNING]\n> Hot.\n\n```bash\naws s3 ls\n```\n"),
            ["Warning: Hot.", "", "Code, bash:", "aws s3 ls", "End of code.", ""]
        );
    }

    #[test]
    fn a_diagram_is_told_in_both_languages() {
        let source =
            "```mermaid\nflowchart LR\n  a[독자] -->|GET| b[엣지]\n  subgraph v[VPC]\n    b --- c[S3]\n  end\n```\n";
        assert_eq!(
            lines(source),
            [
                "Diagram:",
                "- VPC holds 엣지, S3",
                "- Arrow from 독자 to 엣지: GET",
                "- 엣지 and S3 are joined by a line",
                ""
            ]
        );
        let Piece::Lines(korean) = &described(source, Language::Korean)[0] else { panic!("a diagram is lines") };
        assert_eq!(
            korean[1..4],
            [
                "- VPC 안에는 엣지, S3가 있어요",
                "- 독자에서 엣지로 가는 화살표: GET",
                "- 엣지와 S3가 선으로 이어져 있어요",
            ]
        );
    }

    #[test]
    fn addresses_and_footnotes_come_last() {
        let text = "See [one](https://a.example), [s3](#problem), [cloud](cloud.md) and [nothing](x.html).[^n]\n\n[^n]: A note.\n";
        assert_eq!(
            lines(text),
            [
                "See one [1], s3 [2], cloud [3] and nothing [4]. (footnote 1)",
                "",
                "footnote 1: A note.",
                "Links:",
                "[1] https://a.example",
                "[2] chapter 3, s3, problem",
                "[3] chapter 1, cloud",
                "[4] This link leads nowhere: x.html",
                ""
            ]
        );
    }

    #[test]
    fn a_question_is_a_piece_of_its_own_wherever_it_stands() {
        let pieces = described("a\n\n```quiz\ns3-1\n```\n\n- b\n\n  ```quiz\n  s3-2\n  ```\n", Language::English);
        let line = |line: &str| Piece::Lines(vec![line.to_string(), String::new()]);
        assert_eq!(pieces, [line("a"), Piece::Question("s3-1".into()), line("- b"), Piece::Question("s3-2".into())]);
    }
}
