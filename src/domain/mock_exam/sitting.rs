//! An exam being sat: which question is on the table, what has been answered and flagged, and how long each took.
//!
//! The same sitting stands behind the screen and behind plain mode. It must not draw, save or look at the clock: what
//! happened is returned, and the caller records it. No answer is judged aloud before the exam is handed in.

use super::countdown::Countdown;
use super::run::{ExamRun, Finished};
use crate::domain::event::{Answered, ExamClock, ExamStarted, HandedInBy, Mode, What};
use crate::domain::grading::grade;
use crate::domain::id::QuestionId;
use crate::domain::moment::{Moment, elapsed_ms};
use crate::domain::question::Question;
use crate::domain::quiz::{Entry, Outcome, replayed};
use crate::domain::response::Response;
use crate::domain::shuffle::{Options, Shuffle};
use crate::text::Language;
use jiff::Timestamp;
use std::collections::BTreeMap;

#[derive(Debug, Clone)]
pub struct Sitting {
    run: ExamRun,
    entries: Vec<Entry>,
    current: usize,
    /// Since when the current question has been on the table.
    since: Timestamp,
    /// Time spent on each question before that, in milliseconds.
    spent: Vec<u64>,
    countdown: Countdown,
}

/// How a question stands in its exam.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct State {
    pub is_answered: bool,
    /// What is answered is less than an answer, such as one of two options, or no number.
    pub is_incomplete: bool,
    pub is_flagged: bool,
    pub is_current: bool,
}

/// How many questions there are, and how they stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    pub all: usize,
    /// The incomplete ones among them.
    pub answered: usize,
    pub incomplete: usize,
    pub flagged: usize,
}

impl Sitting {
    /// A new exam over `questions`, and the fact that it began.
    pub fn start(started: ExamStarted, questions: Vec<Question>, options: Options, now: Moment) -> (Sitting, What) {
        let fact = What::ExamStarted(started.clone());
        (Sitting::resume(&ExamRun::new(started, now), questions, options, now.timestamp), fact)
    }

    /// An exam taken up again, at the first question that has no answer. Questions that are gone from the course are not
    /// shown any more.
    pub fn resume(run: &ExamRun, questions: Vec<Question>, options: Options, now: Timestamp) -> Sitting {
        let mut by_id: BTreeMap<QuestionId, Question> =
            questions.into_iter().map(|question| (question.id.clone(), question)).collect();
        let questions = run.started.questions.iter().filter_map(|id| by_id.remove(id));
        let shuffle = Shuffle::new(run.started.seed, options);
        let entries: Vec<Entry> = questions.map(|question| Entry::new(question, shuffle)).collect();
        let answered = |entry: &Entry| run.answer(&entry.question.id);
        let mut sitting = Sitting {
            current: entries.iter().position(|entry| answered(entry).is_none()).unwrap_or(0),
            spent: entries.iter().map(|entry| answered(entry).map_or(0, |answer| answer.ms)).collect(),
            countdown: run.countdown(now),
            run: run.clone(),
            since: now,
            entries,
        };
        if run.finished.is_some() {
            sitting.judge();
        }
        sitting
    }

    /// What is known of the exam so far.
    pub fn run(&self) -> &ExamRun {
        &self.run
    }

    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    pub fn countdown(&self) -> &Countdown {
        &self.countdown
    }

    /// Position of the question on the table.
    pub fn position(&self) -> usize {
        self.current
    }

    pub fn current(&self) -> Option<&Entry> {
        self.entries.get(self.current)
    }

    /// What was answered to a question; `None` while it is open.
    pub fn response(&self, place: usize) -> Option<Response> {
        let entry = self.entries.get(place)?;
        Some(replayed(&entry.question, &self.run.answer(&entry.question.id)?.response))
    }

    pub fn state(&self, place: usize) -> State {
        let entry = self.entries.get(place);
        let id = entry.map(|entry| &entry.question.id);
        let response = self.response(place);
        State {
            is_answered: response.is_some(),
            is_incomplete: entry.zip(response).is_some_and(|(entry, given)| entry.question.reads(&given).is_err()),
            is_flagged: id.is_some_and(|id| self.run.flagged.contains(id)),
            is_current: place == self.current,
        }
    }

    pub fn counts(&self) -> Counts {
        let states: Vec<State> = (0..self.entries.len()).map(|place| self.state(place)).collect();
        let count = |holds: fn(&State) -> bool| states.iter().filter(|state| holds(state)).count();
        Counts {
            all: states.len(),
            answered: count(|state| state.is_answered),
            incomplete: count(|state| state.is_incomplete),
            flagged: count(|state| state.is_flagged),
        }
    }

    /// Answers the question on the table, or with `None` takes its answer back. Nothing happens if that is how it stands
    /// already, or if nothing can be changed any more.
    pub fn answer(&mut self, response: Option<&Response>, language: Language, now: Timestamp) -> Vec<What> {
        if self.is_closed(now) { Vec::new() } else { self.put(response, language, now) }
    }

    /// Marks the question on the table for another look, or takes the mark away.
    pub fn flag(&mut self, now: Timestamp) -> Vec<What> {
        let Some(entry) = self.entries.get(self.current).filter(|_| !self.is_closed(now)) else { return Vec::new() };
        let question = entry.question.id.clone();
        let on = !self.run.flagged.contains(&question);
        self.run.flag(&question, on);
        self.with_clock(What::ExamFlagged { run: self.run.id(), question, on }, now)
    }

    /// Puts another question on the table; one that does not exist leaves things as they are.
    pub fn go(&mut self, place: usize, now: Timestamp) {
        if place < self.entries.len() && place != self.current {
            let spent = self.spent_by(now);
            if let Some(slot) = self.spent.get_mut(self.current) {
                *slot = spent;
            }
            (self.current, self.since) = (place, now);
        }
    }

    /// Ends the exam, with what is marked for the question on the table: from now on every question has its verdict.
    pub fn hand_in(&mut self, last: Option<&Response>, by: HandedInBy, language: Language, now: Moment) -> Vec<What> {
        if self.run.finished.is_some() {
            return Vec::new();
        }
        let stopped = now.timestamp.min(self.countdown.ends_at());
        let mut facts = self.put(last, language, stopped);
        facts.extend(self.clock_fact(stopped));
        facts.push(self.run.hand_in(by));
        self.run.elapsed = self.countdown.elapsed(stopped);
        self.run.finished = Some(Finished { at: now, by, score: self.run.score() });
        self.judge();
        facts
    }

    /// Takes over what became of this exam elsewhere.
    pub fn replace(&mut self, run: &ExamRun) {
        self.run = run.clone();
        if run.finished.is_some() {
            self.judge();
        }
    }

    /// Where the clock of an exam that pauses stands; nothing for one that runs on.
    pub fn clock_fact(&self, now: Timestamp) -> Option<What> {
        let elapsed_ms = u64::try_from(self.countdown.elapsed(now).as_millis()).unwrap_or(0);
        let pauses = self.run.started.clock == ExamClock::Pauses && self.run.finished.is_none();
        pauses.then(|| What::ExamLeft { run: self.run.id(), elapsed_ms })
    }

    /// Nothing can be changed any more.
    pub fn is_closed(&self, now: Timestamp) -> bool {
        self.run.finished.is_some() || self.countdown.is_over(now)
    }

    fn put(&mut self, response: Option<&Response>, language: Language, now: Timestamp) -> Vec<What> {
        if self.response(self.current).as_ref() == response {
            return Vec::new();
        }
        let ms = self.spent_by(now);
        let Some(entry) = self.entries.get(self.current) else { return Vec::new() };
        let response = response.unwrap_or(&Response::Unknown);
        let answered = Answered {
            question: entry.question.id.clone(),
            kind: Some(entry.question.kind()),
            revision: entry.question.revision,
            key: entry.question.key(),
            response: response.record(),
            shown: entry.shown.clone(),
            score: grade(&entry.question, response).score,
            hints: 0,
            ms,
            mode: Mode::Exam,
            language,
            run: Some(self.run.id()),
        };
        self.run.put(answered.clone());
        self.with_clock(What::ExamAnswered(answered), now)
    }

    /// A fact of a pausing exam goes with its clock, so that a program that is killed gives back no more time than since
    /// the last one.
    fn with_clock(&self, what: What, now: Timestamp) -> Vec<What> {
        std::iter::once(what).chain(self.clock_fact(now)).collect()
    }

    /// Time spent on the question on the table.
    fn spent_by(&self, now: Timestamp) -> u64 {
        let before = self.spent.get(self.current).copied().unwrap_or(0);
        before.saturating_add(elapsed_ms(self.since, now))
    }

    fn judge(&mut self) {
        for place in 0..self.entries.len() {
            let response = self.response(place).unwrap_or(Response::Unknown);
            let entry = &mut self.entries[place];
            entry.outcome = Some(Outcome { verdict: grade(&entry.question, &response), response });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::event::Event;
    use crate::domain::event::examples::event;
    use crate::domain::progress::Progress;
    use crate::domain::question::Body;
    use crate::domain::question::examples::{choices, question};
    use jiff::SignedDuration;
    use uuid::Uuid;

    fn questions() -> Vec<Question> {
        ["a", "b", "c"].map(|id| question(id, Body::Single(choices(3, "a")))).to_vec()
    }

    fn at(minute: i64) -> Moment {
        event(0, minute, What::Reset).at
    }

    fn sitting(clock: ExamClock) -> (Sitting, Vec<Event>) {
        let started = ExamStarted {
            exam: "x".into(),
            run: Uuid::from_u128(1),
            seed: 7,
            minutes: 60,
            clock,
            questions: ["a", "b", "c"].map(QuestionId::from).to_vec(),
        };
        let (sitting, fact) = Sitting::start(started, questions(), Options::Shuffled, at(0));
        (sitting, vec![event(1, 0, fact)])
    }

    /// Answers and keeps the facts, as a journal does.
    fn answer(sitting: &mut Sitting, journal: &mut Vec<Event>, id: &str, minute: i64) {
        let facts = sitting.answer(Some(&Response::choice([id])), Language::English, at(minute).timestamp);
        for fact in facts {
            journal.push(event(journal.len() as u128 + 1, minute, fact));
        }
    }

    fn hand_in(sitting: &mut Sitting, by: HandedInBy, minute: i64) -> Vec<What> {
        sitting.hand_in(sitting.response(sitting.position()).as_ref(), by, Language::English, at(minute))
    }

    #[test]
    fn answers_can_be_changed_until_it_is_handed_in() {
        let (mut sitting, mut journal) = sitting(ExamClock::Runs);
        answer(&mut sitting, &mut journal, "b", 1);
        answer(&mut sitting, &mut journal, "b", 2);
        assert_eq!(journal.len(), 2, "the same answer again is no news");
        answer(&mut sitting, &mut journal, "a", 3);
        assert_eq!(sitting.response(0), Some(Response::choice(["a"])));
        let facts = hand_in(&mut sitting, HandedInBy::Learner, 4);
        assert_eq!(facts, [What::ExamFinished { run: Uuid::from_u128(1), by: HandedInBy::Learner, score: 1.0 / 3.0 }]);
        answer(&mut sitting, &mut journal, "c", 5);
        assert_eq!(sitting.response(0), Some(Response::choice(["a"])));
    }

    #[test]
    fn there_is_no_verdict_before_the_hand_in_and_one_for_every_question_after_it() {
        let (mut sitting, mut journal) = sitting(ExamClock::Runs);
        answer(&mut sitting, &mut journal, "a", 1);
        assert!(sitting.entries().iter().all(|entry| entry.outcome.is_none()));
        hand_in(&mut sitting, HandedInBy::Learner, 4);
        let scores: Vec<f64> =
            sitting.entries().iter().map(|entry| entry.outcome.as_ref().unwrap().verdict.score).collect();
        assert_eq!(scores, [1.0, 0.0, 0.0]);
    }

    #[test]
    fn nothing_is_answered_after_the_last_second() {
        let (mut sitting, mut journal) = sitting(ExamClock::Runs);
        answer(&mut sitting, &mut journal, "a", 60);
        assert_eq!(sitting.counts(), Counts { all: 3, ..Counts::default() });
        assert_eq!(sitting.flag(at(60).timestamp), []);
    }

    #[test]
    fn what_is_marked_when_the_time_is_up_counts_and_takes_no_longer_than_there_was() {
        let (mut sitting, _) = sitting(ExamClock::Runs);
        let facts = sitting.hand_in(Some(&Response::choice(["a"])), HandedInBy::Clock, Language::English, at(90));
        let told: Vec<_> =
            facts.iter().map(|fact| matches!(fact, What::ExamAnswered(it) if it.ms == 3_600_000)).collect();
        assert_eq!(told, [true, false]);
        assert_eq!(sitting.run().took(), Some(SignedDuration::from_mins(60)));
    }

    #[test]
    fn an_answer_that_is_taken_back_is_open_again_and_counts_for_nothing() {
        let (mut sitting, mut journal) = sitting(ExamClock::Runs);
        answer(&mut sitting, &mut journal, "a", 1);
        let facts = sitting.answer(None, Language::English, at(2).timestamp);
        journal.extend(facts.into_iter().map(|fact| event(5, 2, fact)));
        assert_eq!((sitting.counts().answered, sitting.run().score()), (0, 0.0));
        journal.extend(hand_in(&mut sitting, HandedInBy::Learner, 3).into_iter().map(|fact| event(6, 3, fact)));
        assert_eq!(Progress::fold(journal).answers("a"), []);
    }

    #[test]
    fn half_an_answer_is_kept_and_said_to_be_incomplete() {
        let body = Body::Multiple(choices(4, "ab"));
        let (first, _) = sitting(ExamClock::Runs);
        let mut sitting = Sitting::resume(first.run(), vec![question("a", body)], Options::Shuffled, at(0).timestamp);
        let mut incomplete_after = |ids: &[&str]| {
            let response = Response::choice(ids.iter().copied());
            assert_eq!(sitting.answer(Some(&response), Language::English, at(1).timestamp).len(), 1);
            (sitting.counts().answered, sitting.counts().incomplete, sitting.state(0).is_incomplete)
        };
        assert_eq!(incomplete_after(&["a"]), (1, 1, true));
        assert_eq!(incomplete_after(&["a", "c"]), (1, 0, false));
    }

    #[test]
    fn the_time_of_a_question_is_the_sum_of_its_visits() {
        let (mut sitting, mut journal) = sitting(ExamClock::Runs);
        sitting.go(1, at(2).timestamp);
        sitting.go(0, at(5).timestamp);
        answer(&mut sitting, &mut journal, "a", 6);
        assert_eq!(sitting.run().answer(&"a".into()).unwrap().ms, 3 * 60_000);
    }

    #[test]
    fn it_is_taken_up_again_where_the_journal_has_it_with_the_clock_run_on() {
        let (mut before, mut journal) = sitting(ExamClock::Runs);
        answer(&mut before, &mut journal, "b", 1);
        before.go(1, at(1).timestamp);
        let flag = before.flag(at(2).timestamp).remove(0);
        journal.push(event(9, 2, flag));
        let progress = Progress::fold(journal);
        let after = Sitting::resume(progress.exams().open().unwrap(), questions(), Options::Shuffled, at(30).timestamp);
        assert_eq!((after.position(), after.response(0)), (1, Some(Response::choice(["b"]))));
        assert!(after.state(1).is_flagged && !after.state(1).is_answered);
        assert_eq!(after.countdown().remaining(at(30).timestamp), SignedDuration::from_mins(30));
        let orders = |sitting: &Sitting| sitting.entries().iter().map(|entry| entry.shown.clone()).collect::<Vec<_>>();
        assert_eq!(orders(&after), orders(&before));
    }

    #[test]
    fn a_pausing_clock_stands_where_the_last_fact_was() {
        let (mut before, mut journal) = sitting(ExamClock::Pauses);
        answer(&mut before, &mut journal, "b", 10);
        // The program is killed five minutes later.
        let progress = Progress::fold(journal);
        let after =
            Sitting::resume(progress.exams().open().unwrap(), questions(), Options::Shuffled, at(500).timestamp);
        assert_eq!(after.countdown().remaining(at(500).timestamp), SignedDuration::from_mins(50));
    }

    #[test]
    fn options_stand_as_written_for_who_wants_that() {
        let (before, _) = sitting(ExamClock::Runs);
        let pinned = Sitting::resume(before.run(), questions(), Options::AsWritten, at(1).timestamp);
        assert!(pinned.entries().iter().all(|entry| entry.shown == ["a", "b", "c"]));
        assert!(before.entries().iter().any(|entry| entry.shown != ["a", "b", "c"]));
    }

    #[test]
    fn a_question_that_is_gone_from_the_course_is_not_shown() {
        let (before, _) = sitting(ExamClock::Runs);
        let after = Sitting::resume(before.run(), questions()[1..].to_vec(), Options::Shuffled, at(1).timestamp);
        assert_eq!(after.entries().len(), 2);
    }

    #[test]
    fn handed_in_answers_count_as_answers_at_that_time() {
        let (mut sitting, mut journal) = sitting(ExamClock::Runs);
        answer(&mut sitting, &mut journal, "b", 1);
        answer(&mut sitting, &mut journal, "a", 2);
        assert_eq!(Progress::fold(journal.clone()).answers("a"), []);
        journal.push(event(9, 40, hand_in(&mut sitting, HandedInBy::Clock, 40).remove(0)));
        let progress = Progress::fold(journal);
        let told: Vec<_> =
            progress.answers("a").iter().map(|answer| (answer.score, answer.mode, answer.event)).collect();
        assert_eq!(told, [(1.0, Mode::Exam, Uuid::from_u128(3))]);
        assert_eq!(progress.answers("a")[0].at, at(40));
    }
}
