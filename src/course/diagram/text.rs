//! Text measured in terminal columns. Must not know about boxes or arrows.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The user-perceived characters of a line, each with its columns.
pub(super) fn clusters(line: &str) -> impl Iterator<Item = (&str, usize)> {
    line.graphemes(true).map(|cluster| (cluster, cluster.width()))
}

/// The columns of one line.
pub(super) fn width(line: &str) -> usize {
    clusters(line).map(|(_, columns)| columns).sum()
}

/// The columns of the widest line.
pub(super) fn widest(lines: &[String]) -> usize {
    lines.iter().map(|line| width(line)).max().unwrap_or(0)
}

/// The lines of a text, none wider than `limit`, broken between words so that they are about
/// equally long. A word that is wider than the limit is broken inside.
pub(super) fn wrap(text: &str, limit: usize) -> Vec<String> {
    text.split('\n').flat_map(|line| balanced(line, limit.max(2))).collect()
}

fn balanced(line: &str, limit: usize) -> Vec<String> {
    if width(line) <= limit {
        return vec![line.to_owned()];
    }
    let longest_word = line.split(' ').map(width).max().unwrap_or(0).min(limit);
    let count = greedy(line, limit).len();
    (longest_word..=limit)
        .map(|narrower| greedy(line, narrower.max(2)))
        .find(|lines| lines.len() <= count)
        .unwrap_or_else(|| greedy(line, limit))
}

fn greedy(line: &str, limit: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut current = String::new();
    for word in line.split(' ').flat_map(|word| pieces(word, limit)) {
        let joined = width(&current) + 1 + width(&word);
        if current.is_empty() {
            current = word;
        } else if joined <= limit {
            current.push(' ');
            current.push_str(&word);
        } else {
            lines.push(std::mem::replace(&mut current, word));
        }
    }
    lines.push(current);
    lines
}

fn pieces(word: &str, limit: usize) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut used = 0;
    for (cluster, columns) in clusters(word) {
        if used + columns > limit && used > 0 {
            parts.push(String::new());
            used = 0;
        }
        used += columns;
        if let Some(part) = parts.last_mut() {
            part.push_str(cluster);
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wide_glyph_counts_two_columns() {
        assert_eq!(width("S3 버킷"), 7);
    }

    #[test]
    fn lines_are_about_equally_long() {
        assert_eq!(wrap("Application Load Balancer", 20), ["Application", "Load Balancer"]);
        assert_eq!(wrap("가용 영역 두 곳에 있는 서버", 16), ["가용 영역 두", "곳에 있는 서버"]);
    }

    #[test]
    fn a_long_word_is_broken_inside() {
        assert_eq!(wrap("abcdefgh", 5), ["abcde", "fgh"]);
    }
}
