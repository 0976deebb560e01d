//! How the figures of an exam read: the same on the screen and in plain mode.
//!
//! It must not decide anything: names, times and sentences only.

use super::blueprint::COURSE;
use super::result::{ExamResult, Tally};
use super::run::{ExamRun, Finished};
use super::{Blueprint, Countdown, Counts, Left, Warning, pass_points, points};
use crate::domain::event::{ExamClock, HandedInBy};
use crate::domain::outline::Outline;
use crate::domain::question::Kind;
use crate::text::duration::to_the_second;
use crate::text::number::grouped;
use crate::text::words::exam::ExamWords;
use crate::text::words::{Words, fill};
use crate::text::{Language, calendar};
use jiff::Timestamp;

/// An exam as people call it.
pub fn exam_name(id: &str, outline: &Outline, language: Language) -> String {
    match outline.exam(id) {
        Some(exam) => exam.name.text(language).to_string(),
        None if id == COURSE => Words::of(language).exam_of_course.to_string(),
        None => id.to_string(),
    }
}

/// How long an exam is, and what passes.
pub fn length(blueprint: &Blueprint, language: Language) -> String {
    let details = [
        ("questions", blueprint.questions().to_string()),
        ("minutes", blueprint.minutes().to_string()),
        ("points", pass_points(blueprint.pass).to_string()),
    ];
    fill(ExamWords::of(language).length, &details)
}

/// How many questions each field of an exam has: its name and its number.
pub fn fields(blueprint: &Blueprint, language: Language) -> Vec<(String, String)> {
    let words = ExamWords::of(language);
    let told = blueprint.fields.iter().map(|field| {
        let details = [("count", field.asked().to_string()), ("wanted", field.wanted.to_string())];
        let number = fill(if field.is_short() { words.field_short } else { words.field_questions }, &details);
        (field.name.text(language).to_string(), number)
    });
    told.collect()
}

/// What to know before an exam begins.
pub fn rules(blueprint: &Blueprint, clock: ExamClock, language: Language) -> Vec<&'static str> {
    let words = ExamWords::of(language);
    let clock = match clock {
        ExamClock::Runs => words.clock_runs,
        ExamClock::Pauses => words.clock_pauses,
    };
    let short = blueprint.fields.iter().any(super::Field::is_short).then_some(words.field_short_note);
    short.into_iter().chain([words.what_it_is, words.no_feedback, clock, words.score_is_ours]).collect()
}

/// How far an open exam is, and how much time it has.
pub fn progress(run: &ExamRun, now: Timestamp, language: Language) -> String {
    let words = ExamWords::of(language);
    let questions = &run.started.questions;
    let answered = questions.iter().filter(|question| run.answer(question).is_some()).count();
    let countdown = run.countdown(now);
    let template = match run.started.clock {
        ExamClock::Runs => words.progress_until,
        ExamClock::Pauses => words.progress_paused,
    };
    let details = [
        ("answered", answered.to_string()),
        ("all", questions.len().to_string()),
        ("time", time_of_day(run, &countdown)),
        ("minutes", begun_minutes(&countdown, now).to_string()),
    ];
    fill(template, &details)
}

/// What becomes of the clock when the exam is left.
pub fn left_behind(run: &ExamRun, countdown: &Countdown, now: Timestamp, language: Language) -> String {
    let words = ExamWords::of(language);
    let template = match run.started.clock {
        ExamClock::Runs => words.left_running,
        ExamClock::Pauses => words.left_paused,
    };
    let details = [("time", time_of_day(run, countdown)), ("minutes", begun_minutes(countdown, now).to_string())];
    fill(template, &details)
}

/// What is left, as on a clock.
pub fn time_left(countdown: &Countdown, now: Timestamp, language: Language) -> String {
    let words = ExamWords::of(language);
    match countdown.shown(now) {
        Left::Minutes(minutes) => fill(words.minutes_left, &[("minutes", minutes.to_string())]),
        Left::Seconds { minutes, seconds } => fill(words.time_left, &[("time", format!("{minutes}:{seconds:02}"))]),
    }
}

pub fn warning(warning: Warning, language: Language) -> &'static str {
    let words = ExamWords::of(language);
    match warning {
        Warning::TenMinutes => words.ten_minutes,
        Warning::TwoMinutes => words.two_minutes,
    }
}

/// How many questions are answered, open and flagged, and how many of the answers are incomplete.
pub fn counts(counts: Counts, language: Language) -> String {
    let (words, Counts { all, answered, incomplete, flagged }) = (ExamWords::of(language), counts);
    let details =
        [("answered", answered.to_string()), ("open", (all - answered).to_string()), ("flagged", flagged.to_string())];
    let told = fill(words.hand_in_counts, &details);
    match incomplete {
        0 => told,
        _ => format!("{told} {}", fill(words.hand_in_incomplete, &[("count", incomplete.to_string())])),
    }
}

/// How many points of how many.
pub fn reached(points: u32, language: Language) -> String {
    fill(ExamWords::of(language).points, &[("points", grouped(f64::from(points)))])
}

/// Whether the exam was passed.
pub fn pass(result: &ExamResult, language: Language) -> String {
    let words = ExamWords::of(language);
    match (result.is_passed(), result.pass) {
        (Some(passed), Some(mark)) => {
            let template = if passed { words.passed } else { words.failed };
            fill(template, &[("points", pass_points(mark).to_string())])
        }
        _ => words.no_mark.to_string(),
    }
}

/// How many were answered, how long it took, and who ended it.
pub fn circumstances(run: &ExamRun, result: &ExamResult, language: Language) -> String {
    let words = ExamWords::of(language);
    let taken = run.took().map_or(0, |took| u64::try_from(took.as_millis()).unwrap_or(0));
    let details = [
        ("answered", result.whole.answered.to_string()),
        ("all", result.whole.questions.to_string()),
        ("taken", time_taken(taken, language)),
        ("minutes", run.started.minutes.to_string()),
        ("each", result.whole.ms_each().map(|each| time_taken(each, language)).unwrap_or_default()),
    ];
    let time = if result.whole.ms_each().is_some() { words.taken_each } else { words.taken };
    let ended = match run.finished {
        Some(Finished { by: HandedInBy::Clock, .. }) => words.by_clock,
        _ => "",
    };
    let sentences = [fill(words.answered_of, &details), fill(time, &details), ended.to_string()];
    sentences.into_iter().filter(|sentence| !sentence.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A heading of the result with its lines: name and sum.
pub struct Section {
    pub heading: &'static str,
    pub lines: Vec<(String, Tally)>,
}

/// The result by domain or part, by kind and by service.
pub fn sections(exam: &str, result: &ExamResult, outline: &Outline, language: Language) -> [Section; 3] {
    let words = ExamWords::of(language);
    let fields = result.fields.iter().map(|field| (field.name.text(language).to_string(), field.tally));
    let kinds = result.kinds.iter().map(|(kind, tally)| (kind_name(*kind, language).to_string(), *tally));
    let services = result.services.iter().map(|(id, tally)| (outline.service_name(id, language).to_string(), *tally));
    let by_field = if outline.exam(exam).is_some() { words.by_field } else { words.by_part };
    [
        Section { heading: by_field, lines: fields.collect() },
        Section { heading: words.by_kind, lines: kinds.collect() },
        Section { heading: words.by_service, lines: services.collect() },
    ]
}

/// Earlier exams, newest first: the day, the points, and how this one compares.
pub fn earlier(result: &ExamResult, language: Language) -> Vec<[String; 3]> {
    let words = ExamWords::of(language);
    let told = result.earlier.iter().rev().map(|(at, before)| {
        let now = result.points();
        let details = [("points", now.abs_diff(*before).to_string())];
        let compared = match now.cmp(before) {
            std::cmp::Ordering::Greater => fill(words.better, &details),
            std::cmp::Ordering::Less => fill(words.worse, &details),
            std::cmp::Ordering::Equal => words.same.to_string(),
        };
        [calendar::day_of_year(at.date(), language), grouped(f64::from(*before)), compared]
    });
    told.collect()
}

/// The sentence for an exam that the clock handed in while nobody looked.
pub fn ran_out(run: &ExamRun, language: Language) -> String {
    fill(ExamWords::of(language).time_was_up, &[("points", grouped(f64::from(points(run.score()))))])
}

/// How long an answer took: `4 min 7 s`.
pub fn time_taken(milliseconds: u64, language: Language) -> String {
    to_the_second(milliseconds / 1000, language)
}

/// How long an answer took on average; nothing where none has a time.
pub fn time_of_each(tally: &Tally, language: Language) -> Option<String> {
    let time = time_taken(tally.ms_each()?, language);
    Some(fill(ExamWords::of(language).each, &[("time", time)]))
}

fn begun_minutes(countdown: &Countdown, now: Timestamp) -> i64 {
    (countdown.remaining(now).as_secs() + 59) / 60
}

/// When the clock ends, on the wall of the place where the exam began.
fn time_of_day(run: &ExamRun, countdown: &Countdown) -> String {
    let end = run.begun.offset.to_datetime(countdown.ends_at());
    format!("{:02}:{:02}", end.hour(), end.minute())
}

fn kind_name(kind: Kind, language: Language) -> &'static str {
    let words = ExamWords::of(language);
    match kind {
        Kind::Single => words.kind_single,
        Kind::Multiple => words.kind_multiple,
        Kind::Boolean => words.kind_boolean,
        Kind::Short => words.kind_short,
        Kind::Number => words.kind_number,
        Kind::Order => words.kind_order,
        Kind::Match => words.kind_match,
        Kind::Cloze => words.kind_cloze,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::SignedDuration;

    #[test]
    fn the_clock_reads_in_both_languages() {
        let now = Timestamp::from_second(1_800_000_000).unwrap();
        let left = |seconds: i64, language| {
            time_left(&Countdown::paused(now, SignedDuration::from_secs(3600 - seconds), 60), now, language)
        };
        assert_eq!(left(1800, Language::English), "30 min left");
        assert_eq!(left(1800, Language::Korean), "30분 남음");
        assert_eq!(left(65, Language::English), "1:05 left");
    }

    #[test]
    fn the_time_of_an_answer_is_told_in_whole_seconds() {
        assert_eq!([0, 59_999, 247_000].map(|time| time_taken(time, Language::English)), ["0 s", "59 s", "4 min 7 s"]);
        assert_eq!(time_taken(247_000, Language::Korean), "4분 7초");
    }
}
