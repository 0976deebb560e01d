//! Styled text broken into rows of a width.
//!
//! Lines break at blanks, as Korean does too (its words are not cut while a blank is near); a word that is longer than
//! a row breaks between grapheme clusters, and a list of Chinese or Japanese without blanks does likewise. It must not
//! lose a character or let a wide one stick out: ratatui's own `Paragraph::wrap` does both.

use super::width::{fitting, width};
use unicode_segmentation::UnicodeSegmentation;

/// A piece of text in one style. `S` is whatever the caller draws with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run<S> {
    pub text: String,
    pub style: S,
}

impl<S> Run<S> {
    pub fn new(text: impl Into<String>, style: S) -> Self {
        Run { text: text.into(), style }
    }
}

/// One row: runs whose widths add up to no more than the width asked for.
pub type Row<S> = Vec<Run<S>>;

/// Breaks `runs` into rows of at most `columns` cells. A line feed in a run starts a new row.
///
/// Blanks at a break vanish; everything else is kept. At least one grapheme stands on each row, so that a width of 0 or
/// 1 still ends. There is always at least one row.
pub fn wrap<S: Clone + PartialEq>(runs: &[Run<S>], columns: usize) -> Vec<Row<S>> {
    let mut wrapper = Wrapper {
        columns: columns.max(1),
        rows: Vec::new(),
        row: Vec::new(),
        used: 0,
        word: Vec::new(),
        word_width: 0,
        blank: None,
    };
    for run in runs {
        for grapheme in run.text.graphemes(true) {
            match grapheme {
                "\n" | "\r\n" => wrapper.end_row(),
                " " | "\t" => wrapper.blank(&run.style),
                _ => wrapper.letter(grapheme, &run.style),
            }
        }
    }
    wrapper.end_row();
    wrapper.rows
}

/// [`wrap`] for text of one style.
pub fn wrap_text(text: &str, columns: usize) -> Vec<String> {
    let rows = wrap(&[Run::new(text, ())], columns);
    rows.into_iter().map(|row| row.into_iter().map(|run| run.text).collect()).collect()
}

/// A row cut to `cells`, with `…` in the last cell when something is missing.
pub fn truncated_row<S>(row: Row<S>, cells: usize) -> Row<S> {
    if row_width(&row) <= cells {
        return row;
    }
    let mut room = cells;
    let mut cut = Row::new();
    for run in row {
        let wanted = width(&run.text);
        if wanted >= room {
            // Something is missing even where this run would just fit: the row is too long.
            let text =
                if room == 0 { String::new() } else { format!("{}…", fitting(&run.text, room - 1).trim_end()) };
            cut.push(Run { text, ..run });
            break;
        }
        room -= wanted;
        cut.push(run);
    }
    cut
}

/// Cells that a row takes.
pub fn row_width<S>(row: &[Run<S>]) -> usize {
    row.iter().map(|run| width(&run.text)).sum()
}

struct Wrapper<S> {
    columns: usize,
    rows: Vec<Row<S>>,
    row: Row<S>,
    used: usize,
    word: Row<S>,
    word_width: usize,
    /// The blanks between the row and the word: style of the first, and how many.
    blank: Option<(S, usize)>,
}

impl<S: Clone + PartialEq> Wrapper<S> {
    fn letter(&mut self, grapheme: &str, style: &S) {
        let cells = width(grapheme);
        if self.word_width + cells > self.columns {
            // The word alone is longer than a row: what is gathered fills one, and the rest goes on below.
            self.place_word();
            if self.used > 0 && self.used + cells > self.columns {
                self.break_row();
            }
        }
        push(&mut self.word, grapheme, style);
        self.word_width += cells;
    }

    fn blank(&mut self, style: &S) {
        self.place_word();
        match &mut self.blank {
            Some((_, count)) => *count += 1,
            None => self.blank = Some((style.clone(), 1)),
        }
    }

    fn place_word(&mut self) {
        if self.word.is_empty() {
            return;
        }
        let gap = self.blank.as_ref().map_or(0, |(_, count)| *count);
        if self.used + gap + self.word_width > self.columns && self.used > 0 {
            self.break_row();
        }
        if let Some((style, count)) = self.blank.take() {
            let room = self.columns.saturating_sub(self.used + self.word_width);
            for _ in 0..count.min(room) {
                push(&mut self.row, " ", &style);
                self.used += 1;
            }
        }
        for run in std::mem::take(&mut self.word) {
            push(&mut self.row, &run.text, &run.style);
        }
        self.used += std::mem::take(&mut self.word_width);
    }

    fn break_row(&mut self) {
        self.rows.push(std::mem::take(&mut self.row));
        self.used = 0;
        self.blank = None;
    }

    fn end_row(&mut self) {
        self.place_word();
        self.break_row();
    }
}

fn push<S: Clone + PartialEq>(row: &mut Row<S>, text: &str, style: &S) {
    match row.last_mut() {
        Some(last) if last.style == *style => last.text.push_str(text),
        _ => row.push(Run::new(text, style.clone())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn korean_breaks_at_blanks() {
        assert_eq!(
            wrap_text("가용 영역 하나가 멈춰도 서비스는 계속돼요", 16),
            ["가용 영역 하나가", "멈춰도 서비스는", "계속돼요"]
        );
    }

    #[test]
    fn a_word_longer_than_a_row_breaks_between_syllables() {
        assert_eq!(wrap_text("탄력적로드밸런서", 7), ["탄력적", "로드밸", "런서"]);
    }

    #[test]
    fn a_letter_wider_than_a_row_has_one_to_itself() {
        assert_eq!(wrap_text("가나", 1), ["가", "나"]);
        assert_eq!(wrap_text("a 가나", 1), ["a", "가", "나"]);
    }

    #[test]
    fn a_long_word_after_a_short_one_starts_below_it() {
        assert_eq!(wrap_text("an arn:aws:s3:::bucket", 8), ["an", "arn:aws:", "s3:::buc", "ket"]);
    }

    #[test]
    fn styles_survive_and_do_not_break_words() {
        let rows = wrap(&[Run::new("keep ", 'a'), Run::new("to", 'b'), Run::new("gether", 'a')], 9);
        assert_eq!(rows, vec![vec![Run::new("keep", 'a')], vec![Run::new("to", 'b'), Run::new("gether", 'a')]]);
    }

    #[test]
    fn a_row_that_is_cut_says_so() {
        let row = || vec![Run::new("호스트 ", 'a'), Run::new("이름", 'b'), Run::new(".", 'a')];
        let cut = |cells| truncated_row(row(), cells).into_iter().map(|run| run.text).collect::<String>();
        assert_eq!([12, 11, 9, 7, 1, 0].map(cut), ["호스트 이름.", "호스트 이…", "호스트 …", "호스트…", "…", ""]);
    }

    #[test]
    fn line_feeds_start_rows_and_leading_blanks_stay() {
        assert_eq!(wrap_text("a\n  b", 10), ["a", "  b"]);
        assert_eq!(wrap_text("", 10), [""]);
    }

    proptest! {
        #[test]
        fn no_row_is_too_wide_and_no_character_is_lost(text in "[ a-z가-힣（）\\-]{0,120}", columns in 2usize..40) {
            let rows = wrap_text(&text, columns);
            prop_assert!(rows.iter().all(|row| width(row) <= columns));
            let letters = |text: &str| text.chars().filter(|c| *c != ' ').collect::<String>();
            prop_assert_eq!(letters(&rows.concat()), letters(&text));
        }

        #[test]
        fn any_text_at_any_width_ends(text in any::<String>(), columns in 0usize..12) {
            prop_assert!(!wrap_text(&text, columns).is_empty());
        }
    }
}
