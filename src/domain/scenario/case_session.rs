//! A run of a case: where it stands, what can be decided, and the debrief at its end.
//!
//! A run is the list of the options that were taken; it must not be saved in any other form.

use super::case::{Case, CaseOption, Ending, Note, State, Step};

#[derive(Debug, Clone, PartialEq)]
pub struct CaseSession {
    case: Case,
    acts: Vec<String>,
    state: State,
}

/// The decision is not offered here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotOffered;

/// A decision that was taken, beside the expert's.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Decision<'c> {
    pub step: &'c Step,
    pub taken: &'c CaseOption,
    /// What the expert takes at this step, if their path passes it and it was offered to the learner too.
    pub expert: Option<&'c CaseOption>,
    /// The first with the most points of those that were offered.
    pub best: &'c CaseOption,
}

/// What could have been decided instead.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Advice<'c> {
    /// The expert's decision.
    Expert(&'c CaseOption),
    /// The best that was left, where the expert's was not offered.
    Best(&'c CaseOption),
}

impl<'c> Decision<'c> {
    /// A better decision that was possible there; `None` for the expert's own and for the best that was left.
    pub fn advice(&self) -> Option<Advice<'c>> {
        match self.expert {
            Some(expert) => (expert.id != self.taken.id).then_some(Advice::Expert(expert)),
            None => (self.best.points > self.taken.points).then_some(Advice::Best(self.best)),
        }
    }

    /// Whether it is what an expert takes there, or nothing of the step has more points.
    pub fn is_right(&self) -> bool {
        let points = self.taken.points;
        match self.expert {
            Some(expert) => expert.id == self.taken.id,
            None => points > 0 && self.step.options.iter().all(|option| option.points <= points),
        }
    }
}

impl CaseSession {
    pub fn new(case: Case) -> CaseSession {
        let state = case.beginning();
        CaseSession { case, acts: Vec::new(), state }
    }

    /// Takes a run up again. Where the case has changed since, it goes on from the last decision that is still offered.
    pub fn replay(case: Case, acts: &[String]) -> CaseSession {
        let mut session = CaseSession::new(case);
        for act in acts {
            if session.choose(act).is_err() {
                break;
            }
        }
        session
    }

    pub fn case(&self) -> &Case {
        &self.case
    }

    /// The options that were taken, in order.
    pub fn acts(&self) -> &[String] {
        &self.acts
    }

    pub fn state(&self) -> &State {
        &self.state
    }

    /// The situation; `None` at an ending.
    pub fn step(&self) -> Option<&Step> {
        self.case.step(&self.state.at)
    }

    /// What the situation says in addition because of earlier decisions.
    pub fn notes(&self) -> Vec<&Note> {
        self.case.notes(&self.state)
    }

    pub fn offered(&self) -> Vec<&CaseOption> {
        self.case.offered(&self.state)
    }

    /// Takes a decision.
    ///
    /// # Errors
    /// When it is not offered here.
    pub fn choose(&mut self, id: &str) -> Result<(), NotOffered> {
        let option = self.offered().into_iter().find(|option| option.id == id).ok_or(NotOffered)?;
        self.state = self.case.after(&self.state, option).ok_or(NotOffered)?;
        self.acts.push(id.to_string());
        Ok(())
    }

    /// The newest decision, whose outcome has just been seen.
    pub fn last(&self) -> Option<&CaseOption> {
        self.acts.last().and_then(|id| self.case.option(id)).map(|(_, option)| option)
    }

    pub fn ending(&self) -> Option<&Ending> {
        self.case.ending(&self.state.at)
    }

    pub fn is_won(&self) -> bool {
        self.ending().is_some_and(|ending| ending.won)
    }

    pub fn points(&self) -> u32 {
        self.acts.iter().filter_map(|id| self.case.option(id)).map(|(_, option)| option.points).sum()
    }

    /// Points taken ÷ points of the expert's path, between 0 and 1.
    pub fn score(&self) -> f64 {
        match self.case.expert_points() {
            0 => 0.0,
            best => (f64::from(self.points()) / f64::from(best)).min(1.0),
        }
    }

    /// Every decision of this run beside the expert's.
    pub fn decisions(&self) -> Vec<Decision<'_>> {
        let mut state = self.case.beginning();
        let mut decisions = Vec::new();
        for (step, taken) in self.acts.iter().filter_map(|id| self.case.option(id)) {
            let offered = self.case.offered(&state);
            let expert = self.expert_at(&step.id).filter(|expert| offered.iter().any(|option| option.id == expert.id));
            let best =
                offered.into_iter().fold(taken, |best, option| if option.points > best.points { option } else { best });
            decisions.push(Decision { step, taken, expert, best });
            let Some(next) = self.case.after(&state, taken) else { break };
            state = next;
        }
        decisions
    }

    /// The expert's path: situations and decisions.
    pub fn expert_path(&self) -> Vec<(&Step, &CaseOption)> {
        self.case.expert.iter().filter_map(|id| self.case.option(id)).collect()
    }

    fn expert_at(&self, step: &str) -> Option<&CaseOption> {
        self.expert_path().into_iter().find(|(passed, _)| passed.id == step).map(|(_, option)| option)
    }
}

#[cfg(test)]
mod tests {
    use super::super::case::examples::*;
    use super::*;

    fn acts(ids: &[&str]) -> Vec<String> {
        ids.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_decision_comes_back_later() {
        let mut session = CaseSession::new(case());
        assert_eq!(session.choose("sleep"), Ok(()));
        assert_eq!(session.notes().len(), 1);
        assert_eq!(session.offered().iter().map(|option| option.id.as_str()).collect::<Vec<_>>(), ["hope"]);
        assert_eq!(session.choose("mend"), Err(NotOffered));
        assert_eq!(session.choose("hope"), Ok(()));
        assert_eq!((session.ending().unwrap().id.as_str(), session.is_won()), ("lost", false));
        assert_eq!(session.score(), 0.2);
    }

    #[test]
    fn the_experts_path_has_the_full_score() {
        let session = CaseSession::replay(case(), &acts(&["look", "mend"]));
        assert_eq!((session.score(), session.is_won()), (1.0, true));
    }

    #[test]
    fn a_run_goes_on_where_it_was() {
        let mut session = CaseSession::new(case());
        session.choose("look").unwrap();
        assert_eq!(CaseSession::replay(case(), session.acts()), session);
    }

    #[test]
    fn a_run_of_a_case_that_changed_goes_on_from_what_is_left() {
        let session = CaseSession::replay(case(), &acts(&["look", "gone", "mend"]));
        assert_eq!((session.acts(), session.step().unwrap().id.as_str()), (&acts(&["look"])[..], "morning"));
    }

    /// What was taken, what is advised, and whether it was right.
    fn judged(case: Case, ids: &[&str]) -> Vec<(String, Option<String>, bool)> {
        let session = CaseSession::replay(case, &acts(ids));
        let advised = |decision: &Decision<'_>| match decision.advice()? {
            Advice::Expert(option) => Some(format!("expert: {}", option.id)),
            Advice::Best(option) => Some(format!("best: {}", option.id)),
        };
        session
            .decisions()
            .iter()
            .map(|decision| (decision.taken.id.clone(), advised(decision), decision.is_right()))
            .collect()
    }

    #[test]
    fn each_decision_stands_beside_the_experts() {
        assert_eq!(
            judged(case(), &["look", "hope"]),
            [("look".into(), None, true), ("hope".into(), Some("expert: mend".into()), false)]
        );
    }

    #[test]
    fn nothing_is_advised_that_was_not_offered() {
        assert_eq!(
            judged(case(), &["sleep", "hope"]),
            [("sleep".into(), Some("expert: look".into()), false), ("hope".into(), None, false)]
        );
    }

    #[test]
    fn where_the_experts_way_is_closed_the_best_that_is_left_is_advised() {
        let mut case = case();
        let way = case.steps[1].options[1].ways.clone();
        case.steps[1].options.push(option("call", 2, way));
        assert_eq!(judged(case.clone(), &["sleep", "hope"])[1], ("hope".into(), Some("best: call".into()), false));
        assert_eq!(judged(case, &["sleep", "call"])[1], ("call".into(), None, false));
    }
}
