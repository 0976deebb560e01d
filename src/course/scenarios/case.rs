//! The part of a scenario's file that is a case: steps, options, flags, endings.
//!
//! It must not walk the case: whether every state makes sense is proved elsewhere.

use super::{add_unknown, known_names, read_new_id, read_text};
use crate::course::diagnostic::Report;
use crate::course::fields::{At, Fields};
use crate::course::problem::{Named, Problem};
use crate::domain::scenario::case::{Case, CaseOption, Condition, Ending, Literal, Note, Step, Way};

/// The most points that one decision can bring.
const MOST_POINTS: i64 = 3;

/// Reads a case; what it names is looked up when everything has been read.
pub fn read(fields: &mut Fields<'_>, report: &mut Report<'_>) -> Option<Case> {
    let start = fields.required_text("start", report);
    let expert = fields.placed_texts("expert", report);
    let flags = fields.texts("flags", report);
    let mut reader = Reader { flags: &flags, places: Vec::new(), options: Vec::new(), targets: Vec::new(), report };
    let steps: Vec<Step> =
        fields.tables("step", reader.report).into_iter().filter_map(|step| reader.step(step)).collect();
    let endings: Vec<Ending> =
        fields.tables("ending", reader.report).into_iter().filter_map(|ending| reader.ending(ending)).collect();
    let Reader { places, options, targets, .. } = reader;
    for (what, count) in [("[[step]]", steps.len()), ("[[ending]]", endings.len())] {
        if count == 0 {
            report.add_to_file(Problem::TooFew { what, needed: 1 });
        }
    }
    known_names(targets, Named::Step, &places, report);
    let expert = known_names(expert, Named::Option, &options, report);
    let start = start?;
    if !steps.iter().any(|step| step.id == start.value) {
        let id = start.value.clone();
        add_unknown(Named::Step, start, &places, report);
        return Some(Case { start: id, expert, flags, steps, endings });
    }
    Some(Case { start: start.value, expert, flags, steps, endings })
}

struct Reader<'r, 't> {
    flags: &'r [String],
    /// Steps and endings.
    places: Vec<String>,
    options: Vec<String>,
    /// What options lead to.
    targets: Vec<At<String>>,
    report: &'r mut Report<'t>,
}

impl Reader<'_, '_> {
    fn step(&mut self, mut fields: Fields<'_>) -> Option<Step> {
        let id = read_new_id(&mut fields, &mut self.places, self.report);
        let text = read_text(&mut fields, "text", self.report);
        let notes = fields.tables("note", self.report).into_iter().filter_map(|note| self.note(note)).collect();
        let options: Vec<CaseOption> =
            fields.tables("option", self.report).into_iter().filter_map(|option| self.option(option)).collect();
        if !fields.has("option") {
            self.report.add(Problem::TooFew { what: "[[step.option]]", needed: 1 }, fields.bytes());
        }
        fields.finish(&[], self.report);
        Some(Step { id: id?, text: text?, notes, options })
    }

    fn note(&mut self, mut fields: Fields<'_>) -> Option<Note> {
        let when = self.condition(&mut fields);
        let text = read_text(&mut fields, "text", self.report);
        fields.finish(&[], self.report);
        Some(Note { when, text: text? })
    }

    fn option(&mut self, mut fields: Fields<'_>) -> Option<CaseOption> {
        let id = read_new_id(&mut fields, &mut self.options, self.report);
        let text = read_text(&mut fields, "text", self.report);
        let outcome = read_text(&mut fields, "outcome", self.report);
        let why = read_text(&mut fields, "why", self.report);
        let points = self.points(&mut fields);
        let set = self.flags(&mut fields, "set");
        let clear = self.flags(&mut fields, "clear");
        let when = self.condition(&mut fields);
        let ways = self.ways(&mut fields);
        fields.finish(&[], self.report);
        Some(CaseOption { id: id?, text: text?, outcome: outcome?, why: why?, points, set, clear, when, ways })
    }

    fn ending(&mut self, mut fields: Fields<'_>) -> Option<Ending> {
        let id = read_new_id(&mut fields, &mut self.places, self.report);
        let title = read_text(&mut fields, "title", self.report);
        let text = read_text(&mut fields, "text", self.report);
        if !fields.has("won") {
            self.report.add(Problem::MissingKey { key: "won" }, fields.bytes());
        }
        let won = fields.boolean("won", self.report).unwrap_or(false);
        fields.finish(&[], self.report);
        Some(Ending { id: id?, title: title?, text: text?, won })
    }

    /// No points, if nothing is said.
    fn points(&mut self, fields: &mut Fields<'_>) -> u32 {
        let Some(At { value, bytes }) = fields.integer("points", self.report) else {
            return 0;
        };
        if !(0..=MOST_POINTS).contains(&value) {
            self.report.add(Problem::OutOfRange { key: "points", range: "0, 1, 2, 3" }, bytes);
        }
        value.clamp(0, MOST_POINTS) as u32
    }

    fn flags(&mut self, fields: &mut Fields<'_>, key: &'static str) -> Vec<String> {
        known_names(fields.placed_texts(key, self.report), Named::Flag, self.flags, self.report)
    }

    /// Flags that must be set, and with `!` those that must not.
    fn condition(&mut self, fields: &mut Fields<'_>) -> Condition {
        let mut literals = Vec::new();
        for At { value, bytes } in fields.placed_texts("when", self.report) {
            let flag = value.strip_prefix('!').map(str::trim_start);
            let set = flag.is_none();
            let named = At { value: flag.unwrap_or(&value).to_string(), bytes };
            let known = known_names(vec![named], Named::Flag, self.flags, self.report);
            literals.extend(known.into_iter().map(|flag| Literal { flag, set }));
        }
        Condition(literals)
    }

    /// `next` is one place, or a list of ways of which the first open one is taken.
    fn ways(&mut self, fields: &mut Fields<'_>) -> Vec<Way> {
        if !fields.has("next") || fields.holds_text("next") {
            let to = fields.required_text("next", self.report);
            let way = to.map(|to| self.way(Condition::default(), to));
            return way.into_iter().collect();
        }
        let mut ways = Vec::new();
        for mut way in fields.tables("next", self.report) {
            let when = self.condition(&mut way);
            let to = way.required_text("to", self.report);
            ways.extend(to.map(|to| self.way(when, to)));
            way.finish(&[], self.report);
        }
        ways
    }

    fn way(&mut self, when: Condition, to: At<String>) -> Way {
        let id = to.value.clone();
        self.targets.push(to);
        Way { when, to: id }
    }
}
