//! Latin words that are one slip of the finger away: a letter too many, too few, wrong, or two swapped.
//!
//! It must not forgive more than one slip, and works on ASCII words only.

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

fn is_one_slip(typed: &[u8], meant: &[u8]) -> bool {
    let same = typed.iter().zip(meant).take_while(|(a, b)| a == b).count();
    let (typed, meant) = (&typed[same..], &meant[same..]);
    let same = typed.iter().rev().zip(meant.iter().rev()).take_while(|(a, b)| a == b).count();
    match (&typed[..typed.len() - same], &meant[..meant.len() - same]) {
        ([_], []) | ([], [_]) | ([_], [_]) => true,
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slip() {
        for typed in ["clodfront", "cloudfrontt", "cloudfromt", "cluodfront", "loudfront", "cloudfrotn"] {
            assert!(is_one_slip(typed.as_bytes(), b"cloudfront"), "{typed}");
        }
        for typed in ["cloudfront", "clodfrnt", "cloud", "fcloudfrnot", ""] {
            assert!(!is_one_slip(typed.as_bytes(), b"cloudfront"), "{typed}");
        }
    }

    #[test]
    fn words_of_a_text() {
        let text = "캐시와 cloudfront는 — cloudfronts";
        let near: Vec<&str> = near_words("clodfront", text).map(|range| &text[range]).collect();
        assert_eq!(near, ["cloudfront"]);
    }
}
