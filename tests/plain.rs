//! Plain mode as someone types it: lines in, lines out, and what is kept of it.

#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

#[path = "plain/exams.rs"]
mod exams;
#[path = "plain/review.rs"]
mod review;
#[path = "plain/settings.rs"]
mod settings;

use awstutor::course::Course;
use awstutor::course::source::InMemory;
use awstutor::domain::event::{Answered, Event, Mode, What};
use awstutor::domain::moment::Moment;
use awstutor::domain::progress::Progress;
use awstutor::domain::response::Recorded;
use awstutor::domain::settings::Settings;
use awstutor::domain::shuffle::Options;
use awstutor::plain::{Open, Recorder, Saving, SettingsKeeper, Start, Surroundings, run};
use awstutor::store::embedded;
use awstutor::text::Language;
use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;
use uuid::Uuid;

const MANIFEST: &str = r#"
format = 1
id = "test"
languages = ["en", "ko"]
title.en = "A course"
title.ko = "강의"
[[part]]
id = "storage"
title.en = "Storage"
title.ko = "스토리지"
chapters = ["s3"]
"#;

/// The text of the chapter in one language.
macro_rules! chapter {
    ($title:literal, $text:literal) => {
        concat!(
            "+++\ntitle = \"",
            $title,
            "\"\nsummary = \"What a bucket is.\"\nobjectives = [\"Choose\"]\n",
            "[[source]]\nurl = \"https://a.example\"\ntitle = \"A\"\nverified = 2026-11-22\n+++\n",
            $text
        )
    };
}

const ENGLISH: &str = chapter!(
    "Buckets",
    "## Why {#why}\n\nDisks are full.\n\n```quiz\none\n```\n\nAfter the question.\n\n## How {#how}\n\nPut it there.\n"
);

const KOREAN: &str = chapter!(
    "버킷",
    "## 이유 {#why}\n\n디스크가 꽉 찼어요.\n\n```quiz\none\n```\n\n문제 다음이에요.\n\n## 방법 {#how}\n\n거기에 넣어요.\n"
);

const ONE: &str = r#"
[[question]]
id = "one"
kind = "single"
section = "s3#why"
difficulty = 1
shuffle = false
prompt.en = "Where?"
prompt.ko = "어디에?"
hint = "Not on a disk."
explanation = "Because."
[[question.option]]
text.en = "On a disk"
text.ko = "디스크에"
why = "It is full."
[[question.option]]
correct = true
text.en = "In a bucket"
text.ko = "버킷에"
why = "It is never full."
"#;

const TWO: &str = r#"
[[question]]
id = "two"
kind = "boolean"
section = "s3#how"
difficulty = 1
prompt = "A bucket is a folder."
answer = false
why.true = "No."
why.false = "Yes."
"#;

/// The six kinds that are neither `single` nor `boolean`.
const OTHERS: &str = r#"
[[question]]
id = "several"
kind = "multiple"
section = "s3#how"
difficulty = 1
shuffle = false
prompt = "Which?"
[[question.option]]
correct = true
text = "a"
why = "a"
[[question.option]]
text = "b"
why = "b"
[[question.option]]
correct = true
text = "c"
why = "c"

[[question]]
id = "word"
kind = "short"
section = "s3#how"
difficulty = 1
prompt = "Name it."
explanation = "It is a bucket."
accept = ["bucket"]

[[question]]
id = "number"
kind = "number"
section = "s3#how"
difficulty = 1
prompt = "How much?"
explanation = "A thousand."
value = 1000
unit = "GB"

[[question]]
id = "steps"
kind = "order"
section = "s3#how"
difficulty = 1
prompt = "In order."
[[question.item]]
text = "first"
why = "1"
[[question.item]]
text = "second"
why = "2"

[[question]]
id = "pairs"
kind = "match"
section = "s3#how"
difficulty = 1
shuffle = false
prompt = "Match."
[[question.pair]]
left = "cold"
right = "Glacier"
why = "1"
[[question.pair]]
left = "hot"
right = "Standard"
why = "2"

[[question]]
id = "gaps"
kind = "cloze"
section = "s3#how"
difficulty = 1
prompt = "In one {{where}} and many {{copies}}."
[[question.blank]]
name = "where"
accept = ["Region"]
why = "1"
[[question.blank]]
name = "copies"
why = "2"
[[question.blank.option]]
correct = true
text = "zones"
[[question.blank.option]]
text = "edges"
"#;

/// What a session said and kept.
struct Told {
    text: String,
    facts: Vec<What>,
    saving: Saving,
    /// Settings that were kept, oldest first.
    kept: Vec<Settings>,
}

/// A session that is about to be typed.
struct Session {
    course: Course,
    before: Vec<Event>,
    language: Language,
    open: Open,
    failures: usize,
    settings: Settings,
    /// Hours between what was before and now.
    hours: u64,
}

impl Session {
    fn new(questions: &str) -> Session {
        let quiz = format!("format = 1\n{questions}");
        let source = InMemory::new([
            ("content/course.toml", MANIFEST),
            ("content/en/s3.md", ENGLISH),
            ("content/ko/s3.md", KOREAN),
            ("quizzes/s3.toml", quiz.as_str()),
        ]);
        let (course, diagnostics) = Course::open(Box::new(source));
        let errors: Vec<String> = diagnostics.iter().map(|found| found.summary(Language::English)).collect();
        assert!(!errors.iter().any(|line| line.contains(": error[")), "{errors:?}");
        Session {
            course,
            before: Vec::new(),
            language: Language::English,
            open: Open::Home,
            failures: 0,
            settings: Settings::default(),
            hours: 0,
        }
    }

    fn open(self, open: Open) -> Session {
        Session { open, ..self }
    }

    fn options(mut self, options: Options) -> Session {
        self.settings.options = options;
        self
    }

    fn days_later(self, days: u64) -> Session {
        Session { hours: 24 * days, ..self }
    }

    fn quiz(self) -> Session {
        self.open(Open::Quiz("s3".into(), None))
    }

    fn after(self, before: Vec<Event>) -> Session {
        Session { before, ..self }
    }

    fn typed(self, lines: &[&str]) -> Told {
        let log = Log::default();
        let mut journal =
            Journal { before: self.before.clone(), events: Vec::new(), failures: self.failures, log: log.clone() };
        let mut drawer = Drawer { kept: Vec::new(), failures: self.failures };
        let mut counter = Counter(self.before.len() as u64 * 1000 + self.hours * 3_600);
        let start = Start {
            course: &self.course,
            progress: Progress::fold(self.before),
            settings: self.settings,
            language: self.language,
            open: self.open,
            recorder: &mut journal,
            keeper: &mut drawer,
            surroundings: &mut counter,
        };
        let input: String = lines.iter().map(|line| format!("{line}\n")).collect();
        let saving = run(start, input.as_bytes(), log.clone()).unwrap();
        let text = String::from_utf8(log.0.borrow().clone()).unwrap();
        let facts = journal.events.into_iter().map(|event| event.what).collect();
        Told { text, facts, saving, kept: drawer.kept }
    }
}

impl Told {
    fn answers(&self) -> Vec<&Answered> {
        let mut answers = Vec::new();
        for what in &self.facts {
            if let What::Answered(answered) = what {
                answers.push(answered);
            }
        }
        answers
    }

    fn has(&self, text: &str) -> bool {
        self.text.contains(text)
    }

    /// How often a line was said.
    fn count(&self, line: &str) -> usize {
        self.text.lines().filter(|said| *said == line).count()
    }
}

/// What is said and what is saved, in one order.
#[derive(Clone, Default)]
struct Log(Rc<RefCell<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

struct Journal {
    before: Vec<Event>,
    events: Vec<Event>,
    failures: usize,
    log: Log,
}

impl Recorder for Journal {
    fn record(&mut self, events: Vec<Event>) -> Result<(), String> {
        if self.failures > 0 {
            self.failures -= 1;
            return Err("the disk is full".to_string());
        }
        for event in &events {
            if matches!(event.what, What::Answered(_)) {
                self.log.0.borrow_mut().extend_from_slice(b"<on disk>\n");
            }
        }
        self.events.extend(events);
        Ok(())
    }

    fn replay(&mut self, day_start: u8) -> Option<Progress> {
        Some(Progress::new(day_start).after(self.before.iter().chain(&self.events).cloned()))
    }
}

/// Where settings are kept.
#[derive(Default)]
struct Drawer {
    kept: Vec<Settings>,
    failures: usize,
}

impl SettingsKeeper for Drawer {
    fn keep(&mut self, settings: &Settings) -> Result<(), String> {
        if self.failures > 0 {
            self.failures -= 1;
            return Err("the disk is full".to_string());
        }
        self.kept.push(settings.clone());
        Ok(())
    }
}

/// A clock that goes on by a second whenever it is asked.
struct Counter(u64);

impl Surroundings for Counter {
    fn now(&mut self) -> Moment {
        self.0 += 1;
        let timestamp = jiff::Timestamp::from_second(1_795_305_600 + self.0 as i64).unwrap();
        Moment::new(timestamp, jiff::tz::Offset::UTC)
    }

    fn id(&mut self) -> Uuid {
        self.0 += 1;
        Uuid::from_u128(u128::from(self.0))
    }

    fn seed(&mut self) -> u64 {
        7
    }
}

/// Facts as the journal has them.
fn events(facts: Vec<What>) -> Vec<Event> {
    let mut counter = Counter(0);
    facts.into_iter().map(|what| Event { id: counter.id(), at: counter.now(), what }).collect()
}

fn section_read(section: &str) -> What {
    What::SectionRead { section: section.into() }
}

#[test]
fn the_menu_is_numbered_and_the_end_of_the_input_is_a_way_out() {
    let told = Session::new(&[ONE, TWO].concat()).typed(&[]);
    assert!(told.text.starts_with("A course\n\nStorage\n\n1. Buckets: 0 % read, 0 of 2 questions right\n"));
    assert!(told.has("2. Begin: Buckets\n3. Review: 2 new\n4. Mock exams\n5. Statistics\n"));
    assert_eq!((told.saving, told.facts), (Saving::Complete, Vec::new()));
}

#[test]
fn a_number_that_is_not_in_the_menu_is_explained() {
    let told = Session::new(ONE).typed(&["9", ":frob", ":hint", "5", ":quit"]);
    assert!(told.has("The menu has numbers from 1 to 6."));
    assert!(told.has("There is no command :frob."));
    assert!(told.has(":hint does nothing here."));
    assert!(told.has("Of 1 questions 0 have been answered"));
}

#[test]
fn the_hardest_question_is_named_with_its_gaps() {
    let gaps = &OTHERS[OTHERS.rfind("[[question]]").unwrap()..];
    let mut facts = Vec::new();
    for days in 0..3 {
        let quiz = Session::new(gaps).after(events(facts.clone())).days_later(days).quiz();
        facts.extend(quiz.typed(&["x; 2", ":quit"]).facts);
    }
    let mut statistics = Session::new(gaps).after(events(facts.clone())).days_later(4);
    let told = statistics.typed(&["5", ":quit"]);
    assert!(told.has("- In one (Gap 1) and many (Gap 2). (wrong 3 of 3 times)\n"), "{}", told.text);
    statistics = Session::new(gaps).after(events(facts)).days_later(4);
    statistics.language = Language::Korean;
    let told = statistics.typed(&["5", ":quit"]);
    assert!(told.has("- In one (빈칸 1) and many (빈칸 2). (3번 중 3번 틀림)\n"), "{}", told.text);
}

#[test]
fn a_chapter_is_read_section_by_section_and_each_is_recorded_at_its_end() {
    let told = Session::new(&ONE.replace("one", "other")).typed(&["1", "", ""]);
    // The question of the text is not in the quiz file: that is said, and reading goes on.
    assert!(told.has("There is no such question: one"));
    assert!(
        told.has("Buckets\n\nWhat a bucket is.\n\nAfter this chapter you can:\n- Choose\n\nWhy\n\nDisks are full.\n")
    );
    assert!(told.has("Section 1 of 2."));
    assert!(told.has("Sources:\n- A: https://a.example\nfacts checked on 2026-11-22\n"));
    let position = |section: &str| What::Position { section: section.into(), paragraph: 0 };
    assert_eq!(
        told.facts,
        [
            position("s3#why"),
            section_read("s3#why"),
            position("s3#how"),
            section_read("s3#how"),
            What::ChapterRead { chapter: "s3".into() }
        ]
    );
    assert!(told.has("1. Buckets: 100 % read"));
}

#[test]
fn a_section_that_was_left_at_its_question_is_not_read() {
    let told = Session::new(ONE).typed(&["1", ":quit"]);
    assert_eq!(told.facts, [What::Position { section: "s3#why".into(), paragraph: 0 }]);
    assert!(!told.has("After the question."));
}

#[test]
fn a_question_in_the_text_is_asked_there_and_enter_alone_passes_it() {
    let told = Session::new(ONE).typed(&["1", "2", ":quit"]);
    assert!(told.has("Check yourself\n\nWhere?\n\n1. On a disk\n2. In a bucket\n"));
    assert_eq!((told.answers()[0].mode, told.answers()[0].run, told.answers()[0].score), (Mode::Inline, None, 1.0));
    assert!(told.has("After the question.\n"));
    let passed = Session::new(ONE).typed(&["1", "", ":quit"]);
    assert_eq!(passed.answers().len(), 0);
    assert!(passed.has("After the question.\n"));
    assert!(passed.facts.contains(&section_read("s3#why")));
}

#[test]
fn a_chapter_goes_on_where_it_was_left_and_back_leads_to_the_section_before() {
    let before = events(vec![What::Position { section: "s3#how".into(), paragraph: 0 }]);
    let told = Session::new(ONE).after(before).typed(&["", ":back", "", ":quit"]);
    let (resumed, back) = (told.text.find("Put it there.").unwrap(), told.text.find("Disks are full.").unwrap());
    assert!(told.has("2. Continue: Buckets, How\n") && resumed < back);
}

#[test]
fn the_language_changes_in_the_middle_of_a_chapter_and_of_a_question() {
    let told = Session::new(ONE).typed(&["1", ":lang", "2", ":lang", ":quit"]);
    assert!(told.has("확인 문제\n\n어디에?\n\n1. 디스크에\n2. 버킷에\n"));
    assert!(told.has("2번, 정답, 내가 고른 답: 버킷에"));
    assert!(told.has("문제 다음이에요."));
    // Nothing is asked twice, and what was said in English is not said again in Korean.
    assert!(!told.has("디스크가 꽉 찼어요."));
    assert_eq!(told.answers()[0].language, Language::Korean);
    assert!(told.text.rfind("After the question.") > told.text.find("문제 다음이에요."));
}

#[test]
fn every_kind_is_answered_as_it_says() {
    let questions = [ONE, TWO, OTHERS].concat();
    let told =
        Session::new(&questions).quiz().typed(&["2", "2", "1,3", "Bucket", "1,000 GB", "2 1", "1a 2b", "region; 1"]);
    let scores: Vec<f64> = told.answers().iter().map(|answered| answered.score).collect();
    assert_eq!(scores, [1.0; 8], "{}", told.text);
    assert!(told.has("8 of 8 right."));
    assert!(told.has("In one (Gap 1) and many (Gap 2).\n\nGap 2: 1. zones; 2. edges\n"));
    assert!(told.has("1. cold\n2. hot\n\na. Glacier\nb. Standard\n"));
}

#[test]
fn a_verdict_says_why_for_every_option() {
    let told = Session::new(ONE).quiz().typed(&["1"]);
    assert!(told.has(
        "Not right.\n\nOption 1, wrong, your answer: On a disk\nWhy: It is full.\nOption 2, correct: In a bucket\nWhy: It is never full.\nExplanation: Because.\nRead again: Buckets, Why\nNext review tomorrow. Rated: again.\nSaved.\n"
    ));
}

#[test]
fn what_is_no_answer_is_explained_and_not_counted() {
    let told = Session::new(ONE).quiz().typed(&["", "5", "two", ":hint", ":hint", "2"]);
    assert_eq!(told.count("This question takes one number from 1 to 2. For example: 2"), 2);
    assert!(told.has("Nothing was typed. Type :skip if you don't know."));
    assert!(told.has("Hint 1: Not on a disk.\nThere is no further hint\n"));
    assert_eq!((told.answers().len(), told.answers()[0].hints), (1, 1));
}

#[test]
fn skipping_is_an_answer_and_counts_as_not_knowing() {
    let told = Session::new(ONE).quiz().typed(&[":skip"]);
    assert_eq!((&told.answers()[0].response, told.answers()[0].score), (&Recorded::Nothing, 0.0));
    assert!(told.has("Now you know."));
}

#[test]
fn an_answer_is_on_disk_before_anything_is_said_about_it() {
    let told = Session::new(ONE).quiz().typed(&["2"]);
    let place = |text: &str| told.text.find(text).unwrap();
    assert!(place("<on disk>") < place("Right.") && place("Right.") < place("Saved."));
}

#[test]
fn undo_takes_the_last_answer_back_and_asks_again_with_its_hints() {
    let told = Session::new(&[ONE, TWO].concat()).quiz().typed(&[":undo", ":hint", "1", ":undo", "2", "2"]);
    assert!(told.has("There is no answer to take back."));
    assert_eq!(told.count("Question 1 of 2"), 3);
    assert_eq!(told.facts.iter().filter(|what| matches!(what, What::Undone { .. })).count(), 1);
    let answers: Vec<_> =
        told.answers().iter().map(|answered| (answered.question.as_str(), answered.score, answered.hints)).collect();
    assert_eq!(answers, [("one", 0.0, 1), ("one", 1.0, 1), ("two", 1.0, 0)]);
    assert!(told.has("2 of 2 right."));
}

#[test]
fn undo_in_a_chapter_takes_back_the_answer_in_the_text() {
    let told = Session::new(ONE).typed(&["1", "1", ":undo", "2", ":quit"]);
    let answers: Vec<f64> = told.answers().iter().map(|answered| answered.score).collect();
    assert_eq!(answers, [0.0, 1.0]);
    assert!(told.has("The last answer is taken back.\n\nCheck yourself\n"));
    assert_eq!(told.facts.iter().filter(|what| matches!(what, What::Undone { .. })).count(), 1);
}

#[test]
fn an_open_run_is_offered_and_goes_on_at_its_question() {
    let questions = [ONE, TWO].concat();
    let first = Session::new(&questions).quiz().typed(&["2", ":quit"]);
    let again = Session::new(&questions).after(events(first.facts.clone())).quiz().typed(&["1", "2"]);
    assert!(again.text.starts_with("1. Go on with question 2 of 2\n2. Begin anew\n"), "{}", again.text);
    assert_eq!(again.answers().len(), 1);
    assert_eq!(again.answers()[0].run, first.answers()[0].run);
    assert!(again.has("2 of 2 right."));
    let anew = Session::new(&questions).after(events(first.facts.clone())).quiz().typed(&["2", "2", "2"]);
    assert_ne!(anew.answers()[0].run, first.answers()[0].run);
}

#[test]
fn the_result_says_what_to_read_and_repeats_what_was_missed() {
    let told = Session::new(&[ONE, TWO].concat()).quiz().typed(&["1", "2", "1", "2", ":quit"]);
    assert!(told.has("1 of 2 right.\n\nRead again:\n- Buckets, Why\n\n1. Repeat the 1 that were not right\n"));
    assert_eq!(told.count("Question 1 of 1"), 1);
    assert!(told.has("1 of 1 right."));
    let started = told.facts.iter().filter(|what| matches!(what, What::QuizStarted { .. }));
    assert_eq!(started.count(), 2);
}

#[test]
fn a_failed_save_is_said_and_made_good_by_the_next() {
    let session = Session { failures: 2, ..Session::new(&[ONE, TWO].concat()).quiz() };
    let told = session.typed(&["2", "2"]);
    assert!(told.has("Not saved: the disk is full. It is kept, and saved with the next answer if that works."));
    assert_eq!((told.answers().len(), told.count("Saved.")), (2, 1));
    assert_eq!(told.saving, Saving::Complete);
}

#[test]
fn what_is_lost_in_the_end_is_said_in_the_end() {
    let told = Session { failures: usize::MAX, ..Session::new(ONE).quiz() }.typed(&["2"]);
    assert_eq!(told.saving, Saving::Failed { reason: "the disk is full".to_string() });
    assert!(told.text.ends_with("Not everything could be saved: the disk is full\n"));
}

#[test]
fn one_question_is_asked_alone() {
    let told =
        Session::new(&[ONE, TWO].concat()).open(Open::Quiz("s3".into(), Some("two".into()))).typed(&["2", ":quit"]);
    assert_eq!((told.answers().len(), told.answers()[0].question.as_str()), (1, "two"));
    assert!(told.has("False, correct, your answer\nWhy: Yes.\n"));
}

#[test]
fn a_reader_who_goes_away_ends_the_session_and_loses_nothing() {
    struct Closed;
    impl Write for Closed {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::ErrorKind::BrokenPipe.into())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let session = Session::new(ONE);
    let mut journal = Journal { before: Vec::new(), events: Vec::new(), failures: 0, log: Log::default() };
    let start = Start {
        course: &session.course,
        progress: Progress::default(),
        settings: Settings::default(),
        language: Language::English,
        open: Open::Home,
        recorder: &mut journal,
        keeper: &mut Drawer::default(),
        surroundings: &mut Counter(0),
    };
    assert_eq!(run(start, &b"1\n"[..], Closed).unwrap(), Saving::Complete);
}

#[test]
fn options_as_written_are_not_mixed() {
    let queue = "[[question.option]]\ntext = \"In a queue\"\nwhy = \"It forgets.\"\n";
    let mixed = ONE.replace("shuffle = false\n", "") + queue;
    let places = |options| {
        let told = Session::new(&mixed).options(options).quiz().typed(&[":quit"]);
        ["On a disk", "In a bucket", "In a queue"].map(|option| told.text.find(option).unwrap())
    };
    assert!(places(Options::AsWritten).is_sorted());
    assert!(!places(Options::Shuffled).is_sorted());
}

/// Reads the built-in course to its end and answers everything with "I don't know".
#[test]
fn the_whole_course_can_be_gone_through_in_both_languages() {
    for language in Language::ALL {
        let course = embedded::course();
        let mut lines = Vec::new();
        for (place, chapter) in course.outline.chapters().enumerate() {
            lines.push((place + 1).to_string());
            // Every section, every question in the text, and then the way back to the menu.
            lines.extend(std::iter::repeat_n(String::new(), chapter.sections.len() + 3));
        }
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        let session = Session {
            course,
            before: Vec::new(),
            language,
            open: Open::Home,
            failures: 0,
            settings: Settings::default(),
            hours: 0,
        };
        let told = session.typed(&lines);
        let read = told.facts.iter().filter(|what| matches!(what, What::ChapterRead { .. })).count();
        assert_eq!(read, embedded::course().outline.chapters().count(), "{}", language.code());
        for mark in ["**", "```", "{{", "[!", "flowchart"] {
            assert!(!told.has(mark), "{mark} is said in {}", language.code());
        }
    }
}
