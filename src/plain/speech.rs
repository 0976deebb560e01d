//! Inline text as it is said: no stars, no backticks, links as numbers.
//!
//! It must not know blocks: those are described elsewhere.

use crate::course::markdown::{Inline, parse_inline};
use crate::course::questions::{one_line, with_gaps};
use crate::domain::question::Question;
use crate::text::Language;
use crate::text::words::fill;
use crate::text::words::plain::PlainWords;

/// The addresses of the links of a text, each once, in the order in which they are numbered.
#[derive(Debug, Default)]
pub struct Links {
    pub targets: Vec<String>,
    /// Footnotes mentioned, by number from 1.
    pub footnotes: Vec<usize>,
}

impl Links {
    fn number(&mut self, target: &str) -> usize {
        let place = self.targets.iter().position(|known| known == target).unwrap_or_else(|| {
            self.targets.push(target.to_string());
            self.targets.len() - 1
        });
        place + 1
    }
}

/// Inline pieces as text; a hard break is a line feed.
pub fn spoken(inlines: &[Inline], links: &mut Links, words: &PlainWords) -> String {
    let mut text = String::new();
    for inline in inlines {
        match inline {
            Inline::Text(own) | Inline::Code(own) => text.push_str(own),
            Inline::Emphasis(inner) | Inline::Strong(inner) => text.push_str(&spoken(inner, links, words)),
            Inline::Strikethrough(inner) => {
                let struck = spoken(inner, links, words);
                text.push_str(&fill(words.struck, &[("text", struck)]));
            }
            Inline::Link { target, text: inner, .. } => {
                let inner = spoken(inner, links, words);
                let number = links.number(target);
                text.push_str(&format!("{inner} [{number}]"));
            }
            Inline::Image { description, .. } => {
                text.push_str(&fill(words.picture, &[("text", description.clone())]));
            }
            Inline::FootnoteReference(number) => {
                if !links.footnotes.contains(number) {
                    links.footnotes.push(*number);
                }
                text.push_str(&format!(" ({})", fill(words.footnote, &[("number", number.to_string())])));
            }
            Inline::SoftBreak => text.push(' '),
            Inline::HardBreak => text.push('\n'),
        }
    }
    text
}

/// A short text of a question on one line; an address stands behind what it is linked to.
pub fn line(text: &str, words: &PlainWords) -> String {
    let mut links = Links::default();
    let mut line = spoken(&parse_inline(text), &mut links, words).replace('\n', " ");
    for (position, target) in links.targets.iter().enumerate() {
        line = line.replacen(&format!(" [{}]", position + 1), &format!(" ({target})"), 1);
    }
    line
}

/// What a gap is called, by its position from 0.
pub fn gap_name(position: usize, words: &PlainWords) -> String {
    fill(words.gap, &[("number", (position + 1).to_string())])
}

/// The prompt of a question with the names of its gaps in brackets.
pub fn prompt_with_gaps(question: &Question, language: Language) -> String {
    with_gaps(question, language, |position| format!("({})", gap_name(position, PlainWords::of(language))))
}

/// [`prompt_with_gaps`] on one line.
pub fn prompt_line(question: &Question, language: Language) -> String {
    one_line(question, language, |position| format!("({})", gap_name(position, PlainWords::of(language))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_not_read_out() {
        let words = PlainWords::of(Language::English);
        assert_eq!(
            line("Use **`aws s3 cp`** or *copy*, ~~not FTP~~", words),
            "Use aws s3 cp or copy, (struck out: not FTP)"
        );
        assert_eq!(line("see [the page](https://a.example)", words), "see the page (https://a.example)");
    }

    #[test]
    fn a_link_keeps_its_number() {
        let mut links = Links::default();
        let inlines = parse_inline("[a](x.md), [b](y.md), [again](x.md)");
        assert_eq!(spoken(&inlines, &mut links, PlainWords::of(Language::English)), "a [1], b [2], again [1]");
        assert_eq!(links.targets, ["x.md", "y.md"]);
    }
}
