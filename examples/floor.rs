//! The least that a ratatui program can do: the floor under awstutor's figures.
//!
//! It takes the terminal, shows a page of rows with one highlighted, and waits for keys. Whatever awstutor takes longer
//! than this, awstutor itself takes; `benches/terminal.rs` measures the two side by side. It must not use awstutor's
//! modules, and must not become clever: what it does not do is its purpose.
//!
//! ```text
//! cargo run --release --example floor -- [--drain] [--scroll]
//! --drain    handle every key that waits before drawing, as awstutor does; without it each key is drawn
//! --scroll   j and k move the page under the highlight, as a reader does: every row changes
//! ```

use crossterm::event::{self, Event, KeyCode, KeyEvent, KeyEventKind};
use ratatui::Frame;
use ratatui::style::Stylize;
use ratatui::text::Line;
use std::time::Duration;

fn main() -> std::io::Result<()> {
    let asked_for = |flag: &str| std::env::args().any(|argument| argument == flag);
    let (drain, scroll) = (asked_for("--drain"), asked_for("--scroll"));
    let mut terminal = ratatui::init();
    let mut place = Place { row: 0, scroll };
    // The first key that means "leave" ends the program; so does an error of the terminal.
    let ended = 'running: loop {
        if let Err(error) = terminal.draw(|frame| draw(frame, &place)) {
            break Err(error);
        }
        // A blocking read: nothing wakes up while nobody presses a key.
        loop {
            match event::read() {
                Ok(Event::Key(key)) if key.kind == KeyEventKind::Press => {
                    if place.take(key, terminal.get_frame().area().height) == Next::Leave {
                        break 'running Ok(());
                    }
                }
                Ok(_) => {}
                Err(error) => break 'running Err(error),
            }
            if !(drain && event::poll(Duration::ZERO).unwrap_or(false)) {
                break;
            }
        }
    };
    ratatui::restore();
    ended
}

/// The highlighted row. When the page scrolls, it stands at the top of the window.
struct Place {
    row: usize,
    scroll: bool,
}

#[derive(PartialEq)]
enum Next {
    Stay,
    Leave,
}

impl Place {
    fn take(&mut self, key: KeyEvent, height: u16) -> Next {
        // A page that scrolls has no end that a benchmark would meet; a list has that of the window.
        let rows = if self.scroll { 1_000_000 } else { usize::from(height.max(1)) };
        match key.code {
            KeyCode::Char('j') | KeyCode::Down => self.row = (self.row + 1) % rows,
            KeyCode::Char('k') | KeyCode::Up => self.row = (self.row + rows - 1) % rows,
            KeyCode::Char('q') => return Next::Leave,
            _ => {}
        }
        Next::Stay
    }
}

/// One row of words for each line of the window, the highlighted one in reverse.
fn draw(frame: &mut Frame<'_>, place: &Place) {
    let area = frame.area();
    let top = if place.scroll { place.row } else { 0 };
    for (line, row) in area.rows().enumerate() {
        let text = Line::from(words(top + line, usize::from(area.width)));
        let text = if top + line == place.row { text.reversed() } else { text };
        frame.render_widget(text, row);
    }
}

/// A row's number, and words up to `width` that differ from those of the rows around it.
fn words(row: usize, width: usize) -> String {
    const WORDS: [&str; 11] =
        ["bucket", "subnet", "region", "alarm", "queue", "stack", "policy", "stream", "role", "table", "key"];
    let mut text = format!("{:>4} ", row + 1);
    let mut next = row * 5;
    while text.len() + 7 < width {
        text.push_str(WORDS[next % WORDS.len()]);
        text.push(' ');
        next += 1 + row % 3;
    }
    text
}
