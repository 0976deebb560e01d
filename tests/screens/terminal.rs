//! What reaches the terminal besides text: codes, colours, and nothing that content ordered.

use super::{ROOMS, learner};
use crate::support::colours;
use crate::support::learner::Learner;
use crate::support::small_course::{SmallCourse, chapter};
use awstutor::domain::settings::{Borders, ThemeName};
use awstutor::text::Language;
use awstutor::tui::screen::Route;

/// The codes that a program may send, whatever it shows: cursor moves, shapes, colours, clearing, showing the cursor.
fn unexpected_codes(bytes: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let codes = text.split('\u{1b}').skip(1).map(|code| code.chars().take(60).collect::<String>());
    let expected = |code: &String| {
        let body = code.strip_prefix('[').map(|code| code.trim_start_matches('?'));
        let end = body.and_then(|body| body.find(|c: char| !(c.is_ascii_digit() || c == ';')).map(|end| &body[end..]));
        end.is_some_and(|end| end.starts_with(['H', 'm', 'J', 'K', 'h', 'l', 'A', 'B', 'C', 'D', 'G']))
    };
    codes.filter(|code| !expected(code)).collect()
}

/// A course in which every text tries to give orders to the terminal.
fn hostile(order: &str) -> SmallCourse {
    let body = format!(
        "## Top{order} {{#top}}\n\nText{order} with `code{order}` and [a link{order}](https://example.org/{order}).\n\n\
         | head{order} | b |\n|---|---|\n| cell{order} | c |\n\n```\nlisting{order}\n```\n\n- item{order}\n\n\
         ```mermaid\nflowchart LR\n  a[one{order}] --> b[two]\n```\n"
    );
    let in_toml: String = order
        .chars()
        .map(|c| if c.is_control() { format!("\\u{:04x}", u32::from(c)) } else { c.to_string() })
        .collect();
    let quiz = SmallCourse::new().files().0["quizzes/one.toml"]
        .replace("Where do pictures go?", &format!("Where{in_toml}?"))
        .replace("Every server reads it.", &format!("Because{in_toml}."))
        .replace("In a bucket", &format!("Option{in_toml}"))
        .replace("Many readers.", &format!("Hint{in_toml}"));
    SmallCourse::new()
        .with("content/en/two.md", &chapter(&format!("Disks{in_toml}"), &body))
        .with("quizzes/one.toml", &quiz)
}

/// Looks at everything that the hostile course shows.
fn tour(course: &SmallCourse) -> Learner {
    let mut learner = Learner::new(100, 60).course(course);
    learner.press("Down Down Enter Tab Enter b m Esc c Esc / l i n k Esc Esc / t e x t Esc z h 2 Enter");
    learner
}

#[test]
fn control_characters_in_content_show_as_marks() {
    let mut learner = Learner::new(100, 60).course(&hostile("\u{1b}]0;owned\u{7}"));
    learner.press("Down Down Enter").sees("Text␛]0;owned␇ with code␛]0;owned␇").sees("cell␛]0;owned␇");
    learner.sees("listing␛]0;owned␇").sees("item␛]0;owned␇").sees("Disks␛]0;owned␇").sees("Top␛]0;owned␇");
    learner.press("Esc Up z h").sees("Where␛]0;owned␇?").sees("Option␛]0;owned␇").sees("Hint␛]0;owned␇");
    learner.press("2 Enter").sees("Because␛]0;owned␇.");
}

#[test]
fn no_order_in_content_reaches_the_terminal() {
    for order in ["\u{1b}]0;owned\u{7}", "\u{1b}[5;7q", "\u{9b}5;7q", "\u{7}", "\u{1b}c", "\u{90}q\u{9c}"] {
        let learner = tour(&hostile(order));
        let bytes = learner.bytes();
        assert_eq!(unexpected_codes(&bytes), [""; 0], "from {order:?}");
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let orders: Vec<char> =
            text.chars().filter(|c| c.is_control() && !matches!(c, '\u{1b}' | '\n' | '\r')).collect();
        assert_eq!(orders, [], "from {order:?}");
    }
}

/// Who reads a text with characters written as entities.
fn reads_entities(text: &str) -> Learner {
    let course =
        SmallCourse::new().with("content/en/two.md", &chapter("Disks", &format!("## Top {{#top}}\n\n{text}\n")));
    let mut learner = Learner::new(80, 24).course(&course);
    learner.press("Down Down Enter");
    learner
}

#[test]
fn an_order_written_as_an_entity_shows_as_a_mark() {
    let mut learner = reads_entities("before&#27;]0;owned&#7;after");
    assert_eq!(unexpected_codes(&learner.bytes()), [""; 0]);
    learner.sees("before␛]0;owned␇after");
}

#[test]
fn a_direction_override_written_as_an_entity_shows_as_a_mark() {
    let learner = reads_entities("user&#8238;nimda");
    let text = String::from_utf8_lossy(&learner.bytes()).into_owned();
    assert!(!text.contains('\u{202e}'), "{}", learner.screen());
}

#[test]
fn an_address_with_an_order_in_it_is_copied_and_shown_without() {
    let course = SmallCourse::new().with(
        "content/en/two.md",
        &chapter("Disks", "## Top {#top}\n\n[x](<https://example.org/&#27;]0;owned&#7;>)\n"),
    );
    let mut learner = Learner::new(100, 24).course(&course);
    learner.press("Down Down Enter Tab Enter").sees("(copied)");
    assert_eq!(unexpected_codes(&learner.bytes()), [""; 0]);
    assert!(learner.copied[0].chars().all(|c| !c.is_control()), "{:?}", learner.copied);
}

#[test]
fn an_answer_that_was_pasted_with_an_order_in_it_is_shown_as_marks() {
    let mut learner = learner();
    learner.opens(Route::Question("one-short".into()));
    learner.tells(awstutor::tui::message::Message::Paste("fol\u{1b}]0;x\u{7}der\nline".into()));
    learner.sees("fol␛]0;x␇der line").press("Enter").sees("fol␛]0;x␇der line");
    assert_eq!(unexpected_codes(&learner.bytes()), [""; 0]);
}

#[test]
fn without_colour_no_colour_is_written() {
    for theme in [ThemeName::Terminal, ThemeName::Dark, ThemeName::HighContrast] {
        for (room, keys) in ROOMS {
            let mut learner = learner().theme(theme).without_colour();
            learner.press(keys);
            assert_eq!(colours(&learner.bytes()), [""; 0], "{room}");
        }
    }
}

#[test]
fn with_colour_colours_are_written() {
    crossterm::style::force_color_output(true);
    let mut learner = learner();
    learner.press("t Enter");
    assert_ne!(colours(&learner.bytes()), [""; 0]);
}

#[test]
fn without_colour_what_is_marked_has_a_sign_or_is_reversed() {
    let mut learner = learner().without_colour();
    learner.press("Enter PgDn Tab");
    assert!(learner.cell_of("about disks").inverse());
    learner.press("Esc");
    assert!(learner.chosen().starts_with('▸'));
}

#[test]
fn ascii_borders_write_no_lines_and_no_signs() {
    let table = "## Top {#top}\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n> [!NOTE]\n> note\n\n> quote\n\n- item\n\n---\n\n- [x] done\n\n```\ncode\n```\n\n```mermaid\nflowchart LR\n  subgraph g [group]\n  a[one] -->|label| b[(two)]\n  end\n```\n\ntext[^1]\n\n[^1]: note\n";
    let course = SmallCourse::new().with("content/en/two.md", &chapter("Disks", table));
    let mut rooms: Vec<(&str, &str)> = ROOMS.to_vec();
    rooms.extend([("everything", "Down Down Enter"), ("its end", "Down Down Enter End")]);
    for columns in [120, 80, 30] {
        for (room, keys) in &rooms {
            let mut learner = Learner::new(80, 24).course(&course).borders(Borders::Ascii);
            learner.press(keys).resize(columns, 50);
            let text = String::from_utf8_lossy(&learner.bytes()).into_owned();
            let drawn: Vec<char> =
                text.chars().filter(|c| matches!(c, '\u{2500}'..='\u{25ff}' | '✓' | '✗' | '•' | '↕')).collect();
            // The settings show what the other choice looks like only when it is chosen.
            assert_eq!(drawn, [], "{room} at {columns}:\n{}", crate::support::framed(&learner.rows()));
        }
    }
}

#[test]
fn wide_windows_have_no_row_that_wraps() {
    let mut learner = learner().language(Language::Korean);
    for (_, keys) in ROOMS {
        learner.resize(80, 24).forgets_everything().press(keys);
        assert!(!String::from_utf8_lossy(&learner.bytes()).contains('\n'), "rows are placed, never fed");
    }
}
