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
    reviewed, partly_right, comes_tomorrow_one, comes_tomorrow, nothing_tomorrow, enough,
    // What else to do.
    go_on, more_new_one, more_new, read_on,
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
    nothing_tomorrow: "Nothing comes back tomorrow.",
    enough: "That is enough for today. Everything is saved.",
    go_on: "Go on with the review: {count}",
    more_new_one: "1 more new question",
    more_new: "{count} more new questions",
    read_on: "Read on: {place}",
};

pub static KOREAN: ReviewWords = ReviewWords {
    title: "복습",
    next_review: "다음 복습 {when}",
    rated_as: "평가",
    again: "다시",
    hard: "어려움",
    good: "알맞음",
    easy: "쉬움",
    practice: "연습이에요. 다음 날짜는 앞서 한 답으로 정해졌어요.",
    leech: "{count}번 잊은 문제예요. 다시 풀기보다 본문을 다시 읽어 보세요(o나 F8).",
    leech_plain: "{count}번 잊은 문제예요. 다시 풀기보다 본문을 다시 읽어 보세요(:open).",
    due_count: "복습 {count}",
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
    nothing_tomorrow: "내일 돌아오는 문제는 없어요.",
    enough: "오늘은 이만하면 충분해요. 모두 저장됐어요.",
    go_on: "복습 계속하기: {count}문제",
    more_new_one: "새 문제 1개 더 풀기",
    more_new: "새 문제 {count}개 더 풀기",
    read_on: "이어서 읽기: {place}",
};

impl ReviewWords {
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
