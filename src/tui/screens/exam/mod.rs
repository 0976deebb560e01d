//! An exam in progress: one question on the table, the clock above it, an overview, and handing in.
//!
//! Nothing is judged here. What is marked is kept whenever the learner turns away from a question, whichever way. It must
//! not save: what happened goes out as requests.

mod hand_in;
mod overview;

use crate::domain::event::{ExamStarted, HandedInBy, What};
use crate::domain::mock_exam::{Blueprint, Countdown, Counts, ExamRun, Sitting, Warning, wording};
use crate::text::words::exam::ExamWords;
use crate::text::words::fill;
use crate::tui::action::Action;
use crate::tui::canvas::Canvas;
use crate::tui::keymap::Context;
use crate::tui::question::{self, Draft, Entered, Setting, Window};
use crate::tui::screen::{Header, Request, Route, World, measure};
use crate::tui::signs::Signs;
use overview::Overview;

#[derive(Debug)]
pub struct ExamScreen {
    sitting: Sitting,
    draft: Draft,
    mode: Mode,
    /// The last warning that was given.
    warned: Option<Warning>,
    window: Window,
}

#[derive(Debug, Clone, Copy)]
enum Mode {
    Asking,
    Overview(Overview),
    HandingIn,
    /// It has been handed in; its result comes as soon as this screen is on top.
    Over,
}

impl ExamScreen {
    /// A new exam.
    pub fn start(blueprint: &Blueprint, world: &World<'_>) -> (ExamScreen, Vec<Request>) {
        let drawn = blueprint.draw(world.progress.exams(), world.seed);
        let questions = world.course.questions_of(&drawn);
        let started = ExamStarted {
            exam: blueprint.id.clone(),
            run: world.fresh,
            seed: world.seed,
            minutes: blueprint.minutes(),
            clock: world.settings.exam_clock,
            questions: drawn,
        };
        let (sitting, fact) = Sitting::start(started, questions, world.settings.options, world.now);
        (ExamScreen::new(sitting, world), vec![Request::Record(fact)])
    }

    /// An exam that is open, where it was left.
    pub fn resume(run: &ExamRun, world: &World<'_>) -> ExamScreen {
        let questions = world.course.questions_of(&run.started.questions);
        ExamScreen::new(Sitting::resume(run, questions, world.settings.options, world.now.timestamp), world)
    }

    fn new(sitting: Sitting, world: &World<'_>) -> ExamScreen {
        let warned = sitting.countdown().warning(world.now.timestamp);
        let mut screen = ExamScreen {
            draft: Draft::Boolean { marked: None },
            mode: Mode::Asking,
            warned,
            window: Window::default(),
            sitting,
        };
        screen.take_up();
        screen
    }

    pub fn context(&self) -> Context {
        match self.mode {
            Mode::Asking if self.draft.context().is_text() => Context::ExamTyping,
            Mode::Asking => Context::ExamChoosing,
            Mode::Overview(_) | Mode::Over => Context::ExamOverview,
            Mode::HandingIn => Context::ExamHandIn,
        }
    }

    /// The clock, as long as it runs.
    pub fn countdown(&self) -> Option<&Countdown> {
        (!self.is_over()).then(|| self.sitting.countdown())
    }

    pub fn is_over(&self) -> bool {
        matches!(self.mode, Mode::Over)
    }

    /// Warns of the end, and hands in when it has come.
    pub fn pass_time(&mut self, world: &World<'_>) -> Vec<Request> {
        let (words, now) = (ExamWords::of(world.language), world.now.timestamp);
        if self.is_over() {
            return Vec::new();
        }
        let elsewhere = world.progress.exams().run(self.sitting.run().id()).filter(|run| run.finished.is_some());
        if let Some(run) = elsewhere {
            self.sitting.replace(run);
            self.mode = Mode::Over;
            return vec![Request::Notice(words.handed_in_elsewhere.to_string())];
        }
        if self.sitting.countdown().is_over(now) {
            let mut requests = self.hand_in(HandedInBy::Clock, world);
            requests.push(Request::Notice(words.time_up.to_string()));
            return requests;
        }
        let warning = self.sitting.countdown().warning(now);
        if warning <= self.warned {
            return Vec::new();
        }
        self.warned = warning;
        let sentence = warning.map(|warning| wording::warning(warning, world.language).to_string());
        sentence.map(Request::Notice).into_iter().collect()
    }

    /// What to keep when the learner turns away or the program ends.
    pub fn leave(&mut self, world: &World<'_>) -> Vec<What> {
        let marked = self.draft.response();
        let kept = self.sitting.answer(marked.as_ref(), world.language, world.now.timestamp);
        if kept.is_empty() { self.sitting.clock_fact(world.now.timestamp).into_iter().collect() } else { kept }
    }

    /// Whether Enter shows what is below before it passes a question without an answer.
    pub fn reads_on(&self) -> bool {
        matches!(self.mode, Mode::Asking) && self.window.goes_on() && self.draft.response().is_none()
    }

    pub fn arrange(&mut self, world: &World<'_>) -> Vec<Request> {
        if self.is_over() {
            return vec![Request::Replace(Route::ExamResult(Box::new(self.sitting.clone())))];
        }
        let (left, width) = measure(world.width);
        let setting = Setting { width, language: world.language, words: world.words, borders: world.settings.borders };
        let view = match &self.mode {
            Mode::Overview(overview) => overview.view(&self.sitting, &setting),
            Mode::HandingIn => hand_in::view(&self.sitting, world.now.timestamp, &setting),
            Mode::Asking | Mode::Over => match self.sitting.current() {
                Some(entry) => question::asked(entry, &self.draft, &setting),
                None => question::View::default(),
            },
        };
        self.window.lay(view, left, world.height);
        Vec::new()
    }

    pub fn update(&mut self, action: &Action, world: &World<'_>) -> Vec<Request> {
        let mut requests = match self.mode {
            Mode::Asking => self.update_question(action, world),
            Mode::Overview(overview) => self.update_overview(overview, action, world),
            Mode::HandingIn => match action {
                Action::Enter => self.hand_in(HandedInBy::Learner, world),
                Action::Overview => self.turn(Mode::Overview(Overview::at(self.sitting.position()))),
                Action::Back => self.turn(Mode::Asking),
                action => self.scroll(action),
            },
            Mode::Over => Vec::new(),
        };
        requests.extend(self.arrange(world));
        requests
    }

    pub fn header(&self, world: &World<'_>) -> Header {
        let (words, signs) = (ExamWords::of(world.language), Signs::of(world.settings.borders));
        let Counts { all, answered, flagged, .. } = self.sitting.counts();
        let place = self.sitting.position();
        let mut title = fill(words.number_of, &[("number", (place + 1).to_string()), ("all", all.to_string())]);
        if self.sitting.state(place).is_flagged {
            title = format!("{title} {}", signs.flag);
        }
        let clock = wording::time_left(self.sitting.countdown(), world.now.timestamp, world.language);
        let clock = if self.warned.is_some() { format!("! {clock}") } else { clock };
        let right = if world.width >= 72 {
            let counted = |template, count: usize| fill(template, &[("count", count.to_string())]);
            let answered = counted(words.answered_count, answered);
            let flagged = counted(words.flagged_count, flagged);
            format!("{answered}  {flagged}  {clock}")
        } else {
            clock
        };
        let exam = wording::exam_name(&self.sitting.run().started.exam, &world.course.outline, world.language);
        Header { path: vec![exam, title], right }
    }

    pub fn draw(&self, canvas: &mut Canvas<'_>) {
        self.window.draw(canvas);
    }

    fn update_question(&mut self, action: &Action, world: &World<'_>) -> Vec<Request> {
        let (place, last) = (self.sitting.position(), self.sitting.entries().len().saturating_sub(1));
        match action {
            Action::Enter if self.reads_on() => self.scroll(&Action::PageDown),
            Action::Enter => self.enter(world),
            Action::NextQuestion => self.go_on(world),
            Action::Overview => self.look_over(world),
            Action::PreviousQuestion => self.go(place.saturating_sub(1), world),
            Action::Flag => {
                let kept = self.keep(world);
                let flag = self.sitting.flag(world.now.timestamp).into_iter().map(Request::Record);
                kept.into_iter().chain(flag).collect()
            }
            Action::HandIn => {
                let kept = self.keep(world);
                self.turn(Mode::HandingIn);
                kept
            }
            Action::Back => {
                let (run, countdown) = (self.sitting.run(), self.sitting.countdown());
                let notice = wording::left_behind(run, countdown, world.now.timestamp, world.language);
                vec![Request::Back, Request::Notice(notice)]
            }
            Action::PageDown | Action::PageUp => self.scroll(action),
            action if self.draft.update(action) => {
                let requests = self.arrange(world);
                self.window.show_focus();
                requests
            }
            // Where they move nothing within a question, they turn to another.
            Action::Left => self.go(place.saturating_sub(1), world),
            Action::Right => self.go((place + 1).min(last), world),
            action => self.scroll(action),
        }
    }

    fn update_overview(&mut self, mut overview: Overview, action: &Action, world: &World<'_>) -> Vec<Request> {
        match action {
            Action::Enter => {
                self.mode = Mode::Asking;
                self.go(overview.cursor(), world)
            }
            Action::HandIn => self.turn(Mode::HandingIn),
            Action::Back => self.turn(Mode::Asking),
            Action::Scroll(_) => self.scroll(action),
            action => {
                overview.update(action, self.sitting.entries().len(), measure(world.width).1);
                self.mode = Mode::Overview(overview);
                let requests = self.arrange(world);
                self.window.show_focus();
                requests
            }
        }
    }

    /// Takes what is marked as the answer and goes on. What is begun is kept and said to be incomplete; what cannot be
    /// read is not taken.
    fn enter(&mut self, world: &World<'_>) -> Vec<Request> {
        let Some(entry) = self.sitting.current() else { return Vec::new() };
        let entered = self.draft.enter(&entry.question);
        match entered {
            Entered::Answer(_) | Entered::Nothing => self.go_on(world),
            Entered::Refused(misread) if misread.is_begun() => {
                let number = (self.sitting.position() + 1).to_string();
                let details = [("number", number), ("problem", misread.message(world.language))];
                let notice = fill(ExamWords::of(world.language).left_incomplete, &details);
                let mut requests = self.go_on(world);
                requests.push(Request::Notice(notice));
                requests
            }
            Entered::Refused(_) | Entered::Moved => {
                let mut requests = self.arrange(world);
                self.window.show_focus();
                requests.extend(entered.sentence(self.context(), world.language).map(Request::Notice));
                requests
            }
        }
    }

    /// To the next question; behind the last one comes the overview.
    fn go_on(&mut self, world: &World<'_>) -> Vec<Request> {
        let next = self.sitting.position() + 1;
        if next < self.sitting.entries().len() { self.go(next, world) } else { self.look_over(world) }
    }

    fn look_over(&mut self, world: &World<'_>) -> Vec<Request> {
        let kept = self.keep(world);
        self.turn(Mode::Overview(Overview::at(self.sitting.position())));
        kept
    }

    /// Keeps what is marked, and puts another question on the table.
    fn go(&mut self, place: usize, world: &World<'_>) -> Vec<Request> {
        let kept = self.keep(world);
        self.sitting.go(place, world.now.timestamp);
        self.take_up();
        kept
    }

    /// Shows the question on the table as it was answered.
    fn take_up(&mut self) {
        if let Some(entry) = self.sitting.current() {
            self.draft = match self.sitting.response(self.sitting.position()) {
                Some(response) => Draft::of_response(entry, &response),
                None => Draft::new(entry),
            };
        }
        self.window.to_top();
    }

    fn keep(&mut self, world: &World<'_>) -> Vec<Request> {
        let marked = self.draft.response();
        let facts = self.sitting.answer(marked.as_ref(), world.language, world.now.timestamp);
        facts.into_iter().map(Request::Record).collect()
    }

    fn hand_in(&mut self, by: HandedInBy, world: &World<'_>) -> Vec<Request> {
        let facts = self.sitting.hand_in(self.draft.response().as_ref(), by, world.language, world.now);
        self.mode = Mode::Over;
        facts.into_iter().map(Request::Record).collect()
    }

    fn turn(&mut self, mode: Mode) -> Vec<Request> {
        self.mode = mode;
        self.window.to_top();
        Vec::new()
    }

    fn scroll(&mut self, action: &Action) -> Vec<Request> {
        self.window.update(action);
        Vec::new()
    }
}
