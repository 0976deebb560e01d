//! Where a link of a chapter leads.
//!
//! It must not open anything. A link never leaves the course's folder: a chapter is named by its id, not by a path.

use crate::domain::id::{ChapterId, SectionId, is_slug};
use crate::domain::outline::Outline;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Link {
    /// An address outside the course.
    Web(String),
    Chapter(ChapterId),
    Section(SectionId),
    Nowhere,
}

impl Link {
    /// Reads the target of a link in the chapter `from`: `s3.md`, `s3.md#cache`, `#cache` or an address.
    pub fn parse(target: &str, from: &ChapterId) -> Link {
        if ["https://", "http://", "mailto:"].iter().any(|scheme| target.starts_with(scheme)) {
            return Link::Web(target.to_string());
        }
        let (file, heading) = target.split_once('#').unwrap_or((target, ""));
        let named = file.strip_prefix("./").unwrap_or(file).strip_suffix(".md").filter(|id| is_slug(id));
        match (file, named, heading) {
            ("", _, "") => Link::Nowhere,
            ("", _, heading) => Link::Section(from.section(heading)),
            (_, Some(chapter), "") => Link::Chapter(chapter.into()),
            (_, Some(chapter), heading) => Link::Section(ChapterId::from(chapter).section(heading)),
            (_, None, _) => Link::Nowhere,
        }
    }

    /// Whether the link has an end. Addresses are taken on trust: nothing here goes online.
    pub fn exists_in(&self, outline: &Outline) -> bool {
        match self {
            Link::Web(_) => true,
            Link::Chapter(chapter) => outline.chapter(chapter.as_str()).is_some(),
            Link::Section(section) => outline.section(section).is_some(),
            Link::Nowhere => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(target: &str) -> Link {
        Link::parse(target, &"s3".into())
    }

    #[test]
    fn chapters_and_sections_are_named_by_id() {
        assert_eq!(link("vpc.md"), Link::Chapter("vpc".into()));
        assert_eq!(link("./vpc.md#subnet"), Link::Section("vpc#subnet".into()));
        assert_eq!(link("#when"), Link::Section("s3#when".into()));
        assert_eq!(link("https://aws.amazon.com/s3#x"), Link::Web("https://aws.amazon.com/s3#x".into()));
    }

    #[test]
    fn paths_lead_nowhere() {
        for bad in ["", "#", "../vpc.md", "/etc/passwd", "file:///etc/passwd", "vpc.html", "javascript:alert(1)"] {
            assert_eq!(link(bad), Link::Nowhere, "{bad}");
        }
    }
}
