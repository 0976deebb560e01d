//! The app: a stack of screens over the course, the progress and the settings.
//!
//! Messages go in, effects come out, and it draws itself into any buffer. It must not touch the disk, the clock or the
//! terminal: time comes with each message.

use super::action::Action;
use super::canvas::Canvas;
use super::effect::Effect;
use super::frame::{self, Rooms};
use super::ids::Ids;
use super::keymap::{self, Context};
use super::message::{Message, Wheel};
use super::outbox::Outbox;
use super::screen::{Confirmation, Request, Route, Screen, World};
use super::screens::home::HomeScreen;
use super::screens::welcome::WelcomeScreen;
use super::theme::{Colours, Theme};
use crate::course::Course;
use crate::domain::day::Day;
use crate::domain::event::{Event, HandedInBy, What};
use crate::domain::mock_exam::{ExamRun, wording};
use crate::domain::moment::Moment;
use crate::domain::progress::{Applied, Progress};
use crate::domain::settings::{Named, Overrides, Setting, Settings, Step, ThemeName, wording as of_settings};
use crate::text::words::exam::ExamWords;
use crate::text::words::settings::SettingsWords;
use crate::text::words::{Words, fill};
use crate::text::{Language, sanitize};
use jiff::Timestamp;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use uuid::Uuid;

pub struct App {
    course: Course,
    progress: Progress,
    /// As they are kept.
    kept: Settings,
    overrides: Overrides,
    /// As they hold.
    settings: Settings,
    /// The language to begin with, until the settings have one.
    language: Language,
    colours: Colours,
    theme: Theme,
    screens: Vec<Screen>,
    /// A question that stands over everything.
    asking: Option<Asking>,
    notice: Option<String>,
    outbox: Outbox,
    /// Exams that were handed in since the start: their events may still be on the way to the disk.
    handed_in: Vec<Uuid>,
    ids: Ids,
    now: Moment,
    /// The day for which the top screen was laid out.
    arranged: Day,
    width: u16,
    height: u16,
}

/// What is asked before it is done.
enum Asking {
    /// Leave or stay?
    Leave,
    /// What a screen does not do without asking.
    Confirm(Confirmation),
}

/// What an app starts from.
pub struct Beginning {
    pub course: Course,
    pub progress: Progress,
    /// As they are kept.
    pub settings: Settings,
    pub overrides: Overrides,
    pub language: Language,
    pub colours: Colours,
    /// Sentences that the learner should see once.
    pub notices: Vec<String>,
    pub now: Moment,
    /// A number that nobody could foresee.
    pub seed: u64,
    pub size: (u16, u16),
}

/// The rows that a notch of the wheel scrolls by.
const NOTCH: isize = 3;

/// Screens that are kept behind the one on top. Who follows more links than this comes back to the newest.
const DEPTH: usize = 24;

impl App {
    pub fn new(beginning: Beginning) -> App {
        let Beginning { course, progress, settings: kept, overrides, language, colours, notices, now, seed, size } =
            beginning;
        let settings = overrides.over(&kept);
        let mut screens = vec![Screen::Home(HomeScreen::default())];
        if settings.language.is_none() {
            screens.push(Screen::Welcome(WelcomeScreen::new()));
        }
        let day_start = progress.day_start();
        let mut app = App {
            course,
            progress,
            theme: Theme::new(settings.theme, colours),
            kept,
            overrides,
            settings,
            language,
            colours,
            screens,
            asking: None,
            notice: (!notices.is_empty()).then(|| sanitize::clean_line(&notices.join(" · ")).into_owned()),
            outbox: Outbox::default(),
            handed_in: Vec::new(),
            ids: Ids::new(seed),
            now,
            arranged: Day::of(now, day_start),
            width: size.0,
            height: size.1,
        };
        app.arrange(&mut Vec::new());
        app
    }

    /// Goes to a place at once, as a command line asked.
    pub fn open(&mut self, route: Route) -> Vec<Effect> {
        let mut effects = Vec::new();
        self.pass_time(&mut effects);
        self.perform(vec![Request::Open(route)], &mut effects);
        self.outbox.dispatch(effects)
    }

    /// Takes one message, stamped with the time.
    pub fn handle(&mut self, message: Message, now: Moment) -> Vec<Effect> {
        self.now = now;
        let mut effects = Vec::new();
        if matches!(message, Message::Key(_)) {
            self.notice = None;
        }
        let time_is_up = self.pass_time(&mut effects);
        match message {
            // Meant for a question that is gone.
            Message::Key(_) | Message::Paste(_) | Message::Wheel(_) if time_is_up => {}
            Message::Key(key) => {
                for action in keymap::actions(self.context(), key) {
                    self.act(action, &mut effects);
                }
            }
            Message::Paste(text) => {
                if self.context().is_text() {
                    self.act(Action::Edit(super::action::Edit::Insert(text)), &mut effects);
                }
            }
            Message::Wheel(wheel) => {
                let lines = if wheel == Wheel::Down { NOTCH } else { -NOTCH };
                self.act(Action::Scroll(lines), &mut effects);
            }
            Message::Resize { width, height } => {
                (self.width, self.height) = (width, height);
                self.arrange(&mut effects);
            }
            Message::Saved(events) => {
                self.fails(None, &mut effects);
                self.counts(events, &mut effects);
            }
            Message::SaveFailed { events, reason } => {
                self.outbox.wait(events);
                self.fails(Some(sanitize::clean_line(&reason).into_owned()), &mut effects);
            }
            Message::Unkept { events, reason } => {
                if events.iter().any(|event| event.what.is_decision()) {
                    self.fails(Some(sanitize::clean_line(&reason).into_owned()), &mut effects);
                }
                self.counts(events, &mut effects);
            }
            Message::Replayed(progress) => {
                self.progress = *progress;
                self.arrange(&mut effects);
            }
            Message::SettingsFailed { reason } => {
                let reason = sanitize::clean_line(&reason).into_owned();
                self.notice = Some(fill(SettingsWords::of(self.language()).not_saved, &[("reason", reason)]));
            }
            Message::Resumed | Message::Tick => {}
            Message::Terminate => self.quit(&mut effects),
        }
        // What was pressed was meant for the day that shows.
        if self.world().today() != self.arranged {
            self.arrange(&mut effects);
        }
        self.outbox.dispatch(effects)
    }

    /// Whether there is an exam to go on with.
    pub fn has_open_exam(&self) -> bool {
        self.progress.exams().open().is_some_and(|run| !run.countdown(self.now.timestamp).is_over(self.now.timestamp))
    }

    /// When the app wants to be woken although nobody presses a key: while an exam is on the screen, when its clock shows
    /// something else; while something covers it, when there is something to say.
    pub fn wakes_at(&self) -> Option<Timestamp> {
        let now = self.now.timestamp;
        let (top, covered) = self.screens.split_last()?;
        let on_top = top.countdown().and_then(|countdown| countdown.next_change(now));
        let below = covered.iter().filter_map(|screen| screen.countdown()?.next_warning(now));
        let overdue = self.overdue().next().map(|_| now);
        below.chain(on_top).chain(overdue).min()
    }

    /// Draws everything; returns where the text cursor stands, if text is typed.
    pub fn draw(&self, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        buffer.set_style(area, self.theme.ground());
        let mut canvas = Canvas::new(buffer, area, &self.theme);
        let failure = self.failure();
        let rooms = frame::rooms(area.width, area.height, failure.as_deref());
        let world = self.world();
        if let Some(screen) = self.screens.last() {
            canvas.inner(0, rooms.top, rooms.width, rooms.height, |canvas| screen.draw(&world, canvas));
            frame::draw_more(&mut canvas, &rooms, &world);
            frame::draw_header(&mut canvas, &screen.header(&world), &world);
        }
        let reads_on = self.asking.is_none() && self.screens.last().is_some_and(Screen::reads_on);
        frame::draw_footer(&mut canvas, self.context(), reads_on, self.footer_text(), &world);
        canvas.cursor.filter(|_| self.asking.is_none())
    }

    fn act(&mut self, action: Action, effects: &mut Vec<Effect>) {
        if self.asking.is_some() && matches!(action, Action::Scroll(_)) {
            return;
        }
        match (self.asking.take(), &action) {
            (Some(Asking::Leave), Action::Quit) => return self.quit(effects),
            (Some(Asking::Confirm(confirmation)), Action::Enter) => return self.perform(confirmation.then, effects),
            (None, _) | (Some(Asking::Confirm(_)), Action::Quit) => {}
            (Some(_), _) => return,
        }
        let context = self.context();
        match action {
            Action::Quit if self.outbox.failure().is_none() => self.quit(effects),
            Action::Quit | Action::Leave => {
                self.asking = Some(Asking::Leave);
                self.outbox.retry(effects);
            }
            Action::Suspend => effects.push(Effect::Suspend),
            Action::Language if context != Context::Welcome => {
                let language = self.language().other();
                self.change(Settings { language: Some(language), ..self.settings.clone() }, effects);
            }
            Action::Theme => {
                let theme = Step::Round.from(self.settings.theme, ThemeName::ALL);
                self.change(Settings { theme, ..self.settings.clone() }, effects);
                let today = self.world().today().date();
                let name = of_settings::value(Setting::Theme, &self.settings, today, self.language());
                self.notice = Some(format!("{}: {name}", self.words().theme));
            }
            Action::Settings if context != Context::Settings => {
                self.perform(vec![Request::Open(Route::Settings)], effects)
            }
            Action::Help if context != Context::Help => {
                self.perform(vec![Request::Open(Route::Help(context))], effects)
            }
            Action::Terms if !matches!(self.screens.last(), Some(Screen::Glossary(_))) => {
                let text = self.screens.last().and_then(Screen::text);
                self.perform(vec![Request::Open(Route::Glossary(text))], effects);
            }
            Action::Statistics => self.perform(vec![Request::Open(Route::Statistics)], effects),
            Action::Exams => self.perform(vec![Request::Open(Route::Exams(None))], effects),
            Action::Bookmarks => self.perform(vec![Request::Open(Route::Bookmarks)], effects),
            Action::Search if !context.is_text() => {
                self.perform(vec![Request::Open(Route::Search { query: String::new() })], effects);
            }
            Action::Back if context == Context::Chapter => self.perform(vec![Request::Back], effects),
            action => {
                let Some(mut screen) = self.screens.pop() else {
                    return;
                };
                let requests = screen.update(&action, &self.world());
                self.screens.push(screen);
                self.perform(requests, effects);
            }
        }
    }

    fn perform(&mut self, requests: Vec<Request>, effects: &mut Vec<Effect>) {
        for request in requests {
            match request {
                Request::Open(route) => self.cover(route, effects),
                Request::Replace(route) => self.replace(route, effects),
                Request::Back => {
                    if self.screens.len() > 1 {
                        self.leave_top(effects);
                        self.screens.pop();
                        self.arrange(effects);
                    }
                }
                Request::Record(what) => self.record(what, effects),
                Request::Notice(notice) => self.notice = Some(notice),
                Request::Copy { text, notice } => {
                    effects.push(Effect::Copy(text));
                    self.notice = Some(notice);
                }
                Request::Change(settings) => self.change(settings, effects),
                Request::Confirm(confirmation) => self.asking = Some(Asking::Confirm(confirmation)),
            }
        }
    }

    /// Opens a screen over the one on top.
    fn cover(&mut self, route: Route, effects: &mut Vec<Effect>) {
        if let Some((screen, requests)) = self.opened(route) {
            self.leave_top(effects);
            if self.screens.len() > DEPTH {
                self.screens.remove(1);
            }
            self.show(screen, requests, effects);
        }
    }

    /// Opens a screen in the place of the one on top.
    fn replace(&mut self, route: Route, effects: &mut Vec<Effect>) {
        if let Some((screen, requests)) = self.opened(route) {
            self.leave_top(effects);
            self.screens.pop();
            self.show(screen, requests, effects);
        }
    }

    /// The screen of a route, and what it asks for; a sentence is shown if it leads nowhere.
    fn opened(&mut self, route: Route) -> Option<(Screen, Vec<Request>)> {
        let is_in_exam = self.screens.iter().any(|screen| screen.countdown().is_some());
        if is_in_exam && route.looks_up() {
            self.notice = Some(ExamWords::of(self.language()).nothing_looked_up.to_string());
            return None;
        }
        match Screen::open(route, &self.world()) {
            Ok(opened) => Some(opened),
            Err(sentence) => {
                self.notice = Some(sentence);
                None
            }
        }
    }

    fn show(&mut self, screen: Screen, requests: Vec<Request>, effects: &mut Vec<Effect>) {
        self.screens.push(screen);
        self.perform(requests, effects);
        self.arrange(effects);
    }

    fn leave_top(&mut self, effects: &mut Vec<Effect>) {
        let Some(mut screen) = self.screens.pop() else {
            return;
        };
        let facts = screen.leave(&self.world());
        self.screens.push(screen);
        facts.into_iter().for_each(|what| self.record(what, effects));
    }

    /// Hands in what has run out of time, wherever the learner is, and warns before; `true` if that took the screen away.
    fn pass_time(&mut self, effects: &mut Vec<Effect>) -> bool {
        let mut screens = std::mem::take(&mut self.screens);
        let world = self.world();
        let requests: Vec<Request> = screens.iter_mut().flat_map(|screen| screen.pass_time(&world)).collect();
        self.screens = screens;
        self.perform(requests, effects);
        let overdue: Vec<(What, String)> = self
            .overdue()
            .map(|run| (run.hand_in(HandedInBy::Clock), wording::ran_out(run, self.language())))
            .collect();
        for (what, sentence) in overdue {
            self.record(what, effects);
            self.notice = Some(sentence);
        }
        let is_over = matches!(self.screens.last(), Some(Screen::Exam(exam)) if exam.is_over());
        if is_over {
            self.arrange(effects);
        }
        is_over
    }

    /// Exams whose time is over, and which have not been handed in.
    fn overdue(&self) -> impl Iterator<Item = &ExamRun> {
        let overdue = self.progress.exams().overdue(self.now.timestamp);
        overdue.filter(|run| !self.handed_in.contains(&run.id()))
    }

    /// Lays the top screen out for the world as it is now.
    fn arrange(&mut self, effects: &mut Vec<Effect>) {
        self.arranged = self.world().today();
        let Some(mut screen) = self.screens.pop() else {
            return;
        };
        let requests = screen.arrange(&self.world());
        self.screens.push(screen);
        self.perform(requests, effects);
    }

    fn change(&mut self, chosen: Settings, effects: &mut Vec<Effect>) {
        self.kept = self.overrides.settle(chosen, &self.kept);
        let settings = self.overrides.over(&self.kept);
        if settings.day_start != self.settings.day_start {
            effects.push(Effect::Replay { day_start: settings.day_start });
        }
        self.settings = settings;
        self.theme = Theme::new(self.settings.theme, self.colours);
        effects.push(Effect::SaveSettings(self.kept.clone()));
        self.arrange(effects);
    }

    fn record(&mut self, what: What, effects: &mut Vec<Effect>) {
        if let What::ExamFinished { run, .. } = &what {
            self.handed_in.push(*run);
        }
        let event = Event { id: self.ids.next(self.now.timestamp), at: self.now, what };
        Outbox::put(event, effects);
    }

    /// Folds events into the progress.
    fn counts(&mut self, events: Vec<Event>, effects: &mut Vec<Effect>) {
        let mut in_order = true;
        for event in events {
            in_order &= self.progress.apply(event) == Applied::InOrder;
        }
        if !in_order {
            effects.push(Effect::Replay { day_start: self.settings.day_start });
        }
        // The page that is being read does not move under the reader; lists and verdicts show the new figures.
        if !matches!(self.screens.last(), Some(Screen::Chapter(_))) {
            self.arrange(effects);
        }
    }

    /// Saving fails for another reason, or no more; a screen is laid out anew only if that changes its room.
    fn fails(&mut self, reason: Option<String>, effects: &mut Vec<Effect>) {
        let before = self.rooms();
        self.outbox.set_failure(reason);
        if self.rooms() != before {
            self.arrange(effects);
        }
    }

    fn quit(&mut self, effects: &mut Vec<Effect>) {
        self.leave_top(effects);
        self.outbox.retry(effects);
        effects.push(Effect::Quit);
    }

    fn context(&self) -> Context {
        match &self.asking {
            Some(Asking::Leave) => Context::Confirm,
            Some(Asking::Confirm(confirmation)) => confirmation.context,
            None => self.screens.last().map_or(Context::Home, Screen::context),
        }
    }

    /// The sentence that takes the footer's place, if there is one.
    fn footer_text(&self) -> Option<String> {
        let words = self.words();
        match &self.asking {
            Some(Asking::Leave) if self.outbox.failure().is_some() => return Some(words.leave_unsaved.to_string()),
            Some(Asking::Leave) => return Some(words.leave_question.to_string()),
            Some(Asking::Confirm(confirmation)) => return Some(confirmation.question.clone()),
            None => {}
        }
        self.failure().or_else(|| self.notice.clone())
    }

    /// Why answers are not saved: it is said until they are.
    fn failure(&self) -> Option<String> {
        self.outbox.failure().map(|reason| fill(self.words().not_saved, &[("reason", reason.to_string())]))
    }

    fn rooms(&self) -> Rooms {
        frame::rooms(self.width, self.height, self.failure().as_deref())
    }

    fn language(&self) -> Language {
        self.settings.language.unwrap_or(self.language)
    }

    fn words(&self) -> &'static Words {
        Words::of(self.language())
    }

    fn world(&self) -> World<'_> {
        let rooms = self.rooms();
        World {
            course: &self.course,
            progress: &self.progress,
            settings: &self.settings,
            language: self.language(),
            words: self.words(),
            width: rooms.width,
            height: rooms.height,
            now: self.now,
            seed: self.ids.seed(),
            fresh: self.ids.peek(self.now.timestamp),
        }
    }
}
