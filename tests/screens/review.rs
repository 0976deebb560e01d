//! Coming back: what is due, when it comes again, and corrections of the last answer.

use super::learner;
use crate::support::learner::Learner;
use awstutor::domain::event::{Mode, Rating, What};

const DAY: i64 = 24 * 60 * 60;

/// Who answered the first three questions right on the day before `days` of absence; nothing new is asked.
fn after_days(days: i64) -> Learner {
    let mut learner = without_new();
    learner.press("z 2 Enter Enter 1 3 Enter Enter 2 Enter Esc").waits(days * DAY).starts_again();
    learner
}

fn without_new() -> Learner {
    let mut learner = learner();
    learner.press("F9 Down Down Down Down").press(&"Left ".repeat(6)).press("Esc");
    assert_eq!(learner.settings().daily_new, 0);
    learner
}

#[test]
fn home_says_how_much_is_about_to_fade_and_r_asks_it() {
    for key in ["r", "F5"] {
        let mut learner = after_days(30);
        learner.sees("Review").sees("3 questions are about to fade");
        assert!(learner.header().contains("3 due"), "{}", learner.header());
        learner.press(key);
        assert!(learner.header().contains("Review › Buckets"), "{}", learner.header());
        assert!(learner.header().contains("3 due"), "{}", learner.header());
    }
}

#[test]
fn home_says_nothing_of_review_where_nothing_is_due() {
    let mut learner = after_days(0);
    learner.misses("about to fade").misses("due");
}

#[test]
fn one_question_is_one() {
    let mut learner = without_new();
    learner.press("z 1 Enter Esc").waits(DAY).starts_again();
    learner.sees("1 question is about to fade").press("l").sees("곧 잊어버릴 문제가 1개 있어요");
}

#[test]
fn an_answer_says_when_it_comes_back_and_how_it_was_rated() {
    let mut learner = after_days(30);
    learner
        .press("r F6")
        .sees("Next review tomorrow")
        .sees("▸1 again")
        .press("l")
        .sees("다음 복습: 내일")
        .sees("▸1 다시");
    assert!(learner.answers().last().is_some_and(|answered| answered.mode == Mode::Review));
}

#[test]
fn a_digit_corrects_the_rating_and_the_day_changes_at_once() {
    let mut learner = without_new();
    learner.press("z 2 Enter").sees("▸3 good");
    let day = |learner: &Learner| learner.rows().into_iter().find(|row| row.contains("Next review")).expect("a day");
    let good = day(&learner);
    learner.press("4").sees("▸4 easy");
    assert_ne!(day(&learner), good);
    assert!(matches!(learner.events().last(), Some(What::Rated { rating: Rating::Easy, .. })));
    learner.press("1").sees("▸1 again").sees("Next review tomorrow");
}

#[test]
fn the_rating_that_counts_already_is_not_written_again() {
    let mut learner = without_new();
    learner.press("z 2 Enter 3");
    assert_eq!(learner.events().filter(|what| matches!(what, What::Rated { .. })).count(), 0);
}

#[test]
fn an_answer_is_taken_back_and_its_question_asked_again() {
    let mut learner = after_days(30);
    learner.press("r F6").sees("Now you know");
    assert!(learner.header().contains("2 due"), "{}", learner.header());
    learner.press("u").sees("The answer is taken back").misses("Now you know");
    assert!(learner.header().contains("3 due"), "{}", learner.header());
    assert!(matches!(learner.events().last(), Some(What::Undone { .. })));
}

#[test]
fn the_section_that_answers_opens_and_esc_comes_back_to_the_verdict() {
    let mut learner = after_days(30);
    learner.press("r F6");
    let before = learner.rows();
    learner.press("o");
    assert!(learner.header().contains("First part › Buckets"), "{}", learner.header());
    learner.press("Esc");
    assert_eq!(learner.rows(), before);
}

#[test]
fn the_second_answer_of_a_day_is_practice() {
    let mut learner = without_new();
    learner.press("z 1 Enter Esc");
    learner.opens(awstutor::tui::screen::Route::Question("one-single".into()));
    learner.press("2 Enter").sees("Practice: its day was set by an earlier answer.").sees("Next review tomorrow");
    learner.press("4").sees("Practice");
    assert_eq!(learner.events().filter(|what| matches!(what, What::Rated { .. })).count(), 0);
}

#[test]
fn what_is_forgotten_again_and_again_is_offered_for_reading() {
    let mut learner = without_new();
    learner.press("z 1 Enter Esc");
    for _ in 0..3 {
        learner.waits(2 * DAY).starts_again();
        learner.press("r 1 Enter").misses("Forgotten").press("Esc");
    }
    learner.waits(2 * DAY).starts_again();
    learner.press("r 1 Enter").sees("Forgotten 4 times: better read its section again (o or F8)");
}

#[test]
fn a_review_ends_with_what_was_done_and_what_comes() {
    let mut learner = after_days(30);
    learner.press("r F6 Enter F6 Enter F6 Enter").sees("3 reviewed, 0 right").sees("3 questions come back tomorrow.");
    learner.sees("Read again").sees("Buckets › Links");
    learner.press("l").sees("3문제 복습, 0문제 맞음").sees("내일 3문제가 돌아와요.");
}

#[test]
fn a_section_to_read_again_opens_from_the_end() {
    let mut learner = after_days(30);
    learner.press("r F6 Enter F6 Enter F6 Enter End Enter");
    assert!(learner.header().contains("First part › Buckets"), "{}", learner.header());
    learner.press("Esc").sees("3 reviewed");
}

#[test]
fn leaving_in_the_middle_keeps_each_answer_and_offers_the_rest() {
    let mut learner = after_days(30);
    learner.press("r F6 Enter Esc").sees("1 reviewed, 0 right").sees("▸ Go on with the review: 2");
    learner.press("Enter");
    assert!(learner.header().contains("2 due"), "{}", learner.header());
    learner.press("Esc").sees("A small course").sees("2 questions are about to fade");
}

#[test]
fn where_nothing_is_due_the_page_says_when() {
    let mut learner = after_days(0);
    learner.press("r").sees("Nothing is due now.").sees("The next review is in 2 days, 24 November.");
    learner.press("Esc").sees("A small course");
}

#[test]
fn who_has_answered_nothing_is_told_how_it_begins() {
    let mut learner = without_new();
    learner.press("r").sees("You have answered nothing yet.").sees("5 more new questions").sees("Read on: Buckets");
}

#[test]
fn new_questions_come_up_to_the_daily_number_and_more_are_offered() {
    let mut learner = without_new();
    learner.press("F9 Down Down Down Down Right Right Esc r");
    assert!(learner.header().contains("2 new"), "{}", learner.header());
    learner.press("F6 Enter F6 Enter").sees("2 reviewed").sees("5 more new questions").press("Enter");
    assert!(learner.header().contains("5 new"), "{}", learner.header());
    learner.press("F6 Enter F6 Enter F6 Enter F6 Enter F6 Enter").sees("1 more new question");
    assert_eq!(learner.answers().len(), 7);
}

#[test]
fn a_review_leaves_the_run_of_a_chapter_alone() {
    let mut learner = learner();
    learner.press("z 2 Enter Esc r F6 Esc Esc z").sees("Question 2/8");
}
