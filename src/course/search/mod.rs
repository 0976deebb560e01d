//! Full-text search over the course, meant to be asked again at every key press.
//!
//! It holds texts in memory and ranks them. It must not read files, know what a target is, or touch the terminal;
//! the offsets it hands out are byte ranges on character boundaries of the strings that come with them.
//!
//! `folded` is text made comparable, `query` what was typed, `pattern` one way to find a word, `typo` the last resort,
//! `excerpt` the line shown below a title.

mod excerpt;
mod folded;
mod pattern;
mod query;
mod typo;

pub use excerpt::Highlighted;

use folded::Folded;
use pattern::Place;
use query::{Query, Word};
use std::cmp::Reverse;
use std::ops::Range;

/// What kind of text an entry is. Between equally good matches the earlier kind comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// A chapter, found by its title.
    ChapterTitle,
    /// A section of a chapter.
    Heading,
    /// A question of a quiz.
    Question,
    /// Anything else.
    Text,
}

/// One text that can be found, and the `target` to go to when it is chosen.
#[derive(Debug, Clone)]
pub struct Entry<T> {
    /// Handed back in a [`Hit`].
    pub target: T,
    /// Matches here count more than any in the body.
    pub title: String,
    /// Plain text, without markup.
    pub body: String,
    /// What decides between equally good matches.
    pub weight: Weight,
}

/// An entry that answers a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit<T> {
    /// The target of the entry.
    pub target: T,
    /// The whole original title.
    pub title: Highlighted,
    /// One line around the best match in the body, or the beginning of the body if only the title matches.
    pub context: Highlighted,
    /// Greater is better; comparable between hits of one query only.
    pub score: u32,
}

/// The searchable course. Entries keep the order in which they were given.
///
/// ```
/// use awstutor::course::search::{Entry, Index, Weight};
///
/// let index = Index::build([Entry {
///     target: "vpc#groups",
///     title: "보안 그룹".to_owned(),
///     body: "인스턴스 앞의 방화벽이에요.".to_owned(),
///     weight: Weight::Heading,
/// }]);
/// for query in ["보안그룹", "ㅂㅇㄱㄹ", "방화", "그룹 인스턴스"] {
///     assert_eq!(index.search(query, 10)[0].target, "vpc#groups");
/// }
/// let hit = &index.search("그룹", 1)[0];
/// assert_eq!(&hit.title.text[hit.title.matches[0].clone()], "그룹");
/// ```
#[derive(Debug, Clone)]
pub struct Index<T> {
    documents: Vec<Document<T>>,
}

#[derive(Debug, Clone)]
struct Document<T> {
    target: T,
    title: Folded,
    body: Folded,
    weight: Weight,
}

/// Added to the points of a match in a title: more than any match in a body can have.
const TITLE_POINTS: u32 = 16;
/// Added to a score when no word was found by its typo only.
const WITHOUT_TYPO: u32 = 1 << 16;
/// So many matches of one word are looked at to choose the excerpt.
const MATCHES_PER_WORD: usize = 200;

impl<T: Clone> Index<T> {
    /// Reads all texts once and makes them comparable.
    pub fn build(entries: impl IntoIterator<Item = Entry<T>>) -> Self {
        let documents = entries
            .into_iter()
            .map(|entry| Document {
                target: entry.target,
                title: Folded::new(entry.title),
                body: Folded::new(entry.body),
                weight: entry.weight,
            })
            .collect();
        Self { documents }
    }

    /// The best `limit` entries that hold every word of `query`, best first, ties in the order of the course.
    /// A query without words finds nothing.
    pub fn search(&self, query: &str, limit: usize) -> Vec<Hit<T>> {
        let query = Query::parse(query);
        if query.words.is_empty() || limit == 0 {
            return Vec::new();
        }
        let mut ranked: Vec<(u32, &Document<T>)> =
            self.documents.iter().filter_map(|document| Some((document.score(&query)?, document))).collect();
        ranked.sort_by_key(|&(score, _)| Reverse(score));
        ranked.into_iter().take(limit).map(|(score, document)| document.hit(&query, score)).collect()
    }
}

impl<T: Clone> Document<T> {
    /// Mean points of the words first, then the kind of text. `None` unless every word is found.
    fn score(&self, query: &Query) -> Option<u32> {
        let mut points = 0;
        let mut without_typo = true;
        for word in &query.words {
            if let Some(in_title) = word.best_points(&self.title, Place::Title) {
                points += TITLE_POINTS + in_title;
            } else if let Some(in_body) = word.best_points(&self.body, Place::Body) {
                points += in_body;
            } else if word.typo_in(&self.title).next().is_some() {
                without_typo = false;
            } else {
                return None;
            }
        }
        let mean = points * 16 / query.words.len() as u32;
        let weight = Weight::Text as u32 - self.weight as u32;
        Some(if without_typo { WITHOUT_TYPO } else { 0 } + mean * 4 + weight)
    }

    fn hit(&self, query: &Query, score: u32) -> Hit<T> {
        let in_title = query.words.iter().flat_map(|word| {
            let mut ranges = word.ranges(&self.title, Place::Title);
            if ranges.is_empty() {
                ranges.extend(word.typo_in(&self.title));
            }
            ranges.into_iter().map(|range| self.title.original_range(range))
        });
        let title = Highlighted::new(self.title.original(), in_title.collect());
        Hit { target: self.target.clone(), title, context: self.context(query), score }
    }

    fn context(&self, query: &Query) -> Highlighted {
        let mut matches = Vec::new();
        for (number, word) in query.words.iter().enumerate() {
            let found = word.patterns.iter().flat_map(|pattern| {
                pattern.matches(self.body.text(), Place::Body).take(MATCHES_PER_WORD).map(|found| excerpt::Match {
                    range: self.body.original_range(found.range),
                    word: number,
                    points: found.points,
                })
            });
            matches.extend(found);
        }
        excerpt::around_best(self.body.original(), matches)
    }
}

impl Word {
    fn best_points(&self, text: &Folded, place: Place) -> Option<u32> {
        let mut best = None;
        for pattern in &self.patterns {
            best = best.max(pattern.best_points(text.text(), place));
            if best >= Some(pattern::WHOLE_WORD) {
                break;
            }
        }
        best
    }

    fn ranges(&self, text: &Folded, place: Place) -> Vec<Range<usize>> {
        self.patterns.iter().flat_map(|pattern| pattern.matches(text.text(), place)).map(|found| found.range).collect()
    }

    fn typo_in<'a>(&'a self, text: &'a Folded) -> impl Iterator<Item = Range<usize>> + 'a {
        self.latin.iter().flat_map(|latin| typo::near_words(latin, text.text()))
    }
}

#[cfg(test)]
mod tests;
