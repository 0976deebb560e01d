//! What a name that leads nowhere could have meant: the one that is a slip of the pen away, or else what there is.
//!
//! It must not word anything: the problems do.

use crate::domain::id::{ChapterId, SectionId};
use crate::domain::outline::{ChapterOutline, Outline};
use crate::text::slip::one_slip_apart;

/// How many names are listed where none is near.
const LISTED: usize = 12;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Guess {
    /// A slip away.
    Nearest(String),
    /// What there is: the first few, and how many more.
    Among { first: Vec<String>, more: usize },
}

impl Guess {
    /// Nothing is known that could have been meant.
    pub const NONE: Guess = Guess::Among { first: Vec::new(), more: 0 };

    pub fn among<N: AsRef<str>>(name: &str, known: impl IntoIterator<Item = N>) -> Guess {
        let mut names: Vec<String> = Vec::new();
        for known in known {
            let known = known.as_ref();
            if one_slip_apart(known, name) {
                return Guess::Nearest(known.to_string());
            }
            if !names.iter().any(|name| name == known) {
                names.push(known.to_string());
            }
        }
        let more = names.len().saturating_sub(LISTED);
        names.truncate(LISTED);
        Guess::Among { first: names, more }
    }

    /// For names of which there are too many to list.
    pub fn nearest<N: AsRef<str>>(name: &str, known: impl IntoIterator<Item = N>) -> Guess {
        match Guess::among(name, known) {
            Guess::Among { .. } => Guess::NONE,
            nearest => nearest,
        }
    }

    pub fn question(id: &str, outline: &Outline) -> Guess {
        Guess::nearest(id, outline.questions().map(|question| question.id.as_str()))
    }

    /// A section that is near; else the sections of the chapter that was named, or the chapters there are.
    pub fn section(name: &SectionId, outline: &Outline) -> Guess {
        match Guess::nearest(name.as_str(), outline.chapters().flat_map(sections_of)) {
            Guess::Among { .. } => {}
            nearest => return nearest,
        }
        let chapter = name.chapter();
        // As a link would have it.
        if let Some(chapter) = chapter.as_str().strip_suffix(".md").map(ChapterId::from)
            && outline.section(&chapter.section(name.heading())).is_some()
        {
            return Guess::Nearest(chapter.section(name.heading()).to_string());
        }
        if let Some(chapter) = outline.chapter(chapter.as_str()) {
            return Guess::among(name.as_str(), sections_of(chapter));
        }
        let under = |chapter: &str| format!("{chapter}#…");
        Guess::among(&under(chapter.as_str()), outline.chapters().map(|chapter| under(chapter.id.as_str())))
    }
}

fn sections_of(chapter: &ChapterOutline) -> impl Iterator<Item = String> {
    chapter.sections.iter().map(|section| chapter.id.section(&section.id).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::outline::examples::outline;

    fn among(first: &[&str], more: usize) -> Guess {
        Guess::Among { first: first.iter().map(ToString::to_string).collect(), more }
    }

    #[test]
    fn a_slip_is_guessed_and_anything_else_is_told_what_there_is() {
        assert_eq!(Guess::among("rdis", ["db", "redis"]), Guess::Nearest("redis".into()));
        assert_eq!(Guess::among("rds", ["db", "redis", "db"]), among(&["db", "redis"], 0));
        assert_eq!(Guess::nearest("rds", ["db", "redis"]), Guess::NONE);
    }

    #[test]
    fn a_long_list_is_cut_and_counted() {
        let known: Vec<String> = (0..15).map(|number| format!("component-{number}")).collect();
        let Guess::Among { first, more } = Guess::among("db", &known) else { panic!("db is near to nothing") };
        assert_eq!((first.len(), first[11].as_str(), more), (12, "component-11", 3));
    }

    #[test]
    fn a_section_is_guessed_in_its_chapter() {
        let guess = |name: &str| Guess::section(&name.into(), &outline());
        assert_eq!(guess("s3#problems"), Guess::Nearest("s3#problem".into()));
        assert_eq!(guess("s3.md#summary"), Guess::Nearest("s3#summary".into()));
        assert_eq!(guess("s3#when"), among(&["s3#problem", "s3#summary"], 0));
        assert_eq!(guess("clod#when"), Guess::Nearest("cloud#…".into()));
        assert_eq!(guess("rds#when"), among(&["cloud#…", "aws#…", "s3#…"], 0));
    }
}
