//! Every kind of question: asked, answered with keys, and explained.

use crate::put_in_order;
use crate::support::learner::Learner;
use crate::support::small_course::{KINDS, SmallCourse};
use awstutor::domain::response::Recorded;
use awstutor::text::Language;
use awstutor::tui::screen::Route;

/// Who is asked one question of the small course.
fn asked(kind: &str) -> Learner {
    let mut learner = Learner::new(80, 24).course(&SmallCourse::new());
    learner.opens(Route::Question(format!("one-{kind}").as_str().into()));
    learner
}

#[track_caller]
fn scored(learner: &Learner, score: f64) {
    let answers = learner.answers();
    assert_eq!(answers.len(), 1, "one answer is in the journal");
    assert!((answers[0].score - score).abs() < 1e-9, "score {}", answers[0].score);
}

fn listed(ids: &[&str]) -> Recorded {
    Recorded::List(ids.iter().map(|id| id.to_string()).collect())
}

#[test]
fn single_is_answered_by_its_number() {
    let mut learner = asked("single");
    learner.press("2").sees("▸ 2  In a bucket").press("Enter").sees("✓ Right");
    scored(&learner, 1.0);
    assert_eq!(learner.answers()[0].response, listed(&["b"]));
}

#[test]
fn single_is_answered_by_arrows() {
    let mut learner = asked("single");
    learner.press("Down Down Down Up Enter").sees("✓ Right");
}

#[test]
fn single_says_why_of_every_option() {
    let mut learner = asked("single");
    learner
        .press("1 Enter")
        .sees("✗ Not right")
        .sees("✗ 1  On a disk  (your answer)")
        .sees("One server alone sees it.");
    learner.sees("✓ 2  In a bucket  (right answer)").sees("Every server reads it.").sees("A queue forgets.");
    learner.sees("One address for all.").sees("Read again: Buckets › Why buckets");
    scored(&learner, 0.0);
}

#[test]
fn multiple_says_how_many_and_is_toggled() {
    let mut learner = asked("multiple");
    learner
        .sees("Choose 2: Space or 1-3 marks.")
        .press("1 2 3 2")
        .sees("1  [x] alpha")
        .sees("2  [ ] beta")
        .sees("3  [x] gamma");
    learner.press("Enter").sees("✓ Right").sees("because alpha").sees("because beta").sees("because gamma");
    scored(&learner, 1.0);
}

#[test]
fn multiple_is_toggled_with_space() {
    let mut learner = asked("multiple");
    learner.press("Space Down Down Space Enter").sees("✓ Right");
}

#[test]
fn multiple_half_right_is_half_a_point() {
    let mut learner = asked("multiple");
    learner.press("1 2 3 Enter").sees("◐ Partly right: 50 %").sees("because alpha");
    scored(&learner, 0.5);
}

#[test]
fn multiple_with_too_few_is_no_answer() {
    let mut learner = asked("multiple");
    learner.press("1 Enter").sees("Choose 2; only 1 so far").misses("because alpha");
    assert_eq!(learner.answers().len(), 0);
    learner
        .press("l")
        .press("Enter")
        .sees("2개를 골라야 해요. 지금 고른 것은 1개예요")
        .press("l 3 Enter")
        .sees("✓ Right");
}

#[test]
fn boolean_has_two_answers_with_reasons() {
    let mut learner = asked("boolean");
    learner.sees("1  True").sees("2  False").press("1 Enter").sees("✗ Not right");
    learner.sees("it runs none").sees("it only stores");
    assert_eq!(learner.answers()[0].response, listed(&["true"]));
}

#[test]
fn short_takes_any_language() {
    for answer in ["bucket", " BUCKET ", "버킷", "AWS bucket"] {
        let mut learner = asked("short");
        learner.types(answer).press("Enter").sees("✓ Right").sees("A bucket holds them.");
        assert_eq!(learner.answers()[0].response, Recorded::Text(answer.trim().into()));
    }
}

#[test]
fn short_explains_a_common_mistake() {
    let mut learner = asked("short");
    learner.types("folder").press("Enter").sees("✗ Not right").sees("There are no folders.").sees("✓  bucket");
}

#[test]
fn short_says_what_was_typed_when_nobody_expected_it() {
    let mut learner = asked("short");
    learner.types("펭귄").press("Enter").sees("펭귄  (your answer)").sees("✓  bucket");
}

#[test]
fn number_names_its_unit_and_takes_commas() {
    for answer in ["1000", "1,000", "1,000 GB", "1000gb", "１０００", "1000 gigabytes", "1000 기가바이트"] {
        let mut learner = asked("number");
        learner
            .sees("Type a number (GB).")
            .types(answer)
            .press("Enter")
            .sees("✓ Right")
            .sees("Two times five hundred.");
    }
}

#[test]
fn number_shows_the_right_one() {
    let mut learner = asked("number");
    learner.types("999").press("Enter").sees("✗ Not right").sees("999").sees("1000 GB");
    scored(&learner, 0.0);
}

#[test]
fn what_is_no_number_is_refused_and_not_wrong() {
    for (typed, sentence) in [
        ("25,50x", "This is not a number; the unit may be left out"),
        ("R", "This is not a number; the unit may be left out"),
        ("1 MB", "The unit is GB; the number alone will do"),
    ] {
        let mut learner = asked("number");
        learner.types(typed).press("Enter").sees(sentence).misses("Not right");
        assert_eq!(learner.answers().len(), 0, "{typed}");
    }
}

#[test]
fn order_is_never_shown_solved() {
    let mut learner = asked("order");
    let rows: String = learner.screen();
    let place = |item| rows.find(item).expect("an item");
    assert!(!(place("  ask") < place("  sign") && place("  sign") < place("  send")), "{rows}");
    learner.press("Enter").sees("Answer first");
}

#[test]
fn order_is_put_right_with_digits() {
    let mut learner = asked("order");
    put_in_order(&mut learner, &["ask", "sign", "send"]);
    learner
        .press("Enter")
        .sees("✓ Right")
        .sees("asking comes first")
        .sees("signing comes second")
        .sees("sending comes last");
    assert_eq!(learner.answers()[0].response, listed(&["a", "b", "c"]));
}

#[test]
fn what_to_do_is_wrapped_where_it_does_not_fit() {
    for (kind, english, korean) in [
        (
            "order",
            "Put these in order: Space lifts an item, ↑ ↓ move it.",
            "순서대로 놓으세요. Space로 들고 ↑ ↓로 옮겨요.",
        ),
        ("match", "Match each line with a number below: 1-9, or ← →.", "숫자 키나 ← →를 써요."),
        ("multiple", "Choose 2: Space or 1-3 marks.", "2개를 고르세요. Space나 숫자 키(1-3)로 표시해요."),
    ] {
        let mut learner = asked(kind);
        learner.resize(40, 12).sees(english).press("l").sees(korean);
    }
}

#[test]
fn order_lifts_moves_and_drops() {
    let mut learner = asked("order");
    let first = learner.chosen()["▸ 1  ".len()..].to_string();
    learner.press("Space").sees(&format!("↕ 1  {first}")).press("Down").sees(&format!("↕ 2  {first}"));
    learner.press("Space").sees(&format!("▸ 2  {first}")).press("Up");
    assert_ne!(learner.chosen(), format!("▸ 1  {first}"), "what was dropped stays");
}

#[test]
fn order_says_where_an_item_was_put() {
    let mut learner = asked("order");
    put_in_order(&mut learner, &["sign", "ask", "send"]);
    learner.press("Enter").sees("◐ Partly right: 50 %").sees("ask  (you put it at 2)").sees("sign  (you put it at 1)");
}

#[test]
fn match_takes_a_number_for_each_line() {
    let mut learner = asked("match");
    learner.press("1").sees("[1] files").press("2").sees("[2] tables").press("Enter").sees("✓ Right");
    learner.sees("files belong to S3").sees("tables belong to RDS").sees("queues hold neither");
}

#[test]
fn match_is_answered_with_arrows_too() {
    let mut learner = asked("match");
    learner.press("Right Down Left Left Enter").sees("✓ Right");
    scored(&learner, 1.0);
}

#[test]
fn match_half_right_names_what_was_taken() {
    let mut learner = asked("match");
    learner.press("1 3 Enter").sees("◐ Partly right: 50 %").sees("(you answered: SQS)");
}

#[test]
fn match_with_a_line_left_open_is_no_answer() {
    let mut learner = asked("match");
    learner.press("1 Enter").sees("1 line has no number yet");
    assert_eq!(learner.answers().len(), 0);
}

#[test]
fn cloze_numbers_its_gaps_and_fills_them() {
    let mut learner = asked("cloze");
    learner.sees("A bucket has [1] and lives in a [2].").types("keys").press("Tab 2").sees("(x) 2  Region");
    learner.press("Enter").sees("✓ Right").sees("keys name objects").sees("buckets live in Regions");
    assert_eq!(learner.answers()[0].response, listed(&["name=keys", "place=b"]));
}

#[test]
fn enter_goes_from_gap_to_gap() {
    let mut learner = asked("cloze");
    learner.types("keys").press("Enter 2").sees("(x) 2  Region").press("Enter").sees("✓ Right");
}

#[test]
fn cloze_half_right_is_half_a_point() {
    let mut learner = asked("cloze");
    learner.types("doors").press("Down 2 Enter").sees("◐ Partly right: 50 %").sees("(you answered: doors)");
    scored(&learner, 0.5);
}

#[test]
fn cloze_with_an_empty_gap_is_no_answer() {
    let mut learner = asked("cloze");
    learner.types("keys").press("Enter").misses("Answer first").press("Enter").sees("1 gap is still empty");
    assert_eq!(learner.answers().len(), 0);
}

#[test]
fn hints_come_one_at_a_time() {
    let mut learner = asked("single");
    learner.misses("Hint").press("h").sees("Hint 1: Many readers.").misses("Over HTTP.");
    learner.press("F5").sees("Hint 2: Over HTTP.").press("h").sees("There is no further hint");
    learner.press("2 Enter");
    assert_eq!(learner.answers()[0].hints, 2);
}

#[test]
fn nothing_is_answered_by_enter_alone() {
    for kind in KINDS {
        let mut learner = asked(kind);
        // The key that the footer names.
        let key = if ["short", "number", "cloze"].contains(&kind) { "F6" } else { "0" };
        learner.press("Enter").sees(&format!("Answer first, or press {key} if you don't know"));
        assert_eq!(learner.answers().len(), 0, "{kind}");
    }
}

#[test]
fn not_knowing_is_an_answer_to_every_kind() {
    for kind in KINDS {
        let mut learner = asked(kind);
        learner.press("F6").sees("Now you know");
        scored(&learner, 0.0);
        assert_eq!(learner.answers()[0].response, Recorded::Nothing, "{kind}");
    }
}

#[test]
fn a_verdict_takes_no_second_answer() {
    let mut learner = asked("single");
    learner.press("2 Enter 1 F6 0 Space");
    scored(&learner, 1.0);
}

#[test]
fn another_language_keeps_what_is_marked() {
    let mut learner = asked("single");
    learner.press("2 l").sees("사진은 어디에 두나요?").sees("▸ 2  버킷").press("Enter").sees("✓ 맞았어요");
    assert_eq!(learner.answers()[0].language, Language::Korean);
}

#[test]
fn another_language_keeps_what_is_typed_lifted_matched_and_chosen() {
    let mut typed = asked("short");
    typed.types("버킷").press("F2").sees("▸ 버킷").sees("객체를 담는 것은?");
    let mut matched = asked("match");
    matched.press("2 F2").sees("[2] files");
    let mut chosen = asked("multiple");
    chosen.press("1 3 F2").sees("1  [x] alpha").sees("3  [x] gamma");
    let mut ordered = asked("order");
    put_in_order(&mut ordered, &["ask", "sign", "send"]);
    let before = ordered.rows()[5..9].to_vec();
    ordered.press("F2").sees("순서대로 놓으세요.");
    assert_eq!(ordered.rows()[5..9], before);
}

#[test]
fn a_verdict_follows_the_language() {
    let mut learner = asked("single");
    learner.press("1 Enter l").sees("✗ 아쉬워요").sees("서버 한 대만 봐요.").sees("모두에게 주소 하나예요.");
}

#[test]
fn a_question_that_is_not_translated_says_so() {
    let quiz =
        SmallCourse::new().files().0["quizzes/one.toml"].replace("prompt.ko = \"버킷은 코드를 실행해요.\"\n", "");
    let mut learner = Learner::new(80, 24).course(&SmallCourse::new().with("quizzes/one.toml", &quiz));
    learner.opens(Route::Question("one-boolean".into())).press("F2");
    learner.sees("A bucket runs code.").sees("아직 번역되지 않아서 원문으로 보여 드려요.");
}
