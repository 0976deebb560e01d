//! What came out of an exam: the score, and how it spreads over domains, kinds and services.
//!
//! It must not round or word anything, and it needs no question's text: the journal and the outline are enough.

use super::blueprint::COURSE;
use super::run::{ExamRun, ExamRuns};
use super::{blueprint, pass_points, points};
use crate::domain::id::QuestionId;
use crate::domain::moment::Moment;
use crate::domain::outline::{Outline, QuestionOutline};
use crate::domain::pace::capped;
use crate::domain::question::{Kind, Text};
use serde::Serialize;
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub struct ExamResult {
    /// Between 0 and 1: the mean over all questions.
    pub score: f64,
    /// The pass mark, between 0 and 1 of 1,000 points; `None` if the course has this exam no more.
    pub pass: Option<f64>,
    pub whole: Tally,
    /// Domains of a certificate, parts of the course; in their order.
    pub fields: Vec<FieldTally>,
    pub kinds: Vec<(Kind, Tally)>,
    /// The weakest first.
    pub services: Vec<(String, Tally)>,
    /// The exams of the same name before this one, oldest first.
    pub earlier: Vec<(Moment, u32)>,
}

/// The sum over a domain or a part.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldTally {
    pub id: String,
    pub name: Text,
    pub tally: Tally,
}

/// The sum over some questions.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
pub struct Tally {
    pub questions: usize,
    pub answered: usize,
    /// The sum of the scores.
    pub scored: f64,
    /// Time spent on those that were answered, without long pauses.
    pub ms: u64,
}

impl FieldTally {
    fn empty((id, name): (&str, &Text)) -> FieldTally {
        FieldTally { id: id.to_string(), name: name.clone(), tally: Tally::default() }
    }
}

impl Tally {
    pub fn share(&self) -> f64 {
        if self.questions == 0 { 0.0 } else { self.scored / self.questions as f64 }
    }

    /// The mean time of an answer, in milliseconds; `None` if there is none.
    pub fn ms_each(&self) -> Option<u64> {
        self.ms.checked_div(self.answered as u64)
    }

    fn add(&mut self, run: &ExamRun, question: &QuestionId) {
        self.questions += 1;
        if let Some(answered) = run.answer(question) {
            self.answered += 1;
            self.scored += answered.score;
            self.ms += capped(answered.ms);
        }
    }
}

impl ExamResult {
    pub fn of(run: &ExamRun, runs: &ExamRuns, outline: &Outline) -> ExamResult {
        let known: HashMap<&QuestionId, &QuestionOutline> =
            outline.questions().map(|question| (&question.id, question)).collect();
        let mut result = ExamResult {
            score: run.score(),
            pass: blueprint::pass_of(&run.started.exam, outline),
            whole: Tally::default(),
            fields: Vec::new(),
            kinds: Vec::new(),
            services: Vec::new(),
            earlier: earlier(run, runs),
        };
        let mut fields: Vec<FieldTally> =
            blueprint::fields(&run.started.exam, outline).into_iter().map(FieldTally::empty).collect();
        for id in &run.started.questions {
            result.whole.add(run, id);
            let Some(question) = known.get(id) else { continue };
            let field = field_of(question, &run.started.exam, outline);
            if let Some(FieldTally { tally, .. }) = fields.iter_mut().find(|known| Some(&known.id) == field.as_ref()) {
                tally.add(run, id);
            }
            entry(&mut result.kinds, question.kind).add(run, id);
            for service in &question.services {
                entry(&mut result.services, service.clone()).add(run, id);
            }
        }
        fields.retain(|field| field.tally.questions > 0);
        result.fields = fields;
        result.kinds.sort_by_key(|(kind, _)| *kind);
        let weight = |tally: &Tally| (tally.share(), std::cmp::Reverse(tally.questions));
        result.services.sort_by(|(one, first), (other, second)| {
            let (first, second) = (weight(first), weight(second));
            first.0.total_cmp(&second.0).then(first.1.cmp(&second.1)).then(one.cmp(other))
        });
        result
    }

    pub fn points(&self) -> u32 {
        points(self.score)
    }

    /// Whether the points reach the pass mark; `None` where there is none.
    pub fn is_passed(&self) -> Option<bool> {
        Some(self.points() >= pass_points(self.pass?))
    }
}

/// The domain or part of a question within an exam.
fn field_of(question: &QuestionOutline, exam: &str, outline: &Outline) -> Option<String> {
    if exam == COURSE && outline.exam(COURSE).is_none() {
        return Some(outline.part_of(question.section.chapter().as_str())?.id.clone());
    }
    question.domains.get(exam).cloned()
}

fn earlier(run: &ExamRun, runs: &ExamRuns) -> Vec<(Moment, u32)> {
    let same = runs.finished().filter(|(other, _)| other.started.exam == run.started.exam && other.id() != run.id());
    let before = same.filter(|(other, _)| other.begun.timestamp <= run.begun.timestamp);
    before.map(|(_, finished)| (finished.at, points(finished.score))).collect()
}

/// The tally under a key, in a list that is short.
fn entry<K: PartialEq>(tallies: &mut Vec<(K, Tally)>, key: K) -> &mut Tally {
    let place = tallies.iter().position(|(known, _)| *known == key).unwrap_or_else(|| {
        tallies.push((key, Tally::default()));
        tallies.len() - 1
    });
    &mut tallies[place].1
}

#[cfg(test)]
mod tests {
    use super::super::run::examples::{answer, finished, start, started, take};
    use super::*;
    use crate::domain::event::examples::event;
    use crate::domain::event::{Answered, What};
    use crate::domain::exam::{Exam, ExamDomain};
    use crate::domain::outline::examples::outline as small;
    use crate::domain::question::examples::text;
    use uuid::Uuid;

    fn outline() -> Outline {
        let mut outline = small();
        let domain = |id: &str| ExamDomain { id: id.into(), name: text(id), weight: 1.0 };
        let domains = vec![domain("one"), domain("two"), domain("three")];
        outline.exams = vec![Exam { id: "x".into(), name: text("X"), questions: 4, minutes: 60, pass: 0.7, domains }];
        for part in &mut outline.parts {
            for chapter in &mut part.chapters {
                let domain = if chapter.id.as_str() == "s3" { "one" } else { "two" };
                chapter.questions.iter_mut().for_each(|question| {
                    question.domains.insert("x".into(), domain.into());
                });
            }
        }
        outline
    }

    fn runs() -> ExamRuns {
        let mut runs = ExamRuns::default();
        started(&mut runs, 1, 0, &["s3-1".into(), "s3-2".into(), "aws-1".into(), "cloud-1".into()]);
        for (number, question, score) in [(1, "s3-1", 1.0), (2, "s3-2", 0.5), (3, "aws-1", 1.0)] {
            take(&mut runs, event(number, 1, answer(1, question, score)));
        }
        runs
    }

    fn result(runs: &ExamRuns, run: u128) -> ExamResult {
        ExamResult::of(runs.run(Uuid::from_u128(run)).unwrap(), runs, &outline())
    }

    #[test]
    fn the_score_is_the_mean_and_an_open_question_scores_nothing() {
        let result = result(&runs(), 1);
        assert_eq!((result.score, result.points(), result.is_passed()), (0.625, 663, Some(false)));
        assert_eq!((result.whole.questions, result.whole.answered, result.whole.ms_each()), (4, 3, Some(4200)));
    }

    #[test]
    fn a_time_that_cannot_be_is_a_long_pause() {
        let mut runs = runs();
        for (number, question) in [(7, "s3-1"), (8, "s3-2")] {
            let What::ExamAnswered(answered) = answer(1, question, 1.0) else { unreachable!("an answer") };
            take(&mut runs, event(number, 2, What::ExamAnswered(Answered { ms: u64::MAX, ..answered })));
        }
        assert_eq!(result(&runs, 1).whole.ms, 2 * 300_000 + 4_200);
    }

    #[test]
    fn it_spreads_over_domains_kinds_and_services() {
        let result = result(&runs(), 1);
        let fields: Vec<_> = result.fields.iter().map(|field| (field.id.clone(), field.tally.scored)).collect();
        // Nothing was asked of the third domain.
        assert_eq!(fields, [("one".to_string(), 1.5), ("two".to_string(), 1.0)]);
        assert_eq!(
            result.kinds.iter().map(|(kind, tally)| (*kind, tally.questions)).collect::<Vec<_>>(),
            [(Kind::Single, 4)]
        );
        let services: Vec<_> = result.services.iter().map(|(name, tally)| (name.as_str(), tally.share())).collect();
        assert_eq!(services, [("cloud", 0.0), ("s3", 0.75), ("aws", 1.0)]);
    }

    #[test]
    fn earlier_exams_of_the_same_name_stand_beside_it() {
        let mut runs = runs();
        finished(&mut runs, 1, 30);
        let What::ExamStarted(mut other) = start(2, &["s3-1".into()]) else { unreachable!("a start") };
        other.exam = "y".into();
        take(&mut runs, event(50, 40, What::ExamStarted(other)));
        started(&mut runs, 3, 50, &["s3-1".into()]);
        assert_eq!(result(&runs, 3).earlier.iter().map(|(_, points)| *points).collect::<Vec<_>>(), [550]);
        assert_eq!(result(&runs, 1).earlier, []);
        assert_eq!(result(&runs, 2).earlier, []);
    }

    #[test]
    fn the_fields_of_an_exam_over_the_course_are_its_parts() {
        let mut runs = ExamRuns::default();
        let What::ExamStarted(mut over) = start(1, &["s3-1".into(), "aws-1".into()]) else { unreachable!("a start") };
        over.exam = COURSE.into();
        take(&mut runs, event(1, 0, What::ExamStarted(over)));
        let names: Vec<String> = result(&runs, 1)
            .fields
            .iter()
            .map(|field| field.name.text(crate::text::Language::English).to_string())
            .collect();
        assert_eq!(names, ["foundations", "storage"]);
    }
}
