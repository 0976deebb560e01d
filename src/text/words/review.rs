//! What is said about coming back to questions: on the screen, in plain mode and by commands, in every language.
//!
//! It must not hold logic.

use super::plain::word_table;
use crate::text::Language;

word_table! {
    /// The sentences of one language. Braces hold what is filled in.
    ReviewWords:
    title,
    // After an answer.
    next_review, rated_as, again, hard, good, easy, practice, leech, leech_plain,
    // What is due.
    due_count, new_count, fading_one, fading, nothing_due, next_due, nothing_begun,
    // The end of a review.
    reviewed, partly_right, comes_tomorrow_one, comes_tomorrow,
    // What else to do.
    go_on, more_new_one, more_new, read_on,
    // The plan to an exam.
    plan, plan_exam, plan_new, plan_all_met, plan_hardest, plan_realistic, plan_demanding, plan_unrealistic,
    plan_measure, plan_cut_off, plan_none, column_day, column_new, column_reviews, column_minutes, plan_day,
    // Plain mode.
    rated, nothing_to_rate, which_rating, nothing_to_open, enough_for_now, said_again, said_hard, said_good, said_easy,
    // The list for scripts, as people read it.
    listed_due, listed_new, list_summary,
}

pub static ENGLISH: ReviewWords = ReviewWords {
    title: "Review",
    next_review: "Next review {when}",
    rated_as: "Rated",
    again: "again",
    hard: "hard",
    good: "good",
    easy: "easy",
    practice: "Practice: its day was set by an earlier answer.",
    leech: "Forgotten {count} times: better read its section again (o or F8) than be asked again.",
    leech_plain: "Forgotten {count} times: better read its section again (:open) than be asked again.",
    due_count: "{count} due",
    new_count: "{count} new",
    fading_one: "1 question is about to fade",
    fading: "{count} questions are about to fade",
    nothing_due: "Nothing is due now.",
    next_due: "The next review is {when}.",
    nothing_begun: "You have answered nothing yet. What you answer comes back here before you forget it.",
    reviewed: "{all} reviewed, {right} right",
    partly_right: "{count} partly right",
    comes_tomorrow_one: "1 question comes back tomorrow.",
    comes_tomorrow: "{count} questions come back tomorrow.",
    go_on: "Go on with the review: {count}",
    more_new_one: "1 more new question",
    more_new: "{count} more new questions",
    read_on: "Read on: {place}",
    plan: "Plan to the exam",
    plan_exam: "The exam is {when}.",
    plan_new: "Questions that you have not met: {unseen}; the plan brings {count} a day until you have met them all.",
    plan_all_met: "You have met every question; now they only come back.",
    plan_hardest: "Its hardest week takes {minutes} min a day.",
    plan_realistic: "That is realistic: it stays within {bearable} min a day.",
    plan_demanding: "That is demanding: more than {bearable} min a day, though not twice as much.",
    plan_unrealistic: "That is not realistic: more than twice {bearable} min a day. A later day would help.",
    plan_measure: "That measure is half as much again as your usual day of study, and never less than 30 min. The days below are worked out as if answers went as predicted; the plan is made anew whenever you look.",
    plan_cut_off: "The plan looks two years ahead; the days after that will be in it when they come closer.",
    plan_none: "There is no day of an exam to plan for. The settings have a place for it.",
    column_day: "Day",
    column_new: "new",
    column_reviews: "reviews",
    column_minutes: "minutes",
    plan_day: "{day}: new {new}, reviews {reviews}, {minutes} min",
    rated: "Rated: {rating}.",
    nothing_to_rate: "There is no answer whose rating could be corrected.",
    which_rating: "Type :rate and again, hard, good or easy.",
    nothing_to_open: "There is no answered question whose section could be read.",
    enough_for_now: "Leave it at that",
    said_again: "again 1",
    said_hard: "hard 2",
    said_good: "good 3",
    said_easy: "easy 4",
    listed_due: "{question}  due {date}, recall {recall}",
    listed_new: "{question}  new",
    list_summary: "{due} due, {new} new",
};

pub static KOREAN: ReviewWords = ReviewWords {
    title: "복습",
    next_review: "다음 복습: {when}",
    rated_as: "평가",
    again: "다시",
    hard: "어려움",
    good: "알맞음",
    easy: "쉬움",
    practice: "연습이에요. 다음 날짜는 앞서 한 답으로 정해졌어요.",
    leech: "{count}번 잊은 문제예요. 다시 풀기보다 본문을 다시 읽어 보세요(o나 F8).",
    leech_plain: "{count}번 잊은 문제예요. 다시 풀기보다 본문을 다시 읽어 보세요(:open).",
    due_count: "복습할 문제 {count}",
    new_count: "새 문제 {count}",
    fading_one: "곧 잊어버릴 문제가 1개 있어요",
    fading: "곧 잊어버릴 문제가 {count}개 있어요",
    nothing_due: "지금은 복습할 문제가 없어요.",
    next_due: "다음 복습은 {when}이에요.",
    nothing_begun: "아직 푼 문제가 없어요. 문제를 풀면 잊어버리기 전에 여기로 돌아와요.",
    reviewed: "{all}문제 복습, {right}문제 맞음",
    partly_right: "일부만 맞은 문제 {count}개",
    comes_tomorrow_one: "내일 1문제가 돌아와요.",
    comes_tomorrow: "내일 {count}문제가 돌아와요.",
    go_on: "복습 계속하기: {count}문제",
    more_new_one: "새 문제 1개 더 풀기",
    more_new: "새 문제 {count}개 더 풀기",
    read_on: "이어서 읽기: {place}",
    plan: "시험일까지의 계획",
    plan_exam: "시험은 {when}이에요.",
    plan_new: "아직 풀어 보지 않은 문제가 {unseen}개예요. 모두 한 번씩 볼 때까지 하루에 {count}개씩 풀어요.",
    plan_all_met: "모든 문제를 한 번씩 풀었어요. 이제 복습만 하면 돼요.",
    plan_hardest: "가장 바쁜 주에는 하루에 {minutes}분이 걸려요.",
    plan_realistic: "해 볼 만해요. 하루 {bearable}분을 넘지 않아요.",
    plan_demanding: "빠듯해요. 하루 {bearable}분을 넘지만 그 두 배까지는 아니에요.",
    plan_unrealistic: "무리예요. 하루 {bearable}분의 두 배를 넘어요. 시험일을 늦추면 나아져요.",
    plan_measure: "이 기준은 평소 하루 공부 시간의 1.5배이고, 아무리 적어도 30분이에요. 아래 날짜는 답이 예측대로 나온다고 치고 셈했고, 계획은 볼 때마다 다시 세워요.",
    plan_cut_off: "계획은 앞으로 2년까지만 보여 드려요. 그 뒤의 날은 가까워지면 나타나요.",
    plan_none: "계획을 세울 시험일이 없어요. 설정에서 정할 수 있어요.",
    column_day: "날짜",
    column_new: "새 문제",
    column_reviews: "복습",
    column_minutes: "분",
    plan_day: "{day}: 새 문제 {new}, 복습 {reviews}, {minutes}분",
    rated: "평가: {rating}.",
    nothing_to_rate: "평가를 고칠 답이 없어요.",
    which_rating: ":rate 뒤에 다시, 어려움, 알맞음, 쉬움 가운데 하나를 쓰세요.",
    nothing_to_open: "본문을 열 문제가 없어요.",
    enough_for_now: "그만하기",
    said_again: "다시 again 1",
    said_hard: "어려움 hard 2",
    said_good: "알맞음 good 3",
    said_easy: "쉬움 easy 4",
    listed_due: "{question}  예정 {date}, 기억할 확률 {recall}",
    listed_new: "{question}  새 문제",
    list_summary: "복습 {due}, 새 문제 {new}",
};

impl ReviewWords {
    /// What a rating from 1 to 4 is called.
    pub fn rating(&self, number: u8) -> &'static str {
        match number {
            1 => self.again,
            2 => self.hard,
            3 => self.good,
            _ => self.easy,
        }
    }

    /// `one` for one, else `several` with the count.
    pub fn counted(one: &str, several: &str, count: usize) -> String {
        if count == 1 { one.to_string() } else { super::fill(several, &[("count", count.to_string())]) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_fill_in_the_same_details() {
        super::super::plain::checks::assert_same_details(&ENGLISH.all(), &KOREAN.all());
    }

    #[test]
    fn one_is_not_many() {
        assert_eq!(ReviewWords::counted(ENGLISH.fading_one, ENGLISH.fading, 1), "1 question is about to fade");
        assert_eq!(ReviewWords::counted(ENGLISH.fading_one, ENGLISH.fading, 6), "6 questions are about to fade");
    }
}
