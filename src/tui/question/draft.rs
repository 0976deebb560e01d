//! An answer in the making: what is marked, typed, ordered or matched before Enter.
//!
//! It holds ids, not texts, so that the language can change underneath. It must not draw.

use super::moves::{cloze, edit, mark, order, pair, several};
use crate::domain::question::{Body, Fill, OptionId};
use crate::domain::quiz::Entry;
use crate::domain::response::Response;
use crate::tui::action::Action;
use crate::tui::keymap::Context;
use std::collections::{BTreeMap, BTreeSet};
use tui_input::Input;

#[derive(Debug, Clone)]
pub enum Draft {
    /// One of these; nothing is marked at first, so that Enter pressed once too often answers nothing.
    One {
        ids: Vec<OptionId>,
        marked: Option<usize>,
    },
    Several {
        ids: Vec<OptionId>,
        cursor: usize,
        chosen: BTreeSet<OptionId>,
    },
    Boolean {
        marked: Option<bool>,
    },
    Typed(Input),
    Order {
        ids: Vec<OptionId>,
        cursor: usize,
        lifted: bool,
        touched: bool,
    },
    Match {
        lefts: Vec<OptionId>,
        rights: Vec<OptionId>,
        cursor: usize,
        matched: BTreeMap<OptionId, OptionId>,
    },
    Cloze {
        gaps: Vec<Gap>,
        cursor: usize,
    },
}

/// A gap of a cloze text in the making.
#[derive(Debug, Clone)]
pub struct Gap {
    pub name: String,
    pub fill: GapFill,
}

#[derive(Debug, Clone)]
pub enum GapFill {
    Typed(Input),
    Chosen { ids: Vec<OptionId>, marked: Option<usize> },
}

impl Draft {
    pub fn new(entry: &Entry) -> Draft {
        let ids = entry.shown.clone();
        match &entry.question.body {
            Body::Single(_) => Draft::One { ids, marked: None },
            Body::Multiple(_) => Draft::Several { ids, cursor: 0, chosen: BTreeSet::new() },
            Body::Boolean { .. } => Draft::Boolean { marked: None },
            Body::Short { .. } | Body::Number { .. } => Draft::Typed(Input::default()),
            Body::Order(_) => Draft::Order { ids, cursor: 0, lifted: false, touched: false },
            Body::Match { pairs, .. } => {
                let lefts = pairs.iter().map(|pair| pair.id.clone()).collect();
                Draft::Match { lefts, rights: ids, cursor: 0, matched: BTreeMap::new() }
            }
            Body::Cloze(blanks) => {
                let gap = |blank: &crate::domain::question::Blank| {
                    let fill = match &blank.fill {
                        Fill::Typed(_) => GapFill::Typed(Input::default()),
                        Fill::Chosen(choices) => GapFill::Chosen {
                            ids: choices.iter().map(|choice| choice.id.clone()).collect(),
                            marked: None,
                        },
                    };
                    Gap { name: blank.name.clone(), fill }
                };
                Draft::Cloze { gaps: blanks.iter().map(gap).collect(), cursor: 0 }
            }
        }
    }

    /// A draft that says what was answered before, to be changed or left.
    pub fn of_response(entry: &Entry, response: &Response) -> Draft {
        let mut draft = Draft::new(entry);
        match (&mut draft, response) {
            (Draft::One { ids, marked }, Response::Choice(chosen)) => {
                *marked = ids.iter().position(|id| chosen.contains(id));
            }
            (Draft::Several { chosen, .. }, Response::Choice(before)) => *chosen = before.clone(),
            (Draft::Boolean { marked }, Response::Boolean(answer)) => *marked = Some(*answer),
            (Draft::Typed(input), Response::Text(text)) => *input = Input::new(text.clone()),
            // Items that were added or removed since then are put in order anew.
            (Draft::Order { ids, touched, .. }, Response::Order(order)) => {
                let (mut here, mut there) = (ids.clone(), order.clone());
                here.sort();
                there.sort();
                if here == there {
                    (*ids, *touched) = (order.clone(), true);
                }
            }
            (Draft::Match { matched, .. }, Response::Match(before)) => *matched = before.clone(),
            (Draft::Cloze { gaps, .. }, Response::Cloze(filled)) => {
                for gap in gaps {
                    let value = filled.get(&gap.name);
                    match &mut gap.fill {
                        GapFill::Typed(input) => *input = Input::new(value.cloned().unwrap_or_default()),
                        GapFill::Chosen { ids, marked } => *marked = ids.iter().position(|id| Some(id) == value),
                    }
                }
            }
            _ => {}
        }
        draft
    }

    /// Whether letters are text now.
    pub fn context(&self) -> Context {
        match self {
            Draft::Typed(_) => Context::Typing,
            Draft::Cloze { gaps, cursor } if matches!(gaps.get(*cursor), Some(Gap { fill: GapFill::Typed(_), .. })) => {
                Context::Typing
            }
            _ => Context::Choosing,
        }
    }

    /// Changes the draft; `false` if the action means nothing here.
    pub fn update(&mut self, action: &Action) -> bool {
        match self {
            Draft::One { ids, marked } => mark(action, ids.len(), marked),
            Draft::Boolean { marked } => {
                let mut row = marked.map(|answer| usize::from(!answer));
                let changed = mark(action, 2, &mut row);
                *marked = row.map(|row| row == 0);
                changed
            }
            Draft::Several { ids, cursor, chosen } => several(action, ids, cursor, chosen),
            Draft::Typed(input) => edit(input, action),
            Draft::Order { ids, cursor, lifted, touched } => {
                let changed = order(action, ids, cursor, lifted);
                *touched |= changed;
                changed
            }
            Draft::Match { lefts, rights, cursor, matched } => pair(action, lefts, rights, cursor, matched),
            Draft::Cloze { gaps, cursor } => cloze(action, gaps, cursor),
        }
    }

    /// What has been answered so far, or `None` while nothing has: a choice, a match or a cloze text may be half done.
    pub fn response(&self) -> Option<Response> {
        match self {
            Draft::One { ids, marked } => marked.map(|row| Response::choice([ids[row].as_str()])),
            Draft::Several { chosen, .. } => (!chosen.is_empty()).then(|| Response::Choice(chosen.clone())),
            Draft::Boolean { marked } => marked.map(Response::Boolean),
            Draft::Typed(input) => {
                (!input.value().trim().is_empty()).then(|| Response::Text(input.value().trim().to_string()))
            }
            Draft::Order { ids, touched, .. } => touched.then(|| Response::Order(ids.clone())),
            Draft::Match { matched, .. } => (!matched.is_empty()).then(|| Response::Match(matched.clone())),
            Draft::Cloze { gaps, .. } => {
                let filled: BTreeMap<String, String> =
                    gaps.iter().filter_map(|gap| Some((gap.name.clone(), gap.value()?))).collect();
                (!filled.is_empty()).then_some(Response::Cloze(filled))
            }
        }
    }
}

impl Gap {
    pub(super) fn value(&self) -> Option<String> {
        match &self.fill {
            GapFill::Typed(input) => Some(input.value().trim().to_string()).filter(|text| !text.is_empty()),
            GapFill::Chosen { ids, marked } => marked.map(|row| ids[row].clone()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::question::examples::*;
    use crate::domain::quiz::Quiz;
    use crate::domain::shuffle::{Options, Shuffle};
    use crate::tui::action::Edit;
    use uuid::Uuid;

    fn draft(body: Body) -> Draft {
        let mut question = question("q", body);
        question.shuffle = false;
        let quiz = Quiz::start("s3".into(), vec![question], Shuffle::new(1, Options::Shuffled), Uuid::nil());
        Draft::new(quiz.current().unwrap())
    }

    fn after(mut draft: Draft, actions: &[Action]) -> Option<Response> {
        actions.iter().for_each(|action| {
            draft.update(action);
        });
        draft.response()
    }

    fn typed(text: &str) -> Action {
        Action::Edit(Edit::Insert(text.into()))
    }

    #[test]
    fn nothing_is_answered_before_something_is_marked() {
        assert_eq!(after(draft(Body::Single(choices(3, "a"))), &[]), None);
        assert_eq!(
            after(draft(Body::Single(choices(3, "a"))), &[Action::Down, Action::Down]),
            Some(Response::choice(["b"]))
        );
        assert_eq!(after(draft(Body::Single(choices(3, "a"))), &[Action::Digit(3)]), Some(Response::choice(["c"])));
    }

    #[test]
    fn several_are_toggled_by_digit_or_space() {
        let actions = [Action::Digit(1), Action::Digit(3), Action::Digit(1), Action::Down, Action::Toggle];
        assert_eq!(after(draft(Body::Multiple(choices(3, "ab"))), &actions), Some(Response::choice(["b", "c"])));
    }

    #[test]
    fn true_stands_above_false() {
        let body = || Body::Boolean { answer: true, why_true: text(""), why_false: text("") };
        assert_eq!(after(draft(body()), &[Action::Digit(1)]), Some(Response::Boolean(true)));
        assert_eq!(after(draft(body()), &[Action::Up]), Some(Response::Boolean(false)));
    }

    #[test]
    fn hangul_is_typed_and_deleted_by_syllable() {
        let body = || Body::Short { accept: accepted(&["x"]), traps: Vec::new() };
        let actions = [typed("버킷"), typed("이"), Action::Edit(Edit::DeleteBack)];
        assert_eq!(after(draft(body()), &actions), Some(Response::Text("버킷".into())));
        assert_eq!(after(draft(body()), &[typed("  ")]), None);
    }

    #[test]
    fn an_item_is_lifted_moved_and_dropped() {
        let ids = |response| match response {
            Some(Response::Order(ids)) => ids.concat(),
            other => panic!("{other:?}"),
        };
        // Two items are shown in the wrong order: b a.
        assert_eq!(after(draft(Body::Order(items(2))), &[]), None);
        assert_eq!(ids(after(draft(Body::Order(items(2))), &[Action::Toggle, Action::Down, Action::Toggle])), "ab");
        assert_eq!(ids(after(draft(Body::Order(items(2))), &[Action::Digit(2)])), "ab");
    }

    #[test]
    fn lines_are_matched_one_after_the_other() {
        let body = || Body::Match { pairs: pairs(2), distractors: Vec::new() };
        let matched = [("a".to_string(), "b".to_string()), ("b".to_string(), "a".to_string())];
        assert_eq!(after(draft(body()), &[Action::Digit(2), Action::Right]), Some(Response::Match(matched.into())));
    }

    #[test]
    fn an_answer_can_be_taken_up_again() {
        let pairs_matched = [("a".to_string(), "b".to_string()), ("b".to_string(), "a".to_string())];
        let gap =
            crate::domain::question::Blank { name: "x".into(), fill: Fill::Chosen(choices(2, "a")), why: text("") };
        for (body, response) in [
            (Body::Single(choices(3, "a")), Response::choice(["c"])),
            (Body::Multiple(choices(3, "ab")), Response::choice(["a", "c"])),
            (Body::Boolean { answer: true, why_true: text(""), why_false: text("") }, Response::Boolean(false)),
            (Body::Short { accept: accepted(&["x"]), traps: Vec::new() }, Response::Text("버킷".into())),
            (Body::Order(items(3)), Response::Order(vec!["c".into(), "a".into(), "b".into()])),
            (Body::Match { pairs: pairs(2), distractors: Vec::new() }, Response::Match(pairs_matched.into())),
            (Body::Cloze(vec![gap]), Response::Cloze([("x".to_string(), "b".to_string())].into())),
        ] {
            let entry = Entry::new(question("q", body), Shuffle::new(1, Options::Shuffled));
            assert_eq!(Draft::of_response(&entry, &response).response(), Some(response));
        }
    }

    #[test]
    fn half_a_match_is_kept_where_it_may_be_gone_on_with() {
        let mut draft = draft(Body::Match { pairs: pairs(2), distractors: Vec::new() });
        assert_eq!(draft.response(), None);
        draft.update(&Action::Digit(2));
        let half = Response::Match([("a".to_string(), "b".to_string())].into());
        assert_eq!(draft.response(), Some(half));
    }

    #[test]
    fn gaps_are_typed_or_chosen() {
        let blank = |name: &str, fill| crate::domain::question::Blank { name: name.into(), fill, why: text("") };
        let body = Body::Cloze(vec![
            blank("where", Fill::Typed(accepted(&["x"]))),
            blank("copies", Fill::Chosen(choices(2, "a"))),
        ]);
        let mut draft = draft(body);
        assert_eq!(draft.context(), Context::Typing);
        draft.update(&typed("리전"));
        draft.update(&Action::NextStop);
        assert_eq!(draft.context(), Context::Choosing);
        draft.update(&Action::Digit(2));
        let filled = [("where".to_string(), "리전".to_string()), ("copies".to_string(), "b".to_string())];
        assert_eq!(draft.response(), Some(Response::Cloze(filled.into())));
    }
}
