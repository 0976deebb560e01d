//! A chapter, one section after the other.
//!
//! A section that was said to its end is read; where the reader is goes into the journal when a section begins. It must
//! not know how blocks are said.

use super::console::{Command, Typed};
use super::describe::{Piece, Setting, describe};
use super::question::Step;
use super::session::{Exit, Session};
use crate::course::chapter::Chapter;
use crate::course::library::OpenChapter;
use crate::domain::event::What;
use crate::domain::id::{ChapterId, SectionId};
use crate::text::Language;
use crate::text::words::fill;
use std::io;
use std::ops::Range;

/// An open chapter and the section that is said now.
struct Reading {
    chapter: ChapterId,
    /// The language that was asked for when it was opened.
    wanted: Language,
    opened: OpenChapter,
    sections: Vec<Section>,
    current: usize,
}

/// The blocks from one heading to the next.
struct Section {
    /// `None` for text without a heading that has an id.
    id: Option<SectionId>,
    nodes: Range<usize>,
}

/// Where to go after a section.
enum Turn {
    Next,
    Previous,
    Leave(Exit),
}

impl Session<'_> {
    /// Reads a chapter from where it was left.
    pub fn read(&mut self, chapter: &ChapterId) -> io::Result<Exit> {
        let Some(mut reading) = self.open(chapter) else {
            let details = [("chapter", chapter.to_string())];
            self.console.say_heading(&fill(self.common().no_such_chapter, &details))?;
            return Ok(Exit::Back);
        };
        let position = self.ledger.progress.position(chapter.as_str()).map(|position| position.section.clone());
        reading.go_to(position.as_ref());
        self.say_opening(&reading)?;
        loop {
            let turn = match self.say_section(&mut reading)? {
                Some(turn) => turn,
                None => self.what_follows(&mut reading)?,
            };
            match turn {
                Turn::Next => reading.current += 1,
                Turn::Previous if reading.current > 0 => reading.current -= 1,
                Turn::Previous => return Ok(Exit::Back),
                Turn::Leave(exit) => return Ok(exit),
            }
        }
    }

    fn open(&self, chapter: &ChapterId) -> Option<Reading> {
        let opened = self.course.chapter(chapter.as_str(), self.language)?;
        let sections = sections(chapter, &opened.chapter);
        Some(Reading { chapter: chapter.clone(), wanted: self.language, opened, sections, current: 0 })
    }

    /// The same section in the language that is wanted now.
    fn reopen(&self, reading: &mut Reading) {
        if let Some(mut reopened) = self.open(&reading.chapter) {
            let here = reading.sections.get(reading.current).and_then(|section| section.id.as_ref());
            reopened.current = reading.current.min(reopened.sections.len().saturating_sub(1));
            reopened.go_to(here);
            *reading = reopened;
        }
    }

    fn say_opening(&mut self, reading: &Reading) -> io::Result<()> {
        let (front, words) = (&reading.opened.chapter.front, self.common());
        self.console.say_heading(&front.title)?;
        if reading.opened.language != self.language {
            self.console.say_heading(words.not_translated)?;
        }
        if reading.current > 0 {
            return self.console.say_heading(self.words().where_you_were);
        }
        self.console.say_heading(&front.summary)?;
        if !front.objectives.is_empty() {
            self.console.say(&format!("{}:", words.objectives))?;
            for objective in &front.objectives {
                self.console.say(&format!("- {objective}"))?;
            }
            self.console.say("")?;
        }
        Ok(())
    }

    /// Says the current section with its questions, and records it. `Some` if the learner went elsewhere before its end.
    fn say_section(&mut self, reading: &mut Reading) -> io::Result<Option<Turn>> {
        let id = reading.sections.get(reading.current).and_then(|section| section.id.clone());
        if let Some(section) = &id {
            self.record_position(&reading.chapter, section)?;
        }
        let mut asked = 0;
        // Once more from the top when the language changes at a question: what was said already is passed over.
        'languages: loop {
            let mut met = 0;
            for piece in self.pieces(reading) {
                match piece {
                    Piece::Lines(lines) if met == asked => self.console.say_all(&lines)?,
                    Piece::Lines(_) => {}
                    Piece::Question(question) => {
                        met += 1;
                        if met <= asked {
                            continue;
                        }
                        asked += 1;
                        match self.ask_alone(&reading.chapter, &question)? {
                            Step::Leave(Exit::Back) => return Ok(Some(Turn::Previous)),
                            Step::Leave(exit) => return Ok(Some(Turn::Leave(exit))),
                            Step::Answered { .. } | Step::Passed | Step::TakeBack => {}
                        }
                        if self.language != reading.wanted {
                            self.reopen(reading);
                            continue 'languages;
                        }
                    }
                }
            }
            break;
        }
        if let Some(section) = id {
            self.record_read(&reading.chapter, section)?;
        }
        Ok(None)
    }

    /// Says the current section without asking its questions again.
    fn say_text(&mut self, reading: &Reading) -> io::Result<()> {
        for piece in self.pieces(reading) {
            if let Piece::Lines(lines) = piece {
                self.console.say_all(&lines)?;
            }
        }
        Ok(())
    }

    /// Says one section of a chapter, which does not count as read by that.
    pub fn say_one_section(&mut self, section: &SectionId) -> io::Result<()> {
        let Some(mut reading) = self.open(&section.chapter()) else {
            let details = [("chapter", section.chapter().to_string())];
            return self.console.say_heading(&fill(self.common().no_such_chapter, &details));
        };
        reading.go_to(Some(section));
        self.say_text(&reading)
    }

    fn pieces(&self, reading: &Reading) -> Vec<Piece> {
        let document = &reading.opened.chapter.document;
        let nodes = reading.sections.get(reading.current).map_or(0..0, |section| section.nodes.clone());
        let setting = Setting { language: self.language, outline: &self.course.outline, chapter: &reading.chapter };
        describe(document, &document.nodes[nodes], setting)
    }

    fn record_position(&mut self, chapter: &ChapterId, section: &SectionId) -> io::Result<()> {
        let progress = &self.ledger.progress;
        let known = progress.position(chapter.as_str()).is_some_and(|position| position.section == *section);
        let latest = progress.latest_position().is_some_and(|position| position.section == *section);
        if !known || !latest {
            self.record(What::Position { section: section.clone(), paragraph: 0 })?;
        }
        Ok(())
    }

    fn record_read(&mut self, chapter: &ChapterId, section: SectionId) -> io::Result<()> {
        if self.ledger.progress.is_read(&section) || self.course.outline.section(&section).is_none() {
            return Ok(());
        }
        self.record(What::SectionRead { section })?;
        let outline = self.course.outline.chapter(chapter.as_str());
        if outline.is_some_and(|outline| self.ledger.progress.sections_read(outline) == outline.sections.len()) {
            self.record(What::ChapterRead { chapter: chapter.clone() })?;
        }
        Ok(())
    }

    /// Asks where to go after a section.
    fn what_follows(&mut self, reading: &mut Reading) -> io::Result<Turn> {
        loop {
            let is_last = reading.current + 1 >= reading.sections.len();
            if is_last {
                self.say_sources(reading)?;
            }
            self.say_prompt(reading)?;
            loop {
                match self.listen(|words| words.help_chapter)? {
                    Typed::Line(line) if !line.is_empty() => self.console.say(self.words().only_enter)?,
                    Typed::Line(_) if is_last => return Ok(Turn::Leave(Exit::Back)),
                    Typed::Line(_) => return Ok(Turn::Next),
                    Typed::Command(Command::Back) => return Ok(Turn::Previous),
                    Typed::Command(Command::Menu) => return Ok(Turn::Leave(Exit::Menu)),
                    Typed::Command(Command::Quit) | Typed::End => return Ok(Turn::Leave(Exit::Quit)),
                    Typed::Command(Command::Quiz) => match self.quiz(&reading.chapter)? {
                        Exit::Back => break,
                        exit => return Ok(Turn::Leave(exit)),
                    },
                    Typed::Command(Command::Undo) => match self.undo_last_answer()?.exit() {
                        Exit::Back => break,
                        exit => return Ok(Turn::Leave(exit)),
                    },
                    Typed::Command(Command::Language) => {
                        self.reopen(reading);
                        self.say_text(reading)?;
                        break;
                    }
                    Typed::Command(command) => self.not_here(command)?,
                    Typed::Unknown(_) => {}
                }
            }
            if self.language != reading.wanted {
                self.reopen(reading);
            }
        }
    }

    fn say_sources(&mut self, reading: &Reading) -> io::Result<()> {
        let front = &reading.opened.chapter.front;
        self.console.say(&format!("{}:", self.common().sources))?;
        for source in &front.sources {
            self.console.say(&format!("- {}: {}", source.title, source.url))?;
        }
        if let Some(date) = front.verified() {
            self.console.say(&fill(self.common().verified_on, &[("date", date.to_string())]))?;
        }
        self.console.say("")
    }

    fn say_prompt(&mut self, reading: &Reading) -> io::Result<()> {
        let words = self.words();
        let number = |number: usize| number.to_string();
        let sentence = if reading.current + 1 < reading.sections.len() {
            let details = [("number", number(reading.current + 1)), ("all", number(reading.sections.len()))];
            fill(words.prompt_section, &details)
        } else {
            let outline = self.course.outline.chapter(reading.chapter.as_str());
            match outline.map_or(0, |outline| outline.questions.len()) {
                0 => words.prompt_end.to_string(),
                questions => fill(words.prompt_end_quiz, &[("count", number(questions))]),
            }
        };
        self.console.say(&sentence)
    }
}

impl Reading {
    /// Goes to a section, if it is there.
    fn go_to(&mut self, section: Option<&SectionId>) {
        let place = self.sections.iter().position(|known| known.id.is_some() && known.id.as_ref() == section);
        self.current = place.unwrap_or(self.current);
    }
}

/// Cuts a chapter at its headings. What stands before the first belongs to it.
fn sections(id: &ChapterId, chapter: &Chapter) -> Vec<Section> {
    let document = &chapter.document;
    let mut sections: Vec<Section> = Vec::new();
    for (position, heading) in document.headings().filter(|(_, heading)| !heading.id.is_empty()) {
        let section = id.section(&heading.id);
        // A heading without an id of its own goes on with the section before it.
        if sections.iter().any(|known| known.id.as_ref() == Some(&section)) {
            continue;
        }
        let start = match sections.last_mut() {
            Some(last) => {
                last.nodes.end = position;
                position
            }
            None => 0,
        };
        sections.push(Section { id: Some(section), nodes: start..document.nodes.len() });
    }
    if sections.is_empty() {
        sections.push(Section { id: None, nodes: 0..document.nodes.len() });
    }
    sections
}
