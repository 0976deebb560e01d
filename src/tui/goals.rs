//! The goals of a what-if in a table: before the newest action, now, and what is wanted.
//!
//! It must not judge: outcomes come judged.

use crate::course::figure::{goal_name, limit_written, written};
use crate::domain::scenario::outcome::{Judged, Outcome};
use crate::domain::scenario::what_if::WhatIf;
use crate::text::width::{padded, right_aligned};
use crate::text::wrap::wrap_text;
use crate::tui::look::{Look, Row, Tone, run};
use crate::tui::screen::World;
use crate::tui::signs::Signs;

/// Columns of figures: their headings and the outcomes that they show.
pub type Columns<'o> = [(&'static str, &'o Outcome)];

/// Cells of a column of figures, and of the limit. A blank stands before the longest figure, "no answer".
const FIGURE: usize = 10;
const LIMIT: usize = 11;

/// A heading, and a row for each goal; the last column is the one that is judged.
pub fn rows(what_if: &WhatIf, columns: &Columns<'_>, room: usize, world: &World<'_>) -> Vec<Row> {
    // Where there is no room for every column, the older ones give way.
    let shown = columns.len().min(room.saturating_sub(LIMIT + 14) / FIGURE).max(1);
    let columns = &columns[columns.len() - shown..];
    let name_room = room.saturating_sub(shown * FIGURE + LIMIT + 2);
    let mut heading = padded(world.words.goals, name_room);
    for (title, _) in columns {
        heading.push_str(&right_aligned(title, FIGURE));
    }
    heading.push_str(&right_aligned(world.words.goal, LIMIT));
    let mut rows = vec![vec![run(heading, Look::new(Tone::Muted))]];
    for (place, goal) in what_if.goals.iter().enumerate() {
        let name = goal_name(goal, &what_if.names, world.language);
        let mut names = wrap_text(&name, name_room.saturating_sub(1)).into_iter();
        let mut row: Row = vec![run(padded(&names.next().unwrap_or_default(), name_room), Tone::Text)];
        for (column, (_, outcome)) in columns.iter().enumerate() {
            let judged = outcome.judged.get(place).copied().unwrap_or(Judged { figure: None, met: false });
            let figure = right_aligned(&written(goal.metric.measure(), judged.figure, world.language), FIGURE);
            let is_last = column + 1 == shown;
            row.push(run(figure, if is_last { Look::default().bold() } else { Look::new(Tone::Muted) }));
        }
        row.push(run(right_aligned(&limit_written(goal, world.language), LIMIT), Tone::Muted));
        let met = columns.last().and_then(|(_, outcome)| outcome.judged.get(place)).is_some_and(|judged| judged.met);
        row.push(sign(met, world));
        rows.push(row);
        rows.extend(names.map(|rest| vec![run(rest, Tone::Text)]));
    }
    rows
}

fn sign(met: bool, world: &World<'_>) -> crate::tui::look::Run {
    let signs = Signs::of(world.settings.borders);
    let (sign, tone) = if met { (signs.right, Tone::Right) } else { (signs.wrong, Tone::Wrong) };
    run(format!(" {sign}"), Look::new(tone).bold())
}
