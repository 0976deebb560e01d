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
    assert_eq!(found(&wasteful), ["17:32 scenario/recommended-wastes"]);
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
    assert_eq!(found(&no_work)[0], "57:1 scenario/misfit");
    assert_eq!(message(&no_work), "`pictures` gives no work (`ms`) to `app`");
    let later =
        with_action("[[action]]\nid = \"idle\"\ntitle = \"I\"\neffect = \"I\"\nset = { \"pictures.app.ms\" = 0 }\n");
    assert_eq!(found(&later)[0], "83:1 scenario/misfit");
    assert_eq!(message(&later), "`pictures` gives no work (`ms`) to `app` after `idle`");
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
