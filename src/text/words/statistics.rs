//! What statistics say, on the screen and in plain mode, in every language.
//!
//! It must not hold logic.

use super::plain::word_table;
use crate::text::Language;

word_table! {
    /// The sentences of one language. Braces hold what is filled in.
    StatisticsWords:
    // Pages.
    overview, chapters, services, calendar, forecast, memory, hardest, readiness, page_of, computed,
    // Overview and tables.
    days_lately, days_in_a_row, answers_lately, answers_total, known, answered, read, no_answers, no_questions, group_stands, known_share, known_by_part,
    // Calendar.
    calendar_span, day_stands, legend_none, legend_from, legend_between, busiest,
    // Forecast.
    due_today, due_week, due_month, nothing_due,
    // Memory.
    remembered_all, remembered_too_few, predicted_band, remembered_of, too_few, by_prediction, by_month,
    // Hardest.
    wrong_of, nothing_hard,
    // Readiness.
    expected, passing, open, failing, too_little, no_exams,
    // How the figures are computed.
    method_overview, method_groups, method_calendar, method_forecast, method_memory, method_hardest, method_readiness,
}

pub static ENGLISH: StatisticsWords = StatisticsWords {
    overview: "Overview",
    chapters: "Chapters",
    services: "Services",
    calendar: "Calendar",
    forecast: "Due",
    memory: "Memory",
    hardest: "Hardest",
    readiness: "Exams",
    page_of: "{number}/{all}",
    computed: "How this is computed",
    days_lately: "Studied {days} of the last 30 days",
    days_in_a_row: "{days} days in a row",
    answers_lately: "Answers on them: {answers}",
    answers_total: "in all: {answers}, {time}",
    known: "known",
    answered: "answered",
    read: "read",
    no_answers: "No answers yet. Every question that you answer, in a chapter, a quiz or a review, will be counted here.",
    no_questions: "no questions",
    group_stands: "{known} known, {seen} of {questions} questions answered",
    day_stands: "{date}: answers {answers}, sections read {sections}",
    known_share: "{known} known",
    known_by_part: "Known, part by part",
    calendar_span: "Days of study in these {weeks} weeks: {days}; answers: {answers}",
    legend_none: "none",
    legend_from: "{from}+",
    legend_between: "{from}–{to}",
    busiest: "Most answers on a day: {answers}, on {date}",
    due_today: "Due today: {count}",
    due_week: "in 7 days: {count}",
    due_month: "in 30 days: {count}",
    nothing_due: "Nothing is due in the next 30 days. What you answer comes back here.",
    remembered_all: "Of {reviews} reviews you remembered {remembered}; {predicted} had been predicted.",
    remembered_too_few: "Reviews so far: {reviews}; from {needed} on there is a share to speak of.",
    predicted_band: "{from}–{to}",
    remembered_of: "{remembered} of {reviews}, predicted {predicted}",
    too_few: "too few: {reviews}",
    by_prediction: "By what was predicted",
    by_month: "By month",
    wrong_of: "wrong {wrong} of {answers} times",
    nothing_hard: "No question has been wrong twice yet in three or more answers.",
    expected: "On {date} probably {score}, most likely between {low} and {high}.",
    passing: "Pass mark {pass}: all of that lies above it.",
    open: "Pass mark {pass}: it may go either way.",
    failing: "Pass mark {pass}: all of that lies below it.",
    too_little: "Too little to say: {seen} of {questions} questions answered, an estimate takes {needed}.",
    no_exams: "This course names no exam.",
    method_overview: "A day of study is one on which you answered a question or read a section for the first time; it begins at the hour of your settings, on the clock where you were. Time is that from question to answer, five minutes an answer at most.",
    method_groups: "Known is the mean over all questions of the chance that you still know the answer in seven days. A question that was never answered, or answered wrong the last time, counts as 0.",
    method_calendar: "Each sign is a day, each column a week from Monday on. Its density counts answers, right or wrong, and sections read for the first time; answers that were undone do not count.",
    method_forecast: "The day on which each question you have answered is due for review, if nothing is answered before. What is overdue is due today.",
    method_memory: "Counted is each first answer of a day to a question whose answer before lies at least a day back. Remembered means that it was not rated \"again\". The prediction is the one from just before the answer. Below {needed} there is no share: it would be chance.",
    method_hardest: "Questions with three or more answers, two or more of them worth less than half: most often wrong first, then lowest mean score. Enter opens the section that answers it.",
    method_readiness: "For each single or multiple choice question of the exam's domains: the chance that you know it on that day, without a review until then; never answered, it counts as a guess. The score is the mean by domain weight. Its range holds nine in ten cases and adds up the luck of the draw, how far predictions have been off until now and what so few or so many reviews leave to chance ({untried} points while unknown), and {unseen} points for what was never asked. The pass mark is the score that gives the exam's points on our scale from 100 to 1,000. All of it is about questions like those of this course, and no forecast of AWS's own exam.",
};

pub static KOREAN: StatisticsWords = StatisticsWords {
    overview: "한눈에",
    chapters: "챕터별",
    services: "서비스별",
    calendar: "달력",
    forecast: "복습 예정",
    memory: "기억",
    hardest: "어려운 문제",
    readiness: "시험",
    page_of: "{number}/{all}",
    computed: "이렇게 계산해요",
    days_lately: "지난 30일 중 {days}일 공부했어요",
    days_in_a_row: "{days}일 연속",
    answers_lately: "그동안 답한 횟수 {answers}번",
    answers_total: "모두 {answers}번 답했고, {time} 걸렸어요",
    known: "기억",
    answered: "답함",
    read: "읽음",
    no_answers: "아직 답한 문제가 없어요. 챕터, 퀴즈, 복습에서 답하면 모두 여기에 쌓여요.",
    no_questions: "문제 없음",
    group_stands: "기억 {known}, {questions}문제 중 {seen}문제 답함",
    day_stands: "{date}: {answers}번 답하고 절 {sections}개 읽음",
    known_share: "기억 {known}",
    known_by_part: "파트별 기억",
    calendar_span: "{weeks}주 동안 공부한 날 {days}일, 답한 횟수 {answers}번",
    legend_none: "없음",
    legend_from: "{from}+",
    legend_between: "{from}–{to}",
    busiest: "가장 많이 답한 날은 {date}, {answers}번이에요",
    due_today: "오늘 복습 {count}문제",
    due_week: "7일 안에 {count}문제",
    due_month: "30일 안에 {count}문제",
    nothing_due: "앞으로 30일 동안 복습할 문제가 없어요. 문제에 답하면 복습할 날이 여기에 나와요.",
    remembered_all: "복습 {reviews}번 중 {remembered}를 기억했어요. 예측은 {predicted}였어요.",
    remembered_too_few: "지금까지 복습 {reviews}번이에요. {needed}번부터 비율을 말할 수 있어요.",
    predicted_band: "{from}–{to}",
    remembered_of: "{reviews}번 중 {remembered}, 예측 {predicted}",
    too_few: "아직 적음: {reviews}번",
    by_prediction: "예측 확률별",
    by_month: "월별",
    wrong_of: "{answers}번 중 {wrong}번 틀림",
    nothing_hard: "세 번 이상 답하고 두 번 이상 틀린 문제가 아직 없어요.",
    expected: "{date} 예상 점수는 {score}, 대체로 {low}에서 {high} 사이예요.",
    passing: "합격선 {pass}: 범위 전체가 합격선 위예요.",
    open: "합격선 {pass}: 아직은 붙을 수도, 떨어질 수도 있어요.",
    failing: "합격선 {pass}: 범위 전체가 합격선 아래예요.",
    too_little: "아직 말하기 일러요. {questions}문제 중 {seen}문제에 답했고, {needed}문제부터 어림할 수 있어요.",
    no_exams: "이 과정에는 정해진 시험이 없어요.",
    method_overview: "문제에 답하거나 절을 처음 읽은 날이 공부한 날이에요. 하루는 그때 있던 곳의 시계로, 설정에서 고른 시각에 시작해요. 시간은 문제가 나온 뒤 답할 때까지이고, 답 하나에 5분까지만 세요.",
    method_groups: "기억은 모든 문제를 두고, 7일 뒤에도 답을 알 가능성을 평균한 값이에요. 답한 적이 없거나 마지막에 틀린 문제는 0으로 세요.",
    method_calendar: "기호 하나가 하루, 세로줄 하나가 월요일에 시작하는 한 주예요. 진하기는 맞았든 틀렸든 답한 횟수와 처음 읽은 절을 더한 것이고, 되돌린 답은 세지 않아요.",
    method_forecast: "답한 문제마다 복습할 날이 언제인지, 그때까지 더 답하지 않는다고 보고 세요. 날이 지난 문제는 오늘 복습할 문제예요.",
    method_memory: "앞선 답에서 하루 이상 지난 뒤, 그날 그 문제에 처음 한 답만 세요. ‘다시’로 평가되지 않았으면 기억한 거예요. 예측은 답하기 바로 전의 값이에요. {needed}번보다 적으면 우연일 수 있어서 비율을 말하지 않아요.",
    method_hardest: "세 번 이상 답했고 절반에 못 미친 답이 두 번 이상인 문제예요. 많이 틀린 문제가 먼저이고, 그다음은 평균 점수가 낮은 순서예요. Enter를 누르면 답이 있는 본문이 열려요.",
    method_readiness: "시험 영역의 선택형 문제마다, 그날까지 복습하지 않는다고 보고 그날 답을 알 가능성을 구해요. 답한 적이 없는 문제는 찍는다고 봐요. 점수는 영역 비중에 따른 평균이에요. 범위에는 열에 아홉이 들어가고, 문제가 뽑히는 운, 지금까지 예측이 빗나간 정도와 복습 횟수가 적은 만큼의 오차(모르는 동안은 {untried}점), 물어본 적 없는 문제의 {unseen}점을 더해서 구해요. 합격선은 100점에서 1,000점까지인 우리 척도에서 시험의 합격 점수가 되는 점수예요. 모두 이 과정의 문제와 비슷한 문제일 때의 이야기이고, AWS의 실제 시험 결과를 예측하지는 않아요.",
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
