//! The rules of the house, proved on the source: who may import whom, and who may name what.
//!
//! Reads `src/` as text. What stands in tests (everything from the first `#[cfg(test)]` on, and files of tests) may do
//! what it likes.

#[path = "rules/circles.rs"]
mod circles;

use std::fs;
use std::path::{Path, PathBuf};

/// A line of a source file that is part of the program: no comment, no test.
struct Line {
    /// Path below `src`, with `/`.
    path: String,
    number: usize,
    text: String,
}

impl Line {
    /// The module at the top in which the line stands: `tui`, or `lib` for the root.
    fn module(&self) -> &str {
        self.path.split('/').next().unwrap_or_default().trim_end_matches(".rs")
    }

    fn place(&self) -> String {
        format!("src/{}:{}: {}", self.path, self.number, self.text.trim())
    }
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for entry in entries {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// Every file below `src`, by its path there, with its text.
fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    files(&root, &mut found);
    found.sort();
    let read = |path: &PathBuf| {
        let name = path.strip_prefix(&root).expect("below src").to_string_lossy().replace('\\', "/");
        (name, fs::read_to_string(path).expect("UTF-8"))
    };
    let sources: Vec<(String, String)> = found.iter().map(read).collect();
    assert!(sources.len() > 50, "src was found: {} files", sources.len());
    sources
}

/// The name in `mod name;`.
fn declared(line: &str) -> Option<&str> {
    line.trim().strip_suffix(';')?.rsplit_once("mod ").map(|(_, name)| name)
}

/// Files that are modules of tests: `tests.rs`, and whatever is declared behind `#[cfg(test)]`.
fn test_files(sources: &[(String, String)]) -> Vec<String> {
    let mut found = Vec::new();
    for (path, text) in sources {
        if path.ends_with("tests.rs") {
            found.push(path.clone());
        }
        let folder = path.strip_suffix("mod.rs").map_or_else(|| path.replace(".rs", "/"), str::to_string);
        let lines: Vec<&str> = text.lines().collect();
        for pair in lines.windows(2).filter(|pair| pair[0].trim() == "#[cfg(test)]") {
            found.extend(declared(pair[1]).map(|name| format!("{folder}{name}.rs")));
        }
    }
    found
}

/// The lines of the program. Comments are left out, and the tests at the end of each file.
fn program() -> Vec<Line> {
    let sources = sources();
    let tests = test_files(&sources);
    let mut lines = Vec::new();
    for (path, text) in sources.iter().filter(|(path, _)| !tests.contains(path)) {
        let all: Vec<&str> = text.lines().collect();
        // A module of tests that has a file of its own is declared above other code.
        let begins_tests = |place: usize| {
            all[place].trim() == "#[cfg(test)]" && all.get(place + 1).is_none_or(|next| declared(next).is_none())
        };
        let end = (0..all.len()).find(|place| begins_tests(*place)).unwrap_or(all.len());
        for (place, line) in all[..end].iter().enumerate() {
            if !line.trim_start().starts_with("//") {
                lines.push(Line { path: path.clone(), number: place + 1, text: without_comment(line).to_string() });
            }
        }
    }
    lines
}

/// A line up to a comment that stands behind code.
fn without_comment(line: &str) -> &str {
    line.find(" // ").map_or(line, |start| &line[..start])
}

/// The lines that break a rule, for a message.
#[track_caller]
fn nobody(rule: &str, breaks: impl Fn(&Line) -> bool) {
    let broken: Vec<String> = program().iter().filter(|line| breaks(line)).map(Line::place).collect();
    assert!(broken.is_empty(), "{rule}:\n{}", broken.join("\n"));
}

/// Modules of the crate's top that a line names: `crate::text::…`, or `awstutor::text::…` in the binary.
fn imported(line: &Line) -> Vec<String> {
    let mut modules = Vec::new();
    for root in ["crate::", "awstutor::"] {
        for (start, _) in line.text.match_indices(root) {
            let rest = &line.text[start + root.len()..];
            if let Some(group) = rest.strip_prefix('{') {
                modules.extend(group.split(',').map(|part| first_name(part.trim())));
            } else {
                modules.push(first_name(rest));
            }
        }
    }
    modules.retain(|module| !module.is_empty());
    modules
}

fn first_name(path: &str) -> String {
    path.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

/// What each module may import, from the bottom to the top.
const MAY_IMPORT: [(&str, &[&str]); 8] = [
    ("text", &[]),
    ("domain", &["text"]),
    ("course", &["domain", "text"]),
    ("store", &["course", "domain", "text"]),
    ("tui", &["store", "course", "domain", "text"]),
    ("plain", &["course", "domain", "text"]),
    ("cli", &["tui", "plain", "store", "course", "domain", "text"]),
    ("main", &["cli", "tui", "plain", "store", "course", "domain", "text"]),
];

#[test]
fn the_rules_see_what_they_forbid() {
    let line = |text: &str| Line { path: "tui/screens/home.rs".into(), number: 1, text: text.into() };
    assert_eq!(imported(&line("use crate::store::Journal;")), ["store"]);
    assert_eq!(imported(&line("use crate::{cli, domain::id::ChapterId};")), ["cli", "domain"]);
    assert_eq!(imported(&line("let course = crate::course::Course::open(source);")), ["course"]);
    assert!(names(&line("use std::fs::{self, File};"), "fs") && names(&line("use std::{env, fs};"), "fs"));
    assert!(!names(&line("use std::fmt;"), "fs") && !names(&line("use std::fsync::x;"), "fs"));
    assert_eq!(declared("pub mod examples;"), Some("examples"));
    assert_eq!(declared("mod tests {"), None);
    assert_eq!(without_comment("let a = 1; // 가"), "let a = 1;");
}

#[test]
fn modules_import_downwards_only() {
    nobody("a module imports what stands above or beside it (see the map of the code in README.md)", |line| {
        let allowed =
            MAY_IMPORT.iter().find(|(module, _)| *module == line.module()).map_or(&[][..], |(_, allowed)| allowed);
        imported(line).iter().any(|module| module != line.module() && !allowed.contains(&module.as_str()))
    });
}

#[test]
fn every_module_has_a_rule() {
    let mut unknown: Vec<String> = program()
        .iter()
        .map(|line| line.module().to_string())
        .filter(|module| module != "lib" && !MAY_IMPORT.iter().any(|(known, _)| known == module))
        .collect();
    unknown.dedup();
    assert!(unknown.is_empty(), "no rule says what these may import: {unknown:?}");
}

#[test]
fn no_two_modules_import_each_other() {
    let program = program();
    let imports = |from: &str, to: &str| {
        program.iter().find(|line| line.module() == from && imported(line).iter().any(|module| module == to))
    };
    for (one, _) in MAY_IMPORT {
        for (other, _) in MAY_IMPORT.iter().filter(|(other, _)| *other < one) {
            if let (Some(there), Some(back)) = (imports(one, other), imports(other, one)) {
                panic!("{one} and {other} import each other:\n{}\n{}", there.place(), back.place());
            }
        }
    }
}

#[test]
fn the_screens_reach_the_disk_only_through_the_loop() {
    nobody("of tui only its loop may import store", |line| {
        line.module() == "tui" && line.path != "tui/mod.rs" && imported(line).iter().any(|module| module == "store")
    });
}

#[test]
fn a_screen_knows_neither_the_app_nor_the_terminal() {
    nobody("a screen asks for what it cannot do", |line| {
        line.path.starts_with("tui/screens/")
            && ["tui::app", "tui::terminal", "tui::input", "tui::effect", "tui::message"]
                .iter()
                .any(|name| line.text.contains(name))
    });
}

/// Whether a line of one screen names another: by its path, or by way of the folder that both stand in.
fn names_another_screen(line: &Line) -> bool {
    let Some((screen, part)) =
        line.path.strip_prefix("tui/screens/").map(|path| path.split_once('/').unwrap_or((path, "mod.rs")))
    else {
        return false;
    };
    let screen = screen.trim_end_matches(".rs");
    let upwards = if part == "mod.rs" { "super::" } else { "super::super::" };
    let mut named =
        line.text.match_indices("screens::").map(|(start, name)| first_name(&line.text[start + name.len()..]));
    line.text.contains(upwards) || named.any(|name| name != screen)
}

#[test]
fn no_screen_imports_another() {
    nobody("what two screens need stands beside them", names_another_screen);
    let line = |path: &str, text: &str| names_another_screen(&Line { path: path.into(), number: 1, text: text.into() });
    assert!(line("tui/screens/result.rs", "let name = super::quiz::name(entry);"));
    assert!(line("tui/screens/chapter/text.rs", "use crate::tui::screens::quiz::name;"));
    assert!(
        !line("tui/screens/chapter/text.rs", "use super::Stop;") && !line("tui/app.rs", "use super::screens::quiz;")
    );
}

#[test]
fn the_disk_is_for_the_store() {
    nobody("std::fs outside store", |line| line.module() != "store" && names(line, "fs"));
}

#[test]
fn the_environment_is_for_the_command_line() {
    nobody("std::env outside cli and store/places.rs", |line| {
        let allowed = line.module() == "cli" || matches!(line.path.as_str(), "main.rs" | "store/places.rs");
        !allowed && names(line, "env")
    });
}

/// Whether a line names a module of the standard library.
fn names(line: &Line, module: &str) -> bool {
    let direct = format!("std::{module}");
    let listed = line.text.trim_start().starts_with("use std::{")
        && line.text.split(['{', ',', '}', ' ', ':']).any(|part| part == module);
    let found = line
        .text
        .match_indices(&direct)
        .any(|(start, _)| !line.text[start + direct.len()..].starts_with(|c: char| c.is_alphanumeric() || c == '_'));
    found || listed
}

#[test]
fn crossterm_is_for_two_files() {
    nobody("crossterm outside tui/input.rs and tui/terminal.rs", |line| {
        line.text.contains("crossterm::") && !matches!(line.path.as_str(), "tui/input.rs" | "tui/terminal.rs")
    });
}

#[test]
fn ratatui_is_for_the_screen() {
    nobody("ratatui outside tui", |line| line.module() != "tui" && line.text.contains("ratatui::"));
}

#[test]
fn colours_are_for_the_theme() {
    nobody("a colour is named outside tui/theme.rs", |line| {
        line.path != "tui/theme.rs"
            && ["Color::", "style::Color", "Style::new()"].iter().any(|name| line.text.contains(name))
    });
}

#[test]
fn time_and_chance_come_in_from_outside() {
    nobody("the clock or chance below the edge", |line| {
        matches!(line.module(), "text" | "domain" | "course")
            && ["::now()", "now_v7", "now_v4", "new_v4", "SystemTime", "Instant"]
                .iter()
                .any(|name| line.text.contains(name))
    });
}

#[test]
fn only_the_edge_prints_and_exits() {
    nobody("printing or exiting below cli", |line| {
        let edge = matches!(line.module(), "main" | "cli" | "plain");
        let prints = ["println!", "eprintln!", "print!(", "eprint!("].iter().any(|name| line.text.contains(name));
        // A signal without a terminal leaves nobody to return to.
        let exits = line.text.contains("process::exit") && line.path != "tui/terminal.rs";
        !edge && (prints || exits)
    });
}

#[test]
fn every_file_says_what_it_is() {
    let silent: Vec<String> = sources()
        .into_iter()
        .filter(|(_, text)| !text.starts_with("//! "))
        .map(|(path, _)| format!("src/{path}:1"))
        .collect();
    assert!(silent.is_empty(), "these do not open with //!:\n{}", silent.join("\n"));
}

#[test]
fn no_file_is_two() {
    let long: Vec<String> = sources()
        .into_iter()
        .filter(|(_, text)| text.lines().count() > 600)
        .map(|(path, text)| format!("src/{path}: {} lines", text.lines().count()))
        .collect();
    assert!(long.is_empty(), "split these by construct:\n{}", long.join("\n"));
}

fn is_hangul(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{ac00}'..='\u{d7a3}')
}

/// Files whose matter is Korean: the sentences, the letters, the particles, spellings of units, search by initials, and checks of wording.
fn is_about_korean(path: &str) -> bool {
    let files = ["text/hangul.rs", "text/particle.rs", "text/language.rs", "domain/typed_number.rs"];
    let folders = ["text/words/", "course/search/", "course/problem", "course/check/"];
    files.contains(&path) || folders.iter().any(|folder| path.starts_with(folder))
}

#[test]
fn sentences_stand_in_the_table_of_words() {
    nobody("Hangul outside the table of words", |line| !is_about_korean(&line.path) && line.text.contains(is_hangul));
}

#[test]
fn allowing_needs_a_reason() {
    nobody("#[allow] without a reason", |line| {
        line.text.contains("allow(") && line.text.contains("#[") && !line.text.contains("reason")
    });
}

#[test]
fn no_test_sleeps() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let mut found = Vec::new();
    files(&root, &mut found);
    let sleeping = ["thread::", "sleep("].concat();
    for path in found {
        let text = fs::read_to_string(&path).expect("UTF-8");
        let line = text.lines().position(|line| line.contains(&sleeping));
        assert!(line.is_none(), "{}:{} sleeps", path.display(), line.unwrap_or(0) + 1);
    }
}
