//! A case: situations, decisions, and consequences that come back later, for what load formulas cannot judge.
//!
//! Branches join again; what was decided lives on as flags. It must not remember a run: a session does.

use crate::domain::question::Text;
use std::collections::BTreeSet;

#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    /// The step that a run begins with.
    pub start: String,
    /// The options that an expert takes, in order.
    pub expert: Vec<String>,
    /// Facts that decisions set.
    pub flags: Vec<String>,
    pub steps: Vec<Step>,
    pub endings: Vec<Ending>,
}

/// A situation that asks for a decision.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    pub id: String,
    pub text: Text,
    pub notes: Vec<Note>,
    pub options: Vec<CaseOption>,
}

/// More about a situation, where the flags say so.
#[derive(Debug, Clone, PartialEq)]
pub struct Note {
    pub when: Condition,
    pub text: Text,
}

/// A decision that can be taken.
#[derive(Debug, Clone, PartialEq)]
pub struct CaseOption {
    /// Unique within the case.
    pub id: String,
    pub text: Text,
    /// What happens now.
    pub outcome: Text,
    /// The expert's view, and the belief behind a bad choice.
    pub why: Text,
    pub points: u32,
    pub set: Vec<String>,
    pub clear: Vec<String>,
    /// Offered only where this holds.
    pub when: Condition,
    /// Where it leads: the first way whose condition holds.
    pub ways: Vec<Way>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Way {
    pub when: Condition,
    /// A step or an ending.
    pub to: String,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Ending {
    pub id: String,
    pub title: Text,
    pub text: Text,
    pub won: bool,
}

/// Flags that must be set or must not be; nothing holds always.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Condition(pub Vec<Literal>);

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Literal {
    pub flag: String,
    /// Whether the flag must be set.
    pub set: bool,
}

/// Flags that are set.
pub type Flags = BTreeSet<String>;

/// How far a run has come, and what it left behind.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct State {
    /// A step or an ending.
    pub at: String,
    pub flags: Flags,
}

impl Condition {
    pub fn holds(&self, flags: &Flags) -> bool {
        self.0.iter().all(|literal| flags.contains(&literal.flag) == literal.set)
    }
}

impl Case {
    pub fn step(&self, id: &str) -> Option<&Step> {
        self.steps.iter().find(|step| step.id == id)
    }

    pub fn ending(&self, id: &str) -> Option<&Ending> {
        self.endings.iter().find(|ending| ending.id == id)
    }

    /// The option with this id and its step.
    pub fn option(&self, id: &str) -> Option<(&Step, &CaseOption)> {
        self.steps.iter().find_map(|step| Some((step, step.options.iter().find(|option| option.id == id)?)))
    }

    pub fn beginning(&self) -> State {
        State { at: self.start.clone(), flags: Flags::new() }
    }

    /// The options that are offered in a state; none at an ending.
    pub fn offered(&self, state: &State) -> Vec<&CaseOption> {
        let options = self.step(&state.at).map_or(&[][..], |step| &step.options);
        options.iter().filter(|option| option.when.holds(&state.flags)).collect()
    }

    /// What a situation says in addition in a state.
    pub fn notes(&self, state: &State) -> Vec<&Note> {
        let notes = self.step(&state.at).map_or(&[][..], |step| &step.notes);
        notes.iter().filter(|note| note.when.holds(&state.flags)).collect()
    }

    /// Where a decision leads. Its own flags count for its ways. `None` if no way is open.
    pub fn after(&self, state: &State, option: &CaseOption) -> Option<State> {
        let mut flags = state.flags.clone();
        flags.extend(option.set.iter().cloned());
        for flag in &option.clear {
            flags.remove(flag);
        }
        let way = option.ways.iter().find(|way| way.when.holds(&flags))?;
        Some(State { at: way.to.clone(), flags })
    }

    /// The points of the expert's path.
    pub fn expert_points(&self) -> u32 {
        self.expert.iter().filter_map(|id| self.option(id)).map(|(_, option)| option.points).sum()
    }
}

/// A case for the tests of this crate.
#[cfg(test)]
pub mod examples {
    use super::*;
    use crate::domain::question::examples::text;

    /// An alarm at night. `look` or `sleep`; who looked may `mend`, who slept can only `hope`: both meet at `morning`,
    /// where the one who slept is reminded of it.
    pub fn case() -> Case {
        let to = |to: &str| vec![Way { when: Condition::default(), to: to.into() }];
        let mut look = option("look", 2, to("morning"));
        look.set = vec!["looked".into()];
        let sleep = option("sleep", 0, to("morning"));
        let mut mend = option("mend", 3, to("saved"));
        mend.when = when("looked");
        let ways = vec![
            Way { when: when("looked"), to: "saved".into() },
            Way { when: Condition::default(), to: "lost".into() },
        ];
        let hope = option("hope", 1, ways);
        let notes = vec![Note { when: when("!looked"), text: text("It rang all night.") }];
        Case {
            start: "alarm".into(),
            expert: vec!["look".into(), "mend".into()],
            flags: vec!["looked".into()],
            steps: vec![step("alarm", Vec::new(), vec![look, sleep]), step("morning", notes, vec![mend, hope])],
            endings: vec![ending("saved", true), ending("lost", false)],
        }
    }

    pub fn when(flag: &str) -> Condition {
        let set = !flag.starts_with('!');
        Condition(vec![Literal { flag: flag.trim_start_matches('!').into(), set }])
    }

    pub fn option(id: &str, points: u32, ways: Vec<Way>) -> CaseOption {
        CaseOption {
            id: id.into(),
            text: text(id),
            outcome: text(&format!("after {id}")),
            why: text(&format!("why {id}")),
            points,
            set: Vec::new(),
            clear: Vec::new(),
            when: Condition::default(),
            ways,
        }
    }

    pub fn step(id: &str, notes: Vec<Note>, options: Vec<CaseOption>) -> Step {
        Step { id: id.into(), text: text(&format!("at {id}")), notes, options }
    }

    pub fn ending(id: &str, won: bool) -> Ending {
        Ending { id: id.into(), title: text(id), text: text(&format!("the end: {id}")), won }
    }
}

#[cfg(test)]
mod tests {
    use super::examples::*;
    use super::*;

    #[test]
    fn a_flag_that_a_decision_sets_counts_for_where_it_leads() {
        let case = case();
        let hope = case.option("hope").unwrap().1;
        let at =
            |flags: &[&str]| State { at: "morning".into(), flags: flags.iter().map(ToString::to_string).collect() };
        assert_eq!(case.after(&at(&["looked"]), hope).unwrap().at, "saved");
        assert_eq!(case.after(&at(&[]), hope).unwrap().at, "lost");
    }

    #[test]
    fn a_decision_clears_what_was_set_before() {
        let case = case();
        let mut forget = option("forget", 0, vec![Way { when: Condition::default(), to: "lost".into() }]);
        forget.clear = vec!["looked".into()];
        let state = State { at: "morning".into(), flags: Flags::from(["looked".to_string()]) };
        assert_eq!(case.after(&state, &forget), Some(State { at: "lost".into(), flags: Flags::new() }));
    }
}
