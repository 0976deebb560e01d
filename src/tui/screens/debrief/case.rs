//! The debrief of a case: how it ended, and each decision beside the expert's.

use crate::domain::scenario::case_session::{Advice, CaseSession, Decision};
use crate::text::number::percent;
use crate::text::width::width as text_width;
use crate::text::words::fill;
use crate::text::wrap::wrap;
use crate::tui::look::{Look, Row, Tone, run};
use crate::tui::page::{inline_rows, text_rows};
use crate::tui::screen::World;
use crate::tui::signs::Signs;

/// Cells of the bar of points.
const BAR: usize = 20;

pub fn rows(session: &CaseSession, width: usize, world: &World<'_>) -> Vec<Row> {
    let (words, language, borders) = (world.words, world.language, world.settings.borders);
    let signs = Signs::of(borders);
    let mut rows = Vec::new();
    if let Some(ending) = session.ending() {
        let (sign, tone) = if ending.won { (signs.right, Tone::Right) } else { (signs.wrong, Tone::Wrong) };
        let title = format!("{sign} {}", ending.title.text(language));
        rows.extend(wrap(&[run(title, Look::new(tone).bold())], width));
        rows.push(Row::new());
        rows.extend(text_rows(ending.text.text(language), width, words, borders));
        rows.push(Row::new());
    }
    let points = fill(words.points_of_expert, &[("percent", percent(session.score(), language))]);
    // Where there is no room for the bar, the sentence says it all.
    if width >= BAR + 2 + text_width(&points) {
        let [full, empty] = signs.share(session.score(), BAR, Tone::Accent);
        rows.push(vec![full, empty, run(format!("  {points}"), Tone::Muted)]);
    } else {
        rows.extend(wrap(&[run(points, Tone::Muted)], width));
    }
    rows.push(Row::new());
    rows.push(vec![run(words.your_decisions, Look::new(Tone::Heading).bold())]);
    for decision in session.decisions() {
        push_decision(&mut rows, &decision, width, world);
    }
    rows
}

/// What was decided with the expert's view, and what would have been better there.
fn push_decision(rows: &mut Vec<Row>, decision: &Decision<'_>, width: usize, world: &World<'_>) {
    let language = world.language;
    let signs = Signs::of(world.settings.borders);
    let (sign, tone) = match decision.taken.points {
        0 => (signs.wrong, Tone::Wrong),
        _ if decision.is_right() => (signs.right, Tone::Right),
        _ => (signs.partly, Tone::Due),
    };
    rows.push(Row::new());
    push_hanging(
        rows,
        sign,
        inline_rows(decision.taken.text.text(language), Look::new(tone).bold(), width.saturating_sub(3).max(1)),
        tone,
    );
    let indented = |text: &str, tone: Tone| inline_rows(text, tone, width.saturating_sub(3).max(1));
    push_hanging(rows, " ", indented(decision.taken.why.text(language), Tone::Text), Tone::Text);
    if let Some(advice) = decision.advice() {
        let (template, option) = match advice {
            Advice::Expert(option) => (world.words.expert_takes, option),
            Advice::Best(option) => (world.words.best_left, option),
        };
        let sentence = fill(template, &[("option", option.text.text(language).to_string())]);
        push_hanging(rows, signs.arrow, indented(&sentence, Tone::Accent), Tone::Accent);
        push_hanging(rows, " ", indented(option.why.text(language), Tone::Muted), Tone::Muted);
    }
}

/// Rows behind a sign, the further ones below the text.
fn push_hanging(rows: &mut Vec<Row>, sign: &str, text: Vec<Row>, tone: Tone) {
    for (line, row) in text.into_iter().enumerate() {
        let lead = if line == 0 { format!("{:<3}", sign) } else { "   ".to_string() };
        rows.push(std::iter::once(run(lead, tone)).chain(row).collect());
    }
}
