//! A line chart in rows of text: values over evenly spaced columns, with an axis, a limit and a legend.
//!
//! Lines differ by their strokes, not by colour alone. It must not know what the values mean: names and numbers come in
//! as text.

use crate::domain::settings::Borders;
use crate::text::width::{padded, right_aligned, width};
use crate::tui::look::{Look, Row, Tone, run};

/// What is drawn.
#[derive(Debug, Clone)]
pub struct Chart<'a> {
    /// Drawn in this order: a later line covers an earlier one.
    pub lines: Vec<Line<'a>>,
    /// A level across the chart, and its name.
    pub limit: Option<(f64, &'a str)>,
    /// The highest value of the axis; what lies above is not drawn.
    pub top: f64,
    /// How a value is written beside the axis.
    pub value: fn(f64) -> String,
    /// Words below the axis with their places, from 0 to 1.
    pub marks: Vec<(f64, String)>,
    /// The place below the axis that is pointed at, from 0 to 1.
    pub pointer: Option<f64>,
}

/// One line of a chart.
#[derive(Debug, Clone)]
pub struct Line<'a> {
    pub name: &'a str,
    pub stroke: Stroke,
    /// Values from left to right; `None` where there is none.
    pub values: Vec<Option<f64>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stroke {
    /// What is now.
    Solid,
    /// What was before.
    Dotted,
}

/// The characters of a stroke or of the frame.
struct Glyphs {
    axis: char,
    corner: char,
    base: char,
    tick: char,
    level: char,
    dot: char,
    flat: char,
    rise: char,
    /// At the lower and at the upper end of a rise, and of a fall.
    turns: [char; 4],
    pointer: char,
}

const UNICODE: Glyphs = Glyphs {
    axis: '│',
    corner: '└',
    base: '─',
    tick: '┤',
    level: '╌',
    dot: '·',
    flat: '─',
    rise: '│',
    turns: ['╯', '╭', '╮', '╰'],
    pointer: '▴',
};

const ASCII: Glyphs = Glyphs {
    axis: '|',
    corner: '+',
    base: '-',
    tick: '+',
    level: '-',
    dot: '.',
    flat: '*',
    rise: '*',
    turns: ['*', '*', '*', '*'],
    pointer: '^',
};

/// The least cells of a chart that still says something.
const LEAST: (usize, usize) = (20, 5);

impl Chart<'_> {
    /// The chart in at most `columns` × `lines` cells: plot, axis, marks and legend. Nothing where that is too small.
    pub fn rows(&self, columns: usize, lines: usize, borders: Borders) -> Vec<Row> {
        if columns < LEAST.0 || lines < LEAST.1 || self.top <= 0.0 {
            return Vec::new();
        }
        let glyphs = match borders {
            Borders::Unicode => &UNICODE,
            Borders::Ascii => &ASCII,
        };
        let labels = [(self.value)(self.top), (self.value)(self.top / 2.0), (self.value)(0.0)];
        let margin = labels.iter().map(|label| width(label)).max().unwrap_or(0) + 1;
        let mut plot = Plot::new(columns - margin - 1, lines - 3, self.top);
        if let Some((level, _)) = self.limit {
            plot.level(level, glyphs);
        }
        for line in &self.lines {
            plot.line(line, glyphs);
        }
        let height = plot.height;
        let mut rows: Vec<Row> = Vec::with_capacity(lines);
        for (place, cells) in plot.cells.into_iter().enumerate() {
            let label = match place {
                0 => labels[0].as_str(),
                place if place == height / 2 && height > 4 => labels[1].as_str(),
                _ => "",
            };
            let axis = if label.is_empty() { glyphs.axis } else { glyphs.tick };
            let mut row = vec![run(format!("{}{axis}", right_aligned(label, margin)), Tone::Muted)];
            row.extend(merged(cells));
            rows.push(row);
        }
        rows.push(self.base(margin, columns - margin - 1, glyphs));
        rows.push(self.marks_row(margin + 1, columns - margin - 1));
        rows.push(self.legend(glyphs));
        rows
    }

    fn base(&self, margin: usize, cells: usize, glyphs: &Glyphs) -> Row {
        let pointed = self.pointer.map(|place| at(place, cells));
        let base = (0..cells).map(|cell| if Some(cell) == pointed { glyphs.pointer } else { glyphs.base });
        let zero = right_aligned(&(self.value)(0.0), margin);
        vec![run(format!("{zero}{}{}", glyphs.corner, base.collect::<String>()), Tone::Muted)]
    }

    fn marks_row(&self, margin: usize, cells: usize) -> Row {
        let mut text = String::new();
        for (place, mark) in &self.marks {
            let start = at(*place, cells).saturating_sub(width(mark) / 2).min(cells.saturating_sub(width(mark)));
            // A mark that would touch the one before is left out.
            if text.is_empty() || start > width(&text) {
                text = padded(&text, start) + mark;
            }
        }
        vec![run(" ".repeat(margin) + &text, Tone::Muted)]
    }

    fn legend(&self, glyphs: &Glyphs) -> Row {
        let mut row: Row = vec![run(" ", Tone::Muted)];
        for line in self.lines.iter().rev() {
            let (glyph, look) = stroke(line.stroke, glyphs);
            row.push(run(String::from_iter([glyph; 3]), look));
            row.push(run(format!(" {}   ", line.name), Tone::Muted));
        }
        if let Some((_, name)) = self.limit {
            row.push(run(String::from_iter([glyphs.level; 3]), Tone::Due));
            row.push(run(format!(" {name}"), Tone::Muted));
        }
        row
    }
}

/// The cells between the axes.
struct Plot {
    cells: Vec<Vec<(char, Look)>>,
    width: usize,
    height: usize,
    top: f64,
}

impl Plot {
    fn new(width: usize, height: usize, top: f64) -> Plot {
        Plot { cells: vec![vec![(' ', Look::default()); width]; height], width, height, top }
    }

    /// The row of a value, if it is on the chart.
    fn row(&self, value: f64) -> Option<usize> {
        let share = value / self.top;
        (0.0..=1.0).contains(&share).then(|| {
            let last = (self.height - 1) as f64;
            (last - (share * last).round()) as usize
        })
    }

    fn level(&mut self, level: f64, glyphs: &Glyphs) {
        if let Some(row) = self.row(level) {
            self.cells[row].fill((glyphs.level, Look::new(Tone::Due)));
        }
    }

    fn line(&mut self, line: &Line<'_>, glyphs: &Glyphs) {
        let (glyph, look) = stroke(line.stroke, glyphs);
        let mut before: Option<usize> = None;
        for column in 0..self.width {
            let row = sampled(&line.values, column, self.width).and_then(|value| self.row(value));
            match (line.stroke, before, row) {
                (Stroke::Solid, Some(from), Some(to)) if from != to => self.step(column, from, to, glyphs),
                (_, _, Some(row)) => self.cells[row][column] = (glyph, look),
                (_, _, None) => {}
            }
            before = row;
        }
    }

    /// A rise or a fall from one row to another within a column.
    fn step(&mut self, column: usize, from: usize, to: usize, glyphs: &Glyphs) {
        let look = Look::new(Tone::Accent).bold();
        let [leave_up, arrive_up, leave_down, arrive_down] = glyphs.turns;
        let (leave, arrive) = if to < from { (leave_up, arrive_up) } else { (leave_down, arrive_down) };
        for row in from.min(to)..=from.max(to) {
            self.cells[row][column] = (glyphs.rise, look);
        }
        self.cells[from][column].0 = leave;
        self.cells[to][column].0 = arrive;
    }
}

fn stroke(stroke: Stroke, glyphs: &Glyphs) -> (char, Look) {
    match stroke {
        Stroke::Solid => (glyphs.flat, Look::new(Tone::Accent).bold()),
        Stroke::Dotted => (glyphs.dot, Look::new(Tone::Text)),
    }
}

/// The value at a column, between the two samples around it; none where one of them is missing.
fn sampled(values: &[Option<f64>], column: usize, columns: usize) -> Option<f64> {
    let last = values.len().checked_sub(1)?;
    let place = column as f64 * last as f64 / columns.saturating_sub(1).max(1) as f64;
    let (below, above) = (place.floor() as usize, (place.ceil() as usize).min(last));
    let (from, to) = (values[below]?, values[above]?);
    Some(from + (to - from) * (place - below as f64))
}

/// The cell of a place between 0 and 1.
fn at(place: f64, cells: usize) -> usize {
    (place.clamp(0.0, 1.0) * cells.saturating_sub(1) as f64).round() as usize
}

/// Neighbours of one look as one run.
fn merged(cells: Vec<(char, Look)>) -> Row {
    let mut row: Row = Vec::new();
    for (glyph, look) in cells {
        match row.last_mut() {
            Some(last) if last.style == look => last.text.push(glyph),
            _ => row.push(run(glyph.to_string(), look)),
        }
    }
    row
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::look::row_text;

    fn drawn(lines: Vec<Line<'_>>, borders: Borders) -> Vec<String> {
        let chart = Chart {
            lines,
            limit: Some((50.0, "goal")),
            top: 100.0,
            value: |value| format!("{value:.0}"),
            marks: vec![(0.0, "10 %".into()), (1.0, "400 %".into())],
            pointer: Some(0.5),
        };
        chart.rows(24, 8, borders).iter().map(|row| row_text(row).trim_end().to_string()).collect()
    }

    #[test]
    fn a_line_rises_over_its_limit() {
        let now = Line { name: "now", stroke: Stroke::Solid, values: vec![Some(0.0), Some(0.0), Some(100.0)] };
        assert_eq!(
            drawn(vec![now], Borders::Unicode),
            [
                " 100┤                 ╭─",
                "    │               ╭─╯",
                "  50┤╌╌╌╌╌╌╌╌╌╌╌╌╌╭─╯╌╌╌",
                "    │           ╭─╯",
                "    │───────────╯",
                "   0└─────────▴─────────",
                "     10 %          400 %",
                " ─── now   ╌╌╌ goal",
            ]
        );
    }

    #[test]
    fn what_was_before_is_dotted_and_ends_where_nothing_is_answered() {
        let before = Line { name: "before", stroke: Stroke::Dotted, values: vec![Some(25.0), Some(25.0), None] };
        let rows = drawn(vec![before], Borders::Ascii);
        assert_eq!(rows[3], "    |..........");
        assert_eq!(rows[7], " ... before   --- goal");
    }

    #[test]
    fn too_little_room_draws_nothing() {
        let chart = Chart {
            lines: Vec::new(),
            limit: None,
            top: 1.0,
            value: |_| String::new(),
            marks: Vec::new(),
            pointer: None,
        };
        assert!(chart.rows(5, 20, Borders::Unicode).is_empty() && chart.rows(40, 3, Borders::Unicode).is_empty());
    }
}
