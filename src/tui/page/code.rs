//! Blocks of code: kept as written, in colours where the language is known.
//!
//! It must not wrap at words: a long line goes on below, behind a sign.

use super::{PageContext, highlight};
use crate::domain::settings::Borders;
use crate::text::width::{fitting, width};
use crate::tui::look::{Row, Run, Tone, run};

const INDENT: usize = 2;

pub fn rows(language: &str, text: &str, context: &PageContext) -> Vec<Row> {
    let mut rows = Vec::new();
    for line in text.lines() {
        let pieces = highlight::pieces(language, line);
        rows.extend(broken(pieces.into_iter().map(|(text, tone)| run(text, tone)).collect(), context));
    }
    if rows.is_empty() {
        rows.push(Row::new());
    }
    rows
}

/// One line of code as rows of the measure.
fn broken(line: Vec<Run>, context: &PageContext) -> Vec<Row> {
    let sign = match context.borders {
        Borders::Unicode => "↪ ",
        Borders::Ascii => "> ",
    };
    let indent = INDENT.min(context.width.saturating_sub(1));
    let room = context.width.saturating_sub(indent).max(2);
    let mut rows = vec![vec![run(" ".repeat(indent), Tone::Text)]];
    let mut left = room;
    for piece in line {
        let text = piece.text.replace('\t', "    ");
        let mut rest = text.as_str();
        while !rest.is_empty() {
            let part = fitting(rest, left);
            if part.is_empty() {
                rows.push(vec![run(if indent == INDENT { sign } else { "" }, Tone::Muted)]);
                left = room;
                // A glyph wider than the whole window still has to go somewhere.
                if fitting(rest, left).is_empty() {
                    break;
                }
                continue;
            }
            left -= width(part);
            if let Some(row) = rows.last_mut() {
                row.push(Run::new(part, piece.style));
            }
            rest = &rest[part.len()..];
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::super::Page;
    use super::*;
    use crate::course::markdown::parse;
    use crate::text::Language;
    use crate::text::words::Words;
    use crate::tui::look::row_text;

    fn page(text: &str, columns: usize) -> Page {
        let mut page = Page::new(parse(text, 0), Words::of(Language::English), Borders::Unicode);
        page.set_width(columns);
        page
    }

    fn set(page: &mut Page) -> Vec<String> {
        page.lay_out(0).iter().map(|row| row_text(row).trim_end().to_string()).collect()
    }

    #[test]
    fn a_long_line_goes_on_behind_a_sign() {
        let mut page = page("```bash\naws s3 cp 사진.jpg s3://bucket\n```", 20);
        assert_eq!(set(&mut page), ["  aws s3 cp 사진.jpg", "↪  s3://bucket", ""]);
    }

    #[test]
    fn a_known_language_has_colours() {
        let mut page = page("```json\n{\"a\": 1}\n```", 20);
        assert!(page.lay_out(0)[0].iter().any(|run| run.style.tone == Tone::Keyword));
    }
}
