//! A run through the questions of a chapter: asked, answered, explained.
//!
//! It must not save: every answer goes out as a request the moment it is given.

use super::chapter::elapsed;
use crate::domain::event::What;
use crate::domain::id::{ChapterId, QuestionId};
use crate::domain::memory::Answer;
use crate::domain::question::Question;
use crate::domain::quiz::Quiz;
use crate::domain::response::Response;
use crate::domain::verdict::Grade;
use crate::text::words::fill;
use crate::tui::action::Action;
use crate::tui::canvas::Canvas;
use crate::tui::keymap::Context;
use crate::tui::look::row_text;
use crate::tui::question::{self, Draft, Setting, View, report_text};
use crate::tui::screen::{Header, Request, Route, World, measure};
use crate::tui::signs::Signs;
use jiff::Timestamp;

#[derive(Debug)]
pub struct QuizScreen {
    quiz: Quiz,
    draft: Draft,
    asked_at: Timestamp,
    /// When the question on the screen was answered: the time of its event.
    answered_at: Timestamp,
    view: View,
    /// First row of the window.
    top: usize,
    left: usize,
    height: usize,
}

impl QuizScreen {
    /// The quiz of a chapter: goes on with the run that is open, or begins one.
    ///
    /// # Errors
    /// The sentence to show when the chapter has no questions.
    pub fn start(chapter: &ChapterId, world: &World<'_>) -> Result<(QuizScreen, Vec<Request>), String> {
        let questions = world.course.questions(chapter.as_str());
        if let Some(run) = world.progress.open_run(chapter.as_str()) {
            let quiz = Quiz::resume(chapter.clone(), questions.clone(), run, world.settings.options);
            if !quiz.entries().is_empty() && !quiz.is_finished() {
                let number = (quiz.position() + 1).to_string();
                let notice = fill(world.words.going_on_with, &[("number", number)]);
                return Ok((QuizScreen::new(quiz, world), vec![Request::Notice(notice)]));
            }
        }
        QuizScreen::begin(chapter, questions, world)
    }

    /// One question alone.
    ///
    /// # Errors
    /// The sentence to show when there is no such question.
    pub fn one(id: &QuestionId, world: &World<'_>) -> Result<(QuizScreen, Vec<Request>), String> {
        let found = world.course.question(id.as_str()).zip(world.course.outline.chapter_of_question(id.as_str()));
        match found {
            // Not a run: the chapter's own run stays open.
            Some((question, chapter)) => {
                let quiz = Quiz::alone(chapter.id.clone(), question, world.shuffle());
                Ok((QuizScreen::new(quiz, world), Vec::new()))
            }
            None => Err(format!("{}: {id}", world.words.no_such_question)),
        }
    }

    /// Another run over some questions of a chapter.
    ///
    /// # Errors
    /// The sentence to show when none of them is left.
    pub fn repeat(
        chapter: &ChapterId,
        ids: &[QuestionId],
        world: &World<'_>,
    ) -> Result<(QuizScreen, Vec<Request>), String> {
        let questions = world.course.questions(chapter.as_str()).into_iter();
        QuizScreen::begin(chapter, questions.filter(|question| ids.contains(&question.id)).collect(), world)
    }

    fn begin(
        chapter: &ChapterId,
        questions: Vec<Question>,
        world: &World<'_>,
    ) -> Result<(QuizScreen, Vec<Request>), String> {
        if questions.is_empty() {
            return Err(world.words.no_questions.to_string());
        }
        let quiz = Quiz::start(chapter.clone(), questions, world.shuffle(), world.fresh);
        let started = quiz.started().map(Request::Record).into_iter().collect();
        Ok((QuizScreen::new(quiz, world), started))
    }

    fn new(quiz: Quiz, world: &World<'_>) -> QuizScreen {
        let draft = quiz.current().map_or(Draft::Boolean { marked: None }, Draft::new);
        let now = world.now.timestamp;
        QuizScreen { quiz, draft, asked_at: now, answered_at: now, view: View::default(), top: 0, left: 0, height: 0 }
    }

    pub fn context(&self) -> Context {
        if self.is_judged() { Context::Verdict } else { self.draft.context() }
    }

    pub fn arrange(&mut self, world: &World<'_>) {
        let (left, width) = measure(world.width);
        self.left = left;
        self.height = world.height;
        let setting = Setting { width, language: world.language, words: world.words, borders: world.settings.borders };
        let Some(entry) = self.quiz.current() else {
            return;
        };
        self.view = match &entry.outcome {
            Some(outcome) => question::judged(entry, outcome, &section_name(&entry.question, world), &setting),
            None => question::asked(entry, &self.draft, &setting),
        };
        self.clamp();
    }

    pub fn update(&mut self, action: &Action, world: &World<'_>) -> Vec<Request> {
        match action {
            Action::Back => return vec![Request::Back],
            Action::Report => return self.report(world),
            Action::PageDown => {
                self.scroll(self.height.saturating_sub(2).max(1) as isize);
                return Vec::new();
            }
            Action::PageUp => {
                self.scroll(-(self.height.saturating_sub(2).max(1) as isize));
                return Vec::new();
            }
            _ => {}
        }
        let requests =
            if self.is_judged() { self.after_verdict(action, world) } else { self.before_verdict(action, world) };
        self.arrange(world);
        requests
    }

    fn before_verdict(&mut self, action: &Action, world: &World<'_>) -> Vec<Request> {
        let response = match action {
            Action::Hint => {
                let revealed = self.quiz.reveal_hint();
                self.arrange(world);
                self.scroll(isize::MAX);
                return if revealed {
                    Vec::new()
                } else {
                    vec![Request::Notice(world.words.no_more_hints.to_string())]
                };
            }
            Action::DontKnow => Some(Response::Unknown),
            Action::Enter => self.draft.response(),
            action => {
                if self.draft.update(action) {
                    self.arrange(world);
                    self.show_focus();
                } else {
                    self.scroll_by(action);
                }
                return Vec::new();
            }
        };
        let Some(response) = response else {
            return vec![Request::Notice(world.words.answer_first.to_string())];
        };
        let milliseconds = elapsed(self.asked_at, world.now.timestamp);
        let answered = self.quiz.answer(response, milliseconds, world.language);
        self.answered_at = world.now.timestamp;
        self.arrange(world);
        self.top = 0;
        self.show_focus();
        answered.map(|answered| Request::Record(What::Answered(answered))).into_iter().collect()
    }

    fn after_verdict(&mut self, action: &Action, world: &World<'_>) -> Vec<Request> {
        match action {
            Action::Enter if self.quiz.advance() => {
                self.ask(world);
                Vec::new()
            }
            Action::Undo => self.take_back(world),
            Action::Enter => vec![Request::Replace(Route::Result(Box::new(self.quiz.clone())))],
            Action::OpenSection => {
                let section = self.quiz.current().map(|entry| entry.question.section.clone());
                section.map(|section| Request::Open(Route::Section(section))).into_iter().collect()
            }
            action => {
                self.scroll_by(action);
                Vec::new()
            }
        }
    }

    /// Shows the current question with nothing answered yet.
    fn ask(&mut self, world: &World<'_>) {
        if let Some(entry) = self.quiz.current() {
            self.draft = Draft::new(entry);
        }
        self.asked_at = world.now.timestamp;
        self.top = 0;
    }

    /// Takes the answer on the screen back and asks its question again.
    fn take_back(&mut self, world: &World<'_>) -> Vec<Request> {
        let Some(event) = self.saved_answer(world).map(|answer| answer.event) else {
            return vec![Request::Notice(world.words.answer_not_saved_yet.to_string())];
        };
        let question = self.quiz.current().map(|entry| entry.question.id.clone());
        if question.is_some_and(|question| self.quiz.reopen(&question)) {
            self.ask(world);
        }
        vec![Request::Record(What::Undone { event }), Request::Notice(world.words.answer_taken_back.to_string())]
    }

    /// The answer on the screen as the journal has it; `None` while it is not on disk.
    fn saved_answer<'w>(&self, world: &World<'w>) -> Option<&'w Answer> {
        let id = &self.quiz.current()?.question.id;
        world.progress.answers(id.as_str()).iter().rev().find(|answer| answer.at.timestamp == self.answered_at)
    }

    pub fn header(&self, world: &World<'_>) -> Header {
        let title = world
            .course
            .outline
            .chapter(self.quiz.chapter().as_str())
            .map_or("", |chapter| chapter.title.text(world.language));
        let count = self.quiz.entries().len();
        let numbers = [("number", (self.quiz.position() + 1).to_string()), ("all", count.to_string())];
        let right = if count <= 12 { self.strip(Signs::of(world.settings.borders)) } else { String::new() };
        Header { path: vec![title.to_string(), fill(world.words.question_of, &numbers)], right }
    }

    pub fn draw(&self, canvas: &mut Canvas<'_>) {
        for (line, row) in self.view.rows.iter().skip(self.top).take(self.height).enumerate() {
            canvas.put(line, self.left, row);
        }
        if let Some((row, column)) = self.view.cursor
            && let Some(line) = row.checked_sub(self.top)
        {
            canvas.set_cursor(line, self.left + column);
        }
    }

    /// Everything that the question shows now.
    pub fn text(&self) -> String {
        self.view.rows.iter().map(|row| row_text(row) + " ").collect()
    }

    /// A sign for each question: right, wrong, partly, the present one, still to come.
    fn strip(&self, signs: &Signs) -> String {
        let sign = |(place, entry): (usize, &crate::domain::quiz::Entry)| match entry
            .outcome
            .as_ref()
            .map(|outcome| outcome.verdict.grade())
        {
            Some(Grade::Right) => signs.right,
            Some(Grade::Partly) => signs.partly,
            Some(Grade::Wrong) => signs.wrong,
            None if place == self.quiz.position() => signs.cursor,
            None => signs.dot,
        };
        self.quiz.entries().iter().enumerate().map(sign).collect::<Vec<_>>().join(" ")
    }

    fn is_judged(&self) -> bool {
        self.quiz.current().is_some_and(|entry| entry.outcome.is_some())
    }

    fn report(&self, world: &World<'_>) -> Vec<Request> {
        let Some(entry) = self.quiz.current() else {
            return Vec::new();
        };
        let text = report_text(&entry.question, world.course, world.language);
        vec![Request::Copy { text, notice: report_notice(world) }]
    }

    fn scroll_by(&mut self, action: &Action) {
        match action {
            Action::Down => self.scroll(1),
            Action::Up => self.scroll(-1),
            Action::Top => self.scroll(isize::MIN),
            Action::Bottom => self.scroll(isize::MAX),
            _ => {}
        }
    }

    fn scroll(&mut self, lines: isize) {
        self.top = self.top.saturating_add_signed(lines);
        self.clamp();
    }

    fn clamp(&mut self) {
        self.top = self.top.min(self.view.rows.len().saturating_sub(self.height));
    }

    /// Moves the window so that the active row shows, with the rows around it.
    fn show_focus(&mut self) {
        let focus = self.view.focus;
        let margin = usize::from(self.height > 6) * 2;
        self.top = self.top.clamp(
            (focus + margin + 1).saturating_sub(self.height),
            focus.saturating_sub(margin).max((focus + margin + 1).saturating_sub(self.height)),
        );
        self.clamp();
    }
}

/// Where a question is taught, as people call it: `Amazon S3 › Durability`.
pub fn section_name(question: &Question, world: &World<'_>) -> String {
    match world.course.outline.section(&question.section) {
        Some((chapter, section)) => {
            format!("{} › {}", chapter.title.text(world.language), section.title.text(world.language))
        }
        None => question.section.to_string(),
    }
}

/// What to say after a report was copied.
pub fn report_notice(world: &World<'_>) -> String {
    match &world.course.outline.issues {
        Some(address) => fill(world.words.report_copied_for, &[("address", address.clone())]),
        None => world.words.report_copied.to_string(),
    }
}
