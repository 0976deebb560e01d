//! A diagram as statements, for people who hear it. Must not contain words of any language.

use super::model::{Diagram, End, Heads};

/// One thing a diagram says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sentence {
    /// A group holds these nodes and groups.
    Contains {
        /// The title of the group.
        group: String,
        /// What its members say.
        members: Vec<String>,
    },
    /// An arrow leads from one thing to another.
    Arrow {
        /// Where it starts.
        from: String,
        /// Where it points.
        to: String,
        /// What stands on it.
        label: Option<String>,
        /// It points back as well.
        both_ways: bool,
    },
    /// A line without heads joins two things.
    Line {
        /// One end.
        from: String,
        /// The other end.
        to: String,
        /// What stands on it.
        label: Option<String>,
    },
    /// A node that is in no group and on no arrow.
    Alone {
        /// What it says.
        node: String,
    },
}

/// What a diagram says: first what contains what, then the arrows in the order of the source.
pub fn sentences(diagram: &Diagram) -> Vec<Sentence> {
    let groups = (0..diagram.groups.len())
        .map(|group| Sentence::Contains { group: diagram.name(End::Group(group)), members: members(diagram, group) });
    let edges = diagram.edges.iter().map(|edge| {
        let (from, to) = (diagram.name(edge.from), diagram.name(edge.to));
        let label = edge.label.as_ref().map(|label| label.replace('\n', " "));
        match edge.heads {
            Heads::None => Sentence::Line { from, to, label },
            Heads::Forward | Heads::Both => Sentence::Arrow { from, to, label, both_ways: edge.heads == Heads::Both },
        }
    });
    let alone = (0..diagram.nodes.len())
        .map(End::Node)
        .filter(|&node| diagram.parent(node).is_none())
        .filter(|&node| !diagram.edges.iter().any(|edge| edge.from == node || edge.to == node))
        .map(|node| Sentence::Alone { node: diagram.name(node) });
    groups.chain(edges).chain(alone).collect()
}

fn members(diagram: &Diagram, group: usize) -> Vec<String> {
    let nodes = (0..diagram.nodes.len()).map(End::Node);
    let groups = (0..diagram.groups.len()).map(End::Group);
    nodes.chain(groups).filter(|&end| diagram.parent(end) == Some(group)).map(|end| diagram.name(end)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::course::diagram::parse;

    #[test]
    fn groups_come_first_then_arrows_then_what_stands_alone() {
        let diagram = parse(
            "flowchart LR
             reader([Reader]) -->|GET| app
             subgraph vpc[\"VPC\"]
               app[App<br>server] <--> db[(DB)]
             end
             app --- log
             note[Note]",
        )
        .unwrap();
        let text = |text: &str| text.to_owned();
        assert_eq!(
            sentences(&diagram),
            [
                Sentence::Contains { group: text("VPC"), members: vec![text("App server"), text("DB")] },
                Sentence::Arrow {
                    from: text("Reader"),
                    to: text("App server"),
                    label: Some(text("GET")),
                    both_ways: false
                },
                Sentence::Arrow { from: text("App server"), to: text("DB"), label: None, both_ways: true },
                Sentence::Line { from: text("App server"), to: text("log"), label: None },
                Sentence::Alone { node: text("Note") },
            ]
        );
    }
}
