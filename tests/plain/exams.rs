//! Mock exams in plain mode. Both questions have their right answer at 2, and the exam over them lasts three minutes.

use super::*;
use awstutor::domain::event::{ExamClock, ExamStarted, HandedInBy};

fn session() -> Session {
    Session::new(&[ONE, TWO].concat())
}

/// The exam over the course, begun, and then these lines.
fn exam(lines: &[&str]) -> Told {
    let begun = [&["1"][..], lines].concat();
    session().open(Open::Exams(Some("course".into()))).typed(&begun)
}

/// Who handed in, and with which score.
fn handed_in(told: &Told) -> Vec<(HandedInBy, f64)> {
    let ends = told.facts.iter().filter_map(|what| match what {
        What::ExamFinished { by, score, .. } => Some((*by, *score)),
        _ => None,
    });
    ends.collect()
}

fn noted(told: &Told) -> usize {
    told.facts.iter().filter(|what| matches!(what, What::ExamAnswered(_))).count()
}

#[test]
fn it_says_what_an_exam_is_like_and_begins_only_when_told_to() {
    let told = session().typed(&["4", "1", "", "", ":quit"]);
    assert!(told.has("4. Mock exams\n"), "{}", told.text);
    assert!(told.has("1. New exam: The whole course: 2 questions, 3 minutes, pass mark 700 of 1,000 points\n"));
    assert!(told.has("- Storage: 2 of 40 questions\n"));
    assert!(told.has("They are not a score of AWS.\n\nType 1 to begin; the clock starts then. Enter goes back.\n"));
    assert!(!told.facts.iter().any(|what| matches!(what, What::ExamStarted(_))));
}

#[test]
fn answers_are_noted_changed_and_handed_in() {
    let told = exam(&["2", "1", ":go 2", "2", ":handin", ":handin", ":quit"]);
    assert_eq!(told.count("Noted."), 3);
    assert!(told.has("Question 2 of 2\n"));
    assert!(told.has("Your answer so far: "));
    assert!(told.has("2 answered, 0 open, 0 flagged.\nThere is still time: "));
    assert!(told.has("1,000 of 1,000 points, passed, the mark is 700.\n2 of 2 answered. "));
    assert_eq!((noted(&told), handed_in(&told)), (3, vec![(HandedInBy::Learner, 1.0)]));
}

#[test]
fn nothing_is_judged_before_it_is_handed_in_and_every_question_after() {
    let told = exam(&["2", "1", ":handin", ":handin", "1", "2", "9", ":quit"]);
    let (before, after) = told.text.split_once("Type :handin once more").unwrap();
    assert!(!before.contains("Right.") && !before.contains("Why:"), "{before}");
    assert!(after.contains("Option 2, correct") && after.contains("Why: It is never full."), "{after}");
    assert!(after.contains("- Storage: 50 %, 2 questions"), "{after}");
    assert!(after.contains("There are numbers from 1 to 2."));
}

#[test]
fn one_handin_is_not_enough() {
    let told = exam(&[":handin", "", ":time", ":quit"]);
    assert_eq!(handed_in(&told), []);
    assert_eq!(told.count("Question 1 of 2"), 2);
    assert!(told.has("The clock of the exam runs on until "));
}

#[test]
fn a_question_is_flagged_skipped_and_gone_to() {
    let told = exam(&[":flag", "", "", ":go 9", ":go 1", ":overview", ":flag", ":quit"]);
    assert!(told.has("Flagged.\n") && told.has("The flag is taken away.\n"));
    assert!(told.has("That was the last question. :overview shows all"));
    assert!(told.has("Type :go and a number from 1 to 2.\nQuestion 1 of 2, flagged\n"));
    assert!(told.has("1: open, flagged\n2: open\n"));
}

#[test]
fn an_answer_is_taken_back_with_skip() {
    let told = exam(&["2", ":go 1", ":skip", ":overview", ":quit"]);
    assert!(told.has("The answer is taken back; the question is open.\n"));
    assert!(told.has("1: open\n2: open\n"));
}

#[test]
fn a_line_that_is_no_answer_is_explained() {
    let told = exam(&["seven", ":hint", ":quit"]);
    assert!(told.has("For example: ") && told.has(":hint does nothing here."), "{}", told.text);
    assert_eq!(noted(&told), 0);
}

#[test]
fn a_line_after_the_end_is_no_answer() {
    let lines: Vec<&str> = std::iter::once("2").chain([":time"; 90]).chain(["2", "", ":quit"]).collect();
    let told = exam(&lines);
    assert!(told.has("Two minutes left.\n"));
    assert!(told.has("The time was up before that line. The time is up: the exam has been handed in.\n"));
    assert_eq!((noted(&told), handed_in(&told)), (1, vec![(HandedInBy::Clock, 0.5)]));
    assert!(told.has("Handed in by the clock."));
}

#[test]
fn one_that_ran_out_in_between_is_handed_in_at_the_start() {
    let left = exam(&["2"]);
    let told = session().after(events(left.facts)).days_later(1).typed(&[":quit"]);
    assert!(told.text.starts_with("The time of your exam ran out: it has been handed in with 550 points.\n"));
    assert_eq!(handed_in(&told), [(HandedInBy::Clock, 0.5)]);
}

#[test]
fn one_that_pauses_is_gone_on_with() {
    let mut before = session().open(Open::Exams(Some("course".into())));
    before.settings.exam_clock = ExamClock::Pauses;
    let left = before.typed(&["1", "2", ":quit"]);
    assert!(left.has("The exam waits for you, with 3 min left."), "{}", left.text);
    let after = session().after(events(left.facts)).days_later(3).open(Open::Exams(None));
    let told = after.typed(&["2", ":handin", ":handin", ":quit"]);
    assert!(told.text.starts_with("Question 2 of 2\n"), "{}", told.text);
    assert!(!told.facts.iter().any(|what| matches!(what, What::ExamStarted(ExamStarted { .. }))));
    assert_eq!(handed_in(&told), [(HandedInBy::Learner, 1.0)]);
}

#[test]
fn an_earlier_exam_can_be_looked_at_again() {
    let first = exam(&[":handin", ":handin", ":quit"]);
    let told = session().after(events(first.facts)).open(Open::Exams(None)).typed(&["2", "", "", ":quit"]);
    assert!(told.has("2. Handed in: 22 November 2026: The whole course: 100 of 1,000 points\n"), "{}", told.text);
    assert!(told.has("1. no answer: "));
}

#[test]
fn the_result_names_the_gaps_of_a_prompt() {
    let gaps = &OTHERS[OTHERS.rfind("[[question]]").unwrap()..];
    let told = Session::new(gaps).open(Open::Exams(Some("course".into()))).typed(&["1", ":handin", ":handin", ":quit"]);
    assert!(told.has("1. no answer: In one (Gap 1) and many (Gap 2).\n"), "{}", told.text);
}

#[test]
fn the_result_tells_times_in_words() {
    let told = exam(&["2", "2", ":handin", ":handin", ":quit"]);
    assert!(told.has("2 of 2 answered. 18 s of 3 min, 4 s a question."), "{}", told.text);
    assert!(told.has("- Storage: 100 %, 2 questions, 4 s each\n") && told.has("Right, 5 s: A bucket"), "{}", told.text);
}

#[test]
fn it_speaks_korean() {
    let mut korean = session().open(Open::Exams(Some("course".into())));
    korean.language = Language::Korean;
    let told = korean.typed(&["1", "2", "2", ":handin", ":handin", "", ":quit"]);
    assert!(told.has("이 과정 전체\n\n2문제, 3분, 합격 점수 700점(1,000점 만점).\n"), "{}", told.text);
    assert!(told.has("1,000점 만점에 1,000점, 합격이에요(합격 점수 700점).\n"), "{}", told.text);
}
