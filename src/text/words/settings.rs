//! What is said about settings: on the screen, in plain mode, by commands and about the file, in every language.
//!
//! It must not hold logic.

use super::plain::word_table;
use crate::text::Language;

word_table! {
    /// The sentences of one language. Braces hold what is filled in.
    SettingsWords:
    // The two groups.
    program, learning,
    // What settings are called, what they are for, and their values.
    language, language_help, language_none, theme_help, theme_terminal, theme_dark, theme_light, theme_high_contrast,
    borders, borders_help, borders_unicode, borders_ascii, mouse, mouse_help, mouse_off, mouse_wheel,
    daily_new, daily_new_help, retention, retention_help,
    exam_date_help, exam_date_none, exam_date_is, exam_date_was, exam_date_over,
    day_start, day_start_help, options, options_help, options_shuffled, options_as_written,
    exam_clock, exam_clock_help, exam_clock_runs, exam_clock_pauses,
    // Keys of the screen.
    language_keys, theme_keys, exam_date_keys, exam_date_typing, exam_date_unread,
    // What a setting takes, and what it does not.
    takes_whole, takes_day, takes, no_value,
    // The file.
    unreadable, no_text, no_toml, unknown_key, unknown_key_near, wrong_value, more_problems, not_saved, kept_aside, kept_in,
    // The command.
    no_such_setting, no_such_setting_near,
}

pub static ENGLISH: SettingsWords = SettingsWords {
    program: "Program",
    learning: "Learning",
    language: "Language",
    language_help: "Of the texts and of the program.",
    language_none: "the system's",
    theme_help: "Colours.",
    theme_terminal: "the terminal's own",
    theme_dark: "dark",
    theme_light: "light",
    theme_high_contrast: "high contrast",
    borders: "Lines and signs",
    borders_help: "ASCII, if boxes look broken in your terminal.",
    borders_unicode: "Unicode",
    borders_ascii: "ASCII",
    mouse: "Mouse wheel",
    mouse_help: "If on, the wheel scrolls, and selecting text needs Shift.",
    mouse_off: "off",
    mouse_wheel: "on",
    daily_new: "New questions a day",
    daily_new_help: "So many questions that you have never answered are mixed into the review of a day.",
    retention: "Aim",
    retention_help: "The share of reviews that you want to get right. The higher it is, the sooner questions come back.",
    exam_date_help: "Everything you have learned comes back once more before it.",
    exam_date_none: "none",
    exam_date_is: "{day}, {distance}",
    exam_date_was: "{day}, over",
    exam_date_over: "That day is over: there is nothing to plan before it",
    day_start: "A day begins at",
    day_start_help: "What you answer after midnight and before this hour still belongs to the day before.",
    options: "Options of a question",
    options_help: "Mixed, so that you remember the answer and not its place, or always in the author's order.",
    options_shuffled: "mixed",
    options_as_written: "as written",
    exam_clock: "Clock of a mock exam",
    exam_clock_help: "Whether it runs on while the program is closed, as in a real exam.",
    exam_clock_runs: "runs on",
    exam_clock_pauses: "pauses",
    language_keys: "l or F2 flips it anywhere.",
    theme_keys: "t or F4 changes them anywhere.",
    exam_date_keys: "Enter to type a day, Delete to take it away.",
    exam_date_typing: "Year, month and day, as 2026-12-20; empty for none.",
    exam_date_unread: "That is no day; type it as 2026-12-20",
    takes_whole: "a whole number from {least} to {most}",
    takes_day: "a day as 2027-01-15, or none",
    takes: "It takes: {values}",
    no_value: "\"{value}\" is no value of {setting}; it takes: {values}",
    unreadable: "{place}: the settings cannot be read, the defaults are used: {reason}",
    no_text: "{place}: this is not UTF-8; save the file as UTF-8",
    no_toml: "{place}: not TOML, left out: {detail}; write as theme = \"dark\"",
    unknown_key: "{place}: there is no setting \"{key}\"; awstutor settings lists those there are",
    unknown_key_near: "{place}: there is no setting \"{key}\"; did you mean {nearest}?",
    wrong_value: "{place}: {refusal}; {value} is used until then",
    more_problems: "more problems: {count}; awstutor settings shows them",
    not_saved: "Settings not saved: {reason}",
    kept_aside: "the settings file as it was is kept: {path}",
    kept_in: "Kept in {path}",
    no_such_setting: "there is no setting \"{key}\"; there are: {keys}",
    no_such_setting_near: "there is no setting \"{key}\"; did you mean {nearest}? There are: {keys}",
};

pub static KOREAN: SettingsWords = SettingsWords {
    program: "프로그램",
    learning: "학습",
    language: "언어",
    language_help: "본문과 화면의 언어예요.",
    language_none: "시스템 언어",
    theme_help: "색이에요.",
    theme_terminal: "터미널 색 그대로",
    theme_dark: "어둡게",
    theme_light: "밝게",
    theme_high_contrast: "고대비",
    borders: "선과 기호",
    borders_help: "터미널에서 상자가 깨져 보이면 ASCII로 바꾸세요.",
    borders_unicode: "유니코드",
    borders_ascii: "ASCII",
    mouse: "마우스 휠",
    mouse_help: "켜면 휠로 넘길 수 있고, 글자를 선택할 때는 Shift가 필요해요.",
    mouse_off: "끔",
    mouse_wheel: "켬",
    daily_new: "하루 새 문제",
    daily_new_help: "아직 풀어 본 적 없는 문제를 하루 복습에 이만큼 섞어요.",
    retention: "목표 정답률",
    retention_help: "복습에서 맞히고 싶은 비율이에요. 높을수록 문제가 더 빨리 돌아와요.",
    exam_date_help: "그날이 오기 전에 배운 것을 모두 한 번 더 보게 돼요.",
    exam_date_none: "없음",
    exam_date_is: "{day}, {distance}",
    exam_date_was: "{day}, 지났어요",
    exam_date_over: "이미 지난 날이라 계획을 세울 수 없어요",
    day_start: "하루의 시작",
    day_start_help: "자정이 지나도 이 시각 전에 답한 것은 전날에 들어가요.",
    options: "선택지 순서",
    options_help: "섞으면 자리가 아니라 답을 기억하게 돼요. 언제나 쓰인 순서대로 볼 수도 있어요.",
    options_shuffled: "섞기",
    options_as_written: "쓰인 순서대로",
    exam_clock: "모의시험 시간",
    exam_clock_help: "프로그램을 닫은 동안에도 진짜 시험처럼 시간이 갈지 정해요.",
    exam_clock_runs: "계속 감",
    exam_clock_pauses: "멈춤",
    language_keys: "어디서나 l이나 F2로 바꿀 수 있어요.",
    theme_keys: "어디서나 t나 F4로 바꿀 수 있어요.",
    exam_date_keys: "Enter로 날짜를 쓰고 Delete로 지워요.",
    exam_date_typing: "연, 월, 일을 2026-12-20처럼 쓰세요. 비워 두면 시험일이 없어져요.",
    exam_date_unread: "날짜로 읽을 수 없어요. 2026-12-20처럼 써 주세요",
    takes_whole: "{least}부터 {most}까지의 정수",
    takes_day: "2027-01-15 같은 날짜 또는 none",
    takes: "쓸 수 있는 값: {values}",
    no_value: "‘{value}’: {setting}에 쓸 수 없는 값이에요. 쓸 수 있는 값: {values}",
    unreadable: "{place}: 설정을 읽지 못해서 기본값을 써요: {reason}",
    no_text: "{place}: UTF-8이 아니에요. 파일을 UTF-8로 저장하세요",
    no_toml: "{place}: TOML이 아니어서 뺐어요: {detail}. theme = \"dark\"처럼 쓰세요",
    unknown_key: "{place}: ‘{key}’ 설정은 없어요. awstutor settings 명령이 있는 설정을 모두 보여 드려요",
    unknown_key_near: "{place}: ‘{key}’ 설정은 없어요. 혹시 {nearest}인가요?",
    wrong_value: "{place}: {refusal}. 고칠 때까지 쓰는 값: {value}",
    more_problems: "문제가 더 있어요: {count}. awstutor settings 명령이 모두 보여 드려요",
    not_saved: "설정을 저장하지 못했어요: {reason}",
    kept_aside: "앞서 쓰던 설정 파일은 그대로 남겨 두었어요: {path}",
    kept_in: "설정 파일: {path}",
    no_such_setting: "‘{key}’ 설정은 없어요. 있는 설정: {keys}",
    no_such_setting_near: "‘{key}’ 설정은 없어요. 혹시 {nearest}인가요? 있는 설정: {keys}",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_fill_in_the_same_details() {
        super::super::plain::checks::assert_same_details(&ENGLISH.all(), &KOREAN.all());
    }
}
