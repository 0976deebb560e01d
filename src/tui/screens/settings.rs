//! Settings: what can be chosen, and what is chosen.

use crate::domain::settings::{Borders, Mouse, Settings, ThemeName};
use crate::text::width::padded;
use crate::text::words::Words;
use crate::text::wrap::wrap;
use crate::tui::action::Action;
use crate::tui::canvas::Canvas;
use crate::tui::list::List;
use crate::tui::look::{Look, Row, Tone, run};
use crate::tui::screen::{Request, World, measure};
use crate::tui::signs::Signs;

#[derive(Debug, Default)]
pub struct SettingsScreen {
    rows: Vec<Row>,
    list: List,
    left: usize,
    width: usize,
    sign: &'static str,
}

/// What can be set, in the order of the screen.
#[derive(Clone, Copy)]
enum Choice {
    Language,
    Theme,
    Borders,
    Mouse,
}

const CHOICES: [Choice; 4] = [Choice::Language, Choice::Theme, Choice::Borders, Choice::Mouse];

impl SettingsScreen {
    pub fn arrange(&mut self, world: &World<'_>) {
        (self.left, self.width) = measure(world.width);
        self.sign = Signs::of(world.settings.borders).cursor;
        let column = 18.min(self.width / 2);
        self.rows = Vec::new();
        let mut choosable = Vec::new();
        for choice in CHOICES {
            choosable.push(self.rows.len());
            let (name, value, help) = choice.shown(world);
            self.rows.push(vec![
                run(format!("  {}", padded(name, column)), Tone::Text),
                run(value, Look::new(Tone::Accent).bold()),
            ]);
            for row in wrap(&[run(help, Tone::Muted)], self.width.saturating_sub(4).max(1)) {
                self.rows.push(std::iter::once(run("    ", Tone::Text)).chain(row).collect());
            }
            self.rows.push(Row::new());
        }
        self.list.set_rows(choosable);
        self.list.follow(self.rows.len(), world.height);
    }

    pub fn update(&mut self, action: &Action, world: &World<'_>) -> Vec<Request> {
        match action {
            Action::Enter => {
                let choice = self.list.choice().map(|place| CHOICES[place]);
                choice.map(|choice| Request::Change(choice.next(world))).into_iter().collect()
            }
            Action::Back => vec![Request::Back],
            action => {
                self.list.update(action, world.height / 3);
                self.list.follow(self.rows.len(), world.height);
                Vec::new()
            }
        }
    }

    pub fn draw(&self, canvas: &mut Canvas<'_>) {
        canvas.put_list(&self.rows, &self.list, self.left, self.width, self.sign);
    }
}

impl Choice {
    /// Name, present value and what it is for.
    fn shown(self, world: &World<'_>) -> (&'static str, &'static str, &'static str) {
        let words = world.words;
        match self {
            Choice::Language => (words.language, world.language.own_name(), words.language_help),
            Choice::Theme => (words.theme, theme_name(world.settings.theme, words), words.theme_help),
            Choice::Borders => {
                let value = match world.settings.borders {
                    Borders::Unicode => "─ │ ┌ ┐ ✓",
                    Borders::Ascii => "- | + x",
                };
                (words.borders, value, words.borders_help)
            }
            Choice::Mouse => {
                let value = match world.settings.mouse {
                    Mouse::Off => words.off,
                    Mouse::Wheel => words.on,
                };
                (words.mouse, value, words.mouse_help)
            }
        }
    }

    fn next(self, world: &World<'_>) -> Settings {
        let settings = world.settings.clone();
        match self {
            Choice::Language => Settings { language: Some(world.language.other()), ..settings },
            Choice::Theme => Settings { theme: settings.theme.next(), ..settings },
            Choice::Borders => Settings { borders: settings.borders.next(), ..settings },
            Choice::Mouse => Settings { mouse: settings.mouse.next(), ..settings },
        }
    }
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
