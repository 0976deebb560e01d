//! The wording of every problem: code, severity, and message and help for each language.
//!
//! A table. Braces hold what varies; `{guess}` and the like are filled in by the problem itself.

use super::Problem;
use crate::course::diagnostic::Severity;

/// The parts of a problem that never change: code, severity, and message and help for each language.
pub struct Wording {
    pub code: &'static str,
    pub severity: Severity,
    pub message: [&'static str; 2],
    pub help: [&'static str; 2],
}

impl Problem {
    pub(super) fn wording(&self) -> Wording {
        use Severity::{Error, Warning};
        let wording = |code, severity, message, help| Wording { code, severity, message, help };
        match self {
            Problem::Unreadable { .. } => wording(
                "file/unreadable",
                Error,
                ["the file cannot be read: {detail}", "파일을 읽을 수 없어요: {detail}"],
                ["{remedy}", "{remedy}"],
            ),
            Problem::EmptyFile => wording(
                "file/empty",
                Error,
                ["the file is empty", "파일이 비어 있어요"],
                [
                    "write what belongs in it (docs/authoring.md), or remove the file",
                    "내용을 쓰거나(docs/authoring.ko.md) 파일을 지우세요",
                ],
            ),
            Problem::Syntax { .. } => wording(
                "toml/syntax",
                Error,
                ["this is not TOML: {detail}", "TOML 문법이 아니에요: {detail}"],
                ["{remedy}", "{remedy}"],
            ),
            Problem::MissingKey { .. } => wording(
                "toml/missing-key",
                Error,
                ["`{key}` is missing", "`{key}` 키가 없어요"],
                ["add `{key}`", "`{key}` 키를 추가하세요"],
            ),
            Problem::UnknownKey { .. } => wording(
                "toml/unknown-key",
                Error,
                ["`{key}` has no meaning here", "`{key}`: 여기서는 쓰지 않는 키예요"],
                ["{guess}", "{guess}"],
            ),
            Problem::KeyAfterOption { .. } => wording(
                "question/key-after-option",
                Error,
                [
                    "`{key}` stands below an option, so it belongs to that option",
                    "`{key}` 키가 선택지 아래에 있어서 그 선택지의 키가 돼요",
                ],
                [
                    "move it up, before the first [[question.…]] of this question",
                    "이 문제의 첫 [[question.…]] 앞으로 옮기세요",
                ],
            ),
            Problem::KeyBelowTable { .. } => wording(
                "toml/key-below-table",
                Error,
                [
                    "`{key}` stands below a table, so it belongs to that table",
                    "`{key}` 키가 테이블 아래에 있어서 그 테이블의 키가 돼요",
                ],
                ["move it up, above the first [table] of the file", "파일의 첫 [테이블] 위로 옮기세요"],
            ),
            Problem::WrongType { .. } => wording(
                "toml/wrong-type",
                Error,
                ["`{key}` must be {wanted}", "`{key}` 값은 {wanted}이어야 해요"],
                ["write {wanted}", "이렇게 쓰세요: {wanted}"],
            ),
            Problem::EmptyText { .. } => wording(
                "toml/empty-text",
                Error,
                ["`{key}` is empty", "`{key}` 값이 비어 있어요"],
                ["write a text, or remove the key", "내용을 쓰거나 키를 지우세요"],
            ),
            Problem::UnknownLanguage { .. } => wording(
                "toml/unknown-language",
                Error,
                ["`{code}` is no language of this program", "`{code}`: 이 프로그램이 모르는 언어예요"],
                ["use `en` or `ko`", "`en` 또는 `ko`를 쓰세요"],
            ),
            Problem::NewerFormat { .. } => wording(
                "toml/newer-format",
                Error,
                [
                    "the file says format {found}; this program knows format 1",
                    "파일 형식이 {found}인데, 이 프로그램은 1까지만 알아요",
                ],
                ["write `format = 1`, or take a newer awstutor", "`format = 1`로 쓰거나 새 버전의 awstutor를 쓰세요"],
            ),
            Problem::BadId { .. } => wording(
                "id/form",
                Error,
                ["`{id}` is no id", "`{id}`: id로 쓸 수 없어요"],
                ["use small Latin letters, digits and `-`, at most 64", "영문 소문자, 숫자, `-`만 64자까지 쓰세요"],
            ),
            Problem::UnknownChapterInManifest { .. } => wording(
                "course/missing-chapter",
                Error,
                [
                    "the course lists chapter `{id}`, and no language has its text",
                    "과정 목록에 있는 챕터 `{id}`의 본문이 어느 언어에도 없어요",
                ],
                [
                    "write content/en/{id}.md, or take it off the list{guess}",
                    "content/en/{id}.md를 쓰거나 목록에서 빼세요{guess}",
                ],
            ),
            Problem::ChapterListedTwice { .. } => wording(
                "course/chapter-twice",
                Error,
                ["chapter `{id}` is listed twice", "챕터 `{id}`가 목록에 두 번 있어요"],
                ["list it once", "한 번만 쓰세요"],
            ),
            Problem::ChapterNotListed { .. } => wording(
                "course/chapter-not-listed",
                Warning,
                [
                    "`{id}` is in no part of the course, so nobody will see it",
                    "`{id}`: 과정의 어느 파트에도 없어서 아무도 볼 수 없어요",
                ],
                [
                    "add it to `chapters` of a part in content/course.toml",
                    "content/course.toml의 파트 `chapters`에 넣으세요",
                ],
            ),
            Problem::MissingLanguage { .. } => wording(
                "chapter/missing-language",
                Warning,
                ["the chapter has no text in `{language}`", "이 챕터는 `{language}` 본문이 없어요"],
                ["translate it; until then the main language is shown", "번역하세요. 그때까지는 기본 언어로 보여요"],
            ),
            Problem::NoFrontMatter => wording(
                "chapter/no-front-matter",
                Error,
                ["the chapter does not start with front matter", "챕터가 머리말(front matter)로 시작하지 않아요"],
                [
                    "start with `+++`, a `title`, a `summary` and a `[[source]]`, and `+++`",
                    "`+++`, `title`, `summary`, `[[source]]`, `+++` 순서로 시작하세요",
                ],
            ),
            Problem::OpenFrontMatter => wording(
                "chapter/open-front-matter",
                Error,
                ["the front matter has no closing `+++`", "머리말(front matter)을 닫는 `+++` 줄이 없어요"],
                ["write `+++` on a line of its own, above the text", "본문 바로 위에 `+++`만 있는 줄을 쓰세요"],
            ),
            Problem::MissingSource => wording(
                "chapter/missing-source",
                Warning,
                ["the chapter names no source", "챕터에 출처가 없어요"],
                [
                    "add a [[source]] with url, title and verified",
                    "url, title, verified가 있는 [[source]]를 추가하세요",
                ],
            ),
            Problem::TextBeforeHeading => wording(
                "chapter/text-before-heading",
                Warning,
                ["there is text before the first heading", "첫 제목 앞에 본문이 있어요"],
                [
                    "start the text with a `##` heading: only sections can be linked, resumed and asked about",
                    "본문을 `##` 제목으로 시작하세요. 링크, 이어 읽기, 문제는 절 단위예요",
                ],
            ),
            Problem::HeadingLevel => wording(
                "chapter/heading-level",
                Warning,
                ["a heading is `##` or `###`", "제목은 `##` 또는 `###`만 써요"],
                ["the chapter's title stands in the front matter", "챕터 제목은 머리말에 써요"],
            ),
            Problem::HeadingWithoutId { .. } => wording(
                "chapter/heading-without-id",
                Error,
                ["the heading \"{title}\" has no id", "제목 “{title}”에 id가 없어요"],
                [
                    "end it with an id in braces, the same in every language: `## {title} {#short-name}`",
                    "끝에 모든 언어에서 같은 id를 붙이세요: `## {title} {#short-name}`",
                ],
            ),
            Problem::DuplicateHeading { .. } => wording(
                "chapter/duplicate-heading",
                Error,
                ["the heading id `{id}` is used twice", "제목 id `{id}`가 두 번 나와요"],
                ["give each heading of a chapter its own id", "챕터 안에서 제목마다 다른 id를 쓰세요"],
            ),
            Problem::HeadingsDiffer { .. } => wording(
                "chapter/headings-differ",
                Error,
                [
                    "here the headings begin to differ: `{language}` has {found}, the main language {wanted}",
                    "여기서부터 제목이 달라요. `{language}`: {found}, 기본 언어: {wanted}",
                ],
                [
                    "use the same heading ids in the same order in every language",
                    "모든 언어에서 제목 id와 순서를 같게 하세요",
                ],
            ),
            Problem::LiteralEmphasis { .. } => wording(
                "text/literal-emphasis",
                Warning,
                ["`{marks}` will be printed as it stands", "`{marks}` 기호가 그대로 보여요"],
                [
                    "emphasis does not close between punctuation and a letter: end it before the bracket, as in `**word**(X)`",
                    "문장 부호와 글자 사이에서는 강조가 닫히지 않아요. `**단어**(X)는`처럼 괄호 앞에서 닫으세요",
                ],
            ),
            Problem::HtmlIgnored => wording(
                "chapter/html",
                Warning,
                ["HTML is not shown", "HTML은 표시되지 않아요"],
                ["say it in Markdown", "Markdown으로 쓰세요"],
            ),
            Problem::TooDeep => wording(
                "chapter/too-deep",
                Error,
                [
                    "lists or quotes nest so deep that the inner ones are left out",
                    "목록이나 인용이 너무 깊어서 안쪽은 빠져요",
                ],
                ["nest two or three levels", "두세 단계까지만 쓰세요"],
            ),
            Problem::BrokenLink { .. } => wording(
                "chapter/broken-link",
                Error,
                ["the link leads nowhere: `{target}`", "링크가 가리키는 곳이 없어요: `{target}`"],
                [
                    "link to `chapter.md`, `chapter.md#heading`, `#heading` or an https address",
                    "`chapter.md`, `chapter.md#heading`, `#heading`, https 주소로 링크하세요",
                ],
            ),
            Problem::UnknownQuizBlock { .. } => wording(
                "chapter/unknown-question",
                Error,
                ["no question has the id `{id}`", "id가 `{id}`인 문제가 없어요"],
                [
                    "write the id of a question of this course in the `quiz` block{guess}",
                    "`quiz` 블록에는 이 과정에 있는 문제의 id를 쓰세요{guess}",
                ],
            ),
            Problem::BadDiagram { .. } => wording(
                "diagram/unreadable",
                Warning,
                ["the diagram cannot be drawn: {detail}", "다이어그램을 그릴 수 없어요: {detail}"],
                [
                    "docs/authoring.md lists what a flowchart may hold; until then its source is shown",
                    "docs/authoring.md에 있는 흐름도 문법을 쓰세요. 그때까지는 소스로 보여요",
                ],
            ),
            Problem::DiagramTooLarge { .. } => wording(
                "diagram/too-large",
                Warning,
                [
                    "the diagram needs more than {columns} columns or {rows} rows",
                    "다이어그램이 {columns}칸 × {rows}줄을 넘어요",
                ],
                [
                    "use fewer boxes, shorter labels, or the other direction",
                    "상자를 줄이거나, 글을 짧게 하거나, 방향을 바꾸세요",
                ],
            ),
            Problem::QuizWithoutChapter { .. } => wording(
                "quiz/without-chapter",
                Warning,
                ["there is no chapter `{id}` for these questions", "이 문제들의 챕터 `{id}`가 없어요"],
                ["name the file after a chapter of the course", "파일 이름을 과정에 있는 챕터와 같게 하세요"],
            ),
            Problem::DuplicateQuestion { .. } => wording(
                "question/duplicate-id",
                Error,
                ["the id `{id}` is taken: {first}", "id `{id}`는 이미 쓰였어요: {first}"],
                ["give each question of the course its own id", "과정 안에서 문제마다 다른 id를 쓰세요"],
            ),
            Problem::UnknownKind { .. } => wording(
                "question/unknown-kind",
                Error,
                ["`{kind}` is no kind of question", "`{kind}`: 없는 문제 유형이에요"],
                [
                    "use single, multiple, boolean, short, number, order, match or cloze",
                    "single, multiple, boolean, short, number, order, match, cloze 중에서 쓰세요",
                ],
            ),
            Problem::UnknownSection { .. } => wording(
                "question/unknown-section",
                Error,
                ["there is no section `{section}`", "절 `{section}`이 없어요"],
                [
                    "write \"chapter#heading\" with a heading id of that chapter{guess}",
                    "\"챕터#제목id\" 형식으로, 그 챕터에 있는 제목 id를 쓰세요{guess}",
                ],
            ),
            Problem::NoCorrectOption => wording(
                "question/no-correct-option",
                Error,
                ["no option is right", "정답인 선택지가 없어요"],
                ["write `correct = true` below the right one", "정답 아래에 `correct = true`를 쓰세요"],
            ),
            Problem::SeveralCorrectOptions { .. } => wording(
                "question/several-correct-options",
                Error,
                [
                    "{count} options are right, and a single choice has one",
                    "정답이 {count}개예요. single은 정답이 하나예요",
                ],
                [
                    "keep one `correct = true`, or make it `kind = \"multiple\"`",
                    "`correct = true`를 하나만 남기거나 `kind = \"multiple\"`로 바꾸세요",
                ],
            ),
            Problem::TooFew { .. } => wording(
                "question/too-few",
                Error,
                ["there must be at least {needed} × {what}", "{what}: 적어도 {needed}개가 있어야 해요"],
                ["add the missing ones", "모자란 만큼 추가하세요"],
            ),
            Problem::DuplicateOption { .. } => wording(
                "question/duplicate-option",
                Error,
                ["the id `{id}` is used twice within the question", "문제 안에서 id `{id}`가 두 번 나와요"],
                ["give each its own id, or leave the ids out", "서로 다른 id를 쓰거나 id를 빼세요"],
            ),
            Problem::MissingWhy => wording(
                "question/missing-why",
                Warning,
                ["there is no reason here", "이유(`why`)가 없어요"],
                [
                    "say in `why` what makes it right, or which belief makes it wrong",
                    "`why`에 왜 맞는지, 또는 어떤 오해인지 쓰세요",
                ],
            ),
            Problem::MissingExplanation => wording(
                "question/missing-explanation",
                Warning,
                ["a typed answer needs an explanation", "직접 입력하는 문제에는 해설이 필요해요"],
                [
                    "write `explanation`: it is where the reason for the right answer stands",
                    "정답의 이유를 `explanation`에 쓰세요",
                ],
            ),
            Problem::MissingTranslation { .. } => wording(
                "question/missing-translation",
                Warning,
                ["`{key}` has no `{language}`", "`{key}`에 `{language}`가 없어요"],
                [
                    "write `{key}.{language}`; until then the other language is shown",
                    "`{key}.{language}`를 쓰세요. 그때까지는 다른 언어로 보여요",
                ],
            ),
            Problem::NoAcceptedAnswer { .. } => wording(
                "question/no-accepted-answer",
                Error,
                ["`{key}` accepts nothing", "`{key}`에 인정하는 답이 없어요"],
                ["list at least one spelling that is not empty", "비어 있지 않은 답을 하나 이상 쓰세요"],
            ),
            Problem::GapWithoutBlank { .. } => wording(
                "question/gap-without-blank",
                Error,
                [
                    "the prompt ({language}) has a gap `{name}`, and no blank has that name",
                    "문제({language})의 빈칸 `{name}`에 해당하는 [[question.blank]]가 없어요",
                ],
                [
                    "add a [[question.blank]] with `name = \"{name}\"`",
                    "`name = \"{name}\"`인 [[question.blank]]를 추가하세요",
                ],
            ),
            Problem::BlankWithoutGap { .. } => wording(
                "question/blank-without-gap",
                Error,
                ["the prompt ({language}) has no gap named `{name}`", "문제({language})에 `{name}` 빈칸이 없어요"],
                ["write it into the prompt in two pairs of braces, once", "문제에 중괄호 두 쌍으로 한 번 쓰세요"],
            ),
            Problem::NegativeTolerance => wording(
                "question/negative-tolerance",
                Error,
                ["the tolerance is negative", "허용 오차가 음수예요"],
                ["write 0 or more", "0 이상으로 쓰세요"],
            ),
            Problem::OutOfRange { .. } => wording(
                "toml/out-of-range",
                Error,
                ["`{key}` must be {range}", "`{key}` 값의 범위는 {range}예요"],
                ["write {range}", "{range} 안에서 쓰세요"],
            ),
            Problem::Rule(rule) => rule.wording(),
            Problem::Scenario(rule) => rule.wording(),
            Problem::WhatIf(rule) => rule.wording(),
        }
    }
}
