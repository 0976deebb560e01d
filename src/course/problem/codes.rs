//! The codes of all problems, for those who name one: the switches of a course.
//!
//! A code stays in this list for ever, even when its rule is gone: it is never given to another.

pub const CODES: [&str; 64] = [
    "age/undated",
    "age/verified-long-ago",
    "bank/favourite-place",
    "bank/longest-is-right",
    "chapter/broken-link",
    "chapter/duplicate-heading",
    "chapter/few-of-a-difficulty",
    "chapter/few-questions",
    "chapter/heading-level",
    "chapter/heading-without-id",
    "chapter/headings-differ",
    "chapter/html",
    "chapter/missing-language",
    "chapter/missing-source",
    "chapter/no-front-matter",
    "chapter/text-before-heading",
    "chapter/too-deep",
    "chapter/unknown-question",
    "check/unknown-level",
    "check/unknown-rule",
    "course/chapter-not-listed",
    "course/chapter-twice",
    "course/missing-chapter",
    "diagram/too-large",
    "diagram/unreadable",
    "file/unreadable",
    "id/form",
    "id/twice",
    "question/above-while-shuffled",
    "question/blank-without-gap",
    "question/duplicate-id",
    "question/duplicate-option",
    "question/equal-options",
    "question/gap-without-blank",
    "question/key-after-option",
    "question/missing-explanation",
    "question/missing-hint",
    "question/missing-source",
    "question/missing-translation",
    "question/missing-why",
    "question/near-options",
    "question/negative-tolerance",
    "question/no-accepted-answer",
    "question/no-correct-option",
    "question/repeated-answer",
    "question/several-correct-options",
    "question/too-few",
    "question/trap-accepted",
    "question/unknown-domain",
    "question/unknown-exam",
    "question/unknown-kind",
    "question/unknown-section",
    "question/unmarked-not",
    "quiz/without-chapter",
    "text/literal-emphasis",
    "text/untranslated",
    "toml/empty-text",
    "toml/missing-key",
    "toml/newer-format",
    "toml/out-of-range",
    "toml/syntax",
    "toml/unknown-key",
    "toml/unknown-language",
    "toml/wrong-type",
];

#[cfg(test)]
mod tests {
    use super::*;

    /// The codes that stand in the tables of wordings, in their order.
    fn worded() -> Vec<&'static str> {
        let tables = [include_str!("wording.rs"), include_str!("rule_wording.rs")];
        let entries = tables.into_iter().flat_map(|table| table.split("=> wording(").skip(1));
        entries.filter_map(|entry| entry.split('"').nth(1)).collect()
    }

    #[test]
    fn every_wording_has_its_own_code_and_every_code_its_wording() {
        let mut worded = worded();
        worded.sort();
        assert_eq!(worded, CODES);
    }
}
