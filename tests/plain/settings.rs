//! Settings in plain mode.

use super::*;
use awstutor::domain::settings::{Mouse, ThemeName};
use jiff::civil::date;

/// The number of the settings in the menu of a course with two questions.
const SETTINGS: &str = "6";

fn settings(lines: &[&str]) -> Told {
    Session::new(&[ONE, TWO].concat()).typed(&[&[SETTINGS], lines].concat())
}

#[test]
fn the_menu_ends_with_the_settings() {
    let told = settings(&["", ":quit"]);
    assert!(told.has("6. Settings\n\nType a number"), "{}", told.text);
    assert!(
        told.has("Settings\n\n1. Language: the system's\n2. Theme: the terminal's own\n3. Lines and signs: Unicode\n"),
        "{}",
        told.text
    );
    assert!(told.has("7. Day of the exam: none\n8. A day begins at: 04:00\n"));
    assert!(told.kept.is_empty());
}

#[test]
fn a_number_holds_at_once_and_is_kept() {
    let told = settings(&["5", "1", "", ":quit"]);
    assert!(told.has(
        "New questions a day: 10\n\nSo many questions that you have never answered are mixed into the review of a \
         day.\nIt takes: a whole number from 0 to 9999.\n\nType a value. Enter alone leaves it as it is.\n\
         Set. New questions a day: 1\nSaved.\n"
    ));
    assert_eq!(told.count("3. Review: 2 new"), 1);
    assert_eq!(told.count("3. Review: 1 new"), 1, "{}", told.text);
    assert_eq!(told.kept, [Settings { daily_new: 1, ..Settings::default() }]);
}

#[test]
fn a_name_is_chosen_by_its_number_or_typed_with_a_korean_ime_on() {
    for (typed, theme) in
        [("2", ThemeName::Dark), ("２", ThemeName::Dark), ("dark", ThemeName::Dark), ("ㅇㅁ가", ThemeName::Dark)]
    {
        let told = settings(&["2", typed, ":quit"]);
        assert!(
            told.has("Colours.\n1. terminal: the terminal's own\n2. dark\n3. light\n4. high-contrast: high contrast\n")
        );
        assert_eq!(told.kept.last().map(|settings| settings.theme), Some(theme), "{typed}");
    }
}

#[test]
fn what_is_no_value_is_refused_and_asked_again() {
    let told = settings(&["6", "99", "95 %", ":quit"]);
    assert!(told.has("\"99\" is no value of Aim; it takes: a whole number from 70 to 97.\n"), "{}", told.text);
    assert!(told.has("Set. Aim: 95 %\n"));
    assert_eq!(told.kept.len(), 1);
    let told = settings(&["11", "0", "theme", ":quit"]);
    assert_eq!(told.count("The settings have numbers from 1 to 10."), 3, "{}", told.text);
}

#[test]
fn the_day_of_the_exam_brings_the_plan_and_takes_it_away() {
    let told = settings(&["7", "2026-11-20", "2026. 11. 25.", "", "4", "7", "7", "none", "", ":quit"]);
    assert!(told.has("That day is over: there is nothing to plan before it.\n"), "{}", told.text);
    assert!(told.has("Set. Day of the exam: 25 November 2026, in 4 days\n"), "{}", told.text);
    assert!(told.has("4. Plan to the exam\n") && told.has("The exam is in 4 days, 25 November.\n"));
    let days: Vec<_> = told.kept.iter().map(|settings| settings.exam_date).collect();
    assert_eq!(days, [Some(date(2026, 11, 25)), None]);
}

#[test]
fn another_language_is_spoken_at_once() {
    let told = settings(&["1", "ko", "4", "그래요", "켬", "", ":quit"]);
    assert!(told.has("바꿨어요. 언어: 한국어\n저장했어요.\n\n설정\n\n1. 언어: 한국어\n"), "{}", told.text);
    assert!(told.has("‘그래요’: 마우스 휠에 쓸 수 없는 값이에요. 쓸 수 있는 값: off, wheel.\n"), "{}", told.text);
    assert_eq!(told.kept.last().map(|settings| settings.mouse), Some(Mouse::Wheel));
    assert!(told.has("번호를 쓰고 Enter를 누르세요."));
}

#[test]
fn another_start_of_the_day_moves_what_is_due_at_once() {
    // Answered at midnight in Greenwich; eleven hours later it is the next day only if days begin before.
    let wrong = Session::new(&[ONE, TWO].concat()).quiz().typed(&["1", "1", "2"]);
    let mut session = Session::new(&[ONE, TWO].concat()).after(events(wrong.facts));
    session.hours = 11;
    let told = session.typed(&[SETTINGS, "8", "12:00", "", ":quit"]);
    assert!(told.has("Set. A day begins at: 12:00\n"), "{}", told.text);
    assert_eq!(told.kept.last().map(|settings| settings.day_start), Some(12));
    assert_eq!((told.count("3. Review: 2 due"), told.count("3. Review: Nothing is due now.")), (1, 1), "{}", told.text);
}

#[test]
fn an_empty_line_and_back_leave_everything_as_it_was() {
    let told = settings(&["5", "", "5", ":back", ":back", ":quit"]);
    assert_eq!(told.count("Settings"), 3, "{}", told.text);
    assert!(told.kept.is_empty());
}

#[test]
fn settings_that_cannot_be_kept_hold_until_one_leaves() {
    let session = Session { failures: 1, ..Session::new(&[ONE, TWO].concat()) };
    let told = session.typed(&[SETTINGS, "5", "1", "", ":quit"]);
    assert!(told.has("Settings not saved: the disk is full. It holds until you leave.\n"), "{}", told.text);
    assert!(told.has("3. Review: 1 new\n"));
    assert!(told.kept.is_empty());
}

#[test]
fn help_says_what_can_be_typed() {
    let told = settings(&[":help", "5", ":help", ":flag", ":quit"]);
    assert!(told.has("A number tells what that setting is for and what it takes"));
    assert!(told.has("Type a value and press Enter: it holds at once and is saved."));
    assert!(told.has(":flag"), "{}", told.text);
}
