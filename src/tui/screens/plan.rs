//! The plan to the day of the exam: what it asks for, whether that is realistic, and every day until then.
//!
//! It must not plan: the domain does.

use crate::domain::plan::{Feasibility, Plan, PlannedDay};
use crate::domain::settings::Borders;
use crate::text::number::grouped;
use crate::text::width::{padded, width};
use crate::text::words::fill;
use crate::text::words::review::ReviewWords;
use crate::text::wrap::wrap;
use crate::text::{Language, calendar};
use crate::tui::action::Action;
use crate::tui::canvas::Canvas;
use crate::tui::look::{Look, Row, Tone, run};
use crate::tui::question::{View, Window};
use crate::tui::screen::{Header, Request, World, measure};
use crate::tui::signs::Signs;

#[derive(Debug, Default)]
pub struct PlanScreen {
    window: Window,
}

/// From here on there is room for a bar.
const BARS_FROM: usize = 60;
const BAR: usize = 20;

impl PlanScreen {
    /// # Errors
    /// The sentence to show when there is no exam to plan for.
    pub fn open(world: &World<'_>) -> Result<PlanScreen, String> {
        if world.has_exam_ahead() {
            Ok(PlanScreen::default())
        } else {
            Err(ReviewWords::of(world.language).plan_none.to_string())
        }
    }

    pub fn arrange(&mut self, world: &World<'_>) {
        let (left, width) = measure(world.width);
        let rows = world.plan().map(|plan| rows(&plan, width, world)).unwrap_or_default();
        self.window.lay(View { rows, ..View::default() }, left, world.height);
    }

    pub fn update(&mut self, action: &Action) -> Vec<Request> {
        if *action == Action::Back {
            return vec![Request::Back];
        }
        self.window.update(action);
        Vec::new()
    }

    pub fn header(&self, world: &World<'_>) -> Header {
        Header { path: vec![ReviewWords::of(world.language).plan.to_string()], right: String::new() }
    }

    pub fn draw(&self, canvas: &mut Canvas<'_>) {
        self.window.draw(canvas);
    }
}

fn rows(plan: &Plan, room: usize, world: &World<'_>) -> Vec<Row> {
    let words = ReviewWords::of(world.language);
    let bearable = ("bearable", grouped(plan.bearable.floor()));
    let days = i64::from(plan.exam.since(world.today()));
    let when = calendar::coming(plan.exam.date(), days, world.language);
    let mut rows = wrap(&[run(fill(words.plan_exam, &[("when", when)]), Look::default().bold())], room);
    let new = [("unseen", plan.unseen.to_string()), ("count", plan.new_a_day.min(plan.unseen).to_string())];
    let new = if plan.unseen == 0 { words.plan_all_met.to_string() } else { fill(words.plan_new, &new) };
    let hardest = fill(words.plan_hardest, &[("minutes", grouped(plan.hardest.ceil()))]);
    rows.extend(wrap(&[run(format!("{new} {hardest}"), Tone::Text)], room));
    rows.push(Row::new());
    let signs = Signs::of(world.settings.borders);
    let (sign, tone, sentence) = match plan.feasibility() {
        Feasibility::Realistic => (signs.right, Tone::Right, words.plan_realistic),
        Feasibility::Demanding => (signs.partly, Tone::Due, words.plan_demanding),
        Feasibility::Unrealistic => (signs.wrong, Tone::Wrong, words.plan_unrealistic),
    };
    let sentence = format!("{sign} {}", fill(sentence, &[bearable]));
    rows.extend(wrap(&[run(sentence, Look::new(tone).bold())], room));
    rows.extend(wrap(&[run(words.plan_measure, Tone::Muted)], room));
    if plan.is_cut_off() {
        rows.extend(wrap(&[run(words.plan_cut_off, Tone::Muted)], room));
    }
    rows.push(Row::new());
    rows.extend(Table::new(plan, world).rows(room, world.settings.borders));
    rows
}

/// The days with their figures, as they are written.
struct Table {
    lines: Vec<[String; 4]>,
    /// The share of the busiest day's minutes, for each line but the heading.
    shares: Vec<f64>,
}

impl Table {
    fn new(plan: &Plan, world: &World<'_>) -> Table {
        let words = ReviewWords::of(world.language);
        let heading = [words.column_day, words.column_new, words.column_reviews, words.column_minutes];
        let mut lines = vec![heading.map(str::to_string)];
        lines.extend(plan.days.iter().map(|day| figures(day, world.language)));
        let most = plan.days.iter().map(|day| day.minutes).fold(0.0, f64::max);
        let share = |day: &PlannedDay| if most > 0.0 { day.minutes / most } else { 0.0 };
        Table { lines, shares: plan.days.iter().map(share).collect() }
    }

    fn rows(&self, room: usize, borders: Borders) -> Vec<Row> {
        let gap = if room >= BARS_FROM { 3 } else { 1 };
        let widest = |column: usize| self.lines.iter().map(|line| width(&line[column])).max().unwrap_or(0);
        let columns = [0, 1, 2, 3].map(widest);
        let text = |line: &[String; 4]| {
            let [day, numbers @ ..] = line;
            let mut text = padded(day, columns[0]);
            for (number, column) in numbers.iter().zip(&columns[1..]) {
                text.push_str(&" ".repeat(gap + column.saturating_sub(width(number))));
                text.push_str(number);
            }
            text
        };
        let mut lines = self.lines.iter();
        let mut rows: Vec<Row> =
            lines.next().map(|heading| vec![run(text(heading), Tone::Muted)]).into_iter().collect();
        for (line, share) in lines.zip(&self.shares) {
            let mut row = vec![run(text(line), Tone::Text)];
            if room >= BARS_FROM {
                row.push(run(" ".repeat(gap), Tone::Text));
                row.extend(Signs::of(borders).share(*share, BAR, Tone::Accent));
            }
            rows.push(row);
        }
        rows
    }
}

/// The name of a day, its new questions, its reviews and its minutes.
fn figures(day: &PlannedDay, language: Language) -> [String; 4] {
    let date = day.day.date();
    let name = format!("{} {}", calendar::weekday(date, language), calendar::day_of_month(date, language));
    [name, day.new.to_string(), day.reviews.to_string(), grouped(day.minutes.ceil())]
}
