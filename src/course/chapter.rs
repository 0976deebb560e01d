//! A chapter: front matter and text.
//!
//! It must not look at other files: whether a link leads somewhere is the check's business.

use super::diagnostic::{Diagnostic, Report};
use super::fields::Fields;
use super::lost::Lost;
use super::markdown::{self, Document, Note, plain_text};
use super::problem::Problem;
use super::syntax::Readable;
use crate::text::sanitize::clean;
use std::collections::HashSet;
use std::ops::Range;

#[derive(Debug, Clone, PartialEq)]
pub struct Chapter {
    pub front: FrontMatter,
    pub document: Document,
    /// Length of the file in bytes, for how far a reader is.
    pub length: usize,
}

/// What stands between the two `+++` lines.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct FrontMatter {
    pub title: String,
    pub summary: String,
    pub objectives: Vec<String>,
    pub services: Vec<String>,
    pub topics: Vec<String>,
    pub sources: Vec<ChapterSource>,
}

/// Where the facts of a chapter come from.
#[derive(Debug, Clone, PartialEq)]
pub struct ChapterSource {
    pub url: String,
    pub title: String,
    pub verified: Option<jiff::civil::Date>,
}

impl FrontMatter {
    /// The day on which the oldest of its sources was checked.
    pub fn verified(&self) -> Option<jiff::civil::Date> {
        self.sources.iter().filter_map(|source| source.verified).min()
    }
}

/// Reads a chapter. `None` if there is no front matter to take a title from.
pub fn parse(path: &str, text: &str) -> (Option<Chapter>, Vec<Diagnostic>) {
    let mut report = Report::new(path, text);
    let Some(parts) = split(text) else {
        if let Some(inner) = text.strip_prefix(FENCE) {
            // The heading before which it should have closed.
            let heading = inner.find("\n## ").map_or(0, |feed| FENCE.len() + feed + 1);
            report.add(Problem::OpenFrontMatter, heading..text.len());
        } else {
            report.add(Problem::NoFrontMatter, 0..text.lines().next().map_or(0, str::len));
        }
        return (None, report.diagnostics);
    };
    let front = front_matter(text, &mut report);
    let document = markdown::parse(&text[parts.body..], parts.body);
    inspect(&document, &mut report);
    (front.map(|front| Chapter { front, document, length: text.len() }), report.diagnostics)
}

const FENCE: &str = "+++\n";
/// Keys that stand above the sources.
const KEYS: [&str; 4] = ["summary", "objectives", "services", "topics"];

struct Parts {
    front: Range<usize>,
    body: usize,
}

fn split(text: &str) -> Option<Parts> {
    let inner = text.strip_prefix(FENCE)?;
    // An empty front matter closes at once; any other closes on a line of its own.
    let at_the_end = || inner.strip_suffix("\n+++").map(str::len);
    let length = if inner.starts_with(FENCE) { 0 } else { inner.find("\n+++\n").or_else(at_the_end)? + 1 };
    let body = (2 * FENCE.len() + length).min(text.len());
    Some(Parts { front: FENCE.len()..FENCE.len() + length, body })
}

/// The front matter of a file behind blanks as long as what stands before it, so that its places are those of the file.
pub(super) fn front_matter_behind_blanks(text: &str) -> Option<String> {
    let bytes = split(text)?.front;
    let blanks: String = text[..bytes.start].chars().map(|c| if c == '\n' { '\n' } else { ' ' }).collect();
    Some(blanks + &text[bytes])
}

fn front_matter(text: &str, report: &mut Report<'_>) -> Option<FrontMatter> {
    let behind_blanks = front_matter_behind_blanks(text)?;
    let readable = Readable::of(&behind_blanks);
    readable.report(|_, _| None, report);
    let table = readable.table();
    let mut fields = Fields::of_file(table.get_ref(), &KEYS);
    let title = fields.required_text("title", report);
    let summary = fields.required_text("summary", report);
    let objectives = fields.texts("objectives", report);
    let services = fields.texts("services", report);
    let topics = fields.texts("topics", report);
    let mut sources = Vec::new();
    for mut source in fields.tables("source", report) {
        let url = source.required_text("url", report);
        let title = source.required_text("title", report);
        let verified = source.date("verified", report);
        source.finish(&[], report);
        if let (Some(url), Some(title)) = (url, title) {
            let line = |text: &str| clean(text).into_owned();
            sources.push(ChapterSource { url: line(&url.value), title: line(&title.value), verified });
        }
    }
    if sources.is_empty() {
        report.add(Problem::MissingSource, 0..3);
    }
    fields.finish(&[], report);
    Some(FrontMatter {
        title: title?.value,
        summary: summary.map(|summary| summary.value).unwrap_or_default(),
        objectives,
        services,
        topics,
        sources,
    })
}

/// The rules that one text can break on its own.
fn inspect(document: &Document, report: &mut Report<'_>) {
    if document.headings().next().is_some_and(|(position, _)| position > 0) {
        report.add(Problem::TextBeforeHeading, document.nodes[0].bytes.clone());
    }
    let mut seen = HashSet::new();
    for (position, heading) in document.headings() {
        let bytes = document.nodes[position].bytes.clone();
        if !(2..=3).contains(&heading.level) {
            report.add(Problem::HeadingLevel, bytes.clone());
        }
        if heading.id.is_empty() {
            let problem = Problem::HeadingWithoutId { title: plain_text(&heading.text) };
            report.add_losing(problem, bytes, vec![Lost::Section]);
        } else if !crate::domain::id::is_slug(&heading.id) {
            report.add_losing(Problem::BadId { id: heading.id.clone() }, bytes, vec![Lost::Section]);
        } else if !seen.insert(heading.id.as_str()) {
            report.add(Problem::DuplicateHeading { id: heading.id.clone() }, bytes);
        }
    }
    for (note, bytes) in &document.notes {
        let problem = match note {
            Note::Html => Problem::HtmlIgnored,
            Note::LiteralEmphasis(marks) => Problem::LiteralEmphasis { marks },
            Note::MissingFootnote(label) => Problem::BrokenLink { target: format!("[^{label}]") },
            Note::TooDeep => Problem::TooDeep,
        };
        report.add(problem, bytes.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRONT: &str = "+++\ntitle = \"S3\"\nsummary = \"Buckets.\"\n[[source]]\nurl = \"https://a\"\ntitle = \"A\"\nverified = 2026-11-22\n+++\n";

    fn found(text: &str) -> Vec<(&'static str, String)> {
        let (_, diagnostics) = parse("content/en/s3.md", text);
        diagnostics.iter().map(|found| (found.problem.code(), found.location())).collect()
    }

    #[test]
    fn a_whole_chapter_is_read_without_complaint() {
        let text = format!("{FRONT}\n## The full disk {{#problem}}\n\nText.\n");
        let (chapter, diagnostics) = parse("content/en/s3.md", &text);
        let chapter = chapter.unwrap();
        assert_eq!((chapter.front.title.as_str(), diagnostics.len()), ("S3", 0));
        assert_eq!(chapter.front.verified().unwrap().to_string(), "2026-11-22");
        assert_eq!(chapter.document.headings().next().unwrap().1.id, "problem");
    }

    #[test]
    fn places_in_the_front_matter_are_those_of_the_file() {
        assert_eq!(found(&FRONT.replace("summary", "sumary")), [("toml/unknown-key", "content/en/s3.md:3:1".into())]);
    }

    #[test]
    fn a_text_without_front_matter_is_no_chapter() {
        assert_eq!(found("# S3\n"), [("chapter/no-front-matter", "content/en/s3.md:1:1".into())]);
    }

    #[test]
    fn front_matter_that_does_not_close_is_told_so_where_the_text_begins() {
        let open = format!("{}\n## Why {{#why}}\n", FRONT.trim_end_matches("+++\n"));
        assert_eq!(found(&open), [("chapter/open-front-matter", "content/en/s3.md:9:1".into())]);
        assert_eq!(found("+++\ntitle = \"S3\"\n"), [("chapter/open-front-matter", "content/en/s3.md:1:1".into())]);
        assert_eq!(found(FRONT.trim_end()), []);
    }

    #[test]
    fn a_slip_in_the_front_matter_costs_its_line() {
        let (chapter, diagnostics) = parse("content/en/s3.md", &FRONT.replace("\"Buckets.\"", "\"Buckets."));
        let found: Vec<_> =
            diagnostics.iter().map(|found| format!("{} {}", found.location(), found.problem.code())).collect();
        assert_eq!(found[0], "content/en/s3.md:3:11 toml/syntax");
        assert_eq!(chapter.unwrap().front.title, "S3");
    }

    #[test]
    fn headings_need_an_id_of_their_own() {
        let text = format!("{FRONT}## A {{#a}}\n## B\n## C {{#a}}\n# D {{#d}}\n");
        let codes: Vec<_> = found(&text).into_iter().map(|(code, place)| format!("{code} {place}")).collect();
        assert_eq!(
            codes,
            [
                "chapter/heading-without-id content/en/s3.md:10:1",
                "chapter/duplicate-heading content/en/s3.md:11:1",
                "chapter/heading-level content/en/s3.md:12:1",
            ]
        );
    }
}
