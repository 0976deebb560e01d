//! The codes of all problems, for those who name one: the switches of a course.
//!
//! A code stays in this list for ever, even when its rule is gone: it is never given to another.

pub const CODES: [&str; 117] = [
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
    "chapter/open-front-matter",
    "chapter/text-before-heading",
    "chapter/too-deep",
    "chapter/unknown-question",
    "check/unknown-level",
    "check/unknown-rule",
    "course/built-in-id",
    "course/chapter-not-listed",
    "course/chapter-twice",
    "course/missing-chapter",
    "course/unknown-service",
    "diagram/too-large",
    "diagram/unreadable",
    "file/empty",
    "file/unreadable",
    "id/form",
    "id/twice",
    "question/above-while-shuffled",
    "question/blank-without-gap",
    "question/duplicate-id",
    "question/duplicate-option",
    "question/equal-options",
    "question/fewer-hints",
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
    "scenario/bad-value",
    "scenario/better-path",
    "scenario/circle",
    "scenario/expert-loses",
    "scenario/expert-not-offered",
    "scenario/expert-unfinished",
    "scenario/expert-without-points",
    "scenario/goal-component",
    "scenario/goal-limit",
    "scenario/goal-subject",
    "scenario/goal-unit",
    "scenario/heading",
    "scenario/idle-goal",
    "scenario/listed-twice",
    "scenario/misfit",
    "scenario/missing-file",
    "scenario/missing-source",
    "scenario/never-taken",
    "scenario/no-lost-ending",
    "scenario/no-way",
    "scenario/not-listed",
    "scenario/nothing-offered",
    "scenario/nothing-to-do",
    "scenario/one-step",
    "scenario/recommended-misses",
    "scenario/recommended-not-allowed",
    "scenario/recommended-wastes",
    "scenario/same-parameter",
    "scenario/shares",
    "scenario/too-large",
    "scenario/too-many-plans",
    "scenario/unknown-action",
    "scenario/unknown-class",
    "scenario/unknown-component",
    "scenario/unknown-component-kind",
    "scenario/unknown-flag",
    "scenario/unknown-kind",
    "scenario/unknown-metric",
    "scenario/unknown-option",
    "scenario/unknown-parameter",
    "scenario/unknown-phase",
    "scenario/unknown-question",
    "scenario/unknown-section",
    "scenario/unknown-step",
    "scenario/unreached",
    "scenario/unused-flag",
    "scenario/without-taught",
    "text/literal-emphasis",
    "text/untranslated",
    "toml/empty-text",
    "toml/key-below-table",
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

    /// Code and level of every entry in the tables of wordings.
    fn worded() -> Vec<(&'static str, String)> {
        let tables = [
            include_str!("wording.rs"),
            include_str!("rule_wording.rs"),
            include_str!("scenario_wording.rs"),
            include_str!("what_if_wording.rs"),
        ];
        let entry = |entry: &'static str| {
            let mut quoted = entry.split('"').skip(1);
            let (code, level) = (quoted.next()?, quoted.next()?.split(',').nth(1)?);
            Some((code, level.trim().to_lowercase()))
        };
        let mut entries: Vec<_> =
            tables.iter().flat_map(|table| table.split("=> wording(").skip(1)).filter_map(entry).collect();
        entries.sort();
        entries
    }

    #[test]
    fn every_wording_has_its_own_code_and_every_code_its_wording() {
        assert_eq!(worded().into_iter().map(|(code, _)| code).collect::<Vec<_>>(), CODES);
    }

    #[test]
    fn the_guides_list_every_rule_with_its_level() {
        let guides = [include_str!("../../../docs/authoring.md"), include_str!("../../../docs/authoring.ko.md")];
        for guide in guides {
            let rows = worded().into_iter().map(|(code, level)| format!("| `{code}` | {level} |"));
            assert_eq!(rows.filter(|row| !guide.contains(row)).collect::<Vec<_>>(), [""; 0]);
            assert_eq!(guide.lines().filter(|line| line.starts_with("| `") && line.contains("/")).count(), CODES.len());
        }
    }
}
