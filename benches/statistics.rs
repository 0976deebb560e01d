//! What all figures of a large course with a long history take: 10,000 questions and 200,000 answers.
//!
//! Nothing stands beside it but the target: no other program computes the same. It must not read anybody's journal: the
//! course and the answers are made here.
//!
//! ```text
//! cargo bench --bench statistics
//! ```

use awstutor::domain::event::{Answered, Event, Mode, What};
use awstutor::domain::exam::{Exam, ExamDomain};
use awstutor::domain::id::{ChapterId, QuestionId};
use awstutor::domain::moment::Moment;
use awstutor::domain::outline::{ChapterOutline, Outline, Part, QuestionOutline, SectionOutline};
use awstutor::domain::plan::Plan;
use awstutor::domain::progress::Progress;
use awstutor::domain::question::{Kind, Text};
use awstutor::domain::response::Recorded;
use awstutor::domain::review::Queue;
use awstutor::domain::settings::Settings;
use awstutor::domain::shuffle::Generator;
use awstutor::domain::statistics::Statistics;
use awstutor::text::{Language, Localized};
use divan::Bencher;
use jiff::tz::Offset;
use jiff::{Timestamp, ToSpan};
use uuid::Uuid;

fn main() {
    divan::main();
}

const CHAPTERS: usize = 100;
const QUESTIONS_OF_A_CHAPTER: usize = 100;
const ANSWERS: usize = 200_000;
/// One answer every four minutes: a year and a half.
const SECONDS_APART: i64 = 240;
const FIRST_SECOND: i64 = 1_740_000_000;

/// Every figure, as when the screen of statistics opens.
#[divan::bench(sample_count = 30)]
fn all_figures(bencher: Bencher<'_, '_>) {
    let (outline, progress, settings) = (outline(), progress(), Settings::default());
    let now = moment(ANSWERS);
    let figures = Statistics::of(&outline, &progress, &settings, now);
    assert_eq!((figures.course.questions, figures.activity.answers), (CHAPTERS * QUESTIONS_OF_A_CHAPTER, ANSWERS));
    assert!(figures.readiness[0].estimate.is_some() && figures.retention.overall.shares.is_some());
    bencher.bench_local(|| Statistics::of(&outline, &progress, &settings, now));
}

/// What is asked today, out of the same course and history.
#[divan::bench(sample_count = 30)]
fn review_queue(bencher: Bencher<'_, '_>) {
    let (outline, progress, settings) = (outline(), progress(), Settings::default());
    let now = moment(ANSWERS);
    bencher.bench_local(|| Queue::of(&outline, &progress, &settings, now));
}

/// Sixty days until an exam, studied ahead.
#[divan::bench(sample_count = 30)]
fn exam_plan(bencher: Bencher<'_, '_>) {
    let (outline, progress) = (outline(), progress());
    let now = moment(ANSWERS);
    let exam_date = Some(now.date().saturating_add(60.days()));
    let settings = Settings { exam_date, ..Settings::default() };
    bencher.bench_local(|| Plan::of(&outline, &progress, &settings, now).expect("an exam to come"));
}

fn moment(number: usize) -> Moment {
    let second = FIRST_SECOND + number as i64 * SECONDS_APART;
    Moment::new(Timestamp::from_second(second).expect("a time of this century"), Offset::constant(9))
}

fn text(text: String) -> Text {
    Localized::same(text)
}

/// Ten parts of ten chapters, an exam of four domains.
fn outline() -> Outline {
    let chapters: Vec<ChapterOutline> = (0..CHAPTERS).map(chapter).collect();
    let part = |(number, chapters): (usize, &[ChapterOutline])| Part {
        id: format!("part-{number}"),
        title: text(format!("Part {number}")),
        chapters: chapters.to_vec(),
    };
    let domain = |number: usize| ExamDomain {
        id: format!("domain-{number}"),
        name: text(format!("Domain {number}")),
        weight: 1.0 + number as f64,
    };
    let exam = Exam {
        id: "clf".to_string(),
        name: text("An exam".to_string()),
        questions: 65,
        minutes: 90,
        pass: 0.7,
        domains: (0..4).map(domain).collect(),
    };
    Outline {
        id: "large".to_string(),
        exams: vec![exam],
        parts: chapters.chunks(10).enumerate().map(part).collect(),
        ..Outline::default()
    }
}

fn chapter(number: usize) -> ChapterOutline {
    let id = ChapterId::new(format!("chapter-{number}"));
    let section = |place: usize| SectionOutline {
        id: format!("section-{place}"),
        level: 2,
        title: text(format!("Section {place}")),
    };
    let first = number * QUESTIONS_OF_A_CHAPTER;
    ChapterOutline {
        title: text(format!("Chapter {number}")),
        summary: text(String::new()),
        minutes: Localized::same(10),
        sections: (0..8).map(section).collect(),
        questions: (first..first + QUESTIONS_OF_A_CHAPTER).map(|place| question(place, &id)).collect(),
        id,
    }
}

fn question(place: usize, chapter: &ChapterId) -> QuestionOutline {
    QuestionOutline {
        id: question_id(place),
        kind: Kind::ALL[place % Kind::ALL.len()],
        revision: 1,
        section: chapter.section(&format!("section-{}", place % 8)),
        services: vec![format!("service-{}", place % 40), format!("service-{}", place % 37)],
        domains: [("clf".to_string(), format!("domain-{}", place % 4))].into(),
    }
}

fn question_id(place: usize) -> QuestionId {
    QuestionId::new(format!("question-{place}"))
}

/// Answers to questions in no order, three of four right.
fn progress() -> Progress {
    let mut chance = Generator::new(7);
    Progress::fold((0..ANSWERS).map(|number| {
        let place = chance.below(CHAPTERS * QUESTIONS_OF_A_CHAPTER);
        let what = What::Answered(Answered {
            question: question_id(place),
            kind: Some(Kind::ALL[place % Kind::ALL.len()]),
            revision: 1,
            key: "0123456789abcdef".to_string(),
            response: Recorded::List(vec!["a".to_string()]),
            shown: vec!["a".to_string(), "b".to_string()],
            score: if chance.below(4) == 0 { 0.0 } else { 1.0 },
            hints: 0,
            ms: 3_000 + chance.below(60_000) as u64,
            mode: Mode::Review,
            language: Language::English,
            run: None,
        });
        Event { id: Uuid::from_u128(number as u128), at: moment(number), what }
    }))
}
