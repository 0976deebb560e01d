//! Names that files and events use for chapters, sections, questions and scenarios.
//!
//! A name is checked where it enters (a course file, a command line) and trusted from then on. Names are part of file
//! paths, so they hold nothing but small Latin letters, digits and `-`.

use serde::{Deserialize, Serialize};
use std::borrow::Borrow;
use std::fmt;

/// Whether `text` may be an id: 1 to 64 of `a-z`, `0-9` and `-`, not starting with `-`.
pub fn is_slug(text: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (1..=64).contains(&text.len()) && text.bytes().all(allowed) && !text.starts_with('-')
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// The id as it was written; the caller has checked it or does not care.
            pub fn new(text: impl Into<String>) -> Self {
                $name(text.into())
            }

            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                $name(text.to_string())
            }
        }
    };
}

id! {
    /// A chapter: the name of its files without language and ending.
    ChapterId
}
id! {
    /// A question, unique in the course and stable for ever.
    QuestionId
}
id! {
    /// A section as `chapter#heading`.
    SectionId
}

id! {
    /// A scenario: the name of its file.
    ScenarioId
}

impl ChapterId {
    /// The section of this chapter under the heading with this id.
    pub fn section(&self, heading: &str) -> SectionId {
        SectionId(format!("{}#{heading}", self.0))
    }
}

impl SectionId {
    /// The chapter's part of the name.
    pub fn chapter(&self) -> ChapterId {
        ChapterId(self.0.split('#').next().unwrap_or_default().to_string())
    }

    /// The heading's part of the name, empty if there is none.
    pub fn heading(&self) -> &str {
        self.0.split_once('#').map_or("", |(_, heading)| heading)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_never_leaves_its_folder() {
        assert!(is_slug("s3-versus-ebs"));
        for bad in ["", "../etc", "S3", "a b", "-x", "버킷", "a/b"] {
            assert!(!is_slug(bad), "{bad}");
        }
    }

    #[test]
    fn a_section_knows_its_chapter() {
        let section = ChapterId::from("s3").section("durability");
        assert_eq!(section.as_str(), "s3#durability");
        assert_eq!((section.chapter().as_str(), section.heading()), ("s3", "durability"));
    }
}
