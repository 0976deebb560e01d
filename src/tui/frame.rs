//! The line above and the line below a screen: where am I, and what can I press?
//!
//! It must not know a screen; it draws headers and the keymap.

use super::canvas::Canvas;
use super::keymap::{self, Context};
use super::look::{Look, Row, Tone, run};
use super::screen::{Header, World};
use crate::text::width::{fitting, truncated, width};
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
    let mut row: Row = vec![run(" ", Tone::Text)];
    if let Some(sentence) = sentence {
        let room = canvas.width().saturating_sub(2);
        row.push(run(fitting(&sentence, room), Look::new(Tone::Due)));
        row.push(run("   ", Tone::Text));
    }
    // The way out and help show before anything else is added.
    let shown: Vec<_> = keymap::bindings(context).filter(|binding| binding.footer).collect();
    for binding in shown {
        let key = binding.keys[0].label();
        let name = (binding.name)(world.words);
        let item: Row = vec![run(key, Look::new(Tone::Accent).bold()), run(format!(" {name}   "), Tone::Muted)];
        if row_width(&row) + row_width(&item) > canvas.width() + 3 {
            continue;
        }
        row.extend(item);
    }
    canvas.put(line, 0, &row);
}
