//! How each class is answered at a load; where something scales, also in the first minutes of a peak.
//!
//! It must not evaluate: evaluations come in.

use crate::course::figure::written;
use crate::domain::scenario::what_if::WhatIf;
use crate::domain::simulation::design::Design;
use crate::domain::simulation::evaluation::Evaluation;
use crate::domain::simulation::goal::{Metric, Scope};
use crate::text::number::percent;
use crate::text::width::{padded, right_aligned, truncated};
use crate::text::words::fill;
use crate::tui::look::{Look, Row, Tone, run};
use crate::tui::screen::World;

/// Cells of a column of figures.
const FIGURE: usize = 11;

/// A heading, and for each class to which somebody belongs its p50, its p95 and what is refused.
pub fn rows(
    what_if: &WhatIf,
    design: &Design,
    settled: &Evaluation,
    first_minutes: Option<&Evaluation>,
    room: usize,
    world: &World<'_>,
) -> Vec<Row> {
    let words = world.words;
    let columns = if room >= 4 * FIGURE { 3 } else { 2 };
    let column = room.saturating_sub(columns * FIGURE);
    let figures = |texts: [String; 3]| -> String {
        texts[3 - columns..].iter().map(|text| right_aligned(text, FIGURE)).collect()
    };
    let heading = fill(words.classes_at, &[("load", percent(settled.situation.load, world.language))]);
    let names = [words.metric_p50, words.metric_p95, words.metric_error].map(str::to_string);
    let mut rows = vec![vec![
        run(padded(&truncated(&heading, column), column), Look::new(Tone::Heading).bold()),
        run(figures(names), Tone::Muted),
    ]];
    let of = |evaluation: &Evaluation, class: &str| {
        let scope = || Scope::Class(class.to_string());
        figures(
            [Metric::P50(scope()), Metric::P95(scope()), Metric::Error(scope())]
                .map(|metric| written(metric.measure(), evaluation.figure(design, &metric), world.language)),
        )
    };
    for class in design.classes.iter().filter(|class| class.share > 0.0) {
        let name = what_if.names.get(&class.id).map_or(class.id.as_str(), |name| name.text(world.language));
        let row = |name: &str, figures: String, tone| {
            vec![run(padded(&truncated(name, column), column), tone), run(figures, tone)]
        };
        rows.push(row(name, of(settled, &class.id), Tone::Text));
        if let Some(beginning) = first_minutes {
            rows.push(row(&format!("  {}", words.first_minutes), of(beginning, &class.id), Tone::Muted));
        }
    }
    rows
}
