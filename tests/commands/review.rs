//! `awstutor review` as a shell runs it.

use super::*;

/// A course of one question that was answered wrong two days ago.
fn answered() -> Desk {
    let desk = Desk::new();
    desk.course("mine");
    desk.typed(&["quiz", "s3", "--course", "mine"], "2\n");
    let journal = desk.data().join("mine/progress.jsonl");
    let text = fs::read_to_string(&journal).unwrap();
    let moved = text.lines().map(|line| {
        let mut event: serde_json::Value = serde_json::from_str(line).unwrap();
        let at: jiff::Timestamp = event["at"].as_str().unwrap().parse().unwrap();
        event["at"] = (at - jiff::SignedDuration::from_hours(48)).to_string().into();
        format!("{event}\n")
    });
    let moved: String = moved.collect();
    fs::write(&journal, moved).unwrap();
    desk
}

fn settings(desk: &Desk, text: &str) {
    fs::create_dir_all(desk.data()).unwrap();
    fs::write(desk.data().join("settings.toml"), text).unwrap();
}

#[test]
fn what_is_due_is_asked() {
    let said = answered().typed(&["review", "--course", "mine"], "1\n");
    assert!(said.out.starts_with("Buckets\nQuestion 1 of 1\n"), "{said:?}");
    assert!(said.out.contains("1 reviewed, 1 right."), "{said:?}");
    assert_eq!(said.code, 0);
}

#[test]
fn the_list_names_what_is_due_with_its_day_and_recall() {
    let desk = answered();
    let report = json(&desk.run(&["review", "--list", "--format", "json", "--course", "mine"]));
    assert_eq!(report["format"], 1);
    assert_eq!(report["due"][0]["question"], "one");
    let (due, date) = (report["due"][0]["due"].as_str().unwrap(), report["date"].as_str().unwrap());
    assert!(due < date, "{report}");
    let recall = report["due"][0]["recall"].as_f64().unwrap();
    assert!(0.0 < recall && recall < 0.9, "{report}");
    let said = desk.run(&["review", "--list", "--course", "mine"]);
    assert!(said.out.ends_with("1 due, 0 new\n"), "{said:?}");
}

#[test]
fn new_questions_are_listed_up_to_the_daily_number() {
    let desk = Desk::new();
    settings(&desk, "daily_new = 3\n");
    let report = json(&desk.run(&["review", "--list", "--format", "json"]));
    assert_eq!((report["new"].as_array().unwrap().len(), report["due"].as_array().unwrap().len()), (3, 0));
}

#[test]
fn the_plan_has_a_day_for_every_day_until_the_exam() {
    let desk = Desk::new();
    let exam = jiff::Zoned::now().date().saturating_add(jiff::ToSpan::days(40));
    settings(&desk, &format!("exam_date = \"{exam}\"\n"));
    let report = json(&desk.run(&["review", "--plan", "--format", "json"]));
    assert_eq!(report["exam"], exam.to_string());
    assert!(report["days"].as_array().unwrap().len() >= 40, "{report}");
    assert!(["realistic", "demanding", "unrealistic"].contains(&report["feasibility"].as_str().unwrap()));
    let said = desk.run(&["review", "--plan"]);
    assert!(said.out.contains("Its hardest week takes"), "{said:?}");
}

#[test]
fn without_an_exam_the_plan_says_so() {
    let desk = Desk::new();
    let said = desk.run(&["review", "--plan"]);
    assert_eq!(said.out, "There is no day of an exam to plan for. The settings have a place for it.\n");
    assert!(json(&desk.run(&["review", "--plan", "--format", "json"]))["exam"].is_null());
}

#[test]
fn fitting_says_how_many_reviews_it_needs() {
    let said = answered().run(&["review", "--fit", "--course", "mine"]);
    assert!(said.out.starts_with("0 reviews so far; fitting needs 400"), "{said:?}");
}

#[test]
fn two_reports_at_once_are_wrong_usage() {
    for arguments in [["review", "--fit", "--list"], ["review", "--plan", "--list"], ["review", "--format", "json"]] {
        assert_eq!(Desk::new().run(&arguments).code, 2, "{arguments:?}");
    }
}
