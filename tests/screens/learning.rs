//! Settings of learning: how much is new, how well it shall be known, when the exam is.

use super::learner;
use crate::support::learner::Learner;
use awstutor::domain::event::ExamClock;
use awstutor::domain::settings::Settings;
use awstutor::domain::shuffle::Options;
use jiff::civil::date;

/// Keys that lead from home to the line of the exam's day.
const EXAM_DATE: &str = "F9 Down Down Down Down Down Down";

fn at_exam_date() -> Learner {
    let mut learner = learner();
    learner.press(EXAM_DATE);
    learner
}

#[test]
fn numbers_go_up_and_down_and_end_at_their_ends() {
    let mut learner = learner();
    learner.press("F9 Down Down Down Down Right").sees("15");
    assert_eq!(learner.settings().daily_new, 15);
    learner.press("Left Left");
    assert_eq!(learner.settings().daily_new, 8);
    learner.press("Down").press(&"Right ".repeat(9));
    assert_eq!(learner.settings().retention, 95);
}

#[test]
fn the_day_of_the_exam_is_typed_and_kept() {
    let mut learner = at_exam_date();
    learner.press("Enter").types("2026-12-20").press("Enter").sees("20 December 2026, in 28 days");
    learner.starts_again();
    assert_eq!(learner.settings().exam_date, Some(date(2026, 12, 20)));
    learner.press("F9 l").sees("2026년 12월 20일, 28일 뒤");
}

#[test]
fn a_day_that_is_over_is_refused_with_a_reason_and_can_be_mended() {
    let mut learner = at_exam_date();
    learner.press("Enter").types("2026-11-21").press("Enter").sees("That day is over");
    assert_eq!(learner.settings().exam_date, None);
    learner.press("Backspace Backspace").types("29").press("Enter").sees("29 November 2026, in 7 days");
}

#[test]
fn what_is_no_day_is_refused_with_an_example() {
    let mut learner = at_exam_date();
    learner.press("Enter").types("soon").press("Enter").sees("That is no day; type it as 2026-12-20");
    learner.press("Esc").sees("none");
}

#[test]
fn the_day_of_the_exam_moves_with_arrows_and_goes_with_delete() {
    let mut learner = at_exam_date();
    learner.press("Right").sees("20 December 2026").press("Right").sees("21 December 2026").press("Left Left");
    assert_eq!(learner.settings().exam_date, Some(date(2026, 12, 19)));
    learner.press("Delete");
    assert_eq!(learner.settings().exam_date, None);
}

#[test]
fn an_emptied_field_takes_the_day_away() {
    let mut learner = at_exam_date();
    learner.press("Right Enter Ctrl-U Enter").sees("none");
    assert_eq!(learner.settings().exam_date, None);
}

#[test]
fn the_last_settings_are_the_order_of_options_and_the_clock() {
    let mut learner = learner();
    learner.press("F9 End Enter Up Enter Up Right").sees("05:00");
    let Settings { options, exam_clock, day_start, .. } = *learner.settings();
    assert_eq!((options, exam_clock, day_start), (Options::AsWritten, ExamClock::Pauses, 5));
}

#[test]
fn options_as_written_stand_in_the_order_of_the_file() {
    let small = crate::support::small_course::SmallCourse::new();
    let quiz = small.files().0["quizzes/one.toml"].replace("shuffle = false\n", "");
    let mut learner = learner().course(&small.with("quizzes/one.toml", &quiz));
    let order = |learner: &mut Learner| {
        learner.opens(awstutor::tui::screen::Route::Question("one-multiple".into()));
        ["alpha", "beta", "gamma"].map(|option| learner.place_of(option).0)
    };
    assert!(!order(&mut learner).is_sorted(), "they are mixed at first");
    learner.press("Esc F9 End Up Enter Esc");
    assert!(order(&mut learner).is_sorted());
}
