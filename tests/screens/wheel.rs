//! The wheel: it moves what shows, and decides nothing.

use super::exams::{in_exam, turn_to};
use super::learner;
use crate::support::learner::Learner;
use awstutor::domain::event::What;

#[test]
fn a_notch_scrolls_a_page_by_three_rows() {
    let mut learner = learner();
    learner.press("Enter Down Down Down");
    let rows = learner.rows();
    learner.press("Home").turns_wheel(1);
    assert_eq!(learner.rows(), rows);
    learner.turns_wheel(-1).sees("Why buckets");
}

#[test]
fn a_list_moves() {
    let mut learner = Learner::new(80, 24);
    learner.turns_wheel(2).turns_wheel(-1);
    let chosen = learner.chosen();
    learner.press("Home Down Down Down");
    assert_eq!(learner.chosen(), chosen);
}

#[test]
fn no_answer_is_marked() {
    for keys in ["z", "z F6 Enter", "z F6 Enter F6 Enter F6 Enter F6 Enter F6 Enter", "Enter End Enter"] {
        let mut learner = learner();
        learner.press(keys);
        let marks = |learner: &Learner| learner.screen().matches(['▸', '◉', '☑', '■', '↕']).count();
        let before = marks(&learner);
        learner.turns_wheel(2);
        assert_eq!(marks(&learner), before, "{keys}");
        learner.press("Enter").sees("Answer first");
    }
}

#[test]
fn an_exam_notes_nothing() {
    let mut learner = in_exam();
    turn_to(&mut learner, "Where do pictures go?").turns_wheel(1).press("F6");
    assert!(!learner.events().any(|what| matches!(what, What::ExamAnswered(_))));
}

#[test]
fn a_long_question_scrolls_in_a_small_window() {
    let (mut in_quiz, mut in_exam) = (learner(), in_exam());
    in_quiz.press("z");
    turn_to(&mut in_exam, "Where do pictures go?");
    for learner in [&mut in_quiz, &mut in_exam] {
        learner.resize(40, 6).press("PgUp PgUp").misses("In a queue").turns_wheel(1).sees("In a queue");
    }
}

#[test]
fn a_question_over_everything_stays() {
    let mut learner = learner();
    learner.press("q").turns_wheel(1).sees("Leave?").turns_wheel(-1).sees("Leave?");
}
