//! The components at a load: how busy each is, and which one breaks first as the load grows.

use crate::domain::scenario::what_if::WhatIf;
use crate::domain::scenario::what_if_session::WhatIfSession;
use crate::domain::simulation::chart::Breaking;
use crate::domain::simulation::design::{Component, Design};
use crate::domain::simulation::evaluation::{ComponentFigures, Evaluation};
use crate::text::number::{grouped, percent, rate, seconds};
use crate::text::width::{padded, truncated, width};
use crate::text::words::fill;
use crate::text::wrap::wrap;
use crate::tui::look::{Look, Row, Tone, run};
use crate::tui::screen::World;
use crate::tui::signs::Signs;

/// Cells of a bar of utilisation, and of the figure behind it.
const BAR: usize = 10;
const FIGURE: usize = 7;
/// Cells that notes need at least.
const NOTES: usize = 20;

/// A heading, a row for each component in use, and the sentence about the weakest.
pub fn rows(
    session: &WhatIfSession,
    at_load: &Evaluation,
    breaking: Option<Breaking>,
    room: usize,
    world: &World<'_>,
) -> Vec<Row> {
    let (what_if, design) = (session.what_if(), &session.now().design);
    let heading = fill(world.words.components_at, &[("load", percent(at_load.situation.load))]);
    let mut rows = vec![vec![run(heading, Look::new(Tone::Heading).bold())]];
    for (component, figures) in design.components.iter().zip(&at_load.components).filter(|(component, _)| component.on)
    {
        rows.push(row(what_if, component, figures, room, world));
    }
    let (sentence, tone) = weakest(what_if, design, breaking, world);
    rows.extend(wrap(&[run(sentence, tone)], room));
    rows
}

fn row(what_if: &WhatIf, component: &Component, figures: &ComponentFigures, room: usize, world: &World<'_>) -> Row {
    let signs = Signs::of(world.settings.borders);
    let column = room.saturating_sub(BAR + FIGURE + NOTES).clamp(10, 26);
    let name = name(what_if, &component.id, world);
    let mut row = vec![run(padded(&truncated(name, column.saturating_sub(1)), column), Tone::Text)];
    let busy = figures.offered.unwrap_or(0.0);
    let tone = match busy {
        busy if busy >= 1.0 => Tone::Wrong,
        busy if busy >= 0.8 => Tone::Due,
        _ => Tone::Accent,
    };
    // Where there is no room for bars, figures say it all.
    if room >= column + BAR + FIGURE + NOTES {
        match figures.offered {
            Some(offered) => row.extend(signs.share(offered.min(1.0), BAR, tone)),
            None => row.push(run(" ".repeat(BAR), Tone::Text)),
        }
    }
    let figure = figures.offered.map_or_else(String::new, percent);
    row.push(run(" ".repeat(FIGURE.saturating_sub(width(&figure))) + &figure, tone));
    row.push(run(format!("  {}", notes(figures, world).join(", ")), Tone::Muted));
    row
}

/// What else there is to say of a component: what comes, what it answers, what it refuses, what waits.
fn notes(figures: &ComponentFigures, world: &World<'_>) -> Vec<String> {
    let words = world.words;
    let mut notes = vec![rate(figures.flow)];
    notes.extend(figures.nodes.filter(|nodes| nodes.now > 1).map(|nodes| format!("× {}", grouped(nodes.now.into()))));
    notes.extend(figures.hit.map(|hit| format!("{} {}", words.hits_short, percent(hit))));
    if figures.refused > 0.000_5 {
        notes.push(fill(words.refuses, &[("share", percent(figures.refused))]));
    }
    notes.extend(
        figures.cold.filter(|cold| *cold > 0.000_5).map(|cold| format!("{} {}", words.cold_starts, percent(cold))),
    );
    let oldest = figures.backlog.and_then(|backlog| backlog.oldest_age_s).filter(|age| *age >= 1.0);
    notes.extend(oldest.map(|age| format!("{} {}", words.metric_oldest_age, seconds(age))));
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
