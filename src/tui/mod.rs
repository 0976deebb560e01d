//! The full-screen interface: one loop around an app that knows nothing of terminals.
//!
//! Waits for a message, takes all that have come, draws once, then does what was asked for: a journal is synced after the
//! frame, never before it. Nothing wakes up while nobody presses a key, unless the clock of an exam is on the screen.

pub mod action;
pub mod app;
pub mod canvas;
mod chart;
pub mod effect;
mod field;
mod frame;
mod goals;
mod ids;
mod input;
pub mod key;
pub mod keymap;
mod list;
pub mod look;
pub mod message;
mod outbox;
pub mod page;
pub mod question;
pub mod screen;
pub mod screens;
mod signs;
mod terminal;
pub mod theme;

use crate::course::Course;
use crate::domain::event::Event;
use crate::domain::id::{ChapterId, QuestionId, ScenarioId};
use crate::domain::moment::Moment;
use crate::domain::progress::Progress;
use crate::domain::settings::{Mouse, Overrides, Settings};
use crate::store::{Journal, Places};
use crate::text::Language;
use app::{App, Beginning};
use effect::Effect;
use jiff::Timestamp;
use jiff::tz::{Offset, TimeZone};
use message::Message;
use ratatui::layout::Rect;
use screen::Route;
use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;
use theme::Colours;

/// What the full-screen program starts from.
pub struct Start {
    pub course: Course,
    pub progress: Progress,
    /// As they are kept.
    pub settings: Settings,
    pub overrides: Overrides,
    /// The reason where nothing can be kept: then a notice has said so.
    pub journal: Result<Journal, String>,
    pub places: Places,
    /// Sentences that the learner should see once.
    pub notices: Vec<String>,
    pub language: Language,
    pub colours: Colours,
    pub open: Open,
}

/// Where to begin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Open {
    Home,
    Chapter(ChapterId),
    Quiz(ChapterId, Option<QuestionId>),
    Review,
    /// The exam that is open, else what this one is like, else all.
    Exams(Option<String>),
    Scenarios,
    Scenario(ScenarioId),
}

/// Runs until the learner leaves. Every answer that could be saved is saved then.
///
/// # Errors
/// When there is no terminal, or it fails.
pub fn run(start: Start) -> io::Result<Saving> {
    let (guard, screen) = terminal::Guard::take()?;
    let (sender, messages) = channel();
    terminal::listen(sender.clone())?;
    let size = screen.size()?;
    let mut clock = Clock::default();
    let Start { course, progress, settings, overrides, journal, places, notices, language, colours, open } = start;
    if settings.mouse == Mouse::Wheel {
        terminal::capture_wheel(true);
    }
    // Finding the zone reads a hundred folders. Home needs it only to say what is due.
    let now = if open == Open::Home && progress.is_empty() { clock.without_zone() } else { clock.now() };
    let beginning = Beginning {
        course,
        progress,
        settings,
        overrides,
        language,
        colours,
        notices,
        now,
        seed: seed(),
        size: (size.width, size.height),
    };
    let mut app = App::new(beginning);
    let effects = match open {
        Open::Home => Vec::new(),
        Open::Chapter(chapter) => app.open(Route::Chapter(chapter)),
        Open::Review => app.open(Route::Review),
        Open::Scenarios => app.open(Route::Scenarios),
        Open::Scenario(id) => app.open(Route::Scenario(id)),
        Open::Quiz(_, Some(question)) => app.open(Route::Question(question)),
        Open::Quiz(chapter, None) => app.open(Route::Quiz(chapter)),
        Open::Exams(_) if app.has_open_exam() => app.open(Route::OpenExam),
        Open::Exams(exam) => app.open(Route::Exams(exam)),
    };
    let mut session = Session { app, screen, journal, places, clock, saving: Saving::Complete, ended: false };
    // The first frame comes before anything that can wait, the reading thread included.
    session.draw()?;
    std::thread::spawn(move || {
        loop {
            let message = input::read();
            let gone = message.is_err();
            if sender.send(message.unwrap_or(Message::Terminate)).is_err() || gone {
                return;
            }
        }
    });
    session.run(effects, &messages)?;
    drop(guard);
    Ok(session.saving)
}

/// Whether everything that was answered is on disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saving {
    Complete,
    Failed { reason: String },
}

/// The app with everything that its effects act on.
struct Session {
    app: App,
    screen: terminal::Screen,
    journal: Result<Journal, String>,
    places: Places,
    clock: Clock,
    saving: Saving,
    ended: bool,
}

impl Session {
    /// Follows the learner to the end. A terminal that fails is an end too: what is to be kept of the place is kept.
    fn run(&mut self, first: Vec<Effect>, messages: &Receiver<Message>) -> io::Result<()> {
        let outcome = self.perform(first).and_then(|()| self.follow(messages));
        if !self.ended {
            let last = self.app.handle(Message::Terminate, self.clock.now());
            self.perform(last)?;
        }
        outcome
    }

    fn follow(&mut self, messages: &Receiver<Message>) -> io::Result<()> {
        while !self.ended {
            let Some(first) = self.next(messages) else {
                return Ok(());
            };
            let (mut effects, mut is_stale) = (Vec::new(), false);
            for message in std::iter::once(first).chain(messages.try_iter()) {
                // After a stop, and after two sizes in a row, what stands in the window is not what was drawn last.
                is_stale |= matches!(message, Message::Resumed | Message::Resize { .. });
                effects.extend(self.app.handle(message, self.clock.now()));
            }
            let drawn = match () {
                // Nobody looks at the last frame, and the terminal may be gone.
                () if effects.contains(&Effect::Quit) => Ok(()),
                () if is_stale => self.repaint(),
                () => self.draw(),
            };
            self.perform(effects).and(drawn)?;
        }
        Ok(())
    }

    /// Waits for the next message: as long as it takes, or until the app wants to be woken.
    fn next(&self, messages: &Receiver<Message>) -> Option<Message> {
        let Some(time) = self.app.wakes_at() else {
            return messages.recv().ok();
        };
        let patience = Duration::try_from(time.duration_since(Timestamp::now())).unwrap_or_default();
        match messages.recv_timeout(patience) {
            Ok(message) => Some(message),
            Err(RecvTimeoutError::Timeout) => Some(Message::Tick),
            Err(RecvTimeoutError::Disconnected) => None,
        }
    }

    /// Paints every cell. `Terminal::clear` would ask the terminal for its cursor, and the answer would go to the thread
    /// that reads keys.
    fn repaint(&mut self) -> io::Result<()> {
        let size = self.screen.size()?;
        self.screen.resize(Rect::new(0, 0, size.width, size.height))?;
        self.draw()
    }

    fn draw(&mut self) -> io::Result<()> {
        let app = &self.app;
        self.screen.draw(|frame| {
            let area = frame.area();
            if let Some(cursor) = app.draw(area, frame.buffer_mut()) {
                frame.set_cursor_position(cursor);
            }
        })?;
        Ok(())
    }

    /// Does what was asked for; its outcomes go back to the app, and may change the frame once more.
    fn perform(&mut self, effects: Vec<Effect>) -> io::Result<()> {
        let mut changed = false;
        let mut effects = std::collections::VecDeque::from(joined(effects));
        while let Some(effect) = effects.pop_front() {
            if let Some(outcome) = self.perform_one(effect)? {
                changed = true;
                effects.extend(self.app.handle(outcome, self.clock.now()));
            }
        }
        if changed && !self.ended { self.draw() } else { Ok(()) }
    }

    fn perform_one(&mut self, effect: Effect) -> io::Result<Option<Message>> {
        match effect {
            Effect::Save(events) => return Ok(Some(self.save(events))),
            Effect::Replay { day_start } => {
                let replayed = self.journal.as_mut().ok().and_then(|journal| journal.replay(day_start).ok());
                return Ok(replayed.map(|(progress, _)| Message::Replayed(Box::new(progress))));
            }
            Effect::SaveSettings(settings) => {
                terminal::capture_wheel(settings.mouse == Mouse::Wheel);
                let path = self.places.settings();
                let failed = path.and_then(|path| crate::store::settings::write(&path, &settings).err());
                return Ok(failed.map(|error| Message::SettingsFailed { reason: error.to_string() }));
            }
            Effect::Copy(text) => terminal::copy(&text),
            Effect::Suspend => {
                terminal::suspend();
                self.repaint()?;
            }
            Effect::Quit => self.ended = true,
        }
        Ok(None)
    }

    fn save(&mut self, events: Vec<Event>) -> Message {
        let journal = match &mut self.journal {
            Ok(journal) => journal,
            Err(reason) => {
                let reason = reason.clone();
                if events.iter().any(|event| event.what.is_decision()) {
                    self.saving = Saving::Failed { reason: reason.clone() };
                }
                return Message::Unkept { events, reason };
            }
        };
        match journal.append(&events) {
            Ok(foreign) => {
                self.saving = Saving::Complete;
                Message::Saved(foreign.into_iter().chain(events).collect())
            }
            Err(error) => {
                let reason = error.to_string();
                self.saving = Saving::Failed { reason: reason.clone() };
                Message::SaveFailed { events, reason }
            }
        }
    }
}

/// The effects of several messages: their events are written in one go, before anything else happens.
fn joined(effects: Vec<Effect>) -> Vec<Effect> {
    let mut events = Vec::new();
    let mut others = Vec::new();
    for effect in effects {
        match effect {
            Effect::Save(more) => events.extend(more),
            other => others.push(other),
        }
    }
    if !events.is_empty() {
        others.insert(0, Effect::Save(events));
    }
    others
}

/// The clock on the wall; its zone is looked up once, when it is first asked.
#[derive(Default)]
struct Clock {
    zone: Option<TimeZone>,
}

impl Clock {
    /// The time, by the wall of Greenwich.
    fn without_zone(&self) -> Moment {
        Moment::new(Timestamp::now(), Offset::UTC)
    }

    fn now(&mut self) -> Moment {
        let timestamp = Timestamp::now();
        let zone = self.zone.get_or_insert_with(TimeZone::system);
        Moment::new(timestamp, zone.to_offset(timestamp))
    }
}

/// A number that nobody could foresee.
fn seed() -> u64 {
    uuid::Uuid::now_v7().as_u64_pair().1
}
