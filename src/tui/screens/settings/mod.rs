//! Settings: what can be chosen, and what is chosen.

mod choice;

pub use choice::theme_name;

use crate::domain::settings::{ExamDateIsOver, Settings, Step};
use crate::text::calendar;
use crate::text::width::padded;
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
use choice::{Choice, LEARNING, PROGRAM};
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
    Choice(Choice),
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
        for (title, choices) in
            [(world.words.settings_program, &PROGRAM[..]), (world.words.settings_learning, &LEARNING)]
        {
            if !self.rows.is_empty() {
                self.rows.push(Row::new());
            }
            self.rows.push(vec![run(title.to_uppercase(), Look::new(Tone::Heading).bold())]);
            for choice in choices {
                choosable.push(self.rows.len());
                self.lines.push(Line::Choice(*choice));
                self.push_choice(*choice, world);
                if *choice == Choice::ExamDate && world.has_exam_ahead() {
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
            (Mode::Typing(_), _) => world.words.exam_date_typing,
            (Mode::Choosing, Some(Line::Choice(choice))) => choice.shown(world).help,
            (Mode::Choosing, Some(Line::Plan)) => world.words.plan_help,
            (Mode::Choosing, None) => "",
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
            (Some(Line::Choice(Choice::ExamDate)), Step::Round) => {
                let date = world.settings.exam_date.map(|date| date.to_string());
                self.mode = Mode::Typing(Input::from(date.unwrap_or_default()));
                Vec::new()
            }
            (Some(Line::Choice(choice)), step) => {
                choice.stepped(step, world).map(Request::Change).into_iter().collect()
            }
            (Some(Line::Plan) | None, _) => Vec::new(),
        }
    }

    /// Takes the day of the exam away.
    fn clear(&mut self, world: &World<'_>) -> Vec<Request> {
        match (self.line(), world.settings.exam_date) {
            (Some(Line::Choice(Choice::ExamDate)), Some(_)) => {
                vec![Request::Change(Settings { exam_date: None, ..world.settings.clone() })]
            }
            _ => Vec::new(),
        }
    }

    /// Takes the typed day; what is no day, or over, stays in the field, and the line below says why.
    fn accept(&mut self, typed: &str, world: &World<'_>) -> Vec<Request> {
        let date = calendar::parse_day(typed);
        if date.is_none() && !typed.is_empty() {
            return vec![Request::Notice(world.words.exam_date_unread.to_string())];
        }
        match world.settings.clone().with_exam_date(date, world.today().date()) {
            Ok(settings) => {
                self.mode = Mode::Choosing;
                vec![Request::Change(settings)]
            }
            Err(ExamDateIsOver) => vec![Request::Notice(world.words.exam_date_over.to_string())],
        }
    }

    fn line(&self) -> Option<Line> {
        self.list.choice().and_then(|place| self.lines.get(place)).copied()
    }

    /// Cells of the column of names, the blank behind it included.
    fn names(&self) -> usize {
        NAMES.min(self.width / 2).max(1)
    }

    fn push_choice(&mut self, choice: Choice, world: &World<'_>) {
        let column = self.names();
        let shown = choice.shown(world);
        let name = format!("  {} ", padded(shown.name, column - 1));
        match &self.mode {
            Mode::Typing(input) if choice == Choice::ExamDate => {
                let (row, cursor) = field::row(&name, input, true, self.width);
                self.cursor = Some((self.rows.len(), cursor));
                self.rows.push(row);
            }
            _ => self.rows.push(vec![run(name, Tone::Text), run(shown.value, Look::new(Tone::Accent).bold())]),
        }
    }
}
