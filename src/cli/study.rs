//! `awstutor`, `awstutor read`, `awstutor quiz`: the course, on a full screen or as prompts.

use super::arguments::Global;
use super::destination::{Destination, Wish};
use super::environment::Environment;
use super::failure::{Done, Failure};
use super::keeper::WallClock;
use super::opening::{Basis, Opening};
use super::settings_file::SettingsFile;
use crate::domain::settings::{Borders, Overrides};
use crate::text::words::fill;
use crate::{plain, tui};
use std::io::{self, BufWriter, Write};

pub fn run(global: &Global, environment: &Environment, wish: &Wish, output: &mut dyn Write) -> Result<Done, Failure> {
    let opening = Opening::open(global)?;
    let destination = Destination::find(wish, &opening)?;
    if environment.has_screen() && !global.plain {
        on_screen(opening, destination.into(), global, environment.colours(global))
    } else {
        as_prompts(opening, destination, output)
    }
}

fn on_screen(
    opening: Opening,
    open: tui::Open,
    global: &Global,
    colours: tui::theme::Colours,
) -> Result<Done, Failure> {
    let Opening { basis, course, progress, keeping } = opening;
    let words = basis.words();
    let Basis { places, settings, language, notices, .. } = basis;
    let overrides = Overrides { language: global.lang, borders: global.ascii.then_some(Borders::Ascii) };
    let start = tui::Start {
        course,
        progress,
        settings,
        overrides,
        journal: keeping.into_journal(),
        places,
        notices,
        language,
        colours,
        open,
    };
    match tui::run(start) {
        Ok(tui::Saving::Complete) => Ok(Done::Fine),
        // The screen is gone, and with it what it said.
        Ok(tui::Saving::Failed { reason }) => {
            let lost = crate::text::words::plain::PlainWords::of(language).lost;
            Err(Failure::Disk(fill(lost, &[("reason", reason)])))
        }
        Err(error) => Err(Failure::Disk(fill(words.no_terminal, &[("reason", error.to_string())]))),
    }
}

fn as_prompts(opening: Opening, destination: Destination, output: &mut dyn Write) -> Result<Done, Failure> {
    let Opening { basis, course, progress, mut keeping } = opening;
    basis.say_notices();
    let start = plain::Start {
        course: &course,
        progress,
        settings: basis.settings.clone(),
        language: basis.language,
        open: destination.into(),
        recorder: &mut keeping,
        keeper: &mut SettingsFile::of(&basis),
        surroundings: &mut WallClock::default(),
    };
    match plain::run(start, io::stdin().lock(), BufWriter::new(output))? {
        plain::Saving::Complete => Ok(Done::Fine),
        plain::Saving::Failed { .. } => Ok(Done::Unsaved),
    }
}
