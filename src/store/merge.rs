//! Merging journals: what other journals would bring is known before any of it is taken in.
//!
//! It must not decide whether to take it in. Events are told apart by their ids, so that taking the same file in twice
//! changes nothing.

use super::journal::{BadLine, Journal, JournalError, lines, parse, read};
use crate::domain::event::{Event, Line, Order, What};
use std::collections::HashSet;
use std::path::PathBuf;
use uuid::Uuid;

/// What other journals hold that one lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merge {
    /// In the order in which they were named.
    pub files: Vec<MergeFile>,
    lines: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MergeFile {
    pub path: PathBuf,
    /// Whether it can be a journal: some line of it is an event, or it has no lines.
    pub is_journal: bool,
    /// Lines that are no events.
    pub bad: Vec<BadLine>,
    /// Events of the journal at hand that would count no longer, because of a reset in this file.
    pub reset: usize,
}

/// The events of the journal at hand.
#[derive(Default)]
struct Present {
    ids: HashSet<Uuid>,
    /// The places of events that this program knows.
    places: Vec<Order>,
    /// The place of the newest reset.
    reset: Option<Order>,
}

impl Merge {
    /// How many events they are.
    pub fn events(&self) -> usize {
        self.lines.len()
    }
}

impl Journal {
    /// Looks for the events of other journals that this one lacks.
    ///
    /// # Errors
    /// When one of the files cannot be read.
    pub fn compare(&self, others: &[PathBuf]) -> Result<Merge, JournalError> {
        let mut present = Present::of(&self.read_all()?);
        let mut merge = Merge { files: Vec::new(), lines: Vec::new() };
        for path in others {
            let bytes = read(path)?;
            let mut file = MergeFile { path: path.clone(), is_journal: true, bad: Vec::new(), reset: 0 };
            let mut events = 0;
            for (number, line) in lines(&bytes) {
                match parse(line) {
                    Ok(event) => {
                        events += 1;
                        if present.ids.insert(event.id()) {
                            file.reset = file.reset.max(present.covered_by(&event));
                            merge.lines.push(String::from_utf8_lossy(line).into_owned());
                        }
                    }
                    Err(reason) => file.bad.push(BadLine { number, reason }),
                }
            }
            file.is_journal = events > 0 || file.bad.is_empty();
            merge.files.push(file);
        }
        Ok(merge)
    }

    /// Appends what was found.
    ///
    /// # Errors
    /// When the folder, the lock or the file cannot be written: then nothing of it is in the file.
    pub fn take_in(&mut self, merge: &Merge) -> Result<(), JournalError> {
        if !merge.lines.is_empty() {
            self.append_lines(&merge.lines)?;
        }
        Ok(())
    }
}

impl Present {
    fn of(bytes: &[u8]) -> Present {
        let mut present = Present::default();
        for event in lines(bytes).filter_map(|(_, line)| parse(line).ok()) {
            // A line that stands there twice is one event.
            if !present.ids.insert(event.id()) {
                continue;
            }
            match event {
                Line::Known(event) if event.what == What::Reset => {
                    present.reset = present.reset.max(Some(event.order()))
                }
                Line::Known(event) => present.places.push(event.order()),
                Line::Unknown { .. } => {}
            }
        }
        present
    }

    /// How many events that count now stand before an event, if that is a reset.
    fn covered_by(&self, event: &Line) -> usize {
        let Line::Known(reset @ Event { what: What::Reset, .. }) = event else { return 0 };
        let counts = |place: &&Order| Some(**place) > self.reset && **place < reset.order();
        self.places.iter().filter(counts).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::USUAL_START;
    use crate::domain::event::examples::event;
    use crate::domain::progress::Progress;
    use std::fs;

    /// A journal `here.jsonl` and others, each with these lines, in a folder of their own.
    struct Desk {
        folder: tempfile::TempDir,
        here: Journal,
    }

    impl Desk {
        fn with(here: &[Event]) -> Desk {
            let folder = tempfile::tempdir().unwrap();
            let mut journal = Journal::at(folder.path().join("here.jsonl"));
            journal.append(here).unwrap();
            Desk { folder, here: journal }
        }

        fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
            let path = self.folder.path().join(name);
            fs::write(&path, bytes).unwrap();
            path
        }

        fn compare(&self, files: &[PathBuf]) -> Merge {
            self.here.compare(files).unwrap()
        }

        fn merge(&mut self, files: &[PathBuf]) -> usize {
            let merge = self.compare(files);
            self.here.take_in(&merge).unwrap();
            merge.events()
        }
    }

    fn read(number: u128) -> Event {
        event(number, number as i64, What::SectionRead { section: "s3#why".into() })
    }

    fn reset(number: u128) -> Event {
        event(number, number as i64, What::Reset)
    }

    fn text(events: &[Event]) -> String {
        events.iter().map(|event| event.to_line() + "\n").collect()
    }

    #[test]
    fn merging_is_a_union_and_can_be_repeated() {
        let mut desk = Desk::with(&[read(1), read(3)]);
        let newer = [
            read(9).to_line().replace("section_read", "teleported"),
            read(10).to_line().replace(r#""v":1"#, r#""v":2"#).replace(r#""s3#why""#, r#"{"id":3}"#),
        ];
        let others = [desk.file("there.jsonl", text(&[read(1), read(2)]) + &newer.join("\n"))];
        assert_eq!(desk.merge(&others), 3);
        assert_eq!(desk.merge(&others), 0);
        let (progress, report) = desk.here.replay(USUAL_START).unwrap();
        assert_eq!((report.events, report.unknown["teleported"], report.unknown["section_read"]), (3, 1, 1));
        assert_eq!(progress, Progress::fold([read(1), read(2), read(3)]));
        // They go on to the next machine as they came.
        assert!(newer.iter().all(|line| desk.here.export().unwrap().contains(line)));
    }

    #[test]
    fn a_reset_says_how_many_events_it_would_take_along() {
        let desk = Desk::with(&[read(1), reset(2), read(3), read(4), read(6)]);
        let resets = |events: &[Event]| desk.compare(&[desk.file("there.jsonl", text(events))]).files[0].reset;
        assert_eq!(resets(&[read(1), read(5)]), 0);
        // Those before the journal's own reset count no longer anyway.
        assert_eq!(resets(&[reset(5)]), 2);
        assert_eq!(resets(&[reset(5), read(6), reset(7)]), 3);
        // One that the journal has is nothing new.
        assert_eq!(resets(&[reset(2)]), 0);
    }

    #[test]
    fn a_file_of_which_no_line_is_an_event_is_no_journal() {
        let desk = Desk::with(&[read(1)]);
        let is_journal = |bytes: &[u8]| desk.compare(&[desk.file("there", bytes)]).files[0].is_journal;
        assert!(!is_journal(b"id = \"aws\"\n"));
        let wide: Vec<u8> = text(&[read(2)]).encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert!(!is_journal(&wide));
        assert!(is_journal(text(&[read(2)]).as_bytes()) && is_journal(b""));
    }

    #[test]
    fn a_byte_order_mark_is_no_part_of_the_first_event() {
        let mut desk = Desk::with(&[]);
        let marked = desk.file("there.jsonl", format!("\u{feff}{}", text(&[read(1), read(2)])));
        assert_eq!(desk.merge(&[marked]), 2);
        assert_eq!(fs::read_to_string(desk.here.path()).unwrap(), text(&[read(1), read(2)]));
    }

    #[test]
    fn damaged_lines_are_named_and_the_others_taken() {
        let mut desk = Desk::with(&[]);
        let file = desk.file("there.jsonl", text(&[read(1)]) + "{\"v\":1\n" + &text(&[read(2)]));
        let numbers: Vec<usize> =
            desk.compare(std::slice::from_ref(&file)).files[0].bad.iter().map(|bad| bad.number).collect();
        assert_eq!((numbers, desk.merge(&[file])), (vec![2], 2));
    }
}
