//! What each exam would bring, with its range, and domain by domain.

use super::groups::{Columns, bar_row};
use super::{Sheet, View};
use crate::domain::exam::{Exam, ExamDomain};
use crate::domain::statistics::{DomainReadiness, Estimate, Readiness};
use crate::text::number::whole_percent;
use crate::tui::look::{Row, Tone, run};

const LONGEST_GAUGE: usize = 60;

pub fn sheet(view: &View<'_>) -> Sheet {
    let outline = &view.world.course.outline;
    let mut sheet = Sheet::default();
    if view.statistics.readiness.is_empty() {
        sheet.push_text(view.words.no_exams, Tone::Text, view);
    }
    for readiness in &view.statistics.readiness {
        if let Some(exam) = outline.exam(&readiness.exam) {
            push_exam(&mut sheet, exam, readiness, view);
        }
    }
    sheet
}

fn push_exam(sheet: &mut Sheet, exam: &Exam, readiness: &Readiness, view: &View<'_>) {
    let language = view.world.language;
    sheet.push_heading(exam.name.text(language), view);
    if let Some(estimate) = readiness.estimate {
        sheet.rows.extend(gauge(estimate, readiness.pass, view));
    }
    sheet.push_text(&readiness.sentence(language), Tone::Text, view);
    sheet.rows.push(Row::new());
    let weighted = |(domain, figures): (&ExamDomain, &DomainReadiness)| {
        format!("{} · {}", domain.name.text(language), whole_percent(figures.weight, language))
    };
    let names: Vec<String> = exam.domains.iter().zip(&readiness.domains).map(weighted).collect();
    let columns = Columns::of(names.iter().map(String::as_str), view);
    for (name, domain) in names.iter().zip(&readiness.domains) {
        let counts = Some((domain.seen, domain.questions));
        sheet.rows.push(bar_row(name, domain.score.unwrap_or_default(), counts, &columns));
    }
}

/// A line from 0 to 100 % with the range and the expected score on it, and the pass mark below.
fn gauge(estimate: Estimate, pass: f64, view: &View<'_>) -> [Row; 2] {
    let cells = view.width.saturating_sub(2).clamp(1, LONGEST_GAUGE);
    let cell = |share: f64| ((share * cells as f64) as usize).min(cells - 1);
    let (low, score, high) = (cell(estimate.low), cell(estimate.score), cell(estimate.high));
    let (full, empty) = (view.signs.full, view.signs.empty);
    let line = vec![
        run("  ", Tone::Text),
        run(empty.repeat(low), Tone::Border),
        run(full.repeat(score - low), Tone::Right),
        run(view.signs.point, Tone::Right),
        run(full.repeat(high - score), Tone::Right),
        run(empty.repeat(cells - 1 - high), Tone::Border),
    ];
    let mark = format!("{}{} {}", " ".repeat(2 + cell(pass)), view.signs.bar, whole_percent(pass, view.world.language));
    [line, vec![run(mark, Tone::Due)]]
}
