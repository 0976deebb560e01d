//! The `[check]` table of a manifest: which rules a course wants, how seriously, and with which numbers.
//!
//! A rule is named by its code (`"question/missing-hint"`), or by what stands behind the stroke (`missing-hint`), which
//! means every rule with that name. It must not know what a rule looks at.

use super::diagnostic::{Report, Severity};
use super::fields::{At, Fields, Scalar};
use super::guess::Guess;
use super::problem::{CODES, Problem, Rule, Wanted};
use std::collections::BTreeMap;

/// Keys of the table that hold numbers.
const NUMBERS: [&str; 3] = ["questions-per-chapter", "per-difficulty", "verified-days"];

#[derive(Debug, Clone, PartialEq)]
pub struct Switches {
    levels: BTreeMap<&'static str, Level>,
    /// How many questions a chapter should have.
    pub questions_per_chapter: usize,
    /// How many of them of each difficulty.
    pub per_difficulty: usize,
    /// How long a fact is trusted after it was looked up.
    pub verified_days: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Level {
    Off,
    On(Severity),
}

impl Default for Switches {
    fn default() -> Self {
        Switches { levels: BTreeMap::new(), questions_per_chapter: 10, per_difficulty: 1, verified_days: 400 }
    }
}

impl Switches {
    /// Reads `[check]`; what is missing or wrong keeps its default.
    pub fn read(manifest: &mut Fields<'_>, report: &mut Report<'_>) -> Switches {
        let mut switches = Switches::default();
        let Some(mut fields) = manifest.table("check", report) else {
            return switches;
        };
        for (number, key) in
            [(&mut switches.questions_per_chapter, NUMBERS[0]), (&mut switches.per_difficulty, NUMBERS[1])]
        {
            if let Some(read) = read_number(&mut fields, key, report) {
                *number = read as usize;
            }
        }
        if let Some(days) = read_number(&mut fields, NUMBERS[2], report) {
            switches.verified_days = days;
        }
        let mut by_name: Vec<(String, Level)> = Vec::new();
        for (At { value: name, bytes }, level) in fields.named_scalars(report) {
            if !CODES.into_iter().any(|code| is_named(code, &name)) {
                let guess = guess(&name);
                report.add(Rule::UnknownName { name, guess }.into(), bytes);
                continue;
            }
            match level.value {
                Scalar::Text(word) => match level_of(&word) {
                    Some(level) => by_name.push((name, level)),
                    None => report.add(Rule::UnknownLevel { level: word }.into(), level.bytes),
                },
                Scalar::Number(_) | Scalar::Switch(_) => {
                    report.add(Problem::WrongType { key: name, wanted: Wanted::Text }, level.bytes);
                }
            }
        }
        // Whole codes come last: they say more than a name that several rules share.
        by_name.sort_by_key(|(name, _)| name.contains('/'));
        for (name, level) in by_name {
            let codes = CODES.into_iter().filter(|code| is_named(code, &name));
            switches.levels.extend(codes.map(|code| (code, level)));
        }
        switches
    }

    /// How seriously the course takes a problem that has a severity of its own; `None` if not at all.
    pub fn severity(&self, problem: &Problem) -> Option<Severity> {
        match self.levels.get(problem.code()) {
            Some(Level::Off) => None,
            Some(Level::On(severity)) => Some(*severity),
            None => Some(problem.severity()),
        }
    }
}

fn read_number(fields: &mut Fields<'_>, key: &'static str, report: &mut Report<'_>) -> Option<u32> {
    let At { value, bytes } = fields.integer(key, report)?;
    let number = u32::try_from(value).ok();
    if number.is_none() {
        report.add(Problem::OutOfRange { key, range: "0, 1, 2 …" }, bytes);
    }
    number
}

fn level_of(word: &str) -> Option<Level> {
    if word == "off" {
        return Some(Level::Off);
    }
    Severity::ALL.into_iter().find(|severity| severity.name() == word).map(Level::On)
}

fn is_named(code: &str, name: &str) -> bool {
    code == name || short(code) == name
}

/// The part of a code that says what is wrong, without the part that says where.
fn short(code: &str) -> &str {
    code.split_once('/').map_or(code, |(_, short)| short)
}

fn guess(name: &str) -> Guess {
    Guess::nearest(name, CODES.into_iter().chain(CODES.into_iter().map(short)).chain(NUMBERS))
}

#[cfg(test)]
mod tests {
    use super::super::syntax::Readable;
    use super::*;

    fn read(table: &str) -> (Switches, Vec<String>) {
        let mut report = Report::new("course.toml", table);
        let readable = Readable::of(table);
        let parsed = readable.table();
        let switches = Switches::read(&mut Fields::of_file(parsed.get_ref(), &[]), &mut report);
        let found = report.diagnostics.iter().map(|found| format!("{} {}", found.location(), found.problem.code()));
        (switches, found.collect())
    }

    #[test]
    fn a_course_without_the_table_has_the_defaults() {
        let (switches, found) = read("id = \"x\"\n");
        assert_eq!((&switches, found), (&Switches::default(), vec![]));
        assert_eq!(switches.severity(&Rule::MissingHint.into()), Some(Severity::Warning));
        assert_eq!(switches.severity(&Rule::Undated.into()), Some(Severity::Advice));
    }

    #[test]
    fn a_rule_is_switched_by_its_name_or_its_whole_code() {
        let table =
            "[check]\nmissing-hint = \"off\"\n\"chapter/missing-source\" = \"error\"\nmissing-source = \"advice\"\n";
        let (switches, found) = read(table);
        assert_eq!(found, [""; 0]);
        assert_eq!(switches.severity(&Rule::MissingHint.into()), None);
        assert_eq!(switches.severity(&Rule::MissingSource.into()), Some(Severity::Advice));
        assert_eq!(switches.severity(&Problem::MissingSource), Some(Severity::Error));
        assert_eq!(switches.severity(&Problem::MissingWhy), Some(Severity::Warning));
    }

    #[test]
    fn numbers_are_those_of_the_course() {
        let (switches, found) = read("[check]\nquestions-per-chapter = 3\nper-difficulty = 0\nverified-days = 90\n");
        assert_eq!(found, [""; 0]);
        assert_eq!((switches.questions_per_chapter, switches.per_difficulty, switches.verified_days), (3, 0, 90));
    }

    #[test]
    fn a_number_under_a_misspelt_name_is_guessed() {
        for value in ["8", "\"8\"", "true"] {
            let (_, found) = read(&format!("[check]\nquestions-per-chapters = {value}\n"));
            assert_eq!(found, ["course.toml:2:1 check/unknown-rule"], "{value}");
        }
        assert_eq!(guess("questions-per-chapters"), Guess::Nearest("questions-per-chapter".into()));
    }

    #[test]
    fn what_names_no_rule_is_reported_where_it_stands() {
        let (_, found) =
            read("[check]\nmissing-hnt = \"off\"\nmissing-hint = \"loud\"\nverified-days = -1\nhtml = 3\n");
        assert_eq!(
            found,
            [
                "course.toml:4:17 toml/out-of-range",
                "course.toml:5:8 toml/wrong-type",
                "course.toml:3:16 check/unknown-level",
                "course.toml:2:1 check/unknown-rule",
            ]
        );
        assert_eq!(guess("missing-hnt"), Guess::Nearest("missing-hint".into()));
        assert_eq!(guess("riddle"), Guess::NONE);
    }
}
