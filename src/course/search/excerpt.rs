//! The line of text that shows why an entry was found, with the ranges to highlight.
//!
//! It must not search: it is given the matches. Widths are terminal cells.

use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// An excerpt is not wider than this.
const WIDTH: usize = 72;
/// At most so much stands before the match.
const LEAD: usize = 20;
const ELLIPSIS: &str = "…";

/// A text and the parts of it to highlight.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Highlighted {
    pub text: String,
    /// Byte ranges in `text` on character boundaries: not empty, ascending, neither overlapping nor touching.
    pub matches: Vec<Range<usize>>,
}

impl Highlighted {
    pub(super) fn new(text: &str, matches: Vec<Range<usize>>) -> Self {
        Self { text: text.to_owned(), matches: merged(matches) }
    }
}

/// A match in the original body.
#[derive(Debug, Clone)]
pub(super) struct Match {
    pub(super) range: Range<usize>,
    /// Which word of the query it belongs to.
    pub(super) word: usize,
    pub(super) points: u32,
}

/// One line of `body` where the best words stand together; its beginning if there are no matches.
pub(super) fn around_best(body: &str, mut matches: Vec<Match>) -> Highlighted {
    matches.sort_by_key(|found| (found.range.start, found.range.end, found.word));
    let best = best_place(&matches);
    let window = window(body, &best);
    let ranges = merged(matches.into_iter().map(|found| found.range).collect());
    line(body, window, &ranges)
}

/// The match from which the words to the right have the most points together.
fn best_place(matches: &[Match]) -> Range<usize> {
    let mut best = 0..0;
    let mut best_points = 0;
    let mut of_words: Vec<(usize, u32)> = Vec::new();
    for (at, first) in matches.iter().enumerate() {
        of_words.clear();
        for found in &matches[at..] {
            // A cell takes one byte or more, so this looks a little less far than the line will show.
            if found.range.end > first.range.start + (WIDTH - LEAD) {
                break;
            }
            match of_words.iter_mut().find(|(word, _)| *word == found.word) {
                Some((_, points)) => *points = (*points).max(found.points),
                None => of_words.push((found.word, found.points)),
            }
        }
        let points = of_words.iter().map(|(_, points)| points).sum::<u32>().max(first.points);
        if points > best_points {
            best_points = points;
            best = first.range.clone();
        }
    }
    best
}

/// The part of `body` around `center` that fits in a line, cut between words where there are any.
fn window(body: &str, center: &Range<usize>) -> Range<usize> {
    let mut start = center.start;
    let mut lead = 0;
    for cluster in body[..center.start].graphemes(true).rev() {
        lead += cluster.width();
        if lead > LEAD {
            break;
        }
        start -= cluster.len();
    }
    let inside_word = !body[..start].ends_with(char::is_whitespace);
    if lead > LEAD && inside_word {
        start += body[start..center.start].find(char::is_whitespace).unwrap_or(0);
    }
    start += leading_space(&body[start..center.start]);

    let room = WIDTH - 2 * ELLIPSIS.width();
    let mut end = start;
    let mut width = 0;
    for cluster in body[start..].graphemes(true) {
        width += cluster.width();
        if width > room {
            let space = body[start..end].rfind(char::is_whitespace).map(|space| start + space);
            end = space.filter(|&space| space >= center.end && space > start).unwrap_or(end);
            break;
        }
        end += cluster.len();
    }
    start..end
}

fn leading_space(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

/// `body[window]` as one line: runs of spaces, line ends and control characters become one space.
fn line(body: &str, window: Range<usize>, ranges: &[Range<usize>]) -> Highlighted {
    let mut line = Highlighted::default();
    if !body[..window.start].trim().is_empty() {
        line.text.push_str(ELLIPSIS);
    }
    let mut ranges = ranges.iter().peekable();
    let mut after_space = true;
    for (offset, c) in body[window.clone()].char_indices() {
        let offset = window.start + offset;
        let is_space = c.is_whitespace() || c.is_control();
        if is_space && after_space {
            continue;
        }
        after_space = is_space;
        let begin = line.text.len();
        line.text.push(if is_space { ' ' } else { c });
        while ranges.next_if(|range| range.end <= offset).is_some() {}
        if ranges.peek().is_some_and(|range| range.contains(&offset)) {
            line.matches.push(begin..line.text.len());
        }
    }
    if !body[window.end..].trim().is_empty() {
        line.text.truncate(line.text.trim_end().len());
        line.matches.retain(|range| range.end <= line.text.len());
        line.text.push_str(ELLIPSIS);
    }
    line.matches = merged(line.matches);
    line
}

/// In order, and one where ranges overlap or touch.
fn merged(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.retain(|range| !range.is_empty());
    ranges.sort_by_key(|range| (range.start, range.end));
    let mut merged: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match merged.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => merged.push(range),
        }
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn found(body: &str, part: &str, word: usize) -> Match {
        let start = body.find(part).expect("a part of the body");
        Match { range: start..start + part.len(), word, points: 10 }
    }

    fn marked(line: &Highlighted) -> Vec<&str> {
        line.matches.iter().map(|range| &line.text[range.clone()]).collect()
    }

    #[test]
    fn a_short_body_is_shown_whole() {
        let body = "  보안 그룹은\n\n상태를   기억해요. ";
        let line = around_best(body, vec![found(body, "상태", 0)]);
        assert_eq!(line.text, "보안 그룹은 상태를 기억해요. ");
        assert_eq!(marked(&line), ["상태"]);
    }

    #[test]
    fn a_long_body_is_cut_between_words() {
        let body =
            "객체는 버킷에 들어가요. ".repeat(9) + "수명 주기 규칙은 오래된 객체를 옮겨요. " + &"끝. ".repeat(40);
        let line = around_best(&body, vec![found(&body, "규칙", 0)]);
        assert!(line.text.starts_with("…들어가요. 수명 주기 규칙은 오래된"), "{}", line.text);
        assert!(line.text.ends_with("끝.…"), "{}", line.text);
        assert!(line.text.width() <= WIDTH);
    }

    #[test]
    fn words_that_stand_together_win() {
        let body = "cache here. ".to_owned() + &"x ".repeat(99) + "the cache key, and so on";
        let last = body.rfind("cache").expect("twice");
        let again = Match { range: last..last + 5, word: 0, points: 10 };
        let line = around_best(&body, vec![found(&body, "cache", 0), again, found(&body, "key", 1)]);
        assert_eq!(marked(&line), ["cache", "key"]);
        assert!(line.text.contains("the cache key"));
    }

    #[test]
    fn a_match_cut_at_a_space_does_not_mark_the_ellipsis() {
        let body = format!("{} and so on", "x".repeat(69));
        let line = around_best(&body, vec![Match { range: 0..73, word: 0, points: 9 }]);
        assert!(line.text.ends_with("x…"), "{}", line.text);
        assert_eq!(marked(&line), ["x".repeat(69)]);
    }

    #[test]
    fn without_matches_the_beginning() {
        assert_eq!(around_best("", Vec::new()), Highlighted::default());
        assert!(around_best(&"one two ".repeat(30), Vec::new()).text.starts_with("one two"));
    }

    proptest! {
        #[test]
        fn never_wider_and_always_on_boundaries(body in "(\\PC|[가-힣 \n\t\u{1b}\u{301}\u{200d}]){0,120}", from in 0..120usize, length in 1..9usize) {
            let offsets: Vec<usize> = body.char_indices().map(|(offset, _)| offset).chain([body.len()]).collect();
            let start = offsets[from % offsets.len()];
            let end = offsets[(from % offsets.len() + length).min(offsets.len() - 1)];
            let line = around_best(&body, vec![Match { range: start..end, word: 0, points: 1 }]);
            prop_assert!(!line.text.contains(char::is_control));
            prop_assert!(line.text.width() <= WIDTH, "{}", line.text.width());
            for range in &line.matches {
                prop_assert!(line.text.get(range.clone()).is_some_and(|part| !part.is_empty()));
            }
        }
    }
}
