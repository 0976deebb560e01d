//! The quiz of a chapter: a run from its first question to its result, and once more through what was missed.
//!
//! It must not ask or judge by itself: a question does. The run is the domain's, so that it can be taken up again here
//! or on the screen.

use super::answer::number;
use super::console::{Command, Typed};
use super::question::{Manner, Step};
use super::session::{Exit, Session};
use crate::domain::event::What;
use crate::domain::id::{ChapterId, QuestionId, SectionId};
use crate::domain::progress::{Run, RunAnswer};
use crate::domain::question::Question;
use crate::domain::quiz::Quiz;
use crate::text::words::fill;
use crate::text::words::plain::PlainWords;
use std::collections::HashMap;
use std::io;
use uuid::Uuid;

/// A run with what it takes to go back by one answer.
struct Round {
    quiz: Quiz,
    /// The run as the journal has it.
    run: Run,
    /// The answers of this session, oldest first.
    given: Vec<(QuestionId, Uuid)>,
}

/// How a quiz begins.
enum Beginning {
    Resumed(Box<Round>),
    Anew,
    Leave(Exit),
}

/// What was taken from an offer of two.
enum Taken {
    First,
    Second,
    TakeBack,
    Leave(Exit),
}

impl Session<'_> {
    /// Asks the questions of a chapter.
    pub fn quiz(&mut self, chapter: &ChapterId) -> io::Result<Exit> {
        let questions = self.course.questions(chapter.as_str());
        if questions.is_empty() {
            self.console.say_heading(self.common().no_questions)?;
            return Ok(Exit::Back);
        }
        // From now on the last answer is one of the run.
        self.last_answer = None;
        let mut round = match self.beginning(chapter, &questions)? {
            Beginning::Resumed(round) => *round,
            Beginning::Anew => self.begin(chapter, questions)?,
            Beginning::Leave(exit) => return Ok(exit),
        };
        loop {
            if let Some(exit) = self.play(&mut round)? {
                return Ok(exit);
            }
            self.say_result(&round)?;
            match self.what_next(&round)? {
                Taken::First => round = self.begin(chapter, round.quiz.missed())?,
                Taken::Second => return Ok(Exit::Back),
                Taken::TakeBack => self.take_back(&mut round)?,
                Taken::Leave(exit) => return Ok(exit),
            }
        }
    }

    fn begin(&mut self, chapter: &ChapterId, questions: Vec<Question>) -> io::Result<Round> {
        let (seed, id) = (self.ledger.seed(), self.ledger.id());
        let ids = questions.iter().map(|question| question.id.clone()).collect();
        let quiz = Quiz::start(chapter.clone(), questions, seed, id);
        self.record(quiz.started())?;
        Ok(Round { quiz, run: Run { id, seed, questions: ids, answers: HashMap::new() }, given: Vec::new() })
    }

    /// Offers to go on with the run that was left open, if there is one.
    fn beginning(&mut self, chapter: &ChapterId, questions: &[Question]) -> io::Result<Beginning> {
        let Some(run) = self.ledger.progress.open_run(chapter.as_str()).cloned() else { return Ok(Beginning::Anew) };
        let quiz = Quiz::resume(chapter.clone(), questions.to_vec(), &run);
        if quiz.is_finished() {
            return Ok(Beginning::Anew);
        }
        let result = quiz.result();
        let round = Round { run, given: Vec::new(), quiz };
        if result.answered == 0 {
            return Ok(Beginning::Resumed(Box::new(round)));
        }
        let details = [("number", (round.quiz.position() + 1).to_string()), ("all", result.questions.to_string())];
        loop {
            match self.offer(|words| [fill(words.go_on_with, &details), words.begin_anew.to_string()])? {
                Taken::First => return Ok(Beginning::Resumed(Box::new(round))),
                Taken::Second => return Ok(Beginning::Anew),
                Taken::TakeBack => self.console.say(self.words().nothing_to_undo)?,
                Taken::Leave(exit) => return Ok(Beginning::Leave(exit)),
            }
        }
    }

    /// Asks until every question has an answer; `Some` if the learner left before.
    fn play(&mut self, round: &mut Round) -> io::Result<Option<Exit>> {
        while !round.quiz.is_finished() {
            let manner = Manner::Numbered { number: round.quiz.position() + 1, all: round.quiz.entries().len() };
            match self.ask(&mut round.quiz, manner)? {
                Step::Answered { event } => round.note(event),
                Step::Passed => {
                    round.quiz.advance();
                }
                Step::TakeBack => self.take_back(round)?,
                Step::Leave(exit) => return Ok(Some(exit)),
            }
        }
        Ok(None)
    }

    fn take_back(&mut self, round: &mut Round) -> io::Result<()> {
        let Some((question, event)) = round.given.pop() else {
            return self.console.say_heading(self.words().nothing_to_undo);
        };
        self.record(What::Undone { event })?;
        round.reopen(&question);
        self.console.say_heading(self.words().taken_back)
    }

    fn say_result(&mut self, round: &Round) -> io::Result<()> {
        let result = round.quiz.result();
        self.console.say_heading(self.common().result)?;
        let details = [("right", result.right.to_string()), ("all", result.questions.to_string())];
        self.console.say(&format!("{}.", fill(self.common().right_of, &details)))?;
        if result.partly > 0 {
            self.console.say(&fill(self.words().partly_right, &[("count", result.partly.to_string())]))?;
        }
        let mut sections: Vec<SectionId> = Vec::new();
        for question in round.quiz.missed() {
            if !sections.contains(&question.section) {
                sections.push(question.section);
            }
        }
        self.console.say("")?;
        if sections.is_empty() {
            return Ok(());
        }
        self.console.say(&format!("{}:", self.common().read_again))?;
        for section in &sections {
            self.console.say(&format!("- {}", self.section_title(section)))?;
        }
        self.console.say("")
    }

    /// Whether to repeat what was not right. Nobody is asked when everything was.
    fn what_next(&mut self, round: &Round) -> io::Result<Taken> {
        let missed = round.quiz.missed().len();
        if missed == 0 {
            return Ok(Taken::Leave(Exit::Back));
        }
        let details = [("count", missed.to_string())];
        self.offer(|words| [fill(words.repeat_missed, &details), words.enough.to_string()])
    }

    /// A small menu of two.
    fn offer(&mut self, choices: impl Fn(&PlainWords) -> [String; 2]) -> io::Result<Taken> {
        self.say_offer(&choices)?;
        loop {
            match self.listen(|words| words.help_offer)? {
                Typed::Line(line) => match number(&line) {
                    Some(1) => return Ok(Taken::First),
                    Some(2) => return Ok(Taken::Second),
                    _ => self.console.say(self.words().prompt_offer)?,
                },
                Typed::Command(Command::Undo) => return Ok(Taken::TakeBack),
                Typed::Command(Command::Back) => return Ok(Taken::Leave(Exit::Back)),
                Typed::Command(Command::Menu) => return Ok(Taken::Leave(Exit::Menu)),
                Typed::Command(Command::Quit) | Typed::End => return Ok(Taken::Leave(Exit::Quit)),
                Typed::Command(Command::Language) => self.say_offer(&choices)?,
                Typed::Command(command) => self.not_here(command)?,
                Typed::Unknown(_) => {}
            }
        }
    }

    fn say_offer(&mut self, choices: &impl Fn(&PlainWords) -> [String; 2]) -> io::Result<()> {
        for (place, choice) in choices(self.words()).iter().enumerate() {
            self.console.say(&format!("{}. {choice}", place + 1))?;
        }
        self.console.say(self.words().prompt_offer)
    }
}

impl Round {
    fn note(&mut self, event: Uuid) {
        if let Some(entry) = self.quiz.current()
            && let Some(outcome) = &entry.outcome
        {
            let id = entry.question.id.clone();
            let answer = RunAnswer { response: outcome.response.record(), hints: entry.hints as u32 };
            self.run.answers.insert(id.clone(), answer);
            self.given.push((id, event));
        }
        self.quiz.advance();
    }

    /// Makes an answered question the current one again, with its hints and no answer.
    fn reopen(&mut self, question: &QuestionId) {
        let hints = self.run.answers.remove(question).map_or(0, |answer| answer.hints);
        let questions: Vec<Question> = self.quiz.entries().iter().map(|entry| entry.question.clone()).collect();
        self.quiz = Quiz::resume(self.quiz.chapter.clone(), questions, &self.run);
        for _ in 0..self.quiz.entries().len() {
            if self.quiz.current().is_some_and(|entry| entry.question.id == *question) {
                break;
            }
            self.quiz.advance();
        }
        for _ in 0..hints {
            self.quiz.reveal_hint();
        }
    }
}
