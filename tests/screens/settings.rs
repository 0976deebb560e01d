//! Settings and help.

use super::exams::{in_exam, turn_to};
use super::learner;
use crate::support::learner::Learner;
use crate::support::small_course::SmallCourse;
use crate::support::solid;
use awstutor::domain::settings::{Borders, Mouse, Overrides, ThemeName};
use awstutor::text::Language;

#[test]
fn the_theme_changes_and_is_kept() {
    let mut learner = learner();
    learner.press("F9 Down Enter").sees("dark");
    assert_eq!(learner.settings().theme, ThemeName::Dark);
    learner.starts_again();
    learner.press(",").sees("dark");
}

#[test]
fn a_key_changes_the_theme_anywhere_and_says_which() {
    let mut learner = learner();
    learner.press("Enter t").sees("Theme: dark").press("F4 F4 F4").sees("Theme: the terminal's own");
}

#[test]
fn a_theme_colours_the_ground() {
    let mut learner = learner();
    assert_eq!(learner.cell_of("Disks").bgcolor(), vt100::Color::Default);
    learner.press("t");
    assert_eq!(learner.cell_of("Disks").bgcolor(), vt100::Color::Idx(234));
}

#[test]
fn borders_become_ascii() {
    let mut learner = learner();
    learner.press("F9 Down Down Enter").sees("> Lines and signs");
    assert_eq!(learner.settings().borders, Borders::Ascii);
    learner.press("Esc").sees("........");
}

#[test]
fn ascii_borders_reach_a_chapter_that_is_open() {
    let mut learner = learner();
    learner.press("Enter").sees("───").press("F9 Down Down Enter Esc").misses("───").sees("-------");
}

#[test]
fn what_the_command_line_says_holds_and_is_not_kept() {
    let overrides = Overrides { language: Some(Language::Korean), borders: Some(Borders::Ascii) };
    let mut learner = learner().overrides(overrides);
    learner.sees("작은 과정").press("t Enter").sees("-------").misses("───");
    let kept = |learner: &Learner| (learner.settings().language, learner.settings().borders);
    assert_eq!(
        (learner.settings().theme, kept(&learner)),
        (ThemeName::Dark, (Some(Language::English), Borders::Unicode))
    );
    learner.press("l l F9 Down Down Enter").sees("테마");
    assert_eq!(kept(&learner), (Some(Language::Korean), Borders::Unicode));
    learner.press("Enter");
    assert_eq!(kept(&learner), (Some(Language::Korean), Borders::Ascii));
}

#[test]
fn the_language_changes_and_is_kept() {
    let mut learner = learner();
    learner.press("F9 Enter").sees("설정").press("Esc").sees("작은 과정");
    assert_eq!(learner.settings().language, Some(Language::Korean));
}

#[test]
fn the_wheel_is_off_until_it_is_wanted() {
    let mut learner = learner();
    assert_eq!(learner.settings().mouse, Mouse::Off);
    learner.press("F9 Down Down Down Space");
    assert_eq!(learner.settings().mouse, Mouse::Wheel);
}

#[test]
fn settings_that_cannot_be_kept_say_why() {
    let mut learner = learner();
    let reason = "disk\u{1b}[31m full".to_string();
    learner.tells(awstutor::tui::message::Message::SettingsFailed { reason });
    assert!(learner.footer().contains("Settings not saved: disk␛[31m full"), "{}", learner.footer());
}

#[test]
fn a_long_notice_stands_on_rows_of_its_own_until_a_key_is_pressed() {
    let reason = "/home/student/.config/awstutor/settings.toml: Permission denied (os error 13)";
    for (width, height, rows) in [(40, 12, 3), (80, 24, 2)] {
        let mut learner = Learner::new(width, height).course(&SmallCourse::new());
        learner.press("F9");
        let before = learner.rows();
        learner.tells(awstutor::tui::message::Message::SettingsFailed { reason: reason.to_string() });
        let shown = learner.rows();
        let first = usize::from(height) - 1 - rows;
        let told: String =
            shown[first..usize::from(height) - 1].iter().map(|row| row.trim_start_matches("│ ")).collect();
        assert_eq!(solid(&told), solid(&format!("Settings not saved: {reason}")), "{width}×{height}");
        assert_eq!(shown[..first], before[..first], "the rest stays where it was");
        assert!(learner.footer().contains("Esc back"), "{}", learner.footer());
        learner.press("End Home");
        assert_eq!(learner.rows(), before);
    }
}

#[test]
fn a_notice_over_the_chosen_row_has_the_ground_of_the_window() {
    let mut learner = Learner::new(40, 12).course(&SmallCourse::new()).theme(ThemeName::Dark);
    learner.press("F9 End");
    learner.tells(awstutor::tui::message::Message::SettingsFailed { reason: "no ".repeat(60) });
    assert_eq!(learner.cell_of("│ Settings not saved").bgcolor(), vt100::Color::Idx(234));
    assert_eq!(learner.cell_of("…").bgcolor(), vt100::Color::Idx(234));
}

#[test]
fn what_is_wrong_with_the_file_is_read_when_the_program_starts() {
    let learner = Learner::new(40, 12).course(&SmallCourse::new()).notices(&[
        "/home/student/.config/awstutor/settings.toml:3:9: \"pink\" is no value of theme; it takes: terminal, dark",
    ]);
    let rows = learner.rows();
    assert!(rows[8].starts_with("│ /home/student"), "{rows:?}");
    assert!(rows[10].contains("pink") || rows[9].contains("pink"), "{rows:?}");
}

#[test]
fn help_begins_with_the_keys_of_where_it_was_asked() {
    for (keys, heading) in [
        ("?", "Contents"),
        ("Enter F1", "Reading a chapter"),
        ("Enter c ?", "On this page"),
        ("Enter / F1", "Find in the chapter"),
        ("z ?", "Answering by choosing"),
        ("z 1 Enter F1", "After an answer"),
        ("/ F1", "Search"),
        (", F1", "Settings"),
    ] {
        let mut learner = Learner::new(80, 40).course(&SmallCourse::new());
        learner.press(keys);
        // Below the header and two rows of introduction.
        assert_eq!(learner.rows()[5].trim().to_lowercase(), heading.to_lowercase(), "after {keys}");
    }
}

#[test]
fn help_names_all_keys_of_a_context_and_closes() {
    let mut learner = Learner::new(80, 60).course(&SmallCourse::new());
    learner.press("Enter ?");
    for (key, name) in
        [("n  →", "next"), ("c  F8", "contents"), ("Tab", "next link"), ("l  F2", "한국어"), ("Ctrl-C", "leave")]
    {
        let rows = learner.rows();
        assert!(rows.iter().any(|row| row.trim_start().starts_with(key) && row.ends_with(name)), "{key} {name}");
    }
    learner.press("Esc").sees("w1 lorem");
}

#[test]
fn help_names_the_digits_where_they_act() {
    let row = |name: &str| format!("1-9                   {name}");
    for (keys, name) in [("z F1", "choose this number"), ("i F1", "go to this page")] {
        learner().press(keys).sees(&row(name));
    }
    let mut learner = in_exam();
    turn_to(&mut learner, "Where do pictures go?").press("F1").sees(&row("choose this number"));
}

#[test]
fn help_scrolls_to_the_last_context() {
    let mut learner = learner();
    learner.press("? End").sees("stay").press("Home").sees("Every key of every screen.");
}

#[test]
fn help_shows_letters_only_where_they_are_keys() {
    let mut learner = learner();
    learner.press("/ F1").misses("l  F2").sees("F2");
}
