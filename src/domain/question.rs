//! A question: its situation, what can be answered, and why each answer is right or wrong.
//!
//! It must not know how it is written in a file or drawn on a screen; grading lives beside it.

use super::id::{QuestionId, SectionId};
use super::shuffle::{Options, Shuffle, hash, permutation};
use crate::text::Localized;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A text in the languages that it was written in.
pub type Text = Localized<String>;

/// The name of an option, item, pair or distractor within its question: by default its letter by position in the file.
pub type OptionId = String;

#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    pub id: QuestionId,
    /// Where the answer is taught.
    pub section: SectionId,
    pub difficulty: Difficulty,
    pub revision: u32,
    pub shuffle: bool,
    pub prompt: Text,
    pub hints: Vec<Text>,
    pub explanation: Text,
    pub services: Vec<String>,
    pub topics: Vec<String>,
    /// Exam to domain.
    pub domains: BTreeMap<String, String>,
    pub sources: Vec<String>,
    pub verified: Option<jiff::civil::Date>,
    pub body: Body,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Difficulty {
    Recall = 1,
    Apply = 2,
    Decide = 3,
}

/// What can be answered, by kind.
#[derive(Debug, Clone, PartialEq)]
pub enum Body {
    /// One option is right.
    Single(Vec<Choice>),
    /// Two or more options are right.
    Multiple(Vec<Choice>),
    Boolean {
        answer: bool,
        why_true: Text,
        why_false: Text,
    },
    Short {
        accept: Accepted,
        traps: Vec<Trap<Accepted>>,
    },
    Number {
        value: f64,
        tolerance: f64,
        unit: Text,
        traps: Vec<Trap<f64>>,
    },
    /// Items in the right order.
    Order(Vec<Item>),
    Match {
        pairs: Vec<Pair>,
        distractors: Vec<Item>,
    },
    Cloze(Vec<Blank>),
}

/// The kinds by name, as files and tables of figures have them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    Single,
    Multiple,
    Boolean,
    Short,
    Number,
    Order,
    Match,
    Cloze,
}

impl Kind {
    pub const ALL: [Kind; 8] =
        [Kind::Single, Kind::Multiple, Kind::Boolean, Kind::Short, Kind::Number, Kind::Order, Kind::Match, Kind::Cloze];

    /// The name in a question file.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Single => "single",
            Kind::Multiple => "multiple",
            Kind::Boolean => "boolean",
            Kind::Short => "short",
            Kind::Number => "number",
            Kind::Order => "order",
            Kind::Match => "match",
            Kind::Cloze => "cloze",
        }
    }
}

/// An option of a choice.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    pub id: OptionId,
    pub correct: bool,
    pub text: Text,
    pub why: Text,
}

/// An item to put in order, or a right-hand text that fits nowhere.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    pub id: OptionId,
    pub text: Text,
    pub why: Text,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    pub id: OptionId,
    pub left: Text,
    pub right: Text,
    pub why: Text,
}

/// A gap of a cloze text, named `{{name}}` in the prompt.
#[derive(Debug, Clone, PartialEq)]
pub struct Blank {
    pub name: String,
    pub fill: Fill,
    pub why: Text,
}

/// How a gap is filled.
#[derive(Debug, Clone, PartialEq)]
pub enum Fill {
    Typed(Accepted),
    Chosen(Vec<Choice>),
}

impl Fill {
    /// What can be chosen, in the order of the file; nothing where one types.
    pub fn options(&self) -> &[Choice] {
        match self {
            Fill::Chosen(choices) => choices,
            Fill::Typed(_) => &[],
        }
    }
}

/// Answers that count, in any language.
pub type Accepted = Localized<Vec<String>>;

/// A wrong answer that people give, and the belief behind it.
#[derive(Debug, Clone, PartialEq)]
pub struct Trap<T> {
    pub answer: T,
    pub why: Text,
}

impl Question {
    pub fn kind(&self) -> Kind {
        match &self.body {
            Body::Single(_) => Kind::Single,
            Body::Multiple(_) => Kind::Multiple,
            Body::Boolean { .. } => Kind::Boolean,
            Body::Short { .. } => Kind::Short,
            Body::Number { .. } => Kind::Number,
            Body::Order(_) => Kind::Order,
            Body::Match { .. } => Kind::Match,
            Body::Cloze(_) => Kind::Cloze,
        }
    }

    /// The ids that can be chosen, ordered or matched (the right-hand side of a match), as shown under `seed`.
    ///
    /// The order depends on the seed and the question, so that a run of a quiz can be repeated from its event.
    /// A question that pins its order shows it as written, and so does every choice for a learner who wants that; items
    /// to be put in order are always mixed, and never by chance already right.
    pub fn shown(&self, shuffle: Shuffle) -> Vec<OptionId> {
        let ids: Vec<&OptionId> = match &self.body {
            Body::Single(choices) | Body::Multiple(choices) => choices.iter().map(|choice| &choice.id).collect(),
            Body::Order(items) => items.iter().map(|item| &item.id).collect(),
            Body::Match { pairs, distractors } => {
                pairs.iter().map(|pair| &pair.id).chain(distractors.iter().map(|item| &item.id)).collect()
            }
            Body::Boolean { .. } | Body::Short { .. } | Body::Number { .. } | Body::Cloze(_) => {
                return Vec::new();
            }
        };
        let ordered = matches!(self.body, Body::Order(_));
        // Not the lines of a match: as written, each would stand beside its answer.
        let is_choice = matches!(self.body, Body::Single(_) | Body::Multiple(_));
        let pinned = !self.shuffle || (is_choice && shuffle.options == Options::AsWritten);
        if pinned && !ordered {
            return ids.into_iter().cloned().collect();
        }
        let mut order = permutation(ids.len(), shuffle.seed ^ hash(self.id.as_str()));
        if ordered && order.is_sorted() {
            order.reverse();
        }
        order.into_iter().map(|position| ids[position].clone()).collect()
    }

    /// A fingerprint of the answer key, for noticing that it changed without a new revision.
    pub fn key(&self) -> String {
        let right = |choices: &[Choice]| {
            let ids: Vec<&str> =
                choices.iter().filter(|choice| choice.correct).map(|choice| choice.id.as_str()).collect();
            ids.join(",")
        };
        let key = match &self.body {
            Body::Single(choices) | Body::Multiple(choices) => right(choices),
            Body::Boolean { answer, .. } => answer.to_string(),
            Body::Short { accept, .. } => all_accepted(accept).collect::<Vec<_>>().join("|"),
            Body::Number { value, tolerance, .. } => format!("{value}±{tolerance}"),
            Body::Order(items) => items.iter().map(|item| item.id.as_str()).collect::<Vec<_>>().join(","),
            Body::Match { pairs, .. } => pairs.iter().map(|pair| pair.id.as_str()).collect::<Vec<_>>().join(","),
            Body::Cloze(blanks) => blanks
                .iter()
                .map(|blank| match &blank.fill {
                    Fill::Typed(accept) => {
                        format!("{}={}", blank.name, all_accepted(accept).collect::<Vec<_>>().join("|"))
                    }
                    Fill::Chosen(choices) => format!("{}={}", blank.name, right(choices)),
                })
                .collect::<Vec<_>>()
                .join(";"),
        };
        format!("{:016x}", hash(&format!("{}:{key}", self.kind().name())))
    }

    /// How many options are right, for "choose n".
    pub fn correct_count(&self) -> usize {
        match &self.body {
            Body::Single(choices) | Body::Multiple(choices) => choices.iter().filter(|choice| choice.correct).count(),
            _ => 1,
        }
    }
}

/// Every accepted spelling of every language.
pub fn all_accepted(accept: &Accepted) -> impl Iterator<Item = &str> {
    accept.iter().flat_map(|(_, spellings)| spellings).map(String::as_str)
}

/// The letter of a position: `a` … `z`, then `aa`, `ab` ….
pub fn letter(position: usize) -> OptionId {
    let last = char::from(b'a' + (position % 26) as u8);
    match position / 26 {
        0 => last.to_string(),
        rest => format!("{}{last}", letter(rest - 1)),
    }
}

/// Questions for the tests of this crate.
#[cfg(test)]
pub mod examples {
    use super::*;

    pub fn question(id: &str, body: Body) -> Question {
        Question {
            id: id.into(),
            section: "s3#when".into(),
            difficulty: Difficulty::Apply,
            revision: 1,
            shuffle: true,
            prompt: text("Where?"),
            hints: vec![text("Think of readers."), text("Think of HTTP.")],
            explanation: text("Because."),
            services: Vec::new(),
            topics: Vec::new(),
            domains: BTreeMap::new(),
            sources: Vec::new(),
            verified: None,
            body,
        }
    }

    pub fn text(text: &str) -> Text {
        Localized::same(text.to_string())
    }

    /// Options `a`, `b`, … of which those named in `right` are right.
    pub fn choices(count: usize, right: &str) -> Vec<Choice> {
        let choice = |position| {
            let id = letter(position);
            Choice {
                correct: right.contains(&id),
                text: text(&format!("option {id}")),
                why: text(&format!("why {id}")),
                id,
            }
        };
        (0..count).map(choice).collect()
    }

    pub fn items(count: usize) -> Vec<Item> {
        (0..count)
            .map(letter)
            .map(|id| Item { text: text(&format!("item {id}")), why: text(&format!("why {id}")), id })
            .collect()
    }

    pub fn pairs(count: usize) -> Vec<Pair> {
        let pair = |id: String| Pair {
            left: text(&format!("left {id}")),
            right: text(&format!("right {id}")),
            why: text("because"),
            id,
        };
        (0..count).map(letter).map(pair).collect()
    }

    pub fn accepted(spellings: &[&str]) -> Accepted {
        Localized::same(spellings.iter().map(ToString::to_string).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::examples::*;
    use super::*;

    fn mixed(seed: u64) -> Shuffle {
        Shuffle::new(seed, Options::Shuffled)
    }

    #[test]
    fn letters_go_on_after_z() {
        assert_eq!([0, 25, 26, 27, 52].map(letter), ["a", "z", "aa", "ab", "ba"]);
    }

    #[test]
    fn the_seed_decides_the_order_and_nothing_is_missing() {
        let question = question("q", Body::Single(choices(4, "a")));
        assert_eq!(question.shown(mixed(3)), question.shown(mixed(3)));
        let mut ids = question.shown(mixed(3));
        ids.sort();
        assert_eq!(ids, ["a", "b", "c", "d"]);
    }

    #[test]
    fn a_pinned_question_keeps_its_order() {
        let mut question = question("q", Body::Single(choices(4, "a")));
        question.shuffle = false;
        assert_eq!(question.shown(mixed(3)), ["a", "b", "c", "d"]);
    }

    #[test]
    fn a_learner_who_wants_options_as_written_gets_them_but_no_pairs_side_by_side() {
        let as_written = |seed| Shuffle::new(seed, Options::AsWritten);
        let choice = question("q", Body::Multiple(choices(4, "ab")));
        assert!((0..20).all(|seed| choice.shown(as_written(seed)) == ["a", "b", "c", "d"]));
        let matched = question("q", Body::Match { pairs: pairs(3), distractors: Vec::new() });
        assert!((0..20).any(|seed| matched.shown(as_written(seed)) != ["a", "b", "c"]));
    }

    #[test]
    fn items_to_order_never_start_in_order() {
        let question = question("q", Body::Order(items(2)));
        assert!((0..50).all(|seed| question.shown(mixed(seed)) == ["b", "a"]));
    }

    #[test]
    fn a_reworded_option_keeps_the_key_and_another_answer_changes_it() {
        let before = question("q", Body::Single(choices(4, "a")));
        let mut reworded = before.clone();
        reworded.prompt = text("Reworded?");
        assert_eq!(before.key(), reworded.key());
        assert_ne!(before.key(), question("q", Body::Single(choices(4, "b"))).key());
    }
}
