//! The clock of an exam: what it shows, when it wakes the program, warnings, the end, and what happens while it is closed.

use super::exams::{in_exam, turn_to};
use super::learner;
use crate::support::learner::Learner;
use awstutor::domain::event::{Event, ExamClock, HandedInBy, What};
use awstutor::domain::moment::Moment;
use awstutor::tui::message::Message;

/// The exam lasts twelve minutes.
const WHOLE: i64 = 12 * 60;

/// Who handed the exam in, and with which score.
fn handed_in(learner: &Learner) -> Vec<(HandedInBy, f64)> {
    let ends = learner.events().filter_map(|what| match what {
        What::ExamFinished { by, score, .. } => Some((*by, *score)),
        _ => None,
    });
    ends.collect()
}

#[test]
fn minutes_show_and_in_the_last_two_seconds() {
    let mut learner = in_exam();
    learner.sees("12 min left").idles(61).sees("11 min left").idles(WHOLE - 61 - 75).sees("1:15 left");
}

#[test]
fn the_program_is_woken_when_the_clock_shows_something_else() {
    let mut learner = in_exam();
    assert_eq!(learner.wakes_in(), Some(60));
    learner.idles(90);
    assert_eq!(learner.wakes_in(), Some(30));
    learner.idles(WHOLE - 90 - 100);
    assert_eq!(learner.wakes_in(), Some(1));
}

#[test]
fn nothing_wakes_the_program_where_no_exam_is_on_the_screen() {
    let mut learner = learner();
    assert_eq!(learner.wakes_in(), None);
    learner.press("e Enter");
    assert_eq!(learner.wakes_in(), None, "before it begins");
    learner.press("Enter Esc");
    assert_eq!(learner.wakes_in(), None, "at home, with an open exam");
    learner.press("e Enter F10 Enter");
    assert_eq!(learner.wakes_in(), None, "after it was handed in");
}

#[test]
fn behind_another_screen_it_wakes_only_for_a_warning_or_the_end() {
    let mut learner = in_exam();
    learner.press("F1");
    assert_eq!(learner.wakes_in(), Some(2 * 60));
    learner.idles(2 * 60).sees("Ten minutes left");
    assert_eq!(learner.wakes_in(), Some(8 * 60));
}

#[test]
fn ten_and_two_minutes_before_the_end_it_warns_once() {
    let mut learner = in_exam();
    learner.idles(119).misses("minutes left").idles(1).sees("Ten minutes left").sees("! 10 min left");
    learner.press("F6").misses("Ten minutes left").idles(60).misses("Ten minutes left");
    learner.idles(WHOLE - 180 - 120).sees("Two minutes left");
}

#[test]
fn when_the_time_is_up_it_is_handed_in_with_what_is_marked() {
    let mut learner = in_exam();
    turn_to(&mut learner, "Where do pictures go?").press("2").idles(WHOLE);
    learner
        .sees("The time is up: the exam has been handed in")
        .sees("213 of 1,000 points")
        .sees("Handed in by the clock.");
    assert_eq!(handed_in(&learner), [(HandedInBy::Clock, 0.125)]);
}

#[test]
fn a_key_that_comes_after_the_end_is_no_answer() {
    let mut learner = in_exam();
    turn_to(&mut learner, "Where do pictures go?").waits(WHOLE).press("2").sees("100 of 1,000 points");
    assert_eq!(handed_in(&learner), [(HandedInBy::Clock, 0.0)]);
}

#[test]
fn it_is_handed_in_behind_another_screen_too() {
    for screen in ["F1", "F9"] {
        let mut learner = in_exam();
        learner.press(screen).idles(WHOLE).sees("The time is up");
        assert_eq!(handed_in(&learner).len(), 1, "behind {screen}");
        learner.press("Esc").sees("of 1,000 points");
    }
}

#[test]
fn left_and_forgotten_it_is_handed_in_at_the_next_key() {
    let mut learner = in_exam();
    learner.press("Esc").sees("The clock of the exam runs on until 09:12").waits(WHOLE).press("Down");
    learner.sees("The time of your exam ran out: it has been handed in with 100 points");
    assert_eq!(handed_in(&learner), [(HandedInBy::Clock, 0.0)]);
}

#[test]
fn one_that_ran_out_while_the_program_was_closed_is_handed_in_at_the_start() {
    let mut learner = in_exam();
    turn_to(&mut learner, "Where do pictures go?").press("2 Enter").waits(3 * WHOLE).starts_again();
    assert_eq!(learner.wakes_in(), Some(0));
    learner.idles(0).sees("The time of your exam ran out: it has been handed in with 213 points");
    assert_eq!((learner.wakes_in(), handed_in(&learner)), (None, vec![(HandedInBy::Clock, 0.125)]));
    learner.press("e").misses("Go on").sees("213");
}

#[test]
fn an_exam_that_cannot_be_saved_does_not_keep_the_program_awake() {
    let mut learner = in_exam();
    learner.waits(3 * WHOLE).starts_again();
    learner.refuses_to_save("disk full").idles(0).sees("Not saved: disk full");
    assert_eq!(learner.wakes_in(), None);
}

#[test]
fn killed_it_goes_on_at_the_next_open_question_with_the_clock_run_on() {
    let mut learner = in_exam();
    turn_to(&mut learner, "Where do pictures go?").press("2 Enter").waits(4 * 60).starts_again();
    learner.sees("Mock exam").sees("1 of 8 answered, ends at 09:12").press("Enter").sees("8 min left");
    turn_to(&mut learner, "Where do pictures go?").sees("▸ 2  In a bucket");
}

#[test]
fn a_clock_that_pauses_stands_still_while_the_exam_is_closed() {
    let mut learner = learner().exam_clock(ExamClock::Pauses);
    learner.press("e Enter").sees("pauses while the exam is closed").press("Enter").waits(60).press("Esc");
    learner.sees("The exam waits for you, with 11 min left").waits(100 * WHOLE).starts_again();
    assert_eq!(learner.wakes_in(), None);
    learner.press("Enter").sees("11 min left").idles(WHOLE - 60).sees("of 1,000 points");
}

#[test]
fn one_that_was_handed_in_elsewhere_shows_its_result() {
    let mut learner = in_exam();
    let run = learner.events().find_map(|what| if let What::ExamStarted(it) = what { Some(it.run) } else { None });
    let what = What::ExamFinished { run: run.expect("an exam"), by: HandedInBy::Learner, score: 0.0 };
    let at = Moment::parse("2026-11-22T09:00:30+09:00").expect("a time");
    learner.tells(Message::Saved(vec![Event { id: uuid::Uuid::from_u128(u128::MAX), at, what }]));
    learner.idles(60).sees("This exam has been handed in elsewhere").sees("of 1,000 points");
    assert_eq!(handed_in(&learner), []);
}
