//! A table of a TOML file, read key by key.
//!
//! Every wrong key and every wrong type is noted with its place, and reading goes on: an author wants all problems at
//! once. It must not know what a question or a chapter is.

use super::diagnostic::Report;
use super::guess::Guess;
use super::problem::{Problem, Wanted};
use crate::domain::id::is_slug;
use crate::domain::question::Text;
use crate::text::sanitize::clean;
use crate::text::{Language, Localized};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

type Value<'t> = Spanned<DeValue<'t>>;

/// A table and the keys that have been asked for.
pub struct Fields<'t> {
    table: &'t DeTable<'t>,
    bytes: Range<usize>,
    asked: Vec<&'static str>,
    /// Keys that have their place above all tables of the file.
    above: &'static [&'static str],
    /// Whether this is one of those tables.
    is_below: bool,
    gave_up: bool,
}

/// A value that is neither a list nor a table.
#[derive(Debug, Clone, PartialEq)]
pub enum Scalar {
    Number(f64),
    Switch(bool),
    Text(String),
}

/// A value with its place.
#[derive(Debug, Clone, PartialEq)]
pub struct At<T> {
    pub value: T,
    pub bytes: Range<usize>,
}

impl<'t> Fields<'t> {
    /// The table that is the file itself. `keys` stand above its tables, and have no meaning within them unless a table
    /// asks for them.
    pub fn of_file(table: &'t DeTable<'t>, keys: &'static [&'static str]) -> Self {
        Fields { table, bytes: 0..0, asked: Vec::new(), above: keys, is_below: false, gave_up: false }
    }

    fn below(&self, table: &'t DeTable<'t>, bytes: Range<usize>) -> Self {
        Fields { table, bytes, asked: Vec::new(), above: self.above, is_below: true, gave_up: false }
    }

    /// The place of the table's header.
    pub fn bytes(&self) -> Range<usize> {
        self.bytes.clone()
    }

    /// The place of a value; of the table's header, if there is none.
    pub fn place(&self, key: &str) -> Range<usize> {
        self.table.get(key).map_or_else(|| self.bytes(), Spanned::span)
    }

    pub fn has(&self, key: &str) -> bool {
        self.table.get(key).is_some()
    }

    /// A text as it stands, for naming the table whatever is wrong with it.
    pub fn peek(&self, key: &str) -> Option<&'t str> {
        self.table.get(key)?.get_ref().as_str()
    }

    /// Whether a key that may hold several types holds a text.
    pub fn holds_text(&self, key: &str) -> bool {
        self.table.get(key).is_some_and(|value| value.get_ref().is_str())
    }

    /// A plain text.
    pub fn text(&mut self, key: &'static str, report: &mut Report<'_>) -> Option<At<String>> {
        let value = self.value(key)?;
        match value.get_ref() {
            DeValue::String(text) => Some(At { value: clean(text).into_owned(), bytes: value.span() }),
            _ => wrong_type(key, Wanted::Text, value, report),
        }
    }

    /// A plain text that must be there and hold something.
    pub fn required_text(&mut self, key: &'static str, report: &mut Report<'_>) -> Option<At<String>> {
        if !self.has(key) {
            self.asked.push(key);
            report.add(Problem::MissingKey { key }, self.bytes());
            return None;
        }
        let text = self.text(key, report)?;
        if text.value.trim().is_empty() {
            report.add(Problem::EmptyText { key: key.to_string() }, text.bytes);
            return None;
        }
        Some(text)
    }

    /// An id that must be there.
    pub fn required_id(&mut self, key: &'static str, report: &mut Report<'_>) -> Option<String> {
        let id = self.required_text(key, report)?;
        if is_slug(&id.value) {
            return Some(id.value);
        }
        report.add(Problem::BadId { id: id.value }, id.bytes);
        None
    }

    /// A text once for all languages, or one for each.
    pub fn localized(&mut self, key: &'static str, report: &mut Report<'_>) -> Option<At<Text>> {
        let value = self.value(key)?;
        let text = by_language(key, value, report, |key, value, report| match value.get_ref() {
            DeValue::String(text) if text.trim().is_empty() => {
                report.add(Problem::EmptyText { key: key.to_string() }, value.span());
                None
            }
            DeValue::String(text) => Some(clean(text).trim().to_string()),
            _ => wrong_type(key, Wanted::Text, value, report),
        });
        Some(At { value: text, bytes: value.span() })
    }

    /// A localized text that must be there in some language.
    pub fn required_localized(&mut self, key: &'static str, report: &mut Report<'_>) -> Option<Text> {
        if !self.has(key) {
            self.asked.push(key);
            report.add(Problem::MissingKey { key }, self.bytes());
            return None;
        }
        let text = self.localized(key, report)?;
        (!text.value.is_empty()).then_some(text.value)
    }

    /// A list of texts once for all languages, or one for each. A single text is a list of one.
    pub fn localized_texts(
        &mut self,
        key: &'static str,
        report: &mut Report<'_>,
    ) -> Option<At<Localized<Vec<String>>>> {
        let value = self.value(key)?;
        let texts = by_language(key, value, report, |key, value, report| match value.get_ref() {
            DeValue::String(text) => Some(vec![clean(text).into_owned()]),
            DeValue::Array(_) => Some(texts_of(key, value, report)),
            _ => wrong_type(key, Wanted::Texts, value, report),
        });
        Some(At { value: texts, bytes: value.span() })
    }

    /// A list of texts, empty if the key is missing.
    pub fn texts(&mut self, key: &'static str, report: &mut Report<'_>) -> Vec<String> {
        self.value(key).map(|value| texts_of(key, value, report)).unwrap_or_default()
    }

    /// A list of texts with the place of each, empty if the key is missing.
    pub fn placed_texts(&mut self, key: &'static str, report: &mut Report<'_>) -> Vec<At<String>> {
        self.value(key).map(|value| placed_texts_of(key, value, report)).unwrap_or_default()
    }

    pub fn boolean(&mut self, key: &'static str, report: &mut Report<'_>) -> Option<bool> {
        let value = self.value(key)?;
        match value.get_ref() {
            DeValue::Boolean(boolean) => Some(*boolean),
            _ => wrong_type(key, Wanted::Boolean, value, report),
        }
    }

    pub fn integer(&mut self, key: &'static str, report: &mut Report<'_>) -> Option<At<i64>> {
        let value = self.value(key)?;
        let integer = match value.get_ref() {
            DeValue::Integer(integer) => i64::from_str_radix(integer.as_str(), integer.radix()).ok(),
            _ => None,
        };
        match integer {
            Some(integer) => Some(At { value: integer, bytes: value.span() }),
            None => wrong_type(key, Wanted::Integer, value, report),
        }
    }

    pub fn number(&mut self, key: &'static str, report: &mut Report<'_>) -> Option<At<f64>> {
        let value = self.value(key)?;
        match number_of(value) {
            Some(number) => Some(At { value: number, bytes: value.span() }),
            None => wrong_type(key, Wanted::Number, value, report),
        }
    }

    pub fn date(&mut self, key: &'static str, report: &mut Report<'_>) -> Option<jiff::civil::Date> {
        let value = self.value(key)?;
        let date = value.get_ref().as_datetime().and_then(|datetime| datetime.date);
        let date =
            date.and_then(|date| jiff::civil::Date::new(date.year as i16, date.month as i8, date.day as i8).ok());
        match date {
            Some(date) => Some(date),
            None => wrong_type(key, Wanted::Date, value, report),
        }
    }

    /// A table of texts, such as the domains of a question.
    pub fn text_map(
        &mut self,
        key: &'static str,
        report: &mut Report<'_>,
    ) -> std::collections::BTreeMap<String, String> {
        let Some(value) = self.value(key) else {
            return Default::default();
        };
        let Some(table) = value.get_ref().as_table() else {
            wrong_type::<()>(key, Wanted::Table, value, report);
            return Default::default();
        };
        let entry = |(name, value): (&Spanned<_>, &Value<'_>)| {
            let name: &std::borrow::Cow<'_, str> = name.get_ref();
            Some((clean(name).into_owned(), clean(value.get_ref().as_str()?).into_owned()))
        };
        table.iter().filter_map(entry).collect()
    }

    /// The values of a table whose keys are paths, empty if the key is missing. `a.b = 1` and `"a.b" = 1` are the same.
    pub fn scalars(&mut self, key: &'static str, report: &mut Report<'_>) -> Vec<(At<String>, At<Scalar>)> {
        let mut found = Vec::new();
        match self.value(key).map(|value| (value, value.get_ref().as_table())) {
            Some((_, Some(table))) => gather_scalars("", table, &mut found, report),
            Some((value, None)) => {
                wrong_type::<()>(key, Wanted::Table, value, report);
            }
            None => {}
        }
        found
    }

    /// A table below this one.
    pub fn table(&mut self, key: &'static str, report: &mut Report<'_>) -> Option<Fields<'t>> {
        let value = self.value(key)?;
        match value.get_ref().as_table() {
            Some(table) => Some(self.below(table, value.span())),
            None => wrong_type(key, Wanted::Table, value, report),
        }
    }

    /// The tables of a list `[[key]]`, empty if the key is missing.
    pub fn tables(&mut self, key: &'static str, report: &mut Report<'_>) -> Vec<Fields<'t>> {
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        let Some(array) = value.get_ref().as_array() else {
            wrong_type::<()>(key, Wanted::Tables, value, report);
            return Vec::new();
        };
        let mut tables = Vec::new();
        for entry in array.iter() {
            match entry.get_ref().as_table() {
                Some(table) => tables.push(self.below(table, entry.span())),
                None => {
                    wrong_type::<()>(key, Wanted::Tables, entry, report);
                }
            }
        }
        tables
    }

    /// Says that reading stopped early: what has not been asked for may have a meaning.
    pub fn give_up(&mut self) {
        self.gave_up = true;
    }

    /// Notes every key that nobody asked for. `belongs_above` are keys of the table around this one.
    pub fn finish(self, belongs_above: &[&str], report: &mut Report<'_>) {
        for key in self.table.keys() {
            let name: &str = key.get_ref();
            if self.asked.contains(&name) {
                continue;
            }
            let key_name = clean(name).into_owned();
            let problem = if belongs_above.contains(&name) {
                Problem::KeyAfterOption { key: key_name }
            } else if self.is_misplaced(name) {
                Problem::KeyBelowTable { key: key_name }
            } else {
                let guess = Guess::among(name, &self.asked);
                match &guess {
                    // That the right name is missing says the same a second time.
                    Guess::Nearest(meant) if !self.has(meant) => report.retract_missing(meant, self.bytes()),
                    Guess::Among { .. } if self.gave_up => continue,
                    _ => {}
                }
                Problem::UnknownKey { key: key_name, guess }
            };
            report.add(problem, key.span());
        }
    }

    /// Every key that nobody asked for, with its value: for tables whose keys are names.
    pub fn named_scalars(self, report: &mut Report<'_>) -> Vec<(At<String>, At<Scalar>)> {
        let rest = self.table.iter().filter(|(key, _)| !self.asked.contains(&key.get_ref().as_ref()));
        let mut named = Vec::new();
        for (key, value) in rest {
            let name = At { value: clean(key.get_ref()).into_owned(), bytes: key.span() };
            if self.is_misplaced(key.get_ref()) {
                report.add(Problem::KeyBelowTable { key: name.value }, name.bytes);
                continue;
            }
            match scalar_of(value) {
                Some(scalar) => named.push((name, At { value: scalar, bytes: value.span() })),
                None => {
                    wrong_type::<()>(&name.value, Wanted::Text, value, report);
                }
            }
        }
        named
    }

    fn is_misplaced(&self, key: &str) -> bool {
        self.is_below && self.above.contains(&key)
    }

    fn value(&mut self, key: &'static str) -> Option<&'t Value<'t>> {
        self.asked.push(key);
        self.table.get(key)
    }
}

/// A value once for all languages, or in a table with one key for each.
fn by_language<T: Clone>(
    key: &'static str,
    value: &Value<'_>,
    report: &mut Report<'_>,
    mut read: impl FnMut(&'static str, &Value<'_>, &mut Report<'_>) -> Option<T>,
) -> Localized<T> {
    let Some(table) = value.get_ref().as_table() else {
        return read(key, value, report).map_or_else(Localized::empty, Localized::same);
    };
    let mut localized = Localized::empty();
    for (code, value) in table.iter() {
        match Language::from_code(code.get_ref()) {
            Some(language) => {
                if let Some(read) = read(key, value, report) {
                    localized.set(language, read);
                }
            }
            None => report.add(Problem::UnknownLanguage { code: clean(code.get_ref()).into_owned() }, code.span()),
        }
    }
    localized
}

fn texts_of(key: &'static str, value: &Value<'_>, report: &mut Report<'_>) -> Vec<String> {
    placed_texts_of(key, value, report).into_iter().map(|text| text.value).collect()
}

fn placed_texts_of(key: &'static str, value: &Value<'_>, report: &mut Report<'_>) -> Vec<At<String>> {
    let Some(array) = value.get_ref().as_array() else {
        wrong_type::<()>(key, Wanted::Texts, value, report);
        return Vec::new();
    };
    let mut texts = Vec::new();
    for entry in array.iter() {
        match entry.get_ref().as_str() {
            Some(text) => texts.push(At { value: clean(text).into_owned(), bytes: entry.span() }),
            None => {
                wrong_type::<()>(key, Wanted::Texts, entry, report);
            }
        }
    }
    texts
}

/// A finite number, whole or not.
fn number_of(value: &Value<'_>) -> Option<f64> {
    let number = match value.get_ref() {
        DeValue::Integer(integer) => {
            i64::from_str_radix(integer.as_str(), integer.radix()).ok().map(|whole| whole as f64)
        }
        DeValue::Float(float) => float.as_str().parse::<f64>().ok(),
        _ => None,
    };
    number.filter(|number| number.is_finite())
}

fn scalar_of(value: &Value<'_>) -> Option<Scalar> {
    match value.get_ref() {
        DeValue::Boolean(on) => Some(Scalar::Switch(*on)),
        DeValue::String(text) => Some(Scalar::Text(clean(text).into_owned())),
        _ => number_of(value).map(Scalar::Number),
    }
}

fn gather_scalars(
    above: &str,
    table: &DeTable<'_>,
    found: &mut Vec<(At<String>, At<Scalar>)>,
    report: &mut Report<'_>,
) {
    for (key, value) in table.iter() {
        let name = format!("{above}{}", clean(key.get_ref()));
        let scalar = match value.get_ref() {
            DeValue::Table(inner) => {
                gather_scalars(&format!("{name}."), inner, found, report);
                continue;
            }
            _ => scalar_of(value),
        };
        match scalar {
            Some(scalar) => {
                found.push((At { value: name, bytes: key.span() }, At { value: scalar, bytes: value.span() }));
            }
            None => {
                wrong_type::<()>(&name, Wanted::Number, value, report);
            }
        }
    }
}

fn wrong_type<T>(key: &str, wanted: Wanted, value: &Value<'_>, report: &mut Report<'_>) -> Option<T> {
    report.add(Problem::WrongType { key: key.to_string(), wanted }, value.span());
    None
}

#[cfg(test)]
mod tests {
    use super::super::syntax::Readable;
    use super::*;

    /// Codes and places of what is found while `read` reads `text`.
    fn problems(text: &str, read: impl FnOnce(&mut Fields<'_>, &mut Report<'_>)) -> Vec<(&'static str, String)> {
        let mut report = Report::new("quiz.toml", text);
        let readable = Readable::of(text);
        readable.report(|_, _| None, &mut report);
        let table = readable.table();
        let mut fields = Fields::of_file(table.get_ref(), &[]);
        read(&mut fields, &mut report);
        fields.finish(&[], &mut report);
        report.diagnostics.iter().map(|found| (found.problem.code(), found.location())).collect()
    }

    #[test]
    fn a_wrong_type_is_noted_where_it_stands() {
        let found = problems("a = 1\nprompt = 7\n", |fields, report| {
            fields.integer("a", report);
            assert_eq!(fields.localized("prompt", report).map(|text| text.value.is_empty()), Some(true));
        });
        assert_eq!(found, [("toml/wrong-type", "quiz.toml:2:10".to_string())]);
    }

    #[test]
    fn a_key_nobody_asked_for_is_noted_with_a_guess() {
        let mut report = Report::new("quiz.toml", "promt = \"x\"");
        let readable = Readable::of(report.text());
        let table = readable.table();
        let mut fields = Fields::of_file(table.get_ref(), &[]);
        fields.localized("prompt", &mut report);
        fields.finish(&[], &mut report);
        assert_eq!(
            report.diagnostics[0].problem,
            Problem::UnknownKey { key: "promt".into(), guess: Guess::Nearest("prompt".into()) }
        );
    }

    #[test]
    fn one_text_serves_every_language_and_a_table_serves_each() {
        let found = problems("a = \"S3\"\nb.en = \"bucket\"\nb.fr = \"seau\"", |fields, report| {
            assert_eq!(fields.localized("a", report).unwrap().value, Localized::same("S3".to_string()));
            assert_eq!(fields.localized("b", report).unwrap().value.own(Language::Korean), None);
        });
        assert_eq!(found, [("toml/unknown-language", "quiz.toml:3:3".to_string())]);
    }

    #[test]
    fn a_broken_line_does_not_hide_the_next() {
        let found = problems("a = = 1\nb = 2\n", |fields, report| {
            assert_eq!(fields.integer("b", report).unwrap().value, 2);
            fields.integer("a", report);
        });
        assert_eq!(found[0].0, "toml/syntax");
    }

    #[test]
    fn a_key_that_is_nearly_right_is_noted_once() {
        let found = problems("promt = \"x\"\nzzz = 1\n", |fields, report| {
            fields.required_localized("prompt", report);
            fields.give_up();
        });
        assert_eq!(found, [("toml/unknown-key", "quiz.toml:1:1".to_string())]);
    }

    #[test]
    fn a_key_of_the_file_below_a_table_is_told_where_it_belongs() {
        let text = "[[part]]\nscenarios = []\n[check]\nscenarios = []\nhtml = \"off\"\n";
        let mut report = Report::new("course.toml", text);
        let readable = Readable::of(text);
        let table = readable.table();
        let mut fields = Fields::of_file(table.get_ref(), &["scenarios"]);
        for part in fields.tables("part", &mut report) {
            part.finish(&[], &mut report);
        }
        let switches = fields.table("check", &mut report).map(|check| check.named_scalars(&mut report));
        assert_eq!(switches.map(|switches| switches.len()), Some(1));
        fields.finish(&[], &mut report);
        let found: Vec<_> =
            report.diagnostics.iter().map(|found| format!("{} {}", found.location(), found.problem.code())).collect();
        assert_eq!(found, ["course.toml:2:1 toml/key-below-table", "course.toml:4:1 toml/key-below-table"]);
    }

    #[test]
    fn a_path_is_the_same_with_quotes_and_without() {
        problems("set = { \"a.b\" = 1, c.d = { e = true }, f = \"x2\" }", |fields, report| {
            let found: Vec<_> =
                fields.scalars("set", report).into_iter().map(|(path, to)| (path.value, to.value)).collect();
            let named = |name: &str, scalar| (name.to_string(), scalar);
            assert_eq!(
                found,
                [
                    named("a.b", Scalar::Number(1.0)),
                    named("c.d.e", Scalar::Switch(true)),
                    named("f", Scalar::Text("x2".into())),
                ]
            );
        });
    }
}
