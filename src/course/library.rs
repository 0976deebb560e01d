//! An open course: its outline at hand, its chapters and questions read when they are asked for.
//!
//! It must not keep what it read: a chapter is a few milliseconds of work, and the reader looks at one at a time.

use super::chapter::{self, Chapter};
use super::diagnostic::{Diagnostic, Place, lose, place};
use super::file_text::{FileText, problem_of_file, read_file};
use super::glossary::{self, Term};
use super::guess::Guess;
use super::lost::Lost;
use super::manifest::{self, Listed, Manifest, ManifestPart};
use super::markdown::{Document, plain_text};
use super::problem::{Problem, ScenarioRule};
use super::questions::{self, Written};
use super::scenarios;
use super::source::{Source, Unreadable};
use crate::domain::id::{ChapterId, QuestionId, ScenarioId};
use crate::domain::outline::{ChapterOutline, Outline, Part, QuestionOutline, ScenarioOutline, SectionOutline};
use crate::domain::question::{Question, Text};
use crate::domain::scenario::Scenario;
use crate::text::sanitize::clean;
use crate::text::{Language, Localized};
use std::borrow::Cow;
use std::collections::HashMap;

/// Reading speed in cells of text a minute: about 200 English words, or 500 Hangul syllables.
const CELLS_PER_MINUTE: usize = 1_100;

#[derive(Debug)]
pub struct Course {
    pub outline: Outline,
    source: Box<dyn Source>,
}

/// A chapter as it is shown: in the language asked for, or in the other one.
#[derive(Debug, Clone)]
pub struct OpenChapter {
    pub chapter: Chapter,
    pub language: Language,
}

impl Course {
    /// A course whose outline was made before, when the program was built.
    pub fn with_outline(outline: Outline, source: Box<dyn Source>) -> Course {
        Course { outline, source }
    }

    /// Reads everything once, for the outline, and says what is wrong.
    pub fn open(source: Box<dyn Source>) -> (Course, Vec<Diagnostic>) {
        let mut survey = Survey { source: &*source, diagnostics: Vec::new(), first_seen: HashMap::new() };
        let outline = survey.outline();
        let diagnostics = survey.diagnostics;
        (Course { outline, source }, diagnostics)
    }

    /// The text of a chapter, in `language` if it exists there, else in the other.
    pub fn chapter(&self, id: &str, language: Language) -> Option<OpenChapter> {
        self.outline.chapter(id)?;
        [language, language.other()].into_iter().find_map(|language| {
            let path = chapter_path(id, language);
            let text = self.source.read(&path).ok()?;
            let chapter = chapter::parse(&path, &clean_file(&text)).0?;
            Some(OpenChapter { chapter, language })
        })
    }

    /// The questions of a chapter that can be asked, in the order of the file.
    pub fn questions(&self, chapter: &str) -> Vec<Question> {
        let path = quiz_path(chapter);
        let Ok(text) = self.source.read(&path) else {
            return Vec::new();
        };
        let known = self.outline.chapter(chapter).map_or(&[][..], |chapter| &chapter.questions);
        let (written, _) = questions::parse(&path, &clean_file(&text));
        let questions = written.into_iter().map(|written| written.question);
        // A second question with the same id was left out of the outline, and is left out here.
        let mut open: Vec<&QuestionId> = known.iter().map(|question| &question.id).collect();
        questions
            .filter(|question| {
                let place = open.iter().position(|id| **id == question.id);
                place.map(|place| open.swap_remove(place)).is_some()
            })
            .collect()
    }

    /// One question, wherever it is asked.
    pub fn question(&self, id: &str) -> Option<Question> {
        let chapter = self.outline.chapter_of_question(id)?;
        self.questions(chapter.id.as_str()).into_iter().find(|question| question.id.as_str() == id)
    }

    /// A scenario that can be played.
    pub fn scenario(&self, id: &str) -> Option<Scenario> {
        let known = self.outline.scenario(id)?;
        let path = scenarios::path(id);
        let text = self.source.read(&path).ok()?;
        scenarios::parse(&known.id, &clean_file(&text)).0
    }

    /// These questions, in this order, as far as they can be asked. The file of a chapter is read once.
    pub fn questions_of(&self, ids: &[QuestionId]) -> Vec<Question> {
        let mut read: HashMap<&ChapterId, Vec<Question>> = HashMap::new();
        let mut find = |id: &QuestionId| {
            let chapter = &self.outline.chapter_of_question(id.as_str())?.id;
            let questions = read.entry(chapter).or_insert_with(|| self.questions(chapter.as_str()));
            questions.iter().find(|question| question.id == *id).cloned()
        };
        ids.iter().filter_map(&mut find).collect()
    }

    /// The terms of the course; none if it has no glossary.
    pub fn glossary(&self) -> Vec<Term> {
        let text = self.source.read(glossary::PATH).unwrap_or_default();
        glossary::parse(&clean_file(&text), &self.outline).0
    }

    pub fn source(&self) -> &dyn Source {
        &*self.source
    }
}

pub fn chapter_path(id: &str, language: Language) -> String {
    format!("content/{}/{id}.md", language.code())
}

pub fn quiz_path(chapter: &str) -> String {
    format!("quizzes/{chapter}.toml")
}

/// A file's text without a byte order mark, composed, and without anything that a terminal would obey.
pub fn clean_file(text: &str) -> Cow<'_, str> {
    clean(text.strip_prefix('\u{FEFF}').unwrap_or(text))
}

/// One pass over the files of a course.
pub(super) struct Survey<'s> {
    pub source: &'s dyn Source,
    pub diagnostics: Vec<Diagnostic>,
    /// Question to the place where it was first written.
    pub first_seen: HashMap<QuestionId, String>,
}

impl Survey<'_> {
    pub fn outline(&mut self) -> Outline {
        let manifest = self.manifest();
        let parts = manifest.parts.iter().map(|part| self.part(part, &manifest)).collect();
        let scenarios = manifest.scenarios.iter().filter_map(|listed| self.scenario(listed)).collect();
        Outline {
            id: manifest.id,
            title: manifest.title,
            languages: manifest.languages,
            issues: manifest.issues,
            exams: manifest.exams,
            services: manifest.services,
            scenarios,
            parts,
        }
    }

    fn manifest(&mut self) -> Manifest {
        let problem = match read_file(self.source, manifest::PATH) {
            FileText::Text(text) => {
                let (manifest, diagnostics) = manifest::parse(&text);
                self.diagnostics.extend(diagnostics);
                return manifest;
            }
            FileText::Missing => Problem::Unreadable { reason: Unreadable::Missing },
            FileText::Useless(problem) => problem,
        };
        let loses = vec![Lost::Chapters, Lost::Exams, Lost::Services, Lost::Scenarios, Lost::Switches];
        self.diagnostics.push(problem_of_file(problem, manifest::PATH).losing(loses));
        manifest::parse("").0
    }

    fn part(&mut self, part: &ManifestPart, manifest: &Manifest) -> Part {
        let chapters = part.chapters.iter().filter_map(|listed| self.chapter(listed, manifest)).collect();
        Part { id: part.id.clone(), title: part.title.clone(), chapters }
    }

    fn chapter(&mut self, listed: &Listed<ChapterId>, manifest: &Manifest) -> Option<ChapterOutline> {
        let id = &listed.id;
        let mark = self.diagnostics.len();
        let mut chapters: Localized<Chapter> = Localized::empty();
        let mut missing: Vec<Language> = Vec::new();
        for language in &manifest.languages {
            let path = chapter_path(id.as_str(), *language);
            match read_file(self.source, &path) {
                FileText::Text(text) => {
                    let (chapter, diagnostics) = chapter::parse(&path, &text);
                    self.diagnostics.extend(diagnostics);
                    if let Some(chapter) = chapter {
                        chapters.set(*language, chapter);
                    }
                }
                FileText::Missing => missing.push(*language),
                FileText::Useless(problem) => self.diagnostics.push(problem_of_file(problem, &path)),
            }
        }
        let main = manifest.languages.iter().copied().find(|language| chapters.own(*language).is_some());
        if main.is_none() && missing.len() == manifest.languages.len() {
            self.missing_chapter(listed, manifest);
        }
        let Some(main) = main else {
            lose(&mut self.diagnostics[mark..], Lost::Chapter(id.clone()));
            return None;
        };
        for language in missing {
            self.complain(&chapter_path(id.as_str(), main), Problem::MissingLanguage { language });
        }
        let sections = self.sections(id, main, &chapters);
        let questions = self.quiz(id);
        Some(ChapterOutline {
            id: id.clone(),
            title: chapters.map(|_, chapter| chapter.front.title.clone()),
            summary: chapters.map(|_, chapter| chapter.front.summary.clone()),
            minutes: chapters.map(|_, chapter| minutes(&chapter.document)),
            sections,
            questions,
        })
    }

    /// A chapter that is listed and not there: perhaps one that is there and not listed was meant.
    fn missing_chapter(&mut self, listed: &Listed<ChapterId>, manifest: &Manifest) {
        let id = &listed.id;
        let chapters = || manifest.parts.iter().flat_map(|part| &part.chapters);
        let is_listed = |id: &str| chapters().any(|known| known.id.as_str() == id);
        let paths = self.source.paths();
        let written =
            paths.iter().filter_map(|path| path.strip_prefix("content/")?.split_once('/')?.1.strip_suffix(".md"));
        let guess = Guess::nearest(id.as_str(), written.filter(|other| !is_listed(other)));
        let loses = match &guess {
            Guess::Nearest(meant) => vec![Lost::Chapter(meant.as_str().into())],
            Guess::Among { .. } => Vec::new(),
        };
        let problem = Problem::UnknownChapterInManifest { id: id.to_string(), guess };
        self.diagnostics.push(Diagnostic::new(problem, manifest::PATH, Some(listed.place.clone())).losing(loses));
    }

    /// The headings of the main language, with the titles of all; other languages must have the same.
    fn sections(&mut self, id: &ChapterId, main: Language, chapters: &Localized<Chapter>) -> Vec<SectionOutline> {
        let Some(chapter) = chapters.own(main) else {
            return Vec::new();
        };
        let mut sections: Vec<SectionOutline> = Vec::new();
        for (_, heading) in chapter.document.headings().filter(|(_, heading)| !heading.id.is_empty()) {
            if sections.iter().any(|section| section.id == heading.id) {
                continue;
            }
            let mut title = Text::empty();
            title.set(main, plain_text(&heading.text));
            sections.push(SectionOutline { id: heading.id.clone(), level: heading.level, title });
        }
        for (language, other) in chapters.iter().filter(|(language, _)| *language != main) {
            let theirs: Vec<_> = other.document.headings().filter(|(_, heading)| !heading.id.is_empty()).collect();
            let differs = (0..sections.len().max(theirs.len())).find(|place| {
                sections.get(*place).map(|section| &section.id) != theirs.get(*place).map(|(_, heading)| &heading.id)
            });
            if let Some(place) = differs {
                let wanted = sections.get(place).map(|section| section.id.clone());
                let found = theirs.get(place).map(|(_, heading)| heading.id.clone());
                let problem = Problem::HeadingsDiffer { language, wanted, found };
                // A heading that is missing at the end is missed after the last one.
                let node = theirs.get(place).or(theirs.last()).map(|(node, _)| *node);
                let bytes = node.map_or(0..0, |node| other.document.nodes[node].bytes.clone());
                let path = chapter_path(id.as_str(), language);
                let text = self.source.read(&path).unwrap_or_default();
                self.complain_at(&path, &super::diagnostic::place(&clean_file(&text), bytes), problem);
            }
            for section in &mut sections {
                if let Some((_, heading)) = theirs.iter().find(|(_, heading)| heading.id == section.id) {
                    section.title.set(language, plain_text(&heading.text));
                }
            }
        }
        sections
    }

    fn quiz(&mut self, chapter: &ChapterId) -> Vec<QuestionOutline> {
        let path = quiz_path(chapter.as_str());
        let text = match read_file(self.source, &path) {
            FileText::Text(text) => text,
            FileText::Missing => return Vec::new(),
            FileText::Useless(problem) => {
                self.diagnostics.push(problem_of_file(problem, &path).losing(vec![Lost::Question(None)]));
                return Vec::new();
            }
        };
        let (written, diagnostics) = questions::parse(&path, &text);
        self.diagnostics.extend(diagnostics);
        let mut outlines = Vec::new();
        for Written { question, bytes, .. } in written {
            let place = place(&text, bytes);
            let here = format!("{path}:{}", place.line);
            match self.first_seen.get(&question.id) {
                Some(first) => {
                    let problem = Problem::DuplicateQuestion { id: question.id.to_string(), first: first.clone() };
                    // It was to have another id.
                    let loses = vec![Lost::Question(None)];
                    self.diagnostics.push(Diagnostic::new(problem, path.clone(), Some(place)).losing(loses));
                }
                None => {
                    self.first_seen.insert(question.id.clone(), here);
                    outlines.push(QuestionOutline {
                        kind: question.kind(),
                        id: question.id,
                        revision: question.revision,
                        section: question.section,
                        services: question.services,
                        domains: question.domains,
                    });
                }
            }
        }
        outlines
    }

    fn scenario(&mut self, listed: &Listed<ScenarioId>) -> Option<ScenarioOutline> {
        let id = &listed.id;
        let path = scenarios::path(id.as_str());
        let text = match read_file(self.source, &path) {
            FileText::Text(text) => text,
            FileText::Missing => {
                let missing = ScenarioRule::MissingFile { id: id.to_string() };
                self.complain_at(manifest::PATH, &listed.place, missing.into());
                return None;
            }
            FileText::Useless(problem) => {
                self.diagnostics.push(problem_of_file(problem, &path));
                return None;
            }
        };
        let (scenario, diagnostics) = scenarios::parse(id, &text);
        self.diagnostics.extend(diagnostics);
        scenario.map(|scenario| scenario.outline())
    }

    fn complain(&mut self, path: &str, problem: Problem) {
        self.diagnostics.push(Diagnostic::new(problem, path, None));
    }

    fn complain_at(&mut self, path: &str, place: &Place, problem: Problem) {
        self.diagnostics.push(Diagnostic::new(problem, path, Some(place.clone())));
    }
}

fn minutes(document: &Document) -> u32 {
    let cells: usize = document.nodes.iter().map(|node| crate::text::width::width(&node.block.plain_text())).sum();
    (cells.div_ceil(CELLS_PER_MINUTE)).max(1) as u32
}

#[cfg(test)]
mod tests {
    use super::super::source::InMemory;
    use super::*;

    fn course(files: &[(&str, &str)]) -> (Course, Vec<String>) {
        let (course, diagnostics) = Course::open(Box::new(InMemory::new(files.iter().copied())));
        (course, diagnostics.iter().map(|found| format!("{} {}", found.location(), found.problem.code())).collect())
    }

    const MANIFEST: &str = "format = 1\nid = \"t\"\nlanguages = [\"en\", \"ko\"]\ntitle = \"T\"\n[[part]]\nid = \"p\"\ntitle = \"P\"\nchapters = [\"s3\"]\n";

    fn chapter(title: &str, headings: &str) -> String {
        format!(
            "+++\ntitle = \"{title}\"\nsummary = \"s\"\n[[source]]\nurl = \"https://a\"\ntitle = \"A\"\n+++\n{headings}"
        )
    }

    #[test]
    fn the_outline_has_the_titles_of_both_languages() {
        let (en, ko) = (chapter("Buckets", "## Why {#why}\n"), chapter("버킷", "## 이유 {#why}\n"));
        let (course, found) =
            course(&[("content/course.toml", MANIFEST), ("content/en/s3.md", &en), ("content/ko/s3.md", &ko)]);
        assert_eq!(found, [""; 0]);
        let s3 = course.outline.chapter("s3").unwrap();
        assert_eq!((s3.title.text(Language::Korean), s3.sections[0].title.text(Language::Korean)), ("버킷", "이유"));
    }

    #[test]
    fn a_missing_language_falls_back_and_other_headings_are_named() {
        let en = chapter("Buckets", "## Why {#why}\n");
        let (opened, found) = course(&[("content/course.toml", MANIFEST), ("content/en/s3.md", &en)]);
        assert_eq!(found, ["content/en/s3.md chapter/missing-language"]);
        assert_eq!(opened.chapter("s3", Language::Korean).unwrap().language, Language::English);
        let ko = chapter("버킷", "## 이유 {#other}\n");
        let (_, found) =
            course(&[("content/course.toml", MANIFEST), ("content/en/s3.md", &en), ("content/ko/s3.md", &ko)]);
        assert_eq!(found, ["content/ko/s3.md:8:1 chapter/headings-differ"]);
    }

    #[test]
    fn headings_that_differ_are_named_both_where_the_first_stands() {
        let differs = |english: &str, korean: &str| {
            let (en, ko) = (chapter("Buckets", english), chapter("버킷", korean));
            let files = [("content/course.toml", MANIFEST), ("content/en/s3.md", &en), ("content/ko/s3.md", &ko)];
            let (_, found) = Course::open(Box::new(InMemory::new(files)));
            format!("{} {}", found[0].location(), found[0].problem.message(Language::English))
        };
        let both = "## Why {#why}\n\n## End {#end}\n";
        assert_eq!(
            differs(both, "## 이유 {#why}\n\n## 끝 {#ende}\n"),
            "content/ko/s3.md:10:1 here the headings begin to differ: `ko` has `ende`, the main language `end`"
        );
        assert_eq!(
            differs(both, "## 이유 {#why}\n"),
            "content/ko/s3.md:8:1 here the headings begin to differ: `ko` has none, the main language `end`"
        );
    }

    #[test]
    fn a_chapter_that_is_not_there_is_shown_on_the_list() {
        let (_, found) = course(&[("content/course.toml", MANIFEST)]);
        assert_eq!(found, ["content/course.toml:8:13 course/missing-chapter"]);
    }

    #[test]
    fn a_broken_chapter_is_left_out_and_the_rest_opens() {
        let manifest = MANIFEST.replace("\"s3\"", "\"s3\", \"vpc\"").replace(", \"ko\"", "");
        let en = chapter("Buckets", "## Why {#why}\n");
        let (course, found) =
            course(&[("content/course.toml", &manifest), ("content/en/s3.md", &en), ("content/en/vpc.md", "# VPC")]);
        assert_eq!(found, ["content/en/vpc.md:1:1 chapter/no-front-matter"]);
        assert_eq!(course.outline.chapters().count(), 1);
    }

    #[test]
    fn the_second_question_with_an_id_is_left_out() {
        let question = "[[question]]\nid = \"q\"\nkind = \"boolean\"\nsection = \"s3#why\"\nprompt = \"P\"\nanswer = true\nwhy.true = \"t\"\nwhy.false = \"f\"\n";
        let manifest = MANIFEST.replace(", \"ko\"", "");
        let (course, found) = course(&[
            ("content/course.toml", &manifest),
            ("content/en/s3.md", &chapter("Buckets", "## Why {#why}\n")),
            ("quizzes/s3.toml", &format!("format = 1\n{question}{question}")),
        ]);
        assert_eq!(found, ["quizzes/s3.toml:10:1 question/duplicate-id"]);
        assert_eq!(course.questions("s3").len(), 1);
    }

    #[test]
    fn a_folder_without_a_course_says_what_is_missing() {
        let (course, found) = course(&[]);
        assert_eq!(found, ["content/course.toml file/unreadable"]);
        assert_eq!(course.outline.chapters().count(), 0);
    }

    #[test]
    fn escapes_in_content_become_marks() {
        let en = chapter("Buckets", "## Why {#why}\n\n\u{1b}]0;owned\u{7}\n");
        let (course, _) = course(&[("content/course.toml", MANIFEST), ("content/en/s3.md", &en)]);
        let opened = course.chapter("s3", Language::English).unwrap();
        assert_eq!(opened.chapter.document.nodes[1].block.plain_text(), "␛]0;owned␇");
    }
}
