//! Search over everything, as one types.

use super::learner;
use crate::support::learner::Learner;
use awstutor::text::Language;

/// Who searches the built-in course in Korean.
fn korean(query: &str) -> Learner {
    let mut learner = Learner::new(80, 24).language(Language::Korean);
    learner.press("/").types(query);
    learner
}

#[test]
fn a_word_finds_chapters_sections_and_questions() {
    let mut learner = learner();
    learner.press("/").types("bucket").sees("Buckets › Why buckets").sees("? Buckets › A bucket runs code.");
}

#[test]
fn a_word_of_a_text_finds_its_section() {
    let mut learner = learner();
    learner.press("/").types("spin").sees("Disks › Top").sees("Disks spin.").sees("1 found");
}

#[test]
fn enter_opens_what_is_chosen() {
    let mut learner = learner();
    learner.press("/").types("belongs").press("Enter").sees("First part › Disks").sees("A disk belongs to one server.");
    learner.press("Esc").sees("search: belongs");
}

#[test]
fn a_question_opens_as_a_question() {
    let mut learner = learner();
    learner.press("/").types("runs code").press("Enter").sees("1  True");
}

#[test]
fn nothing_found_is_said() {
    let mut learner = learner();
    learner.press("/").types("zzzzqqqq").sees("Nothing found").press("Enter").sees("Nothing found");
}

#[test]
fn an_empty_field_says_what_can_be_typed() {
    let mut learner = learner();
    learner.press("/").sees("Type a word, in English or Korean.");
}

#[test]
fn answers_are_not_given_away() {
    let mut learner = learner();
    learner.press("/").types("signing comes").misses("signing comes second");
}

#[test]
fn a_word_and_a_syllable_that_is_half_typed_find_the_same() {
    korean("가상").sees("가상");
    korean("가사").sees("가상").misses("찾은 것이 없어요");
}

#[test]
fn initial_consonants_find_words() {
    korean("ㅋㄹㅇㄷ").sees("클라우드").misses("찾은 것이 없어요");
}

#[test]
fn english_is_found_in_a_korean_course() {
    korean("cloudfront").sees("CloudFront").misses("찾은 것이 없어요");
}

#[test]
fn decomposed_hangul_finds_what_is_composed() {
    let decomposed = "\u{1107}\u{1165}\u{110f}\u{1175}\u{11ba}";
    korean(decomposed).sees("버킷").misses("찾은 것이 없어요");
}

#[test]
fn a_hit_opens_at_its_section_in_korean() {
    let mut learner = korean("내구성");
    learner.press("Enter").misses("검색:").sees("내구성");
}

#[test]
fn the_words_stay_when_the_language_changes() {
    let mut learner = learner();
    learner.press("/").types("디스크").press("F2").sees("검색: 디스크").sees("디스크 › 위");
}

#[test]
fn what_was_deleted_is_searched_no_more() {
    let mut learner = learner();
    learner.press("/").types("spinx").press("Backspace").sees("1 found").press("Ctrl-U").sees("Type a word");
}

#[test]
fn pasted_text_is_searched() {
    let mut learner = learner();
    learner.press("/").tells(awstutor::tui::message::Message::Paste("spin\n".into())).sees("Disks spin.");
}

/// Who searches a course whose questions have marks, code and long prompts.
fn long_prompts(width: u16) -> Learner {
    let quiz = "format = 1\n[[question]]\nid = \"one-single\"\nkind = \"single\"\nsection = \"one#why\"\nrevision = 2\nprompt.en = \"\"\"\nWhich of these commands takes a whole folder with it?\n\n```text\nls -l folder\n```\n\"\"\"\nprompt.ko = \"이 가운데 폴더를 통째로 가져가는 명령은 어느 것인가요?\"\nexplanation = \"So.\"\n[[question.option]]\ncorrect = true\ntext = \"`aws s3 sync`\"\nwhy = \"yes\"\n[[question.option]]\ntext = \"`aws s3 cp`\"\nwhy = \"no\"\n";
    let course = crate::support::small_course::SmallCourse::new().with("quizzes/one.toml", quiz);
    Learner::new(width, 12).course(&course)
}

#[test]
fn a_title_that_is_cut_says_so() {
    let mut learner = long_prompts(40);
    learner.press("/").types("commands").sees("? Buckets › Which of these commands…").misses("```");
    learner.press("F2 Ctrl-U").types("통째").sees("? 버킷 › 이 가운데 폴더를 통째로 가…");
}

#[test]
fn options_and_code_are_found_without_their_marks() {
    let mut learner = long_prompts(80);
    learner.press("/").types("sync").sees("aws s3 sync · aws s3 cp").misses("`");
    learner
        .press("Ctrl-U")
        .types("folder")
        .sees("Which of these commands takes a whole folder with it?")
        .sees("ls -l folder");
}
