//! Source text to [`Diagram`]. Must not decide how anything looks.

use super::error::{Cause, DiagramError};
use super::model::{Diagram, Direction, Edge, End, Group, Node, Shape};
use super::scan::{Arrow, Cursor};

const NODE_LIMIT: usize = 60;
const EDGE_LIMIT: usize = 120;
const GROUP_LIMIT: usize = 30;
const NESTING_LIMIT: usize = 6;

/// Reads a flowchart.
///
/// # Errors
///
/// Says line and cause when the source is not in the language of `docs/authoring.md`.
pub fn parse(source: &str) -> Result<Diagram, DiagramError> {
    let mut lines = source
        .lines()
        .enumerate()
        .map(|(index, line)| (index + 1, line.trim().trim_end_matches(';').trim_end()))
        .filter(|(_, line)| !line.is_empty() && !line.starts_with("%%"));
    let at = |line: usize| move |cause: Cause| DiagramError { line, cause };

    let (line, header) = lines.next().ok_or(DiagramError { line: 1, cause: Cause::NotAFlowchart })?;
    let mut reader = Reader::new(header_direction(header).map_err(at(line))?);
    for (line, statement) in lines {
        reader.line = line;
        reader.statement(statement).map_err(at(line))?;
    }
    reader.finish()
}

fn header_direction(header: &str) -> Result<Direction, Cause> {
    let mut words = header.split_whitespace();
    if !matches!(words.next(), Some("flowchart" | "graph")) {
        return Err(Cause::NotAFlowchart);
    }
    let direction = words.next().map_or(Ok(Direction::TopDown), direction)?;
    words.next().map_or(Ok(direction), |word| Err(Cause::Unexpected(word.to_owned())))
}

fn direction(word: &str) -> Result<Direction, Cause> {
    match word {
        "LR" => Ok(Direction::LeftRight),
        "TD" | "TB" => Ok(Direction::TopDown),
        _ => Err(Cause::UnknownDirection(word.to_owned())),
    }
}

/// A node as far as it is known; what turns out to be a group is dropped at the end.
struct Mention {
    line: usize,
    id: String,
    shape: Option<(String, Shape)>,
    group: Option<usize>,
}

struct Link {
    line: usize,
    from: String,
    to: String,
    arrow: Arrow,
}

struct Reader {
    line: usize,
    direction: Direction,
    mentions: Vec<Mention>,
    links: Vec<Link>,
    groups: Vec<Group>,
    /// The groups that are open, the innermost last, with the line where each starts.
    open: Vec<(usize, usize)>,
}

impl Reader {
    fn new(direction: Direction) -> Self {
        Self { line: 0, direction, mentions: Vec::new(), links: Vec::new(), groups: Vec::new(), open: Vec::new() }
    }

    fn statement(&mut self, statement: &str) -> Result<(), Cause> {
        let (word, rest) = statement.split_once(char::is_whitespace).unwrap_or((statement, ""));
        match word {
            "style" | "classDef" | "class" | "linkStyle" => Ok(()),
            "subgraph" => self.subgraph(rest),
            "end" if rest.is_empty() => self.open.pop().map(|_| ()).ok_or(Cause::EndWithoutGroup),
            "direction" => {
                let &(group, _) = self.open.last().ok_or(Cause::DirectionOutsideGroup)?;
                self.groups[group].direction = Some(direction(rest.trim())?);
                Ok(())
            }
            _ => self.chain(statement),
        }
    }

    fn subgraph(&mut self, rest: &str) -> Result<(), Cause> {
        let mut cursor = Cursor::new(rest);
        let id = cursor.id()?;
        let title = match cursor.shape()? {
            Some((title, Shape::Box)) => title.replace('\n', " "),
            Some(_) => return Err(Cause::Unexpected(rest.to_owned())),
            None => id.clone(),
        };
        if !cursor.is_at_end() {
            return Err(Cause::Unexpected(cursor.excerpt()));
        }
        if self.groups.iter().any(|group| group.id == id) {
            return Err(Cause::IdTaken(id));
        }
        if self.groups.len() == GROUP_LIMIT {
            return Err(Cause::TooMany { what: "groups", limit: GROUP_LIMIT });
        }
        if self.open.len() == NESTING_LIMIT {
            return Err(Cause::TooMany { what: "groups inside each other", limit: NESTING_LIMIT });
        }
        let parent = self.innermost();
        self.open.push((self.groups.len(), self.line));
        self.groups.push(Group { id, title, direction: None, parent });
        Ok(())
    }

    /// `a & b --> c --> d`
    fn chain(&mut self, statement: &str) -> Result<(), Cause> {
        let mut cursor = Cursor::new(statement);
        let mut sources = self.nodes(&mut cursor)?;
        while !cursor.is_at_end() {
            let arrow = match cursor.excerpt().starts_with(['-', '=', '<', '~']) {
                true => cursor.arrow()?,
                false => return Err(Cause::Unexpected(cursor.excerpt())),
            };
            let targets = self.nodes(&mut cursor)?;
            for from in &sources {
                for to in &targets {
                    self.link(from, to, &arrow)?;
                }
            }
            sources = targets;
        }
        Ok(())
    }

    fn nodes(&mut self, cursor: &mut Cursor<'_>) -> Result<Vec<String>, Cause> {
        let mut ids = vec![self.node(cursor)?];
        while cursor.eat("&") {
            ids.push(self.node(cursor)?);
        }
        Ok(ids)
    }

    fn node(&mut self, cursor: &mut Cursor<'_>) -> Result<String, Cause> {
        let id = cursor.id()?;
        let shape = cursor.shape()?;
        let here = self.innermost();
        match self.mentions.iter().position(|mention| mention.id == id) {
            Some(known) => {
                if self.is_inside(here, self.mentions[known].group) {
                    self.mentions[known].group = here;
                }
                let mention = &mut self.mentions[known];
                mention.shape = shape.or(mention.shape.take());
            }
            None => self.mentions.push(Mention { line: self.line, id: id.clone(), shape, group: here }),
        }
        Ok(id)
    }

    fn link(&mut self, from: &str, to: &str, arrow: &Arrow) -> Result<(), Cause> {
        if self.links.len() == EDGE_LIMIT {
            return Err(Cause::TooMany { what: "arrows", limit: EDGE_LIMIT });
        }
        let arrow = Arrow { stroke: arrow.stroke, heads: arrow.heads, label: arrow.label.clone() };
        self.links.push(Link { line: self.line, from: from.to_owned(), to: to.to_owned(), arrow });
        Ok(())
    }

    fn innermost(&self) -> Option<usize> {
        self.open.last().map(|&(group, _)| group)
    }

    /// Whether `inner` is `outer` or lies in it; everything lies in no group.
    fn is_inside(&self, inner: Option<usize>, outer: Option<usize>) -> bool {
        let mut next = inner;
        while next != outer {
            match next {
                Some(group) => next = self.groups[group].parent,
                None => return false,
            }
        }
        true
    }

    fn finish(self) -> Result<Diagram, DiagramError> {
        if let Some(&(group, line)) = self.open.last() {
            return Err(DiagramError { line, cause: Cause::GroupNotClosed(self.groups[group].id.clone()) });
        }
        let Self { direction, mentions, links, groups, .. } = self;
        let mut nodes = Vec::new();
        for mention in mentions {
            let is_group = groups.iter().any(|group| group.id == mention.id);
            if is_group && mention.shape.is_some() {
                return Err(DiagramError { line: mention.line, cause: Cause::IdTaken(mention.id) });
            }
            if is_group {
                continue;
            }
            if nodes.len() == NODE_LIMIT {
                let cause = Cause::TooMany { what: "nodes", limit: NODE_LIMIT };
                return Err(DiagramError { line: mention.line, cause });
            }
            let (text, shape) = mention.shape.unwrap_or((mention.id.clone(), Shape::Box));
            nodes.push(Node { id: mention.id, text, shape, group: mention.group });
        }
        let mut diagram = Diagram { direction, nodes, edges: Vec::new(), groups };
        for link in links {
            let edge = resolve(&diagram, &link).map_err(|cause| DiagramError { line: link.line, cause })?;
            diagram.edges.push(edge);
        }
        Ok(diagram)
    }
}

fn resolve(diagram: &Diagram, link: &Link) -> Result<Edge, Cause> {
    let find = |id: &str| {
        let node = diagram.nodes.iter().position(|node| node.id == id).map(End::Node);
        node.or_else(|| diagram.groups.iter().position(|group| group.id == id).map(End::Group))
            .ok_or_else(|| Cause::IdExpected(id.to_owned()))
    };
    let (from, to) = (find(&link.from)?, find(&link.to)?);
    let holds = |outer: End, inner: End| match outer {
        End::Group(group) => outer == inner || diagram.ancestors(inner).contains(&group),
        End::Node(_) => false,
    };
    if holds(from, to) {
        return Err(Cause::ArrowIntoItself(link.from.clone()));
    }
    if holds(to, from) {
        return Err(Cause::ArrowIntoItself(link.to.clone()));
    }
    let Arrow { stroke, heads, ref label } = link.arrow;
    Ok(Edge { from, to, label: label.clone(), stroke, heads })
}

#[cfg(test)]
#[path = "parse_tests.rs"]
mod tests;
