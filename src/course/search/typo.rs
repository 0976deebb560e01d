//! Latin words that are one slip of the finger away: a letter too many, too few, wrong, or two swapped.
//!
//! It must not forgive more than one slip, and works on ASCII words only.

use crate::text::slip::is_one_slip;
use std::ops::Range;

/// The words of a folded `text` that are `word` but for one slip.
pub(super) fn near_words<'a>(word: &'a str, text: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
    let mut from = 0;
    text.split(|c: char| !c.is_ascii_alphanumeric()).filter_map(move |candidate| {
        // Every piece is followed by one separator, of any length.
        let start = from;
        let end = start + candidate.len();
        from = end + text[end..].chars().next().map_or(0, char::len_utf8);
        is_one_slip(word.as_bytes(), candidate.as_bytes()).then_some(start..end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_text() {
        let text = "캐시와 cloudfront는 — cloudfronts";
        let near: Vec<&str> = near_words("clodfront", text).map(|range| &text[range]).collect();
        assert_eq!(near, ["cloudfront"]);
    }
}
