//! The wording of what can be wrong with a scenario: code, severity, and message and help for each language.
//!
//! A table, like those of the other problems.

use super::scenario::{Named, ScenarioRule};
use super::wording::Wording;
use crate::course::diagnostic::Severity;

impl ScenarioRule {
    pub(super) fn wording(&self) -> Wording {
        use Severity::{Error, Warning};
        let wording = |code, severity, message, help| Wording { code, severity, message, help };
        match self {
            ScenarioRule::MissingFile { .. } => wording(
                "scenario/missing-file",
                Error,
                ["the scenario `{id}` has no file", "시나리오 `{id}`의 파일이 없어요"],
                [
                    "write quizzes/scenarios/{id}.toml, or take it out of `scenarios`",
                    "quizzes/scenarios/{id}.toml을 쓰거나 `scenarios`에서 빼세요",
                ],
            ),
            ScenarioRule::ListedTwice { .. } => wording(
                "scenario/listed-twice",
                Error,
                ["the scenario `{id}` is listed twice", "시나리오 `{id}`: 목록에 두 번 있어요"],
                ["list it once", "한 번만 쓰세요"],
            ),
            ScenarioRule::NotListed { .. } => wording(
                "scenario/not-listed",
                Warning,
                ["the scenario `{id}` is not listed", "시나리오 `{id}`: 목록에 없어요"],
                [
                    "add it to `scenarios` in content/course.toml, above the first [[part]]",
                    "content/course.toml의 첫 [[part]] 위에 있는 `scenarios`에 추가하세요",
                ],
            ),
            ScenarioRule::Unknown { what: Named::Kind, .. } => wording(
                "scenario/unknown-kind",
                Error,
                ["`{id}` is no kind of scenario", "`{id}`: 없는 시나리오 종류예요"],
                ["write \"what-if\" or \"case\"{guess}", "\"what-if\"나 \"case\"를 쓰세요{guess}"],
            ),
            ScenarioRule::Unknown { what: Named::Section, .. } => wording(
                "scenario/unknown-section",
                Error,
                ["there is no section `{id}`", "`{id}`: 없는 절이에요"],
                [
                    "write \"chapter#heading\" with a heading id of that chapter{guess}",
                    "\"챕터#제목id\" 형식으로, 그 챕터에 있는 제목 id를 쓰세요{guess}",
                ],
            ),
            ScenarioRule::Unknown { what: Named::Question, .. } => wording(
                "scenario/unknown-question",
                Error,
                ["there is no question `{id}`", "`{id}`: 없는 문제예요"],
                ["name a question of this course{guess}", "이 과정에 있는 문제 id를 쓰세요{guess}"],
            ),
            ScenarioRule::Unknown { what: Named::Flag, .. } => wording(
                "scenario/unknown-flag",
                Error,
                ["there is no flag `{id}`", "`{id}`: 없는 플래그예요"],
                ["add it to `flags`, or mend its name{guess}", "`flags`에 추가하거나 이름을 고치세요{guess}"],
            ),
            ScenarioRule::Unknown { what: Named::Step | Named::Ending | Named::Note, .. } => wording(
                "scenario/unknown-step",
                Error,
                ["there is no step or ending `{id}`", "`{id}`: 없는 단계나 결말이에요"],
                [
                    "name the `id` of a [[step]] or an [[ending]]{guess}",
                    "[[step]]이나 [[ending]]의 `id`를 쓰세요{guess}",
                ],
            ),
            ScenarioRule::Unknown { what: Named::Option, .. } => wording(
                "scenario/unknown-option",
                Error,
                ["there is no option `{id}`", "`{id}`: 없는 선택지예요"],
                ["name the `id` of a [[step.option]]{guess}", "[[step.option]]의 `id`를 쓰세요{guess}"],
            ),
            ScenarioRule::Unknown { what: Named::ComponentKind, .. } => wording(
                "scenario/unknown-component-kind",
                Error,
                ["`{id}` is no kind of component", "`{id}`: 없는 구성 요소 종류예요"],
                [
                    "write cdn, load-balancer, servers, functions, database, cache, object-store, queue or gateway{guess}",
                    "cdn, load-balancer, servers, functions, database, cache, object-store, queue, gateway 중에서 쓰세요{guess}",
                ],
            ),
            ScenarioRule::Unknown { what: Named::Component, .. } => wording(
                "scenario/unknown-component",
                Error,
                ["there is no component `{id}`", "`{id}`: 없는 구성 요소예요"],
                ["name the `id` of a [[component]]{guess}", "[[component]]의 `id`를 쓰세요{guess}"],
            ),
            ScenarioRule::Unknown { what: Named::Class, .. } => wording(
                "scenario/unknown-class",
                Error,
                ["there is no class `{id}`", "`{id}`: 없는 클래스예요"],
                ["name the `id` of a [[class]]{guess}", "[[class]]의 `id`를 쓰세요{guess}"],
            ),
            ScenarioRule::Unknown { what: Named::Metric, .. } => wording(
                "scenario/unknown-metric",
                Error,
                ["`{id}` is no metric", "`{id}`: 없는 지표예요"],
                [
                    "write p50, p95, p99, error, availability, goodput, cost, utilisation, hit, oldest-age or drain{guess}",
                    "p50, p95, p99, error, availability, goodput, cost, utilisation, hit, oldest-age, drain 중에서 쓰세요{guess}",
                ],
            ),
            ScenarioRule::Unknown { what: Named::Phase, .. } => wording(
                "scenario/unknown-phase",
                Error,
                ["`{id}` is no phase", "`{id}`: 없는 시점이에요"],
                [
                    "write settled, before-scaling or zone-lost{guess}",
                    "settled, before-scaling, zone-lost 중에서 쓰세요{guess}",
                ],
            ),
            ScenarioRule::Unknown { what: Named::Action, .. } => wording(
                "scenario/unknown-action",
                Error,
                ["there is no action `{id}`", "`{id}`: 없는 조치예요"],
                ["name the `id` of an [[action]]{guess}", "[[action]]의 `id`를 쓰세요{guess}"],
            ),
            ScenarioRule::Unknown { what: Named::Parameter, .. } => wording(
                "scenario/unknown-parameter",
                Error,
                ["there is no parameter `{id}`", "`{id}`: 없는 매개변수예요"],
                [
                    "write component.field, class.field, class.component.field or workload.field{guess}",
                    "구성 요소.필드, 클래스.필드, 클래스.구성 요소.필드, workload.필드로 쓰세요{guess}",
                ],
            ),
            ScenarioRule::MissingSource => wording(
                "scenario/missing-source",
                Warning,
                ["the scenario names no source", "시나리오에 출처가 없어요"],
                [
                    "list in `sources` the pages that prove its facts and prices",
                    "사실과 요금을 확인할 수 있는 페이지를 `sources`에 쓰세요",
                ],
            ),
            ScenarioRule::Heading => wording(
                "scenario/heading",
                Warning,
                ["a scenario's text has no room for this", "시나리오의 글에는 쓸 수 없는 블록이에요"],
                [
                    "write paragraphs, lists, tables and code; headings, diagrams and questions belong to chapters",
                    "문단, 목록, 표, 코드만 쓰세요. 제목, 다이어그램, 문제는 챕터에 써요",
                ],
            ),
            ScenarioRule::Unreached { .. } => wording(
                "scenario/unreached",
                Error,
                ["no decision leads to the {what} `{id}`", "어떤 선택도 {what} `{id}`에 이르지 않아요"],
                [
                    "let a `next` lead there, loosen its `when`, or take it out",
                    "`next`로 잇거나 `when`을 풀거나, 빼세요",
                ],
            ),
            ScenarioRule::NothingOffered { .. } => wording(
                "scenario/nothing-offered",
                Error,
                [
                    "at `{step}` nothing is offered to those who come by {path}",
                    "`{step}`에 이르면 고를 것이 하나도 없는 길이 있어요: {path}",
                ],
                ["offer an option without `when`", "`when` 없는 선택지를 하나 두세요"],
            ),
            ScenarioRule::NoWay { .. } => wording(
                "scenario/no-way",
                Error,
                [
                    "after {path} the option `{option}` leads nowhere",
                    "{path} 다음에 `{option}` 선택지가 갈 곳이 없어요",
                ],
                ["let the last entry of `next` have no `when`", "`next`의 마지막 항목은 `when` 없이 쓰세요"],
            ),
            ScenarioRule::Circle { .. } => wording(
                "scenario/circle",
                Error,
                ["{path} comes back to `{step}` as it was", "{path} 뒤에 아무 변화 없이 `{step}`에 다시 와요"],
                ["lead on: a run must come to an end", "앞으로 이어지게 하세요. 끝이 있어야 해요"],
            ),
            ScenarioRule::ExpertNotOffered { .. } => wording(
                "scenario/expert-not-offered",
                Error,
                [
                    "the expert's path takes `{option}` where it is not offered",
                    "전문가의 길에서 `{option}` 선택지를 고를 차례에 그 선택지가 나오지 않아요",
                ],
                [
                    "list in `expert` one option for each situation on the way, in order",
                    "`expert`에 지나는 상황마다 선택지 하나씩을 순서대로 쓰세요",
                ],
            ),
            ScenarioRule::ExpertUnfinished => wording(
                "scenario/expert-unfinished",
                Error,
                ["the expert's path does not stop at an ending", "전문가의 길이 결말에서 끝나지 않아요"],
                [
                    "list in `expert` every option up to the ending, and none behind it",
                    "`expert`에 결말까지의 선택지를 모두 쓰고, 그 뒤에는 쓰지 마세요",
                ],
            ),
            ScenarioRule::ExpertLoses { .. } => wording(
                "scenario/expert-loses",
                Error,
                [
                    "the expert's path ends at `{ending}`, which is not won",
                    "전문가의 길이 이기지 못하는 결말 `{ending}`에서 끝나요",
                ],
                ["lead it to an ending with `won = true`", "`won = true`인 결말로 이으세요"],
            ),
            ScenarioRule::ExpertWithoutPoints => wording(
                "scenario/expert-without-points",
                Error,
                ["the expert's path has no points", "전문가의 길에 점수가 없어요"],
                ["give its options `points`, up to 3", "그 선택지들에 `points`를 3까지 주세요"],
            ),
            ScenarioRule::BetterPath { .. } => wording(
                "scenario/better-path",
                Error,
                [
                    "{path} scores {points} points, the expert's path {expert}",
                    "{path}: 이 길은 {points}점인데 전문가의 길은 {expert}점이에요",
                ],
                [
                    "give the expert's options the most points, or make that path the expert's",
                    "전문가의 선택지에 가장 높은 점수를 주거나, 그 길을 전문가의 길로 하세요",
                ],
            ),
            ScenarioRule::NoLostEnding => wording(
                "scenario/no-lost-ending",
                Error,
                ["every ending is won", "모든 결말이 이기는 결말이에요"],
                [
                    "add an ending with `won = false`: a decision that cannot go wrong teaches nothing",
                    "`won = false`인 결말을 두세요. 틀릴 수 없는 결정은 가르치는 것이 없어요",
                ],
            ),
            ScenarioRule::UnusedFlag { .. } => wording(
                "scenario/unused-flag",
                Warning,
                ["the flag `{flag}` is never {never}", "플래그 `{flag}`: {never} 없어요"],
                [
                    "a flag is set by an option and asked for in a `when`; take out what is not needed",
                    "플래그는 선택지의 `set`에서 켜고 `when`에서 물어요. 필요 없으면 빼세요",
                ],
            ),
            ScenarioRule::TooLarge { .. } => wording(
                "scenario/too-large",
                Error,
                [
                    "the case has more than {states} states or a way of {decisions} decisions",
                    "상태가 {states}개를 넘거나 결정이 {decisions}번 이어지는 길이 있어요",
                ],
                [
                    "let branches join again sooner, and use fewer flags",
                    "갈래를 더 일찍 다시 모으고, 플래그를 줄이세요",
                ],
            ),
        }
    }
}
