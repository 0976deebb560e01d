//! Figures of a what-if as sentences: goals, components, money, the curve against the load, the debrief.
//!
//! It must not compute or print: the domain has the figures, a session or a command prints.

use crate::course::figure::{goal_name, limit_written, metric_name, workload, written};
use crate::domain::scenario::debrief::Debrief;
use crate::domain::scenario::outcome::Outcome;
use crate::domain::scenario::what_if::{Obstacle, WhatIf};
use crate::domain::scenario::what_if_session::{Curve, WhatIfSession};
use crate::domain::simulation::chart::loads;
use crate::domain::simulation::design::Design;
use crate::domain::simulation::evaluation::Evaluation;
use crate::domain::simulation::goal::{Measure, Metric, Scope};
use crate::text::Language;
use crate::text::number::{dollars, percent};
use crate::text::words::plain::PlainWords;
use crate::text::words::{Words, fill, with_aside};

/// The places among the loads of a chart that are worth a word: 10 %, 50 %, 100 %, 200 % and 400 %.
const SPOKEN_LOADS: [usize; 5] = [0, 4, 9, 19, 39];

/// Less a month is no figure without cents.
const HALF_A_DOLLAR: f64 = 0.5;

/// Words for the figures of one what-if.
#[derive(Clone, Copy)]
pub struct Telling<'a> {
    what_if: &'a WhatIf,
    language: Language,
    words: &'static PlainWords,
    common: &'static Words,
}

impl<'a> Telling<'a> {
    pub fn new(what_if: &'a WhatIf, language: Language) -> Telling<'a> {
        Telling { what_if, language, words: PlainWords::of(language), common: Words::of(language) }
    }

    /// Each goal with its figure, beside an older one if there is one.
    pub fn goals(&self, before: Option<&Outcome>, now: &Outcome) -> Vec<String> {
        let mut lines = vec![format!("{}:", self.common.goals)];
        for (place, (goal, judged)) in self.what_if.goals.iter().zip(&now.judged).enumerate() {
            let figure = |figure| written(goal.metric.measure(), figure, self.language);
            let verdict = if judged.met { self.words.goal_met } else { self.words.goal_missed };
            let mut details = vec![
                ("goal", goal_name(goal, &self.what_if.names, self.language)),
                ("now", figure(judged.figure)),
                ("limit", limit_written(goal, self.language)),
                ("verdict", verdict.to_string()),
            ];
            let template = match before {
                Some(before) => {
                    details.push(("before", figure(before.judged[place].figure)));
                    self.words.goal_changed
                }
                None => self.words.goal_now,
            };
            lines.push(format!("- {}", fill(template, &details)));
        }
        lines
    }

    /// What requests pass, what each component does, and what it costs.
    pub fn architecture(&self, design: &Design, evaluation: &Evaluation) -> Vec<String> {
        let mut lines = Vec::new();
        for class in &design.classes {
            let is_passed = |id: &str| design.component(id).is_some_and(|component| component.on);
            let passed = class.path.iter().filter(|visit| visit.on && is_passed(&visit.component));
            let components: Vec<&str> = passed.map(|visit| self.name(&visit.component)).collect();
            let details = [("class", self.name(&class.id).to_string()), ("components", components.join(", "))];
            lines.push(fill(self.words.way_of, &details));
        }
        let bill = &evaluation.bill;
        let figures = evaluation.components.iter().zip(&bill.components);
        for (component, (figures, line)) in design.components.iter().zip(figures) {
            let mut parts = Vec::new();
            let mut part = |template, name, value| parts.push(fill(template, &[(name, value)]));
            if let Some(offered) = figures.offered {
                // No worker is busier than always; what is asked for beyond that is no business any more.
                let template = if offered > 1.0 { self.words.asked_for } else { self.words.busy };
                part(template, "share", percent(offered, self.language));
            }
            if let Some(hit) = figures.hit {
                part(self.words.hits, "share", percent(hit, self.language));
            }
            if figures.refused > 0.0005 {
                part(self.words.refused, "share", percent(figures.refused, self.language));
            }
            if let Some(nodes) = figures.nodes {
                part(self.words.at_work, "count", nodes.now.to_string());
            }
            if line.total() >= HALF_A_DOLLAR {
                part(self.words.costs, "cost", dollars(line.total()));
            }
            if component.on && !parts.is_empty() {
                lines.push(format!("- {}: {}", self.name(&component.id), parts.join(", ")));
            }
        }
        if bill.egress >= HALF_A_DOLLAR {
            let cost = fill(self.words.costs, &[("cost", dollars(bill.egress))]);
            lines.push(format!("- {}: {cost}", self.common.data_to_readers));
        }
        let list = &self.what_if.price_list;
        let cost = dollars(bill.total());
        let details = [("cost", cost), ("region", list.region.clone()), ("date", list.date.to_string())];
        lines.push(fill(self.words.cost_month, &details));
        lines
    }

    /// Each class's latency and errors, at whatever load the evaluation is.
    pub fn classes(&self, design: &Design, evaluation: &Evaluation) -> Vec<String> {
        let mut lines = Vec::new();
        for class in design.classes.iter().filter(|class| class.share > 0.0) {
            let scope = || Scope::Class(class.id.clone());
            for metric in [Metric::P50(scope()), Metric::P95(scope()), Metric::Error(scope())] {
                let figure = written(metric.measure(), evaluation.figure(design, &metric), self.language);
                lines.push(format!("- {}: {figure}", metric_name(&metric, &self.what_if.names, self.language)));
            }
        }
        lines
    }

    /// The same in the first minutes of a peak, where something scales.
    pub fn first_minutes(&self, design: &Design, evaluation: Option<&Evaluation>) -> Vec<String> {
        let Some(evaluation) = evaluation else { return Vec::new() };
        let mut lines = vec![format!("{}:", self.words.first_minutes)];
        lines.extend(self.classes(design, evaluation));
        lines
    }

    /// What comes to the design at the load as given.
    pub fn workload(&self) -> Vec<String> {
        let mut lines = vec![format!("{}:", self.common.workload)];
        let told = workload(&self.what_if.design, &self.what_if.names, self.language);
        lines.extend(told.into_iter().map(|line| format!("- {line}")));
        lines
    }

    /// How quick each class is as the load grows.
    pub fn curves(&self, curves: &[Curve]) -> Vec<String> {
        let loads: Vec<f64> = loads().collect();
        let line = |curve: &Curve| {
            let points = SPOKEN_LOADS.iter().filter_map(|place| {
                let p95 = written(Measure::Milliseconds, *curve.p95.get(*place)?, self.language);
                Some(fill(
                    self.words.chart_point,
                    &[("p95", p95), ("load", percent(*loads.get(*place)?, self.language))],
                ))
            });
            let points = points.collect::<Vec<_>>().join(", ");
            fill(self.words.chart_line, &[("class", self.name(&curve.class).to_string()), ("points", points)])
        };
        curves.iter().map(line).collect()
    }

    pub fn first_to_break(&self, session: &mut WhatIfSession) -> String {
        match session.first_to_break() {
            None => format!("{}.", self.common.nothing_breaks),
            Some(breaking) => {
                let id = &session.now().design.components[breaking.component].id;
                let details = [("component", self.name(id).to_string()), ("times", format!("{:.1}", breaking.load))];
                format!("{}.", fill(self.common.first_to_break, &details))
            }
        }
    }

    /// Where the prices are from.
    pub fn prices(&self) -> String {
        let list = &self.what_if.price_list;
        fill(self.common.prices_from, &[("region", list.region.clone()), ("date", list.date.to_string())])
    }

    /// Why an action cannot be taken.
    pub fn obstacle(&self, obstacle: &Obstacle) -> String {
        match obstacle {
            Obstacle::Unknown => self.words.act_impossible_here.to_string(),
            Obstacle::Taken => self.common.act_taken.to_string(),
            Obstacle::NoStepLeft => self.words.no_step_left_now.to_string(),
            Obstacle::Requires(ids) => fill(self.common.act_requires, &[("actions", self.titles(ids))]),
            Obstacle::Excluded(ids) => fill(self.common.act_excluded, &[("actions", self.titles(ids))]),
        }
    }

    pub fn debrief(&self, debrief: &Debrief) -> Vec<String> {
        let mut lines = vec![self.result(&debrief.end)];
        let start = debrief.taken.first().map(|taken| &taken.before);
        lines.extend(self.goals(start, &debrief.end));
        self.add_list(
            &mut lines,
            self.common.what_actions_did,
            debrief
                .taken
                .iter()
                .map(|taken| format!("{}: {}", self.title(&taken.action), self.moves(&taken.before, &taken.after))),
        );
        self.add_list(
            &mut lines,
            self.common.what_was_missed,
            debrief.missed.iter().map(|missed| {
                let mut line = format!("{}: {}", self.title(&missed.action), self.moves(&debrief.end, &missed.after));
                for (template, ids) in
                    [(self.common.missed_with, &missed.with), (self.common.missed_without, &missed.without)]
                {
                    if !ids.is_empty() {
                        line = with_aside(&line, fill(template, &[("actions", self.titles(ids))]), self.language);
                    }
                }
                line
            }),
        );
        self.add_list(
            &mut lines,
            self.common.what_was_not_needed,
            debrief.wasted.iter().map(|wasted| {
                let template = match wasted.cost {
                    cost if cost >= 0.5 => self.common.wasted_costs,
                    cost if cost <= -0.5 => self.common.wasted_saves,
                    _ => self.common.wasted_nothing,
                };
                format!("{}: {}", self.title(&wasted.action), fill(template, &[("cost", dollars(wasted.cost.abs()))]))
            }),
        );
        if let Some(recommended) = &debrief.recommended {
            lines.push(String::new());
            lines.push(format!("{}: {}.", self.common.recommended_plan, self.titles(&self.what_if.recommended)));
            lines.extend(self.goals(None, recommended).into_iter().skip(1));
        }
        lines
    }

    /// How many goals are met.
    pub fn result(&self, end: &Outcome) -> String {
        if end.is_won() {
            return format!("{}.", self.common.all_goals_met);
        }
        let details = [("met", end.goals_met().to_string()), ("all", end.judged.len().to_string())];
        format!("{}.", fill(self.common.some_goals_met, &details))
    }

    /// The goals whose figures moved, as "Pictures, p95: 136 ms → 26 ms".
    fn moves(&self, before: &Outcome, after: &Outcome) -> String {
        let pairs = self.what_if.goals.iter().zip(before.judged.iter().zip(&after.judged));
        let moved = pairs.filter_map(|(goal, (before, after))| {
            let [before, after] =
                [before, after].map(|judged| written(goal.metric.measure(), judged.figure, self.language));
            let name = goal_name(goal, &self.what_if.names, self.language);
            (before != after).then(|| format!("{name}: {before} → {after}"))
        });
        let moved: Vec<String> = moved.collect();
        if moved.is_empty() { self.common.no_goal_moved.to_string() } else { moved.join("; ") }
    }

    fn add_list(&self, lines: &mut Vec<String>, heading: &str, entries: impl Iterator<Item = String>) {
        let entries: Vec<String> = entries.map(|entry| format!("- {entry}")).collect();
        if !entries.is_empty() {
            lines.extend([String::new(), format!("{heading}:")]);
            lines.extend(entries);
        }
    }

    fn titles(&self, ids: &[String]) -> String {
        ids.iter().map(|id| self.title(id)).collect::<Vec<_>>().join(", ")
    }

    pub fn title(&self, id: &str) -> &str {
        self.what_if.action(id).map_or("", |action| action.title.text(self.language))
    }

    fn name(&self, id: &str) -> &str {
        self.what_if.names.get(id).map_or("", |name| name.text(self.language))
    }
}
