//! The line above and the line below a screen: where am I, and what can I press?
//!
//! It must not know a screen; it draws headers and the keymap.

use super::action::Action;
use super::canvas::Canvas;
use super::key::Key;
use super::keymap::{self, Binding, Context};
use super::look::{Look, Row, Tone, run};
use super::screen::{Header, World};
use super::signs::Signs;
use crate::text::width::{fitting, truncated, width};
use crate::text::wrap::{row_width, wrap_text};

/// The room that is left for a screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rooms {
    pub top: usize,
    pub width: usize,
    pub height: usize,
    /// Whether a blank row lies right below it.
    pub has_air_below: bool,
}

/// Divides a window: a line above, a line below, and air around the middle where there is plenty. A sentence that stays
/// has its rows below the middle, so that nothing hides behind it.
pub fn rooms(width: u16, height: u16, staying: Option<&str>) -> Rooms {
    let (width, height) = (usize::from(width), usize::from(height));
    let air = usize::from(height >= 18);
    let top = if height >= 4 { 1 + air } else { 0 };
    let below = if height >= 2 { 1 + air } else { 0 };
    let staying = staying.filter(|sentence| self::width(sentence) + WAY_OUT > width);
    let rows = staying.map_or(0, |sentence| sentence_rows(sentence, width, height).len());
    let below = if rows > 0 { below.max(1 + rows) } else { below };
    Rooms { top, width, height: height.saturating_sub(top + below), has_air_below: below > 1 + rows }
}

/// The path on the left, figures on the right; the path gives way, from the outside in.
pub fn draw_header(canvas: &mut Canvas<'_>, header: &Header, world: &World<'_>) {
    if canvas.height() < 4 {
        return;
    }
    let code = world.language.code().to_uppercase();
    let right =
        [header.right.as_str(), &code].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("  ");
    let room = canvas.width().saturating_sub(width(&right) + 4);
    let mut path = header.path.as_slice();
    while path.len() > 1 && width(&path.join(" › ")) > room {
        path = &path[1..];
    }
    let mut row: Row = vec![run(" ", Tone::Text)];
    for (place, part) in path.iter().enumerate() {
        let last = place + 1 == path.len();
        let look = if last { Look::default().bold() } else { Look::new(Tone::Muted) };
        row.push(run(if last { truncated(part, room) } else { part.clone() }, look));
        if !last {
            row.push(run(" › ", Tone::Muted));
        }
    }
    canvas.put(0, 0, &row);
    canvas.put_right(0, &vec![run(format!("{right} "), Tone::Muted)]);
}

/// The mark of a screen that goes on below: in the air under it, or on its last row. Where that row is full, the sign
/// alone stands in the margin: nothing is covered.
pub fn draw_more(canvas: &mut Canvas<'_>, rooms: &Rooms, world: &World<'_>) {
    let Some(right) = canvas.goes_on().filter(|_| rooms.height > 1) else { return };
    let line = rooms.top + rooms.height - usize::from(!rooms.has_air_below);
    let signs = Signs::of(world.settings.borders);
    let [before, behind] = signs.more;
    let look = Look::new(Tone::Accent).bold();
    let mark = vec![run(format!("{before}{}{behind}", world.words.more_below), look)];
    let start = right.saturating_sub(row_width(&mark));
    if canvas.is_blank(line, start.saturating_sub(1)..right) {
        canvas.put(line, start, &mark);
    } else {
        canvas.put_over(line, canvas.width().saturating_sub(1), &vec![run(signs.below, look)]);
    }
}

/// As many keys as fit, and a sentence if there is one: before them, or on rows of its own above them if it is long.
/// `reads_on` says that Enter shows what is below before it does what the keymap says.
pub fn draw_footer(
    canvas: &mut Canvas<'_>,
    context: Context,
    reads_on: bool,
    sentence: Option<String>,
    world: &World<'_>,
) {
    let Some(line) = canvas.height().checked_sub(1).filter(|line| *line > 0) else {
        return;
    };
    let name = |binding: &Binding| match binding.action {
        Action::Enter if reads_on => world.words.read_on,
        _ => (binding.name)(world.words),
    };
    let items: Vec<(&Action, Row)> = keymap::bindings(context)
        .filter(|binding| binding.footer)
        .filter_map(|binding| Some((&binding.action, item(binding.key_in(context)?, name(binding)))))
        .collect();
    let mut row: Row = vec![run(" ", Tone::Text)];
    if let Some(sentence) = sentence {
        // However long the sentence is, the way out stays.
        let way_out: usize =
            items.iter().filter(|(action, _)| rank(action) == 0).map(|(_, item)| row_width(item)).sum();
        let room = canvas.width().saturating_sub(2 + way_out);
        let above = sentence_rows(&sentence, canvas.width(), canvas.height());
        if width(&sentence) <= room || above.is_empty() {
            row.push(run(truncated(&sentence, room), Look::new(Tone::Due)));
            row.push(run(" ".repeat(GAP), Tone::Text));
        } else {
            draw_above(canvas, line, above, world);
        }
    }
    // The way out, what Enter does, help and language keep their place; the others come as far as there is room.
    let mut room = (canvas.width() + GAP).saturating_sub(row_width(&row));
    let mut shown = vec![false; items.len()];
    for rank in 0..=5 {
        for (place, (action, item)) in items.iter().enumerate() {
            if self::rank(action) == rank && row_width(item) <= room {
                room -= row_width(item);
                shown[place] = true;
            }
        }
    }
    for ((_, item), _) in items.into_iter().zip(shown).filter(|(_, shown)| *shown) {
        row.extend(item);
    }
    canvas.put(line, 0, &row);
}

/// Puts the rows of a sentence over what stands above the last line. The bar tells them from it without a colour.
fn draw_above(canvas: &mut Canvas<'_>, line: usize, rows: Vec<String>, world: &World<'_>) {
    let bar = Signs::of(world.settings.borders).bar;
    let first = line - rows.len();
    for (place, text) in rows.into_iter().enumerate() {
        canvas.clear(first + place);
        canvas.put(first + place, 0, &vec![run(format!("{bar} "), Tone::Due), run(text, Tone::Due)]);
    }
    canvas.hide_cursor_from(first);
}

/// A sentence on the rows that it may take above the last line of a window; none where there is no room for any.
fn sentence_rows(sentence: &str, width: usize, height: usize) -> Vec<String> {
    let room = SENTENCE.min(height.saturating_sub(2));
    let columns = width.saturating_sub(3);
    let mut rows = wrap_text(sentence, columns);
    if rows.len() <= room {
        return rows;
    }
    // A path may leave rows half empty: the end of a sentence is worth more than whole words.
    let filled = filled_rows(sentence, columns);
    if filled.len() <= room {
        return filled;
    }
    let rest = rows.split_off(room.saturating_sub(1)).join(" ");
    rows.push(truncated(&rest, columns));
    rows.truncate(room);
    rows
}

/// A sentence on rows that are filled to their last cell.
fn filled_rows(sentence: &str, columns: usize) -> Vec<String> {
    let mut rows = Vec::new();
    let mut rest = sentence;
    while !rest.is_empty() {
        let row = fitting(rest, columns.max(2));
        rows.push(row.trim_end().to_string());
        rest = rest[row.len()..].trim_start();
    }
    rows
}

/// Rows that a sentence may take above the last line.
const SENTENCE: usize = 3;
/// Cells beside the way out on the last line, in whatever context, that a sentence cannot have.
const WAY_OUT: usize = 24;
/// Cells between two keys.
const GAP: usize = 3;

/// How much a key is missed when it is not shown; 0 most.
fn rank(action: &Action) -> usize {
    match action {
        Action::Back | Action::Leave | Action::Quit => 0,
        Action::Enter => 1,
        Action::Help | Action::NextPage => 2,
        Action::Language => 3,
        Action::Down => 5,
        _ => 4,
    }
}

fn item(key: Key, name: &str) -> Row {
    vec![run(key.label(), Look::new(Tone::Accent).bold()), run(format!(" {name}{}", " ".repeat(GAP)), Tone::Muted)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;
    use crate::text::words::Words;

    #[test]
    fn a_sentence_takes_what_it_needs_and_three_rows_at_most() {
        assert_eq!(sentence_rows("no space left", 40, 12), ["no space left"]);
        assert_eq!(sentence_rows("no space left", 12, 12), ["no space", "left"]);
        assert_eq!(sentence_rows("no space left", 12, 3), ["no space…"]);
        assert!(sentence_rows("no space left", 12, 2).is_empty());
    }

    #[test]
    fn every_cell_is_used_where_that_saves_the_end() {
        let rows = sentence_rows("Not saved: /a/long/path/to/a/file: no space left", 20, 12);
        assert_eq!(rows, ["Not saved: /a/lon", "g/path/to/a/file:", "no space left"]);
        let rows = sentence_rows(&"words ".repeat(40), 20, 12);
        assert_eq!(rows, ["words words words", "words words words", "words words word…"]);
    }

    #[test]
    fn a_sentence_that_stays_makes_room_and_no_more_than_it_takes() {
        let height = |height, sentence: Option<&str>| rooms(40, height, sentence).height;
        let long = "word ".repeat(40);
        assert_eq!((height(12, None), height(12, Some("no space left"))), (10, 10));
        assert_eq!((height(12, Some(&long[..50])), height(12, Some(&long))), (8, 7));
        assert_eq!((height(1, None), height(1, Some(&long))), (1, 1));
        // The air above the last line is room enough for one row.
        assert_eq!((height(24, None), height(24, Some("no space is left on this disk"))), (20, 20));
        assert_eq!(height(24, Some(&long)), 18);
    }

    #[test]
    fn the_way_out_is_as_wide_as_a_sentence_that_stays_expects() {
        for language in Language::ALL {
            for context in Context::ALL.into_iter().filter(|context| *context != Context::Confirm) {
                let out = keymap::bindings(context).filter(|binding| binding.footer && rank(&binding.action) == 0);
                let items = out.filter_map(|binding| {
                    Some(row_width(&item(binding.key_in(context)?, (binding.name)(Words::of(language)))))
                });
                assert!(items.sum::<usize>() + 2 <= WAY_OUT, "{context:?} in {}", language.code());
            }
        }
    }
}
