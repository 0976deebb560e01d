//! Content and journal text, made safe to show.
//!
//! Files of a course and lines of a journal are not trusted: an escape sequence in them must not reach the terminal,
//! and a bidirectional override must not make a line read differently from what it says. Nothing is dropped silently:
//! each such character becomes a visible mark. Hangul is composed (NFC), because terminals draw decomposed jamo apart.

use std::borrow::Cow;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// `text` in NFC, with `\r\n` as `\n` and every other control or direction character as a visible mark.
///
/// Line feeds and tabs stay. Returns the text itself when there is nothing to change.
///
/// ```
/// use awstutor::text::sanitize::clean;
/// assert_eq!(clean("\u{1b}[31mred"), "␛[31mred");
/// assert_eq!(clean("\u{1100}\u{1161}"), "가");
/// ```
pub fn clean(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_plain) {
        return Cow::Borrowed(text);
    }
    let composed = compose(text);
    if !composed.chars().any(is_unsafe) {
        return composed;
    }
    let unix = composed.replace("\r\n", "\n");
    Cow::Owned(unix.chars().map(|c| if is_unsafe(c) { mark(c) } else { c }).collect())
}

/// [`clean`] for one row: line feeds and tabs become blanks too.
pub fn clean_line(text: &str) -> Cow<'_, str> {
    let clean = clean(text);
    if clean.contains(['\n', '\t']) { Cow::Owned(clean.replace(['\n', '\t'], " ")) } else { clean }
}

/// `text` in NFC.
pub fn compose(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || is_nfc_quick(text.chars()) == IsNormalized::Yes {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.nfc().collect())
    }
}

/// `text` in NFKC: full-width letters, digits and signs, as an input method types them, become the plain ones.
pub fn compatible(text: &str) -> Cow<'_, str> {
    if text.is_ascii() { Cow::Borrowed(text) } else { Cow::Owned(text.nfkc().collect()) }
}

/// What most texts are made of, and what is composed and harmless for certain: it saves a look into Unicode's tables for
/// every character of a long chapter.
fn is_plain(c: char) -> bool {
    matches!(c, '\n' | '\t' | ' '..='~' | '\u{A0}'..='\u{FF}' | '\u{AC00}'..='\u{D7A3}' | '\u{2010}'..='\u{2027}' | '←'..='⇿' | '─'..='╿')
}

fn is_unsafe(c: char) -> bool {
    match c {
        '\n' | '\t' => false,
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200E}' | '\u{200F}' | '\u{FEFF}' => true,
        _ => c.is_control(),
    }
}

fn mark(c: char) -> char {
    match u32::from(c) {
        code @ 0..=0x1F => char::from_u32(0x2400 + code).unwrap_or('\u{FFFD}'),
        0x7F => '␡',
        _ => '\u{FFFD}',
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_plain_text_is_not_copied() {
        assert!(matches!(clean("가용 영역\n\tab"), Cow::Borrowed(_)));
    }

    #[test]
    fn windows_line_ends_become_line_feeds_and_a_lone_return_is_shown() {
        assert_eq!(clean("a\r\nb\rc"), "a\nb␍c");
    }

    #[test]
    fn a_direction_override_is_shown() {
        assert_eq!(clean("user\u{202E}nimda"), "user\u{FFFD}nimda");
    }

    proptest! {
        #[test]
        fn no_control_character_is_left(text in any::<String>()) {
            prop_assert!(clean_line(&text).chars().all(|c| !c.is_control()));
        }

        #[test]
        fn cleaning_twice_is_cleaning_once(text in any::<String>()) {
            let once = clean(&text).into_owned();
            prop_assert_eq!(clean(&once).into_owned(), once);
        }
    }
}
