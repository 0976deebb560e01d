//! The components at a load: how busy each is, and which one breaks first as the load grows.

use crate::domain::scenario::what_if::WhatIf;
use crate::domain::scenario::what_if_session::WhatIfSession;
use crate::domain::simulation::chart::Breaking;
use crate::domain::simulation::design::{Component, Design};
use crate::domain::simulation::evaluation::{ComponentFigures, Evaluation};
use crate::text::number::{dollars, grouped, percent, rate, seconds};
use crate::text::width::{padded, right_aligned, truncated, width};
use crate::text::words::fill;
use crate::text::wrap::wrap;
use crate::tui::look::{Look, Row, Tone, run};
use crate::tui::screen::World;
use crate::tui::signs::Signs;

/// Cells of a bar of utilisation, and of the columns behind it.
const BAR: usize = 8;
const SHARE: usize = 7;
const FLOW: usize = 10;
const COST: usize = 9;
/// The least cells for a name beside a bar.
const NAME: usize = 14;

/// A heading, a row for each component in use with what it costs a month, and the sentence about the weakest.
pub fn rows(
    session: &WhatIfSession,
    at_load: &Evaluation,
    breaking: Option<Breaking>,
    room: usize,
    world: &World<'_>,
) -> Vec<Row> {
    let (what_if, design) = (session.what_if(), &session.now().design);
    let heading = fill(world.words.components_at, &[("load", percent(at_load.situation.load, world.language))]);
    let per_month = right_aligned(world.words.cost_heading, room.saturating_sub(width(&heading)));
    let mut rows = vec![vec![run(heading, Look::new(Tone::Heading).bold()), run(per_month, Tone::Muted)]];
    let table = Table { what_if, room, world };
    let bill = &at_load.bill;
    let parts = design.components.iter().zip(&at_load.components).zip(&bill.components);
    for ((component, figures), line) in parts.filter(|((component, _), _)| component.on) {
        rows.push(table.row(component, figures, line.total()));
        let notes = notes(figures, world);
        if !notes.is_empty() {
            rows.extend(wrap(&[run(format!("  {}", notes.join(", ")), Tone::Due)], room));
        }
    }
    if bill.egress >= 0.5 {
        let label =
            padded(&truncated(world.words.data_to_readers, room.saturating_sub(COST)), room.saturating_sub(COST));
        rows.push(vec![run(label, Tone::Muted), run(right_aligned(&dollars(bill.egress), COST), Tone::Muted)]);
    }
    let (sentence, tone) = weakest(what_if, design, breaking, world);
    rows.extend(wrap(&[run(sentence, tone)], room));
    rows
}

struct Table<'t> {
    what_if: &'t WhatIf,
    room: usize,
    world: &'t World<'t>,
}

impl Table<'_> {
    /// Name, how busy or how much it answers, what comes, what it costs.
    fn row(&self, component: &Component, figures: &ComponentFigures, cost: f64) -> Row {
        let name = name(self.what_if, &component.id, self.world);
        let name = match figures.nodes {
            Some(nodes) if nodes.now > 1 => format!("{} × {name}", grouped(nodes.now.into())),
            _ => name.to_string(),
        };
        // Where there is no room for bars, figures say it all.
        let bar = if self.room >= NAME + BAR + SHARE + FLOW + COST { BAR } else { 0 };
        let column = self.room.saturating_sub(bar + SHARE + FLOW + COST);
        let mut row = vec![run(padded(&truncated(&name, column.saturating_sub(1)), column), Tone::Text)];
        row.extend(self.business(figures, bar));
        row.push(run(right_aligned(&rate(figures.flow), FLOW), Tone::Muted));
        row.push(run(right_aligned(&dollars(cost), COST), Tone::Text));
        row
    }

    /// A bar and a share for what has workers; the hit ratio of a cache; else nothing.
    fn business(&self, figures: &ComponentFigures, bar: usize) -> Row {
        let Some(offered) = figures.offered else {
            let hit =
                figures.hit.map(|hit| format!("{} {}", self.world.words.hits_short, percent(hit, self.world.language)));
            return vec![run(right_aligned(&hit.unwrap_or_default(), bar + SHARE), Tone::Accent)];
        };
        let tone = match offered {
            offered if offered >= 1.0 => Tone::Wrong,
            offered if offered >= 0.8 => Tone::Due,
            _ => Tone::Accent,
        };
        let mut row: Row = Signs::of(self.world.settings.borders).share(offered.min(1.0), bar, tone).into();
        row.push(run(right_aligned(&percent(offered, self.world.language), SHARE), tone));
        row
    }
}

/// What hurts at a component: what it refuses, cold starts, what waits.
fn notes(figures: &ComponentFigures, world: &World<'_>) -> Vec<String> {
    let words = world.words;
    let mut notes = Vec::new();
    if figures.refused > 0.000_5 {
        notes.push(fill(words.refuses, &[("share", percent(figures.refused, world.language))]));
    }
    notes.extend(
        figures
            .cold
            .filter(|cold| *cold > 0.000_5)
            .map(|cold| format!("{} {}", words.cold_starts, percent(cold, world.language))),
    );
    let oldest = figures.backlog.and_then(|backlog| backlog.oldest_age_s).filter(|age| *age >= 1.0);
    notes.extend(oldest.map(|age| format!("{} {}", words.metric_oldest_age, seconds(age, world.language))));
    notes
}

fn weakest(what_if: &WhatIf, design: &Design, breaking: Option<Breaking>, world: &World<'_>) -> (String, Tone) {
    let words = world.words;
    let Some(Breaking { component, load }) = breaking else {
        return (words.nothing_breaks.to_string(), Tone::Right);
    };
    let id = design.components.get(component).map_or("", |component| component.id.as_str());
    let component = ("component", name(what_if, id, world).to_string());
    if load <= 1.0 {
        return (fill(words.overloaded_now, &[component]), Tone::Wrong);
    }
    (fill(words.first_to_break, &[component, ("times", format!("{load:.1}"))]), Tone::Due)
}

fn name<'w>(what_if: &'w WhatIf, id: &'w str, world: &World<'_>) -> &'w str {
    what_if.names.get(id).map_or(id, |name| name.text(world.language))
}
