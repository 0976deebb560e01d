//! A run of a what-if: the actions taken so far, what each came to, and what can be done next.
//!
//! A run is the list of its actions; it must not be saved in any other form. Figures are computed when an action is
//! taken and kept, so that asking for them costs nothing.

use super::debrief::Debrief;
use super::outcome::Outcome;
use super::what_if::{Action, Obstacle, WhatIf};
use crate::domain::simulation::cache::HitRatios;
use crate::domain::simulation::chart::{self, Breaking};
use crate::domain::simulation::design::Design;
use crate::domain::simulation::evaluate;
use crate::domain::simulation::evaluation::Evaluation;
use crate::domain::simulation::goal::{Metric, Phase, Scope, Situation};

#[derive(Debug, Clone)]
pub struct WhatIfSession {
    what_if: WhatIf,
    acts: Vec<String>,
    /// At the start, and after each action.
    outcomes: Vec<Outcome>,
    /// The curves of each outcome, once they have been asked for.
    curves: Vec<Option<Vec<Curve>>>,
    hits: HitRatios,
}

/// The time in which 95 % of a class are answered, by load.
#[derive(Debug, Clone, PartialEq)]
pub struct Curve {
    pub class: String,
    /// In ms, at the loads of a chart ([`chart::loads`]); `None` where more than 5 % are refused.
    pub p95: Vec<Option<f64>>,
}

/// The curves of a run: as it was before the newest action, and as it is now.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// `None` before the first action.
    pub before: Option<Vec<Curve>>,
    pub now: Vec<Curve>,
}

impl WhatIfSession {
    pub fn new(what_if: WhatIf) -> WhatIfSession {
        let mut hits = HitRatios::default();
        let start = Outcome::of(what_if.design.clone(), &what_if.goals, &mut hits);
        WhatIfSession { what_if, acts: Vec::new(), outcomes: vec![start], curves: vec![None], hits }
    }

    /// Takes a run up again. Where the scenario has changed since, an action that cannot be taken any more is left out.
    pub fn replay(what_if: WhatIf, acts: &[String]) -> WhatIfSession {
        let mut session = WhatIfSession::new(what_if);
        for act in acts {
            // What is in the way was in nobody's way when it was taken: the scenario is another now.
            let _ = session.take(act);
        }
        session
    }

    pub fn what_if(&self) -> &WhatIf {
        &self.what_if
    }

    /// The actions that were taken, in order.
    pub fn acts(&self) -> &[String] {
        &self.acts
    }

    /// The newest action, whose effect has just been seen.
    pub fn last(&self) -> Option<&Action> {
        self.acts.last().and_then(|id| self.what_if.action(id))
    }

    pub fn steps_left(&self) -> usize {
        self.what_if.steps.saturating_sub(self.acts.len())
    }

    /// Why an action cannot be taken now; `None` if it can.
    pub fn obstacle(&self, id: &str) -> Option<Obstacle> {
        if let Some(obstacle) = self.what_if.obstacle(&self.acts, id) {
            return Some(obstacle);
        }
        // A file that `check` has not seen may hold such an action.
        self.after_one_more(id).is_none().then_some(Obstacle::Unknown)
    }

    /// Takes an action.
    ///
    /// # Errors
    /// What is in its way.
    pub fn take(&mut self, id: &str) -> Result<(), Obstacle> {
        if let Some(obstacle) = self.what_if.obstacle(&self.acts, id) {
            return Err(obstacle);
        }
        let design = self.after_one_more(id).ok_or(Obstacle::Unknown)?;
        self.outcomes.push(Outcome::of(design, &self.what_if.goals, &mut self.hits));
        self.curves.push(None);
        self.acts.push(id.to_string());
        Ok(())
    }

    /// Takes the newest action back, and names it.
    pub fn undo(&mut self) -> Option<String> {
        let act = self.acts.pop()?;
        self.outcomes.pop();
        self.curves.pop();
        Some(act)
    }

    /// Before anything was done.
    pub fn start(&self) -> &Outcome {
        &self.outcomes[0]
    }

    /// Before the newest action; `None` before the first.
    pub fn before(&self) -> Option<&Outcome> {
        self.acts.len().checked_sub(1).map(|place| &self.outcomes[place])
    }

    pub fn now(&self) -> &Outcome {
        &self.outcomes[self.acts.len()]
    }

    /// At the start, and after each action.
    pub fn outcomes(&self) -> &[Outcome] {
        &self.outcomes
    }

    pub fn is_won(&self) -> bool {
        self.now().is_won()
    }

    /// Whether there is nothing left to do: every goal is met, or no step is left.
    pub fn is_played_out(&self) -> bool {
        self.is_won() || self.steps_left() == 0
    }

    /// Goals met ÷ goals.
    pub fn score(&self) -> f64 {
        let now = self.now();
        now.goals_met() as f64 / now.judged.len().max(1) as f64
    }

    /// The figures of the present design at another load, as a multiple of the load as given.
    pub fn at_load(&mut self, load: f64) -> Evaluation {
        let design = &self.outcomes[self.acts.len()].design;
        evaluate(design, Situation { load, phase: Phase::Settled }, &mut self.hits)
    }

    /// The present design at another load in the first minutes of a peak, before servers or environments have been added.
    /// `None` where nothing scales, so that the first minutes are like all others.
    pub fn first_minutes(&mut self, load: f64) -> Option<Evaluation> {
        let design = &self.outcomes[self.acts.len()].design;
        let situation = Situation { load, phase: Phase::BeforeScaling };
        design.scales().then(|| evaluate(design, situation, &mut self.hits))
    }

    pub fn chart(&mut self) -> Chart {
        let newest = self.acts.len();
        let before = newest.checked_sub(1).map(|place| self.curves_of(place));
        Chart { before, now: self.curves_of(newest) }
    }

    /// What breaks first as the load grows, in the present design.
    pub fn first_to_break(&mut self) -> Option<Breaking> {
        let design = &self.outcomes[self.acts.len()].design;
        chart::first_to_break(design, Phase::Settled, &mut self.hits)
    }

    pub fn debrief(&mut self) -> Debrief {
        Debrief::of(&self.what_if, &self.acts, &self.outcomes, &mut self.hits)
    }

    fn after_one_more(&self, id: &str) -> Option<Design> {
        let plan = [&self.acts[..], &[id.to_string()]].concat();
        self.what_if.after(&plan).ok()
    }

    fn curves_of(&mut self, place: usize) -> Vec<Curve> {
        if let Some(curves) = &self.curves[place] {
            return curves.clone();
        }
        let design = &self.outcomes[place].design;
        let evaluations = chart::chart(design, Phase::Settled, &mut self.hits);
        let curve = |class: &str| {
            let metric = Metric::P95(Scope::Class(class.to_string()));
            let p95 = evaluations.iter().map(|evaluation| evaluation.figure(design, &metric)).collect();
            Curve { class: class.to_string(), p95 }
        };
        let curves: Vec<Curve> = design.classes.iter().map(|class| curve(&class.id)).collect();
        self.curves[place] = Some(curves.clone());
        curves
    }
}

#[cfg(test)]
mod tests {
    use super::super::what_if::examples::*;
    use super::*;

    fn played(acts: &[&str]) -> WhatIfSession {
        WhatIfSession::replay(slow_pictures(), &ids(acts))
    }

    #[test]
    fn an_action_shows_its_figures_beside_the_old_ones() {
        let mut session = WhatIfSession::new(slow_pictures());
        assert_eq!((session.before(), session.steps_left()), (None, 2));
        assert_eq!(session.take("store"), Ok(()));
        let (before, now) = (session.before().unwrap(), session.now());
        // Four workers of 20 pictures a second each were asked for 100.
        assert_eq!(before.judged[0].figure, None);
        // One round trip, 16 ms of bytes, and the first byte.
        assert_eq!(now.judged[0].figure, Some(136.0));
        assert_eq!(now.judged.iter().map(|judged| judged.met).collect::<Vec<_>>(), [false, true, true]);
        assert_eq!((session.score(), session.is_won()), (2.0 / 3.0, false));
    }

    #[test]
    fn the_recommended_plan_wins() {
        let session = played(&["store", "cdn"]);
        assert_eq!((session.is_won(), session.score(), session.steps_left()), (true, 1.0, 0));
        assert!(session.is_played_out() && !played(&["store"]).is_played_out());
        assert_eq!(session.now().judged[0].figure, Some(26.0));
    }

    #[test]
    fn undoing_leads_back_to_the_same_figures() {
        let mut session = played(&["store"]);
        let before = session.now().clone();
        session.take("cdn").unwrap();
        assert_eq!(session.undo().as_deref(), Some("cdn"));
        assert_eq!((session.now(), session.acts()), (&before, &ids(&["store"])[..]));
        session.undo();
        assert_eq!(session.undo(), None);
        assert_eq!(session.now(), session.start());
    }

    #[test]
    fn a_run_goes_on_where_it_was_and_leaves_out_what_is_gone() {
        assert_eq!(played(&["store", "gone", "cdn"]).acts(), ids(&["store", "cdn"]));
        assert_eq!(played(&["cdn"]).acts(), ids(&[]));
    }

    #[test]
    fn an_action_whose_values_cannot_be_is_not_taken() {
        let mut what_if = slow_pictures();
        what_if.actions[0].changes[0].to = super::super::what_if::To::Times(1.25);
        let mut session = WhatIfSession::new(what_if);
        assert_eq!(
            (session.obstacle("bigger"), session.take("bigger")),
            (Some(Obstacle::Unknown), Err(Obstacle::Unknown))
        );
    }

    #[test]
    fn a_chart_has_the_curves_before_and_now() {
        let mut session = WhatIfSession::new(slow_pictures());
        assert_eq!(session.chart().before, None);
        session.take("store").unwrap();
        let chart = session.chart();
        let (before, now) = (&chart.before.unwrap()[0], &chart.now[0]);
        assert_eq!((now.class.as_str(), now.p95.len()), ("pictures", 40));
        // At a tenth of the load the servers are quick enough; at four times it only the bucket answers.
        assert!(before.p95[0].is_some() && before.p95[39].is_none());
        assert!(now.p95.iter().all(|p95| *p95 == Some(136.0)));
    }

    #[test]
    fn another_load_can_be_looked_at() {
        let mut session = WhatIfSession::new(slow_pictures());
        let error = Metric::Error(Scope::All);
        let design = session.now().design.clone();
        assert!(session.at_load(0.1).figure(&design, &error).unwrap() < 0.001);
        assert!(session.at_load(2.0).figure(&design, &error).unwrap() > 0.5);
        let breaking = session.first_to_break().unwrap();
        assert_eq!((breaking.component, (breaking.load * 1000.0).round()), (1, 800.0));
    }
}
