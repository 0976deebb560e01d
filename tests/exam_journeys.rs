//! Whole ways through a mock exam in a real terminal, with a journal on disk.

#![cfg(unix)]

mod support;

use support::place::Place;
use support::small_course::SmallCourse;
use support::tty::Tty;

fn place(language: &str) -> Place {
    Place::new(language, &SmallCourse::new().with_certificate())
}

/// Turns to the question with this prompt. The draw mixes them by chance.
fn turn_to<'t>(tty: &'t mut Tty, prompt: &str) -> &'t mut Tty {
    for number in 2..=8 {
        if tty.screen().contains(prompt) {
            break;
        }
        tty.press("F8").sees(&format!("{number}/8"));
    }
    tty.sees(prompt)
}

/// An exam over the course: one answer, a flag, the overview, and handed in.
fn handed_in(language: &str, [prompt, begin, flagged, ask, points, why]: [&str; 6]) {
    let place = place(language);
    let mut tty = place.starts(&["exam", "course"]);
    tty.sees(begin).press("Enter").sees("1/8");
    turn_to(&mut tty, prompt).press("2 F5").sees(flagged).press("F6").sees("●⚑").press("F10").sees(ask);
    tty.press("Enter").sees(points).press("Enter").press("Home").sees("▸");
    for _ in 0..8 {
        if tty.screen().lines().any(|row| row.contains('▸') && row.contains(prompt)) {
            break;
        }
        let before = tty.screen();
        tty.press("Down").waits_for("the next line", |screen| screen != before);
    }
    tty.press("Enter").sees(why).press("Ctrl-C");
    assert_eq!(tty.ends().0, 0);
    let ends = place.events("exam_finished");
    assert_eq!((ends.len(), &ends[0]["by"], &ends[0]["score"]), (1, &"learner".into(), &0.125.into()));
    assert_eq!(place.events("exam_answered").len(), 1);
    assert_eq!(place.events("answered"), [serde_json::Value::Null; 0]);
}

#[test]
fn an_exam_is_handed_in_and_explained() {
    let told = ["Where do pictures go?", "Enter begin", "1 flagged", "Hand the exam in?", "213 of 1,000 points"];
    handed_in("en", [told[0], told[1], told[2], told[3], told[4], "Every server reads it."]);
}

#[test]
fn an_exam_is_handed_in_and_explained_in_korean() {
    let told = ["사진은 어디에 두나요?", "Enter 시작하기", "표시 1", "시험을 제출할까요?", "1,000점 만점에 213점"];
    handed_in("ko", [told[0], told[1], told[2], told[3], told[4], "모든 서버가 읽어요."]);
}

#[test]
fn a_killed_exam_goes_on_with_its_answers_and_its_clock() {
    let place = place("en");
    let mut tty = place.starts(&["exam", "course"]);
    tty.sees("8 questions, 12 minutes").press("Enter").sees("12 min left");
    turn_to(&mut tty, "Where do pictures go?").press("2 F6").sees("1 answered");
    tty.waits_for("the answer on disk", |_| !place.events("exam_answered").is_empty()).signal("KILL");
    tty.ends();
    let begun = place.events("exam_started")[0]["at"].clone();
    let mut tty = place.starts(&[]);
    tty.sees("Mock exam").sees("1 of 8 answered, ends at").press("Enter").sees("min left").press("F6 Home Enter");
    tty.sees("1/8");
    turn_to(&mut tty, "Where do pictures go?")
        .sees("▸ 2  In a bucket")
        .press("F10")
        .sees("1 answered, 7 open, 0 flagged.");
    tty.press("Enter").sees("213 of 1,000 points").press("Ctrl-C");
    tty.ends();
    assert_eq!((place.events("exam_started").len(), &place.events("exam_started")[0]["at"]), (1, &begun));
}

/// A journal with an exam over two questions that has so many seconds left.
fn with_seconds_left(place: &Place, seconds: i64) {
    let at = jiff::Timestamp::now() - jiff::SignedDuration::from_secs(240 - seconds);
    let line = serde_json::json!({
        "v": 1, "id": "01900000-0000-7000-8000-000000000001", "at": format!("{at:.3}"), "type": "exam_started",
        "exam": "x", "run": "01900000-0000-7000-8000-000000000002", "seed": 7, "minutes": 4, "clock": "runs",
        "questions": ["one-single", "one-multiple"],
    });
    std::fs::create_dir_all(place.journal_path().parent().expect("a folder")).expect("a folder");
    std::fs::write(place.journal_path(), format!("{line}\n")).expect("a journal");
}

#[test]
fn the_clock_goes_on_without_a_key() {
    let place = place("en");
    with_seconds_left(&place, 115);
    let mut tty = place.starts(&["exam"]);
    tty.sees("! 1:");
    let before = tty.rows()[0].clone();
    tty.waits_for("another second", |screen| !screen.starts_with(&before));
    assert_eq!(place.events("exam_finished").len(), 0);
}

#[test]
fn when_the_time_is_up_it_is_handed_in_without_a_key() {
    let place = place("en");
    with_seconds_left(&place, 3);
    let mut tty = place.starts(&["exam"]);
    tty.waits_for("the hand-in on disk", |_| place.events("exam_finished").iter().any(|event| event["by"] == "clock"));
    tty.sees("handed in");
}

#[test]
fn one_that_ran_out_while_the_program_was_closed_is_handed_in_at_home() {
    let place = place("ko");
    with_seconds_left(&place, -3600);
    let mut tty = place.starts(&[]);
    tty.sees("시험 시간이 다 돼서 제출했어요: 100점").press("e").sees("제출한 시험");
    assert_eq!(place.events("exam_finished").len(), 1);
}

#[test]
fn an_answer_that_is_only_marked_is_kept_when_the_window_closes() {
    let place = place("en");
    let mut tty = place.starts(&["exam", "course"]);
    tty.sees("8 questions, 12 minutes").press("Enter").sees("12 min left");
    turn_to(&mut tty, "Where do pictures go?").press("2").sees("▸ 2").signal("HUP");
    assert_eq!(tty.ends().0, 0);
    assert_eq!(place.events("exam_answered").len(), 1);
}
