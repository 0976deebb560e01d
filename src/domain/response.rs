//! What a learner answered, and the form in which the journal keeps it.
//!
//! It must not judge: grading does.

use super::question::OptionId;
use serde::de::{self, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// An answer to a question, by what the kind asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Response {
    /// "I don't know."
    Unknown,
    Choice(BTreeSet<OptionId>),
    Boolean(bool),
    /// Short answers and numbers, as typed.
    Text(String),
    Order(Vec<OptionId>),
    /// Left-hand id to right-hand id.
    Match(BTreeMap<OptionId, OptionId>),
    /// Name of the gap to what was typed or the option chosen.
    Cloze(BTreeMap<String, String>),
}

impl Response {
    /// A choice of these ids.
    pub fn choice<'a>(ids: impl IntoIterator<Item = &'a str>) -> Self {
        Response::Choice(ids.into_iter().map(str::to_string).collect())
    }

    /// The form of the journal.
    pub fn record(&self) -> Recorded {
        let assigned =
            |map: &BTreeMap<String, String>| map.iter().map(|(name, value)| format!("{name}={value}")).collect();
        match self {
            Response::Unknown => Recorded::Nothing,
            Response::Choice(ids) => Recorded::List(ids.iter().cloned().collect()),
            Response::Boolean(answer) => Recorded::List(vec![answer.to_string()]),
            Response::Text(text) => Recorded::Text(text.clone()),
            Response::Order(ids) => Recorded::List(ids.clone()),
            Response::Match(map) | Response::Cloze(map) => Recorded::List(assigned(map)),
        }
    }
}

/// A response in the journal: `null`, a typed text, or a list of option ids (`"a"`, or `"left=right"`).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Recorded {
    #[default]
    Nothing,
    Text(String),
    List(Vec<String>),
}

impl Serialize for Recorded {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Recorded::Nothing => serializer.serialize_unit(),
            Recorded::Text(text) => serializer.serialize_str(text),
            Recorded::List(list) => list.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Recorded {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct AnyForm;
        impl<'de> Visitor<'de> for AnyForm {
            type Value = Recorded;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("null, a text or a list of texts")
            }
            fn visit_unit<E: de::Error>(self) -> Result<Recorded, E> {
                Ok(Recorded::Nothing)
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Recorded, E> {
                Ok(Recorded::Text(text.to_string()))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Recorded, A::Error> {
                let mut list = Vec::new();
                while let Some(item) = seq.next_element()? {
                    list.push(item);
                }
                Ok(Recorded::List(list))
            }
        }
        deserializer.deserialize_any(AnyForm)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_journal_has_ids_or_text() {
        let json = |response: &Response| serde_json::to_string(&response.record()).unwrap();
        assert_eq!(json(&Response::Unknown), "null");
        assert_eq!(json(&Response::choice(["c", "a"])), r#"["a","c"]"#);
        assert_eq!(json(&Response::Text("보안 그룹".into())), r#""보안 그룹""#);
        assert_eq!(json(&Response::Match([("a".into(), "b".into())].into())), r#"["a=b"]"#);
    }

    #[test]
    fn what_was_written_is_read_again() {
        for record in [Recorded::Nothing, Recorded::Text("x".into()), Recorded::List(vec!["a".into()])] {
            let json = serde_json::to_string(&record).unwrap();
            assert_eq!(serde_json::from_str::<Recorded>(&json).unwrap(), record);
        }
    }
}
