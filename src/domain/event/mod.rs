//! What happened, as one line of the journal.
//!
//! An event is a fact in the past: it is never changed. The names of types and fields here are those on disk; how a line
//! is put together and read has a file of its own. It must not know where it is written.

mod line;

pub use line::{Line, VERSION};

use super::id::{ChapterId, QuestionId, ScenarioId, SectionId};
use super::moment::Moment;
use super::question::Kind;
use super::response::Recorded;
use crate::text::Language;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    pub id: Uuid,
    pub at: Moment,
    pub what: What,
}

/// The place of an event among all events: they count in the order of their times, then of their ids.
pub type Order = (Timestamp, Uuid);

impl Event {
    pub fn order(&self) -> Order {
        (self.at.timestamp, self.id)
    }
}

/// The facts that this program knows.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum What {
    /// The end of a section was on the screen.
    SectionRead {
        section: SectionId,
    },
    /// Every section of a chapter has been read.
    ChapterRead {
        chapter: ChapterId,
    },
    /// A run of a quiz began: these questions, mixed by this seed.
    QuizStarted {
        chapter: ChapterId,
        seed: u64,
        run: Uuid,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        questions: Vec<QuestionId>,
    },
    Answered(Answered),
    /// An earlier event no longer counts.
    Undone {
        event: Uuid,
    },
    /// A bookmark was set or taken away.
    Bookmarked {
        section: SectionId,
        on: bool,
    },
    /// Where the reader is: the paragraph is counted within the section.
    Position {
        section: SectionId,
        paragraph: u32,
    },
    /// The learner says how well an answer was really known.
    Rated {
        answer: Uuid,
        rating: Rating,
    },
    /// A mock exam began; its clock runs from this event on.
    ExamStarted(ExamStarted),
    /// An answer in an exam that is not handed in yet: the last one to each question counts when it is.
    ExamAnswered(Answered),
    /// A question of an exam was marked for another look, or the mark was taken away.
    ExamFlagged {
        run: Uuid,
        question: QuestionId,
        on: bool,
    },
    /// So much time of an exam whose clock pauses was gone when something happened in it, or when it was left.
    ExamLeft {
        run: Uuid,
        elapsed_ms: u64,
    },
    /// An exam was handed in, by the learner or by the clock.
    ExamFinished {
        run: Uuid,
        by: HandedInBy,
        /// The mean score of its questions, between 0 and 1.
        score: f64,
    },
    /// Everything that was decided so far in a run of a scenario. The newest such event of a run counts, so that taking
    /// a decision back is one more event.
    ScenarioActed {
        scenario: ScenarioId,
        run: Uuid,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        acts: Vec<String>,
    },
    /// A run of a scenario ended.
    ScenarioFinished(ScenarioFinished),
    /// The scheduler's parameters were fitted to this learner's answers.
    ParametersFitted {
        #[serde(skip_serializing_if = "Vec::is_empty")]
        parameters: Vec<f64>,
        /// How many answers they were fitted to.
        answers: u64,
    },
    /// Everything before counts no longer.
    Reset,
}

impl What {
    /// Whether a learner did it, and would not want to do it again: losing it is worth a word.
    pub fn is_decision(&self) -> bool {
        match self {
            What::Answered(_)
            | What::Undone { .. }
            | What::Bookmarked { .. }
            | What::Rated { .. }
            | What::ExamStarted(_)
            | What::ExamAnswered(_)
            | What::ExamFlagged { .. }
            | What::ExamFinished { .. }
            | What::ScenarioActed { .. }
            | What::ScenarioFinished(_)
            | What::ParametersFitted { .. }
            | What::Reset => true,
            What::SectionRead { .. }
            | What::ChapterRead { .. }
            | What::QuizStarted { .. }
            | What::Position { .. }
            | What::ExamLeft { .. } => false,
        }
    }
}

/// How an exam began.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ExamStarted {
    /// The name of the exam, such as `clf`; `course` for an exam over the whole course.
    pub exam: String,
    pub run: Uuid,
    /// Mixes the options of its questions.
    pub seed: u64,
    pub minutes: u32,
    pub clock: ExamClock,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<QuestionId>,
}

/// What the clock of an exam does while the program is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ExamClock {
    #[default]
    Runs,
    Pauses,
}

/// Who ended an exam.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum HandedInBy {
    Learner,
    Clock,
}

/// How a run of a scenario ended.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ScenarioFinished {
    pub scenario: ScenarioId,
    pub run: Uuid,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub acts: Vec<String>,
    /// Between 0 and 1.
    pub score: f64,
    /// Whether every goal was met, or a good ending reached.
    pub won: bool,
    /// Questions that the scenario puts on the review list.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<QuestionId>,
}

/// How well an answer was known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Rating {
    Again = 1,
    Hard = 2,
    Good = 3,
    Easy = 4,
}

/// An answer to a question.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Answered {
    pub question: QuestionId,
    /// The kind of the question; unknown in lines of the first version of this program.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<Kind>,
    pub revision: u32,
    /// Fingerprint of the answer key.
    pub key: String,
    pub response: Recorded,
    /// The order in which the options were shown.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub shown: Vec<String>,
    /// Between 0 and 1.
    pub score: f64,
    /// Hints that were looked at.
    pub hints: u32,
    /// Time from question to answer, in milliseconds.
    pub ms: u64,
    pub mode: Mode,
    pub language: Language,
    /// The run of the quiz or exam; none for a question on its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub run: Option<Uuid>,
}

/// Where a question was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    Inline,
    Quiz,
    Review,
    Exam,
    Scenario,
}

/// Events for the tests of this crate.
#[cfg(test)]
pub mod examples {
    use super::*;

    /// An event `minute` minutes into the day; its id follows from `number`.
    pub fn event(number: u128, minute: i64, what: What) -> Event {
        let at = Moment::parse("2026-11-22T09:00:00+09:00").unwrap();
        let timestamp = at.timestamp + jiff::SignedDuration::from_mins(minute);
        Event { id: Uuid::from_u128(number), at: Moment { timestamp, ..at }, what }
    }

    pub fn answered(question: &str, score: f64) -> What {
        What::Answered(Answered {
            question: question.into(),
            kind: Some(Kind::Single),
            revision: 1,
            key: "0123456789abcdef".into(),
            response: Recorded::List(vec!["a".into()]),
            shown: vec!["b".into(), "a".into()],
            score,
            hints: 0,
            ms: 4200,
            mode: Mode::Quiz,
            language: Language::Korean,
            run: Some(Uuid::from_u128(99)),
        })
    }
}
