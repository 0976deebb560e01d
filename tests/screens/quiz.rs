//! A run through the quiz of a chapter, and its result.

use super::learner;
use crate::support::learner::Learner;
use awstutor::domain::event::{Mode, What};

/// Eight answers, of which the first and the third are right.
fn two_right_answers() -> Learner {
    let mut learner = learner();
    learner.press("z 2 Enter Enter 1 2 Enter Enter 2 Enter Enter");
    for _ in 0..5 {
        learner.press("F6 Enter");
    }
    learner
}

#[test]
fn the_header_counts_and_shows_how_each_question_went() {
    let mut learner = learner();
    learner.press("z 2 Enter Enter 1 2 3 Enter Enter 1 Enter Enter");
    assert!(learner.header().contains("Buckets › Question 4/8"), "{}", learner.header());
    assert!(learner.header().contains("✓ ◐ ✗ ▸ · · · ·"), "{}", learner.header());
}

#[test]
fn every_answer_belongs_to_the_run() {
    let mut learner = learner();
    learner.press("z 2 Enter Enter 1 2 3 Enter");
    let started = learner.events().find_map(|what| match what {
        What::QuizStarted { run, questions, .. } => Some((*run, questions.len())),
        _ => None,
    });
    let (run, count) = started.expect("a run was begun");
    assert_eq!(count, 8);
    assert!(learner.answers().iter().all(|answered| answered.run == Some(run) && answered.mode == Mode::Quiz));
}

#[test]
fn the_time_of_an_answer_runs_from_the_question() {
    let mut learner = learner();
    learner.press("z").waits(3).press("2 Enter").waits(60).press("Enter").waits(5).press("1 3 Enter");
    let times: Vec<u64> = learner.answers().iter().map(|answered| answered.ms).collect();
    assert_eq!(times, [3_000, 5_000]);
}

#[test]
fn the_result_counts_and_lists_every_question() {
    let mut learner = two_right_answers();
    learner.sees("2 of 8 right").sees("✓  Where do pictures go?").sees("✗  Which two are true?");
    learner.sees("→ Buckets › Links").sees("Each line opens the section that answers it.");
}

#[test]
fn a_line_of_the_result_opens_its_section() {
    let mut learner = two_right_answers();
    learner.press("Down Enter");
    assert!(learner.header().contains("First part › Buckets"), "{}", learner.header());
    learner.sees("Read about disks");
    learner.press("Esc").sees("2 of 8 right");
}

#[test]
fn only_the_wrong_ones_are_repeated() {
    for key in ["w", "F5"] {
        let mut learner = two_right_answers();
        learner.press(key).sees("Question 1/6").sees("Which two are true?");
        learner.press("1 3 Enter Enter").sees("What holds objects?");
    }
}

#[test]
fn where_all_is_right_there_is_nothing_to_repeat() {
    let mut learner = learner();
    learner.opens(awstutor::tui::screen::Route::Question("one-boolean".into()));
    learner.press("2 Enter Enter").sees("1 of 1 right").press("w").sees("There is nothing wrong to repeat");
}

#[test]
fn the_section_opens_from_the_verdict_and_esc_comes_back() {
    let mut learner = learner();
    learner.press("z 2 Enter");
    let before = learner.rows();
    learner.press("o").sees("w1 lorem").press("Esc");
    assert_eq!(learner.rows(), before);
}

#[test]
fn a_run_goes_on_where_the_program_ended() {
    let mut learner = learner();
    learner.press("z 2 Enter Enter 1 2 3 Enter").starts_again();
    learner.press("z").sees("Going on with question 3").sees("A bucket runs code.");
    assert!(learner.header().contains("✓ ◐ ▸"), "{}", learner.header());
}

#[test]
fn a_run_goes_on_after_esc() {
    let mut learner = learner();
    learner.press("z 2 Enter Enter Esc z").sees("Question 2/8");
    assert_eq!(learner.events().filter(|what| matches!(what, What::QuizStarted { .. })).count(), 1);
}

#[test]
fn a_run_that_is_over_is_not_taken_up_again() {
    let mut learner = two_right_answers();
    learner.press("Esc z").sees("Question 1/8");
    assert!(learner.header().contains("▸ · · · · · · ·"), "{}", learner.header());
}

#[test]
fn a_run_survives_questions_that_are_gone() {
    let small = crate::support::small_course::SmallCourse::new();
    let quiz = small.files().0["quizzes/one.toml"].replace("id = \"one-boolean\"", "id = \"one-other\"");
    let mut learner = learner();
    learner.press("z 2 Enter Enter 1 2 3 Enter Enter");
    let mut learner = learner.course(&small.with("quizzes/one.toml", &quiz));
    learner.press("z").sees("What holds objects?").sees("Question 3/7");
}

#[test]
fn a_prompt_with_gaps_reads_well_in_the_result() {
    let mut learner = two_right_answers();
    learner.press("End").sees("A bucket has").misses("a   place");
}

#[test]
fn the_result_follows_the_language() {
    let mut learner = two_right_answers();
    learner.press("l").sees("8문제 중 2문제 맞음").sees("사진은 어디에 두나요?");
}

#[test]
fn a_report_names_the_question() {
    let mut learner = learner();
    learner.press("z f").sees("A report of this question has been copied");
    assert!(learner.copied[0].contains("Doubtful question: one-single"), "{}", learner.copied[0]);
}

#[test]
fn an_answer_is_taken_back_and_given_again() {
    for key in ["u", "Backspace"] {
        let mut learner = learner();
        learner.press("z 1 Enter").sees("Not right").press(key).sees("The answer is taken back").sees("Question 1/8");
        assert!(matches!(learner.events().last(), Some(What::Undone { .. })));
        learner.press("2 Enter").sees("Right").press("Enter").sees("Question 2/8");
        assert!(learner.header().contains("✓ ▸"), "{}", learner.header());
    }
}

#[test]
fn an_answer_that_is_not_on_disk_cannot_be_taken_back() {
    let mut learner = learner();
    learner.press("z").refuses_to_save("disk full").press("1 Enter u");
    learner.saves_again().press("u").sees("Not right");
    assert_eq!(learner.events().filter(|what| matches!(what, What::Undone { .. })).count(), 0);
}
