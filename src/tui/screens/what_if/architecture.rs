//! The architecture as boxes, with the traffic on the arrows and how busy each box is.
//!
//! It must not lay out: it says what is connected, and the drawing of diagrams does the rest.

use crate::course::diagram::{self, Diagram, Direction, Edge, End, Heads, Node, Shape, Stroke, Style};
use crate::domain::scenario::what_if::WhatIf;
use crate::domain::settings::Borders;
use crate::domain::simulation::design::{ComponentKind, Design, Visit};
use crate::domain::simulation::evaluation::{ComponentFigures, Evaluation};
use crate::text::number::{percent, rate};
use crate::tui::look::Row;
use crate::tui::page::drawing_rows;
use crate::tui::screen::World;

/// The drawing, in the middle of `width`; as sentences where it does not fit.
pub fn rows(what_if: &WhatIf, design: &Design, evaluation: &Evaluation, width: usize, world: &World<'_>) -> Vec<Row> {
    let diagram = Sketch { what_if, design, evaluation, world }.diagram();
    let style = match world.settings.borders {
        Borders::Unicode => Style::Unicode,
        Borders::Ascii => Style::Ascii,
    };
    match diagram::draw(&diagram, width, style) {
        Ok(drawing) => drawing_rows(drawing, width),
        Err(_) => sentences(&diagram, width),
    }
}

fn sentences(diagram: &Diagram, width: usize) -> Vec<Row> {
    let line = |edge: &Edge| {
        let label = edge.label.as_deref().unwrap_or_default();
        format!("{} - {label} - {}", diagram.name(edge.from), diagram.name(edge.to))
    };
    let text: Vec<String> = diagram.edges.iter().map(line).collect();
    crate::text::wrap::wrap(&[crate::tui::look::run(text.join("\n"), crate::tui::look::Tone::Text)], width)
}

struct Sketch<'s> {
    what_if: &'s WhatIf,
    design: &'s Design,
    evaluation: &'s Evaluation,
    world: &'s World<'s>,
}

/// Where traffic starts and ends: `None` are the readers, else the place of a component.
type Link = (Option<usize>, usize);

impl Sketch<'_> {
    fn diagram(&self) -> Diagram {
        let links = self.links();
        // The readers, then what is used, in the order of the design.
        let used: Vec<usize> =
            (0..self.design.components.len()).filter(|place| links.iter().any(|((_, to), _)| to == place)).collect();
        let mut nodes = vec![node("readers", self.world.words.readers.to_string(), Shape::Round)];
        nodes.extend(used.iter().map(|place| self.component(*place)));
        let end = |place: Option<usize>| match place {
            None => End::Node(0),
            Some(place) => End::Node(1 + used.iter().position(|other| *other == place).unwrap_or(0)),
        };
        let edges = links.into_iter().map(|((from, to), flow)| Edge {
            from: end(from),
            to: end(Some(to)),
            label: Some(rate(flow)),
            stroke: Stroke::Solid,
            heads: Heads::Forward,
        });
        Diagram { direction: Direction::LeftRight, edges: edges.collect(), nodes, groups: Vec::new() }
    }

    /// Who sends how many requests a second to whom, all classes together.
    fn links(&self) -> Vec<(Link, f64)> {
        let mut links: Vec<(Link, f64)> = Vec::new();
        for (class, figures) in self.design.classes.iter().zip(&self.evaluation.classes) {
            let mut from = None;
            for (visit, flow) in class.path.iter().zip(&figures.flows) {
                for (to, flow) in self.stops(visit, *flow) {
                    match links.iter_mut().find(|(link, _)| *link == (from, to)) {
                        Some((_, sum)) => *sum += flow,
                        None => links.push(((from, to), flow)),
                    }
                }
                let place = self.design.component_index(&visit.component).filter(|_| visit.on);
                from = place.filter(|place| self.hands_on(*place)).or(from);
            }
        }
        links
    }

    /// The components that one visit comes to: its own, and those that take reads off it.
    fn stops(&self, visit: &Visit, flow: f64) -> Vec<(usize, f64)> {
        let is_on =
            |id: &String| self.design.component_index(id).filter(|place| visit.on && self.design.components[*place].on);
        let own = is_on(&visit.component).map(|place| (place, flow));
        let beside = [&visit.cache, &visit.replica].into_iter().flatten().filter_map(is_on);
        let beside = beside.map(|place| (place, self.evaluation.components[place].flow));
        if own.is_none() { Vec::new() } else { own.into_iter().chain(beside).collect() }
    }

    /// Whether requests go on from a component; from a store they come back.
    fn hands_on(&self, place: usize) -> bool {
        let component = &self.design.components[place];
        component.on
            && !matches!(
                component.kind,
                ComponentKind::Database { .. } | ComponentKind::Cache { .. } | ComponentKind::ObjectStore { .. }
            )
    }

    fn component(&self, place: usize) -> Node {
        let component = &self.design.components[place];
        let figures = &self.evaluation.components[place];
        let name =
            self.what_if.names.get(&component.id).map_or(component.id.as_str(), |name| name.text(self.world.language));
        let name = match figures.nodes {
            Some(nodes) if nodes.now > 1 => format!("{} × {name}", nodes.now),
            _ => name.to_string(),
        };
        let text = state(figures, self.world).map_or(name.clone(), |state| format!("{name}\n{state}"));
        let shape = match component.kind {
            ComponentKind::Database { .. } | ComponentKind::ObjectStore { .. } => Shape::Store,
            _ => Shape::Box,
        };
        node(&component.id, text, shape)
    }
}

/// How busy a component is, or how much it answers.
fn state(figures: &ComponentFigures, world: &World<'_>) -> Option<String> {
    if let Some(hit) = figures.hit {
        return Some(format!("{} {}", world.words.hits_short, percent(hit, world.language)));
    }
    figures.offered.map(|offered| percent(offered, world.language))
}

fn node(id: &str, text: String, shape: Shape) -> Node {
    Node { id: id.to_string(), text, shape, group: None }
}
