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
use crate::domain::question::Question;
use crate::domain::quiz::Quiz;
use crate::text::words::fill;
use crate::text::words::plain::PlainWords;
use std::io;
use uuid::Uuid;

/// A run with what it takes to go back by one answer.
pub struct Round {
    pub quiz: Quiz,
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
pub enum Taken {
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
        let quiz = Quiz::start(chapter.clone(), questions, self.shuffle(), self.ledger.id());
        if let Some(started) = quiz.started() {
            self.record(started)?;
        }
        Ok(Round::new(quiz))
    }

    /// Offers to go on with the run that was left open, if there is one.
    fn beginning(&mut self, chapter: &ChapterId, questions: &[Question]) -> io::Result<Beginning> {
        let Some(run) = self.ledger.progress.quizzes().open(chapter.as_str()).cloned() else {
            return Ok(Beginning::Anew);
        };
        let quiz = Quiz::resume(chapter.clone(), questions.to_vec(), &run, self.settings.options);
        if quiz.is_finished() {
            return Ok(Beginning::Anew);
        }
        let result = quiz.result();
        let round = Round::new(quiz);
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
    pub fn play(&mut self, round: &mut Round) -> io::Result<Option<Exit>> {
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

    pub fn take_back(&mut self, round: &mut Round) -> io::Result<()> {
        let Some((question, event)) = round.given.pop() else {
            return self.console.say_heading(self.words().nothing_to_undo);
        };
        self.record(What::Undone { event })?;
        self.judged = None;
        round.quiz.reopen(&question);
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
        self.say_sections_of(&round.quiz.missed())
    }

    /// Says where questions are taught, each section once.
    pub fn say_sections_of(&mut self, questions: &[Question]) -> io::Result<()> {
        let mut sections: Vec<&SectionId> = Vec::new();
        for question in questions {
            if !sections.contains(&&question.section) {
                sections.push(&question.section);
            }
        }
        self.console.say("")?;
        if sections.is_empty() {
            return Ok(());
        }
        self.console.say(&format!("{}:", self.common().read_again))?;
        for section in sections {
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
    pub fn offer(&mut self, choices: impl Fn(&PlainWords) -> [String; 2]) -> io::Result<Taken> {
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
    pub fn new(quiz: Quiz) -> Round {
        Round { quiz, given: Vec::new() }
    }

    fn note(&mut self, event: Uuid) {
        if let Some(entry) = self.quiz.current() {
            self.given.push((entry.question.id.clone(), event));
        }
        self.quiz.advance();
    }
}
