//! The mock exams: one to begin, the one that is open, the ones that were handed in; and what an exam is like, before
//! its clock starts.
//!
//! It must not draw questions: an exam does that when it begins.

use crate::domain::mock_exam::{Blueprint, pass_points, points, wording};
use crate::text::calendar;
use crate::text::number::grouped;
use crate::text::width::{padded, truncated, width};
use crate::text::words::exam::ExamWords;
use crate::text::wrap::wrap;
use crate::tui::action::Action;
use crate::tui::canvas::Canvas;
use crate::tui::keymap::Context;
use crate::tui::list::List;
use crate::tui::look::{Look, Row, Tone, run};
use crate::tui::question::{View, Window};
use crate::tui::screen::{Header, Request, Route, World, measure};
use crate::tui::signs::Signs;
use uuid::Uuid;

#[derive(Debug, Default)]
pub struct ExamsScreen {
    mode: Mode,
    targets: Vec<Target>,
    rows: Vec<Row>,
    list: List,
    left: usize,
    width: usize,
    sign: &'static str,
    height: usize,
}

#[derive(Debug, Default)]
enum Mode {
    #[default]
    Choosing,
    /// Reading what this exam is like.
    Brief { exam: String, window: Window },
}

/// What a line opens.
#[derive(Debug, Clone)]
enum Target {
    GoOn,
    Brief(String),
    Result(Uuid),
}

impl ExamsScreen {
    /// All exams, or what one is like.
    ///
    /// # Errors
    /// The sentence to show when there is no exam, or not this one.
    pub fn open(exam: Option<String>, world: &World<'_>) -> Result<ExamsScreen, String> {
        let outline = &world.course.outline;
        let missing = match &exam {
            Some(id) => Blueprint::find(id, outline).is_none(),
            None => Blueprint::all(outline).is_empty() && world.progress.exams().finished().next().is_none(),
        };
        if missing {
            return Err(ExamWords::of(world.language).no_exams.to_string());
        }
        let mode = exam.map_or(Mode::Choosing, |exam| Mode::Brief { exam, window: Window::default() });
        Ok(ExamsScreen { mode, ..ExamsScreen::default() })
    }

    pub fn context(&self) -> Context {
        match self.mode {
            Mode::Choosing => Context::List,
            Mode::Brief { .. } => Context::ExamBrief,
        }
    }

    pub fn arrange(&mut self, world: &World<'_>) {
        (self.left, self.width) = measure(world.width);
        self.sign = Signs::of(world.settings.borders).cursor;
        self.height = world.height;
        if let Mode::Brief { exam, window } = &mut self.mode {
            let rows =
                Blueprint::find(exam, &world.course.outline).map(|blueprint| brief(&blueprint, self.width, world));
            window.lay(View { rows: rows.unwrap_or_default(), ..View::default() }, self.left, self.height);
            return;
        }
        self.rows = Vec::new();
        self.targets = Vec::new();
        let mut choosable = Vec::new();
        self.push_open(&mut choosable, world);
        self.push_blueprints(&mut choosable, world);
        self.push_finished(&mut choosable, world);
        self.list.set_rows(choosable);
        self.list.follow(self.rows.len(), self.height);
    }

    pub fn update(&mut self, action: &Action, world: &World<'_>) -> Vec<Request> {
        match (&mut self.mode, action) {
            (Mode::Brief { exam, .. }, Action::Enter) => return vec![Request::Replace(Route::Exam(exam.clone()))],
            (Mode::Brief { .. }, Action::Back) => {
                self.mode = Mode::Choosing;
                self.arrange(world);
            }
            (Mode::Brief { window, .. }, action) => window.update(action),
            (Mode::Choosing, Action::Back) => return vec![Request::Back],
            (Mode::Choosing, Action::Enter) => return self.choose(world),
            (Mode::Choosing, action) => {
                self.list.update(action, self.height / 2);
                self.list.follow(self.rows.len(), self.height);
            }
        }
        Vec::new()
    }

    pub fn header(&self, world: &World<'_>) -> Header {
        let title = ExamWords::of(world.language).choose_exam.to_string();
        let path = match &self.mode {
            Mode::Choosing => vec![title],
            Mode::Brief { exam, .. } => {
                vec![title, wording::exam_name(exam, &world.course.outline, world.language)]
            }
        };
        Header { path, right: String::new() }
    }

    pub fn draw(&self, canvas: &mut Canvas<'_>) {
        match &self.mode {
            Mode::Choosing => canvas.put_list(&self.rows, &self.list, self.left, self.width, self.sign),
            Mode::Brief { window, .. } => window.draw(canvas),
        }
    }

    fn choose(&mut self, world: &World<'_>) -> Vec<Request> {
        let target = self.list.choice().and_then(|place| self.targets.get(place)).cloned();
        match target {
            Some(Target::GoOn) => vec![Request::Replace(Route::OpenExam)],
            Some(Target::Result(run)) => vec![Request::Open(Route::PastExam(run))],
            Some(Target::Brief(_)) if world.progress.exams().open().is_some() => {
                vec![Request::Notice(ExamWords::of(world.language).one_open.to_string())]
            }
            Some(Target::Brief(exam)) => {
                self.mode = Mode::Brief { exam, window: Window::default() };
                self.arrange(world);
                Vec::new()
            }
            None => Vec::new(),
        }
    }

    fn push_open(&mut self, choosable: &mut Vec<usize>, world: &World<'_>) {
        let Some(run) = world.progress.exams().open() else { return };
        let words = ExamWords::of(world.language);
        self.push_heading(words.go_on);
        let name = wording::exam_name(&run.started.exam, &world.course.outline, world.language);
        let progress = wording::progress(run, world.now.timestamp, world.language);
        self.push_choice(choosable, Target::GoOn, &name, &progress);
    }

    fn push_blueprints(&mut self, choosable: &mut Vec<usize>, world: &World<'_>) {
        self.push_heading(ExamWords::of(world.language).new_exam);
        for blueprint in Blueprint::all(&world.course.outline) {
            let name = wording::exam_name(&blueprint.id, &world.course.outline, world.language);
            let length = wording::length(&blueprint, world.language);
            self.push_choice(choosable, Target::Brief(blueprint.id), &name, &length);
        }
    }

    fn push_finished(&mut self, choosable: &mut Vec<usize>, world: &World<'_>) {
        let mut finished = world.progress.exams().finished().rev().peekable();
        if finished.peek().is_none() {
            return;
        }
        self.push_heading(ExamWords::of(world.language).handed_in_before);
        let signs = Signs::of(world.settings.borders);
        for (exam, end) in finished {
            let name = wording::exam_name(&exam.started.exam, &world.course.outline, world.language);
            let day = calendar::day_of_year(end.at.date(), world.language);
            let reached = points(end.score);
            let mark =
                Blueprint::find(&exam.started.exam, &world.course.outline).map(|blueprint| pass_points(blueprint.pass));
            let (sign, tone) = match mark {
                Some(mark) if reached >= mark => (signs.right, Tone::Right),
                Some(_) => (signs.wrong, Tone::Wrong),
                None => (" ", Tone::Text),
            };
            choosable.push(self.rows.len());
            self.targets.push(Target::Result(exam.id()));
            let room = self.width.saturating_sub(width(&day) + 15);
            self.rows.push(vec![
                run(format!("    {day}  "), Tone::Muted),
                run(format!("{:>5} ", grouped(f64::from(reached))), Look::default().bold()),
                run(format!("{sign} "), tone),
                run(truncated(&name, room), Tone::Text),
            ]);
        }
    }

    fn push_heading(&mut self, heading: &str) {
        if !self.rows.is_empty() {
            self.rows.push(Row::new());
        }
        self.rows.push(vec![run(heading, Look::new(Tone::Heading).bold())]);
    }

    fn push_choice(&mut self, choosable: &mut Vec<usize>, target: Target, name: &str, below: &str) {
        choosable.push(self.rows.len());
        self.targets.push(target);
        let room = self.width.saturating_sub(4);
        self.rows.push(vec![run(format!("    {}", truncated(name, room)), Look::default().bold())]);
        for row in wrap(&[run(below, Tone::Muted)], self.width.saturating_sub(6).max(1)) {
            self.rows.push(std::iter::once(run("      ", Tone::Text)).chain(row).collect());
        }
    }
}

/// What an exam is like: its length, its fields, its rules.
fn brief(blueprint: &Blueprint, room: usize, world: &World<'_>) -> Vec<Row> {
    let mut rows = wrap(&[run(wording::length(blueprint, world.language), Look::default().bold())], room);
    rows.push(Row::new());
    let fields = wording::fields(blueprint, world.language);
    let widest = |widths: &mut dyn Iterator<Item = usize>| widths.max().unwrap_or(0);
    let numbers = widest(&mut fields.iter().map(|(_, number)| width(number)));
    let names = widest(&mut fields.iter().map(|(name, _)| width(name)));
    let column = names.min(room.saturating_sub(numbers + 4));
    for (field, (name, number)) in blueprint.fields.iter().zip(fields) {
        let tone = if field.is_short() { Tone::Due } else { Tone::Muted };
        let name = padded(&truncated(&name, column), column);
        rows.push(vec![run(format!("  {name}  "), Tone::Text), run(number, tone)]);
    }
    for rule in wording::rules(blueprint, world.settings.exam_clock, world.language) {
        rows.push(Row::new());
        rows.extend(wrap(&[run(rule, Tone::Text)], room));
    }
    rows
}
