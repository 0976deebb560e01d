//! The line above and the line below a screen: where am I, and what can I press?
//!
//! It must not know a screen; it draws headers and the keymap.

use super::action::Action;
use super::canvas::Canvas;
use super::key::Key;
use super::keymap::{self, Context};
use super::look::{Look, Row, Tone, run};
use super::screen::{Header, World};
use crate::text::width::{truncated, width};
use crate::text::wrap::row_width;

/// The room that is left for a screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rooms {
    pub top: usize,
    pub width: usize,
    pub height: usize,
}

/// Divides a window: a line above, a line below, and air around the middle where there is plenty.
pub fn rooms(width: u16, height: u16) -> Rooms {
    let (width, height) = (usize::from(width), usize::from(height));
    let air = usize::from(height >= 18);
    let top = if height >= 4 { 1 + air } else { 0 };
    let below = if height >= 2 { 1 + air } else { 0 };
    Rooms { top, width, height: height.saturating_sub(top + below) }
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

/// A sentence if there is one, and as many keys as fit.
pub fn draw_footer(canvas: &mut Canvas<'_>, context: Context, sentence: Option<String>, world: &World<'_>) {
    let Some(line) = canvas.height().checked_sub(1).filter(|line| *line > 0) else {
        return;
    };
    let items: Vec<(&Action, Row)> = keymap::bindings(context)
        .filter(|binding| binding.footer)
        .filter_map(|binding| Some((&binding.action, item(binding.key_in(context)?, (binding.name)(world.words)))))
        .collect();
    let mut row: Row = vec![run(" ", Tone::Text)];
    if let Some(sentence) = sentence {
        // However long the sentence is, the way out stays.
        let way_out: usize =
            items.iter().filter(|(action, _)| rank(action) == 0).map(|(_, item)| row_width(item)).sum();
        let room = canvas.width().saturating_sub(2 + way_out);
        row.push(run(truncated(&sentence, room), Look::new(Tone::Due)));
        row.push(run(" ".repeat(GAP), Tone::Text));
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
