//! What can be wrong with a what-if: in its file, and in what the proof finds.
//!
//! It must not find anything: reading and proof do. What several languages name differently comes in as a text.

use super::pick;
use super::scenario::listed;
use crate::domain::question::Text;
use crate::domain::scenario::what_if::Obstacle;
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
