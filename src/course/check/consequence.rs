//! Messages that only follow from another mistake: they are held back and counted at their cause.
//!
//! A mistake says what it leaves unknown; here is told what each message relies on. It must not find anything new.

use crate::course::diagnostic::{Diagnostic, Severity};
use crate::course::link::Link;
use crate::course::lost::Lost;
use crate::course::problem::{Named, Problem, Rule, ScenarioRule};
use crate::domain::id::SectionId;
use crate::domain::outline::Outline;

/// What has to be known for a message to be true.
#[derive(Debug)]
enum Reliance {
    Chapter(String),
    Sections(String),
    Question(String),
    /// All questions of a chapter, and how many the course wants.
    Questions(String),
    Exam(String),
    Service(String),
    Scenarios,
    Part,
    Key(String),
    Switches,
}

/// What is left when every message is gone that may only follow from an error.
pub fn hold_back(mut found: Vec<Diagnostic>, outline: &Outline) -> Vec<Diagnostic> {
    let is_cause = |found: &Diagnostic| found.severity() == Severity::Error && !found.loses.is_empty();
    let (mut causes, others): (Vec<_>, Vec<_>) = found.drain(..).partition(is_cause);
    for other in others {
        let reliance = reliance(&other, outline);
        let cause = causes.iter_mut().find(|cause| reliance.iter().any(|reliance| unsettles(cause, reliance, &other)));
        match cause {
            Some(cause) => cause.held_back += 1,
            None => found.push(other),
        }
    }
    causes.extend(found);
    causes
}

fn reliance(found: &Diagnostic, outline: &Outline) -> Vec<Reliance> {
    let here = || chapter_of(&found.path).to_string();
    let section = |section: &SectionId| match outline.chapter(section.chapter().as_str()) {
        None => Reliance::Chapter(section.chapter().to_string()),
        Some(_) => Reliance::Sections(section.chapter().to_string()),
    };
    let mut relies = Vec::new();
    relies.extend(match &found.problem {
        Problem::BrokenLink { target } => match Link::parse(target, &chapter_of(&found.path).into()) {
            Link::Chapter(chapter) => Some(Reliance::Chapter(chapter.to_string())),
            Link::Section(id) => Some(section(&id)),
            Link::Web(_) | Link::Nowhere => None,
        },
        Problem::UnknownSection { section: id, .. } => Some(section(&SectionId::new(id))),
        Problem::HeadingsDiffer { .. } => Some(Reliance::Sections(here())),
        Problem::UnknownQuizBlock { id, .. } => Some(Reliance::Question(id.clone())),
        Problem::ChapterNotListed { id } | Problem::QuizWithoutChapter { id } => Some(Reliance::Chapter(id.clone())),
        Problem::MissingKey { key } if found.is_about_file() => Some(Reliance::Key(key.to_string())),
        Problem::MissingTranslation { key, .. } => Some(Reliance::Key(key.clone())),
        Problem::TooFew { what, .. } if found.is_about_file() => {
            Some(Reliance::Key(what.trim_matches(['[', ']']).to_string()))
        }
        Problem::Rule(Rule::UnknownExam { exam, .. } | Rule::UnknownDomain { exam, .. }) => {
            Some(Reliance::Exam(exam.clone()))
        }
        Problem::Rule(Rule::UnknownService { service, .. }) => Some(Reliance::Service(service.clone())),
        Problem::Rule(Rule::FewQuestions { .. } | Rule::FewOfDifficulty { .. }) => Some(Reliance::Questions(here())),
        Problem::Scenario(ScenarioRule::NotListed { .. }) => Some(Reliance::Scenarios),
        Problem::Scenario(ScenarioRule::Unknown { what, id, .. }) => match what {
            Named::Section => Some(section(&SectionId::new(id.as_str()))),
            Named::Question => Some(Reliance::Question(id.clone())),
            Named::Kind | Named::ComponentKind | Named::Metric | Named::Phase => None,
            _ => Some(Reliance::Part),
        },
        _ => None,
    });
    if found.severity() != Severity::Error {
        relies.push(Reliance::Switches);
    }
    relies
}

/// Whether a mistake leaves unknown what another message relies on.
fn unsettles(cause: &Diagnostic, reliance: &Reliance, other: &Diagnostic) -> bool {
    let same_chapter = |chapter: &str| chapter_of(&cause.path) == chapter;
    cause.loses.iter().any(|lost| match (lost, reliance) {
        (Lost::Chapters, Reliance::Chapter(_) | Reliance::Question(_) | Reliance::Service(_)) => true,
        (Lost::Services, Reliance::Service(_)) => true,
        (Lost::Chapter(lost), Reliance::Chapter(chapter) | Reliance::Service(chapter)) => lost.as_str() == chapter,
        (Lost::Chapter(_), Reliance::Question(_)) => true,
        (Lost::Section, Reliance::Sections(chapter)) => same_chapter(chapter),
        (Lost::Question(None), Reliance::Question(_)) => true,
        (Lost::Question(Some(lost)), Reliance::Question(id)) => lost == id,
        (Lost::Question(_), Reliance::Questions(chapter)) => same_chapter(chapter),
        (Lost::Exams, Reliance::Exam(_)) => true,
        (Lost::Exam(lost), Reliance::Exam(exam)) => lost == exam,
        (Lost::Scenarios, Reliance::Scenarios) => true,
        (Lost::Switches, Reliance::Switches) => true,
        (Lost::Part, Reliance::Part) => cause.path == other.path,
        (Lost::Key(lost), Reliance::Key(key)) => cause.path == other.path && lost == key,
        _ => false,
    })
}

/// The chapter to which a file belongs: its name.
fn chapter_of(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or_default();
    name.split('.').next().unwrap_or_default()
}
