//! What has been read, answered and marked: the fold of the journal's events.
//!
//! `apply` is the only way in, for a line read at start and for one just written alike. There is no second copy of the
//! truth; this one can be thrown away and folded again.

use super::event::{Answered, Event, Mode, What};
use super::id::{ChapterId, QuestionId, SectionId};
use super::mock_exam::{Counted, ExamRuns};
use super::moment::Moment;
use super::outline::{ChapterOutline, Outline, QuestionOutline};
use super::response::Recorded;
use super::verdict::Grade;
use jiff::Timestamp;
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Progress {
    /// When each section was read for the first time.
    sections_read: HashMap<SectionId, Moment>,
    answers: HashMap<QuestionId, Vec<Answer>>,
    runs: HashMap<ChapterId, Run>,
    positions: HashMap<ChapterId, Position>,
    latest: Option<Position>,
    bookmarks: Vec<SectionId>,
    undone: HashSet<Uuid>,
    exams: ExamRuns,
    newest: Option<(Timestamp, Uuid)>,
}

/// One answer to a question, as far as learning is concerned.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    pub event: Uuid,
    pub at: Moment,
    /// Time from question to answer, in milliseconds.
    pub ms: u64,
    pub revision: u32,
    pub score: f64,
    pub mode: Mode,
    /// The run of the quiz that it belongs to.
    pub run: Option<Uuid>,
}

/// The latest run of a chapter's quiz.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    pub id: Uuid,
    pub seed: u64,
    pub questions: Vec<QuestionId>,
    pub answers: HashMap<QuestionId, RunAnswer>,
}

/// What was answered within a run, for showing it again.
#[derive(Debug, Clone, PartialEq)]
pub struct RunAnswer {
    pub response: Recorded,
    pub hints: u32,
}

/// Where the reader was.
#[derive(Debug, Clone, PartialEq)]
pub struct Position {
    pub section: SectionId,
    /// Counted within the section, from 0.
    pub paragraph: u32,
}

/// Whether events came in the order in which they count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[must_use]
pub enum Applied {
    InOrder,
    /// The event is older than one applied before: only a fold of all events gives the right progress.
    OutOfOrder,
}

impl Progress {
    /// The progress of these events, in whatever order they come.
    pub fn fold(events: impl IntoIterator<Item = Event>) -> Progress {
        let mut events: Vec<Event> = events.into_iter().collect();
        events.sort_by_key(order);
        events.dedup_by_key(|event| event.id);
        let mut progress = Progress::default();
        for event in events {
            let _ = progress.apply(event);
        }
        progress
    }

    /// Takes one event in.
    pub fn apply(&mut self, event: Event) -> Applied {
        let order = order(&event);
        if self.newest == Some(order) {
            // The same line twice: a file was joined to a copy of itself.
            return Applied::InOrder;
        }
        let applied =
            if self.newest.is_some_and(|newest| order < newest) { Applied::OutOfOrder } else { Applied::InOrder };
        self.newest = self.newest.max(Some(order));
        match event.what {
            What::SectionRead { section } => {
                self.sections_read.entry(section).or_insert(event.at);
            }
            // Follows from the sections; it is in the journal for those who read it without a course.
            What::ChapterRead { .. } => {}
            What::QuizStarted { chapter, seed, run, questions } => {
                self.runs.insert(chapter, Run { id: run, seed, questions, answers: HashMap::new() });
            }
            What::Answered(answered) => self.answer(event.id, event.at, answered),
            What::Undone { event } => self.undo(event),
            What::Bookmarked { section, on } => {
                self.bookmarks.retain(|bookmark| *bookmark != section);
                if on {
                    self.bookmarks.push(section);
                }
            }
            What::Position { section, paragraph } => {
                let position = Position { section, paragraph };
                self.positions.insert(position.section.chapter(), position.clone());
                self.latest = Some(position);
            }
            exam @ (What::ExamStarted(_)
            | What::ExamAnswered(_)
            | What::ExamFlagged { .. }
            | What::ExamLeft { .. }
            | What::ExamFinished { .. }) => {
                for Counted { event: answer, at, answered } in self.exams.apply(event.id, event.at, exam) {
                    self.answer(answer, at, answered);
                }
            }
            What::Rated { .. }
            | What::ScenarioActed { .. }
            | What::ScenarioFinished(_)
            | What::ParametersFitted { .. } => {}
            What::Reset => *self = Progress { newest: self.newest, ..Progress::default() },
        }
        applied
    }

    fn answer(&mut self, event: Uuid, at: Moment, answered: Answered) {
        let Answered { question, revision, score, mode, response, hints, ms, run, .. } = answered;
        if let Some(run) = self.runs.values_mut().find(|kept| Some(kept.id) == run) {
            run.answers.insert(question.clone(), RunAnswer { response, hints });
        }
        self.answers.entry(question).or_default().push(Answer { event, at, ms, revision, score, mode, run });
    }

    fn undo(&mut self, event: Uuid) {
        for (question, answers) in &mut self.answers {
            let Some(place) = answers.iter().position(|answer| answer.event == event) else { continue };
            let undone = answers.remove(place);
            // Its question is open again in the run.
            if let Some(run) = self.runs.values_mut().find(|kept| Some(kept.id) == undone.run) {
                run.answers.remove(question);
            }
        }
        self.undone.insert(event);
    }

    pub fn is_read(&self, section: &SectionId) -> bool {
        self.sections_read.contains_key(section)
    }

    /// Sections of a chapter that have been read.
    pub fn sections_read(&self, chapter: &ChapterOutline) -> usize {
        chapter.sections.iter().filter(|section| self.is_read(&chapter.id.section(&section.id))).count()
    }

    /// Sections read ÷ sections, between 0 and 1.
    pub fn read_share(&self, chapter: &ChapterOutline) -> f64 {
        if chapter.sections.is_empty() {
            0.0
        } else {
            self.sections_read(chapter) as f64 / chapter.sections.len() as f64
        }
    }

    /// The answers to a question, oldest first.
    pub fn answers(&self, question: &str) -> &[Answer] {
        self.answers.get(question).map_or(&[], Vec::as_slice)
    }

    /// Every question that was answered, with its answers, oldest first.
    pub fn answered(&self) -> impl Iterator<Item = (&QuestionId, &[Answer])> {
        self.answers.iter().map(|(question, answers)| (question, answers.as_slice()))
    }

    /// When each section was read for the first time.
    pub fn readings(&self) -> impl Iterator<Item = Moment> {
        self.sections_read.values().copied()
    }

    /// How the newest answer to the question as it stands now went; `None` if there is none.
    pub fn standing(&self, question: &QuestionOutline) -> Option<Grade> {
        let current =
            self.answers(question.id.as_str()).iter().rev().find(|answer| answer.revision == question.revision);
        current.map(|answer| Grade::of(answer.score))
    }

    /// The run of a chapter's quiz that was begun last and not finished.
    pub fn open_run(&self, chapter: &str) -> Option<&Run> {
        self.runs.get(chapter).filter(|run| run.questions.iter().any(|id| !run.answers.contains_key(id)))
    }

    /// Where the reader was in a chapter.
    pub fn position(&self, chapter: &str) -> Option<&Position> {
        self.positions.get(chapter)
    }

    /// Where the reader was last.
    pub fn latest_position(&self) -> Option<&Position> {
        self.latest.as_ref()
    }

    /// Bookmarked sections, oldest first.
    pub fn bookmarks(&self) -> &[SectionId] {
        &self.bookmarks
    }

    pub fn is_bookmarked(&self, section: &SectionId) -> bool {
        self.bookmarks.contains(section)
    }

    /// The mock exams, open and handed in.
    pub fn exams(&self) -> &ExamRuns {
        &self.exams
    }

    /// Nothing has been read or answered yet.
    pub fn is_empty(&self) -> bool {
        self.sections_read.is_empty() && self.answers.is_empty() && self.latest.is_none()
    }

    /// The chapter to go on with: the first that is not read to its end.
    pub fn next_chapter<'a>(&self, outline: &'a Outline) -> Option<&'a ChapterOutline> {
        outline.chapters().find(|chapter| self.sections_read(chapter) < chapter.sections.len())
    }
}

/// The canonical order of events.
fn order(event: &Event) -> (Timestamp, Uuid) {
    (event.at.timestamp, event.id)
}

#[cfg(test)]
mod tests {
    use super::super::event::examples::*;
    use super::super::outline::examples::outline;
    use super::*;
    use proptest::prelude::*;

    fn read(number: u128, section: &str) -> Event {
        event(number, number as i64, What::SectionRead { section: section.into() })
    }

    #[test]
    fn reading_is_counted_by_section_and_once() {
        let progress = Progress::fold([read(1, "s3#problem"), read(2, "s3#problem")]);
        let outline = outline();
        assert_eq!(progress.read_share(outline.chapter("s3").unwrap()), 0.5);
        assert_eq!(progress.next_chapter(&outline).unwrap().id.as_str(), "cloud");
    }

    #[test]
    fn the_newest_answer_counts_and_an_undone_one_does_not() {
        let outline = outline();
        let question = &outline.chapter("s3").unwrap().questions[0];
        let right = event(1, 1, answered("s3-1", 1.0));
        let wrong = event(2, 2, answered("s3-1", 0.0));
        let undone = event(3, 3, What::Undone { event: wrong.id });
        assert_eq!(Progress::fold([right.clone(), wrong.clone()]).standing(question), Some(Grade::Wrong));
        assert_eq!(Progress::fold([right, wrong, undone]).standing(question), Some(Grade::Right));
    }

    #[test]
    fn answers_to_an_older_revision_stay_but_do_not_count() {
        let mut question = outline().chapter("s3").unwrap().questions[0].clone();
        question.revision = 2;
        let progress = Progress::fold([event(1, 1, answered("s3-1", 1.0))]);
        assert_eq!(progress.standing(&question), None);
        assert_eq!(progress.answers("s3-1").len(), 1);
    }

    #[test]
    fn a_run_is_open_until_its_last_answer() {
        let questions = vec!["s3-1".into(), "s3-2".into()];
        let started = What::QuizStarted { chapter: "s3".into(), seed: 5, run: Uuid::from_u128(99), questions };
        let mut progress = Progress::fold([event(1, 1, started), event(2, 2, answered("s3-1", 1.0))]);
        let run = progress.open_run("s3").unwrap();
        assert_eq!((run.seed, run.answers.len()), (5, 1));
        assert_eq!(progress.apply(event(3, 3, answered("s3-2", 0.0))), Applied::InOrder);
        assert_eq!(progress.open_run("s3"), None);
    }

    #[test]
    fn a_reset_forgets_what_was_before_and_not_what_comes_after() {
        let reset = event(2, 2, What::Reset);
        let progress = Progress::fold([read(1, "s3#problem"), reset, read(3, "s3#summary")]);
        assert!(!progress.is_read(&"s3#problem".into()));
        assert!(progress.is_read(&"s3#summary".into()));
    }

    #[test]
    fn bookmarks_are_set_and_taken_away() {
        let mark = |number, on| event(number, number as i64, What::Bookmarked { section: "s3#summary".into(), on });
        assert_eq!(Progress::fold([mark(1, true)]).bookmarks(), ["s3#summary".into()]);
        assert!(Progress::fold([mark(1, true), mark(2, false)]).bookmarks().is_empty());
    }

    #[test]
    fn an_old_event_says_that_a_new_fold_is_due() {
        let mut progress = Progress::fold([read(5, "s3#problem")]);
        assert_eq!(progress.apply(read(4, "s3#summary")), Applied::OutOfOrder);
    }

    proptest! {
        #[test]
        fn the_order_of_arrival_does_not_matter(kinds in prop::collection::vec((0u8..6, 0i64..20), 1..40), seed in any::<u64>()) {
            let what = |kind| match kind {
                0 => What::SectionRead { section: "s3#problem".into() },
                1 => answered("s3-1", 0.5),
                2 => What::Bookmarked { section: "s3#problem".into(), on: true },
                3 => What::Position { section: "aws#problem".into(), paragraph: 3 },
                4 => What::Reset,
                _ => What::Undone { event: Uuid::from_u128(1) },
            };
            let events: Vec<Event> =
                kinds.iter().enumerate().map(|(number, (kind, minute))| event(number as u128, *minute, what(*kind))).collect();
            let mixed = super::super::shuffle::permutation(events.len(), seed).into_iter().map(|place| events[place].clone());
            prop_assert_eq!(Progress::fold(mixed), Progress::fold(events));
        }
    }
}
