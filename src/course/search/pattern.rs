//! One way to find a word: a row of character ranges, matched with a tolerance for spaces.
//!
//! Syllables of one initial, and of one initial and medial, are neighbours in Unicode: "any syllable that begins with
//! ㅂ" is a range like any other. It must not know titles from questions, or how a query was taken apart.

use crate::text::{hangul, particle};
use std::ops::{Range, RangeInclusive};

/// Points of the best possible match: the word itself, standing alone.
pub(super) const WHOLE_WORD: u32 = 10;
/// The same by initial consonants.
const INITIALS_OF_A_WORD: u32 = 3;

/// Where a text stands: titles are short, so they are read more generously.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Title,
    Body,
}

/// A place in the folded text where a pattern fits. More points are better; see [`Pattern::points`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) range: Range<usize>,
    pub(super) points: u32,
}

/// A character of the query and the characters that it may stand for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Unit {
    typed: char,
    accepts: RangeInclusive<char>,
}

impl Unit {
    /// `typed` and nothing else.
    pub(super) fn exactly(typed: char) -> Self {
        Self { typed, accepts: typed..=typed }
    }

    /// Everything that begins with `typed`.
    pub(super) fn beginning(typed: char) -> Self {
        Self { typed, accepts: hangul::completions(typed) }
    }

    /// A consonant alone is outside of the range of its syllables.
    fn fits(&self, c: char) -> bool {
        self.accepts.contains(&c) || c == self.typed
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pattern {
    /// Never empty, and without spaces.
    first: Unit,
    rest: Vec<Unit>,
    /// The pattern lives on initial consonants, not only at its end.
    by_initials: bool,
}

/// What the characters between the two ends of a match were like.
struct Trail {
    end: usize,
    literal: bool,
    /// A space was skipped.
    joined: bool,
    /// A space was skipped between two Latin letters or digits.
    joined_latin: bool,
}

impl Pattern {
    /// `None` if there are no units.
    pub(super) fn new(units: impl IntoIterator<Item = Unit>, by_initials: bool) -> Option<Self> {
        let mut units = units.into_iter();
        let first = units.next()?;
        Some(Self { first, rest: units.collect(), by_initials })
    }

    /// All matches in a folded text, from left to right; they may overlap.
    pub(super) fn matches<'a>(&'a self, text: &'a str, place: Place) -> impl Iterator<Item = Found> + 'a {
        let mut from = 0;
        std::iter::from_fn(move || {
            loop {
                let (start, c) = self.next_start(text, from)?;
                from = start + c.len_utf8();
                if let Some(found) = self.match_at(text, start, c, place) {
                    return Some(found);
                }
            }
        })
    }

    /// The points of the best match, without looking further than the best possible one.
    pub(super) fn best_points(&self, text: &str, place: Place) -> Option<u32> {
        let enough = if self.by_initials { INITIALS_OF_A_WORD } else { WHOLE_WORD };
        let mut best = None;
        for found in self.matches(text, place) {
            best = best.max(Some(found.points));
            if found.points >= enough {
                break;
            }
        }
        best
    }

    fn next_start(&self, text: &str, from: usize) -> Option<(usize, char)> {
        let rest = &text[from..];
        let accepts = &self.first.accepts;
        let offset = if accepts.start() == accepts.end() {
            rest.find(*accepts.start())?
        } else {
            rest.find(|c| self.first.fits(c))?
        };
        Some((from + offset, rest[offset..].chars().next()?))
    }

    fn match_at(&self, text: &str, start: usize, first: char, place: Place) -> Option<Found> {
        let trail = self.follow(text, start, first)?;
        let starts = is_boundary(text[..start].chars().next_back(), Some(first));
        let ends = starts && ends_word(text, trail.end);
        // A space inside a match is believable only if the match does not begin in the middle of a word. For Latin
        // words in running text it must not end there either: "note" is not in "not every".
        if trail.joined && !starts || trail.joined_latin && place == Place::Body && !ends {
            return None;
        }
        Some(Found { range: start..trail.end, points: self.points(&trail, starts, ends) })
    }

    /// Walks through the text as long as the units fit.
    fn follow(&self, text: &str, start: usize, first: char) -> Option<Trail> {
        let mut trail = Trail {
            end: start + first.len_utf8(),
            literal: first == self.first.typed,
            joined: false,
            joined_latin: false,
        };
        let mut previous = first;
        for unit in &self.rest {
            let mut c = text[trail.end..].chars().next()?;
            if c.is_whitespace() {
                trail.end = skip_space(text, trail.end)?;
                c = text[trail.end..].chars().next()?;
                trail.joined = true;
                trail.joined_latin |= Script::of(previous) == Script::Latin && Script::of(c) == Script::Latin;
            }
            if !unit.fits(c) {
                return None;
            }
            trail.literal &= c == unit.typed;
            trail.end += c.len_utf8();
            previous = c;
        }
        Some(trail)
    }

    /// Whole word above beginning of a word above middle of a word above initials; within each, what was typed
    /// exactly above what is half typed or joined over a space.
    /// `ends` is asked only of matches that start a word.
    fn points(&self, trail: &Trail, starts: bool, ends: bool) -> u32 {
        if self.by_initials {
            return INITIALS_OF_A_WORD - u32::from(!starts) - u32::from(!ends);
        }
        let points = match (starts, ends) {
            (true, true) if trail.literal => WHOLE_WORD,
            (true, _) => 8,
            (false, _) => 6,
        };
        points - u32::from(!trail.literal || trail.joined)
    }
}

/// Scripts that a word can change between without a space, as in "S3는".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Script {
    Hangul,
    /// Latin and every other letter, and digits.
    Latin,
    None,
}

impl Script {
    fn of(c: char) -> Self {
        if hangul::is_hangul(c) {
            Self::Hangul
        } else if c.is_alphanumeric() {
            Self::Latin
        } else {
            Self::None
        }
    }
}

fn is_boundary(before: Option<char>, after: Option<char>) -> bool {
    let before = before.map_or(Script::None, Script::of);
    let after = after.map_or(Script::None, Script::of);
    before != after || before == Script::None
}

/// Whether a word ends at `end`; a Korean noun also ends before its particle.
fn ends_word(text: &str, end: usize) -> bool {
    let (before, after) = text.split_at(end);
    if is_boundary(before.chars().next_back(), after.chars().next()) {
        return true;
    }
    let is_hangul = after.starts_with(hangul::is_hangul);
    is_hangul && particle::is_particle(after.split(|c| !hangul::is_hangul(c)).next().unwrap_or_default())
}

/// The end of the spaces at `start`; `None` if they end a paragraph.
fn skip_space(text: &str, start: usize) -> Option<usize> {
    let rest = &text[start..];
    let length = rest.find(|c: char| !c.is_whitespace()).unwrap_or(rest.len());
    let lines = rest[..length].matches('\n').count();
    (lines < 2).then_some(start + length)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points(typed: &str, text: &str) -> Option<u32> {
        let last = typed.chars().count() - 1;
        let units = typed.chars().enumerate();
        let units = units.map(|(at, c)| if at == last { Unit::beginning(c) } else { Unit::exactly(c) });
        Pattern::new(units, false)?.best_points(text, Place::Body)
    }

    #[test]
    fn nearer_matches_have_more_points() {
        let ladder =
            ["클라우드", "클라우드는 빌려 쓰는", "클라우드프런트", "멀티클라우드"].map(|text| points("클라우드", text));
        assert_eq!(ladder, [Some(10), Some(10), Some(8), Some(6)]);
        assert_eq!(points("가사", "가상 서버"), Some(7));
        assert_eq!(points("보안그룹", "보안 그룹"), Some(9));
    }

    #[test]
    fn a_word_ends_where_the_script_changes() {
        assert_eq!(points("s3", "s3는"), Some(WHOLE_WORD));
        assert_eq!(points("s3", "s3a"), Some(8));
    }

    #[test]
    fn spaces_are_skipped_with_care() {
        assert_eq!(points("보안그룹", "보안\n그룹"), Some(9));
        assert_eq!(points("보안그룹", "보안\n\n그룹"), None);
        assert_eq!(points("가상", "서버가 상태를"), None);
        assert_eq!(points("autoscaling", "the auto scaling group"), Some(9));
        assert_eq!(points("note", "not every"), None);
    }

    #[test]
    fn ranges_cover_the_space() {
        let pattern = Pattern::new("그룹".chars().map(Unit::exactly), false).expect("units");
        let found: Vec<_> = pattern.matches("보안 그 룹과 그룹", Place::Body).map(|found| found.range).collect();
        assert_eq!(found, [7..14, 18..24]);
    }
}
