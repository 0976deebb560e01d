//! All questions of an exam as a grid: answered, open, flagged, and the one on the table.
//!
//! It must not change the exam: it moves a cursor over it.

use crate::domain::mock_exam::{Sitting, State};
use crate::text::words::exam::ExamWords;
use crate::text::wrap::wrap;
use crate::tui::action::Action;
use crate::tui::look::{Look, Row, Run, Tone, run};
use crate::tui::question::{Setting, View, one_line};
use crate::tui::signs::Signs;

#[derive(Debug, Clone, Copy)]
pub struct Overview {
    cursor: usize,
}

/// Cells beside a number: the cursor's sign before it, two signs and a gap behind it.
const SIGNS: usize = 5;

impl Overview {
    pub fn at(cursor: usize) -> Overview {
        Overview { cursor }
    }

    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// Moves over the grid of a window of this width.
    pub fn update(&mut self, action: &Action, count: usize, width: usize) {
        let (last, columns) = (count.saturating_sub(1), columns(count, width));
        let below = self.cursor + columns;
        self.cursor = match action {
            Action::Left => self.cursor.saturating_sub(1),
            Action::Right => (self.cursor + 1).min(last),
            Action::Up => self.cursor.checked_sub(columns).unwrap_or(self.cursor),
            // From above a short last row to its end.
            Action::Down if below > last && self.cursor / columns < last / columns => last,
            Action::Down => {
                if below > last {
                    self.cursor
                } else {
                    below
                }
            }
            Action::PageUp => self.cursor % columns,
            Action::PageDown | Action::Bottom => last,
            Action::Top => 0,
            _ => self.cursor,
        };
    }

    pub fn view(&self, sitting: &Sitting, setting: &Setting) -> View {
        let (words, signs) = (ExamWords::of(setting.language), Signs::of(setting.borders));
        let count = sitting.entries().len();
        let columns = columns(count, setting.width);
        let mut rows: Vec<Row> = (0..count)
            .collect::<Vec<_>>()
            .chunks(columns)
            .map(|places| places.iter().flat_map(|place| self.cell(*place, sitting, signs)).collect())
            .collect();
        let focus = self.cursor / columns;
        rows.push(Row::new());
        let incomplete = (signs.partly, Tone::Due, words.legend_incomplete);
        let legend = [(signs.answered, Tone::Accent, words.legend_answered)]
            .into_iter()
            .chain((sitting.counts().incomplete > 0).then_some(incomplete))
            .chain([(signs.dot, Tone::Muted, words.legend_open), (signs.flag, Tone::Due, words.legend_flagged)])
            .flat_map(|(sign, tone, name)| [run(sign, tone), run(format!(" {name}   "), Tone::Muted)])
            .collect::<Vec<_>>();
        rows.extend(wrap(&legend, setting.width));
        if let Some(entry) = sitting.entries().get(self.cursor) {
            let text = format!("{}  {}", self.cursor + 1, one_line(&entry.question, setting.language));
            rows.push(Row::new());
            rows.extend(wrap(&[run(text, Tone::Text)], setting.width));
        }
        View { rows, focus, cursor: None }
    }

    fn cell(&self, place: usize, sitting: &Sitting, signs: &Signs) -> Vec<Run> {
        let (state, digits) = (sitting.state(place), digits(sitting.entries().len()));
        let chosen = place == self.cursor;
        let number = match (chosen, state.is_current) {
            (true, _) => Look::new(Tone::Selected),
            (false, true) => Look::new(Tone::Accent).bold(),
            (false, false) => Look::default(),
        };
        let (sign, tone) = match state {
            State { is_incomplete: true, .. } => (signs.partly, Tone::Due),
            State { is_answered: true, .. } => (signs.answered, Tone::Accent),
            State { .. } => (signs.dot, Tone::Muted),
        };
        vec![
            run(format!("{}{:>digits$} ", if chosen { signs.cursor } else { " " }, place + 1), number),
            run(sign, tone),
            run(if state.is_flagged { signs.flag } else { " " }, Tone::Due),
            run(" ", Tone::Text),
        ]
    }
}

fn digits(count: usize) -> usize {
    count.max(1).to_string().len()
}

/// Ten or five where they fit: then the last digit tells the column.
fn columns(count: usize, width: usize) -> usize {
    match width / (digits(count) + SIGNS) {
        10.. => 10,
        5.. => 5,
        fewer => fewer.max(1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(start: usize, actions: &[Action]) -> usize {
        let mut overview = Overview::at(start);
        actions.iter().for_each(|action| overview.update(action, 23, 80));
        overview.cursor()
    }

    #[test]
    fn arrows_move_over_the_grid_and_stop_at_its_edges() {
        assert_eq!(after(0, &[Action::Right, Action::Down]), 11);
        assert_eq!(after(0, &[Action::Up, Action::Left]), 0);
        assert_eq!(after(15, &[Action::Down]), 22);
        assert_eq!(after(22, &[Action::Down, Action::Right]), 22);
        assert_eq!(after(22, &[Action::Up]), 12);
    }

    #[test]
    fn a_narrow_window_has_five_columns_and_the_narrowest_one() {
        assert_eq!([80, 70, 69, 38, 20, 3].map(|width| columns(65, width)), [10, 10, 5, 5, 2, 1]);
    }
}
