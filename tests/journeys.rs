//! Whole ways through the real program, in a real terminal, with a journal on disk.

#![cfg(unix)]

mod support;

use support::tty::{CLEAR, Desk, Tty};

/// Where the rows of chapters stand below the first row of home.
const S3: &str = "Down Down Down Down Down Down Down Down Down";

/// The kinds of the eleven questions on S3, in their order, with keys that answer them somehow.
const ANSWERS: [(&str, &str); 11] = [
    ("single", "1 Enter"),
    ("single", "2 Enter"),
    ("single", "Down Enter"),
    ("single", "Up Enter"),
    ("multiple", "1 3 Enter"),
    ("boolean", "2 Enter"),
    ("short", "내 구 성 Enter"),
    ("number", "2 5 6 Enter"),
    ("order", "2 Enter"),
    ("match", "1 2 3 4 Enter"),
    ("cloze", "k e y Tab 2 Enter"),
];

/// The quiz on S3, at its first question, in a window in which every verdict is read at a glance: Enter goes on at once.
fn quiz(desk: &Desk) -> Tty {
    let mut tty = desk.starts_at(100, 50, &[]);
    tty.sees("AWS").press(S3).press("z").sees("1/11");
    tty
}

#[test]
fn from_the_first_start_into_a_chapter_and_out() {
    let desk = Desk::new();
    let mut tty = desk.starts(&[]);
    tty.sees("In which language would you like to learn?").sees("어느 언어로 배울까요?").press("1");
    tty.sees("AWS from the ground up").press("Enter").sees("Foundations ›").press("PgDn Esc").sees("Continue");
    tty.press("q").sees("Leave? Everything is saved.").press("Enter");
    assert_eq!(tty.ends().0, 0);
    assert!(desk.journal().iter().any(|event| event["type"] == "position"));
    desk.starts(&[]).sees("Continue");
}

#[test]
fn reading_following_a_link_and_coming_back() {
    let desk = Desk::speaking("en");
    let mut tty = desk.starts(&[]);
    tty.sees("AWS from the ground up").press(S3).press("Enter").sees("The full disk");
    tty.press("c")
        .sees("▸   The full disk")
        .press("Down Down Down Down Down Enter")
        .sees("Every new object is encrypted");
    tty.press("Tab Enter")
        .sees("Infrastructure › Amazon CloudFront")
        .press("Esc")
        .sees("Every new object is encrypted");
}

#[test]
fn one_question_of_each_kind_answered_with_keys() {
    let desk = Desk::speaking("en");
    let mut tty = quiz(&desk);
    for (place, (kind, keys)) in ANSWERS.iter().enumerate() {
        tty.sees(&format!("Question {}/11", place + 1)).press(keys).sees("o read the section");
        assert_eq!(desk_kind(&desk, place, &mut tty), *kind);
    }
    tty.press("Enter").sees("of 11 right").press("Esc").sees("AWS from the ground up");
    assert_eq!(desk.answered().len(), 11);
}

/// Goes on, if there is more, and looks up of which kind the question was that has been answered at this place.
fn desk_kind(desk: &Desk, place: usize, tty: &mut Tty) -> &'static str {
    if place < 10 {
        tty.press("Enter").sees(&format!("{}/11", place + 2));
    } else {
        tty.press("Down").waits_for("the last answer on disk", |_| desk.answered().len() == 11);
    }
    let id = desk.answered()[place].clone();
    awstutor::store::embedded::course().question(&id).expect("a question of the course").kind().name()
}

#[test]
fn the_same_with_a_korean_ime_on() {
    let desk = Desk::speaking("ko");
    let mut tty = desk.starts(&[]);
    // ㅓ is j, and 커 is z and j: down to S3, its quiz, the first option.
    tty.sees("처음부터 배우는 AWS")
        .sends("ㅓㅓㅓㅓ")
        .sends("커")
        .sees("문제 1/11")
        .sees("▸ 1")
        .press("Enter")
        .sees("o 본문 보기");
    // ㅜ is n: on to the next; ㅗ is h: a hint.
    tty.sends("ㅜ").sees("문제 2/11").sends("ㅗ").sees("힌트 1");
    // ㅂ is q, and nothing for a question; Esc leaves it, and ㅂ asks before it leaves the program.
    tty.sends("ㅂ").press("Esc").sees("처음부터 배우는 AWS").sends("ㅂ").sees("나갈까요?").sends("ㅛ");
    assert_eq!(tty.ends().0, 0);
    assert_eq!(desk.answered().len(), 1);
}

#[test]
fn typed_hangul_stands_before_the_cursor() {
    let desk = Desk::speaking("ko");
    let mut tty = desk.starts(&[]);
    tty.sees("처음부터 배우는 AWS").press("/").sees("검색:").sends("내구성").sees("검색: 내구성");
    let (row, column) = tty.terminal().cursor_position();
    let line = &tty.rows()[usize::from(row)];
    assert_eq!(awstutor::text::width::width(line), usize::from(column), "{line}");
}

#[test]
fn pasted_text_is_an_answer() {
    let desk = Desk::speaking("ko");
    let mut tty = quiz(&desk);
    for place in 1..7 {
        tty.press("F6").sees("o 본문 보기").press("Enter").sees(&format!("문제 {}/11", place + 1));
    }
    tty.sends("\u{1b}[200~내구성\u{1b}[201~").sees("▸ 내구성").press("Enter").sees("✓ 맞았어요");
}

#[test]
fn another_language_in_mid_question() {
    let desk = Desk::speaking("ko");
    let mut tty = quiz(&desk);
    tty.press("2").sees("▸ 2").press("F2").sees("Question 1/11").sees("▸ 2").press("Enter").sees("o read the section");
    tty.press("Enter").sees("Question 2/11");
    assert_eq!(desk.journal().iter().filter(|event| event["language"] == "en").count(), 1);
}

#[test]
fn a_killed_program_goes_on_at_the_next_question() {
    let desk = Desk::speaking("en");
    let mut tty = quiz(&desk);
    for place in 1..=3 {
        tty.press("1 Enter").sees("o read the section").press("Enter").sees(&format!("Question {}/11", place + 1));
    }
    tty.press("2").sees("▸ 2").signal("KILL");
    tty.ends();
    assert_eq!(desk.answered(), ["s3-full-disk", "s3-deleted-by-mistake", "s3-class-for-scans"]);
    let mut tty = desk.starts(&[]);
    tty.sees("AWS from the ground up").press(S3).press("z").sees("Going on with question 4").sees("Question 4/11");
}

#[test]
fn a_torn_line_costs_nothing_else() {
    let desk = Desk::speaking("en");
    let mut tty = quiz(&desk);
    tty.press("1 Enter").sees("o read the section").press("Enter").sees("Question 2/11").press("Ctrl-C");
    tty.ends();
    let mut torn = std::fs::read_to_string(desk.journal_path()).expect("a journal");
    torn.push_str("{\"v\":1,\"id\":\"0198");
    std::fs::write(desk.journal_path(), &torn).expect("written");
    let mut tty = desk.starts_at(100, 50, &[]);
    tty.sees("AWS from the ground up")
        .press(S3)
        .press("z")
        .sees("Question 2/11")
        .press("1 Enter")
        .sees("o read the section");
    tty.press("Enter").sees("Question 3/11").press("Ctrl-C");
    tty.ends();
    let text = std::fs::read_to_string(desk.journal_path()).expect("a journal");
    assert!(text.starts_with(&torn), "what was there stays");
    let last = text.lines().last().expect("a line");
    assert!(last.contains("s3-deleted-by-mistake"), "{last}");
}

/// Reads about durability in Korean, in a window of 120×40; the paragraph that is read begins with 날마다.
fn reads_durability(desk: &Desk) -> Tty {
    let mut tty = desk.starts_at(120, 40, &[]);
    tty.sees("처음부터 배우는 AWS").press(S3).press("Enter").sees("이 챕터의 목차").press("c Down Down Enter");
    tty.waits_for("the heading on top", |screen| row(screen, 2).ends_with("잠깐 안 닿는 걸까"));
    tty
}

fn row(screen: &str, number: usize) -> &str {
    screen.lines().nth(number).unwrap_or_default()
}

#[test]
fn a_small_window_and_back_keeps_the_paragraph() {
    let desk = Desk::speaking("ko");
    let mut tty = reads_durability(&desk);
    tty.press("Down Down").waits_for("the paragraph on top", |screen| row(screen, 2).contains("날마다"));
    let top = tty.rows()[2].clone();
    tty.resize(30, 8).waits_for("the paragraph alone", |screen| row(screen, 1).starts_with(" 날마다"));
    tty.resize(120, 40).waits_for("the same place", |screen| row(screen, 2) == top);
}

#[test]
fn a_new_size_between_two_keys_is_not_lost() {
    let desk = Desk::speaking("ko");
    let mut tty = reads_durability(&desk);
    for _ in 0..4 {
        tty.press("Down Up")
            .resize(30, 8)
            .waits_for("a small window", |screen| !screen.contains("이 챕터의 목차") && row(screen, 0).ends_with("KO"));
        tty.press("Down Up").resize(120, 40).waits_for("a large window", |screen| screen.contains("이 챕터의 목차"));
    }
}

#[track_caller]
fn gives_the_terminal_back(written: &str) {
    let last = |code: &str| written.rfind(code);
    for (taken, given) in
        [("\u{1b}[?1049h", "\u{1b}[?1049l"), ("\u{1b}[?2004h", "\u{1b}[?2004l"), ("\u{1b}[?25l", "\u{1b}[?25h")]
    {
        assert!(last(taken).is_some(), "{taken:?} was never written");
        assert!(last(given) > last(taken), "{given:?} is not written at the end");
    }
}

#[test]
fn leaving_gives_the_terminal_back() {
    let desk = Desk::speaking("en");
    let mut tty = desk.starts(&[]);
    tty.sees("AWS from the ground up").press("q").sees("Leave?").press("Enter");
    let (code, written) = tty.ends();
    assert_eq!(code, 0);
    gives_the_terminal_back(&written);
}

#[test]
fn control_c_leaves_at_once_and_gives_the_terminal_back() {
    let desk = Desk::speaking("en");
    let mut tty = quiz(&desk);
    tty.press("Ctrl-C");
    let (code, written) = tty.ends();
    assert_eq!(code, 0);
    gives_the_terminal_back(&written);
}

#[test]
fn control_c_leaves_the_first_start() {
    let desk = Desk::new();
    let mut tty = desk.starts(&[]);
    tty.sees("어느 언어로 배울까요?").press("Ctrl-C");
    gives_the_terminal_back(&tty.ends().1);
}

#[track_caller]
fn a_signal_ends_it(signal: &str) {
    let desk = Desk::speaking("en");
    let mut tty = desk.starts(&[]);
    tty.sees("AWS from the ground up").press("Enter").sees("Foundations ›").signal(signal);
    gives_the_terminal_back(&tty.ends().1);
}

#[test]
fn sigterm_gives_the_terminal_back() {
    a_signal_ends_it("TERM");
}

#[test]
fn sighup_gives_the_terminal_back() {
    a_signal_ends_it("HUP");
}

#[test]
fn sigint_gives_the_terminal_back() {
    a_signal_ends_it("INT");
}

#[test]
fn being_told_to_end_keeps_the_place() {
    for signal in ["TERM", "HUP", "INT"] {
        let desk = Desk::speaking("en");
        let mut tty = desk.starts(&[]);
        tty.sees("AWS from the ground up")
            .press(S3)
            .press("Enter")
            .sees("The full disk")
            .press("PgDn")
            .misses("The full disk")
            .signal(signal);
        assert_eq!(tty.ends().0, 0, "{signal}");
        let journal = desk.journal();
        let place = journal.iter().rfind(|event| event["type"] == "position").expect("a position");
        assert_eq!(place["section"], "s3#problem", "{signal}");
    }
}

#[test]
fn being_told_to_end_ends_it_although_the_terminal_takes_nothing() {
    let desk = Desk::speaking("en");
    // A theme with a ground paints every cell.
    std::fs::write(desk.path().join("settings.toml"), "language = \"en\"\ntheme = \"dark\"\n").expect("settings");
    let mut tty = desk.starts(&[]);
    tty.sees("AWS from the ground up");
    assert_eq!(tty.ends_unheard("TERM"), 128 + 15);
}

#[test]
fn the_wheel_is_there_again_after_a_stop() {
    let desk = Desk::speaking("en");
    std::fs::write(desk.path().join("settings.toml"), "language = \"en\"\nmouse = \"wheel\"\n").expect("settings");
    let mut tty = desk.starts(&[]);
    tty.sees("AWS from the ground up").press("Ctrl-Z").stops().signal("CONT").sees("AWS from the ground up");
    tty.press("Enter")
        .sees("Foundations ›")
        .signal("TSTP")
        .stops()
        .signal("CONT")
        .sees("Foundations ›")
        .press("Ctrl-C");
    let (code, written) = tty.ends();
    assert_eq!((code, written.matches("\u{1b}[?1000h").count()), (0, 3));
    gives_the_terminal_back(&written);
}

#[test]
fn a_new_size_clears_the_window_once() {
    let desk = Desk::speaking("en");
    let mut tty = desk.starts(&[]);
    tty.sees("AWS from the ground up").press("Enter").sees("Foundations ›");
    let before = tty.count(CLEAR);
    tty.resize(120, 40).sees("On this page").press("Esc").misses("Foundations ›");
    assert_eq!(tty.count(CLEAR), before + 1);
}

#[test]
fn two_programs_share_a_journal() {
    let desk = Desk::speaking("en");
    let (mut one, mut two) = (desk.starts(&[]), desk.starts(&[]));
    one.sees("AWS from the ground up").press(S3).press("Enter").sees("The full disk");
    two.sees("AWS from the ground up").press("Down Down Enter").sees("Foundations ›").press("b").sees("Bookmark set");
    two.press("F6").sees("Cloud and on-premises ›");
    // Whatever the first one writes next, it learns what the second one wrote.
    one.press("b").sees("Bookmark set").press("F6").sees("Amazon S3 ›").sees("Cloud and on-premises ›");
    two.press("Ctrl-C");
    two.ends();
    one.press("Ctrl-C");
    one.ends();
    let bookmarked = desk.journal().into_iter().filter(|event| event["type"] == "bookmarked");
    assert_eq!(bookmarked.count(), 2);
}

#[test]
fn answers_that_cannot_be_saved_wait_for_the_disk() {
    let desk = Desk::speaking("en");
    let mut tty = quiz(&desk);
    // A key is looked at when everything before it has been saved.
    tty.press("2").sees("▸ 2");
    let folder = desk.path().join("aws");
    let aside = desk.path().join("aside");
    std::fs::rename(&folder, &aside).expect("renamed");
    std::fs::write(&folder, "in the way").expect("a file in the place of the folder");
    tty.press("1 Enter").sees("(your answer)").sees("Not saved:");
    tty.press("Ctrl-C").sees("Some answers could not be saved. Leave all the same?").press("Esc").sees("Not saved:");
    std::fs::remove_file(&folder).expect("removed");
    std::fs::rename(&aside, &folder).expect("renamed back");
    tty.press("Enter").sees("Question 2/11").press("1 Enter").sees("o read the section").misses("Not saved:");
    assert_eq!(desk.answered(), ["s3-full-disk", "s3-deleted-by-mistake"]);
}

#[test]
fn without_a_journal_reading_is_fine_and_an_answer_is_lost_with_exit_code_3() {
    let desk = Desk::speaking("en");
    std::fs::write(desk.path().join("aws"), "in the way").expect("a file in the place of the folder");
    let mut tty = desk.starts(&["read", "s3"]);
    tty.sees("The full disk").press("PgDn").misses("The full disk").press("Ctrl-C");
    assert_eq!(tty.ends().0, 0);
    let mut tty = quiz(&desk);
    tty.press("1 Enter").sees("Not saved:").press("Ctrl-C").sees("could not be saved").press("Enter");
    assert_eq!(tty.ends().0, 3);
}

#[test]
fn a_command_opens_a_chapter_or_a_quiz_at_once() {
    let desk = Desk::speaking("en");
    desk.starts(&["read", "s3"]).sees("Infrastructure › Amazon S3").sees("The full disk");
    desk.starts(&["quiz", "s3"]).sees("Amazon S3 › Question 1/11");
}

#[test]
fn what_is_on_the_command_line_comes_before_the_settings_and_is_not_kept() {
    let desk = Desk::speaking("en");
    let mut tty = desk.starts(&["read", "s3", "--lang", "ko", "--ascii"]);
    tty.sees("인프라 › Amazon S3").press("t").sees("테마").press("Ctrl-C");
    tty.ends();
    let kept = std::fs::read_to_string(desk.path().join("settings.toml")).expect("settings");
    assert!(kept.contains("\"dark\"") && kept.contains("\"en\"") && !kept.contains("ascii"), "{kept}");
}

#[test]
fn what_was_typed_behind_a_command_cannot_give_the_terminal_orders() {
    let order = "\u{1b}]0;owned\u{7}";
    let desk = Desk::speaking("en");
    for arguments in [&["quiz", order][..], &["quiz", "--question", order], &["progress", "merge", order], &[order]] {
        let (code, written) = desk.starts(arguments).ends();
        assert!(code > 0 && written.contains("␛]0;owned␇") && !written.contains(order), "{written:?}");
    }
}

#[test]
fn a_mistake_in_the_settings_file_is_told_and_costs_itself() {
    let desk = Desk::speaking("ko");
    let (file, text) = (desk.path().join("settings.toml"), "language = \"ko\"\ntheme = \"pink\"\ndaily_new = 3\n");
    std::fs::write(&file, text).expect("settings");
    let mut tty = desk.starts(&[]);
    tty.sees("처음부터 배우는 AWS")
        .sees("‘pink’")
        .press("F9")
        .sees("하루 새 문제")
        .misses("‘pink’")
        .press("t")
        .sees("어둡게");
    tty.press("Ctrl-C");
    assert_eq!(tty.ends().0, 0);
    let kept = |path| std::fs::read_to_string(path).expect("a file");
    assert_eq!(kept(desk.path().join("settings.toml.broken")), text);
    assert!(kept(file.clone()).contains("theme = \"dark\"\n") && kept(file).contains("daily_new = 3\n"));
}

#[test]
fn no_colour_is_written_where_none_is_wanted() {
    let desk = Desk::speaking("en");
    let mut tty = desk.starts(&["--color", "never", "read", "s3"]);
    tty.sees("The full disk").press("Ctrl-C");
    let (_, written) = tty.ends();
    assert_eq!(support::colours(written.as_bytes()), [""; 0]);
}

/// Ten questions of a review in a language: an answer taken back after the third, a rating corrected, and the end.
fn review_of_ten(code: &str, [left, undone, next, easy, reviewed]: [&str; 5]) {
    let desk = Desk::speaking(code);
    let mut tty = desk.starts_at(100, 50, &["review"]);
    tty.sees(left).press("F6").sees(next).press("u").sees(undone);
    for answered in 1..=10 {
        tty.press("F6").sees(next);
        if answered == 3 {
            tty.press("4").sees(easy);
        }
        tty.press("Enter").misses(next);
    }
    tty.sees(reviewed).press("Esc Ctrl-C");
    assert_eq!(tty.ends().0, 0);
    let count = |kind: &str| desk.journal().iter().filter(|event| event["type"] == kind).count();
    assert_eq!((count("answered"), count("undone"), count("rated")), (11, 1, 1));
    assert!(desk.journal().iter().filter(|event| event["type"] == "answered").all(|event| event["mode"] == "review"));
}

#[test]
fn a_review_of_ten_with_an_undo_and_a_corrected_rating() {
    review_of_ten("en", ["10 new", "The answer is taken back", "Next review", "▸4 easy", "10 reviewed, 0 right"]);
}

#[test]
fn a_review_of_ten_in_korean() {
    review_of_ten("ko", ["새 문제 10", "답을 되돌렸어요", "다음 복습", "▸4 쉬움", "10문제 복습, 0문제 맞음"]);
}
