//! Pictures: source in, rows out.

use super::*;
use crate::course::diagram::{Part, parse};

pub(super) fn picture(source: &str, width: usize, style: Style) -> Vec<String> {
    let drawing = draw(&parse(source).unwrap(), width, style).unwrap();
    drawing.rows.iter().map(|row| row.iter().map(|run| run.text.as_str()).collect()).collect()
}

#[test]
fn too_narrow_is_an_error() {
    let diagram = parse("flowchart LR\na[Application] --> b[Database]").unwrap();
    assert_eq!(draw(&diagram, 10, Style::Unicode), Err(TooWide));
}

#[test]
fn a_narrow_drawing_runs_down() {
    let rows = picture("flowchart LR\na[Application] --> b[Database]", 18, Style::Unicode);
    assert_eq!(
        rows,
        [
            "┌─────────────┐",
            "│ Application │",
            "└──────┬──────┘",
            "       │",
            "       ▾",
            "  ┌──────────┐",
            "  │ Database │",
            "  └──────────┘",
        ]
    );
}

#[test]
fn runs_say_what_they_show() {
    let drawing = draw(&parse("flowchart LR\na --x--> b").unwrap(), 76, Style::Unicode);
    let middle: Vec<_> = drawing.unwrap().rows[1].iter().map(|run| (run.text.clone(), run.part)).collect();
    let run = |text: &str, part: Part| (text.to_owned(), part);
    assert_eq!(
        middle,
        [
            run("│", Part::Border),
            run(" ", Part::Space),
            run("a", Part::Text),
            run(" ", Part::Space),
            run("├", Part::Border),
            run("─", Part::Edge),
            run(" ", Part::Space),
            run("x", Part::Label),
            run(" ", Part::Space),
            run("─▸", Part::Edge),
            run("│", Part::Border),
            run(" ", Part::Space),
            run("b", Part::Text),
            run(" ", Part::Space),
            run("│", Part::Border),
        ]
    );
}

#[test]
fn nothing_is_an_empty_drawing() {
    assert_eq!(picture("flowchart LR", 76, Style::Unicode), Vec::<String>::new());
}

#[test]
fn four_boxes_in_a_row_are_three_rows_high() {
    let source = r"
        flowchart LR
        user([Member]) -->|photo| s3[(Photos)]
        s3 -->|event| fn[Function]
        fn -->|thumb| out[(Thumbs)]
    ";
    assert_eq!(
        picture(source, 76, Style::Unicode),
        [
            "╭────────╮          ╒════════╕          ┌──────────┐          ╒════════╕",
            "│ Member ├─ photo ─▸│ Photos ├─ event ─▸│ Function ├─ thumb ─▸│ Thumbs │",
            "╰────────╯          ╘════════╛          └──────────┘          ╘════════╛",
        ]
    );
}

#[test]
fn an_answer_runs_below_its_question() {
    let source = r#"
        flowchart LR
        reader([Reader]) -->|GET /cat.jpg| edge["CloudFront edge"]
        edge -->|miss| s3[(S3 bucket)]
        edge -->|hit: 8 ms| reader
    "#;
    assert_eq!(
        picture(source, 76, Style::Unicode),
        [
            "╭────────╮                  ┌─────────────────┐         ╒═══════════╕",
            "│ Reader ├── GET /cat.jpg ─▸│ CloudFront edge ├─ miss ─▸│ S3 bucket │",
            "│        │◂── hit: 8 ms ────┤                 │         ╘═══════════╛",
            "╰────────╯                  └─────────────────┘",
        ]
    );
}

#[test]
fn korean_counts_two_columns_a_glyph() {
    let source = r#"
        flowchart LR
        reader([독자]) -->|GET /cat.jpg| edge["CloudFront 엣지"]
        edge -->|없으면| origin[(S3 버킷)]
        edge -->|있으면 8 ms| reader
        origin --> edge
    "#;
    assert_eq!(
        picture(source, 76, Style::Unicode),
        [
            "╭──────╮                  ┌─────────────────┐            ╒═════════╕",
            "│ 독자 ├── GET /cat.jpg ─▸│ CloudFront 엣지 ├── 없으면 ─▸│ S3 버킷 │",
            "│      │◂─ 있으면 8 ms ───┤                 │◂───────────┤         │",
            "╰──────╯                  └─────────────────┘            ╘═════════╛",
        ]
    );
}

#[test]
fn arrows_fan_out_and_in_like_a_tree() {
    let source = r"
        flowchart LR
        sns[SNS topic] --> a[Mail] & b[Invoice] & c[Stock]
        a & b & c --> done([Done])
    ";
    assert_eq!(
        picture(source, 76, Style::Unicode),
        [
            "                 ┌─────────┐",
            "               ┌▸│  Mail   ├──┐",
            "               │ └─────────┘  │",
            "               │              │",
            "┌───────────┐  │ ┌─────────┐  │ ╭──────╮",
            "│ SNS topic ├──┼▸│ Invoice ├──┼▸│ Done │",
            "└───────────┘  │ └─────────┘  │ ╰──────╯",
            "               │              │",
            "               │ ┌─────────┐  │",
            "               └▸│  Stock  ├──┘",
            "                 └─────────┘",
        ]
    );
}

#[test]
fn labels_stand_behind_the_fork() {
    let source = r"
        flowchart LR
        app[App] -->|payments| nat[NAT] -->|payments| igw[IGW]
        app -->|photos| gwe[Endpoint] -->|photos| s3[(S3)]
    ";
    assert_eq!(
        picture(source, 76, Style::Unicode),
        [
            "                      ┌──────────┐             ┌─────┐",
            "        ┌─ payments ─▸│   NAT    ├─ payments ─▸│ IGW │",
            "┌─────┐ │             └──────────┘             └─────┘",
            "│ App ├─┤",
            "└─────┘ │             ┌──────────┐             ╒═════╕",
            "        └── photos ──▸│ Endpoint ├── photos ──▸│ S3  │",
            "                      └──────────┘             ╘═════╛",
        ]
    );
}

#[test]
fn decisions_run_down() {
    let source = r"
        flowchart TD
        start([Need to store data]) --> q{Files shared by many?}
        q -->|yes| s3[(S3)]
        q -->|no| q2{Attached to one server?}
        q2 -->|yes| ebs[(EBS)]
        q2 -->|no| efs[(EFS)]
    ";
    assert_eq!(
        picture(source, 76, Style::Unicode),
        [
            "  ╭────────────────────╮",
            "  │ Need to store data │",
            "  ╰─────────┬──────────╯",
            "            │",
            "            ▾",
            "╱───────────────────────╲",
            "< Files shared by many? >",
            "╲─┬───────────────────┬─╱",
            "  │                   │",
            "  ▾ yes               ▾ no",
            "╒════╕   ╱─────────────────────────╲",
            "│ S3 │   < Attached to one server? >",
            "╘════╛   ╲───────┬─────────┬───────╱",
            "                 │         │",
            "                 ▾ yes     ▾ no",
            "              ╒═════╕   ╒═════╕",
            "              │ EBS │   │ EFS │",
            "              ╘═════╛   ╘═════╛",
        ]
    );
}

#[test]
fn question_and_answer_run_down_side_by_side() {
    let source = r"
        flowchart TD
        app[App] -->|query| db[(DB)]
        db -->|rows| app
    ";
    assert_eq!(
        picture(source, 76, Style::Unicode),
        [
            "    ┌────────┐",
            "    │  App   │",
            "    └─┬──────┘",
            "      │   ▴",
            "query ▾   │ rows",
            "    ╒═════╧══╕",
            "    │   DB   │",
            "    ╘════════╛",
        ]
    );
}

#[test]
fn a_circle_goes_back_in_its_own_row() {
    let source = r"
        flowchart LR
        a[Plan] --> b[Build] --> c[Measure] --> a
    ";
    assert_eq!(
        picture(source, 76, Style::Unicode),
        [
            "┌──────┐    ┌───────┐",
            "│ Plan ├───▸│ Build ├──┐ ┌─────────┐",
            "│      │◂─┐ └───────┘  └▸│ Measure │",
            "└──────┘  └──────────────┤         │",
            "                         └─────────┘",
        ]
    );
}

#[test]
fn a_loop_and_a_lonely_node() {
    let source = r"
        flowchart LR
        app[App] -->|query| db[(DB)]
        app -->|retry| app
        cron[Cron]
    ";
    assert_eq!(
        picture(source, 76, Style::Unicode),
        [
            "┌─────┐                  ╒════╕",
            "│     ├───────── query ─▸│ DB │",
            "│ App ├─┐                ╘════╛",
            "│     │◂┘ retry",
            "└─────┘",
            "",
            "┌──────┐",
            "│ Cron │",
            "└──────┘",
        ]
    );
}

#[test]
fn strokes_are_told_apart() {
    let source = r"
        flowchart LR
        app[App] ==>|writes| pri[(Primary)] -.->|later| rep[(Replica)]
        rep --- report[Reports]
    ";
    assert_eq!(
        picture(source, 76, Style::Unicode),
        [
            "┌─────┐           ╒═════════╕          ╒═════════╕   ┌─────────┐",
            "│ App ├━ writes ━▸│ Primary ├┈ later ┈▸│ Replica ├───┤ Reports │",
            "└─────┘           ╘═════════╛          ╘═════════╛   └─────────┘",
        ]
    );
}
