//! What can be set: its name, its present value, what it is for, and what a step does to it.
//!
//! It must not lay anything out.

use crate::domain::event::ExamClock;
use crate::domain::settings::{Borders, Mouse, Settings, Step, ThemeName};
use crate::domain::shuffle::Options;
use crate::text::words::{Words, fill};
use crate::text::{Language, calendar};
use crate::tui::screen::World;
use jiff::ToSpan;

/// A line of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    Language,
    Theme,
    Borders,
    Mouse,
    DailyNew,
    Retention,
    ExamDate,
    DayStart,
    Options,
    ExamClock,
}

/// The program itself, and learning with it.
pub const PROGRAM: [Choice; 4] = [Choice::Language, Choice::Theme, Choice::Borders, Choice::Mouse];
pub const LEARNING: [Choice; 6] =
    [Choice::DailyNew, Choice::Retention, Choice::ExamDate, Choice::DayStart, Choice::Options, Choice::ExamClock];

/// A setting as it is shown.
pub struct Shown {
    pub name: &'static str,
    pub value: String,
    pub help: &'static str,
}

impl Choice {
    pub fn shown(self, world: &World<'_>) -> Shown {
        let (words, settings) = (world.words, world.settings);
        let shown = |name, value: &str, help| Shown { name, value: value.to_string(), help };
        match self {
            Choice::Language => shown(words.language, world.language.own_name(), words.language_help),
            Choice::Theme => shown(words.theme, theme_name(settings.theme, words), words.theme_help),
            Choice::Borders => {
                let value = match settings.borders {
                    Borders::Unicode => "─ │ ┌ ┐ ✓",
                    Borders::Ascii => "- | + x",
                };
                shown(words.borders, value, words.borders_help)
            }
            Choice::Mouse => {
                let value = match settings.mouse {
                    Mouse::Off => words.off,
                    Mouse::Wheel => words.on,
                };
                shown(words.mouse, value, words.mouse_help)
            }
            Choice::DailyNew => shown(words.daily_new, &settings.daily_new.to_string(), words.daily_new_help),
            Choice::Retention => shown(words.retention, &format!("{} %", settings.retention), words.retention_help),
            Choice::ExamDate => shown(words.exam_date, &exam_date(world), words.exam_date_help),
            Choice::DayStart => shown(words.day_start, &format!("{:02}:00", settings.day_start), words.day_start_help),
            Choice::Options => {
                let value = match settings.options {
                    Options::Shuffled => words.options_shuffled,
                    Options::AsWritten => words.options_as_written,
                };
                shown(words.options, value, words.options_help)
            }
            Choice::ExamClock => {
                let value = match settings.exam_clock {
                    ExamClock::Runs => words.exam_clock_runs,
                    ExamClock::Pauses => words.exam_clock_pauses,
                };
                shown(words.exam_clock, value, words.exam_clock_help)
            }
        }
    }

    /// The settings after a step; `None` where a step leads nowhere.
    pub fn stepped(self, step: Step, world: &World<'_>) -> Option<Settings> {
        let settings = world.settings.clone();
        let stepped = match self {
            Choice::Language => Settings { language: Some(step.from(world.language, &Language::ALL)), ..settings },
            Choice::Theme => Settings { theme: step.from(settings.theme, &ThemeName::ALL), ..settings },
            Choice::Borders => {
                Settings { borders: step.from(settings.borders, &[Borders::Unicode, Borders::Ascii]), ..settings }
            }
            Choice::Mouse => Settings { mouse: step.from(settings.mouse, &[Mouse::Off, Mouse::Wheel]), ..settings },
            Choice::DailyNew => Settings { daily_new: step.from(settings.daily_new, &Settings::DAILY_NEW), ..settings },
            Choice::Retention => {
                Settings { retention: step.from(settings.retention, &Settings::RETENTION), ..settings }
            }
            Choice::ExamDate => return exam_date_stepped(step, world),
            Choice::DayStart => Settings { day_start: step.from(settings.day_start, &Settings::DAY_START), ..settings },
            Choice::Options => {
                Settings { options: step.from(settings.options, &[Options::Shuffled, Options::AsWritten]), ..settings }
            }
            Choice::ExamClock => {
                let both = [ExamClock::Runs, ExamClock::Pauses];
                Settings { exam_clock: step.from(settings.exam_clock, &both), ..settings }
            }
        };
        (stepped != *world.settings).then_some(stepped)
    }
}

fn exam_date(world: &World<'_>) -> String {
    let Some(date) = world.settings.exam_date else { return world.words.exam_date_none.to_string() };
    let days = i64::from((date - world.today().date()).get_days());
    let day = calendar::day_of_year(date, world.language);
    let details = [("day", day), ("distance", calendar::distance(days, world.language))];
    if days < 0 { fill(world.words.exam_date_was, &details) } else { fill(world.words.exam_date_is, &details) }
}

/// A day earlier or later. Without a date the first step sets one four weeks from now.
fn exam_date_stepped(step: Step, world: &World<'_>) -> Option<Settings> {
    let today = world.today().date();
    let date = match (world.settings.exam_date, step) {
        (None, Step::More) => today.checked_add(4.weeks()),
        (Some(date), Step::More) => date.max(today).checked_add(1.day()),
        (Some(date), Step::Less) => date.checked_sub(1.day()),
        (None, Step::Less) | (_, Step::Round) => return None,
    };
    world.settings.clone().with_exam_date(Some(date.ok()?), today).ok()
}

/// A theme as people call it.
pub fn theme_name(theme: ThemeName, words: &Words) -> &'static str {
    match theme {
        ThemeName::Terminal => words.theme_terminal,
        ThemeName::Dark => words.theme_dark,
        ThemeName::Light => words.theme_light,
        ThemeName::HighContrast => words.theme_high_contrast,
    }
}
