//! The frequent slips in TOML: what is wrong and what to write instead, in each language.
//!
//! A table. It must not recognise any: reading does.

use super::pick;
use crate::text::Language;
use crate::text::words::fill;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Slip {
    TypographicQuotes,
    QuoteInside,
    OpenText {
        quote: &'static str,
    },
    Unquoted,
    Backslash,
    CommaInNumber,
    Number,
    Boolean,
    Date,
    NoValue,
    Key,
    NoComma,
    Open {
        bracket: &'static str,
    },
    Header {
        meant: String,
    },
    Twice {
        key: String,
    },
    Behind {
        rest: String,
    },
    /// In the parser's own words.
    Other {
        complaint: String,
    },
}

impl Slip {
    /// What is wrong.
    pub fn detail(&self, language: Language) -> String {
        self.filled(self.wording(language).0)
    }

    pub(super) fn details(&self, language: Language) -> Vec<(&'static str, String)> {
        let remedy = self.filled(self.wording(language).1);
        vec![("detail", self.detail(language)), ("remedy", remedy)]
    }

    fn filled(&self, template: &str) -> String {
        let value = match self {
            Slip::OpenText { quote } => quote,
            Slip::Open { bracket } => bracket,
            Slip::Header { meant } => meant.as_str(),
            Slip::Twice { key } => key,
            Slip::Behind { rest } => rest,
            Slip::Other { complaint } => complaint,
            _ => "",
        };
        fill(template, &[("value", value.to_string())])
    }

    fn wording(&self, language: Language) -> (&'static str, &'static str) {
        let [[detail, korean_detail], [remedy, korean_remedy]] = match self {
            Slip::TypographicQuotes => [
                ["a text stands in typographic quotes", "문자열을 둥근따옴표로 묶었어요"],
                ["write the straight quote `\"` on both sides", "양쪽 모두 곧은따옴표 `\"`로 쓰세요"],
            ],
            Slip::QuoteInside => [
                ["a quote inside the text ends it", "문자열 안의 따옴표 때문에 문자열이 거기서 끝나요"],
                [
                    "write `\\\"` inside the text, or put the text between '…'",
                    "안쪽 따옴표를 `\\\"`로 쓰거나 문자열 전체를 '…'로 묶으세요",
                ],
            ],
            Slip::OpenText { .. } => [
                ["a text lacks one of its quotes", "문자열의 따옴표 한쪽이 없어요"],
                ["put {value} before and behind each text", "문자열마다 앞뒤에 {value} 기호를 쓰세요"],
            ],
            Slip::Unquoted => [
                ["a text stands without quotes", "문자열에 따옴표가 없어요"],
                ["put it between quotes: \"…\"", "따옴표로 묶으세요: \"…\""],
            ],
            Slip::Backslash => [
                [
                    "`\\` in a text begins an escape, and there is none like this",
                    "문자열 안의 `\\` 뒤에는 정해진 글자만 올 수 있어요",
                ],
                ["write `\\\\`, or put the text between '…'", "`\\\\`로 쓰거나 문자열 전체를 '…'로 묶으세요"],
            ],
            Slip::CommaInNumber => [
                ["a comma stands in a number", "숫자 안에 쉼표가 있어요"],
                [
                    "write thousands without a comma (`1800`), and decimals with a point (`0.5`)",
                    "천 단위 쉼표는 빼고(`1800`), 소수점은 마침표로(`0.5`) 쓰세요",
                ],
            ],
            Slip::Number => [
                ["this is not a number", "숫자가 아니에요"],
                [
                    "write the number alone (`0.7`), without a unit, sign or space; a text goes between quotes",
                    "단위나 기호, 공백 없이 숫자만(`0.7`) 쓰세요. 문자열이면 따옴표로 묶으세요",
                ],
            ],
            Slip::Boolean => [
                ["true and false are written in small letters", "true와 false는 소문자로 써야 해요"],
                ["write `true` or `false`", "`true`나 `false`로 쓰세요"],
            ],
            Slip::Date => [
                ["there is no such date", "이런 날짜는 없어요"],
                ["write a date like 2026-11-22", "2026-11-22 같은 날짜를 쓰세요"],
            ],
            Slip::NoValue => [
                ["a key stands without a value", "키에 값이 없어요"],
                [
                    "write `key = value` on one line; a text of several lines goes between \"\"\" and \"\"\"",
                    "한 줄에 `키 = 값`으로 쓰세요. 여러 줄 문자열은 \"\"\"와 \"\"\" 사이에 써요",
                ],
            ],
            Slip::Key => [
                ["a key holds what only a key in quotes may hold", "따옴표 없는 키에 쓸 수 없는 글자가 있어요"],
                [
                    "use Latin letters, digits, `-` and `_`, or put the key between quotes",
                    "영문자, 숫자, `-`, `_`만 쓰거나 키를 따옴표로 묶으세요",
                ],
            ],
            Slip::NoComma => [
                ["a comma is missing between two values", "값과 값 사이에 쉼표가 없어요"],
                ["put a comma behind the value before this", "이 앞에 있는 값 뒤에 쉼표를 쓰세요"],
            ],
            Slip::Open { .. } => [
                ["the closing `{value}` is missing", "닫는 `{value}` 괄호가 없어요"],
                ["write `{value}` at the end", "끝에 `{value}` 괄호를 쓰세요"],
            ],
            Slip::Header { .. } => [
                ["a bracket of the header is missing", "테이블 이름의 괄호가 모자라요"],
                ["write `{value}`", "`{value}`로 쓰세요"],
            ],
            Slip::Twice { .. } => [
                ["`{value}` stands twice", "`{value}` 키가 두 번 있어요"],
                ["keep one of the two", "둘 중 하나만 남기세요"],
            ],
            Slip::Behind { .. } => [
                ["`{value}` stands behind the value", "값 뒤에 `{value}` 부분이 더 있어요"],
                ["take it out, or write `#` before it if it is a note", "지우세요. 메모라면 앞에 `#` 기호를 쓰세요"],
            ],
            Slip::Other { .. } => [
                ["{value}", "{value}"],
                [
                    "mend the marked place; texts stand in quotes, tables in [brackets]",
                    "표시한 곳을 고치세요. 문자열은 따옴표로, 테이블은 [대괄호]로 써요",
                ],
            ],
        };
        (pick(language, detail, korean_detail), pick(language, remedy, korean_remedy))
    }
}
