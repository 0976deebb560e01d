//! What was remembered beside what had been predicted.

use super::{Sheet, View};
use crate::domain::statistics::Comparison;
use crate::text::calendar::month_of_year;
use crate::text::number::whole_percent;
use crate::text::width::{padded, width};
use crate::text::words::fill;
use crate::tui::look::{Row, Tone, run};

const BAR: usize = 24;
/// Below this width there are no bars.
const BARS_FROM: usize = 72;

pub fn sheet(view: &View<'_>) -> Sheet {
    let (words, retention, language) = (view.words, &view.statistics.retention, view.world.language);
    let mut sheet = Sheet::default();
    sheet.push_text(&retention.sentence(language), Tone::Text, view);
    if retention.overall.reviews == 0 {
        return sheet;
    }
    let band = |from: f64, to: f64| {
        fill(words.predicted_band, &[("from", format!("{:.0}", from * 100.0)), ("to", whole_percent(to, language))])
    };
    let bands = retention.bands.iter().map(|found| (band(found.from, found.to), &found.comparison));
    push_table(&mut sheet, words.by_prediction, bands.collect(), view);
    let months = retention.months.iter().map(|found| (month_of_year(found.month, language), &found.comparison));
    push_table(&mut sheet, words.by_month, months.rev().collect(), view);
    sheet
}

fn push_table(sheet: &mut Sheet, heading: &str, rows: Vec<(String, &Comparison)>, view: &View<'_>) {
    sheet.push_heading(heading, view);
    let column = rows.iter().map(|(label, _)| width(label)).max().unwrap_or_default();
    for (label, comparison) in rows.iter().filter(|(_, comparison)| comparison.reviews > 0) {
        sheet.rows.push(comparison_row(&padded(label, column), comparison, view));
    }
}

fn comparison_row(label: &str, comparison: &Comparison, view: &View<'_>) -> Row {
    let mut row = vec![run(format!("  {label}  "), Tone::Text)];
    if let Some(shares) = comparison.shares.filter(|_| view.width >= BARS_FROM) {
        row.extend(view.signs.share(shares.remembered, BAR, Tone::Right));
        row.push(run("  ", Tone::Text));
    }
    let tone = if comparison.shares.is_some() { Tone::Text } else { Tone::Muted };
    row.push(run(comparison.phrase(view.world.language), tone));
    row
}
