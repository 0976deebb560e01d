//! Figures of the load model in words: what a metric is called, and how a figure and a limit are written.
//!
//! The same on the screen, in plain mode and in messages to authors. It must not compute a figure.

use crate::domain::question::Text;
use crate::domain::simulation::design::{ComponentKind, Design};
use crate::domain::simulation::goal::{Goal, Limit, Measure, Metric, Phase, Scope, Situation};
use crate::text::Language;
use crate::text::number;
use crate::text::words::{Words, fill, with_aside};
use std::collections::BTreeMap;

/// What components and classes are called, by their ids.
pub type Names = BTreeMap<String, Text>;

/// The name of a metric, as "Pictures, p95" or "cost a month".
pub fn metric_name(metric: &Metric, names: &Names, language: Language) -> String {
    let words = Words::of(language);
    let called = |id: &String| names.get(id).map_or(id.as_str(), |name| name.text(language)).to_string();
    let (of, name) = match metric {
        Metric::P50(scope) => (scope_name(scope, called), words.metric_p50),
        Metric::P95(scope) => (scope_name(scope, called), words.metric_p95),
        Metric::P99(scope) => (scope_name(scope, called), words.metric_p99),
        Metric::Error(scope) => (scope_name(scope, called), words.metric_error),
        Metric::Availability(scope) => (scope_name(scope, called), words.metric_availability),
        Metric::Goodput(scope) => (scope_name(scope, called), words.metric_goodput),
        Metric::Cost => (None, words.metric_cost),
        Metric::Utilisation(id) => (Some(called(id)), words.metric_utilisation),
        Metric::Hit(id) => (Some(called(id)), words.metric_hit),
        Metric::OldestAge(id) => (Some(called(id)), words.metric_oldest_age),
        Metric::Drain(id) => (Some(called(id)), words.metric_drain),
    };
    of.map_or_else(|| name.to_string(), |of| format!("{of}, {name}"))
}

/// The name of a goal: its metric, and when the design is looked at.
pub fn goal_name(goal: &Goal, names: &Names, language: Language) -> String {
    let name = metric_name(&goal.metric, names, language);
    situation_name(goal.situation, language).map_or(name.clone(), |when| with_aside(&name, when, language))
}

/// A situation that is not the load as given; `None` for that one.
pub fn situation_name(situation: Situation, language: Language) -> Option<String> {
    let words = Words::of(language);
    let phase = match situation.phase {
        Phase::Settled => None,
        Phase::BeforeScaling => Some(words.before_scaling.to_string()),
        Phase::ZoneLost => Some(words.zone_lost.to_string()),
    };
    let load =
        (situation.load != 1.0).then(|| fill(words.at_load, &[("load", number::percent(situation.load, language))]));
    let both: Vec<String> = phase.into_iter().chain(load).collect();
    (!both.is_empty()).then(|| both.join(", "))
}

/// What comes to a design at the load as given, line by line: the peak, the readers' side of the network, each class.
pub fn workload(design: &Design, names: &Names, language: Language) -> Vec<String> {
    let (words, workload) = (Words::of(language), &design.workload);
    let peak = [("rate", number::rate(workload.rate)), ("average", number::percent(workload.load_factor, language))];
    let reader =
        [("link", workload.user_mbps.to_string()), ("region", number::milliseconds(workload.rtt_region_ms, language))];
    let edge = [("edge", number::milliseconds(workload.rtt_edge_ms, language))];
    let has_edge = design.components.iter().any(|component| matches!(component.kind, ComponentKind::Cdn { .. }));
    let edge = has_edge.then(|| fill(words.workload_edge, &edge));
    let reader = [fill(words.workload_reader, &reader)].into_iter().chain(edge).collect::<Vec<_>>().join(", ");
    let mut lines = vec![fill(words.workload_peak, &peak), reader];
    for class in design.classes.iter().filter(|class| class.share > 0.0) {
        let details = [
            ("class", names.get(&class.id).map_or(class.id.as_str(), |name| name.text(language)).to_string()),
            ("rate", number::rate(workload.rate * class.share)),
            ("size", class.kb.to_string()),
        ];
        let catalogue = [("objects", number::grouped(class.objects)), ("exponent", class.zipf.to_string())];
        let catalogue = (class.objects >= 1.0).then(|| fill(words.workload_catalogue, &catalogue));
        lines.push([fill(words.workload_class, &details)].into_iter().chain(catalogue).collect::<Vec<_>>().join(", "));
    }
    lines
}

/// A figure with its unit; where there is none, that nobody is answered, that a queue never ends, or a dash.
pub fn written(measure: Measure, figure: Option<f64>, language: Language) -> String {
    let words = Words::of(language);
    let Some(figure) = figure else {
        return match measure {
            Measure::Milliseconds => words.no_answer.to_string(),
            Measure::Seconds => words.never.to_string(),
            Measure::Share | Measure::RequestsPerSecond | Measure::UsdPerMonth => "-".to_string(),
        };
    };
    match measure {
        Measure::Milliseconds => number::milliseconds(figure, language),
        Measure::Seconds => number::seconds(figure, language),
        Measure::Share => number::percent(figure, language),
        Measure::RequestsPerSecond => number::rate(figure),
        Measure::UsdPerMonth => number::dollars(figure),
    }
}

/// A limit with its unit, as "≤ 60 ms".
pub fn limit_written(goal: &Goal, language: Language) -> String {
    let (sign, limit) = match goal.limit {
        Limit::AtMost(limit) => ("≤", limit),
        Limit::AtLeast(limit) => ("≥", limit),
    };
    format!("{sign} {}", written(goal.metric.measure(), Some(limit), language))
}

fn scope_name(scope: &Scope, called: impl Fn(&String) -> String) -> Option<String> {
    match scope {
        Scope::All => None,
        Scope::Class(id) => Some(called(id)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> Names {
        BTreeMap::from([(
            "pictures".to_string(),
            [(Language::English, "Pictures"), (Language::Korean, "사진")].into_iter().fold(
                Text::empty(),
                |mut text, (language, name)| {
                    text.set(language, name.to_string());
                    text
                },
            ),
        )])
    }

    fn goal(metric: Metric, limit: Limit) -> Goal {
        Goal { metric, situation: Situation::TODAY, limit }
    }

    #[test]
    fn a_metric_is_called_after_its_class() {
        let p95 = Metric::P95(Scope::Class("pictures".into()));
        assert_eq!(metric_name(&p95, &names(), Language::English), "Pictures, p95");
        assert_eq!(metric_name(&p95, &names(), Language::Korean), "사진, p95");
        assert_eq!(metric_name(&Metric::Cost, &names(), Language::English), "cost a month");
    }

    #[test]
    fn another_situation_is_named() {
        let mut goal = goal(Metric::Error(Scope::All), Limit::AtMost(0.001));
        goal.situation = Situation { load: 2.0, phase: Phase::ZoneLost };
        assert_eq!(goal_name(&goal, &names(), Language::English), "refused (one zone lost, at 200 % load)");
        assert_eq!(goal_name(&goal, &names(), Language::Korean), "거부율(영역 하나 장애, 부하 200%일 때)");
        assert_eq!(limit_written(&goal, Language::English), "≤ 0.1 %");
        assert_eq!(limit_written(&goal, Language::Korean), "≤ 0.1%");
    }

    #[test]
    fn what_is_never_answered_is_said_to_be_so() {
        assert_eq!(written(Measure::Milliseconds, None, Language::English), "no answer");
        assert_eq!(written(Measure::Seconds, None, Language::English), "never");
        assert_eq!(written(Measure::UsdPerMonth, Some(24_630.4), Language::English), "$24,630");
    }
}
