//! The journal of progress: a file of events, one a line, only ever appended to.
//!
//! It must not hold progress: it hands out what was read, and the fold lives in `domain`. Appending takes the lock of the
//! file beside it, writes with one call, syncs and lets go; what other processes wrote meanwhile is handed out too.

use crate::domain::event::{Event, Line, Order};
use crate::domain::progress::Progress;
use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use thiserror::Error;

#[derive(Debug)]
pub struct Journal {
    path: PathBuf,
    /// Bytes of the file that have been handed out.
    seen: u64,
}

/// What stands in a journal besides the events that count.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct JournalReport {
    pub events: usize,
    /// Lines that are no events, by number from 1: kept and skipped.
    pub bad: Vec<BadLine>,
    /// Types and versions that this program does not know, and how many of each: kept and ignored.
    pub unknown: BTreeMap<String, usize>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadLine {
    pub number: usize,
    pub reason: String,
}

#[derive(Debug, Error)]
#[error("{}: {source}", path.display())]
pub struct JournalError {
    pub path: PathBuf,
    pub source: io::Error,
}

impl Journal {
    /// Names the file; it is made by the first append.
    pub fn at(path: impl Into<PathBuf>) -> Journal {
        Journal { path: path.into(), seen: 0 }
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Reads everything and folds it, with days of study that begin at this hour. A file that is not there is an empty
    /// journal.
    ///
    /// # Errors
    /// When the file exists and cannot be read.
    pub fn replay(&mut self, day_start: u8) -> Result<(Progress, JournalReport), JournalError> {
        let bytes = self.read_all()?;
        self.seen = bytes.len() as u64;
        let mut progress = Progress::new(day_start);
        let mut report = JournalReport::default();
        // Merged files are out of order: their lines are put in order before any of them is read whole.
        let mut ordered: Vec<(Option<Order>, Numbered<'_>)> = lines(&bytes).map(|line| (order(line.1), line)).collect();
        ordered.sort_by_key(|(order, _)| *order);
        for event in events(ordered.into_iter().map(|(_, line)| line), &mut report) {
            let _ = progress.apply(event);
        }
        report.bad.sort_by_key(|bad| bad.number);
        Ok((progress, report))
    }

    /// Appends events, and returns those that other processes appended since.
    ///
    /// # Errors
    /// When the folder, the lock or the file cannot be written: then nothing of these events is in the file.
    pub fn append(&mut self, new: &[Event]) -> Result<Vec<Event>, JournalError> {
        let written: Vec<String> = new.iter().map(Event::to_line).collect();
        let tail = self.append_lines(&written)?;
        Ok(events(lines(&tail), &mut JournalReport::default()).collect())
    }

    /// The lines that are events, known or not, as they stand.
    ///
    /// # Errors
    /// When the file exists and cannot be read.
    pub fn export(&self) -> Result<String, JournalError> {
        let bytes = self.read_all()?;
        let good = lines(&bytes).filter(|(_, line)| parse(line).is_ok());
        Ok(good.map(|(_, line)| String::from_utf8_lossy(line).into_owned() + "\n").collect())
    }

    /// Writes lines with one call; returns the bytes that others had written since the last look.
    pub(super) fn append_lines(&mut self, new: &[String]) -> Result<Vec<u8>, JournalError> {
        self.try_append(new).map_err(|source| JournalError { path: self.path.clone(), source })
    }

    fn try_append(&mut self, new: &[String]) -> io::Result<Vec<u8>> {
        if let Some(folder) = self.path.parent() {
            fs::create_dir_all(folder)?;
        }
        let lock =
            OpenOptions::new().create(true).truncate(false).write(true).open(self.path.with_extension("lock"))?;
        lock.lock()?;
        let mut file = OpenOptions::new().create(true).read(true).append(true).open(&self.path)?;
        let length = file.metadata()?.len();
        let tail = read_from(&mut file, self.seen.min(length))?;
        let mut text = String::new();
        if ends_torn(&mut file, length)? {
            text.push('\n');
        }
        for line in new {
            text.push_str(line);
            text.push('\n');
        }
        if let Err(error) = file.write_all(text.as_bytes()).and_then(|()| file.sync_data()) {
            // Nobody else can have written behind our lock: what stands beyond `length` is our own torn line.
            let _ = file.set_len(length);
            return Err(error);
        }
        self.seen = length + text.len() as u64;
        Ok(tail)
    }

    pub(super) fn read_all(&self) -> Result<Vec<u8>, JournalError> {
        match read(&self.path) {
            Err(error) if error.source.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
            read => read,
        }
    }
}

pub(super) fn read(path: &Path) -> Result<Vec<u8>, JournalError> {
    fs::read(path).map_err(|source| JournalError { path: path.to_path_buf(), source })
}

fn read_from(file: &mut File, start: u64) -> io::Result<Vec<u8>> {
    let mut tail = Vec::new();
    file.seek(SeekFrom::Start(start))?;
    file.read_to_end(&mut tail)?;
    Ok(tail)
}

/// Whether the last line has no end: a write was cut off by a crash.
fn ends_torn(file: &mut File, length: u64) -> io::Result<bool> {
    if length == 0 {
        return Ok(false);
    }
    let mut last = [0];
    file.seek(SeekFrom::Start(length - 1))?;
    file.read_exact(&mut last)?;
    Ok(last != *b"\n")
}

/// The known events among lines, with everything else noted in the report.
fn events<'b>(lines: impl Iterator<Item = Numbered<'b>>, report: &mut JournalReport) -> impl Iterator<Item = Event> {
    lines.filter_map(|(number, line)| match parse(line) {
        Ok(Line::Known(event)) => {
            report.events += 1;
            Some(event)
        }
        Ok(Line::Unknown { name, .. }) => {
            *report.unknown.entry(name).or_insert(0) += 1;
            None
        }
        Err(reason) => {
            report.bad.push(BadLine { number, reason });
            None
        }
    })
}

/// A line and its number, from 1.
pub(super) type Numbered<'b> = (usize, &'b [u8]);

/// What some editors put before the first line of a file.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// The lines of a file; empty ones are nothing. Files may have been joined: a byte order mark can begin any line.
pub(super) fn lines(bytes: &[u8]) -> impl Iterator<Item = Numbered<'_>> {
    let lines = bytes.split(|byte| *byte == b'\n').enumerate();
    lines.map(|(index, line)| (index + 1, unmarked(line).trim_ascii())).filter(|(_, line)| !line.is_empty())
}

fn unmarked(line: &[u8]) -> &[u8] {
    line.strip_prefix(BYTE_ORDER_MARK).unwrap_or(line)
}

pub(super) fn parse(line: &[u8]) -> Result<Line, String> {
    let text = std::str::from_utf8(line).map_err(|_| "not UTF-8 text".to_string())?;
    Line::parse(text).map_err(|error| error.to_string())
}

fn order(line: &[u8]) -> Option<Order> {
    Line::order(std::str::from_utf8(line).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::USUAL_START;
    use crate::domain::event::What;
    use crate::domain::event::examples::{answered, event};

    fn journal() -> (tempfile::TempDir, Journal) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("aws/progress.jsonl");
        (folder, Journal::at(path))
    }

    fn read(number: u128) -> Event {
        event(number, number as i64, What::SectionRead { section: "s3#why".into() })
    }

    #[test]
    fn what_was_appended_is_replayed() {
        let (_folder, mut journal) = journal();
        assert_eq!(journal.append(&[read(1), event(2, 2, answered("s3-1", 1.0))]).unwrap(), []);
        let (progress, report) = Journal::at(journal.path()).replay(USUAL_START).unwrap();
        assert!(progress.is_read(&"s3#why".into()));
        assert_eq!((report.events, report.bad.len(), progress.answers("s3-1").len()), (2, 0, 1));
    }

    #[test]
    fn a_torn_line_is_kept_skipped_and_closed_by_the_next() {
        let (_folder, mut journal) = journal();
        journal.append(&[read(1)]).unwrap();
        let mut torn = fs::read(journal.path()).unwrap();
        torn.extend_from_slice(&read(2).to_line().as_bytes()[..40]);
        fs::write(journal.path(), &torn).unwrap();
        journal.append(&[read(3)]).unwrap();
        let text = fs::read_to_string(journal.path()).unwrap();
        assert_eq!(text.lines().count(), 3);
        let (_, report) = journal.replay(USUAL_START).unwrap();
        assert_eq!((report.events, report.bad[0].number), (2, 2));
    }

    #[test]
    fn damage_in_the_middle_loses_only_its_line() {
        let (_folder, mut journal) = journal();
        journal.append(&[read(1), read(2), read(3)]).unwrap();
        let mut bytes = fs::read(journal.path()).unwrap();
        let second = bytes.iter().position(|byte| *byte == b'\n').unwrap() + 1;
        bytes[second + 5] = 0xFF;
        fs::write(journal.path(), bytes).unwrap();
        let (_, report) = journal.replay(USUAL_START).unwrap();
        assert_eq!((report.events, report.bad), (2, vec![BadLine { number: 2, reason: "not UTF-8 text".into() }]));
    }

    #[test]
    fn another_process_is_heard() {
        let (_folder, mut journal) = journal();
        journal.append(&[read(1)]).unwrap();
        Journal::at(journal.path()).append(&[read(2)]).unwrap();
        assert_eq!(journal.append(&[read(3)]).unwrap(), [read(2)]);
        assert_eq!(journal.append(&[read(4)]).unwrap(), []);
    }

    #[test]
    fn an_editors_byte_order_mark_costs_no_event() {
        let (_folder, mut journal) = journal();
        journal.append(&[read(1), read(2)]).unwrap();
        let marked = format!("\u{feff}{}", fs::read_to_string(journal.path()).unwrap());
        fs::write(journal.path(), marked).unwrap();
        let (_, report) = journal.replay(USUAL_START).unwrap();
        assert_eq!((report.events, report.bad), (2, vec![]));
    }

    #[test]
    fn an_event_that_came_late_is_folded_at_its_place() {
        let (_folder, mut journal) = journal();
        let reset = event(5, 5, What::Reset);
        journal.append(&[reset, read(1)]).unwrap();
        let (progress, _) = journal.replay(USUAL_START).unwrap();
        assert!(!progress.is_read(&"s3#why".into()));
    }

    #[test]
    fn a_place_that_cannot_be_written_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let in_the_way = folder.path().join("file");
        fs::write(&in_the_way, "").unwrap();
        let path = in_the_way.join("progress.jsonl");
        let error = Journal::at(&path).append(&[read(1)]).unwrap_err();
        assert!(error.to_string().starts_with(&path.display().to_string()), "{error}");
    }

    #[test]
    fn two_writers_do_not_tear_each_others_lines() {
        let (_folder, journal) = journal();
        std::thread::scope(|scope| {
            for writer in 0..4u128 {
                let path = journal.path();
                scope.spawn(move || {
                    let mut journal = Journal::at(path);
                    (0..25).for_each(|number| drop(journal.append(&[read(writer * 100 + number)]).unwrap()));
                });
            }
        });
        let (_, report) = Journal::at(journal.path()).replay(USUAL_START).unwrap();
        assert_eq!((report.events, report.bad.len()), (100, 0));
    }
}
