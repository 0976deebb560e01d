//! The course as a table of contents: everything that home, progress and links need, and no text of a chapter.
//!
//! It is made when the program is built (for the course inside the binary) or when a folder is opened, so it must stay
//! small and cheap to read.

use super::exam::Exam;
use super::id::{ChapterId, QuestionId, ScenarioId, SectionId};
use super::question::{Kind, Text};
use crate::text::{Language, Localized};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Outline {
    /// The course: the name of its folder of progress.
    pub id: String,
    pub title: Text,
    /// The first is the main one.
    pub languages: Vec<Language>,
    /// Where doubtful questions are reported, if the course says so.
    pub issues: Option<String>,
    /// The exams that questions can be chosen for.
    #[serde(default)]
    pub exams: Vec<Exam>,
    /// Names of services that have no chapter, by the ids that questions use.
    #[serde(default)]
    pub services: BTreeMap<String, String>,
    /// In the order in which they are offered.
    #[serde(default)]
    pub scenarios: Vec<ScenarioOutline>,
    pub parts: Vec<Part>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Part {
    pub id: String,
    pub title: Text,
    pub chapters: Vec<ChapterOutline>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ChapterOutline {
    pub id: ChapterId,
    pub title: Text,
    pub summary: Text,
    /// How long reading takes, in minutes.
    pub minutes: Localized<u32>,
    pub sections: Vec<SectionOutline>,
    pub questions: Vec<QuestionOutline>,
}

/// A heading of a chapter.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SectionOutline {
    /// The heading's id, without the chapter.
    pub id: String,
    /// 2 for `##`, 3 for `###`.
    pub level: u8,
    pub title: Text,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct QuestionOutline {
    pub id: QuestionId,
    pub kind: Kind,
    pub revision: u32,
    pub section: SectionId,
    pub services: Vec<String>,
    /// Exam to domain.
    pub domains: BTreeMap<String, String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ScenarioOutline {
    pub id: ScenarioId,
    pub kind: ScenarioKind,
    pub title: Text,
    /// One line for the list.
    pub summary: Text,
    /// How long a run takes.
    pub minutes: u32,
}

/// The kinds of scenarios by name, as files and reports have them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ScenarioKind {
    WhatIf,
    Case,
}

impl Outline {
    pub fn chapters(&self) -> impl DoubleEndedIterator<Item = &ChapterOutline> {
        self.parts.iter().flat_map(|part| &part.chapters)
    }

    /// Every question, in the order of the course.
    pub fn questions(&self) -> impl DoubleEndedIterator<Item = &QuestionOutline> {
        self.chapters().flat_map(|chapter| &chapter.questions)
    }

    pub fn chapter(&self, id: &str) -> Option<&ChapterOutline> {
        self.chapters().find(|chapter| chapter.id.as_str() == id)
    }

    pub fn exam(&self, id: &str) -> Option<&Exam> {
        self.exams.iter().find(|exam| exam.id == id)
    }

    pub fn scenario(&self, id: &str) -> Option<&ScenarioOutline> {
        self.scenarios.iter().find(|scenario| scenario.id.as_str() == id)
    }

    /// What a service is called: the title of its chapter, the name that the course gives, or the id that questions use.
    pub fn service_name<'a>(&'a self, id: &'a str, language: Language) -> &'a str {
        let chapter = self.chapter(id).map(|chapter| chapter.title.text(language));
        chapter.or_else(|| self.services.get(id).map(String::as_str)).unwrap_or(id)
    }

    /// The part that holds a chapter.
    pub fn part_of(&self, id: &str) -> Option<&Part> {
        self.parts.iter().find(|part| part.chapters.iter().any(|chapter| chapter.id.as_str() == id))
    }

    /// The chapter before and the chapter after.
    pub fn neighbours(&self, id: &str) -> (Option<&ChapterOutline>, Option<&ChapterOutline>) {
        let mut before = None;
        let mut chapters = self.chapters();
        while let Some(chapter) = chapters.next() {
            if chapter.id.as_str() == id {
                return (before, chapters.next());
            }
            before = Some(chapter);
        }
        (None, None)
    }

    /// The chapter and heading of a section, if both exist.
    pub fn section(&self, id: &SectionId) -> Option<(&ChapterOutline, &SectionOutline)> {
        let chapter = self.chapter(id.chapter().as_str())?;
        Some((chapter, chapter.sections.iter().find(|section| section.id == id.heading())?))
    }

    /// A question that is looked for in one chapter first: most are asked where they are taught.
    pub fn question(&self, id: &QuestionId, chapter: &ChapterId) -> Option<&QuestionOutline> {
        let holders = self.chapter(chapter.as_str()).into_iter().chain(self.chapters());
        holders.flat_map(|chapter| &chapter.questions).find(|question| question.id == *id)
    }

    /// The chapter whose quiz holds a question.
    pub fn chapter_of_question(&self, id: &str) -> Option<&ChapterOutline> {
        self.chapters().find(|chapter| chapter.questions.iter().any(|question| question.id.as_str() == id))
    }
}

/// Outlines for the tests of this crate.
#[cfg(test)]
pub mod examples {
    use super::super::question::examples::text;
    use super::*;

    /// Two parts: `cloud` and `aws`, then `s3`; each with sections `problem` and `summary` and questions `<chapter>-1` …
    pub fn outline() -> Outline {
        let part = |id: &str, chapters: &[&str]| Part {
            id: id.into(),
            title: text(id),
            chapters: chapters.iter().map(|id| chapter(id)).collect(),
        };
        Outline {
            id: "test".into(),
            title: text("Test"),
            languages: Language::ALL.to_vec(),
            issues: None,
            exams: Vec::new(),
            services: BTreeMap::from([("ebs".to_string(), "Amazon EBS".to_string())]),
            scenarios: Vec::new(),
            parts: vec![part("foundations", &["cloud", "aws"]), part("storage", &["s3"])],
        }
    }

    fn chapter(id: &str) -> ChapterOutline {
        let section = |name: &str| SectionOutline { id: name.into(), level: 2, title: text(name) };
        let question = |number: usize| QuestionOutline {
            id: QuestionId::new(format!("{id}-{number}")),
            kind: Kind::Single,
            revision: 1,
            section: ChapterId::from(id).section("problem"),
            services: vec![id.into()],
            domains: BTreeMap::new(),
        };
        ChapterOutline {
            id: id.into(),
            title: text(id),
            summary: text(""),
            minutes: Localized::same(5),
            sections: vec![section("problem"), section("summary")],
            questions: (1..=2).map(question).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_cross_the_parts() {
        let outline = examples::outline();
        let (before, after) = outline.neighbours("aws");
        assert_eq!((before.unwrap().id.as_str(), after.unwrap().id.as_str()), ("cloud", "s3"));
        assert_eq!(outline.neighbours("cloud").0, None);
        assert_eq!(outline.neighbours("nowhere"), (None, None));
    }

    #[test]
    fn a_service_is_called_by_its_chapter_else_by_the_course_else_by_its_id() {
        let outline = examples::outline();
        assert_eq!(["s3", "ebs", "x"].map(|id| outline.service_name(id, Language::English)), ["s3", "Amazon EBS", "x"]);
    }

    #[test]
    fn a_section_is_found_by_chapter_and_heading() {
        let outline = examples::outline();
        assert_eq!(outline.section(&"s3#summary".into()).unwrap().1.id, "summary");
        assert_eq!(outline.section(&"s3#nowhere".into()), None);
        assert_eq!(outline.part_of("s3").unwrap().id, "storage");
    }

    #[test]
    fn a_question_is_found_wherever_it_is_asked() {
        let outline = examples::outline();
        for chapter in ["s3", "aws", "nowhere"] {
            assert_eq!(outline.question(&"s3-1".into(), &chapter.into()).unwrap().id.as_str(), "s3-1");
        }
        assert_eq!(outline.question(&"s3-9".into(), &"s3".into()), None);
    }
}
