//! The first page: what was studied lately, what is known, what comes.

use super::groups::{Columns, bar_row};
use super::{Sheet, View};
use crate::tui::look::{Look, Row, Tone};

pub fn sheet(view: &View<'_>) -> Sheet {
    let mut sheet = Sheet::default();
    let (statistics, language) = (view.statistics, view.world.language);
    let activity = &statistics.activity;
    if activity.days.is_empty() {
        sheet.push_text(view.words.no_answers, Tone::Text, view);
        return sheet;
    }
    sheet.push_text(&activity.days_sentence(language), Look::default().bold(), view);
    sheet.push_text(&activity.answers_sentence(language), Tone::Muted, view);
    sheet.rows.push(Row::new());
    push_shares(&mut sheet, view);
    sheet.rows.push(Row::new());
    sheet.push_text(&statistics.due_sentence(language), Tone::Text, view);
    sheet.push_text(&statistics.retention.sentence(language), Tone::Text, view);
    let outline = &view.world.course.outline;
    for readiness in &statistics.readiness {
        if let Some(exam) = outline.exam(&readiness.exam) {
            sheet.push_heading(exam.name.text(language), view);
            sheet.push_text(&readiness.sentence(language), Tone::Text, view);
        }
    }
    sheet
}

/// Known, answered and read over the whole course, then known by part.
fn push_shares(sheet: &mut Sheet, view: &View<'_>) {
    let (words, statistics, language) = (view.words, view.statistics, view.world.language);
    let parts = &view.world.course.outline.parts;
    let titles = parts.iter().map(|part| part.title.text(language)).chain([words.known, words.answered, words.read]);
    let columns = Columns::of(titles, view);
    let course = &statistics.course;
    let counts = Some((course.seen, course.questions));
    sheet.rows.push(bar_row(words.known, course.known, None, &columns));
    sheet.rows.push(bar_row(words.answered, course.seen_share(), counts, &columns));
    sheet.rows.push(bar_row(words.read, statistics.read, None, &columns));
    sheet.push_heading(words.known_by_part, view);
    for (part, figures) in parts.iter().zip(&statistics.parts) {
        let counts = Some((figures.seen, figures.questions));
        sheet.rows.push(bar_row(part.title.text(language), figures.known, counts, &columns));
    }
}
