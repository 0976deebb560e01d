//! Scenarios on the screen: a what-if won and lost, a case, their debriefs, and going on after a cut.

use crate::support::learner::Learner;
use crate::support::small_course::SmallCourse;
use awstutor::domain::event::{ScenarioFinished, What};
use awstutor::domain::settings::Borders;
use awstutor::text::Language;

/// Keys from home into the what-if, past its brief.
const WHAT_IF: &str = "s Enter Enter";
/// Keys from home into the case.
const CASE: &str = "s Down Enter";
/// Takes the two actions that meet every goal.
const WIN: &str = "Down Down Enter Down Enter";

/// Every page of a scenario, and the keys that lead there from home.
const PAGES: [(&str, &str); 12] = [
    ("list", "s"),
    ("brief", "s Enter"),
    ("decide", "s Enter Enter"),
    ("an effect", "s Enter Enter Enter"),
    ("figures", "s Enter Enter Enter Tab"),
    ("architecture", "s Enter Enter d"),
    ("model", "s Enter Enter m"),
    ("debrief of a what-if", "s Enter Enter Enter f"),
    ("case", "s Down Enter"),
    ("what came of it", "s Down Enter Enter"),
    ("the ending", "s Down Enter Enter Enter Enter"),
    ("debrief of a case", "s Down Enter Enter Enter Enter Enter"),
];

fn learner() -> Learner {
    sized(80, 24)
}

fn sized(width: u16, height: u16) -> Learner {
    Learner::new(width, height).course(&SmallCourse::new().with_scenarios())
}

fn finished(learner: &Learner) -> Vec<&ScenarioFinished> {
    let mut finished = Vec::new();
    for what in learner.events() {
        if let What::ScenarioFinished(run) = what {
            finished.push(run);
        }
    }
    finished
}

#[test]
fn home_offers_the_first_scenario_that_is_not_won() {
    let mut learner = learner();
    learner.sees("Decide       Slow pictures").press(WHAT_IF).press(WIN).press("f Esc Esc");
    learner.sees("Decide       The alarm at night");
}

#[test]
fn the_list_says_what_each_is_and_how_it_went() {
    let mut learner = learner();
    learner.press("s").sees("Slow pictures").sees("Pictures come late, or never.").sees("What if  5 min");
    learner.sees("The alarm at night").sees("Case  3 min");
    learner.press("Enter Enter").press(WIN).press("f Esc").sees("✓  Slow pictures").sees("What if  5 min  100 %");
}

#[test]
fn a_scenario_begins_with_its_brief_and_goals() {
    let mut learner = learner();
    learner.press("s Enter").sees("Two servers send every picture themselves.").sees("Pictures, p95");
    learner.sees("≤ 60 ms ✗").press("Enter").sees("Take bigger servers");
    assert!(learner.header().contains("step 0 of 2"), "{}", learner.header());
}

#[test]
fn an_action_shows_its_effect_and_the_figures_before_and_now() {
    let mut learner = learner();
    learner.press(WHAT_IF).press("Down Down Enter").sees("✓ Move the pictures to S3");
    learner.sees("Nobody waits for a server any more.").sees("before").sees("now");
    assert!(learner.header().contains("step 1 of 2"), "{}", learner.header());
}

#[test]
fn an_action_in_whose_way_something_is_says_so() {
    let mut learner = learner();
    learner.press(WHAT_IF).press("End").press("Down Down Down Enter");
    assert!(learner.footer().contains("This needs first: Move the pictures to S3"), "{}", learner.footer());
    learner.press("Up Up Up Enter Down Enter");
    assert!(learner.footer().contains("This does not go with: Take bigger servers"), "{}", learner.footer());
}

#[test]
fn meeting_every_goal_wins_and_the_debrief_says_so() {
    let mut learner = learner();
    learner.press(WHAT_IF).press(WIN).sees("Every goal is met").press("f").sees("✓ Every goal is met");
    learner.sees("What your actions did").misses("What you left out");
    let all = finished(&learner);
    assert_eq!((all.len(), all[0].won, all[0].score), (1, true, 1.0));
    assert_eq!(all[0].acts, ["store", "cdn"]);
    assert_eq!(all[0].questions[0].as_str(), "one-single");
}

#[test]
fn a_lost_run_is_told_what_was_left_out_and_tried_again() {
    let mut learner = learner();
    learner.press(WHAT_IF).press("Enter Down Enter f").sees("of 3 goals met").sees("What you left out");
    assert!(!finished(&learner)[0].won);
    learner.press("w").sees("Two servers send every picture themselves.");
    learner.press("Enter").sees("Take bigger servers").misses("✓ Take bigger servers");
}

#[test]
fn a_step_is_taken_back() {
    let mut learner = learner();
    learner.press(WHAT_IF).press("Enter u").misses("✓ Take bigger servers");
    assert!(learner.footer().contains("Taken back: Take bigger servers"), "{}", learner.footer());
    learner.press("u");
    assert!(learner.footer().contains("There is nothing to take back"), "{}", learner.footer());
}

#[test]
fn the_load_moves_with_the_arrows() {
    let mut learner = sized(120, 40);
    learner.press(WHAT_IF).press("Right Right").sees("Components at 120 % load");
    assert!(learner.header().contains("load 120 %"), "{}", learner.header());
    learner.press(&"Left ".repeat(30)).sees("Components at 10 % load");
}

#[test]
fn a_wide_window_has_the_architecture_above_both_columns() {
    let mut learner = sized(120, 40);
    learner
        .press(WHAT_IF)
        .sees("Readers")
        .sees("100/s")
        .sees("Take bigger servers")
        .sees("Pictures: p95 in ms against load");
    let (architecture, actions) = (learner.place_of("Readers").0, learner.place_of("Take bigger servers").0);
    assert!(architecture < actions, "{}", learner.screen());
}

#[test]
fn a_narrow_window_has_one_page_after_the_other() {
    let mut learner = sized(40, 12);
    learner.press(WHAT_IF).sees("Pictures, p95").press("Tab").sees("Goals").press("Tab").sees("Readers");
    learner
        .press("Tab")
        .sees("how this is computed")
        .press("Tab")
        .sees("Two servers")
        .press("Tab")
        .sees("Pictures, p95");
}

#[test]
fn in_a_small_window_the_effect_of_an_action_comes_into_view() {
    let mut learner = sized(40, 12);
    learner
        .press(WHAT_IF)
        .press("Down Down Enter")
        .sees("Nobody waits for a server any")
        .press("Up")
        .sees("Add two servers");
}

#[test]
fn a_run_goes_on_after_a_cut() {
    let mut learner = learner();
    learner.press(WHAT_IF).press("Down Down Enter");
    learner.starts_again();
    learner.press("s").sees("begun").press("Enter").sees("✓ Move the pictures to S3");
    learner.press("End Down Down Down Enter f");
    assert!(finished(&learner)[0].won);
}

#[test]
fn a_decision_comes_back_later_and_the_debrief_sets_it_beside_the_experts() {
    let mut learner = learner();
    learner.press(CASE).sees("You are on call").sees("What do you do?").press("2 Enter").sees("It goes on ringing.");
    learner.press("Enter").sees("It rang all night.").misses("Make room on the disk").press("Enter").sees("You wait.");
    learner.press("Enter").sees("✗").sees("of the expert's points").sees("An expert: Look at the graphs");
    assert_eq!((finished(&learner)[0].won, finished(&learner)[0].score), (false, 0.2));
}

#[test]
fn a_case_goes_on_after_a_cut() {
    let mut learner = learner();
    learner.press(CASE).press("Enter");
    learner.starts_again();
    learner.press(CASE).sees("It is morning.").press("Enter Enter").sees("Look first, then mend.");
    assert_eq!(finished(&learner)[0].acts, ["look", "mend"]);
}

#[test]
fn a_line_of_the_debrief_opens_its_section() {
    let mut learner = learner();
    learner.press(CASE).press("Enter Enter Enter Enter End Tab Enter").sees("Why buckets");
}

#[test]
fn both_languages_say_the_same_at_the_same_place() {
    let mut learner = learner();
    learner.press(WHAT_IF).press("Down Down Enter l").sees("✓ 사진을 S3로 옮기기").sees("사진, p95").sees("이전");
    learner.press("f").sees("돌아보기").press("Esc Down Enter").sees("어떻게 할까요?");
}

#[test]
fn no_page_panics_in_any_window_and_a_fresh_screen_shows_the_same() {
    for language in Language::ALL {
        for borders in [Borders::Unicode, Borders::Ascii] {
            for (page, keys) in PAGES {
                let mut learner = learner().language(language).borders(borders);
                learner.press(keys);
                for (width, height) in [(1, 1), (5, 3), (40, 12), (80, 24), (121, 40)] {
                    learner.resize(width, height).press("Down PgDn Right PgUp Up Left");
                    assert_eq!(learner.rows(), learner.repainted(), "{page} at {width}×{height}");
                }
            }
        }
    }
}
