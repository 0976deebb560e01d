//! Which slip stands behind the parser's complaint about a statement.
//!
//! It must not word anything: the problems do. What is not recognised keeps the parser's text.

use crate::course::problem::Slip;
use std::ops::Range;

/// Quotes that a word processor or an input method makes of `"` and `'`.
const TYPOGRAPHIC: [char; 8] = ['“', '”', '„', '‟', '‘', '’', '＂', '＇'];

/// The slip and its place, as bytes of `source`.
pub fn recognise(source: &str, complaint: &str, bytes: Range<usize>) -> (Slip, Range<usize>) {
    let at = bytes.start.min(source.len());
    let (start, line) = line_around(source, at);
    let (before, behind) = line.split_at(at - start);
    let says = |beginning: &str| complaint.starts_with(beginning);
    if says("duplicate key") {
        let key = source.get(bytes.clone()).unwrap_or_default().to_string();
        return (Slip::Twice { key }, bytes);
    }
    if let Some(header) = header_meant(line) {
        return (Slip::Header { meant: header }, start + indent(line)..start + line.trim_end().len());
    }
    if let Some(quote) = typographic_delimiter(line, says("unexpected key or value")) {
        return (Slip::TypographicQuotes, start + quote.start..start + quote.end);
    }
    if let Some(comma) = comma_in_number(line).filter(|comma| *comma == before.len() || says("invalid literal string"))
    {
        return (Slip::CommaInNumber, start + comma..start + comma + 1);
    }
    let has_odd_quotes = line.replace("\\\"", "").matches('"').count() % 2 == 1;
    let open = [
        ("invalid basic string, expected `\"`", "\""),
        ("invalid literal string, expected `'`", "'"),
        ("invalid multi-line basic string, expected `\"`", "\"\"\""),
        ("invalid multi-line literal string, expected `'`", "'''"),
    ];
    if let Some((_, quote)) = open.into_iter().find(|(beginning, _)| says(beginning)) {
        let opened = source[..at].rfind(quote).unwrap_or(at);
        return (Slip::OpenText { quote }, opened..at);
    }
    let slip = if says("missing comma") && has_odd_quotes {
        Slip::OpenText { quote: "\"" }
    } else if says("unexpected key or value") {
        let quote = before.trim_end().chars().next_back().filter(|last| matches!(last, '"' | '\''));
        match quote {
            Some(quote) if behind.contains(quote) => Slip::QuoteInside,
            _ => Slip::Behind { rest: behind.trim().chars().take(20).collect() },
        }
    } else if says("unclosed array") || says("unclosed inline table") {
        Slip::Open { bracket: if says("unclosed array") { "]" } else { "}" } }
    } else if says("missing comma") || says("extra assignment") {
        Slip::NoComma
    } else if says("invalid boolean") {
        Slip::Boolean
    } else if says("string values must be quoted") {
        unquoted(source.get(bytes.clone()).unwrap_or_default().trim())
    } else if says("key with no value") {
        Slip::NoValue
    } else if says("invalid unquoted key") || says("unquoted keys cannot") {
        Slip::Key
    } else if says("missing escaped value") || says("too few unicode") {
        Slip::Backslash
    } else if says("invalid date") || says("invalid time") || says("invalid datetime") {
        Slip::Date
    } else {
        Slip::Other { complaint: complaint.trim().replace('\n', " ") }
    };
    (slip, bytes)
}

/// Where the line around a byte starts, and the line.
fn line_around(source: &str, at: usize) -> (usize, &str) {
    let start = source[..at].rfind('\n').map_or(0, |feed| feed + 1);
    let end = source[at..].find('\n').map_or(source.len(), |feed| at + feed);
    (start, &source[start..end])
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// The header that a line with too few brackets was meant to be.
fn header_meant(line: &str) -> Option<String> {
    let line = line.split(" #").next()?.trim();
    let name = line.trim_matches(['[', ']']).trim();
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    let (opened, closed) = (line.starts_with('['), line.ends_with(']'));
    if name.is_empty() || !name.chars().all(is_name) || !(opened || closed) {
        return None;
    }
    let is_listed = line.starts_with("[[") || line.ends_with("]]");
    Some(if is_listed { format!("[[{name}]]") } else { format!("[{name}]") })
}

/// A typographic quote where a text should begin, or, unless the text before it is `whole`, end.
fn typographic_delimiter(line: &str, whole: bool) -> Option<Range<usize>> {
    let is_delimiter = |(at, quote): (usize, char)| {
        let before = line[..at].trim_end();
        let behind = line[at + quote.len_utf8()..].trim_start();
        let begins = before.is_empty() || before.ends_with(['=', '[', ',', '{']);
        let ends = !whole && (behind.is_empty() || behind.starts_with([',', ']', '}', '#']));
        (begins || ends).then(|| at..at + quote.len_utf8())
    };
    line.char_indices().filter(|(_, c)| TYPOGRAPHIC.contains(c)).find_map(is_delimiter)
}

/// The comma between two digits, outside texts.
fn comma_in_number(line: &str) -> Option<usize> {
    let bytes = line.as_bytes();
    let mut is_text = false;
    for (at, byte) in bytes.iter().enumerate() {
        is_text ^= *byte == b'"';
        let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
        if *byte == b',' && !is_text && at > 0 && digit(at - 1) && digit(at + 1) {
            return Some(at);
        }
    }
    None
}

fn unquoted(value: &str) -> Slip {
    match value.chars().next() {
        None => Slip::NoValue,
        Some(first) if first.is_ascii_digit() || matches!(first, '$' | '₩' | '€') => Slip::Number,
        Some(_) => Slip::Unquoted,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use toml::de::DeTable;

    /// The slip of a statement, and what is marked.
    fn recognised(source: &str) -> (Slip, &str) {
        let error = DeTable::parse(source).unwrap_err();
        let (slip, bytes) = recognise(source, error.message(), error.span().unwrap());
        (slip, &source[bytes])
    }

    #[test]
    fn the_frequent_slips_are_recognised() {
        let open = |quote| Slip::OpenText { quote };
        let header = |meant: &str| Slip::Header { meant: meant.into() };
        let behind = |rest: &str| Slip::Behind { rest: rest.into() };
        for (source, slip) in [
            ("a = “조건부 쓰기”\n", Slip::TypographicQuotes),
            ("a = [“x”, “y”]\n", Slip::TypographicQuotes),
            ("a = \"x”\n", Slip::TypographicQuotes),
            ("a = [\"x”, \"y\"]\n", Slip::TypographicQuotes),
            ("set = { “a.b” = 1 }\n", Slip::TypographicQuotes),
            ("a = \"키가 \"행 하나\"만 허용해요.\"\n", Slip::QuoteInside),
            ("a = \"그는 “네”라고 \"말\"했다\"\n", Slip::QuoteInside),
            ("a = 'it's'\n", Slip::QuoteInside),
            ("a = 1,800\n", Slip::CommaInNumber),
            ("a = 0,5\n", Slip::CommaInNumber),
            ("a = { ms = 1,800 }\n", Slip::CommaInNumber),
            ("a = \"abc\n", open("\"")),
            ("a = 'abc\n", open("'")),
            ("a = \"\"\"abc\n", open("\"\"\"")),
            ("a = [\"좌석 잡기, \"홀드\"]\n", open("\"")),
            ("a = 1\na = 2\n", Slip::Twice { key: "a".into() }),
            ("a = [\"x\", \"y\"\n\n", Slip::Open { bracket: "]" }),
            ("a = { b = 1\n", Slip::Open { bracket: "}" }),
            ("[[question]\n", header("[[question]]")),
            ("[question.option]]\n", header("[[question.option]]")),
            ("[check\n", header("[check]")),
            ("question]]\n", header("[[question]]")),
            ("a = [\"x\" \"y\"]\n", Slip::NoComma),
            ("a = { b = 1 c = 2 }\n", Slip::NoComma),
            ("a = False\n", Slip::Boolean),
            ("a = 조건부 쓰기\n", Slip::Unquoted),
            ("a = 70%\n", Slip::Number),
            ("a = $0.1\n", Slip::Number),
            ("a =\n", Slip::NoValue),
            ("a\n", Slip::NoValue),
            ("a: 1\n", Slip::NoValue),
            ("이름 = 1\n", Slip::Key),
            ("= 1\n", Slip::Key),
            ("a = \"C:\\Users\"\n", Slip::Backslash),
            ("a = \"\\d\"\n", Slip::Backslash),
            ("a = 2026-13-22\n", Slip::Date),
            ("a = \"x\",\n", behind(",")),
            ("a = [1] x\n", behind("x")),
        ] {
            assert_eq!(recognised(source).0, slip, "{source}");
        }
        assert!(matches!(recognised("a == 1\n").0, Slip::Other { .. }));
    }

    #[test]
    fn the_mark_is_where_the_pen_slipped() {
        assert_eq!(recognised("a = \"x”\n").1, "”");
        assert_eq!(recognised("a = \"x\n").1, "\"x");
        assert_eq!(recognised("a = \"\"\"x\ny\n").1, "\"\"\"x\ny\n");
        assert_eq!(recognised("a = { ms = 1,800 }\n").1, ",");
        assert_eq!(recognised("  [[question]\n").1, "[[question]");
    }
}
