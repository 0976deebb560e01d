//! What a learner sees: keys in, rows of a real terminal out.

#[path = "../support/mod.rs"]
mod support;

mod exam_clock;
mod exams;
mod glossary;
mod hangul;
mod home;
mod inline;
mod keys;
mod learning;
mod paging;
mod questions;
mod quiz;
mod reading;
mod review;
mod saving;
mod scenarios;
mod search;
mod settings;
mod shipped;
mod sizes;
mod statistics;
mod terminal;
mod wheel;

use support::learner::Learner;
use support::small_course::SmallCourse;

/// Every room of the program, and the keys that lead there from home in a window of 80×24.
const ROOMS: [(&str, &str); 44] = [
    ("home", ""),
    ("leave?", "q"),
    ("chapter", "Enter"),
    ("end of a chapter", "Enter End"),
    ("contents of a chapter", "Enter c"),
    ("find, empty", "Enter /"),
    ("find", "Enter / w 9"),
    ("question in a chapter", "Enter PgDn PgDn Enter"),
    ("verdict in a chapter", "Enter PgDn PgDn Enter 2 Enter"),
    ("single", "z"),
    ("multiple", "z F6 Enter"),
    ("boolean", "z F6 Enter F6 Enter"),
    ("short", "z F6 Enter F6 Enter F6 Enter"),
    ("number", "z F6 Enter F6 Enter F6 Enter F6 Enter"),
    ("order", "z F6 Enter F6 Enter F6 Enter F6 Enter F6 Enter"),
    ("match", "z F6 Enter F6 Enter F6 Enter F6 Enter F6 Enter F6 Enter"),
    ("cloze", "z F6 Enter F6 Enter F6 Enter F6 Enter F6 Enter F6 Enter F6 Enter"),
    ("verdict", "z 2 Enter"),
    ("result", "z F6 Enter F6 Enter F6 Enter F6 Enter F6 Enter F6 Enter F6 Enter F6 Enter"),
    ("review", "r"),
    ("verdict in a review", "r 2 Enter"),
    ("end of a review", "r F6 Esc"),
    ("search, empty", "/"),
    ("search", "/ b u c k"),
    ("bookmarks, empty", "b"),
    ("bookmarks", "Enter b m"),
    ("exams", "e"),
    ("before an exam", "e Enter"),
    ("overview of an exam", "e Enter Enter F6"),
    ("handing in", "e Enter Enter F10"),
    ("result of an exam", "e Enter Enter F10 Enter"),
    ("settings", ","),
    ("settings, end", ", End"),
    ("day of the exam", ", Down Down Down Down Down Down Enter"),
    ("statistics", "z 2 Enter Esc i"),
    ("statistics by chapter", "i 2"),
    ("statistics by service", "i 3"),
    ("calendar", "z 2 Enter Esc i 4"),
    ("forecast", "z 2 Enter Esc i 5"),
    ("memory", "i 6"),
    ("hardest questions", "i 7"),
    ("exams", "i 8 m"),
    ("plan to the exam", ", Down Down Down Down Down Down Right Down Enter"),
    ("help", "?"),
];

/// Who sits before the small course, in a window of 80×24.
fn learner() -> Learner {
    Learner::new(80, 24).course(&SmallCourse::new())
}

/// Puts the items of the question on the screen in this order, with digits.
fn put_in_order(learner: &mut Learner, items: &[&str]) {
    for (place, item) in items.iter().enumerate() {
        learner.press("Home");
        while !learner.chosen().ends_with(item) {
            learner.press("Down");
        }
        learner.press(&(place + 1).to_string());
    }
}
