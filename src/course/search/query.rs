//! What was typed, taken apart into words and the ways to find each of them.
//!
//! It must not look at any text of the course.

use super::pattern::{Pattern, Unit};
use crate::text::hangul;
use unicode_normalization::UnicodeNormalization;

/// Shorter words are too easily one letter away from another.
const LETTERS_FOR_A_TYPO: usize = 5;

/// The words of a query; all of them must be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Query {
    pub(super) words: Vec<Word>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// The most likely one first.
    pub(super) patterns: Vec<Pattern>,
    /// The word itself, if it is Latin and long enough to be forgiven a typo.
    pub(super) latin: Option<String>,
}

impl Query {
    pub(super) fn parse(typed: &str) -> Self {
        let typed: String = typed.nfc().flat_map(char::to_lowercase).collect();
        let mut texts: Vec<&str> = Vec::new();
        for text in typed.split_whitespace() {
            if !texts.contains(&text) {
                texts.push(text);
            }
        }
        let still_typing = typed.ends_with(|c: char| !c.is_whitespace());
        let last = texts.len().wrapping_sub(1);
        let words = texts.iter().enumerate().map(|(at, text)| Word::parse(text, still_typing && at == last));
        Self { words: words.collect() }
    }
}

impl Word {
    /// `open`: the last syllable may be half typed.
    fn parse(text: &str, open: bool) -> Self {
        let letters: Vec<char> = text.chars().flat_map(jamo_apart).collect();
        let initials = letters.iter().filter(|&&c| hangul::is_initial(c)).count();
        let by_initials = initials > 1 || letters.first().is_some_and(|&c| hangul::is_initial(c));
        let mut patterns = Vec::new();
        if let Some((&last, before)) = letters.split_last() {
            let before = || before.iter().map(|&c| inner_unit(c));
            let end = if open { Unit::beginning(last) } else { inner_unit(last) };
            patterns.extend(Pattern::new(before().chain([end]), by_initials));
            if let Some((stays, leaves)) = hangul::carry(last).filter(|_| open) {
                let end = [Unit::exactly(stays), Unit::beginning(leaves)];
                patterns.extend(Pattern::new(before().chain(end), by_initials));
            }
        }
        Self { patterns, latin: forgivable(text) }
    }
}

/// A consonant alone stands for its syllables anywhere; a syllable that is not the last one typed is complete.
fn inner_unit(c: char) -> Unit {
    if hangul::is_initial(c) { Unit::beginning(c) } else { Unit::exactly(c) }
}

/// An input method may have joined two initial consonants to a cluster.
fn jamo_apart(c: char) -> impl Iterator<Item = char> {
    let (first, second) = hangul::split_cluster(c).map_or((c, None), |(first, second)| (first, Some(second)));
    [Some(first), second].into_iter().flatten()
}

fn forgivable(text: &str) -> Option<String> {
    let letters = text.bytes().filter(u8::is_ascii_alphabetic).count();
    let is_latin = text.bytes().all(|byte| byte.is_ascii_alphanumeric());
    (is_latin && letters >= LETTERS_FOR_A_TYPO).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(typed: &str) -> usize {
        Query::parse(typed).words.len()
    }

    #[test]
    fn words_are_separated_by_spaces_and_counted_once() {
        assert_eq!(texts("  \u{3000} \n"), 0);
        assert_eq!(texts("S3 버킷 s3"), 2);
    }

    #[test]
    fn only_the_word_at_the_end_is_open() {
        let open = Query::parse("보안 보안").words;
        assert_eq!(open, Query::parse("보안").words);
        let complete = Query::parse("보안 ").words;
        assert_ne!(open, complete);
        assert_eq!(complete[0].patterns.len(), 1);
    }

    #[test]
    fn clusters_are_initials_side_by_side() {
        assert_eq!(Query::parse("ㅄ").words[0].patterns[0], Query::parse("ㅂㅅ").words[0].patterns[0]);
    }

    #[test]
    fn typos_are_for_long_latin_words() {
        let latin = |typed| Query::parse(typed).words[0].latin.is_some();
        assert!(latin("Lambda") && latin("route53"));
        assert!(!latin("ec2") && !latin("lamb") && !latin("클라우드프런트"));
    }
}
