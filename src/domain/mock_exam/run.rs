//! The exams of the journal: their fold, run by run.
//!
//! Until an exam is handed in its answers count for nothing but itself; then the last answer to each question is given
//! out, to count as an answer like any other. It must not know questions beyond their ids: scores are in the events.

use super::countdown::Countdown;
use crate::domain::event::{Answered, ExamClock, ExamStarted, HandedInBy, Mode, What};
use crate::domain::id::QuestionId;
use crate::domain::moment::Moment;
use crate::domain::response::Recorded;
use jiff::{SignedDuration, Timestamp};
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// One exam.
#[derive(Debug, Clone, PartialEq)]
pub struct ExamRun {
    pub started: ExamStarted,
    pub begun: Moment,
    /// The last answer to each question; nothing was responded where it was taken back.
    answers: HashMap<QuestionId, Answered>,
    pub flagged: HashSet<QuestionId>,
    /// Time gone, as far as it was written down.
    pub elapsed: SignedDuration,
    pub finished: Option<Finished>,
    /// The event of each answer.
    events: HashMap<QuestionId, Uuid>,
}

/// How an exam ended.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Finished {
    pub at: Moment,
    pub by: HandedInBy,
    /// The mean score of its questions, between 0 and 1.
    pub score: f64,
}

impl ExamRun {
    pub fn new(started: ExamStarted, begun: Moment) -> ExamRun {
        ExamRun {
            started,
            begun,
            answers: HashMap::new(),
            flagged: HashSet::new(),
            elapsed: SignedDuration::ZERO,
            finished: None,
            events: HashMap::new(),
        }
    }

    pub fn id(&self) -> Uuid {
        self.started.run
    }

    /// The answer to a question; `None` where there is none, or it was taken back.
    pub fn answer(&self, question: &QuestionId) -> Option<&Answered> {
        self.answers.get(question).filter(|answered| answered.response != Recorded::Nothing)
    }

    /// How long it took; `None` until it is handed in.
    pub fn took(&self) -> Option<SignedDuration> {
        let end = self.finished?.at.timestamp;
        Some(match self.started.clock {
            ExamClock::Runs => self.countdown(end).elapsed(end),
            ExamClock::Pauses => self.elapsed,
        })
    }

    /// The mean score of its questions; one without an answer scores nothing.
    pub fn score(&self) -> f64 {
        let questions = &self.started.questions;
        let sum: f64 = questions.iter().filter_map(|question| Some(self.answer(question)?.score)).sum();
        if questions.is_empty() { 0.0 } else { sum / questions.len() as f64 }
    }

    /// The clock of this exam for a program that opens it now.
    pub fn countdown(&self, now: Timestamp) -> Countdown {
        match self.started.clock {
            ExamClock::Runs => Countdown::new(self.begun.timestamp, self.started.minutes),
            ExamClock::Pauses => Countdown::paused(now, self.elapsed, self.started.minutes),
        }
    }

    /// The fact that it is handed in as it stands.
    pub fn hand_in(&self, by: HandedInBy) -> What {
        What::ExamFinished { run: self.id(), by, score: self.score() }
    }

    /// Takes an answer in, in the place of the one before.
    pub fn put(&mut self, answered: Answered) {
        self.answers.insert(answered.question.clone(), answered);
    }

    pub fn flag(&mut self, question: &QuestionId, on: bool) {
        if on {
            self.flagged.insert(question.clone());
        } else {
            self.flagged.remove(question);
        }
    }
}

/// An answer that counts because its exam was handed in.
#[derive(Debug, Clone, PartialEq)]
pub struct Counted {
    pub event: Uuid,
    /// When it was handed in.
    pub at: Moment,
    pub answered: Answered,
}

/// Every exam, in the order of their starts.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ExamRuns {
    runs: Vec<ExamRun>,
    /// When a question was asked in an exam for the last time.
    asked: HashMap<QuestionId, Timestamp>,
    /// Facts that stand before the start of their exam, because a clock was set back in between: they wait for it.
    early: HashMap<Uuid, Vec<(Uuid, Moment, What)>>,
}

impl ExamRuns {
    /// Takes one event in; returns the answers that count from now on. Events that are none of an exam change nothing.
    pub fn apply(&mut self, event: Uuid, at: Moment, what: What) -> Vec<Counted> {
        let Some(id) = run_of(&what) else { return Vec::new() };
        if let What::ExamStarted(started) = what {
            return self.start(started, at);
        }
        let Some(run) = self.runs.iter_mut().find(|run| run.id() == id) else {
            self.early.entry(id).or_default().push((event, at, what));
            return Vec::new();
        };
        // What another program still had open when the exam was handed in here comes too late.
        if run.finished.is_some() {
            return Vec::new();
        }
        match what {
            What::ExamAnswered(answered) => {
                run.events.insert(answered.question.clone(), event);
                run.put(answered);
            }
            What::ExamFlagged { question, on, .. } => run.flag(&question, on),
            What::ExamLeft { elapsed_ms, .. } => {
                let elapsed = SignedDuration::from_millis(i64::try_from(elapsed_ms).unwrap_or(i64::MAX));
                run.elapsed = run.elapsed.max(elapsed);
            }
            What::ExamFinished { by, score, .. } => {
                run.finished = Some(Finished { at, by, score });
                return counted(run, at);
            }
            _ => {}
        }
        Vec::new()
    }

    fn start(&mut self, started: ExamStarted, at: Moment) -> Vec<Counted> {
        let id = started.run;
        if self.run(id).is_some() {
            return Vec::new();
        }
        for question in &started.questions {
            self.asked.insert(question.clone(), at.timestamp);
        }
        self.runs.push(ExamRun::new(started, at));
        let early = self.early.remove(&id).unwrap_or_default();
        early.into_iter().flat_map(|(event, at, what)| self.apply(event, at, what)).collect()
    }

    pub fn run(&self, id: Uuid) -> Option<&ExamRun> {
        self.runs.iter().find(|run| run.id() == id)
    }

    /// The exam that was begun last and is not handed in.
    pub fn open(&self) -> Option<&ExamRun> {
        self.runs.iter().rev().find(|run| run.finished.is_none())
    }

    /// Exams that were handed in, oldest first, with how they ended.
    pub fn finished(&self) -> impl DoubleEndedIterator<Item = (&ExamRun, Finished)> {
        self.runs.iter().filter_map(|run| Some((run, run.finished?)))
    }

    /// Exams whose time is over, and which nobody has handed in.
    pub fn overdue(&self, now: Timestamp) -> impl Iterator<Item = &ExamRun> {
        self.runs.iter().filter(move |run| run.finished.is_none() && run.countdown(now).is_over(now))
    }

    /// When a question was asked in an exam for the last time.
    pub fn last_asked(&self, question: &QuestionId) -> Option<Timestamp> {
        self.asked.get(question).copied()
    }
}

/// The exam to which a fact belongs.
fn run_of(what: &What) -> Option<Uuid> {
    match what {
        What::ExamStarted(started) => Some(started.run),
        What::ExamAnswered(answered) => answered.run,
        What::ExamFlagged { run, .. } | What::ExamLeft { run, .. } | What::ExamFinished { run, .. } => Some(*run),
        _ => None,
    }
}

/// The answers of an exam, in the order of its questions.
fn counted(run: &ExamRun, at: Moment) -> Vec<Counted> {
    let count = |question: &QuestionId| {
        let answered = Answered { mode: Mode::Exam, ..run.answer(question)?.clone() };
        Some(Counted { event: *run.events.get(question)?, at, answered })
    };
    run.started.questions.iter().filter_map(count).collect()
}

/// Exams for the tests of this crate.
#[cfg(test)]
pub mod examples {
    use super::*;
    use crate::domain::event::Event;
    use crate::domain::event::examples::{answered, event};

    /// An exam of 60 minutes over these questions.
    pub fn start(run: u128, questions: &[QuestionId]) -> What {
        What::ExamStarted(ExamStarted {
            exam: "x".into(),
            run: Uuid::from_u128(run),
            seed: 7,
            minutes: 60,
            clock: ExamClock::Runs,
            questions: questions.to_vec(),
        })
    }

    pub fn answer(run: u128, question: &str, score: f64) -> What {
        let What::Answered(answered) = answered(question, score) else { unreachable!("an answer") };
        What::ExamAnswered(Answered { mode: Mode::Exam, run: Some(Uuid::from_u128(run)), ..answered })
    }

    pub fn hand_in(run: u128, score: f64) -> What {
        What::ExamFinished { run: Uuid::from_u128(run), by: HandedInBy::Learner, score }
    }

    pub fn started(runs: &mut ExamRuns, run: u128, minute: i64, questions: &[QuestionId]) {
        take(runs, event(1000 * run, minute, start(run, questions)));
    }

    pub fn finished(runs: &mut ExamRuns, run: u128, minute: i64) {
        take(runs, event(1000 * run + 999, minute, hand_in(run, 0.5)));
    }

    pub fn take(runs: &mut ExamRuns, event: Event) -> Vec<Counted> {
        runs.apply(event.id, event.at, event.what)
    }
}

#[cfg(test)]
mod tests {
    use super::examples::*;
    use super::*;
    use crate::domain::event::Event;
    use crate::domain::event::examples::event;
    use crate::domain::progress::Progress;
    use crate::domain::shuffle::permutation;
    use proptest::prelude::*;

    fn ids(names: &[&str]) -> Vec<QuestionId> {
        names.iter().map(|name| QuestionId::from(*name)).collect()
    }

    fn run(runs: &ExamRuns) -> &ExamRun {
        runs.run(Uuid::from_u128(1)).unwrap()
    }

    #[test]
    fn only_the_last_answer_to_each_question_counts_and_only_when_it_is_handed_in() {
        let mut runs = ExamRuns::default();
        started(&mut runs, 1, 0, &ids(&["a", "b", "c"]));
        for (number, question, score) in [(1, "b", 0.0), (2, "a", 1.0), (3, "b", 1.0)] {
            assert_eq!(take(&mut runs, event(number, number as i64, answer(1, question, score))), []);
        }
        assert_eq!(run(&runs).score(), 2.0 / 3.0);
        let counted = take(&mut runs, event(9, 9, hand_in(1, 2.0 / 3.0)));
        let told: Vec<_> = counted.iter().map(|it| (it.event.as_u128(), it.answered.question.as_str())).collect();
        assert_eq!(told, [(2, "a"), (3, "b")]);
    }

    #[test]
    fn what_comes_after_the_hand_in_is_too_late() {
        let mut runs = ExamRuns::default();
        started(&mut runs, 1, 0, &ids(&["a"]));
        finished(&mut runs, 1, 5);
        assert_eq!(take(&mut runs, event(7, 6, answer(1, "a", 1.0))), []);
        assert_eq!(take(&mut runs, event(8, 7, hand_in(1, 1.0))), []);
        assert_eq!(run(&runs).finished.unwrap().score, 0.5);
        assert_eq!(runs.open(), None);
    }

    #[test]
    fn facts_before_the_start_wait_for_it() {
        let mut runs = ExamRuns::default();
        take(&mut runs, event(1, 1, answer(1, "a", 1.0)));
        assert_eq!(take(&mut runs, event(2, 2, hand_in(1, 1.0))), []);
        let counted = take(&mut runs, event(3, 3, start(1, &ids(&["a"]))));
        assert_eq!(counted.len(), 1);
        assert_eq!(run(&runs).finished.unwrap().at, event(2, 2, hand_in(1, 1.0)).at);
    }

    proptest! {
        #[test]
        fn the_order_of_arrival_does_not_matter(
            kinds in prop::collection::vec((0u8..7, 1u128..3, 0i64..30), 1..40),
            seed in any::<u64>(),
        ) {
            let what = |kind, run| match kind {
                0 => start(run, &ids(&["a", "b"])),
                1 => answer(run, "a", 1.0),
                2 => answer(run, "b", 0.0),
                3 => What::ExamFlagged { run: Uuid::from_u128(run), question: "a".into(), on: true },
                4 => What::ExamLeft { run: Uuid::from_u128(run), elapsed_ms: 1000 },
                5 => hand_in(run, 0.5),
                _ => What::Reset,
            };
            let events: Vec<Event> = kinds
                .iter()
                .enumerate()
                .map(|(number, (kind, run, minute))| event(number as u128, *minute, what(*kind, *run)))
                .collect();
            let mixed = permutation(events.len(), seed).into_iter().map(|place| events[place].clone());
            prop_assert_eq!(Progress::fold(mixed), Progress::fold(events));
        }
    }

    #[test]
    fn a_flag_is_set_and_taken_away() {
        let mut runs = ExamRuns::default();
        started(&mut runs, 1, 0, &ids(&["a"]));
        let flag = |on| What::ExamFlagged { run: Uuid::from_u128(1), question: "a".into(), on };
        take(&mut runs, event(1, 1, flag(true)));
        assert!(run(&runs).flagged.contains("a"));
        take(&mut runs, event(2, 2, flag(false)));
        assert!(run(&runs).flagged.is_empty());
    }

    #[test]
    fn an_exam_whose_clock_runs_is_overdue_after_its_minutes_and_a_pausing_one_is_not() {
        let mut runs = ExamRuns::default();
        started(&mut runs, 1, 0, &ids(&["a"]));
        let at = |minute| event(0, minute, What::Reset).at.timestamp;
        assert_eq!((runs.overdue(at(59)).count(), runs.overdue(at(60)).count()), (0, 1));
        let What::ExamStarted(started) = start(2, &ids(&["a"])) else { unreachable!("a start") };
        let pausing = What::ExamStarted(ExamStarted { clock: ExamClock::Pauses, ..started });
        let mut runs = ExamRuns::default();
        take(&mut runs, event(1, 0, pausing));
        let left = What::ExamLeft { run: Uuid::from_u128(2), elapsed_ms: 600_000 };
        take(&mut runs, event(2, 10, left));
        assert_eq!(runs.overdue(at(600)).count(), 0);
        let clock = runs.open().unwrap().countdown(at(600));
        assert_eq!(clock.remaining(at(601)), SignedDuration::from_mins(49));
    }
}
