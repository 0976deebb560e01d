//! The session: the menu, and what every place of it shares.
//!
//! It must not know how a chapter or a quiz goes: those have their own files, and come back here with an [`Exit`].

use super::Open;
use super::answer::number;
use super::console::{Command, Console, Typed};
use super::ledger::{Ledger, Receipt, Saving};
use super::outside::SettingsKeeper;
use super::stats;
use crate::course::Course;
use crate::domain::day::Day;
use crate::domain::event::What;
use crate::domain::id::{ChapterId, QuestionId, SectionId};
use crate::domain::settings::Settings;
use crate::domain::shuffle::Shuffle;
use crate::domain::statistics::{ChapterStatistics, Statistics};
use crate::text::Language;
use crate::text::words::plain::PlainWords;
use crate::text::words::review::ReviewWords;
use crate::text::words::{Words, fill};
use std::io;
use uuid::Uuid;

pub struct Session<'a> {
    pub course: &'a Course,
    pub settings: Settings,
    pub keeper: &'a mut dyn SettingsKeeper,
    pub language: Language,
    pub console: Console<'a>,
    pub ledger: Ledger<'a>,
    /// The answer to a question asked on its own that `:undo` would take back.
    pub last_answer: Option<LastAnswer>,
    /// The answer of the newest verdict: what `:rate` and `:open` are about.
    pub judged: Option<LastAnswer>,
}

/// How a place was left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// To where one came from.
    Back,
    Menu,
    /// `:quit` or the end of the input.
    Quit,
}

/// An answer that was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastAnswer {
    pub chapter: ChapterId,
    pub question: QuestionId,
    pub event: Uuid,
}

/// What can be chosen from the menu.
enum Choice {
    Chapter(ChapterId),
    Continue(ChapterId),
    Review,
    Plan,
    Scenarios,
    Exams,
    Statistics,
    Settings,
}

impl<'a> Session<'a> {
    pub fn new(
        course: &'a Course,
        settings: Settings,
        keeper: &'a mut dyn SettingsKeeper,
        language: Language,
        console: Console<'a>,
        ledger: Ledger<'a>,
    ) -> Self {
        Session { course, settings, keeper, language, console, ledger, last_answer: None, judged: None }
    }

    /// Opens what was asked for, then the menu, until the learner leaves.
    pub fn run(&mut self, open: Open) -> io::Result<()> {
        self.hand_in_overdue()?;
        let exit = match open {
            Open::Home => Exit::Menu,
            Open::Chapter(chapter) => self.read(&chapter)?,
            Open::Quiz(chapter, None) => self.quiz(&chapter)?,
            Open::Review => self.review()?,
            Open::Scenarios => self.scenarios()?,
            Open::Scenario(id) => self.scenario(&id)?,
            Open::Quiz(chapter, Some(question)) => self.ask_alone(&chapter, question.as_str())?.exit(),
            Open::Exams(exam) => self.exams(exam.as_deref())?,
        };
        if exit != Exit::Quit {
            self.menu()?;
        }
        self.part()
    }

    pub fn words(&self) -> &'static PlainWords {
        PlainWords::of(self.language)
    }

    pub fn common(&self) -> &'static Words {
        Words::of(self.language)
    }

    /// How questions that are asked now are mixed.
    pub fn shuffle(&mut self) -> Shuffle {
        Shuffle::new(self.ledger.seed(), self.settings.options)
    }

    /// Waits for a line or a command. Help and commands that do not exist are dealt with here, and the language is
    /// changed: whoever asked says its text again.
    pub fn listen(&mut self, help: fn(&PlainWords) -> &'static str) -> io::Result<Typed> {
        loop {
            match self.console.listen()? {
                Typed::Command(Command::Help) => {
                    self.console.say(help(self.words()))?;
                    self.console.say_heading(self.words().help_everywhere)?;
                }
                Typed::Command(Command::Rate(rating)) => self.rate(rating)?,
                Typed::Command(Command::Open) => self.open_answer()?,
                Typed::Command(Command::Language) => {
                    self.language = self.language.other();
                    return Ok(Typed::Command(Command::Language));
                }
                Typed::Unknown(line) => self.console.say(&fill(self.words().no_such_command, &[("line", line)]))?,
                typed => return Ok(typed),
            }
        }
    }

    /// Says that a command means nothing here.
    pub fn not_here(&mut self, command: Command) -> io::Result<()> {
        let details = [("command", command.name().to_string())];
        self.console.say(&fill(self.words().not_here, &details))
    }

    /// Records what was read or begun; only a new cause of failure is worth a line.
    pub fn record(&mut self, what: What) -> io::Result<Receipt> {
        let receipt = self.ledger.record(what);
        if receipt.is_news && receipt.saving != Saving::Complete {
            self.say_saving(&receipt.saving)?;
        }
        Ok(receipt)
    }

    /// Says whether an answer is safe.
    pub fn say_saving(&mut self, saving: &Saving) -> io::Result<()> {
        match saving {
            Saving::Complete => self.console.say_heading(self.words().saved),
            Saving::Failed { reason } => {
                let sentence = fill(self.common().not_saved, &[("reason", reason.clone())]);
                self.console.say_heading(&format!("{sentence}. {}", self.words().kept_for_later))
            }
        }
    }

    /// A section as people call it: the titles of chapter and section.
    pub fn section_title(&self, section: &SectionId) -> String {
        let found = self.course.outline.section(section);
        found.map_or_else(String::new, |(chapter, section)| {
            format!("{}, {}", chapter.title.text(self.language), section.title.text(self.language))
        })
    }

    fn menu(&mut self) -> io::Result<()> {
        loop {
            let choices = self.say_menu()?;
            loop {
                let exit = match self.listen(|words| words.help_menu)? {
                    Typed::Line(line) => match chosen(&choices, &line) {
                        Some(Choice::Chapter(id) | Choice::Continue(id)) => self.read(id)?,
                        Some(Choice::Review) => self.review()?,
                        Some(Choice::Plan) => self.say_plan()?,
                        Some(Choice::Scenarios) => self.scenarios()?,
                        Some(Choice::Exams) => self.choose_exam()?,
                        Some(Choice::Statistics) => self.say_statistics()?,
                        Some(Choice::Settings) => self.choose_setting()?,
                        None => {
                            let details = [("highest", choices.len().to_string())];
                            self.console.say(&fill(self.words().not_in_menu, &details))?;
                            continue;
                        }
                    },
                    Typed::Command(Command::Quit) | Typed::End => return Ok(()),
                    Typed::Command(Command::Undo) => self.undo_last_answer()?.exit(),
                    Typed::Command(Command::Language | Command::Menu | Command::Back) => Exit::Menu,
                    Typed::Command(command) => {
                        self.not_here(command)?;
                        continue;
                    }
                    Typed::Unknown(_) => continue,
                };
                match exit {
                    Exit::Quit => return Ok(()),
                    Exit::Back | Exit::Menu => break,
                }
            }
        }
    }

    fn say_menu(&mut self) -> io::Result<Vec<Choice>> {
        let (course, language, words) = (self.course, self.language, self.words());
        let mut choices = Vec::new();
        let today = Day::of(self.ledger.now(), self.ledger.progress.day_start());
        self.console.say_heading(course.outline.title.text(language))?;
        for part in &course.outline.parts {
            self.console.say_heading(part.title.text(language))?;
            for chapter in &part.chapters {
                choices.push(Choice::Chapter(chapter.id.clone()));
                let figures = ChapterStatistics::of(chapter, &self.ledger.progress, today);
                let standing = stats::standing(&figures, language);
                self.console.say(&format!("{}. {}: {standing}", choices.len(), chapter.title.text(language)))?;
            }
            self.console.say("")?;
        }
        if let Some((chapter, place)) = self.to_continue() {
            choices.push(Choice::Continue(chapter));
            self.console.say(&format!("{}. {place}", choices.len()))?;
        }
        choices.push(Choice::Review);
        let review = ReviewWords::of(language);
        let today = self.queue_in_words();
        self.console.say(&format!("{}. {}: {today}", choices.len(), review.title))?;
        if self.has_exam_ahead() {
            choices.push(Choice::Plan);
            self.console.say(&format!("{}. {}", choices.len(), review.plan))?;
        }
        if !course.outline.scenarios.is_empty() {
            choices.push(Choice::Scenarios);
            self.console.say(&format!("{}. {}", choices.len(), self.common().scenarios))?;
        }
        choices.push(Choice::Exams);
        self.console.say(&format!("{}. {}", choices.len(), self.exam_words().menu))?;
        choices.push(Choice::Statistics);
        self.console.say(&format!("{}. {}", choices.len(), words.statistics))?;
        choices.push(Choice::Settings);
        self.console.say(&format!("{}. {}", choices.len(), self.common().settings))?;
        self.console.say("")?;
        self.console.say(words.prompt_menu)?;
        Ok(choices)
    }

    /// The chapter to go on with, and how the menu names it.
    fn to_continue(&self) -> Option<(ChapterId, String)> {
        let (outline, progress) = (&self.course.outline, &self.ledger.progress);
        let unfinished = |section: &&SectionId| {
            outline
                .section(section)
                .is_some_and(|(chapter, _)| progress.sections_read(chapter) < chapter.sections.len())
        };
        let left = progress.latest_position().map(|position| &position.section).filter(unfinished);
        if let Some(section) = left {
            let place = self.section_title(section);
            return Some((section.chapter(), fill(self.words().continue_at, &[("place", place)])));
        }
        let next = progress.next_chapter(outline)?;
        let template = if progress.is_empty() { self.words().begin_with } else { self.words().continue_at };
        Some((next.id.clone(), fill(template, &[("place", next.title.text(self.language).to_string())])))
    }

    fn say_statistics(&mut self) -> io::Result<Exit> {
        let now = self.ledger.now();
        let statistics = Statistics::of(&self.course.outline, &self.ledger.progress, &self.settings, now);
        let lines = stats::lines(self.course, &statistics, self.language);
        self.console.say_all(&lines)?;
        self.console.say("")?;
        Ok(Exit::Menu)
    }

    /// The last try to save, and the last words.
    fn part(&mut self) -> io::Result<()> {
        self.ledger.retry();
        match self.ledger.saving() {
            Saving::Complete => self.console.say(self.words().goodbye)?,
            Saving::Failed { reason } => self.console.say(&fill(self.words().lost, &[("reason", reason)]))?,
        }
        self.console.flush()
    }
}

/// The entry with this number; Enter alone goes on where one was.
fn chosen<'c>(choices: &'c [Choice], line: &str) -> Option<&'c Choice> {
    if line.is_empty() {
        return choices.iter().find(|choice| matches!(choice, Choice::Continue(_)));
    }
    choices.get(number(line)?.checked_sub(1)?)
}
