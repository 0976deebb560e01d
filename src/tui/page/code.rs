//! Blocks of code: kept as written, in colours when they are there.
//!
//! Colours are made elsewhere and come later; until then code is shown in one colour. It must not wrap at words: a long
//! line goes on below, behind a sign.

use super::PageContext;
use crate::domain::settings::Borders;
use crate::domain::shuffle::hash;
use crate::text::width::{fitting, width};
use crate::tui::look::{Row, Run, Tone, run};

/// Code to be coloured.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeBlock {
    pub key: u64,
    pub language: String,
    pub text: String,
}

/// The pieces of each line of a block, with their parts.
pub type Coloured = Vec<Vec<(String, Tone)>>;

const INDENT: usize = 2;

pub fn rows(language: &str, text: &str, context: &mut PageContext) -> Vec<Row> {
    let key = hash(&format!("{language}\n{text}"));
    let lines: Vec<Vec<Run>> = match context.coloured.get(&key) {
        Some(coloured) => {
            coloured.iter().map(|line| line.iter().map(|(text, tone)| run(text, *tone)).collect()).collect()
        }
        None => text.lines().map(|line| vec![run(line, Tone::Code)]).collect(),
    };
    let colourless = matches!(language, "" | "text" | "txt" | "plain");
    if !colourless && !context.coloured.contains_key(&key) {
        context.uncoloured.push(CodeBlock { key, language: language.to_string(), text: text.to_string() });
    }
    let mut rows = Vec::new();
    for line in lines {
        rows.extend(broken(line, context));
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
    fn colours_come_later_and_change_no_letter() {
        let mut page = page("```json\n{\"a\": 1}\n```", 20);
        let before = set(&mut page);
        let wanted = page.take_uncoloured();
        assert_eq!((wanted.len(), wanted[0].language.as_str()), (1, "json"));
        page.set_coloured(wanted[0].key, vec![vec![("{\"a\"".into(), Tone::Keyword), (": 1}".into(), Tone::Literal)]]);
        assert_eq!(set(&mut page), before);
        assert_eq!(page.lay_out(0)[0][1].style.tone, Tone::Keyword);
        assert!(page.take_uncoloured().is_empty());
    }

    #[test]
    fn plain_text_asks_for_no_colours() {
        let mut page = page("```text\nhello\n```", 20);
        set(&mut page);
        assert!(page.take_uncoloured().is_empty());
    }
}
