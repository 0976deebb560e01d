//! An answer in the making: what is marked, typed, ordered or matched before Enter.
//!
//! It holds ids, not texts, so that the language can change underneath. It must not draw.

use crate::domain::question::{Body, Fill, OptionId};
use crate::domain::quiz::Entry;
use crate::domain::response::Response;
use crate::tui::action::{Action, Edit};
use crate::tui::keymap::Context;
use std::collections::{BTreeMap, BTreeSet};
use tui_input::{Input, InputRequest};

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

    /// What has been answered so far: a match or a cloze text may be half done.
    pub fn so_far(&self) -> Option<Response> {
        match self {
            Draft::Match { matched, .. } => (!matched.is_empty()).then(|| Response::Match(matched.clone())),
            Draft::Cloze { gaps, .. } => {
                let filled: BTreeMap<String, String> =
                    gaps.iter().filter_map(|gap| Some((gap.name.clone(), gap.value()?))).collect();
                (!filled.is_empty()).then_some(Response::Cloze(filled))
            }
            _ => self.response(),
        }
    }

    /// The response, or `None` while nothing has been answered.
    pub fn response(&self) -> Option<Response> {
        match self {
            Draft::One { ids, marked } => marked.map(|row| Response::choice([ids[row].as_str()])),
            Draft::Several { chosen, .. } => (!chosen.is_empty()).then(|| Response::Choice(chosen.clone())),
            Draft::Boolean { marked } => marked.map(Response::Boolean),
            Draft::Typed(input) => {
                (!input.value().trim().is_empty()).then(|| Response::Text(input.value().trim().to_string()))
            }
            Draft::Order { ids, touched, .. } => touched.then(|| Response::Order(ids.clone())),
            Draft::Match { lefts, matched, .. } => {
                (matched.len() == lefts.len()).then(|| Response::Match(matched.clone()))
            }
            Draft::Cloze { gaps, .. } => {
                let filled: Option<BTreeMap<String, String>> =
                    gaps.iter().map(|gap| Some((gap.name.clone(), gap.value()?))).collect();
                filled.map(Response::Cloze)
            }
        }
    }
}

impl Gap {
    fn value(&self) -> Option<String> {
        match &self.fill {
            GapFill::Typed(input) => Some(input.value().trim().to_string()).filter(|text| !text.is_empty()),
            GapFill::Chosen { ids, marked } => marked.map(|row| ids[row].clone()),
        }
    }
}

/// Marks one of `count` rows.
fn mark(action: &Action, count: usize, marked: &mut Option<usize>) -> bool {
    let last = count.saturating_sub(1);
    *marked = match (action, *marked) {
        (Action::Down, Some(row)) => Some((row + 1).min(last)),
        (Action::Up, Some(row)) => Some(row.saturating_sub(1)),
        (Action::Down | Action::Toggle | Action::Top, None) => Some(0),
        (Action::Up, None) | (Action::Bottom, _) => Some(last),
        (Action::Top, Some(_)) => Some(0),
        (Action::Digit(digit), _) if (1..=count).contains(&usize::from(*digit)) => Some(usize::from(*digit) - 1),
        _ => return false,
    };
    true
}

fn several(action: &Action, ids: &[OptionId], cursor: &mut usize, chosen: &mut BTreeSet<OptionId>) -> bool {
    let toggled = match action {
        Action::Toggle => Some(*cursor),
        Action::Digit(digit) if (1..=ids.len()).contains(&usize::from(*digit)) => Some(usize::from(*digit) - 1),
        _ => return step(action, ids.len(), cursor),
    };
    if let Some(row) = toggled {
        *cursor = row;
        if !chosen.remove(&ids[row]) {
            chosen.insert(ids[row].clone());
        }
    }
    true
}

fn order(action: &Action, ids: &mut [OptionId], cursor: &mut usize, lifted: &mut bool) -> bool {
    let before = *cursor;
    match action {
        Action::Toggle => *lifted = !*lifted,
        Action::Digit(digit) if (1..=ids.len()).contains(&usize::from(*digit)) => {
            // A digit carries the item under the cursor to that place.
            let place = usize::from(*digit) - 1;
            if place < before {
                ids[place..=before].rotate_right(1);
            } else {
                ids[before..=place].rotate_left(1);
            }
            *cursor = place;
        }
        _ if !step(action, ids.len(), cursor) => return false,
        _ if *lifted => ids.swap(before, *cursor),
        _ => {}
    }
    true
}

fn pair(
    action: &Action,
    lefts: &[OptionId],
    rights: &[OptionId],
    cursor: &mut usize,
    matched: &mut BTreeMap<OptionId, OptionId>,
) -> bool {
    let Some(left) = lefts.get(*cursor) else {
        return false;
    };
    let current = matched.get(left).and_then(|id| rights.iter().position(|right| right == id));
    let count = rights.len();
    let taken = match action {
        Action::Right => current.map_or(0, |row| (row + 1) % count.max(1)),
        Action::Left => current.map_or(count.saturating_sub(1), |row| (row + count - 1) % count.max(1)),
        Action::Digit(digit) if (1..=count).contains(&usize::from(*digit)) => usize::from(*digit) - 1,
        Action::NextStop => return step(&Action::Down, lefts.len(), cursor),
        Action::PreviousStop => return step(&Action::Up, lefts.len(), cursor),
        _ => return step(action, lefts.len(), cursor),
    };
    matched.insert(left.clone(), rights[taken].clone());
    if matches!(action, Action::Digit(_)) {
        *cursor = (*cursor + 1).min(lefts.len() - 1);
    }
    true
}

fn cloze(action: &Action, gaps: &mut [Gap], cursor: &mut usize) -> bool {
    let count = gaps.len();
    match action {
        Action::NextStop | Action::Down => *cursor = (*cursor + 1) % count.max(1),
        Action::PreviousStop | Action::Up => *cursor = (*cursor + count.saturating_sub(1)) % count.max(1),
        _ => {
            return match gaps.get_mut(*cursor).map(|gap| &mut gap.fill) {
                Some(GapFill::Typed(input)) => edit(input, action),
                Some(GapFill::Chosen { ids, marked }) => {
                    let across = match action {
                        Action::Left => Action::Up,
                        Action::Right => Action::Down,
                        other => other.clone(),
                    };
                    mark(&across, ids.len(), marked)
                }
                None => false,
            };
        }
    }
    true
}

fn step(action: &Action, count: usize, cursor: &mut usize) -> bool {
    *cursor = match action {
        Action::Down => (*cursor + 1).min(count.saturating_sub(1)),
        Action::Up => cursor.saturating_sub(1),
        Action::Top => 0,
        Action::Bottom => count.saturating_sub(1),
        _ => return false,
    };
    true
}

/// Applies typing to a text field; what is typed is composed, so that an IME's jamo never stay apart.
pub fn edit(input: &mut Input, action: &Action) -> bool {
    let Action::Edit(edit) = action else {
        return false;
    };
    let request = match edit {
        Edit::Insert(text) => {
            for c in crate::text::sanitize::clean_line(text).chars() {
                input.handle(InputRequest::InsertChar(c));
            }
            return true;
        }
        Edit::DeleteBack => InputRequest::DeletePrevChar,
        Edit::DeleteForward => InputRequest::DeleteNextChar,
        Edit::Left => InputRequest::GoToPrevChar,
        Edit::Right => InputRequest::GoToNextChar,
        Edit::Start => InputRequest::GoToStart,
        Edit::End => InputRequest::GoToEnd,
        Edit::Clear => InputRequest::DeleteLine,
    };
    input.handle(request);
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::question::examples::*;
    use crate::domain::quiz::Quiz;
    use crate::domain::shuffle::{Options, Shuffle};
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
    fn every_left_side_needs_a_right_side() {
        let body = || Body::Match { pairs: pairs(2), distractors: Vec::new() };
        assert_eq!(after(draft(body()), &[Action::Digit(2)]), None);
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
        assert_eq!(draft.so_far(), None);
        draft.update(&Action::Digit(2));
        let half = Response::Match([("a".to_string(), "b".to_string())].into());
        assert_eq!((draft.so_far(), draft.response()), (Some(half), None));
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
