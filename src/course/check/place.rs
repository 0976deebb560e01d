//! Where things stand in a TOML file: the path to a value gives its place, and every text for readers can be visited.
//!
//! The values themselves are read and checked elsewhere; this only finds them again.

use crate::text::Language;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// One step down into a table or list.
#[derive(Debug, Clone, Copy)]
pub enum Step {
    Key(&'static str),
    Nth(usize),
    /// Into the text of a language, where texts differ by language; nowhere, where one text serves all.
    In(Language),
}

/// A text for readers, as the file has it.
#[derive(Debug, Clone, PartialEq)]
pub struct PlacedText<'t> {
    /// `None` where one text serves all languages.
    pub language: Option<Language>,
    pub text: &'t str,
    bytes: Range<usize>,
}

/// The place of a value, or of the deepest one on the way to it.
pub fn find(table: &DeTable<'_>, steps: &[Step]) -> Option<Range<usize>> {
    let (Step::Key(key), rest) = steps.split_first()? else {
        return None;
    };
    table.get(*key).map(|value| below(value, rest))
}

fn below(value: &Spanned<DeValue<'_>>, steps: &[Step]) -> Range<usize> {
    let Some((step, rest)) = steps.split_first() else {
        return value.span();
    };
    let next = match step {
        Step::Key(key) => value.get_ref().as_table().and_then(|table| table.get(*key)),
        Step::Nth(position) => value.get_ref().as_array().and_then(|array| array.get(*position)),
        Step::In(language) => match value.get_ref().as_table() {
            Some(table) => table.get(language.code()),
            None => return below(value, rest),
        },
    };
    next.map_or_else(|| value.span(), |value| below(value, rest))
}

/// The texts under `keys` of this table alone.
pub fn texts_of<'t>(table: &'t DeTable<'t>, keys: &[&str]) -> Vec<PlacedText<'t>> {
    let mut texts = Vec::new();
    for (_, value) in table.iter().filter(|(key, _)| keys.contains(&key.get_ref().as_ref())) {
        gather(value, None, &mut texts);
    }
    texts
}

/// The texts under `keys` of this table and of the tables listed in it, in the order of the keys.
pub fn texts_below<'t>(table: &'t DeTable<'t>, keys: &[&str]) -> Vec<PlacedText<'t>> {
    let mut texts = texts_of(table, keys);
    for (_, value) in table.iter() {
        let inner = value.get_ref().as_array().into_iter().flat_map(|array| array.iter());
        texts.extend(inner.filter_map(|value| value.get_ref().as_table()).flat_map(|table| texts_below(table, keys)));
    }
    texts
}

/// Texts hang in tables by language, in lists, or (the reasons of a statement) in tables by answer.
fn gather<'t>(value: &'t Spanned<DeValue<'t>>, language: Option<Language>, texts: &mut Vec<PlacedText<'t>>) {
    match value.get_ref() {
        DeValue::String(text) => texts.push(PlacedText { language, text, bytes: value.span() }),
        DeValue::Array(array) => array.iter().for_each(|value| gather(value, language, texts)),
        DeValue::Table(table) => {
            for (key, value) in table.iter() {
                gather(value, Language::from_code(key.get_ref()).or(language), texts);
            }
        }
        _ => {}
    }
}

impl PlacedText<'_> {
    /// The place in `file` of a part of the text; of all of it, where escapes hide the part.
    pub fn part(&self, file: &str, part: Range<usize>) -> Range<usize> {
        let raw = file.get(self.bytes.clone()).unwrap_or_default();
        match raw.find(self.text) {
            Some(start) => {
                let start = self.bytes.start + start;
                start + part.start..start + part.end
            }
            None => self.bytes.clone(),
        }
    }

    pub fn bytes(&self) -> Range<usize> {
        self.bytes.clone()
    }
}

/// The place of `needle` in a value of `file`; of the whole value, where escapes hide it.
pub fn within(file: &str, value: Range<usize>, needle: &str) -> Range<usize> {
    match file.get(value.clone()).and_then(|raw| raw.find(needle)) {
        Some(start) => value.start + start..value.start + start + needle.len(),
        None => value,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOML: &str = "prompt.en = \"Where?\"\nprompt.ko = \"어디?\"\n[[option]]\ntext = \"S3\"\nwhy.true.en = \"so\"\n[[option.part]]\ntext = [\"a\", \"b\"]\n";

    fn with_table(test: impl FnOnce(&DeTable<'_>)) {
        test(DeTable::parse(TOML).unwrap().get_ref());
    }

    #[test]
    fn a_path_leads_to_a_value_or_as_near_as_it_gets() {
        with_table(|table| {
            let at = |steps: &[Step]| find(table, steps).map(|bytes| &TOML[bytes]);
            assert_eq!(at(&[Step::Key("prompt"), Step::In(Language::Korean)]), Some("\"어디?\""));
            let text = [Step::Key("option"), Step::Nth(0), Step::Key("text")];
            assert_eq!(at(&[&text[..], &[Step::In(Language::Korean)]].concat()), Some("\"S3\""));
            assert_eq!(at(&[Step::Key("option"), Step::Nth(0), Step::Key("gone")]), Some("[[option]]"));
            assert_eq!(at(&[Step::Key("gone")]), None);
        });
    }

    #[test]
    fn every_text_is_visited_with_its_language() {
        with_table(|table| {
            let texts = texts_below(table, &["prompt", "text", "why"]);
            let seen: Vec<_> = texts.iter().map(|text| (text.text, text.language)).collect();
            let (english, korean) = (Some(Language::English), Some(Language::Korean));
            let expected =
                [("Where?", english), ("어디?", korean), ("S3", None), ("so", english), ("a", None), ("b", None)];
            assert_eq!(seen, expected);
            assert_eq!(&TOML[texts[1].part(TOML, 3..6)], "디");
        });
    }

    #[test]
    fn a_text_with_escapes_is_marked_as_a_whole() {
        let toml = "text = \"a\\tb\"";
        let table = DeTable::parse(toml).unwrap();
        let text = &texts_of(table.get_ref(), &["text"])[0];
        assert_eq!((&toml[text.part(toml, 2..3)], text.text), ("\"a\\tb\"", "a\tb"));
        assert_eq!(&toml[within(toml, text.bytes(), "b")], "b");
    }
}
