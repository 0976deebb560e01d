//! The commands as a shell runs them: arguments and input in, output and exit code out.
//!
//! Every run has its own folder for progress and an environment of its own.

#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

#[path = "commands/exams.rs"]
mod exams;
#[path = "commands/review.rs"]
mod review;
#[path = "commands/settings.rs"]
mod settings;

use assert_cmd::cargo::cargo_bin_cmd;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// A home for progress, and courses beside it.
struct Desk {
    folder: TempDir,
}

/// What a command said.
#[derive(Debug)]
struct Said {
    out: String,
    error: String,
    code: i32,
}

impl Desk {
    fn new() -> Desk {
        Desk { folder: tempfile::tempdir().unwrap() }
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    fn journal(&self) -> PathBuf {
        self.data().join("aws/progress.jsonl")
    }

    fn command(&self) -> assert_cmd::Command {
        let mut command = cargo_bin_cmd!("awstutor");
        command
            .env_clear()
            .env("AWSTUTOR_DATA", self.data())
            .env("LC_ALL", "en_US.UTF-8")
            .current_dir(self.folder.path());
        command
    }

    fn run(&self, arguments: &[&str]) -> Said {
        self.typed(arguments, "")
    }

    fn typed(&self, arguments: &[&str], input: &str) -> Said {
        said(self.command().args(arguments).write_stdin(input))
    }

    /// A course of one chapter with one question, in a folder of this name.
    fn course(&self, name: &str) -> PathBuf {
        let root = self.folder.path().join(name);
        self.write(name, "content/course.toml", MANIFEST);
        self.write(name, "content/en/s3.md", CHAPTER);
        self.write(name, "quizzes/s3.toml", QUIZ);
        root
    }

    fn write(&self, course: &str, path: &str, text: &str) {
        let path = self.folder.path().join(course).join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// A journal with one good line, one torn line, and one that a newer program wrote.
    fn damaged_journal(&self) {
        fs::create_dir_all(self.journal().parent().unwrap()).unwrap();
        let good = line(1, r#""type":"section_read","section":"s3#problem""#);
        let newer = line(2, r#""type":"teleported""#);
        fs::write(self.journal(), format!("{good}\n{{\"v\":1,\n{newer}\n")).unwrap();
    }
}

fn line(number: u32, rest: &str) -> String {
    format!(
        r#"{{"v":1,"id":"00000000-0000-0000-0000-00000000000{number}","at":"2026-11-22T09:00:0{number}.000+09:00",{rest}}}"#
    )
}

fn said(command: &mut assert_cmd::Command) -> Said {
    let output = command.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Said { out: text(output.stdout), error: text(output.stderr), code: output.status.code().unwrap() }
}

fn json(said: &Said) -> serde_json::Value {
    serde_json::from_str(&said.out).unwrap_or_else(|error| panic!("{error}: {said:?}"))
}

const MANIFEST: &str = "format = 1\nid = \"mine\"\nlanguages = [\"en\"]\ntitle = \"Mine\"\n[[part]]\nid = \"p\"\ntitle = \"P\"\nchapters = [\"s3\"]\n[check]\nquestions-per-chapter = 0\nper-difficulty = 0\nmissing-source = \"off\"\nundated = \"off\"\nuntranslated = \"off\"\n";

const CHAPTER: &str = "+++\ntitle = \"Buckets\"\nsummary = \"s\"\n[[source]]\nurl = \"https://a.example\"\ntitle = \"A\"\n+++\n## Why {#why}\n\nText.\n";

const QUIZ: &str = "format = 1\n[[question]]\nid = \"one\"\nkind = \"boolean\"\nsection = \"s3#why\"\ndifficulty = 1\nprompt = \"Is it?\"\nanswer = true\nwhy.true = \"Yes.\"\nwhy.false = \"No.\"\n";

// Studying.

#[test]
fn without_a_terminal_the_course_opens_as_prompts_and_the_end_of_input_is_fine() {
    let said = Desk::new().run(&[]);
    assert!(said.out.starts_with("AWS from the ground up\n"), "{said:?}");
    assert_eq!((said.error.as_str(), said.code), ("", 0));
}

#[test]
fn an_answer_is_in_the_journal_and_in_the_statistics() {
    let desk = Desk::new();
    desk.course("mine");
    let quiz = desk.typed(&["quiz", "s3", "--course", "mine"], "1\n");
    assert!(quiz.out.contains("Right.\n") && quiz.out.contains("Saved.\n"), "{quiz:?}");
    let journal = fs::read_to_string(desk.data().join("mine/progress.jsonl")).unwrap();
    assert_eq!(journal.lines().filter(|line| line.contains(r#""type":"answered""#)).count(), 1);
    let stats = desk.run(&["stats", "--course", "mine", "--format", "json"]);
    let chapter = r#"{"format":1,"chapters":[{"id":"s3","read":0.0,"questions":1,"seen":1,"right":1"#;
    assert!(stats.out.starts_with(chapter), "{stats:?}");
    assert_eq!((quiz.code, stats.code), (0, 0));
}

#[test]
fn an_answer_that_was_taken_back_is_asked_when_the_quiz_goes_on() {
    let desk = Desk::new();
    desk.typed(&["quiz", "s3"], ":skip\n:skip\n:undo\n:quit\n");
    let again = desk.typed(&["quiz", "s3"], "1\n");
    assert!(again.out.starts_with("1. Go on with question 2 of 11\n"), "{}", again.out);
}

#[test]
fn read_goes_on_where_it_was_left() {
    let desk = Desk::new();
    assert!(desk.typed(&["read", "s3"], "").out.starts_with("Amazon S3\n"));
    assert!(desk.typed(&["read"], "").out.starts_with("Amazon S3\n"));
    assert!(desk.run(&["stats"]).out.contains("- Amazon S3: "));
}

#[test]
fn an_unknown_chapter_is_answered_with_those_there_are() {
    for command in ["read", "quiz"] {
        let said = Desk::new().run(&[command, "s4"]);
        assert_eq!(said.code, 2);
        assert!(said.error.contains("s4") && said.error.contains("elb, s3, cloudfront"), "{said:?}");
    }
}

#[test]
fn who_stands_in_the_folder_of_a_course_is_told_how_to_open_it() {
    let desk = Desk::new();
    let mine = desk.course("mine");
    let asked = |arguments: &[&str], folder: &Path| said(desk.command().current_dir(folder).args(arguments));
    for arguments in [&["scenario", "x", "--plan", "a"][..], &["scenario", "x"], &["quiz", "x"], &["exam", "x"]] {
        let unknown = asked(arguments, &mine);
        assert!(unknown.error.ends_with("; this folder is a course: --course .\n") && unknown.code == 2, "{unknown:?}");
        assert!(!asked(arguments, desk.folder.path()).error.contains("--course"));
    }
    let korean = asked(&["quiz", "x", "--lang", "ko"], &mine);
    assert!(korean.error.ends_with(". 이 폴더도 과정이에요: --course .\n"), "{korean:?}");
    let named = asked(&["quiz", "x", "--course", "."], &mine);
    assert!(named.code == 2 && !named.error.contains("--course"), "{named:?}");
}

#[test]
fn one_question_is_found_by_its_id() {
    let desk = Desk::new();
    let asked = desk.typed(&["quiz", "--question", "s3-full-disk"], ":skip\n");
    assert!(asked.out.contains("Now you know.") && asked.code == 0, "{asked:?}");
    let unknown = desk.run(&["quiz", "--question", "nothing"]);
    assert!(unknown.error.contains("nothing") && unknown.code == 2, "{unknown:?}");
    let elsewhere = desk.run(&["quiz", "vpc", "--question", "s3-full-disk"]);
    assert!(elsewhere.error.contains("chapter \"vpc\" has no question") && elsewhere.code == 2, "{elsewhere:?}");
}

#[test]
fn the_language_comes_from_the_option_then_the_settings_then_the_locale() {
    let desk = Desk::new();
    let first_line = |command: &mut assert_cmd::Command| said(command).out.lines().next().unwrap().to_string();
    let (english, korean) = ("AWS from the ground up", "처음부터 배우는 AWS");
    assert_eq!(first_line(desk.command().env("LC_ALL", "ko_KR.UTF-8")), korean);
    assert_eq!(first_line(desk.command().env("LC_ALL", "C")), english);
    assert_eq!(first_line(desk.command().env_remove("LC_ALL").env("LANG", "ko_KR.UTF-8")), korean);
    fs::create_dir_all(desk.data()).unwrap();
    fs::write(desk.data().join("settings.toml"), "language = \"ko\"\n").unwrap();
    assert_eq!(first_line(&mut desk.command()), korean);
    assert_eq!(first_line(desk.command().args(["--lang", "en"])), english);
}

#[test]
fn an_unknown_language_is_answered_with_those_there_are() {
    let said = Desk::new().run(&["--lang", "fr"]);
    assert!(said.error.contains("en, ko") && said.code == 2, "{said:?}");
}

#[test]
fn broken_settings_are_said_and_do_not_stop_anybody() {
    let desk = Desk::new();
    fs::create_dir_all(desk.data()).unwrap();
    fs::write(desk.data().join("settings.toml"), "theme = 'pink'").unwrap();
    let said = desk.run(&[]);
    assert!(said.error.contains("settings.toml:1:9: \"pink\" is no value of theme") && said.code == 0, "{said:?}");
    fs::write(desk.data().join("settings.toml"), "theme = 'pink'\nfont = 1\nlanguage = 'ko'\nx").unwrap();
    let said = desk.run(&[]);
    assert!(said.error.contains("문제가 더 있어요: 2.") && said.error.lines().count() == 2, "{said:?}");
}

#[test]
fn a_broken_course_opens_as_far_as_it_can_and_says_where_to_look() {
    let desk = Desk::new();
    desk.course("mine");
    desk.write("mine", "content/course.toml", &MANIFEST.replace("[\"s3\"]", "[\"s3\", \"gone\"]"));
    let said = desk.run(&["--course", "mine"]);
    assert!(said.out.contains("1. Buckets"), "{said:?}");
    assert!(said.error.contains("awstutor check mine") && said.code == 0, "{said:?}");
}

#[test]
fn a_course_without_chapters_cannot_be_studied() {
    let desk = Desk::new();
    desk.write("empty", "readme.txt", "");
    let empty = desk.run(&["--course", "empty"]);
    assert!(empty.error.contains("no chapter can be opened") && empty.code == 3, "{empty:?}");
    let missing = desk.run(&["--course", "nowhere"]);
    assert!(missing.error.contains("nowhere") && missing.code == 3, "{missing:?}");
}

#[test]
fn without_a_journal_reading_is_fine_and_an_answer_is_lost_with_exit_code_3() {
    let desk = Desk::new();
    // A file stands where the folder should be.
    fs::write(desk.data(), "").unwrap();
    let read = desk.typed(&["read", "cloud"], "\n\n:quit\n");
    assert!(read.error.contains("nothing will be saved") && read.code == 0, "{read:?}");
    let quiz = desk.typed(&["quiz", "cloud"], "1\n");
    assert!(quiz.out.contains("Not saved: "), "{quiz:?}");
    assert_eq!((quiz.code, fs::read(desk.data()).unwrap().len()), (3, 0));
    let exam = desk.typed(&["exam", "course"], "1\n1\n:handin\n:handin\n:quit\n");
    assert!(exam.out.contains("Not saved: ") && exam.code == 3, "{exam:?}");
}

#[test]
fn bad_lines_of_the_journal_are_said_and_the_rest_counts() {
    let desk = Desk::new();
    desk.damaged_journal();
    let said = desk.run(&[]);
    assert!(said.error.contains("could not be read: 1") && said.code == 0, "{said:?}");
    assert!(!said.out.contains("Amazon S3: 0 % read"));
}

// Progress.

#[test]
fn the_journal_has_a_path() {
    let desk = Desk::new();
    assert_eq!(desk.run(&["progress", "path"]).out.trim_end(), desk.journal().to_str().unwrap());
    let elsewhere = desk.run(&["progress", "path", "--data", "/elsewhere"]);
    assert_eq!(elsewhere.out.trim_end(), "/elsewhere/aws/progress.jsonl");
}

#[test]
fn an_export_merges_into_another_journal_once() {
    let (one, other) = (Desk::new(), Desk::new());
    one.typed(&["quiz", "s3"], ":skip\n");
    assert_eq!(one.run(&["progress", "export", "out.jsonl"]).code, 0);
    let file = one.folder.path().join("out.jsonl");
    assert_eq!(fs::read(&file).unwrap(), one.run(&["progress", "export"]).out.as_bytes());
    let merge = |files: &[&str]| other.run(&[&["progress", "merge"], files].concat());
    assert_eq!(merge(&[file.to_str().unwrap()]).out.trim_end(), "new events: 2");
    assert_eq!(merge(&[file.to_str().unwrap()]).out.trim_end(), "new events: 0");
    assert!(other.run(&["stats", "--format", "json"]).out.contains(r#""id":"s3","read":0.0,"questions":11,"seen":1"#));
    let missing = merge(&["nowhere.jsonl"]);
    assert!(missing.error.contains("nowhere.jsonl") && missing.code == 3, "{missing:?}");
}

#[test]
fn a_reset_in_another_journal_is_taken_in_only_when_asked_for() {
    let (student, instructor) = (Desk::new(), Desk::new());
    instructor.typed(&["quiz", "s3"], ":skip\n");
    student.typed(&["quiz", "s3"], ":skip\n");
    assert_eq!(student.run(&["progress", "reset", "--yes"]).code, 0);
    let file = student.journal();
    let before = fs::read(instructor.journal()).unwrap();
    let merge = |more: &[&str]| instructor.run(&[&["progress", "merge", file.to_str().unwrap()], more].concat());
    let told = "progress was begun anew there; with that, 2 of your own events count no longer";
    for more in [&[][..], &["--dry-run"], &["--dry-run", "--with-resets"]] {
        let said = merge(more);
        assert!(said.out.contains(told), "{said:?}");
        assert_eq!((said.code, fs::read(instructor.journal()).unwrap() == before), (i32::from(more.len() < 2), true));
    }
    let korean = merge(&["--lang", "ko"]);
    assert!(
        korean.out.contains("이벤트 가운데 2개를 더는 세지 않아요") && korean.out.contains("--with-resets"),
        "{korean:?}"
    );
    let said = merge(&["--with-resets"]);
    assert!(said.out.contains(told) && said.out.ends_with("new events: 3\n") && said.code == 0, "{said:?}");
    assert_eq!(merge(&[]).out, "new events: 0\n");
}

#[test]
fn merging_names_damaged_lines_and_refuses_what_is_no_journal() {
    let (one, other) = (Desk::new(), Desk::new());
    one.damaged_journal();
    let merge = |files: &[&Path]| {
        let files: Vec<&str> = files.iter().map(|file| file.to_str().unwrap()).collect();
        other.run(&[&["progress", "merge"], files.as_slice()].concat())
    };
    let course = one.folder.path().join("course.toml");
    fs::write(&course, "id = \"aws\"\n").unwrap();
    let said = merge(&[&one.journal(), &course]);
    let refused =
        format!("{}: this is no journal: no line of it is an event\nNothing was taken in.\n", course.display());
    assert!(said.out.ends_with(&refused) && said.code == 1 && !other.journal().exists(), "{said:?}");
    let said = merge(&[&one.journal()]);
    let verified = one.run(&["progress", "verify"]);
    let damaged = verified.out.lines().next().unwrap();
    assert_eq!((said.out, said.code), (format!("{damaged}\nnew events: 2\n"), 0));
}

#[test]
fn an_export_never_replaces_the_journal() {
    let desk = Desk::new();
    desk.damaged_journal();
    let before = fs::read(desk.journal()).unwrap();
    let said = desk.run(&["progress", "export", desk.journal().to_str().unwrap()]);
    assert_eq!((said.code, fs::read(desk.journal()).unwrap()), (2, before));
    assert_eq!(desk.run(&["progress", "export"]).out.lines().count(), 2);
    let nowhere = desk.run(&["progress", "export", "no/such/folder/x"]);
    assert_eq!(nowhere.code, 3, "{nowhere:?}");
}

#[test]
fn verify_lists_bad_lines_and_unknown_kinds() {
    let desk = Desk::new();
    assert_eq!(desk.run(&["progress", "verify"]).code, 0);
    desk.damaged_journal();
    let human = desk.run(&["progress", "verify"]);
    assert!(human.out.contains("progress.jsonl:2: ") && human.out.contains("teleported: 1"), "{human:?}");
    assert_eq!(human.code, 1);
    let machine = desk.run(&["progress", "verify", "--format", "json"]);
    let report = json(&machine);
    assert_eq!(report["bad"][0]["line"], 2);
    assert!(report["bad"][0]["reason"].is_string());
    let mut rest = report.clone();
    rest["bad"] = serde_json::json!([]);
    assert_eq!(rest, serde_json::json!({"format": 1, "events": 1, "bad": [], "unknown": {"teleported": 1}}));
    assert_eq!(machine.code, 1);
}

#[test]
fn reset_asks_first_and_erases_nothing() {
    let desk = Desk::new();
    desk.typed(&["quiz", "s3"], ":skip\n");
    let before = fs::read_to_string(desk.journal()).unwrap();
    let refused = desk.typed(&["progress", "reset"], "yes\n");
    assert!(refused.error.contains("--yes") && refused.code == 2, "{refused:?}");
    assert_eq!(fs::read_to_string(desk.journal()).unwrap(), before);
    assert_eq!(desk.run(&["progress", "reset", "--yes"]).code, 0);
    assert!(fs::read_to_string(desk.journal()).unwrap().starts_with(&before));
    assert!(!desk.run(&["stats", "--format", "json"]).out.contains(r#""seen":1"#));
}

// Check.

#[test]
fn a_right_course_is_proved() {
    let desk = Desk::new();
    desk.course("mine");
    let said = desk.run(&["check", "mine", "--format", "json"]);
    let expected = serde_json::json!({
        "format": 1, "errors": 0, "warnings": 0, "advice": 0, "held_back": 0,
        "summary": {"chapters": 1, "questions": 1, "scenarios": 0, "languages": {"en": 1, "ko": 0}},
        "diagnostics": [],
    });
    assert_eq!((json(&said), said.code), (expected, 0));
}

#[test]
fn the_built_in_course_has_no_errors() {
    let said = Desk::new().run(&["check", "--format", "json"]);
    assert_eq!((json(&said)["errors"].clone(), said.code), (serde_json::json!(0), 0), "{}", said.out);
    assert_eq!(json(&said)["summary"]["chapters"], 30);
}

#[test]
fn a_problem_has_its_place_its_excerpt_and_a_way_out() {
    let desk = Desk::new();
    desk.course("mine");
    desk.write("mine", "content/en/s3.md", &CHAPTER.replace("Text.", "한글 [링크](nowhere.md) 뒤"));
    let machine = desk.run(&["check", "mine", "--format", "json"]);
    let found = &json(&machine)["diagnostics"][0];
    let of = |key: &str| found[key].clone();
    assert_eq!((of("severity"), of("path")), ("error".into(), "content/en/s3.md".into()));
    assert_eq!((of("line"), of("column")), (10.into(), 4.into()));
    let keys: Vec<&String> = found.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["code", "column", "held_back", "help", "line", "message", "path", "severity"]);
    assert_eq!(machine.code, 1);
    let human = desk.run(&["check", "mine"]);
    let (excerpt, carets) = {
        let start = human.out.lines().position(|line| line.contains("한글 [링크]")).unwrap();
        (human.out.lines().nth(start).unwrap(), human.out.lines().nth(start + 1).unwrap())
    };
    // Each Hangul syllable is two cells wide: the carets stand under the link all the same.
    let before = &excerpt[..excerpt.find("[링크]").unwrap()];
    assert_eq!(carets.find('^'), Some(awstutor::text::width::width(before)), "{}", human.out);
    assert!(human.out.contains("mine/content/en/s3.md:10:4"), "{}", human.out);
    assert!(human.out.contains(of("code").as_str().unwrap()) && human.out.contains(of("help").as_str().unwrap()));
    assert!(human.out.trim_end().lines().last().unwrap().starts_with("errors: 1, warnings: 0, advice: 0; chapters: 1"));
    let korean = desk.run(&["check", "mine", "--lang", "ko"]);
    assert!(korean.out.contains("오류") && !korean.out.contains(of("message").as_str().unwrap()), "{}", korean.out);
}

#[test]
fn a_problem_of_a_whole_file_has_no_line() {
    let desk = Desk::new();
    desk.course("mine");
    desk.write("mine", "quizzes/stray.toml", "format = 1\n");
    let machine = desk.run(&["check", "mine", "--format", "json"]);
    let found = &json(&machine)["diagnostics"][0];
    assert_eq!(
        (found["path"].as_str(), found["line"].is_null(), found["column"].is_null()),
        (Some("quizzes/stray.toml"), true, true)
    );
    assert!(desk.run(&["check", "mine"]).out.contains("--> mine/quizzes/stray.toml\n"));
}

#[test]
fn another_course_with_the_id_of_the_built_in_one_is_advised_to_take_its_own() {
    let desk = Desk::new();
    desk.course("mine");
    desk.write("mine", "content/course.toml", &MANIFEST.replace("\"mine\"", "\"aws\""));
    let said = desk.run(&["check", "mine", "--deny", "warnings"]);
    assert!(said.out.contains("advice[course/built-in-id]") && said.out.contains("course.toml:2:6"), "{}", said.out);
    assert_eq!(said.code, 0);
}

#[test]
fn a_question_with_a_slip_in_its_answer_is_named_and_never_asked() {
    let desk = Desk::new();
    desk.course("mine");
    let number = "[[question]]\nid = \"two\"\nkind = \"number\"\nsection = \"s3#why\"\nprompt = \"How many holds?\"\nexplanation = \"So.\"\nvalue = 1,800\n";
    desk.write("mine", "quizzes/s3.toml", &format!("{QUIZ}{number}"));
    let machine = json(&desk.run(&["check", "mine", "--format", "json"]));
    let found = &machine["diagnostics"][0];
    assert_eq!(
        (machine["errors"].as_u64(), found["line"].as_u64(), found["column"].as_u64()),
        (Some(1), Some(17), Some(10))
    );
    assert!(found["help"].as_str().unwrap().contains("`1800`"), "{found}");
    let korean = desk.run(&["check", "mine", "--lang", "ko"]);
    assert!(
        korean.out.contains("숫자 안에 쉼표가 있어요") && korean.out.contains("천 단위 쉼표는 빼고"),
        "{}",
        korean.out
    );
    let asked = desk.typed(&["--course", "mine", "--plain", "quiz", "s3"], "1\n\n\n:quit\n");
    assert!(asked.out.contains("Is it?") && !asked.out.contains("How many holds?"), "{}", asked.out);
}

#[test]
fn what_only_follows_is_held_back_and_counted_below_its_cause() {
    let desk = Desk::new();
    desk.course("mine");
    desk.write("mine", "content/en/s3.md", &format!("{CHAPTER}\n```quiz\none\n```\n"));
    let path = desk.folder.path().join("mine/quizzes/s3.toml");
    fs::write(path, [&[0xFF, 0xFE][..], QUIZ.as_bytes()].concat()).unwrap();
    let machine = json(&desk.run(&["check", "mine", "--format", "json"]));
    assert_eq!((machine["errors"].as_u64(), machine["held_back"].as_u64()), (Some(1), Some(1)));
    let found = &machine["diagnostics"][0];
    assert_eq!((found["code"].as_str(), found["held_back"].as_u64()), (Some("file/unreadable"), Some(1)));
    let human = desk.run(&["check", "mine"]);
    assert!(human.out.contains("it is UTF-16, not UTF-8") && human.out.contains("iconv -f UTF-16"), "{}", human.out);
    assert!(
        human.out.contains("note: messages held back until it is mended, because they may only follow from it: 1\n")
    );
    assert_eq!(human.code, 1);
}

#[test]
fn an_empty_course_file_is_named() {
    let desk = Desk::new();
    desk.course("mine");
    desk.write("mine", "content/course.toml", "");
    let human = desk.run(&["check", "mine"]);
    assert!(
        human.out.starts_with("error[file/empty]: the file is empty\n--> mine/content/course.toml\n"),
        "{}",
        human.out
    );
    assert!(human.out.contains("\nerrors: 1, warnings: 0"), "{}", human.out);
}

#[cfg(unix)]
#[test]
fn a_folder_that_is_a_link_out_of_the_course_is_named_once() {
    let desk = Desk::new();
    let mine = desk.course("mine");
    fs::rename(mine.join("quizzes"), desk.folder.path().join("elsewhere")).unwrap();
    std::os::unix::fs::symlink(desk.folder.path().join("elsewhere"), mine.join("quizzes")).unwrap();
    let human = desk.run(&["check", "mine"]);
    assert!(
        human.out.contains("`quizzes` is a link to a place outside the course\n--> mine/quizzes\n"),
        "{}",
        human.out
    );
    assert!(human.out.contains("\nerrors: 1, warnings: 0"), "{}", human.out);
}

#[test]
fn warnings_fail_only_when_they_are_denied() {
    let desk = Desk::new();
    desk.course("mine");
    desk.write("mine", "content/course.toml", &MANIFEST.replace("[\"en\"]", "[\"en\", \"ko\"]"));
    let machine = json(&desk.run(&["check", "mine", "--format", "json"]));
    assert!(machine["errors"] == 0 && machine["warnings"].as_u64() > Some(0), "{machine}");
    assert_eq!(desk.run(&["check", "mine"]).code, 0);
    assert_eq!(desk.run(&["check", "mine", "--deny", "warnings"]).code, 1);
}

#[test]
fn check_takes_this_folder_then_the_course_option_then_the_built_in_course() {
    let desk = Desk::new();
    let mine = desk.course("mine");
    let chapters = |command: &mut assert_cmd::Command| {
        json(&said(command.args(["check", "--format", "json"])))["summary"]["chapters"].clone()
    };
    assert_eq!(chapters(desk.command().current_dir(&mine)), 1);
    assert_eq!(chapters(desk.command().args(["--course", "mine"])), 1);
    assert_eq!(chapters(&mut desk.command()), 30);
    let missing = desk.run(&["check", "nowhere"]);
    assert!(missing.error.contains("nowhere") && missing.code == 3, "{missing:?}");
}

#[test]
fn colours_are_for_terminals_unless_asked_for() {
    let desk = Desk::new();
    desk.course("mine");
    desk.write("mine", "quizzes/stray.toml", "format = 1\n");
    let escapes = |arguments: &[&str]| desk.run(arguments).out.contains('\u{1b}');
    assert!(!escapes(&["check", "mine"]));
    assert!(escapes(&["check", "mine", "--color", "always"]));
}

// Help and its kin.

#[test]
fn help_manual_and_completions_name_the_commands() {
    let desk = Desk::new();
    let help = desk.run(&["--help"]);
    assert!(help.out.contains("Exit codes:") && help.code == 0, "{help:?}");
    let man = desk.run(&["man"]);
    assert!(man.out.contains(".TH") && man.out.contains("awstutor progress merge"), "{}", man.out);
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let said = desk.run(&["completions", shell]);
        assert!(said.out.contains("awstutor") && said.code == 0, "{shell}");
    }
    assert_eq!(desk.run(&["teleport"]).code, 2);
    assert_eq!(desk.run(&["progress"]).code, 2);
}

#[test]
fn a_closed_pipe_is_no_error() {
    let desk = Desk::new();
    desk.course("mine");
    for arguments in [&["man"][..], &["completions", "zsh"], &["stats"], &["check", "mine"], &["progress", "path"], &[]]
    {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let mut command = Command::new(binary());
        command.args(arguments).current_dir(desk.folder.path()).env_clear().env("AWSTUTOR_DATA", desk.data());
        let output = command.stdin(Stdio::null()).stdout(writer).stderr(Stdio::piped()).output().unwrap();
        let error = String::from_utf8(output.stderr).unwrap();
        assert_eq!((output.status.code(), error.as_str()), (Some(0), ""), "{arguments:?}");
    }
}

fn binary() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_awstutor"))
}
