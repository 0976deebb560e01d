//! Advice about facts that were looked up long ago, or nobody knows when.
//!
//! Time alone must break nothing: this is never an error, and without a day to compare with nothing is old.

use super::place::{Step, find};
use super::{ChapterText, Ground, Quiz};
use crate::course::chapter::front_matter_behind_blanks;
use crate::course::diagnostic::Report;
use crate::course::problem::Rule;
use crate::course::syntax::Readable;
use jiff::civil::Date;

pub fn check_chapter(ground: &Ground<'_>, file: &ChapterText<'_>, report: &mut Report<'_>) {
    let Some(front) = front_matter_behind_blanks(file.text) else {
        return;
    };
    // What is wrong with the table has been said where it was read.
    let readable = Readable::of(&front);
    let table = readable.table();
    for (position, source) in file.chapter.front.sources.iter().enumerate() {
        let verified = [Step::Key("source"), Step::Nth(position), Step::Key("verified")];
        if let Some(rule) = judge(ground, source.verified) {
            report.add(rule.into(), find(table.get_ref(), &verified).unwrap_or_default());
        }
    }
}

pub fn check_quiz(ground: &Ground<'_>, quiz: &Quiz<'_>, report: &mut Report<'_>) {
    for asked in &quiz.asked {
        // A question without a source has been told to find one.
        let has_source = !asked.question.sources.is_empty();
        if let Some(rule) = judge(ground, asked.question.verified).filter(|_| has_source) {
            report.add(rule.into(), asked.place(&[Step::Key("verified")]));
        }
    }
}

/// Advice about a day of verification, or about a missing one.
pub fn judge(ground: &Ground<'_>, verified: Option<Date>) -> Option<Rule> {
    let Some(verified) = verified else {
        return Some(Rule::Undated);
    };
    let days = (ground.as_of? - verified).get_days();
    let limit = ground.switches.verified_days;
    (i64::from(days) > i64::from(limit)).then_some(Rule::VerifiedLongAgo { verified, days, limit })
}

#[cfg(test)]
mod tests {
    use super::super::examples::{SINGLE, codes, course};
    use super::super::{Findings, check};
    use crate::course::diagnostic::Severity;
    use crate::text::Language;
    use jiff::civil::date;

    /// A chapter verified on 2026-11-22 and a question verified on 2026-11-01, checked on the day `as_of`.
    fn checked(as_of: Option<jiff::civil::Date>) -> Findings {
        check(Box::new(course(SINGLE, "", "")), as_of)
    }

    #[test]
    fn a_fact_is_old_after_the_days_of_the_course() {
        assert_eq!(codes(&checked(Some(date(2027, 12, 6)))), [""; 0]);
        assert_eq!(codes(&checked(Some(date(2027, 12, 7)))), ["quizzes/s3.toml:10:12 age/verified-long-ago"]);
        assert_eq!(codes(&checked(Some(date(2028, 1, 1)))).len(), 3);
    }

    #[test]
    fn without_a_day_nothing_is_old() {
        assert_eq!(codes(&checked(None)), [""; 0]);
    }

    #[test]
    fn age_is_advice_and_says_how_old() {
        let findings = checked(Some(date(2028, 1, 1)));
        assert_eq!((findings.count(Severity::Advice), findings.count(Severity::Warning)), (3, 0));
        let message = findings.diagnostics[0].problem.message(Language::English);
        assert_eq!(message, "verified on 2026-11-22, 405 days ago; the course asks for at most 400");
    }

    #[test]
    fn the_course_chooses_the_age() {
        let course = course(SINGLE, "", "verified-days = 10\n");
        let findings = check(Box::new(course), Some(date(2026, 11, 22)));
        assert_eq!(codes(&findings), ["quizzes/s3.toml:10:12 age/verified-long-ago"]);
    }

    #[test]
    fn a_source_needs_a_day() {
        let undated = SINGLE.replace("verified = 2026-11-01\n", "");
        let findings = check(Box::new(course(&undated, "", "")), None);
        assert_eq!(codes(&findings), ["quizzes/s3.toml:2:1 age/undated"]);
        assert_eq!(findings.diagnostics[0].severity(), Severity::Advice);
    }
}
