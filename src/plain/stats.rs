//! How it stands, as sentences: days, parts and chapters, services, what is due, memory, hard questions, exams.
//!
//! It must not count: the figures are the domain's.

use crate::course::Course;
use crate::domain::outline::Outline;
use crate::domain::statistics::{ChapterStatistics, GroupStatistics, Readiness, Statistics};
use crate::plain::speech::prompt_line;
use crate::text::Language;
use crate::text::calendar::{day_of_month, month_of_year};
use crate::text::number::whole_percent;
use crate::text::words::fill;
use crate::text::words::plain::PlainWords;
use crate::text::words::statistics::StatisticsWords;

/// Days that are told one by one.
const DAYS: usize = 7;

/// Every figure of the course, a heading and a blank line between the groups.
pub fn lines(course: &Course, statistics: &Statistics, language: Language) -> Vec<String> {
    let words = StatisticsWords::of(language);
    let outline = &course.outline;
    let mut lines = chapters(outline, statistics, language);
    let groups = [
        (words.calendar, days(statistics, language)),
        (words.services, services(outline, statistics, language)),
        (words.forecast, vec![statistics.due_sentence(language)]),
        (words.memory, memory(statistics, language)),
        (words.hardest, hardest(course, statistics, language)),
        (words.readiness, exams(outline, statistics, language)),
    ];
    for (heading, group) in groups {
        lines.extend([String::new(), heading.to_string(), String::new()]);
        lines.extend(group);
    }
    lines
}

/// "50 % read, 2 of 6 questions right".
pub fn standing(figures: &ChapterStatistics, language: Language) -> String {
    let words = PlainWords::of(language);
    // Rounded down: only a chapter that has been read to its end is at 100.
    let percent = (figures.read * 100.0 + 1e-6).floor();
    let template = if figures.questions == 0 { words.chapter_read } else { words.chapter_stands };
    let details = [
        ("percent", percent.to_string()),
        ("right", figures.right.to_string()),
        ("questions", figures.questions.to_string()),
    ];
    fill(template, &details)
}

/// Every chapter under its part, and the course.
fn chapters(outline: &Outline, statistics: &Statistics, language: Language) -> Vec<String> {
    let mut lines = Vec::new();
    let mut figures = statistics.chapters.iter();
    for (part, of_part) in outline.parts.iter().zip(&statistics.parts) {
        let title = part.title.text(language);
        lines.extend([format!("{title}: {}", group(of_part, language)), String::new()]);
        for (chapter, figures) in part.chapters.iter().zip(&mut figures) {
            let known =
                fill(StatisticsWords::of(language).known_share, &[("known", whole_percent(figures.known, language))]);
            let known = if figures.questions == 0 { String::new() } else { format!(", {known}") };
            lines.push(format!("- {}: {}{known}", chapter.title.text(language), standing(figures, language)));
        }
        lines.push(String::new());
    }
    let course = &statistics.course;
    let details = [("questions", course.questions), ("seen", course.seen), ("right", course.right)];
    let details = details.map(|(name, count)| (name, count.to_string()));
    lines.push(fill(PlainWords::of(language).course_stands, &details));
    lines
}

fn group(figures: &GroupStatistics, language: Language) -> String {
    let words = StatisticsWords::of(language);
    if figures.questions == 0 {
        return words.no_questions.to_string();
    }
    let details = [
        ("known", whole_percent(figures.known, language)),
        ("seen", figures.seen.to_string()),
        ("questions", figures.questions.to_string()),
    ];
    fill(words.group_stands, &details)
}

/// Lately in two sentences, then the newest days of study.
fn days(statistics: &Statistics, language: Language) -> Vec<String> {
    let (words, activity) = (StatisticsWords::of(language), &statistics.activity);
    if activity.days.is_empty() {
        return vec![words.no_answers.to_string()];
    }
    let mut lines = vec![activity.days_sentence(language), activity.answers_sentence(language)];
    for day in activity.days.iter().rev().take(DAYS) {
        let details = [
            ("date", day_of_month(day.date, language)),
            ("answers", day.answers.to_string()),
            ("sections", day.sections.to_string()),
        ];
        lines.push(format!("- {}", fill(words.day_stands, &details)));
    }
    lines
}

fn services(outline: &Outline, statistics: &Statistics, language: Language) -> Vec<String> {
    let line = |service: &GroupStatistics| {
        format!("- {}: {}", outline.service_name(&service.id, language), group(service, language))
    };
    statistics.services.iter().map(line).collect()
}

/// Remembered beside predicted: over all, and by month.
fn memory(statistics: &Statistics, language: Language) -> Vec<String> {
    let retention = &statistics.retention;
    let months = retention.months.iter().rev();
    let line = |(month, phrase): (String, String)| format!("- {month}: {phrase}");
    let months = months.map(|month| (month_of_year(month.month, language), month.comparison.phrase(language)));
    std::iter::once(retention.sentence(language)).chain(months.map(line)).collect()
}

fn hardest(course: &Course, statistics: &Statistics, language: Language) -> Vec<String> {
    if statistics.hardest.is_empty() {
        return vec![StatisticsWords::of(language).nothing_hard.to_string()];
    }
    let mut lines = Vec::new();
    for hard in &statistics.hardest {
        if let Some(question) = course.question(hard.question.as_str()) {
            let prompt = prompt_line(&question, language);
            lines.push(format!("- {prompt} ({})", hard.phrase(language)));
        }
    }
    lines
}

fn exams(outline: &Outline, statistics: &Statistics, language: Language) -> Vec<String> {
    if statistics.readiness.is_empty() {
        return vec![StatisticsWords::of(language).no_exams.to_string()];
    }
    let line = |readiness: &Readiness| {
        let exam = outline.exam(&readiness.exam)?;
        Some(format!("- {}: {}", exam.name.text(language), readiness.sentence(language)))
    };
    statistics.readiness.iter().filter_map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::course::source::InMemory;
    use crate::domain::event::What;
    use crate::domain::event::examples::{answered, event};
    use crate::domain::outline::examples::outline;
    use crate::domain::progress::Progress;
    use crate::domain::settings::Settings;

    fn told(progress: &Progress) -> Vec<String> {
        let course = Course::with_outline(outline(), Box::new(InMemory::default()));
        // The day on which everything was answered.
        let now = event(9, 9, What::Reset).at;
        let statistics = Statistics::of(&course.outline, progress, &Settings::default(), now);
        lines(&course, &statistics, Language::English)
    }

    #[test]
    fn chapters_stand_under_their_parts() {
        let progress = Progress::fold([
            event(1, 1, What::SectionRead { section: "s3#problem".into() }),
            event(2, 2, answered("s3-1", 1.0)),
            event(3, 3, answered("s3-2", 0.0)),
        ]);
        let expected = [
            "foundations: 0 % known, 0 of 4 questions answered",
            "",
            "- cloud: 0 % read, 0 of 2 questions right, 0 % known",
            "- aws: 0 % read, 0 of 2 questions right, 0 % known",
            "",
            "storage: 40 % known, 2 of 2 questions answered",
            "",
            "- s3: 50 % read, 1 of 2 questions right, 40 % known",
            "",
            "Of 6 questions 2 have been answered, 1 of them right the last time.",
        ];
        assert_eq!(told(&progress)[..expected.len()], expected);
    }

    #[test]
    fn days_of_study_are_told_newest_first() {
        let a_day_before = event(1, -24 * 60, answered("s3-1", 1.0));
        let lines = told(&Progress::fold([a_day_before, event(2, 2, answered("s3-2", 0.0))]));
        let place = lines.iter().position(|line| line == "Calendar").unwrap();
        assert_eq!(
            lines[place + 2..place + 6],
            [
                "Studied 2 of the last 30 days · 2 days in a row",
                "Answers on them: 2 · in all: 2, 8 s",
                "- 22 November: answers 1, sections read 0",
                "- 21 November: answers 1, sections read 0",
            ]
        );
    }

    #[test]
    fn who_has_done_nothing_is_told_so_without_figures() {
        let lines = told(&Progress::default());
        assert!(lines.iter().any(|line| line.starts_with("No answers yet.")), "{lines:#?}");
        assert!(lines.iter().any(|line| line == "Reviews so far: 0; from 20 on there is a share to speak of."));
        assert!(lines.iter().any(|line| line == "This course names no exam."));
    }
}
