//! `awstutor stats`, as a shell and a script see it: sentences for people, JSON that only ever grows.

#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

use assert_cmd::cargo::cargo_bin_cmd;
use serde_json::Value;
use std::fs;
use tempfile::TempDir;

/// Someone who answered questions about S3 in the summer of 2026, on two days and in two time zones.
const JOURNAL: [(&str, &str, &str); 3] = [
    ("2026-07-01T22:30:00.000+09:00", "s3-full-disk", "1.0"),
    ("2026-07-02T03:10:00.000+09:00", "s3-deleted-by-mistake", "0.0"),
    ("2026-07-09T20:00:00.000-07:00", "s3-full-disk", "1.0"),
];

fn someone() -> TempDir {
    let home = tempfile::tempdir().unwrap();
    let line = |(number, (at, question, score)): (usize, &(&str, &str, &str))| {
        format!(
            r#"{{"v":1,"id":"01a22306-2b09-7212-b024-96f87a2d75{number:02}","at":"{at}","type":"answered","question":"{question}","kind":"single","revision":1,"key":"48c03b3a659cef91","response":["b"],"shown":["a","b"],"score":{score},"hints":0,"ms":400000,"mode":"quiz","language":"en"}}"#
        )
    };
    let lines: Vec<String> = JOURNAL.iter().enumerate().map(line).collect();
    fs::create_dir_all(home.path().join("aws")).unwrap();
    fs::write(home.path().join("aws/progress.jsonl"), lines.join("\n") + "\n").unwrap();
    home
}

fn stats(home: &TempDir, arguments: &[&str]) -> String {
    let mut command = cargo_bin_cmd!("awstutor");
    command.env_clear().env("AWSTUTOR_DATA", home.path()).env("LC_ALL", "en_US.UTF-8").env("TZ", "UTC");
    let output = command.arg("stats").args(arguments).output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
    String::from_utf8(output.stdout).unwrap()
}

fn json(home: &TempDir) -> Value {
    serde_json::from_str(&stats(home, &["--format", "json"])).unwrap()
}

#[test]
fn people_get_sentences_in_their_language_and_no_charts() {
    let home = someone();
    let english = stats(&home, &[]);
    for line in [
        "Of 330 questions 2 have been answered, 1 of them right the last time.",
        // The night of 2 July, before four o'clock, belongs to the first.
        "- 9 July: answers 1, sections read 0",
        "- 1 July: answers 2, sections read 0",
        "Reviews so far: 1; from 20 on there is a share to speak of.",
        "No question has been wrong twice yet in three or more answers.",
    ] {
        assert!(english.lines().any(|found| found == line), "{line:?} is not in\n{english}");
    }
    assert!(english.contains("Answers on them: 0 · in all: 3, 15 min"), "five minutes an answer at most:\n{english}");
    assert!(!english.contains(['█', '━', '░', '▒']), "{english}");
    let korean = stats(&home, &["--lang", "ko"]);
    assert!(korean.contains("- 7월 9일: 1번 답하고 절 0개 읽음"), "{korean}");
}

#[test]
fn json_keeps_what_it_had() {
    let report = json(&someone());
    assert_eq!(report["format"], 1);
    let s3 = report["chapters"].as_array().unwrap().iter().find(|chapter| chapter["id"] == "s3").unwrap();
    let fields = ["read", "questions", "seen", "right"].map(|field| s3[field].as_f64().unwrap());
    assert_eq!(fields, [0.0, 11.0, 2.0, 1.0]);
}

#[test]
fn json_has_every_figure_of_the_screen() {
    let report = json(&someone());
    assert_eq!(report["course"]["seen"], 2);
    assert_eq!(report["parts"].as_array().unwrap().len(), 6);
    let s3 = report["services"].as_array().unwrap().iter().find(|service| service["id"] == "s3").unwrap();
    assert_eq!((&s3["questions"], &s3["seen"]), (&31.into(), &2.into()));
    let days: Vec<&Value> = report["activity"]["days"].as_array().unwrap().iter().map(|day| &day["date"]).collect();
    assert_eq!(days, ["2026-07-01", "2026-07-09"]);
    assert_eq!(report["activity"]["seconds"], 900);
    assert_eq!(report["forecast"].as_array().unwrap().len(), 30);
    assert_eq!(report["forecast"][0]["reviews"], 2, "both are long overdue");
    assert_eq!(report["retention"]["overall"], serde_json::json!({ "reviews": 1, "shares": null }));
    assert_eq!(report["retention"]["months"][0]["month"], "2026-07-01");
    assert_eq!(report["hardest"], serde_json::json!([]));
    let exams: Vec<&Value> = report["readiness"].as_array().unwrap().iter().map(|exam| &exam["exam"]).collect();
    assert_eq!(exams, ["clf", "saa"]);
    assert_eq!(report["readiness"][0]["estimate"], Value::Null);
}

#[test]
fn plain_mode_has_the_same_sentences_in_its_menu() {
    let home = someone();
    let mut command = cargo_bin_cmd!("awstutor");
    command.env_clear().env("AWSTUTOR_DATA", home.path()).env("LC_ALL", "en_US.UTF-8").env("TZ", "UTC");
    let menu = String::from_utf8(command.arg("--plain").write_stdin("").output().unwrap().stdout).unwrap();
    let entry =
        menu.lines().find_map(|line| line.strip_suffix(". Statistics")).expect("an entry of the menu").to_string();
    let mut again = cargo_bin_cmd!("awstutor");
    again.env_clear().env("AWSTUTOR_DATA", home.path()).env("LC_ALL", "en_US.UTF-8").env("TZ", "UTC");
    let told = again.arg("--plain").write_stdin(format!("{entry}\n")).output().unwrap().stdout;
    let told = String::from_utf8(told).unwrap();
    assert!(told.contains(stats(&home, &[]).trim_end()), "{told}");
}
