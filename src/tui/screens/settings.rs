//! Settings: what can be chosen, and what is chosen.

use crate::domain::settings::{Borders, NONE, Refusal, Setting, Settings, Step, wording};
use crate::text::width::padded;
use crate::text::words::settings::SettingsWords;
use crate::text::wrap::wrap;
use crate::tui::action::Action;
use crate::tui::canvas::Canvas;
use crate::tui::field;
use crate::tui::keymap::Context;
use crate::tui::list::List;
use crate::tui::look::{Look, Row, Tone, run};
use crate::tui::question::edit_text;
use crate::tui::screen::{Request, Route, World, measure};
use crate::tui::signs::Signs;
use tui_input::Input;

#[derive(Debug, Default)]
pub struct SettingsScreen {
    rows: Vec<Row>,
    /// What the chosen line is for, below the list.
    help: Vec<Row>,
    /// Rows of the window that the list has.
    room: usize,
    /// What stands on the rows that can be chosen.
    lines: Vec<Line>,
    list: List,
    mode: Mode,
    /// Row and column of the text cursor, while a date is typed.
    cursor: Option<(usize, usize)>,
    left: usize,
    width: usize,
    sign: &'static str,
}

#[derive(Debug, Default)]
enum Mode {
    #[default]
    Choosing,
    /// The day of the exam is being typed.
    Typing(Input),
}

/// A row that can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Line {
    Setting(Setting),
    /// The plan to the day of the exam.
    Plan,
}

/// Cells of the column of names, where there is room.
const NAMES: usize = 24;
/// Rows below the list: a blank one and the help.
const HELP: usize = 4;

impl SettingsScreen {
    pub fn context(&self) -> Context {
        match self.mode {
            Mode::Choosing => Context::Settings,
            Mode::Typing(_) => Context::Date,
        }
    }

    pub fn arrange(&mut self, world: &World<'_>) {
        (self.left, self.width) = measure(world.width);
        self.sign = Signs::of(world.settings.borders).cursor;
        self.room = if world.height >= 2 * HELP { world.height - HELP } else { world.height };
        (self.rows, self.lines, self.cursor) = (Vec::new(), Vec::new(), None);
        let mut choosable = Vec::new();
        let words = SettingsWords::of(world.language);
        for (title, of_learning) in [(words.program, false), (words.learning, true)] {
            if !self.rows.is_empty() {
                self.rows.push(Row::new());
            }
            self.rows.push(vec![run(title.to_uppercase(), Look::new(Tone::Heading).bold())]);
            for setting in Setting::ALL.into_iter().filter(|setting| setting.is_of_learning() == of_learning) {
                choosable.push(self.rows.len());
                self.lines.push(Line::Setting(setting));
                self.push_setting(setting, world);
                if setting == Setting::ExamDate && world.has_exam_ahead() {
                    choosable.push(self.rows.len());
                    self.lines.push(Line::Plan);
                    let name = padded(world.words.plan, self.names() - 1);
                    self.rows.push(vec![run(format!("  {name} "), Tone::Text), run(world.words.plan_open, Tone::Link)]);
                }
            }
        }
        self.list.set_rows(choosable);
        self.list.follow(self.rows.len(), self.room);
        let help = match (&self.mode, self.line()) {
            (Mode::Typing(_), _) => words.exam_date_typing.to_string(),
            (Mode::Choosing, Some(Line::Setting(setting))) => help(setting, world),
            (Mode::Choosing, Some(Line::Plan)) => world.words.plan_help.to_string(),
            (Mode::Choosing, None) => String::new(),
        };
        self.help = wrap(&[run(help, Tone::Muted)], self.width.saturating_sub(2).max(1));
    }

    pub fn update(&mut self, action: &Action, world: &World<'_>) -> Vec<Request> {
        let requests = match &mut self.mode {
            Mode::Choosing => self.choose(action, world),
            Mode::Typing(input) => match action {
                Action::Enter => {
                    let typed = input.value().trim().to_string();
                    self.accept(&typed, world)
                }
                Action::Back => {
                    self.mode = Mode::Choosing;
                    Vec::new()
                }
                action => {
                    edit_text(input, action);
                    Vec::new()
                }
            },
        };
        self.arrange(world);
        requests
    }

    pub fn draw(&self, canvas: &mut Canvas<'_>) {
        canvas.inner(0, 0, canvas.width(), self.room, |canvas| {
            canvas.put_list(&self.rows, &self.list, self.left, self.width, self.sign);
            if let Some((row, column)) = self.cursor
                && let Some(line) = row.checked_sub(self.list.top())
            {
                canvas.set_cursor(line, self.left + column);
            }
        });
        if self.room < canvas.height() {
            let first = self.rows.len().min(self.room) + 1;
            for (line, row) in self.help.iter().enumerate() {
                canvas.put(first + line, self.left + 2, row);
            }
        }
    }

    fn choose(&mut self, action: &Action, world: &World<'_>) -> Vec<Request> {
        let step = match action {
            Action::Enter => Step::Round,
            Action::Left => Step::Less,
            Action::Right => Step::More,
            Action::Clear => return self.clear(world),
            Action::Back => return vec![Request::Back],
            action => {
                self.list.update(action, world.height / 3);
                return Vec::new();
            }
        };
        match (self.line(), step) {
            (Some(Line::Plan), Step::Round | Step::More) => vec![Request::Open(Route::Plan)],
            (Some(Line::Setting(Setting::ExamDate)), Step::Round) => {
                let date = world.settings.exam_date.map(|date| date.to_string());
                self.mode = Mode::Typing(Input::from(date.unwrap_or_default()));
                Vec::new()
            }
            (Some(Line::Setting(setting)), step) => {
                let stepped = setting.stepped(step, &as_shown(world), world.today().date());
                stepped.map(Request::Change).into_iter().collect()
            }
            (Some(Line::Plan) | None, _) => Vec::new(),
        }
    }

    /// Takes the day of the exam away.
    fn clear(&mut self, world: &World<'_>) -> Vec<Request> {
        match (self.line(), world.settings.exam_date) {
            (Some(Line::Setting(Setting::ExamDate)), Some(_)) => {
                vec![Request::Change(Settings { exam_date: None, ..world.settings.clone() })]
            }
            _ => Vec::new(),
        }
    }

    /// Takes the typed day; what is no day, or over, stays in the field, and the line below says why.
    fn accept(&mut self, typed: &str, world: &World<'_>) -> Vec<Request> {
        let typed = if typed.is_empty() { NONE } else { typed };
        let words = SettingsWords::of(world.language);
        match Setting::ExamDate.set(world.settings, typed, world.today().date()) {
            Ok(settings) => {
                self.mode = Mode::Choosing;
                vec![Request::Change(settings)]
            }
            Err(Refusal::NoValue) => vec![Request::Notice(words.exam_date_unread.to_string())],
            Err(Refusal::DayIsOver) => vec![Request::Notice(words.exam_date_over.to_string())],
        }
    }

    fn line(&self) -> Option<Line> {
        self.list.choice().and_then(|place| self.lines.get(place)).copied()
    }

    /// Cells of the column of names, the blank behind it included.
    fn names(&self) -> usize {
        NAMES.min(self.width / 2).max(1)
    }

    fn push_setting(&mut self, setting: Setting, world: &World<'_>) {
        let column = self.names();
        let name = format!("  {} ", padded(wording::name(setting, world.language), column - 1));
        match &self.mode {
            Mode::Typing(input) if setting == Setting::ExamDate => {
                let (row, cursor) = field::row(&name, input, true, self.width);
                self.cursor = Some((self.rows.len(), cursor));
                self.rows.push(row);
            }
            _ => {
                self.rows.push(vec![run(name, Tone::Text), run(value(setting, world), Look::new(Tone::Accent).bold())])
            }
        }
    }
}

/// The settings with the language that is on the screen, chosen or not.
fn as_shown(world: &World<'_>) -> Settings {
    Settings { language: Some(world.language), ..world.settings.clone() }
}

fn value(setting: Setting, world: &World<'_>) -> String {
    match (setting, world.settings.borders) {
        // Signs say more than their names.
        (Setting::Borders, Borders::Unicode) => "─ │ ┌ ┐ ✓".to_string(),
        (Setting::Borders, Borders::Ascii) => "- | + x".to_string(),
        _ => wording::value(setting, &as_shown(world), world.today().date(), world.language),
    }
}

/// What a setting is for, and the keys that only it has.
fn help(setting: Setting, world: &World<'_>) -> String {
    let words = SettingsWords::of(world.language);
    let keys = match setting {
        Setting::Language => words.language_keys,
        Setting::Theme => words.theme_keys,
        Setting::ExamDate => words.exam_date_keys,
        _ => "",
    };
    format!("{} {keys}", wording::purpose(setting, world.language)).trim_end().to_string()
}
