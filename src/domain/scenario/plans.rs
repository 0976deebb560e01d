//! The plans of a what-if: every one that its budget allows, and which of them win.
//!
//! A plan is a set of actions: their order makes no difference, as long as there is one in which they can be taken. It must
//! not judge whether a what-if is sound: the proof does.

use super::outcome::{Assessment, Outcome};
use super::what_if::WhatIf;
use crate::domain::simulation::cache::HitRatios;

/// More plans than this are too many to try while someone waits.
pub const MOST_PLANS: usize = 5_000;

/// What came of trying every plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Tried {
    /// How many there are; doing nothing is one.
    pub plans: usize,
    /// Those that meet every goal: cheapest first, then those with fewer actions.
    pub winning: Vec<Winning>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Winning {
    /// In an order in which they can be taken.
    pub actions: Vec<String>,
    /// USD a month.
    pub cost: f64,
}

/// Tries every plan; `None` if there are too many.
pub fn try_all(what_if: &WhatIf) -> Option<Tried> {
    let plans = allowed(what_if)?;
    let mut hits = HitRatios::default();
    let mut winning = Vec::new();
    for plan in &plans {
        // A design that cannot be is no plan to take.
        let Ok(design) = what_if.after(plan) else { continue };
        if Assessment::new(&design).meets_all(&what_if.goals, &mut hits) {
            let cost = Outcome::of(design, &[], &mut hits).cost();
            winning.push(Winning { actions: in_order(what_if, plan).unwrap_or_default(), cost });
        }
    }
    winning.sort_by(|one, other| one.cost.total_cmp(&other.cost).then(one.actions.len().cmp(&other.actions.len())));
    Some(Tried { plans: plans.len(), winning })
}

/// An order in which all actions of a plan can be taken, as near to that of the file as possible; `None` if there is none.
pub fn in_order(what_if: &WhatIf, plan: &[String]) -> Option<Vec<String>> {
    let mut taken: Vec<String> = Vec::new();
    while taken.len() < plan.len() {
        taken.push(plan.iter().find(|action| what_if.obstacle(&taken, action).is_none())?.clone());
    }
    Some(taken)
}

/// Every set of actions that can be taken in some order, smaller ones first; `None` if there are too many.
pub fn allowed(what_if: &WhatIf) -> Option<Vec<Vec<String>>> {
    let place = |id: &String| what_if.actions.iter().position(|action| action.id == *id);
    let mut plans = vec![Vec::new()];
    let mut widest: Vec<Vec<String>> = vec![Vec::new()];
    // Every plan is a smaller one and an action more.
    while !widest.is_empty() {
        let mut wider: Vec<Vec<String>> = Vec::new();
        for plan in &widest {
            for action in what_if.actions.iter().filter(|action| what_if.obstacle(plan, &action.id).is_none()) {
                let mut more = plan.clone();
                more.push(action.id.clone());
                more.sort_by_key(place);
                wider.push(more);
            }
            if wider.len() > MOST_PLANS * 8 {
                return None;
            }
        }
        wider.sort();
        wider.dedup();
        plans.extend(wider.iter().cloned());
        if plans.len() > MOST_PLANS {
            return None;
        }
        widest = wider;
    }
    Some(plans)
}

#[cfg(test)]
mod tests {
    use super::super::what_if::To;
    use super::super::what_if::examples::*;
    use super::*;

    #[test]
    fn every_plan_within_the_budget_is_tried_once() {
        let mut plans = allowed(&slow_pictures()).unwrap();
        plans.sort();
        let expected: [&[&str]; 7] =
            [&[], &["bigger"], &["bigger", "store"], &["more"], &["more", "store"], &["store"], &["store", "cdn"]];
        assert_eq!(plans, expected.map(ids));
    }

    #[test]
    fn the_plans_that_win_are_told_with_their_cost() {
        let tried = try_all(&slow_pictures()).unwrap();
        let winning = vec![Winning { actions: ids(&["store", "cdn"]), cost: 186.0 }];
        assert_eq!(tried, Tried { plans: 7, winning });
    }

    #[test]
    fn cheaper_plans_come_first_and_each_can_be_taken_in_its_order() {
        let mut what_if = slow_pictures();
        // In the file the edge now stands before what it requires.
        what_if.actions.reverse();
        what_if.steps = 3;
        what_if.goals[2] = goal(what_if.goals[2].metric.clone(), 500.0);
        let plans: Vec<_> = try_all(&what_if).unwrap().winning.into_iter().map(|winning| winning.actions).collect();
        let expected = [&["store", "cdn"][..], &["store", "cdn", "bigger"], &["store", "cdn", "more"]];
        assert_eq!(plans, expected.map(ids));
    }

    #[test]
    fn a_plan_that_cannot_be_wins_nothing() {
        let mut what_if = slow_pictures();
        what_if.actions[3].changes[0].to = To::Times(2.0);
        assert_eq!(try_all(&what_if), Some(Tried { plans: 7, winning: Vec::new() }));
    }
}
