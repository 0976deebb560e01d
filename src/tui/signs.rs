//! The signs beside words: drawn with Unicode, or with ASCII where a terminal asks for it.
//!
//! Every meaning has its sign, so that none hangs on colour.

use crate::domain::settings::Borders;
use crate::domain::verdict::Mark;
use crate::tui::look::{Run, Tone, run};

#[derive(Debug, Clone, Copy)]
pub struct Signs {
    pub cursor: &'static str,
    pub right: &'static str,
    pub wrong: &'static str,
    pub partly: &'static str,
    pub lifted: &'static str,
    pub full: &'static str,
    pub empty: &'static str,
    pub bookmark: &'static str,
    pub dot: &'static str,
    pub answered: &'static str,
    pub flag: &'static str,
    pub arrow: &'static str,
    pub bar: &'static str,
    /// There is more below.
    pub below: &'static str,
    /// Around the word that says that there is more below.
    pub more: [&'static str; 2],
    /// A place on a line.
    pub point: &'static str,
    /// A day of the calendar, from empty to busy.
    pub heat: [&'static str; 5],
    /// A cell of a column, by eighths.
    pub column: [&'static str; 9],
}

impl Signs {
    pub fn of(borders: Borders) -> &'static Signs {
        match borders {
            Borders::Unicode => &UNICODE,
            Borders::Ascii => &ASCII,
        }
    }

    /// The sign in front of a reason, and its tone.
    pub fn mark(&self, mark: Mark) -> (&'static str, Tone) {
        match mark {
            Mark::Right => (self.right, Tone::Right),
            Mark::Wrong => (self.wrong, Tone::Wrong),
            Mark::Neutral => (" ", Tone::Text),
        }
    }

    /// A bar of `cells` for a share between 0 and 1. Something begun shows, and only the whole is full.
    pub fn share(&self, share: f64, cells: usize, tone: Tone) -> [Run; 2] {
        let exact = share.clamp(0.0, 1.0) * cells as f64;
        let filled = if share > 0.0 && exact < 1.0 { 1 } else { exact.floor() as usize }.min(cells);
        [run(self.full.repeat(filled), tone), run(self.empty.repeat(cells - filled), Tone::Border)]
    }
}

static UNICODE: Signs = Signs {
    cursor: "▸",
    right: "✓",
    wrong: "✗",
    partly: "◐",
    lifted: "↕",
    full: "━",
    empty: "─",
    bookmark: "◆",
    dot: "·",
    answered: "●",
    flag: "⚑",
    arrow: "→",
    bar: "│",
    below: "↓",
    more: ["↓ ", ""],
    point: "●",
    heat: ["·", "░", "▒", "▓", "█"],
    column: [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
};

static ASCII: Signs = Signs {
    cursor: ">",
    right: "+",
    wrong: "x",
    partly: "~",
    lifted: "=",
    full: "#",
    empty: ".",
    bookmark: "*",
    dot: ".",
    answered: "o",
    flag: "!",
    arrow: "->",
    bar: "|",
    below: "v",
    more: ["-- ", " --"],
    point: "O",
    heat: [".", "-", "+", "%", "#"],
    column: [" ", "_", "_", ".", ".", ":", ":", "#", "#"],
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_shows_what_was_begun_and_is_full_only_at_the_end() {
        let bar = |share| Signs::of(Borders::Ascii).share(share, 4, Tone::Right).map(|run| run.text).concat();
        assert_eq!([0.0, 0.01, 0.5, 0.99, 1.0].map(bar), ["....", "#...", "##..", "###.", "####"]);
    }
}
