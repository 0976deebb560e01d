//! What a response to a question is worth, by kind.
//!
//! One function in, one verdict out; it must not remember anything. The scores are those of `docs/authoring.md`.

use super::normalize::normalized;
use super::question::{Accepted, Blank, Body, Choice, Fill, Item, Pair, Question, Text, Trap, all_accepted};
use super::response::Response;
use super::typed_number::typed_number;
use super::verdict::{Mark, Reason, Verdict};
use crate::text::Localized;
use std::collections::{BTreeMap, BTreeSet};

/// Grades `response`. "I don't know", and a response of another kind than the question's, score 0.
pub fn grade(question: &Question, response: &Response) -> Verdict {
    match &question.body {
        Body::Single(choices) | Body::Multiple(choices) => grade_choice(choices, response),
        Body::Boolean { answer, why_true, why_false } => grade_boolean(*answer, why_true, why_false, response),
        Body::Short { accept, traps } => grade_short(accept, traps, &question.explanation, response),
        Body::Number { value, tolerance, unit, traps } => {
            let right = NumberKey { value: *value, tolerance: *tolerance, unit };
            grade_number(&right, traps, &question.explanation, response)
        }
        Body::Order(items) => grade_order(items, response),
        Body::Match { pairs, distractors } => grade_match(pairs, distractors, response),
        Body::Cloze(blanks) => grade_cloze(blanks, response),
    }
}

fn grade_choice(choices: &[Choice], response: &Response) -> Verdict {
    let nothing = BTreeSet::new();
    let chosen = if let Response::Choice(ids) = response { ids } else { &nothing };
    let correct = choices.iter().filter(|choice| choice.correct).count();
    let hits = choices.iter().filter(|choice| choice.correct && chosen.contains(&choice.id)).count();
    let misses = choices.iter().filter(|choice| !choice.correct && chosen.contains(&choice.id)).count();
    let score = if correct == 0 { 0.0 } else { ((hits as f64 - misses as f64) / correct as f64).clamp(0.0, 1.0) };
    let reason = |choice: &Choice| {
        let chosen = chosen.contains(&choice.id);
        Reason { chosen, mark: mark(choice.correct, chosen), ..reason(&choice.id, &choice.text, &choice.why) }
    };
    Verdict { score, reasons: choices.iter().map(reason).collect() }
}

fn grade_boolean(answer: bool, why_true: &Text, why_false: &Text, response: &Response) -> Verdict {
    let given = if let Response::Boolean(given) = response { Some(*given) } else { None };
    let reason = |value: bool, why: &Text| {
        let chosen = given == Some(value);
        Reason { chosen, mark: mark(answer == value, chosen), ..reason(&value.to_string(), &Text::empty(), why) }
    };
    Verdict { score: share(given == Some(answer)), reasons: vec![reason(true, why_true), reason(false, why_false)] }
}

fn grade_short(accept: &Accepted, traps: &[Trap<Accepted>], explanation: &Text, response: &Response) -> Verdict {
    let typed = typed(response);
    let right = typed.is_some_and(|typed| is_accepted(accept, typed));
    let trap = fallen_into(traps, |answer| typed.is_some_and(|typed| is_accepted(answer, typed)));
    let label = accept.map(|_, spellings| spellings.first().cloned().unwrap_or_default());
    typed_verdict(right, typed, label, explanation, trap.map(|trap| &trap.why))
}

/// What a number has to be.
struct NumberKey<'a> {
    value: f64,
    tolerance: f64,
    unit: &'a Text,
}

fn grade_number(key: &NumberKey<'_>, traps: &[Trap<f64>], explanation: &Text, response: &Response) -> Verdict {
    let units: Vec<&str> = key.unit.iter().map(|(_, unit)| unit.as_str()).collect();
    let typed = typed(response);
    let number = typed.and_then(|typed| typed_number(typed, &units).ok());
    // A share of the value absorbs binary fractions: 0.1 + 0.2 is 0.3.
    let near = |number: f64, value: f64| (number - value).abs() <= key.tolerance + value.abs() * 1e-9;
    let right = number.is_some_and(|number| near(number, key.value));
    let trap = fallen_into(traps, |answer| number.is_some_and(|number| near(number, *answer)));
    let label = if key.unit.is_empty() {
        Localized::same(key.value.to_string())
    } else {
        key.unit.map(|_, unit| format!("{} {unit}", key.value))
    };
    typed_verdict(right, typed, label, explanation, trap.map(|trap| &trap.why))
}

/// The verdict on something typed: what is right and why, and before it what was typed instead.
fn typed_verdict(right: bool, typed: Option<&str>, label: Text, explanation: &Text, trap: Option<&Text>) -> Verdict {
    let mut reasons = Vec::new();
    if let (false, Some(typed)) = (right, typed) {
        let given = Localized::same(typed.to_string());
        let why = trap.cloned().unwrap_or_else(Text::empty);
        reasons.push(Reason { mark: Mark::Wrong, chosen: true, ..reason("", &given, &why) });
    }
    reasons.push(Reason { mark: Mark::Right, chosen: right, ..reason("", &label, explanation) });
    Verdict { score: share(right), reasons }
}

/// The share of neighbouring pairs of the right order of which the first stands before the second.
fn grade_order(items: &[Item], response: &Response) -> Verdict {
    let given: &[String] = if let Response::Order(ids) = response { ids } else { &[] };
    let place = |item: &Item| given.iter().position(|id| *id == item.id);
    let in_order =
        |pair: &&[Item]| matches!((place(&pair[0]), place(&pair[1])), (Some(first), Some(second)) if first < second);
    let kept = items.windows(2).filter(in_order).count();
    let score = if items.len() < 2 { 0.0 } else { kept as f64 / (items.len() - 1) as f64 };
    let reason = |(position, item): (usize, &Item)| {
        let placed = place(item);
        let right = placed == Some(position);
        let given = placed.filter(|_| !right).map(|placed| Localized::same((placed + 1).to_string()));
        let mark = if right || given.is_none() { Mark::Right } else { Mark::Wrong };
        Reason { mark, chosen: right, given, ..reason(&item.id, &item.text, &item.why) }
    };
    Verdict { score, reasons: items.iter().enumerate().map(reason).collect() }
}

fn grade_match(pairs: &[Pair], distractors: &[Item], response: &Response) -> Verdict {
    let nothing = BTreeMap::new();
    let matched = if let Response::Match(matched) = response { matched } else { &nothing };
    let text_of = |id: &String| {
        let right = pairs.iter().find(|pair| pair.id == *id).map(|pair| &pair.right);
        right.or_else(|| distractors.iter().find(|item| item.id == *id).map(|item| &item.text)).cloned()
    };
    // Two pairs may share a right-hand text: either of them is then right.
    let fits = |pair: &Pair, id: &String| *id == pair.id || text_of(id).as_ref() == Some(&pair.right);
    let mut right = 0;
    let mut reasons = Vec::new();
    for pair in pairs {
        let id = matched.get(&pair.id);
        let is_right = id.is_some_and(|id| fits(pair, id));
        right += usize::from(is_right);
        let label = joined(&pair.left, &pair.right);
        let given = id.filter(|_| !is_right).and_then(text_of);
        let mark = if is_right || given.is_none() { Mark::Right } else { Mark::Wrong };
        reasons.push(Reason { mark, chosen: is_right, given, ..reason(&pair.id, &label, &pair.why) });
    }
    for item in distractors {
        let chosen = matched.values().any(|id| *id == item.id);
        reasons.push(Reason { chosen, mark: mark(false, chosen), ..reason(&item.id, &item.text, &item.why) });
    }
    Verdict { score: proportion(right, pairs.len()), reasons }
}

fn grade_cloze(blanks: &[Blank], response: &Response) -> Verdict {
    let nothing = BTreeMap::new();
    let filled = if let Response::Cloze(filled) = response { filled } else { &nothing };
    let mut right = 0;
    let mut reasons = Vec::new();
    for blank in blanks {
        let value = filled.get(&blank.name).filter(|value| !value.trim().is_empty());
        let (label, is_right, given) = match &blank.fill {
            Fill::Typed(accept) => (
                accept.map(|_, spellings| spellings.first().cloned().unwrap_or_default()),
                value.is_some_and(|value| is_accepted(accept, value)),
                value.map(|value| Localized::same(value.clone())),
            ),
            Fill::Chosen(choices) => {
                let chosen = value.and_then(|value| choices.iter().find(|choice| choice.id == *value));
                let correct = choices.iter().find(|choice| choice.correct);
                (
                    correct.map_or_else(Text::empty, |choice| choice.text.clone()),
                    chosen.is_some_and(|choice| choice.correct),
                    chosen.map(|choice| choice.text.clone()),
                )
            }
        };
        right += usize::from(is_right);
        let given = given.filter(|_| !is_right);
        let mark = if is_right || given.is_none() { Mark::Right } else { Mark::Wrong };
        reasons.push(Reason { mark, chosen: is_right, given, ..reason(&blank.name, &label, &blank.why) });
    }
    Verdict { score: proportion(right, blanks.len()), reasons }
}

/// The trap that an answer fell into.
fn fallen_into<T>(traps: &[Trap<T>], fits: impl Fn(&T) -> bool) -> Option<&Trap<T>> {
    traps.iter().find(|trap| fits(&trap.answer))
}

/// Whether `typed` is one of the spellings, in whichever language.
pub fn is_accepted(accept: &Accepted, typed: &str) -> bool {
    let typed = normalized(typed);
    all_accepted(accept).any(|spelling| normalized(spelling) == typed)
}

fn typed(response: &Response) -> Option<&str> {
    if let Response::Text(text) = response { Some(text.trim()) } else { None }
}

fn reason(id: &str, label: &Text, why: &Text) -> Reason {
    Reason {
        id: id.to_string(),
        mark: Mark::Neutral,
        chosen: false,
        label: label.clone(),
        given: None,
        why: why.clone(),
    }
}

fn mark(correct: bool, chosen: bool) -> Mark {
    match (correct, chosen) {
        (true, _) => Mark::Right,
        (false, true) => Mark::Wrong,
        (false, false) => Mark::Neutral,
    }
}

fn joined(left: &Text, right: &Text) -> Text {
    let mut joined = Text::empty();
    for language in crate::text::Language::ALL {
        joined.set(language, format!("{} → {}", left.text(language), right.text(language)));
    }
    joined
}

fn share(right: bool) -> f64 {
    f64::from(u8::from(right))
}

fn proportion(right: usize, all: usize) -> f64 {
    if all == 0 { 0.0 } else { right as f64 / all as f64 }
}

#[cfg(test)]
mod tests {
    use super::super::question::examples::*;
    use super::super::question::{Body, Trap};
    use super::*;
    use crate::text::Language;

    fn score(body: Body, response: Response) -> f64 {
        grade(&question("q", body), &response).score
    }

    fn map(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
        pairs.iter().map(|(key, value)| (key.to_string(), value.to_string())).collect()
    }

    #[test]
    fn single_is_all_or_nothing_and_every_option_has_its_reason() {
        let verdict = grade(&question("q", Body::Single(choices(3, "b"))), &Response::choice(["a"]));
        assert_eq!(verdict.score, 0.0);
        let marks: Vec<_> = verdict.reasons.iter().map(|reason| (reason.mark, reason.chosen)).collect();
        assert_eq!(marks, [(Mark::Wrong, true), (Mark::Right, false), (Mark::Neutral, false)]);
        assert_eq!(verdict.reasons[2].why.text(Language::English), "why c");
    }

    #[test]
    fn multiple_takes_wrong_ones_off_but_never_below_zero() {
        let body = || Body::Multiple(choices(4, "ab"));
        assert_eq!(score(body(), Response::choice(["a", "b"])), 1.0);
        assert_eq!(score(body(), Response::choice(["a"])), 0.5);
        assert_eq!(score(body(), Response::choice(["a", "b", "c"])), 0.5);
        assert_eq!(score(body(), Response::choice(["c", "d"])), 0.0);
    }

    #[test]
    fn boolean_compares_with_the_answer() {
        let body = || Body::Boolean { answer: false, why_true: text("no"), why_false: text("yes") };
        assert_eq!(score(body(), Response::Boolean(false)), 1.0);
        assert_eq!(score(body(), Response::Boolean(true)), 0.0);
    }

    #[test]
    fn short_takes_any_language_and_names_the_trap() {
        let mut accept = Accepted::empty();
        accept.set(Language::English, vec!["security group".to_string()]);
        accept.set(Language::Korean, vec!["보안 그룹".to_string()]);
        let traps = vec![Trap { answer: accepted(&["firewall"]), why: text("a firewall is a thing of its own") }];
        let question = question("q", Body::Short { accept, traps });
        assert_eq!(grade(&question, &Response::Text("보안그룹".into())).score, 1.0);
        assert_eq!(grade(&question, &Response::Text("Amazon Security  Group".into())).score, 1.0);
        let trapped = grade(&question, &Response::Text("Firewall".into()));
        assert_eq!(trapped.score, 0.0);
        assert_eq!(trapped.reasons[0].why.text(Language::English), "a firewall is a thing of its own");
    }

    #[test]
    fn number_accepts_separators_the_unit_and_the_tolerance() {
        let body = || Body::Number { value: 1000.0, tolerance: 5.0, unit: text("GB"), traps: Vec::new() };
        for right in ["1000", "1,000", "1004 GB", "995gb", "１０００ gigabytes"] {
            assert_eq!(score(body(), Response::Text(right.into())), 1.0, "{right}");
        }
        for wrong in ["1006", "1000 MB", "a lot", ""] {
            assert_eq!(score(body(), Response::Text(wrong.into())), 0.0, "{wrong}");
        }
    }

    #[test]
    fn order_counts_neighbouring_pairs() {
        let order = |ids: &[&str]| Response::Order(ids.iter().map(ToString::to_string).collect());
        let body = || Body::Order(items(4));
        assert_eq!(score(body(), order(&["a", "b", "c", "d"])), 1.0);
        assert_eq!(score(body(), order(&["a", "c", "b", "d"])), 2.0 / 3.0);
        assert_eq!(score(body(), order(&["d", "c", "b", "a"])), 0.0);
        assert_eq!(score(body(), order(&[])), 0.0);
    }

    #[test]
    fn match_counts_pairs_and_shows_what_was_taken_instead() {
        let body = Body::Match {
            pairs: pairs(2),
            distractors: vec![Item { id: "z".into(), text: text("EBS"), why: text("no") }],
        };
        let verdict = grade(&question("q", body), &Response::Match(map(&[("a", "a"), ("b", "z")])));
        assert_eq!(verdict.score, 0.5);
        assert_eq!(verdict.reasons[1].given.as_ref().unwrap().text(Language::Korean), "EBS");
        assert_eq!((verdict.reasons[2].mark, verdict.reasons[2].chosen), (Mark::Wrong, true));
    }

    #[test]
    fn cloze_counts_gaps() {
        let typed = Blank { name: "where".into(), fill: Fill::Typed(accepted(&["Region"])), why: text("why") };
        let chosen = Blank { name: "copies".into(), fill: Fill::Chosen(choices(2, "a")), why: text("why") };
        let body = Body::Cloze(vec![typed, chosen]);
        assert_eq!(score(body.clone(), Response::Cloze(map(&[("where", "region"), ("copies", "a")]))), 1.0);
        assert_eq!(score(body, Response::Cloze(map(&[("where", "zone"), ("copies", "a")]))), 0.5);
    }

    #[test]
    fn not_knowing_scores_nothing_and_still_teaches() {
        let verdict = grade(&question("q", Body::Order(items(2))), &Response::Unknown);
        assert_eq!(verdict.score, 0.0);
        assert_eq!(verdict.reasons.len(), 2);
    }
}
