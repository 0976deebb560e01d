//! Reading a chapter: how far, where to, and back again.

use super::learner;
use crate::support::learner::Learner;
use crate::support::small_course::{SmallCourse, chapter};
use awstutor::domain::event::What;
use awstutor::text::Language;

fn percent(learner: &Learner) -> u32 {
    let header = learner.header();
    let before = header.split(" %").next().and_then(|start| start.split_whitespace().last()).expect("a percentage");
    before.parse().expect("a number")
}

fn sections_read(learner: &Learner) -> Vec<String> {
    let read = learner.events().filter_map(|what| match what {
        What::SectionRead { section } => Some(section.to_string()),
        _ => None,
    });
    read.collect()
}

#[test]
fn the_percentage_grows_to_a_hundred() {
    let mut learner = learner();
    learner.press("Enter");
    let first = percent(&learner);
    learner.press("PgDn");
    let second = percent(&learner);
    learner.press("End");
    assert!(0 < first && first < second && second < 100, "{first} {second}");
    assert_eq!(percent(&learner), 100);
}

#[test]
fn a_section_is_read_when_its_end_shows() {
    let mut learner = learner();
    learner.press("Enter");
    assert_eq!(sections_read(&learner), [""; 0]);
    learner.press("PgDn");
    assert_eq!(sections_read(&learner), ["one#why", "one#links"]);
}

#[test]
fn a_section_is_recorded_once() {
    let mut learner = learner();
    learner.press("Enter PgDn Home PgDn Esc Enter PgDn");
    assert_eq!(sections_read(&learner).iter().filter(|section| *section == "one#why").count(), 1);
}

#[test]
fn a_chapter_is_read_when_all_its_sections_are() {
    let mut learner = learner();
    let is_read = |learner: &Learner| learner.events().filter(|what| matches!(what, What::ChapterRead { .. })).count();
    learner.press("Enter End");
    assert_eq!(is_read(&learner), 0, "the first section was jumped over");
    learner.press("Home PgDn");
    assert_eq!(is_read(&learner), 1);
}

#[test]
fn a_wide_window_has_the_contents_beside_the_text() {
    let mut learner = Learner::new(120, 30).course(&SmallCourse::new());
    learner.press("Enter").sees("On this page").sees("▸   Why buckets");
    let (row, _) = learner.place_of("w1 lorem");
    assert_eq!(learner.place_of("  Links").0, 5, "beside the text, which begins in row {row}");
}

#[test]
fn a_window_of_80_columns_has_the_text_alone() {
    let mut learner = learner();
    learner.press("Enter").misses("On this page").misses("Links");
}

#[test]
fn the_contents_open_in_place_of_the_text_and_jump() {
    for key in ["c", "F8"] {
        let mut learner = learner();
        learner.press("Enter").press(key).misses("lorem");
        assert_eq!(learner.chosen(), "▸   Why buckets");
        learner.press("Down Down Enter");
        assert_eq!(learner.rows()[2].trim(), "Ask");
    }
}

#[test]
fn the_contents_close_without_moving() {
    let mut learner = learner();
    learner.press("Enter Down Down");
    let before = learner.rows();
    learner.press("c Down Esc");
    assert_eq!(learner.rows(), before);
}

#[test]
fn the_contents_tick_what_is_read() {
    let mut learner = learner();
    learner.press("Enter PgDn c").sees("✓ Why buckets").misses("✓ Close");
}

#[test]
fn tab_and_enter_follow_a_link_and_esc_comes_back() {
    let mut learner = learner();
    learner.press("Enter PgDn Tab");
    let before = learner.rows();
    assert!(learner.cell_of("about disks").inverse(), "the link is marked");
    learner.press("Enter").sees("A disk belongs to one server.");
    learner.press("Esc");
    assert_eq!(learner.rows(), before);
}

#[test]
fn a_link_within_the_chapter_leads_to_its_heading() {
    let mut learner = learner();
    learner.press("Enter PgDn Tab Tab Tab Enter").sees("The last words.");
}

#[test]
fn a_web_link_is_copied_and_shown() {
    let mut learner = learner();
    learner.press("Enter PgDn Tab Tab Enter");
    assert_eq!(learner.copied, ["https://example.org/page"]);
    assert!(learner.footer().contains("https://example.org/page (copied)"), "{}", learner.footer());
}

#[test]
fn a_link_that_leads_nowhere_says_so() {
    let broken = chapter("Disks", "## Top {#top}\n\n[gone](gone.md)\n");
    let mut learner = Learner::new(80, 24).course(&SmallCourse::new().with("content/en/two.md", &broken));
    learner.press("Down Down Enter Tab Enter").sees("This link leads nowhere: gone.md");
}

#[test]
fn find_goes_to_the_word_and_marks_it() {
    let mut learner = learner();
    learner.press("Enter /").types("last WORDS");
    assert!(learner.cell_of("last words").inverse());
    learner.sees("1 of 1").press("Esc").sees("The last words.");
}

#[test]
fn find_goes_from_match_to_match_and_around() {
    let mut learner = learner();
    learner.press("Enter /").types("w1").sees("1 of 4");
    learner.press("Enter Down").sees("3 of 4");
    learner.press("Up Up Up").sees("4 of 4");
}

#[test]
fn find_says_when_there_is_nothing() {
    let mut learner = learner();
    learner.press("Enter /").types("penguin").sees("Nothing found");
}

#[test]
fn find_hands_its_word_to_the_search_over_everything() {
    let mut learner = learner();
    learner.press("Enter /").types("spin").press("Tab").sees("Disks spin.");
}

#[test]
fn a_bookmark_is_set_listed_opened_and_taken_away() {
    let mut learner = learner();
    learner.press("Enter c Down Enter b").sees("Bookmark set");
    assert!(learner.header().contains('◆'), "{}", learner.header());
    learner.press("Home m").sees("◆ Buckets › Links");
    learner.press("Enter");
    assert_eq!(learner.rows()[2].trim(), "Links");
    learner.press("F5").sees("Bookmark removed").press("F6").sees("No bookmarks yet");
}

#[test]
fn bookmarks_outlive_the_program() {
    let mut learner = learner();
    learner.press("Enter b").starts_again();
    learner.press("b").sees("Buckets › Why buckets");
}

#[test]
fn the_next_and_the_previous_chapter_are_a_key_away() {
    let mut learner = learner();
    learner.press("Enter n").sees("Disks spin.").press("Right").sees("There is no further chapter this way");
    learner.press("p").sees("Why buckets");
    learner.press("Esc").sees("FIRST PART");
}

#[test]
fn another_language_keeps_the_heading() {
    let mut learner = learner();
    learner.press("Enter c Down Enter");
    assert_eq!(learner.rows()[2].trim(), "Links");
    learner.press("l");
    assert_eq!(learner.rows()[2].trim(), "링크");
    learner.press("F2");
    assert_eq!(learner.rows()[2].trim(), "Links");
}

#[test]
fn what_is_not_translated_is_shown_in_the_other_language_and_says_so() {
    let course = SmallCourse::new().without("content/ko/two.md");
    let mut learner = Learner::new(80, 24).course(&course).language(Language::Korean);
    learner.press("Down Down Enter").sees("아직 번역되지 않아서 원문으로 보여 드려요.").sees("Disks spin.");
}

#[test]
fn the_place_in_a_chapter_outlives_the_program() {
    let mut learner = learner();
    learner.press("Enter Down Down Down Down Down Down Down Down Down Esc").starts_again();
    learner.press("Enter");
    assert_eq!(learner.rows()[2].trim(), "w2 lorem ipsum dolor.");
}

#[test]
fn a_small_window_and_back_keeps_the_paragraph() {
    let mut learner = Learner::new(120, 40).language(Language::Korean);
    learner.opens(awstutor::tui::screen::Route::Section("s3#durability".into())).press("Down Down Down");
    let before = learner.rows();
    learner.resize(30, 8);
    let start: String = before[2].chars().skip_while(|c| *c != '개').take(8).collect();
    learner.resize(120, 40);
    assert_eq!(learner.rows(), before, "{start}");
}

#[test]
fn a_small_window_shows_the_paragraph_that_was_on_top() {
    let mut learner = Learner::new(120, 40);
    learner.opens(awstutor::tui::screen::Route::Section("s3#durability".into())).press("Down Down");
    learner.sees("Two numbers are confused daily.");
    learner.resize(30, 8);
    assert_eq!(learner.rows()[1].trim(), "Two numbers are confused");
}

/// The places that were recorded, oldest first.
fn places(learner: &Learner) -> Vec<String> {
    let places = learner.events().filter_map(|what| match what {
        What::Position { section, paragraph } => Some(format!("{section} {paragraph}")),
        _ => None,
    });
    places.collect()
}

#[test]
fn turning_from_a_chapter_over_another_records_the_one_that_is_left() {
    let mut learner = learner();
    learner.press("Enter PgDn Tab Enter").sees("Deep down");
    let before = places(&learner).len();
    learner.press("p").sees("Buckets");
    assert_eq!(places(&learner)[before..], ["two#top 0"]);
}

#[test]
fn two_chapters_that_are_turned_from_at_once_keep_their_places() {
    let mut learner = learner();
    learner.press("Enter Down Down");
    let before = places(&learner).len();
    // The vowel is typed with n and p.
    learner.key(awstutor::tui::key::Key::Char('ㅞ'));
    let chapters: Vec<String> =
        places(&learner)[before..].iter().map(|place| place.split('#').next().unwrap_or_default().into()).collect();
    assert_eq!(chapters, ["one", "two"]);
}
