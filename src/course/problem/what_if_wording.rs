//! The wording of what can be wrong with a what-if: code, severity, and message and help for each language.
//!
//! A table, like those of the other problems.

use super::what_if::WhatIfRule;
use super::wording::Wording;
use crate::course::diagnostic::Severity;

impl WhatIfRule {
    pub(super) fn wording(&self) -> Wording {
        use Severity::{Advice, Error, Warning};
        let wording = |code, severity, message, help| Wording { code, severity, message, help };
        match self {
            WhatIfRule::BadValue { .. } => wording(
                "scenario/bad-value",
                Error,
                ["`{path}` cannot be set so{after}", "`{path}`에 쓸 수 없는 값이에요{after}"],
                ["it takes {wanted}", "쓸 수 있는 값: {wanted}"],
            ),
            WhatIfRule::GoalSubject { .. } => wording(
                "scenario/goal-subject",
                Error,
                [
                    "the goal does not say whose `{metric}` it means",
                    "누구의 `{metric}`인지 목표에 맞게 쓰이지 않았어요",
                ],
                ["{subject}", "{subject}"],
            ),
            WhatIfRule::GoalLimit => wording(
                "scenario/goal-limit",
                Error,
                ["the goal has no limit, or two", "목표에 한도가 없거나 둘이에요"],
                ["write `at-most` or `at-least`, one of them", "`at-most`와 `at-least` 중 하나만 쓰세요"],
            ),
            WhatIfRule::GoalUnit { .. } => wording(
                "scenario/goal-unit",
                Error,
                [
                    "`{metric}` is {unit}, so `{key} = {value}` decides nothing",
                    "`{key} = {value}`: `{metric}` 목표의 한도가 될 수 없어요. 단위: {unit}",
                ],
                ["{way_out}", "{way_out}"],
            ),
            WhatIfRule::GoalComponent { .. } => wording(
                "scenario/goal-component",
                Error,
                [
                    "`{metric}` is a figure of a component of kind {kinds}; `{component}` is of kind `{kind}`",
                    "`{metric}`: {kinds} 구성 요소의 지표인데 `{component}`의 종류는 `{kind}`예요",
                ],
                ["{way_out}", "{way_out}"],
            ),
            WhatIfRule::IdleGoal { .. } => wording(
                "scenario/idle-goal",
                Advice,
                [
                    "this goal decides nothing, since every plan meets it, and doing nothing too: {goal}",
                    "아무것도 가르지 않는 목표예요. 어떤 계획도, 아무것도 하지 않아도 이뤄요: {goal}",
                ],
                [
                    "tighten it, take it out, or offer an action that misses it",
                    "조이거나 빼거나, 이 목표를 못 이루게 되는 조치를 두세요",
                ],
            ),
            WhatIfRule::Shares { .. } => wording(
                "scenario/shares",
                Warning,
                [
                    "the shares of the classes add up to {sum}, so {sent} come at the peak instead of the `rate` of {rate}",
                    "클래스의 `share`를 모두 더하면 {sum}: 피크에 요청이 `rate`의 {rate} 대신 {sent}만큼 와요",
                ],
                [
                    "let them add up to 1, with 0.9 for 90 %; `rate` counts the requests of all classes",
                    "더해서 1이 되게 쓰세요(90 %는 0.9). `rate`는 모든 클래스를 더한 요청 수예요",
                ],
            ),
            WhatIfRule::SameParameter { .. } => wording(
                "scenario/same-parameter",
                Error,
                [
                    "`{other}` sets `{path}` too, so their order would decide",
                    "`{other}` 조치도 `{path}` 값을 정해서 순서에 따라 결과가 달라져요",
                ],
                [
                    "let one exclude the other, or write factors (\"x2\") in both",
                    "한쪽에 `excludes`를 쓰거나 둘 다 배수(\"x2\")로 쓰세요",
                ],
            ),
            WhatIfRule::Misfit { .. } => wording(
                "scenario/misfit",
                Error,
                ["{detail}{after}", "{detail}{after}"],
                [
                    "mend the component, the class or the action, so that the parts fit",
                    "구성 요소, 클래스, 조치가 서로 맞게 고치세요",
                ],
            ),
            WhatIfRule::NothingToDo => wording(
                "scenario/nothing-to-do",
                Error,
                ["every goal is met before anything is done", "아무것도 하지 않아도 모든 목표를 이뤄요"],
                ["set a goal that hurts", "지금은 이루지 못하는 목표를 두세요"],
            ),
            WhatIfRule::RecommendedNotAllowed { .. } => wording(
                "scenario/recommended-not-allowed",
                Error,
                [
                    "the recommended plan cannot take `{action}`: {reason}",
                    "추천 계획에서 `{action}` 조치를 할 수 없어요: {reason}",
                ],
                [
                    "mend `recommended`, `steps`, `requires` or `excludes`",
                    "`recommended`, `steps`, `requires`, `excludes`를 고치세요",
                ],
            ),
            WhatIfRule::RecommendedMisses { .. } => wording(
                "scenario/recommended-misses",
                Error,
                [
                    "the recommended plan misses a goal: {goal} is {figure}, wanted {limit}",
                    "추천 계획이 목표 하나를 못 이뤄요. {goal}: {figure}(기준 {limit})",
                ],
                ["loosen the goal, or recommend a better plan", "목표를 느슨하게 하거나 더 나은 계획을 추천하세요"],
            ),
            WhatIfRule::RecommendedWastes { .. } => wording(
                "scenario/recommended-wastes",
                Warning,
                [
                    "the recommended plan meets every goal without `{action}` too",
                    "추천 계획은 `{action}` 없이도 모든 목표를 이뤄요",
                ],
                ["take it out, or set a goal that needs it", "빼거나, 그것이 있어야 이룰 수 있는 목표를 두세요"],
            ),
            WhatIfRule::WithoutTaught { .. } => wording(
                "scenario/without-taught",
                Error,
                [
                    "the plan {plan} meets every goal without `{action}`, which is to be taught",
                    "계획 {plan}: 가르치려는 `{action}` 없이도 모든 목표를 이뤄요",
                ],
                ["tighten a goal, or take it out of `teaches`", "목표를 조이거나 `teaches`에서 빼세요"],
            ),
            WhatIfRule::OneStep { .. } => wording(
                "scenario/one-step",
                Error,
                ["the plan `{action}` alone meets every goal", "`{action}` 하나만으로 모든 목표를 이뤄요"],
                ["set a goal that it does not meet", "그것만으로는 이룰 수 없는 목표를 두세요"],
            ),
            WhatIfRule::NeverTaken { .. } => wording(
                "scenario/never-taken",
                Error,
                ["no plan can take `{action}`", "`{action}` 조치를 할 수 있는 계획이 없어요"],
                [
                    "mend its `requires` and `excludes`, or allow more `steps`",
                    "`requires`와 `excludes`를 고치거나 `steps`를 늘리세요",
                ],
            ),
            WhatIfRule::TooManyPlans { .. } => wording(
                "scenario/too-many-plans",
                Error,
                ["there are more than {limit} plans to try", "시험할 계획이 {limit}개를 넘어요"],
                ["allow fewer `steps`, or offer fewer actions", "`steps`를 줄이거나 조치를 줄이세요"],
            ),
        }
    }
}
