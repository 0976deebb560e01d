//! The course that is shipped, on the screen: every word of every chapter, and every question.

use crate::support::learner::Learner;
use crate::support::{framed, solid};
use awstutor::course::Course;
use awstutor::course::check::DIAGRAM_COLUMNS;
use awstutor::course::diagram::{self, Style};
use awstutor::course::markdown::{Block, Node, parse, plain_text};
use awstutor::domain::id::ChapterId;
use awstutor::domain::outline::ScenarioKind;
use awstutor::domain::question::{Body, Kind, Text};
use awstutor::store::embedded;
use awstutor::text::Language;
use awstutor::text::words::Words;
use awstutor::text::wrap::row_width;
use awstutor::tui::page::{Page, inline_runs};
use awstutor::tui::screen::Route;

fn chapters(course: &Course) -> Vec<ChapterId> {
    course.outline.chapters().map(|chapter| chapter.id.clone()).collect()
}

/// What must stand on the screen in one piece: paragraphs and headings, those in lists and quotes too.
fn pieces(nodes: &[Node], into: &mut Vec<String>) {
    for node in nodes {
        match &node.block {
            Block::Heading(heading) => into.push(plain_text(&heading.text)),
            Block::Paragraph(inlines) => into.push(plain_text(inlines)),
            Block::List { items, .. } => items.iter().for_each(|item| pieces(&item.blocks, into)),
            Block::Quote { blocks, .. } => pieces(blocks, into),
            Block::Table { .. } | Block::Code { .. } | Block::Diagram(_) | Block::Question(_) | Block::Rule => {}
        }
    }
}

/// The words of the cells of all tables.
fn table_words(nodes: &[Node]) -> Vec<String> {
    let mut words = Vec::new();
    for node in nodes {
        if let Block::Table { .. } = &node.block {
            for cell in node.block.inlines() {
                words.extend(plain_text(cell).split_whitespace().map(str::to_string));
            }
        }
    }
    words
}

/// Text as it can be compared: no blanks, no bars of quotes, no marks of footnotes.
fn comparable(text: &str) -> String {
    let text = solid(text).replace('│', "");
    (1..=9).fold(text, |text, number| text.replace(&format!("[{number}]"), ""))
}

/// Scrolls a chapter from top to end, and puts the pages together.
fn scrolled(learner: &mut Learner) -> Vec<String> {
    let body = |learner: &Learner| {
        let rows = learner.rows();
        rows[2..rows.len() - 2].to_vec()
    };
    let mut all = body(learner);
    loop {
        let before = body(learner);
        learner.press("PgDn");
        let page = body(learner);
        if page == before {
            return all;
        }
        let overlap = (2..=page.len()).rev().find(|rows| all.ends_with(&page[..*rows]));
        let overlap =
            overlap.unwrap_or_else(|| panic!("rows were skipped between\n{}\n\n{}", framed(&before), framed(&page)));
        all.extend_from_slice(&page[overlap..]);
    }
}

fn every_word_shows(language: Language, width: u16) {
    let course = embedded::course();
    for id in chapters(&course) {
        let mut learner = Learner::new(width, 60).language(language);
        learner.opens(Route::Chapter(id.clone()));
        let rows = scrolled(&mut learner);
        let screen = comparable(&rows.concat());
        let opened = course.chapter(id.as_str(), language).expect("a chapter");
        assert_eq!(opened.language, language, "{id} is translated");
        let mut expected = Vec::new();
        pieces(&opened.chapter.document.nodes, &mut expected);
        let mut from = 0;
        for piece in expected {
            let found = screen[from..].find(&comparable(&piece));
            assert!(found.is_some(), "{id} at {width}: {piece:?} is not on\n{}", framed(&rows));
            from += found.unwrap_or(0);
        }
        // Cells of a table stand beside each other: word by word, and a long word may be broken.
        if width >= 80 {
            let text = rows.join(" ");
            for word in table_words(&opened.chapter.document.nodes) {
                assert!(text.contains(&word) || word.chars().count() > 10, "{id} at {width}: {word:?} of a table");
            }
        }
    }
}

#[test]
fn every_word_of_the_english_chapters_shows_at_80_columns() {
    every_word_shows(Language::English, 80);
}

#[test]
fn every_word_of_the_english_chapters_shows_at_40_columns() {
    every_word_shows(Language::English, 40);
}

#[test]
fn every_word_of_the_korean_chapters_shows_at_80_columns() {
    every_word_shows(Language::Korean, 80);
}

#[test]
fn every_word_of_the_korean_chapters_shows_at_40_columns() {
    every_word_shows(Language::Korean, 40);
}

#[test]
fn no_row_is_wider_than_the_measure() {
    let course = embedded::course();
    for language in Language::ALL {
        for id in chapters(&course) {
            let document = course.chapter(id.as_str(), language).expect("a chapter").chapter.document;
            let mut page = Page::new(document, Words::of(language), Default::default());
            for measure in [80, 76, 36, 20] {
                page.set_width(measure);
                for node in 0..page.nodes().len() {
                    // Rows of a question are set from outside.
                    let question = matches!(page.nodes()[node].block, Block::Question(_));
                    let widest = page.lay_out(node).iter().map(|row| row_width(row)).max().unwrap_or(0);
                    assert!(question || widest <= measure, "{id}, block {node}: {widest} > {measure}");
                }
            }
        }
    }
}

#[test]
fn every_diagram_is_drawn() {
    let course = embedded::course();
    let mut drawn = 0;
    for language in Language::ALL {
        for id in chapters(&course) {
            let document = course.chapter(id.as_str(), language).expect("a chapter").chapter.document;
            document.walk(&mut |node| {
                if let Block::Diagram(source) = &node.block {
                    let diagram = diagram::parse(source).unwrap_or_else(|error| panic!("{id}: {error}\n{source}"));
                    for style in [Style::Unicode, Style::Ascii] {
                        assert!(diagram::draw(&diagram, DIAGRAM_COLUMNS, style).is_ok(), "{id}: too wide\n{source}");
                    }
                    drawn += 1;
                }
            });
        }
    }
    assert!(drawn >= 16, "only {drawn} diagrams");
}

#[test]
fn no_chapter_shows_the_source_of_a_diagram() {
    let course = embedded::course();
    for language in Language::ALL {
        for id in chapters(&course) {
            let mut learner = Learner::new(80, 60).language(language);
            learner.opens(Route::Chapter(id.clone()));
            let text = scrolled(&mut learner).join("\n");
            assert!(!text.contains("flowchart"), "{id}");
            assert!(!text.contains(Words::of(language).diagram_as_source), "{id}");
        }
    }
}

/// A text of a question as it stands on the screen, without its markup.
fn shown(text: &Text, language: Language) -> String {
    solid(
        &inline_runs(text.text(language), awstutor::tui::look::Tone::Text)
            .iter()
            .map(|run| run.text.as_str())
            .collect::<String>(),
    )
}

#[test]
fn every_question_is_asked_and_explains_every_option() {
    let course = embedded::course();
    for language in Language::ALL {
        for id in chapters(&course) {
            let mut learner = Learner::new(40, 160).language(language);
            learner.opens(Route::Quiz(id.clone()));
            for question in course.questions(id.as_str()) {
                let asked = solid(&learner.screen());
                let mut prompt = Vec::new();
                pieces(&parse(question.prompt.text(language), 0).nodes, &mut prompt);
                // Gaps are shown as numbers.
                for piece in prompt.iter().filter(|_| question.kind() != Kind::Cloze) {
                    assert!(asked.contains(&solid(piece)), "{}: {piece}\n{}", question.id, framed(&learner.rows()));
                }
                learner.press("F6");
                let judged = solid(&learner.screen());
                let whys: Vec<&Text> = match &question.body {
                    Body::Single(choices) | Body::Multiple(choices) => {
                        choices.iter().map(|choice| &choice.why).collect()
                    }
                    Body::Boolean { why_true, why_false, .. } => vec![why_true, why_false],
                    Body::Short { .. } | Body::Number { .. } => vec![&question.explanation],
                    Body::Order(items) => items.iter().map(|item| &item.why).collect(),
                    Body::Match { pairs, distractors } => {
                        pairs.iter().map(|pair| &pair.why).chain(distractors.iter().map(|item| &item.why)).collect()
                    }
                    Body::Cloze(blanks) => blanks.iter().map(|blank| &blank.why).collect(),
                };
                for why in whys {
                    let why = shown(why, language);
                    assert!(judged.contains(&why), "{}: {why}\n{}", question.id, framed(&learner.rows()));
                }
                learner.press("Enter");
            }
            learner.sees(Words::of(language).result);
        }
    }
}

/// Whether the plot of the chart on the screen has a line of its own, beside axis and goal.
fn has_curve(learner: &Learner) -> bool {
    let rows = learner.rows();
    let title = rows.iter().position(|row| row.contains("p95 in ms against load")).expect("a chart");
    let plot = rows[title + 1..].iter().take_while(|row| !row.contains('└'));
    let lines = plot.filter_map(|row| row.rsplit_once(['┤', '│']).map(|(_, line)| line));
    lines.into_iter().any(|line| line.contains(['─', '╯', '╮']))
}

#[test]
fn every_what_if_begins_with_a_curve_that_shows() {
    let course = embedded::course();
    for scenario in course.outline.scenarios.iter().filter(|scenario| scenario.kind == ScenarioKind::WhatIf) {
        let mut learner = Learner::new(120, 40);
        learner.opens(Route::Scenario(scenario.id.clone())).press("Enter");
        assert!(has_curve(&learner), "{}\n{}", scenario.id, learner.screen());
    }
}
