//! How the figures are computed, what they leave out, and where prices and facts are from.

use crate::domain::scenario::Scenario;
use crate::domain::scenario::what_if::WhatIf;
use crate::text::words::fill;
use crate::text::wrap::wrap;
use crate::tui::look::{Look, Row, Tone, run};
use crate::tui::page::text_rows;
use crate::tui::screen::World;

pub fn rows(scenario: &Scenario, what_if: &WhatIf, width: usize, world: &World<'_>) -> Vec<Row> {
    let words = world.words;
    let mut rows = vec![vec![run(words.model, Look::new(Tone::Heading).bold())], Row::new()];
    rows.extend(text_rows(words.model_assumptions, width, words, world.settings.borders));
    rows.push(Row::new());
    let prices = &what_if.price_list;
    let details = [("region", prices.region.clone()), ("date", prices.date.to_string())];
    rows.extend(wrap(&[run(fill(words.prices_from, &details), Tone::Text)], width));
    if !scenario.sources.is_empty() {
        rows.push(Row::new());
        rows.push(vec![run(words.sources, Look::new(Tone::Heading).bold())]);
        for source in &scenario.sources {
            rows.extend(wrap(&[run(source.as_str(), Tone::Muted)], width));
        }
    }
    rows
}
