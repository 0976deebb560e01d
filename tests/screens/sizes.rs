//! Every room in windows that are far too small.

use super::{ROOMS, learner};
use awstutor::domain::settings::Borders;
use awstutor::text::Language;

const SIZES: [(u16, u16); 7] = [(1, 1), (2, 2), (5, 3), (20, 5), (40, 12), (200, 3), (3, 60)];

#[test]
fn no_room_panics_in_any_window() {
    for language in Language::ALL {
        for borders in [Borders::Unicode, Borders::Ascii] {
            let mut learner = learner().language(language).borders(borders);
            for (_, keys) in ROOMS {
                learner.resize(80, 24).forgets_everything().press(keys);
                for (width, height) in SIZES {
                    learner.resize(width, height).press("Down PgDn PgUp Up");
                }
            }
        }
    }
}

#[test]
fn the_first_start_does_not_panic_in_any_window() {
    for (width, height) in SIZES {
        let mut learner = learner().first_start(Language::Korean);
        learner.resize(width, height).press("Down Up Enter");
        assert_eq!(learner.settings().language, Some(Language::English), "in {width}×{height}");
    }
}

#[test]
fn a_room_comes_back_from_a_window_of_one_cell() {
    for (room, keys) in ROOMS {
        let mut learner = learner();
        learner.press(keys).resize(81, 24).resize(80, 24);
        let before = learner.rows();
        learner.resize(1, 1).resize(80, 24);
        assert_eq!(learner.rows(), before, "{room}");
    }
}

#[test]
fn forty_by_twelve_is_usable() {
    let mut learner = learner();
    learner.resize(40, 12).sees("Buckets").press("Enter").sees("Why buckets").press("z").sees("Where do pictures go?");
    learner.sees("In a bucket").press("2 Enter").sees("✓ Right").sees("Every server reads it.");
}

#[test]
fn after_any_key_the_screen_is_what_a_fresh_one_would_be() {
    for language in Language::ALL {
        for (room, keys) in ROOMS {
            for columns in [80, 79, 121] {
                let mut learner = learner().language(language);
                learner.resize(columns, 24);
                for key in keys.split(' ') {
                    learner.press(key);
                    assert_eq!(learner.rows(), learner.repainted(), "{room} at {columns}, after {key}");
                }
            }
        }
    }
}
