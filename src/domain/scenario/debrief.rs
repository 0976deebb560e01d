//! What there is to say about a finished run of a what-if.
//!
//! Everything is compared by the load model: what each action did when it was taken, what the recommended actions that
//! were left out would have done, and which actions nothing needed. It must not word anything.

use super::outcome::Outcome;
use super::what_if::WhatIf;
use crate::domain::simulation::cache::HitRatios;

#[derive(Debug, Clone, PartialEq)]
pub struct Debrief {
    /// How it ended.
    pub end: Outcome,
    pub taken: Vec<Taken>,
    pub missed: Vec<Missed>,
    pub wasted: Vec<Wasted>,
    /// What the recommended plan comes to.
    pub recommended: Option<Outcome>,
}

/// An action, and what it did when it was taken.
#[derive(Debug, Clone, PartialEq)]
pub struct Taken {
    pub action: String,
    pub before: Outcome,
    pub after: Outcome,
}

/// A recommended action that was left out, and what it would have done at the end.
#[derive(Debug, Clone, PartialEq)]
pub struct Missed {
    pub action: String,
    /// What it would have needed besides.
    pub with: Vec<String>,
    /// What it would have replaced.
    pub without: Vec<String>,
    pub after: Outcome,
}

/// An action without which the same goals are met, once those before it in the list are left out too.
#[derive(Debug, Clone, PartialEq)]
pub struct Wasted {
    pub action: String,
    /// What leaving it out saves a month, in USD; negative if it saves by itself. Together they are what the bill would
    /// fall by.
    pub cost: f64,
}

impl Debrief {
    pub fn of(what_if: &WhatIf, acts: &[String], outcomes: &[Outcome], hits: &mut HitRatios) -> Debrief {
        let taken = acts.iter().zip(outcomes.windows(2)).map(|(action, pair)| Taken {
            action: action.clone(),
            before: pair[0].clone(),
            after: pair[1].clone(),
        });
        let mut trial = Trial { what_if, hits };
        let end = outcomes.last().cloned().unwrap_or_else(|| trial.start());
        Debrief {
            taken: taken.collect(),
            missed: what_if.recommended.iter().filter_map(|action| trial.missed(acts, action)).collect(),
            wasted: trial.wasted(acts, &end),
            recommended: trial.outcome(&what_if.recommended),
            end,
        }
    }
}

/// Tries plans that nobody took.
struct Trial<'t> {
    what_if: &'t WhatIf,
    hits: &'t mut HitRatios,
}

impl Trial<'_> {
    fn start(&mut self) -> Outcome {
        Outcome::of(self.what_if.design.clone(), &self.what_if.goals, self.hits)
    }

    fn outcome(&mut self, plan: &[String]) -> Option<Outcome> {
        let design = self.what_if.after(plan).ok()?;
        Some(Outcome::of(design, &self.what_if.goals, self.hits))
    }

    fn missed(&mut self, acts: &[String], action: &String) -> Option<Missed> {
        if acts.contains(action) {
            return None;
        }
        let mut added = vec![action.clone()];
        let mut place = 0;
        while let Some(next) = added.get(place).cloned() {
            let needed = self.what_if.action(&next).map_or(&[][..], |action| &action.requires);
            let new: Vec<String> =
                needed.iter().filter(|needed| !acts.contains(needed) && !added.contains(needed)).cloned().collect();
            added.extend(new);
            place += 1;
        }
        let is_in_the_way = |act: &&String| added.iter().any(|new| self.what_if.exclude_each_other(act, new));
        let without: Vec<String> = acts.iter().filter(is_in_the_way).cloned().collect();
        let kept = acts.iter().filter(|act| !without.contains(act)).cloned();
        let plan: Vec<String> = kept.chain(added.iter().cloned()).collect();
        let after = self.outcome(&plan)?;
        Some(Missed { action: action.clone(), with: added.split_off(1), without, after })
    }

    /// Leaves out one action after the other, the dearest first and of equals the later one, as long as the goals that
    /// were met are met: of two actions either of which would do, one stays.
    fn wasted(&mut self, acts: &[String], end: &Outcome) -> Vec<Wasted> {
        let (mut kept, mut now) = (acts.to_vec(), end.clone());
        let mut wasted = Vec::new();
        loop {
            let removable = (0..kept.len()).filter_map(|place| Some((place, self.without(&kept, place, end)?)));
            let Some((place, without)) = removable
                .min_by(|(_, one), (_, other)| one.cost().total_cmp(&other.cost()).then(std::cmp::Ordering::Greater))
            else {
                return wasted;
            };
            wasted.push(Wasted { action: kept.remove(place), cost: now.cost() - without.cost() });
            now = without;
        }
    }

    /// What a plan comes to without one of its actions, if that can be left out.
    fn without(&mut self, plan: &[String], place: usize, end: &Outcome) -> Option<Outcome> {
        let action = &plan[place];
        let is_needed = |act: &String| self.what_if.action(act).is_some_and(|other| other.requires.contains(action));
        // Of two actions that each do what the other does, the recommended one was right.
        if self.what_if.recommended.contains(action) || plan.iter().any(is_needed) {
            return None;
        }
        let rest: Vec<String> = plan.iter().filter(|act| *act != action).cloned().collect();
        self.outcome(&rest).filter(|outcome| outcome.meets_all_of(end))
    }
}

#[cfg(test)]
mod tests {
    use super::super::what_if::examples::*;
    use super::super::what_if_session::WhatIfSession;
    use super::*;

    fn debrief(acts: &[&str]) -> Debrief {
        WhatIfSession::replay(slow_pictures(), &ids(acts)).debrief()
    }

    fn met(outcome: &Outcome) -> Vec<bool> {
        outcome.judged.iter().map(|judged| judged.met).collect()
    }

    #[test]
    fn each_action_has_what_it_did_when_it_was_taken() {
        let debrief = debrief(&["store", "cdn"]);
        let effects: Vec<_> =
            debrief.taken.iter().map(|taken| (taken.action.as_str(), met(&taken.before), met(&taken.after))).collect();
        assert_eq!(
            effects,
            [
                ("store", vec![false, false, true], vec![false, true, true]),
                ("cdn", vec![false, true, true], vec![true, true, true]),
            ]
        );
        assert_eq!((debrief.missed, debrief.wasted), (vec![], vec![]));
    }

    #[test]
    fn what_was_missed_says_what_it_would_have_done_and_needed() {
        let debrief = debrief(&["bigger"]);
        let missed: Vec<_> = debrief
            .missed
            .iter()
            .map(|missed| (missed.action.as_str(), missed.with.clone(), met(&missed.after)))
            .collect();
        // Bigger servers are too dear for the third goal.
        assert_eq!(
            missed,
            [("store", ids(&[]), vec![false, true, false]), ("cdn", ids(&["store"]), vec![true, true, false])]
        );
        assert_eq!(met(&debrief.recommended.unwrap()), [true, true, true]);
    }

    #[test]
    fn what_stands_in_the_way_of_a_missed_action_is_left_out() {
        let mut what_if = slow_pictures();
        what_if.actions[2].excludes = ids(&["bigger"]);
        let debrief = WhatIfSession::replay(what_if, &ids(&["bigger"])).debrief();
        assert_eq!(
            (&debrief.missed[0].without, met(&debrief.missed[0].after)),
            (&ids(&["bigger"]), vec![false, true, true])
        );
    }

    #[test]
    fn an_action_without_which_the_same_goals_are_met_was_wasted() {
        let debrief = debrief(&["more", "store"]);
        // Two servers more at 73 USD a month, and nothing comes to them.
        assert_eq!(debrief.wasted, [Wasted { action: "more".into(), cost: 146.0 }]);
    }

    #[test]
    fn of_two_actions_either_of_which_would_do_one_was_needed() {
        let mut what_if = slow_pictures();
        what_if.actions[0].excludes = Vec::new();
        let debrief = WhatIfSession::replay(what_if, &ids(&["bigger", "more"])).debrief();
        // Either doubles the bill of 292 USD for the same workers.
        assert_eq!(debrief.wasted, [Wasted { action: "more".into(), cost: 292.0 }]);
    }

    #[test]
    fn what_only_a_wasted_action_needed_was_wasted_too_and_all_together_is_what_the_bill_would_fall_by() {
        let mut what_if = slow_pictures();
        what_if.steps = 4;
        what_if.recommended = ids(&["store"]);
        what_if.actions[0].excludes = Vec::new();
        what_if.actions[1].requires = ids(&["bigger"]);
        let mut session = WhatIfSession::replay(what_if, &ids(&["store", "bigger", "more"]));
        let wasted = session.debrief().wasted;
        assert_eq!(wasted.iter().map(|wasted| wasted.action.as_str()).collect::<Vec<_>>(), ["more", "bigger"]);
        let lean = WhatIfSession::replay(slow_pictures(), &ids(&["store"]));
        assert_eq!(wasted.iter().map(|wasted| wasted.cost).sum::<f64>(), session.now().cost() - lean.now().cost());
    }

    #[test]
    fn what_another_action_needed_was_not_wasted() {
        let mut what_if = slow_pictures();
        what_if.actions[2].requires = ids(&["more"]);
        let debrief = WhatIfSession::replay(what_if, &ids(&["more", "store"])).debrief();
        assert_eq!(debrief.wasted, []);
    }
}
