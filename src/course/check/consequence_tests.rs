//! One mistake, one message: what only follows is held back, and what does not follow stays.

use super::check;
use super::examples::{SINGLE, codes, course, question};
use crate::course::source::{Encoding, InMemory, Source, Unreadable};
use std::borrow::Cow;

const MANIFEST: &str = "content/course.toml";

/// The course with a link to its section, its question in the text, and one place where it is written otherwise.
fn slip(path: &str, right: &str, wrong: &str) -> InMemory {
    let mut files = course(SINGLE, "See [why](s3.md#why).\n\n```quiz\nq\n```\n", "");
    let text = files.0.get_mut(path).unwrap();
    assert!(text.contains(right), "{path}: {right}");
    *text = text.replacen(right, wrong, 1);
    files
}

/// Places and codes, each with the number of messages that are held back.
fn found(files: impl Source + 'static) -> Vec<String> {
    let findings = check(Box::new(files), None);
    let counts = findings.diagnostics.iter().map(|found| found.held_back);
    codes(&findings).into_iter().zip(counts).map(|(code, count)| format!("{code} +{count}")).collect()
}

#[test]
fn an_empty_manifest_is_the_only_thing_wrong() {
    let mut files = course(SINGLE, "", "");
    files.0.insert(MANIFEST.into(), "\u{FEFF}\n".into());
    assert_eq!(found(files.clone()), ["content/course.toml file/empty +3"]);
    files.0.remove(MANIFEST);
    assert_eq!(found(files), ["content/course.toml file/unreadable +3"]);
}

#[test]
fn a_bracket_that_is_missing_in_the_manifest_is_told_once() {
    assert_eq!(found(slip(MANIFEST, "[\"s3\"]", "[\"s3\"")), ["content/course.toml:8:17 toml/syntax +4"]);
    assert_eq!(found(slip(MANIFEST, "\"t\"", "“t”")), ["content/course.toml:2:6 toml/syntax +1"]);
    assert_eq!(found(slip(MANIFEST, "pass = 0.7", "pass = 70%")), ["content/course.toml:14:8 toml/syntax +1"]);
    assert_eq!(found(slip(MANIFEST, "per-difficulty = 0", "per-difficulty = ")).len(), 1);
}

#[test]
fn a_part_of_the_manifest_that_is_refused_is_told_once() {
    for (right, wrong, expected) in [
        ("chapters = ", "chapter = ", "8:1 toml/unknown-key +3"),
        ("[[part]]", "[[parts]]", "5:3 toml/unknown-key +3"),
        ("chapters = [\"s3\"]", "chapters = [\"../s3\"]", "8:13 id/form +3"),
        ("pass = 0.7", "pass = 70", "14:8 toml/out-of-range +1"),
        ("weight = 12", "weigth = 12", "15:47 toml/unknown-key +1"),
    ] {
        let found = found(slip(MANIFEST, right, wrong));
        assert_eq!(found[0], format!("content/course.toml:{expected}"), "{found:?}");
        assert!(found.len() <= 2, "{found:?}");
    }
}

#[test]
fn a_misspelt_chapter_is_guessed() {
    let findings = check(Box::new(slip(MANIFEST, "[\"s3\"]", "[\"s33\"]")), None);
    assert_eq!(codes(&findings), ["content/course.toml:8:13 course/missing-chapter"]);
    let help = findings.diagnostics[0].problem.help(crate::text::Language::English);
    assert!(help.ends_with("did you mean `s3`?"), "{help}");
    assert_eq!(findings.held_back(), 3);
}

#[test]
fn a_question_that_is_refused_is_not_missed_elsewhere() {
    let quiz = "quizzes/s3.toml";
    assert_eq!(found(slip(quiz, "correct = true\n", "")), ["quizzes/s3.toml:2:1 question/no-correct-option +1"]);
    assert_eq!(found(slip(quiz, "[[question]]", "[[question]")), ["quizzes/s3.toml:2:1 toml/syntax +1"]);
    assert_eq!(found(slip(quiz, "id = \"q\"", "id = \"Q 1\"")), ["quizzes/s3.toml:3:6 id/form +1"]);
    let wanted = course("", "```quiz\nq\n```\n", "questions-per-chapter = 1\nper-difficulty = 1\n");
    assert_eq!(found(wanted), ["quizzes/s3.toml file/empty +5"]);
}

#[test]
fn a_section_without_an_id_is_not_missed_elsewhere() {
    let expected = ["content/en/s3.md:9:1 chapter/heading-without-id +3"];
    assert_eq!(found(slip("content/en/s3.md", " {#why}", "")), expected);
}

#[test]
fn what_does_not_follow_stays() {
    let mut files = slip(MANIFEST, "[\"s3\"]", "[\"s33\"]");
    files.0.insert("content/en/other.md".into(), files.0["content/en/s3.md"].clone());
    assert!(found(files).contains(&"content/en/other.md course/chapter-not-listed +0".to_string()));
    let two =
        question("riddle", "") + &SINGLE["format = 1\n".len()..].replace("\"q\"", "\"p\"").replace("#why", "#gone");
    let files = course(&two, "```quiz\nzzz\n```\n", "");
    let expected = [
        "content/en/s3.md:10:1 chapter/unknown-question +0",
        "quizzes/s3.toml:4:8 question/unknown-kind +0",
        "quizzes/s3.toml:15:11 question/unknown-section +0",
    ];
    assert_eq!(found(files), expected);
}

#[test]
fn nothing_is_held_back_by_what_the_course_does_not_take_seriously() {
    let mut files = slip("content/en/s3.md", " {#why}", "");
    for (level, count) in [("off", 3), ("warning", 4)] {
        let manifest = files.0[MANIFEST].split("heading-without-id").next().unwrap().to_string();
        files.0.insert(MANIFEST.into(), format!("{manifest}heading-without-id = \"{level}\"\n"));
        assert_eq!(found(files.clone()).len(), count, "{level}");
    }
}

#[test]
fn causes_come_first() {
    let mut files = slip("quizzes/s3.toml", "id = \"q\"", "id = “q”");
    files.0.insert("content/en/a.md".into(), String::new());
    assert_eq!(found(files), ["quizzes/s3.toml:3:6 toml/syntax +1", "content/en/a.md course/chapter-not-listed +0"]);
}

/// A course of which one file is no text.
#[derive(Debug)]
struct Damaged(InMemory, &'static str);

impl Source for Damaged {
    fn read(&self, path: &str) -> Result<Cow<'_, str>, Unreadable> {
        if path == self.1 {
            return Err(Unreadable::NotText { encoding: Encoding::Utf16, line: 1 });
        }
        self.0.read(path)
    }

    fn paths(&self) -> Vec<String> {
        self.0.paths()
    }
}

#[test]
fn a_file_that_is_no_text_is_neither_missing_nor_missed() {
    let body = "See [why](s3.md#why).\n\n```quiz\nq\n```\n";
    let files = || course(SINGLE, body, "questions-per-chapter = 1\n");
    let damaged = |path| found(Damaged(files(), path));
    assert_eq!(damaged("quizzes/s3.toml"), ["quizzes/s3.toml file/unreadable +2"]);
    assert_eq!(damaged("content/ko/s3.md"), ["content/ko/s3.md file/unreadable +0"]);
    assert_eq!(damaged("content/en/s3.md"), ["content/en/s3.md file/unreadable +0"]);
    let mut glossary = files();
    glossary.0.insert("content/glossary.toml".into(), "format = 1\n".into());
    assert_eq!(found(Damaged(glossary, "content/glossary.toml")), ["content/glossary.toml file/unreadable +0"]);
}

#[test]
fn a_service_is_not_unknown_because_its_name_was_lost() {
    let quiz = SINGLE.replace("id = \"q\"\n", "id = \"q\"\nservices = [\"ebs\", \"s3\"]\n");
    let with = |services: &str| {
        let mut files = course(&quiz, "", "");
        files.0.get_mut(MANIFEST).unwrap().push_str(services);
        found(files)
    };
    assert_eq!(with("[services]\nebs = \"Amazon EBS\"\n"), [""; 0]);
    assert_eq!(with("[services]\nebs = “Amazon EBS”\n"), ["content/course.toml:21:7 toml/syntax +1"]);
}
