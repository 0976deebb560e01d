//! Statistics: what each page shows, how one turns to it, and how it says what its figures are.

use super::learner;
use crate::support::learner::Learner;
use awstutor::domain::event::{Answered, Event, Mode, What};
use awstutor::domain::moment::Moment;
use awstutor::domain::question::Kind;
use awstutor::domain::response::Recorded;
use awstutor::domain::settings::Borders;
use awstutor::store::embedded;
use awstutor::text::Language;
use uuid::Uuid;

/// An answer of twelve seconds, days before the day on which the tests happen.
fn answered(number: u128, days_before: i64, question: &str, score: f64) -> Event {
    let today = Moment::parse("2026-11-22T08:00:00+09:00").expect("a time");
    let hours = jiff::SignedDuration::from_hours(24 * days_before) - jiff::SignedDuration::from_secs(number as i64);
    let at = Moment { timestamp: today.timestamp - hours, ..today };
    let what = What::Answered(Answered {
        question: question.into(),
        kind: None,
        revision: 1,
        key: "0123456789abcdef".into(),
        response: Recorded::List(vec!["a".into()]),
        shown: vec!["a".into(), "b".into()],
        score,
        hints: 0,
        ms: 12_000,
        mode: Mode::Review,
        language: Language::English,
        run: None,
    });
    Event { id: Uuid::from_u128((days_before as u128) << 64 | number), at, what }
}

/// So many answers to one question on one day.
fn busy(answers: u128, days_before: i64) -> Vec<Event> {
    (0..answers).map(|number| answered(number, days_before, "one-single", 1.0)).collect()
}

fn who_did(events: Vec<Event>) -> Learner {
    let mut learner = learner();
    learner.has_done(events).press("i");
    learner
}

#[test]
fn i_and_f11_open_the_overview() {
    for key in ["i", "F11"] {
        let mut learner = learner();
        learner.press(key);
        assert!(learner.header().contains("Statistics › Overview"), "{}", learner.header());
        learner.press("Esc").sees("FIRST PART");
    }
}

#[test]
fn who_has_done_nothing_is_invited_and_not_shown_zeros() {
    let mut learner = who_did(Vec::new());
    learner.sees("No answers yet.").misses("0 %").misses("Studied").press("l").sees("아직 답한 문제가 없어요.");
}

#[test]
fn the_overview_tells_days_time_and_what_is_known() {
    let mut learner = who_did([busy(10, 3), busy(1, 40)].concat());
    learner.sees("Studied 1 of the last 30 days").misses("in a row");
    learner.sees("Answers on them: 10 · in all: 11, 2 min");
    let rows = learner.rows();
    let answered = rows.iter().find(|row| row.trim_start().starts_with("answered")).expect("a row");
    assert!(answered.ends_with("1/8"), "{answered}");
    assert!(answered.contains("13 %"), "{answered}");
}

#[test]
fn days_in_a_row_are_told_from_two_on() {
    who_did([busy(1, 1), busy(1, 2)].concat()).sees("Studied 2 of the last 30 days · 2 days in a row");
}

#[test]
fn tab_turns_the_pages_round_and_digits_jump() {
    let mut learner = learner();
    learner.press("i");
    let pages = ["Chapters", "Services", "Calendar", "Due", "Memory", "Hardest", "Exams", "Overview"];
    for (place, page) in pages.into_iter().enumerate() {
        learner.press("Tab");
        let number = (place + 1) % 8 + 1;
        assert!(learner.header().contains(&format!("Statistics › {page}")), "{}", learner.header());
        assert!(learner.header().contains(&format!("{number}/8")), "{}", learner.header());
    }
    learner.press("Shift-Tab");
    assert!(learner.header().contains("Exams"), "{}", learner.header());
    learner.press("4 Right Left");
    assert!(learner.header().contains("Calendar"), "{}", learner.header());
    learner.press("9");
    assert!(learner.header().contains("Calendar"), "nine is no page: {}", learner.header());
}

#[test]
fn a_chapter_opens_from_its_bar_and_its_figures_are_new_on_the_way_back() {
    let mut learner = learner();
    learner.press("i 2");
    assert!(learner.chosen().contains("Buckets") && learner.chosen().ends_with("0/8"), "{}", learner.chosen());
    learner.press("Enter z 2 Enter Esc Esc");
    assert!(learner.chosen().ends_with("1/8"), "{}", learner.chosen());
}

#[test]
fn services_are_named_by_their_chapter() {
    let mut learner = Learner::new(80, 24);
    learner.press("i 3").sees("Amazon EC2").sees("0/57").press("l").sees("서비스별").sees("답함");
}

#[test]
fn the_calendar_is_denser_on_busier_days() {
    // 2026-11-20 is a Friday; the day before, and the Fridays before.
    let days = [busy(1, 3), busy(10, 2), busy(20, 9), busy(40, 16)].concat();
    let mut learner = who_did(days);
    learner.press("4").sees("· none ░ 1–9 ▒ 10–19 ▓ 20–39 █ 40+");
    let friday = |learner: &Learner| learner.rows().into_iter().find(|row| row.contains("Fri")).expect("a row");
    assert!(friday(&learner).trim_end().ends_with("· █ ▓ ▒"), "{}", friday(&learner));
    learner.sees("Days of study in these 36 weeks: 4; answers: 71");
    learner.sees("Most answers on a day: 40, on 6 November");
    let mut ascii = super::learner().borders(Borders::Ascii);
    ascii.has_done([busy(10, 2), busy(20, 9), busy(40, 16)].concat()).press("i 4");
    assert!(friday(&ascii).trim_end().ends_with(". # % +"), "{}", friday(&ascii));
}

#[test]
fn a_wide_window_holds_the_year_and_a_narrow_one_what_fits() {
    for (width, weeks) in [(120, 53), (80, 36), (40, 17)] {
        let mut learner = who_did(busy(1, 400));
        learner.resize(width, 24).press("4");
        let rows = learner.rows();
        let monday = rows.iter().find(|row| row.contains("Mon")).expect("a row");
        assert_eq!(monday.matches('·').count(), weeks, "{width} columns: {monday}");
    }
}

#[test]
fn months_and_weekdays_speak_both_languages() {
    let mut learner = who_did(busy(1, 1));
    learner.press("4").sees("Oct").sees("Wed").press("l").sees("10월").sees("수").misses("Wed");
}

#[test]
fn what_is_due_stands_as_columns_and_as_a_sentence() {
    let mut learner = who_did(busy(1, 30));
    learner.press("5").sees("Due today: 1 · in 7 days: 1 · in 30 days: 1").sees("22 November").sees("█");
    who_did(Vec::new()).press("5").sees("Nothing is due in the next 30 days.").misses("█");
}

/// Every question of the shipped course that is a choice, answered before; `right` of a hundred the second time.
fn twice(right: usize) -> Vec<Event> {
    let course = embedded::course();
    let questions: Vec<String> = course
        .outline
        .questions()
        .filter(|question| matches!(question.kind, Kind::Single | Kind::Multiple))
        .map(|question| question.id.to_string())
        .collect();
    let first = questions.iter().enumerate().map(|(place, id)| answered(place as u128, 10, id, 1.0));
    let second = questions.iter().enumerate().map(|(place, id)| {
        let score = if place % 100 < right { 1.0 } else { 0.0 };
        answered(1_000 + place as u128, 3, id, score)
    });
    first.chain(second).collect()
}

#[test]
fn memory_stands_beside_its_prediction_once_there_is_enough_of_it() {
    let mut learner = Learner::new(80, 24);
    learner.has_done(twice(100)).press("i 6");
    learner.sees("Of 150 reviews you remembered 100 %; 81 % had been predicted.").sees("November 2026");
    learner.press("l").sees("복습 150번 중 100%를 기억했어요.").sees("2026년 11월");
}

#[test]
fn a_handful_of_reviews_claims_nothing() {
    let mut learner = who_did(vec![answered(1, 10, "one-single", 1.0), answered(2, 3, "one-single", 0.0)]);
    learner.press("6").sees("Reviews so far: 1; from 20 on there is a share to speak of.").sees("too few: 1");
    learner.misses("remembered");
}

#[test]
fn an_exam_is_estimated_with_its_range_and_the_pass_mark() {
    let mut learner = Learner::new(80, 40);
    learner.has_done(twice(100)).press("i 8");
    learner
        .sees("Cloud Practitioner")
        .sees("On 29 November probably")
        .sees("most likely between")
        .sees("●")
        .sees("│ 67");
    learner.press("l").sees("11월 29일 예상 점수는").sees("합격선");
}

#[test]
fn an_exam_that_cannot_be_estimated_says_how_much_is_missing() {
    let mut learner = Learner::new(80, 24);
    learner.press("i 8").sees("Too little to say: 0 of 150 questions answered, an estimate takes 45.").misses("●");
}

#[test]
fn the_hardest_question_opens_what_answers_it() {
    let wrong = (0..3).map(|time| answered(time, 3 + time as i64, "one-single", 0.0)).collect();
    let mut learner = who_did(wrong);
    learner.press("7").sees("Where do pictures go?").sees("wrong 3 of 3 times · Buckets › Why buckets");
    learner.press("Enter").sees("Why buckets").press("Esc").sees("wrong 3 of 3 times");
}

#[test]
fn one_key_says_how_a_page_is_computed_and_how_to_come_back() {
    for key in ["m", "F5"] {
        let mut learner = who_did(busy(1, 1));
        learner.press("2").press(key).sees("How this is computed").sees("in seven days").misses("Buckets");
        learner.press(key).sees("Buckets").press(key).press("Esc").sees("Buckets").press("Esc").sees("FIRST PART");
    }
    let mut learner = learner();
    learner.press("i 8 m").sees("How this is computed").press("Tab").sees("No answers yet.");
}

#[test]
fn forty_by_twelve_says_where_one_is_and_how_to_go_on() {
    let mut learner = who_did(busy(10, 2));
    learner.resize(40, 12).sees("Studied 1 of the last 30 days");
    assert!(learner.header().contains("Overview") && learner.header().contains("1/8"), "{}", learner.header());
    assert!(learner.footer().contains("Tab next page"), "{}", learner.footer());
    learner.press("2").sees("Buckets").sees("1/8").press("4").sees("Nov").sees("█ 40+");
    learner.press("1 End").sees("Reviews so far: 0");
}
