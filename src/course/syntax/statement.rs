//! The statements of a TOML text: headers and keys, each with the lines that belong to it, also where they are broken.
//!
//! It must not judge: a statement is what looks like one.

use std::ops::Range;
use toml::de::DeTable;

/// How many lines that look like statements a text of several lines may hold.
const MOST_MERGED: usize = 40;

#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    pub bytes: Range<usize>,
    pub head: Head,
}

/// How a statement begins.
#[derive(Debug, Clone, PartialEq)]
pub enum Head {
    /// `key = `, also `key.en = `.
    Key(String),
    /// `[name]` or `[[name]]`; `[name.part]` is a part of a table.
    Table { name: String, is_part: bool },
    /// Neither: what stands above the first of them.
    None,
}

/// The statements, put together by what must be trusted or left out as a whole: a key above all tables, or a table with
/// all its parts.
pub fn groups(text: &str) -> Vec<Vec<Statement>> {
    let mut groups: Vec<Vec<Statement>> = Vec::new();
    let mut below_header = false;
    for statement in whole(text, lines(text)) {
        let is_header = matches!(statement.head, Head::Table { is_part: false, .. });
        match groups.last_mut() {
            Some(group) if below_header && !is_header => group.push(statement),
            _ => groups.push(vec![statement]),
        }
        below_header |= is_header;
    }
    groups
}

/// The id that a table seems to have.
pub fn id_in(table: &str) -> Option<String> {
    let line = table.lines().find_map(|line| line.trim_start().strip_prefix("id")?.trim_start().strip_prefix('='))?;
    let id = line.trim().trim_matches(|c: char| !c.is_ascii_alphanumeric());
    crate::domain::id::is_slug(id).then(|| id.to_string())
}

/// Cuts a text before every line that looks like the beginning of a statement.
fn lines(text: &str) -> Vec<Statement> {
    let mut statements: Vec<Statement> = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let bytes = start..start + line.len();
        start = bytes.end;
        match (head(line), statements.last_mut()) {
            (Head::None, Some(last)) if !is_stray(line, &text[last.bytes.clone()]) => last.bytes.end = bytes.end,
            (head, _) => statements.push(Statement { bytes, head }),
        }
    }
    statements
}

/// Whether a line is a word that what stands above it has no use for, being whole without it.
fn is_stray(line: &str, above: &str) -> bool {
    line.trim_start().starts_with(char::is_alphanumeric) && DeTable::parse(above).is_ok()
}

/// Puts together what is only a statement together: a text of several lines may hold lines that look like statements.
fn whole(text: &str, lines: Vec<Statement>) -> Vec<Statement> {
    let parses = |bytes: Range<usize>| DeTable::parse(&text[bytes]).is_ok();
    let mut statements = Vec::new();
    let mut rest = lines.as_slice();
    while let Some((first, after)) = rest.split_first() {
        let start = first.bytes.start;
        let ends = rest.iter().take(MOST_MERGED).map(|line| line.bytes.end);
        let whole = ends.enumerate().find(|(_, end)| parses(start..*end));
        let (more, end) = whole.unwrap_or((0, first.bytes.end));
        statements.push(Statement { bytes: start..end, head: first.head.clone() });
        rest = &after[more..];
    }
    statements
}

fn head(line: &str) -> Head {
    let line = line.split(" #").next().unwrap_or_default().trim();
    header(line).or_else(|| key(line).map(Head::Key)).unwrap_or(Head::None)
}

/// A name within brackets of which some may be missing.
fn header(line: &str) -> Option<Head> {
    let name = line.trim_start_matches('[').trim_end_matches(']').trim();
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    if name.len() == line.len() || name.is_empty() || !name.chars().all(is_name) {
        return None;
    }
    let (name, is_part) = name.split_once('.').map_or((name, false), |(name, _)| (name, true));
    Some(Head::Table { name: name.to_string(), is_part })
}

/// The first part of what stands before `=`.
fn key(line: &str) -> Option<String> {
    let (key, _) = line.split_once('=')?;
    let is_key = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '"' | '\'' | ' ');
    let key = key.trim();
    if key.is_empty() || !key.chars().all(is_key) {
        return None;
    }
    Some(key.split(['.', ' ']).next().unwrap_or_default().trim_matches(['"', '\'']).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_begins_a_statement_or_goes_on_with_one() {
        let table = |name: &str, is_part| Head::Table { name: name.into(), is_part };
        for (line, expected) in [
            ("title.en = \"x\"\n", Head::Key("title".into())),
            ("  \"a.b\" = 1\n", Head::Key("a".into())),
            ("이름 = 1\n", Head::Key("이름".into())),
            ("[[question]] # the first\n", table("question", false)),
            ("[[question.option]\n", table("question", true)),
            ("question]]\n", table("question", false)),
            ("  [1, 2],\n", Head::None),
            ("]\n", Head::None),
            ("  { component = \"api\" },\n", Head::None),
            ("# id = 1\n", Head::None),
            ("\n", Head::None),
        ] {
            assert_eq!(head(line), expected, "{line}");
        }
    }

    #[test]
    fn a_word_too_many_stands_for_itself() {
        let text = "a = 1\n\nx\nb = 2\n";
        let found: Vec<_> = lines(text).into_iter().map(|line| (line.head, text[line.bytes].to_string())).collect();
        let key = |name: &str, text: &str| (Head::Key(name.into()), text.to_string());
        assert_eq!(found, [key("a", "a = 1\n\n"), (Head::None, "x\n".into()), key("b", "b = 2\n")]);
    }

    #[test]
    fn lists_and_long_texts_are_one_statement() {
        let text = "a = [\n  \"x\",\n]\nb = \"\"\"\nc = 1\n\"\"\"\nd = 2\n";
        let found: Vec<_> = whole(text, lines(text)).into_iter().map(|statement| statement.head).collect();
        assert_eq!(found, ["a", "b", "d"].map(|key| Head::Key(key.into())));
    }

    #[test]
    fn an_id_is_made_out_in_a_broken_table() {
        assert_eq!(id_in("[[question]\nidea = 1\nid = \"s3-disk\"\n").as_deref(), Some("s3-disk"));
        assert_eq!(id_in("[[question]]\nid = “s3-disk”\n").as_deref(), Some("s3-disk"));
        assert_eq!(id_in("[[question]]\nid = \"S3 disk\"\n"), None);
    }
}
