//! What a flowchart says: nodes, arrows and groups. Must not know how it is written or drawn.

/// The way the arrows run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// From left to right.
    LeftRight,
    /// From top to bottom.
    TopDown,
}

impl Direction {
    /// The other direction.
    pub fn flipped(self) -> Self {
        match self {
            Self::LeftRight => Self::TopDown,
            Self::TopDown => Self::LeftRight,
        }
    }
}

/// The outline of a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// `id[Text]`
    Box,
    /// `id(Text)` and `id([Text])`
    Round,
    /// `id[(Text)]`
    Store,
    /// `id{Text}`
    Decision,
}

/// One box.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// The name that arrows use.
    pub id: String,
    /// What the box says; lines are separated by `\n`.
    pub text: String,
    /// The outline.
    pub shape: Shape,
    /// The innermost group around it.
    pub group: Option<usize>,
}

/// A titled frame around nodes and other groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The name that arrows use.
    pub id: String,
    /// What the frame says, always one line.
    pub title: String,
    /// Its own direction, when the source states one.
    pub direction: Option<Direction>,
    /// The group around it; always an earlier one.
    pub parent: Option<usize>,
}

/// What an arrow can touch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum End {
    /// An index into [`Diagram::nodes`].
    Node(usize),
    /// An index into [`Diagram::groups`].
    Group(usize),
}

/// How the line of an arrow is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stroke {
    /// `-->`
    Solid,
    /// `-.->`
    Dotted,
    /// `==>`
    Thick,
}

/// Which ends of a line have an arrowhead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heads {
    /// `---`
    None,
    /// `-->`
    Forward,
    /// `<-->`
    Both,
}

/// An arrow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edge {
    /// Where it starts.
    pub from: End,
    /// Where it points.
    pub to: End,
    /// What stands on it; lines are separated by `\n`.
    pub label: Option<String>,
    /// How its line is drawn.
    pub stroke: Stroke,
    /// Which ends have a head.
    pub heads: Heads,
}

/// A whole flowchart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagram {
    /// The direction of everything that is in no group with its own.
    pub direction: Direction,
    /// The nodes in the order in which the source names them.
    pub nodes: Vec<Node>,
    /// The arrows in the order of the source.
    pub edges: Vec<Edge>,
    /// The groups in the order of the source; together with the parents this is a tree.
    pub groups: Vec<Group>,
}

impl Diagram {
    /// The group directly around a node or group.
    pub fn parent(&self, end: End) -> Option<usize> {
        match end {
            End::Node(node) => self.nodes[node].group,
            End::Group(group) => self.groups[group].parent,
        }
    }

    /// The groups around a node or group, the outermost first, without itself.
    pub fn ancestors(&self, end: End) -> Vec<usize> {
        let mut chain = Vec::new();
        let mut next = self.parent(end);
        while let Some(group) = next {
            chain.push(group);
            next = self.groups[group].parent;
        }
        chain.reverse();
        chain
    }

    /// What a node or group says, on one line.
    pub fn name(&self, end: End) -> String {
        match end {
            End::Node(node) => self.nodes[node].text.replace('\n', " "),
            End::Group(group) => self.groups[group].title.clone(),
        }
    }
}
