//! Blocks as rows: one function for each kind, in the order of the index below.
//!
//! It must not lay out what is not asked for, and no row may be wider than the measure.

use super::{PageContext, code, inline, note, table};
use crate::course::diagram::{self, Part};
use crate::course::markdown::{Alert, Block, Footnote, Heading, Inline, Item, Node};
use crate::domain::settings::Borders;
use crate::text::width::width;
use crate::text::wrap::{row_width, wrap};
use crate::tui::look::{Look, Row, Tone, run};

/// The rows of a block, without the blank one below it.
pub fn rows(block: &Block, context: &mut PageContext) -> Vec<Row> {
    match block {
        Block::Heading(heading) => heading_rows(heading, context),
        Block::Paragraph(inlines) => paragraph(inlines, Look::default(), context),
        Block::List { start, items } => list(*start, items, context),
        Block::Table { alignments, head, rows } => table::rows(alignments, head, rows, context),
        Block::Quote { alert, blocks } => quote(*alert, blocks, context),
        Block::Code { language, text } => code::rows(language, text, context),
        Block::Diagram(source) => diagram_rows(source, context),
        Block::Question(id) => note(&format!("{}: {id}", context.words.no_such_question), context.width),
        Block::Rule => vec![vec![run(line(context, context.width.min(20)), Tone::Border)]],
    }
}

/// A footnote as a block of the page.
pub fn footnote(number: usize, footnote: Footnote) -> Node {
    Node {
        block: Block::List { start: Some(number as u64), items: vec![Item { task: None, blocks: footnote.blocks }] },
        bytes: 0..0,
    }
}

fn heading_rows(heading: &Heading, context: &mut PageContext) -> Vec<Row> {
    let look = Look::new(Tone::Heading).bold();
    let mut rows = wrap(&inline::runs(&heading.text, look, context), context.width);
    if heading.level <= 2 {
        let length = rows.iter().map(|row| row_width(row)).max().unwrap_or(0);
        rows.push(vec![run(line(context, length), Tone::Border)]);
    }
    rows
}

fn paragraph(inlines: &[Inline], look: Look, context: &mut PageContext) -> Vec<Row> {
    let runs = inline::runs(inlines, look, context);
    wrap(&runs, context.width)
}

fn list(start: Option<u64>, items: &[Item], context: &mut PageContext) -> Vec<Row> {
    let mut rows = Vec::new();
    // Items of several paragraphs stand apart; one-liners stand together.
    let loose = items
        .iter()
        .any(|item| item.blocks.iter().filter(|node| matches!(node.block, Block::Paragraph(_))).count() > 1);
    let last_number = start.map(|first| first.saturating_add(items.len() as u64).saturating_sub(1));
    for (position, item) in items.iter().enumerate() {
        if loose && position > 0 {
            rows.push(Row::new());
        }
        let marker = match (item.task, start, context.borders) {
            (Some(true), ..) => "[x] ".to_string(),
            (Some(false), ..) => "[ ] ".to_string(),
            (None, Some(first), _) => {
                let number = first.saturating_add(position as u64).to_string();
                let digits = last_number.map_or(1, |last| last.to_string().len());
                format!("{number:>digits$}. ")
            }
            (None, None, Borders::Unicode) => "• ".to_string(),
            (None, None, Borders::Ascii) => "* ".to_string(),
        };
        rows.extend(hanging(&marker, Tone::Accent, &item.blocks, context));
    }
    rows
}

/// Blocks behind a marker, their further rows below its end.
fn hanging(marker: &str, tone: Tone, blocks: &[Node], context: &mut PageContext) -> Vec<Row> {
    let indent = width(marker);
    let inner = indented(indent, context, |context| stacked(blocks, context));
    let mut rows = Vec::new();
    for (position, row) in inner.into_iter().enumerate() {
        let start = if position == 0 { run(marker, tone) } else { run(" ".repeat(indent), Tone::Text) };
        rows.push(std::iter::once(start).chain(row).collect());
    }
    if rows.is_empty() {
        rows.push(vec![run(marker, tone)]);
    }
    rows
}

/// Blocks below each other: a list directly below its paragraph, everything else with a blank row between.
fn stacked(blocks: &[Node], context: &mut PageContext) -> Vec<Row> {
    let mut all = Vec::new();
    for (position, node) in blocks.iter().enumerate() {
        if position > 0 && !matches!(node.block, Block::List { .. }) {
            all.push(Row::new());
        }
        all.extend(rows(&node.block, context));
    }
    all
}

fn quote(alert: Option<Alert>, blocks: &[Node], context: &mut PageContext) -> Vec<Row> {
    let bar = match context.borders {
        Borders::Unicode => "│ ",
        Borders::Ascii => "| ",
    };
    let tone = alert.map_or(Tone::Border, alert_tone);
    let mut rows = Vec::new();
    if let Some(alert) = alert {
        let (sign, title) = alert_title(alert, context);
        rows.push(vec![run(bar, tone), run(format!("{sign} {title}"), Look::new(tone).bold())]);
    }
    for row in indented(width(bar), context, |context| stacked(blocks, context)) {
        rows.push(std::iter::once(run(bar, tone)).chain(row).collect());
    }
    rows
}

fn alert_tone(alert: Alert) -> Tone {
    match alert {
        Alert::Note => Tone::Accent,
        Alert::Tip => Tone::Right,
        Alert::Important => Tone::Due,
        Alert::Warning | Alert::Caution => Tone::Wrong,
    }
}

fn alert_title(alert: Alert, context: &PageContext) -> (char, &'static str) {
    match alert {
        Alert::Note => ('i', context.words.note),
        Alert::Tip => ('+', context.words.tip),
        Alert::Important => ('!', context.words.important),
        Alert::Warning => ('!', context.words.warning),
        Alert::Caution => ('!', context.words.caution),
    }
}

/// The drawing in the middle of the measure; what cannot be drawn, as its source with a note.
fn diagram_rows(source: &str, context: &mut PageContext) -> Vec<Row> {
    let style = match context.borders {
        Borders::Unicode => diagram::Style::Unicode,
        Borders::Ascii => diagram::Style::Ascii,
    };
    let drawing = diagram::parse(source).ok().and_then(|diagram| diagram::draw(&diagram, context.width, style).ok());
    let Some(drawing) = drawing else {
        let mut rows = note(context.words.diagram_as_source, context.width);
        rows.extend(code::rows("", source.trim_end(), context));
        return rows;
    };
    drawing_rows(drawing, context.width)
}

/// A drawing in the middle of a width.
pub fn drawing_rows(drawing: diagram::Drawing, width: usize) -> Vec<Row> {
    let margin = width.saturating_sub(drawing.width) / 2;
    let row = |row: Vec<diagram::Run>| {
        let runs = row.into_iter().map(|piece| run(piece.text, part_tone(piece.part)));
        std::iter::once(run(" ".repeat(margin), Tone::Text)).chain(runs).collect()
    };
    drawing.rows.into_iter().map(row).collect()
}

fn part_tone(part: Part) -> Look {
    match part {
        Part::Border => Look::new(Tone::Accent),
        Part::Text => Look::new(Tone::Text).bold(),
        Part::Group => Look::new(Tone::Group),
        Part::Edge => Look::new(Tone::Muted),
        Part::Label => Look::new(Tone::Text),
        Part::Space => Look::default(),
    }
}

/// Lays out in a narrower measure.
fn indented<T>(columns: usize, context: &mut PageContext, lay_out: impl FnOnce(&mut PageContext) -> T) -> T {
    let measure = context.width;
    context.width = measure.saturating_sub(columns).max(1);
    let result = lay_out(context);
    context.width = measure;
    result
}

pub fn line(context: &PageContext, length: usize) -> String {
    match context.borders {
        Borders::Unicode => "─".repeat(length),
        Borders::Ascii => "-".repeat(length),
    }
}

#[cfg(test)]
mod tests {
    use super::super::Page;
    use crate::course::markdown::parse;
    use crate::domain::settings::Borders;
    use crate::text::Language;
    use crate::text::words::Words;
    use crate::tui::look::row_text;

    /// The rows of a text at a width, without the blank rows at its end.
    fn set(text: &str, width: usize) -> Vec<String> {
        let mut page = Page::new(parse(text, 0), Words::of(Language::Korean), Borders::Unicode);
        page.set_width(width);
        let mut rows = Vec::new();
        for node in 0..page.nodes().len() {
            rows.extend(page.lay_out(node).iter().map(|row| row_text(row).trim_end().to_string()));
        }
        while rows.last().is_some_and(String::is_empty) {
            rows.pop();
        }
        rows
    }

    #[test]
    fn a_heading_is_underlined_at_its_own_length() {
        assert_eq!(set("## 캐시 동작 {#cache}", 30), ["캐시 동작", "─────────"]);
    }

    #[test]
    fn lists_hang_and_nest() {
        assert_eq!(
            set("- 가용 영역은 서로 떨어져 있어요\n  - 안쪽\n- 둘", 16),
            ["• 가용 영역은", "  서로 떨어져", "  있어요", "  • 안쪽", "• 둘"]
        );
    }

    #[test]
    fn numbers_line_up_on_their_last_digit() {
        assert_eq!(set("9. nine\n10. ten", 20), [" 9. nine", "10. ten"]);
    }

    #[test]
    fn tasks_show_their_box() {
        assert_eq!(set("- [x] done\n- [ ] open", 20), ["[x] done", "[ ] open"]);
    }

    #[test]
    fn an_alert_has_a_sign_and_a_name() {
        assert_eq!(set("> [!WARNING]\n> 공개 버킷", 20), ["│ ! 경고", "│ 공개 버킷"]);
    }

    #[test]
    fn what_is_no_flowchart_shows_its_source_and_says_so() {
        let rows = set("```mermaid\nsequenceDiagram\n```", 60);
        assert!(rows[0].contains("그릴 수 없"), "{rows:?}");
        assert_eq!(rows[1].trim(), "sequenceDiagram");
    }

    #[test]
    fn footnotes_stand_at_the_end_by_number() {
        let rows = set("a[^x]\n\n[^x]: 각주", 20);
        assert_eq!(rows, ["a[1]", "", "────────────────────", "", "1. 각주"]);
    }
}
