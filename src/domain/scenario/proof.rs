//! The proof of a what-if: every plan that the budget allows is tried with the load model.
//!
//! It names the plan that breaks a rule, never a suspicion. It must not know where a scenario is written down.

use super::outcome::{Assessment, Outcome};
use super::plans;
use super::what_if::{Obstacle, Unfit, WhatIf};
use crate::domain::simulation::cache::HitRatios;
use crate::domain::simulation::design::Design;
use crate::domain::simulation::problem::Problem;

/// What is wrong with a what-if. A plan is a list of actions.
#[derive(Debug, Clone, PartialEq)]
pub enum Flaw {
    /// Every goal is met before anything is done.
    NothingToDo,
    /// The recommended plan cannot be taken: what is in the way of one of its actions.
    RecommendedNotAllowed {
        action: String,
        obstacle: Obstacle,
    },
    /// The recommended plan misses a goal, by its place.
    RecommendedMisses {
        goal: usize,
        figure: Option<f64>,
    },
    /// The recommended plan meets every goal without this action too.
    RecommendedWastes {
        action: String,
    },
    /// A plan meets every goal without a taught action.
    WithoutTaught {
        action: String,
        plan: Vec<String>,
    },
    /// One action meets every goal.
    OneStep {
        action: String,
    },
    /// No plan can take this action.
    NeverTaken {
        action: String,
    },
    /// Every plan meets this goal, by its place, and doing nothing does too.
    IdleGoal {
        goal: usize,
    },
    /// An action sets a parameter to what it cannot be in this plan.
    Unfit {
        unfit: Unfit,
        plan: Vec<String>,
    },
    /// Parts of the design do not fit together after this plan.
    Misfit {
        problem: Problem,
        plan: Vec<String>,
    },
    TooManyPlans,
}

/// Tries every plan.
pub fn prove(what_if: &WhatIf) -> Vec<Flaw> {
    let Some(plans) = plans::allowed(what_if) else {
        return vec![Flaw::TooManyPlans];
    };
    let mut flaws = Vec::new();
    for action in &what_if.actions {
        if !plans.iter().any(|plan| plan.contains(&action.id)) {
            flaws.push(Flaw::NeverTaken { action: action.id.clone() });
        }
    }
    let mut hits = HitRatios::default();
    let mut winning = Vec::new();
    // Those that no plan has missed so far.
    let mut idle: Vec<usize> = (0..what_if.goals.len()).collect();
    for plan in plans {
        match what_if.after(&plan) {
            Ok(design) => {
                flaws.extend(new_misfits(&design, &plan, &flaws));
                let mut assessment = Assessment::new(&design);
                let wins = assessment.meets_all(&what_if.goals, &mut hits);
                idle.retain(|goal| wins || assessment.judge(&what_if.goals[*goal], &mut hits).met);
                if wins {
                    winning.push(plan);
                }
            }
            Err(unfit) => {
                let is_known = |flaw: &Flaw| matches!(flaw, Flaw::Unfit { unfit: known, .. } if (&known.action, &known.path) == (&unfit.action, &unfit.path));
                // One example is enough, and the plans with the fewest actions come first.
                if !flaws.iter().any(is_known) {
                    flaws.push(Flaw::Unfit { unfit, plan });
                }
            }
        }
    }
    flaws.extend(recommended_flaws(what_if, &mut hits));
    if winning.iter().any(Vec::is_empty) {
        // Then every rule about what is needed is broken, and this is why.
        flaws.push(Flaw::NothingToDo);
        return flaws;
    }
    flaws.extend(idle.into_iter().map(|goal| Flaw::IdleGoal { goal }));
    for plan in winning.iter().filter(|plan| plan.len() == 1) {
        flaws.push(Flaw::OneStep { action: plan[0].clone() });
    }
    for action in &what_if.teaches {
        if let Some(plan) = winning.iter().find(|plan| !plan.contains(action)) {
            flaws.push(Flaw::WithoutTaught { action: action.clone(), plan: plan.clone() });
        }
    }
    flaws
}

/// What does not fit together, and did fit or was not named in the plans before.
fn new_misfits(design: &Design, plan: &[String], known: &[Flaw]) -> Vec<Flaw> {
    let is_known = |problem: &Problem| {
        known.iter().any(|flaw| matches!(flaw, Flaw::Misfit { problem: named, .. } if named == problem))
    };
    let new = design.problems().into_iter().filter(|problem| !is_known(problem));
    new.map(|problem| Flaw::Misfit { problem, plan: plan.to_vec() }).collect()
}

fn recommended_flaws(what_if: &WhatIf, hits: &mut HitRatios) -> Vec<Flaw> {
    for (place, action) in what_if.recommended.iter().enumerate() {
        if let Some(obstacle) = what_if.obstacle(&what_if.recommended[..place], action) {
            return vec![Flaw::RecommendedNotAllowed { action: action.clone(), obstacle }];
        }
    }
    // A design that cannot be has been named with its plan.
    let Ok(design) = what_if.after(&what_if.recommended) else {
        return Vec::new();
    };
    let outcome = Outcome::of(design, &what_if.goals, hits);
    let judged = outcome.judged.iter().enumerate().filter(|(_, judged)| !judged.met);
    let mut flaws: Vec<Flaw> =
        judged.map(|(goal, judged)| Flaw::RecommendedMisses { goal, figure: judged.figure }).collect();
    if flaws.is_empty() {
        for action in &what_if.recommended {
            let rest: Vec<String> = what_if.recommended.iter().filter(|other| *other != action).cloned().collect();
            let wins = plans::in_order(what_if, &rest).is_some()
                && what_if.after(&rest).is_ok_and(|design| Assessment::new(&design).meets_all(&what_if.goals, hits));
            if wins {
                flaws.push(Flaw::RecommendedWastes { action: action.clone() });
            }
        }
    }
    flaws
}

#[cfg(test)]
mod tests {
    use super::super::what_if::To;
    use super::super::what_if::examples::*;
    use super::*;
    use crate::domain::simulation::parameter::SetError;

    /// The flaws of the example after a change.
    fn flaws(change: impl FnOnce(&mut WhatIf)) -> Vec<Flaw> {
        let mut what_if = slow_pictures();
        change(&mut what_if);
        prove(&what_if)
    }

    #[test]
    fn a_sound_what_if_has_no_flaws() {
        assert_eq!(flaws(|_| {}), []);
    }

    #[test]
    fn a_plan_without_a_taught_action_is_named() {
        let found = flaws(|what_if| what_if.teaches = ids(&["bigger"]));
        assert_eq!(found, [Flaw::WithoutTaught { action: "bigger".into(), plan: ids(&["store", "cdn"]) }]);
    }

    #[test]
    fn one_action_that_wins_alone_is_named() {
        let found = flaws(|what_if| {
            what_if.goals.remove(0);
            what_if.teaches.clear();
        });
        assert_eq!(found, [Flaw::RecommendedWastes { action: "cdn".into() }, Flaw::OneStep { action: "store".into() }]);
    }

    #[test]
    fn a_goal_that_nobody_reaches_is_named_with_its_figure() {
        let found = flaws(|what_if| what_if.goals[0] = goal(what_if.goals[0].metric.clone(), 20.0));
        assert_eq!(found, [Flaw::RecommendedMisses { goal: 0, figure: Some(26.0) }]);
    }

    #[test]
    fn a_goal_that_no_plan_misses_is_named() {
        let found = flaws(|what_if| what_if.goals[2] = goal(what_if.goals[2].metric.clone(), 5_000.0));
        assert_eq!(found, [Flaw::IdleGoal { goal: 2 }]);
    }

    #[test]
    fn nothing_to_do_is_named_alone() {
        let found = flaws(|what_if| what_if.goals = vec![what_if.goals[2].clone()]);
        assert_eq!(found.last(), Some(&Flaw::NothingToDo));
        assert!(!found.iter().any(|flaw| matches!(flaw, Flaw::OneStep { .. } | Flaw::WithoutTaught { .. })));
    }

    #[test]
    fn a_value_that_cannot_be_is_named_once_with_the_smallest_plan() {
        let found = flaws(|what_if| what_if.actions[0].changes[0].to = To::Times(1.25));
        let unfit = Unfit { action: "bigger".into(), path: "app.workers".into(), error: SetError::NeedsWhole };
        assert_eq!(found, [Flaw::Unfit { unfit, plan: ids(&["bigger"]) }]);
    }

    #[test]
    fn actions_that_need_each_other_can_never_be_taken() {
        let found = flaws(|what_if| what_if.actions[0].requires = ids(&["bigger"]));
        assert_eq!(found, [Flaw::NeverTaken { action: "bigger".into() }]);
    }

    #[test]
    fn more_plans_than_can_be_tried_are_not_tried() {
        let found = flaws(|what_if| {
            what_if.steps = 8;
            let idle = |number: usize| action(&format!("idle-{number}"), Vec::new());
            what_if.actions.extend((0..20).map(idle));
        });
        assert_eq!(found, [Flaw::TooManyPlans]);
    }
}
