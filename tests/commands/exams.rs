//! `awstutor exam` as a shell runs it.

use super::*;

#[test]
fn an_exam_is_sat_in_a_pipe_and_listed_afterwards() {
    let desk = Desk::new();
    desk.course("mine");
    let said = desk.typed(&["exam", "course", "--course", "mine"], "1\n1\n:handin\n:handin\n:quit\n");
    assert_eq!(said.code, 0, "{said:?}");
    assert!(said.out.contains("1 questions, 2 minutes"), "{}", said.out);
    let listed = desk.run(&["exam", "--list", "--course", "mine"]);
    assert!(listed.out.contains(": The whole course: 1,000 of 1,000 points, passed, the mark is 700\n"), "{listed:?}");
    let report = json(&desk.run(&["exam", "--list", "--format", "json", "--course", "mine"]));
    assert_eq!(report["format"], 1);
    let exam = &report["exams"][0];
    assert_eq!((&exam["exam"], &exam["points"], &exam["passed"]), (&"course".into(), &1000.into(), &true.into()));
    assert_eq!((&exam["by"], &exam["minutes"], &exam["answered"]), (&"learner".into(), &2.into(), &1.into()));
    assert_eq!(
        exam["domains"][0],
        serde_json::json!({ "id": "p", "questions": 1, "answered": 1, "scored": 1.0, "ms": exam["ms"] })
    );
}

#[test]
fn where_there_was_no_exam_the_list_is_empty() {
    let report = json(&Desk::new().run(&["exam", "--list", "--format", "json"]));
    assert_eq!(report, serde_json::json!({ "format": 1, "exams": [] }));
}

#[test]
fn an_exam_that_does_not_exist_names_those_that_do() {
    let said = Desk::new().run(&["exam", "dva"]);
    assert_eq!(said.code, 2);
    assert!(said.error.contains("there is no exam \"dva\"; there are: clf, saa, course"), "{}", said.error);
}

#[test]
fn a_format_is_for_the_list() {
    for arguments in [&["exam", "clf", "--format", "json"][..], &["exam", "--format", "json"]] {
        assert_eq!(Desk::new().run(arguments).code, 2, "{arguments:?}");
    }
}
