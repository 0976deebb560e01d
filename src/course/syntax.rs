//! TOML, read as far as it goes: what can be read, and what cannot with its place.
//!
//! It must not know what a key means.

use std::ops::Range;
use toml::Spanned;
use toml::de::DeTable;

/// Why a place is not TOML, in the parser's own words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complaint {
    pub detail: String,
    pub bytes: Range<usize>,
}

/// Parses a whole text: the table of what could be read, and at most one complaint about each line.
pub fn parse(text: &str) -> (Spanned<DeTable<'_>>, Vec<Complaint>) {
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut complaints = Vec::new();
    let mut last_line = None;
    for error in errors {
        let bytes = error.span().unwrap_or(0..0);
        let line = text.get(..bytes.start).map_or(0, |before| before.matches('\n').count());
        // A slip of one character upsets the parser several times on its line: the first complaint is the useful one.
        if last_line != Some(line) {
            complaints.push(Complaint { detail: error.message().trim().replace('\n', " "), bytes });
        }
        last_line = Some(line);
    }
    (table, complaints)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_line_costs_itself() {
        let (table, complaints) = parse("a = = 1\nb = 2\n");
        assert!(table.get_ref().contains_key("b"));
        assert_eq!(complaints.iter().map(|complaint| complaint.bytes.start).collect::<Vec<_>>(), [4]);
    }
}
