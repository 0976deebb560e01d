//! Coming back to questions in plain mode.

use super::*;
use awstutor::domain::event::Rating;

/// What is said in a review, so many days after both questions were answered wrong, where nothing new is asked.
fn review(days: u64, lines: &[&str]) -> Told {
    let wrong = Session::new(&[ONE, TWO].concat()).quiz().typed(&["1", "1", "2"]);
    let mut session = Session::new(&[ONE, TWO].concat()).after(events(wrong.facts)).open(Open::Review).days_later(days);
    session.settings.daily_new = 0;
    session.typed(lines)
}

#[test]
fn the_menu_says_what_is_due_and_new() {
    let told = Session::new(&[ONE, TWO].concat()).typed(&["3", ":back", ":quit"]);
    assert!(told.has("3. Review: 2 new\n"));
    assert!(told.has("Buckets\nQuestion 1 of 2\n"));
}

#[test]
fn what_is_due_is_asked_and_says_when_it_comes_back() {
    let told = review(1, &["2", "2", ":quit"]);
    assert!(told.has("Buckets\nQuestion 1 of 2\n\nWhere?"));
    assert!(told.has("Next review in 2 days, 24 November. Rated: good.\nSaved.\n"), "{}", told.text);
    assert!(told.has("2 reviewed, 2 right.\n"));
    assert!(told.answers().iter().all(|answered| answered.mode == Mode::Review));
}

#[test]
fn where_nothing_is_due_it_says_what_comes() {
    let told = review(0, &[]);
    assert!(told.has("Nothing is due now.\n2 questions come back tomorrow.\n"), "{}", told.text);
}

#[test]
fn a_rating_is_corrected_by_name() {
    for line in [":rate easy", ":rate 4", ":rate 쉬움"] {
        let told = review(1, &["2", line, ":quit"]);
        assert!(told.has("Rated: easy.\n"), "{}", told.text);
        assert!(matches!(told.facts.last(), Some(What::Rated { rating: Rating::Easy, .. })));
    }
}

#[test]
fn a_rating_without_a_name_and_one_without_an_answer_are_explained() {
    let told = review(1, &[":rate good", "2", ":rate", ":quit"]);
    assert!(told.has("There is no answer whose rating could be corrected."));
    assert!(told.has("Type :rate and again, hard, good or easy."));
}

#[test]
fn an_answer_is_taken_back_and_asked_again() {
    let told = review(1, &["1", ":undo", "2", ":quit"]);
    assert!(told.facts.iter().any(|what| matches!(what, What::Undone { .. })));
    assert_eq!(told.count("Question 1 of 2"), 2);
}

#[test]
fn the_section_that_answers_is_said_without_counting_as_read() {
    let told = review(1, &[":open", "2", ":open", ":quit"]);
    assert!(told.has("There is no answered question whose section could be read."));
    assert!(told.has("Disks are full."));
    assert!(!told.facts.iter().any(|what| matches!(what, What::SectionRead { .. })));
}

#[test]
fn leaving_says_what_was_done() {
    let told = review(1, &["1", ":back", ":quit"]);
    assert!(told.has("1 reviewed, 0 right.\n\nRead again:\n- Buckets, Why\n"), "{}", told.text);
}

#[test]
fn more_new_questions_are_offered_beyond_the_daily_number() {
    let mut session = Session::new(&[ONE, TWO].concat()).open(Open::Review);
    session.settings.daily_new = 0;
    let told = session.typed(&["1", "2", "2", ":quit"]);
    assert!(told.has("You have answered nothing yet."));
    assert!(told.has("1. 2 more new questions\n2. Leave it at that\n"));
    assert_eq!(told.answers().len(), 2);
}

#[test]
fn the_plan_is_in_the_menu_when_there_is_an_exam() {
    let mut session = Session::new(&[ONE, TWO].concat());
    session.settings.exam_date = Some(jiff::civil::date(2026, 11, 25));
    let told = session.typed(&["4", ":quit"]);
    assert!(told.has("4. Plan to the exam\n"), "{}", told.text);
    assert!(
        told.has("The exam is in 4 days, 25 November.\nQuestions that you have not met: 2; the plan brings 2 a day"),
        "{}",
        told.text
    );
    assert!(told.has("Sat 21 November: new 2, reviews 0, 2 min\n"), "{}", told.text);
}

#[test]
fn it_is_said_in_korean_too() {
    let mut session = Session::new(ONE).open(Open::Review);
    session.language = Language::Korean;
    let told = session.typed(&["1", ":rate 어려움", ":quit"]);
    assert!(told.has("다음 복습: 내일. 평가: 다시.\n"), "{}", told.text);
    assert!(told.has("평가: 어려움.\n"), "{}", told.text);
}
