//! What can be wrong with a what-if: in its file, and in what the proof finds.
//!
//! It must not find anything: reading and proof do. What several languages name differently comes in as a text.

use super::pick;
use super::scenario::listed;
use crate::domain::question::Text;
use crate::domain::scenario::what_if::Obstacle;
use crate::domain::simulation::goal::Measure;
use crate::domain::simulation::problem::Problem as Misfit;
use crate::text::Language;
use crate::text::words::fill;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WhatIfRule {
    /// A parameter of the file, or of a plan, that cannot have this value.
    BadValue {
        path: String,
        wanted: ValueWanted,
        plan: Vec<String>,
    },
    GoalSubject {
        metric: String,
        subject: Subject,
    },
    GoalLimit,
    /// A limit that no figure of the metric's unit keeps to, or every one.
    GoalUnit {
        metric: &'static str,
        measure: Measure,
        key: &'static str,
        value: String,
    },
    /// A component that has no such figure.
    GoalComponent {
        metric: &'static str,
        /// The kinds of components that have it.
        kinds: Vec<String>,
        component: String,
        kind: &'static str,
        /// The components of the design that have it.
        fitting: Vec<String>,
    },
    /// Every plan meets the goal.
    IdleGoal {
        goal: Text,
    },
    /// The shares of the classes are far from a whole: with the sum, the rate as given, and what comes instead.
    Shares {
        sum: String,
        rate: String,
        sent: String,
    },
    SameParameter {
        path: String,
        other: String,
    },
    /// Parts of the design that do not fit together, after a plan.
    Misfit {
        problem: Misfit,
        plan: Vec<String>,
    },
    NothingToDo,
    RecommendedNotAllowed {
        action: String,
        obstacle: Obstacle,
    },
    RecommendedMisses {
        goal: Text,
        figure: Text,
        limit: Text,
    },
    RecommendedWastes {
        action: String,
    },
    WithoutTaught {
        action: String,
        plan: Vec<String>,
    },
    OneStep {
        action: String,
    },
    NeverTaken {
        action: String,
    },
    TooManyPlans {
        limit: usize,
    },
}

/// What a goal's metric is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// A class, or all of them.
    Class,
    Component,
    Nothing,
}

/// What a parameter takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ValueWanted {
    Switch,
    Number,
    Whole,
    Within {
        least: String,
        most: String,
    },
    /// What an action may write.
    Change,
    /// A value that a factor could multiply.
    Given,
}

impl WhatIfRule {
    pub(super) fn details(&self, language: Language) -> Vec<(&'static str, String)> {
        match self {
            WhatIfRule::BadValue { path, wanted, plan } => {
                vec![("path", path.clone()), ("wanted", wanted.name(language)), ("after", after(plan, language))]
            }
            WhatIfRule::GoalSubject { metric, subject } => {
                vec![("metric", metric.clone()), ("subject", subject.name(language).to_string())]
            }
            WhatIfRule::GoalUnit { metric, measure, key, value } => vec![
                ("metric", metric.to_string()),
                ("unit", unit(*measure, language).to_string()),
                ("key", key.to_string()),
                ("value", value.clone()),
                ("way_out", in_unit(*measure, value, language)),
            ],
            WhatIfRule::GoalComponent { metric, kinds, component, kind, fitting } => vec![
                ("metric", metric.to_string()),
                ("kinds", listed(kinds, language)),
                ("component", component.clone()),
                ("kind", kind.to_string()),
                ("way_out", one_of(fitting, language)),
            ],
            WhatIfRule::IdleGoal { goal } => vec![("goal", goal.text(language).to_string())],
            WhatIfRule::Shares { sum, rate, sent } => {
                vec![("sum", sum.clone()), ("rate", rate.clone()), ("sent", sent.clone())]
            }
            WhatIfRule::SameParameter { path, other } => vec![("path", path.clone()), ("other", other.clone())],
            WhatIfRule::Misfit { problem, plan } => {
                vec![("detail", misfit(problem, language)), ("after", after(plan, language))]
            }
            WhatIfRule::RecommendedNotAllowed { action, obstacle } => {
                vec![("action", action.clone()), ("reason", reason(obstacle, language))]
            }
            WhatIfRule::RecommendedMisses { goal, figure, limit } => vec![
                ("goal", goal.text(language).to_string()),
                ("figure", figure.text(language).to_string()),
                ("limit", limit.text(language).to_string()),
            ],
            WhatIfRule::RecommendedWastes { action }
            | WhatIfRule::OneStep { action }
            | WhatIfRule::NeverTaken { action } => vec![("action", action.clone())],
            WhatIfRule::WithoutTaught { action, plan } => {
                vec![("action", action.clone()), ("plan", listed(plan, language))]
            }
            WhatIfRule::TooManyPlans { limit } => vec![("limit", limit.to_string())],
            WhatIfRule::GoalLimit | WhatIfRule::NothingToDo => Vec::new(),
        }
    }
}

fn unit(measure: Measure, language: Language) -> &'static str {
    let (english, korean) = match measure {
        Measure::Milliseconds => ("a time in ms", "시간(ms)"),
        Measure::Seconds => ("a time in s", "시간(초)"),
        Measure::Share => ("a share between 0 and 1", "0과 1 사이의 몫"),
        Measure::RequestsPerSecond => ("requests a second", "초당 요청 수"),
        Measure::UsdPerMonth => ("USD a month", "한 달 요금(USD)"),
    };
    pick(language, english, korean)
}

/// What to write instead of a limit that is not in the unit. Who wrote a share above 1 had percent in mind.
fn in_unit(measure: Measure, value: &str, language: Language) -> String {
    let percent = value.parse().ok().filter(|percent| (1.0..=100.0).contains(percent));
    let (template, percent) = match (measure, percent) {
        (Measure::Share, Some(percent)) => {
            (pick(language, "write {share} for {percent} %", "{percent} %는 {share}로 쓰세요"), percent)
        }
        (Measure::Share, None) => (
            pick(
                language,
                "write a share between 0 and 1, such as {share} for {percent} %",
                "0과 1 사이의 몫로 쓰세요. 예: {percent} %는 {share}",
            ),
            5.0,
        ),
        _ => (pick(language, "write a number above 0", "0보다 큰 수를 쓰세요"), 0.0),
    };
    fill(template, &[("share", short(percent / 100.0)), ("percent", short(percent))])
}

/// Which components a goal could have meant.
fn one_of(fitting: &[String], language: Language) -> String {
    let template = match fitting {
        [] => pick(
            language,
            "the design has none: take the goal out",
            "이 설계에는 그런 구성 요소가 없으니 목표를 빼세요",
        ),
        _ => pick(language, "name one that is: {ids}", "맞는 구성 요소를 쓰세요: {ids}"),
    };
    fill(template, &[("ids", listed(fitting, language))])
}

/// A number without the noise of its last digits.
pub fn short(number: f64) -> String {
    ((number * 1e6).round() / 1e6).to_string()
}

impl Subject {
    fn name(self, language: Language) -> &'static str {
        let (english, korean) = match self {
            Subject::Class => {
                ("write `class`, or nothing for all requests", "`class`를 쓰거나, 전체라면 아무것도 쓰지 마세요")
            }
            Subject::Component => ("write `component`", "`component`를 쓰세요"),
            Subject::Nothing => ("write neither `class` nor `component`", "`class`도 `component`도 쓰지 마세요"),
        };
        pick(language, english, korean)
    }
}

impl ValueWanted {
    fn name(&self, language: Language) -> String {
        let (english, korean) = match self {
            ValueWanted::Switch => ("true or false", "true 또는 false"),
            ValueWanted::Number => ("a number", "숫자"),
            ValueWanted::Whole => ("a whole number", "정수"),
            ValueWanted::Within { least, most } => {
                let template = pick(language, "a number from {least} to {most}", "{least}–{most} 범위의 숫자");
                return fill(template, &[("least", least.clone()), ("most", most.clone())]);
            }
            ValueWanted::Change => {
                ("a number, true, false, or a factor like \"x2\"", "숫자, true, false, 또는 \"x2\" 같은 배수")
            }
            ValueWanted::Given => ("a number: there is none yet to multiply", "숫자. 곱할 값이 아직 없어요"),
        };
        pick(language, english, korean).to_string()
    }
}

/// After which plan; nothing for the design as the file gives it.
fn after(plan: &[String], language: Language) -> String {
    if plan.is_empty() {
        return String::new();
    }
    fill(pick(language, " after {plan}", " ({plan} 다음)"), &[("plan", listed(plan, language))])
}

/// What is in the way of an action.
fn reason(obstacle: &Obstacle, language: Language) -> String {
    let (template, ids) = match obstacle {
        Obstacle::Unknown => (pick(language, "it cannot be taken", "실행할 수 없어요"), &[][..]),
        Obstacle::Taken => (pick(language, "it is taken twice", "두 번 나와요"), &[][..]),
        Obstacle::NoStepLeft => (pick(language, "no step is left for it", "남은 단계가 없어요"), &[][..]),
        Obstacle::Requires(ids) => (pick(language, "it requires {ids} before", "{ids} 다음이어야 해요"), &ids[..]),
        Obstacle::Excluded(ids) => {
            (pick(language, "it cannot be combined with {ids}", "함께 쓸 수 없어요: {ids}"), &ids[..])
        }
    };
    fill(template, &[("ids", listed(ids, language))])
}

/// What does not fit together in a design.
fn misfit(problem: &Misfit, language: Language) -> String {
    let (english, korean, one, other) = match problem {
        Misfit::SameId(id) => ("`{one}` is the id of two things", "`{one}`: 두 곳에서 쓴 id예요", id, id),
        Misfit::UnknownComponent { class, component } => (
            "`{one}` visits `{other}`, which there is not",
            "`{one}`의 경로에 없는 구성 요소 `{other}`가 있어요",
            class,
            component,
        ),
        Misfit::VisitedTwice { class, component } => (
            "`{one}` visits `{other}` twice: say `times`",
            "`{one}`의 경로에 `{other}`가 두 번 있어요. `times`를 쓰세요",
            class,
            component,
        ),
        Misfit::Backwards { class, component } => (
            "`{one}` comes to `{other}` after what stands behind it: list components in the order in which requests pass them",
            "`{one}`의 경로가 `{other}`로 거슬러 가요. 구성 요소를 요청이 지나는 순서대로 쓰세요",
            class,
            component,
        ),
        Misfit::NoCache { class, cache } => (
            "`{one}` names `{other}` as its cache, which is none",
            "`{one}`이 캐시라고 쓴 `{other}`는 캐시가 아니에요",
            class,
            cache,
        ),
        Misfit::NoReplica { class, replica } => (
            "`{one}` names `{other}` as its replica, which is no other database",
            "`{one}`이 복제본이라고 쓴 `{other}`는 다른 데이터베이스가 아니에요",
            class,
            replica,
        ),
        Misfit::NoDatabase { class, component } => (
            "`{one}` reads or writes at `{other}`, which is no database",
            "`{one}`이 읽거나 쓰는 `{other}`는 데이터베이스가 아니에요",
            class,
            component,
        ),
        Misfit::NoQueries { class, component } => (
            "`{one}` neither reads nor writes at `{other}`",
            "`{one}`이 `{other}`에서 읽지도 쓰지도 않아요",
            class,
            component,
        ),
        Misfit::NoServiceTime { class, component } => (
            "`{one}` gives no work (`ms`) to `{other}`",
            "`{one}`이 `{other}`에 주는 일(`ms`)이 없어요",
            class,
            component,
        ),
        Misfit::SecondSplit { class, component } => (
            "`{other}` is the second cdn or queue on the way of `{one}`",
            "`{one}`의 경로에서 `{other}`는 두 번째 cdn이나 queue예요",
            class,
            component,
        ),
        Misfit::NobodyTakesFrom { class, queue } => (
            "behind `{other}` nothing works for `{one}`",
            "`{one}`의 경로에서 `{other}` 뒤에 일하는 것이 없어요",
            class,
            queue,
        ),
        Misfit::NoObjects { class, component } => (
            "`{one}` has no `objects`, so `{other}` cannot hold any",
            "`{one}`에 `objects`가 없어서 `{other}`에 담을 것이 없어요",
            class,
            component,
        ),
        Misfit::MinAboveMax(id) => ("`{one}` has a `min` above its `max`", "`{one}`의 `min`이 `max`보다 커요", id, id),
        Misfit::NeededAboveZones(id) => {
            ("`{one}` needs more zones than it has", "`{one}`의 `needed`가 `zones`보다 커요", id, id)
        }
        Misfit::ProvisionedAboveConcurrency(id) => (
            "`{one}` keeps more ready (`provisioned`) than may run (`concurrency`)",
            "`{one}`의 `provisioned`가 `concurrency`보다 커요",
            id,
            id,
        ),
    };
    fill(pick(language, english, korean), &[("one", one.clone()), ("other", other.clone())])
}

impl From<WhatIfRule> for super::Problem {
    fn from(rule: WhatIfRule) -> Self {
        super::Problem::WhatIf(rule)
    }
}
