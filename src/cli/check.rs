//! `awstutor check`: everything that is wrong with a course, for people or for programs.
//!
//! It must not know any rule: the course module finds, this file reports.

use super::arguments::{CheckArguments, Denied, Format, Global};
use super::environment::Environment;
use super::failure::{Done, Failure};
use super::opening::{Basis, shown};
use crate::course::check::{Findings, check, check_beside};
use crate::course::diagnostic::{Diagnostic, Severity};
use crate::store::embedded::Embedded;
use crate::store::folder::Folder;
use crate::text::Language;
use crate::text::words::command::CommandWords;
use crate::text::words::fill;
use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::PathBuf;

pub fn run(
    global: &Global,
    environment: &Environment,
    arguments: &CheckArguments,
    output: &mut dyn Write,
) -> Result<Done, Failure> {
    let basis = Basis::find(global);
    let folder = folder(arguments, global);
    if let Some(folder) = &folder {
        basis.needs_folder(folder)?;
    }
    let findings = match &folder {
        Some(folder) => check_beside(Box::new(Folder::new(folder)), Some(&Embedded), arguments.as_of),
        None => check(Box::new(Embedded), arguments.as_of),
    };
    match arguments.format {
        Format::Json => {
            let json = serde_json::to_string(&Report::new(&findings, basis.language)).map_err(io::Error::from)?;
            writeln!(output, "{json}")?;
        }
        Format::Human => {
            let printer = Printer {
                language: basis.language,
                // Paths that an editor can open from here.
                prefix: folder.filter(|folder| folder.as_os_str() != ".").unwrap_or_default(),
                renderer: if environment.prints_colours(global) { Renderer::styled() } else { Renderer::plain() },
            };
            printer.print(&findings, output)?;
        }
    }
    let warnings_count = arguments.deny == Some(Denied::Warnings) && findings.count(Severity::Warning) > 0;
    let is_broken = findings.count(Severity::Error) > 0 || warnings_count;
    Ok(if is_broken { Done::Problems } else { Done::Fine })
}

/// The folder to check; `None` for the built-in course.
fn folder(arguments: &CheckArguments, global: &Global) -> Option<PathBuf> {
    let here = || Some(PathBuf::from(".")).filter(|here| Folder::new(here).is_course());
    arguments.dir.clone().or_else(here).or_else(|| global.course.clone())
}

struct Printer {
    language: Language,
    prefix: PathBuf,
    renderer: Renderer,
}

impl Printer {
    fn print(&self, findings: &Findings, output: &mut dyn Write) -> io::Result<()> {
        for found in &findings.diagnostics {
            writeln!(output, "{}\n", self.rendered(found))?;
        }
        let languages = findings.languages.iter().map(|(language, count)| format!("{} {count}", language.code()));
        let details = [
            ("errors", findings.count(Severity::Error).to_string()),
            ("warnings", findings.count(Severity::Warning).to_string()),
            ("advice", findings.count(Severity::Advice).to_string()),
            ("chapters", findings.chapters.to_string()),
            ("questions", findings.questions.to_string()),
            ("scenarios", findings.scenarios.to_string()),
            ("languages", languages.collect::<Vec<_>>().join(", ")),
        ];
        writeln!(output, "{}", fill(CommandWords::of(self.language).summary, &details))
    }

    fn rendered(&self, found: &Diagnostic) -> String {
        let words = CommandWords::of(self.language);
        let level = match found.severity() {
            Severity::Error => Level::ERROR.with_name(words.severity_error),
            Severity::Warning => Level::WARNING.with_name(words.severity_warning),
            Severity::Advice => Level::NOTE.with_name(words.severity_advice),
        };
        let path = shown(&self.prefix.join(&found.path));
        let title = level.primary_title(found.problem.message(self.language)).id(found.problem.code());
        let help = Level::HELP.with_name(words.help).message(found.problem.help(self.language));
        let group = match &found.place {
            Some(place) => title.element(
                Snippet::source(place.excerpt.as_str())
                    .line_start(place.line)
                    .path(path)
                    .annotation(AnnotationKind::Primary.span(place.marked.clone())),
            ),
            None => title.element(Origin::path(path)),
        };
        let group = group.element(help);
        if found.held_back == 0 {
            return self.renderer.render(&[group]);
        }
        let held_back = fill(words.held_back, &[("count", found.held_back.to_string())]);
        self.renderer.render(&[group.element(Level::NOTE.with_name(words.note).message(held_back))])
    }
}

/// The JSON form, which only ever grows.
#[derive(Serialize)]
struct Report {
    format: u32,
    errors: usize,
    warnings: usize,
    advice: usize,
    /// Messages that may only follow from those in the list.
    held_back: usize,
    summary: Summary,
    diagnostics: Vec<Reported>,
}

#[derive(Serialize)]
struct Summary {
    chapters: usize,
    questions: usize,
    scenarios: usize,
    languages: BTreeMap<&'static str, usize>,
}

#[derive(Serialize)]
struct Reported {
    severity: Severity,
    code: &'static str,
    path: String,
    line: Option<usize>,
    column: Option<usize>,
    message: String,
    help: String,
    /// Messages that may only follow from this one, and are not in the list.
    held_back: usize,
}

impl Report {
    fn new(findings: &Findings, language: Language) -> Report {
        let written = |language: Language| findings.languages.get(&language).copied().unwrap_or(0);
        Report {
            format: 1,
            errors: findings.count(Severity::Error),
            warnings: findings.count(Severity::Warning),
            advice: findings.count(Severity::Advice),
            held_back: findings.held_back(),
            summary: Summary {
                chapters: findings.chapters,
                questions: findings.questions,
                scenarios: findings.scenarios,
                languages: Language::ALL.into_iter().map(|language| (language.code(), written(language))).collect(),
            },
            diagnostics: findings.diagnostics.iter().map(|found| Reported::new(found, language)).collect(),
        }
    }
}

impl Reported {
    fn new(found: &Diagnostic, language: Language) -> Reported {
        Reported {
            severity: found.severity(),
            code: found.problem.code(),
            path: found.path.clone(),
            line: found.place.as_ref().map(|place| place.line),
            column: found.place.as_ref().map(|place| place.column),
            message: found.problem.message(language),
            help: found.problem.help(language),
            held_back: found.held_back,
        }
    }
}
