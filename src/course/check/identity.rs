//! Advice about a course that has the id of the built-in one and is another: progress is kept under the id, so two courses
//! would write into one journal.
//!
//! The built-in course itself, and a copy in which nothing was changed, are the same course.

use super::place::{Step, find};
use crate::course::diagnostic::Report;
use crate::course::library::clean_file;
use crate::course::manifest;
use crate::course::problem::Rule;
use crate::course::source::Source;
use crate::course::syntax::Readable;

/// `report` is about the manifest of `course`.
pub fn check(course: &dyn Source, built_in: &dyn Source, report: &mut Report<'_>) {
    let readable = Readable::of(report.text());
    let table = readable.table();
    let id = table.get_ref().get("id").and_then(|id| id.get_ref().as_str());
    let theirs = manifest::parse(&clean_file(&built_in.read(manifest::PATH).unwrap_or_default())).0.id;
    if id == Some(theirs.as_str()) && !are_equal(course, built_in) {
        let bytes = find(table.get_ref(), &[Step::Key("id")]).unwrap_or_default();
        report.add(Rule::BuiltInId { id: theirs }.into(), bytes);
    }
}

/// Whether two courses have the same files. What an editor or a system leaves lying about is no part of a course, and
/// line ends are nobody's words.
fn are_equal(one: &dyn Source, other: &dyn Source) -> bool {
    let written = |source: &dyn Source| {
        let mut paths = source.paths();
        paths.retain(|path| path.ends_with(".md") || path.ends_with(".toml"));
        paths
    };
    let text = |source: &dyn Source, path: &str| source.read(path).ok().map(|text| text.replace("\r\n", "\n"));
    written(one) == written(other) && written(one).iter().all(|path| text(one, path) == text(other, path))
}

#[cfg(test)]
mod tests {
    use super::super::check_beside;
    use super::super::examples::{SINGLE, codes, course};
    use crate::course::diagnostic::Severity;

    #[test]
    fn another_course_has_another_id() {
        let built_in = course(SINGLE, "", "");
        let found = |change: &dyn Fn(&mut crate::course::source::InMemory)| {
            let mut copy = built_in.clone();
            change(&mut copy);
            check_beside(Box::new(copy), Some(&built_in), None)
        };
        assert_eq!(codes(&found(&|_| {})), [""; 0]);
        let with_windows_line_ends = found(&|copy| {
            copy.0.insert("content/.DS_Store".into(), "x".into());
            copy.0.values_mut().for_each(|text| *text = text.replace('\n', "\r\n"));
        });
        assert!(!codes(&with_windows_line_ends).iter().any(|found| found.contains("built-in-id")));
        let changed = found(&|copy| {
            copy.0.insert("quizzes/s3.toml".into(), SINGLE.replace("Think.", "Think again."));
        });
        assert_eq!(codes(&changed), ["content/course.toml:2:6 course/built-in-id"]);
        assert_eq!(changed.diagnostics[0].severity(), Severity::Advice);
        let renamed = found(&|copy| {
            let manifest = copy.0["content/course.toml"].replace("id = \"t\"", "id = \"mine\"");
            copy.0.insert("content/course.toml".into(), manifest);
        });
        assert_eq!(codes(&renamed), [""; 0]);
    }
}
