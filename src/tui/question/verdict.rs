//! A question that has been answered: what was right, and why for every option.
//!
//! It must not grade: it shows the verdict that the domain gave.

use super::ask::prompt;
use super::{Setting, View};
use crate::domain::question::{Body, Kind};
use crate::domain::quiz::{Entry, Outcome};
use crate::domain::response::Response;
use crate::domain::verdict::{Grade, Mark, Reason};
use crate::text::words::fill;
use crate::text::wrap::wrap;
use crate::tui::look::{Look, Row, Tone, run};
use crate::tui::page::{inline_rows, inline_runs};
use crate::tui::signs::Signs;

/// The rows of an answered question. `section` is where to read more, as people call it.
pub fn judged(entry: &Entry, outcome: &Outcome, section: &str, setting: &Setting) -> View {
    let mut rows = prompt(&entry.question, setting);
    rows.push(Row::new());
    let headline = rows.len();
    rows.push(grade_row(outcome, setting));
    rows.push(Row::new());
    for reason in in_shown_order(entry, &outcome.verdict.reasons) {
        push_reason(&mut rows, entry, reason, setting);
    }
    // Typed answers carry the explanation as the reason of the right answer.
    let typed = matches!(entry.question.body, Body::Short { .. } | Body::Number { .. });
    if !typed && !entry.question.explanation.is_empty() {
        rows.push(Row::new());
        rows.extend(inline_rows(
            entry.question.explanation.text(setting.language),
            Look::default().italic(),
            setting.width,
        ));
    }
    rows.push(Row::new());
    push_sources(&mut rows, entry, section, setting);
    View { rows, focus: headline, cursor: None }
}

fn grade_row(outcome: &Outcome, setting: &Setting) -> Row {
    let (words, signs) = (setting.words, Signs::of(setting.borders));
    let (sign, tone, text) = match outcome.verdict.grade() {
        _ if outcome.response == Response::Unknown => (signs.wrong, Tone::Due, words.now_you_know.to_string()),
        Grade::Right => (signs.right, Tone::Right, words.right.to_string()),
        Grade::Wrong => (signs.wrong, Tone::Wrong, words.wrong.to_string()),
        Grade::Partly => {
            let percent = (outcome.verdict.score * 100.0).round();
            (signs.partly, Tone::Due, fill(words.partly, &[("percent", percent.to_string())]))
        }
    };
    vec![run(format!("{sign} {text}"), Look::new(tone).bold())]
}

/// Options in the order in which they were shown, everything else as it comes.
fn in_shown_order<'r>(entry: &Entry, reasons: &'r [Reason]) -> Vec<&'r Reason> {
    let mut ordered: Vec<&Reason> = reasons.iter().collect();
    if matches!(entry.question.kind(), Kind::Single | Kind::Multiple) {
        ordered.sort_by_key(|reason| entry.shown.iter().position(|id| *id == reason.id));
    }
    ordered
}

fn push_reason(rows: &mut Vec<Row>, entry: &Entry, reason: &Reason, setting: &Setting) {
    let (words, language) = (setting.words, setting.language);
    let (sign, tone) = Signs::of(setting.borders).mark(reason.mark);
    let number = match entry.question.kind() {
        Kind::Single | Kind::Multiple => entry.shown.iter().position(|id| *id == reason.id).map(|place| place + 1),
        Kind::Order | Kind::Match | Kind::Cloze => entry_number(entry, reason),
        Kind::Boolean | Kind::Short | Kind::Number => None,
    };
    let marker = number.map_or_else(|| format!("{sign}  "), |number| format!("{sign} {number}  "));
    let indent = crate::text::width::width(&marker);
    let look = Look::new(if reason.mark == Mark::Neutral { Tone::Text } else { tone }).bold();
    let label = match reason.id.as_str() {
        "true" if entry.question.kind() == Kind::Boolean => words.statement_true,
        "false" if entry.question.kind() == Kind::Boolean => words.statement_false,
        _ => reason.label.text(language),
    };
    let mut runs = inline_runs(label, look);
    if let Some(note) = note(entry, reason, setting) {
        runs.push(run(format!("  ({note})"), Tone::Muted));
    }
    let inner = setting.width.saturating_sub(indent).max(1);
    for (line, row) in wrap(&runs, inner).into_iter().enumerate() {
        let start = if line == 0 { run(marker.clone(), look) } else { run(" ".repeat(indent), Tone::Text) };
        rows.push(std::iter::once(start).chain(row).collect());
    }
    let why = reason.why.text(language);
    if !why.is_empty() {
        for row in inline_rows(why, Tone::Text, inner) {
            rows.push(std::iter::once(run(" ".repeat(indent), Tone::Text)).chain(row).collect());
        }
    }
}

/// Items and gaps carry their number; what fits nowhere has none.
fn entry_number(entry: &Entry, reason: &Reason) -> Option<usize> {
    let place = match &entry.question.body {
        Body::Order(items) => items.iter().position(|item| item.id == reason.id),
        Body::Match { pairs, .. } => pairs.iter().position(|pair| pair.id == reason.id),
        Body::Cloze(blanks) => blanks.iter().position(|blank| blank.name == reason.id),
        _ => None,
    };
    place.map(|place| place + 1)
}

/// What the learner did with this line, in words.
fn note(entry: &Entry, reason: &Reason, setting: &Setting) -> Option<String> {
    let words = setting.words;
    if let Some(given) = &reason.given {
        let template = if entry.question.kind() == Kind::Order { words.you_put_it_at } else { words.you_answered };
        return Some(fill(template, &[("given", given.text(setting.language).to_string())]));
    }
    let chosen_by_choice =
        matches!(entry.question.kind(), Kind::Single | Kind::Multiple | Kind::Boolean) || reason.mark == Mark::Wrong;
    match (reason.chosen && chosen_by_choice, reason.mark) {
        (true, _) => Some(words.your_answer.to_string()),
        (false, Mark::Right) if matches!(entry.question.kind(), Kind::Single | Kind::Multiple | Kind::Boolean) => {
            Some(words.right_answer.to_string())
        }
        _ => None,
    }
}

fn push_sources(rows: &mut Vec<Row>, entry: &Entry, section: &str, setting: &Setting) {
    let words = setting.words;
    let mut line = vec![run(format!("{}: ", words.read_again), Tone::Muted), run(section, Tone::Accent)];
    if let Some(verified) = entry.question.verified {
        line.push(run(format!("   {} {verified}", words.verified), Tone::Muted));
    }
    rows.extend(wrap(&line, setting.width));
    for source in &entry.question.sources {
        rows.extend(wrap(&[run(source.clone(), Tone::Muted)], setting.width));
    }
}
