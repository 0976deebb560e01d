//! What the commands say besides plain mode, in every language. Help and manual page are in English only, beside the
//! arguments. It must not hold logic.

use super::plain::word_table;
use crate::text::Language;

word_table! {
    /// The sentences of one language. Braces hold what is filled in.
    CommandWords:
    // Opening.
    no_such_folder, no_chapter, no_chapter_built_in, broken_course, nothing_kept, no_home, skipped_lines,
    course_here, no_such_chapter, no_such_question, no_question_in_chapter, no_such_scenario, no_terminal,
    // Progress.
    written, written_over_itself, merged, merge_would, merge_no_journal, merge_reset, merge_refused,
    merge_refused_resets, verified, bad_line, unknown_kind, reset_question, reset_yes, reset_refused, reset_declined, reset_done,
    // Fitting the model of forgetting.
    fit_too_few, fit_no_better, fit_done, fit_loss, fit_intervals, fit_failed,
    // Scenarios.
    no_such_act, act_not_possible, at_first, after_act, no_act_taken, budget_spent, story_over, scenario_best,
    scenario_not_played, no_plans_of_case, too_many_plans, plans_tried, plan_cost, recommended_mark,
    // Check.
    severity_error, severity_warning, severity_advice, help, note, held_back, summary,
}

pub static ENGLISH: CommandWords = CommandWords {
    no_such_folder: "{path}: there is no such folder",
    no_chapter: "{path}: no chapter can be opened; awstutor check {path} says why",
    no_chapter_built_in: "no chapter of the built-in course can be opened",
    broken_course: "errors in this course: {count}; the rest is open, and awstutor check {path} shows them",
    nothing_kept: "nothing will be saved: {reason}",
    no_home: "there is no home folder; --data DIR names another place",
    skipped_lines: "lines of the journal that could not be read: {count}; they are kept, and awstutor progress verify lists them",
    course_here: "{message}; this folder is a course: --course .",
    no_such_chapter: "there is no chapter \"{chapter}\"; there are: {ids}",
    no_such_question: "there is no question \"{question}\" in this course",
    no_question_in_chapter: "chapter \"{chapter}\" has no question \"{question}\"; it has: {ids}",
    no_such_scenario: "there is no scenario \"{scenario}\" that can be played; there are: {ids}",
    no_terminal: "the terminal failed: {reason}; --plain needs none",
    written: "written: {path}",
    written_over_itself: "{path} is the journal itself; name another file",
    merged: "new events: {count}",
    merge_would: "new events: {count}; with --dry-run nothing was written",
    merge_no_journal: "{path}: this is no journal: no line of it is an event",
    merge_reset: "{path}: progress was begun anew there; with that, {count} of your own events count no longer",
    merge_refused: "Nothing was taken in.",
    merge_refused_resets: "Nothing was taken in. Say --with-resets if that is what you want.",
    verified: "events: {events}, bad lines: {bad}, events of kinds this version does not know: {unknown}",
    bad_line: "{path}:{line}: {reason}",
    unknown_kind: "unknown kind {kind}: {count}",
    reset_question: "Begin anew? Everything read and answered so far will count no longer; the journal keeps it. Type yes:",
    reset_yes: "yes",
    reset_refused: "no terminal to ask at: say --yes if progress shall begin anew",
    reset_declined: "Nothing was changed.",
    reset_done: "Progress begins anew. Nothing was erased: the journal keeps all events.",
    fit_too_few: "{reviews} reviews so far; fitting needs {needed}, so {missing} more. Nothing was changed.",
    fit_no_better: "Parameters fitted to your {reviews} reviews predict no better than those in use. Nothing was changed.",
    fit_done: "The times at which questions come back are now fitted to your {reviews} reviews.",
    fit_loss: "Log loss on the newest fifth of them (smaller is better): {before} before, {after} now",
    fit_intervals: "Days until a question comes back that is right every time: {before} before; {after} now",
    fit_failed: "nothing could be fitted: {reason}",
    no_such_act: "\"{act}\" is none of what can be done here; there is: {ids}",
    act_not_possible: "\"{act}\" cannot be done here (done before: {before}): {reason}",
    at_first: "At first",
    after_act: "After \"{act}\"",
    no_act_taken: "nothing",
    budget_spent: "the budget of {steps} steps is spent",
    story_over: "\"{act}\" cannot be done: the story has ended",
    scenario_best: "best {percent}",
    scenario_not_played: "not played yet",
    no_plans_of_case: "\"{scenario}\" is a case; --plans tries those of a what-if",
    too_many_plans: "there are more than {limit} plans to try; allow fewer steps, or offer fewer actions",
    plans_tried: "Plans within {steps} steps: {count}. Plans that meet all goals: {winning}.",
    plan_cost: "- {cost} a month: {plan}",
    recommended_mark: " (recommended)",
    severity_error: "error",
    severity_warning: "warning",
    severity_advice: "advice",
    help: "help",
    note: "note",
    held_back: "messages held back until it is mended, because they may only follow from it: {count}",
    summary: "errors: {errors}, warnings: {warnings}, advice: {advice}; chapters: {chapters}, questions: {questions}, scenarios: {scenarios}; chapters by language: {languages}",
};

pub static KOREAN: CommandWords = CommandWords {
    no_such_folder: "{path}: 그런 폴더가 없어요",
    no_chapter: "{path}: 열 수 있는 챕터가 없어요. awstutor check {path} 명령이 까닭을 알려 드려요",
    no_chapter_built_in: "내장 과정에서 열 수 있는 챕터가 없어요",
    broken_course: "이 과정에 있는 오류: {count}. 나머지는 열려 있고, awstutor check {path} 명령이 오류를 보여 드려요",
    nothing_kept: "아무것도 저장되지 않아요: {reason}",
    no_home: "홈 폴더가 없어요. --data DIR로 다른 곳을 알려 주세요",
    skipped_lines: "읽지 못한 기록 {count}줄은 남아 있어요. 목록: awstutor progress verify",
    course_here: "{message}. 이 폴더도 과정이에요: --course .",
    no_such_chapter: "‘{chapter}’ 챕터는 없어요. 있는 챕터: {ids}",
    no_such_question: "이 과정에 ‘{question}’ 문제는 없어요",
    no_question_in_chapter: "‘{chapter}’ 챕터에 ‘{question}’ 문제는 없어요. 있는 문제: {ids}",
    no_such_scenario: "‘{scenario}’: 해 볼 수 있는 시나리오가 없어요. 있는 시나리오: {ids}",
    no_terminal: "터미널을 쓸 수 없어요: {reason}. --plain은 터미널 없이도 돼요",
    written: "저장한 곳: {path}",
    written_over_itself: "{path}: 기록 파일 그 자체예요. 다른 파일을 알려 주세요",
    merged: "새 이벤트: {count}",
    merge_would: "새 이벤트: {count}. --dry-run이라서 아무것도 쓰지 않았어요",
    merge_no_journal: "{path}: 기록 파일이 아니에요. 이벤트인 줄이 하나도 없어요",
    merge_reset: "{path}: 처음부터 다시 시작한 기록이에요. 합치면 지금 기록에 있는 이벤트 가운데 {count}개를 더는 세지 않아요",
    merge_refused: "아무것도 합치지 않았어요.",
    merge_refused_resets: "아무것도 합치지 않았어요. 그래도 합치려면 --with-resets를 붙이세요.",
    verified: "이벤트: {events}, 잘못된 줄: {bad}, 이 버전이 모르는 종류의 이벤트: {unknown}",
    bad_line: "{path}:{line}: {reason}",
    unknown_kind: "모르는 종류 {kind}: {count}",
    reset_question: "처음부터 다시 시작할까요? 지금까지 읽고 답한 것을 더는 세지 않아요. 기록은 남아요. 그러려면 ‘네’를 쓰세요:",
    reset_yes: "네",
    reset_refused: "물어볼 터미널이 없어요. 처음부터 다시 시작하려면 --yes를 붙이세요",
    reset_declined: "아무것도 바꾸지 않았어요.",
    reset_done: "처음부터 다시 시작해요. 지운 것은 없고, 이벤트는 모두 기록에 남아 있어요.",
    fit_too_few: "지금까지 복습 {reviews}번이에요. 맞추려면 {needed}번이 필요하니 {missing}번 더 해 주세요. 바뀐 것은 없어요.",
    fit_no_better: "복습 {reviews}번에 맞춘 값이 지금 쓰는 값보다 더 잘 예측하지 못해요. 바뀐 것은 없어요.",
    fit_done: "문제가 다시 나오는 때를 지금까지의 복습 {reviews}번에 맞췄어요.",
    fit_loss: "가장 최근 5분의 1에서 잰 로그 손실(작을수록 좋아요): 전 {before}, 지금 {after}",
    fit_intervals: "계속 맞히는 문제가 다시 나오기까지 걸리는 날수: 전 {before} / 지금 {after}",
    fit_failed: "맞출 수 없어요: {reason}",
    no_such_act: "‘{act}’: 여기서 할 수 없는 일이에요. 할 수 있는 일: {ids}",
    act_not_possible: "‘{act}’: 여기서 할 수 없어요(앞서 한 일: {before}). {reason}",
    at_first: "처음",
    after_act: "‘{act}’ 다음",
    no_act_taken: "없음",
    budget_spent: "정해진 {steps}단계를 다 썼어요",
    story_over: "‘{act}’: 이야기가 끝나서 더 할 수 없어요",
    scenario_best: "최고 기록 {percent}",
    scenario_not_played: "아직 해 보지 않음",
    no_plans_of_case: "‘{scenario}’: 사례예요. --plans는 ‘만약에’ 시나리오에서 쓸 수 있어요",
    too_many_plans: "시험할 계획이 {limit}개를 넘어요. steps를 줄이거나 조치를 줄이세요",
    plans_tried: "{steps}단계 안의 계획: {count}개. 목표를 모두 이루는 계획: {winning}개.",
    plan_cost: "- 한 달 {cost}: {plan}",
    recommended_mark: " (추천)",
    severity_error: "오류",
    severity_warning: "경고",
    severity_advice: "조언",
    help: "도움말",
    note: "참고",
    held_back: "이 문제 때문에 생겼을 수 있는 메시지 {count}개는 고칠 때까지 보여 주지 않아요",
    summary: "오류: {errors}, 경고: {warnings}, 조언: {advice}. 챕터: {chapters}, 문제: {questions}, 시나리오: {scenarios}. 언어별 챕터: {languages}",
};

#[cfg(test)]
mod tests {
    use super::super::plain::checks::assert_same_details;
    use super::*;

    #[test]
    fn both_languages_fill_in_the_same_details() {
        assert_same_details(&ENGLISH.all(), &KOREAN.all());
    }
}
