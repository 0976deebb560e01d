//! The wording of every rule: code, severity, and message and help for each language.
//!
//! A table, like that of the other problems.

use super::Rule;
use super::wording::Wording;
use crate::course::diagnostic::Severity;

impl Rule {
    pub(super) fn wording(&self) -> Wording {
        use Severity::{Advice, Error, Warning};
        let wording = |code, severity, message, help| Wording { code, severity, message, help };
        match self {
            Rule::IdTwice { .. } => wording(
                "id/twice",
                Error,
                ["the id `{id}` is taken", "id `{id}`는 이미 쓰였어요"],
                ["give it an id of its own", "다른 id를 쓰세요"],
            ),
            Rule::UnknownName { .. } => wording(
                "check/unknown-rule",
                Warning,
                ["there is no rule `{name}`", "`{name}`: 없는 규칙이에요"],
                ["{guess}", "{guess}"],
            ),
            Rule::UnknownLevel { .. } => wording(
                "check/unknown-level",
                Error,
                ["`{level}` is no level of a rule", "`{level}`: 규칙의 단계로 쓸 수 없어요"],
                [
                    "write \"off\", \"advice\", \"warning\" or \"error\"",
                    "\"off\", \"advice\", \"warning\", \"error\" 중에서 쓰세요",
                ],
            ),
            Rule::UnknownExam { .. } => wording(
                "question/unknown-exam",
                Error,
                ["the course has no exam `{exam}`", "과정에 `{exam}` 시험이 없어요"],
                [
                    "name an exam of content/course.toml, or add an [[exam]] there{guess}",
                    "content/course.toml에 있는 시험 id를 쓰거나, 거기에 [[exam]]을 추가하세요{guess}",
                ],
            ),
            Rule::UnknownDomain { .. } => wording(
                "question/unknown-domain",
                Error,
                ["the exam `{exam}` has no domain `{domain}`", "`{exam}` 시험에 `{domain}` 영역이 없어요"],
                [
                    "name a domain that content/course.toml lists for this exam{guess}",
                    "content/course.toml에서 이 시험의 [[exam.domain]]에 있는 id를 쓰세요{guess}",
                ],
            ),
            Rule::MissingHint => wording(
                "question/missing-hint",
                Warning,
                ["the question has no hint", "문제에 힌트가 없어요"],
                [
                    "write `hint`: a question back, or the first step, not the answer",
                    "`hint`를 쓰세요. 답이 아니라 되묻는 질문이나 첫 단계가 좋아요",
                ],
            ),
            Rule::FewerHints { .. } => wording(
                "question/fewer-hints",
                Warning,
                [
                    "`{language}` has fewer hints ({count}) than the other language ({longest})",
                    "`{language}` 힌트가 {count}개라서 다른 언어({longest}개)보다 적어요",
                ],
                [
                    "write as many in every language; until then the others are shown in the other language",
                    "모든 언어에 같은 수만큼 쓰세요. 그때까지 나머지는 다른 언어로 보여요",
                ],
            ),
            Rule::UnknownService { .. } => wording(
                "course/unknown-service",
                Advice,
                [
                    "the service `{service}` has neither a chapter nor a name",
                    "서비스 `{service}`: 챕터도 이름도 없어요",
                ],
                [
                    "mend its id, or name it in `[services]` of content/course.toml{guess}",
                    "id를 고치거나 content/course.toml의 `[services]`에 이름을 쓰세요{guess}",
                ],
            ),
            Rule::BuiltInId { .. } => wording(
                "course/built-in-id",
                Advice,
                [
                    "the course built into awstutor has the id `{id}` too, so both write into one journal",
                    "내장 과정과 id가 같아서(`{id}`) 두 과정이 같은 기록 파일에 써요",
                ],
                ["give this course an id of its own", "이 과정에 다른 id를 쓰세요"],
            ),
            Rule::MissingSource => wording(
                "question/missing-source",
                Warning,
                ["the question names no source", "문제에 출처가 없어요"],
                [
                    "list in `sources` the pages that prove the answer",
                    "정답을 확인할 수 있는 페이지를 `sources`에 쓰세요",
                ],
            ),
            Rule::EqualOptions { .. } => wording(
                "question/equal-options",
                Error,
                ["\"{text}\" can be chosen twice", "“{text}” 선택지가 두 번 나와요"],
                [
                    "reword one of them: who means the right one may hit the other",
                    "하나를 바꾸세요. 정답을 알고도 다른 쪽을 고를 수 있어요",
                ],
            ),
            Rule::NearOptions { .. } => wording(
                "question/near-options",
                Warning,
                ["\"{text}\" says the same as \"{other}\"", "“{text}”: “{other}”와 같은 말이에요"],
                [
                    "let the options differ in meaning, not in small words, plurals or punctuation",
                    "조사나 복수형, 문장 부호가 아니라 뜻이 다르게 쓰세요",
                ],
            ),
            Rule::RepeatedAnswer { .. } => wording(
                "question/repeated-answer",
                Warning,
                [
                    "`{answer}` is listed before: case, blanks and a leading Amazon or AWS make no difference",
                    "`{answer}`: 이미 있는 답이에요. 대소문자, 공백, 앞의 Amazon·AWS는 구분하지 않아요",
                ],
                ["remove it", "지우세요"],
            ),
            Rule::TrapAccepted { .. } => wording(
                "question/trap-accepted",
                Warning,
                [
                    "`{answer}` is a trap and counts as right, so the trap is never shown",
                    "`{answer}`: 정답으로 인정되는 답이라 함정 설명이 나오지 않아요",
                ],
                ["remove it from the trap or from the right answers", "함정과 정답 중 한쪽에서 지우세요"],
            ),
            Rule::AboveWhileShuffled { .. } => wording(
                "question/above-while-shuffled",
                Warning,
                [
                    "\"{text}\" speaks of the other options, and the options are shuffled",
                    "“{text}”: 다른 선택지를 가리키는데 선택지 순서가 섞여요",
                ],
                [
                    "replace it by a belief of its own; `shuffle = false` keeps the order if it must stay",
                    "독립된 내용으로 바꾸세요. 꼭 필요하면 `shuffle = false`로 순서를 고정하세요",
                ],
            ),
            Rule::UnmarkedNot { .. } => wording(
                "question/unmarked-not",
                Warning,
                [
                    "`{word}` turns the question round and is easily read over",
                    "`{word}`: 질문을 뒤집는 말인데 눈에 잘 띄지 않아요",
                ],
                [
                    "ask for what is the case, or mark it: NOT, EXCEPT, NEVER",
                    "긍정으로 묻거나 굵게 표시하세요: **아닌**, **않은**, **없는**",
                ],
            ),
            Rule::Untranslated { .. } => wording(
                "text/untranslated",
                Warning,
                ["the `{language}` text looks like the other language", "`{language}` 글이 다른 언어로 쓰인 것 같아요"],
                ["translate it; code goes between backquotes", "번역하세요. 코드는 백쿼트로 감싸세요"],
            ),
            Rule::FewQuestions { .. } => wording(
                "chapter/few-questions",
                Warning,
                [
                    "the chapter has fewer questions than {needed}: {count}",
                    "챕터의 문제가 {needed}개보다 적어요: {count}개",
                ],
                [
                    "add questions, or set `questions-per-chapter` under [check] in content/course.toml",
                    "문제를 더하거나 content/course.toml의 [check]에서 `questions-per-chapter`를 정하세요",
                ],
            ),
            Rule::FewOfDifficulty { .. } => wording(
                "chapter/few-of-a-difficulty",
                Warning,
                [
                    "the chapter has fewer questions of difficulty {difficulty} than {needed}: {count}",
                    "챕터의 난이도 {difficulty} 문제가 {needed}개보다 적어요: {count}개",
                ],
                [
                    "add some, or set `per-difficulty` under [check] in content/course.toml",
                    "문제를 더하거나 content/course.toml의 [check]에서 `per-difficulty`를 정하세요",
                ],
            ),
            Rule::LongestIsRight { .. } => wording(
                "bank/longest-is-right",
                Warning,
                [
                    "over the bank ({language}) the longest option is right {count} times in {of}; chance gives {expected}, and {limit} or more less than once in a hundred banks",
                    "전체 문제({language})에서 가장 긴 선택지가 정답인 문제가 {of}개 중 {count}개예요. 우연이라면 {expected}개쯤이고, {limit}개 이상은 백 번에 한 번도 안 나와요",
                ],
                [
                    "shorten right options or lengthen wrong ones, first here: {first}",
                    "정답을 줄이거나 오답을 늘리세요. 먼저 볼 문제: {first}",
                ],
            ),
            Rule::FavouritePlace { .. } => wording(
                "bank/favourite-place",
                Warning,
                [
                    "where the order is fixed, the right option stands at `{place}` {count} times in {of}; chance gives {expected}, and {limit} or more less than once in a hundred banks",
                    "순서를 섞지 않는 문제에서 정답이 `{place}` 자리에 있는 경우가 {of}개 중 {count}개예요. 우연이라면 {expected}개쯤이고, {limit}개 이상은 백 번에 한 번도 안 나와요",
                ],
                [
                    "let some right options stand elsewhere, first here: {first}",
                    "정답의 자리를 바꾸세요. 먼저 볼 문제: {first}",
                ],
            ),
            Rule::VerifiedLongAgo { .. } => wording(
                "age/verified-long-ago",
                Advice,
                [
                    "verified on {verified}, {days} days ago; the course asks for at most {limit}",
                    "{verified}에 확인했고 {days}일이 지났어요. 이 과정의 기준은 {limit}일이에요",
                ],
                [
                    "look the facts up again and set `verified` to that day",
                    "내용을 다시 확인하고 `verified`를 그날로 바꾸세요",
                ],
            ),
            Rule::Undated => wording(
                "age/undated",
                Advice,
                ["no day says when this was verified", "언제 확인했는지 날짜가 없어요"],
                ["write `verified = 2026-11-22` with the day", "`verified = 2026-11-22`처럼 확인한 날을 쓰세요"],
            ),
        }
    }
}
