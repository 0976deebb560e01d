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

#[test]
fn the_plan_to_the_exam_opens_below_its_day() {
    let mut learner = at_exam_date();
    learner.misses("Plan to the exam").press("Right").sees("Plan to the exam").press("Down Enter");
    assert!(learner.header().contains("Plan to the exam"), "{}", learner.header());
    learner.sees("The exam is in 28 days, 20 December.").sees("✓ That is realistic: it stays within 30 min a day.");
    learner.sees("Sun 22 November").press("End").sees("Sat 19 December").misses("Sun 20 December");
    learner.press("Esc").sees("▸ Plan to the exam");
}

#[test]
fn the_plan_speaks_korean() {
    let mut learner = at_exam_date();
    learner.press("Right Down Enter l").sees("시험은 28일 뒤, 12월 20일이에요.").sees("일 11월 22일");
}

#[test]
fn the_plan_is_offered_after_a_review() {
    let mut learner = at_exam_date();
    learner
        .press("Right Esc r F6 Esc")
        .sees("Plan to the exam")
        .press("Down Down Enter")
        .sees("The exam is in 28 days");
}

#[test]
fn without_an_exam_ahead_there_is_no_plan() {
    let mut learner = at_exam_date();
    learner
        .press("Enter")
        .types("2026-11-22")
        .press("Enter")
        .sees("22 November 2026, today")
        .misses("Plan to the exam");
    learner.opens(awstutor::tui::screen::Route::Plan).sees("There is no day of an exam to plan for.");
}

#[test]
fn another_start_of_the_day_moves_what_is_due_at_once() {
    let mut learner = learner();
    // Answered at 13:00; it is 05:00 now, which is yesterday if days begin at noon.
    learner.waits(4 * 60 * 60).press("z 1 Enter Esc").waits(16 * 60 * 60).starts_again();
    learner.sees("1 question is about to fade");
    learner.press("F9 End Up Up").press(&"Right ".repeat(8)).press("Esc");
    assert_eq!(learner.settings().day_start, 12);
    learner.misses("about to fade");
}
