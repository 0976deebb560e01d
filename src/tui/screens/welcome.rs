//! The first start: in which language?
//!
//! Both languages stand on it, because nobody has chosen yet.

use crate::domain::settings::Settings;
use crate::text::Language;
use crate::text::words::Words;
use crate::text::wrap::wrap;
use crate::tui::action::Action;
use crate::tui::canvas::Canvas;
use crate::tui::list::List;
use crate::tui::look::{Look, Row, Tone, run};
use crate::tui::screen::{Request, World, measure};
use crate::tui::signs::Signs;

#[derive(Debug)]
pub struct WelcomeScreen {
    rows: Vec<Row>,
    list: List,
    left: usize,
    height: usize,
    guessed: bool,
}

impl WelcomeScreen {
    pub fn new() -> WelcomeScreen {
        WelcomeScreen { rows: Vec::new(), list: List::default(), left: 0, height: 0, guessed: false }
    }

    pub fn arrange(&mut self, world: &World<'_>) {
        let (left, width) = measure(world.width.min(64));
        self.left = left + world.width.saturating_sub(64) / 2;
        self.height = world.height;
        self.rows = vec![vec![run("awstutor", Look::new(Tone::Heading).bold())], Row::new()];
        for language in Language::ALL {
            self.rows.extend(wrap(&[run(Words::of(language).welcome_text, Tone::Text)], width));
        }
        self.rows.push(Row::new());
        let first = self.rows.len();
        self.list.set_rows((0..Language::ALL.len()).map(|place| first + place).collect());
        if !self.guessed {
            let guess = Language::ALL.into_iter().position(|language| language == world.language);
            self.list.choose(guess.unwrap_or(0));
            self.guessed = true;
        }
        for (place, language) in Language::ALL.into_iter().enumerate() {
            let chosen = self.list.choice() == Some(place);
            let sign = if chosen { Signs::of(world.settings.borders).cursor } else { " " };
            let tone = if chosen { Tone::Selected } else { Tone::Text };
            self.rows.push(vec![run(format!("{sign} {}  {}", place + 1, language.own_name()), tone)]);
        }
        self.list.follow(self.rows.len(), self.height);
    }

    pub fn update(&mut self, action: &Action, world: &World<'_>) -> Vec<Request> {
        match action {
            Action::Enter => self.choose(world),
            Action::Digit(digit @ 1..=2) => {
                self.list.choose(usize::from(*digit) - 1);
                self.choose(world)
            }
            action => {
                self.list.update(action, self.height);
                self.arrange(world);
                Vec::new()
            }
        }
    }

    pub fn draw(&self, canvas: &mut Canvas<'_>) {
        let above = canvas.height().saturating_sub(self.rows.len()) / 3;
        for (line, row) in self.rows.iter().skip(self.list.top()).take(canvas.height()).enumerate() {
            canvas.put(above + line, self.left, row);
        }
    }

    fn choose(&self, world: &World<'_>) -> Vec<Request> {
        let language = self.list.choice().and_then(|place| Language::ALL.get(place).copied());
        vec![Request::Change(Settings { language, ..world.settings.clone() }), Request::Back]
    }
}

impl Default for WelcomeScreen {
    fn default() -> Self {
        WelcomeScreen::new()
    }
}
