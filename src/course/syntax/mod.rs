//! A TOML text with slips in it: what is broken is named and left out, and the rest can be read.
//!
//! A parser that goes on behind a slip goes on with what was never meant: `value = 1,800` becomes 1, and a list without
//! its bracket swallows the file. So the text is cut into statements, each is tried by itself, and the table of a broken
//! one is blanked as a whole. It must not know what the tables mean.

mod slip;
mod statement;

use super::diagnostic::Report;
use super::lost::Lost;
use super::problem::{Problem, Slip};
use statement::{Head, Statement};
use std::borrow::Cow;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, Error};

/// A TOML text as far as it is one. Blanks stand where something was left out, so that every place is that of the file.
#[derive(Debug)]
pub struct Readable<'t> {
    text: Cow<'t, str>,
    pub faults: Vec<Fault>,
}

/// A slip, and what was left out for it.
#[derive(Debug, Clone, PartialEq)]
pub struct Fault {
    pub slip: Slip,
    pub bytes: Range<usize>,
    /// The key, or the table with all that belongs to it, that was left out.
    pub name: String,
    /// The id of the table, if one can be made out.
    pub id: Option<String>,
}

impl<'t> Readable<'t> {
    pub fn of(text: &'t str) -> Readable<'t> {
        if DeTable::parse(text).is_ok() {
            return Readable { text: Cow::Borrowed(text), faults: Vec::new() };
        }
        let groups = statement::groups(text);
        let mut rest = text.to_string();
        let mut faults = Vec::new();
        for group in &groups {
            let broken: Vec<Fault> = group.iter().filter_map(|statement| fault(text, group, statement)).collect();
            if !broken.is_empty() {
                blank(&mut rest, bytes_of(group));
            }
            faults.extend(broken);
        }
        // What is wrong only in the company of the others: keys and tables that stand twice.
        while let Err(error) = DeTable::parse(&rest) {
            let at = error.span().unwrap_or_default().start;
            let Some(group) = groups.iter().rfind(|group| bytes_of(group).start <= at) else { break };
            let bytes = bytes_of(group);
            if rest[bytes.clone()].trim().is_empty() {
                break;
            }
            faults.push(found(text, 0..text.len(), &error, group));
            blank(&mut rest, bytes);
        }
        Readable { text: Cow::Owned(rest), faults }
    }

    pub fn table(&self) -> Spanned<DeTable<'_>> {
        DeTable::parse_recoverable(&self.text).0
    }

    /// Notes every slip, and what is lost with the tables that were left out.
    pub fn report(&self, lost: impl Fn(&str, Option<&str>) -> Option<Lost>, report: &mut Report<'_>) {
        for fault in &self.faults {
            let mut loses = vec![Lost::Key(fault.name.clone())];
            loses.extend(lost(&fault.name, fault.id.as_deref()));
            report.add_losing(Problem::Syntax { slip: fault.slip.clone() }, fault.bytes.clone(), loses);
        }
    }
}

/// What is wrong with a statement by itself.
fn fault(text: &str, group: &[Statement], statement: &Statement) -> Option<Fault> {
    let error = DeTable::parse(&text[statement.bytes.clone()]).err()?;
    Some(found(text, statement.bytes.clone(), &error, group))
}

/// A slip in a part of the text that was parsed by itself.
fn found(text: &str, parsed: Range<usize>, error: &Error, group: &[Statement]) -> Fault {
    let bytes = error.span().unwrap_or_default();
    let (slip, bytes) = slip::recognise(&text[parsed.clone()], error.message(), bytes);
    let (name, id) = match group.first().map(|first| &first.head) {
        Some(Head::Table { name, .. }) => (name.clone(), statement::id_in(&text[bytes_of(group)])),
        Some(Head::Key(key)) => (key.clone(), None),
        Some(Head::None) | None => (String::new(), None),
    };
    Fault { slip, bytes: parsed.start + bytes.start..parsed.start + bytes.end, name, id }
}

fn bytes_of(group: &[Statement]) -> Range<usize> {
    group.first().map_or(0, |first| first.bytes.start)..group.last().map_or(0, |last| last.bytes.end)
}

fn blank(text: &mut String, bytes: Range<usize>) {
    let blanks: String = text[bytes.clone()].bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }).collect();
    text.replace_range(bytes, &blanks);
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "format = 1\n\n[[question]]\nid = \"one\"\nvalue = 1\n[[question.trap]]\nvalue = 2\n\n[[question]]\nid = \"two\"\nvalue = 3\n";

    type LeftOut = (String, Option<String>);

    /// Slips with their lines and what was left out, and the ids of the questions that stay.
    fn read(text: &str) -> (Vec<(Slip, usize, LeftOut)>, Vec<String>) {
        let readable = Readable::of(text);
        let line = |byte: usize| text[..byte].matches('\n').count() + 1;
        let faults = readable
            .faults
            .iter()
            .map(|fault| (fault.slip.clone(), line(fault.bytes.start), (fault.name.clone(), fault.id.clone())))
            .collect();
        let table = readable.table();
        let questions = table.get_ref().get("question").and_then(|questions| questions.get_ref().as_array());
        let id = |id: &Spanned<toml::de::DeValue<'_>>| Some(id.get_ref().get("id")?.get_ref().as_str()?.to_string());
        (faults, questions.into_iter().flat_map(|questions| questions.iter()).filter_map(id).collect())
    }

    fn question(id: &str) -> LeftOut {
        ("question".into(), Some(id.into()))
    }

    #[test]
    fn a_text_without_slips_is_read_as_it_stands() {
        assert_eq!(read(FILE), (vec![], vec!["one".to_string(), "two".to_string()]));
    }

    #[test]
    fn a_table_with_a_slip_is_left_out_whole_and_the_next_stays() {
        for (right, wrong, line) in [
            ("value = 1\n", "value = 1,800\n", 5),
            ("value = 2\n", "value = 0,5\n", 7),
            ("id = \"one\"\n", "id = \"one\"\naccept = [\"a, \"b\"]\n", 5),
            ("id = \"one\"\n", "id = \"one\"\naccept = [\"a\", \"b\"\n", 5),
            ("id = \"one\"\n", "id = \"one\"\ntext = \"\"\"a\n", 5),
            ("[[question.trap]]", "[[question.trap]", 6),
        ] {
            let (faults, stay) = read(&FILE.replace(right, wrong));
            assert_eq!(faults.len(), 1, "{wrong}: {faults:?}");
            assert_eq!((faults[0].1, &faults[0].2, stay), (line, &question("one"), vec!["two".to_string()]), "{wrong}");
        }
    }

    #[test]
    fn a_broken_header_takes_its_table_with_it() {
        for header in ["[[question]", "[[question", "[question]]", "question]]"] {
            let (faults, stay) = read(&FILE.replacen("[[question]]", header, 1));
            assert_eq!((faults.len(), faults[0].1, &faults[0].2), (1, 3, &question("one")), "{header}: {faults:?}");
            assert_eq!(stay, ["two"], "{header}");
        }
    }

    #[test]
    fn every_slip_is_named_once() {
        let text =
            FILE.replace("value = 1", "value = “1”").replace("value = 2", "value = 2;").replace("\"two\"", "\"two");
        let lines: Vec<usize> = read(&text).0.iter().map(|(_, line, _)| *line).collect();
        assert_eq!(lines, [5, 7, 10]);
    }

    #[test]
    fn keys_above_the_tables_stand_for_themselves() {
        let text = "id = \"x\"\ntitle.ko = “가”\nlist = [\n  \"a\",\n  \"b\"\nlanguages = [\"en\"]\n";
        let readable = Readable::of(text);
        let left_out: Vec<&str> = readable.faults.iter().map(|fault| fault.name.as_str()).collect();
        assert_eq!(left_out, ["title", "list"]);
        let keys: Vec<String> = readable.table().get_ref().keys().map(|key| key.get_ref().to_string()).collect();
        assert_eq!(keys, ["id", "languages"]);
    }

    #[test]
    fn what_stands_twice_is_left_out_the_second_time() {
        let (faults, stay) = read(&FILE.replace("id = \"two\"\n", "id = \"two\"\nid = \"three\"\n"));
        assert_eq!(faults, [(Slip::Twice { key: "id".into() }, 11, question("two"))]);
        assert_eq!(stay, ["one"]);
    }

    #[test]
    fn lines_of_a_long_text_that_look_like_toml_are_none() {
        let long = "id = \"one\"\ntext = \"\"\"\n[default]\nregion = x\n\n[[question]]\n\"\"\"\n";
        let (faults, stay) = read(&FILE.replace("id = \"one\"\n", long).replace("value = 3", "value = 3,5"));
        assert_eq!((faults.len(), &faults[0].2, stay), (1, &question("two"), vec!["one".to_string()]), "{faults:?}");
    }

    #[test]
    fn places_are_those_of_the_file() {
        let text = FILE.replace("value = 1", "value = 1,8");
        let readable = Readable::of(&text);
        let table = readable.table();
        let second = &table.get_ref()["question"].get_ref().as_array().unwrap()[0];
        assert_eq!(&text[second.span()], "[[question]]");
        assert_eq!(second.span().start, text.rfind("[[question]]").unwrap());
    }
}
