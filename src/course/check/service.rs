//! Advice about the services that texts name: each has a chapter, or a name in `[services]`, by which statistics call it.
//!
//! A slip in such an id would make a service of its own.

use super::ChapterText;
use super::place::{Step, find};
use crate::course::chapter::front_matter_behind_blanks;
use crate::course::diagnostic::Report;
use crate::course::guess::Guess;
use crate::course::problem::Rule;
use crate::course::syntax::Readable;
use crate::domain::outline::Outline;
use std::ops::Range;

pub fn check(outline: &Outline, service: &str, bytes: impl Fn() -> Range<usize>, report: &mut Report<'_>) {
    if outline.chapter(service).is_some() || outline.services.contains_key(service) {
        return;
    }
    let chapters = outline.chapters().map(|chapter| chapter.id.as_str());
    let guess = Guess::nearest(service, chapters.chain(outline.services.keys().map(String::as_str)));
    report.add(Rule::UnknownService { service: service.to_string(), guess }.into(), bytes());
}

/// The services in the front matter of a chapter.
pub fn check_chapter(outline: &Outline, file: &ChapterText<'_>, report: &mut Report<'_>) {
    for (place, service) in file.chapter.front.services.iter().enumerate() {
        let bytes = || place_in_front(file, &[Step::Key("services"), Step::Nth(place)]);
        check(outline, service, bytes, report);
    }
}

fn place_in_front(file: &ChapterText<'_>, steps: &[Step]) -> Range<usize> {
    let front = front_matter_behind_blanks(file.text).unwrap_or_default();
    let readable = Readable::of(&front);
    let table = readable.table();
    find(table.get_ref(), steps).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::check;
    use super::super::examples::{SINGLE, codes, course};

    #[test]
    fn a_chapter_names_services_that_are_known() {
        let mut files = course(SINGLE, "", "");
        let text =
            files.0["content/en/s3.md"].replace("summary = \"s\"\n", "summary = \"s\"\nservices = [\"s3\", \"efs\"]\n");
        files.0.insert("content/en/s3.md".into(), text);
        assert_eq!(codes(&check(Box::new(files), None)), ["content/en/s3.md:4:19 course/unknown-service"]);
    }
}
