//! `quizzes/<chapter>.toml`: from TOML to checked questions.
//!
//! A question that cannot be asked is left out with the reason; one that can be asked with a blemish stays, with a
//! warning. It must not look at other files: sections, and ids of other chapters, are the check's business.

use super::diagnostic::{Diagnostic, Report};
use super::fields::{At, Fields, parse_table};
use super::manifest::check_format;
use super::problem::Problem;
use crate::domain::id::{QuestionId, SectionId, is_slug};
use crate::domain::normalize::normalized;
use crate::domain::question::{
    Accepted, Blank, Body, Choice, Difficulty, Fill, Item, OptionId, Pair, Question, Text, Trap, letter,
};
use crate::text::Language;
use std::ops::Range;

/// A question and the place of its header.
#[derive(Debug, Clone, PartialEq)]
pub struct Written {
    pub question: Question,
    pub bytes: Range<usize>,
    /// The place of `section`.
    pub section_bytes: Range<usize>,
}

/// Keys that belong to the question, not to its options.
const QUESTION_KEYS: [&str; 17] = [
    "id",
    "kind",
    "section",
    "difficulty",
    "prompt",
    "hint",
    "explanation",
    "services",
    "topics",
    "domains",
    "sources",
    "verified",
    "revision",
    "shuffle",
    "accept",
    "value",
    "answer",
];

/// Reads the questions of a file.
pub fn parse(path: &str, text: &str) -> (Vec<Written>, Vec<Diagnostic>) {
    let mut report = Report::new(path, text);
    let table = parse_table(text, &mut report);
    let mut file = Fields::new(table.get_ref(), 0..0);
    check_format(&mut file, &mut report);
    let mut questions = Vec::new();
    for mut fields in file.tables("question", &mut report) {
        questions.extend(read_question(&mut fields, &mut report));
        fields.finish(&[], &mut report);
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
    for hint in &hints {
        check_translated("hint", hint, &bytes, report);
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
    let mut hints = vec![Text::empty(); longest];
    for (language, list) in lists.value.iter() {
        for (hint, text) in hints.iter_mut().zip(list) {
            hint.set(language, text.trim().to_string());
        }
    }
    hints
}

/// Reads what the kind asks for, and reports into the same list.
struct BodyReader<'r, 'f, 't, 'p> {
    fields: &'r mut Fields<'f>,
    report: &'r mut Report<'t>,
    prompt: Option<&'p Text>,
    explanation: &'p Text,
}

impl BodyReader<'_, '_, '_, '_> {
    fn read(mut self, kind: &At<String>) -> Option<Body> {
        match kind.value.as_str() {
            "single" => self.single(),
            "multiple" => self.multiple(),
            "boolean" => self.boolean(),
            "short" => self.short(),
            "number" => self.number(),
            "order" => self.order(),
            "match" => self.pairs(),
            "cloze" => self.cloze(),
            _ => {
                self.report.add(Problem::UnknownKind { kind: kind.value.clone() }, kind.bytes.clone());
                None
            }
        }
    }

    fn single(&mut self) -> Option<Body> {
        let choices = self.choices()?;
        match choices.iter().filter(|choice| choice.correct).count() {
            1 => Some(Body::Single(choices)),
            0 => self.refuse(Problem::NoCorrectOption),
            count => self.refuse(Problem::SeveralCorrectOptions { count }),
        }
    }

    fn multiple(&mut self) -> Option<Body> {
        let choices = self.choices()?;
        match choices.iter().filter(|choice| choice.correct).count() {
            0 => self.refuse(Problem::NoCorrectOption),
            1 => self.refuse(Problem::TooFew { what: "correct = true", needed: 2 }),
            _ => Some(Body::Multiple(choices)),
        }
    }

    fn choices(&mut self) -> Option<Vec<Choice>> {
        let options = self.fields.tables("option", self.report);
        let choices = read_choices(options, Whys::Wanted, self.report);
        if choices.len() < 2 {
            self.refuse(Problem::TooFew { what: "[[question.option]]", needed: 2 })
        } else {
            Some(choices)
        }
    }

    fn boolean(&mut self) -> Option<Body> {
        let answer = self.fields.boolean("answer", self.report);
        if !self.fields.has("answer") {
            return self.refuse(Problem::MissingKey { key: "answer" });
        }
        let mut whys = self.fields.table("why", self.report);
        let mut why = |key| {
            let text = whys
                .as_mut()
                .and_then(|whys| whys.localized(key, self.report))
                .map_or_else(Text::empty, |text| text.value);
            check_why(&text, &self.fields.bytes(), self.report);
            text
        };
        let (why_true, why_false) = (why("true"), why("false"));
        if let Some(whys) = whys {
            whys.finish(&[], self.report);
        }
        Some(Body::Boolean { answer: answer?, why_true, why_false })
    }

    fn short(&mut self) -> Option<Body> {
        self.expect_explanation();
        let accept = read_accepted(self.fields, self.report)?;
        let mut traps = Vec::new();
        for mut trap in self.fields.tables("trap", self.report) {
            let answer = read_accepted(&mut trap, self.report);
            let why = read_why(&mut trap, self.report);
            trap.finish(&QUESTION_KEYS, self.report);
            traps.extend(answer.map(|answer| Trap { answer, why }));
        }
        Some(Body::Short { accept, traps })
    }

    fn number(&mut self) -> Option<Body> {
        self.expect_explanation();
        let value = self.fields.number("value", self.report);
        if !self.fields.has("value") {
            return self.refuse(Problem::MissingKey { key: "value" });
        }
        let tolerance = self.fields.number("tolerance", self.report);
        if let Some(At { bytes, .. }) = tolerance.as_ref().filter(|tolerance| tolerance.value < 0.0) {
            self.report.add(Problem::NegativeTolerance, bytes.clone());
            return None;
        }
        let unit = self.fields.localized("unit", self.report).map_or_else(Text::empty, |unit| unit.value);
        let mut traps = Vec::new();
        for mut trap in self.fields.tables("trap", self.report) {
            let answer = trap.number("value", self.report);
            let why = read_why(&mut trap, self.report);
            trap.finish(&QUESTION_KEYS, self.report);
            traps.extend(answer.map(|answer| Trap { answer: answer.value, why }));
        }
        Some(Body::Number {
            value: value?.value,
            tolerance: tolerance.map_or(0.0, |tolerance| tolerance.value),
            unit,
            traps,
        })
    }

    fn order(&mut self) -> Option<Body> {
        let items = self.items("item")?;
        if items.len() < 2 {
            self.refuse(Problem::TooFew { what: "[[question.item]]", needed: 2 })
        } else {
            Some(Body::Order(items))
        }
    }

    /// Items with a text and a reason, under `key`.
    fn items(&mut self, key: &'static str) -> Option<Vec<Item>> {
        let mut items = Vec::new();
        for (position, mut fields) in self.fields.tables(key, self.report).into_iter().enumerate() {
            let id = read_id(&mut fields, position, self.report);
            let text = fields.required_localized("text", self.report);
            let why = read_why(&mut fields, self.report);
            if let Some(text) = &text {
                check_translated("text", text, &fields.bytes(), self.report);
            }
            fields.finish(&QUESTION_KEYS, self.report);
            items.push(Item { id, text: text?, why });
        }
        self.distinct(items.iter().map(|item| &item.id)).then_some(items)
    }

    fn pairs(&mut self) -> Option<Body> {
        let mut pairs = Vec::new();
        for (position, mut fields) in self.fields.tables("pair", self.report).into_iter().enumerate() {
            let id = read_id(&mut fields, position, self.report);
            let left = fields.required_localized("left", self.report);
            let right = fields.required_localized("right", self.report);
            let why = read_why(&mut fields, self.report);
            for (key, text) in [("left", &left), ("right", &right)] {
                if let Some(text) = text {
                    check_translated(key, text, &fields.bytes(), self.report);
                }
            }
            fields.finish(&QUESTION_KEYS, self.report);
            pairs.push(Pair { id, left: left?, right: right?, why });
        }
        if pairs.len() < 2 {
            return self.refuse(Problem::TooFew { what: "[[question.pair]]", needed: 2 });
        }
        // Distractors are lettered on from the pairs: both stand on the right-hand side.
        let mut distractors = self.items("distractor")?;
        for (position, item) in distractors.iter_mut().enumerate() {
            if item.id == letter(position) {
                item.id = letter(pairs.len() + position);
            }
        }
        let ids = pairs.iter().map(|pair| &pair.id).chain(distractors.iter().map(|item| &item.id));
        self.distinct(ids).then_some(Body::Match { pairs, distractors })
    }

    fn cloze(&mut self) -> Option<Body> {
        let mut blanks: Vec<Blank> = Vec::new();
        for mut fields in self.fields.tables("blank", self.report) {
            let name = fields.required_text("name", self.report);
            let why = read_why(&mut fields, self.report);
            let fill = if fields.has("option") {
                let choices = read_choices(fields.tables("option", self.report), Whys::Optional, self.report);
                match choices.iter().filter(|choice| choice.correct).count() {
                    1 => Some(Fill::Chosen(choices)),
                    0 => self.refuse(Problem::NoCorrectOption),
                    count => self.refuse(Problem::SeveralCorrectOptions { count }),
                }
            } else {
                read_accepted(&mut fields, self.report).map(Fill::Typed)
            };
            fields.finish(&QUESTION_KEYS, self.report);
            blanks.push(Blank { name: name?.value, fill: fill?, why });
        }
        if blanks.is_empty() {
            return self.refuse(Problem::TooFew { what: "[[question.blank]]", needed: 1 });
        }
        self.gaps_fit(&blanks).then_some(Body::Cloze(blanks))
    }

    /// Whether the prompt of every language has each gap exactly once.
    fn gaps_fit(&mut self, blanks: &[Blank]) -> bool {
        let mut fit = true;
        let bytes = self.fields.bytes();
        for (language, prompt) in self.prompt.iter().flat_map(|prompt| prompt.iter()) {
            let gaps = gap_names(prompt);
            for gap in &gaps {
                if !blanks.iter().any(|blank| blank.name == *gap) {
                    self.report.add(Problem::GapWithoutBlank { name: gap.to_string(), language }, bytes.clone());
                    fit = false;
                }
            }
            for blank in blanks {
                if gaps.iter().filter(|gap| **gap == blank.name).count() != 1 {
                    self.report.add(Problem::BlankWithoutGap { name: blank.name.clone(), language }, bytes.clone());
                    fit = false;
                }
            }
        }
        fit
    }

    fn expect_explanation(&mut self) {
        if self.explanation.is_empty() {
            self.report.add(Problem::MissingExplanation, self.fields.bytes());
        }
    }

    fn distinct<'i>(&mut self, ids: impl Iterator<Item = &'i OptionId>) -> bool {
        match first_repeated(ids) {
            Some(id) => self.refuse::<()>(Problem::DuplicateOption { id }).is_some(),
            None => true,
        }
    }

    fn refuse<T>(&mut self, problem: Problem) -> Option<T> {
        self.report.add(problem, self.fields.bytes());
        None
    }
}

/// Whether each option has to say why.
#[derive(Clone, Copy, PartialEq)]
enum Whys {
    Wanted,
    Optional,
}

/// Options that hold together; none at all if two share an id.
fn read_choices(options: Vec<Fields<'_>>, whys: Whys, report: &mut Report<'_>) -> Vec<Choice> {
    let mut choices: Vec<Choice> = Vec::new();
    for (position, mut fields) in options.into_iter().enumerate() {
        let id = read_id(&mut fields, position, report);
        let correct = fields.boolean("correct", report).unwrap_or(false);
        let text = fields.required_localized("text", report);
        let why = match whys {
            Whys::Wanted => read_why(&mut fields, report),
            Whys::Optional => fields.localized("why", report).map_or_else(Text::empty, |why| why.value),
        };
        if let Some(text) = &text {
            check_translated("text", text, &fields.bytes(), report);
        }
        if choices.iter().any(|choice| choice.id == id) {
            report.add(Problem::DuplicateOption { id: id.clone() }, fields.bytes());
            return Vec::new();
        }
        fields.finish(&QUESTION_KEYS, report);
        choices.extend(text.map(|text| Choice { id, correct, text, why }));
    }
    choices
}

/// The id of an option: its own, or its letter by position.
fn read_id(fields: &mut Fields<'_>, position: usize, report: &mut Report<'_>) -> OptionId {
    match fields.text("id", report) {
        Some(id) if is_slug(&id.value) => id.value,
        Some(id) => {
            report.add(Problem::BadId { id: id.value }, id.bytes);
            letter(position)
        }
        None => letter(position),
    }
}

fn read_why(fields: &mut Fields<'_>, report: &mut Report<'_>) -> Text {
    let why = fields.localized("why", report).map_or_else(Text::empty, |why| why.value);
    check_why(&why, &fields.bytes(), report);
    why
}

fn check_why(why: &Text, bytes: &Range<usize>, report: &mut Report<'_>) {
    if why.is_empty() {
        report.add(Problem::MissingWhy, bytes.clone());
    }
    check_translated("why", why, bytes, report);
}

/// Notes a text that is written in some languages and not in all.
fn check_translated(key: &str, text: &Text, bytes: &Range<usize>, report: &mut Report<'_>) {
    for language in Language::ALL {
        if !text.is_empty() && text.own(language).is_none() {
            report.add(Problem::MissingTranslation { key: key.to_string(), language }, bytes.clone());
        }
    }
}

fn read_accepted(fields: &mut Fields<'_>, report: &mut Report<'_>) -> Option<Accepted> {
    if !fields.has("accept") {
        report.add(Problem::MissingKey { key: "accept" }, fields.bytes());
        return None;
    }
    let accept = fields.localized_texts("accept", report)?;
    let usable = |list: &Vec<String>| !list.is_empty() && list.iter().all(|spelling| !normalized(spelling).is_empty());
    if accept.value.is_empty() || !accept.value.iter().all(|(_, list)| usable(list)) {
        report.add(Problem::NoAcceptedAnswer { key: "accept".to_string() }, accept.bytes);
        return None;
    }
    Some(accept.value)
}

fn first_repeated<'i>(ids: impl Iterator<Item = &'i OptionId>) -> Option<OptionId> {
    let mut seen: Vec<&OptionId> = Vec::new();
    for id in ids {
        if seen.contains(&id) {
            return Some(id.clone());
        }
        seen.push(id);
    }
    None
}

/// The names between pairs of braces, in order.
pub fn gap_names(prompt: &str) -> Vec<&str> {
    prompt.split("{{").skip(1).filter_map(|rest| rest.split_once("}}")).map(|(name, _)| name.trim()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::question::Kind;

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
        let guide = include_str!("../../docs/authoring.md");
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
