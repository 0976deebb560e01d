//! Where the files of a course come from, as far as this module cares: a path and its text.
//!
//! It must not open anything: the disk and the binary's own course stand behind the trait, in `store`.

use std::borrow::Cow;
use std::fmt::Debug;
use thiserror::Error;

/// A set of text files under paths with `/`, such as `content/en/s3.md`.
pub trait Source: Debug {
    /// The text of a file.
    ///
    /// # Errors
    /// [`Unreadable`] when there is no such file or it is no UTF-8 text.
    fn read(&self, path: &str) -> Result<Cow<'_, str>, Unreadable>;

    /// Every path, sorted.
    fn paths(&self) -> Vec<String>;
}

/// Why a file has no text.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Unreadable {
    #[error("no such file")]
    Missing,
    /// The path within the course of the file or folder that is the link.
    #[error("`{link}` is a link to a place outside the course")]
    Outside { link: String },
    #[error("it is a folder")]
    Folder,
    #[error("no permission to read it")]
    Denied,
    /// Lines count from 1.
    #[error("not UTF-8 text from line {line} on")]
    NotText { encoding: Encoding, line: usize },
    /// In the system's words.
    #[error("{0}")]
    Failed(String),
}

/// What a text that is not UTF-8 seems to be written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    Utf16,
    /// The Korean encoding of Windows, or EUC-KR.
    Cp949,
    Unknown,
}

/// The text in the bytes of a file.
///
/// # Errors
/// [`Unreadable::NotText`] with the encoding that the bytes look like.
pub fn text_of(bytes: Vec<u8>) -> Result<String, Unreadable> {
    // Latin letters in UTF-16 are UTF-8 with a zero byte beside each.
    let has_zeros = bytes.iter().filter(|byte| **byte == 0).count() * 4 > bytes.len();
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) || has_zeros {
        return Err(Unreadable::NotText { encoding: Encoding::Utf16, line: 1 });
    }
    String::from_utf8(bytes).map_err(|error| {
        let bad = error.utf8_error().valid_up_to();
        let bytes = error.as_bytes();
        let line = bytes[..bad].iter().filter(|byte| **byte == b'\n').count() + 1;
        let encoding = if looks_like_cp949(&bytes[bad..]) { Encoding::Cp949 } else { Encoding::Unknown };
        Unreadable::NotText { encoding, line }
    })
}

/// Whether most of what is not ASCII is pairs of bytes in the rows of Hangul syllables.
fn looks_like_cp949(bytes: &[u8]) -> bool {
    let (mut pairs, mut syllables) = (0, 0);
    let mut rest = bytes.iter();
    while let Some(first) = rest.find(|byte| !byte.is_ascii()) {
        let second = rest.next().copied().unwrap_or_default();
        pairs += 1;
        syllables += usize::from((0xB0..=0xC8).contains(first) && second >= 0xA1);
    }
    syllables * 2 > pairs
}

/// Files held in memory, for tests and for callers who have text and no folder.
#[derive(Debug, Clone, Default)]
pub struct InMemory(pub std::collections::BTreeMap<String, String>);

impl InMemory {
    pub fn new<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        InMemory(files.into_iter().map(|(path, text)| (path.to_string(), text.to_string())).collect())
    }
}

impl Source for InMemory {
    fn read(&self, path: &str) -> Result<Cow<'_, str>, Unreadable> {
        self.0.get(path).map(|text| Cow::Borrowed(text.as_str())).ok_or(Unreadable::Missing)
    }

    fn paths(&self) -> Vec<String> {
        self.0.keys().cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_that_are_no_text_are_told_apart() {
        let refused = |bytes: &[u8]| text_of(bytes.to_vec()).unwrap_err();
        let not_text = |encoding, line| Unreadable::NotText { encoding, line };
        assert_eq!(text_of("버킷".as_bytes().to_vec()).unwrap(), "버킷");
        assert_eq!(refused(&[0xFF, 0xFE, b'a', 0]), not_text(Encoding::Utf16, 1));
        assert_eq!(refused(b"f\0o\0"), not_text(Encoding::Utf16, 1));
        // "# 한글 제목" behind a line of ASCII.
        assert_eq!(refused(b"title\n# \xC7\xD1\xB1\xDB \xC1\xA6\xB8\xF1\n"), not_text(Encoding::Cp949, 2));
        assert_eq!(refused(b"one\ntwo\nEin f\xFCr zehn\n"), not_text(Encoding::Unknown, 3));
    }
}
