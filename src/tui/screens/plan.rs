//! The plan to the day of the exam: what it asks for, whether that is realistic, and every day until then.
//!
//! It must not plan: the domain does.

use crate::domain::plan::{Feasibility, Plan, PlannedDay};
use crate::text::calendar;
use crate::text::number::grouped;
use crate::text::width::padded;
use crate::text::words::fill;
use crate::text::words::review::ReviewWords;
use crate::text::wrap::wrap;
use crate::tui::action::Action;
use crate::tui::canvas::Canvas;
use crate::tui::look::{Look, Row, Tone, run};
use crate::tui::screen::{Header, Request, World, measure};
use crate::tui::signs::Signs;

#[derive(Debug)]
pub struct PlanScreen {
    rows: Vec<Row>,
    top: usize,
    left: usize,
    height: usize,
}

/// Cells of the columns: the day, new questions, reviews, minutes.
const COLUMNS: [usize; 4] = [17, 5, 8, 8];
/// From here on there is room for a bar.
const BARS_FROM: usize = 60;
const BAR: usize = 20;

impl PlanScreen {
    /// # Errors
    /// The sentence to show when there is no exam to plan for.
    pub fn open(world: &World<'_>) -> Result<PlanScreen, String> {
        match world.plan() {
            Some(_) => Ok(PlanScreen { rows: Vec::new(), top: 0, left: 0, height: 0 }),
            None => Err(ReviewWords::of(world.language).plan_none.to_string()),
        }
    }

    pub fn arrange(&mut self, world: &World<'_>) {
        let (left, width) = measure(world.width);
        (self.left, self.height) = (left, world.height);
        self.rows = world.plan().map(|plan| rows(&plan, width, world)).unwrap_or_default();
        self.scroll(0);
    }

    pub fn update(&mut self, action: &Action) -> Vec<Request> {
        let page = self.height.saturating_sub(2).max(1) as isize;
        match action {
            Action::Back => return vec![Request::Back],
            Action::Down => self.scroll(1),
            Action::Up => self.scroll(-1),
            Action::PageDown => self.scroll(page),
            Action::PageUp => self.scroll(-page),
            Action::Top => self.scroll(isize::MIN),
            Action::Bottom => self.scroll(isize::MAX),
            _ => {}
        }
        Vec::new()
    }

    pub fn header(&self, world: &World<'_>) -> Header {
        Header { path: vec![ReviewWords::of(world.language).plan.to_string()], right: String::new() }
    }

    pub fn draw(&self, canvas: &mut Canvas<'_>) {
        for (line, row) in self.rows.iter().skip(self.top).take(self.height).enumerate() {
            canvas.put(line, self.left, row);
        }
    }

    fn scroll(&mut self, lines: isize) {
        self.top = self.top.saturating_add_signed(lines).min(self.rows.len().saturating_sub(self.height));
    }
}

fn rows(plan: &Plan, width: usize, world: &World<'_>) -> Vec<Row> {
    let words = ReviewWords::of(world.language);
    let bearable = ("bearable", grouped(plan.bearable.floor()));
    let days = i64::from(plan.exam.since(world.today()));
    let when = calendar::coming(plan.exam.date(), days, world.language);
    let mut rows = wrap(&[run(fill(words.plan_exam, &[("when", when)]), Look::default().bold())], width);
    let new = [("unseen", plan.unseen.to_string()), ("count", plan.new_a_day.min(plan.unseen).to_string())];
    let new = if plan.unseen == 0 { words.plan_all_met.to_string() } else { fill(words.plan_new, &new) };
    let hardest = fill(words.plan_hardest, &[("minutes", grouped(plan.hardest.ceil()))]);
    rows.extend(wrap(&[run(format!("{new} {hardest}"), Tone::Text)], width));
    rows.push(Row::new());
    let signs = Signs::of(world.settings.borders);
    let (sign, tone, sentence) = match plan.feasibility() {
        Feasibility::Realistic => (signs.right, Tone::Right, words.plan_realistic),
        Feasibility::Demanding => (signs.partly, Tone::Due, words.plan_demanding),
        Feasibility::Unrealistic => (signs.wrong, Tone::Wrong, words.plan_unrealistic),
    };
    let sentence = format!("{sign} {}", fill(sentence, &[bearable]));
    rows.extend(wrap(&[run(sentence, Look::new(tone).bold())], width));
    rows.extend(wrap(&[run(words.plan_measure, Tone::Muted)], width));
    rows.push(Row::new());
    rows.push(heading(words));
    let most = plan.days.iter().map(|day| day.minutes).fold(0.0, f64::max);
    rows.extend(plan.days.iter().map(|day| day_row(day, most, width, world)));
    rows
}

fn heading(words: &ReviewWords) -> Row {
    let [day, numbers @ ..] = COLUMNS;
    let names = [words.column_new, words.column_reviews, words.column_minutes];
    let mut text = padded(words.column_day, day);
    for (name, column) in names.iter().zip(numbers) {
        text.push_str(&right_aligned(name, column));
    }
    vec![run(text, Tone::Muted)]
}

fn day_row(day: &PlannedDay, most: f64, width: usize, world: &World<'_>) -> Row {
    let date = day.day.date();
    let name = format!("{} {}", calendar::weekday(date, world.language), calendar::day_of_month(date, world.language));
    let [column, numbers @ ..] = COLUMNS;
    let figures = [day.new.to_string(), day.reviews.to_string(), grouped(day.minutes.ceil())];
    let mut text = padded(&name, column);
    for (figure, column) in figures.iter().zip(numbers) {
        text.push_str(&right_aligned(figure, column));
    }
    let mut row = vec![run(text, Tone::Text)];
    if width >= BARS_FROM {
        let share = if most > 0.0 { day.minutes / most } else { 0.0 };
        row.push(run("   ", Tone::Text));
        row.extend(Signs::of(world.settings.borders).share(share, BAR, Tone::Accent));
    }
    row
}

fn right_aligned(text: &str, column: usize) -> String {
    " ".repeat(column.saturating_sub(crate::text::width::width(text))) + text
}
