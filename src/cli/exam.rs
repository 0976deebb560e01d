//! `awstutor exam --list`: the exams that were handed in.

use super::arguments::{Format, Global};
use super::failure::{Done, Failure};
use super::opening::Basis;
use crate::domain::event::HandedInBy;
use crate::domain::mock_exam::{ExamResult, ExamRun, Finished, Tally, wording};
use crate::domain::moment::Moment;
use crate::domain::outline::Outline;
use crate::domain::progress::Progress;
use crate::text::{Language, calendar};
use serde::Serialize;
use std::io::{self, Write};
use uuid::Uuid;

/// The JSON form, which only ever grows.
#[derive(Serialize)]
struct Report {
    format: u32,
    /// Oldest first.
    exams: Vec<Entry>,
}

#[derive(Serialize)]
struct Entry {
    run: Uuid,
    exam: String,
    begun: Moment,
    handed_in: Moment,
    by: HandedInBy,
    /// The mean score, between 0 and 1.
    score: f64,
    /// From 100 to 1,000.
    points: u32,
    passed: Option<bool>,
    minutes: u32,
    #[serde(flatten)]
    whole: Tally,
    domains: Vec<Domain>,
}

#[derive(Serialize)]
struct Domain {
    id: String,
    #[serde(flatten)]
    tally: Tally,
}

pub fn list(global: &Global, format: Format, output: &mut dyn Write) -> Result<Done, Failure> {
    let basis = Basis::find(global);
    let (course, _) = basis.course(global)?;
    let replayed = basis.journal(&course)?.replay(basis.settings.day_start);
    let (progress, _) = replayed.map_err(|error| Failure::Disk(error.to_string()))?;
    match format {
        Format::Human => {
            for (run, end) in progress.exams().finished() {
                writeln!(output, "{}", line(run, end, &progress, &course.outline, basis.language))?;
            }
        }
        Format::Json => {
            let exams = progress.exams().finished().map(|(run, end)| entry(run, end, &progress, &course.outline));
            let json = serde_json::to_string(&Report { format: 1, exams: exams.collect() }).map_err(io::Error::from)?;
            writeln!(output, "{json}")?;
        }
    }
    Ok(Done::Fine)
}

fn line(run: &ExamRun, end: Finished, progress: &Progress, outline: &Outline, language: Language) -> String {
    let result = ExamResult::of(run, progress.exams(), outline);
    let day = calendar::day_of_year(end.at.date(), language);
    let name = wording::exam_name(&run.started.exam, outline, language);
    let reached = wording::reached(result.points(), language);
    format!("{day}: {name}: {reached}, {}", wording::pass(&result, language))
}

fn entry(run: &ExamRun, end: Finished, progress: &Progress, outline: &Outline) -> Entry {
    let result = ExamResult::of(run, progress.exams(), outline);
    let domains = result.fields.iter().map(|field| Domain { id: field.id.clone(), tally: field.tally });
    Entry {
        run: run.id(),
        exam: run.started.exam.clone(),
        begun: run.begun,
        handed_in: end.at,
        by: end.by,
        score: result.score,
        points: result.points(),
        passed: result.is_passed(),
        minutes: run.started.minutes,
        whole: result.whole,
        domains: domains.collect(),
    }
}
