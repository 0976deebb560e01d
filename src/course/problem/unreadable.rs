//! Why a file cannot be read and what to do about it, in each language.
//!
//! A table.

use super::pick;
use crate::course::source::{Encoding, Unreadable};
use crate::text::Language;
use crate::text::words::fill;

impl Unreadable {
    pub(super) fn details(&self, language: Language) -> Vec<(&'static str, String)> {
        let [[detail, korean_detail], [remedy, korean_remedy]] = match self {
            Unreadable::Missing => [
                ["there is no such file", "파일이 없어요"],
                [
                    "write it, or name the folder that holds the course",
                    "파일을 만들거나, 과정이 들어 있는 폴더를 지정하세요",
                ],
            ],
            Unreadable::Outside { .. } => [
                ["`{value}` is a link to a place outside the course", "`{value}`: 과정 폴더 밖을 가리키는 링크예요"],
                [
                    "put a copy in its place: a course is one folder",
                    "링크 대신 사본을 두세요. 과정은 폴더 하나로 이루어져요",
                ],
            ],
            Unreadable::Folder => [
                ["it is a folder", "폴더예요"],
                ["move the folder away, and write a file of that name", "폴더를 옮기고 같은 이름으로 파일을 만드세요"],
            ],
            Unreadable::Denied => [
                ["you have no permission", "읽을 권한이 없어요"],
                ["give yourself the right to read it: `chmod u+r`", "읽을 권한을 주세요: `chmod u+r`"],
            ],
            Unreadable::NotText { encoding: Encoding::Utf16, .. } => [
                ["it is UTF-16, not UTF-8", "UTF-8이 아니라 UTF-16이에요"],
                [
                    "save it as UTF-8 in your editor, or: `iconv -f UTF-16 -t UTF-8`",
                    "편집기에서 UTF-8로 저장하세요. 또는 `iconv -f UTF-16 -t UTF-8`",
                ],
            ],
            Unreadable::NotText { encoding: Encoding::Cp949, .. } => [
                [
                    "line {line} is not UTF-8, and looks like CP949 (EUC-KR)",
                    "{line}번째 줄이 UTF-8이 아니에요. CP949(EUC-KR)로 보여요",
                ],
                [
                    "save it as UTF-8 in your editor, or: `iconv -f CP949 -t UTF-8`",
                    "편집기에서 UTF-8로 저장하세요. 또는 `iconv -f CP949 -t UTF-8`",
                ],
            ],
            Unreadable::NotText { encoding: Encoding::Unknown, .. } => [
                ["line {line} is not UTF-8", "{line}번째 줄이 UTF-8이 아니에요"],
                ["save the file as UTF-8", "파일을 UTF-8로 저장하세요"],
            ],
            Unreadable::Failed(_) => {
                [["{value}", "{value}"], ["see that it is a file that you can open", "열 수 있는 파일인지 확인하세요"]]
            }
        };
        let value = match self {
            Unreadable::Outside { link: value } | Unreadable::Failed(value) => value.clone(),
            _ => String::new(),
        };
        let line = if let Unreadable::NotText { line, .. } = self { line.to_string() } else { String::new() };
        let details = [("value", value), ("line", line)];
        let filled = |english, korean| fill(pick(language, english, korean), &details);
        vec![("detail", filled(detail, korean_detail)), ("remedy", filled(remedy, korean_remedy))]
    }
}
