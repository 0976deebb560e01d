//! A cursor over one statement: ids, shapes and arrows. Must not know what a diagram is made of.

use super::error::Cause;
use super::model::{Heads, Shape, Stroke};
use super::text;

/// The widest text that is drawn, in columns.
const TEXT_LIMIT: usize = 200;
const LINE_LIMIT: usize = 20;

/// Opening brackets, longest first, with the closing one and the outline they stand for.
const SHAPES: [(&str, &str, Option<Shape>); 12] = [
    ("([", "])", Some(Shape::Round)),
    ("[(", ")]", Some(Shape::Store)),
    ("((", "", None),
    ("[[", "", None),
    ("{{", "", None),
    ("[/", "", None),
    ("[\\", "", None),
    (">", "", None),
    ("@", "", None),
    ("[", "]", Some(Shape::Box)),
    ("(", ")", Some(Shape::Round)),
    ("{", "}", Some(Shape::Decision)),
];

/// An arrow as it is written.
pub(super) struct Arrow {
    pub stroke: Stroke,
    pub heads: Heads,
    pub label: Option<String>,
}

/// What is left of a statement.
pub(super) struct Cursor<'a> {
    rest: &'a str,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(statement: &'a str) -> Self {
        Self { rest: statement.trim() }
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.rest.is_empty()
    }

    /// Steps over `mark` and the spaces after it.
    pub(super) fn eat(&mut self, mark: &str) -> bool {
        match self.rest.strip_prefix(mark) {
            Some(rest) => {
                self.rest = rest.trim_start();
                true
            }
            None => false,
        }
    }

    /// The first few characters of what is left, for a message.
    pub(super) fn excerpt(&self) -> String {
        self.rest.chars().take(20).collect()
    }

    /// An id. A `-` belongs to it only between letters, so that `a-->b` needs no spaces.
    pub(super) fn id(&mut self) -> Result<String, Cause> {
        let bytes = self.rest.as_bytes();
        let is_word = |index: usize| bytes.get(index).is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_');
        let length = (0..bytes.len())
            .take_while(|&index| {
                is_word(index) || (bytes[index] == b'-' && index > 0 && is_word(index - 1) && is_word(index + 1))
            })
            .count();
        if length == 0 {
            return Err(Cause::IdExpected(self.excerpt()));
        }
        let (id, rest) = self.rest.split_at(length);
        self.rest = rest.trim_start();
        Ok(id.to_owned())
    }

    /// The text and outline behind an id, if there is one.
    pub(super) fn shape(&mut self) -> Result<Option<(String, Shape)>, Cause> {
        let Some(&(open, close, shape)) = SHAPES.iter().find(|(open, ..)| self.rest.starts_with(open)) else {
            return Ok(None);
        };
        let Some(shape) = shape else {
            return Err(Cause::UnknownShape(open.to_owned()));
        };
        self.eat(open);
        Ok(Some((self.text_until(close)?, shape)))
    }

    fn text_until(&mut self, close: &str) -> Result<String, Cause> {
        if self.eat("\"") {
            let (inside, rest) = self.rest.split_once('"').ok_or(Cause::NotClosed('"'))?;
            self.rest = rest.trim_start();
            if !self.eat(close) {
                return Err(Cause::NotClosed(close.chars().next().unwrap_or('"')));
            }
            return clean(inside);
        }
        let missing = close.chars().next().unwrap_or('"');
        let (inside, rest) = self.rest.split_once(close).ok_or(Cause::NotClosed(missing))?;
        if inside.contains(['[', ']', '(', ')', '{', '}', '"']) {
            return Err(Cause::NeedsQuotes(inside.trim().to_owned()));
        }
        self.rest = rest.trim_start();
        clean(inside)
    }

    /// An arrow with its label.
    pub(super) fn arrow(&mut self) -> Result<Arrow, Cause> {
        let unknown = Cause::UnknownArrow(self.excerpt());
        let tail = self.rest.starts_with('<');
        let body = self.rest.strip_prefix('<').unwrap_or(self.rest);
        let (stroke, mark) = match body.get(..2) {
            Some("-.") => (Stroke::Dotted, ".-"),
            Some("==") => (Stroke::Thick, "=="),
            Some("--") => (Stroke::Solid, "--"),
            _ => return Err(unknown),
        };
        let (label, length, head) = match plain(body, stroke) {
            Some((length, head)) => (None, length, head),
            None => {
                let inside = body.get(2..).unwrap_or("");
                if matches!(inside.split(' ').next(), Some("x" | "o")) {
                    return Err(unknown);
                }
                let (label, _) = inside.split_once(mark).ok_or(unknown.clone())?;
                let start = 2 + label.len();
                let (length, head) = closing(&body[start..], stroke).ok_or(unknown.clone())?;
                (Some(clean(label)?), start + length, head)
            }
        };
        let heads = match (tail, head) {
            (false, false) => Heads::None,
            (false, true) => Heads::Forward,
            (true, true) => Heads::Both,
            (true, false) => return Err(unknown),
        };
        self.rest = body[length..].trim_start();
        let label = match label {
            None if self.eat("|") => {
                let (inside, rest) = self.rest.split_once('|').ok_or(Cause::NotClosed('|'))?;
                self.rest = rest.trim_start();
                Some(clean(inside)?)
            }
            label => label,
        };
        Ok(Arrow { stroke, heads, label })
    }
}

/// Length and head of an arrow without a label inside.
fn plain(body: &str, stroke: Stroke) -> Option<(usize, bool)> {
    match stroke {
        Stroke::Dotted => closing(&body[1..], stroke).map(|(length, head)| (1 + length, head)),
        Stroke::Solid | Stroke::Thick => closing(body, stroke),
    }
}

/// Length and head of the part of an arrow that stands behind the label.
fn closing(body: &str, stroke: Stroke) -> Option<(usize, bool)> {
    let count = |mark: char, text: &str| text.chars().take_while(|&found| found == mark).count();
    let (length, enough) = match stroke {
        Stroke::Solid => (count('-', body), 3),
        Stroke::Thick => (count('=', body), 3),
        Stroke::Dotted => {
            let dots = count('.', body);
            let dashes = count('-', &body[dots..]);
            (if dots > 0 && dashes > 0 { dots + dashes } else { 0 }, 2)
        }
    };
    let head = body[length..].starts_with('>');
    match (head, length) {
        (true, 2..) => Some((length + 1, true)),
        (false, _) if length >= enough => Some((length, false)),
        _ => None,
    }
}

/// A text without quotes around it, with single spaces and with `\n` for `<br>`.
fn clean(raw: &str) -> Result<String, Cause> {
    let raw = raw.trim();
    let raw = raw.strip_prefix('"').and_then(|inside| inside.strip_suffix('"')).unwrap_or(raw);
    let lines: Vec<String> = raw
        .replace("<br />", "\n")
        .replace("<br/>", "\n")
        .replace("<br>", "\n")
        .split('\n')
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
        .map(|line| line.chars().filter(|glyph| !glyph.is_control()).collect())
        .collect();
    if text::widest(&lines) == 0 {
        return Err(Cause::EmptyText);
    }
    if text::widest(&lines) > TEXT_LIMIT {
        return Err(Cause::TooMany { what: "columns of text", limit: TEXT_LIMIT });
    }
    if lines.len() > LINE_LIMIT {
        return Err(Cause::TooMany { what: "lines of text", limit: LINE_LIMIT });
    }
    Ok(lines.join("\n"))
}
