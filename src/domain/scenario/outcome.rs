//! What a design comes to: the figures of the load model, and which goals they meet.
//!
//! It must not know how the design came about.

use crate::domain::simulation::cache::HitRatios;
use crate::domain::simulation::design::Design;
use crate::domain::simulation::evaluation::{Evaluation, evaluate};
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

/// Every goal's figure. A situation that several goals look at is evaluated once.
fn judge(design: &Design, goals: &[Goal], hits: &mut HitRatios) -> Vec<Judged> {
    let mut seen: Vec<(Situation, Evaluation)> = Vec::new();
    let mut judged = Vec::new();
    for goal in goals {
        let place = seen.iter().position(|(situation, _)| *situation == goal.situation).unwrap_or_else(|| {
            seen.push((goal.situation, evaluate(design, goal.situation, hits)));
            seen.len() - 1
        });
        let figure = seen[place].1.figure(design, &goal.metric);
        judged.push(Judged { figure, met: goal.limit.holds(figure) });
    }
    judged
}

/// Whether every goal is met, for trying many designs: it stops at the first that is not.
pub fn meets_all(design: &Design, goals: &[Goal], hits: &mut HitRatios) -> bool {
    let mut seen: Vec<Situation> = Vec::new();
    for goal in goals {
        if seen.contains(&goal.situation) {
            continue;
        }
        seen.push(goal.situation);
        let evaluation = evaluate(design, goal.situation, hits);
        let mut here = goals.iter().filter(|other| other.situation == goal.situation);
        if !here.all(|goal| goal.limit.holds(evaluation.figure(design, &goal.metric))) {
            return false;
        }
    }
    true
}
