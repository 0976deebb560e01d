//! The sentences of plain mode, in every language.
//!
//! A Korean sentence may ask for a word with its particle (`{to_direction}`), which the caller fills in beside the word.
//! It must not hold logic.

use crate::text::Language;

/// A struct of sentences: a language that lacks one does not compile.
macro_rules! word_table {
    ($(#[$doc:meta])* $table:ident: $($name:ident),+ $(,)?) => {
        $(#[$doc])*
        #[derive(Debug)]
        pub struct $table {
            $(pub $name: &'static str,)+
        }

        impl $table {
            pub fn of(language: Language) -> &'static $table {
                match language {
                    Language::English => &ENGLISH,
                    Language::Korean => &KOREAN,
                }
            }

            /// Every sentence with its name, for checks.
            pub fn all(&self) -> Vec<(&'static str, &'static str)> {
                vec![$((stringify!($name), self.$name)),+]
            }
        }
    };
}

pub(super) use word_table;

word_table! {
    /// The sentences of one language. Braces hold what is filled in.
    PlainWords:
    // Texts.
    struck, picture, footnote, links, chapter_number, task_done, task_open, quotation, code, code_in, end_of_code,
    diagram, group_holds, arrow, both_ways, joined, alone,
    // Typing an answer.
    type_one_number, type_numbers, type_text, type_order, type_pairs, type_gap, type_gaps, or_pass, or_skip,
    said_true, said_false, number_ends, short_example, gap_example, for_example, nothing_typed, not_one_number,
    not_numbers, not_true_or_false, not_each_once, not_pairs, not_every_line, wrong_number_of_parts, not_an_option,
    // Verdicts.
    option, correct, incorrect, typed_answer, right_answer, place, line, gap, goes_with, fits_nowhere, right_is, why,
    explanation, source,
    // Figures.
    statistics, chapter_read, chapter_stands, course_stands,
    // The menu and what holds everywhere.
    prompt_menu, begin_with, continue_at, not_in_menu, no_such_command, not_here, help_menu, help_everywhere, saved,
    kept_for_later, lost, goodbye,
    // A chapter.
    where_you_were, prompt_section, prompt_end, prompt_end_quiz, only_enter, help_chapter,
    // A quiz.
    question_number, help_question, taken_back, nothing_to_undo, partly_right, go_on_with, begin_anew, repeat_missed,
    enough, prompt_offer, help_offer,
    // Scenarios.
    look_back, go_on_with_run, finish_asked,
    going_on, scenario_best, scenario_won, prompt_scenarios, help_scenarios, goal_now, goal_changed, goal_met, goal_missed, way_of, busy, asked_for, hits, refused, at_work, costs, cost_month, chart_line, chart_point, what_can_be_done, act_impossible_here, no_step_left_now, prompt_what_if, help_what_if, at_this_load, first_minutes, no_such_action, prompt_case, help_case, no_such_decision, ending_won, ending_lost, expert_path, not_a_load,
    // Mock exams.
    help_exams, help_exam, help_exam_result,
    // Settings.
    prompt_settings, no_such_setting, type_setting_name, type_setting, setting_is, setting_not_kept, help_settings, help_setting,
}

pub static ENGLISH: PlainWords = PlainWords {
    struck: "(struck out: {text})",
    picture: "(picture: {text})",
    footnote: "footnote {number}",
    links: "Links:",
    chapter_number: "chapter {number}, {title}",
    task_done: "done: ",
    task_open: "to do: ",
    quotation: "Quote",
    code: "Code:",
    code_in: "Code, {language}:",
    end_of_code: "End of code.",
    diagram: "Diagram:",
    group_holds: "{group} holds {members}",
    arrow: "Arrow from {from} to {to}",
    both_ways: "Arrows from {from} to {to} and back",
    joined: "{from} and {to} are joined by a line",
    alone: "{node} stands alone",
    type_one_number: "Type the number of your answer.",
    type_numbers: "Type their numbers, for example {example}.",
    type_text: "Type your answer.",
    type_order: "Type the numbers in the right order, for example {example}.",
    type_pairs: "Type each number with its letter, for example {example}.",
    type_gap: "Type what belongs in the gap.",
    type_gaps: "Type what belongs in the gaps, separated by semicolons, for example {example}.",
    or_pass: "Enter alone goes on without an answer; :skip means I don't know, :help says more.",
    or_skip: ":skip means I don't know, :help says more.",
    said_true: "true t yes y o",
    said_false: "false f no n x",
    number_ends: ".)",
    short_example: "S3",
    gap_example: "word",
    for_example: "For example: {example}",
    nothing_typed: "Nothing was typed. Type :skip if you don't know.",
    not_one_number: "This question takes one number from 1 to {highest}.",
    not_numbers: "This question takes numbers from 1 to {highest}, separated by commas.",
    not_true_or_false: "Type 1 for {true} or 2 for {false}.",
    not_each_once: "Each number from 1 to {highest} is needed once.",
    not_pairs: "Type each number from 1 to {highest} with one letter from a to {letter}.",
    not_every_line: "Number {number} has no letter yet.",
    wrong_number_of_parts: "There are {wanted} gaps, and {found} parts were typed; semicolons separate them.",
    not_an_option: "Gap {gap} takes a number from 1 to {highest}.",
    option: "Option {number}",
    correct: "correct",
    incorrect: "wrong",
    typed_answer: "Your answer",
    right_answer: "Right answer",
    place: "Place {number}",
    line: "Line {number}",
    gap: "Gap {number}",
    goes_with: "{left} goes with {right}",
    fits_nowhere: "fits nowhere",
    right_is: "Right: {text}",
    why: "Why: {why}",
    explanation: "Explanation: {text}",
    source: "Source: {address}",
    statistics: "Statistics",
    chapter_read: "{percent} % read, no questions",
    chapter_stands: "{percent} % read, {right} of {questions} questions right",
    course_stands: "Of {questions} questions {seen} have been answered, {right} of them right the last time.",
    prompt_menu: "Type a number and press Enter. :help says more, :quit leaves.",
    begin_with: "Begin: {place}",
    continue_at: "Continue: {place}",
    not_in_menu: "The menu has numbers from 1 to {highest}.",
    no_such_command: "There is no command {line}. :help names those there are.",
    not_here: "{command} does nothing here.",
    help_menu: "A number opens what stands beside it; Enter alone goes on where you were. In a chapter, :quiz asks its questions.",
    help_everywhere: "Everywhere: :lang for 한국어, :menu for the menu, :quit to leave. Everything is saved as it happens.",
    saved: "Saved.",
    kept_for_later: "It is kept, and saved with the next answer if that works.",
    lost: "Not everything could be saved: {reason}",
    goodbye: "Goodbye.",
    where_you_were: "You go on where you were; :back goes to the section before.",
    prompt_section: "Section {number} of {all}. Enter for the next section; :back, :quiz, :menu, :help.",
    prompt_end: "End of the chapter. Enter for the menu; :back, :help.",
    prompt_end_quiz: "End of the chapter. :quiz for its {count} questions, Enter for the menu; :back, :help.",
    only_enter: "Press Enter alone to go on, or type a command such as :help.",
    help_chapter: "Enter for the next section, :back for the one before, :quiz for the questions of the chapter, :undo to take back the last answer.",
    question_number: "Question {number} of {all}",
    help_question: "Type the answer and press Enter. :hint for a hint, :skip if you don't know. After a verdict: :undo takes the answer back, :rate again, hard, good or easy corrects how well you knew it, :open reads the section that answers it. :back leaves the questions.",
    taken_back: "The last answer is taken back.",
    nothing_to_undo: "There is no answer to take back.",
    partly_right: "{count} more partly right.",
    go_on_with: "Go on with question {number} of {all}",
    begin_anew: "Begin anew",
    repeat_missed: "Repeat the {count} that were not right",
    enough: "Leave it at that",
    prompt_offer: "Type 1 or 2.",
    help_offer: "Type 1 or 2 and press Enter. :undo takes back the last answer, :back leaves the questions.",
    look_back: "Debrief of the last run",
    go_on_with_run: "Go on with the run that was begun",
    finish_asked: "{met} of {all} goals met, steps left: {left}. Type :finish once more to finish all the same.",
    going_on: "You go on where you were.",
    scenario_best: "best so far {percent}",
    scenario_won: "won",
    prompt_scenarios: "Type the number of a scenario; :back, :help.",
    help_scenarios: "A number opens a scenario where you left it, or from its beginning; of a run that was finished you can read the debrief again. :back goes to the menu.",
    goal_now: "{goal}: {now}; wanted {limit}, {verdict}",
    goal_changed: "{goal}: {before} before, {now} now; wanted {limit}, {verdict}",
    goal_met: "met",
    goal_missed: "not met",
    way_of: "{class} pass: {components}.",
    busy: "{share} busy",
    asked_for: "asked for {share} of what it can do",
    hits: "{share} answered here",
    refused: "{share} refused",
    at_work: "{count} running",
    costs: "{cost} a month",
    cost_month: "Cost a month: {cost} (prices of {region}, {date}).",
    chart_line: "{class}, p95 by load: {points}.",
    chart_point: "{p95} at {load}",
    what_can_be_done: "What you can do:",
    act_impossible_here: "not possible here",
    no_step_left_now: "No step is left. :undo takes one back, :finish ends the run.",
    prompt_what_if: "Steps left: {left} of {all}. Type the number of an action; :undo, :load 200, :model, :finish, :help.",
    help_what_if: "A number takes an action. :undo takes the last one back. :load 200 shows the figures at 200 percent of the load, :model what the figures assume. :finish ends the run and tells what was good and what was missed; you can try again. :back leaves, and you go on from here later.",
    at_this_load: "At a load of {load}:",
    first_minutes: "In the first minutes of the peak, before anything has scaled",
    no_such_action: "The actions have numbers from 1 to {highest}.",
    prompt_case: "Type the number of your decision; :back, :help.",
    help_case: "A number takes a decision, and it stands: its consequences may come back later. At the end you see what an expert says to each, and can try again. :back leaves, and you go on from here later.",
    no_such_decision: "The decisions have numbers from 1 to {highest}.",
    ending_won: "A good ending.",
    ending_lost: "Not a good ending.",
    expert_path: "The expert's path:",
    not_a_load: "Type a load from 10 to 400 percent, for example :load 200.",
    help_exams: "A number opens what stands beside it: an exam to begin, the one that is open, or the result of an earlier one.",
    help_exam: "Type the answer and press Enter; it can be changed until you hand in. Enter alone goes to the next question. :skip takes the answer back, :flag marks the question, :go 12 goes to question 12, :overview tells how all stand, :time tells what is left, :handin hands in, :back leaves the exam.",
    help_exam_result: "The number of a question tells what was right and why. Enter goes back.",
    prompt_settings: "Type the number of a setting. Enter alone goes to the menu. Or :help.",
    no_such_setting: "The settings have numbers from 1 to {highest}.",
    type_setting_name: "Type a number or a name. Enter alone leaves it as it is.",
    type_setting: "Type a value. Enter alone leaves it as it is.",
    setting_is: "Set. {name}: {value}",
    setting_not_kept: "It holds until you leave.",
    help_settings: "A number tells what that setting is for and what it takes, and then you can type a value. Enter alone or :back goes to the menu.",
    help_setting: "Type a value and press Enter: it holds at once and is saved. Enter alone or :back leaves it as it is.",
};

pub static KOREAN: PlainWords = PlainWords {
    struck: "(지운 글: {text})",
    picture: "(그림: {text})",
    footnote: "각주 {number}",
    links: "링크:",
    chapter_number: "챕터 {number}, {title}",
    task_done: "완료: ",
    task_open: "할 일: ",
    quotation: "인용",
    code: "코드:",
    code_in: "코드, {language}:",
    end_of_code: "코드 끝.",
    diagram: "다이어그램:",
    group_holds: "{group} 안에는 {members_subject} 있어요",
    arrow: "{from}에서 {to_direction} 가는 화살표",
    both_ways: "{from_and} {to} 사이를 오가는 화살표",
    joined: "{from_and} {to_subject} 선으로 이어져 있어요",
    alone: "{node_subject} 따로 있어요",
    type_one_number: "답의 번호를 쓰세요.",
    type_numbers: "번호를 모두 쓰세요. 예: {example}",
    type_text: "답을 쓰세요.",
    type_order: "번호를 올바른 순서로 쓰세요. 예: {example}",
    type_pairs: "번호마다 짝이 되는 글자를 쓰세요. 예: {example}",
    type_gap: "빈칸에 들어갈 말을 쓰세요.",
    type_gaps: "빈칸에 들어갈 말을 쌍반점(;)으로 나눠 쓰세요. 예: {example}",
    or_pass: "그냥 Enter를 누르면 답하지 않고 넘어가요. 모르겠으면 :skip, 도움말은 :help예요.",
    or_skip: "모르겠으면 :skip, 도움말은 :help예요.",
    said_true: "맞아요 참 네 예 ㅇ",
    said_false: "틀려요 거짓 아니요 아니오",
    number_ends: ".)번",
    short_example: "S3",
    gap_example: "낱말",
    for_example: "예: {example}",
    nothing_typed: "아무것도 쓰지 않았어요. 모르겠으면 :skip을 쓰세요.",
    not_one_number: "1부터 {highest}까지 번호 하나로 답하는 문제예요.",
    not_numbers: "1부터 {highest}까지의 번호를 쉼표로 나눠 답하는 문제예요.",
    not_true_or_false: "‘{true}’는 1, ‘{false}’는 2를 쓰세요.",
    not_each_once: "1부터 {highest}까지의 번호가 한 번씩 있어야 해요.",
    not_pairs: "1부터 {highest}까지의 번호마다 a부터 {letter}까지의 글자 하나를 쓰세요.",
    not_every_line: "{number}번에 아직 글자가 없어요.",
    wrong_number_of_parts: "빈칸은 {wanted}개인데 {found}개를 썼어요. 쌍반점(;)으로 나눠 쓰세요.",
    not_an_option: "빈칸 {gap}에는 1부터 {highest}까지의 번호를 쓰세요.",
    option: "{number}번",
    correct: "정답",
    incorrect: "오답",
    typed_answer: "내 답",
    right_answer: "올바른 답",
    place: "{number}번째",
    line: "{number}번",
    gap: "빈칸 {number}",
    goes_with: "{left}의 짝은 {right}",
    fits_nowhere: "짝이 없음",
    right_is: "정답: {text}",
    why: "이유: {why}",
    explanation: "풀이: {text}",
    source: "출처: {address}",
    statistics: "통계",
    chapter_read: "{percent}% 읽음, 문제 없음",
    chapter_stands: "{percent}% 읽음, {questions}문제 중 {right}문제 맞음",
    course_stands: "{questions}문제 중 {seen}문제에 답했고, 마지막에 {right}문제를 맞혔어요.",
    prompt_menu: "번호를 쓰고 Enter를 누르세요. 도움말은 :help, 나가기는 :quit이에요.",
    begin_with: "시작하기: {place}",
    continue_at: "계속하기: {place}",
    not_in_menu: "메뉴에는 1부터 {highest}까지의 번호가 있어요.",
    no_such_command: "{line} 명령은 없어요. :help를 쓰면 명령을 알려 드려요.",
    not_here: "{command} 명령은 여기에서 쓰이지 않아요.",
    help_menu: "번호를 쓰면 그 항목이 열려요. 그냥 Enter를 누르면 멈춘 곳에서 계속해요. 챕터에서 :quiz를 쓰면 문제가 나와요.",
    help_everywhere: "어디서나: :lang은 English로 바꾸기, :menu는 메뉴, :quit은 나가기예요. 모든 것은 그때그때 저장돼요.",
    saved: "저장했어요.",
    kept_for_later: "버리지 않고 두었다가 다음 답을 저장할 때 다시 해 볼게요.",
    lost: "저장하지 못한 것이 있어요: {reason}",
    goodbye: "다음에 또 만나요.",
    where_you_were: "멈춘 곳에서 이어서 읽어요. 앞 절은 :back이에요.",
    prompt_section: "절 {all}개 중 {number}번째예요. 다음 절은 Enter예요. :back, :quiz, :menu, :help도 쓸 수 있어요.",
    prompt_end: "챕터가 끝났어요. 메뉴는 Enter예요. :back, :help도 쓸 수 있어요.",
    prompt_end_quiz: "챕터가 끝났어요. 문제 {count}개를 풀려면 :quiz, 메뉴는 Enter예요. :back, :help도 쓸 수 있어요.",
    only_enter: "계속하려면 그냥 Enter를 누르고, 아니면 :help 같은 명령을 쓰세요.",
    help_chapter: "Enter는 다음 절, :back은 앞 절, :quiz는 이 챕터의 문제, :undo는 마지막 답 되돌리기예요.",
    question_number: "{all}문제 중 {number}번",
    help_question: "답을 쓰고 Enter를 누르세요. :hint는 힌트, :skip은 ‘모르겠어요’예요. 답한 뒤에 :undo를 쓰면 답을 되돌리고, :rate 뒤에 다시, 어려움, 알맞음, 쉬움 가운데 하나를 쓰면 얼마나 알았는지 고치고, :open을 쓰면 답이 있는 본문을 열어요. :back은 문제에서 나가기예요.",
    taken_back: "마지막 답을 되돌렸어요.",
    nothing_to_undo: "되돌릴 답이 없어요.",
    partly_right: "일부만 맞은 문제가 {count}개 더 있어요.",
    go_on_with: "{all}문제 중 {number}번부터 계속하기",
    begin_anew: "처음부터 다시 하기",
    repeat_missed: "틀린 {count}문제 다시 풀기",
    enough: "그만하기",
    prompt_offer: "1이나 2를 쓰세요.",
    help_offer: "1이나 2를 쓰고 Enter를 누르세요. :undo는 마지막 답 되돌리기, :back은 문제에서 나가기예요.",
    look_back: "지난번 돌아보기",
    go_on_with_run: "멈춘 곳에서 이어 하기",
    finish_asked: "목표 {all}개 중 {met}개를 이뤘고 {left}단계가 남았어요. 그래도 마치려면 :finish를 한 번 더 쓰세요.",
    going_on: "멈춘 곳에서 이어서 해요.",
    scenario_best: "최고 기록 {percent}",
    scenario_won: "성공",
    prompt_scenarios: "시나리오 번호를 쓰세요. :back, :help도 쓸 수 있어요.",
    help_scenarios: "번호를 쓰면 멈춘 곳에서, 또는 처음부터 시나리오를 열어요. 끝까지 해 본 시나리오는 지난번을 다시 돌아볼 수 있어요. :back은 메뉴예요.",
    goal_now: "{goal}: {now}. 기준 {limit}, {verdict}",
    goal_changed: "{goal}: 전에는 {before}, 지금은 {now}. 기준 {limit}, {verdict}",
    goal_met: "이뤘어요",
    goal_missed: "아직이에요",
    way_of: "{class} 경로: {components}.",
    busy: "사용률 {share}",
    asked_for: "할 수 있는 일의 {share}를 요청받음",
    hits: "여기서 응답 {share}",
    refused: "거부 {share}",
    at_work: "{count}대 가동",
    costs: "한 달 {cost}",
    cost_month: "한 달 비용: {cost}({region}, {date} 요금).",
    chart_line: "{class}, 부하에 따른 p95: {points}.",
    chart_point: "{load}에서 {p95}",
    what_can_be_done: "할 수 있는 일:",
    act_impossible_here: "여기서는 할 수 없어요",
    no_step_left_now: "남은 단계가 없어요. :undo로 하나를 되돌리거나 :finish로 마치세요.",
    prompt_what_if: "{all}단계 중 {left}단계 남았어요. 할 일의 번호를 쓰세요. :undo, :load 200, :model, :finish, :help도 쓸 수 있어요.",
    help_what_if: "번호를 쓰면 그 일을 해요. :undo는 마지막 일 되돌리기, :load 200은 부하가 200퍼센트일 때의 수치, :model은 계산이 가정하는 것이에요. :finish를 쓰면 여기서 마치고 무엇이 좋았고 무엇을 놓쳤는지 알려 드려요. 다시 해 볼 수도 있어요. :back으로 나가면 나중에 여기서 이어서 해요.",
    at_this_load: "부하가 {load}일 때:",
    first_minutes: "피크 처음 몇 분, 아직 아무것도 확장되기 전",
    no_such_action: "할 일에는 1부터 {highest}까지의 번호가 있어요.",
    prompt_case: "고를 결정의 번호를 쓰세요. :back, :help도 쓸 수 있어요.",
    help_case: "번호를 쓰면 그렇게 결정해요. 결정은 되돌릴 수 없고 그 결과가 나중에 돌아올 수 있어요. 끝나면 결정마다 전문가의 말을 볼 수 있고 다시 해 볼 수 있어요. :back으로 나가면 나중에 여기서 이어서 해요.",
    no_such_decision: "고를 수 있는 번호는 1부터 {highest}까지예요.",
    ending_won: "좋은 결말이에요.",
    ending_lost: "좋은 결말은 아니에요.",
    expert_path: "전문가가 고른 길:",
    not_a_load: "부하를 10에서 400까지의 퍼센트로 쓰세요. 예: :load 200",
    help_exams: "번호를 쓰면 그 항목을 열어요. 새로 볼 시험, 아직 제출하지 않은 시험, 지난 시험의 결과예요.",
    help_exam: "답을 쓰고 Enter를 누르세요. 제출하기 전에는 바꿀 수 있어요. 그냥 Enter를 누르면 다음 문제로 가요. :skip은 답 지우기, :flag는 표시, :go 12는 12번으로 가기, :overview는 전체 보기, :time은 남은 시간, :handin은 제출하기, :back은 시험에서 나가기예요.",
    help_exam_result: "문제 번호를 쓰면 무엇이 왜 맞았는지 알려 드려요. 그냥 Enter를 누르면 돌아가요.",
    prompt_settings: "바꿀 설정의 번호를 쓰세요. 그냥 Enter를 누르면 메뉴로 가요. 도움말은 :help예요.",
    no_such_setting: "설정에는 1부터 {highest}까지의 번호가 있어요.",
    type_setting_name: "번호나 이름을 쓰세요. 그냥 Enter를 누르면 그대로 둬요.",
    type_setting: "값을 쓰세요. 그냥 Enter를 누르면 그대로 둬요.",
    setting_is: "바꿨어요. {name}: {value}",
    setting_not_kept: "나갈 때까지만 그 값을 써요.",
    help_settings: "번호를 쓰면 그 설정이 무엇이고 어떤 값을 쓸 수 있는지 알려 드리고, 값을 쓸 수 있어요. 그냥 Enter를 누르거나 :back을 쓰면 메뉴로 가요.",
    help_setting: "값을 쓰고 Enter를 누르면 바로 바뀌고 저장돼요. 그냥 Enter를 누르거나 :back을 쓰면 그대로 둬요.",
};

#[cfg(test)]
pub mod checks {
    /// The names in braces, a particle's suffix taken off.
    fn details(text: &str) -> Vec<&str> {
        let names = text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0));
        let bare = |name| {
            ["_subject", "_direction", "_and"].iter().find_map(|end| str::strip_suffix(name, end)).unwrap_or(name)
        };
        let mut names: Vec<&str> = names.map(bare).collect();
        names.sort_unstable();
        names
    }

    pub fn assert_same_details(english: &[(&str, &str)], korean: &[(&str, &str)]) {
        for ((name, english), (_, korean)) in english.iter().zip(korean) {
            assert!(!english.is_empty() && !korean.is_empty(), "{name} is empty");
            assert_eq!(details(english), details(korean), "{name}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_fill_in_the_same_details() {
        checks::assert_same_details(&ENGLISH.all(), &KOREAN.all());
    }
}
