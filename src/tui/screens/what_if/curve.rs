//! The time in which 95 % of a class are answered, against load: before the newest action, and now.

use crate::course::figure::written;
use crate::domain::scenario::what_if::WhatIf;
use crate::domain::scenario::what_if_session::{Chart, Curve, WhatIfSession};
use crate::domain::simulation::chart::{GREATEST, STEPS, loads};
use crate::domain::simulation::goal::{Limit, Measure, Metric, Scope, Situation};
use crate::text::number::{grouped, percent};
use crate::text::words::fill;
use crate::text::wrap::wrap;
use crate::tui::chart::{self, Line, Stroke};
use crate::tui::look::{Look, Row, Tone, run};
use crate::tui::screen::World;

/// The chart of a class by its place; the load that is looked at is pointed at.
pub fn rows(
    session: &WhatIfSession,
    chart: &Chart,
    class: usize,
    load: f64,
    size: (usize, usize),
    world: &World<'_>,
) -> Vec<Row> {
    let Some(now) = chart.now.get(class) else {
        return Vec::new();
    };
    let before = chart.before.as_ref().and_then(|curves| curves.get(class));
    let what_if = session.what_if();
    let limit = goal_of(what_if, &now.class);
    let words = world.words;
    let line = |name, stroke, curve: &Curve| Line { name, stroke, values: curve.p95.clone() };
    let lines = before.map(|before| line(words.before, Stroke::Dotted, before)).into_iter().chain([line(
        words.now,
        Stroke::Solid,
        now,
    )]);
    let least = GREATEST / f64::from(STEPS);
    let place = |load: f64| (load - least) / (GREATEST - least);
    let drawn = chart::Chart {
        lines: lines.collect(),
        limit: limit.map(|limit| (limit, words.goal)),
        top: top(now, before, limit),
        value: grouped,
        marks: [0.1, 1.0, 2.0, 3.0, 4.0].map(|load| (place(load), percent(load, world.language))).to_vec(),
        pointer: Some(place(load)),
    };
    let name = what_if.names.get(&now.class).map_or(now.class.as_str(), |name| name.text(world.language));
    let mut title = fill(words.chart_title, &[("class", name.to_string())]);
    if session.now().design.scales() {
        title = format!("{title}, {}", words.chart_settled);
    }
    let mut rows = vec![vec![run(title, Look::new(Tone::Heading).bold())]];
    let end = ends(now).map(|load| fill(words.chart_ends, &[("load", percent(load, world.language))]));
    let end = end.map(|sentence| wrap(&[run(sentence, Tone::Muted)], size.0)).unwrap_or_default();
    let plot = drawn.rows(size.0, size.1.saturating_sub(1 + end.len()), world.settings.borders);
    if plot.is_empty() {
        return sentences(now, world);
    }
    rows.extend(plot);
    rows.extend(end);
    rows
}

/// The least load from which on nothing is answered in time.
fn ends(curve: &Curve) -> Option<f64> {
    let answered = curve.p95.iter().rposition(Option::is_some).map_or(0, |place| place + 1);
    loads().nth(answered)
}

/// The class to begin with: the first whose p95 is a goal.
pub fn first_class(what_if: &WhatIf) -> usize {
    let classes = &what_if.design.classes;
    let meant = |metric: &Metric| match metric {
        Metric::P95(Scope::Class(id)) => classes.iter().position(|class| class.id == *id),
        _ => None,
    };
    what_if.goals.iter().find_map(|goal| meant(&goal.metric)).unwrap_or(0)
}

/// What the chart says, for a window too small to draw it.
fn sentences(now: &Curve, world: &World<'_>) -> Vec<Row> {
    let told = |load: f64| [0.5, 1.0, 2.0, 4.0].iter().any(|told| (load - told).abs() < 1e-9);
    let row = |(load, figure): (f64, &Option<f64>)| {
        let figure = written(Measure::Milliseconds, *figure, world.language);
        vec![run(format!("{}  {figure}", percent(load, world.language)), Tone::Text)]
    };
    loads().zip(&now.p95).filter(|(load, _)| told(*load)).map(row).collect()
}

/// The limit of the goal for the p95 of a class.
fn goal_of(what_if: &WhatIf, class: &str) -> Option<f64> {
    let is_meant = |metric: &Metric| matches!(metric, Metric::P95(Scope::Class(id)) if id == class);
    let goal = what_if.goals.iter().find(|goal| goal.situation == Situation::TODAY && is_meant(&goal.metric))?;
    match goal.limit {
        Limit::AtMost(limit) => Some(limit),
        Limit::AtLeast(_) => None,
    }
}

/// A round number above everything that matters: the figures at today's load and the goal fill the lower half. Where there is no
/// figure at today's load, that of the least load stands for it, so that every curve shows.
fn top(now: &Curve, before: Option<&Curve>, limit: Option<f64>) -> f64 {
    let today = loads().position(|load| load >= 1.0).unwrap_or(0);
    let figure = |curve: &Curve| curve.p95.get(today).copied().flatten().or(curve.p95.iter().copied().flatten().next());
    let figures = [Some(now), before].into_iter().flatten().filter_map(figure);
    let highest = figures.chain(limit).fold(0.0, f64::max);
    let all = [Some(now), before].into_iter().flatten().flat_map(|curve| curve.p95.iter().copied().flatten());
    let wanted = (2.0 * highest).min(all.chain(limit).fold(0.0, f64::max) * 1.1).max(1.0);
    round_up(wanted)
}

/// The next of 1, 2, 3, 4, 5, 6, 8 times a power of ten.
fn round_up(value: f64) -> f64 {
    let power = 10_f64.powf(value.log10().floor());
    let step = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0].into_iter().find(|step| step * power >= value - 1e-9);
    step.unwrap_or(10.0) * power
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_axis_ends_at_a_round_number_above_goal_and_today() {
        assert_eq!([1.0, 61.0, 132.0, 900.1].map(round_up), [1.0, 80.0, 200.0, 1000.0]);
        let curve = |value| Curve { class: "c".into(), p95: vec![Some(value); STEPS as usize] };
        assert_eq!(top(&curve(40.0), Some(&curve(132.0)), Some(60.0)), 200.0);
    }

    #[test]
    fn a_curve_that_ends_before_today_shows_and_says_where_it_ends() {
        let mut p95 = vec![None; STEPS as usize];
        p95[..3].copy_from_slice(&[Some(900.0), Some(950.0), Some(1400.0)]);
        let curve = Curve { class: "c".into(), p95 };
        assert_eq!((top(&curve, None, Some(60.0)), ends(&curve)), (2000.0, Some(0.4)));
        let nobody = Curve { class: "c".into(), p95: vec![None; STEPS as usize] };
        assert_eq!((top(&nobody, None, Some(60.0)), ends(&nobody)), (80.0, Some(0.1)));
        let everybody = Curve { class: "c".into(), p95: vec![Some(1.0); STEPS as usize] };
        assert_eq!(ends(&everybody), None);
    }
}
