//! The `[[exam]]` tables of a manifest.
//!
//! An exam that cannot be held (no questions, no time, no domain) is left out with the reason. It must not look at
//! questions: whether their domains exist is the check's business.

use super::diagnostic::Report;
use super::fields::{At, Fields};
use super::lost::Lost;
use super::problem::{Problem, Rule};
use super::questions::check_translated;
use crate::domain::exam::{Exam, ExamDomain};
use crate::domain::question::Text;

const COUNT: &str = "1, 2, 3 …";

/// Reads every exam that holds together.
pub fn read_exams(manifest: &mut Fields<'_>, report: &mut Report<'_>) -> Vec<Exam> {
    let mut exams: Vec<Exam> = Vec::new();
    for mut fields in manifest.tables("exam", report) {
        let (bytes, mark) = (fields.bytes(), report.mark());
        let exam = read_exam(&mut fields, report);
        let lost = fields.peek("id").map_or(Lost::Exams, |id| Lost::Exam(id.to_string()));
        fields.finish(&[], report);
        report.lose_since(mark, lost);
        match exam {
            Some(exam) if exams.iter().any(|other| other.id == exam.id) => {
                report.add(Rule::IdTwice { id: exam.id }.into(), bytes);
            }
            exam => exams.extend(exam),
        }
    }
    exams
}

fn read_exam(fields: &mut Fields<'_>, report: &mut Report<'_>) -> Option<Exam> {
    let id = fields.required_id("id", report);
    let name = read_name(fields, report);
    let questions = count(fields, "questions", report);
    let minutes = count(fields, "minutes", report);
    let pass = required_number(fields, "pass", report);
    let pass = pass.and_then(|pass| within("pass", "0–1", pass, |pass| (0.0..=1.0).contains(&pass), report));
    let domains = read_domains(fields, report);
    // Domains that are there and refused have said so.
    if !fields.has("domain") {
        report.add(Problem::TooFew { what: "[[exam.domain]]", needed: 1 }, fields.bytes());
    }
    if domains.is_empty() {
        return None;
    }
    Some(Exam { id: id?, name: name?, questions: questions?, minutes: minutes?, pass: pass?, domains })
}

fn read_domains(exam: &mut Fields<'_>, report: &mut Report<'_>) -> Vec<ExamDomain> {
    let mut domains: Vec<ExamDomain> = Vec::new();
    for mut fields in exam.tables("domain", report) {
        let id = fields.required_id("id", report);
        let name = read_name(&mut fields, report);
        let weight = required_number(&mut fields, "weight", report);
        let weight = weight.and_then(|weight| within("weight", "> 0", weight, |weight| weight > 0.0, report));
        let bytes = fields.bytes();
        fields.finish(&[], report);
        let (Some(id), Some(name), Some(weight)) = (id, name, weight) else {
            continue;
        };
        if domains.iter().any(|domain| domain.id == id) {
            report.add(Rule::IdTwice { id }.into(), bytes);
        } else {
            domains.push(ExamDomain { id, name, weight });
        }
    }
    domains
}

fn read_name(fields: &mut Fields<'_>, report: &mut Report<'_>) -> Option<Text> {
    let name = fields.required_localized("name", report)?;
    check_translated("name", &name, &fields.place("name"), report);
    Some(name)
}

fn count(fields: &mut Fields<'_>, key: &'static str, report: &mut Report<'_>) -> Option<u32> {
    if !fields.has(key) {
        report.add(Problem::MissingKey { key }, fields.bytes());
    }
    let At { value, bytes } = fields.integer(key, report)?;
    let count = u32::try_from(value).ok().filter(|count| *count > 0);
    if count.is_none() {
        report.add(Problem::OutOfRange { key, range: COUNT }, bytes);
    }
    count
}

fn required_number(fields: &mut Fields<'_>, key: &'static str, report: &mut Report<'_>) -> Option<At<f64>> {
    if !fields.has(key) {
        report.add(Problem::MissingKey { key }, fields.bytes());
    }
    fields.number(key, report)
}

fn within(
    key: &'static str,
    range: &'static str,
    number: At<f64>,
    fits: impl Fn(f64) -> bool,
    report: &mut Report<'_>,
) -> Option<f64> {
    if fits(number.value) {
        return Some(number.value);
    }
    report.add(Problem::OutOfRange { key, range }, number.bytes);
    None
}

#[cfg(test)]
mod tests {
    use super::super::syntax::Readable;
    use super::*;

    const EXAM: &str = "[[exam]]\nid = \"clf\"\nname = \"CLF\"\nquestions = 65\nminutes = 90\npass = 0.7\n[[exam.domain]]\nid = \"billing\"\nname = \"Billing\"\nweight = 12\n";

    fn read(text: &str) -> (Vec<Exam>, Vec<String>) {
        let mut report = Report::new("course.toml", text);
        let readable = Readable::of(text);
        let table = readable.table();
        let exams = read_exams(&mut Fields::of_file(table.get_ref(), &[]), &mut report);
        let found = report.diagnostics.iter().map(|found| format!("{} {}", found.location(), found.problem.code()));
        (exams, found.collect())
    }

    #[test]
    fn an_exam_has_its_figures_and_domains() {
        let (exams, found) = read(EXAM);
        assert_eq!(found, [""; 0]);
        assert_eq!((exams[0].questions, exams[0].minutes, exams[0].pass), (65, 90, 0.7));
        assert_eq!(exams[0].domain("billing").unwrap().weight, 12.0);
        assert_eq!(exams[0].domain("secure"), None);
    }

    #[test]
    fn an_exam_that_cannot_be_held_is_left_out() {
        for (slip, expected) in [
            (EXAM.replace("pass = 0.7", "pass = 70"), "course.toml:6:8 toml/out-of-range"),
            (EXAM.replace("minutes = 90\n", ""), "course.toml:1:1 toml/missing-key"),
            (EXAM.replace("questions = 65", "questions = 0"), "course.toml:4:13 toml/out-of-range"),
            (EXAM[..EXAM.find("[[exam.domain]]").unwrap()].to_string(), "course.toml:1:1 question/too-few"),
        ] {
            assert_eq!(read(&slip), (Vec::new(), vec![expected.to_string()]), "{slip}");
        }
        let (_, found) = read(&EXAM.replace("weight = 12", "weight = 0"));
        assert_eq!(found, ["course.toml:10:10 toml/out-of-range"]);
    }

    #[test]
    fn names_are_written_in_every_language() {
        let half = EXAM.replace("name = \"CLF\"", "name.en = \"CLF\"").replace("name = \"Bill", "name.ko = \"Bill");
        let (exams, found) = read(&half);
        assert_eq!(exams.len(), 1);
        assert_eq!(
            found,
            ["course.toml:3:1 question/missing-translation", "course.toml:9:1 question/missing-translation"]
        );
    }

    #[test]
    fn the_second_exam_with_an_id_is_left_out() {
        let (exams, found) = read(&format!("{EXAM}{EXAM}"));
        assert_eq!((exams.len(), found), (1, vec!["course.toml:11:1 id/twice".to_string()]));
    }
}
