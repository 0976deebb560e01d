//! The first start, home, and leaving.

use super::learner;
use crate::support::learner::Learner;
use crate::support::small_course::SmallCourse;
use awstutor::text::Language;

#[test]
fn the_first_start_asks_for_the_language_in_both() {
    let mut learner = learner().first_start(Language::Korean);
    learner.sees("Welcome. In which language would you like to learn?").sees("반가워요. 어느 언어로 배울까요?");
}

#[test]
fn the_first_start_proposes_the_language_of_the_system() {
    assert_eq!(learner().first_start(Language::Korean).chosen(), "▸ 2  한국어");
    assert_eq!(learner().first_start(Language::English).chosen(), "▸ 1  English");
}

#[test]
fn the_language_that_was_chosen_is_kept() {
    let mut learner = learner().first_start(Language::English);
    learner.press("Down Enter").sees("작은 과정");
    assert_eq!(learner.settings().language, Some(Language::Korean));
    learner.starts_again();
    learner.sees("작은 과정").misses("반가워요");
}

#[test]
fn a_digit_chooses_the_language_at_once() {
    let mut learner = learner().first_start(Language::English);
    learner.press("2").sees("작은 과정");
}

#[test]
fn home_shows_parts_and_chapters_with_their_figures() {
    let mut learner = learner();
    learner.sees("A small course").sees("FIRST PART").sees("read").sees("known");
    let rows = learner.rows();
    let buckets = rows.iter().find(|row| row.trim_start().starts_with("Buckets")).expect("a row for the chapter");
    assert!(buckets.ends_with(" 0 %"), "{buckets}");
}

#[test]
fn who_has_read_nothing_starts_at_the_first_chapter() {
    let mut learner = learner();
    assert_eq!(crate::support::unwrapped(&learner.chosen()), "▸ Start Buckets");
    learner.press("Enter").sees("Why buckets");
}

#[test]
fn after_reading_home_offers_to_continue_there() {
    let mut learner = learner();
    learner.press("Enter c Down Enter Esc");
    assert_eq!(crate::support::unwrapped(&learner.chosen()), "▸ Continue Buckets › Links");
    learner.starts_again();
    learner.press("Enter");
    assert_eq!(learner.rows()[2].trim(), "Links");
}

#[test]
fn home_names_the_next_chapter_that_is_not_read() {
    let mut learner = learner();
    learner.press("Enter PgDn PgDn End Esc");
    let rows: Vec<String> = learner.rows().iter().map(|row| crate::support::unwrapped(row)).collect();
    assert!(rows.contains(&"Next Disks".to_string()), "{rows:#?}");
}

#[test]
fn what_is_known_counts_at_home_and_what_is_due_has_a_sign() {
    let mut learner = learner();
    let buckets = |learner: &Learner| {
        let rows = learner.rows();
        rows.into_iter().find(|row| row.trim_start().starts_with("Buckets")).expect("a row for the chapter")
    };
    // One of eight questions, of which a little will be forgotten in a week.
    learner.press("z 2 Enter Esc");
    assert!(buckets(&learner).ends_with(" 10 %"), "{}", buckets(&learner));
    learner.waits(30 * 24 * 60 * 60).starts_again();
    assert!(buckets(&learner).ends_with("● 1"), "{}", buckets(&learner));
}

#[test]
fn a_window_that_stayed_open_overnight_shows_the_new_day_at_the_next_key() {
    let mut learner = learner();
    learner.press("z 2 Enter Esc").misses("● 1").waits(30 * 24 * 60 * 60).press("Down").sees("● 1");
}

#[test]
fn a_section_that_was_read_moves_the_bar() {
    let mut learner = learner();
    learner.press("Enter PgDn Esc");
    let rows = learner.rows();
    let buckets = rows.iter().find(|row| row.trim_start().starts_with("Buckets")).expect("a row for the chapter");
    assert_eq!(buckets.matches('━').count(), 4, "two of four sections: {buckets}");
}

#[test]
fn a_chapter_that_is_read_and_answered_has_a_tick() {
    let mut learner = learner();
    learner.press("Enter PgDn PgDn End Esc z");
    learner.press("2 Enter Enter 1 3 Enter Enter 2 Enter Enter");
    learner.types("bucket").press("Enter Enter").types("1000").press("Enter Enter");
    super::put_in_order(&mut learner, &["ask", "sign", "send"]);
    learner.press("Enter Enter 1 2 Enter Enter");
    learner.types("keys").press("Tab 2 Enter Enter").sees("8 of 8 right");
    learner.press("Esc").sees("% ✓");
}

#[test]
fn the_quiz_of_the_chosen_chapter_opens() {
    let mut learner = learner();
    learner.press("Down z").sees("Question 1/8");
}

#[test]
fn a_chapter_without_questions_says_so() {
    let mut learner = learner();
    learner.press("Down Down z").sees("This chapter has no questions").sees("FIRST PART");
}

#[test]
fn leaving_asks_first() {
    let mut learner = learner();
    learner.press("q").sees("Leave? Everything is saved.");
    learner.press("Esc").misses("Leave?");
    assert!(!learner.gone);
    learner.press("q Enter");
    assert!(learner.gone);
}

#[test]
fn control_c_leaves_at_once_from_anywhere() {
    for (room, keys) in super::ROOMS {
        let mut learner = learner();
        learner.press(keys).press("Ctrl-C");
        assert!(learner.gone, "{room}");
    }
}

#[test]
fn control_c_leaves_at_once_from_the_first_start() {
    let mut learner = learner().first_start(Language::English);
    learner.press("Ctrl-C");
    assert!(learner.gone);
}

#[test]
fn a_long_title_gives_way_to_the_figures() {
    let title = crate::support::small_course::chapter(&"long ".repeat(40), "## Why {#why}\n\ntext\n");
    let mut learner = Learner::new(60, 20).course(&SmallCourse::new().with("content/en/two.md", &title));
    learner.press("Down").sees("…").sees("0 %");
}
