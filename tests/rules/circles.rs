//! No circles: of the modules in one folder none may know itself by way of others.
//!
//! A module stands for everything below it. What a folder's own file shares with the files in it is no circle: a noun and
//! its parts.

use super::{Line, program};
use std::collections::{BTreeMap, BTreeSet};

/// The folders that are free of circles, with all folders below them.
const HELD: [&str; 5] = ["cli", "domain", "plain", "store", "text"];

/// Names from the root of the crate: `domain::memory::fit`.
type Module = Vec<String>;

fn module(path: &str) -> Module {
    let path = path.trim_end_matches(".rs").trim_end_matches("/mod");
    path.split('/').map(str::to_string).collect()
}

/// The text of each module without comments and tests.
fn texts(lines: &[Line]) -> BTreeMap<Module, String> {
    let mut texts: BTreeMap<Module, String> = BTreeMap::new();
    for line in lines {
        let text = texts.entry(module(&line.path)).or_default();
        text.push_str(&line.text);
        text.push('\n');
    }
    texts
}

/// The names that a path or a tree of `use` at the beginning of a text stands for: `a::{b, c::D}` for `a::b` and `a::c::D`.
fn names(text: &str) -> Vec<String> {
    let mut depth = 0;
    let end = text.find(|c: char| match c {
        '{' => {
            depth += 1;
            false
        }
        '}' => {
            depth -= 1;
            depth < 0
        }
        _ => depth == 0 && !(c.is_alphanumeric() || c == '_' || c == ':'),
    });
    let tree = &text[..end.unwrap_or(text.len())];
    let Some((stem, group)) = tree.split_once('{') else { return vec![tree.to_string()] };
    let mut depth = 0;
    let parts = group.trim_end_matches('}').split(|c: char| {
        depth += i32::from(c == '{') - i32::from(c == '}');
        c == ',' && depth == 0
    });
    parts.flat_map(|part| names(part.trim())).map(|name| format!("{stem}{name}")).collect()
}

/// Everything that a module names from `crate` or `super`, from the root of the crate.
fn named(from: &[String], text: &str) -> Vec<Module> {
    let mut found = Vec::new();
    for (start, root) in text.match_indices("crate::").chain(text.match_indices("super::")) {
        // `super::super::` is found twice, and meant once.
        if text[..start].ends_with("super::") || text[..start].ends_with(|c: char| c.is_alphanumeric() || c == '_') {
            continue;
        }
        let mut rest = &text[start..];
        let mut base = if root == "crate::" { &[] } else { from };
        while let Some(above) = rest.strip_prefix("super::") {
            (rest, base) = (above, &base[..base.len().saturating_sub(1)]);
        }
        let rest = rest.trim_start_matches("crate::");
        let path = |name: String| base.iter().cloned().chain(name.split("::").map(str::to_string)).collect();
        found.extend(names(rest).into_iter().map(path));
    }
    found
}

/// Which module of a folder knows which other one of the same folder, and the deeper modules by which it does.
fn edges(texts: &BTreeMap<Module, String>) -> BTreeMap<(Module, Module), String> {
    let mut edges = BTreeMap::new();
    for (from, text) in texts {
        for path in named(from, text) {
            let Some(to) = (1..=path.len()).rev().map(|end| &path[..end]).find(|path| texts.contains_key(*path)) else {
                continue;
            };
            let shared = from.iter().zip(to).take_while(|(one, other)| one == other).count();
            if shared > 0 && shared < from.len().min(to.len()) {
                let siblings = (from[..=shared].to_vec(), to[..=shared].to_vec());
                edges.entry(siblings).or_insert_with(|| format!("{} -> {}", from.join("::"), to.join("::")));
            }
        }
    }
    edges
}

/// The edges that are left when whatever leads out of every circle is taken away.
fn circles(mut edges: BTreeMap<(Module, Module), String>) -> Vec<String> {
    loop {
        let ends: BTreeSet<Module> = edges.keys().map(|(from, _)| from.clone()).collect();
        let before = edges.len();
        edges.retain(|(_, to), _| ends.contains(to));
        if edges.len() == before {
            return edges.into_values().collect();
        }
    }
}

#[test]
fn no_module_knows_itself_by_way_of_its_siblings() {
    let lines: Vec<Line> = program().into_iter().filter(|line| HELD.contains(&line.module())).collect();
    let circles = circles(edges(&texts(&lines)));
    assert!(circles.is_empty(), "these are part of a circle, or lead to one:\n{}", circles.join("\n"));
}

#[test]
fn a_circle_is_seen_through_folders_and_trees() {
    let text = |module: &str, text: &str| (module.split("::").map(str::to_string).collect(), text.to_string());
    let found = |quiz: &str| {
        let all = [
            text("domain::progress", "use super::{\n    id::Id,\n    exam::{Runs, run::Run as One},\n};\n"),
            text("domain::exam", ""),
            text("domain::exam::run", ""),
            text("domain::exam::sitting", "fn entry() -> super::super::quiz::Entry {}\nuse super::run::Run;"),
            text("domain::quiz", quiz),
            text("domain::id", ""),
        ];
        circles(edges(&all.into_iter().collect()))
    };
    let circle = [
        "domain::exam::sitting -> domain::quiz",
        "domain::progress -> domain::exam",
        "domain::quiz -> domain::progress",
    ];
    assert_eq!(found("use crate::domain::progress::Run;"), circle);
    assert!(found("use super::id::Id;").is_empty());
}
