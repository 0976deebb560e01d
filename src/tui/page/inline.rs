//! Inline pieces as runs: emphasis, code, links, footnote marks.
//!
//! It must not break lines: wrapping does, with whole runs at hand.

use super::PageContext;
use crate::course::markdown::{Inline, parse_inline};
use crate::text::wrap::wrap;
use crate::tui::look::{Look, Row, Run, Tone, run};

/// The runs of inline pieces in a look. Links are numbered in `context`.
pub fn runs(inlines: &[Inline], look: Look, context: &mut PageContext) -> Vec<Run> {
    let mut out = Vec::new();
    collect(inlines, look, &mut |target| Some(add_link(target, context)), &mut out);
    out
}

/// The runs of a short text of a question: no links to follow.
pub fn inline_runs(text: &str, look: impl Into<Look>) -> Vec<Run> {
    let mut out = Vec::new();
    collect(&parse_inline(text), look.into(), &mut |_| None, &mut out);
    out
}

/// [`inline_runs`], wrapped.
pub fn inline_rows(text: &str, look: impl Into<Look>, width: usize) -> Vec<Row> {
    wrap(&inline_runs(text, look), width)
}

fn collect(inlines: &[Inline], look: Look, link: &mut impl FnMut(&str) -> Option<u16>, out: &mut Vec<Run>) {
    for inline in inlines {
        match inline {
            Inline::Text(text) => out.push(run(text, look)),
            Inline::Code(text) => out.push(run(text, Look { tone: code_tone(look.tone), ..look })),
            Inline::Emphasis(inner) => collect(inner, look.italic(), link, out),
            Inline::Strong(inner) => collect(inner, look.bold(), link, out),
            Inline::Strikethrough(inner) => collect(inner, Look { struck: true, ..look }, link, out),
            Inline::Link { target, text, .. } => {
                let number = link(target);
                let tone = if number.is_some() { Tone::Link } else { look.tone };
                collect(text, Look { tone, link: number, ..look }, link, out);
            }
            Inline::Image { description, target } => {
                let text = if description.is_empty() { target } else { description };
                out.push(run(format!("[{text}]"), Tone::Muted));
            }
            Inline::FootnoteReference(number) => out.push(run(format!("[{number}]"), Tone::Accent)),
            Inline::SoftBreak => out.push(run(" ", look)),
            Inline::HardBreak => out.push(run("\n", look)),
        }
    }
}

/// Code inside a selected row stays selected.
fn code_tone(around: Tone) -> Tone {
    match around {
        Tone::Selected | Tone::Muted => around,
        _ => Tone::Code,
    }
}

/// Every link has a number of its own, even if it leads to the same place as another.
fn add_link(target: &str, context: &mut PageContext) -> u16 {
    context.links.push(target.to_string());
    u16::try_from(context.links.len() - 1).unwrap_or(u16::MAX)
}
