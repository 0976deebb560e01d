//! What goes on below the window: the mark that says so, and Enter, which shows it before it does anything else.

use super::learner;
use crate::support::learner::Learner;
use crate::support::small_course::{SmallCourse, chapter};
use awstutor::domain::settings::Borders;
use awstutor::text::Language;
use awstutor::tui::screen::Route;

/// Who is asked one question of the small course in a window of 40×12.
fn asked(kind: &str) -> Learner {
    let mut learner = Learner::new(40, 12).course(&SmallCourse::new());
    learner.opens(Route::Question(format!("one-{kind}").as_str().into()));
    learner
}

/// Whether the mark stands above the footer: with its word, or alone in the margin beside a full row.
fn is_marked(learner: &Learner) -> bool {
    let rows = learner.rows();
    let row = &rows[rows.len() - 2];
    row.ends_with("↓ more") || row.ends_with("↓ 더 있어요") || row.ends_with('↓')
}

#[test]
fn whatever_goes_on_below_says_so_until_its_end() {
    for keys in ["Enter", "z 1 Enter", "/ b u", ",", "?", "e Enter", "e Enter Enter F10 Enter", "z 1 Enter Esc i 4"] {
        let mut learner = learner();
        learner.press(keys).resize(40, 8);
        assert!(is_marked(&learner), "after {keys}:\n{}", learner.screen());
        learner.press("End PgDn PgDn PgDn PgDn PgDn PgDn PgDn PgDn PgDn PgDn");
        assert!(!is_marked(&learner), "after {keys} at the end:\n{}", learner.screen());
    }
}

#[test]
fn the_mark_has_words_in_both_languages_and_a_form_without_unicode() {
    let mut learner = learner().borders(Borders::Ascii);
    learner.press("Enter").sees("-- more --").press("F2").sees("-- 더 있어요 --");
    let mut learner = self::learner().language(Language::Korean);
    learner.press("Enter").sees("↓ 더 있어요").press("End").misses("더 있어요");
}

#[test]
fn in_a_large_window_the_mark_stands_in_the_air_and_covers_nothing() {
    let mut learner = learner();
    learner.press("Enter");
    let rows = learner.rows();
    assert_eq!(rows[rows.len() - 2].trim(), "↓ more");
    learner.press("z").misses("more");
}

#[test]
fn the_mark_covers_nothing_where_there_is_no_air() {
    let text = chapter("Disks", &format!("## Top {{#top}}\n\n{}\n", "word ".repeat(200)));
    let mut learner = Learner::new(40, 12).course(&SmallCourse::new().with("content/en/two.md", &text));
    learner.press("Down Down Enter PgDn");
    let row = learner.rows()[10].clone();
    assert_eq!(row, " word word word word word word word    ↓");
}

#[test]
fn the_mark_leaves_no_half_of_a_wide_letter() {
    let mut learner = Learner::new(40, 9).language(Language::Korean);
    learner.press("Enter");
    for _ in 0..40 {
        learner.press("Down");
        assert_eq!(learner.rows(), learner.repainted());
        assert!(is_marked(&learner), "{}", learner.screen());
    }
}

#[test]
fn enter_reads_a_verdict_to_its_end_before_it_goes_on() {
    let mut learner = learner();
    learner.resize(40, 12).press("z 1 Enter").sees("✗ Not right").misses("Read again");
    assert!(learner.footer().contains("Enter read on"), "{}", learner.footer());
    let mut pages = 0;
    while !learner.shows("Read again") {
        learner.press("Enter").sees("Question 1/8");
        pages += 1;
    }
    assert!((1..4).contains(&pages), "{pages} pages");
    assert!(learner.footer().contains("Enter continue"), "{}", learner.footer());
    learner.press("Enter").sees("Question 2/8");
}

#[test]
fn other_keys_go_on_at_once() {
    for key in ["n", "Right"] {
        let mut learner = learner();
        learner.resize(40, 12).press("z 1 Enter").press(key).sees("Question 2/8");
    }
}

#[test]
fn enter_shows_the_options_before_it_asks_for_an_answer() {
    let prompt = "A long story. ".repeat(30);
    let quiz = SmallCourse::new().files().0["quizzes/one.toml"].replace("Where do pictures go?", &prompt);
    let course = SmallCourse::new().with("quizzes/one.toml", &quiz);
    let mut learner = Learner::new(40, 12).course(&course);
    learner.opens(Route::Question("one-single".into())).misses("On a disk");
    assert!(learner.footer().contains("Enter read on"), "{}", learner.footer());
    while !learner.shows("In a queue") {
        learner.press("Enter").misses("Answer first");
    }
    learner.press("Enter").sees("Answer first").press("2 Enter").sees("✓ Right");
}

#[test]
fn enter_reads_on_in_a_question_of_the_text_and_in_its_verdict() {
    let text = chapter("Disks", "## Top {#top}\n\n```quiz\none-single\n```\n\nBehind it.\n");
    let mut learner = Learner::new(40, 12).course(&SmallCourse::new().with("content/en/two.md", &text));
    learner.press("Down Down Enter").sees("Disks").press("Enter");
    while !learner.shows("In a queue") {
        learner.press("Enter").misses("Answer first");
    }
    learner.press("1 Enter").sees("Not right").misses("Behind it.");
    for _ in 0..4 {
        learner.press("Enter");
    }
    learner.sees("Behind it.");
    assert_eq!(learner.answers().len(), 1);
}

#[test]
fn a_question_of_an_exam_is_read_to_its_end_by_enter_and_passed_by_other_keys() {
    let prompt = "A long story. ".repeat(30);
    let quiz = SmallCourse::new().files().0["quizzes/one.toml"].replace("Where do pictures go?", &prompt);
    let mut learner = Learner::new(80, 24).course(&SmallCourse::new().with("quizzes/one.toml", &quiz));
    learner.press("e Enter Enter");
    super::exams::turn_to(&mut learner, "A long story.").resize(40, 12);
    let header = learner.header();
    while !learner.shows("In a queue") {
        learner.press("Enter");
        assert_eq!(learner.header(), header);
    }
    learner.press("Enter");
    assert_ne!(learner.header(), header);
}

#[test]
fn a_verdict_of_an_exam_is_read_to_its_end_too() {
    let mut learner = super::exams::in_exam();
    super::exams::turn_to(&mut learner, "Where do pictures go?").press("1 x Enter Enter");
    while !learner.chosen().contains("Where do pictures go?") {
        learner.press("Down");
    }
    learner.press("Enter").resize(40, 12).sees("Not right").misses("Read again");
    while !learner.shows("Read again") {
        learner.press("Enter");
    }
    let header = learner.header();
    learner.press("Enter");
    assert_ne!(learner.header(), header);
}

#[test]
fn a_field_below_the_window_comes_up_when_it_is_typed_in() {
    let mut learner = asked("short");
    learner.resize(40, 6).types("bucket").sees("▸ bucket");
}
