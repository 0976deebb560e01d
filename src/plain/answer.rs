//! A typed line as an answer: `2`, `1,3`, `3 1 2`, `1b 2a`, a text, `one; two`.
//!
//! It must not grade, and it counts nothing that it does not understand: a line that is no answer to this question comes
//! back as a [`Misread`] with what is wrong with it.

use super::console::latin;
use super::misread::Misread;
use crate::domain::normalize::normalized;
use crate::domain::question::{Blank, Body, Choice, Fill, OptionId, Pair, letter};
use crate::domain::quiz::Entry;
use crate::domain::response::Response;
use crate::text::Language;
use crate::text::words::plain::PlainWords;
use std::collections::BTreeMap;

/// Reads a line as the answer to a question.
///
/// # Errors
/// [`Misread`] for what is no answer to this kind of question.
pub fn parse(entry: &Entry, line: &str) -> Result<Response, Misread> {
    let line = half_width(line);
    let line = line.trim();
    if line.is_empty() {
        return Err(Misread::Nothing);
    }
    let response = match &entry.question.body {
        Body::Single(_) => one_of(&entry.shown, line)?,
        Body::Multiple(_) => several_of(&entry.shown, line)?,
        Body::Boolean { .. } => truth(line)?,
        Body::Short { .. } | Body::Number { .. } => Response::Text(line.to_string()),
        Body::Order(_) => order(&entry.shown, line)?,
        Body::Match { pairs, .. } => matching(pairs, &entry.shown, line)?,
        Body::Cloze(blanks) => gaps(blanks, line)?,
    };
    entry.question.reads(&response).map_err(Misread::NoAnswer)?;
    Ok(response)
}

fn one_of(shown: &[OptionId], line: &str) -> Result<Response, Misread> {
    let highest = shown.len();
    match numbers(line).as_deref() {
        Some([number]) if (1..=highest).contains(number) => Ok(Response::choice([shown[number - 1].as_str()])),
        _ => Err(Misread::NotOneNumber { highest }),
    }
}

fn several_of(shown: &[OptionId], line: &str) -> Result<Response, Misread> {
    let highest = shown.len();
    let numbers = numbers(line).filter(|numbers| numbers.iter().all(|number| (1..=highest).contains(number)));
    let numbers = numbers.ok_or(Misread::NotNumbers { highest })?;
    Ok(Response::choice(numbers.iter().map(|number| shown[number - 1].as_str())))
}

/// The numbers of the two options, or a word for them in any language.
fn truth(line: &str) -> Result<Response, Misread> {
    let said = line.to_lowercase();
    let is_among = |words: fn(&PlainWords) -> &'static str| {
        Language::ALL.into_iter().any(|language| words(PlainWords::of(language)).split(' ').any(|word| word == said))
    };
    if said == "1" || is_among(|words| words.said_true) {
        Ok(Response::Boolean(true))
    } else if said == "2" || is_among(|words| words.said_false) {
        Ok(Response::Boolean(false))
    } else {
        Err(Misread::NotTrueOrFalse)
    }
}

fn order(shown: &[OptionId], line: &str) -> Result<Response, Misread> {
    let highest = shown.len();
    let numbers = numbers(line).unwrap_or_default();
    let mut sorted = numbers.clone();
    sorted.sort_unstable();
    if !sorted.into_iter().eq(1..=highest) {
        return Err(Misread::NotEachOnce { highest });
    }
    Ok(Response::Order(numbers.iter().map(|number| shown[number - 1].clone()).collect()))
}

/// `1b 2a`, also `1-b, 2 a` and `1ㅠ`: each number on the left has one letter on the right.
fn matching(pairs: &[Pair], shown: &[OptionId], line: &str) -> Result<Response, Misread> {
    let wrong = Misread::NotPairs { left: pairs.len(), right: shown.len() };
    let mut chosen = BTreeMap::new();
    for (number, name) in numbered_letters(line).ok_or_else(|| wrong.clone())? {
        let left = number.checked_sub(1).and_then(|place| pairs.get(place));
        let right = (0..shown.len()).find(|place| letter(*place) == name).map(|place| &shown[place]);
        match left.zip(right) {
            Some((left, right)) if !chosen.contains_key(&left.id) => chosen.insert(left.id.clone(), right.clone()),
            _ => return Err(wrong),
        };
    }
    match pairs.iter().position(|pair| !chosen.contains_key(&pair.id)) {
        Some(place) => Err(Misread::NotEveryLine { missing: place + 1 }),
        None => Ok(Response::Match(chosen)),
    }
}

/// Parts between semicolons, one for each gap. A part may be empty, but not all of them.
fn gaps(blanks: &[Blank], line: &str) -> Result<Response, Misread> {
    let parts: Vec<&str> = line.split(';').map(str::trim).collect();
    if parts.iter().all(|part| part.is_empty()) {
        return Err(Misread::Nothing);
    }
    if parts.len() != blanks.len() {
        return Err(Misread::WrongNumberOfParts { wanted: blanks.len(), found: parts.len() });
    }
    let mut filled = BTreeMap::new();
    for (place, (blank, part)) in blanks.iter().zip(parts).enumerate() {
        let value = match &blank.fill {
            Fill::Typed(_) => part.to_string(),
            Fill::Chosen(_) if part.is_empty() => String::new(),
            Fill::Chosen(choices) => {
                let option = option_of(choices, part);
                option.ok_or(Misread::NotAnOption { gap: place + 1, highest: choices.len() })?
            }
        };
        filled.insert(blank.name.clone(), value);
    }
    Ok(Response::Cloze(filled))
}

/// The option with this number, or with this text in any language.
fn option_of(choices: &[Choice], part: &str) -> Option<OptionId> {
    let by_number = part.parse::<usize>().ok().and_then(|number| choices.get(number.checked_sub(1)?));
    let typed = normalized(part);
    let by_text = || choices.iter().find(|choice| choice.text.iter().any(|(_, text)| normalized(text) == typed));
    by_number.or_else(by_text).map(|choice| choice.id.clone())
}

/// A whole number, also with what stands behind numbers in a list.
pub fn number(word: &str) -> Option<usize> {
    let is_end = |c| Language::ALL.into_iter().any(|language| PlainWords::of(language).number_ends.contains(c));
    word.trim_end_matches(is_end).parse().ok()
}

/// Whole numbers between blanks and commas.
fn numbers(line: &str) -> Option<Vec<usize>> {
    let words = line.split(|c: char| c.is_whitespace() || c == ',').filter(|word| !word.is_empty());
    let numbers: Option<Vec<usize>> = words.map(number).collect();
    numbers.filter(|numbers| !numbers.is_empty())
}

fn numbered_letters(line: &str) -> Option<Vec<(usize, String)>> {
    let keys = latin(line).to_lowercase();
    let mut pairs = Vec::new();
    let mut rest = keys.trim_start_matches(is_separator);
    while !rest.is_empty() {
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let number = rest[..digits].parse().ok()?;
        rest = rest[digits..].trim_start_matches(is_separator);
        let letters = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_lowercase()).len();
        if letters == 0 {
            return None;
        }
        pairs.push((number, rest[..letters].to_string()));
        rest = rest[letters..].trim_start_matches(is_separator);
    }
    Some(pairs)
}

fn is_separator(c: char) -> bool {
    c.is_whitespace() || matches!(c, ',' | ';' | '-' | '=' | ':' | '.')
}

/// Digits and signs as wide as Hangul, which some input methods type, as the plain ones.
pub fn half_width(line: &str) -> String {
    let narrow = |c: char| match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '\u{3000}' => ' ',
        '、' => ',',
        _ => c,
    };
    line.chars().map(narrow).collect()
}

/// What to type, for those who typed something else. It says nothing about what is right.
pub fn example(entry: &Entry, language: Language) -> String {
    let words = PlainWords::of(language);
    let count = entry.shown.len();
    match &entry.question.body {
        Body::Single(_) => count.min(2).to_string(),
        Body::Boolean { .. } => "1".to_string(),
        Body::Multiple(_) => {
            let wanted = entry.question.correct_count();
            let step = if wanted * 2 - 1 <= count { 2 } else { 1 };
            (0..wanted).map(|place| (place * step + 1).to_string()).collect::<Vec<_>>().join(",")
        }
        Body::Short { .. } => words.short_example.to_string(),
        Body::Number { unit, .. } => format!("1,000 {}", unit.text(language)).trim_end().to_string(),
        Body::Order(_) => {
            let rotated = (1..=count).cycle().skip(count.saturating_sub(1)).take(count);
            rotated.map(|number| number.to_string()).collect::<Vec<_>>().join(" ")
        }
        Body::Match { pairs, .. } => {
            let pair = |place: usize| format!("{}{}", place + 1, letter((place + 1) % count.max(1)));
            (0..pairs.len()).map(pair).collect::<Vec<_>>().join(" ")
        }
        Body::Cloze(blanks) => {
            let part = |blank: &Blank| match blank.fill {
                Fill::Typed(_) => words.gap_example,
                Fill::Chosen(_) => "1",
            };
            blanks.iter().map(part).collect::<Vec<_>>().join("; ")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::question::Item;
    use crate::domain::question::examples::*;
    use crate::domain::quiz::Quiz;
    use crate::domain::shuffle::{Options, Shuffle};

    /// A question whose options stand in the order of the file.
    fn entry(body: Body) -> Entry {
        let mut question = question("q", body);
        question.shuffle = false;
        Quiz::alone("s3".into(), question, Shuffle::new(1, Options::Shuffled)).entries()[0].clone()
    }

    fn map(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
        pairs.iter().map(|(left, right)| (left.to_string(), right.to_string())).collect()
    }

    #[test]
    fn one_option_is_one_number() {
        let entry = entry(Body::Single(choices(4, "a")));
        for line in ["2", " 2. ", "２", "2번"] {
            assert_eq!(parse(&entry, line), Ok(Response::choice(["b"])), "{line}");
        }
        for line in ["0", "5", "1 2", "b", "two", "-1", "99999999999999999999"] {
            assert_eq!(parse(&entry, line), Err(Misread::NotOneNumber { highest: 4 }), "{line}");
        }
        assert_eq!(parse(&entry, "  "), Err(Misread::Nothing));
    }

    #[test]
    fn several_options_are_numbers_with_commas_or_blanks() {
        let entry = entry(Body::Multiple(choices(4, "ab")));
        for line in ["1,3", "3 1", "1, 3", "1，3"] {
            assert_eq!(parse(&entry, line), Ok(Response::choice(["a", "c"])), "{line}");
        }
        assert_eq!(parse(&entry, "1,5"), Err(Misread::NotNumbers { highest: 4 }));
        let message = parse(&entry, "1").unwrap_err().message(Language::English);
        assert_eq!(message, "Choose 2; only 1 so far.");
    }

    #[test]
    fn a_statement_is_true_or_false_in_either_language() {
        let entry = entry(Body::Boolean { answer: true, why_true: text("y"), why_false: text("n") });
        for (line, said) in [("1", true), ("True", true), ("맞아요", true), ("2", false), ("틀려요", false)] {
            assert_eq!(parse(&entry, line), Ok(Response::Boolean(said)), "{line}");
        }
        assert_eq!(parse(&entry, "3"), Err(Misread::NotTrueOrFalse));
    }

    #[test]
    fn a_number_may_have_its_unit_and_no_other() {
        let entry = entry(Body::Number { value: 1000.0, tolerance: 0.0, unit: text("GB"), traps: Vec::new() });
        assert_eq!(parse(&entry, "1,000 GB"), Ok(Response::Text("1,000 GB".into())));
        for line in ["a lot", "1 MB", "25,50x"] {
            assert!(matches!(parse(&entry, line), Err(Misread::NoAnswer(_))), "{line}");
        }
    }

    #[test]
    fn an_order_has_each_number_once() {
        let entry = entry(Body::Order(items(3)));
        let shown = entry.shown.clone();
        let expected = vec![shown[2].clone(), shown[0].clone(), shown[1].clone()];
        assert_eq!(parse(&entry, "3 1 2"), Ok(Response::Order(expected)));
        for line in ["3 1", "1 1 2", "1 2 3 4", "a b c"] {
            assert_eq!(parse(&entry, line), Err(Misread::NotEachOnce { highest: 3 }), "{line}");
        }
    }

    #[test]
    fn a_match_gives_every_number_a_letter() {
        let extra = Item { id: "z".into(), text: text("EBS"), why: text("no") };
        let entry = entry(Body::Match { pairs: pairs(2), distractors: vec![extra] });
        for line in ["1b 2a", "2a1b", "1-B, 2-A", "1ㅠ 2ㅁ", "1 b; 2 a"] {
            assert_eq!(parse(&entry, line), Ok(Response::Match(map(&[("a", "b"), ("b", "a")]))), "{line}");
        }
        assert_eq!(parse(&entry, "1c 2c"), Ok(Response::Match(map(&[("a", "z"), ("b", "z")]))));
        assert_eq!(parse(&entry, "1b"), Err(Misread::NotEveryLine { missing: 2 }));
        for line in ["3a", "1d 2a", "1a 1b", "ab", "1 2"] {
            assert_eq!(parse(&entry, line), Err(Misread::NotPairs { left: 2, right: 3 }), "{line}");
        }
    }

    #[test]
    fn gaps_are_parts_between_semicolons() {
        let typed = Blank { name: "where".into(), fill: Fill::Typed(accepted(&["Region"])), why: text("w") };
        let chosen = Blank { name: "copies".into(), fill: Fill::Chosen(choices(2, "a")), why: text("w") };
        let entry = entry(Body::Cloze(vec![typed, chosen]));
        for line in ["Region; 2", "Region;Option B"] {
            assert_eq!(
                parse(&entry, line),
                Ok(Response::Cloze(map(&[("where", "Region"), ("copies", "b")]))),
                "{line}"
            );
        }
        assert_eq!(parse(&entry, "; 1"), Ok(Response::Cloze(map(&[("where", ""), ("copies", "a")]))));
        assert_eq!(parse(&entry, "Region"), Err(Misread::WrongNumberOfParts { wanted: 2, found: 1 }));
        assert_eq!(parse(&entry, "Region; 3"), Err(Misread::NotAnOption { gap: 2, highest: 2 }));
        assert_eq!(parse(&entry, ";"), Err(Misread::Nothing));
    }

    #[test]
    fn every_example_is_an_answer() {
        let typed = Blank { name: "where".into(), fill: Fill::Typed(accepted(&["Region"])), why: text("w") };
        let chosen = Blank { name: "copies".into(), fill: Fill::Chosen(choices(2, "a")), why: text("w") };
        let bodies = [
            Body::Single(choices(4, "a")),
            Body::Multiple(choices(5, "abc")),
            Body::Multiple(choices(3, "abc")),
            Body::Boolean { answer: true, why_true: text("y"), why_false: text("n") },
            Body::Short { accept: accepted(&["S3"]), traps: Vec::new() },
            Body::Number { value: 1.0, tolerance: 0.0, unit: text("분"), traps: Vec::new() },
            Body::Order(items(4)),
            Body::Match { pairs: pairs(3), distractors: Vec::new() },
            Body::Cloze(vec![typed, chosen]),
        ];
        for body in bodies {
            let entry = entry(body);
            for language in Language::ALL {
                let example = example(&entry, language);
                assert!(parse(&entry, &example).is_ok(), "{example} for {:?}", entry.question.kind());
            }
        }
    }
}
