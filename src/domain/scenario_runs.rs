//! The runs of scenarios, as far as progress is concerned: what is open, what was best, how often one was finished.
//!
//! A part of the fold of the journal's events. It must not judge: a finished run brings its score.

use super::event::ScenarioFinished;
use super::id::ScenarioId;
use std::collections::HashMap;
use uuid::Uuid;

#[derive(Debug, Clone, Default, PartialEq)]
pub struct ScenarioRuns(HashMap<ScenarioId, Runs>);

#[derive(Debug, Clone, Default, PartialEq)]
struct Runs {
    open: Option<OpenRun>,
    best: Option<ScenarioResult>,
    last: Option<ScenarioResult>,
    /// Oldest first.
    finished: Vec<Uuid>,
}

/// A run that was begun and not finished.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenRun {
    pub run: Uuid,
    /// What was decided so far.
    pub acts: Vec<String>,
}

/// How a finished run went.
#[derive(Debug, Clone, PartialEq)]
pub struct ScenarioResult {
    pub acts: Vec<String>,
    /// Between 0 and 1.
    pub score: f64,
    pub won: bool,
}

impl ScenarioRuns {
    /// Takes in what was decided so far in a run.
    pub fn act(&mut self, scenario: ScenarioId, run: Uuid, acts: Vec<String>) {
        let runs = self.0.entry(scenario).or_default();
        if !runs.finished.contains(&run) {
            runs.open = Some(OpenRun { run, acts });
        }
    }

    pub fn finish(&mut self, finished: ScenarioFinished) {
        let ScenarioFinished { scenario, run, acts, score, won, .. } = finished;
        let runs = self.0.entry(scenario).or_default();
        runs.open = runs.open.take().filter(|open| open.run != run);
        if !runs.finished.contains(&run) {
            runs.finished.push(run);
        }
        let result = ScenarioResult { acts, score, won };
        // Of two equal results the first stays.
        if runs.best.as_ref().is_none_or(|best| (won, score) > (best.won, best.score)) {
            runs.best = Some(result.clone());
        }
        runs.last = Some(result);
    }

    pub fn open(&self, scenario: &str) -> Option<&OpenRun> {
        self.0.get(scenario)?.open.as_ref()
    }

    pub fn best(&self, scenario: &str) -> Option<&ScenarioResult> {
        self.0.get(scenario)?.best.as_ref()
    }

    /// The run that was finished last: what there is to look back on.
    pub fn last(&self, scenario: &str) -> Option<&ScenarioResult> {
        self.0.get(scenario)?.last.as_ref()
    }

    /// How many runs were finished.
    pub fn finished(&self, scenario: &str) -> usize {
        self.0.get(scenario).map_or(0, |runs| runs.finished.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn acts(ids: &[&str]) -> Vec<String> {
        ids.iter().map(ToString::to_string).collect()
    }

    fn finished(run: u128, score: f64, won: bool) -> ScenarioFinished {
        let (acts, questions) = (acts(&["a"]), Vec::new());
        ScenarioFinished { scenario: "load".into(), run: Uuid::from_u128(run), acts, score, won, questions }
    }

    #[test]
    fn a_run_is_open_with_its_newest_acts_until_it_is_finished() {
        let mut runs = ScenarioRuns::default();
        let run = Uuid::from_u128(1);
        runs.act("load".into(), run, acts(&["a", "b"]));
        runs.act("load".into(), run, acts(&["a"]));
        assert_eq!(runs.open("load"), Some(&OpenRun { run, acts: acts(&["a"]) }));
        runs.finish(finished(1, 0.5, false));
        assert_eq!((runs.open("load"), runs.finished("load")), (None, 1));
    }

    #[test]
    fn finishing_one_run_leaves_a_newer_one_open() {
        let mut runs = ScenarioRuns::default();
        runs.act("load".into(), Uuid::from_u128(2), Vec::new());
        runs.finish(finished(1, 0.5, false));
        assert_eq!(runs.open("load").map(|open| open.run), Some(Uuid::from_u128(2)));
    }

    #[test]
    fn the_best_result_is_kept_and_a_won_run_is_better_than_a_lost_one() {
        let mut runs = ScenarioRuns::default();
        for (run, score, won) in [(1, 0.5, false), (2, 0.9, false), (3, 0.8, true), (4, 0.95, false)] {
            runs.finish(finished(run, score, won));
        }
        let best = runs.best("load").unwrap();
        assert_eq!((best.score, best.won, runs.finished("load")), (0.8, true, 4));
        assert_eq!(runs.last("load").map(|last| last.score), Some(0.95));
    }
}
