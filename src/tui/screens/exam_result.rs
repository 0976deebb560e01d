//! What came out of an exam: a summary, its questions, and each question with all its reasons.

use crate::domain::mock_exam::{ExamResult, Sitting, Tally, wording};
use crate::domain::quiz::Entry;
use crate::domain::verdict::Grade;
use crate::text::Language;
use crate::text::number::percent;
use crate::text::width::{padded, truncated, width};
use crate::text::words::exam::ExamWords;
use crate::text::words::fill;
use crate::text::wrap::{row_width, wrap};
use crate::tui::action::Action;
use crate::tui::canvas::Canvas;
use crate::tui::keymap::Context;
use crate::tui::list::List;
use crate::tui::look::{Look, Row, Tone, row_text, run};
use crate::tui::question::{self, Setting, View, Window, one_line, report_notice, report_text};
use crate::tui::screen::{Header, Request, Route, World, measure};
use crate::tui::signs::Signs;
use uuid::Uuid;

#[derive(Debug)]
pub struct ExamResultScreen {
    sitting: Sitting,
    result: ExamResult,
    mode: Mode,
    window: Window,
    rows: Vec<Row>,
    list: List,
    left: usize,
    width: usize,
    sign: &'static str,
    height: usize,
}

#[derive(Debug, Clone, Copy)]
enum Mode {
    Summary,
    Questions,
    Question(usize),
}

/// Cells of a bar, and of the shortest.
const BAR: usize = 16;
const SHORTEST_BAR: usize = 6;
/// From this width on bars and times have room.
const BARS_FROM: usize = 60;
/// Cells of share and score with the blanks around them.
const FIGURES: usize = 20;

/// Cells of the columns of a table of sums.
struct Columns {
    name: usize,
    /// None where there is no room for it, nor for times.
    bar: usize,
}

impl Columns {
    fn of(sections: &[wording::Section], room: usize, language: Language) -> Columns {
        let lines = || sections.iter().flat_map(|section| &section.lines);
        let longest = lines().map(|(name, _)| width(name)).max().unwrap_or(0);
        if room < BARS_FROM {
            return Columns { name: longest.min(room.saturating_sub(FIGURES).max(6)), bar: 0 };
        }
        let times = lines().filter_map(|(_, tally)| wording::time_of_each(tally, language));
        let time = times.map(|time| 3 + width(&time)).max().unwrap_or(0);
        let left = room.saturating_sub(FIGURES + time);
        let name = longest.min(left.saturating_sub(SHORTEST_BAR));
        Columns { name, bar: left.saturating_sub(name).min(BAR) }
    }
}

impl ExamResultScreen {
    /// Of an exam that has just been handed in.
    pub fn new(sitting: Sitting, world: &World<'_>) -> ExamResultScreen {
        let result = ExamResult::of(sitting.run(), world.progress.exams(), &world.course.outline);
        ExamResultScreen {
            sitting,
            result,
            mode: Mode::Summary,
            window: Window::default(),
            rows: Vec::new(),
            list: List::default(),
            left: 0,
            width: 0,
            sign: "",
            height: 0,
        }
    }

    /// Of an exam of the past.
    ///
    /// # Errors
    /// The sentence to show when there is no such exam.
    pub fn of_past(run: Uuid, world: &World<'_>) -> Result<ExamResultScreen, String> {
        let found = world.progress.exams().run(run).filter(|run| run.finished.is_some());
        let run = found.ok_or_else(|| ExamWords::of(world.language).no_exams.to_string())?;
        let questions = world.course.questions_of(&run.started.questions);
        Ok(ExamResultScreen::new(Sitting::resume(run, questions, world.settings.options, world.now.timestamp), world))
    }

    pub fn context(&self) -> Context {
        match self.mode {
            Mode::Summary => Context::ExamResult,
            Mode::Questions => Context::List,
            Mode::Question(_) => Context::ExamVerdict,
        }
    }

    /// Whether Enter shows the rest of a question before it goes to the next.
    pub fn reads_on(&self) -> bool {
        matches!(self.mode, Mode::Question(_)) && self.window.goes_on()
    }

    pub fn arrange(&mut self, world: &World<'_>) {
        (self.left, self.width) = measure(world.width);
        self.sign = Signs::of(world.settings.borders).cursor;
        self.height = world.height;
        let setting = Setting {
            width: self.width,
            language: world.language,
            words: world.words,
            borders: world.settings.borders,
        };
        match self.mode {
            Mode::Summary => {
                let rows = self.summary(world);
                self.window.lay(View { rows, ..View::default() }, self.left, self.height);
            }
            Mode::Questions => self.arrange_questions(world),
            Mode::Question(place) => {
                let view = self.sitting.entries().get(place).and_then(|entry| {
                    let outcome = entry.outcome.as_ref()?;
                    Some(question::judged(entry, outcome, &world.taught_in(&entry.question), &setting))
                });
                self.window.lay(view.unwrap_or_default(), self.left, self.height);
            }
        }
    }

    pub fn update(&mut self, action: &Action, world: &World<'_>) -> Vec<Request> {
        let last = self.sitting.entries().len().saturating_sub(1);
        match (self.mode, action) {
            (Mode::Summary, Action::Back) => return vec![Request::Back],
            (Mode::Summary, Action::Enter) => self.turn(Mode::Questions),
            (Mode::Questions, Action::Back) => self.turn(Mode::Summary),
            (Mode::Questions, Action::Enter) => {
                if let Some(place) = self.list.choice() {
                    self.turn(Mode::Question(place));
                }
            }
            (Mode::Questions, action) => {
                self.list.update(action, self.height);
            }
            (Mode::Question(place), Action::Back) => self.show_in_list(place),
            (Mode::Question(_), Action::Enter) if self.reads_on() => self.window.update(&Action::PageDown),
            // Behind the last question comes the list again.
            (Mode::Question(place), Action::Enter | Action::NextQuestion) if place == last => self.show_in_list(place),
            (Mode::Question(place), Action::Enter | Action::NextQuestion) => self.turn(Mode::Question(place + 1)),
            (Mode::Question(place), Action::PreviousQuestion) => self.turn(Mode::Question(place.saturating_sub(1))),
            (Mode::Question(place), Action::OpenSection) => {
                let section = self.sitting.entries().get(place).map(|entry| entry.question.section.clone());
                return section.map(|section| Request::Open(Route::Section(section))).into_iter().collect();
            }
            (Mode::Question(place), Action::Report) => {
                let Some(entry) = self.sitting.entries().get(place) else { return Vec::new() };
                let text = report_text(&entry.question, world.course, world.language);
                return vec![Request::Copy { text, notice: report_notice(world.course, world.words) }];
            }
            (Mode::Summary | Mode::Question(_), action) => self.window.update(action),
        }
        self.arrange(world);
        Vec::new()
    }

    pub fn header(&self, world: &World<'_>) -> Header {
        let words = ExamWords::of(world.language);
        let name = wording::exam_name(&self.sitting.run().started.exam, &world.course.outline, world.language);
        let page = match self.mode {
            Mode::Summary | Mode::Questions => world.words.result.to_string(),
            Mode::Question(place) => {
                let all = self.sitting.entries().len().to_string();
                fill(words.number_of, &[("number", (place + 1).to_string()), ("all", all)])
            }
        };
        Header { path: vec![name, page], right: String::new() }
    }

    pub fn draw(&self, canvas: &mut Canvas<'_>) {
        match self.mode {
            Mode::Questions => canvas.put_list(&self.rows, &self.list, self.left, self.width, self.sign),
            Mode::Summary | Mode::Question(_) => self.window.draw(canvas),
        }
    }

    /// The text of the question that is shown, for looking its terms up.
    pub fn text(&self) -> Option<String> {
        matches!(self.mode, Mode::Question(_))
            .then(|| self.window.rows().iter().map(|row| row_text(row) + " ").collect())
    }

    fn turn(&mut self, mode: Mode) {
        self.mode = mode;
        self.window.to_top();
    }

    fn show_in_list(&mut self, place: usize) {
        self.list.choose(place);
        self.turn(Mode::Questions);
    }

    fn arrange_questions(&mut self, world: &World<'_>) {
        self.rows = wrap(&[run(ExamWords::of(world.language).questions_help, Tone::Muted)], self.width);
        self.rows.push(Row::new());
        let first = self.rows.len();
        let count = self.sitting.entries().len();
        for place in 0..count {
            let row = self.question_row(place, world);
            self.rows.push(row);
        }
        self.list.set_rows((first..first + count).collect());
        self.list.follow(self.rows.len(), self.height);
    }

    fn question_row(&self, place: usize, world: &World<'_>) -> Row {
        let (words, signs) = (ExamWords::of(world.language), Signs::of(world.settings.borders));
        let Some(entry) = self.sitting.entries().get(place) else { return Row::new() };
        let answer = self.sitting.run().answer(&entry.question.id);
        let (sign, tone) = match grade(entry) {
            _ if answer.is_none() => (signs.dot, Tone::Muted),
            Some(Grade::Right) => (signs.right, Tone::Right),
            Some(Grade::Partly) => (signs.partly, Tone::Due),
            Some(Grade::Wrong) | None => (signs.wrong, Tone::Wrong),
        };
        let time =
            answer.map_or_else(|| words.open_question.to_string(), |it| wording::time_taken(it.ms, world.language));
        let flag = if self.sitting.state(place).is_flagged { signs.flag } else { " " };
        let room = self.width.saturating_sub(width(&time) + 12);
        vec![
            run(format!("  {sign} "), tone),
            run(format!("{:>3} ", place + 1), Tone::Muted),
            run(format!("{flag} "), Tone::Due),
            run(padded(&truncated(&one_line(&entry.question, world.language), room), room), Tone::Text),
            run(format!("  {time}"), Tone::Muted),
        ]
    }

    fn summary(&self, world: &World<'_>) -> Vec<Row> {
        let (words, signs, room) = (ExamWords::of(world.language), Signs::of(world.settings.borders), self.width);
        let (sign, tone) = match self.result.is_passed() {
            Some(true) => (signs.right, Tone::Right),
            Some(false) => (signs.wrong, Tone::Wrong),
            None => (" ", Tone::Muted),
        };
        let reached = wording::reached(self.result.points(), world.language);
        let reached = run(reached, Look::new(Tone::Heading).bold());
        let pass = run(format!("{sign} {}", wording::pass(&self.result, world.language)), tone);
        let beside = vec![reached.clone(), run("   ", Tone::Text), pass.clone()];
        // The sign stays with its words.
        let mut rows = if row_width(&beside) <= room { vec![beside] } else { vec![vec![reached], vec![pass]] };
        rows.push(signs.share(self.result.score, (3 * BAR).min(room), tone).to_vec());
        rows.push(Row::new());
        let circumstances = wording::circumstances(self.sitting.run(), &self.result, world.language);
        rows.extend(wrap(&[run(circumstances, Tone::Text)], room));
        rows.extend(wrap(&[run(words.score_is_ours, Tone::Muted)], room));
        let exam = &self.sitting.run().started.exam;
        let sections = wording::sections(exam, &self.result, &world.course.outline, world.language);
        let columns = Columns::of(&sections, room, world.language);
        for section in sections {
            rows.push(Row::new());
            rows.push(vec![run(section.heading, Look::new(Tone::Heading).bold())]);
            rows.extend(section.lines.iter().map(|(name, tally)| self.tally_row(name, tally, &columns, world)));
        }
        self.push_earlier(&mut rows, world);
        rows
    }

    fn tally_row(&self, name: &str, tally: &Tally, columns: &Columns, world: &World<'_>) -> Row {
        let signs = Signs::of(world.settings.borders);
        let share = tally.share();
        let tone = if self.result.pass.is_none_or(|pass| share >= pass) { Tone::Right } else { Tone::Due };
        let mut row = vec![run(format!("  {}  ", padded(&truncated(name, columns.name), columns.name)), Tone::Text)];
        if columns.bar > 0 {
            row.extend(signs.share(share, columns.bar, tone));
        }
        row.push(run(format!("{:>7}", percent(share, world.language)), tone));
        row.push(run(format!("  {:>7}", format!("{}/{}", scored(tally.scored), tally.questions)), Tone::Muted));
        if let Some(each) = wording::time_of_each(tally, world.language).filter(|_| columns.bar > 0) {
            row.push(run(format!("   {each}"), Tone::Muted));
        }
        row
    }

    fn push_earlier(&self, rows: &mut Vec<Row>, world: &World<'_>) {
        let words = ExamWords::of(world.language);
        rows.push(Row::new());
        rows.push(vec![run(words.earlier, Look::new(Tone::Heading).bold())]);
        let earlier = wording::earlier(&self.result, world.language);
        if earlier.is_empty() {
            rows.push(vec![run(format!("  {}", words.none_earlier), Tone::Muted)]);
        }
        for [day, points, compared] in earlier {
            let line = [
                run(format!("{day}  "), Tone::Text),
                run(format!("{points:>5}  "), Look::default().bold()),
                run(compared, Tone::Muted),
            ];
            for row in wrap(&line, self.width.saturating_sub(2).max(1)) {
                rows.push(std::iter::once(run("  ", Tone::Text)).chain(row).collect());
            }
        }
    }
}

/// A sum of scores; a half shows where there is one.
fn scored(sum: f64) -> String {
    let text = format!("{sum:.1}");
    text.strip_suffix(".0").map_or(text.clone(), str::to_string)
}

fn grade(entry: &Entry) -> Option<Grade> {
    entry.outcome.as_ref().map(|outcome| outcome.verdict.grade())
}
