//! What a question asks, by kind: options, gaps, items, pairs.
//!
//! A body that does not hold together is refused with the reason. It must not read the keys that every kind has.

use super::option::{
    QUESTION_KEYS, Whys, check_translated, check_why, first_repeated, read_accepted, read_choices, read_id, read_why,
};
use crate::course::diagnostic::Report;
use crate::course::fields::{At, Fields};
use crate::course::problem::Problem;
use crate::domain::question::{Blank, Body, Choice, Fill, Item, OptionId, Pair, Text, Trap, letter};

/// Reads what the kind asks for, and reports into the same list.
pub struct BodyReader<'r, 'f, 't, 'p> {
    pub fields: &'r mut Fields<'f>,
    pub report: &'r mut Report<'t>,
    pub prompt: Option<&'p Text>,
    pub explanation: &'p Text,
}

impl BodyReader<'_, '_, '_, '_> {
    /// The body, unless it does not hold together.
    pub fn read(mut self, kind: &At<String>) -> Option<Body> {
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
            let gaps = super::gap_names(prompt);
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
