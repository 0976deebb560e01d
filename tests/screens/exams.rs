//! Mock exams: choosing one, answering without a verdict, the overview, handing in, the result.

use super::learner;
use crate::support::learner::Learner;
use crate::support::small_course::SmallCourse;
use awstutor::domain::event::{ExamStarted, HandedInBy, Mode, What};
use awstutor::domain::response::Recorded;

/// Who has begun the exam over the small course: eight questions in twelve minutes.
pub fn in_exam() -> Learner {
    let mut learner = learner();
    learner.press("e Enter Enter").sees("Question 1/8");
    learner
}

/// Turns to the question with this prompt.
#[track_caller]
pub fn turn_to<'l>(learner: &'l mut Learner, prompt: &str) -> &'l mut Learner {
    learner.press("F6 Home Enter");
    for _ in 0..8 {
        if learner.shows(prompt) {
            break;
        }
        learner.press("F8");
    }
    learner.sees(prompt)
}

/// What was answered in the exam, by question, oldest first.
fn noted(learner: &Learner) -> Vec<(String, Recorded)> {
    let answers = learner.events().filter_map(|what| match what {
        What::ExamAnswered(answered) => Some((answered.question.to_string(), answered.response.clone())),
        _ => None,
    });
    answers.collect()
}

fn chosen(id: &str) -> Recorded {
    Recorded::List(vec![id.to_string()])
}

#[test]
fn every_exam_says_how_long_it_is() {
    for key in ["e", "F10"] {
        let mut learner = Learner::new(80, 24).course(&SmallCourse::new().with_certificate());
        learner.press(key).sees("Certified").sees("2 questions, 4 minutes, pass mark 720 of 1,000 points");
        learner.sees("The whole course").sees("8 questions, 12 minutes, pass mark 700 of 1,000 points");
    }
}

#[test]
fn a_domain_with_too_few_questions_says_so_before_the_clock_starts() {
    let mut learner = Learner::new(80, 24).course(&SmallCourse::new().with_certificate());
    learner.press("e Enter").sees("A domain").sees("2 of 10 questions").sees("They shrink, and the time shrinks");
    assert_eq!(learner.events().count(), 0);
    learner.press("Esc").sees("New exam");
}

#[test]
fn a_certificate_asks_choices_only() {
    let mut learner = Learner::new(80, 24).course(&SmallCourse::new().with_certificate());
    learner.press("e Enter Enter");
    let drawn = learner.events().find_map(|what| match what {
        What::ExamStarted(ExamStarted { questions, minutes, .. }) => Some((questions.clone(), *minutes)),
        _ => None,
    });
    let (mut drawn, minutes) = drawn.expect("an exam began");
    drawn.sort();
    assert_eq!((drawn, minutes), (vec!["one-multiple".into(), "one-single".into()], 4));
}

#[test]
fn an_answer_is_noted_and_not_judged() {
    let mut learner = in_exam();
    turn_to(&mut learner, "Where do pictures go?").press("1 Enter").misses("Not right").misses("One server alone");
    assert_eq!(noted(&learner), [("one-single".to_string(), chosen("a"))]);
    assert!(learner.answers().is_empty());
}

#[test]
fn what_is_marked_is_kept_whichever_way_one_turns_away() {
    for keys in ["Enter", "n", "p", "F6", "F10", "f", "?", "Esc", "Ctrl-C"] {
        let mut learner = in_exam();
        turn_to(&mut learner, "Where do pictures go?").press("3").press(keys);
        assert_eq!(noted(&learner), [("one-single".to_string(), chosen("c"))], "after {keys}");
    }
}

#[test]
fn nothing_is_looked_up_behind_the_settings_or_the_help_either() {
    for room in ["F9", "F1"] {
        for key in ["F3", "F12", "v"] {
            let mut learner = in_exam();
            learner.press(room).press(key).sees("During an exam nothing is looked up");
            learner.press("Esc").sees("Question 1/8").press("F10 Enter").sees("of 1,000 points").press(room).press(key);
            learner.misses("During an exam");
        }
    }
}

#[test]
fn the_plan_to_the_exam_may_be_looked_at_in_one() {
    let mut learner = in_exam();
    learner.press("F9 Down Down Down Down Down Down Right Down Enter").misses("During an exam").press("F3");
    learner.sees("During an exam nothing is looked up").press("Esc Esc").sees("Question 1/8");
}

#[test]
fn an_answer_stands_there_again_and_can_be_changed_and_taken_back() {
    let mut learner = in_exam();
    turn_to(&mut learner, "Where do pictures go?").press("1 Enter");
    turn_to(&mut learner, "Where do pictures go?").sees("▸ 1  On a disk").press("2 Enter");
    turn_to(&mut learner, "Where do pictures go?").sees("▸ 2  In a bucket");
    assert_eq!(noted(&learner).len(), 2);
    turn_to(&mut learner, "Which two are true?").press("1 Enter").sees("Choose 2; only 1 so far").sees("2 answered");
    turn_to(&mut learner, "Which two are true?").press("1 Enter").sees("1 answered");
}

#[test]
fn half_a_match_is_kept_and_said_to_be_incomplete() {
    let mut learner = in_exam();
    turn_to(&mut learner, "Match them.").press("1 Enter").sees("1 line has no number yet").sees("1 answered");
    learner
        .press("F6")
        .sees("◐")
        .sees("not complete")
        .press("x")
        .sees("1 answered, 7 open, 0 flagged. Not complete: 1.");
    learner.press("Esc");
    turn_to(&mut learner, "Match them.").sees("[1] files").sees("[ ] tables");
}

#[test]
fn what_is_no_number_is_not_taken_by_enter_and_kept_on_another_way() {
    let mut learner = in_exam();
    turn_to(&mut learner, "How much is").types("1 MB").press("Enter").sees("The unit is GB").sees("How much is");
    assert_eq!(noted(&learner), []);
    learner.press("F6").sees("◐");
    turn_to(&mut learner, "How much is").sees("1 MB");
}

#[test]
fn enter_goes_from_gap_to_gap_in_an_exam_too() {
    let mut learner = in_exam();
    turn_to(&mut learner, "A bucket has").types("keys").press("Enter 2").sees("(x) 2  Region");
}

#[test]
fn letters_are_text_where_an_answer_is_typed() {
    let mut learner = in_exam();
    turn_to(&mut learner, "What holds objects?").types("fox").sees("▸ fox").press("F5").sees("⚑");
    assert_eq!(noted(&learner), [("one-short".to_string(), Recorded::Text("fox".into()))]);
}

#[test]
fn a_flag_shows_and_is_taken_away() {
    let mut learner = in_exam();
    turn_to(&mut learner, "Where do pictures go?").press("f").sees("1 flagged");
    assert!(learner.header().contains('⚑'), "{}", learner.header());
    learner.press("F5").sees("0 flagged");
    assert!(!learner.header().contains('⚑'), "{}", learner.header());
}

#[test]
fn the_overview_tells_answered_flagged_and_open_apart() {
    let mut learner = in_exam();
    learner.press("F5 F8 F6 Home").sees("▸1 ·⚑").sees(" 3 · ").sees("answered").sees("open").sees("flagged");
    turn_to(&mut learner, "Where do pictures go?").press("2 F6").sees("●");
}

#[test]
fn the_overview_leads_to_a_question() {
    let mut learner = in_exam();
    learner.press("F6 Right Right Right").sees("▸4").press("Enter").sees("Question 4/8");
    learner.press("F6").sees("▸4").press("Left Esc").sees("Question 4/8");
}

#[test]
fn behind_the_last_question_comes_the_overview() {
    let mut learner = in_exam();
    learner.press("F6 End Enter").sees("Question 8/8").press("Enter").sees("▸8");
}

#[test]
fn handing_in_asks_first_and_counts_what_is_open() {
    let mut learner = in_exam();
    turn_to(&mut learner, "Where do pictures go?").press("2 f x").sees("Hand the exam in?");
    learner.sees("1 answered, 7 open, 1 flagged.").sees("There is still time: 12 min left.");
    learner.press("Esc").sees("Where do pictures go?");
    assert!(!learner.events().any(|what| matches!(what, What::ExamFinished { .. })));
}

#[test]
fn what_is_handed_in_counts_as_answers_of_an_exam() {
    let mut learner = in_exam();
    turn_to(&mut learner, "Where do pictures go?").press("2 x Enter").sees("213 of 1,000 points");
    let finished = learner.events().last().cloned().expect("an event");
    assert!(matches!(finished, What::ExamFinished { by: HandedInBy::Learner, score, .. } if score == 0.125));
    let noted = learner.events().find_map(|what| if let What::ExamAnswered(it) = what { Some(it.mode) } else { None });
    assert_eq!(noted, Some(Mode::Exam));
    learner.press("Esc").sees("FIRST PART");
    let known = learner.rows().into_iter().find(|row| row.trim_start().starts_with("Buckets")).expect("a chapter");
    assert!(!known.ends_with(" 0 %"), "{known}");
}

#[test]
fn the_result_tells_the_mark_the_parts_and_the_kinds() {
    let mut learner = in_exam();
    turn_to(&mut learner, "Where do pictures go?").press("2 x Enter").sees("✗ not passed, the mark is 700");
    learner.sees("1 of 8 answered.").sees("By part").sees("First part").sees("1/8").press("End").sees("Gaps");
    learner.sees("Several answers").sees("This is your first one.").press("Home").sees("They are not a score of AWS.");
}

#[test]
fn the_result_tells_times_in_words_in_both_languages() {
    let mut learner = in_exam();
    turn_to(&mut learner, "Where do pictures go?").idles(247).press("2 x Enter");
    learner.sees("4 min 7 s of 12 min, 4 min 7 s a question.").press("l").sees("12분 중 4분 7초 걸렸어요.");
    learner.sees("한 문제에 4분 7초꼴이에요.").press("End").sees("문제당 4분 7초").press("Enter").sees("  4분 7초");
}

#[test]
fn every_question_of_the_result_opens_with_all_its_reasons() {
    let mut learner = in_exam();
    turn_to(&mut learner, "Where do pictures go?").press("1 x Enter Enter").sees("Each line opens the question");
    while !learner.chosen().contains("Where do pictures go?") {
        learner.press("Down");
    }
    learner.press("Enter").sees("Not right").sees("One server alone sees it.").sees("Every server reads it.");
    learner.press("o").sees("w1 lorem").press("Esc").sees("Every server reads it.").press("Esc");
    assert!(learner.chosen().contains("Where do pictures go?"), "{}", learner.chosen());
}

#[test]
fn an_earlier_exam_is_listed_opened_and_compared_with() {
    let mut learner = in_exam();
    learner.press("F10 Enter Esc").waits(60).press("e Enter Enter");
    turn_to(&mut learner, "Where do pictures go?")
        .press("2 x Enter End")
        .sees("22 November 2026")
        .sees("113 better now");
    learner.press("Esc e").sees("Handed in").press("End Enter").sees("100 of 1,000 points");
}

#[test]
fn one_exam_at_a_time() {
    let mut learner = in_exam();
    learner.press("Esc e").sees("Go on").press("Down Enter").sees("There is an exam that is not handed in yet");
    learner.press("Up Enter").sees("Question 1/8");
    assert_eq!(learner.events().filter(|what| matches!(what, What::ExamStarted(_))).count(), 1);
}

#[test]
fn nothing_is_looked_up_during_an_exam() {
    let mut learner = in_exam();
    turn_to(&mut learner, "Where do pictures go?").press("F3").sees("Where do pictures go?").press("F12 v /");
    learner.sees("Where do pictures go?");
}

#[test]
fn the_language_flips_in_the_middle_of_it() {
    let mut learner = in_exam();
    turn_to(&mut learner, "Where do pictures go?").press("2 l").sees("사진은 어디에 두나요?").sees("▸ 2  버킷");
    learner.sees("12분 남음").press("x").sees("시험을 제출할까요?").press("Enter").sees("1,000점 만점에 213점");
}

#[test]
fn a_narrow_window_keeps_the_clock_and_the_grid() {
    let mut learner = in_exam();
    learner.resize(40, 12).sees("Question 1/8").sees("12 min left").press("F6").sees("▸1").press("Down Enter");
    learner.sees("Question 6/8");
}
