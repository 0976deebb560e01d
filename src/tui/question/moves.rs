//! What the keys move in a draft: marks, ticks, items, pairs, gaps and typed text.
//!
//! It must not know a whole draft. Each function is `false` where the action means nothing.

use super::draft::{Gap, GapFill};
use crate::domain::question::OptionId;
use crate::tui::action::{Action, Edit};
use std::collections::{BTreeMap, BTreeSet};
use tui_input::{Input, InputRequest};

/// Marks one of `count` rows.
pub(super) fn mark(action: &Action, count: usize, marked: &mut Option<usize>) -> bool {
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

pub(super) fn several(action: &Action, ids: &[OptionId], cursor: &mut usize, chosen: &mut BTreeSet<OptionId>) -> bool {
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

pub(super) fn order(action: &Action, ids: &mut [OptionId], cursor: &mut usize, lifted: &mut bool) -> bool {
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

pub(super) fn pair(
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

pub(super) fn cloze(action: &Action, gaps: &mut [Gap], cursor: &mut usize) -> bool {
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
