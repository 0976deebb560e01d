//! Rules about the options of a question: they must differ, and not speak of one another while shuffled.
//!
//! Which option is right is of no interest here.

use super::place::{Step, within};
use super::{Asked, Quiz};
use crate::course::diagnostic::Report;
use crate::course::markdown::{parse_inline, plain_text};
use crate::course::problem::Rule;
use crate::domain::question::{Body, Text};
use crate::text::Language;

/// Small words that make no option another.
const WEIGHTLESS: [&str; 6] = ["a", "an", "the", "of", "amazon", "aws"];
/// Particles that may stand behind a Korean word without changing what it names.
const PARTICLES: [char; 6] = ['을', '를', '이', '가', '은', '는'];
/// What English says of options that stand above it.
const ABOVE: [&str; 8] = [
    "of the above",
    "all the above",
    "of the below",
    "options above",
    "options below",
    "of the other options",
    "of these options",
    "answers above",
];
/// Korean words that begin an option about other places, and what is said of them.
const PLACES: [&str; 5] = ["위", "위의", "앞의", "아래", "아래의"];
const SAID_OF_PLACES: [&str; 5] = ["모두", "전부", "없", "아님", "둘 다"];
/// The same without a place, as Korean papers have it.
const WHOLE: [&str; 8] =
    ["정답없음", "답없음", "해당없음", "해당사항없음", "모두정답", "모두해당", "모두맞음", "모두옳음"];

/// An option, and the way to its text.
struct Entry<'q> {
    text: &'q Text,
    steps: Vec<Step>,
    /// May say the same as another that may: two pairs can share their right side.
    shared: bool,
}

pub fn check(quiz: &Quiz<'_>, languages: &[Language], report: &mut Report<'_>) {
    for asked in &quiz.asked {
        for entries in groups(&asked.question.body) {
            check_alike(asked, &entries, languages, report);
        }
        if asked.question.shuffle && matches!(asked.question.body, Body::Single(_) | Body::Multiple(_)) {
            check_above(quiz, asked, languages, report);
        }
    }
}

/// The lists of texts that one chooses from.
fn groups(body: &Body) -> Vec<Vec<Entry<'_>>> {
    match body {
        Body::Single(choices) | Body::Multiple(choices) => {
            vec![entries(&[Step::Key("option")], "text", choices.iter().map(|choice| &choice.text))]
        }
        Body::Order(items) => vec![entries(&[Step::Key("item")], "text", items.iter().map(|item| &item.text))],
        Body::Match { pairs, distractors } => {
            let lefts = entries(&[Step::Key("pair")], "left", pairs.iter().map(|pair| &pair.left));
            let mut rights = entries(&[Step::Key("pair")], "right", pairs.iter().map(|pair| &pair.right));
            rights.iter_mut().for_each(|entry| entry.shared = true);
            rights.extend(entries(&[Step::Key("distractor")], "text", distractors.iter().map(|item| &item.text)));
            vec![lefts, rights]
        }
        Body::Cloze(blanks) => {
            let mut groups = Vec::new();
            for (position, blank) in blanks.iter().enumerate() {
                let way = [Step::Key("blank"), Step::Nth(position), Step::Key("option")];
                groups.push(entries(&way, "text", blank.fill.options().iter().map(|choice| &choice.text)));
            }
            groups
        }
        Body::Boolean { .. } | Body::Short { .. } | Body::Number { .. } => Vec::new(),
    }
}

fn entries<'q>(way: &[Step], key: &'static str, texts: impl Iterator<Item = &'q Text>) -> Vec<Entry<'q>> {
    let entry = |(position, text)| {
        let steps = [way, &[Step::Nth(position), Step::Key(key)]].concat();
        Entry { text, steps, shared: false }
    };
    texts.enumerate().map(entry).collect()
}

/// Each option is compared with those before it; the first language that shows a likeness is enough.
fn check_alike(asked: &Asked<'_>, entries: &[Entry<'_>], languages: &[Language], report: &mut Report<'_>) {
    for (position, entry) in entries.iter().enumerate() {
        let likeness = languages.iter().find_map(|language| {
            let rule = entries[..position].iter().find_map(|other| alike(other, entry, *language));
            rule.map(|rule| (rule, *language))
        });
        if let Some((rule, language)) = likeness {
            let steps = [&entry.steps[..], &[Step::In(language)]].concat();
            report.add(rule.into(), asked.place(&steps));
        }
    }
}

fn alike(other: &Entry<'_>, entry: &Entry<'_>, language: Language) -> Option<Rule> {
    let (before, text) = (plain(other.text, language)?, plain(entry.text, language)?);
    if before == text {
        return (!(other.shared && entry.shared)).then_some(Rule::EqualOptions { text });
    }
    let (core, other_core) = (core(&text), core(&before));
    (!core.is_empty() && core == other_core).then_some(Rule::NearOptions { text, other: before })
}

fn plain(text: &Text, language: Language) -> Option<String> {
    let plain = plain_text(&parse_inline(text.own(language)?));
    Some(plain.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// What is left of an option without case, punctuation, small words, plural endings and particles.
fn core(text: &str) -> String {
    let chars: Vec<char> = text.to_lowercase().chars().collect();
    let keep = |(position, c): (usize, &char)| {
        let beside_digit = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(char::is_ascii_digit);
        let before = beside_digit(position.checked_sub(1));
        let after = beside_digit(Some(position + 1));
        match c {
            ',' if before && after => None,
            '.' | ':' if before && after => Some(*c),
            '-' if after => Some(*c),
            '.' | ',' | ':' | ';' | '!' | '?' | '\'' | '"' | '“' | '”' | '‘' | '’' | '(' | ')' | '-' | '–' | '—' => {
                Some(' ')
            }
            c => Some(*c),
        }
    };
    let bare: String = chars.iter().enumerate().filter_map(keep).collect();
    let words = bare.split_whitespace().filter(|word| !WEIGHTLESS.contains(word)).map(stem);
    words.collect()
}

fn stem(word: &str) -> &str {
    let ends_a_word = |last: char| last.is_alphabetic() && !last.is_ascii();
    if let Some(name) = word.strip_suffix(PARTICLES)
        && name.chars().last().is_some_and(ends_a_word)
    {
        return name;
    }
    let plural = word.len() > 3 && word.is_ascii() && !["ss", "us", "is"].iter().any(|end| word.ends_with(end));
    if plural { word.strip_suffix('s').unwrap_or(word) } else { word }
}

/// "All of the above" while nobody knows what will stand above.
fn check_above(quiz: &Quiz<'_>, asked: &Asked<'_>, languages: &[Language], report: &mut Report<'_>) {
    let entries = groups(&asked.question.body).into_iter().flatten();
    for entry in entries {
        for language in languages {
            if let Some(text) = plain(entry.text, *language).filter(|text| speaks_of_others(text)) {
                let place = asked.place(&[&entry.steps[..], &[Step::In(*language)]].concat());
                let place = within(quiz.text, place, &text);
                report.add(Rule::AboveWhileShuffled { text }.into(), place);
            }
        }
    }
}

fn speaks_of_others(text: &str) -> bool {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().map(|word| word.trim_matches(['.', ','])).collect();
    let joined: String = lower.chars().filter(|c| c.is_alphanumeric()).collect();
    let letters = words.strip_prefix(&["both"]).unwrap_or(&words);
    let is_letter = |word: &str| word.len() == 1 && matches!(word.as_bytes(), [b'a'..=b'h']);
    let korean = || {
        let in_short = text.chars().count() <= 20;
        let placed = words.first().is_some_and(|first| PLACES.contains(first));
        in_short && placed && SAID_OF_PLACES.iter().any(|said| lower.contains(said))
    };
    ABOVE.iter().any(|above| lower.contains(above))
        || matches!(letters, [one, "and" | "or", other] if is_letter(one) && is_letter(other))
        || korean()
        || WHOLE.iter().any(|whole| joined.strip_prefix(whole).is_some_and(|ending| ending.chars().count() <= 3))
}

#[cfg(test)]
mod tests {
    use super::super::examples::{SINGLE, found_in_quiz, question};
    use super::*;

    fn single_with(option: &str) -> String {
        SINGLE.replace("text = \"EBS\"", &format!("text = \"{option}\""))
    }

    #[test]
    fn the_same_option_twice_is_an_error_at_the_second() {
        assert_eq!(found_in_quiz(&single_with("S3  bucket")), ["quizzes/s3.toml:17:8 question/equal-options"]);
        let only_korean = SINGLE
            .replace("text = \"S3 bucket\"", "text.en = \"one\"\ntext.ko = \"버킷\"")
            .replace("text = \"EBS\"", "text.en = \"two\"\ntext.ko = \"버킷\"");
        assert_eq!(found_in_quiz(&only_korean), ["quizzes/s3.toml:19:11 question/equal-options"]);
    }

    #[test]
    fn an_option_that_differs_in_small_words_is_near() {
        assert_eq!(found_in_quiz(&single_with("The S3 buckets.")), ["quizzes/s3.toml:17:8 question/near-options"]);
    }

    #[test]
    fn what_means_something_else_is_not_near() {
        for (one, other) in [
            ("10.0.0.0/16", "10.0.0.0/24"),
            ("99.9%", "99.99%"),
            ("S3 Standard", "S3 Standard-IA"),
            ("From S3 to EC2", "From EC2 to S3"),
            ("+5", "-5"),
            ("1.5 GB", "15 GB"),
            ("synchronous", "asynchronous"),
            ("서버를 켜기", "서버를 끄기"),
            ("inbound", "outbound"),
        ] {
            assert_ne!(core(one), core(other), "{one}");
        }
        for (one, other) in
            [("보안 그룹을 연다", "보안그룹 연다"), ("Amazon S3", "S3"), ("1,000 requests", "1000 request")]
        {
            assert_eq!(core(one), core(other), "{one}");
        }
    }

    #[test]
    fn two_pairs_share_a_right_side_but_not_with_a_distractor() {
        let pair = |left: &str| format!("[[question.pair]]\nleft = \"{left}\"\nright = \"S3\"\nwhy = \"w\"\n");
        let pairs = question("match", &format!("{}{}", pair("logs"), pair("photos")));
        assert_eq!(found_in_quiz(&pairs), [""; 0]);
        let with = format!("{pairs}[[question.distractor]]\ntext = \"S3\"\nwhy = \"w\"\n");
        assert_eq!(found_in_quiz(&with), ["quizzes/s3.toml:21:8 question/equal-options"]);
        let lefts = question("match", &format!("{}{}", pair("logs"), pair("logs")));
        assert_eq!(found_in_quiz(&lefts), ["quizzes/s3.toml:17:8 question/equal-options"]);
    }

    #[test]
    fn nothing_stands_above_while_shuffled() {
        let above = SINGLE.replace("text = \"EBS\"", "text.en = \"All of the above\"\ntext.ko = \"EBS\"");
        assert_eq!(found_in_quiz(&above), ["quizzes/s3.toml:17:12 question/above-while-shuffled"]);
        assert_eq!(found_in_quiz(&above.replace("hint =", "shuffle = false\nhint =")), [""; 0]);
    }

    #[test]
    fn all_and_none_are_known_in_both_languages() {
        for option in ["None of the above.", "Both A and B", "위의 모두", "위 항목 모두", "정답 없음", "모두 해당돼요"]
        {
            assert!(speaks_of_others(option), "{option}");
        }
        for option in [
            "All of the traffic",
            "Above the load balancer",
            "A and AAAA records",
            "위치를 모두 저장하기",
            "서버 위에 모두 설치하기",
            "로그 모두 보기",
        ] {
            assert!(!speaks_of_others(option), "{option}");
        }
    }
}
