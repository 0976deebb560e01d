//! A course of one chapter in two languages and one question, for the tests of the rules. It breaks none.

use super::{Findings, check};
use crate::course::source::InMemory;

const MANIFEST: &str = "format = 1
id = \"t\"
languages = [\"en\", \"ko\"]
title = \"T\"
[[part]]
id = \"p\"
title = \"P\"
chapters = [\"s3\"]
[[exam]]
id = \"clf\"
name = \"CLF\"
questions = 65
minutes = 90
pass = 0.7
domain = [{ id = \"billing\", name = \"Billing\", weight = 12 }]
[check]
";

/// The numbers of the check, small enough for one question.
const NUMBERS: [&str; 2] = ["questions-per-chapter", "per-difficulty"];

const HEAD: &str = "format = 1
[[question]]
id = \"q\"
kind = \"single\"
section = \"s3#why\"
domains = { clf = \"billing\" }
explanation = \"So.\"
prompt = \"P?\"
hint = \"Think.\"
verified = 2026-11-01
sources = [\"https://a\"]
";

/// A question with a right option in line 14 and a wrong one in line 17.
pub const SINGLE: &str = "format = 1
[[question]]
id = \"q\"
kind = \"single\"
section = \"s3#why\"
domains = { clf = \"billing\" }
explanation = \"So.\"
prompt = \"P?\"
hint = \"Think.\"
verified = 2026-11-01
sources = [\"https://a\"]
[[question.option]]
correct = true
text = \"S3 bucket\"
why = \"yes\"
[[question.option]]
text = \"EBS\"
why = \"no\"
";

/// A file with one question of another kind, whose own keys start in line 12.
pub fn question(kind: &str, body: &str) -> String {
    HEAD.replace("\"single\"", &format!("\"{kind}\"")) + body
}

/// The course with a quiz, an English text below its heading, and lines of the `[check]` table.
pub fn course(quiz: &str, english: &str, switches: &str) -> InMemory {
    let numbers = NUMBERS.iter().filter(|number| !switches.contains(**number)).map(|number| format!("{number} = 0\n"));
    let manifest = format!("{MANIFEST}{}\n{switches}", numbers.collect::<String>());
    InMemory::new([
        ("content/course.toml", manifest.as_str()),
        ("content/en/s3.md", &chapter("S3", &format!("## Why {{#why}}\n{english}"))),
        ("content/ko/s3.md", &chapter("S3", "## 이유 {#why}\n")),
        ("quizzes/s3.toml", quiz),
    ])
}

fn chapter(title: &str, body: &str) -> String {
    format!(
        "+++\ntitle = \"{title}\"\nsummary = \"s\"\n[[source]]\nurl = \"https://a\"\ntitle = \"A\"\nverified = 2026-11-22\n+++\n{body}"
    )
}

/// Places and codes.
pub fn codes(findings: &Findings) -> Vec<String> {
    findings.diagnostics.iter().map(|found| format!("{} {}", found.location(), found.problem.code())).collect()
}

pub fn found_in_quiz(quiz: &str) -> Vec<String> {
    codes(&check(Box::new(course(quiz, "", "")), None))
}

/// `body` starts in line 10, below the heading.
pub fn found_in_english(body: &str) -> Vec<String> {
    codes(&check(Box::new(course(SINGLE, body, "")), None))
}

/// The Korean chapter with a title, and a text that starts in line 9.
pub fn found_in_chapter(title: &str, korean: &str) -> Vec<String> {
    let mut files = course(SINGLE, "", "");
    files.0.insert("content/ko/s3.md".to_string(), chapter(title, korean));
    codes(&check(Box::new(files), None))
}
