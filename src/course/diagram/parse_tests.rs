//! Examples of what is read and what is refused.

use super::*;
use crate::course::diagram::model::{Heads, Stroke};

fn edges(source: &str) -> Vec<(String, String, Option<String>)> {
    let diagram = parse(source).unwrap();
    let edge = |edge: &Edge| (diagram.name(edge.from), diagram.name(edge.to), edge.label.clone());
    diagram.edges.iter().map(edge).collect()
}

fn refused(source: &str) -> String {
    parse(source).unwrap_err().to_string()
}

fn arrow(from: &str, to: &str, label: Option<&str>) -> (String, String, Option<String>) {
    (from.to_owned(), to.to_owned(), label.map(str::to_owned))
}

#[test]
fn chains_and_lists_make_single_arrows() {
    assert_eq!(
        edges("graph LR\na --> b-1 & b-2 -->|x y| c"),
        [
            arrow("a", "b-1", None),
            arrow("a", "b-2", None),
            arrow("b-1", "c", Some("x y")),
            arrow("b-2", "c", Some("x y")),
        ]
    );
}

#[test]
fn arrows_need_no_spaces() {
    assert_eq!(edges("graph LR\na-->b---c-.->d==>e"), edges("graph LR\na --> b --- c -.-> d ==> e"));
}

#[test]
fn labels_stand_inside_or_behind() {
    let expected = [arrow("a", "b", Some("SQL"))];
    for source in ["a -- SQL --> b", "a -->|SQL| b", "a -. SQL .-> b", "a == \"SQL\" ==> b", "a <-- SQL --> b"] {
        assert_eq!(edges(&format!("graph LR\n{source}")), expected, "{source}");
    }
}

#[test]
fn strokes_and_heads_are_told_apart() {
    let diagram = parse("graph TD\na --- b\na -.-> b\na <==> b\na -.- b\na === b").unwrap();
    let kinds: Vec<_> = diagram.edges.iter().map(|edge| (edge.stroke, edge.heads)).collect();
    assert_eq!(
        kinds,
        [
            (Stroke::Solid, Heads::None),
            (Stroke::Dotted, Heads::Forward),
            (Stroke::Thick, Heads::Both),
            (Stroke::Dotted, Heads::None),
            (Stroke::Thick, Heads::None),
        ]
    );
}

#[test]
fn shapes_and_texts() {
    let diagram = parse("graph TD\na[A b]; \nb(B)\nc([C])\nd[(D)]\ne{E?}\nf[\"a (b) [c]\"]\ng[One<br>two]").unwrap();
    let nodes: Vec<_> = diagram.nodes.iter().map(|node| (node.text.as_str(), node.shape)).collect();
    assert_eq!(
        nodes,
        [
            ("A b", Shape::Box),
            ("B", Shape::Round),
            ("C", Shape::Round),
            ("D", Shape::Store),
            ("E?", Shape::Decision),
            ("a (b) [c]", Shape::Box),
            ("One\ntwo", Shape::Box),
        ]
    );
}

#[test]
fn a_node_belongs_to_the_innermost_group_that_names_it() {
    let diagram = parse(
        "flowchart LR
         user --> app
         subgraph region[Seoul Region]
           app
           subgraph vpc[\"VPC (10.0.0.0/16)\"]
             direction TB
             app --> db
           end
         end
         app --> log",
    )
    .unwrap();
    let groups: Vec<_> = diagram.nodes.iter().map(|node| (node.id.as_str(), node.group)).collect();
    assert_eq!(groups, [("user", None), ("app", Some(1)), ("db", Some(1)), ("log", None)]);
    assert_eq!(diagram.groups[1].title, "VPC (10.0.0.0/16)");
    assert_eq!(diagram.groups[1].parent, Some(0));
    assert_eq!(diagram.groups[1].direction, Some(Direction::TopDown));
}

#[test]
fn comments_and_styles_are_skipped() {
    assert_eq!(
        edges("%% hello\n\nflowchart TD\n%% x\nstyle a fill:#fff\nclassDef b c\nclass a b\nlinkStyle 0 x\na-->b").len(),
        1
    );
}

#[test]
fn an_error_says_line_and_cause() {
    let cases = [
        ("sequenceDiagram\na->>b: x", "line 1: only `flowchart` and `graph` are drawn"),
        ("", "line 1: only `flowchart` and `graph` are drawn"),
        ("graph RL", "line 1: direction `RL` is not LR, TD or TB"),
        ("graph LR\na[[x]]", "line 2: the shape `[[` is not drawn"),
        ("graph LR\na[x", "line 2: `]` is missing"),
        ("graph LR\na[\"x]", "line 2: `\"` is missing"),
        ("graph LR\na[f(x)]", "line 2: the text `f(x)` has to stand in double quotes"),
        ("graph LR\na[ ]", "line 2: a text is empty"),
        ("graph LR\n\na --x b", "line 3: the arrow at `--x b` is not drawn"),
        ("graph LR\na -> b", "line 2: the arrow at `-> b` is not drawn"),
        ("graph LR\na b", "line 2: `b` is not understood"),
        ("graph LR\na -->", "line 2: an id is expected before ``"),
        ("graph LR\nend", "line 2: `end` without `subgraph`"),
        ("graph LR\nsubgraph g\na", "line 2: the group `g` has no `end`"),
        ("graph LR\nsubgraph g\nend\nsubgraph g\nend", "line 4: the id `g` is used twice"),
        ("graph LR\nsubgraph g\na\nend\na --> g", "line 5: an arrow joins the group `g` and its own inside"),
        ("graph LR\ndirection LR", "line 2: `direction` belongs into a group"),
    ];
    for (source, expected) in cases {
        assert_eq!(refused(source), expected, "{source}");
    }
}

#[test]
fn too_much_of_anything_is_refused() {
    let many = |count: usize, line: &dyn Fn(usize) -> String| {
        format!("graph LR\n{}", (0..count).map(line).collect::<Vec<_>>().join("\n"))
    };
    assert_eq!(refused(&many(61, &|index| format!("n{index}"))), "line 62: more than 60 nodes");
    assert_eq!(refused(&many(121, &|_| "a --> b".to_owned())), "line 122: more than 120 arrows");
    assert_eq!(
        refused(&many(7, &|index| format!("subgraph g{index}"))),
        "line 8: more than 6 groups inside each other"
    );
    assert_eq!(refused(&many(1, &|_| format!("a[{}]", "x".repeat(201)))), "line 2: more than 200 columns of text");
    assert_eq!(refused(&many(1, &|_| format!("a[{}]", "x<br>".repeat(20)))), "line 2: more than 20 lines of text");
}
