//! The tutor without a screen: numbered prompts on standard input and output.
//!
//! The same tasks and the same domain sessions as in the full-screen program, one line after the other, so that a screen
//! reader, a pipe or a dumb terminal is enough. It must not touch the disk, the clock or the environment: saving, time
//! and names for events come in as [`Recorder`], [`SettingsKeeper`] and [`Surroundings`].

mod answer;
mod case;
mod console;
mod describe;
mod exam;
mod exam_result;
mod exams;
pub mod figures;
mod given;
mod ledger;
mod misread;
mod outside;
mod question;
mod quiz;
mod read;
pub mod review;
mod scenario;
mod session;
mod settings;
mod speech;
pub mod stats;
mod verdict;
mod what_if;

pub use ledger::Saving;
pub use outside::{Recorder, SettingsKeeper, Surroundings};

use crate::course::Course;
use crate::domain::id::{ChapterId, QuestionId, ScenarioId};
use crate::domain::progress::Progress;
use crate::domain::settings::Settings;
use crate::text::Language;
use console::Console;
use ledger::Ledger;
use session::Session;
use std::io::{self, BufRead, Write};

/// What a plain session starts from.
pub struct Start<'a> {
    pub course: &'a Course,
    pub progress: Progress,
    pub settings: Settings,
    pub language: Language,
    pub open: Open,
    pub recorder: &'a mut dyn Recorder,
    pub keeper: &'a mut dyn SettingsKeeper,
    pub surroundings: &'a mut dyn Surroundings,
}

/// Where to begin. Whatever it is, the menu comes after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Open {
    Home,
    Chapter(ChapterId),
    Quiz(ChapterId, Option<QuestionId>),
    Review,
    Scenarios,
    Scenario(ScenarioId),
    /// This exam, or all to choose from.
    Exams(Option<String>),
}

/// Runs until `:quit` or the end of the input, and says whether everything was saved.
///
/// # Errors
/// When the input cannot be read or the output cannot be written. A reader of the output that goes away is no error: the
/// session ends as at the end of the input.
pub fn run(start: Start<'_>, mut input: impl BufRead, mut output: impl Write) -> io::Result<Saving> {
    let Start { course, progress, settings, language, open, recorder, keeper, surroundings } = start;
    let ledger = Ledger::new(progress, recorder, surroundings);
    let console = Console::new(&mut input, &mut output);
    let mut session = Session::new(course, settings, keeper, language, console, ledger);
    match session.run(open) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error),
        Ok(()) | Err(_) => Ok(session.ledger.saving()),
    }
}
