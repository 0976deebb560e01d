//! What comes back on each of the next thirty days, as columns.

use super::{Sheet, View};
use crate::domain::statistics::DueDay;
use crate::text::calendar::day_of_month;
use crate::text::width::{padded, width};
use crate::tui::look::{Row, Tone, run};

/// Rows of the columns.
const TALLEST: usize = 12;
const SHORTEST: usize = 3;
/// Rows of the axis, its dates, and the sentences.
const BELOW: usize = 5;
const EIGHTHS: usize = 8;

pub fn sheet(view: &View<'_>) -> Sheet {
    let days = &view.statistics.forecast;
    let mut sheet = Sheet::default();
    let highest = days.iter().map(|day| day.reviews).max().unwrap_or_default();
    if highest == 0 {
        sheet.push_text(view.words.nothing_due, Tone::Text, view);
        return sheet;
    }
    let height = view.height.saturating_sub(BELOW).clamp(SHORTEST, TALLEST);
    let label = highest.to_string().len() + 1;
    let cell = (view.width.saturating_sub(label) / days.len().max(1)).clamp(1, 3);
    for line in 0..height {
        let mark = if line == 0 { format!("{highest} ") } else { " ".repeat(label) };
        let mut row = vec![run(mark, Tone::Muted)];
        for (place, day) in days.iter().enumerate() {
            let tone = if place == 0 { Tone::Due } else { Tone::Accent };
            let sign = column(view, day.reviews, (highest, height), height - 1 - line);
            row.push(run(sign.repeat(cell.saturating_sub(1).max(1)), tone));
            row.push(run(" ".repeat(usize::from(cell > 1)), tone));
        }
        sheet.rows.push(row);
    }
    sheet.rows.push(vec![
        run(" ".repeat(label), Tone::Border),
        run(view.signs.empty.repeat(cell * days.len()), Tone::Border),
    ]);
    sheet.rows.push(dates(days, label, cell, view));
    sheet.rows.push(Row::new());
    sheet.push_text(&view.statistics.due_sentence(view.world.language), Tone::Text, view);
    sheet
}

/// The part of a day's column in one line: full below its top, empty above.
fn column(view: &View<'_>, reviews: usize, scale: (usize, usize), line: usize) -> &'static str {
    let (highest, height) = scale;
    // Something always shows.
    let eighths = (reviews * height * EIGHTHS).div_ceil(highest).saturating_sub(line * EIGHTHS).min(EIGHTHS);
    view.signs.column[eighths]
}

/// Dates below the axis, a week apart, or two where the columns are narrow.
fn dates(days: &[DueDay], label: usize, cell: usize, view: &View<'_>) -> Row {
    let apart = if cell > 1 { 7 } else { 14 };
    let mut text = String::new();
    for (place, day) in days.iter().enumerate().step_by(apart) {
        let (column, name) = (label + cell * place, day_of_month(day.date, view.world.language));
        if column + width(&name) <= view.width {
            text = padded(&text, column) + &name;
        }
    }
    vec![run(text, Tone::Muted)]
}
