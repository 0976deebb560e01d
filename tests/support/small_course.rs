//! A course of two chapters that fits on a page: one question of every kind, pinned in the file's order.
//!
//! Its English is plain ASCII. It must not change lightly: tests count its keys.

use awstutor::course::source::InMemory;

/// The files of a course, of which a test may replace some.
#[derive(Clone)]
pub struct SmallCourse(InMemory);

impl SmallCourse {
    pub fn new() -> SmallCourse {
        let (english, korean) = (chapter_one("Buckets", EN_ONE), chapter_one("버킷", KO_ONE));
        SmallCourse(InMemory::new([
            ("content/course.toml", MANIFEST),
            ("content/en/one.md", &english),
            ("content/ko/one.md", &korean),
            ("content/en/two.md", EN_TWO),
            ("content/ko/two.md", KO_TWO),
            ("quizzes/one.toml", QUIZ),
        ]))
    }

    /// The same with a what-if and a case.
    pub fn with_scenarios(self) -> SmallCourse {
        let list = "scenarios = [\"slow-pictures\", \"night-alarm\"]\n\n[[part]]";
        self.with("content/course.toml", &MANIFEST.replacen("[[part]]", list, 1))
            .with("quizzes/scenarios/slow-pictures.toml", include_str!("scenarios/slow-pictures.toml"))
            .with("quizzes/scenarios/night-alarm.toml", include_str!("scenarios/night-alarm.toml"))
    }

    /// The same with an exam `x` of ten questions in twenty minutes, for whose only domain there are two choices.
    pub fn with_certificate(self) -> SmallCourse {
        let exam = "\n[[exam]]\nid = \"x\"\nname = \"Certified\"\nquestions = 10\nminutes = 20\npass = 0.72\n\n[[exam.domain]]\nid = \"d\"\nname = \"A domain\"\nweight = 1\n";
        let quiz = ["single", "multiple", "boolean"].into_iter().fold(QUIZ.to_string(), |quiz, kind| {
            let kind = format!("kind = \"{kind}\"\n");
            quiz.replace(&kind, &format!("{kind}domains = {{ x = \"d\" }}\n"))
        });
        self.with("content/course.toml", &format!("{MANIFEST}{exam}")).with("quizzes/one.toml", &quiz)
    }

    /// Writes the files into a folder.
    pub fn write_to(&self, folder: &std::path::Path) {
        for (path, text) in &self.0.0 {
            let path = folder.join(path);
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("folders can be made");
            std::fs::write(path, text).expect("files can be written");
        }
    }

    /// The same with another text at `path`.
    pub fn with(mut self, path: &str, text: &str) -> SmallCourse {
        self.0.0.insert(path.to_string(), text.to_string());
        self
    }

    pub fn without(mut self, path: &str) -> SmallCourse {
        self.0.0.remove(path);
        self
    }

    pub fn files(&self) -> InMemory {
        self.0.clone()
    }
}

/// Front matter with a title, and `body` below it.
pub fn chapter(title: &str, body: &str) -> String {
    format!(
        "+++\ntitle = \"{title}\"\nsummary = \"In short.\"\n\n[[source]]\nurl = \"https://example.org/source\"\ntitle = \"A source\"\nverified = 2026-11-01\n+++\n\n{body}\n"
    )
}

/// The kinds of questions in the quiz, in its order.
pub const KINDS: [&str; 8] = ["single", "multiple", "boolean", "short", "number", "order", "match", "cloze"];

/// Twelve paragraphs below a heading: more than a window of 24 rows.
fn chapter_one(title: &str, body: &str) -> String {
    let filling: String = (1..=12).map(|number| format!("w{number} lorem ipsum dolor.\n\n")).collect();
    chapter(title, &body.replace("FILLING\n", &filling))
}

const MANIFEST: &str = r#"format = 1
id = "small"
languages = ["en", "ko"]
title.en = "A small course"
title.ko = "작은 과정"

[[part]]
id = "first"
title.en = "First part"
title.ko = "첫 부분"
chapters = ["one", "two"]
"#;

const EN_ONE: &str = "## Why buckets {#why}

FILLING
## Links {#links}

Read [about disks](two.md#deep) or [the web](https://example.org/page) or [close](#close).

## Ask {#ask}

```quiz
one-single
```

Here the text goes on.

## Close {#close}

The last words.
";

const KO_ONE: &str = "## 왜 버킷인가 {#why}

FILLING
## 링크 {#links}

[디스크](two.md#deep)나 [웹](https://example.org/page)이나 [끝](#close)을 보세요.

## 묻기 {#ask}

```quiz
one-single
```

여기서 글이 이어져요.

## 끝 {#close}

마지막 말이에요.
";

const EN_TWO: &str = "+++
title = \"Disks\"
summary = \"One server, one disk.\"

[[source]]
url = \"https://example.org/two\"
title = \"Second source\"
verified = 2026-11-02
+++

## Top {#top}

Disks spin.

## Deep down {#deep}

A disk belongs to one server.
";

const KO_TWO: &str = "+++
title = \"디스크\"
summary = \"서버 하나에 디스크 하나.\"

[[source]]
url = \"https://example.org/two\"
title = \"둘째 출처\"
verified = 2026-11-02
+++

## 위 {#top}

디스크가 돌아요.

## 깊은 곳 {#deep}

디스크는 서버 한 대에 속해요.
";

const QUIZ: &str = r#"format = 1

[[question]]
id = "one-single"
kind = "single"
section = "one#why"
difficulty = 1
shuffle = false
prompt.en = "Where do pictures go?"
prompt.ko = "사진은 어디에 두나요?"
hint.en = ["Many readers.", "Over HTTP."]
hint.ko = ["읽는 곳이 많아요.", "HTTP로 읽어요."]
explanation.en = "One address for all."
explanation.ko = "모두에게 주소 하나예요."

[[question.option]]
text.en = "On a disk"
text.ko = "디스크"
why.en = "One server alone sees it."
why.ko = "서버 한 대만 봐요."

[[question.option]]
correct = true
text.en = "In a bucket"
text.ko = "버킷"
why.en = "Every server reads it."
why.ko = "모든 서버가 읽어요."

[[question.option]]
text.en = "In a queue"
text.ko = "대기열"
why.en = "A queue forgets."
why.ko = "대기열은 잊어요."

[[question]]
id = "one-multiple"
kind = "multiple"
section = "one#links"
difficulty = 1
shuffle = false
prompt.en = "Which two are true?"
prompt.ko = "맞는 것 두 개는?"

[[question.option]]
correct = true
text = "alpha"
why = "because alpha"

[[question.option]]
text = "beta"
why = "because beta"

[[question.option]]
correct = true
text = "gamma"
why = "because gamma"

[[question]]
id = "one-boolean"
kind = "boolean"
section = "one#why"
difficulty = 1
prompt.en = "A bucket runs code."
prompt.ko = "버킷은 코드를 실행해요."
answer = false
why.true = "it runs none"
why.false = "it only stores"

[[question]]
id = "one-short"
kind = "short"
section = "one#why"
difficulty = 1
prompt.en = "What holds objects?"
prompt.ko = "객체를 담는 것은?"
explanation.en = "A bucket holds them."
explanation.ko = "버킷이 담아요."
accept.en = ["bucket"]
accept.ko = ["버킷"]

[[question.trap]]
accept.en = ["folder"]
accept.ko = ["폴더"]
why.en = "There are no folders."
why.ko = "폴더는 없어요."

[[question]]
id = "one-number"
kind = "number"
section = "one#why"
difficulty = 1
prompt.en = "How much is 2 x 500 GB?"
prompt.ko = "500 GB의 두 배는?"
explanation.en = "Two times five hundred."
explanation.ko = "오백의 두 배예요."
value = 1000
tolerance = 0
unit = "GB"

[[question]]
id = "one-order"
kind = "order"
section = "one#why"
difficulty = 1
shuffle = false
prompt.en = "Put them in order."
prompt.ko = "순서대로 놓으세요."

[[question.item]]
text = "ask"
why = "asking comes first"

[[question.item]]
text = "sign"
why = "signing comes second"

[[question.item]]
text = "send"
why = "sending comes last"

[[question]]
id = "one-match"
kind = "match"
section = "one#why"
difficulty = 1
shuffle = false
prompt.en = "Match them."
prompt.ko = "짝지으세요."

[[question.pair]]
left = "files"
right = "S3"
why = "files belong to S3"

[[question.pair]]
left = "tables"
right = "RDS"
why = "tables belong to RDS"

[[question.distractor]]
text = "SQS"
why = "queues hold neither"

[[question]]
id = "one-cloze"
kind = "cloze"
section = "one#close"
difficulty = 1
shuffle = false
prompt.en = "A bucket has {{name}} and lives in a {{place}}."
prompt.ko = "버킷에는 {{name}}가 있고 {{place}}에 있어요."

[[question.blank]]
name = "name"
accept.en = ["keys"]
accept.ko = ["키"]
why = "keys name objects"

[[question.blank]]
name = "place"
why = "buckets live in Regions"
[[question.blank.option]]
text = "Zone"
[[question.blank.option]]
correct = true
text = "Region"
"#;
