//! An exam in plain mode: one question after the other or as the learner goes, until it is handed in.
//!
//! Nothing is judged here. The clock is looked at whenever a line comes: a line that comes after its end is no answer
//! any more.

use super::answer::{example, parse};
use super::console::{Command, Typed};
use super::given::as_typed;
use super::session::{Exit, Session};
use crate::domain::event::{HandedInBy, What};
use crate::domain::mock_exam::{Sitting, State, Warning, wording};
use crate::domain::quiz::Entry;
use crate::domain::response::Response;
use crate::text::words::fill;
use std::io;

/// What a line led to.
enum Turn {
    /// The question on the table is another one, or is to be said again.
    Ask,
    Listen,
    HandIn(HandedInBy),
    Leave(Exit),
}

impl Session<'_> {
    /// Asks until the exam is handed in or left.
    pub fn sit(&mut self, mut sitting: Sitting) -> io::Result<Exit> {
        let mut warned = sitting.countdown().warning(self.ledger.now().timestamp);
        self.say_exam_question(&sitting)?;
        loop {
            let typed = self.listen(|words| words.help_exam)?;
            let is_over = sitting.countdown().is_over(self.ledger.now().timestamp);
            let turn = match typed {
                _ if is_over => {
                    self.console.say_heading(&format!(
                        "{}. {}.",
                        self.exam_words().after_time,
                        self.exam_words().time_up
                    ))?;
                    Turn::HandIn(HandedInBy::Clock)
                }
                Typed::Line(line) if line.is_empty() => self.next_exam_question(&mut sitting)?,
                Typed::Line(line) => self.take_exam_answer(&mut sitting, &line)?,
                Typed::Command(command) => self.obey_in_exam(&mut sitting, command)?,
                Typed::End => Turn::Leave(Exit::Quit),
                Typed::Unknown(_) => Turn::Listen,
            };
            match turn {
                Turn::Ask => {
                    self.warn(&sitting, &mut warned)?;
                    self.say_exam_question(&sitting)?;
                }
                Turn::Listen => self.warn(&sitting, &mut warned)?,
                Turn::HandIn(by) => return self.hand_in(sitting, by),
                Turn::Leave(exit) => {
                    self.leave_exam(&sitting)?;
                    return Ok(exit);
                }
            }
        }
    }

    fn obey_in_exam(&mut self, sitting: &mut Sitting, command: Command) -> io::Result<Turn> {
        let now = self.ledger.now().timestamp;
        let count = sitting.entries().len();
        Ok(match command {
            Command::Skip => {
                let facts = sitting.answer(None, self.language, now);
                self.record_all(facts)?;
                self.console.say(self.exam_words().taken_back)?;
                self.next_exam_question(sitting)?
            }
            Command::Flag => {
                let facts = sitting.flag(now);
                self.record_all(facts)?;
                let words = self.exam_words();
                let flagged = sitting.state(sitting.position()).is_flagged;
                self.console.say(if flagged { words.flag_set } else { words.flag_removed })?;
                Turn::Listen
            }
            Command::Go(number) if (1..=count).contains(&number) => {
                sitting.go(number - 1, now);
                Turn::Ask
            }
            Command::Go(_) => {
                self.console.say(&fill(self.exam_words().go_where, &[("highest", count.to_string())]))?;
                Turn::Listen
            }
            Command::Overview => {
                self.say_overview(sitting)?;
                Turn::Listen
            }
            Command::Time => {
                let time = wording::time_left(sitting.countdown(), now, self.language);
                self.console.say(&format!("{time}."))?;
                Turn::Listen
            }
            Command::HandIn => self.confirm_hand_in(sitting)?,
            Command::Language => Turn::Ask,
            Command::Back => Turn::Leave(Exit::Back),
            Command::Menu => Turn::Leave(Exit::Menu),
            Command::Quit => Turn::Leave(Exit::Quit),
            command => {
                self.not_here(command)?;
                Turn::Listen
            }
        })
    }

    fn take_exam_answer(&mut self, sitting: &mut Sitting, line: &str) -> io::Result<Turn> {
        let Some(entry) = sitting.current() else { return Ok(Turn::Listen) };
        let response = match parse(entry, line) {
            Ok(response) => response,
            Err(misread) => {
                let example = fill(self.words().for_example, &[("example", example(entry, self.language))]);
                self.console.say(&format!("{} {example}", misread.message(self.language)))?;
                return Ok(Turn::Listen);
            }
        };
        let now = self.ledger.now().timestamp;
        let facts = sitting.answer(Some(&response), self.language, now);
        self.record_all(facts)?;
        self.console.say_heading(self.exam_words().noted)?;
        self.next_exam_question(sitting)
    }

    fn next_exam_question(&mut self, sitting: &mut Sitting) -> io::Result<Turn> {
        let next = sitting.position() + 1;
        if next == sitting.entries().len() {
            self.console.say(self.exam_words().at_the_end)?;
            return Ok(Turn::Listen);
        }
        sitting.go(next, self.ledger.now().timestamp);
        Ok(Turn::Ask)
    }

    /// Asks once more: after this nothing can be changed.
    fn confirm_hand_in(&mut self, sitting: &Sitting) -> io::Result<Turn> {
        let (words, now) = (self.exam_words(), self.ledger.now().timestamp);
        self.console.say(&wording::counts(sitting.counts(), self.language))?;
        let time = wording::time_left(sitting.countdown(), now, self.language);
        self.console.say(&fill(words.hand_in_time, &[("time", time)]))?;
        self.console.say(words.hand_in_final)?;
        self.console.say(words.hand_in_confirm)?;
        match self.listen(|words| words.help_exam)? {
            Typed::Command(Command::HandIn) => Ok(Turn::HandIn(HandedInBy::Learner)),
            Typed::End => Ok(Turn::Leave(Exit::Quit)),
            Typed::Command(Command::Quit) => Ok(Turn::Leave(Exit::Quit)),
            _ => Ok(Turn::Ask),
        }
    }

    fn hand_in(&mut self, mut sitting: Sitting, by: HandedInBy) -> io::Result<Exit> {
        let now = self.ledger.now();
        // An exam that ran out while the confirmation was on its way belongs to the clock.
        let by = if sitting.countdown().is_over(now.timestamp) { HandedInBy::Clock } else { by };
        let last = sitting.response(sitting.position());
        let facts = sitting.hand_in(last.as_ref(), by, self.language, now);
        self.record_all(facts)?;
        self.exam_result(&sitting)
    }

    fn leave_exam(&mut self, sitting: &Sitting) -> io::Result<()> {
        let now = self.ledger.now().timestamp;
        self.record_all(sitting.clock_fact(now).into_iter().collect())?;
        let behind = wording::left_behind(sitting.run(), sitting.countdown(), now, self.language);
        self.console.say_heading(&format!("{behind}."))
    }

    fn record_all(&mut self, facts: Vec<What>) -> io::Result<()> {
        facts.into_iter().try_for_each(|fact| self.record(fact).map(drop))
    }

    fn warn(&mut self, sitting: &Sitting, warned: &mut Option<Warning>) -> io::Result<()> {
        let warning = sitting.countdown().warning(self.ledger.now().timestamp);
        if let Some(warning) = warning.filter(|_| warning > *warned) {
            self.console.say_heading(&format!("{}.", wording::warning(warning, self.language)))?;
        }
        *warned = warning;
        Ok(())
    }

    fn say_exam_question(&mut self, sitting: &Sitting) -> io::Result<()> {
        let (place, words) = (sitting.position(), self.exam_words());
        let Some(entry) = sitting.current() else { return Ok(()) };
        let details = [("number", (place + 1).to_string()), ("all", sitting.entries().len().to_string())];
        let mut heading = fill(self.words().question_number, &details);
        if sitting.state(place).is_flagged {
            heading = format!("{heading}, {}", words.state_flagged);
        }
        self.console.say_heading(&heading)?;
        self.say_posed(entry, &entry.question.section.chapter())?;
        let task = self.task(entry);
        self.console.say(&task)?;
        if let Some(response) = sitting.response(place) {
            self.say_mark(entry, &response)?;
        }
        self.console.say(words.prompt_answer)
    }

    fn say_mark(&mut self, entry: &Entry, response: &Response) -> io::Result<()> {
        let answer = as_typed(entry, response, self.language);
        self.console.say(&fill(self.exam_words().your_mark, &[("answer", answer)]))
    }

    fn say_overview(&mut self, sitting: &Sitting) -> io::Result<()> {
        let words = self.exam_words();
        for place in 0..sitting.entries().len() {
            let state = sitting.state(place);
            let answered = match state {
                State { is_incomplete: true, .. } => words.legend_incomplete,
                State { is_answered: true, .. } => words.state_answered,
                State { .. } => words.state_open,
            };
            let told =
                if state.is_flagged { format!("{answered}, {}", words.state_flagged) } else { answered.to_string() };
            self.console.say(&fill(words.overview_line, &[("number", (place + 1).to_string()), ("state", told)]))?;
        }
        self.console.say("")?;
        self.console.say(words.prompt_answer)
    }
}
