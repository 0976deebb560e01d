//! Broken what-ifs, one for each rule, and what the check says of them.

use super::scenario_tests::{findings, found};
use crate::course::diagnostic::Severity;
use crate::text::Language;

const WHAT_IF: &str = include_str!("../../../tests/support/scenarios/slow-pictures.toml");

/// The what-if with `old` replaced once.
#[track_caller]
fn with(old: &str, new: &str) -> String {
    assert!(WHAT_IF.contains(old), "{old}");
    WHAT_IF.replacen(old, new, 1)
}

/// The what-if as it is, with more in front of its first action.
fn with_action(action: &str) -> String {
    with("[[action]]", &format!("{action}\n[[action]]"))
}

fn message(scenario: &str) -> String {
    findings(scenario).diagnostics[0].problem.message(Language::English)
}

fn help(scenario: &str) -> String {
    findings(scenario).diagnostics[0].problem.help(Language::English)
}

#[test]
fn a_sound_what_if_is_found_sound() {
    assert_eq!(found(WHAT_IF), [""; 0]);
}

#[test]
fn doing_nothing_must_not_win() {
    let easy = WHAT_IF.replace("at-most = 60", "at-most = 6000").replace("rate = 100", "rate = 10");
    assert!(found(&easy).contains(&"70:1 scenario/nothing-to-do".to_string()), "{:?}", found(&easy));
}

#[test]
fn one_action_alone_must_not_win() {
    let easy = WHAT_IF.replace("at-most = 60", "at-most = 300").replace("teaches = [\"cdn\"]", "teaches = []");
    assert_eq!(found(&easy), ["17:25 scenario/recommended-wastes", "100:1 scenario/one-step"]);
    let message = findings(&easy).diagnostics[1].problem.message(Language::English);
    assert_eq!(message, "the plan `store` alone meets every goal");
}

#[test]
fn the_recommended_plan_can_be_taken_and_wins() {
    let plan = |plan: &str| with("[\"store\", \"cdn\"]", plan);
    assert_eq!(found(&plan("[\"cdn\", \"store\"]")), ["17:16 scenario/recommended-not-allowed"]);
    assert_eq!(
        message(&plan("[\"cdn\", \"store\"]")),
        "the recommended plan cannot take `cdn`: it requires `store` before"
    );
    assert_eq!(found(&plan("[\"store\", \"bigger\", \"cdn\"]")), ["17:35 scenario/recommended-not-allowed"]);
    assert_eq!(found(&plan("[\"store\"]")), ["70:1 scenario/recommended-misses"]);
    assert_eq!(
        message(&plan("[\"store\"]")),
        "the recommended plan misses a goal: Pictures, p95 is 136 ms, wanted ≤ 60 ms"
    );
}

#[test]
fn the_recommended_plan_wastes_nothing() {
    let wasteful = with("steps = 2", "steps = 3")
        .replace("[\"store\", \"cdn\"]", "[\"store\", \"cdn\", \"more\"]")
        .replace("at-most = 200", "at-most = 500");
    assert_eq!(found(&wasteful), ["17:32 scenario/recommended-wastes", "79:1 scenario/idle-goal"]);
    assert_eq!(findings(&wasteful).diagnostics[0].severity(), Severity::Warning);
}

#[test]
fn nobody_wins_without_what_is_taught() {
    let taught = with("teaches = [\"cdn\"]", "teaches = [\"cdn\", \"more\"]");
    assert_eq!(found(&taught), ["18:19 scenario/without-taught"]);
    assert_eq!(message(&taught), "the plan `store`, `cdn` meets every goal without `more`, which is to be taught");
}

#[test]
fn every_action_can_be_taken_in_some_plan() {
    assert_eq!(
        found(&with("requires = [\"store\"]", "requires = [\"store\", \"more\"]"))[1..],
        ["110:1 scenario/never-taken"]
    );
}

#[test]
fn a_plan_sets_what_can_be_set() {
    let odd = with("set = { \"app.workers\" = \"x2\", ", "set = { \"app.workers\" = \"x1.25\", ");
    assert_eq!(found(&odd), ["90:7 scenario/bad-value"]);
    assert_eq!(
        (message(&odd), help(&odd)),
        ("`app.workers` cannot be set so after `bigger`".into(), "it takes a whole number".into())
    );
    assert_eq!(found(&with("\"app.count\" = 4", "\"app.count\" = 0")), ["98:23 scenario/bad-value"]);
    assert_eq!(found(&with("\"app.count\" = 4", "\"app.count\" = \"4x\"")), ["98:23 scenario/bad-value"]);
    assert_eq!(found(&with("\"cdn.on\" = true }", "\"cdn.ttl-s\" = \"x2\" }")), ["118:23 scenario/bad-value"]);
    assert_eq!(found(&with("count = 2", "count = 2.5")), ["44:9 scenario/bad-value"]);
}

#[test]
fn what_does_not_fit_together_is_named_with_its_plan() {
    let no_work = with("ms = 50 }", "ms = 0 }");
    assert_eq!(found(&no_work)[0], "66:3 scenario/misfit");
    assert_eq!(message(&no_work), "`pictures` gives no work (`ms`) to `app`");
    let later =
        with_action("[[action]]\nid = \"idle\"\ntitle = \"I\"\neffect = \"I\"\nset = { \"pictures.app.ms\" = 0 }\n");
    assert_eq!(found(&later)[0], "83:1 scenario/misfit");
    assert_eq!(message(&later), "`pictures` gives no work (`ms`) to `app` after `idle`");
}

#[test]
fn what_does_not_fit_on_a_way_is_shown_at_its_visit() {
    let backwards = with("  { component = \"cdn\" },\n", "").replace(
        "{ component = \"bucket\", on = false },",
        "{ component = \"bucket\", on = false },\n  { component = \"cdn\" },",
    );
    assert_eq!(found(&backwards)[0], "67:3 scenario/misfit");
    let no_cache = with("ms = 50 }", "ms = 50, cache = \"bucket\" }");
    assert_eq!(found(&no_cache), ["66:3 scenario/misfit", "66:41 scenario/misfit"]);
    assert_eq!(found(&with("objects = 100\n", ""))[0], "64:3 scenario/misfit");
}

#[test]
fn a_name_that_is_near_to_nothing_is_answered_with_those_there_are() {
    let remedy = |old: &str, new: &str| help(&with(old, new));
    assert_eq!(
        remedy("{ component = \"app\"", "{ component = \"servers\""),
        "name the `id` of a [[component]]: `cdn`, `app`, `bucket`"
    );
    assert_eq!(
        remedy("ms = 50 }", "msec = 50 }"),
        "remove it; what has a meaning here: `component`, `on`, `times`, `ms`, `reads`, `writes`, `kb`, `cache`, `replica`"
    );
    let sections = remedy("section = \"one#why\"", "section = \"s3#gone\"");
    assert_eq!(sections, "write \"chapter#heading\" with a heading id of that chapter: `s3#why`");
    let fields = remedy("\"app.count\" = 4", "\"app.machines\" = 4");
    assert!(fields.contains(": `app.count`, `app.workers`, `app.queue`") && fields.ends_with(" more"), "{fields}");
    let owners = remedy("\"app.count\" = 4", "\"web.machines\" = 4");
    assert!(owners.contains("`workload.…`") && owners.contains("`pictures.app.…`"), "{owners}");
    // The remedy has them all already.
    assert!(!remedy("metric = \"error\"", "metric = \"latency\"").contains('`'));
}

#[test]
fn names_are_those_of_parts() {
    assert_eq!(found(&with("kind = \"servers\"", "kind = \"server\""))[0], "41:8 scenario/unknown-component-kind");
    assert_eq!(found(&with("{ component = \"app\"", "{ component = \"apps\""))[0], "66:17 scenario/unknown-component");
    assert_eq!(found(&with("class = \"pictures\"", "class = \"picture\"")), ["72:9 scenario/unknown-class"]);
    assert_eq!(found(&with("metric = \"error\"", "metric = \"errors\"")), ["76:10 scenario/unknown-metric"]);
    assert_eq!(
        found(&with("metric = \"error\"", "metric = \"error\"\nphase = \"zone\"")),
        ["77:9 scenario/unknown-phase"]
    );
    assert_eq!(found(&with("requires = [\"store\"]", "requires = [\"stor\"]")), ["117:13 scenario/unknown-action"]);
    assert_eq!(
        help(&with("requires = [\"store\"]", "requires = [\"stor\"]")),
        "name the `id` of an [[action]]: did you mean `store`?"
    );
    let slip = with("\"app.count\" = 4", "\"app.cuont\" = 4");
    assert_eq!(found(&slip), ["98:9 scenario/unknown-parameter"]);
    assert!(help(&slip).ends_with(": did you mean `app.count`?"), "{}", help(&slip));
}

#[test]
fn an_action_is_taught_where_there_is_something() {
    assert_eq!(found(&with("section = \"one#why\"", "section = \"s3#gone\"")), ["107:11 scenario/unknown-section"]);
}

#[test]
fn an_action_is_of_a_service_that_is_known() {
    let slip = with("service = \"cloudfront\"", "service = \"cloudfornt\"");
    assert_eq!(found(&slip), ["116:11 course/unknown-service"]);
    assert!(help(&slip).ends_with(": did you mean `cloudfront`?"), "{}", help(&slip));
}

#[test]
fn a_goal_says_whose_and_how_much() {
    assert_eq!(
        found(&with("metric = \"cost\"", "metric = \"cost\"\nclass = \"pictures\"")),
        ["80:10 scenario/goal-subject"]
    );
    assert_eq!(found(&with("metric = \"error\"", "metric = \"utilisation\"")), ["76:10 scenario/goal-subject"]);
    assert_eq!(found(&with("at-most = 0.001", "")), ["75:1 scenario/goal-limit"]);
    assert_eq!(found(&with("at-most = 0.001", "at-most = 1\nat-least = 0")), ["75:1 scenario/goal-limit"]);
}

#[test]
fn a_limit_is_in_the_unit_of_its_metric() {
    let percent = with("at-most = 0.001", "at-most = 5");
    assert_eq!(found(&percent), ["77:11 scenario/goal-unit"]);
    assert_eq!(message(&percent), "`error` is a share between 0 and 1, so `at-most = 5` decides nothing");
    assert_eq!(help(&percent), "write 0.05 for 5 %");
    let nines = with("metric = \"error\"\nat-most = 0.001", "metric = \"availability\"\nat-least = 99.9");
    assert_eq!(
        (found(&nines), help(&nines)),
        (vec!["77:12 scenario/goal-unit".into()], "write 0.999 for 99.9 %".into())
    );
    assert_eq!(help(&with("at-most = 0.001", "at-most = 1")), "write 0.01 for 1 %");
    assert_eq!(help(&with("at-most = 0.001", "at-most = -5")), "write a share between 0 and 1, such as 0.05 for 5 %");
    assert_eq!(help(&with("at-most = 200", "at-most = -200")), "write a number above 0");
}

#[test]
fn a_component_has_the_figure_that_a_goal_asks_for() {
    let of = |metric: &str| with("metric = \"error\"", &format!("metric = \"{metric}\"\ncomponent = \"app\""));
    assert_eq!(found(&of("oldest-age")), ["77:13 scenario/goal-component"]);
    assert_eq!(message(&of("drain")), "`drain` is a figure of a component of kind `queue`; `app` is of kind `servers`");
    assert_eq!(help(&of("drain")), "the design has none: take the goal out");
    assert_eq!(help(&of("hit")), "name one that is: `cdn`");
    assert!(!found(&of("utilisation")).iter().any(|found| found.contains("goal-component")));
}

#[test]
fn a_goal_that_nothing_misses_is_worth_a_look() {
    let idle = with("at-most = 200", "at-most = 5000");
    assert_eq!(found(&idle), ["79:1 scenario/idle-goal"]);
    assert_eq!(findings(&idle).diagnostics[0].severity(), Severity::Advice);
    assert!(message(&idle).ends_with(": cost a month"), "{}", message(&idle));
}

#[test]
fn the_shares_of_the_classes_make_a_whole() {
    let shares = |share: &str| with("share = 1", &format!("share = {share}")).replace("rate = 100", "rate = 10");
    let about_shares = |share: &str| {
        let found = found(&shares(share));
        found.into_iter().filter(|found| found.ends_with("scenario/shares")).collect::<Vec<_>>()
    };
    for whole in ["1", "1.0025", "0.99"] {
        assert_eq!(about_shares(whole), [""; 0], "{whole}");
    }
    for part in ["90", "1.8", "0.5"] {
        assert_eq!(about_shares(part), ["61:9 scenario/shares"], "{part}");
    }
    let findings = findings(&shares("90"));
    let rule = findings.diagnostics.iter().find(|found| found.problem.code() == "scenario/shares").unwrap();
    assert_eq!(rule.severity(), Severity::Warning);
    assert_eq!(
        rule.problem.message(Language::English),
        "the shares of the classes add up to 90, so 900/s come at the peak instead of the `rate` of 10/s"
    );
}

#[test]
fn no_order_of_actions_matters() {
    let same = with("\"app.count\" = 4", "\"bucket.on\" = true");
    assert_eq!(found(&same), ["108:9 scenario/same-parameter"]);
    let factors = with("\"app.count\" = 4", "\"app.workers\" = \"x2\"").replace("excludes = [\"more\"]\n", "");
    assert!(!found(&factors).iter().any(|found| found.contains("same-parameter")), "{:?}", found(&factors));
}

#[test]
fn plans_that_are_too_many_are_not_tried() {
    let idle = |number: usize| {
        format!("[[action]]\nid = \"i{number}\"\ntitle = \"I\"\neffect = \"I\"\nset = {{ \"app.queue\" = \"x2\" }}\n")
    };
    let many = with_action(&(0..20).map(idle).collect::<String>()).replace("steps = 2", "steps = 6");
    assert_eq!(found(&many), ["16:9 scenario/too-many-plans"]);
}

#[test]
fn steps_are_few() {
    assert_eq!(found(&with("steps = 2", "steps = 9")), ["16:9 toml/out-of-range"]);
}
