//! Rules about a what-if: its actions refer to what is there, and the proof of the domain finds nothing.
//!
//! Here a flaw gets its place in the file and its words; it must not try a plan itself.

use super::Ground;
use super::place::Step;
use super::scenario_file::{ScenarioFile, unknown};
use crate::course::diagnostic::Report;
use crate::course::figure::{goal_name, limit_written, written};
use crate::course::problem::{Named, Problem, WhatIfRule};
use crate::course::scenarios::wanted;
use crate::domain::question::Text;
use crate::domain::scenario::proof::{Flaw, MOST_PLANS, prove};
use crate::domain::scenario::what_if::WhatIf;
use crate::domain::simulation::problem::Problem as Misfit;
use crate::text::Language;

pub fn check(ground: &Ground<'_>, file: &ScenarioFile<'_>, what_if: &WhatIf, report: &mut Report<'_>) {
    for (place, action) in what_if.actions.iter().enumerate() {
        if let Some(section) = action.section.as_ref().filter(|id| ground.course.outline.section(id).is_none()) {
            let bytes = file.place(&[Step::Key("action"), Step::Nth(place), Step::Key("section")]);
            report.add(unknown(Named::Section, section.as_str()), bytes);
        }
    }
    for flaw in prove(what_if) {
        let place = file.place(&place(what_if, &flaw));
        report.add(problem(what_if, flaw), place);
    }
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
        Flaw::RecommendedMisses { goal, .. } => vec![Step::Key("goal"), Step::Nth(*goal)],
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

/// The component or class that does not fit.
fn part(what_if: &WhatIf, problem: &Misfit) -> Vec<Step> {
    let id = match problem {
        Misfit::UnknownComponent { class, .. }
        | Misfit::VisitedTwice { class, .. }
        | Misfit::Backwards { class, .. }
        | Misfit::NoCache { class, .. }
        | Misfit::NoReplica { class, .. }
        | Misfit::NoDatabase { class, .. }
        | Misfit::NoQueries { class, .. }
        | Misfit::NoServiceTime { class, .. }
        | Misfit::SecondSplit { class, .. }
        | Misfit::NobodyTakesFrom { class, .. }
        | Misfit::NoObjects { class, .. } => class,
        Misfit::SameId(id)
        | Misfit::MinAboveMax(id)
        | Misfit::NeededAboveZones(id)
        | Misfit::ProvisionedAboveConcurrency(id) => id,
    };
    let component = what_if.design.component_index(id).map(|place| vec![Step::Key("component"), Step::Nth(place)]);
    let class = || what_if.design.class_index(id).map(|place| vec![Step::Key("class"), Step::Nth(place)]);
    component.or_else(class).unwrap_or_default()
}

fn in_each_language(word: impl Fn(Language) -> String) -> Text {
    let mut text = Text::empty();
    for language in Language::ALL {
        text.set(language, word(language));
    }
    text
}
