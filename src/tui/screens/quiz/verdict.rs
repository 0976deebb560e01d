//! After an answer: go on, read where it is taught, take it back, or say how well it was known.
//!
//! It must not change the journal: corrections go out as requests.

use super::QuizScreen;
use crate::domain::comeback::Comeback;
use crate::domain::event::{Rating, What};
use crate::domain::memory::Answer;
use crate::domain::quiz::Occasion;
use crate::text::words::review::ReviewWords;
use crate::tui::action::Action;
use crate::tui::screen::{Request, Route, World};

impl QuizScreen {
    pub(super) fn after_verdict(&mut self, action: &Action, world: &World<'_>) -> Vec<Request> {
        match action {
            Action::Enter if self.reads_on() => {
                self.window.update(&Action::PageDown);
                Vec::new()
            }
            Action::Enter | Action::NextQuestion if self.quiz.advance() => {
                self.ask(world);
                Vec::new()
            }
            Action::Undo => self.take_back(world),
            Action::Enter | Action::NextQuestion => vec![Request::Replace(self.end())],
            Action::Rate(rating) => self.rate(*rating, world),
            Action::OpenSection => {
                let section = self.quiz.current().map(|entry| entry.question.section.clone());
                section.map(|section| Request::Open(Route::Section(section))).into_iter().collect()
            }
            action => {
                self.window.update(action);
                Vec::new()
            }
        }
    }

    /// Where a finished run leads.
    fn end(&self) -> Route {
        let quiz = Box::new(self.quiz.clone());
        match self.quiz.occasion() {
            Occasion::Review { .. } => Route::Reviewed(quiz),
            Occasion::Alone { .. } | Occasion::Chapter { .. } => Route::Result(quiz),
        }
    }

    /// A review that is left says what was done; the run of a chapter waits to be taken up again.
    pub(super) fn way_out(&self) -> Request {
        let is_review = matches!(self.quiz.occasion(), Occasion::Review { .. });
        if is_review && self.quiz.result().answered > 0 { Request::Replace(self.end()) } else { Request::Back }
    }

    /// Corrects how well the answer on the screen was known.
    fn rate(&self, rating: Rating, world: &World<'_>) -> Vec<Request> {
        let Some(answer) = self.saved_answer(world) else {
            return vec![Request::Notice(world.words.answer_not_saved_yet.to_string())];
        };
        if answer.review.is_none() {
            return vec![Request::Notice(ReviewWords::of(world.language).practice.to_string())];
        }
        if answer.rating() == rating {
            return Vec::new();
        }
        vec![Request::Record(What::Rated { answer: answer.event, rating })]
    }

    /// What the answer on the screen did, once it is on disk.
    pub(super) fn comeback(&self, world: &World<'_>) -> Option<Comeback> {
        let answer = self.saved_answer(world)?;
        let id = &self.quiz.current()?.question.id;
        let question = world.course.outline.question(id, &self.quiz.chapter())?;
        Comeback::after(answer, question, world.progress, world.settings, world.today())
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
        // The journal keeps milliseconds: after it was read again there are no finer ones.
        let given_at = self.answered_at.as_millisecond();
        world.progress.answers(id.as_str()).iter().rfind(|answer| answer.at.timestamp.as_millisecond() == given_at)
    }
}
