//! What a design comes to: the figures of the load model, and which goals they meet.
//!
//! It must not know how the design came about.

use crate::domain::simulation::cache::HitRatios;
use crate::domain::simulation::design::Design;
use crate::domain::simulation::evaluate;
use crate::domain::simulation::evaluation::Evaluation;
use crate::domain::simulation::goal::{Goal, Metric, Situation};

#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    pub design: Design,
    /// At the load as given, with scaling done.
    pub evaluation: Evaluation,
    /// In the order of the goals.
    pub judged: Vec<Judged>,
}

/// A goal's figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Judged {
    /// `None`: never, as for the 95th of a hundred requests of which ten are refused.
    pub figure: Option<f64>,
    pub met: bool,
}

impl Outcome {
    pub fn of(design: Design, goals: &[Goal], hits: &mut HitRatios) -> Outcome {
        let evaluation = evaluate(&design, Situation::TODAY, hits);
        let judged = judge(&design, goals, hits);
        Outcome { design, evaluation, judged }
    }

    /// A figure at the load as given.
    pub fn figure(&self, metric: &Metric) -> Option<f64> {
        self.evaluation.figure(&self.design, metric)
    }

    /// USD a month.
    pub fn cost(&self) -> f64 {
        self.evaluation.bill.total()
    }

    pub fn goals_met(&self) -> usize {
        self.judged.iter().filter(|judged| judged.met).count()
    }

    pub fn is_won(&self) -> bool {
        self.judged.iter().all(|judged| judged.met)
    }

    /// Whether every goal is met that the other meets.
    pub fn meets_all_of(&self, other: &Outcome) -> bool {
        self.judged.iter().zip(&other.judged).all(|(own, others)| own.met || !others.met)
    }
}

/// Every goal's figure.
fn judge(design: &Design, goals: &[Goal], hits: &mut HitRatios) -> Vec<Judged> {
    let mut assessment = Assessment::new(design);
    goals.iter().map(|goal| assessment.judge(goal, hits)).collect()
}

/// A design whose goals are looked at one by one, for trying many designs: a situation is evaluated once, and only when
/// a goal looks at it.
pub struct Assessment<'d> {
    design: &'d Design,
    seen: Vec<(Situation, Evaluation)>,
}

impl<'d> Assessment<'d> {
    pub fn new(design: &'d Design) -> Assessment<'d> {
        Assessment { design, seen: Vec::new() }
    }

    pub fn judge(&mut self, goal: &Goal, hits: &mut HitRatios) -> Judged {
        let place = self.seen.iter().position(|(situation, _)| *situation == goal.situation).unwrap_or_else(|| {
            self.seen.push((goal.situation, evaluate(self.design, goal.situation, hits)));
            self.seen.len() - 1
        });
        let figure = self.seen[place].1.figure(self.design, &goal.metric);
        Judged { figure, met: goal.limit.holds(figure) }
    }

    /// Whether every goal is met; it stops at the first that is not.
    pub fn meets_all(&mut self, goals: &[Goal], hits: &mut HitRatios) -> bool {
        goals.iter().all(|goal| self.judge(goal, hits).met)
    }
}
