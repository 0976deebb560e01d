//! The mock exams in plain mode: which there are, what one is like before its clock starts, and what ran out of time.
//!
//! It must not ask a question: the exam itself does.

use super::answer::number;
use super::console::{Command, Typed};
use super::session::{Exit, Session};
use crate::domain::event::{ExamStarted, HandedInBy};
use crate::domain::mock_exam::{Blueprint, Sitting, points, wording};
use crate::text::calendar;
use crate::text::words::exam::ExamWords;
use crate::text::words::fill;
use std::io;
use uuid::Uuid;

/// What a number of the list opens.
enum Offer {
    GoOn,
    Begin(Blueprint),
    Result(Uuid),
}

impl Session<'_> {
    pub fn exam_words(&self) -> &'static ExamWords {
        ExamWords::of(self.language)
    }

    /// What a command asks for: the exam that is open, else the one that was named, else all to choose from.
    pub fn exams(&mut self, named: Option<&str>) -> io::Result<Exit> {
        if self.ledger.progress.exams().open().is_some() {
            return self.go_on_with_exam();
        }
        match named.and_then(|id| Blueprint::find(id, &self.course.outline)) {
            Some(blueprint) => self.begin_exam(&blueprint),
            None => self.choose_exam(),
        }
    }

    /// Hands in every exam whose time ran out while nobody was here.
    pub fn hand_in_overdue(&mut self) -> io::Result<()> {
        let now = self.ledger.now().timestamp;
        let overdue = self.ledger.progress.exams().overdue(now);
        let overdue: Vec<_> =
            overdue.map(|run| (run.hand_in(HandedInBy::Clock), wording::ran_out(run, self.language))).collect();
        for (fact, sentence) in overdue {
            self.record(fact)?;
            self.console.say_heading(&format!("{sentence}."))?;
        }
        Ok(())
    }

    pub fn go_on_with_exam(&mut self) -> io::Result<Exit> {
        let now = self.ledger.now().timestamp;
        let Some(run) = self.ledger.progress.exams().open() else { return Ok(Exit::Back) };
        let questions = self.course.questions_of(&run.started.questions);
        let sitting = Sitting::resume(run, questions, self.settings.options, now);
        self.sit(sitting)
    }

    /// All exams, to begin, go on with or look at.
    pub fn choose_exam(&mut self) -> io::Result<Exit> {
        loop {
            self.hand_in_overdue()?;
            let offers = self.say_offers()?;
            if offers.is_empty() {
                self.console.say_heading(&format!("{}.", self.exam_words().no_exams))?;
                return Ok(Exit::Back);
            }
            let exit = match self.listen(|words| words.help_exams)? {
                Typed::Line(line) if line.is_empty() => return Ok(Exit::Back),
                Typed::Line(line) => match number(&line).and_then(|number| offers.get(number.checked_sub(1)?)) {
                    Some(Offer::GoOn) => self.go_on_with_exam()?,
                    Some(Offer::Begin(_)) if self.ledger.progress.exams().open().is_some() => {
                        self.console.say_heading(&format!("{}.", self.exam_words().one_open))?;
                        continue;
                    }
                    Some(Offer::Begin(blueprint)) => self.begin_exam(blueprint)?,
                    Some(Offer::Result(run)) => self.past_exam(*run)?,
                    None => {
                        let details = [("highest", offers.len().to_string())];
                        self.console.say(&fill(self.exam_words().no_such_number, &details))?;
                        continue;
                    }
                },
                Typed::Command(Command::Back) => return Ok(Exit::Back),
                Typed::Command(Command::Menu) => return Ok(Exit::Menu),
                Typed::Command(Command::Quit) | Typed::End => return Ok(Exit::Quit),
                Typed::Command(Command::Language) | Typed::Unknown(_) => continue,
                Typed::Command(command) => {
                    self.not_here(command)?;
                    continue;
                }
            };
            if exit != Exit::Back {
                return Ok(exit);
            }
        }
    }

    fn say_offers(&mut self) -> io::Result<Vec<Offer>> {
        let (words, language, outline) = (self.exam_words(), self.language, &self.course.outline);
        let now = self.ledger.now().timestamp;
        let mut offers = Vec::new();
        let mut lines = Vec::new();
        if let Some(run) = self.ledger.progress.exams().open() {
            let exam = wording::exam_name(&run.started.exam, outline, language);
            let go_on = fill(words.menu_go_on, &[("exam", exam)]);
            lines.push(format!("{go_on}, {}", wording::progress(run, now, language)));
            offers.push(Offer::GoOn);
        }
        for blueprint in Blueprint::all(outline) {
            let name = wording::exam_name(&blueprint.id, outline, language);
            lines.push(format!("{}: {name}: {}", words.new_exam, wording::length(&blueprint, language)));
            offers.push(Offer::Begin(blueprint));
        }
        for (run, end) in self.ledger.progress.exams().finished().rev() {
            let name = wording::exam_name(&run.started.exam, outline, language);
            let day = calendar::day_of_year(end.at.date(), language);
            let reached = wording::reached(points(end.score), language);
            lines.push(format!("{}: {day}: {name}: {reached}", words.handed_in_before));
            offers.push(Offer::Result(run.id()));
        }
        self.console.say_heading(words.choose_exam)?;
        for (place, line) in lines.iter().enumerate() {
            self.console.say(&format!("{}. {line}", place + 1))?;
        }
        self.console.say("")?;
        self.console.say(words.prompt_exams)?;
        Ok(offers)
    }

    /// Says what an exam is like, and begins it when that is wanted.
    fn begin_exam(&mut self, blueprint: &Blueprint) -> io::Result<Exit> {
        self.say_brief(blueprint)?;
        loop {
            match self.listen(|words| words.help_exams)? {
                Typed::Line(line) if number(&line) == Some(1) => break,
                Typed::Line(line) if line.is_empty() => return Ok(Exit::Back),
                Typed::Command(Command::Back) => return Ok(Exit::Back),
                Typed::Command(Command::Menu) => return Ok(Exit::Menu),
                Typed::Command(Command::Quit) | Typed::End => return Ok(Exit::Quit),
                Typed::Command(Command::Language) => self.say_brief(blueprint)?,
                Typed::Command(command) => self.not_here(command)?,
                Typed::Line(_) => self.console.say(self.exam_words().prompt_begin)?,
                Typed::Unknown(_) => {}
            }
        }
        let seed = self.ledger.seed();
        let drawn = blueprint.draw(self.ledger.progress.exams(), seed);
        let questions = self.course.questions_of(&drawn);
        let started = ExamStarted {
            exam: blueprint.id.clone(),
            run: self.ledger.id(),
            seed,
            minutes: blueprint.minutes(),
            clock: self.settings.exam_clock,
            questions: drawn,
        };
        let (sitting, fact) = Sitting::start(started, questions, self.settings.options, self.ledger.now());
        self.record(fact)?;
        self.sit(sitting)
    }

    fn say_brief(&mut self, blueprint: &Blueprint) -> io::Result<()> {
        let language = self.language;
        self.console.say_heading(&wording::exam_name(&blueprint.id, &self.course.outline, language))?;
        self.console.say(&format!("{}.", wording::length(blueprint, language)))?;
        for (name, number) in wording::fields(blueprint, language) {
            self.console.say(&format!("- {name}: {number}"))?;
        }
        for rule in wording::rules(blueprint, self.settings.exam_clock, language) {
            self.console.say(rule)?;
        }
        self.console.say("")?;
        self.console.say(self.exam_words().begin_question)
    }
}
