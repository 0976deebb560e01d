//! A run through questions: which is asked now, what was answered, what came out.
//!
//! The same session stands behind the screen and behind plain mode. It must not draw, save or look at the clock: it
//! returns what was answered, and the caller records it.

use super::event::{Answered, Mode, What};
use super::grading::grade;
use super::id::{ChapterId, QuestionId};
use super::question::{Body, OptionId, Question, Text};
use super::quiz_runs::QuizRun;
use super::response::{Recorded, Response};
use super::shuffle::{Options, Shuffle};
use super::verdict::{Grade, Verdict};
use crate::text::Language;
use std::collections::BTreeMap;
use uuid::Uuid;

/// Questions that are asked one after the other.
#[derive(Debug, Clone)]
pub struct Quiz {
    occasion: Occasion,
    shuffle: Shuffle,
    entries: Vec<Entry>,
    current: usize,
}

/// What questions are asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Occasion {
    /// One question on its own, inside the text of a chapter or by name.
    Alone { chapter: ChapterId },
    /// A run through the questions of a chapter, which is taken up again where it was left.
    Chapter { chapter: ChapterId, run: Uuid },
    /// What is due, of any chapter. Nothing is lost when it is left: what is not answered is due the next time.
    Review { run: Uuid },
}

/// One question and how far it is.
#[derive(Debug, Clone)]
pub struct Entry {
    pub question: Question,
    /// Ids of the options in the order in which they are shown.
    pub shown: Vec<OptionId>,
    /// Hints looked at.
    pub hints: usize,
    pub outcome: Option<Outcome>,
}

/// A question that has been answered.
#[derive(Debug, Clone)]
pub struct Outcome {
    pub response: Response,
    pub verdict: Verdict,
}

impl Quiz {
    /// A new run over `questions`, which must not be empty to be of use.
    pub fn start(chapter: ChapterId, questions: Vec<Question>, shuffle: Shuffle, run: Uuid) -> Quiz {
        Quiz::new(Occasion::Chapter { chapter, run }, questions, shuffle)
    }

    /// One question on its own.
    pub fn alone(chapter: ChapterId, question: Question, shuffle: Shuffle) -> Quiz {
        Quiz::new(Occasion::Alone { chapter }, vec![question], shuffle)
    }

    /// A run over what is due.
    pub fn review(questions: Vec<Question>, shuffle: Shuffle, run: Uuid) -> Quiz {
        Quiz::new(Occasion::Review { run }, questions, shuffle)
    }

    /// A run taken up again where it was left. Questions that are gone from the course are left out.
    pub fn resume(chapter: ChapterId, questions: Vec<Question>, run: &QuizRun, options: Options) -> Quiz {
        let mut by_id: BTreeMap<QuestionId, Question> =
            questions.into_iter().map(|question| (question.id.clone(), question)).collect();
        let questions = run.questions.iter().filter_map(|id| by_id.remove(id)).collect();
        let mut quiz = Quiz::start(chapter, questions, Shuffle::new(run.seed, options), run.id);
        for entry in &mut quiz.entries {
            if let Some(answer) = run.answers.get(&entry.question.id) {
                entry.hints = answer.hints as usize;
                entry.settle(replayed(&entry.question, &answer.response));
            }
        }
        quiz.current = quiz.entries.iter().position(|entry| entry.outcome.is_none()).unwrap_or(0);
        quiz
    }

    fn new(occasion: Occasion, questions: Vec<Question>, shuffle: Shuffle) -> Quiz {
        let entries = questions.into_iter().map(|question| Entry::new(question, shuffle)).collect();
        Quiz { occasion, shuffle, entries, current: 0 }
    }

    /// The fact that this run began; `None` where there is nothing to take up again.
    pub fn started(&self) -> Option<What> {
        let Occasion::Chapter { chapter, run } = &self.occasion else { return None };
        Some(What::QuizStarted {
            chapter: chapter.clone(),
            seed: self.shuffle.seed,
            run: *run,
            questions: self.entries.iter().map(|entry| entry.question.id.clone()).collect(),
        })
    }

    pub fn occasion(&self) -> &Occasion {
        &self.occasion
    }

    /// The chapter that is asked about: of the present question, where the run has none.
    pub fn chapter(&self) -> ChapterId {
        match &self.occasion {
            Occasion::Alone { chapter } | Occasion::Chapter { chapter, .. } => chapter.clone(),
            Occasion::Review { .. } => {
                self.current().map_or_else(|| ChapterId::from(""), |entry| entry.question.section.chapter())
            }
        }
    }

    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Position of the question that is asked now.
    pub fn position(&self) -> usize {
        self.current
    }

    pub fn current(&self) -> Option<&Entry> {
        self.entries.get(self.current)
    }

    /// Shows one more hint of the current question; `false` if there is none left.
    pub fn reveal_hint(&mut self) -> bool {
        match self.entries.get_mut(self.current) {
            Some(entry) if entry.outcome.is_none() && entry.hints < entry.question.hints.len() => {
                entry.hints += 1;
                true
            }
            _ => false,
        }
    }

    /// Answers the current question. `None` if it has been answered already.
    pub fn answer(&mut self, response: Response, milliseconds: u64, language: Language) -> Option<Answered> {
        let (mode, run) = match self.occasion {
            Occasion::Alone { .. } => (Mode::Inline, None),
            Occasion::Chapter { run, .. } => (Mode::Quiz, Some(run)),
            Occasion::Review { run } => (Mode::Review, Some(run)),
        };
        let entry = self.entries.get_mut(self.current).filter(|entry| entry.outcome.is_none())?;
        let recorded = response.record();
        entry.settle(response);
        Some(Answered {
            question: entry.question.id.clone(),
            kind: Some(entry.question.kind()),
            revision: entry.question.revision,
            key: entry.question.key(),
            response: recorded,
            shown: entry.shown.clone(),
            score: entry.outcome.as_ref().map_or(0.0, |outcome| outcome.verdict.score),
            hints: entry.hints as u32,
            ms: milliseconds,
            mode,
            language,
            run,
        })
    }

    /// Takes an answer back: its question is asked again, with the hints that were looked at. `false` if it has none.
    pub fn reopen(&mut self, question: &QuestionId) -> bool {
        let answered = |entry: &Entry| entry.question.id == *question && entry.outcome.is_some();
        let Some(place) = self.entries.iter().position(answered) else { return false };
        self.entries[place].outcome = None;
        self.current = place;
        true
    }

    /// Goes to the next question that has no answer yet; `false` if every one has.
    pub fn advance(&mut self) -> bool {
        let count = self.entries.len();
        let open = (1..=count)
            .map(|step| (self.current + step) % count.max(1))
            .find(|place| self.entries[*place].outcome.is_none());
        if let Some(place) = open {
            self.current = place;
        }
        open.is_some()
    }

    pub fn is_finished(&self) -> bool {
        self.entries.iter().all(|entry| entry.outcome.is_some())
    }

    /// What came out so far.
    pub fn result(&self) -> QuizResult {
        let verdicts: Vec<&Verdict> =
            self.entries.iter().filter_map(|entry| Some(&entry.outcome.as_ref()?.verdict)).collect();
        let count = |grade| verdicts.iter().filter(|verdict| verdict.grade() == grade).count();
        QuizResult {
            questions: self.entries.len(),
            answered: verdicts.len(),
            right: count(Grade::Right),
            partly: count(Grade::Partly),
            points: verdicts.iter().map(|verdict| verdict.score).sum(),
        }
    }

    /// Those that were answered and not right.
    pub fn missed_answers(&self) -> Vec<Question> {
        self.questions(|outcome| outcome.is_some_and(Outcome::is_missed))
    }

    /// Those that were not answered right, for another run.
    pub fn missed(&self) -> Vec<Question> {
        self.questions(|outcome| outcome.is_none_or(Outcome::is_missed))
    }

    fn questions(&self, has: impl Fn(Option<&Outcome>) -> bool) -> Vec<Question> {
        let entries = self.entries.iter().filter(|entry| has(entry.outcome.as_ref()));
        entries.map(|entry| entry.question.clone()).collect()
    }
}

/// The sum of a run.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct QuizResult {
    pub questions: usize,
    pub answered: usize,
    pub right: usize,
    pub partly: usize,
    /// The sum of the scores.
    pub points: f64,
}

impl Outcome {
    fn is_missed(&self) -> bool {
        self.verdict.grade() != Grade::Right
    }
}

impl Entry {
    /// A question that waits, its options in order.
    pub fn new(question: Question, shuffle: Shuffle) -> Entry {
        Entry { shown: question.shown(shuffle), question, hints: 0, outcome: None }
    }

    fn settle(&mut self, response: Response) {
        let verdict = grade(&self.question, &response);
        self.outcome = Some(Outcome { response, verdict });
    }

    /// Hints that have been asked for.
    pub fn revealed_hints(&self) -> &[Text] {
        &self.question.hints[..self.hints.min(self.question.hints.len())]
    }
}

/// The response that the journal kept, for this kind of question. What does not fit any more reads as "I don't know".
pub fn replayed(question: &Question, recorded: &Recorded) -> Response {
    let assigned = |list: &[String]| {
        list.iter()
            .filter_map(|entry| entry.split_once('='))
            .map(|(name, value)| (name.to_string(), value.to_string()))
            .collect()
    };
    match (&question.body, recorded) {
        (Body::Single(_) | Body::Multiple(_), Recorded::List(ids)) => Response::Choice(ids.iter().cloned().collect()),
        (Body::Boolean { .. }, Recorded::List(ids)) => Response::Boolean(ids.first().is_some_and(|id| id == "true")),
        (Body::Short { .. } | Body::Number { .. }, Recorded::Text(text)) => Response::Text(text.clone()),
        (Body::Order(_), Recorded::List(ids)) => Response::Order(ids.clone()),
        (Body::Match { .. }, Recorded::List(list)) => Response::Match(assigned(list)),
        (Body::Cloze(_), Recorded::List(list)) => Response::Cloze(assigned(list)),
        _ => Response::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::super::event::examples::event;
    use super::super::progress::Progress;
    use super::super::question::examples::{choices, question};
    use super::*;

    const MIXED: Shuffle = Shuffle { seed: 7, options: Options::Shuffled };

    fn quiz(count: usize) -> Quiz {
        let questions =
            (0..count).map(|number| question(&format!("q{number}"), Body::Single(choices(3, "a")))).collect();
        Quiz::start("s3".into(), questions, MIXED, Uuid::from_u128(99))
    }

    fn answer(quiz: &mut Quiz, id: &str) -> Answered {
        quiz.answer(Response::choice([id]), 1500, Language::English).unwrap()
    }

    #[test]
    fn a_run_goes_from_the_first_question_to_the_result() {
        let mut quiz = quiz(2);
        assert_eq!(answer(&mut quiz, "a").score, 1.0);
        assert!(quiz.advance());
        assert_eq!(answer(&mut quiz, "b").score, 0.0);
        assert!(!quiz.advance() && quiz.is_finished());
        assert_eq!(quiz.result(), QuizResult { questions: 2, answered: 2, right: 1, partly: 0, points: 1.0 });
        assert_eq!(quiz.missed()[0].id.as_str(), "q1");
    }

    #[test]
    fn a_question_is_answered_once() {
        let mut quiz = quiz(1);
        answer(&mut quiz, "b");
        assert_eq!(quiz.answer(Response::choice(["a"]), 1, Language::English), None);
    }

    #[test]
    fn hints_come_one_at_a_time_and_are_counted() {
        let mut quiz = quiz(1);
        assert!(quiz.reveal_hint() && quiz.reveal_hint() && !quiz.reveal_hint());
        assert_eq!(quiz.current().unwrap().revealed_hints().len(), 2);
        assert_eq!(answer(&mut quiz, "a").hints, 2);
    }

    #[test]
    fn a_run_that_was_cut_off_goes_on_with_the_same_order() {
        let mut before = quiz(3);
        let started = event(1, 1, before.started().unwrap());
        let first = event(2, 2, What::Answered(answer(&mut before, "b")));
        let progress = Progress::fold([started, first]);
        let questions = before.entries().iter().map(|entry| entry.question.clone()).collect();
        let after = Quiz::resume("s3".into(), questions, progress.quizzes().open("s3").unwrap(), MIXED.options);
        assert_eq!(after.position(), 1);
        assert_eq!(after.entries()[0].outcome.as_ref().unwrap().response, Response::choice(["b"]));
        let orders = |quiz: &Quiz| quiz.entries().iter().map(|entry| entry.shown.clone()).collect::<Vec<_>>();
        assert_eq!(orders(&after), orders(&before));
    }

    #[test]
    fn an_answer_taken_back_is_asked_again_with_its_hints() {
        let mut quiz = quiz(2);
        quiz.reveal_hint();
        answer(&mut quiz, "b");
        quiz.advance();
        assert!(quiz.reopen(&"q0".into()));
        assert_eq!((quiz.position(), quiz.result().answered), (0, 0));
        assert_eq!(answer(&mut quiz, "a").hints, 1);
        assert!(!quiz.reopen(&"q1".into()));
    }

    #[test]
    fn a_review_is_no_run_of_a_chapter() {
        let mut review = Quiz::review(vec![question("q", Body::Single(choices(3, "a")))], MIXED, Uuid::from_u128(5));
        assert_eq!(review.started(), None);
        assert_eq!(review.chapter(), review.current().unwrap().question.section.chapter());
        let answered = answer(&mut review, "a");
        assert_eq!((answered.mode, answered.run), (Mode::Review, Some(Uuid::from_u128(5))));
    }
}
