//! Rules about the language of a text: it is written in the language it is filed under, and its emphasis closes.
//!
//! Only prose is judged. Names, numbers, code and addresses are the same in every language.

use super::place::{PlacedText, texts_below, texts_of, within};
use super::{ChapterText, Quiz};
use crate::course::chapter::front_matter_behind_blanks;
use crate::course::diagnostic::Report;
use crate::course::link::Link;
use crate::course::markdown::{self, Inline, Note};
use crate::course::problem::{Problem, Rule};
use crate::course::syntax::Readable;
use crate::domain::id::ChapterId;
use crate::text::Language;
use crate::text::hangul::is_hangul;

/// Keys of a question, and of its parts, that hold texts for readers.
const QUESTION_TEXTS: [&str; 7] = ["prompt", "hint", "explanation", "text", "why", "left", "right"];
const FRONT_TEXTS: [&str; 3] = ["title", "summary", "objectives"];
/// Words that no product has in its name.
const ENGLISH_GLUE: [&str; 12] =
    ["the", "is", "are", "it", "its", "your", "you", "with", "from", "this", "that", "every"];

pub fn check_chapter(file: &ChapterText<'_>, report: &mut Report<'_>) {
    if let Some(front) = front_matter_behind_blanks(file.text) {
        // What is wrong with the table has been said where it was read.
        let readable = Readable::of(&front);
        let table = readable.table();
        for text in texts_of(table.get_ref(), &FRONT_TEXTS) {
            if looks_foreign(text.text, file.language) {
                report.add(Rule::Untranslated { language: file.language }.into(), text.bytes());
            }
        }
    }
    file.chapter.document.walk(&mut |node| {
        let foreign = node.block.inlines().into_iter().find(|run| looks_foreign(&prose(run), file.language));
        if let Some(run) = foreign {
            let place = within(file.text, node.bytes.clone(), first_words(run));
            report.add(Rule::Untranslated { language: file.language }.into(), place);
        }
    });
}

pub fn check_quiz(quiz: &Quiz<'_>, languages: &[Language], report: &mut Report<'_>) {
    for asked in &quiz.asked {
        for text in texts_below(asked.table, &QUESTION_TEXTS) {
            check_text(&text, languages, report);
        }
    }
}

/// Judges one text of a TOML file.
pub fn check_text(text: &PlacedText<'_>, languages: &[Language], report: &mut Report<'_>) {
    let trimmed = text.text.trim();
    let before = text.text.len() - text.text.trim_start().len();
    let document = markdown::parse(trimmed, before);
    for (note, bytes) in &document.notes {
        let problem = match note {
            Note::LiteralEmphasis(marks) => Problem::LiteralEmphasis { marks },
            Note::Html => Problem::HtmlIgnored,
            Note::MissingFootnote(_) | Note::TooDeep => continue,
        };
        report.add(problem, text.part(report.text(), bytes.clone()));
    }
    let mut whole = String::new();
    for node in &document.nodes {
        node.walk(&mut |node| node.block.inlines().into_iter().for_each(|run| whole.push_str(&prose(run))));
        whole.push(' ');
    }
    let read_in = languages.iter().filter(|language| text.language.is_none_or(|own| own == **language));
    for language in read_in.filter(|language| looks_foreign(&whole, **language)) {
        report.add(Rule::Untranslated { language: *language }.into(), text.bytes());
    }
}

/// A run of text without code, pictures and the titles of pages elsewhere.
fn prose(inlines: &[Inline]) -> String {
    let nowhere = ChapterId::from("");
    let piece = |inline: &Inline| match inline {
        Inline::Text(text) => text.clone(),
        Inline::Link { target, .. } if matches!(Link::parse(target, &nowhere), Link::Web(_)) => String::new(),
        Inline::Emphasis(inner)
        | Inline::Strong(inner)
        | Inline::Strikethrough(inner)
        | Inline::Link { text: inner, .. } => prose(inner),
        Inline::SoftBreak | Inline::HardBreak => " ".to_string(),
        Inline::Code(_) | Inline::Image { .. } | Inline::FootnoteReference(_) => String::new(),
    };
    inlines.iter().map(piece).collect()
}

/// What a run begins with, to find it in its block.
fn first_words(inlines: &[Inline]) -> &str {
    match inlines.first() {
        Some(Inline::Text(text)) => text.trim(),
        Some(Inline::Strong(inner) | Inline::Emphasis(inner)) => first_words(inner),
        _ => "",
    }
}

/// Whether a text seems to be written in the other language.
fn looks_foreign(prose: &str, language: Language) -> bool {
    let hangul = prose.chars().filter(|c| is_hangul(*c)).count();
    match language {
        Language::English => hangul >= 2 && hangul * 2 > prose.chars().filter(|c| c.is_alphabetic()).count(),
        Language::Korean => hangul == 0 && is_english_prose(prose),
    }
}

/// Several words, most of them in small letters: a sentence, not the name of a product ("S3 Glacier Flexible Retrieval",
/// "Infrastructure as a Service") and not a term ("time to live").
fn is_english_prose(text: &str) -> bool {
    let edge = |c: char| !c.is_alphanumeric();
    let words = text.split_whitespace().map(|word| word.trim_matches(edge));
    let words: Vec<&str> = words.filter(|word| is_plain_word(word)).collect();
    let small = words.iter().filter(|word| word.starts_with(|c: char| c.is_ascii_lowercase())).count();
    let glued = words.iter().any(|word| ENGLISH_GLUE.contains(word));
    (words.len() >= 4 && small >= 3) || (words.len() >= 3 && small >= 2 && glued)
}

/// Letters alone: `s3:GetObject`, `GET/cat.jpg` and `10GB` are no words.
fn is_plain_word(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| c.is_ascii_alphabetic() || matches!(c, '\'' | '’' | '-'))
}

#[cfg(test)]
mod tests {
    use super::super::examples::{SINGLE, found_in_chapter, found_in_quiz};
    use super::*;

    #[test]
    fn a_text_filed_under_the_wrong_language_is_found_where_it_stands() {
        let prompt = "prompt.en = \"어디에 두나요?\"\nprompt.ko = \"Where do the pictures go?\"";
        assert_eq!(
            found_in_quiz(&SINGLE.replace("prompt = \"P?\"", prompt)),
            ["quizzes/s3.toml:8:13 text/untranslated", "quizzes/s3.toml:9:13 text/untranslated"]
        );
    }

    #[test]
    fn one_text_for_all_languages_is_a_name_and_no_sentence() {
        let with = |text: &str| SINGLE.replace("text = \"EBS\"", &format!("text = \"{text}\""));
        assert_eq!(found_in_quiz(&with("S3 Glacier Flexible Retrieval")), [""; 0]);
        assert_eq!(found_in_quiz(&with("Move all photos into the bucket")), ["quizzes/s3.toml:17:8 text/untranslated"]);
    }

    #[test]
    fn a_paragraph_or_title_left_in_english_is_found() {
        let korean = "## 이유 {#why}\n\n디스크가 가득 찼어요.\n\n- 하나\n- The disk is full again.\n";
        assert_eq!(found_in_chapter("버킷", korean), ["content/ko/s3.md:14:3 text/untranslated"]);
        assert_eq!(
            found_in_chapter("Why the disk is full", "## 이유 {#why}\n"),
            ["content/ko/s3.md:2:9 text/untranslated"]
        );
    }

    #[test]
    fn names_code_and_pages_elsewhere_are_the_same_in_every_language() {
        let korean = "## Amazon S3 Standard {#why}\n\n`aws s3 sync the whole folder again`\n\n[What is this thing for?](https://a.org)\n\n| S3 Standard | 10 GB |\n|---|---|\n| S3 | GET /cat.jpg |\n\n```text\nthe quick brown fox jumps\n```\n";
        assert_eq!(found_in_chapter("Amazon S3", korean), [""; 0]);
    }

    #[test]
    fn a_word_of_the_other_language_is_no_other_language() {
        for (text, language, foreign) in [
            ("The Korean console calls it 가용 영역", Language::English, false),
            ("가용 영역 (AZ)", Language::English, true),
            ("S3에 둬요", Language::Korean, false),
            ("Infrastructure as a Service", Language::Korean, false),
            ("time to live", Language::Korean, false),
            ("the disk is full", Language::Korean, true),
        ] {
            assert_eq!(looks_foreign(text, language), foreign, "{text}");
        }
    }

    #[test]
    fn stars_that_stay_in_a_question_are_found_at_their_place() {
        let why = SINGLE.replace("why = \"no\"", "why.en = \"no\"\nwhy.ko = \"**가상(VPC)**는 아니에요.\"");
        assert_eq!(
            found_in_quiz(&why),
            ["quizzes/s3.toml:19:11 text/literal-emphasis", "quizzes/s3.toml:19:20 text/literal-emphasis"]
        );
        let html = SINGLE.replace("why = \"no\"", "why = \"use <id> now\"");
        assert_eq!(found_in_quiz(&html), ["quizzes/s3.toml:18:12 chapter/html"]);
    }
}
