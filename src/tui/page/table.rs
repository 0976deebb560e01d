//! Tables: columns as wide as their cells if they fit, else shared out; on a very small window, one cell a row.
//!
//! Space and weight separate, not boxes. It must not cut a cell: what is too wide wraps.

use super::block::line;
use super::{PageContext, inline};
use crate::course::markdown::{Alignment, Inline};
use crate::text::wrap::{row_width, wrap};
use crate::tui::look::{Look, Row, Run, Tone, run};

/// Columns between two columns of text.
const GAP: usize = 2;
/// Below this a column of Korean shows two syllables a row: then cells stand below each other instead.
const NARROWEST: usize = 6;

pub fn rows(
    alignments: &[Alignment],
    head: &[Vec<Inline>],
    body: &[Vec<Vec<Inline>>],
    context: &mut PageContext,
) -> Vec<Row> {
    let head: Vec<Vec<Run>> = head.iter().map(|cell| inline::runs(cell, Look::default().bold(), context)).collect();
    let body: Vec<Vec<Vec<Run>>> =
        body.iter().map(|row| row.iter().map(|cell| inline::runs(cell, Look::default(), context)).collect()).collect();
    let wanted = natural_widths(&head, &body);
    match shared_out(&wanted, context.width) {
        Some(widths) => grid(alignments, &head, &body, &widths, context),
        None => stacked(&head, &body, context),
    }
}

/// What each column takes if no cell wraps.
fn natural_widths(head: &[Vec<Run>], body: &[Vec<Vec<Run>>]) -> Vec<usize> {
    let mut widths: Vec<usize> = head.iter().map(|cell| cell_width(cell)).collect();
    for row in body {
        for (column, cell) in row.iter().enumerate().take(widths.len()) {
            widths[column] = widths[column].max(cell_width(cell));
        }
    }
    widths
}

fn cell_width(cell: &[Run]) -> usize {
    wrap(cell, usize::MAX).iter().map(|row| row_width(row)).max().unwrap_or(0)
}

/// Narrow columns keep what they want; wide ones share the rest. `None` if columns would get too narrow to read.
fn shared_out(wanted: &[usize], width: usize) -> Option<Vec<usize>> {
    let room = width.checked_sub(GAP * wanted.len().saturating_sub(1))?;
    if wanted.iter().sum::<usize>() <= room {
        return Some(wanted.to_vec());
    }
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by_key(|column| wanted[*column]);
    let mut widths = vec![0; wanted.len()];
    let (mut room, mut open) = (room, wanted.len());
    for column in order {
        let share = room / open;
        widths[column] = wanted[column].min(share);
        room -= widths[column];
        open -= 1;
    }
    let readable = widths.iter().zip(wanted).all(|(given, wanted)| given >= wanted || *given >= NARROWEST);
    readable.then_some(widths)
}

fn grid(
    alignments: &[Alignment],
    head: &[Vec<Run>],
    body: &[Vec<Vec<Run>>],
    widths: &[usize],
    context: &PageContext,
) -> Vec<Row> {
    let total = widths.iter().sum::<usize>() + GAP * widths.len().saturating_sub(1);
    let mut rows = Vec::new();
    if head.iter().any(|cell| !cell.is_empty()) {
        rows.extend(grid_row(alignments, head, widths));
        rows.push(vec![run(line(context, total), Tone::Border)]);
    }
    let lines: Vec<Vec<Row>> = body.iter().map(|row| grid_row(alignments, row, widths)).collect();
    // Rows that wrap need air between them to be told apart.
    let airy = lines.iter().any(|row| row.len() > 1);
    for (position, row) in lines.into_iter().enumerate() {
        if airy && position > 0 {
            rows.push(Row::new());
        }
        rows.extend(row);
    }
    rows
}

fn grid_row(alignments: &[Alignment], cells: &[Vec<Run>], widths: &[usize]) -> Vec<Row> {
    let empty = Vec::new();
    let wrapped: Vec<Vec<Row>> = widths
        .iter()
        .enumerate()
        .map(|(column, width)| wrap(cells.get(column).unwrap_or(&empty), (*width).max(1)))
        .collect();
    let height = wrapped.iter().map(Vec::len).max().unwrap_or(0);
    let mut rows = Vec::new();
    for line in 0..height {
        let mut row = Row::new();
        for (column, width) in widths.iter().enumerate() {
            let content = wrapped[column].get(line).cloned().unwrap_or_default();
            let room = width.saturating_sub(row_width(&content));
            let before = match alignments.get(column).unwrap_or(&Alignment::Left) {
                Alignment::Left => 0,
                Alignment::Center => room / 2,
                Alignment::Right => room,
            };
            let gap = if column + 1 < widths.len() { GAP } else { 0 };
            row.push(run(" ".repeat(before), Tone::Text));
            row.extend(content);
            row.push(run(" ".repeat(room - before + gap), Tone::Text));
        }
        rows.push(row);
    }
    rows
}

/// Each cell on rows of its own, behind the name of its column.
fn stacked(head: &[Vec<Run>], body: &[Vec<Vec<Run>>], context: &PageContext) -> Vec<Row> {
    let mut rows = Vec::new();
    for (position, cells) in body.iter().enumerate() {
        if position > 0 {
            rows.push(vec![run(line(context, context.width.min(8)), Tone::Border)]);
        }
        for (column, cell) in cells.iter().enumerate() {
            let mut runs = head.get(column).filter(|name| !name.is_empty()).cloned().unwrap_or_default();
            if !runs.is_empty() {
                runs.push(run(": ", Tone::Muted));
            }
            runs.extend(cell.iter().cloned());
            rows.extend(wrap(&runs, context.width));
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::super::Page;
    use crate::course::markdown::parse;
    use crate::domain::settings::Borders;
    use crate::text::Language;
    use crate::text::width::width;
    use crate::text::words::Words;
    use crate::tui::look::row_text;

    fn set(text: &str, columns: usize) -> Vec<String> {
        let mut page = Page::new(parse(text, 0), Words::of(Language::Korean), Borders::Unicode);
        page.set_width(columns);
        let rows: Vec<String> = page.lay_out(0).iter().map(|row| row_text(row).trim_end().to_string()).collect();
        assert!(rows.iter().all(|row| width(row) <= columns), "{rows:#?}");
        rows
    }

    const TABLE: &str = "| 서비스 | 쓰는 곳 | 값 |\n|---|---|--:|\n| S3 | 여러 서버가 함께 읽는 파일 | 5 |\n| EBS | 서버 한 대의 디스크 | 80 |\n";

    #[test]
    fn columns_are_as_wide_as_their_cells() {
        assert_eq!(
            set(TABLE, 60),
            [
                "서비스  쓰는 곳                     값",
                "──────────────────────────────────────",
                "S3      여러 서버가 함께 읽는 파일   5",
                "EBS     서버 한 대의 디스크         80",
                "",
            ]
        );
    }

    #[test]
    fn a_wide_table_wraps_its_widest_column() {
        assert_eq!(
            set(TABLE, 26),
            [
                "서비스  쓰는 곳         값",
                "──────────────────────────",
                "S3      여러 서버가      5",
                "        함께 읽는 파일",
                "",
                "EBS     서버 한 대의    80",
                "        디스크",
                "",
            ]
        );
    }

    #[test]
    fn on_a_very_small_window_cells_stand_below_each_other() {
        assert_eq!(set(TABLE, 14)[..5], ["서비스: S3", "쓰는 곳: 여러", "서버가 함께", "읽는 파일", "값: 5"]);
    }

    #[test]
    fn a_row_with_too_few_cells_is_filled() {
        assert_eq!(set("| a | b |\n|---|---|\n| 1 |\n", 20), ["a  b", "────", "1", ""]);
    }
}
