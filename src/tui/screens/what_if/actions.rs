//! What can be done in a what-if, as a list: what was taken, what can be taken, and what is in the way of the rest.

use crate::domain::scenario::what_if::{Action, Obstacle, WhatIf};
use crate::domain::scenario::what_if_session::WhatIfSession;
use crate::text::width::width;
use crate::text::words::fill;
use crate::tui::look::{Look, Row, Tone, run};
use crate::tui::page::inline_rows;
use crate::tui::screen::World;
use crate::tui::signs::Signs;
use std::ops::Range;

/// The rows of every action, and which of them belong to which.
pub fn rows(session: &WhatIfSession, room: usize, world: &World<'_>) -> (Vec<Row>, Vec<Range<usize>>) {
    let signs = Signs::of(world.settings.borders);
    let mut rows = Vec::new();
    let mut places = Vec::new();
    for action in &session.what_if().actions {
        let start = rows.len();
        let (sign, look) = match session.obstacle(&action.id) {
            None => (" ", Look::new(Tone::Text)),
            Some(Obstacle::Taken) => (signs.right, Look::new(Tone::Right)),
            Some(_) => (signs.dot, Look::new(Tone::Muted)),
        };
        let indent = 3 + width(sign) + 1;
        let title = inline_rows(action.title.text(world.language), look, room.saturating_sub(indent).max(1));
        for (line, row) in title.into_iter().enumerate() {
            let lead = if line == 0 { format!("   {sign} ") } else { " ".repeat(indent) };
            rows.push(std::iter::once(run(lead, look)).chain(row).collect());
        }
        places.push(start..rows.len());
    }
    (rows, places)
}

/// Why an action cannot be taken, as a sentence.
pub fn refusal(what_if: &WhatIf, action: &Action, obstacle: &Obstacle, world: &World<'_>) -> String {
    let words = world.words;
    let titles = |ids: &[String]| {
        let titles = ids.iter().filter_map(|id| what_if.action(id)).map(|action| action.title.text(world.language));
        titles.collect::<Vec<_>>().join(", ")
    };
    match obstacle {
        Obstacle::Unknown => fill(words.act_impossible, &[("action", action.title.text(world.language).to_string())]),
        Obstacle::Taken => words.act_taken.to_string(),
        Obstacle::NoStepLeft => words.no_step_left.to_string(),
        Obstacle::Requires(ids) => fill(words.act_requires, &[("actions", titles(ids))]),
        Obstacle::Excluded(ids) => fill(words.act_excluded, &[("actions", titles(ids))]),
    }
}
