//! Whole ways through a scenario in a real terminal, as prompts and on the screen, with a journal on disk.

#![cfg(unix)]

mod support;

use awstutor::domain::scenario::Kind;
use awstutor::store::embedded;
use support::place::Place;
use support::small_course::SmallCourse;
use support::tty::{Desk, Tty};

fn place(language: &str) -> Place {
    Place::new(language, &SmallCourse::new().with_scenarios())
}

fn plays(place: &Place, scenario: &str) -> Tty {
    place.starts(&["scenario", scenario, "--plain"])
}

/// The best score of the first scenario.
fn best(place: &Place) -> serde_json::Value {
    let (code, said) = place.starts(&["scenario", "--list", "--format", "json"]).ends();
    assert_eq!(code, 0);
    let list: serde_json::Value = serde_json::from_str(&said).expect("JSON");
    list["scenarios"][0]["best"].clone()
}

#[test]
fn a_what_if_lost_and_then_won_in_english() {
    let place = place("en");
    let mut tty = plays(&place, "slow-pictures");
    tty.hears("Steps left: 2 of 2").sends("1\r").hears("More workers, the same distance.");
    tty.hears("Steps left: 1")
        .sends(":finish\r")
        .hears(":finish once more")
        .sends(":finish\r")
        .hears("1 of 3 goals met.")
        .hears("What you left out");
    tty.hears("Begin anew").sends("1\r").hears("Steps left: 2 of 2").sends("3\r").hears("Steps left: 1").sends("4\r");
    tty.hears("No step is left.").sends(":finish\r").hears("Every goal is met.").hears("Type 1 or 2.");
    tty.sends("2\r").hears("Statistics").sends(":quit\r").hears("Goodbye.");
    assert_eq!(tty.ends().0, 0);
    assert_eq!(best(&place), 1.0);
}

#[test]
fn a_what_if_lost_and_then_won_in_korean() {
    let place = place("ko");
    let mut tty = plays(&place, "slow-pictures");
    tty.hears("2단계 중 2단계 남았어요.").sends("2\r").hears("줄은 짧아졌지만 길은 그대로예요.");
    tty.hears("1단계 남았어요.")
        .sends(":finish\r")
        .hears(":finish를 한 번 더")
        .sends(":finish\r")
        .hears("목표 3개 중 1개를 이뤘어요.")
        .hears("하지 않은 일과 그 효과");
    tty.hears("처음부터 다시 하기")
        .sends("1\r")
        .hears("2단계 남았어요.")
        .sends("3\r")
        .hears("1단계 남았어요.")
        .sends("4\r");
    tty.hears("남은 단계가 없어요.").sends(":finish\r").hears("목표를 모두 이뤘어요.").hears("1이나 2를 쓰세요.");
    tty.sends("2\r").hears("통계").sends(":quit\r");
    assert_eq!(tty.ends().0, 0);
    assert_eq!(best(&place), 1.0);
}

#[test]
fn a_killed_run_goes_on_where_it_was() {
    let place = place("en");
    let mut tty = plays(&place, "slow-pictures");
    tty.hears("Steps left: 2 of 2").sends("3\r").hears("Saved.").hears("Steps left: 1").signal("KILL");
    drop(tty);
    let mut tty = plays(&place, "slow-pictures");
    tty.hears("You go on where you were.").hears("Move the pictures to S3 (This has been done)").sends("4\r");
    tty.hears("Put CloudFront in front").hears("No step is left.").sends(":finish\r").hears("Every goal is met.");
}

/// The number under which the flagship offers an action.
fn numbered(action: &str) -> String {
    let scenario = embedded::course().scenario("image-load").expect("the flagship is shipped");
    let Kind::WhatIf(what_if) = scenario.kind else { panic!("the flagship is a what-if") };
    let place = what_if.actions.iter().position(|known| known.id == action).expect("an action of the flagship");
    format!("{}\r", place + 1)
}

/// Takes these actions, each of which is saved before the next.
fn takes(tty: &mut Tty, saved: &str, prompt: &str, actions: &[&str]) {
    for action in actions {
        tty.sends(&numbered(action)).hears(saved).hears(prompt);
    }
}

#[test]
fn the_flagship_is_lost_with_hardware_and_won_with_the_recommended_plan() {
    for (language, saved, prompt, once_more, lost, won) in [
        ("en", "Saved.", ":finish", "Type :finish once more", "of 4 goals met.", "Every goal is met."),
        ("ko", "저장했어요.", ":finish", ":finish를 한 번 더", "목표 4개 중", "목표를 모두 이뤘어요."),
    ] {
        let desk = Desk::speaking(language);
        let mut tty = desk.starts(&["scenario", "image-load", "--plain"]);
        tty.hears(prompt);
        takes(&mut tty, saved, prompt, &["bigger", "cache"]);
        tty.sends(":finish\r").hears(once_more).sends(":finish\r").hears(lost).hears("1. ").sends("1\r").hears(prompt);
        takes(&mut tty, saved, prompt, &["store", "cdn", "ttl", "resize", "private"]);
        tty.sends(":finish\r").hears(won).hears("1. ").sends("2\r").sends(":quit\r");
        assert_eq!(tty.ends().0, 0, "{language}");
        let finished = desk.journal().into_iter().filter(|event| event["type"] == "scenario_finished");
        assert_eq!(finished.map(|event| event["won"].clone()).collect::<Vec<_>>(), [false, true], "{language}");
    }
}

/// The flagship on the full screen: lost with bigger servers, tried again, cut off, and won after a new start.
fn the_flagship_on_the_screen(language: &str, words: &FlagshipWords) {
    let desk = Desk::speaking(language);
    let mut tty = desk.starts_at(120, 40, &["scenario", "image-load"]);
    tty.sees(words.brief).press("Enter").sees(words.bigger).press("Enter").sees(words.bigger_effect);
    tty.press("f Enter").sees(words.lost).press("w").sees(words.brief).press("Enter").sees(words.bigger);
    // S3, CloudFront: two of the five steps, and the plug is pulled.
    tty.press("Down Down Down Down Down Down Down Enter").sees(words.one_step);
    tty.press("Up Up Up Up Up Up Enter").sees(words.two_steps);
    tty.waits_for("both steps on disk", |_| last_acts(&desk) == ["store", "cdn"]).signal("KILL");
    drop(tty);
    let mut tty = desk.starts_at(120, 40, &["scenario", "image-load"]);
    tty.sees(words.two_steps).press("Down Down Down Down Down Enter").press("Up Up Enter");
    tty.press("Down Down Down Down Down Enter").sees(words.all_met);
    tty.press("f").sees(words.debrief).press("Esc Esc q Enter");
    assert_eq!(tty.ends().0, 0);
    let won: Vec<bool> = finished(&desk).iter().map(|event| event["won"] == true).collect();
    assert_eq!(won, [false, true]);
}

struct FlagshipWords {
    brief: &'static str,
    bigger: &'static str,
    bigger_effect: &'static str,
    lost: &'static str,
    one_step: &'static str,
    two_steps: &'static str,
    all_met: &'static str,
    debrief: &'static str,
}

fn last_acts(desk: &Desk) -> Vec<String> {
    let acted = desk.journal().into_iter().rfind(|event| event["type"] == "scenario_acted");
    let acts = acted.and_then(|event| event["acts"].as_array().cloned()).unwrap_or_default();
    acts.iter().filter_map(|act| act.as_str().map(str::to_string)).collect()
}

fn finished(desk: &Desk) -> Vec<serde_json::Value> {
    desk.journal().into_iter().filter(|event| event["type"] == "scenario_finished").collect()
}

#[test]
fn the_flagship_on_the_screen_in_english() {
    the_flagship_on_the_screen(
        "en",
        &FlagshipWords {
            brief: "Pictures, p95",
            bigger: "Take servers of twice the size",
            bigger_effect: "✓ Take servers of twice the size",
            lost: "What you left out",
            one_step: "step 1 of 5",
            two_steps: "step 2 of 5",
            all_met: "Every goal is met",
            debrief: "The plan we advise",
        },
    );
}

#[test]
fn the_flagship_on_the_screen_in_korean() {
    the_flagship_on_the_screen(
        "ko",
        &FlagshipWords {
            brief: "사진, p95",
            bigger: "서버를 두 배 크기로 바꾸기",
            bigger_effect: "✓ 서버를 두 배 크기로 바꾸기",
            lost: "하지 않은 일과 그 효과",
            one_step: "5단계 중 1단계",
            two_steps: "5단계 중 2단계",
            all_met: "목표를 모두 이뤘어요",
            debrief: "추천하는 계획",
        },
    );
}
