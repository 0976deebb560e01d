//! The runs of quizzes, as far as progress is concerned: the latest of each chapter, and what was answered in it.
//!
//! A part of the fold of the journal's events. It must not judge: it keeps responses, to show them again.

use super::event::Answered;
use super::id::{ChapterId, QuestionId};
use super::response::Recorded;
use std::collections::HashMap;
use uuid::Uuid;

#[derive(Debug, Clone, Default, PartialEq)]
pub struct QuizRuns(HashMap<ChapterId, QuizRun>);

/// The latest run of a chapter's quiz.
#[derive(Debug, Clone, PartialEq)]
pub struct QuizRun {
    pub id: Uuid,
    /// Mixes the options of its questions.
    pub seed: u64,
    pub questions: Vec<QuestionId>,
    pub answers: HashMap<QuestionId, QuizAnswer>,
}

/// What was answered within a run.
#[derive(Debug, Clone, PartialEq)]
pub struct QuizAnswer {
    pub response: Recorded,
    /// Hints that were looked at.
    pub hints: u32,
}

impl QuizRuns {
    /// A run begins, in the place of the one before.
    pub fn start(&mut self, chapter: ChapterId, run: Uuid, seed: u64, questions: Vec<QuestionId>) {
        self.0.insert(chapter, QuizRun { id: run, seed, questions, answers: HashMap::new() });
    }

    /// Takes an answer in; one that is of none of these runs changes nothing.
    pub fn answer(&mut self, answered: &Answered) {
        if let Some(run) = self.run(answered.run) {
            let answer = QuizAnswer { response: answered.response.clone(), hints: answered.hints };
            run.answers.insert(answered.question.clone(), answer);
        }
    }

    /// A question is open again, since its answer was taken back.
    pub fn reopen(&mut self, run: Option<Uuid>, question: &QuestionId) {
        if let Some(run) = self.run(run) {
            run.answers.remove(question);
        }
    }

    /// The run that was begun last in a chapter, unless it is finished.
    pub fn open(&self, chapter: &str) -> Option<&QuizRun> {
        self.0.get(chapter).filter(|run| run.questions.iter().any(|id| !run.answers.contains_key(id)))
    }

    fn run(&mut self, id: Option<Uuid>) -> Option<&mut QuizRun> {
        self.0.values_mut().find(|run| Some(run.id) == id)
    }
}

#[cfg(test)]
mod tests {
    use super::super::event::What;
    use super::super::event::examples::answered;
    use super::*;

    const RUN: Uuid = Uuid::from_u128(99);

    fn answer(question: &str) -> Answered {
        let What::Answered(answer) = answered(question, 1.0) else { unreachable!("an answer") };
        answer
    }

    fn runs() -> QuizRuns {
        let mut runs = QuizRuns::default();
        runs.start("s3".into(), RUN, 5, vec!["s3-1".into(), "s3-2".into()]);
        runs.answer(&answer("s3-1"));
        runs
    }

    #[test]
    fn a_run_is_open_until_its_last_answer() {
        let mut runs = runs();
        let run = runs.open("s3").unwrap();
        assert_eq!((run.seed, run.answers.len()), (5, 1));
        runs.answer(&answer("s3-2"));
        assert_eq!(runs.open("s3"), None);
    }

    #[test]
    fn an_answer_that_was_taken_back_opens_its_run_again() {
        let mut runs = runs();
        runs.answer(&answer("s3-2"));
        runs.reopen(Some(RUN), &"s3-2".into());
        assert_eq!(runs.open("s3").map(|run| run.answers.len()), Some(1));
    }

    #[test]
    fn answers_of_other_runs_change_nothing() {
        let mut runs = runs();
        runs.answer(&Answered { run: Some(Uuid::from_u128(7)), ..answer("s3-2") });
        runs.answer(&Answered { run: None, ..answer("s3-2") });
        assert_eq!(runs.open("s3").map(|run| run.answers.len()), Some(1));
    }
}
