//! The calendar: a sign for each day, a column for each week, as many weeks as the window holds.

use super::{Sheet, View};
use crate::text::calendar::{day_of_month, short_month, weekday};
use crate::text::width::{padded, width};
use crate::text::words::fill;
use crate::text::wrap::wrap;
use crate::tui::look::{Look, Row, Tone, run};
use jiff::ToSpan;
use jiff::civil::Date;

/// Weeks in a year, the one that is cut by its ends included.
const WEEKS: usize = 53;
/// A sign and the blank behind it.
const CELL: usize = 2;
/// Where each density but the first begins, in answers and sections a day.
const LEVELS: [usize; 4] = [1, 10, 20, 40];

/// The weeks that are shown.
struct Grid {
    /// The Monday of the first one.
    first: Date,
    weeks: usize,
    /// Cells of the column with the names of the days.
    label: usize,
}

impl Grid {
    fn of(view: &View<'_>) -> Grid {
        let today = view.statistics.activity.today;
        let monday = today.saturating_sub(i64::from(today.weekday().to_monday_zero_offset()).days());
        let label = (0..7).map(|day| width(weekday(later(monday, day), view.world.language))).max().unwrap_or(0) + 1;
        let weeks = (view.width.saturating_sub(label) / CELL).clamp(1, WEEKS);
        Grid { first: monday.saturating_sub((7 * (weeks as i64 - 1)).days()), weeks, label }
    }
}

pub fn sheet(view: &View<'_>) -> Sheet {
    let grid = Grid::of(view);
    let mut sheet = Sheet::default();
    sheet.rows.push(months(&grid, view));
    sheet.rows.extend((0..7).map(|day_of_week| days(day_of_week, &grid, view)));
    sheet.rows.push(Row::new());
    sheet.rows.extend(wrap(&legend(view), view.width));
    sheet.rows.push(Row::new());
    push_sentences(&mut sheet, &grid, view);
    sheet
}

fn later(first: Date, days: usize) -> Date {
    first.saturating_add((days as i64).days())
}

/// The name of each month above the week in which it begins.
fn months(grid: &Grid, view: &View<'_>) -> Row {
    let mut text = String::new();
    for week in 0..grid.weeks {
        let last_day = later(grid.first, 7 * week + 6);
        let name = short_month(last_day, view.world.language);
        let column = grid.label + CELL * week;
        if last_day.day() <= 7 && column + width(name) <= view.width {
            text = padded(&text, column) + name;
        }
    }
    vec![run(text, Tone::Muted)]
}

/// One day of every week, from Monday (0) on.
fn days(day_of_week: usize, grid: &Grid, view: &View<'_>) -> Row {
    // Every other name: all seven would be louder than the days.
    let name =
        if day_of_week.is_multiple_of(2) { weekday(later(grid.first, day_of_week), view.world.language) } else { "" };
    let mut row = vec![run(padded(name, grid.label), Tone::Muted)];
    let today = view.statistics.activity.today;
    for week in 0..grid.weeks {
        let date = later(grid.first, 7 * week + day_of_week);
        let level = level(amount(date, view));
        let look = match (date == today, level) {
            (true, _) => Look::new(Tone::Due).bold(),
            (false, 0) => Look::new(Tone::Border),
            (false, _) => Look::new(Tone::Accent),
        };
        let sign = if date > today { " " } else { view.signs.heat[level] };
        row.push(run(format!("{sign} "), look));
    }
    row
}

/// Answers and sections of a day.
fn amount(date: Date, view: &View<'_>) -> usize {
    view.statistics.activity.day(date).map_or(0, |day| day.answers + day.sections)
}

fn level(amount: usize) -> usize {
    LEVELS.iter().filter(|from| amount >= **from).count()
}

fn legend(view: &View<'_>) -> Row {
    let mut row = Row::new();
    for level in 0..=LEVELS.len() {
        let from = level.checked_sub(1).map(|place| LEVELS[place]);
        let to = LEVELS.get(level).map(|next| next - 1);
        let label = match (from, to) {
            (None, _) => view.words.legend_none.to_string(),
            (Some(from), Some(to)) => {
                fill(view.words.legend_between, &[("from", from.to_string()), ("to", to.to_string())])
            }
            (Some(from), None) => fill(view.words.legend_from, &[("from", from.to_string())]),
        };
        let tone = if level == 0 { Tone::Border } else { Tone::Accent };
        // A blank that does not break keeps a sign with its number.
        row.push(run(view.signs.heat[level], tone));
        row.push(run(format!("\u{a0}{label}  "), Tone::Muted));
    }
    row
}

fn push_sentences(sheet: &mut Sheet, grid: &Grid, view: &View<'_>) {
    let activity = &view.statistics.activity;
    let shown = || activity.days.iter().filter(|day| (grid.first..=activity.today).contains(&day.date));
    let answers: usize = shown().map(|day| day.answers).sum();
    let details = [("days", shown().count()), ("weeks", grid.weeks), ("answers", answers)];
    let span = fill(view.words.calendar_span, &details.map(|(name, number)| (name, number.to_string())));
    sheet.push_text(&span, Tone::Text, view);
    // The newest of equals.
    if let Some(busiest) = shown().max_by_key(|day| day.answers).filter(|day| day.answers > 0) {
        let date = day_of_month(busiest.date, view.world.language);
        let details = [("answers", busiest.answers.to_string()), ("date", date)];
        sheet.push_text(&fill(view.words.busiest, &details), Tone::Muted, view);
    }
}
