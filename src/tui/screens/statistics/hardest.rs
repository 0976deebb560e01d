//! The questions that were wrong again and again; Enter opens what answers them.

use super::{Sheet, View};
use crate::text::width::truncated;
use crate::tui::look::{Tone, run};
use crate::tui::question::one_line;
use crate::tui::screen::Route;

pub fn sheet(view: &View<'_>) -> Sheet {
    let mut sheet = Sheet::default();
    if view.statistics.hardest.is_empty() {
        sheet.push_text(view.words.nothing_hard, Tone::Text, view);
        return sheet;
    }
    let (course, language) = (view.world.course, view.world.language);
    let room = view.width.saturating_sub(4);
    for hard in &view.statistics.hardest {
        let Some(question) = course.question(hard.question.as_str()) else { continue };
        sheet.routes.push((sheet.rows.len(), Route::Section(hard.section.clone())));
        sheet.rows.push(vec![run("  ", Tone::Text), run(truncated(&one_line(&question, language), room), Tone::Text)]);
        let wrong = hard.phrase(language);
        let place = view.world.section_name(&hard.section).map_or_else(String::new, |name| format!(" · {name}"));
        sheet.rows.push(vec![
            run("    ", Tone::Text),
            run(truncated(&(wrong + &place), room.saturating_sub(2)), Tone::Muted),
        ]);
    }
    sheet
}
