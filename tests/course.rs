//! The course that is shipped: whole, in both languages, and fair.

use awstutor::course::check::check;
use awstutor::course::diagnostic::Severity;
use awstutor::course::markdown::{Block, Node, plain_text};
use awstutor::course::{Course, Diagnostic};
use awstutor::domain::question::{Body, Choice, Kind, Question};
use awstutor::store::embedded::{self, Embedded};
use awstutor::text::Language;
use std::collections::{BTreeMap, BTreeSet, HashSet};

fn questions(course: &Course) -> Vec<Question> {
    course.outline.chapters().flat_map(|chapter| course.questions(chapter.id.as_str())).collect()
}

#[test]
fn check_finds_nothing() {
    let findings = check(Box::new(Embedded), None);
    let found: Vec<String> = findings.diagnostics.iter().map(|found| found.summary(Language::English)).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
    assert_eq!((findings.count(Severity::Error), findings.count(Severity::Warning)), (0, 0));
}

#[test]
fn eight_chapters_stand_in_both_languages() {
    let findings = check(Box::new(Embedded), None);
    assert!(findings.chapters >= 8, "{} chapters", findings.chapters);
    for language in Language::ALL {
        assert_eq!(findings.languages.get(&language), Some(&findings.chapters), "{language:?}");
    }
}

#[test]
fn every_chapter_asks_eight_questions_or_more() {
    let course = embedded::course();
    for chapter in course.outline.chapters() {
        let count = course.questions(chapter.id.as_str()).len();
        assert!(count >= 8, "{} has {count} questions", chapter.id);
        assert_eq!(count, chapter.questions.len(), "{}: the outline counts what can be asked", chapter.id);
    }
}

#[test]
fn every_kind_of_question_is_asked() {
    let mut counts: BTreeMap<&str, usize> = Kind::ALL.iter().map(|kind| (kind.name(), 0)).collect();
    for question in questions(&embedded::course()) {
        *counts.entry(question.kind().name()).or_default() += 1;
    }
    assert!(counts.values().all(|count| *count > 0), "{counts:?}");
}

#[test]
fn the_question_of_the_primer_is_asked() {
    let course = embedded::course();
    let question = course.question("cloudfront-image-load").expect("cloudfront-image-load");
    assert_eq!(question.section.chapter().as_str(), "cloudfront");
}

#[test]
fn every_question_is_written_in_both_languages() {
    for question in questions(&embedded::course()) {
        for text in [&question.prompt, &question.explanation] {
            assert!(Language::ALL.iter().all(|language| text.own(*language).is_some()), "{}", question.id);
        }
    }
}

#[test]
fn every_question_leads_to_a_section_that_exists() {
    let course = embedded::course();
    for question in questions(&course) {
        assert!(course.outline.section(&question.section).is_some(), "{}: {}", question.id, question.section);
        assert!(!question.sources.is_empty(), "{} has no source", question.id);
        assert!(question.verified.is_some(), "{} was never verified", question.id);
    }
}

#[test]
fn every_chapter_asks_in_its_text() {
    let course = embedded::course();
    for chapter in course.outline.chapters() {
        let asked = |language| {
            let document = course.chapter(chapter.id.as_str(), language).expect("a chapter").chapter.document;
            let mut asked = Vec::new();
            document.walk(&mut |node| {
                if let Block::Question(id) = &node.block {
                    asked.push(id.clone());
                }
            });
            asked
        };
        let english = asked(Language::English);
        assert!(!english.is_empty(), "{} asks nothing", chapter.id);
        assert_eq!(english, asked(Language::Korean), "{}", chapter.id);
    }
}

/// Words of prose: paragraphs and headings, also in lists and quotes; no code, diagrams and tables.
fn words(nodes: &[Node]) -> usize {
    let count = |node: &Node| match &node.block {
        Block::Heading(heading) => plain_text(&heading.text).split_whitespace().count(),
        Block::Paragraph(inlines) => plain_text(inlines).split_whitespace().count(),
        Block::List { items, .. } => items.iter().map(|item| words(&item.blocks)).sum(),
        Block::Quote { blocks, .. } => words(blocks),
        Block::Table { .. } | Block::Code { .. } | Block::Diagram(_) | Block::Question(_) | Block::Rule => 0,
    };
    nodes.iter().map(count).sum()
}

#[test]
fn a_chapter_is_a_sitting() {
    let course = embedded::course();
    let mut counts = Vec::new();
    for chapter in course.outline.chapters() {
        let opened = course.chapter(chapter.id.as_str(), Language::English).expect("a chapter");
        counts.push((chapter.id.to_string(), words(&opened.chapter.document.nodes)));
    }
    println!("words of prose: {counts:?}");
    let outside: Vec<_> = counts.iter().filter(|(_, count)| !(600..=1_300).contains(count)).collect();
    assert!(outside.is_empty(), "600 to 1,300 words of prose: {outside:?}");
}

#[test]
fn the_outline_in_the_binary_is_that_of_the_files() {
    let (opened, diagnostics): (Course, Vec<Diagnostic>) = Course::open(Box::new(Embedded));
    assert_eq!(diagnostics, []);
    assert_eq!(embedded::course().outline, opened.outline);
}

#[test]
fn ids_are_unique() {
    let course = embedded::course();
    let ids: Vec<String> = questions(&course).iter().map(|question| question.id.to_string()).collect();
    let unique: BTreeSet<&String> = ids.iter().collect();
    assert_eq!(ids.len(), unique.len());
}

/// How often the right option of a single choice stands at each place in the file.
fn right_places(course: &Course) -> BTreeMap<usize, usize> {
    let mut places = BTreeMap::new();
    for question in questions(course) {
        if let Body::Single(choices) = &question.body {
            let place = choices.iter().position(|choice| choice.correct).expect("a right option");
            *places.entry(place + 1).or_default() += 1;
        }
    }
    places
}

#[test]
fn the_right_option_has_no_favourite_place() {
    let places = right_places(&embedded::course());
    println!("right options by place in the file: {places:?}");
    let all: usize = places.values().sum();
    assert!(places.len() >= 4, "only places {places:?}");
    assert!(places.values().all(|count| *count * 100 <= all * 45), "of {all}: {places:?}");
}

#[test]
fn true_and_false_are_both_right_now_and_then() {
    let answers: Vec<bool> = questions(&embedded::course())
        .iter()
        .filter_map(|question| if let Body::Boolean { answer, .. } = question.body { Some(answer) } else { None })
        .collect();
    let right = answers.iter().filter(|answer| **answer).count();
    println!("true is right in {right} of {}", answers.len());
    assert!(0 < right && right < answers.len(), "{answers:?}");
}

#[test]
fn the_right_option_is_not_the_longest_every_time() {
    let course = embedded::course();
    for language in Language::ALL {
        let length = |choice: &Choice| choice.text.text(language).chars().count();
        let (mut longest, mut all) = (0, 0);
        for question in questions(&course) {
            if let Body::Single(choices) = &question.body {
                let right = choices.iter().find(|choice| choice.correct).expect("a right option");
                all += 1;
                longest += usize::from(choices.iter().all(|choice| choice.correct || length(choice) < length(right)));
            }
        }
        println!("{language:?}: the right option is the longest in {longest} of {all}");
        assert!(longest * 100 <= all * 45, "{language:?}: {longest} of {all}");
    }
}

/// What the course has to teach and to ask, as `topics` or `services`.
const COVERAGE: [&str; 85] = [
    "aws",
    "on-premises",
    "cloud-computing",
    "cloud-benefits",
    "kafka-scale",
    "kafka",
    "aws-architecture",
    "vpc",
    "public-private-network",
    "network-monitoring",
    "api-gateway",
    "throttling",
    "cors",
    "authorization",
    "api-versioning",
    "elb",
    "alb",
    "nlb",
    "gwlb",
    "load-balancing",
    "s3",
    "durability-availability",
    "static-files",
    "cloudfront",
    "cdn",
    "edge-location",
    "regional-edge-cache",
    "secrets-manager",
    "parameter-store",
    "env-file",
    "encryption",
    "image-community",
    "cache",
    "snapshot",
    "ec2",
    "on-demand",
    "spot",
    "savings-plans",
    "elastic-beanstalk",
    "deployment-rollback",
    "auto-scaling",
    "log-tracking",
    "beanstalk-platforms",
    "ecr",
    "container-image",
    "ecs",
    "container-orchestration",
    "task-definition",
    "ecs-task",
    "ecs-service",
    "ecs-cluster",
    "container-instance",
    "fargate",
    "lambda",
    "serverless",
    "lambda-limits",
    "lambda-pricing",
    "async-processing",
    "machine-learning",
    "cold-start",
    "warm-start",
    "serverless-framework",
    "azure-gcp",
    "web-frameworks",
    "rds",
    "relational-database",
    "rds-backup",
    "db-snapshot",
    "multi-az",
    "read-replica",
    "cloudwatch",
    "rds-monitoring",
    "aurora",
    "mysql-postgresql",
    "ebs",
    "nvme-ssd",
    "aurora-serverless",
    "aurora-price",
    "dynamodb",
    "nosql",
    "elasticache",
    "sqs",
    "msk",
    "kinesis",
    "message-queue",
];

#[test]
fn everything_on_the_list_is_taught_and_asked() {
    let course = embedded::course();
    let (mut taught, mut asked) = (HashSet::new(), HashSet::new());
    for chapter in course.outline.chapters() {
        for language in Language::ALL {
            let front = course.chapter(chapter.id.as_str(), language).expect("a chapter").chapter.front;
            taught.extend(front.topics.into_iter().chain(front.services));
        }
        for question in course.questions(chapter.id.as_str()) {
            asked.extend(question.topics.into_iter().chain(question.services));
        }
    }
    let missing = |of: &HashSet<String>| COVERAGE.into_iter().filter(|slug| !of.contains(*slug)).collect::<Vec<_>>();
    assert_eq!((missing(&taught), missing(&asked)), (vec![], vec![]));
}
