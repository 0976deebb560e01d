//! A run through questions, of a chapter or of what is due: asked, answered, explained.
//!
//! It must not save: every answer goes out as a request the moment it is given.

mod beginning;
mod verdict;

use crate::domain::event::What;
use crate::domain::id::QuestionId;
use crate::domain::moment::elapsed_ms;
use crate::domain::quiz::{Entry, Occasion, Quiz};
use crate::domain::response::Response;
use crate::domain::verdict::Grade;
use crate::text::Language;
use crate::text::words::fill;
use crate::text::words::review::ReviewWords;
use crate::tui::action::Action;
use crate::tui::canvas::Canvas;
use crate::tui::keymap::Context;
use crate::tui::look::row_text;
use crate::tui::question::{self, Draft, Entered, Setting, Window, report_notice, report_text};
use crate::tui::screen::{Header, Request, World, measure};
use crate::tui::signs::Signs;
use jiff::Timestamp;
use std::collections::HashSet;

#[derive(Debug)]
pub struct QuizScreen {
    quiz: Quiz,
    draft: Draft,
    asked_at: Timestamp,
    /// When the question on the screen was answered: the time of its event.
    answered_at: Timestamp,
    /// Questions of a review that were never answered before it.
    new: HashSet<QuestionId>,
    window: Window,
}

impl QuizScreen {
    fn new(quiz: Quiz, world: &World<'_>) -> QuizScreen {
        let draft = quiz.current().map_or(Draft::Boolean { marked: None }, Draft::new);
        let now = world.now.timestamp;
        QuizScreen { quiz, draft, asked_at: now, answered_at: now, new: HashSet::new(), window: Window::default() }
    }

    pub fn context(&self) -> Context {
        if self.is_judged() { Context::Verdict } else { self.draft.context() }
    }

    /// Whether Enter shows what is below before it goes on, or says that there is no answer yet.
    pub fn reads_on(&self) -> bool {
        self.window.goes_on() && (self.is_judged() || self.draft.response().is_none())
    }

    pub fn arrange(&mut self, world: &World<'_>) {
        let (left, width) = measure(world.width);
        let setting = Setting { width, language: world.language, words: world.words, borders: world.settings.borders };
        let Some(entry) = self.quiz.current() else {
            return;
        };
        let view = match &entry.outcome {
            Some(outcome) => {
                let mut view = question::judged(entry, outcome, &world.taught_in(&entry.question), &setting);
                let comeback = question::comeback_rows(self.comeback(world).as_ref(), &setting);
                view.rows.splice(view.focus + 1..view.focus + 1, comeback);
                view
            }
            None => question::asked(entry, &self.draft, &setting),
        };
        self.window.lay(view, left, world.height);
    }

    pub fn update(&mut self, action: &Action, world: &World<'_>) -> Vec<Request> {
        match action {
            Action::Back => return vec![self.way_out()],
            Action::Report => return self.report(world),
            Action::PageDown | Action::PageUp => {
                self.window.update(action);
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
                self.window.update(&Action::Bottom);
                return if revealed {
                    Vec::new()
                } else {
                    vec![Request::Notice(world.words.no_more_hints.to_string())]
                };
            }
            Action::DontKnow => Response::Unknown,
            Action::Enter if self.reads_on() => {
                self.window.update(&Action::PageDown);
                return Vec::new();
            }
            Action::Enter => match self.entered() {
                Entered::Answer(response) => response,
                entered => {
                    self.arrange(world);
                    self.window.show_focus();
                    return entered.sentence(self.context(), world.language).map(Request::Notice).into_iter().collect();
                }
            },
            action => {
                if self.draft.update(action) {
                    self.arrange(world);
                    self.window.show_focus();
                } else {
                    self.window.update(action);
                }
                return Vec::new();
            }
        };
        let milliseconds = elapsed_ms(self.asked_at, world.now.timestamp);
        let answered = self.quiz.answer(response, milliseconds, world.language);
        self.answered_at = world.now.timestamp;
        self.arrange(world);
        self.window.to_top();
        self.window.show_focus();
        answered.map(|answered| Request::Record(What::Answered(answered))).into_iter().collect()
    }

    fn entered(&mut self) -> Entered {
        self.quiz.current().map_or(Entered::Nothing, |entry| self.draft.enter(&entry.question))
    }

    /// Shows the current question with nothing answered yet.
    fn ask(&mut self, world: &World<'_>) {
        if let Some(entry) = self.quiz.current() {
            self.draft = Draft::new(entry);
        }
        self.asked_at = world.now.timestamp;
        self.window.to_top();
    }

    pub fn header(&self, world: &World<'_>) -> Header {
        let title = world
            .course
            .outline
            .chapter(self.quiz.chapter().as_str())
            .map_or("", |chapter| chapter.title.text(world.language));
        if let Occasion::Review { .. } = self.quiz.occasion() {
            return Header {
                path: vec![ReviewWords::of(world.language).title.to_string(), title.to_string()],
                right: self.left(world.language),
            };
        }
        let count = self.quiz.entries().len();
        let numbers = [("number", (self.quiz.position() + 1).to_string()), ("all", count.to_string())];
        let right = if count <= 12 { self.strip(Signs::of(world.settings.borders)) } else { String::new() };
        Header { path: vec![title.to_string(), fill(world.words.question_of, &numbers)], right }
    }

    pub fn draw(&self, canvas: &mut Canvas<'_>) {
        self.window.draw(canvas);
    }

    /// Everything that the question shows now.
    pub fn text(&self) -> String {
        self.window.rows().iter().map(|row| row_text(row) + " ").collect()
    }

    /// How many questions of a review have no answer yet: `6 due · 2 new`.
    fn left(&self, language: Language) -> String {
        let words = ReviewWords::of(language);
        let open = self.quiz.entries().iter().filter(|entry| entry.outcome.is_none());
        let (new, due): (Vec<&Entry>, Vec<&Entry>) = open.partition(|entry| self.new.contains(&entry.question.id));
        let counts = [(words.due_count, due.len()), (words.new_count, new.len())].into_iter();
        let counts = counts.filter(|(_, count)| *count > 0);
        counts.map(|(template, count)| fill(template, &[("count", count.to_string())])).collect::<Vec<_>>().join(" · ")
    }

    /// A sign for each question: right, wrong, partly, the present one, still to come.
    fn strip(&self, signs: &Signs) -> String {
        let sign = |(place, entry): (usize, &Entry)| match entry.outcome.as_ref().map(|outcome| outcome.verdict.grade())
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
        vec![Request::Copy { text, notice: report_notice(world.course, world.words) }]
    }
}
