//! Colours for code, made beside the interface.
//!
//! Loading a grammar takes up to a quarter of a second, so that it never stands between a key and its paint: a thread is
//! started with the first block of code, and its results come back as messages. It must not draw.

use super::message::Message;
use super::page::CodeBlock;
use std::sync::mpsc::{Sender, channel};

/// The way to the thread that colours code.
pub struct Highlighter {
    jobs: Option<Sender<CodeBlock>>,
    results: Sender<Message>,
}

impl Highlighter {
    /// Does nothing until the first block comes.
    pub fn new(results: Sender<Message>) -> Highlighter {
        Highlighter { jobs: None, results }
    }

    /// Hands blocks to the thread.
    pub fn colour(&mut self, blocks: Vec<CodeBlock>) {
        let results = &self.results;
        let jobs = self.jobs.get_or_insert_with(|| start(results.clone()));
        for block in blocks {
            // A thread that is gone leaves code in one colour.
            let _ = jobs.send(block);
        }
    }
}

#[cfg(feature = "highlight")]
fn start(results: Sender<Message>) -> Sender<CodeBlock> {
    let (jobs, inbox) = channel::<CodeBlock>();
    std::thread::spawn(move || {
        let syntaxes = two_face::syntax::extra_newlines();
        for block in inbox {
            let message =
                grammar::coloured(&syntaxes, &block).map(|coloured| Message::Coloured { key: block.key, coloured });
            if message.is_some_and(|message| results.send(message).is_err()) {
                return;
            }
        }
    });
    jobs
}

#[cfg(not(feature = "highlight"))]
fn start(_results: Sender<Message>) -> Sender<CodeBlock> {
    channel().0
}

#[cfg(feature = "highlight")]
mod grammar {
    use super::CodeBlock;
    use crate::tui::look::Tone;
    use crate::tui::page::Coloured;
    use syntect::parsing::{ParseState, Scope, ScopeStack, SyntaxSet};

    /// The pieces of each line with their parts, or nothing for a language without a grammar.
    pub fn coloured(syntaxes: &SyntaxSet, block: &CodeBlock) -> Option<Coloured> {
        let syntax = syntaxes.find_syntax_by_token(&block.language)?;
        let mut state = ParseState::new(syntax);
        let mut stack = ScopeStack::new();
        let mut lines = Vec::new();
        for line in block.text.lines() {
            // Grammars expect the line feed.
            let fed = format!("{line}\n");
            let changes = state.parse_line(&fed, syntaxes).ok()?;
            let mut pieces: Vec<(String, Tone)> = Vec::new();
            let mut start = 0;
            for (place, change) in changes {
                push(&mut pieces, line, start..place, tone(&stack));
                stack.apply(&change).ok()?;
                start = place;
            }
            push(&mut pieces, line, start..line.len(), tone(&stack));
            lines.push(pieces);
        }
        Some(lines)
    }

    fn push(pieces: &mut Vec<(String, Tone)>, line: &str, range: std::ops::Range<usize>, tone: Tone) {
        let text = line.get(range.start..range.end.min(line.len())).unwrap_or_default();
        match pieces.last_mut() {
            _ if text.is_empty() => {}
            Some((last, same)) if *same == tone => last.push_str(text),
            _ => pieces.push((text.to_string(), tone)),
        }
    }

    /// The innermost scope that means something to us. Names are TextMate's.
    fn tone(stack: &ScopeStack) -> Tone {
        const PARTS: [(&str, Tone); 10] = [
            ("comment", Tone::Comment),
            ("string", Tone::Literal),
            ("constant", Tone::Literal),
            ("keyword", Tone::Keyword),
            ("storage", Tone::Keyword),
            ("entity.name.tag", Tone::Keyword),
            ("entity.name", Tone::Accent),
            ("support.function", Tone::Accent),
            ("variable.function", Tone::Accent),
            ("meta.mapping.key", Tone::Keyword),
        ];
        let part = |scope: &Scope| {
            let name = scope.build_string();
            PARTS.iter().find(|(prefix, _)| name.starts_with(prefix)).map(|(_, tone)| *tone)
        };
        // A key of JSON is a string too; that it is a key says more.
        let is_key = stack.scopes.iter().any(|scope| scope.build_string().starts_with("meta.mapping.key"));
        if is_key {
            return Tone::Keyword;
        }
        stack.scopes.iter().rev().find_map(part).unwrap_or(Tone::Code)
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn every_letter_stays_and_parts_are_told_apart() {
            let text = "{\"Version\": 1}\n// 한글";
            let block = CodeBlock { key: 0, language: "json".into(), text: text.into() };
            let coloured = coloured(&two_face::syntax::extra_newlines(), &block).unwrap();
            let joined: Vec<String> =
                coloured.iter().map(|line| line.iter().map(|(text, _)| text.as_str()).collect()).collect();
            assert_eq!(joined.join("\n"), text);
            assert!(
                coloured[0].iter().any(|(text, tone)| text.contains("Version") && *tone == Tone::Keyword),
                "{coloured:?}"
            );
            assert!(
                coloured[0].iter().any(|(text, tone)| text.contains('1') && *tone == Tone::Literal),
                "{coloured:?}"
            );
        }

        #[test]
        fn a_language_without_a_grammar_stays_plain() {
            let block = CodeBlock { key: 0, language: "klingon".into(), text: "qapla'".into() };
            assert_eq!(coloured(&two_face::syntax::extra_newlines(), &block), None);
        }
    }
}
