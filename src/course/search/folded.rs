//! Text made comparable (NFC, lower case) with a way back to the offsets of the original.
//!
//! Almost all text keeps its byte lengths when folded, so only the places that do not are remembered.
//! It must not know queries or ranking.

use std::ops::Range;
use unicode_normalization::{UnicodeNormalization, is_nfc};
use unicode_segmentation::UnicodeSegmentation;

/// An original string beside its folded form.
#[derive(Debug, Clone)]
pub(super) struct Folded {
    original: Box<str>,
    text: Box<str>,
    /// In ascending order, in both texts.
    resized: Box<[Resized]>,
}

/// A piece whose folded form has other characters or another length. Outside of such pieces both texts run in step.
#[derive(Debug, Clone, PartialEq)]
struct Resized {
    folded: Range<usize>,
    original: Range<usize>,
}

impl Folded {
    pub(super) fn new(original: String) -> Self {
        let mut folding = Folding { text: String::with_capacity(original.len()), resized: Vec::new() };
        if is_nfc(&original) {
            folding.lower(&original, 0);
        } else {
            for (start, cluster) in original.grapheme_indices(true) {
                if is_nfc(cluster) {
                    folding.lower(cluster, start);
                } else {
                    folding.compose(cluster, start);
                }
            }
        }
        Self {
            original: original.into_boxed_str(),
            text: folding.text.into_boxed_str(),
            resized: folding.resized.into_boxed_slice(),
        }
    }

    pub(super) fn original(&self) -> &str {
        &self.original
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The smallest piece of the original that covers `folded`.
    pub(super) fn original_range(&self, folded: Range<usize>) -> Range<usize> {
        let start = match self.last_resized_before(folded.start + 1) {
            Some(piece) if folded.start < piece.folded.end => piece.original.start,
            Some(piece) => piece.original.end + (folded.start - piece.folded.end),
            None => folded.start,
        };
        let end = match self.last_resized_before(folded.end) {
            Some(piece) if folded.end <= piece.folded.end => piece.original.end,
            Some(piece) => piece.original.end + (folded.end - piece.folded.end),
            None => folded.end,
        };
        start..end
    }

    /// The last resized piece that starts before `offset` of the folded text.
    fn last_resized_before(&self, offset: usize) -> Option<&Resized> {
        let following = self.resized.partition_point(|piece| piece.folded.start < offset);
        self.resized[..following].last()
    }
}

struct Folding {
    text: String,
    resized: Vec<Resized>,
}

impl Folding {
    /// Appends `piece`, which stands at `start` of the original, character by character.
    fn lower(&mut self, piece: &str, start: usize) {
        for (offset, c) in piece.char_indices() {
            if c.is_ascii() {
                self.text.push(c.to_ascii_lowercase());
                continue;
            }
            let begin = self.text.len();
            self.text.extend(c.to_lowercase());
            if self.text.len() - begin != c.len_utf8() {
                self.resize(begin, start + offset..start + offset + c.len_utf8());
            }
        }
    }

    /// Appends a cluster that is not composed yet.
    fn compose(&mut self, cluster: &str, start: usize) {
        let begin = self.text.len();
        self.text.extend(cluster.nfc().flat_map(char::to_lowercase));
        self.resize(begin, start..start + cluster.len());
    }

    fn resize(&mut self, begin: usize, original: Range<usize>) {
        self.resized.push(Resized { folded: begin..self.text.len(), original });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn original_of<'a>(folded: &'a Folded, part: &str) -> &'a str {
        let start = folded.text().find(part).expect("a part of the folded text");
        &folded.original()[folded.original_range(start..start + part.len())]
    }

    #[test]
    fn plain_text_runs_in_step() {
        let folded = Folded::new("Amazon S3는 객체 스토리지".to_owned());
        assert_eq!(folded.text(), "amazon s3는 객체 스토리지");
        assert!(folded.resized.is_empty());
        assert_eq!(original_of(&folded, "s3는"), "S3는");
    }

    #[test]
    fn decomposed_text_is_found_where_it_stands() {
        let folded = Folded::new("VPC \u{1107}\u{1169}\u{110B}\u{1161}\u{11AB} Cafe\u{301}!".to_owned());
        assert_eq!(folded.text(), "vpc 보안 café!");
        assert_eq!(original_of(&folded, "안"), "\u{110B}\u{1161}\u{11AB}");
        assert_eq!(original_of(&folded, "fé"), "fe\u{301}");
        assert_eq!(original_of(&folded, "!"), "!");
    }

    #[test]
    fn letters_that_change_their_length() {
        let folded = Folded::new("\u{130}x \u{1E9E}y".to_owned());
        assert_eq!(folded.text(), "i\u{307}x ßy");
        assert_eq!(original_of(&folded, "i"), "\u{130}");
        assert_eq!(original_of(&folded, "\u{307}x"), "\u{130}x");
        assert_eq!(original_of(&folded, "ßy"), "\u{1E9E}y");
        assert_eq!(folded.original_range(0..0), 0..0);
    }

    proptest! {
        #[test]
        fn ranges_stay_on_boundaries(text in "[ -~가-힣ᄀ-ᇿ\u{300}-\u{36F}İẞKÅ\\PC]{0,40}", from in 0..80usize, to in 0..80usize) {
            let folded = Folded::new(text);
            let boundaries: Vec<usize> = folded.text().char_indices().map(|(offset, _)| offset).chain([folded.text().len()]).collect();
            let (from, to) = (from.min(to) % boundaries.len(), from.max(to) % boundaries.len());
            if from <= to {
                let range = folded.original_range(boundaries[from]..boundaries[to]);
                prop_assert!(folded.original().get(range).is_some());
            }
            prop_assert_eq!(folded.original_range(0..folded.text().len()), 0..folded.original().len());
        }
    }
}
