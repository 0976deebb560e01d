//! Scenarios on the screen: a what-if won and lost, a case, their debriefs, and going on after a cut.

use crate::support::learner::Learner;
use crate::support::small_course::SmallCourse;
use awstutor::domain::event::{ScenarioFinished, What};
use awstutor::domain::settings::Borders;
use awstutor::text::Language;
use awstutor::text::number::percent;

/// Keys from home into the what-if, past its brief.
const WHAT_IF: &str = "s Enter Enter";
/// Keys from home into the case.
const CASE: &str = "s Down Enter";
/// Takes the two actions that meet every goal.
const WIN: &str = "Down Down Enter Down Enter";

/// Takes the expert's two decisions, to the debrief.
const LOOK_AND_MEND: &str = "1 Enter Enter 1 Enter Enter";

/// Every page of a scenario, and the keys that lead there from home.
const PAGES: [(&str, &str); 14] = [
    ("list", "s"),
    ("brief", "s Enter"),
    ("decide", "s Enter Enter"),
    ("an effect", "s Enter Enter Enter"),
    ("figures", "s Enter Enter Enter Tab"),
    ("architecture", "s Enter Enter d"),
    ("model", "s Enter Enter m"),
    ("finish?", "s Enter Enter Enter f"),
    ("debrief of a what-if", "s Enter Enter Enter f Enter"),
    ("what a finished scenario offers", "s Enter Enter Enter f Enter Esc Enter"),
    ("case", "s Down Enter"),
    ("what came of it", "s Down Enter 1 Enter"),
    ("the ending", "s Down Enter 1 Enter Enter 1 Enter"),
    ("debrief of a case", "s Down Enter 1 Enter Enter 1 Enter Enter"),
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
    learner.press(WHAT_IF).press("Enter f Enter").sees("of 3 goals met").sees("What you left out");
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
fn at_another_load_every_class_has_its_figures_there() {
    let mut learner = sized(120, 40);
    learner.press(WHAT_IF).misses("Answers at").press("Right").sees("Answers at 110 % load");
    let answers = learner.place_of("Answers at 110 % load").0;
    let rows = learner.rows();
    assert!(rows[usize::from(answers)].ends_with("refused"), "{}", learner.screen());
    assert!(rows[usize::from(answers) + 1].contains('%'), "{}", learner.screen());
}

#[test]
fn the_brief_says_what_comes_to_the_design() {
    let mut learner = sized(120, 40);
    learner.press("s Enter").sees("Workload").sees("100/s at the peak");
}

#[test]
fn what_was_looked_up_leads_back_to_the_decisions() {
    for page in ["Tab", "d", "m"] {
        let mut learner = learner();
        learner.press(WHAT_IF).press(page).misses("Add two servers").press("Esc").sees("Add two servers");
    }
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
    learner
        .press("Enter")
        .sees("It rang all night.")
        .misses("Make room on the disk")
        .press("1 Enter")
        .sees("You wait.");
    learner.press("Enter").sees("✗").sees("of the expert's points").sees("An expert: Look at the graphs");
    // It was not offered to someone who had not looked.
    learner.misses("Make room on the disk");
    assert_eq!((finished(&learner)[0].won, finished(&learner)[0].score), (false, 0.2));
}

#[test]
fn a_case_goes_on_after_a_cut() {
    let mut learner = learner();
    learner.press(CASE).press("1 Enter");
    learner.starts_again();
    learner.press(CASE).sees("It is morning.").press("Down Enter Enter").sees("Look first, then mend.");
    assert_eq!(finished(&learner)[0].acts, ["look", "mend"]);
}

#[test]
fn a_line_of_the_debrief_opens_its_section() {
    let mut learner = learner();
    learner.press(CASE).press(LOOK_AND_MEND).press("End Tab Enter").sees("w1 lorem");
}

#[test]
fn enter_reads_a_debrief_to_its_end_and_then_opens_a_section() {
    let mut learner = sized(40, 12);
    learner.press(CASE).press(LOOK_AND_MEND).sees("Saved");
    assert!(learner.footer().contains("Enter continue"), "{}", learner.footer());
    let mut pages = 0;
    while !learner.footer().contains("Enter read the section") {
        learner.press("Enter");
        pages += 1;
        assert!(pages < 10, "{}", learner.screen());
    }
    assert!(learner.chosen().contains("Why buckets"), "{}", learner.screen());
    learner.press("Enter").sees("w1 lorem");
}

#[test]
fn a_debrief_is_told_whole_in_a_narrow_window() {
    let mut learner = sized(40, 24);
    learner.press(WHAT_IF).press("Enter f Enter").sees("What you left out, and what it would have done");
    let mut learner = sized(40, 24);
    learner.press(CASE).press(LOOK_AND_MEND).sees("100 % of the expert's points");
}

/// A case whose brief is longer than a small window.
fn long_case() -> Learner {
    let brief = "Nobody sleeps. ".repeat(40);
    let case = include_str!("../support/scenarios/night-alarm.toml")
        .replace("You are on call, and it is three o'clock.", &format!("{brief}It is three o'clock."));
    let course = SmallCourse::new().with_scenarios().with("quizzes/scenarios/night-alarm.toml", &case);
    Learner::new(40, 12).course(&course)
}

fn decisions(learner: &Learner) -> usize {
    learner.events().filter(|what| matches!(what, What::ScenarioActed { .. })).count()
}

#[test]
fn enter_reads_on_to_the_options_and_decides_none_that_was_not_marked() {
    let mut learner = long_case();
    learner.press(CASE).misses("Look at the graphs");
    assert!(learner.footer().contains("Enter continue"), "{}", learner.footer());
    learner.press(&"Enter ".repeat(10)).sees("Look at the graphs");
    assert!(learner.footer().contains("Choose first"), "{}", learner.footer());
    assert_eq!(decisions(&learner), 0);
    learner.press("9 Enter");
    assert_eq!(decisions(&learner), 0);
    learner.press("1");
    assert!(learner.chosen().contains("Look at the graphs"), "{}", learner.screen());
    // What came of it, and Enter once too often: the next decision waits.
    learner.press("Enter").sees("The disk is full.").press("Enter Enter Enter").sees("It is morning.");
    assert_eq!(decisions(&learner), 1);
}

#[test]
fn an_option_that_is_out_of_sight_is_shown_before_it_is_decided() {
    let mut learner = long_case();
    learner.press(CASE).press("2 Home").misses("Go on sleeping").press("Enter").sees("Go on sleeping");
    assert_eq!(decisions(&learner), 0);
    learner.press("Enter").sees("It goes on ringing.");
}

#[test]
fn the_arrows_read_a_long_situation_before_they_mark_an_option() {
    let mut learner = long_case();
    learner.press(CASE).press("Down").misses("▸");
    let mut rows = 0;
    while !learner.shows("▸") {
        learner.press("Down");
        rows += 1;
        assert!(rows < 40, "{}", learner.screen());
    }
    assert!(learner.chosen().contains("Look at the graphs"), "{}", learner.screen());
    learner.press("Down");
    assert!(learner.chosen().contains("Go on sleeping"), "{}", learner.screen());
    learner
        .press("Up Up Up Up Up Up Up Up")
        .misses("▸")
        .press(&"Up ".repeat(40))
        .sees("The alarm")
        .sees("Nobody sleeps.");
}

#[test]
fn the_ending_of_a_case_is_read_although_the_program_ended_before_it_was() {
    for language in Language::ALL {
        let (offer, ending, expert) = match language {
            Language::English => ("Debrief of the last run", "Lost", "An expert: Look at the graphs"),
            Language::Korean => ("지난번 돌아보기", "잃었어요", "전문가의 선택: 그래프 보기"),
        };
        let mut learner = learner().language(language);
        learner.press(CASE).press("2 Enter Enter 1 Enter");
        learner.starts_again();
        learner.press("s Down").misses(offer).press("Enter").sees(offer).press("Down Enter").sees(ending).sees(expert);
        assert_eq!((finished(&learner).len(), decisions(&learner)), (1, 2));
        learner.press("Esc").misses(offer);
        assert!(learner.chosen().contains(&percent(0.2, language)), "{}", learner.screen());
    }
}

#[test]
fn the_last_run_of_a_what_if_is_looked_back_on_and_another_begun() {
    let mut learner = learner();
    learner.press(WHAT_IF).press(WIN).press("f Esc").press("Enter Enter Enter").sees("step 0 of 2");
    learner.press("Enter Esc").press("Enter").sees("Go on with the run that was begun");
    // The newest finished run, not the one that is open.
    learner.press("Down Enter").sees("✓ Every goal is met").sees("Move the pictures to S3").press("Esc");
    learner.press("Enter Esc").misses("Debrief of the last run").sees("What if  5 min  begun  100 %");
}

#[test]
fn an_earlier_debrief_counts_the_questions_that_are_still_on_the_list() {
    let mut learner = learner();
    learner.press(CASE).press(LOOK_AND_MEND).sees("1 question on this is on your review list now");
    learner.waits(60).press("Esc Esc z 2 Enter Esc s Down Enter Down Enter End").misses("on your review list");
}

#[test]
fn what_a_scenario_lists_is_on_home_and_first_in_the_review() {
    let mut learner = learner();
    learner.press("F9 Down Down Down Down").press(&"Left ".repeat(6)).press("Esc").misses("1 due");
    learner.press(CASE).press(LOOK_AND_MEND).press("Esc Esc").sees("Review       1 due").press("r");
    learner.sees("Where do pictures go?");
    assert!(learner.header().contains("1 due"), "{}", learner.header());
}

#[test]
fn finishing_early_asks_first() {
    let mut learner = learner();
    learner.press(WHAT_IF).press("Enter f").sees("Take bigger servers");
    assert!(learner.footer().contains("Finish? 1 of 3 goals, steps left: 1"), "{}", learner.footer());
    learner.press("Esc f").press("Down").sees("Take bigger servers");
    assert_eq!(finished(&learner).len(), 0);
    learner.press("F8 Enter").sees("1 of 3 goals met");
    assert_eq!(finished(&learner).len(), 1);
}

#[test]
fn where_no_step_is_left_finishing_asks_nothing() {
    let mut learner = learner();
    learner.press(WHAT_IF).press("Down Enter Down Enter f").sees("What you left out");
    assert_eq!(finished(&learner).len(), 1);
}

#[test]
fn ctrl_c_leaves_and_finishes_nothing() {
    let mut learner = learner();
    learner.press(WHAT_IF).press("Enter f Ctrl-C");
    assert!(learner.gone);
    assert_eq!(finished(&learner).len(), 0);
}

#[test]
fn in_one_column_another_load_opens_the_page_that_shows_it() {
    for (width, height) in [(80, 24), (40, 12)] {
        let mut learner = sized(width, height);
        learner.press(WHAT_IF).press("Right").sees("Components at 110 % load").sees("Servers");
        learner.press("Right").sees("Components at 120 % load").press("Enter").sees("Take bigger servers");
        learner.press("b Left").sees("Components at 110 % load");
    }
}

#[test]
fn the_last_scenario_is_read_whole_in_the_list() {
    let summary = "Long words about what it is. ".repeat(12);
    let case = include_str!("../support/scenarios/night-alarm.toml")
        .replace("It rings at three. Do you look?", &format!("{summary}The very end."));
    let course = SmallCourse::new().with_scenarios().with("quizzes/scenarios/night-alarm.toml", &case);
    for (width, height) in [(80, 12), (60, 16)] {
        let mut learner = Learner::new(width, height).course(&course);
        learner.press("s End").sees("The alarm at night").sees("The very end.");
    }
}

#[test]
fn a_long_title_is_not_cut_and_a_begun_run_keeps_the_best_score() {
    let what_if = include_str!("../support/scenarios/slow-pictures.toml").replacen(
        "Slow pictures",
        "Pictures that are slow although nobody knows why",
        1,
    );
    let course = SmallCourse::new().with_scenarios().with("quizzes/scenarios/slow-pictures.toml", &what_if);
    let mut learner = Learner::new(40, 24).course(&course);
    learner.press(WHAT_IF).press(WIN).press("f w Enter Enter Esc");
    learner.sees("Pictures that are slow although nobody knows why").sees("What if  5 min  begun  100 %");
}

#[test]
fn both_languages_say_the_same_at_the_same_place() {
    let mut learner = learner();
    learner.press(WHAT_IF).press("Down Down Enter l").sees("✓ 사진을 S3로 옮기기").sees("사진, p95").sees("이전");
    learner.press("f Enter").sees("돌아보기").press("Esc Down Enter").sees("어떻게 할까요?");
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
