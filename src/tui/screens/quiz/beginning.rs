//! How a run begins: anew, where it was left, or over what is due.
//!
//! It must not ask or show anything.

use super::QuizScreen;
use crate::domain::id::{ChapterId, QuestionId};
use crate::domain::question::Question;
use crate::domain::quiz::Quiz;
use crate::domain::review::{Queue, Reason};
use crate::text::words::fill;
use crate::tui::screen::{Request, World};
use std::collections::HashSet;

impl QuizScreen {
    /// The quiz of a chapter: goes on with the run that is open, or begins one.
    ///
    /// # Errors
    /// The sentence to show when the chapter has no questions.
    pub fn start(chapter: &ChapterId, world: &World<'_>) -> Result<(QuizScreen, Vec<Request>), String> {
        let questions = world.course.questions(chapter.as_str());
        if let Some(run) = world.progress.quizzes().open(chapter.as_str()) {
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

    /// A run over what is due and new today; `None` if that is nothing.
    pub fn review(queue: &Queue, world: &World<'_>) -> Option<QuizScreen> {
        let new = queue.questions.iter().filter(|queued| queued.reason == Reason::New);
        let new = new.map(|queued| queued.question.clone()).collect();
        let all: Vec<QuestionId> = queue.questions.iter().map(|queued| queued.question.clone()).collect();
        QuizScreen::over(&all, new, world)
    }

    /// A run over new questions beyond the daily number; `None` if there are none left.
    pub fn more_new(world: &World<'_>) -> Option<QuizScreen> {
        let ids = world.more_new();
        QuizScreen::over(&ids, ids.iter().cloned().collect(), world)
    }

    fn over(ids: &[QuestionId], new: HashSet<QuestionId>, world: &World<'_>) -> Option<QuizScreen> {
        let questions = world.course.questions_of(ids);
        if questions.is_empty() {
            return None;
        }
        let quiz = Quiz::review(questions, world.shuffle(), world.fresh);
        Some(QuizScreen { new, ..QuizScreen::new(quiz, world) })
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
}
