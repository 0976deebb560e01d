//! When an answered question comes back, how well it was known, and the keys that correct that.
//!
//! It must not know the schedule: it shows what the domain says.

use super::Setting;
use crate::domain::comeback::Comeback;
use crate::domain::event::Rating;
use crate::text::calendar;
use crate::text::words::fill;
use crate::text::words::review::ReviewWords;
use crate::text::wrap::wrap;
use crate::tui::look::{Look, Row, Tone, run};
use crate::tui::signs::Signs;

/// Two rows that have their place before anything is known, so that nothing moves when the answer is on disk; a third
/// for what is forgotten again and again.
pub fn comeback_rows(comeback: Option<&Comeback>, setting: &Setting) -> Vec<Row> {
    let Some(comeback) = comeback else { return vec![Row::new(), Row::new()] };
    let words = ReviewWords::of(setting.language);
    let when = calendar::coming(comeback.day.date(), i64::from(comeback.days), setting.language);
    let mut rows = vec![
        vec![run(fill(words.next_review, &[("when", when)]), Tone::Accent)],
        comeback.rating.map_or_else(|| vec![run(words.practice, Tone::Muted)], |rating| rating_row(rating, setting)),
    ];
    if let Some(count) = comeback.leech {
        let sentence = fill(words.leech, &[("count", count.to_string())]);
        rows.extend(wrap(&[run(sentence, Tone::Due)], setting.width));
    }
    rows
}

/// The four ratings behind their keys; a sign stands before the one that counts.
fn rating_row(given: Rating, setting: &Setting) -> Row {
    let words = ReviewWords::of(setting.language);
    let mut row = Row::new();
    if setting.width >= LABEL_FROM {
        row.push(run(format!("{} ", words.rated_as), Tone::Muted));
    }
    for rating in [Rating::Again, Rating::Hard, Rating::Good, Rating::Easy] {
        let is_given = rating == given;
        let sign = if is_given { Signs::of(setting.borders).cursor } else { " " };
        let look = if is_given { Look::default().bold() } else { Look::new(Tone::Muted) };
        row.push(run(sign, Tone::Accent));
        row.push(run(format!("{} {} ", rating as u8, words.rating(rating as u8)), look));
    }
    row
}

/// Below this, the ratings have the row for themselves.
const LABEL_FROM: usize = 50;
