//! A question that waits for its answer, as rows.
//!
//! It must not change the draft: it only shows it.

use super::draft::{Draft, Gap, GapFill};
use super::{Setting, View};
use crate::course::questions::with_gaps;
use crate::domain::question::{Body, Choice, Question};
use crate::domain::quiz::Entry;
use crate::text::width::width;
use crate::text::words::fill;
use crate::text::wrap::wrap;
use crate::tui::field;
use crate::tui::look::{Look, Row, Tone, run};
use crate::tui::page::{inline_runs, text_rows};
use crate::tui::signs::Signs;

/// The rows of a question with its draft.
pub fn asked(entry: &Entry, draft: &Draft, setting: &Setting) -> View {
    let mut view = View { rows: prompt(&entry.question, setting), ..View::default() };
    view.rows.push(Row::new());
    match draft {
        Draft::One { ids, marked } => {
            for (position, id) in ids.iter().enumerate() {
                let option = Option { number: position + 1, marked: *marked == Some(position), check: None };
                push_option(&mut view, &option, choice_text(entry, id, setting), setting);
            }
        }
        Draft::Boolean { marked } => {
            for (position, answer) in [true, false].into_iter().enumerate() {
                let option = Option { number: position + 1, marked: *marked == Some(answer), check: None };
                let text = if answer { setting.words.statement_true } else { setting.words.statement_false };
                push_option(&mut view, &option, text, setting);
            }
        }
        Draft::Several { ids, cursor, chosen } => {
            for (position, id) in ids.iter().enumerate() {
                let option =
                    Option { number: position + 1, marked: *cursor == position, check: Some(chosen.contains(id)) };
                push_option(&mut view, &option, choice_text(entry, id, setting), setting);
            }
        }
        Draft::Typed(input) => push_field(&mut view, "", input, true, setting),
        Draft::Order { ids, cursor, lifted, .. } => order_rows(&mut view, entry, (ids, *cursor, *lifted), setting),
        Draft::Match { .. } => match_rows(&mut view, entry, draft, setting),
        Draft::Cloze { gaps, cursor } => cloze_rows(&mut view, entry, gaps, *cursor, setting),
    }
    push_hints(&mut view, entry, setting);
    view
}

/// The prompt with what to do; gaps of a cloze text are numbered.
pub fn prompt(question: &Question, setting: &Setting) -> Vec<Row> {
    let text = with_gaps(question, setting.language, |position| format!("[{}]", position + 1));
    let mut rows = text_rows(&text, setting.width, setting.words, setting.borders);
    let task = task(question, setting);
    if !task.is_empty() {
        rows.extend(wrap(&[run(task, Tone::Muted)], setting.width));
    }
    if question.prompt.is_fallback(setting.language) {
        rows.extend(wrap(&[run(setting.words.not_translated, Tone::Due)], setting.width));
    }
    rows
}

fn task(question: &Question, setting: &Setting) -> String {
    let words = setting.words;
    match &question.body {
        Body::Single(_) | Body::Boolean { .. } | Body::Short { .. } => String::new(),
        Body::Multiple(choices) => {
            let keys = choices.len().min(9).to_string();
            fill(words.choose_several_with, &[("count", question.correct_count().to_string()), ("highest", keys)])
        }
        Body::Number { unit, .. } => match unit.text(setting.language) {
            "" => words.type_number.to_string(),
            unit => fill(words.type_number_in, &[("unit", unit.to_string())]),
        },
        Body::Order(_) => words.put_in_order.to_string(),
        Body::Match { .. } => words.match_pairs.to_string(),
        Body::Cloze(_) => words.fill_gaps.to_string(),
    }
}

/// How an option stands in its list.
struct Option {
    number: usize,
    marked: bool,
    check: std::option::Option<bool>,
}

fn push_option(view: &mut View, option: &Option, text: &str, setting: &Setting) {
    let check = match option.check {
        Some(true) => "[x] ",
        Some(false) => "[ ] ",
        None => "",
    };
    let marker = format!("{} {}  {check}", if option.marked { signs(setting).cursor } else { " " }, option.number);
    if option.marked {
        view.focus = view.rows.len();
    }
    push_marked(view, &marker, text, option.marked, setting);
}

/// A text behind a marker, wrapped below its start.
fn push_marked(view: &mut View, marker: &str, text: &str, selected: bool, setting: &Setting) {
    let tone = if selected { Tone::Selected } else { Tone::Text };
    let indent = width(marker);
    let rows = wrap(&inline_runs(text, Look::new(tone)), setting.width.saturating_sub(indent).max(1));
    for (position, row) in rows.into_iter().enumerate() {
        let start = if position == 0 { marker.to_string() } else { " ".repeat(indent) };
        view.rows.push(std::iter::once(run(start, tone)).chain(row).collect());
    }
}

/// A text field; the terminal's own cursor stands in it, which is where an IME draws.
fn push_field(view: &mut View, label: &str, input: &tui_input::Input, active: bool, setting: &Setting) {
    let marker = format!("{} {label}", if active { signs(setting).cursor } else { " " });
    let (row, cursor) = field::row(&marker, input, active, setting.width);
    if active {
        view.focus = view.rows.len();
        view.cursor = Some((view.rows.len(), cursor));
    }
    view.rows.push(row);
}

fn order_rows(view: &mut View, entry: &Entry, (ids, cursor, lifted): (&[String], usize, bool), setting: &Setting) {
    let Body::Order(items) = &entry.question.body else {
        return;
    };
    for (position, id) in ids.iter().enumerate() {
        let text = items.iter().find(|item| item.id == *id).map_or("", |item| item.text.text(setting.language));
        let here = cursor == position;
        let sign = match (here, lifted) {
            (true, true) => signs(setting).lifted,
            (true, false) => signs(setting).cursor,
            (false, _) => " ",
        };
        if here {
            view.focus = view.rows.len();
        }
        push_marked(view, &format!("{sign} {}  ", position + 1), text, here, setting);
    }
}

fn match_rows(view: &mut View, entry: &Entry, draft: &Draft, setting: &Setting) {
    let (Body::Match { pairs, distractors }, Draft::Match { lefts, rights, cursor, matched }) =
        (&entry.question.body, draft)
    else {
        return;
    };
    let right_text = |id: &String| {
        let pair = pairs.iter().find(|pair| pair.id == *id).map(|pair| &pair.right);
        pair.or_else(|| distractors.iter().find(|item| item.id == *id).map(|item| &item.text))
            .map_or("", |text| text.text(setting.language))
    };
    for (position, id) in lefts.iter().enumerate() {
        let left = pairs.iter().find(|pair| pair.id == *id).map_or("", |pair| pair.left.text(setting.language));
        let taken = matched.get(id).and_then(|id| rights.iter().position(|right| right == id));
        let taken = taken.map_or(" ".to_string(), |row| (row + 1).to_string());
        let here = *cursor == position;
        let sign = if here { signs(setting).cursor } else { " " };
        if here {
            view.focus = view.rows.len();
        }
        push_marked(view, &format!("{sign} [{taken}] "), left, here, setting);
    }
    view.rows.push(Row::new());
    for (position, id) in rights.iter().enumerate() {
        let used = matched.values().any(|right| right == id);
        let look = Look::new(if used { Tone::Muted } else { Tone::Text });
        let marker = format!("   {}  ", position + 1);
        let indent = width(&marker);
        for (line, row) in wrap(&inline_runs(right_text(id), look), setting.width.saturating_sub(indent).max(1))
            .into_iter()
            .enumerate()
        {
            let start = if line == 0 { marker.clone() } else { " ".repeat(indent) };
            view.rows.push(std::iter::once(run(start, Tone::Accent)).chain(row).collect());
        }
    }
}

fn cloze_rows(view: &mut View, entry: &Entry, gaps: &[Gap], cursor: usize, setting: &Setting) {
    let Body::Cloze(blanks) = &entry.question.body else {
        return;
    };
    for (position, (gap, blank)) in gaps.iter().zip(blanks).enumerate() {
        let active = cursor == position;
        let label = format!("[{}] ", position + 1);
        match &gap.fill {
            GapFill::Typed(input) => push_field(view, &label, input, active, setting),
            GapFill::Chosen { ids, marked } => {
                let sign = if active { signs(setting).cursor } else { " " };
                if active {
                    view.focus = view.rows.len();
                }
                view.rows.push(vec![run(format!("{sign} {label}"), if active { Tone::Selected } else { Tone::Text })]);
                for (row, id) in ids.iter().enumerate() {
                    let chosen = *marked == Some(row);
                    let text = option_text(blank.fill.options(), id, setting);
                    let check = if chosen { "(x)" } else { "( )" };
                    push_marked(view, &format!("      {check} {}  ", row + 1), text, chosen && active, setting);
                }
            }
        }
    }
}

fn push_hints(view: &mut View, entry: &Entry, setting: &Setting) {
    for (position, hint) in entry.revealed_hints().iter().enumerate() {
        let label = fill(setting.words.hint_number, &[("number", (position + 1).to_string())]);
        let mut runs = vec![run(format!("{label}: "), Look::new(Tone::Due))];
        runs.extend(inline_runs(hint.text(setting.language), Look::default()));
        view.rows.push(Row::new());
        view.rows.extend(wrap(&runs, setting.width));
    }
}

fn choice_text<'e>(entry: &'e Entry, id: &str, setting: &Setting) -> &'e str {
    match &entry.question.body {
        Body::Single(choices) | Body::Multiple(choices) => option_text(choices, id, setting),
        _ => "",
    }
}

fn option_text<'c>(choices: &'c [Choice], id: &str, setting: &Setting) -> &'c str {
    choices.iter().find(|choice| choice.id == id).map_or("", |choice| choice.text.text(setting.language))
}

fn signs(setting: &Setting) -> &'static Signs {
    Signs::of(setting.borders)
}
