//! Rules about a what-if: its actions refer to what is there, and the proof of the domain finds nothing.
//!
//! Here a flaw gets its place in the file and its words; it must not try a plan itself.

use super::place::Step;
use super::scenario_file::{ScenarioFile, unknown_section};
use super::{Ground, service};
use crate::course::diagnostic::Report;
use crate::course::figure::{goal_name, limit_written, written};
use crate::course::problem::{Problem, WhatIfRule, short};
use crate::course::scenarios::wanted;
use crate::domain::question::Text;
use crate::domain::scenario::plans::MOST_PLANS;
use crate::domain::scenario::proof::{Flaw, prove};
use crate::domain::scenario::what_if::WhatIf;
use crate::domain::simulation::design::Visit;
use crate::domain::simulation::goal::Measure;
use crate::domain::simulation::problem::Problem as Misfit;
use crate::text::Language;

/// How far the shares of all classes may be from 1 together: thirds are written as 0.33.
const ROUNDING_OF_SHARES: f64 = 0.02;

pub fn check(ground: &Ground<'_>, file: &ScenarioFile<'_>, what_if: &WhatIf, report: &mut Report<'_>) {
    for (place, action) in what_if.actions.iter().enumerate() {
        if let Some(service) = &action.service {
            let bytes = || file.place(&[Step::Key("action"), Step::Nth(place), Step::Key("service")]);
            service::check(&ground.course.outline, service, bytes, report);
        }
        if let Some(section) = action.section.as_ref().filter(|id| ground.course.outline.section(id).is_none()) {
            let bytes = file.place(&[Step::Key("action"), Step::Nth(place), Step::Key("section")]);
            report.add(unknown_section(section, &ground.course.outline), bytes);
        }
    }
    check_shares(file, what_if, report);
    for flaw in prove(what_if) {
        let place = file.place(&place(what_if, &flaw));
        report.add(problem(what_if, flaw), place);
    }
}

/// Shares that are no parts of a whole: percents, or a class forgotten. The mark is on the largest.
fn check_shares(file: &ScenarioFile<'_>, what_if: &WhatIf, report: &mut Report<'_>) {
    let shares = || what_if.design.classes.iter().map(|class| class.share);
    let sum: f64 = shares().sum();
    if (sum - 1.0).abs() <= ROUNDING_OF_SHARES {
        return;
    }
    let largest = shares().enumerate().max_by(|one, other| one.1.total_cmp(&other.1)).map_or(0, |(place, _)| place);
    let bytes = file.place(&[Step::Key("class"), Step::Nth(largest), Step::Key("share")]);
    let rate_of = |rate| written(Measure::RequestsPerSecond, Some(rate), Language::English);
    let rate = what_if.design.workload.rate;
    let rule = WhatIfRule::Shares { sum: short(sum), rate: rate_of(rate), sent: rate_of(rate * sum) };
    report.add(rule.into(), bytes);
}

fn problem(what_if: &WhatIf, flaw: Flaw) -> Problem {
    let rule = match flaw {
        Flaw::NothingToDo => WhatIfRule::NothingToDo,
        Flaw::RecommendedNotAllowed { action, obstacle } => WhatIfRule::RecommendedNotAllowed { action, obstacle },
        Flaw::RecommendedMisses { goal, figure } => {
            let goal = &what_if.goals[goal];
            WhatIfRule::RecommendedMisses {
                goal: in_each_language(|language| goal_name(goal, &what_if.names, language)),
                figure: in_each_language(|language| written(goal.metric.measure(), figure, language)),
                limit: in_each_language(|language| limit_written(goal, language)),
            }
        }
        Flaw::RecommendedWastes { action } => WhatIfRule::RecommendedWastes { action },
        Flaw::IdleGoal { goal } => {
            let goal = &what_if.goals[goal];
            WhatIfRule::IdleGoal { goal: in_each_language(|language| goal_name(goal, &what_if.names, language)) }
        }
        Flaw::WithoutTaught { action, plan } => WhatIfRule::WithoutTaught { action, plan },
        Flaw::OneStep { action } => WhatIfRule::OneStep { action },
        Flaw::NeverTaken { action } => WhatIfRule::NeverTaken { action },
        Flaw::Unfit { unfit, plan } => WhatIfRule::BadValue { path: unfit.path, wanted: wanted(&unfit.error), plan },
        Flaw::Misfit { problem, plan } => WhatIfRule::Misfit { problem, plan },
        Flaw::TooManyPlans => WhatIfRule::TooManyPlans { limit: MOST_PLANS },
    };
    rule.into()
}

/// Where a flaw stands in its file.
fn place(what_if: &WhatIf, flaw: &Flaw) -> Vec<Step> {
    let listed = |key: &'static str, ids: &[String], id: &String| {
        let place = ids.iter().position(|known| known == id).unwrap_or_default();
        vec![Step::Key(key), Step::Nth(place)]
    };
    let action = |id: &String| {
        let place = what_if.actions.iter().position(|action| action.id == *id).unwrap_or_default();
        vec![Step::Key("action"), Step::Nth(place)]
    };
    match flaw {
        Flaw::NothingToDo => vec![Step::Key("goal")],
        Flaw::RecommendedNotAllowed { action, .. } | Flaw::RecommendedWastes { action } => {
            listed("recommended", &what_if.recommended, action)
        }
        Flaw::RecommendedMisses { goal, .. } | Flaw::IdleGoal { goal } => vec![Step::Key("goal"), Step::Nth(*goal)],
        Flaw::WithoutTaught { action, .. } => listed("teaches", &what_if.teaches, action),
        Flaw::OneStep { action: id } | Flaw::NeverTaken { action: id } => action(id),
        Flaw::Unfit { unfit, .. } => [action(&unfit.action), vec![Step::Key("set")]].concat(),
        Flaw::Misfit { problem, plan } => match plan.last() {
            Some(newest) => action(newest),
            None => part(what_if, problem),
        },
        Flaw::TooManyPlans => vec![Step::Key("steps")],
    }
}

/// The component, or the visit of a class, that does not fit.
fn part(what_if: &WhatIf, problem: &Misfit) -> Vec<Step> {
    let design = &what_if.design;
    let visit = |class: &str, fits: &dyn Fn(&Visit) -> bool| {
        let place = design.class_index(class).unwrap_or_default();
        let visit = design.classes.get(place).and_then(|class| class.path.iter().rposition(fits));
        let class = vec![Step::Key("class"), Step::Nth(place)];
        visit.map_or(class.clone(), |visit| [class, vec![Step::Key("visit"), Step::Nth(visit)]].concat())
    };
    let below = |class: &str, key: &'static str, fits: &dyn Fn(&Visit) -> bool| {
        [visit(class, fits), vec![Step::Key(key)]].concat()
    };
    match problem {
        Misfit::UnknownComponent { class, component }
        // The second of two visits.
        | Misfit::VisitedTwice { class, component }
        | Misfit::Backwards { class, component }
        | Misfit::NoDatabase { class, component }
        | Misfit::NoQueries { class, component }
        | Misfit::NoServiceTime { class, component }
        | Misfit::SecondSplit { class, component }
        | Misfit::NobodyTakesFrom { class, queue: component } => visit(class, &|visit| visit.component == *component),
        Misfit::NoObjects { class, component } => {
            visit(class, &|visit| visit.component == *component || visit.cache.as_ref() == Some(component))
        }
        Misfit::NoCache { class, cache } => below(class, "cache", &|visit| visit.cache.as_ref() == Some(cache)),
        Misfit::NoReplica { class, replica } => {
            below(class, "replica", &|visit| visit.replica.as_ref() == Some(replica))
        }
        Misfit::SameId(id)
        | Misfit::MinAboveMax(id)
        | Misfit::NeededAboveZones(id)
        | Misfit::ProvisionedAboveConcurrency(id) => {
            let place = design.component_index(id).unwrap_or_default();
            vec![Step::Key("component"), Step::Nth(place)]
        }
    }
}

fn in_each_language(word: impl Fn(Language) -> String) -> Text {
    let mut text = Text::empty();
    for language in Language::ALL {
        text.set(language, word(language));
    }
    text
}
