//! What reading a journal takes, beside the least that any program would need for the same lines.
//!
//! The floor is serde_json into plain structs that are kept: no ids, times or kinds are checked there, and nothing is
//! folded. It must not read anybody's journal: lines are made here, from the ids of the shipped course.
//!
//! ```text
//! cargo bench --bench journal
//! ```

use awstutor::course::Course;
use awstutor::domain::day::USUAL_START;
use awstutor::domain::event::{Answered, Event, Mode, What};
use awstutor::domain::id::{QuestionId, SectionId};
use awstutor::domain::moment::Moment;
use awstutor::domain::response::Recorded;
use awstutor::store::{Journal, Places, embedded};
use awstutor::text::Language;
use divan::{Bencher, black_box};
use jiff::Timestamp;
use jiff::tz::Offset;
use serde::Deserialize;
use std::fs;
use std::path::{Path, PathBuf};
use uuid::{Builder, Uuid};

fn main() {
    divan::main();
}

const SIZES: [usize; 2] = [10_000, 100_000];
/// A journal of nothing but answers, each of which is rated and scheduled.
const ANSWERS: usize = 200_000;

/// Reading the file and folding it, as at every start.
#[divan::bench(args = SIZES, sample_count = 30)]
fn replay(bencher: Bencher<'_, '_>, events: usize) {
    let folder = data_folder(events);
    let path = path_in(folder.path());
    bencher.counter(divan::counter::ItemsCount::new(events)).bench_local(|| {
        let replayed = Journal::at(&path).replay(USUAL_START).expect("the file was just written");
        assert_eq!(replayed.1.events, events);
        replayed
    });
}

/// The floor: the same file into plain structs, all kept.
#[divan::bench(args = SIZES, sample_count = 30)]
fn plain_structs(bencher: Bencher<'_, '_>, events: usize) {
    let folder = data_folder(events);
    let path = path_in(folder.path());
    bencher.counter(divan::counter::ItemsCount::new(events)).bench_local(|| {
        let text = fs::read_to_string(&path).expect("the file was just written");
        plain_lines(black_box(&text))
    });
}

/// Reading and folding nothing but answers.
#[divan::bench(sample_count = 20)]
fn answers(bencher: Bencher<'_, '_>) {
    replay_text(bencher, &answers_of(ANSWERS));
}

/// The same answers after two machines were merged: the lines of one behind the lines of the other.
#[divan::bench(sample_count = 20)]
fn answers_merged(bencher: Bencher<'_, '_>) {
    let text = answers_of(ANSWERS);
    let of_machine = |machine| text.lines().skip(machine).step_by(2).flat_map(|line| [line, "\n"]);
    replay_text(bencher, &of_machine(0).chain(of_machine(1)).collect::<String>());
}

/// The floor for both.
#[divan::bench(sample_count = 20)]
fn answers_plain_structs(bencher: Bencher<'_, '_>) {
    let folder = folder_with(&answers_of(ANSWERS));
    let path = path_in(folder.path());
    bencher.bench_local(|| {
        let text = fs::read_to_string(&path).expect("the file was just written");
        plain_lines(black_box(&text))
    });
}

fn replay_text(bencher: Bencher<'_, '_>, text: &str) {
    let folder = folder_with(text);
    let path = path_in(folder.path());
    bencher.bench_local(|| Journal::at(&path).replay(USUAL_START).expect("the file was just written"));
}

/// A folder of settings and progress: someone who has chosen a language, and has a journal of so many events.
pub fn data_folder(events: usize) -> tempfile::TempDir {
    folder_with(&text_of(events))
}

fn folder_with(journal: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a place for temporary files");
    let path = path_in(folder.path());
    let made = fs::write(folder.path().join("settings.toml"), "language = \"en\"\n")
        .and_then(|()| fs::create_dir_all(path.parent().unwrap_or(folder.path())))
        .and_then(|()| fs::write(&path, journal));
    made.expect("a new folder can be written");
    folder
}

/// The journal in such a folder.
pub fn path_in(data: &Path) -> PathBuf {
    let journal = Places::find(Some(data)).journal(&embedded::course().outline.id);
    journal.expect("a folder was named")
}

/// A line as a program would read it that trusts its own file.
#[derive(Debug, Deserialize)]
#[allow(dead_code, reason = "the time of filling the fields is what counts")]
pub struct PlainLine {
    v: u32,
    id: String,
    at: String,
    #[serde(rename = "type")]
    kind: String,
    section: Option<String>,
    paragraph: Option<u32>,
    question: Option<String>,
    revision: Option<u32>,
    key: Option<String>,
    response: Option<Vec<String>>,
    #[serde(default)]
    shown: Vec<String>,
    score: Option<f64>,
    hints: Option<u32>,
    ms: Option<u64>,
    mode: Option<String>,
    language: Option<String>,
    run: Option<String>,
}

/// Every line of a journal as a plain struct.
pub fn plain_lines(text: &str) -> Vec<PlainLine> {
    text.lines().map(|line| serde_json::from_str(line).expect("lines that were made here")).collect()
}

/// A journal of so many events: a learner who reads a section, answers what is asked there, and comes back for more.
///
/// Six in ten events are answers, three sections read, one a place. The same number gives the same text.
pub fn text_of(events: usize) -> String {
    text(events, |number, course, chance| match number % 10 {
        0..6 => What::Answered(answer(course, chance)),
        6..9 => What::SectionRead { section: section(course, chance) },
        _ => What::Position { section: section(course, chance), paragraph: chance.below(9) as u32 },
    })
}

/// A journal of so many answers, over seven months.
pub fn answers_of(answers: usize) -> String {
    text(answers, |_, course, chance| What::Answered(answer(course, chance)))
}

fn text(events: usize, what: impl Fn(usize, &Course, &mut Chance) -> What) -> String {
    let course = embedded::course();
    let mut lines = String::with_capacity(events * 320);
    for number in 0..events {
        let mut chance = Chance(number as u64);
        // One event every 97 seconds: 100,000 of them are four months without sleep.
        let milliseconds = 1_760_000_000_000 + number as i64 * 97_000 + chance.below(60_000) as i64;
        let timestamp = Timestamp::from_millisecond(milliseconds).expect("a time of this century");
        let what = what(number, &course, &mut chance);
        let at = Moment::new(timestamp, Offset::constant(9));
        lines.push_str(&Event { id: chance.uuid(milliseconds), at, what }.to_line());
        lines.push('\n');
    }
    lines
}

fn answer(course: &Course, chance: &mut Chance) -> Answered {
    let questions: Vec<_> = course.outline.questions().collect();
    let question = questions[chance.below(questions.len())];
    let letters = ["a", "b", "c", "d"];
    let start = chance.below(letters.len());
    let shown = letters.iter().cycle().skip(start).take(letters.len());
    let in_quiz = chance.below(3) > 0;
    Answered {
        kind: Some(question.kind),
        question: QuestionId::new(question.id.as_str()),
        revision: question.revision,
        key: format!("{:016x}", chance.next()),
        response: Recorded::List(vec![letters[chance.below(letters.len())].to_string()]),
        shown: shown.map(|letter| letter.to_string()).collect(),
        score: [0.0, 0.5, 1.0, 1.0][chance.below(4)],
        hints: chance.below(2) as u32,
        ms: 2_000 + chance.below(40_000) as u64,
        mode: if in_quiz { Mode::Quiz } else { Mode::Inline },
        language: if chance.below(2) == 0 { Language::English } else { Language::Korean },
        run: in_quiz.then(|| chance.uuid(1_760_000_000_000)),
    }
}

fn section(course: &Course, chance: &mut Chance) -> SectionId {
    let sections: Vec<_> = course
        .outline
        .chapters()
        .flat_map(|chapter| chapter.sections.iter().map(|section| chapter.id.section(&section.id)))
        .collect();
    sections[chance.below(sections.len())].clone()
}

/// Numbers without a pattern, the same in every run (splitmix64).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }

    fn uuid(&mut self, milliseconds: i64) -> Uuid {
        let mut bytes = [0; 10];
        bytes[..8].copy_from_slice(&self.next().to_le_bytes());
        Builder::from_unix_timestamp_millis(milliseconds as u64, &bytes).into_uuid()
    }
}
