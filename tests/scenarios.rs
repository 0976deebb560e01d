//! Scenarios without a screen: the list and plans as scripts see them, and runs as someone types them.

#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

mod support;

use assert_cmd::cargo::cargo_bin_cmd;
use std::path::PathBuf;
use support::small_course::SmallCourse;
use tempfile::TempDir;

/// A home for progress, and the small course with its two scenarios.
struct Desk(TempDir);

/// What a command said.
#[derive(Debug)]
struct Said {
    out: String,
    error: String,
    code: i32,
}

impl Desk {
    fn new() -> Desk {
        let desk = Desk(tempfile::tempdir().unwrap());
        SmallCourse::new().with_scenarios().write_to(&desk.course());
        desk
    }

    fn course(&self) -> PathBuf {
        self.0.path().join("course")
    }

    fn run(&self, arguments: &[&str]) -> Said {
        self.typed(arguments, "")
    }

    fn typed(&self, arguments: &[&str], input: &str) -> Said {
        let mut command = cargo_bin_cmd!("awstutor");
        command.env_clear().env("AWSTUTOR_DATA", self.0.path().join("data")).env("LC_ALL", "en_US.UTF-8");
        command.args(arguments).arg("--course").arg(self.course()).write_stdin(input);
        let output = command.output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Said { out: text(output.stdout), error: text(output.stderr), code: output.status.code().unwrap() }
    }

    /// The events of a type in the journal, oldest first.
    fn events(&self, name: &str) -> Vec<serde_json::Value> {
        let journal = std::fs::read_to_string(self.0.path().join("data/small/progress.jsonl")).unwrap_or_default();
        let events = journal.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
        events.filter(|event| event["type"] == name).collect()
    }
}

fn json(said: &Said) -> serde_json::Value {
    serde_json::from_str(&said.out).unwrap_or_else(|error| panic!("{error}: {said:?}"))
}

#[track_caller]
fn assert_says(said: &Said, texts: &[&str]) {
    let mut rest = said.out.as_str();
    for text in texts {
        let found = rest.find(text).unwrap_or_else(|| panic!("{text:?} does not come in\n{}", said.out));
        rest = &rest[found + text.len()..];
    }
}

// For scripts.

#[test]
fn the_list_names_each_scenario_and_the_best_result() {
    let desk = Desk::new();
    let list = |desk: &Desk| json(&desk.run(&["scenario", "--list", "--format", "json"]));
    let expected = |best: serde_json::Value| {
        serde_json::json!({"format": 1, "scenarios": [
            {"id": "slow-pictures", "kind": "what-if", "title": "Slow pictures", "best": best},
            {"id": "night-alarm", "kind": "case", "title": "The alarm at night", "best": null},
        ]})
    };
    assert_eq!(list(&desk), expected(serde_json::Value::Null));
    desk.typed(&["scenario", "slow-pictures"], "3\n4\n:finish\n");
    assert_eq!(list(&desk), expected(1.0.into()));
    let human = desk.run(&["scenario", "--list", "--lang", "ko"]);
    assert_eq!(
        human.out,
        "slow-pictures: 느린 사진(만약에, 최고 기록 100%)\nnight-alarm: 한밤의 알람(사례, 아직 해 보지 않음)\n"
    );
}

#[test]
fn a_plan_gives_the_goals_before_and_after_each_action() {
    let desk = Desk::new();
    let said = desk.run(&["scenario", "slow-pictures", "--plan", "store,cdn", "--format", "json"]);
    let report = json(&said);
    let states: Vec<_> = report["states"]
        .as_array()
        .unwrap()
        .iter()
        .map(|state| (state["action"].clone(), state["goals"][0]["figure"].clone(), state["cost"].clone()))
        .collect();
    let null = serde_json::Value::Null;
    assert_eq!(
        states,
        [
            (null.clone(), null, 146.0.into()),
            ("store".into(), 136.0.into(), 156.0.into()),
            ("cdn".into(), 26.0.into(), 186.0.into()),
        ]
    );
    assert_eq!((&report["won"], &report["goals_met"], &report["score"]), (&true.into(), &3.into(), &1.0.into()));
    assert_eq!((said.code, desk.events("scenario_acted").len()), (0, 0));
}

#[test]
fn an_empty_plan_gives_what_there_is_at_first() {
    let report = json(&Desk::new().run(&["scenario", "slow-pictures", "--plan", "", "--format", "json"]));
    assert_eq!((report["states"].as_array().unwrap().len(), &report["won"]), (1, &false.into()));
}

#[test]
fn a_plan_for_people_has_the_figures_as_sentences() {
    let said = Desk::new().run(&["scenario", "slow-pictures", "--plan", "store"]);
    assert_says(
        &said,
        &[
            "At first\n",
            "- Pictures, p95: no answer; wanted ≤ 60 ms, not met\n",
            "After \"Move the pictures to S3\"\n",
            "- Pictures, p95: no answer before, 136 ms now; wanted ≤ 60 ms, not met\n",
            "Pictures pass: Amazon S3.\n",
            "- Servers: 0 % busy, 2 running, $146 a month\n- Amazon S3: $10 a month\n",
            "Cost a month: $156 (prices of ap-northeast-2, 2026-11-01).\n",
            "2 of 3 goals met.\n",
        ],
    );
}

#[test]
fn a_plan_for_scripts_has_the_bill_by_component() {
    let said = Desk::new().run(&["scenario", "slow-pictures", "--plan", "store", "--format", "json"]);
    let state = &json(&said)["states"][1];
    let costs: Vec<_> = state["components"].as_array().unwrap().iter().map(|part| part["cost"].as_f64()).collect();
    assert_eq!(costs, [Some(0.0), Some(146.0), Some(10.0)]);
    let bill = |part: usize| state["components"][part]["bill"].clone();
    let line = |hours: f64, month: f64| serde_json::json!({"hours": hours, "requests": 0.0, "traffic": 0.0, "memory": 0.0, "month": month});
    assert_eq!((bill(1), bill(2)), (line(146.0, 0.0), line(0.0, 10.0)));
    assert_eq!((&state["egress"], &state["cost"]), (&0.0.into(), &156.0.into()));
}

#[test]
fn data_that_leaves_is_on_the_bill_too() {
    let desk = Desk::new();
    let path = desk.course().join("quizzes/scenarios/slow-pictures.toml");
    let scenario = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, scenario.replace("load-factor = 0.5\n", "load-factor = 0.5\negress-gb = 0.1\n")).unwrap();
    // 50/s · 730 h · 100 kB at 0.1 USD a GB.
    let said = desk.run(&["scenario", "slow-pictures", "--plan", ""]);
    assert_says(&said, &["- Data to readers: $1,314 a month\nCost a month: $1,460 "]);
}

#[test]
fn every_plan_that_wins_is_told_with_its_cost() {
    let desk = Desk::new();
    let said = desk.run(&["scenario", "slow-pictures", "--plans"]);
    let expected = "Slow pictures\nPlans within 2 steps: 7. Plans that meet all goals: 1.\n- $186 a month: store,cdn (recommended)\nPrices: ap-northeast-2";
    assert!(said.out.starts_with(expected) && said.code == 0, "{said:?}");
    let report = json(&desk.run(&["scenario", "slow-pictures", "--plans", "--format", "json"]));
    let expected = serde_json::json!({
        "format": 1, "id": "slow-pictures", "kind": "what-if", "steps": 2, "tried": 7,
        "plans": [{"actions": ["store", "cdn"], "steps": 2, "cost": 186.0, "recommended": true}],
    });
    assert_eq!(report, expected);
    let of_a_case = desk.run(&["scenario", "night-alarm", "--plans"]);
    assert!(of_a_case.code == 2 && of_a_case.error.contains("\"night-alarm\" is a case"), "{of_a_case:?}");
}

#[test]
fn a_form_of_report_is_for_a_report() {
    let said = Desk::new().run(&["scenario", "slow-pictures", "--format", "json"]);
    assert!(said.code == 2 && said.out.is_empty() && said.error.contains("--plan"), "{said:?}");
}

#[test]
fn what_was_done_before_a_slip_is_told() {
    let desk = Desk::new();
    let slip = desk.run(&["scenario", "slow-pictures", "--plan", "store,cdnn"]);
    assert_says(&slip, &["At first\n", "After \"Move the pictures to S3\"\n", "2 of 3 goals met.\n"]);
    assert!(slip.code == 2 && slip.error.contains("\"cdnn\""), "{slip:?}");
    let spent = desk.run(&["scenario", "slow-pictures", "--plan", "store,cdn,more", "--format", "json"]);
    assert_eq!((json(&spent)["states"].as_array().unwrap().len(), spent.code), (3, 2));
    assert!(spent.error.ends_with("(done before: store, cdn): the budget of 2 steps is spent\n"), "{spent:?}");
    let nothing = desk.run(&["scenario", "slow-pictures", "--plan", "stoer,cdn"]);
    assert_eq!((nothing.out.as_str(), nothing.code), ("", 2));
}

#[test]
fn after_the_ending_nothing_is_decided() {
    let desk = Desk::new();
    let said = desk.run(&["scenario", "night-alarm", "--plan", "look,mend,sleep"]);
    assert_says(&said, &["1. Look at the graphs\n", "2. Make room on the disk\n"]);
    assert_eq!((said.error.as_str(), said.code), ("awstutor: \"sleep\" cannot be done: the story has ended\n", 2));
    let early = desk.run(&["scenario", "night-alarm", "--plan", "sleep,mend"]);
    assert_says(&early, &["1. Go on sleeping\n", "- hope: "]);
}

#[test]
fn a_plan_of_a_case_is_its_decisions() {
    let desk = Desk::new();
    let report = json(&desk.run(&["scenario", "night-alarm", "--plan", "sleep,hope", "--format", "json"]));
    assert_eq!((&report["ending"], &report["won"], &report["score"]), (&"lost".into(), &false.into(), &0.2.into()));
    assert_eq!(report["decisions"][0]["expert"], "look");
    let half = json(&desk.run(&["scenario", "night-alarm", "--plan", "look", "--format", "json"]));
    assert_eq!((&half["step"], &half["offered"]), (&"morning".into(), &serde_json::json!(["mend", "hope"])));
}

#[test]
fn what_a_plan_cannot_do_is_answered_with_the_reason() {
    let desk = Desk::new();
    let early = desk.run(&["scenario", "slow-pictures", "--plan", "cdn"]);
    assert_eq!(early.code, 2);
    assert!(
        early.error.contains("\"cdn\" cannot be done here (done before: nothing): This needs first: Move"),
        "{early:?}"
    );
    let unknown = desk.run(&["scenario", "slow-pictures", "--plan", "stoer"]);
    assert!(unknown.error.contains("\"stoer\"") && unknown.error.contains("bigger, more, store, cdn"), "{unknown:?}");
    let not_offered = desk.run(&["scenario", "night-alarm", "--plan", "sleep,mend"]);
    assert!(not_offered.error.contains("\"mend\"") && not_offered.error.contains("hope"), "{not_offered:?}");
}

#[test]
fn an_unknown_scenario_is_answered_with_those_there_are() {
    for arguments in [&["scenario", "gone"][..], &["scenario", "gone", "--plan", "a"]] {
        let said = Desk::new().run(arguments);
        assert_eq!(said.code, 2);
        assert!(said.error.contains("gone") && said.error.contains("slow-pictures, night-alarm"), "{said:?}");
    }
}

// For those who type.

#[test]
fn a_what_if_is_won_and_told() {
    let desk = Desk::new();
    let said = desk.typed(&["scenario", "slow-pictures"], "3\n4\n:finish\n2\n");
    assert_says(
        &said,
        &[
            "Slow pictures\n",
            "Two servers send every picture themselves.\n",
            "First to break: Servers, at 0.8 × today.\n",
            "4. Put CloudFront in front (This needs first: Move the pictures to S3)\n",
            "Saved.\n",
            "Nobody waits for a server any more.\n",
            "Pictures, p95 by load: 136 ms at 10 %,",
            "3. Move the pictures to S3 (This has been done)\n",
            "No step is left.",
            "Debrief\n",
            "Every goal is met.\n",
            "- Put CloudFront in front: Pictures, p95: 136 ms → 26 ms; cost a month: $156 → $186\n",
            "A bucket takes the work, an edge takes the way.\n",
            "- Buckets, Why buckets\n",
            "Begin anew\n",
        ],
    );
    let finished = &desk.events("scenario_finished")[0];
    assert_eq!((&finished["won"], &finished["acts"]), (&true.into(), &serde_json::json!(["store", "cdn"])));
    assert_eq!(finished["questions"], serde_json::json!(["one-single"]));
}

#[test]
fn a_what_if_is_lost_and_says_what_was_missed_and_wasted() {
    let desk = Desk::new();
    let said = desk.typed(&["scenario", "slow-pictures"], "2\n3\n:finish\n2\n");
    assert_says(
        &said,
        &[
            "1 of 3 goals met.\n",
            "What you left out, and what it would have done:\n- Put CloudFront in front: Pictures, p95: 136 ms → 26 ms",
            "Not needed for the goals:\n- Add two servers: $146 a month",
            "The plan we advise: Move the pictures to S3, Put CloudFront in front.\n",
        ],
    );
    assert_eq!(desk.events("scenario_finished")[0]["won"], false);
}

#[test]
fn finishing_early_is_said_twice() {
    let desk = Desk::new();
    let said = desk.typed(&["scenario", "slow-pictures"], "2\n:finish\n:load\n:finish\n:finish\n2\n");
    assert_says(
        &said,
        &[
            "1 of 3 goals met, steps left: 1. Type :finish once more",
            "At a load of 100 %:",
            "1 of 3 goals met, steps left: 1. Type :finish once more",
            "Debrief\n",
        ],
    );
    assert_eq!(desk.events("scenario_finished").len(), 1);
}

#[test]
fn the_last_run_is_looked_back_on() {
    let desk = Desk::new();
    desk.typed(&["scenario", "night-alarm"], "2\n1\n2\n");
    desk.typed(&["scenario", "slow-pictures"], "3\n4\n:finish\n2\n");
    let case = desk.typed(&["scenario", "night-alarm"], "2\n1\n");
    assert_says(
        &case,
        &[
            "1. Begin anew\n2. Debrief of the last run\n",
            "Lost\n",
            "An expert: Look at the graphs\n",
            "1. Begin anew\n",
            "decision 1",
        ],
    );
    let what_if = desk.typed(&["scenario", "slow-pictures", "--lang", "ko"], "2\n:back\n");
    assert_says(&what_if, &["2. 지난번 돌아보기\n", "목표를 모두 이뤘어요.\n", "버킷은 일을"]);
    assert_eq!(desk.events("scenario_finished").len(), 2);
}

#[test]
fn what_is_asked_of_a_component_is_told_as_on_the_screen() {
    let said = Desk::new().run(&["scenario", "slow-pictures", "--plan", "more"]);
    assert_says(
        &said,
        &[
            "- Servers: asked for 125 % of what it can do, 20 % refused, 2 running, $146 a month\n",
            "- Servers: 62 % busy, 4 running, $292 a month\n",
        ],
    );
}

#[test]
fn an_action_is_taken_back() {
    let desk = Desk::new();
    let said = desk.typed(&["scenario", "slow-pictures"], ":undo\n:finish\n2\n:undo\n");
    assert_says(
        &said,
        &[
            "There is no answer to take back.",
            "Decide something first",
            "Steps left: 1",
            "Taken back: Add two servers",
            "Steps left: 2 of 2",
        ],
    );
    let acts: Vec<_> = desk.events("scenario_acted").iter().map(|event| event["acts"].clone()).collect();
    assert_eq!(acts, [serde_json::json!(["more"]), serde_json::Value::Null]);
}

#[test]
fn another_load_and_the_assumptions_can_be_looked_at() {
    let said = Desk::new().typed(&["scenario", "slow-pictures"], ":load 50\n:load 900\n:model\n");
    assert_says(
        &said,
        &[
            "At a load of 50 %:\n- Pictures, p50: ",
            "- Pictures, refused: 0.",
            "Type a load from 10 to 400 percent",
            "Requests arrive at random (Poisson)",
            "Prices: ap-northeast-2, 2026-11-01",
        ],
    );
}

#[test]
fn a_run_that_was_left_goes_on() {
    let desk = Desk::new();
    desk.typed(&["scenario", "slow-pictures"], "3\n");
    let again = desk.typed(&["scenario", "slow-pictures"], "4\n:finish\n1\n");
    assert_says(
        &again,
        &["You go on where you were.", "Steps left: 1 of 2", "Every goal is met.", "Steps left: 2 of 2"],
    );
    let runs: Vec<_> = desk.events("scenario_acted").iter().map(|event| event["run"].clone()).collect();
    assert_eq!(runs[0], runs[1]);
}

#[test]
fn a_case_is_won_with_the_experts_path() {
    let desk = Desk::new();
    let said = desk.typed(&["scenario", "night-alarm", "--lang", "ko"], "1\n1\n2\n");
    assert_says(
        &said,
        &[
            "한밤의 알람\n",
            "결정 1\n",
            "1. 그래프 보기\n2. 계속 자기\n",
            "저장했어요.\n",
            "디스크가 꽉 찼어요.\n",
            "살았어요\n",
            "좋은 결말이에요. 전문가 점수의 100%.\n",
            "1. 그래프 보기: 봐야 무엇을 고칠지 알아요.\n",
            "먼저 보고, 그다음에 고쳐요.\n",
        ],
    );
    assert_eq!(desk.events("scenario_finished")[0]["won"], true);
}

#[test]
fn a_decision_comes_back_and_the_expert_says_why() {
    let desk = Desk::new();
    let said = desk.typed(&["scenario", "night-alarm"], "2\n2\n1\n2\n");
    assert_says(
        &said,
        &[
            "It goes on ringing.\n",
            "It rang all night.\n",
            "1. Hope for the best\n",
            "The decisions have numbers from 1 to 1.\n",
            "Lost\n",
            "Not a good ending. 20 % of the expert's points.\n",
            "1. Go on sleeping: The belief: it will stop by itself.\n   An expert: Look at the graphs\n",
            "2. Hope for the best: Hope is no plan.\n\nThe expert's path:\n1. Look at the graphs: Who looks knows what to mend.\n",
        ],
    );
}

#[test]
fn a_case_that_was_left_goes_on_at_its_decision() {
    let desk = Desk::new();
    desk.typed(&["scenario", "night-alarm"], "1\n");
    let again = desk.typed(&["scenario", "night-alarm"], "");
    assert_says(&again, &["You go on where you were.", "decision 2", "It is morning."]);
}

#[test]
fn the_menu_leads_to_the_list_and_the_list_says_how_it_stands() {
    let desk = Desk::new();
    let said = desk.typed(&[], "5\n2\n1\n:back\n:back\n");
    assert_says(
        &said,
        &[
            "5. Scenarios\n",
            "1. Slow pictures: Pictures come late, or never. (What if, 5 min)\n",
            "2. The alarm at night: It rings at three. Do you look? (Case, 3 min)\n",
            "The alarm at night\n",
            "2. The alarm at night: It rings at three. Do you look? (Case, 3 min, begun)\n",
        ],
    );
}

#[test]
fn the_language_changes_in_mid_run() {
    let said = Desk::new().typed(&["scenario", "slow-pictures"], "3\n:lang\n:help\n");
    assert_says(&said, &["Steps left: 1 of 2", "2단계 중 1단계 남았어요.", ":load 200은"]);
}

#[test]
fn without_a_journal_a_decision_is_lost_with_exit_code_3() {
    let desk = Desk::new();
    std::fs::write(desk.0.path().join("data"), "").unwrap();
    let said = desk.typed(&["scenario", "night-alarm"], "1\n");
    assert!(said.out.contains("Not saved: ") && said.code == 3, "{said:?}");
}
