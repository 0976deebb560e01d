//! A question in the middle of a chapter.

use super::learner;
use crate::support::learner::Learner;
use awstutor::domain::event::Mode;

/// Before the question of the first chapter.
fn reader() -> Learner {
    let mut learner = learner();
    learner.press("Enter PgDn PgDn");
    learner
}

#[test]
fn a_question_in_the_text_waits_for_enter() {
    let mut reader = reader();
    reader.sees("Check yourself (Enter to answer)").press("Enter").misses("(Enter to answer)");
    assert!(reader.footer().contains("hint"), "{}", reader.footer());
}

#[test]
fn it_is_answered_in_place_and_every_option_says_why() {
    let mut reader = reader();
    reader.press("Enter 1 Enter").sees("✗ Not right");
    reader.sees("One server alone sees it.").sees("Every server reads it.").sees("A queue forgets.");
    reader.sees("First part › Buckets");
    let answers = reader.answers();
    assert_eq!((answers.len(), answers[0].mode, answers[0].score), (1, Mode::Inline, 0.0));
    assert_eq!(answers[0].run, None);
}

#[test]
fn after_the_answer_the_text_goes_on() {
    let mut reader = reader();
    reader.press("Enter 2 Enter").sees("✓ Right").press("End").sees("The last words.");
}

#[test]
fn after_the_answer_enter_goes_on_through_the_text() {
    let mut reader = reader();
    reader
        .press("Enter 2 Enter")
        .sees("✓ Right")
        .misses("The last words.")
        .press("Enter Enter Enter")
        .sees("The last words.");
    assert_eq!(reader.answers().len(), 1);
}

#[test]
fn esc_leaves_the_question_and_stays_in_the_chapter() {
    let mut reader = reader();
    reader.press("Enter 1 Esc").sees("Check yourself (Enter to answer)").sees("First part › Buckets");
    assert_eq!(reader.answers().len(), 0);
}

#[test]
fn what_was_marked_before_esc_is_still_marked() {
    let mut reader = reader();
    reader.press("Enter 2 Esc Enter").sees("▸ 2  In a bucket");
}

#[test]
fn enter_with_nothing_marked_asks_for_an_answer() {
    let mut reader = reader();
    reader.press("Enter Enter").sees("Answer first");
    assert_eq!(reader.answers().len(), 0);
}

#[test]
fn what_is_no_answer_is_refused_in_the_text_too() {
    let text = crate::support::small_course::chapter("Disks", "## Top {#top}\n\n```quiz\none-number\n```\n");
    let course = crate::support::small_course::SmallCourse::new().with("content/en/two.md", &text);
    let mut reader = Learner::new(80, 24).course(&course);
    reader.press("Down Down Enter Enter").types("25,50x").press("Enter").sees("This is not a number");
    assert_eq!(reader.answers().len(), 0);
}

#[test]
fn a_hint_shows_in_the_text() {
    let mut reader = reader();
    reader.press("Enter h").sees("Hint 1: Many readers.").misses("Over HTTP.");
}

#[test]
fn a_verdict_in_the_text_follows_the_language() {
    let mut reader = reader();
    reader.press("Enter 2 Enter l").sees("✓ 맞았어요").sees("모든 서버가 읽어요.");
}

#[test]
fn another_language_keeps_the_marked_option() {
    let mut reader = reader();
    reader.press("Enter 2 F2").sees("▸ 2  버킷").press("Enter").sees("✓ 맞았어요");
}

#[test]
fn an_answered_question_is_not_asked_again_on_the_page() {
    let mut reader = reader();
    reader.press("Enter 2 Enter Enter Enter");
    assert_eq!(reader.answers().len(), 1);
}

#[test]
fn a_question_that_is_gone_says_so() {
    let text = crate::support::small_course::chapter("Disks", "## Top {#top}\n\n```quiz\ngone\n```\n");
    let course = crate::support::small_course::SmallCourse::new().with("content/en/two.md", &text);
    let mut learner = Learner::new(80, 24).course(&course);
    learner.press("Down Down Enter").sees("There is no such question: gone");
}

#[test]
fn a_report_of_the_question_is_copied() {
    let mut reader = reader();
    reader.press("f").sees("A report of this question has been copied");
    assert!(reader.copied[0].starts_with("Doubtful question: one-single\n"), "{}", reader.copied[0]);
}
