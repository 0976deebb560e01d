//! `awstutor progress`: the journal itself. Nothing here ever takes a line away.

use super::arguments::{Format, Global, MergeArguments, ProgressCommand};
use super::environment::Environment;
use super::failure::{Done, Failure};
use super::keeper::WallClock;
use super::opening::{Basis, shown};
use crate::domain::day::USUAL_START;
use crate::domain::event::{Event, What};
use crate::plain::Surroundings;
use crate::store::journal::{BadLine, JournalError, JournalReport};
use crate::store::{Journal, atomic};
use crate::text::sanitize::clean_line;
use crate::text::words::fill;
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::{self, BufRead, Write};
use std::path::Path;

pub fn run(
    global: &Global,
    environment: &Environment,
    command: &ProgressCommand,
    output: &mut dyn Write,
) -> Result<Done, Failure> {
    let basis = Basis::find(global);
    let (course, _) = basis.course(global)?;
    let journal = basis.journal(&course)?;
    match command {
        ProgressCommand::Path => path(&journal, output),
        ProgressCommand::Export { file: None } => print(&journal, output),
        ProgressCommand::Export { file: Some(file) } => export(&journal, file, &basis, output),
        ProgressCommand::Merge(arguments) => merge(journal, arguments, &basis, output),
        ProgressCommand::Verify { format } => verify(journal, *format, &basis, output),
        ProgressCommand::Reset { yes: true } => reset(journal, &basis, output),
        ProgressCommand::Reset { yes: false } if environment.input_is_terminal => ask(journal, &basis, output),
        ProgressCommand::Reset { yes: false } => Err(Failure::Usage(basis.words().reset_refused.to_string())),
    }
}

fn path(journal: &Journal, output: &mut dyn Write) -> Result<Done, Failure> {
    writeln!(output, "{}", journal.path().display())?;
    Ok(Done::Fine)
}

fn print(journal: &Journal, output: &mut dyn Write) -> Result<Done, Failure> {
    output.write_all(journal.export().map_err(unreadable)?.as_bytes())?;
    Ok(Done::Fine)
}

fn export(journal: &Journal, file: &Path, basis: &Basis, output: &mut dyn Write) -> Result<Done, Failure> {
    // An export leaves bad lines out, and the journal must not lose any.
    if let (Ok(from), Ok(to)) = (journal.path().canonicalize(), file.canonicalize())
        && from == to
    {
        return Err(Failure::Usage(fill(basis.words().written_over_itself, &[("path", shown(file))])));
    }
    let events = journal.export().map_err(unreadable)?;
    atomic::write(file, &events).map_err(|error| Failure::Disk(format!("{}: {error}", shown(file))))?;
    writeln!(output, "{}", fill(basis.words().written, &[("path", shown(file))]))?;
    Ok(Done::Fine)
}

fn merge(
    mut journal: Journal,
    arguments: &MergeArguments,
    basis: &Basis,
    output: &mut dyn Write,
) -> Result<Done, Failure> {
    let words = basis.words();
    let merge = journal.compare(&arguments.files).map_err(unreadable)?;
    for file in &merge.files {
        let path = ("path", shown(&file.path));
        if !file.is_journal {
            writeln!(output, "{}", fill(words.merge_no_journal, &[path]))?;
            continue;
        }
        say_bad_lines(&file.bad, &file.path, basis, output)?;
        if file.reset > 0 {
            writeln!(output, "{}", fill(words.merge_reset, &[path, ("count", file.reset.to_string())]))?;
        }
    }
    let is_reset = merge.files.iter().any(|file| file.reset > 0);
    if merge.files.iter().any(|file| !file.is_journal) {
        writeln!(output, "{}", words.merge_refused)?;
        return Ok(Done::Problems);
    }
    if is_reset && !arguments.with_resets {
        writeln!(output, "{}", words.merge_refused_resets)?;
        return Ok(Done::Problems);
    }
    let said = if arguments.dry_run { words.merge_would } else { words.merged };
    if !arguments.dry_run {
        journal.take_in(&merge).map_err(unreadable)?;
    }
    writeln!(output, "{}", fill(said, &[("count", merge.events().to_string())]))?;
    Ok(Done::Fine)
}

fn verify(mut journal: Journal, format: Format, basis: &Basis, output: &mut dyn Write) -> Result<Done, Failure> {
    let (_, report) = journal.replay(USUAL_START).map_err(unreadable)?;
    match format {
        Format::Human => say_report(&report, journal.path(), basis, output)?,
        Format::Json => {
            let json = serde_json::to_string(&Verified::from(&report)).map_err(io::Error::from)?;
            writeln!(output, "{json}")?;
        }
    }
    Ok(if report.bad.is_empty() { Done::Fine } else { Done::Problems })
}

fn say_report(report: &JournalReport, path: &Path, basis: &Basis, output: &mut dyn Write) -> io::Result<()> {
    let words = basis.words();
    say_bad_lines(&report.bad, path, basis, output)?;
    for (kind, count) in &report.unknown {
        let details = [("kind", clean_line(kind).into_owned()), ("count", count.to_string())];
        writeln!(output, "{}", fill(words.unknown_kind, &details))?;
    }
    let details = [
        ("events", report.events.to_string()),
        ("bad", report.bad.len().to_string()),
        ("unknown", report.unknown.values().sum::<usize>().to_string()),
    ];
    writeln!(output, "{}", fill(words.verified, &details))
}

fn say_bad_lines(bad: &[BadLine], path: &Path, basis: &Basis, output: &mut dyn Write) -> io::Result<()> {
    for BadLine { number, reason } in bad {
        let reason = clean_line(reason).into_owned();
        let details = [("path", shown(path)), ("line", number.to_string()), ("reason", reason)];
        writeln!(output, "{}", fill(basis.words().bad_line, &details))?;
    }
    Ok(())
}

/// The JSON form, which only ever grows.
#[derive(Serialize)]
struct Verified<'r> {
    format: u32,
    events: usize,
    bad: Vec<VerifiedLine<'r>>,
    unknown: &'r BTreeMap<String, usize>,
}

#[derive(Serialize)]
struct VerifiedLine<'r> {
    line: usize,
    reason: &'r str,
}

impl<'r> From<&'r JournalReport> for Verified<'r> {
    fn from(report: &'r JournalReport) -> Self {
        let bad = report.bad.iter().map(|bad| VerifiedLine { line: bad.number, reason: &bad.reason });
        Verified { format: 1, events: report.events, bad: bad.collect(), unknown: &report.unknown }
    }
}

fn ask(journal: Journal, basis: &Basis, output: &mut dyn Write) -> Result<Done, Failure> {
    let words = basis.words();
    writeln!(output, "{}", words.reset_question)?;
    output.flush()?;
    let mut line = String::new();
    io::stdin().lock().read_line(&mut line)?;
    if [words.reset_yes, "yes"].contains(&line.trim().to_lowercase().as_str()) {
        return reset(journal, basis, output);
    }
    writeln!(output, "{}", words.reset_declined)?;
    Ok(Done::Fine)
}

fn reset(mut journal: Journal, basis: &Basis, output: &mut dyn Write) -> Result<Done, Failure> {
    let mut clock = WallClock::default();
    let event = Event { id: clock.id(), at: clock.now(), what: What::Reset };
    journal.append(&[event]).map_err(unreadable)?;
    writeln!(output, "{}", basis.words().reset_done)?;
    Ok(Done::Fine)
}

fn unreadable(error: JournalError) -> Failure {
    Failure::Disk(error.to_string())
}
