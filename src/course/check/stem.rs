//! A NOT that turns a question round must be seen: in capitals in English, in bold in Korean.
//!
//! Only the sentence that asks is looked at, and only where the NOT decides what to choose: "which of these does not…".
//! Situations are full of harmless ones ("the cache does not answer").

use super::Quiz;
use super::place::{Step, within};
use crate::course::diagnostic::Report;
use crate::course::markdown::{Inline, parse_inline};
use crate::course::problem::Rule;
use crate::text::Language;

/// Stands for whatever is marked or no prose.
const MARKED: char = '•';

const AUXILIARIES: [&str; 23] = [
    "is", "are", "was", "were", "does", "do", "did", "can", "could", "will", "would", "should", "must", "may", "might",
    "has", "have", "had", "need", "needs", "ought", "shall", "be",
];
const CONTRACTED: [&str; 11] =
    ["isn't", "aren't", "doesn't", "don't", "can't", "cannot", "won't", "shouldn't", "mustn't", "hasn't", "wouldn't"];
const IMPERATIVES: [&str; 6] = ["choose", "select", "pick", "mark", "find", "name"];
/// Words with which another clause begins.
const OTHER_CLAUSE: [&str; 9] = ["if", "when", "that", "who", "while", "because", "happens", "you", "to"];
/// Between "which" and its verb stand at most this many words that name the options.
const NAMING: usize = 2;

const KOREAN_NOTS: [&str; 6] = ["아닌", "않는", "않은", "않을", "없는", "못하는"];
/// Words for an option itself: a thing with a nature of its own ("서버가 없는 서비스") may well be asked for.
const KOREAN_OPTIONS: [&str; 6] = ["것", "설명", "보기", "항목", "문장", "선택지"];
/// What may follow in a sentence that asks for the option.
const KOREAN_ASKING: [&str; 18] = [
    "무엇",
    "뭐",
    "뭔",
    "어느",
    "어떤",
    "것",
    "고르",
    "골라",
    "고른",
    "두",
    "세",
    "하나",
    "한",
    "개",
    "모두",
    "누구",
    "찾",
    "보세요",
];

pub fn check(quiz: &Quiz<'_>, languages: &[Language], report: &mut Report<'_>) {
    for asked in &quiz.asked {
        for language in languages {
            let Some(prompt) = asked.question.prompt.own(*language) else {
                continue;
            };
            if let Some(word) = unmarked_not(prompt, *language) {
                let value = asked.place(&[Step::Key("prompt"), Step::In(*language)]);
                let place = within(quiz.text, value, &word);
                report.add(Rule::UnmarkedNot { word }.into(), place);
            }
        }
    }
}

/// The words that turn the question round without a mark, as they stand in the prompt.
fn unmarked_not(prompt: &str, language: Language) -> Option<String> {
    let text = unmarked(&parse_inline(prompt));
    sentences(&text).find_map(|sentence| match language {
        Language::English => english_not(sentence),
        Language::Korean => korean_not(sentence),
    })
}

/// The text with a sign in place of everything that stands out from it.
fn unmarked(inlines: &[Inline]) -> String {
    let piece = |inline: &Inline| match inline {
        Inline::Text(text) => text.clone(),
        Inline::Link { text, .. } => unmarked(text),
        Inline::SoftBreak => " ".to_string(),
        Inline::HardBreak => "\n".to_string(),
        _ => MARKED.to_string(),
    };
    inlines.iter().map(piece).collect()
}

/// Sentences with the sign that ends them. A full stop inside a name or number ends none.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let end = rest.char_indices().find(|(at, c)| {
            let after = rest[at + c.len_utf8()..].chars().next();
            *c == '\n' || matches!(c, '.' | '?' | '!' | ':' | '…') && after.is_none_or(char::is_whitespace)
        });
        let (sentence, after) = rest.split_at(end.map_or(rest.len(), |(at, c)| at + c.len_utf8()));
        rest = after;
        (!sentence.is_empty()).then_some(sentence.trim())
    })
}

fn words(sentence: &str) -> Vec<&str> {
    let is_edge = |c: char| !c.is_alphanumeric() && c != MARKED;
    sentence.split_whitespace().map(|word| word.trim_matches(is_edge)).filter(|word| !word.is_empty()).collect()
}

fn english_not(sentence: &str) -> Option<String> {
    let words = words(sentence);
    let lower: Vec<String> = words.iter().map(|word| word.to_lowercase().replace('’', "'")).collect();
    let lower: Vec<&str> = lower.iter().map(String::as_str).collect();
    let commands = lower.first().is_some_and(|first| IMPERATIVES.contains(first));
    if !commands && !sentence.ends_with(['?', ':', '…']) {
        return None;
    }
    let asked = |at: usize| match lower[at] {
        "which" | "what" => at == 0 || ends_with_comma(sentence, words[at - 1]),
        "that" => commands,
        _ => false,
    };
    for start in (0..lower.len()).filter(|at| asked(*at)) {
        let clause = &lower[start + 1..];
        let naming = clause.iter().take(named(clause) + 1).take_while(|word| !OTHER_CLAUSE.contains(word)).count();
        for at in start + 1..start + 1 + naming {
            if let Some(length) = turning(&lower[at..], &words[at..]) {
                return Some(words[at..at + length].join(" "));
            }
        }
    }
    // "All of these are encrypted except:"
    let at = words.iter().rposition(|word| *word == "except")?;
    let asks_for_it = lower[at + 1..].iter().all(|word| ["which", "what", "for", "one", "two"].contains(word));
    asks_for_it.then(|| words[at].to_string())
}

/// Whether the question begins after this word: "if it fails, which…". A clause within the sentence closes with
/// another comma.
fn ends_with_comma(sentence: &str, word: &str) -> bool {
    sentence.rsplit_once(',').is_some_and(|(before, _)| before.ends_with(word))
}

/// How many words after "which" only name the options: "of the following services".
fn named(words: &[&str]) -> usize {
    let group = match words {
        ["one" | "two" | "three", "of", "the", "following", ..] => 4,
        ["of", "the", "following", ..] => 3,
        ["one" | "two" | "three", "of", "these" | "those" | "them", ..] => 3,
        ["of", "these" | "those" | "them", ..] => 2,
        _ => 0,
    };
    group + NAMING
}

/// How many words turn the question round here, if any: "does not", "cannot", "never". Capitals are a mark.
fn turning(lower: &[&str], words: &[&str]) -> Option<usize> {
    match lower {
        [auxiliary, "not" | "never", ..] if AUXILIARIES.contains(auxiliary) => {
            let not = words.get(1)?;
            (*not == lower[1]).then_some(2)
        }
        ["never", ..] if words[0] == "never" => Some(1),
        [contracted, ..] if CONTRACTED.contains(contracted) && words[0].chars().skip(1).all(|c| !c.is_uppercase()) => {
            Some(1)
        }
        _ => None,
    }
}

fn korean_not(sentence: &str) -> Option<String> {
    let words = words(sentence);
    let asks = sentence.ends_with('?') || words.iter().any(|word| word.starts_with("고르") || word.starts_with("골라"));
    let at = words.windows(2).position(|pair| {
        KOREAN_NOTS.iter().any(|not| pair[0].ends_with(not))
            && KOREAN_OPTIONS.iter().any(|option| pair[1].starts_with(option))
    })?;
    let after = &words[at + 2..];
    let only_asks = after.iter().all(|word| {
        KOREAN_ASKING.iter().any(|asking| word.starts_with(asking)) || word.starts_with(|c: char| c.is_ascii_digit())
    });
    (asks && only_asks).then(|| words[at].to_string())
}

#[cfg(test)]
mod tests {
    use super::super::examples::{SINGLE, found_in_quiz};
    use super::*;

    #[test]
    fn an_unmarked_not_is_shown_where_it_stands() {
        let prompt = "prompt.en = \"One disk fails. Which of these does not help?\"\nprompt.ko = \"디스크가 고장 나요. 도움이 되지 않는 것은 무엇인가요?\"";
        assert_eq!(
            found_in_quiz(&SINGLE.replace("prompt = \"P?\"", prompt)),
            ["quizzes/s3.toml:8:45 question/unmarked-not", "quizzes/s3.toml:9:33 question/unmarked-not"]
        );
    }

    #[test]
    fn a_not_that_decides_is_found_in_english() {
        for (prompt, not) in [
            ("Which of the following AWS services does not run code?", "does not"),
            ("Which statement is not true?", "is not"),
            ("Which data never leaves the Region?", "never"),
            ("Which two of these can't be resized?", "can't"),
            ("What cannot be undone?", "cannot"),
            ("If a disk fails, which of these does not help?", "does not"),
            ("Choose the two statements that are not true.", "are not"),
            ("All of these are encrypted except:", "except"),
        ] {
            assert_eq!(unmarked_not(prompt, Language::English).as_deref(), Some(not), "{prompt}");
        }
    }

    #[test]
    fn what_is_marked_or_harmless_is_left_alone_in_english() {
        for prompt in [
            "Which of these does NOT help?",
            "Which of these does **not** help?",
            "Which of these **does not help**?",
            "Which setting ensures that the data is not lost?",
            "Which setting keeps data that is not used?",
            "The cache does not answer. What do you change?",
            "What do you do if the server does not start?",
            "Everything except pictures is slow. What do you change first?",
            "The disk must never fill up. Which store fits?",
            "Which do you choose, if not S3?",
            "What if it does not answer?",
            "Which setting caches everything except pictures?",
            "What do you do with a bucket which is not public?",
            "The bucket, which is not public, is slow: what helps, and why?",
        ] {
            assert_eq!(unmarked_not(prompt, Language::English), None, "{prompt}");
        }
    }

    #[test]
    fn a_not_that_decides_is_found_in_korean() {
        for (prompt, not) in [
            ("다음 중 컴퓨팅 서비스가 아닌 것은?", "아닌"),
            ("옳지 않은 설명 두 개를 고르세요.", "않은"),
            ("서버를 줄일 수 없는 것은 어느 것인가요?", "없는"),
        ] {
            assert_eq!(unmarked_not(prompt, Language::Korean).as_deref(), Some(not), "{prompt}");
        }
    }

    #[test]
    fn what_is_marked_or_harmless_is_left_alone_in_korean() {
        for prompt in [
            "컴퓨팅 서비스가 **아닌** 것은?",
            "옳지 **않은** 설명을 고르세요.",
            "디스크가 없는 것을 알고 서버를 늘렸어요. 무엇이 문제인가요?",
            "관리할 서버가 없는 서비스는 무엇인가요?",
            "쓰지 않는 것이 문제예요.",
        ] {
            assert_eq!(unmarked_not(prompt, Language::Korean), None, "{prompt}");
        }
    }
}
