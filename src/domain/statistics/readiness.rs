//! What an exam would bring on a day, as far as the answers so far can tell, and how sure that is.
//!
//! The expected score is the mean, weighted by the exam's domains, of the chance of each question of the course that the
//! exam could ask: the predicted recall on that day, without a review until then, and never below a guess. A question
//! that was never answered counts as a guess. Three things make the score uncertain, and their variances add up:
//!
//! * the draw: an exam asks `n` questions, and each is right or wrong: Σ wₔ·pₔ·(1 − pₔ) ÷ n over the domains;
//! * the predictions: all may be off to the same side, by as much as they have been off until now, which is itself seen in
//!   a sample: (r − p)² + r·(1 − r) ÷ m for a share r remembered of m reviews where p had been predicted
//!   ([`UNTRIED_ERROR`]² while that is unknown);
//! * the questions never answered: what is known of them without having been asked is anybody's guess
//!   ([`UNSEEN_SPREAD`]).
//!
//! The interval is the one that holds nine in ten of a normal distribution. It is about questions like those of this
//! course: it must not pose as a forecast of the real exam, and below a minimum of answers it must say nothing.

use super::retention::{Comparison, Shares};
use crate::domain::day::Day;
use crate::domain::exam::Exam;
use crate::domain::memory::MASTERY_DAYS;
use crate::domain::mock_exam::{CERTIFICATE_KINDS, pass_score};
use crate::domain::outline::{Outline, QuestionOutline};
use crate::domain::progress::Progress;
use crate::domain::question::Kind;
use crate::domain::settings::Settings;
use jiff::civil::Date;
use serde::Serialize;

/// Fewer answered questions than this tell nothing …
pub const FEWEST_SEEN: usize = 20;
/// … and neither does a smaller share of the questions that the exam could ask.
pub const SMALLEST_SHARE: f64 = 0.3;
/// By how much predictions may be off before they could be compared with anything.
pub const UNTRIED_ERROR: f64 = 0.1;
/// By how much questions never answered may do better or worse than a guess.
pub const UNSEEN_SPREAD: f64 = 0.1;
/// Standard deviations on each side that hold nine in ten.
const NINE_IN_TEN: f64 = 1.645;

/// A question that the exam could ask.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Candidate<'a> {
    pub domain: &'a str,
    pub kind: Kind,
    /// The predicted recall on the day; none for a question that was never answered.
    pub recall: Option<f64>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Readiness {
    pub exam: String,
    /// The day that is looked at: the exam's, or a week from now.
    pub on: Date,
    /// The score that passes, from 0 to 1.
    pub pass: f64,
    pub questions: usize,
    pub seen: usize,
    /// Answered questions that an estimate takes.
    pub needed: usize,
    /// None while too few questions have been answered.
    pub estimate: Option<Estimate>,
    pub domains: Vec<DomainReadiness>,
}

/// A score from 0 to 1, with the ends of an interval that holds nine in ten.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Estimate {
    pub score: f64,
    pub low: f64,
    pub high: f64,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DomainReadiness {
    pub id: String,
    /// Its share of the exam among the domains that have questions, from 0 to 1.
    pub weight: f64,
    pub questions: usize,
    pub seen: usize,
    /// The expected score; none without a question.
    pub score: Option<f64>,
}

/// How an estimate stands to the mark that passes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Prospect {
    /// The whole interval lies above the mark.
    Passing,
    Open,
    /// The whole interval lies below it.
    Failing,
}

impl Readiness {
    /// `memory` says how far predictions have been off until now.
    pub fn of(exam: &Exam, candidates: &[Candidate<'_>], on: Date, memory: &Comparison) -> Readiness {
        let mut domains: Vec<DomainReadiness> =
            exam.domains.iter().map(|domain| of_domain(&domain.id, domain.weight, candidates)).collect();
        let whole: f64 = domains.iter().map(|domain| domain.weight).sum();
        for domain in domains.iter_mut().filter(|_| whole > 0.0) {
            domain.weight /= whole;
        }
        let questions = domains.iter().map(|domain| domain.questions).sum();
        let seen = domains.iter().map(|domain| domain.seen).sum();
        let needed = FEWEST_SEEN.max((questions as f64 * SMALLEST_SHARE).ceil() as usize);
        let estimate = (seen >= needed && whole > 0.0).then(|| estimate(&domains, exam.questions, memory));
        Readiness { exam: exam.id.clone(), on, pass: pass_score(exam.pass), questions, seen, needed, estimate, domains }
    }

    pub fn prospect(&self) -> Option<Prospect> {
        let estimate = self.estimate?;
        Some(if estimate.low >= self.pass {
            Prospect::Passing
        } else if estimate.high < self.pass {
            Prospect::Failing
        } else {
            Prospect::Open
        })
    }
}

/// The day that readiness looks at: the exam's if it is still to come, else a week from today.
pub fn day(settings: &Settings, today: Day) -> Day {
    let exam = settings.exam_date.map(Day::from).filter(|exam| *exam > today);
    exam.unwrap_or(today.plus(MASTERY_DAYS))
}

/// The readiness for every exam of the course.
pub fn of_all(outline: &Outline, progress: &Progress, on: Day, memory: &Comparison) -> Vec<Readiness> {
    let of_one = |exam: &Exam| {
        let candidates: Vec<Candidate<'_>> =
            outline.questions().filter_map(|question| candidate(question, exam, progress, on)).collect();
        Readiness::of(exam, &candidates, on.date(), memory)
    };
    outline.exams.iter().map(of_one).collect()
}

fn candidate<'a>(question: &'a QuestionOutline, exam: &Exam, progress: &Progress, on: Day) -> Option<Candidate<'a>> {
    let domain = question.domains.get(&exam.id).filter(|_| CERTIFICATE_KINDS.contains(&question.kind))?;
    let recall = progress.memory(question).map(|memory| memory.recall(progress.memories().model(), on));
    Some(Candidate { domain, kind: question.kind, recall })
}

fn of_domain(id: &str, weight: f64, candidates: &[Candidate<'_>]) -> DomainReadiness {
    let own = candidates.iter().filter(|candidate| candidate.domain == id);
    let questions = own.clone().count();
    let seen = own.clone().filter(|candidate| candidate.recall.is_some()).count();
    let sum: f64 = own.map(|candidate| candidate.recall.unwrap_or(0.0).max(guess(candidate.kind))).sum();
    DomainReadiness {
        id: id.to_string(),
        // A domain without a question can be estimated by nothing: the others take its place.
        weight: if questions == 0 { 0.0 } else { weight },
        questions,
        seen,
        score: (questions > 0).then(|| sum / questions as f64),
    }
}

fn estimate(domains: &[DomainReadiness], asked: u32, memory: &Comparison) -> Estimate {
    let scored = || domains.iter().filter_map(|domain| Some((domain, domain.score?)));
    let score: f64 = scored().map(|(domain, score)| domain.weight * score).sum();
    let draw: f64 = scored().map(|(domain, score)| domain.weight * score * (1.0 - score)).sum();
    let seen: f64 = scored().map(|(domain, _)| domain.weight * domain.seen as f64 / domain.questions as f64).sum();
    let unseen = (1.0 - seen) * UNSEEN_SPREAD;
    let variance = draw / f64::from(asked.max(1)) + seen.powi(2) * squared_error(memory) + unseen.powi(2);
    let half = NINE_IN_TEN * variance.sqrt();
    Estimate { score, low: (score - half).max(0.0), high: (score + half).min(1.0) }
}

/// By how much all predictions may be off to the same side, squared.
fn squared_error(memory: &Comparison) -> f64 {
    let Some(Shares { predicted, remembered }) = memory.shares else { return UNTRIED_ERROR.powi(2) };
    (remembered - predicted).powi(2) + remembered * (1.0 - remembered) / memory.reviews as f64
}

/// What a question is worth to who knows nothing: one of four, two of five, yes or no.
fn guess(kind: Kind) -> f64 {
    match kind {
        Kind::Single => 0.25,
        Kind::Multiple => 0.1,
        Kind::Boolean => 0.5,
        Kind::Short | Kind::Number | Kind::Order | Kind::Match | Kind::Cloze => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::exam::ExamDomain;
    use crate::domain::question::examples::text;
    use jiff::civil::date;

    const UNTRIED: Comparison = Comparison { reviews: 0, shares: None };

    /// Domains `storage` (weight 3) and `billing` (weight 1), 50 questions, passed with 730 points: a score of 0.7.
    fn exam() -> Exam {
        let domain = |id: &str, weight| ExamDomain { id: id.into(), name: text(id), weight };
        Exam {
            id: "clf".into(),
            name: text("Practitioner"),
            questions: 50,
            minutes: 90,
            pass: 0.73,
            domains: vec![domain("storage", 3.0), domain("billing", 1.0)],
        }
    }

    fn candidates(domain: &str, count: usize, recall: Option<f64>) -> Vec<Candidate<'_>> {
        vec![Candidate { domain, kind: Kind::Single, recall }; count]
    }

    fn readiness(candidates: &[Candidate<'_>], memory: &Comparison) -> Readiness {
        Readiness::of(&exam(), candidates, date(2026, 12, 1), memory)
    }

    #[track_caller]
    fn close(found: f64, expected: f64) {
        assert!((found - expected).abs() < 1e-9, "{found} is not {expected}");
    }

    #[test]
    fn the_score_is_weighted_by_domain_and_its_interval_adds_variances() {
        let all = [candidates("storage", 20, Some(0.9)), candidates("billing", 20, Some(0.5))].concat();
        let estimate = readiness(&all, &UNTRIED).estimate.unwrap();
        close(estimate.score, 0.75 * 0.9 + 0.25 * 0.5);
        // (0.75·0.09 + 0.25·0.25) ÷ 50 + 0.1² = 0.0126.
        close(estimate.low, 0.8 - 1.645 * 0.0126f64.sqrt());
        close(estimate.high, 0.8 + 1.645 * 0.0126f64.sqrt());
    }

    #[test]
    fn predictions_that_hold_make_the_interval_narrow() {
        let all = candidates("storage", 40, Some(0.9));
        let shares = Some(Shares { predicted: 0.9, remembered: 0.87 });
        let tried = readiness(&all, &Comparison { reviews: 100, shares }).estimate.unwrap();
        // Only storage has questions: 0.09 ÷ 50 + 0.03² + 0.87·0.13 ÷ 100 = 0.003831.
        close(tried.score, 0.9);
        close(tried.low, 0.9 - 1.645 * 0.003831f64.sqrt());
    }

    #[test]
    fn twenty_reviews_that_went_as_predicted_make_nothing_certain() {
        let all = candidates("storage", 40, Some(0.9));
        let shares = Some(Shares { predicted: 0.9, remembered: 0.9 });
        let half = |reviews| {
            let estimate = readiness(&all, &Comparison { reviews, shares }).estimate.unwrap();
            estimate.score - estimate.low
        };
        // 0.09 ÷ 50 + 0.09 ÷ 20 = 0.0063; the more reviews there are, the less is left to chance.
        close(half(20), 1.645 * 0.0063f64.sqrt());
        assert!(half(20) > half(200) && half(200) > half(20_000));
    }

    #[test]
    fn what_was_never_answered_is_a_guess_with_a_spread() {
        let all = [candidates("storage", 30, Some(1.0)), candidates("storage", 30, None)].concat();
        let estimate = readiness(&all, &UNTRIED).estimate.unwrap();
        close(estimate.score, 0.625);
        // 0.625·0.375 ÷ 50 + 0.05² + 0.05².
        close(estimate.high, 0.625 + 1.645 * (0.0046875f64 + 0.005).sqrt());
    }

    #[test]
    fn nobody_does_worse_than_guessing() {
        let all = candidates("billing", 20, Some(0.01));
        close(readiness(&all, &UNTRIED).estimate.unwrap().score, 0.25);
    }

    #[test]
    fn too_few_answers_give_no_estimate_and_say_how_many_are_needed() {
        let few = readiness(&candidates("storage", FEWEST_SEEN - 1, Some(0.9)), &UNTRIED);
        assert_eq!((few.estimate, few.seen, few.needed), (None, 19, 20));
        let small = [candidates("storage", 20, Some(0.9)), candidates("storage", 80, None)].concat();
        let small = readiness(&small, &UNTRIED);
        assert_eq!((small.estimate, small.needed), (None, 30));
    }

    #[test]
    fn a_prospect_is_claimed_only_by_the_whole_interval() {
        let prospect = |recall| readiness(&candidates("storage", 40, Some(recall)), &UNTRIED).prospect();
        assert!((readiness(&[], &UNTRIED).pass - 0.7).abs() < 1e-9);
        assert_eq!([0.99, 0.75, 0.3].map(prospect), [Prospect::Passing, Prospect::Open, Prospect::Failing].map(Some));
    }
}
