//! A verdict in words: what was right, and why for every option.
//!
//! It must not grade and must not print. "Option 2, correct, your answer: …" says what ticks and colours say elsewhere.

use super::speech::{gap_name, line};
use crate::domain::question::{Body, Item, Pair, letter};
use crate::domain::quiz::{Entry, Outcome};
use crate::domain::response::Response;
use crate::domain::verdict::{Grade, Mark, Reason};
use crate::text::Language;
use crate::text::words::plain::PlainWords;
use crate::text::words::{Words, fill};

/// The lines of a verdict. `section` is where to read more, as people call it.
pub fn lines(entry: &Entry, outcome: &Outcome, section: &str, language: Language) -> Vec<String> {
    let teller = Teller { entry, language, words: PlainWords::of(language), common: Words::of(language) };
    let mut lines = vec![teller.headline(outcome), String::new()];
    for reason in teller.in_shown_order(&outcome.verdict.reasons) {
        lines.push(teller.reason(reason));
        let why = line(reason.why.text(language), teller.words);
        if !why.is_empty() {
            lines.push(fill(teller.words.why, &[("why", why)]));
        }
    }
    // Typed answers carry the explanation as the reason of the right answer.
    let is_typed = matches!(entry.question.body, Body::Short { .. } | Body::Number { .. });
    let explanation = line(entry.question.explanation.text(language), teller.words);
    if !is_typed && !explanation.is_empty() {
        lines.push(fill(teller.words.explanation, &[("text", explanation)]));
    }
    lines.extend(teller.origins(section));
    lines
}

struct Teller<'e> {
    entry: &'e Entry,
    language: Language,
    words: &'static PlainWords,
    common: &'static Words,
}

impl Teller<'_> {
    fn headline(&self, outcome: &Outcome) -> String {
        let common = self.common;
        match outcome.verdict.grade() {
            _ if outcome.response == Response::Unknown => format!("{}.", common.now_you_know),
            Grade::Right => format!("{}.", common.right),
            Grade::Wrong => format!("{}.", common.wrong),
            Grade::Partly => {
                let percent = (outcome.verdict.score * 100.0).round();
                format!("{}.", fill(common.partly, &[("percent", percent.to_string())]))
            }
        }
    }

    /// Options in the order in which they were shown, everything else as it comes.
    fn in_shown_order<'r>(&self, reasons: &'r [Reason]) -> Vec<&'r Reason> {
        let mut ordered: Vec<&Reason> = reasons.iter().collect();
        if matches!(self.entry.question.body, Body::Single(_) | Body::Multiple(_)) {
            ordered.sort_by_key(|reason| self.shown_place(reason));
        }
        ordered
    }

    fn reason(&self, reason: &Reason) -> String {
        match &self.entry.question.body {
            Body::Single(_) | Body::Multiple(_) => self.option(reason),
            Body::Boolean { .. } => self.statement(reason),
            Body::Short { .. } | Body::Number { .. } => self.typed(reason),
            Body::Order(items) => self.item(items, reason),
            Body::Match { pairs, .. } => self.pair(pairs, reason),
            Body::Cloze(blanks) => {
                let place = blanks.iter().position(|blank| blank.name == reason.id).unwrap_or(0);
                self.placed(gap_name(place, self.words), reason, self.label(reason))
            }
        }
    }

    fn option(&self, reason: &Reason) -> String {
        let number = self.shown_place(reason).map_or(0, |place| place + 1);
        let name = fill(self.words.option, &[("number", number.to_string())]);
        self.told(&[name, self.correctness(reason), self.chosen(reason)], &self.label(reason))
    }

    fn statement(&self, reason: &Reason) -> String {
        let name = if reason.id == "true" { self.common.statement_true } else { self.common.statement_false };
        self.told(&[name.to_string(), self.correctness(reason), self.chosen(reason)], "")
    }

    fn typed(&self, reason: &Reason) -> String {
        let parts = match (reason.mark, reason.chosen) {
            (Mark::Right, true) => [self.words.typed_answer.to_string(), self.words.correct.to_string()],
            (Mark::Right, false) => [self.words.right_answer.to_string(), String::new()],
            (Mark::Wrong | Mark::Neutral, _) => [self.words.typed_answer.to_string(), self.words.incorrect.to_string()],
        };
        self.told(&parts, &self.label(reason))
    }

    fn item(&self, items: &[Item], reason: &Reason) -> String {
        let place = items.iter().position(|item| item.id == reason.id).unwrap_or(0);
        let name = fill(self.words.place, &[("number", (place + 1).to_string())]);
        match &reason.given {
            Some(given) => {
                let given = fill(self.common.you_put_it_at, &[("given", given.text(self.language).to_string())]);
                self.told(&[name, self.words.incorrect.to_string(), given], &self.label(reason))
            }
            None => self.placed(name, reason, self.label(reason)),
        }
    }

    fn pair(&self, pairs: &[Pair], reason: &Reason) -> String {
        match pairs.iter().position(|pair| pair.id == reason.id) {
            Some(place) => {
                let side = |text: &crate::domain::question::Text| line(text.text(self.language), self.words);
                let (left, right) = (side(&pairs[place].left), side(&pairs[place].right));
                let name = fill(self.words.line, &[("number", (place + 1).to_string())]);
                self.placed(name, reason, fill(self.words.goes_with, &[("left", left), ("right", right)]))
            }
            // A text that fits nowhere.
            None => {
                let name = self.shown_place(reason).map(letter).unwrap_or_default();
                self.told(&[name, self.words.fits_nowhere.to_string(), self.chosen(reason)], &self.label(reason))
            }
        }
    }

    /// Something that has one right content: was it given, and what was given instead?
    fn placed(&self, name: String, reason: &Reason, label: String) -> String {
        let given = reason.given.as_ref().map(|given| line(given.text(self.language), self.words));
        match given {
            Some(given) => {
                let given = fill(self.common.you_answered, &[("given", given)]);
                // What was given may hold commas of its own, so the right content follows as a sentence.
                let right = fill(self.words.right_is, &[("text", label)]);
                format!("{}. {right}", self.told(&[name, self.words.incorrect.to_string(), given], ""))
            }
            None if reason.chosen => self.told(&[name, self.words.correct.to_string()], &label),
            None => self.told(&[name], &label),
        }
    }

    fn told(&self, parts: &[String], label: &str) -> String {
        let parts: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        let told = parts.join(", ");
        if label.is_empty() { told } else { format!("{told}: {label}") }
    }

    fn correctness(&self, reason: &Reason) -> String {
        let word = if reason.mark == Mark::Right { self.words.correct } else { self.words.incorrect };
        word.to_string()
    }

    fn chosen(&self, reason: &Reason) -> String {
        if reason.chosen { self.common.your_answer.to_string() } else { String::new() }
    }

    fn label(&self, reason: &Reason) -> String {
        line(reason.label.text(self.language), self.words)
    }

    fn shown_place(&self, reason: &Reason) -> Option<usize> {
        self.entry.shown.iter().position(|id| *id == reason.id)
    }

    fn origins(&self, section: &str) -> Vec<String> {
        let question = &self.entry.question;
        let mut lines = Vec::new();
        for source in &question.sources {
            lines.push(fill(self.words.source, &[("address", source.clone())]));
        }
        if let Some(date) = question.verified {
            lines.push(fill(self.common.verified_on, &[("date", date.to_string())]));
        }
        if !section.is_empty() {
            lines.push(format!("{}: {section}", self.common.read_again));
        }
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::question::examples::*;
    use crate::domain::question::{Blank, Fill};
    use crate::domain::quiz::Quiz;
    use crate::domain::shuffle::{Options, Shuffle};

    fn told(body: Body, response: Response, language: Language) -> Vec<String> {
        let mut question = question("q", body);
        question.shuffle = false;
        question.sources = vec!["https://a.example".to_string()];
        let mut quiz = Quiz::alone("s3".into(), question, Shuffle::new(1, Options::Shuffled));
        quiz.answer(response, 0, language);
        let entry = &quiz.entries()[0];
        lines(entry, entry.outcome.as_ref().unwrap(), "S3, When", language)
    }

    #[test]
    fn every_option_is_said_with_its_reason() {
        let told = told(Body::Single(choices(2, "b")), Response::choice(["a"]), Language::English);
        assert_eq!(
            told,
            [
                "Not right.",
                "",
                "Option 1, wrong, your answer: option a",
                "Why: why a",
                "Option 2, correct: option b",
                "Why: why b",
                "Explanation: Because.",
                "Source: https://a.example",
                "Read again: S3, When",
            ]
        );
    }

    #[test]
    fn it_is_said_in_korean_too() {
        let told = told(Body::Multiple(choices(3, "ab")), Response::choice(["a"]), Language::Korean);
        assert_eq!(told[0], "일부만 맞았어요: 50%.");
        assert_eq!(told[2], "1번, 정답, 내가 고른 답: option a");
        assert_eq!(told[6], "3번, 오답: option c");
    }

    #[test]
    fn a_statement_has_no_text_of_its_own() {
        let body = Body::Boolean { answer: false, why_true: text("no"), why_false: text("yes") };
        let told = told(body, Response::Boolean(false), Language::English);
        assert_eq!(told[2..6], ["True, wrong", "Why: no", "False, correct, your answer", "Why: yes"]);
    }

    #[test]
    fn a_typed_answer_has_the_explanation_once() {
        let body = Body::Short { accept: accepted(&["bucket"]), traps: Vec::new() };
        let told = told(body, Response::Text("folder".into()), Language::English);
        assert_eq!(told[2..5], ["Your answer, wrong: folder", "Right answer: bucket", "Why: Because."]);
        assert!(!told.contains(&"Explanation: Because.".to_string()));
    }

    #[test]
    fn a_misplaced_item_says_where_it_was_put() {
        let order = Response::Order(vec!["b".into(), "a".into(), "c".into()]);
        let told = told(Body::Order(items(3)), order, Language::English);
        assert_eq!(told[2], "Place 1, wrong, you put it at 2: item a");
        assert_eq!(told[6], "Place 3, correct: item c");
    }

    #[test]
    fn pairs_gaps_and_what_fits_nowhere_are_named() {
        let extra = Item { id: "z".into(), text: text("EBS"), why: text("no") };
        let body = Body::Match { pairs: pairs(2), distractors: vec![extra] };
        let matched = Response::Match([("a".into(), "a".into()), ("b".into(), "z".into())].into());
        let pairs = told(body, matched, Language::English);
        assert_eq!(pairs[2], "Line 1, correct: left a goes with right a");
        assert_eq!(pairs[4], "Line 2, wrong, you answered: EBS. Right: left b goes with right b");
        assert_eq!(pairs[6], "c, fits nowhere, your answer: EBS");
        let blank = Blank { name: "where".into(), fill: Fill::Typed(accepted(&["Region"])), why: text("w") };
        let filled = Response::Cloze([("where".into(), "zone".into())].into());
        let gaps = told(Body::Cloze(vec![blank.clone()]), filled, Language::English);
        assert_eq!(gaps[2], "Gap 1, wrong, you answered: zone. Right: Region");
        let unknown = told(Body::Cloze(vec![blank]), Response::Unknown, Language::English);
        assert_eq!(unknown[..3], ["Now you know.", "", "Gap 1: Region"]);
    }
}
