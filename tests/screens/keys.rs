//! Keys with a Korean IME on, text fields, and the footer that names the keys.

use super::{ROOMS, learner};
use crate::support::framed;
use crate::support::learner::Learner;
use crate::support::small_course::SmallCourse;
use awstutor::text::Language;
use awstutor::text::width::width;
use awstutor::text::words::Words;
use awstutor::tui::key::Key;
use awstutor::tui::keymap::{self, Context};
use std::collections::HashSet;

/// Jamo of the two-set layout, with the Latin letters on the same keys.
const JAMO: [(char, char); 26] = [
    ('ㅂ', 'q'),
    ('ㅈ', 'w'),
    ('ㄷ', 'e'),
    ('ㄱ', 'r'),
    ('ㅅ', 't'),
    ('ㅛ', 'y'),
    ('ㅕ', 'u'),
    ('ㅑ', 'i'),
    ('ㅐ', 'o'),
    ('ㅔ', 'p'),
    ('ㅁ', 'a'),
    ('ㄴ', 's'),
    ('ㅇ', 'd'),
    ('ㄹ', 'f'),
    ('ㅎ', 'g'),
    ('ㅗ', 'h'),
    ('ㅓ', 'j'),
    ('ㅏ', 'k'),
    ('ㅣ', 'l'),
    ('ㅋ', 'z'),
    ('ㅌ', 'x'),
    ('ㅊ', 'c'),
    ('ㅍ', 'v'),
    ('ㅠ', 'b'),
    ('ㅜ', 'n'),
    ('ㅡ', 'm'),
];

/// Rooms in which letters are keys, one for every context.
const LETTERS: [&str; 14] = [
    "home",
    "leave?",
    "chapter",
    "contents of a chapter",
    "question in a chapter",
    "single",
    "order",
    "verdict",
    "result",
    "bookmarks",
    "settings",
    "statistics",
    "statistics by chapter",
    "help",
];

/// Rooms in which letters are text.
const FIELDS: [&str; 7] = ["find, empty", "find", "short", "number", "cloze", "search, empty", "day of the exam"];

fn in_room(keys: &str) -> Learner {
    let mut learner = learner();
    learner.press(keys);
    learner
}

#[test]
fn a_jamo_does_what_the_letter_under_it_does() {
    for (room, keys) in ROOMS.iter().filter(|(room, _)| LETTERS.contains(room)) {
        let course = SmallCourse::new();
        let mut latin = Learner::new(80, 24).course(&course);
        let mut korean = Learner::new(80, 24).course(&course);
        for (jamo, letter) in JAMO {
            for (learner, key) in [(&mut latin, letter), (&mut korean, jamo)] {
                learner.forgets_everything().press(keys).key(Key::Char(key));
            }
            let (latin, korean) = (latin.rows(), korean.rows());
            assert_eq!(latin, korean, "{jamo} is not {letter} in {room}:\n{}\n{}", framed(&latin), framed(&korean));
        }
    }
}

#[test]
fn a_composed_syllable_is_the_keys_under_it() {
    // 커 is ㅋ and ㅓ, z and j: the quiz opens, and its first option is marked.
    in_room("커").sees("▸ 1  On a disk");
    // 어 is ㅇ and ㅓ, d and j: d means nothing, j goes down.
    let mut learner = learner();
    learner.press("어");
    assert!(learner.chosen().starts_with("▸ Buckets"), "{}", learner.chosen());
}

#[test]
fn a_syllable_that_leaves_a_chapter_goes_on_at_home() {
    // 버 is ㅂ and ㅓ, q and j.
    let mut learner = learner();
    learner.press("Enter 버").sees("FIRST PART");
}

#[test]
fn no_syllable_leaves_the_program_without_asking() {
    for syllable in ["ㅂ", "ㅃ", "바", "뵤", "벼"] {
        let mut learner = learner();
        learner.press(syllable);
        assert!(!learner.gone, "{syllable}");
    }
}

#[test]
fn capital_letters_are_small_letters() {
    assert_eq!(in_room("Enter C").rows(), in_room("Enter c").rows());
    assert_eq!(in_room("J").rows(), in_room("j").rows());
}

#[test]
fn hangul_is_text_in_a_field() {
    let mut learner = learner();
    learner.press("z F6 Enter F6 Enter F6 Enter").types("버킷").sees("▸ 버킷").press("Backspace").sees("▸ 버");
}

#[test]
fn the_cursor_stands_right_after_what_was_typed() {
    for (room, keys) in [("short", "z F6 Enter F6 Enter F6 Enter"), ("search", "/"), ("find", "Enter /")] {
        let mut learner = learner();
        learner.press(keys).types("가용 영역a");
        let (row, column) = learner.place_of("가용 영역a");
        assert_eq!(learner.cursor(), Some((row, column + 10)), "{room}");
        learner.press("Left Left");
        assert_eq!(learner.cursor(), Some((row, column + 7)), "{room}: before the last syllable");
        learner.press("Home");
        assert_eq!(learner.cursor(), Some((row, column)), "{room}");
    }
}

#[test]
fn the_cursor_of_a_gap_stands_in_the_gap() {
    let mut learner = in_room(ROOMS.iter().find(|(room, _)| *room == "cloze").expect("a room").1);
    learner.types("키");
    let (row, column) = learner.place_of("키");
    assert_eq!(learner.cursor(), Some((row, column + 2)));
    learner.press("Tab");
    assert_eq!(learner.cursor(), None, "options are chosen, not typed");
}

#[test]
fn a_long_answer_keeps_its_end_and_the_cursor_in_the_window() {
    for width in [20, 21, 40] {
        let mut learner = learner();
        learner.press("z F6 Enter F6 Enter F6 Enter").resize(width, 12).types(&"가용영역".repeat(12)).types("끝");
        let (row, column) = learner.place_of("끝");
        assert_eq!(learner.cursor(), Some((row, column + 2)), "at {width}");
    }
}

#[test]
fn a_long_query_keeps_its_end_and_the_cursor_in_the_window() {
    for (room, keys) in [("search", "/"), ("find", "Enter /")] {
        for width in [30, 31, 40] {
            let mut learner = learner();
            learner.press(keys).resize(width, 12).types(&"가용영역".repeat(12)).types("끝");
            let (row, column) = learner.place_of("끝");
            assert_eq!(learner.cursor(), Some((row, column + 2)), "{room} at {width}");
        }
    }
}

#[test]
fn there_is_no_cursor_where_nothing_is_typed() {
    for (room, keys) in ROOMS.iter().filter(|(room, _)| !FIELDS.contains(room) && *room != "search") {
        assert_eq!(in_room(keys).cursor(), None, "{room}");
    }
}

/// Everything that a footer can name.
fn footer_items(language: Language) -> HashSet<String> {
    let bindings =
        Context::ALL.into_iter().flat_map(|context| keymap::bindings(context).map(move |found| (context, found)));
    let items = bindings.filter_map(|(context, binding)| {
        Some(format!("{} {}", binding.key_in(context)?.label(), (binding.name)(Words::of(language))))
    });
    items.collect()
}

#[test]
fn a_footer_has_whole_items_only() {
    for language in Language::ALL {
        let items = footer_items(language);
        let mut learner = learner().language(language);
        for (room, keys) in ROOMS.iter().filter(|(room, _)| *room != "leave?") {
            learner.resize(80, 24).forgets_everything().press(keys);
            for columns in [30, 40, 60, 80, 120] {
                learner.resize(columns, 24);
                let footer = learner.footer();
                assert!(width(&footer) <= usize::from(columns), "{room} at {columns}: {footer}");
                for item in footer.split("   ").map(str::trim).filter(|item| !item.is_empty()) {
                    let notice = item.contains("Bookmark") || item.contains("책갈피를");
                    assert!(notice || items.contains(item), "{room} at {columns}: {item:?} in {footer:?}");
                }
            }
        }
    }
}

#[test]
fn a_footer_always_shows_a_way_out() {
    let ways_out = |language| {
        let words = Words::of(language);
        [
            format!("Esc {}", words.back),
            format!("q {}", words.leave),
            format!("Esc {}", words.close),
            format!("Esc {}", words.stay),
            format!("Esc {}", words.exam_on_with_it),
        ]
    };
    let mut missing = Vec::new();
    for language in Language::ALL {
        let mut learner = learner().language(language);
        for (room, keys) in ROOMS {
            learner.resize(80, 24).forgets_everything().press(keys);
            for columns in [120, 80, 60, 40] {
                learner.resize(columns, 24);
                let footer = learner.footer();
                if !ways_out(language).iter().any(|way| footer.contains(way)) {
                    missing.push(format!("{room} at {columns}: {footer}"));
                }
            }
        }
    }
    assert!(missing.is_empty(), "no way out is shown:\n{}", missing.join("\n"));
}

#[test]
fn a_footer_of_a_text_field_names_no_letters() {
    for (room, keys) in ROOMS.iter().filter(|(room, _)| FIELDS.contains(room)) {
        let footer = in_room(keys).footer();
        for item in footer.split("   ").map(str::trim) {
            let key = item.split(' ').next().unwrap_or_default();
            assert!(key.chars().count() > 1 || "↑↓←→".contains(key), "{room}: {item} in {footer}");
        }
    }
}
