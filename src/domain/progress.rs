//! What has been read, answered and marked: the fold of the journal's events.
//!
//! `apply` is the only way in, for a line read at start and for one just written alike. There is no second copy of the
//! truth; this one can be thrown away and folded again.

use super::day::{self, Day};
use super::event::{Answered, Event, Order, What};
use super::id::{ChapterId, QuestionId, SectionId};
use super::memory::{Answer, Memories, Memory};
use super::mock_exam::{Counted, ExamRuns};
use super::moment::Moment;
use super::outline::{ChapterOutline, Outline, QuestionOutline};
use super::quiz_runs::QuizRuns;
use super::scenario_runs::ScenarioRuns;
use super::verdict::Grade;
use jiff::Timestamp;
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

#[derive(Debug, Clone, PartialEq)]
pub struct Progress {
    /// The hour at which a day of study begins.
    day_start: u8,
    /// When each section was read for the first time.
    sections_read: HashMap<SectionId, Moment>,
    memories: Memories,
    listed: Vec<Listed>,
    quizzes: QuizRuns,
    positions: HashMap<ChapterId, Position>,
    latest: Option<Position>,
    bookmarks: Vec<SectionId>,
    scenarios: ScenarioRuns,
    undone: HashSet<Uuid>,
    exams: ExamRuns,
    newest: Option<Order>,
}

/// A question that a scenario put on the review list.
#[derive(Debug, Clone, PartialEq)]
struct Listed {
    event: Uuid,
    at: Timestamp,
    question: QuestionId,
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

impl Default for Progress {
    fn default() -> Self {
        Progress::new(day::USUAL_START)
    }
}

impl Progress {
    /// No progress yet; days of study will begin at this hour.
    pub fn new(day_start: u8) -> Progress {
        Progress {
            day_start,
            sections_read: HashMap::new(),
            memories: Memories::default(),
            listed: Vec::new(),
            quizzes: QuizRuns::default(),
            positions: HashMap::new(),
            latest: None,
            bookmarks: Vec::new(),
            scenarios: ScenarioRuns::default(),
            undone: HashSet::new(),
            exams: ExamRuns::default(),
            newest: None,
        }
    }

    /// The progress of these events, in whatever order they come, with days that begin at the usual hour.
    pub fn fold(events: impl IntoIterator<Item = Event>) -> Progress {
        Progress::default().after(events)
    }

    /// What becomes of no progress after these events, in whatever order they come.
    pub fn after(mut self, events: impl IntoIterator<Item = Event>) -> Progress {
        let mut events: Vec<Event> = events.into_iter().collect();
        events.sort_by_key(Event::order);
        events.dedup_by_key(|event| event.id);
        for event in events {
            let _ = self.apply(event);
        }
        self
    }

    /// Takes one event in.
    pub fn apply(&mut self, event: Event) -> Applied {
        let order = event.order();
        if self.newest == Some(order) {
            // The same line twice: a file was joined to a copy of itself.
            return Applied::InOrder;
        }
        let applied =
            if self.newest.is_some_and(|newest| order < newest) { Applied::OutOfOrder } else { Applied::InOrder };
        self.newest = self.newest.max(Some(order));
        if self.undone.contains(&event.id) {
            // Taken back before it came: the clock was set back in between.
            return applied;
        }
        match event.what {
            What::SectionRead { section } => {
                self.sections_read.entry(section).or_insert(event.at);
            }
            // Follows from the sections; it is in the journal for those who read it without a course.
            What::ChapterRead { .. } => {}
            What::QuizStarted { chapter, seed, run, questions } => {
                self.quizzes.start(chapter, run, seed, questions);
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
            What::Rated { answer, rating } => self.memories.correct(event.id, answer, rating),
            What::ParametersFitted { parameters, .. } => self.memories.fit(event.id, &parameters),
            What::ScenarioActed { scenario, run, acts } => self.scenarios.act(scenario, run, acts),
            What::ScenarioFinished(finished) => {
                self.list(event.id, event.at, finished.questions.clone());
                self.scenarios.finish(finished);
            }
            What::Reset => *self = Progress { newest: self.newest, ..Progress::new(self.day_start) },
        }
        applied
    }

    /// Counts an answer from this moment on: when it was given, or when its exam was handed in.
    fn answer(&mut self, event: Uuid, at: Moment, answered: Answered) {
        self.quizzes.answer(&answered);
        self.memories.answer(event, at, Day::of(at, self.day_start), answered);
    }

    fn undo(&mut self, event: Uuid) {
        if let Some((question, answer)) = self.memories.undo(event) {
            self.quizzes.reopen(answer.run, question);
        }
        self.listed.retain(|listed| listed.event != event);
        self.undone.insert(event);
    }

    fn list(&mut self, event: Uuid, at: Moment, questions: Vec<QuestionId>) {
        let at = at.timestamp;
        self.listed.extend(questions.into_iter().map(|question| Listed { event, at, question }));
    }

    /// The hour at which a day of study begins.
    pub fn day_start(&self) -> u8 {
        self.day_start
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
        self.memories.answers(question)
    }

    /// The answers to all questions, the model and the pace.
    pub fn memories(&self) -> &Memories {
        &self.memories
    }

    /// What is remembered of a question as it stands now; none if it was never answered in this form.
    pub fn memory(&self, question: &QuestionOutline) -> Option<&Memory> {
        self.memories.of(question)
    }

    /// The chance that a question will be recalled in a week; 0 if it was never answered, or answered wrong last.
    pub fn mastery(&self, question: &QuestionOutline, today: Day) -> f64 {
        self.memory(question).map_or(0.0, |memory| memory.mastery(self.memories.model(), today))
    }

    /// Questions that scenarios put on the review list and that were not answered since, the first to be listed first.
    pub fn listed(&self) -> impl Iterator<Item = &QuestionId> {
        let is_open = |listed: &&Listed| {
            let newest = self.answers(listed.question.as_str()).last();
            newest.is_none_or(|answer| answer.at.timestamp <= listed.at)
        };
        self.listed.iter().filter(is_open).map(|listed| &listed.question)
    }

    /// Every question that was answered, in the order of first answers, with its answers, oldest first.
    pub fn answered(&self) -> impl Iterator<Item = (&QuestionId, &[Answer])> {
        self.memories.histories().map(|(question, history)| (question, history.answers()))
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

    /// The runs of quizzes.
    pub fn quizzes(&self) -> &QuizRuns {
        &self.quizzes
    }

    /// The mock exams, open and handed in.
    pub fn exams(&self) -> &ExamRuns {
        &self.exams
    }

    /// The runs of scenarios.
    pub fn scenarios(&self) -> &ScenarioRuns {
        &self.scenarios
    }

    /// Nothing has been read or answered yet.
    pub fn is_empty(&self) -> bool {
        self.sections_read.is_empty() && self.memories.histories().next().is_none() && self.latest.is_none()
    }

    /// The chapter to go on with: the first that is not read to its end.
    pub fn next_chapter<'a>(&self, outline: &'a Outline) -> Option<&'a ChapterOutline> {
        outline.chapters().find(|chapter| self.sections_read(chapter) < chapter.sections.len())
    }
}

#[cfg(test)]
mod tests {
    use super::super::event::examples::*;
    use super::super::outline::examples::outline;
    use super::*;

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
    fn a_run_of_a_scenario_is_a_part_of_progress() {
        let acted = What::ScenarioActed { scenario: "load".into(), run: Uuid::from_u128(9), acts: vec!["cdn".into()] };
        let progress = Progress::fold([event(1, 1, acted)]);
        assert_eq!(progress.scenarios().open("load").unwrap().acts, ["cdn"]);
    }

    #[test]
    fn an_old_event_says_that_a_new_fold_is_due() {
        let mut progress = Progress::fold([read(5, "s3#problem")]);
        assert_eq!(progress.apply(read(4, "s3#summary")), Applied::OutOfOrder);
    }

    #[test]
    fn an_answer_can_be_taken_back_before_it_came() {
        let answer = event(1, 60, answered("s3-1", 1.0));
        // The clock was set back by an hour in between.
        let undone = event(2, 0, What::Undone { event: answer.id });
        assert!(Progress::fold([answer, undone]).answers("s3-1").is_empty());
    }

    #[test]
    fn a_reset_keeps_the_hour_at_which_days_begin() {
        assert_eq!(Progress::new(0).after([event(1, 1, What::Reset)]).day_start(), 0);
    }
}
