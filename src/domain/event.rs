//! What happened, as one line of the journal.
//!
//! An event is a fact in the past: it is never changed. It must not know where it is written. On disk every event is one
//! flat JSON object (`v`, `id`, `at`, `type` and the fields of its type), so that a line reads on its own and parses in
//! one pass.

use super::id::{ChapterId, QuestionId, SectionId};
use super::moment::Moment;
use super::response::Recorded;
use crate::text::Language;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use uuid::Uuid;

/// The version of the line format that this program writes, and the newest that it understands.
pub const VERSION: u32 = 1;

#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    pub id: Uuid,
    pub at: Moment,
    pub what: What,
}

/// The facts that this program knows.
#[derive(Debug, Clone, PartialEq)]
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
    /// Everything before counts no longer.
    Reset,
}

/// An answer to a question.
#[derive(Debug, Clone, PartialEq)]
pub struct Answered {
    pub question: QuestionId,
    pub revision: u32,
    /// Fingerprint of the answer key.
    pub key: String,
    pub response: Recorded,
    /// The order in which the options were shown.
    pub shown: Vec<String>,
    /// Between 0 and 1.
    pub score: f64,
    /// Hints that were looked at.
    pub hints: u32,
    /// Time from question to answer, in milliseconds.
    pub ms: u64,
    pub mode: Mode,
    pub language: Language,
    /// The run of the quiz; none for a question inside a chapter.
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

/// What one line of a journal is.
#[derive(Debug, Clone, PartialEq)]
pub enum Line {
    Known(Event),
    /// A newer version or a type that this program does not know: kept, and ignored.
    Unknown {
        id: Uuid,
        at: Moment,
        name: String,
    },
}

impl Event {
    /// The line without a line feed at its end.
    pub fn to_line(&self) -> String {
        serde_json::to_string(&Flat::from(self)).unwrap_or_default()
    }
}

impl Line {
    /// Reads one line.
    ///
    /// # Errors
    /// What serde says of text that is no event, or of a known event that lacks a field.
    pub fn parse(line: &str) -> Result<Line, serde_json::Error> {
        let flat: Flat<'_> = serde_json::from_str(line)?;
        let (id, at) = (flat.id, flat.at);
        if flat.v > VERSION {
            return Ok(Line::Unknown { id, at, name: flat.kind.into_owned() });
        }
        match flat.into_what()? {
            Ok(what) => Ok(Line::Known(Event { id, at, what })),
            Err(name) => Ok(Line::Unknown { id, at, name }),
        }
    }
}

/// The union of the fields of all types.
#[derive(Serialize, Deserialize)]
struct Flat<'a> {
    v: u32,
    id: Uuid,
    at: Moment,
    #[serde(rename = "type", borrow)]
    kind: Cow<'a, str>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    section: Option<SectionId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    paragraph: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    chapter: Option<ChapterId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    seed: Option<u64>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    questions: Vec<QuestionId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    question: Option<QuestionId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    revision: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    key: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "even_null")]
    response: Option<Recorded>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    shown: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    score: Option<f64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    hints: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    ms: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    mode: Option<Mode>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    language: Option<Language>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    run: Option<Uuid>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    event: Option<Uuid>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    on: Option<bool>,
}

/// "I don't know" is written as `null`, which must not read as "no response at all".
fn even_null<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Recorded>, D::Error> {
    Recorded::deserialize(deserializer).map(Some)
}

impl<'a> Flat<'a> {
    fn bare(event: &Event, kind: &'static str) -> Self {
        Flat {
            v: VERSION,
            id: event.id,
            at: event.at,
            kind: Cow::Borrowed(kind),
            section: None,
            paragraph: None,
            chapter: None,
            seed: None,
            questions: Vec::new(),
            question: None,
            revision: None,
            key: None,
            response: None,
            shown: Vec::new(),
            score: None,
            hints: None,
            ms: None,
            mode: None,
            language: None,
            run: None,
            event: None,
            on: None,
        }
    }

    /// The typed fact; the inner error is the name of an unknown type.
    fn into_what(self) -> Result<Result<What, String>, serde_json::Error> {
        let what = match &*self.kind {
            "section_read" => What::SectionRead { section: needed(self.section, "section")? },
            "chapter_read" => What::ChapterRead { chapter: needed(self.chapter, "chapter")? },
            "quiz_started" => What::QuizStarted {
                chapter: needed(self.chapter, "chapter")?,
                seed: needed(self.seed, "seed")?,
                run: needed(self.run, "run")?,
                questions: self.questions,
            },
            "answered" => What::Answered(Answered {
                question: needed(self.question, "question")?,
                revision: self.revision.unwrap_or(1),
                key: self.key.unwrap_or_default(),
                response: self.response.unwrap_or_default(),
                shown: self.shown,
                score: share(needed(self.score, "score")?)?,
                hints: self.hints.unwrap_or(0),
                ms: self.ms.unwrap_or(0),
                mode: needed(self.mode, "mode")?,
                language: self.language.unwrap_or_default(),
                run: self.run,
            }),
            "undone" => What::Undone { event: needed(self.event, "event")? },
            "bookmarked" => What::Bookmarked { section: needed(self.section, "section")?, on: self.on.unwrap_or(true) },
            "position" => {
                What::Position { section: needed(self.section, "section")?, paragraph: self.paragraph.unwrap_or(0) }
            }
            "reset" => What::Reset,
            unknown => return Ok(Err(unknown.to_string())),
        };
        Ok(Ok(what))
    }
}

impl<'a> From<&'a Event> for Flat<'a> {
    fn from(event: &'a Event) -> Self {
        let bare = |kind| Flat::bare(event, kind);
        match &event.what {
            What::SectionRead { section } => Flat { section: Some(section.clone()), ..bare("section_read") },
            What::ChapterRead { chapter } => Flat { chapter: Some(chapter.clone()), ..bare("chapter_read") },
            What::QuizStarted { chapter, seed, run, questions } => Flat {
                chapter: Some(chapter.clone()),
                seed: Some(*seed),
                run: Some(*run),
                questions: questions.clone(),
                ..bare("quiz_started")
            },
            What::Answered(answered) => Flat {
                question: Some(answered.question.clone()),
                revision: Some(answered.revision),
                key: Some(answered.key.clone()),
                response: Some(answered.response.clone()),
                shown: answered.shown.clone(),
                score: Some(answered.score),
                hints: Some(answered.hints),
                ms: Some(answered.ms),
                mode: Some(answered.mode),
                language: Some(answered.language),
                run: answered.run,
                ..bare("answered")
            },
            What::Undone { event } => Flat { event: Some(*event), ..bare("undone") },
            What::Bookmarked { section, on } => {
                Flat { section: Some(section.clone()), on: Some(*on), ..bare("bookmarked") }
            }
            What::Position { section, paragraph } => {
                Flat { section: Some(section.clone()), paragraph: Some(*paragraph), ..bare("position") }
            }
            What::Reset => bare("reset"),
        }
    }
}

fn needed<T>(field: Option<T>, name: &'static str) -> Result<T, serde_json::Error> {
    field.ok_or_else(|| serde::de::Error::missing_field(name))
}

fn share(score: f64) -> Result<f64, serde_json::Error> {
    if (0.0..=1.0).contains(&score) {
        Ok(score)
    } else {
        Err(serde::de::Error::custom(format_args!("a score is between 0 and 1, not {score}")))
    }
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

#[cfg(test)]
mod tests {
    use super::examples::*;
    use super::*;

    #[test]
    fn a_line_is_flat_and_reads_on_its_own() {
        let event = event(1, 0, What::Position { section: "s3#when".into(), paragraph: 4 });
        assert_eq!(
            event.to_line(),
            r#"{"v":1,"id":"00000000-0000-0000-0000-000000000001","at":"2026-11-22T09:00:00.000+09:00","type":"position","section":"s3#when","paragraph":4}"#
        );
    }

    #[test]
    fn every_type_is_read_as_it_was_written() {
        let section = SectionId::from("s3#when");
        let all = [
            What::SectionRead { section: section.clone() },
            What::ChapterRead { chapter: "s3".into() },
            What::QuizStarted {
                chapter: "s3".into(),
                seed: u64::MAX,
                run: Uuid::from_u128(5),
                questions: vec!["q".into()],
            },
            answered("q", 0.5),
            What::Undone { event: Uuid::from_u128(3) },
            What::Bookmarked { section: section.clone(), on: false },
            What::Position { section, paragraph: 2 },
            What::Reset,
        ];
        for what in all {
            let event = event(7, 1, what);
            assert_eq!(Line::parse(&event.to_line()).unwrap(), Line::Known(event));
        }
    }

    #[test]
    fn not_knowing_is_written_as_null_and_read_again() {
        let What::Answered(mut fact) = answered("q", 0.0) else { unreachable!() };
        fact.response = Recorded::Nothing;
        let event = event(7, 1, What::Answered(fact));
        assert!(event.to_line().contains(r#""response":null"#));
        assert_eq!(Line::parse(&event.to_line()).unwrap(), Line::Known(event));
    }

    #[test]
    fn a_newer_version_and_an_unknown_type_are_kept_apart() {
        let line = event(1, 0, What::Reset).to_line();
        let unknown = |line: &str| matches!(Line::parse(line), Ok(Line::Unknown { .. }));
        assert!(unknown(&line.replace(r#""v":1"#, r#""v":2"#)));
        assert!(unknown(&line.replace("reset", "teleported")));
    }

    #[test]
    fn a_line_that_lies_is_refused() {
        let line = event(1, 0, answered("q", 0.5)).to_line();
        assert!(Line::parse(&line.replace("0.5", "7.0")).is_err());
        assert!(Line::parse(&line.replace(r#""question":"q","#, "")).is_err());
        assert!(Line::parse(&line[..line.len() - 4]).is_err());
    }
}
