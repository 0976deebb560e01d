//! The proof of a case: every state that decisions can lead to is walked, and what is wrong there is named.
//!
//! It must not know where a case is written down.

use super::case::{Case, Flags, State};
use std::collections::{BTreeMap, BTreeSet};

/// A case with more states than this is too large to be understood, and to be walked while someone waits.
pub const MOST_STATES: usize = 2_000;
/// So is a way of more decisions than this.
pub const MOST_DECISIONS: usize = 100;

/// What is wrong with a case. Paths are lists of options from the start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CaseFlaw {
    UnreachedStep {
        step: String,
    },
    /// A note by its place among those of its step.
    UnreachedNote {
        step: String,
        note: usize,
    },
    UnreachedOption {
        option: String,
    },
    UnreachedEnding {
        ending: String,
    },
    /// A situation that offers nothing.
    NothingOffered {
        step: String,
        path: Vec<String>,
    },
    /// A decision after which no way is open.
    NoWay {
        option: String,
        path: Vec<String>,
    },
    Circle {
        step: String,
        path: Vec<String>,
    },
    /// The expert's path takes what is not offered.
    ExpertNotOffered {
        option: String,
    },
    /// The expert's path stops before an ending, or goes on behind it.
    ExpertUnfinished,
    ExpertLoses {
        ending: String,
    },
    ExpertWithoutPoints,
    BetterPath {
        path: Vec<String>,
        points: u32,
        expert: u32,
    },
    NoLostEnding,
    FlagNeverSet {
        flag: String,
    },
    FlagNeverAsked {
        flag: String,
    },
    TooLarge,
}

/// Walks every state of a case.
pub fn prove(case: &Case) -> Vec<CaseFlaw> {
    let mut walk = Walk {
        case,
        best: BTreeMap::new(),
        above: BTreeSet::new(),
        path: Vec::new(),
        found: Found::default(),
        too_large: false,
    };
    let best = walk.from(&case.beginning());
    let too_large = walk.too_large;
    let Found { mut flaws, steps, notes, options, endings, .. } = walk.found;
    if too_large {
        return vec![CaseFlaw::TooLarge];
    }
    for step in case.steps.iter().filter(|step| !steps.contains(&step.id)) {
        flaws.push(CaseFlaw::UnreachedStep { step: step.id.clone() });
    }
    // What stands in a step that nobody reaches has been said with the step.
    for step in case.steps.iter().filter(|step| steps.contains(&step.id)) {
        for note in (0..step.notes.len()).filter(|note| !notes.contains(&(step.id.clone(), *note))) {
            flaws.push(CaseFlaw::UnreachedNote { step: step.id.clone(), note });
        }
        for option in step.options.iter().filter(|option| !options.contains(&option.id)) {
            flaws.push(CaseFlaw::UnreachedOption { option: option.id.clone() });
        }
    }
    for ending in case.endings.iter().filter(|ending| !endings.contains(&ending.id)) {
        flaws.push(CaseFlaw::UnreachedEnding { ending: ending.id.clone() });
    }
    if case.endings.iter().all(|ending| ending.won) {
        flaws.push(CaseFlaw::NoLostEnding);
    }
    flaws.extend(unused_flags(case));
    flaws.extend(expert_flaws(case, best));
    flaws
}

/// The best that can come after a state.
#[derive(Debug, Clone, Default)]
struct Best {
    points: u32,
    path: Vec<String>,
}

#[derive(Default)]
struct Found {
    flaws: Vec<CaseFlaw>,
    steps: BTreeSet<String>,
    notes: BTreeSet<(String, usize)>,
    options: BTreeSet<String>,
    endings: BTreeSet<String>,
    /// Steps whose circle has been named.
    circles: BTreeSet<String>,
}

struct Walk<'c> {
    case: &'c Case,
    best: BTreeMap<State, Best>,
    /// The states on the way here.
    above: BTreeSet<State>,
    path: Vec<String>,
    found: Found,
    too_large: bool,
}

impl Walk<'_> {
    fn from(&mut self, state: &State) -> Best {
        if self.case.ending(&state.at).is_some() {
            self.found.endings.insert(state.at.clone());
            return Best::default();
        }
        if let Some(known) = self.best.get(state) {
            return known.clone();
        }
        if self.above.contains(state) {
            if self.found.circles.insert(state.at.clone()) {
                self.found.flaws.push(CaseFlaw::Circle { step: state.at.clone(), path: self.path.clone() });
            }
            return Best::default();
        }
        self.too_large |= self.best.len() >= MOST_STATES || self.path.len() >= MOST_DECISIONS;
        if self.too_large {
            return Best::default();
        }
        self.look_around(state);
        self.above.insert(state.clone());
        let mut best = Best::default();
        let case = self.case;
        for option in case.offered(state) {
            self.path.push(option.id.clone());
            self.found.options.insert(option.id.clone());
            match case.after(state, option) {
                Some(next) => {
                    let after = self.from(&next);
                    let points = after.points + option.points;
                    if points > best.points || best.path.is_empty() {
                        best = Best { points, path: [vec![option.id.clone()], after.path].concat() };
                    }
                }
                None => {
                    let flaw = CaseFlaw::NoWay { option: option.id.clone(), path: self.path.clone() };
                    self.name_once(
                        flaw,
                        |known| matches!(known, CaseFlaw::NoWay { option: named, .. } if *named == option.id),
                    );
                }
            }
            self.path.pop();
        }
        self.above.remove(state);
        self.best.insert(state.clone(), best.clone());
        best
    }

    /// Notes what a state shows.
    fn look_around(&mut self, state: &State) {
        let Some(step) = self.case.step(&state.at) else { return };
        self.found.steps.insert(step.id.clone());
        for (place, note) in step.notes.iter().enumerate() {
            if note.when.holds(&state.flags) {
                self.found.notes.insert((step.id.clone(), place));
            }
        }
        if self.case.offered(state).is_empty() {
            let flaw = CaseFlaw::NothingOffered { step: step.id.clone(), path: self.path.clone() };
            self.name_once(
                flaw,
                |known| matches!(known, CaseFlaw::NothingOffered { step: named, .. } if *named == step.id),
            );
        }
    }

    /// One example of a flaw is enough.
    fn name_once(&mut self, flaw: CaseFlaw, is_known: impl Fn(&CaseFlaw) -> bool) {
        if !self.found.flaws.iter().any(is_known) {
            self.found.flaws.push(flaw);
        }
    }
}

fn unused_flags(case: &Case) -> Vec<CaseFlaw> {
    let options = || case.steps.iter().flat_map(|step| &step.options);
    let set: Flags = options().flat_map(|option| &option.set).cloned().collect();
    let notes = case.steps.iter().flat_map(|step| &step.notes).map(|note| &note.when);
    let ways = options().flat_map(|option| &option.ways).map(|way| &way.when);
    let conditions = notes.chain(ways).chain(options().map(|option| &option.when));
    let asked: Flags = conditions.flat_map(|condition| &condition.0).map(|literal| literal.flag.clone()).collect();
    let mut flaws = Vec::new();
    for flag in &case.flags {
        if !set.contains(flag) {
            flaws.push(CaseFlaw::FlagNeverSet { flag: flag.clone() });
        } else if !asked.contains(flag) {
            flaws.push(CaseFlaw::FlagNeverAsked { flag: flag.clone() });
        }
    }
    flaws
}

fn expert_flaws(case: &Case, best: Best) -> Vec<CaseFlaw> {
    let mut state = case.beginning();
    for id in &case.expert {
        if case.ending(&state.at).is_some() {
            return vec![CaseFlaw::ExpertUnfinished];
        }
        let offered = case.offered(&state).into_iter().find(|option| option.id == *id);
        match offered.and_then(|option| case.after(&state, option)) {
            Some(next) => state = next,
            None => return vec![CaseFlaw::ExpertNotOffered { option: id.clone() }],
        }
    }
    let expert = case.expert_points();
    match case.ending(&state.at) {
        None => vec![CaseFlaw::ExpertUnfinished],
        Some(ending) if !ending.won => vec![CaseFlaw::ExpertLoses { ending: ending.id.clone() }],
        Some(_) if expert == 0 => vec![CaseFlaw::ExpertWithoutPoints],
        Some(_) if best.points > expert => {
            vec![CaseFlaw::BetterPath { path: best.path, points: best.points, expert }]
        }
        Some(_) => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::case::examples::*;
    use super::super::case::{Condition, Note, Way};
    use super::*;
    use crate::domain::question::examples::text;

    fn to(to: &str) -> Vec<Way> {
        vec![Way { when: Condition::default(), to: to.into() }]
    }

    /// The flaws of the example case after a change.
    fn flaws(change: impl FnOnce(&mut Case)) -> Vec<CaseFlaw> {
        let mut case = case();
        change(&mut case);
        prove(&case)
    }

    #[test]
    fn a_sound_case_has_no_flaws() {
        assert_eq!(flaws(|_| {}), []);
    }

    #[test]
    fn what_no_decision_leads_to_is_named() {
        let found = flaws(|case| {
            case.steps.push(step("cellar", Vec::new(), vec![option("dig", 0, to("lost"))]));
            case.endings.push(ending("rich", true));
            case.steps[1]
                .notes
                .push(Note { when: Condition([when("looked").0, when("!looked").0].concat()), text: text("!") });
            let mut never = option("never", 0, to("lost"));
            never.when = when("looked");
            never.when.0.extend(when("!looked").0);
            case.steps[1].options.push(never);
        });
        assert_eq!(
            found,
            [
                CaseFlaw::UnreachedStep { step: "cellar".into() },
                CaseFlaw::UnreachedNote { step: "morning".into(), note: 1 },
                CaseFlaw::UnreachedOption { option: "never".into() },
                CaseFlaw::UnreachedEnding { ending: "rich".into() },
            ]
        );
    }

    #[test]
    fn a_situation_without_a_decision_is_named_with_the_way_there() {
        let found = flaws(|case| case.steps[1].options[1].when = when("looked"));
        let path = vec!["sleep".to_string()];
        assert_eq!(
            found,
            [
                CaseFlaw::NothingOffered { step: "morning".into(), path },
                CaseFlaw::UnreachedEnding { ending: "lost".into() }
            ]
        );
    }

    #[test]
    fn a_decision_that_leads_nowhere_is_named() {
        let found = flaws(|case| case.steps[1].options[1].ways[1].when = when("looked"));
        assert_eq!(found[0], CaseFlaw::NoWay { option: "hope".into(), path: vec!["sleep".into(), "hope".into()] });
    }

    #[test]
    fn a_circle_is_named_once() {
        let found = flaws(|case| case.steps[0].options[1].ways = to("alarm"));
        assert_eq!(found.iter().filter(|flaw| matches!(flaw, CaseFlaw::Circle { .. })).count(), 1);
        assert_eq!(found[0], CaseFlaw::Circle { step: "alarm".into(), path: vec!["sleep".into()] });
    }

    #[test]
    fn the_experts_path_is_walked() {
        let expert = |ids: &[&str]| flaws(|case| case.expert = ids.iter().map(ToString::to_string).collect());
        assert_eq!(expert(&["sleep", "mend"]), [CaseFlaw::ExpertNotOffered { option: "mend".into() }]);
        assert_eq!(expert(&["look"]), [CaseFlaw::ExpertUnfinished]);
        assert_eq!(expert(&["look", "mend", "hope"]), [CaseFlaw::ExpertUnfinished]);
        assert_eq!(expert(&["sleep", "hope"]), [CaseFlaw::ExpertLoses { ending: "lost".into() }]);
    }

    #[test]
    fn nobody_scores_higher_than_the_expert() {
        let found = flaws(|case| case.steps[0].options[1].points = 9);
        let path = vec!["sleep".to_string(), "hope".to_string()];
        assert_eq!(found, [CaseFlaw::BetterPath { path, points: 10, expert: 5 }]);
        let found = flaws(|case| {
            case.steps.iter_mut().flat_map(|step| &mut step.options).for_each(|option| option.points = 0);
        });
        assert_eq!(found, [CaseFlaw::ExpertWithoutPoints]);
    }

    #[test]
    fn a_case_too_large_to_walk_says_so() {
        let chain = |number: usize| {
            step(
                &format!("s{number}"),
                Vec::new(),
                vec![option(&format!("o{number}"), 0, to(&format!("s{}", number + 1)))],
            )
        };
        let found = flaws(|case| {
            case.start = "s0".into();
            case.steps = (0..=MOST_DECISIONS).map(chain).collect();
        });
        assert_eq!(found, [CaseFlaw::TooLarge]);
    }

    #[test]
    fn a_case_can_be_lost() {
        assert_eq!(flaws(|case| case.endings[1].won = true), [CaseFlaw::NoLostEnding]);
    }

    #[test]
    fn a_flag_is_set_and_asked() {
        assert_eq!(flaws(|case| case.flags.push("x".into())), [CaseFlaw::FlagNeverSet { flag: "x".into() }]);
        let found = flaws(|case| {
            case.flags.push("x".into());
            case.steps[0].options[0].set.push("x".into());
        });
        assert_eq!(found, [CaseFlaw::FlagNeverAsked { flag: "x".into() }]);
    }
}
