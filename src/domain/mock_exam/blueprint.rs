//! What a mock exam is made of: a certificate's domains with their shares, or the parts of this course, and the draw.
//!
//! A field with too few questions shrinks, and the time with the number of questions, so that the pace stays that of the
//! exam. It must not know what a question says: the outline and the earlier exams are enough.

use super::run::ExamRuns;
use crate::domain::exam::Exam;
use crate::domain::id::QuestionId;
use crate::domain::outline::{Outline, Part, QuestionOutline};
use crate::domain::question::{Kind, Text};
use crate::domain::shuffle::{hash, permutation};

/// The id of the exam over the whole course.
pub const COURSE: &str = "course";

/// How many questions the exam over a course has, if there are as many: enough for six or seven of each of six parts.
const COURSE_QUESTIONS: usize = 40;
/// Its time: one and a half minutes a question, as some kinds take longer than a choice.
const COURSE_MINUTES: u32 = 60;
const COURSE_PASS: f64 = 0.7;

/// What certificates ask.
pub const CERTIFICATE_KINDS: [Kind; 2] = [Kind::Single, Kind::Multiple];

/// An exam that can be sat.
#[derive(Debug, Clone, PartialEq)]
pub struct Blueprint {
    pub id: String,
    /// The pass mark as a share of 1,000 points.
    pub pass: f64,
    pub fields: Vec<Field>,
    /// Of the whole exam, if no field were short of questions.
    whole_minutes: u32,
}

/// A domain of a certificate or a part of the course, and the questions that there are for it.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    pub id: String,
    pub name: Text,
    /// Its share of the exam, in questions.
    pub wanted: usize,
    /// What it can draw from, in the order of the course.
    pub pool: Vec<QuestionId>,
}

impl Field {
    /// How many questions it asks.
    pub fn asked(&self) -> usize {
        self.wanted.min(self.pool.len())
    }

    /// The course has fewer questions than the exam wants.
    pub fn is_short(&self) -> bool {
        self.pool.len() < self.wanted
    }
}

impl Blueprint {
    /// Every exam of the course for which there is at least one question: its certificates, then the course itself.
    pub fn all(outline: &Outline) -> Vec<Blueprint> {
        let mut blueprints: Vec<Blueprint> =
            outline.exams.iter().map(|exam| Blueprint::of_certificate(exam, outline)).collect();
        // A course that calls a certificate so means that one.
        if outline.exam(COURSE).is_none() {
            blueprints.push(Blueprint::of_course(outline));
        }
        blueprints.retain(|blueprint| blueprint.questions() > 0);
        blueprints
    }

    pub fn find(id: &str, outline: &Outline) -> Option<Blueprint> {
        Blueprint::all(outline).into_iter().find(|blueprint| blueprint.id == id)
    }

    fn of_certificate(exam: &Exam, outline: &Outline) -> Blueprint {
        let weights: Vec<f64> = exam.domains.iter().map(|domain| domain.weight).collect();
        let quotas = quotas(exam.questions as usize, &weights);
        let field = |(domain, wanted): (&crate::domain::exam::ExamDomain, usize)| {
            let fits = |question: &&QuestionOutline| {
                CERTIFICATE_KINDS.contains(&question.kind) && question.domains.get(&exam.id) == Some(&domain.id)
            };
            let pool = outline.questions().filter(fits).map(|question| question.id.clone()).collect();
            Field { id: domain.id.clone(), name: domain.name.clone(), wanted, pool }
        };
        let fields = exam.domains.iter().zip(quotas).map(field).collect();
        Blueprint { id: exam.id.clone(), pass: exam.pass, fields, whole_minutes: exam.minutes }
    }

    /// All kinds of questions, in equal shares by part.
    fn of_course(outline: &Outline) -> Blueprint {
        let pool = |part: &Part| -> Vec<QuestionId> {
            let questions = part.chapters.iter().flat_map(|chapter| &chapter.questions);
            questions.map(|question| question.id.clone()).collect()
        };
        let parts: Vec<(&Part, Vec<QuestionId>)> =
            outline.parts.iter().map(|part| (part, pool(part))).filter(|(_, pool)| !pool.is_empty()).collect();
        let quotas = quotas(COURSE_QUESTIONS, &vec![1.0; parts.len()]);
        let field = |((part, pool), wanted): ((&Part, _), _)| Field {
            id: part.id.clone(),
            name: part.title.clone(),
            wanted,
            pool,
        };
        let fields = parts.into_iter().zip(quotas).map(field).collect();
        Blueprint { id: COURSE.to_string(), pass: COURSE_PASS, fields, whole_minutes: COURSE_MINUTES }
    }

    /// How many questions it asks.
    pub fn questions(&self) -> usize {
        self.fields.iter().map(Field::asked).sum()
    }

    /// How long it lasts: the time of the whole exam, in proportion to the questions that there are.
    pub fn minutes(&self) -> u32 {
        let wanted: usize = self.fields.iter().map(|field| field.wanted).sum();
        let minutes = (self.whole_minutes as usize * self.questions()).div_ceil(wanted.max(1));
        u32::try_from(minutes).unwrap_or(u32::MAX)
    }

    /// Draws the questions, in the order in which they are asked.
    ///
    /// Within a field those come first that no exam has asked, then those whose last exam is longest ago; so the
    /// questions of the last exam come last. The seed decides between equals, and mixes the fields.
    pub fn draw(&self, runs: &ExamRuns, seed: u64) -> Vec<QuestionId> {
        let mut drawn: Vec<QuestionId> = Vec::with_capacity(self.questions());
        for field in &self.fields {
            let mut mixed: Vec<&QuestionId> = permutation(field.pool.len(), seed ^ hash(&field.id))
                .into_iter()
                .map(|place| &field.pool[place])
                .collect();
            mixed.sort_by_key(|question| runs.last_asked(question));
            drawn.extend(mixed.into_iter().take(field.asked()).cloned());
        }
        permutation(drawn.len(), seed).into_iter().map(|place| drawn[place].clone()).collect()
    }
}

/// The pass mark of an exam; `None` if the course has no such exam.
pub fn pass_of(id: &str, outline: &Outline) -> Option<f64> {
    let certificate = outline.exam(id).map(|exam| exam.pass);
    certificate.or((id == COURSE).then_some(COURSE_PASS))
}

/// The ids and names of an exam's fields, in their order.
pub fn fields<'o>(id: &str, outline: &'o Outline) -> Vec<(&'o str, &'o Text)> {
    match outline.exam(id) {
        Some(exam) => exam.domains.iter().map(|domain| (domain.id.as_str(), &domain.name)).collect(),
        None if id == COURSE => outline.parts.iter().map(|part| (part.id.as_str(), &part.title)).collect(),
        None => Vec::new(),
    }
}

/// Shares out `total` by weight, by the largest remainder: whole numbers that add up to the total.
fn quotas(total: usize, weights: &[f64]) -> Vec<usize> {
    let sum: f64 = weights.iter().sum();
    if sum <= 0.0 {
        return vec![0; weights.len()];
    }
    let exact: Vec<f64> = weights.iter().map(|weight| weight / sum * total as f64).collect();
    let mut quotas: Vec<usize> = exact.iter().map(|share| share.floor() as usize).collect();
    let mut places: Vec<usize> = (0..weights.len()).collect();
    // Stable: of equal remainders the first field gets the question.
    places.sort_by(|one, other| exact[*other].fract().total_cmp(&exact[*one].fract()));
    let left = total.saturating_sub(quotas.iter().sum());
    places.into_iter().take(left).for_each(|place| quotas[place] += 1);
    quotas
}

#[cfg(test)]
mod tests {
    use super::super::run::examples::{finished, started};
    use super::*;
    use crate::domain::exam::ExamDomain;
    use crate::domain::outline::examples::outline as small;
    use crate::domain::question::examples::text;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    /// A course of 30 questions for two domains of an exam of ten, of which some are no choices.
    fn outline() -> Outline {
        let mut outline = small();
        let template = outline.parts[0].chapters[0].questions[0].clone();
        let question = |number: usize| QuestionOutline {
            id: QuestionId::new(format!("q{number}")),
            kind: if number % 5 == 4 { Kind::Cloze } else { Kind::Single },
            domains: [("x".to_string(), if number < 27 { "big" } else { "small" }.to_string())].into(),
            ..template.clone()
        };
        outline.parts[0].chapters[0].questions = (0..30).map(question).collect();
        let domain = |id: &str, weight| ExamDomain { id: id.into(), name: text(id), weight };
        outline.exams = vec![Exam {
            id: "x".into(),
            name: text("X"),
            questions: 10,
            minutes: 20,
            pass: 0.7,
            domains: vec![domain("big", 60.0), domain("small", 40.0)],
        }];
        outline
    }

    fn blueprint() -> Blueprint {
        Blueprint::find("x", &outline()).unwrap()
    }

    #[test]
    fn a_field_with_too_few_questions_shrinks_and_the_time_with_it() {
        let blueprint = blueprint();
        let asked: Vec<_> =
            blueprint.fields.iter().map(|field| (field.wanted, field.asked(), field.is_short())).collect();
        // Of the three questions of the small domain one is no choice.
        assert_eq!(asked, [(6, 6, false), (4, 2, true)]);
        assert_eq!((blueprint.questions(), blueprint.minutes()), (8, 16));
    }

    #[test]
    fn a_certificate_asks_for_choices_only() {
        assert!(blueprint().fields.iter().flat_map(|field| &field.pool).all(|question| question.as_str() != "q4"));
    }

    #[test]
    fn the_exam_over_the_course_takes_equal_shares_of_its_parts_and_all_kinds() {
        let blueprint = Blueprint::find(COURSE, &outline()).unwrap();
        let fields: Vec<_> =
            blueprint.fields.iter().map(|field| (field.id.as_str(), field.wanted, field.pool.len())).collect();
        assert_eq!(fields, [("foundations", 20, 32), ("storage", 20, 2)]);
        assert!(blueprint.fields[0].pool.contains(&"q4".into()));
        assert_eq!((blueprint.questions(), blueprint.minutes()), (22, 33));
    }

    #[test]
    fn an_exam_without_a_question_is_not_offered() {
        let mut outline = outline();
        outline.exams[0].id = "other".into();
        let ids: Vec<String> = Blueprint::all(&outline).into_iter().map(|blueprint| blueprint.id).collect();
        assert_eq!(ids, [COURSE]);
    }

    #[test]
    fn the_questions_of_the_last_exam_come_last() {
        let blueprint = blueprint();
        let first = blueprint.draw(&ExamRuns::default(), 1);
        let mut runs = ExamRuns::default();
        started(&mut runs, 1, 0, &first);
        finished(&mut runs, 1, 10);
        let second = blueprint.draw(&runs, 2);
        let big = |drawn: &[QuestionId]| -> BTreeSet<QuestionId> {
            drawn.iter().filter(|question| blueprint.fields[0].pool.contains(question)).cloned().collect()
        };
        assert!(big(&first).is_disjoint(&big(&second)));
        started(&mut runs, 2, 20, &second);
        // 22 questions: six of the first exam, six of the second, ten of neither. The fourth exam needs two of the first.
        let third = blueprint.draw(&runs, 3);
        started(&mut runs, 3, 40, &third);
        let fourth = big(&blueprint.draw(&runs, 4));
        assert!(fourth.is_disjoint(&big(&third)) && fourth.is_disjoint(&big(&second)));
        assert_eq!(fourth.intersection(&big(&first)).count(), 2);
    }

    proptest! {
        #[test]
        fn quotas_add_up_and_none_is_off_by_one(total in 0usize..200, weights in prop::collection::vec(0.1f64..100.0, 1..8)) {
            let quotas = quotas(total, &weights);
            let sum: f64 = weights.iter().sum();
            prop_assert_eq!(quotas.iter().sum::<usize>(), total);
            for (quota, weight) in quotas.iter().zip(&weights) {
                prop_assert!((*quota as f64 - weight / sum * total as f64).abs() < 1.0);
            }
        }

        #[test]
        fn a_draw_keeps_the_quotas_has_nothing_twice_and_can_be_repeated(seed in any::<u64>()) {
            let blueprint = blueprint();
            let drawn = blueprint.draw(&ExamRuns::default(), seed);
            for field in &blueprint.fields {
                prop_assert_eq!(drawn.iter().filter(|question| field.pool.contains(question)).count(), field.asked());
            }
            prop_assert_eq!(drawn.iter().collect::<BTreeSet<_>>().len(), blueprint.questions());
            prop_assert_eq!(blueprint.draw(&ExamRuns::default(), seed), drawn);
        }
    }
}
