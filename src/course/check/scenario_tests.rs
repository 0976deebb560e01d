//! Broken scenarios, one for each rule, and what the check says of them.

use super::examples::{SINGLE, codes, course};
use super::{Findings, check};
use crate::course::source::InMemory;
use crate::text::Language;
use jiff::civil::date;

const CASE: &str = include_str!("../../../tests/support/scenarios/night-alarm.toml");

/// The example course with a scenario `x`.
fn with_scenario(scenario: &str) -> InMemory {
    let scenario = scenario.replace("one#why", "s3#why").replace("one-single", "q");
    let mut files = course(SINGLE, "", "");
    let manifest = files.0["content/course.toml"].replace("title = \"T\"\n", "title = \"T\"\nscenarios = [\"x\"]\n");
    let manifest = format!("{manifest}\n[services]\ncloudfront = \"Amazon CloudFront\"\n");
    files.0.insert("content/course.toml".into(), manifest);
    files.0.insert("quizzes/scenarios/x.toml".into(), scenario);
    files
}

pub fn findings(scenario: &str) -> Findings {
    check(Box::new(with_scenario(scenario)), None)
}

/// Lines, columns and codes of what is found in a scenario.
pub fn found(scenario: &str) -> Vec<String> {
    let found = codes(&findings(scenario));
    found
        .iter()
        .map(|found| found.trim_start_matches("quizzes/scenarios/x.toml").trim_start_matches(':').into())
        .collect()
}

/// The case with `old` replaced once.
#[track_caller]
fn case(old: &str, new: &str) -> String {
    assert!(CASE.contains(old), "{old}");
    CASE.replacen(old, new, 1)
}

/// What the first diagnosis says.
fn message(scenario: &str) -> String {
    findings(scenario).diagnostics[0].problem.message(Language::English)
}

#[test]
fn a_sound_case_is_found_sound_and_counted() {
    let findings = findings(CASE);
    assert_eq!((codes(&findings), findings.scenarios), (vec![], 1));
}

#[test]
fn what_is_listed_has_a_file_and_the_other_way_round() {
    let mut files = with_scenario(CASE);
    let file = files.0.remove("quizzes/scenarios/x.toml").unwrap();
    assert_eq!(codes(&check(Box::new(files.clone()), None)), ["content/course.toml:5:14 scenario/missing-file"]);
    files = with_scenario(CASE);
    files.0.insert("quizzes/scenarios/y.toml".into(), file);
    assert_eq!(codes(&check(Box::new(files), None)), ["quizzes/scenarios/y.toml scenario/not-listed"]);
}

#[test]
fn a_broken_scenario_is_left_out_and_named_once() {
    let findings = findings(&case("points = 2", "points = 4"));
    assert_eq!(
        (codes(&findings), findings.scenarios),
        (vec!["quizzes/scenarios/x.toml:33:10 toml/out-of-range".into()], 0)
    );
}

#[test]
fn a_slip_in_a_key_is_guessed() {
    let slip = case("outcome.en = \"The disk", "outcmoe.en = \"The disk");
    assert_eq!(found(&slip), ["25:1 question/missing-translation", "29:1 toml/unknown-key"]);
    let help = findings(&slip).diagnostics[1].problem.help(Language::English);
    assert_eq!(help, "did you mean `outcome`?");
}

#[test]
fn a_kind_is_known() {
    assert_eq!(found(&case("\"case\"", "\"riddle\""))[0], "2:8 scenario/unknown-kind");
}

#[test]
fn names_lead_somewhere() {
    assert_eq!(found(&case("one#why", "s3#gone")), ["12:13 scenario/unknown-section"]);
    assert_eq!(found(&case("one-single", "gone")), ["13:14 scenario/unknown-question"]);
    assert_eq!(found(&case("set = [\"looked\"]", "set = [\"loked\"]")), ["34:8 scenario/unknown-flag"]);
    assert_eq!(found(&case("next = \"morning\"", "next = \"mornings\"")), ["35:8 scenario/unknown-step"]);
    assert_eq!(found(&case("start = \"alarm\"", "start = \"lost\"")), ["16:9 scenario/unknown-step"]);
    assert_eq!(found(&case("[\"look\", \"mend\"]", "[\"look\", \"mned\"]")), ["17:19 scenario/unknown-option"]);
}

#[test]
fn a_near_name_is_guessed() {
    let findings = findings(&case("when = [\"!looked\"]", "when = [\"!loked\"]"));
    let help = findings.diagnostics[0].problem.help(Language::English);
    assert_eq!(help, "add it to `flags`, or mend its name: did you mean `looked`?");
}

#[test]
fn ids_are_given_once() {
    assert_eq!(found(&case("id = \"sleep\"", "id = \"look\"")), ["38:6 id/twice"]);
    // That nothing leads to `lost` any more only follows.
    assert_eq!(found(&case("id = \"lost\"", "id = \"morning\"")), ["89:6 id/twice"]);
}

#[test]
fn facts_have_a_source_and_a_day() {
    assert_eq!(found(&case("[\"https://example.org/source\"]", "[]")), ["14:11 scenario/missing-source"]);
    assert_eq!(found(&case("verified = 2026-11-01\n", "")), ["1:1 age/undated"]);
    let findings = check(Box::new(with_scenario(CASE)), Some(date(2028, 1, 1)));
    assert!(codes(&findings).contains(&"quizzes/scenarios/x.toml:15:12 age/verified-long-ago".to_string()));
}

#[test]
fn texts_are_in_every_language_and_for_a_small_place() {
    assert_eq!(found(&case("why.ko = \"희망은 계획이 아니에요.\"\n", "")), ["69:1 question/missing-translation"]);
    assert_eq!(
        found(&case("\"희망은 계획이 아니에요.\"", "\"Hope is not a plan at all.\"")),
        ["76:10 text/untranslated"]
    );
    assert_eq!(found(&case("\"Nobody noticed.\"", "\"## Nobody {#x}\"")), ["84:12 scenario/heading"]);
}

#[test]
fn what_no_decision_leads_to_is_named() {
    let ending = "[[ending]]\nid = \"rich\"\ntitle = \"R\"\ntext = \"R\"\nwon = true\n";
    assert_eq!(found(&format!("{CASE}{ending}")), ["95:1 scenario/unreached"]);
    assert_eq!(message(&format!("{CASE}{ending}")), "no decision leads to the ending `rich`");
}

#[test]
fn every_state_has_a_decision_and_every_decision_a_way() {
    let nothing = case("points = 1\n", "points = 1\nwhen = [\"looked\"]\n");
    assert_eq!(found(&nothing), ["47:1 scenario/nothing-offered", "89:1 scenario/unreached"]);
    assert_eq!(message(&nothing), "at `morning` nothing is offered to those who come by `sleep`");
    let no_way = case("{ to = \"lost\" }", "{ when = [\"looked\"], to = \"lost\" }");
    assert_eq!(found(&no_way), ["78:8 scenario/no-way", "88:1 scenario/unreached"]);
}

#[test]
fn a_run_comes_to_an_end() {
    let circle = case("next = \"morning\"\n\n[[step]]", "next = \"alarm\"\n\n[[step]]");
    assert!(found(&circle).contains(&"20:1 scenario/circle".to_string()), "{:?}", found(&circle));
}

#[test]
fn the_experts_path_is_the_best_and_is_won() {
    let expert = |path: &str| found(&case("[\"look\", \"mend\"]", path));
    assert_eq!(expert("[\"sleep\", \"mend\"]"), ["17:20 scenario/expert-not-offered"]);
    assert_eq!(expert("[\"look\"]"), ["17:10 scenario/expert-unfinished"]);
    assert_eq!(expert("[\"sleep\", \"hope\"]"), ["17:10 scenario/expert-loses"]);
    let better = case("points = 1", "points = 3").replace(
        "points = 2
",
        "",
    );
    let better =
        better.replacen("\"저절로 멈춘다는 믿음이에요.\"\n", "\"저절로 멈춘다는 믿음이에요.\"\npoints = 1\n", 1);
    assert_eq!(found(&better), ["17:10 scenario/better-path"]);
    assert_eq!(message(&better), "`sleep`, `hope` scores 4 points, the expert's path 3");
    assert_eq!(found(&CASE.replace("points = ", "points = 0 #")), ["17:10 scenario/expert-without-points"]);
}

#[test]
fn a_case_can_be_lost() {
    assert_eq!(found(&case("won = false", "won = true")), ["80:1 scenario/no-lost-ending"]);
}

#[test]
fn a_flag_is_set_and_asked_for() {
    assert_eq!(
        found(&case("[\"looked\"]\n\n[[step]]", "[\"looked\", \"tired\"]\n\n[[step]]")),
        ["18:20 scenario/unused-flag"]
    );
}

#[test]
fn a_case_that_nobody_could_walk_is_refused() {
    let option = |number: usize| {
        format!(
            "[[step.option]]\nid = \"o{number}\"\ntext = \"o\"\noutcome = \"o\"\nwhy = \"o\"\nnext = \"s{}\"\n",
            number + 1
        )
    };
    let steps: String =
        (0..=100).map(|number| format!("[[step]]\nid = \"s{number}\"\ntext = \"s\"\n{}", option(number))).collect();
    let last = "[[step]]\nid = \"s101\"\ntext = \"s\"\n[[step.option]]\nid = \"end\"\ntext = \"o\"\noutcome = \"o\"\nwhy = \"o\"\nnext = \"lost\"\n";
    let long = format!("{}{steps}{last}", case("start = \"alarm\"", "start = \"s0\""));
    assert_eq!(found(&long), ["16:9 scenario/too-large"]);
}
