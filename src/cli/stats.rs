//! `awstutor stats`: how it stands.

use super::arguments::{Format, Global};
use super::failure::{Done, Failure};
use super::keeper::WallClock;
use super::opening::Basis;
use crate::domain::statistics::Statistics;
use crate::plain::{self, Surroundings};
use serde::Serialize;
use std::io::{self, Write};

/// The JSON form, which only ever grows.
#[derive(Serialize)]
struct Report {
    format: u32,
    #[serde(flatten)]
    statistics: Statistics,
}

pub fn run(global: &Global, format: Format, output: &mut dyn Write) -> Result<Done, Failure> {
    let basis = Basis::find(global);
    let (course, _) = basis.course(global)?;
    let replayed = basis.journal(&course)?.replay(basis.settings.day_start);
    let (progress, _) = replayed.map_err(|error| Failure::Disk(error.to_string()))?;
    let now = WallClock::default().now();
    let statistics = Statistics::of(&course.outline, &progress, &basis.settings, now);
    match format {
        Format::Human => {
            for line in plain::stats::lines(&course, &statistics, basis.language) {
                writeln!(output, "{line}")?;
            }
        }
        Format::Json => {
            let report = Report { format: 1, statistics };
            let json = serde_json::to_string(&report).map_err(io::Error::from)?;
            writeln!(output, "{json}")?;
        }
    }
    Ok(Done::Fine)
}
