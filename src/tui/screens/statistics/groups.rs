//! Bars of what is known: by chapter under its part, and by service.

use super::{Sheet, View};
use crate::text::Language;
use crate::text::number::whole_percent;
use crate::text::width::{padded, truncated, width};
use crate::tui::look::{Look, Row, Tone, run};
use crate::tui::screen::Route;
use crate::tui::signs::Signs;

/// Where the columns of a table of bars stand.
pub struct Columns {
    title: usize,
    /// 0 where there is no room for a bar.
    bar: usize,
    signs: &'static Signs,
    language: Language,
}

/// Cells of a percentage with the blank before it, and of "12/34".
const PERCENT: usize = 6;
const COUNTS: usize = 9;
const LONGEST_BAR: usize = 32;
const SHORTEST_BAR: usize = 6;

impl Columns {
    pub fn of<'t>(titles: impl Iterator<Item = &'t str>, view: &View<'_>) -> Columns {
        let room = view.width.saturating_sub(2 + PERCENT + COUNTS);
        let longest = titles.map(width).max().unwrap_or_default();
        let bar = room.saturating_sub(longest.min(room) + 2).min(LONGEST_BAR);
        let bar = if bar < SHORTEST_BAR { 0 } else { bar };
        let title = if bar == 0 { room } else { longest.min(room) };
        Columns { title, bar, signs: view.signs, language: view.world.language }
    }
}

/// A title, a bar, its percentage, and a count of so many out of so many.
pub fn bar_row(title: &str, share: f64, counts: Option<(usize, usize)>, columns: &Columns) -> Row {
    let mut row = vec![run(format!("  {}", padded(&truncated(title, columns.title), columns.title)), Tone::Text)];
    if columns.bar > 0 {
        row.push(run("  ", Tone::Text));
        row.extend(columns.signs.share(share, columns.bar, Tone::Right));
    }
    row.push(run(format!("{:>PERCENT$}", whole_percent(share, columns.language)), Tone::Text));
    if let Some((part, whole)) = counts {
        row.push(run(format!("{:>COUNTS$}", format!("{part}/{whole}")), Tone::Muted));
    }
    row
}

/// Every chapter under its part; Enter opens it.
pub fn chapters(view: &View<'_>) -> Sheet {
    let (outline, language) = (&view.world.course.outline, view.world.language);
    let columns = Columns::of(outline.chapters().map(|chapter| chapter.title.text(language)), view);
    let mut sheet = Sheet::default();
    let mut figures = view.statistics.chapters.iter();
    for part in &outline.parts {
        if sheet.rows.is_empty() {
            push_caption(&mut sheet, part.title.text(language), view, &columns);
        } else {
            sheet.push_heading(part.title.text(language), view);
        }
        for (chapter, figures) in part.chapters.iter().zip(&mut figures) {
            sheet.routes.push((sheet.rows.len(), Route::Chapter(chapter.id.clone())));
            let counts = Some((figures.seen, figures.questions));
            sheet.rows.push(bar_row(chapter.title.text(language), figures.known, counts, &columns));
        }
    }
    sheet
}

/// Every service that questions are about.
pub fn services(view: &View<'_>) -> Sheet {
    let (outline, language) = (&view.world.course.outline, view.world.language);
    let names: Vec<&str> =
        view.statistics.services.iter().map(|service| outline.service_name(&service.id, language)).collect();
    let columns = Columns::of(names.iter().copied(), view);
    let mut sheet = Sheet::default();
    push_caption(&mut sheet, "", view, &columns);
    for (name, figures) in names.iter().zip(&view.statistics.services) {
        sheet.rows.push(bar_row(name, figures.known, Some((figures.seen, figures.questions)), &columns));
    }
    sheet
}

/// What the columns mean, in the line of a heading.
fn push_caption(sheet: &mut Sheet, heading: &str, view: &View<'_>, columns: &Columns) {
    let bar = if columns.bar > 0 { columns.bar + 2 } else { 0 };
    let [known, answered] = [view.words.known, view.words.answered];
    let heading = truncated(heading, columns.title);
    let before = (2 + columns.title + bar + PERCENT).saturating_sub(width(&heading) + width(known));
    let between = COUNTS.saturating_sub(width(answered));
    let caption = format!("{}{known}{}{answered}", " ".repeat(before), " ".repeat(between));
    sheet.rows.push(vec![run(heading, Look::new(Tone::Heading).bold()), run(caption, Tone::Muted)]);
}
