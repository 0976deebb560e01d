//! `awstutor settings` as a shell runs it.

use super::*;

/// Settings that someone wrote by hand.
fn written(text: &str) -> Desk {
    let desk = Desk::new();
    fs::create_dir_all(desk.data()).unwrap();
    fs::write(desk.data().join("settings.toml"), text).unwrap();
    desk
}

fn file(desk: &Desk) -> String {
    fs::read_to_string(desk.data().join("settings.toml")).unwrap()
}

#[test]
fn all_settings_are_listed_with_what_they_are_for() {
    let desk = Desk::new();
    let said = desk.run(&["settings"]);
    assert!(said.out.starts_with("language = none\n  Language: Of the texts and of the program.\n"), "{}", said.out);
    assert!(said.out.contains("retention = 90\n  Aim: The share of reviews that you want to get right."));
    assert!(said.out.ends_with(&format!("\nKept in {}\n", desk.data().join("settings.toml").display())));
    assert_eq!((said.out.matches(" = ").count(), said.code), (10, 0));
    assert!(!desk.data().exists(), "looking at settings writes nothing");
}

#[test]
fn a_setting_is_shown_with_the_values_it_takes() {
    for key in ["exam_date", "exam-date", "EXAM_DATE"] {
        let said = Desk::new().run(&["settings", key]);
        assert!(said.out.starts_with("exam_date = none\n  Day of the exam: "), "{said:?}");
        assert!(said.out.ends_with("\n  It takes: a day as 2027-01-15, or none\n"), "{said:?}");
    }
    let korean = Desk::new().run(&["settings", "theme", "--lang", "ko"]);
    assert_eq!(
        korean.out,
        "theme = terminal\n  테마: 색이에요.\n  쓸 수 있는 값: terminal, dark, light, high-contrast\n"
    );
}

#[test]
fn a_value_is_set_and_kept_beside_the_others() {
    let desk = Desk::new();
    let day = jiff::Zoned::now().date().saturating_add(jiff::ToSpan::days(40)).to_string();
    let set = desk.run(&["settings", "exam-date", &day]);
    assert_eq!((set.out, set.error.as_str(), set.code), (format!("exam_date = {day}\n"), "", 0));
    assert_eq!(desk.run(&["settings", "daily_new", "3"]).out, "daily_new = 3\n");
    assert!(file(&desk).contains("daily_new = 3\n") && file(&desk).contains(&format!("exam_date = \"{day}\"\n")));
    assert_eq!(json(&desk.run(&["review", "--plan", "--format", "json"]))["exam"], day);
    assert_eq!(desk.run(&["settings", "exam_date", "none"]).out, "exam_date = none\n");
    assert!(!file(&desk).contains("exam_date"));
}

#[test]
fn programs_read_keys_and_values() {
    let desk = written("daily_new = 3\nlanguage = \"ko\"\n");
    let report = json(&desk.run(&["settings", "--format", "json"]));
    assert_eq!((&report["format"], report["settings"].as_array().map(Vec::len)), (&1.into(), Some(10)));
    assert_eq!(report["settings"][0], serde_json::json!({ "key": "language", "value": "ko" }));
    assert_eq!(report["settings"][4], serde_json::json!({ "key": "daily_new", "value": "3" }));
    let one = serde_json::json!({ "format": 1, "settings": [{ "key": "theme", "value": "dark" }] });
    assert_eq!(json(&desk.run(&["settings", "theme", "dark", "--format", "json"])), one);
    assert_eq!(json(&desk.run(&["settings", "theme", "--format", "json"])), one);
}

#[test]
fn what_programs_read_can_be_set_again() {
    let desk = written("daily_new = 3\n");
    let report = json(&desk.run(&["settings", "--format", "json"]));
    for entry in report["settings"].as_array().unwrap() {
        let (key, value) = (entry["key"].as_str().unwrap(), entry["value"].as_str().unwrap());
        assert_eq!(desk.run(&["settings", key, value]).code, 0, "{key} {value}");
    }
    assert_eq!(json(&desk.run(&["settings", "--format", "json"])), report);
}

#[test]
fn an_unknown_key_is_answered_with_those_there_are() {
    let near = Desk::new().run(&["settings", "retetnion", "90"]);
    assert_eq!((near.out.as_str(), near.code), ("", 2));
    assert!(
        near.error.contains("there is no setting \"retetnion\"; did you mean retention? There are: language, theme,")
    );
    let far = Desk::new().run(&["settings", "font", "--lang", "ko"]);
    assert!(far.error.contains("‘font’ 설정은 없어요. 있는 설정: language, theme,") && far.code == 2, "{far:?}");
}

#[test]
fn a_wrong_value_is_answered_with_what_is_taken_and_nothing_is_written() {
    let desk = written("daily_new = 3\n");
    for (key, value, answer) in [
        ("theme", "pink", "\"pink\" is no value of theme; it takes: terminal, dark, light, high-contrast\n"),
        ("daily_new", "-1", "it takes: a whole number from 0 to 9999\n"),
        ("retention", "99", "it takes: a whole number from 70 to 97\n"),
        ("exam_date", "soon", "it takes: a day as 2027-01-15, or none\n"),
        ("exam_date", "2020-02-29", "That day is over"),
        ("theme", "\u{1b}[31m", "␛[31m"),
    ] {
        let said = desk.run(&["settings", key, value]);
        assert!(said.error.contains(answer) && said.code == 2, "{said:?}");
    }
    assert_eq!(file(&desk), "daily_new = 3\n");
}

#[test]
fn what_is_wrong_with_the_file_is_told_and_the_rest_holds() {
    let text = "daily_new = 3\ntheme = \"pink\"\nretetnion = 80\n";
    let desk = written(text);
    let said = desk.run(&["settings", "daily_new"]);
    assert!(said.out.starts_with("daily_new = 3\n") && said.code == 0, "{said:?}");
    assert!(said.error.contains("settings.toml:2:9: \"pink\" is no value of theme"), "{said:?}");
    assert!(said.error.contains("settings.toml:3:1: there is no setting \"retetnion\"; did you mean retention?"));
    let set = desk.run(&["settings", "theme", "dark"]);
    assert!(set.error.contains("settings.toml.broken") && set.code == 0, "{set:?}");
    assert!(file(&desk).contains("daily_new = 3\n") && file(&desk).contains("theme = \"dark\"\n"));
    assert_eq!(fs::read_to_string(desk.data().join("settings.toml.broken")).unwrap(), text);
    assert_eq!(desk.run(&["settings"]).error, "");
}

#[test]
fn a_disk_that_fails_is_exit_code_3() {
    let desk = Desk::new();
    // A file stands where the folder should be.
    fs::write(desk.data(), "").unwrap();
    for arguments in [&["settings"][..], &["settings", "theme", "dark"]] {
        let said = desk.run(arguments);
        assert!(said.error.contains("settings.toml") && said.code == 3, "{said:?}");
    }
    let nowhere = Desk::new();
    fs::write(nowhere.folder.path().join("file"), "").unwrap();
    let said = nowhere.run(&["settings", "theme", "dark", "--data", "file/deeper"]);
    assert_eq!(said.code, 3, "{said:?}");
}

#[test]
fn plain_mode_keeps_settings_in_the_file() {
    let desk = written("theme = \"dark\"\n");
    desk.course("mine");
    let said = desk.typed(&["--plain", "--ascii", "--course", "mine"], "6\n5\n3\n\n:quit\n");
    assert!(said.out.contains("Set. New questions a day: 3\nSaved.\n") && said.code == 0, "{said:?}");
    assert!(file(&desk).contains("daily_new = 3\n") && file(&desk).contains("theme = \"dark\"\n"));
    assert!(file(&desk).contains("borders = \"unicode\"\n"), "an option of one run is no setting");
}

#[test]
fn manual_and_completions_know_the_keys() {
    let desk = Desk::new();
    let man = desk.run(&["man"]).out;
    assert!(man.contains("awstutor settings") && man.contains("exam_date, day_start"), "{man}");
    assert!(desk.run(&["completions", "bash"]).out.contains("daily_new retention exam_date"));
}
