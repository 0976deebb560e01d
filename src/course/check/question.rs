//! Rules about one question: its section, exams, hint, source, and the answers it accepts.
//!
//! Whether a question holds together at all is decided where it is read.

use super::place::Step;
use super::{Asked, Ground, Quiz, service};
use crate::course::diagnostic::Report;
use crate::course::guess::Guess;
use crate::course::problem::{Problem, Rule};
use crate::domain::normalize::normalized;
use crate::domain::question::{Accepted, Body, Fill, Kind, Trap, all_accepted};
use std::ops::Range;

pub fn check(ground: &Ground<'_>, quiz: &Quiz<'_>, report: &mut Report<'_>) {
    for asked in &quiz.asked {
        check_section(ground, asked, report);
        check_domains(ground, asked, report);
        for (place, service) in asked.question.services.iter().enumerate() {
            let bytes = || asked.place(&[Step::Key("services"), Step::Nth(place)]);
            service::check(&ground.course.outline, service, bytes, report);
        }
        check_help(asked, report);
        check_answers(asked, report);
    }
}

fn check_section(ground: &Ground<'_>, asked: &Asked<'_>, report: &mut Report<'_>) {
    let section = &asked.question.section;
    if ground.course.outline.section(section).is_none() {
        let guess = Guess::section(section, &ground.course.outline);
        let problem = Problem::UnknownSection { section: section.to_string(), guess };
        report.add(problem, asked.place(&[Step::Key("section")]));
    }
}

fn check_domains(ground: &Ground<'_>, asked: &Asked<'_>, report: &mut Report<'_>) {
    let outline = &ground.course.outline;
    for (exam, domain) in &asked.question.domains {
        let rule = match outline.exam(exam) {
            None => {
                let guess = Guess::among(exam, outline.exams.iter().map(|known| &known.id));
                Rule::UnknownExam { exam: exam.clone(), guess }
            }
            Some(known) if known.domain(domain).is_none() => {
                let guess = Guess::among(domain, known.domains.iter().map(|known| &known.id));
                Rule::UnknownDomain { exam: exam.clone(), domain: domain.clone(), guess }
            }
            Some(_) => continue,
        };
        report.add(rule.into(), asked.place_of_domain(exam));
    }
}

/// What helps before the answer, and what proves it.
fn check_help(asked: &Asked<'_>, report: &mut Report<'_>) {
    let question = &asked.question;
    let has_hint = question.hints.iter().flat_map(|hint| hint.iter()).any(|(_, text)| !text.is_empty());
    // With two answers, a hint that helps is the answer.
    if !has_hint && question.kind() != Kind::Boolean {
        report.add(Rule::MissingHint.into(), asked.bytes.clone());
    }
    if question.sources.iter().all(|source| source.trim().is_empty()) {
        report.add(Rule::MissingSource.into(), asked.bytes.clone());
    }
}

fn check_answers(asked: &Asked<'_>, report: &mut Report<'_>) {
    match &asked.question.body {
        Body::Short { accept, traps } => {
            let here = |steps: &[Step]| asked.place(steps);
            check_repeated(accept, &[], &here, report);
            check_traps(accept, traps, &here, report);
        }
        Body::Number { value, tolerance, traps, .. } => {
            for (position, trap) in traps.iter().enumerate() {
                if (trap.answer - value).abs() <= *tolerance {
                    let place = asked.place(&[Step::Key("trap"), Step::Nth(position), Step::Key("value")]);
                    report.add(Rule::TrapAccepted { answer: trap.answer.to_string() }.into(), place);
                }
            }
        }
        Body::Cloze(blanks) => {
            for (position, blank) in blanks.iter().enumerate() {
                if let Fill::Typed(accept) = &blank.fill {
                    let way = [Step::Key("blank"), Step::Nth(position)];
                    check_repeated(accept, &[], &|steps| asked.place(&[&way, steps].concat()), report);
                }
            }
        }
        Body::Single(_) | Body::Multiple(_) | Body::Boolean { .. } | Body::Order(_) | Body::Match { .. } => {}
    }
}

/// Where a step below the answers leads.
type Here<'h> = &'h dyn Fn(&[Step]) -> Range<usize>;

/// Answers that stand a second time in their own list, or among those `before`.
fn check_repeated(accept: &Accepted, before: &[String], here: Here<'_>, report: &mut Report<'_>) {
    for (language, spellings) in accept.iter() {
        let mut seen = before.to_vec();
        for (position, answer) in spellings.iter().enumerate() {
            let folded = normalized(answer);
            if seen.contains(&folded) {
                let place = here(&[Step::Key("accept"), Step::In(language), Step::Nth(position)]);
                report.add(Rule::RepeatedAnswer { answer: answer.clone() }.into(), place);
            }
            seen.push(folded);
        }
    }
}

fn check_traps(accept: &Accepted, traps: &[Trap<Accepted>], here: Here<'_>, report: &mut Report<'_>) {
    let right: Vec<String> = all_accepted(accept).map(normalized).collect();
    let mut before: Vec<String> = Vec::new();
    for (number, trap) in traps.iter().enumerate() {
        let way = [Step::Key("trap"), Step::Nth(number)];
        let in_trap = |steps: &[Step]| here(&[&way, steps].concat());
        check_repeated(&trap.answer, &before, &in_trap, report);
        for (language, spellings) in trap.answer.iter() {
            for (position, answer) in spellings.iter().enumerate() {
                if right.contains(&normalized(answer)) {
                    let place = in_trap(&[Step::Key("accept"), Step::In(language), Step::Nth(position)]);
                    report.add(Rule::TrapAccepted { answer: answer.clone() }.into(), place);
                }
            }
        }
        before.extend(all_accepted(&trap.answer).map(normalized));
    }
}

#[cfg(test)]
mod tests {
    use super::super::check;
    use super::super::examples::{SINGLE, codes, course, found_in_quiz, question};
    use crate::course::diagnostic::Severity;
    use crate::text::Language;

    #[test]
    fn a_section_must_exist() {
        assert_eq!(
            found_in_quiz(&SINGLE.replace("s3#why", "s3#gone")),
            ["quizzes/s3.toml:5:11 question/unknown-section"]
        );
    }

    #[test]
    fn a_question_names_exams_and_domains_of_the_course() {
        let with = |domains: &str| SINGLE.replace("{ clf = \"billing\" }", domains);
        assert_eq!(found_in_quiz(&with("{ clf = \"secure\" }")), ["quizzes/s3.toml:6:19 question/unknown-domain"]);
        assert_eq!(
            found_in_quiz(&with("{ clf = \"billing\", sap = \"secure\" }")),
            ["quizzes/s3.toml:6:36 question/unknown-exam"]
        );
    }

    #[test]
    fn a_service_has_a_chapter_or_a_name() {
        let with = |services: &str| SINGLE.replace("prompt =", &format!("services = {services}\nprompt ="));
        assert_eq!(found_in_quiz(&with("[\"s3\"]")), [""; 0]);
        assert_eq!(found_in_quiz(&with("[\"s3\", \"ebs\"]")), ["quizzes/s3.toml:8:19 course/unknown-service"]);
        let mut files = course(&with("[\"s3\", \"ebss\"]"), "", "\n[services]\nebs = \"Amazon EBS\"\n");
        let found = check(Box::new(files.clone()), None).diagnostics;
        let help = found[0].problem.help(Language::English);
        assert!(found[0].severity() == Severity::Advice && help.ends_with(": did you mean `ebs`?"), "{help}");
        files.0.insert("quizzes/s3.toml".into(), with("[\"ebs\"]"));
        assert_eq!(codes(&check(Box::new(files), None)), [""; 0]);
    }

    #[test]
    fn a_hint_and_a_source_are_wanted() {
        assert_eq!(
            found_in_quiz(&SINGLE.replace("hint = \"Think.\"\n", "")),
            ["quizzes/s3.toml:2:1 question/missing-hint"]
        );
        assert_eq!(
            found_in_quiz(&SINGLE.replace("[\"https://a\"]", "[]")),
            ["quizzes/s3.toml:2:1 question/missing-source"]
        );
    }

    #[test]
    fn a_statement_needs_no_hint() {
        let statement = question("boolean", "answer = true\nwhy.true = \"t\"\nwhy.false = \"f\"\n");
        assert_eq!(found_in_quiz(&statement.replace("hint = \"Think.\"\n", "")), [""; 0]);
    }

    #[test]
    fn a_spelling_that_makes_no_difference_is_listed_once() {
        let short =
            question("short", "accept.en = [\"S3\", \"bucket\", \"Amazon s3\"]\naccept.ko = [\"S3\", \"버킷\"]\n");
        assert_eq!(found_in_quiz(&short), ["quizzes/s3.toml:12:30 question/repeated-answer"]);
        let cloze =
            question("cloze", "[[question.blank]]\nname = \"gap\"\nwhy = \"w\"\naccept = [\"Region\", \"region \"]\n")
                .replace("prompt = \"P?\"", "prompt = \"A {{gap}}.\"");
        assert_eq!(found_in_quiz(&cloze), ["quizzes/s3.toml:15:21 question/repeated-answer"]);
    }

    #[test]
    fn a_trap_is_neither_right_nor_sprung_before() {
        let trap = |answer: &str| format!("[[question.trap]]\naccept = [\"{answer}\"]\nwhy = \"w\"\n");
        let short = |first: &str, second: &str| {
            question("short", &format!("accept = [\"S3\"]\n{}{}", trap(first), trap(second)))
        };
        assert_eq!(found_in_quiz(&short("EBS", "EFS")), [""; 0]);
        assert_eq!(found_in_quiz(&short("EBS", "aws s3")), ["quizzes/s3.toml:17:11 question/trap-accepted"]);
        assert_eq!(found_in_quiz(&short("EBS", "Amazon EBS")), ["quizzes/s3.toml:17:11 question/repeated-answer"]);
        let number = question("number", "value = 10\ntolerance = 1\n[[question.trap]]\nvalue = 11\nwhy = \"w\"\n");
        assert_eq!(found_in_quiz(&number), ["quizzes/s3.toml:15:9 question/trap-accepted"]);
    }
}
