//! What a question asks, as text: with a sign in every gap, and on one line.
//!
//! It must not know what an interface writes into a gap: that comes in.

use crate::course::markdown::{Block, Node, parse, plain_text};
use crate::domain::question::{Body, Question};
use crate::text::Language;

/// The prompt with `sign` in place of each gap, by the gap's position from 0.
pub fn with_gaps(question: &Question, language: Language, sign: impl Fn(usize) -> String) -> String {
    let prompt = question.prompt.text(language);
    let Body::Cloze(blanks) = &question.body else { return prompt.to_string() };
    let mut parts = prompt.split("{{");
    let mut text = parts.next().unwrap_or_default().to_string();
    for part in parts {
        let gap = part.split_once("}}").and_then(|(name, rest)| {
            let position = blanks.iter().position(|blank| blank.name == name.trim())?;
            Some((position, rest))
        });
        match gap {
            // As code: emphasis would not close before a Korean particle.
            Some((position, rest)) => text.push_str(&format!("`{}`{rest}", sign(position))),
            None => text.push_str(&format!("{{{{{part}")),
        }
    }
    text
}

/// The sentences of the prompt on one line, without markup; code, diagrams and tables are left out.
pub fn one_line(question: &Question, language: Language, sign: impl Fn(usize) -> String) -> String {
    let text = with_gaps(question, language, sign);
    sentences(&parse(&text, 0).nodes).join(" ")
}

fn sentences(nodes: &[Node]) -> Vec<String> {
    nodes.iter().filter_map(|node| sentence(&node.block)).collect()
}

fn sentence(block: &Block) -> Option<String> {
    match block {
        Block::Heading(heading) => Some(plain_text(&heading.text)),
        Block::Paragraph(inlines) => Some(plain_text(inlines)),
        Block::List { items, .. } => {
            let items: Vec<String> = items.iter().map(|item| sentences(&item.blocks).join(" ")).collect();
            Some(items.join(", "))
        }
        Block::Quote { blocks, .. } => Some(sentences(blocks).join(" ")),
        Block::Table { .. } | Block::Code { .. } | Block::Diagram(_) | Block::Question(_) | Block::Rule => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(prompt: &str, blanks: &str) -> Question {
        let kind = if blanks.is_empty() { "kind = \"short\"\naccept = [\"S3\"]\n" } else { "kind = \"cloze\"\n" };
        let file = format!(
            "format = 1\n[[question]]\nid = \"q\"\nsection = \"s3#when\"\nprompt = '''\n{prompt}'''\nexplanation = \"So.\"\n{kind}{blanks}"
        );
        let (mut questions, diagnostics) = super::super::parse("quizzes/s3.toml", &file);
        assert_eq!(questions.len(), 1, "{diagnostics:?}");
        questions.remove(0).question
    }

    fn line(question: &Question) -> String {
        one_line(question, Language::English, |gap| format!("[{}]", gap + 1))
    }

    #[test]
    fn a_gap_has_a_sign_instead_of_its_name() {
        let blank = |name: &str| format!("[[question.blank]]\nname = \"{name}\"\naccept = [\"x\"]\nwhy = \"x\"\n");
        let question = asked("A {{ copy }} in *{{zone}}*.", &[blank("zone"), blank("copy")].concat());
        assert_eq!(line(&question), "A [2] in [1].");
    }

    #[test]
    fn sentences_stay_and_what_needs_its_lines_goes() {
        let question = asked(
            "The table:\n\n```text\n10.0.0.0/16   local\n```\n\nWhich\nof *these* holds?\n\n- `a` alone\n- b\n",
            "",
        );
        assert_eq!(line(&question), "The table: Which of these holds? a alone, b");
    }
}
