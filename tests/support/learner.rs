//! A learner at the keyboard of an app in memory: keys in, and what a real terminal shows out.
//!
//! It does what the program's loop does: draws, then performs the effects, in memory. The frames go through ratatui's
//! diff and crossterm's codes into an emulator, so that what gets lost on that way is lost here too. Time stands still
//! unless it is moved, and the seed is fixed.

use super::small_course::SmallCourse;
use super::{emulator, framed, key_named, rows, unwrapped};
use awstutor::course::Course;
use awstutor::course::source::InMemory;
use awstutor::domain::event::{Answered, Event, ExamClock, What};
use awstutor::domain::moment::Moment;
use awstutor::domain::progress::Progress;
use awstutor::domain::settings::{Borders, Overrides, Settings, ThemeName};
use awstutor::store::embedded;
use awstutor::text::Language;
use awstutor::tui::app::{App, Beginning};
use awstutor::tui::effect::Effect;
use awstutor::tui::key::Key;
use awstutor::tui::message::{Message, Wheel};
use awstutor::tui::screen::Route;
use awstutor::tui::theme::Colours;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};
use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;

pub struct Learner {
    setup: Setup,
    /// Before the learner changed anything.
    first_settings: Settings,
    app: App,
    display: Display,
    now: Moment,
    /// What the journal holds.
    events: Vec<Event>,
    refusal: Option<String>,
    /// Why there is no journal at all.
    unkept: Option<String>,
    /// What was put into the clipboard.
    pub copied: Vec<String>,
    /// The program has ended.
    pub gone: bool,
}

/// What a program is started with.
#[derive(Clone)]
struct Setup {
    size: (u16, u16),
    course: Option<InMemory>,
    settings: Settings,
    overrides: Overrides,
    guess: Language,
    colours: Colours,
    notices: Vec<String>,
}

impl Setup {
    fn app(&self, events: &[Event], now: Moment) -> App {
        let course = match &self.course {
            Some(files) => Course::open(Box::new(files.clone())).0,
            None => embedded::course(),
        };
        App::new(Beginning {
            course,
            progress: Progress::fold(events.iter().cloned()),
            settings: self.settings.clone(),
            overrides: self.overrides.clone(),
            language: self.guess,
            colours: self.colours,
            notices: self.notices.clone(),
            now,
            seed: 7,
            size: self.size,
        })
    }
}

/// Bytes on their way to a terminal.
#[derive(Clone, Default)]
struct Wire(Rc<RefCell<Vec<u8>>>);

impl Write for Wire {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A terminal and everything that was ever written to it.
struct Display {
    terminal: Terminal<CrosstermBackend<Wire>>,
    wire: Wire,
    parser: vt100::Parser,
    read: usize,
}

impl Display {
    fn new((width, height): (u16, u16)) -> Display {
        let wire = Wire::default();
        let viewport = Viewport::Fixed(Rect::new(0, 0, width, height));
        let terminal = Terminal::with_options(CrosstermBackend::new(wire.clone()), TerminalOptions { viewport })
            .expect("a buffer takes everything");
        Display { terminal, wire, parser: emulator(width, height), read: 0 }
    }

    fn draw(&mut self, app: &App) {
        let drawn = self.terminal.draw(|frame| {
            let area = frame.area();
            if let Some(cursor) = app.draw(area, frame.buffer_mut()) {
                frame.set_cursor_position(cursor);
            }
        });
        drawn.expect("a buffer takes everything");
        let bytes = self.wire.0.borrow();
        self.parser.process(&bytes[self.read..]);
        self.read = bytes.len();
    }
}

impl Learner {
    /// Who has chosen English, and sits before the built-in course at home.
    pub fn new(width: u16, height: u16) -> Learner {
        let settings = Settings { language: Some(Language::English), ..Settings::default() };
        let setup = Setup {
            size: (width, height),
            course: None,
            settings,
            overrides: Overrides::default(),
            guess: Language::English,
            colours: Colours::Allowed,
            notices: Vec::new(),
        };
        let now = Moment::parse("2026-11-22T09:00:00+09:00").expect("a time");
        let mut learner = Learner {
            app: setup.app(&[], now),
            display: Display::new(setup.size),
            first_settings: setup.settings.clone(),
            setup,
            now,
            events: Vec::new(),
            refusal: None,
            unkept: None,
            copied: Vec::new(),
            gone: false,
        };
        learner.display.draw(&learner.app);
        learner
    }

    pub fn language(self, language: Language) -> Learner {
        self.with(|setup| setup.settings.language = Some(language))
    }

    /// Nobody has chosen a language; the system speaks this one.
    pub fn first_start(self, guess: Language) -> Learner {
        self.with(|setup| {
            setup.settings.language = None;
            setup.guess = guess;
        })
    }

    pub fn course(self, course: &SmallCourse) -> Learner {
        self.with(|setup| setup.course = Some(course.files()))
    }

    pub fn borders(self, borders: Borders) -> Learner {
        self.with(|setup| setup.settings.borders = borders)
    }

    /// The command line says so.
    pub fn overrides(self, overrides: Overrides) -> Learner {
        self.with(|setup| setup.overrides = overrides)
    }

    pub fn theme(self, theme: ThemeName) -> Learner {
        self.with(|setup| setup.settings.theme = theme)
    }

    pub fn without_colour(self) -> Learner {
        self.with(|setup| setup.colours = Colours::Forbidden)
    }

    /// Who is told these sentences when the program starts.
    pub fn notices(self, notices: &[&str]) -> Learner {
        self.with(|setup| setup.notices = notices.iter().map(ToString::to_string).collect())
    }

    fn with(mut self, change: impl FnOnce(&mut Setup)) -> Learner {
        change(&mut self.setup);
        self.first_settings = self.setup.settings.clone();
        self.starts_again();
        self
    }

    /// Ends the program without a word and starts it again, on what is in the journal and the settings.
    pub fn starts_again(&mut self) {
        self.app = self.setup.app(&self.events, self.now);
        self.display = Display::new(self.setup.size);
        self.gone = false;
        self.display.draw(&self.app);
    }

    /// Starts again with these events in the journal, and none else.
    pub fn has_done(&mut self, events: Vec<Event>) -> &mut Learner {
        self.events = events;
        self.starts_again();
        self
    }

    /// Starts anew with an empty journal and the settings of the beginning.
    pub fn forgets_everything(&mut self) -> &mut Learner {
        self.events.clear();
        self.setup.settings = self.first_settings.clone();
        self.starts_again();
        self
    }

    /// Presses keys by name, as in `Down Down Enter` or `j F2 Ctrl-C`.
    pub fn press(&mut self, keys: &str) -> &mut Learner {
        for name in keys.split_whitespace() {
            self.key(key_named(name));
        }
        self
    }

    /// Types a text, one character after the other.
    pub fn types(&mut self, text: &str) -> &mut Learner {
        text.chars().for_each(|c| self.key(Key::Char(c)));
        self
    }

    pub fn key(&mut self, key: Key) {
        self.tells(Message::Key(key));
    }

    /// Hands the app a message, as the loop would.
    pub fn tells(&mut self, message: Message) -> &mut Learner {
        assert!(!self.gone, "the program has ended before {message:?}");
        let effects = self.app.handle(message, self.now);
        self.display.draw(&self.app);
        self.perform(effects);
        self
    }

    /// Turns the wheel down by so many notches, or up where they are negative.
    pub fn turns_wheel(&mut self, notches: i32) -> &mut Learner {
        let wheel = if notches > 0 { Wheel::Down } else { Wheel::Up };
        for _ in 0..notches.abs() {
            self.tells(Message::Wheel(wheel));
        }
        self
    }

    /// Goes to a place at once, as a command line asks.
    pub fn opens(&mut self, route: Route) -> &mut Learner {
        let effects = self.app.open(route);
        self.display.draw(&self.app);
        self.perform(effects);
        self
    }

    pub fn resize(&mut self, width: u16, height: u16) -> &mut Learner {
        self.setup.size = (width, height);
        // The program clears the window on a new size: the same as a new one.
        self.display = Display::new(self.setup.size);
        self.tells(Message::Resize { width, height })
    }

    /// What the clock of an exam does while it is closed.
    pub fn exam_clock(self, clock: ExamClock) -> Learner {
        self.with(|setup| setup.settings.exam_clock = clock)
    }

    /// In how many seconds the app wants to be woken, if at all.
    pub fn wakes_in(&self) -> Option<i64> {
        self.app.wakes_at().map(|time| time.duration_since(self.now.timestamp).as_secs())
    }

    /// Lets seconds pass, and wakes the app as the loop does.
    pub fn idles(&mut self, seconds: i64) -> &mut Learner {
        self.waits(seconds);
        self.tells(Message::Tick)
    }

    /// Lets seconds pass.
    pub fn waits(&mut self, seconds: i64) -> &mut Learner {
        self.now.timestamp += jiff::SignedDuration::from_secs(seconds);
        self
    }

    /// From now on saving fails, for this reason.
    pub fn refuses_to_save(&mut self, reason: &str) -> &mut Learner {
        self.refusal = Some(reason.to_string());
        self
    }

    /// There is no journal, for this reason.
    pub fn has_no_journal(&mut self, reason: &str) -> &mut Learner {
        self.unkept = Some(reason.to_string());
        self
    }

    /// From now on saving works.
    pub fn saves_again(&mut self) -> &mut Learner {
        self.refusal = None;
        self
    }

    fn perform(&mut self, effects: Vec<Effect>) {
        let mut waiting = std::collections::VecDeque::from(effects);
        while let Some(effect) = waiting.pop_front() {
            let outcome = match effect {
                Effect::Save(events) => Some(self.save(events)),
                Effect::Replay { day_start } => {
                    let progress = Progress::new(day_start).after(self.events.iter().cloned());
                    Some(Message::Replayed(Box::new(progress)))
                }
                Effect::SaveSettings(settings) => {
                    self.setup.settings = settings;
                    None
                }
                Effect::Copy(text) => {
                    self.copied.push(text);
                    None
                }
                Effect::Quit => {
                    self.gone = true;
                    None
                }
                Effect::Suspend => None,
            };
            if let Some(message) = outcome {
                waiting.extend(self.app.handle(message, self.now));
                self.display.draw(&self.app);
            }
        }
    }

    fn save(&mut self, events: Vec<Event>) -> Message {
        if let Some(reason) = &self.unkept {
            return Message::Unkept { events, reason: reason.clone() };
        }
        match &self.refusal {
            Some(reason) => Message::SaveFailed { events, reason: reason.clone() },
            None => {
                self.events.extend(events.iter().cloned());
                Message::Saved(events)
            }
        }
    }

    /// What happened, oldest first.
    pub fn events(&self) -> impl Iterator<Item = &What> {
        self.events.iter().map(|event| &event.what)
    }

    /// The answers in the journal, oldest first.
    pub fn answers(&self) -> Vec<&Answered> {
        self.events()
            .filter_map(|what| if let What::Answered(answered) = what { Some(answered) } else { None })
            .collect()
    }

    pub fn settings(&self) -> &Settings {
        &self.setup.settings
    }

    pub fn rows(&self) -> Vec<String> {
        rows(self.display.parser.screen())
    }

    /// The rows that a terminal shows that was empty before this frame.
    pub fn repainted(&self) -> Vec<String> {
        let mut display = Display::new(self.setup.size);
        display.draw(&self.app);
        rows(display.parser.screen())
    }

    pub fn screen(&self) -> String {
        self.rows().join("\n")
    }

    pub fn header(&self) -> String {
        self.rows().first().cloned().unwrap_or_default()
    }

    pub fn footer(&self) -> String {
        self.rows().last().cloned().unwrap_or_default()
    }

    /// The first row below the header with a cursor sign, from the sign on.
    #[track_caller]
    pub fn chosen(&self) -> String {
        let rows = self.rows();
        let row = rows.iter().skip(1).find_map(|row| Some(row[row.find('▸')?..].to_string()));
        row.unwrap_or_else(|| panic!("nothing is chosen on\n{}", framed(&rows)))
    }

    /// Whether a text is on the screen, as it stands or wrapped.
    pub fn shows(&self, text: &str) -> bool {
        let screen = self.screen();
        screen.contains(text) || unwrapped(&screen).contains(text)
    }

    #[track_caller]
    pub fn sees(&mut self, text: &str) -> &mut Learner {
        assert!(self.shows(text), "{text:?} is not on\n{}", framed(&self.rows()));
        self
    }

    #[track_caller]
    pub fn misses(&mut self, text: &str) -> &mut Learner {
        assert!(!self.shows(text), "{text:?} is on\n{}", framed(&self.rows()));
        self
    }

    /// Row and column of a text that stands on one row.
    #[track_caller]
    pub fn place_of(&self, text: &str) -> (u16, u16) {
        let screen = self.display.parser.screen();
        let (height, width) = screen.size();
        for row in 0..height.get() {
            for column in 0..width.get() {
                let rest: String = (column..width.get())
                    .filter_map(|column| screen.cell(row, column))
                    .filter(|cell| !cell.is_wide_continuation())
                    .map(|cell| if cell.has_contents() { cell.contents().to_string() } else { " ".to_string() })
                    .collect();
                let starts = !screen.cell(row, column).is_some_and(vt100::Cell::is_wide_continuation);
                if starts && rest.starts_with(text) {
                    return (row, column);
                }
            }
        }
        panic!("{text:?} is on no row of\n{}", framed(&self.rows()));
    }

    /// The first cell of a text that stands on one row.
    #[track_caller]
    pub fn cell_of(&self, text: &str) -> &vt100::Cell {
        let (row, column) = self.place_of(text);
        self.display.parser.screen().cell(row, column).expect("a cell that was found")
    }

    /// Row and column of the text cursor, if text is typed.
    pub fn cursor(&self) -> Option<(u16, u16)> {
        let screen = self.display.parser.screen();
        (!screen.hide_cursor()).then(|| screen.cursor_position())
    }

    /// Everything that was written to the terminal since it was new.
    pub fn bytes(&self) -> Vec<u8> {
        self.display.wire.0.borrow().clone()
    }
}
