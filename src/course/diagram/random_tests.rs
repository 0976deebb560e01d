//! What holds for every drawing, tried on made-up diagrams.

use super::text;
use super::{Diagram, Drawing, End, Part, Style, draw, parse};

/// A small generator of numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.roll(from.len())]
    }
}

const WORDS: [&str; 8] = ["App", "S3", "Web server", "서버", "가용 영역", "DB", "Edge", "Load balancer"];
const LABELS: [&str; 6] = ["", "", "miss", "GET /a", "요청", "hit: 8 ms"];
const ARROWS: [&str; 7] = ["-->", "-->", "-->", "---", "-.->", "==>", "<-->"];

fn source(seed: u64) -> String {
    let mut dice = Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15));
    let mut lines = vec![format!("flowchart {}", dice.pick(&["LR", "TD"]))];
    let nodes = 1 + dice.roll(9);
    let mut open = 0;
    for node in 0..nodes {
        if open < 3 && dice.roll(4) == 0 {
            lines.push(format!("subgraph g{node}[\"{}\"]", dice.pick(&WORDS)));
            open += 1;
        }
        let (left, right) = [("[", "]"), ("(", ")"), ("[(", ")]"), ("{", "}")][dice.roll(4)];
        lines.push(format!("n{node}{left}{} {node}{right}", dice.pick(&WORDS)));
        if open > 0 && dice.roll(3) == 0 {
            lines.push("end".to_owned());
            open -= 1;
        }
    }
    lines.extend((0..open).map(|_| "end".to_owned()));
    for _ in 0..dice.roll(nodes + 4) {
        let label = dice.pick(&LABELS);
        let label = if label.is_empty() { String::new() } else { format!("|{label}|") };
        lines.push(format!("n{} {}{label} n{}", dice.roll(nodes), dice.pick(&ARROWS), dice.roll(nodes)));
    }
    lines.join("\n")
}

fn row_texts(drawing: &Drawing) -> Vec<String> {
    drawing.rows.iter().map(|row| row.iter().map(|run| run.text.as_str()).collect()).collect()
}

fn parts(drawing: &Drawing, part: Part) -> String {
    let runs = drawing.rows.iter().flatten().filter(|run| run.part == part);
    runs.map(|run| run.text.as_str()).collect::<Vec<_>>().join(" ")
}

/// Every word of `wanted` stands as often in `found` as it is wanted.
fn assert_words(wanted: impl Iterator<Item = String>, found: &str, source: &str) {
    let count = |texts: &str| {
        let mut words: Vec<String> = texts.split_whitespace().map(str::to_owned).collect();
        words.sort();
        words
    };
    let wanted = wanted.collect::<Vec<_>>().join(" ");
    assert_eq!(count(&wanted), count(found), "{source}");
}

fn check(diagram: &Diagram, drawing: &Drawing, limit: usize, source: &str) {
    let rows = row_texts(drawing);
    for row in &rows {
        assert!(text::width(row) <= drawing.width && drawing.width <= limit, "{source}\n{}", rows.join("\n"));
        assert!(!row.ends_with(' '), "{source}");
    }
    assert_words(diagram.nodes.iter().map(|node| node.text.clone()), &parts(drawing, Part::Text), source);
    assert_words(diagram.edges.iter().filter_map(|edge| edge.label.clone()), &parts(drawing, Part::Label), source);
    let heads = parts(drawing, Part::Edge).chars().filter(|glyph| "▸◂▴▾".contains(*glyph)).count();
    let arrows = diagram.edges.iter().any(|edge| edge.heads != super::Heads::None);
    assert_eq!(heads > 0, arrows, "{source}");
    for group in 0..diagram.groups.len() {
        assert!(rows.iter().any(|row| row.contains(&diagram.name(End::Group(group)))), "{source}");
    }
}

#[test]
fn every_diagram_is_drawn_whole() {
    for seed in 0..100 {
        let source = source(seed);
        let diagram = parse(&source).unwrap();
        let drawing = draw(&diagram, 400, Style::Unicode).unwrap_or_else(|_| panic!("{seed}\n{source}"));
        check(&diagram, &drawing, 400, &source);
    }
}

#[test]
fn narrow_drawings_are_whole_or_refused() {
    let mut drawn = 0;
    for seed in 400..500 {
        let source = source(seed);
        let diagram = parse(&source).unwrap();
        if let Ok(drawing) = draw(&diagram, 76, Style::Unicode) {
            check(&diagram, &drawing, 76, &source);
            drawn += 1;
        }
    }
    assert!(drawn > 85, "only {drawn} of 100 fit");
}

#[test]
fn the_largest_diagrams_are_drawn_or_refused() {
    let mut dice = Dice(7);
    let groups = (0..6).map(|group| format!("subgraph g{group}"));
    let nodes = (0..60).map(|node| format!("n{node}[Node {node}]")).collect::<Vec<_>>().join("\n");
    let ends = (0..6).map(|_| "end".to_owned());
    let arrows = (0..120).map(|_| format!("n{} -->|label| n{}", dice.roll(60), dice.roll(60))).collect::<Vec<_>>();
    let lines: Vec<String> = groups.chain([nodes]).chain(ends).chain(arrows).collect();
    let diagram = parse(&format!("flowchart LR\n{}", lines.join("\n"))).unwrap();
    assert!(draw(&diagram, 76, Style::Unicode).is_err());
    // The effort is bounded: it ends, with or without a drawing.
    let _wide = draw(&diagram, usize::MAX, Style::Unicode);
}

#[test]
fn plain_drawings_have_only_plain_characters() {
    for seed in 0..30 {
        let diagram = parse(&source(seed)).unwrap();
        let Ok(drawing) = draw(&diagram, 400, Style::Ascii) else {
            continue;
        };
        for run in drawing.rows.iter().flatten().filter(|run| matches!(run.part, Part::Border | Part::Edge)) {
            assert!(run.text.is_ascii(), "{}", run.text);
        }
    }
}
