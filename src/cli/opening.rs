//! What a command starts from: language, settings, course, and the journal with what it tells.
//!
//! Whatever can be opened is opened; what cannot is put into words and passed on.

use super::arguments::Global;
use super::environment::system_language;
use super::failure::Failure;
use super::keeper::Keeping;
use crate::course::diagnostic::Severity;
use crate::course::{Course, Diagnostic};
use crate::domain::progress::Progress;
use crate::domain::settings::Settings;
use crate::store::folder::Folder;
use crate::store::{Journal, Places, embedded, settings};
use crate::text::Language;
use crate::text::sanitize::clean_line;
use crate::text::words::command::CommandWords;
use crate::text::words::fill;
use crate::text::words::settings::SettingsWords;
use std::io::{self, Write};
use std::path::Path;

/// What does not need a course.
#[derive(Debug)]
pub struct Basis {
    pub places: Places,
    /// As they are kept, whatever the options of the command say.
    pub settings: Settings,
    /// What is wrong with the file of the settings.
    pub problems: Vec<settings::Problem>,
    pub language: Language,
    /// What the learner should know once.
    pub notices: Vec<String>,
    /// Whether a course was named on the command line.
    names_course: bool,
}

/// Everything for studying.
#[derive(Debug)]
pub struct Opening {
    pub basis: Basis,
    pub course: Course,
    pub progress: Progress,
    pub keeping: Keeping,
}

impl Basis {
    /// Finds the folders, reads the settings, and settles the language: the option, the settings, the locale, English.
    pub fn find(global: &Global) -> Basis {
        let places = Places::find(global.data());
        let path = places.settings();
        let (settings, problems) = path.map(|path| settings::read(&path)).unwrap_or_default();
        let language = global.lang.or(settings.language).or_else(system_language).unwrap_or_default();
        let notices = first_problem(&problems, language);
        Basis { places, settings, problems, language, notices, names_course: global.course.is_some() }
    }

    /// Says on standard error what the learner should know.
    pub fn say_notices(&self) {
        self.notices.iter().for_each(|notice| warn(notice));
    }

    pub fn words(&self) -> &'static CommandWords {
        CommandWords::of(self.language)
    }

    /// The course that was asked for, with what is wrong with it. The built-in one is not read for that.
    ///
    /// # Errors
    /// When there is no such folder, or no chapter in it.
    pub fn course(&self, global: &Global) -> Result<(Course, Vec<Diagnostic>), Failure> {
        let Some(folder) = &global.course else {
            let course = embedded::course();
            if course.outline.chapters().next().is_none() {
                return Err(Failure::Disk(self.words().no_chapter_built_in.to_string()));
            }
            return Ok((course, Vec::new()));
        };
        self.needs_folder(folder)?;
        let (course, diagnostics) = Course::open(Box::new(Folder::new(folder)));
        if course.outline.chapters().next().is_none() {
            return Err(Failure::Disk(fill(self.words().no_chapter, &[("path", shown(folder))])));
        }
        Ok((course, diagnostics))
    }

    /// That the course has nothing of that name. Whoever stands in the folder of a course may have meant that one.
    pub fn not_there(&self, message: String) -> Failure {
        let is_course_here = !self.names_course && Folder::new(".").is_course();
        Failure::Usage(if is_course_here { fill(self.words().course_here, &[("message", message)]) } else { message })
    }

    /// # Errors
    /// When the path is no folder.
    pub fn needs_folder(&self, folder: &Path) -> Result<(), Failure> {
        if folder.is_dir() {
            return Ok(());
        }
        Err(Failure::Disk(fill(self.words().no_such_folder, &[("path", shown(folder))])))
    }

    /// The journal of a course.
    ///
    /// # Errors
    /// When there is no folder for it.
    pub fn journal(&self, course: &Course) -> Result<Journal, Failure> {
        let path = self.places.journal(&course.outline.id);
        path.map(Journal::at).ok_or_else(|| Failure::Disk(self.words().no_home.to_string()))
    }
}

impl Opening {
    /// Opens the course and replays its journal. Where nothing can be kept, studying goes on without.
    ///
    /// # Errors
    /// When there is no course to study.
    pub fn open(global: &Global) -> Result<Opening, Failure> {
        let mut basis = Basis::find(global);
        let (course, diagnostics) = basis.course(global)?;
        let words = basis.words();
        let errors = diagnostics.iter().filter(|found| found.severity() == Severity::Error).count();
        if let Some(folder) = global.course.as_deref().filter(|_| errors > 0) {
            let details = [("count", errors.to_string()), ("path", shown(folder))];
            basis.notices.push(fill(words.broken_course, &details));
        }
        let replayed = match basis.places.journal(&course.outline.id) {
            None => Err(words.no_home.to_string()),
            Some(path) => {
                let mut journal = Journal::at(path);
                let replayed = journal.replay(basis.settings.day_start).map_err(|error| error.to_string());
                replayed.map(|(progress, report)| (journal, progress, report))
            }
        };
        let (keeping, progress) = match replayed {
            Ok((journal, progress, report)) => {
                if !report.bad.is_empty() {
                    basis.notices.push(fill(words.skipped_lines, &[("count", report.bad.len().to_string())]));
                }
                (Keeping::Journal(journal), progress)
            }
            Err(reason) => {
                basis.notices.push(fill(words.nothing_kept, &[("reason", reason.clone())]));
                (Keeping::Nowhere { reason }, Progress::new(basis.settings.day_start))
            }
        };
        Ok(Opening { basis, course, progress, keeping })
    }
}

/// Says a sentence on standard error.
pub fn warn(sentence: &str) {
    let _ = writeln!(io::stderr(), "awstutor: {}", clean_line(sentence));
}

/// The first problem of the settings, and how many more there are: that leaves room on a screen.
fn first_problem(problems: &[settings::Problem], language: Language) -> Vec<String> {
    let mut notices: Vec<String> = problems.first().map(|problem| problem.message(language)).into_iter().collect();
    if problems.len() > 1 {
        let count = ("count", (problems.len() - 1).to_string());
        notices.push(fill(SettingsWords::of(language).more_problems, &[count]));
    }
    notices
}

/// A path as it may be printed.
pub fn shown(path: &Path) -> String {
    clean_line(&path.to_string_lossy()).into_owned()
}
