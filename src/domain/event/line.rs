//! The form of an event on disk: one flat JSON object a line.
//!
//! `v`, `id`, `at`, `type` and the fields of its type, so that a line reads on its own and parses in one pass. It must
//! not know files: it turns a line into a fact and a fact into a line.

use super::{Answered, Event, ExamClock, ExamStarted, HandedInBy, Mode, Order, Rating, ScenarioFinished, What};
use crate::domain::id::{ChapterId, QuestionId, ScenarioId, SectionId};
use crate::domain::moment::Moment;
use crate::domain::question::Kind;
use crate::domain::response::Recorded;
use crate::text::Language;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use uuid::Uuid;

/// The version of the line format that this program writes, and the newest that it understands.
pub const VERSION: u32 = 1;

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
        let written = Written { v: VERSION, id: self.id, at: self.at, what: &self.what };
        serde_json::to_string(&written).unwrap_or_default()
    }
}

impl Line {
    /// The place of a line, far cheaper than the line itself; none if it is no event.
    pub fn order(line: &str) -> Option<Order> {
        as_written(line).or_else(|| {
            let head: Head<'_> = serde_json::from_str(line).ok()?;
            Some((head.at.timestamp, head.id))
        })
    }

    /// Reads one line.
    ///
    /// # Errors
    /// What serde says of text that is no event, or of a known event whose fields are not what they should be.
    pub fn parse(line: &str) -> Result<Line, serde_json::Error> {
        let flat: Flat<'_> = match serde_json::from_str(line) {
            Ok(flat) => flat,
            Err(error) => return Head::of_another_program(line).ok_or(error),
        };
        let (id, at) = (flat.id, flat.at);
        if flat.v > VERSION {
            return Ok(Line::Unknown { id, at, name: flat.kind.into_owned() });
        }
        match flat.into_what()? {
            Ok(what) => Ok(Line::Known(Event { id, at, what })),
            Err(name) => Ok(Line::Unknown { id, at, name }),
        }
    }

    /// The id of its event.
    pub fn id(&self) -> Uuid {
        match self {
            Line::Known(event) => event.id,
            Line::Unknown { id, .. } => *id,
        }
    }
}

/// What every version of the line has.
#[derive(Deserialize)]
struct Head<'a> {
    v: u32,
    id: Uuid,
    at: Moment,
    #[serde(rename = "type", borrow)]
    kind: Cow<'a, str>,
}

impl Head<'_> {
    /// A line of a newer version or of an unknown type, whatever its other fields hold; none if this program should have
    /// understood it.
    fn of_another_program(line: &str) -> Option<Line> {
        let Head { v, id, at, kind } = serde_json::from_str(line).ok()?;
        let name = kind.to_string();
        let is_known = !matches!(Flat { kind, ..Flat::default() }.into_what(), Ok(Err(_)));
        (v > VERSION || !is_known).then_some(Line::Unknown { id, at, name })
    }
}

/// The place of a line that begins as this program writes it. No later field can contradict it: a name that comes twice
/// makes the line unreadable.
fn as_written(line: &str) -> Option<Order> {
    let (id, rest) = line.strip_prefix(r#"{"v":1,"id":""#)?.split_at_checked(36)?;
    let (at, _) = rest.strip_prefix(r#"","at":""#)?.split_once('"')?;
    Some((Moment::parse(at)?.timestamp, Uuid::try_parse(id).ok()?))
}

/// The form in which an event is written.
#[derive(Serialize)]
struct Written<'a> {
    v: u32,
    id: Uuid,
    at: Moment,
    #[serde(flatten)]
    what: &'a What,
}

/// The union of the fields of all types: whatever the type, a line is read in one pass.
#[derive(Default, Deserialize)]
struct Flat<'a> {
    v: u32,
    id: Uuid,
    at: Moment,
    #[serde(rename = "type", borrow)]
    kind: Cow<'a, str>,
    section: Option<SectionId>,
    paragraph: Option<u32>,
    chapter: Option<ChapterId>,
    seed: Option<u64>,
    #[serde(default)]
    questions: Vec<QuestionId>,
    question: Option<QuestionId>,
    #[serde(rename = "kind")]
    question_kind: Option<Kind>,
    revision: Option<u32>,
    key: Option<String>,
    #[serde(default, deserialize_with = "even_null")]
    response: Option<Recorded>,
    #[serde(default)]
    shown: Vec<String>,
    score: Option<f64>,
    hints: Option<u32>,
    ms: Option<u64>,
    mode: Option<Mode>,
    language: Option<Language>,
    run: Option<Uuid>,
    event: Option<Uuid>,
    on: Option<bool>,
    answer: Option<Uuid>,
    rating: Option<Rating>,
    exam: Option<String>,
    minutes: Option<u32>,
    clock: Option<ExamClock>,
    elapsed_ms: Option<u64>,
    by: Option<HandedInBy>,
    scenario: Option<ScenarioId>,
    won: Option<bool>,
    answers: Option<u64>,
    #[serde(default)]
    acts: Vec<String>,
    #[serde(default)]
    parameters: Vec<f64>,
}

/// "I don't know" is written as `null`, which must not read as "no response at all".
fn even_null<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Recorded>, D::Error> {
    Recorded::deserialize(deserializer).map(Some)
}

impl Flat<'_> {
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
            "answered" => What::Answered(self.into_answered()?),
            "exam_answered" => What::ExamAnswered(self.into_answered()?),
            "exam_started" => What::ExamStarted(ExamStarted {
                exam: needed(self.exam, "exam")?,
                run: needed(self.run, "run")?,
                seed: needed(self.seed, "seed")?,
                minutes: needed(self.minutes, "minutes")?,
                clock: self.clock.unwrap_or_default(),
                questions: self.questions,
            }),
            "exam_flagged" => What::ExamFlagged {
                run: needed(self.run, "run")?,
                question: needed(self.question, "question")?,
                on: self.on.unwrap_or(true),
            },
            "exam_left" => {
                What::ExamLeft { run: needed(self.run, "run")?, elapsed_ms: needed(self.elapsed_ms, "elapsed_ms")? }
            }
            "exam_finished" => What::ExamFinished {
                run: needed(self.run, "run")?,
                by: needed(self.by, "by")?,
                score: share(needed(self.score, "score")?)?,
            },
            "rated" => What::Rated { answer: needed(self.answer, "answer")?, rating: needed(self.rating, "rating")? },
            "scenario_acted" => What::ScenarioActed {
                scenario: needed(self.scenario, "scenario")?,
                run: needed(self.run, "run")?,
                acts: self.acts,
            },
            "scenario_finished" => What::ScenarioFinished(ScenarioFinished {
                scenario: needed(self.scenario, "scenario")?,
                run: needed(self.run, "run")?,
                acts: self.acts,
                score: share(needed(self.score, "score")?)?,
                won: needed(self.won, "won")?,
                questions: self.questions,
            }),
            "parameters_fitted" => {
                What::ParametersFitted { parameters: self.parameters, answers: self.answers.unwrap_or(0) }
            }
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

    fn into_answered(self) -> Result<Answered, serde_json::Error> {
        Ok(Answered {
            question: needed(self.question, "question")?,
            kind: self.question_kind,
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
        })
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

#[cfg(test)]
mod tests {
    use super::super::examples::*;
    use super::*;

    #[test]
    fn a_line_is_flat_and_reads_on_its_own() {
        let event = event(1, 0, What::Position { section: "s3#when".into(), paragraph: 4 });
        assert_eq!(
            event.to_line(),
            r#"{"v":1,"id":"00000000-0000-0000-0000-000000000001","at":"2026-11-22T09:00:00.000+09:00","type":"position","section":"s3#when","paragraph":4}"#
        );
    }

    /// One event of every type.
    fn one_of_each() -> Vec<Event> {
        let section = SectionId::from("s3#when");
        let What::Answered(fact) = answered("q", 0.5) else { unreachable!() };
        let exam_answered = What::ExamAnswered(Answered { mode: Mode::Exam, ..fact });
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
            What::Rated { answer: Uuid::from_u128(3), rating: Rating::Hard },
            What::ExamStarted(ExamStarted {
                exam: "clf".into(),
                run: Uuid::from_u128(5),
                seed: 9,
                minutes: 90,
                clock: ExamClock::Pauses,
                questions: vec!["q".into()],
            }),
            exam_answered,
            What::ExamFlagged { run: Uuid::from_u128(5), question: "q".into(), on: true },
            What::ExamLeft { run: Uuid::from_u128(5), elapsed_ms: 61_000 },
            What::ExamFinished { run: Uuid::from_u128(5), by: HandedInBy::Clock, score: 0.25 },
            What::ScenarioActed {
                scenario: "image-load".into(),
                run: Uuid::from_u128(6),
                acts: vec!["cdn".into(), "s3".into()],
            },
            What::ScenarioFinished(ScenarioFinished {
                scenario: "image-load".into(),
                run: Uuid::from_u128(6),
                acts: vec!["cdn".into()],
                score: 0.5,
                won: false,
                questions: vec!["q".into()],
            }),
            What::ParametersFitted { parameters: vec![0.25, 1.5], answers: 812 },
            What::Bookmarked { section: section.clone(), on: false },
            What::Position { section, paragraph: 2 },
            What::Reset,
        ];
        all.into_iter().map(|what| event(7, 1, what)).collect()
    }

    #[test]
    fn every_type_is_read_as_it_was_written() {
        for event in one_of_each() {
            assert_eq!(Line::parse(&event.to_line()).unwrap(), Line::Known(event));
        }
    }

    #[test]
    fn no_type_that_is_known_can_pass_for_one_of_another_program() {
        for event in one_of_each() {
            let damaged = event.to_line().replacen('}', r#","ms":"long"}"#, 1);
            assert!(Line::parse(&damaged).is_err(), "{damaged}");
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
    fn what_another_program_writes_may_have_fields_of_any_form() {
        let line = |v: u32, rest: &str| {
            let id = Uuid::from_u128(9);
            format!(r#"{{"v":{v},"id":"{id}","at":"2026-11-22T09:00:00.000+09:00","type":{rest}}}"#)
        };
        let name = |line: &str| match Line::parse(line) {
            Ok(Line::Unknown { id, name, .. }) if id == Uuid::from_u128(9) => name,
            other => panic!("{line}: {other:?}"),
        };
        let scored = r#""answered","question":"q","score":{"points":3,"of":4},"mode":"review""#;
        assert_eq!(name(&line(2, scored)), "answered");
        let of_a_new_kind = r#""answered","question":"q","kind":"hotspot","score":1.0,"mode":"review""#;
        assert_eq!(name(&line(2, of_a_new_kind)), "answered");
        assert_eq!(name(&line(1, r#""streak","answers":[1,2]"#)), "streak");
        // What this version should have understood is damaged.
        assert!(Line::parse(&line(1, scored)).is_err() && Line::parse(&line(1, of_a_new_kind)).is_err());
    }

    #[test]
    fn the_place_of_a_line_is_that_of_its_event_however_it_is_written() {
        let event = event(7, 3, answered("q", 0.5));
        let place = Some(event.order());
        let line = event.to_line();
        assert_eq!(Line::order(&line), place);
        assert_eq!(as_written(&line), place);
        // Another program may write spaces, or the names in another order.
        let spaced = line.replacen(',', ", ", 3);
        assert_eq!((Line::order(&spaced), as_written(&spaced)), (place, None));
        assert_eq!(Line::order("{}"), None);
        assert_eq!(Line::order(&line[..20]), None);
    }

    #[test]
    fn a_line_that_lies_is_refused() {
        let line = event(1, 0, answered("q", 0.5)).to_line();
        assert!(Line::parse(&line.replace("0.5", "7.0")).is_err());
        assert!(Line::parse(&line.replace(r#""question":"q","#, "")).is_err());
        assert!(Line::parse(&line[..line.len() - 4]).is_err());
    }
}
