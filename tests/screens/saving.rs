//! When the journal cannot be written: nothing is lost, and it is said.

use super::learner;
use crate::support::learner::Learner;

/// Who has answered the first question of a quiz, with a full disk.
fn unsaved() -> Learner {
    let mut learner = learner();
    learner.press("z").refuses_to_save("no space left").press("2 Enter");
    learner
}

#[test]
fn the_footer_says_why_and_the_verdict_stays() {
    let mut learner = unsaved();
    assert!(learner.footer().contains("Not saved: no space left"), "{}", learner.footer());
    learner.sees("✓ Right").sees("Every server reads it.");
    assert_eq!(learner.answers().len(), 0);
}

#[test]
fn the_reason_stays_while_one_goes_on() {
    let mut learner = unsaved();
    learner.press("Enter 1").sees("Not saved: no space left");
}

#[test]
fn what_waited_is_saved_with_the_next_and_in_order() {
    let mut learner = unsaved();
    learner.press("Enter 1 3 Enter");
    assert_eq!(learner.answers().len(), 0);
    learner.saves_again().press("Enter 2 Enter").misses("Not saved");
    let answered: Vec<String> = learner.answers().iter().map(|answered| answered.question.to_string()).collect();
    assert_eq!(answered, ["one-single", "one-multiple", "one-boolean"]);
}

#[test]
fn what_waited_is_saved_once() {
    let mut learner = unsaved();
    learner.saves_again().press("Enter 1 3 Enter Enter 2 Enter");
    assert_eq!(learner.answers().len(), 3);
}

#[test]
fn what_waited_counts_at_home() {
    let mut learner = unsaved();
    learner.saves_again().press("Enter 1 3 Enter Esc").sees("20 %");
}

#[test]
fn leaving_asks_and_says_that_answers_are_not_saved() {
    for key in ["Ctrl-C", "Esc q"] {
        let mut learner = unsaved();
        learner.press(key).sees("Some answers could not be saved. Leave all the same?");
        assert!(!learner.gone, "{key}");
        learner.press("Enter");
        assert!(learner.gone && learner.answers().is_empty(), "{key}");
    }
}

#[test]
fn a_disk_that_works_again_is_noticed_before_the_question_is_asked() {
    for key in ["Ctrl-C", "Esc q"] {
        let mut learner = unsaved();
        learner.saves_again().press(key).misses("could not be saved").sees("Leave?");
        assert_eq!(learner.answers().len(), 1, "{key}");
        learner.press("Enter");
        assert!(learner.gone && learner.answers().len() == 1, "{key}");
    }
}

#[test]
fn the_last_try_is_made_on_leaving() {
    for keys in ["Ctrl-C", "Esc q"] {
        let mut learner = unsaved();
        learner.press(keys).sees("could not be saved").saves_again().press("Enter");
        assert!(learner.gone && learner.answers().len() == 1, "{keys}");
    }
}

#[test]
fn who_stays_is_where_they_were() {
    let mut learner = unsaved();
    learner.press("Ctrl-C Esc").sees("✓ Right");
    assert!(!learner.gone);
}

#[test]
fn control_c_twice_leaves_even_then() {
    let mut learner = unsaved();
    learner.press("Ctrl-C Ctrl-C");
    assert!(learner.gone && learner.answers().is_empty());
}

#[test]
fn being_told_to_end_asks_nobody_and_saves_what_it_can() {
    let mut learner = unsaved();
    learner.tells(awstutor::tui::message::Message::Terminate);
    assert!(learner.gone && learner.answers().is_empty());
    let mut learner = unsaved();
    learner.saves_again().tells(awstutor::tui::message::Message::Terminate);
    assert!(learner.gone && learner.answers().len() == 1);
}

#[test]
fn a_reason_cannot_give_the_terminal_orders() {
    let mut learner = learner();
    learner.press("z").refuses_to_save("no\u{1b}]0;owned\u{7}space").press("2 Enter").sees("no␛]0;owned␇space");
}

#[test]
fn a_long_reason_leaves_room_in_the_window() {
    let mut learner = learner();
    learner.press("z").refuses_to_save(&"저장할 곳이 없음 ".repeat(20)).press("2 Enter").sees("✓ Right");
    assert!(learner.footer().starts_with(" Not saved: 저장할"), "{}", learner.footer());
}
