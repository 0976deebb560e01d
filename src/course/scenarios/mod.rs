//! `quizzes/scenarios/<scenario>.toml`: from TOML to a checked scenario.
//!
//! A scenario with an error is left out, with every reason. It must not look at other files and must not evaluate
//! anything: sections, questions and what a plan comes to are the check's business.

mod case;
mod design;
mod what_if;

pub use design::wanted;

use super::diagnostic::{Diagnostic, Report, Severity};
use super::fields::{At, Fields};
use super::guess::Guess;
use super::lost::Lost;
use super::manifest::check_format;
use super::problem::{Named, Problem, Rule, ScenarioRule};
use super::questions::check_translated;
use super::syntax::Readable;
use crate::domain::id::{QuestionId, ScenarioId, SectionId, is_slug};
use crate::domain::outline::{ScenarioKind, ScenarioOutline};
use crate::domain::question::Text;
use crate::domain::scenario::{Kind, Scenario};

/// Keys that stand above the tables of the file.
const KEYS: [&str; 14] = [
    "format",
    "summary",
    "minutes",
    "brief",
    "debrief",
    "sections",
    "questions",
    "sources",
    "verified",
    "steps",
    "recommended",
    "teaches",
    "expert",
    "flags",
];

/// The file of a scenario.
pub fn path(id: &str) -> String {
    format!("quizzes/scenarios/{id}.toml")
}

/// Reads a scenario; `None` if it cannot be played.
pub fn parse(id: &ScenarioId, text: &str) -> (Option<Scenario>, Vec<Diagnostic>) {
    let path = path(id.as_str());
    let mut report = Report::new(&path, text);
    let readable = Readable::of(text);
    readable.report(|_, _| Some(Lost::Part), &mut report);
    let table = readable.table();
    let mut fields = Fields::of_file(table.get_ref(), &KEYS);
    check_format(&mut fields, &mut report);
    let scenario = read_scenario(id, &mut fields, &mut report);
    if scenario.is_none() {
        fields.give_up();
    }
    fields.finish(&[], &mut report);
    let is_sound = report.diagnostics.iter().all(|found| found.severity() != Severity::Error);
    (scenario.filter(|_| is_sound), report.diagnostics)
}

impl Scenario {
    pub fn outline(&self) -> ScenarioOutline {
        ScenarioOutline {
            id: self.id.clone(),
            kind: match self.kind {
                Kind::WhatIf(_) => ScenarioKind::WhatIf,
                Kind::Case(_) => ScenarioKind::Case,
            },
            title: self.title.clone(),
            summary: self.summary.clone(),
            minutes: self.minutes,
        }
    }
}

fn read_scenario(id: &ScenarioId, fields: &mut Fields<'_>, report: &mut Report<'_>) -> Option<Scenario> {
    let kind = fields.required_text("kind", report);
    let title = read_text(fields, "title", report);
    let summary = read_text(fields, "summary", report);
    let minutes = read_minutes(fields, report);
    let brief = read_text(fields, "brief", report);
    let debrief = read_text(fields, "debrief", report);
    let sections = fields.texts("sections", report).into_iter().map(SectionId::new).collect();
    let questions = fields.texts("questions", report).into_iter().map(QuestionId::new).collect();
    let sources = fields.texts("sources", report);
    let verified = fields.date("verified", report);
    let kind = read_kind(kind?, fields, report);
    Some(Scenario {
        id: id.clone(),
        title: title?,
        summary: summary?,
        minutes: minutes?,
        brief: brief?,
        sections,
        questions,
        sources,
        verified,
        debrief: debrief?,
        kind: kind?,
    })
}

fn read_kind(kind: At<String>, fields: &mut Fields<'_>, report: &mut Report<'_>) -> Option<Kind> {
    match kind.value.as_str() {
        "what-if" => what_if::read(fields, report).map(|what_if| Kind::WhatIf(Box::new(what_if))),
        "case" => case::read(fields, report).map(Kind::Case),
        _ => {
            add_unknown(Named::Kind, kind, &["what-if", "case"].map(str::to_string), report);
            None
        }
    }
}

fn read_minutes(fields: &mut Fields<'_>, report: &mut Report<'_>) -> Option<u32> {
    const KEY: &str = "minutes";
    if !fields.has(KEY) {
        report.add(Problem::MissingKey { key: KEY }, fields.bytes());
    }
    let At { value, bytes } = fields.integer(KEY, report)?;
    let minutes = u32::try_from(value).ok().filter(|minutes| *minutes > 0);
    if minutes.is_none() {
        report.add(Problem::OutOfRange { key: KEY, range: "1, 2, 3 …" }, bytes);
    }
    minutes
}

/// A text for readers, which must be there.
fn read_text(fields: &mut Fields<'_>, key: &'static str, report: &mut Report<'_>) -> Option<Text> {
    let text = fields.required_localized(key, report)?;
    check_translated(key, &text, &fields.bytes(), report);
    Some(text)
}

/// An id that must be there and that nothing else has.
fn read_new_id(fields: &mut Fields<'_>, taken: &mut Vec<String>, report: &mut Report<'_>) -> Option<String> {
    let At { value: id, bytes } = fields.required_text("id", report)?;
    if !is_slug(&id) {
        report.add_losing(Problem::BadId { id }, bytes, vec![Lost::Part]);
        return None;
    }
    if taken.contains(&id) {
        report.add_losing(Rule::IdTwice { id }.into(), bytes, vec![Lost::Part]);
        return None;
    }
    taken.push(id.clone());
    Some(id)
}

/// Names that must be among those there are; the others are noted.
fn known_names(names: Vec<At<String>>, what: Named, known: &[String], report: &mut Report<'_>) -> Vec<String> {
    let mut found = Vec::new();
    for name in names {
        if known.contains(&name.value) {
            found.push(name.value);
        } else {
            add_unknown(what, name, known, report);
        }
    }
    found
}

fn add_unknown(what: Named, name: At<String>, known: &[String], report: &mut Report<'_>) {
    let guess = match what {
        // Their remedies name every one of them.
        Named::Kind | Named::ComponentKind | Named::Metric | Named::Phase => Guess::nearest(&name.value, known),
        _ => Guess::among(&name.value, known),
    };
    report.add(ScenarioRule::Unknown { what, id: name.value, guess }.into(), name.bytes);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::scenario::{case_proof, proof};
    use crate::domain::simulation::design::{Class, Component, ComponentKind, Visit, Workload};
    use crate::domain::simulation::parameter::Fields as Parameters;

    const GUIDES: [&str; 2] =
        [include_str!("../../../docs/authoring.md"), include_str!("../../../docs/authoring.ko.md")];

    #[test]
    fn the_examples_of_the_authors_guides_are_read_and_proved() {
        for guide in GUIDES {
            let examples = guide.split("```toml\n").skip(1).filter_map(|rest| rest.split("```").next());
            let mut kinds = Vec::new();
            for example in examples.filter(|example| example.starts_with("format = 1\nkind = ")) {
                let (scenario, diagnostics) = parse(&"guide".into(), example);
                assert_eq!(diagnostics, []);
                match scenario.unwrap().kind {
                    Kind::WhatIf(what_if) => {
                        assert_eq!(proof::prove(&what_if), []);
                        kinds.push("what-if");
                    }
                    Kind::Case(case) => {
                        assert_eq!(case_proof::prove(&case), []);
                        kinds.push("case");
                    }
                }
            }
            assert_eq!(kinds, ["what-if", "case"]);
        }
    }

    #[test]
    fn the_guides_name_every_field_of_every_part() {
        let names =
            |part: &mut dyn Parameters| part.entries().into_iter().map(|(field, _)| field.name).collect::<Vec<_>>();
        for guide in GUIDES {
            let row = |part: &str| {
                let start = format!("| `{part}` |");
                guide.lines().find(|line| line.starts_with(&start)).unwrap_or_else(|| panic!("no row {start}"))
            };
            let every = guide.lines().find(|line| line.contains("`price-gb-second`")).unwrap();
            for name in ComponentKind::NAMES {
                let mut component = Component::new("x", ComponentKind::named(name).unwrap());
                for field in names(&mut component) {
                    let named = format!("`{field}`");
                    assert!(row(name).contains(&named) || every.contains(&named), "{name}: {field}");
                }
            }
            let parts: [(&str, Vec<&str>); 3] = [
                ("[workload]", names(&mut Workload::default())),
                ("[[class]]", names(&mut Class::new("x"))),
                ("visit", names(&mut Visit::new("x"))),
            ];
            for (part, fields) in parts {
                // `[[class]]` stands in the table of keys too: the row of numbers comes later.
                let start = format!("| `{part}` |");
                let row = guide.lines().rfind(|line| line.starts_with(&start)).unwrap();
                for field in fields {
                    assert!(row.contains(&format!("`{field}`")), "{part}: {field}");
                }
            }
        }
    }
}
