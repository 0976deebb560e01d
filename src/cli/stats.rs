//! `awstutor stats`: how each chapter stands.

use super::arguments::{Format, Global};
use super::failure::{Done, Failure};
use super::opening::Basis;
use crate::domain::statistics::{self, ChapterStatistics};
use crate::plain;
use serde::Serialize;
use std::io::{self, Write};

/// The JSON form, which only ever grows.
#[derive(Serialize)]
struct Report {
    format: u32,
    chapters: Vec<ChapterStatistics>,
}

pub fn run(global: &Global, format: Format, output: &mut dyn Write) -> Result<Done, Failure> {
    let basis = Basis::find(global);
    let (course, _) = basis.course(global)?;
    let replayed = basis.journal(&course)?.replay();
    let (progress, _) = replayed.map_err(|error| Failure::Disk(error.to_string()))?;
    match format {
        Format::Human => {
            for line in plain::stats::lines(&course.outline, &progress, basis.language) {
                writeln!(output, "{line}")?;
            }
        }
        Format::Json => {
            let report = Report { format: 1, chapters: statistics::chapters(&course.outline, &progress) };
            let json = serde_json::to_string(&report).map_err(io::Error::from)?;
            writeln!(output, "{json}")?;
        }
    }
    Ok(Done::Fine)
}
