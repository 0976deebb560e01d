//! How many terminal cells a text takes.
//!
//! The one measure of the program: layout, tables and cursors all ask here, and it agrees with what ratatui's buffer
//! writes. It must not guess per character: a grapheme cluster is one unit.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Cells that `text` takes on one row: 2 for a Hangul syllable, 1 for a Latin letter, 0 for a combining mark.
///
/// ```
/// assert_eq!(awstutor::text::width::width("S3 버킷"), 7);
/// ```
pub fn width(text: &str) -> usize {
    if text.is_ascii() {
        return text.len();
    }
    text.width() + text.chars().filter(|c| matches!(c, '\u{FF9E}' | '\u{FF9F}')).count()
}

/// The longest start of `text` that fits into `cells`, never half a grapheme.
pub fn fitting(text: &str, cells: usize) -> &str {
    let mut used = 0;
    for (start, grapheme) in text.grapheme_indices(true) {
        used += width(grapheme);
        if used > cells {
            return &text[..start];
        }
    }
    text
}

/// `text` cut to `cells`, with `…` in the last cell when something is missing.
pub fn truncated(text: &str, cells: usize) -> String {
    if width(text) <= cells {
        return text.to_string();
    }
    if cells == 0 {
        return String::new();
    }
    format!("{}…", fitting(text, cells - 1).trim_end())
}

/// `text` cut or filled with blanks to exactly `cells`.
pub fn padded(text: &str, cells: usize) -> String {
    let mut row = truncated(text, cells);
    row.extend(std::iter::repeat_n(' ', cells.saturating_sub(width(&row))));
    row
}

/// Text that ends at `cells`; a longer one is left as it is.
pub fn right_aligned(text: &str, cells: usize) -> String {
    " ".repeat(cells.saturating_sub(width(text))) + text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hangul_takes_two_cells_and_is_never_halved() {
        assert_eq!(width("가용 영역"), 9);
        assert_eq!(fitting("가용 영역", 3), "가");
        assert_eq!(truncated("가용 영역", 6), "가용…");
        assert_eq!(padded("가용", 6), "가용  ");
    }

    #[test]
    fn a_width_of_zero_holds_nothing() {
        assert_eq!(truncated("버킷", 0), "");
        assert_eq!(padded("", 0), "");
    }

    #[test]
    fn it_agrees_with_ratatui() {
        use ratatui::buffer::CellWidth;
        for text in ["a", "가", "ｱﾞ", "é", "①", "─", "👨‍👩‍👧", "e\u{301}"] {
            assert_eq!(width(text), usize::from(text.cell_width()), "{text}");
        }
    }
}
