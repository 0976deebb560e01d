//! The table of words: every sentence of the interface, in every language.
//!
//! One struct with one value for each language, so that a missing sentence does not compile. Messages about a course
//! have their own table beside their codes. It must not hold logic.

pub mod calendar;
pub mod command;
mod english;
pub mod exam;
mod korean;
pub mod plain;
pub mod review;
pub mod settings;
pub mod statistics;

use super::Language;

macro_rules! words {
    ($($name:ident),+ $(,)?) => {
        /// The sentences of one language. Braces hold what is filled in.
        #[derive(Debug)]
        pub struct Words {
            $(pub $name: &'static str,)+
        }

        impl Words {
            /// Every sentence with its name, for checks.
            pub fn all(&self) -> Vec<(&'static str, &'static str)> {
                vec![$((stringify!($name), self.$name)),+]
            }
        }
    };
}

words! {
    // What keys do.
    up, down, page_up, page_down, top, bottom, open, back, close, change, more_below, read_on, choose, answer, toggle, go_on, start,
    answer_or_follow, next_stop, previous_stop, next_chapter, previous_chapter, option_before, option_after,
    next_gap, previous_gap, this_number, this_page, hint, dont_know, report, read_section, repeat_wrong, next_match, previous_match,
    other_language, theme, terms, help, search, search_all, find, bookmark, bookmarks, quiz, contents_short, suspend,
    leave, yes_leave, stay,
    // Statistics.
    statistics, statistics_list, next_page, previous_page, how_computed,
    // Names of places.
    glossary, no_terms, contents, lists, settings, reading, on_this_page, choosing, typing, after_answering, result, find_here, welcome,
    // Home.
    resume, read, known, next_unread,
    // Chapter.
    note, tip, important, warning, caution, diagram_as_source, no_such_question, not_translated, objectives, sources,
    verified_on, minutes_left, check_yourself, check_yourself_enter, bookmark_set, bookmark_removed, no_more_chapters,
    no_such_chapter, link_leads_nowhere, address_copied, no_question_here,
    // Questions.
    statement_true, statement_false, choose_several, choose_several_with, type_number, type_number_in, put_in_order, match_pairs, fill_gaps,
    hint_number, no_more_hints, answer_first, not_a_number, other_unit, too_few, open_line, open_lines, open_gap, open_gaps, right, wrong, partly, now_you_know, your_answer, right_answer,
    you_answered, you_put_it_at, read_again, verified, question_of, going_on_with, no_questions,
    report_copied, report_copied_for,
    // Result.
    right_of, all_right, read_these_again, nothing_wrong,
    // Search, bookmarks.
    search_help, nothing_found, hits, match_of, no_bookmarks,
    // Settings, the plan.
    less, more, clear, accept, exam_date, plan, plan_open, plan_help,
    // Review: what its keys do.
    review, undo, answer_taken_back, answer_not_saved_yet, rate_again, rate_hard, rate_good, rate_easy,
    // Scenarios.
    do_it, more_load, less_load, finish, finish_question, not_yet, finishing, brief, architecture, model, next_class,
    scenarios, scenarios_short, cost_heading, data_to_readers, statistics_short, decide_next, hits_short, refuses, cold_starts,
    to_the_decisions, decide, try_again, play_again, what_if, what_if_pages, case, before_deciding, after_deciding, debrief, debrief_of_last, debrief_links, scenarios_intro,
    no_scenarios, no_such_scenario, none_finished, scenario_open, go_on_with_run, minutes_about, decision_number, what_do_you_do, choose_first, goals, goal,
    before, now, at_start, yours, steps_taken, load_is, components_at, first_to_break, nothing_breaks,
    overloaded_now, readers, chart_title, chart_settled, chart_ends, classes_at, first_minutes, workload, workload_peak,
    workload_reader, workload_edge, workload_class, workload_catalogue, goals_met, no_step_left, act_impossible, act_taken,
    act_requires, act_excluded, act_undone, nothing_to_undo, decide_first, prices_from, all_goals_met,
    some_goals_met, recommended_short, what_actions_did, what_was_missed, missed_with, missed_without,
    what_was_not_needed, wasted_costs, wasted_saves, wasted_nothing, no_goal_moved, recommended_plan,
    points_of_expert, your_decisions, expert_takes, best_left, on_review_list_one, on_review_list, model_assumptions,
    // Figures of scenarios.
    metric_p50, metric_p95, metric_p99, metric_error, metric_availability, metric_goodput, metric_cost,
    metric_utilisation, metric_hit, metric_oldest_age, metric_drain, before_scaling, zone_lost, at_load, no_answer, never,
    // Numbers with their units, and what stands in brackets behind something.
    percents, milliseconds, seconds, minutes, hours, minutes_seconds, hours_minutes, aside,
    // Help, welcome, leaving.
    help_intro, welcome_text, leave_question, leave_unsaved, not_saved,
    // Mock exams.
    exams, exam_of_course, exam_begin, exam_before, exam_question, exam_typing, exam_overview, exam_handing_in, exam_result,
    exam_verdict, exam_next, exam_previous, exam_answer, exam_flag, exam_all, exam_hand_in, exam_questions, exam_go, exam_on_with_it,
}

impl Words {
    pub fn of(language: Language) -> &'static Words {
        match language {
            Language::English => &english::WORDS,
            Language::Korean => &korean::WORDS,
        }
    }
}

/// A text with something in brackets behind it; Korean leaves no space before them.
pub fn with_aside(text: &str, aside: String, language: Language) -> String {
    fill(Words::of(language).aside, &[("text", text.to_string()), ("aside", aside)])
}

/// A sentence with its braces filled: `fill("{count} found", &[("count", "3".into())])`.
pub fn fill(template: &str, details: &[(&'static str, String)]) -> String {
    let mut text = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some(start) = rest.find('{') {
        text.push_str(&rest[..start]);
        rest = &rest[start..];
        let detail = rest.find('}').and_then(|end| {
            let (_, value) = details.iter().find(|(name, _)| *name == &rest[1..end])?;
            Some((value, end + 1))
        });
        match detail {
            Some((value, end)) => {
                text.push_str(value);
                rest = &rest[end..];
            }
            // Braces that are meant, as in `{#id}`.
            None => {
                text.push('{');
                rest = &rest[1..];
            }
        }
    }
    text + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_filled_in_is_not_filled_again() {
        let details = [("a", "{b}".to_string()), ("b", "no".to_string())];
        assert_eq!(fill("x {a} {#id} {b", &details), "x {b} {#id} {b");
    }

    #[test]
    fn both_languages_fill_in_the_same_details() {
        let names = |text: &str| {
            let mut names: Vec<String> =
                text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0.to_string())).collect();
            names.sort();
            names
        };
        for ((name, english), (_, korean)) in
            Words::of(Language::English).all().into_iter().zip(Words::of(Language::Korean).all())
        {
            assert!(!english.is_empty() && !korean.is_empty(), "{name} is empty");
            assert_eq!(names(english), names(korean), "{name}");
        }
    }
}
