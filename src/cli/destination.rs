//! Which chapter or question was meant.

use super::failure::Failure;
use super::opening::{Basis, Opening};
use crate::course::Course;
use crate::domain::id::{ChapterId, QuestionId, ScenarioId};
use crate::domain::mock_exam::Blueprint;
use crate::domain::outline::ChapterOutline;
use crate::text::words::exam::ExamWords;
use crate::text::words::fill;
use crate::{plain, tui};

/// What was asked for on the command line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    Home,
    Read(Option<String>),
    Quiz { chapter: Option<String>, question: Option<String> },
    Review,
    Scenario(Option<String>),
    Exams(Option<String>),
}

/// A place that exists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Destination {
    Home,
    Chapter(ChapterId),
    Quiz(ChapterId, Option<QuestionId>),
    Review,
    Scenarios,
    Scenario(ScenarioId),
    Exams(Option<String>),
}

impl Destination {
    /// # Errors
    /// A message that names what there is, when the chapter or question does not exist.
    pub fn find(wish: &Wish, opening: &Opening) -> Result<Destination, Failure> {
        match wish {
            Wish::Home => Ok(Destination::Home),
            Wish::Review => Ok(Destination::Review),
            Wish::Exams(exam) => Ok(Destination::Exams(known_exam(exam.as_deref(), opening)?)),
            Wish::Read(id) => Ok(Destination::Chapter(chapter(id.as_deref(), opening)?)),
            Wish::Quiz { chapter: id, question: None } => Ok(Destination::Quiz(chapter(id.as_deref(), opening)?, None)),
            Wish::Scenario(None) => Ok(Destination::Scenarios),
            Wish::Scenario(Some(id)) => Ok(Destination::Scenario(scenario(id, &opening.course, &opening.basis)?)),
            Wish::Quiz { chapter, question: Some(question) } => one_question(chapter.as_deref(), question, opening),
        }
    }
}

impl From<Destination> for plain::Open {
    fn from(destination: Destination) -> Self {
        match destination {
            Destination::Home => plain::Open::Home,
            Destination::Review => plain::Open::Review,
            Destination::Chapter(chapter) => plain::Open::Chapter(chapter),
            Destination::Quiz(chapter, question) => plain::Open::Quiz(chapter, question),
            Destination::Scenarios => plain::Open::Scenarios,
            Destination::Scenario(id) => plain::Open::Scenario(id),
            Destination::Exams(exam) => plain::Open::Exams(exam),
        }
    }
}

impl From<Destination> for tui::Open {
    fn from(destination: Destination) -> Self {
        match destination {
            Destination::Home => tui::Open::Home,
            Destination::Review => tui::Open::Review,
            Destination::Chapter(chapter) => tui::Open::Chapter(chapter),
            Destination::Quiz(chapter, question) => tui::Open::Quiz(chapter, question),
            Destination::Exams(exam) => tui::Open::Exams(exam),
            Destination::Scenarios => tui::Open::Scenarios,
            Destination::Scenario(id) => tui::Open::Scenario(id),
        }
    }
}

/// The chapter that was named, else the one where the learner was, else the first that is not read.
fn chapter(id: Option<&str>, opening: &Opening) -> Result<ChapterId, Failure> {
    let (outline, progress) = (&opening.course.outline, &opening.progress);
    let Some(id) = id else {
        let left = progress.latest_position().map(|position| position.section.chapter());
        let left = left.and_then(|left| outline.chapter(left.as_str()));
        let chapter = left.or_else(|| progress.next_chapter(outline)).or_else(|| outline.chapters().next());
        return chapter
            .map(|chapter| chapter.id.clone())
            .ok_or_else(|| Failure::Disk(opening.basis.words().no_chapter_built_in.to_string()));
    };
    Ok(known_chapter(id, opening)?.id.clone())
}

/// The scenario with this id.
///
/// # Errors
/// A message that names those there are.
pub fn scenario(id: &str, course: &Course, basis: &Basis) -> Result<ScenarioId, Failure> {
    if let Some(known) = course.outline.scenario(id) {
        return Ok(known.id.clone());
    }
    let ids = course.outline.scenarios.iter().map(|scenario| scenario.id.as_str()).collect::<Vec<_>>().join(", ");
    let details = [("scenario", id.to_string()), ("ids", ids)];
    Err(basis.not_there(fill(basis.words().no_such_scenario, &details)))
}

fn known_chapter<'o>(id: &str, opening: &'o Opening) -> Result<&'o ChapterOutline, Failure> {
    let outline = &opening.course.outline;
    outline.chapter(id).ok_or_else(|| {
        let ids = outline.chapters().map(|chapter| chapter.id.as_str()).collect::<Vec<_>>().join(", ");
        let details = [("chapter", id.to_string()), ("ids", ids)];
        opening.basis.not_there(fill(opening.basis.words().no_such_chapter, &details))
    })
}

fn known_exam(id: Option<&str>, opening: &Opening) -> Result<Option<String>, Failure> {
    let blueprints = Blueprint::all(&opening.course.outline);
    let words = ExamWords::of(opening.basis.language);
    if blueprints.is_empty() {
        return Err(Failure::Usage(words.no_exams.to_string()));
    }
    let Some(id) = id.filter(|id| !blueprints.iter().any(|blueprint| blueprint.id == *id)) else {
        return Ok(id.map(str::to_string));
    };
    let ids = blueprints.iter().map(|blueprint| blueprint.id.as_str()).collect::<Vec<_>>().join(", ");
    Err(opening.basis.not_there(fill(words.no_such_exam, &[("exam", id.to_string()), ("ids", ids)])))
}

fn one_question(chapter: Option<&str>, question: &str, opening: &Opening) -> Result<Destination, Failure> {
    let words = opening.basis.words();
    let Some(id) = chapter else {
        let holder = opening.course.outline.chapter_of_question(question);
        let message = || fill(words.no_such_question, &[("question", question.to_string())]);
        let missing = || opening.basis.not_there(message());
        return holder.map(|holder| Destination::Quiz(holder.id.clone(), Some(question.into()))).ok_or_else(missing);
    };
    let chapter = known_chapter(id, opening)?;
    if chapter.questions.iter().any(|known| known.id.as_str() == question) {
        return Ok(Destination::Quiz(chapter.id.clone(), Some(question.into())));
    }
    let ids = chapter.questions.iter().map(|known| known.id.as_str()).collect::<Vec<_>>().join(", ");
    let details = [("chapter", id.to_string()), ("question", question.to_string()), ("ids", ids)];
    Err(opening.basis.not_there(fill(words.no_question_in_chapter, &details)))
}
