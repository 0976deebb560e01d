//! A text field on one line: its label, what has been typed, and the terminal's own cursor.
//!
//! A long text scrolls so that the cursor stays in the field: an IME draws where the cursor is. It must not edit.

use super::canvas::Canvas;
use super::look::{Look, Row, Tone, run};
use crate::text::width::{fitting, padded, width};
use tui_input::Input;

/// The part of the text that shows in `room` cells, and the column of the cursor within it.
pub fn window(input: &Input, room: usize) -> (String, usize) {
    let room = room.max(2);
    let scroll = input.visual_scroll(room - 1);
    let hidden = fitting(input.value(), scroll).len();
    let shown = fitting(&input.value()[hidden..], room).to_string();
    (shown, input.visual_cursor().saturating_sub(scroll).min(room - 1))
}

/// A field as part of other rows: the row, and the column of the cursor.
pub fn row(marker: &str, input: &Input, active: bool, columns: usize) -> (Row, usize) {
    let indent = width(marker);
    let room = columns.saturating_sub(indent + 1);
    let (shown, cursor) = window(input, room);
    let tone = if active { Tone::Selected } else { Tone::Text };
    let field = Look::new(if active { Tone::Link } else { Tone::Text });
    (vec![run(marker, tone), run(padded(&shown, room.clamp(2, 40)), field)], indent + cursor)
}

/// Puts a labelled field on a line of its own, with `note` behind it as far as there is room.
pub fn put(
    canvas: &mut Canvas<'_>,
    line: usize,
    left: usize,
    columns: usize,
    (label, note): (&str, &str),
    input: &Input,
) {
    let label = format!("{label}: ");
    let indent = width(&label);
    let (shown, cursor) = window(input, columns.saturating_sub(indent + 1));
    let row = vec![
        run(label, Look::new(Tone::Accent).bold()),
        run(shown, Tone::Text),
        run(format!("   {note}"), Tone::Muted),
    ];
    canvas.inner(left, line, columns, 1, |canvas| canvas.put(0, 0, &row));
    canvas.set_cursor(line, left + indent + cursor);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_shows_its_end_and_the_cursor_behind_it() {
        let input = Input::from("가용 영역과 엣지 로케이션");
        let (shown, cursor) = window(&input, 12);
        assert!("가용 영역과 엣지 로케이션".ends_with(&shown), "{shown}");
        assert_eq!(cursor, width(&shown));
        assert!(cursor < 12);
    }

    #[test]
    fn a_field_of_no_room_does_not_panic() {
        assert!(window(&Input::from("가"), 0).1 < 2);
    }
}
