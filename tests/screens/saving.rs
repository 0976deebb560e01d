//! When the journal cannot be written: nothing is lost, and it is said.

use super::learner;
use crate::support::learner::Learner;
use crate::support::small_course::SmallCourse;
use crate::support::solid;
use awstutor::domain::settings::Borders;

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
fn without_a_journal_an_answer_counts_until_the_end_and_the_footer_says_that_it_is_lost() {
    let mut learner = learner();
    learner.has_no_journal("no home").press("Enter PgDn Esc q").sees("Leave? Everything is saved.").press("Esc");
    learner.press("z 2 Enter").sees("Not saved: no home").press("Esc").sees("10 %").press("Enter PgDn");
    learner.sees("Not saved: no home").press("Esc q").sees("Some answers could not be saved. Leave all the same?");
    assert!(learner.answers().is_empty());
}

#[test]
fn a_reason_cannot_give_the_terminal_orders() {
    let mut learner = learner();
    learner.press("z").refuses_to_save("no\u{1b}]0;owned\u{7}space").press("2 Enter").sees("no␛]0;owned␇space");
}

/// A cause that is longer than the last line of any window.
const FULL: &str = "/home/student/.local/share/awstutor/aws/progress.jsonl: No space left on device (os error 28)";

#[test]
fn a_long_reason_leaves_room_in_the_window() {
    let mut learner = learner();
    learner.press("z").refuses_to_save(&"저장할 곳이 없음 ".repeat(20)).press("2 Enter").sees("✓ Right");
    let rows = learner.rows();
    assert!(rows[20].starts_with("│ Not saved: 저장할"), "{}", rows[20]);
    assert!(rows[21].starts_with("│ ") && rows[22].ends_with('…'), "{}", rows[22]);
    assert!(learner.footer().starts_with(" Enter continue"), "{}", learner.footer());
}

#[test]
fn the_whole_cause_is_read_and_the_keys_stay() {
    for (width, height, rows) in [(40, 12, 3), (80, 24, 2)] {
        let mut learner = Learner::new(width, height).course(&SmallCourse::new());
        learner.press("z").refuses_to_save(FULL).press("2 Enter");
        let shown = learner.rows();
        let above = &shown[usize::from(height) - 1 - rows..usize::from(height) - 1];
        assert!(above.iter().all(|row| row.starts_with("│ ")), "{width}×{height}: {above:?}");
        let told: String = above.iter().map(|row| row.trim_start_matches("│ ").trim()).collect();
        assert_eq!(solid(&told), solid(&format!("Not saved: {FULL}")), "{width}×{height}");
        assert!(learner.footer().contains("Esc back"), "{}", learner.footer());
    }
    let mut learner = Learner::new(120, 40).course(&SmallCourse::new());
    learner.press("z").refuses_to_save(FULL).press("2 Enter");
    assert!(learner.footer().starts_with(&format!(" Not saved: {FULL}   ")), "{}", learner.footer());
}

#[test]
fn nothing_of_a_chapter_hides_behind_a_cause_that_stays() {
    let mut learner = Learner::new(40, 12).course(&SmallCourse::new());
    learner.press("Enter End").sees("A source").misses("Not saved");
    learner.refuses_to_save(FULL).press("b").sees("Not saved").press("Up End").sees("A source");
    let rows = learner.rows();
    assert!(rows[6].contains("A source") && rows[8].starts_with("│ Not saved"), "{rows:?}");
    learner.saves_again().press("b").misses("Not saved");
}

#[test]
fn the_bar_of_a_long_cause_is_ascii_where_that_is_wanted() {
    let mut learner = Learner::new(40, 12).course(&SmallCourse::new()).borders(Borders::Ascii);
    learner.press("z").refuses_to_save(FULL).press("2 Enter");
    assert!(learner.rows()[8].starts_with("| Not saved"), "{:?}", learner.rows());
}
