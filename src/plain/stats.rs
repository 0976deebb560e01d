//! How it stands, as sentences: one for each chapter, and one for the course.
//!
//! It must not count: the figures are the domain's.

use crate::domain::outline::Outline;
use crate::domain::progress::Progress;
use crate::domain::statistics::ChapterStatistics;
use crate::text::Language;
use crate::text::words::fill;
use crate::text::words::plain::PlainWords;

/// The lines for the whole course, parts as headings.
pub fn lines(outline: &Outline, progress: &Progress, language: Language) -> Vec<String> {
    let words = PlainWords::of(language);
    let mut lines = Vec::new();
    let (mut questions, mut seen, mut right) = (0, 0, 0);
    for part in &outline.parts {
        lines.extend([part.title.text(language).to_string(), String::new()]);
        for chapter in &part.chapters {
            let figures = ChapterStatistics::of(chapter, progress);
            lines.push(format!("- {}: {}", chapter.title.text(language), standing(&figures, language)));
            questions += figures.questions;
            seen += figures.seen;
            right += figures.right;
        }
        lines.push(String::new());
    }
    let details = [("questions", questions.to_string()), ("seen", seen.to_string()), ("right", right.to_string())];
    lines.push(fill(words.course_stands, &details));
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::event::What;
    use crate::domain::event::examples::{answered, event};
    use crate::domain::outline::examples::outline;

    #[test]
    fn chapters_stand_under_their_parts() {
        let progress = Progress::fold([
            event(1, 1, What::SectionRead { section: "s3#problem".into() }),
            event(2, 2, answered("s3-1", 1.0)),
            event(3, 3, answered("s3-2", 0.5)),
        ]);
        assert_eq!(
            lines(&outline(), &progress, Language::English),
            [
                "foundations",
                "",
                "- cloud: 0 % read, 0 of 2 questions right",
                "- aws: 0 % read, 0 of 2 questions right",
                "",
                "storage",
                "",
                "- s3: 50 % read, 1 of 2 questions right",
                "",
                "Of 6 questions 2 have been answered, 1 of them right the last time.",
            ]
        );
    }
}
