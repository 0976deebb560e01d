//! `quizzes/<chapter>.toml`: from TOML to checked questions.
//!
//! A question that cannot be asked is left out with the reason; one that can be asked with a blemish stays, with a
//! warning. It must not look at other files: sections, and ids of other chapters, are the check's business.

mod body;
mod option;
mod prompt;

use super::diagnostic::{Diagnostic, Report};
use super::fields::{At, Fields};
use super::lost::Lost;
use super::manifest::check_format;
use super::problem::{Problem, Rule};
use super::syntax::Readable;
use crate::domain::id::{QuestionId, SectionId, is_slug};
use crate::domain::question::{Difficulty, Question, Text};
use crate::text::Language;
use body::BodyReader;
pub(super) use option::check_translated;
pub use prompt::{one_line, with_gaps};
use std::ops::Range;

/// A question and the place of its header.
#[derive(Debug, Clone, PartialEq)]
pub struct Written {
    pub question: Question,
    pub bytes: Range<usize>,
    /// The place of `section`.
    pub section_bytes: Range<usize>,
}

/// Reads the questions of a file.
pub fn parse(path: &str, text: &str) -> (Vec<Written>, Vec<Diagnostic>) {
    let mut report = Report::new(path, text);
    let lost = |id: Option<&str>| Lost::Question(id.map(str::to_string));
    let readable = Readable::of(text);
    readable.report(|table, id| (table == "question").then(|| lost(id)), &mut report);
    let table = readable.table();
    let mut file = Fields::of_file(table.get_ref(), &["format"]);
    check_format(&mut file, &mut report);
    let mut questions = Vec::new();
    for mut fields in file.tables("question", &mut report) {
        let (mark, id) = (report.mark(), fields.peek("id").filter(|id| is_slug(id)));
        let question = read_question(&mut fields, &mut report);
        if question.is_none() {
            fields.give_up();
        }
        fields.finish(&[], &mut report);
        if question.is_none() {
            report.lose_since(mark, lost(id));
        }
        questions.extend(question);
    }
    file.finish(&[], &mut report);
    (questions, report.diagnostics)
}

fn read_question(fields: &mut Fields<'_>, report: &mut Report<'_>) -> Option<Written> {
    let bytes = fields.bytes();
    let id = fields.required_text("id", report);
    let kind = fields.required_text("kind", report);
    let section = fields.required_text("section", report);
    let difficulty = read_difficulty(fields, report);
    let prompt = fields.required_localized("prompt", report);
    let hints = read_hints(fields, report);
    let explanation = fields.localized("explanation", report).map_or_else(Text::empty, |text| text.value);
    let services = fields.texts("services", report);
    let topics = fields.texts("topics", report);
    let domains = fields.text_map("domains", report);
    let sources = fields.texts("sources", report);
    let verified = fields.date("verified", report);
    let revision = read_revision(fields, report);
    let shuffle = fields.boolean("shuffle", report).unwrap_or(true);
    let kind = kind?;
    let reader = BodyReader { fields, report, prompt: prompt.as_ref(), explanation: &explanation };
    let body = reader.read(&kind);
    for (key, text) in [("prompt", prompt.as_ref()), ("explanation", Some(&explanation))] {
        if let Some(text) = text {
            check_translated(key, text, &bytes, report);
        }
    }
    let id = id?;
    if !is_slug(&id.value) {
        report.add(Problem::BadId { id: id.value }, id.bytes);
        return None;
    }
    let section = section?;
    let question = Question {
        id: QuestionId::new(id.value),
        section: SectionId::new(section.value),
        difficulty,
        revision,
        shuffle,
        prompt: prompt?,
        hints,
        explanation,
        services,
        topics,
        domains,
        sources,
        verified,
        body: body?,
    };
    Some(Written { question, bytes, section_bytes: section.bytes })
}

fn read_difficulty(fields: &mut Fields<'_>, report: &mut Report<'_>) -> Difficulty {
    match fields.integer("difficulty", report) {
        Some(At { value: 1, .. }) => Difficulty::Recall,
        Some(At { value: 3, .. }) => Difficulty::Decide,
        Some(At { value: 2, .. }) | None => Difficulty::Apply,
        Some(At { bytes, .. }) => {
            report.add(Problem::OutOfRange { key: "difficulty", range: "1, 2, 3" }, bytes);
            Difficulty::Apply
        }
    }
}

fn read_revision(fields: &mut Fields<'_>, report: &mut Report<'_>) -> u32 {
    match fields.integer("revision", report) {
        None => 1,
        Some(At { value, bytes }) => u32::try_from(value).ok().filter(|revision| *revision > 0).unwrap_or_else(|| {
            report.add(Problem::OutOfRange { key: "revision", range: "1, 2, 3 …" }, bytes);
            1
        }),
    }
}

/// `hint` is one text or a list of texts, in each language: the lists are put side by side.
fn read_hints(fields: &mut Fields<'_>, report: &mut Report<'_>) -> Vec<Text> {
    let Some(lists) = fields.localized_texts("hint", report) else {
        return Vec::new();
    };
    let longest = lists.value.iter().map(|(_, list)| list.len()).max().unwrap_or(0);
    for language in Language::ALL.into_iter().filter(|_| longest > 0) {
        match lists.value.own(language).map(Vec::len) {
            None => report.add(Problem::MissingTranslation { key: "hint".to_string(), language }, fields.bytes()),
            Some(count) if count < longest => {
                report.add(Rule::FewerHints { language, count, longest }.into(), lists.bytes.clone());
            }
            Some(_) => {}
        }
    }
    let mut hints = vec![Text::empty(); longest];
    for (language, list) in lists.value.iter() {
        for (hint, text) in hints.iter_mut().zip(list) {
            hint.set(language, text.trim().to_string());
        }
    }
    hints
}

/// The names between pairs of braces, in order.
pub fn gap_names(prompt: &str) -> Vec<&str> {
    prompt.split("{{").skip(1).filter_map(|rest| rest.split_once("}}")).map(|(name, _)| name.trim()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::question::{Body, Kind};

    const HEAD: &str =
        "format = 1\n[[question]]\nid = \"q\"\nsection = \"s3#when\"\nprompt = \"Where?\"\nexplanation = \"So.\"\n";
    const OPTIONS: &str = "[[question.option]]\ncorrect = true\ntext = \"S3\"\nwhy = \"yes\"\n[[question.option]]\ntext = \"EBS\"\nwhy = \"no\"\n";

    fn read(body: &str) -> (Vec<Written>, Vec<(&'static str, String)>) {
        let (questions, diagnostics) = parse("quizzes/s3.toml", &format!("{HEAD}{body}"));
        (questions, diagnostics.iter().map(|found| (found.problem.code(), found.location())).collect())
    }

    fn refused(body: &str) -> Vec<(&'static str, String)> {
        let (questions, found) = read(body);
        assert_eq!(questions, [], "the question must be left out");
        found
    }

    #[test]
    fn options_get_letters_by_position() {
        let (questions, found) = read(&format!("kind = \"single\"\n{OPTIONS}"));
        assert_eq!(found, []);
        let Body::Single(choices) = &questions[0].question.body else { panic!("no single") };
        assert_eq!(
            choices.iter().map(|choice| (choice.id.as_str(), choice.correct)).collect::<Vec<_>>(),
            [("a", true), ("b", false)]
        );
    }

    #[test]
    fn every_kind_of_the_authors_guide_is_read() {
        let guide = include_str!("../../../docs/authoring.md");
        let start = guide.find("```toml\nformat = 1\n\n[[question]]").unwrap() + 8;
        let example = &guide[start..start + guide[start..].find("```").unwrap()];
        let (questions, diagnostics) = parse("guide.toml", example);
        assert_eq!(diagnostics, []);
        let mut kinds: Vec<Kind> = questions.iter().map(|written| written.question.kind()).collect();
        kinds.sort();
        assert_eq!(kinds, Kind::ALL.into_iter().filter(|kind| *kind != Kind::Multiple).collect::<Vec<_>>());
    }

    #[test]
    fn an_answer_key_must_hold_together() {
        let no_key = format!("kind = \"single\"\n{}", OPTIONS.replace("correct = true\n", ""));
        assert_eq!(refused(&no_key), [("question/no-correct-option", "quizzes/s3.toml:2:1".to_string())]);
        let two = format!("kind = \"single\"\n{}", OPTIONS.replace("text = \"EBS\"", "correct = true\ntext = \"EBS\""));
        assert_eq!(refused(&two)[0].0, "question/several-correct-options");
        assert_eq!(refused(&format!("kind = \"multiple\"\n{OPTIONS}"))[0].0, "question/too-few");
    }

    #[test]
    fn a_key_below_an_option_is_told_where_it_belongs() {
        let (_, found) = read(&format!("kind = \"single\"\n{OPTIONS}difficulty = 3\n"));
        assert_eq!(found, [("question/key-after-option", "quizzes/s3.toml:15:1".to_string())]);
    }

    #[test]
    fn a_missing_reason_is_a_warning_and_the_question_is_asked() {
        let (questions, found) = read(&format!("kind = \"single\"\n{}", OPTIONS.replace("why = \"no\"\n", "")));
        assert_eq!((questions.len(), found), (1, vec![("question/missing-why", "quizzes/s3.toml:12:1".to_string())]));
    }

    #[test]
    fn a_list_of_hints_is_as_long_in_every_language() {
        let hints = |hints: &str| read(&format!("kind = \"single\"\n{hints}{OPTIONS}")).1;
        assert_eq!(hints("hint = [\"a\", \"b\"]\n"), []);
        assert_eq!(
            hints("hint.en = [\"a\", \"b\"]\nhint.ko = \"가\"\n"),
            [("question/fewer-hints", "quizzes/s3.toml:8:1".to_string())]
        );
        assert_eq!(
            hints("hint.en = [\"a\", \"b\"]\n"),
            [("question/missing-translation", "quizzes/s3.toml:2:1".to_string())]
        );
    }

    #[test]
    fn gaps_and_blanks_fit_each_other() {
        let body = "kind = \"cloze\"\n[[question.blank]]\nname = \"where\"\naccept = [\"Region\"]\nwhy = \"x\"\n";
        assert_eq!(refused(body)[0].0, "question/blank-without-gap");
        assert_eq!(gap_names("in {{where}} or {{ copies }}"), ["where", "copies"]);
    }

    #[test]
    fn distractors_are_lettered_on_from_the_pairs() {
        let pair = "[[question.pair]]\nleft = \"l\"\nright = \"r\"\nwhy = \"x\"\n";
        let (questions, found) =
            read(&format!("kind = \"match\"\n{pair}{pair}[[question.distractor]]\ntext = \"EBS\"\nwhy = \"x\"\n"));
        assert_eq!(found, []);
        let Body::Match { distractors, .. } = &questions[0].question.body else { panic!("no match") };
        assert_eq!(distractors[0].id, "c");
    }

    #[test]
    fn an_answer_that_is_nothing_is_refused() {
        let found = refused("kind = \"short\"\naccept = [\" \"]\n");
        assert_eq!(found, [("question/no-accepted-answer", "quizzes/s3.toml:8:10".to_string())]);
    }

    #[test]
    fn a_question_with_a_slip_is_not_asked_with_what_is_left_of_it() {
        for (body, place) in [
            ("kind = \"number\"\nvalue = 1,800\n", "8:10"),
            ("kind = \"number\"\nvalue = 1\ntolerance = 0,5\n", "9:14"),
            ("kind = \"short\"\naccept.ko = [\"좌석 잡기, \"홀드\"]\n", "8:23"),
        ] {
            assert_eq!(refused(body), [("toml/syntax", format!("quizzes/s3.toml:{place}"))]);
        }
    }

    #[test]
    fn keys_of_a_question_that_was_refused_early_are_not_called_unknown() {
        assert_eq!(
            refused(&format!("kind = \"multi\"\n{OPTIONS}"))[..],
            [("question/unknown-kind", "quizzes/s3.toml:7:8".to_string())]
        );
        let negative =
            "kind = \"number\"\nvalue = 1\ntolerance = -1\nunit = \"GB\"\n[[question.trap]]\nvalue = 2\nwhy = \"w\"\n";
        assert_eq!(refused(negative)[..], [("question/negative-tolerance", "quizzes/s3.toml:9:13".to_string())]);
    }

    #[test]
    fn one_bad_question_leaves_the_others() {
        let text = format!("{HEAD}kind = \"riddle\"\n\n{}kind = \"single\"\n{OPTIONS}", &HEAD["format = 1\n".len()..]);
        let (questions, diagnostics) = parse("quizzes/s3.toml", &text);
        assert_eq!((questions.len(), diagnostics[0].problem.code()), (1, "question/unknown-kind"));
    }

    #[test]
    fn a_typed_question_explains_itself_and_a_text_without_translation_is_noted() {
        let text = format!("{HEAD}kind = \"number\"\nvalue = 3\n")
            .replace("explanation = \"So.\"\n", "")
            .replace("prompt =", "prompt.en =");
        let (_, diagnostics) = parse("quizzes/s3.toml", &text);
        let codes: Vec<_> = diagnostics.iter().map(|found| found.problem.code()).collect();
        assert_eq!(codes, ["question/missing-explanation", "question/missing-translation"]);
    }
}
