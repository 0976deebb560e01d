//! The form of an event on disk: one flat JSON object a line.
//!
//! `v`, `id`, `at`, `type` and the fields of its type, so that a line reads on its own and parses in one pass. It must
//! not know files: it turns a line into a fact and a fact into a line.

use super::{Answered, Event, ExamClock, ExamStarted, HandedInBy, Mode, Rating, ScenarioFinished, What};
use crate::domain::id::{ChapterId, QuestionId, ScenarioId, SectionId};
use crate::domain::moment::Moment;
use crate::domain::question::Kind;
use crate::domain::response::Recorded;
use crate::text::Language;
use jiff::Timestamp;
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
        serde_json::to_string(&Flat::from(self)).unwrap_or_default()
    }
}

/// The place of an event among all events: they count in the order of their times, then of their ids.
pub type Order = (Timestamp, Uuid);

impl Line {
    /// The place of a line, far cheaper than the line itself; none if it is no event.
    pub fn order(line: &str) -> Option<Order> {
        as_written(line).or_else(|| {
            let place: Place = serde_json::from_str(line).ok()?;
            Some((place.at.timestamp, place.id))
        })
    }

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

/// What every version of the line has.
#[derive(Deserialize)]
struct Place {
    id: Uuid,
    at: Moment,
}

/// The place of a line that begins as this program writes it. No later field can contradict it: a name that comes twice
/// makes the line unreadable.
fn as_written(line: &str) -> Option<Order> {
    let (id, rest) = line.strip_prefix(r#"{"v":1,"id":""#)?.split_at_checked(36)?;
    let (at, _) = rest.strip_prefix(r#"","at":""#)?.split_once('"')?;
    Some((Moment::parse(at)?.timestamp, Uuid::try_parse(id).ok()?))
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
    #[serde(rename = "kind")]
    question_kind: Option<Kind>,
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
    #[serde(default, skip_serializing_if = "Option::is_none")]
    answer: Option<Uuid>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    rating: Option<Rating>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    exam: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    minutes: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    clock: Option<ExamClock>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    elapsed_ms: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    by: Option<HandedInBy>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    scenario: Option<ScenarioId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    won: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    answers: Option<u64>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    acts: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    parameters: Vec<f64>,
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
            question_kind: None,
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
            answer: None,
            rating: None,
            exam: None,
            minutes: None,
            clock: None,
            elapsed_ms: None,
            by: None,
            scenario: None,
            won: None,
            answers: None,
            acts: Vec::new(),
            parameters: Vec::new(),
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

    fn answered(event: &Event, answered: &Answered, kind: &'static str) -> Self {
        Flat {
            question: Some(answered.question.clone()),
            question_kind: answered.kind,
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
            ..Flat::bare(event, kind)
        }
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
            What::Answered(answered) => Flat::answered(event, answered, "answered"),
            What::ExamAnswered(answered) => Flat::answered(event, answered, "exam_answered"),
            What::ExamStarted(started) => Flat {
                exam: Some(started.exam.clone()),
                run: Some(started.run),
                seed: Some(started.seed),
                minutes: Some(started.minutes),
                clock: Some(started.clock),
                questions: started.questions.clone(),
                ..bare("exam_started")
            },
            What::ExamFlagged { run, question, on } => {
                Flat { run: Some(*run), question: Some(question.clone()), on: Some(*on), ..bare("exam_flagged") }
            }
            What::ExamLeft { run, elapsed_ms } => {
                Flat { run: Some(*run), elapsed_ms: Some(*elapsed_ms), ..bare("exam_left") }
            }
            What::ExamFinished { run, by, score } => {
                Flat { run: Some(*run), by: Some(*by), score: Some(*score), ..bare("exam_finished") }
            }
            What::Rated { answer, rating } => Flat { answer: Some(*answer), rating: Some(*rating), ..bare("rated") },
            What::ScenarioActed { scenario, run, acts } => {
                Flat { scenario: Some(scenario.clone()), run: Some(*run), acts: acts.clone(), ..bare("scenario_acted") }
            }
            What::ScenarioFinished(finished) => Flat {
                scenario: Some(finished.scenario.clone()),
                run: Some(finished.run),
                acts: finished.acts.clone(),
                score: Some(finished.score),
                won: Some(finished.won),
                questions: finished.questions.clone(),
                ..bare("scenario_finished")
            },
            What::ParametersFitted { parameters, answers } => {
                Flat { parameters: parameters.clone(), answers: Some(*answers), ..bare("parameters_fitted") }
            }
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

    #[test]
    fn every_type_is_read_as_it_was_written() {
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
    fn the_place_of_a_line_is_that_of_its_event_however_it_is_written() {
        let event = event(7, 3, answered("q", 0.5));
        let place = Some((event.at.timestamp, event.id));
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
