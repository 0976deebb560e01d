//! A response as it would be typed: for saying what stands there already.

use crate::domain::question::{Body, Fill, OptionId, letter};
use crate::domain::quiz::Entry;
use crate::domain::response::Response;
use crate::text::Language;
use crate::text::words::Words;

/// The line that gives this response to this question; empty for "I don't know".
pub fn as_typed(entry: &Entry, response: &Response, language: Language) -> String {
    let words = Words::of(language);
    let place = |id: &OptionId| entry.shown.iter().position(|shown| shown == id);
    let number = |place: usize| (place + 1).to_string();
    match (&entry.question.body, response) {
        (_, Response::Unknown) => String::new(),
        (_, Response::Choice(chosen)) => {
            let mut places: Vec<usize> = chosen.iter().filter_map(place).collect();
            places.sort_unstable();
            places.into_iter().map(number).collect::<Vec<_>>().join(",")
        }
        (_, Response::Boolean(true)) => words.statement_true.to_string(),
        (_, Response::Boolean(false)) => words.statement_false.to_string(),
        (_, Response::Text(text)) => text.clone(),
        (_, Response::Order(ids)) => ids.iter().filter_map(place).map(number).collect::<Vec<_>>().join(" "),
        (Body::Match { pairs, .. }, Response::Match(matched)) => {
            let pairs = pairs.iter().enumerate().filter_map(|(left, pair)| {
                let right = place(matched.get(&pair.id)?)?;
                Some(format!("{}{}", left + 1, letter(right)))
            });
            pairs.collect::<Vec<_>>().join(" ")
        }
        (Body::Cloze(blanks), Response::Cloze(filled)) => {
            let parts = blanks.iter().map(|blank| {
                let value = filled.get(&blank.name).map_or("", String::as_str);
                match &blank.fill {
                    Fill::Typed(_) => value.to_string(),
                    Fill::Chosen(choices) => {
                        choices.iter().position(|choice| choice.id == value).map_or_else(String::new, number)
                    }
                }
            });
            parts.collect::<Vec<_>>().join("; ")
        }
        (_, Response::Match(_) | Response::Cloze(_)) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::answer::parse;
    use super::*;
    use crate::domain::question::Blank;
    use crate::domain::question::examples::*;
    use crate::domain::shuffle::{Options, Shuffle};

    #[test]
    fn what_is_said_is_what_was_typed() {
        let typed = Blank { name: "where".into(), fill: Fill::Typed(accepted(&["Region"])), why: text("w") };
        let chosen = Blank { name: "copies".into(), fill: Fill::Chosen(choices(2, "a")), why: text("w") };
        for (body, line) in [
            (Body::Single(choices(4, "a")), "3"),
            (Body::Multiple(choices(5, "ab")), "1,4"),
            (Body::Short { accept: accepted(&["S3"]), traps: Vec::new() }, "버킷"),
            (Body::Order(items(3)), "3 1 2"),
            (Body::Match { pairs: pairs(3), distractors: Vec::new() }, "1b 2c 3a"),
            (Body::Cloze(vec![typed, chosen]), "zone; 2"),
        ] {
            let entry = Entry::new(question("q", body), Shuffle::new(5, Options::Shuffled));
            let response = parse(&entry, line).unwrap();
            assert_eq!(as_typed(&entry, &response, Language::English), line);
        }
    }
}
