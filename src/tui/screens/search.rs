//! Search over all chapters and questions, as one types.
//!
//! The index is made when the screen opens and lives as long as it. It must not reveal answers: of a question only what is
//! asked, and its options, can be found.

use crate::course::Course;
use crate::course::markdown::{Block, parse, parse_inline, plain_text};
use crate::course::search::{Entry, Highlighted, Hit, Index, Weight};
use crate::domain::id::{ChapterId, QuestionId, SectionId};
use crate::domain::question::{Body, Question};
use crate::text::Language;
use crate::text::words::fill;
use crate::text::wrap::truncated_row;
use crate::tui::action::Action;
use crate::tui::canvas::Canvas;
use crate::tui::field;
use crate::tui::list::List;
use crate::tui::look::{Look, Row, Tone, run};
use crate::tui::question::{edit_text, one_line};
use crate::tui::screen::{Header, Request, Route, World, measure};
use crate::tui::signs::Signs;
use tui_input::Input;

#[derive(Debug)]
pub struct SearchScreen {
    input: Input,
    index: Index<Target>,
    language: Language,
    hits: Vec<Hit<Target>>,
    rows: Vec<Row>,
    list: List,
    left: usize,
    width: usize,
    height: usize,
}

#[derive(Debug, Clone)]
pub enum Target {
    Chapter(ChapterId),
    Section(SectionId),
    Question(QuestionId),
}

/// More than anyone looks through.
const LIMIT: usize = 60;
/// Lines above the results: the field, and a blank one.
const ABOVE: usize = 2;

impl SearchScreen {
    pub fn new(query: &str, world: &World<'_>) -> SearchScreen {
        let mut screen = SearchScreen {
            input: Input::from(query),
            index: index(world.course, world.language),
            language: world.language,
            hits: Vec::new(),
            rows: Vec::new(),
            list: List::default(),
            left: 0,
            width: 0,
            height: 0,
        };
        screen.hits = screen.index.search(query, LIMIT);
        screen
    }

    pub fn arrange(&mut self, world: &World<'_>) {
        if self.language != world.language {
            self.language = world.language;
            self.index = index(world.course, world.language);
            self.hits = self.index.search(self.input.value(), LIMIT);
        }
        (self.left, self.width) = measure(world.width);
        self.height = world.height.saturating_sub(ABOVE);
        self.rows = self.hits.iter().flat_map(|hit| hit_rows(hit, self.width, world)).collect();
        self.list.set_entries((0..self.hits.len()).map(|place| 2 * place..2 * place + 2).collect());
        self.list.follow(self.rows.len(), self.height);
    }

    pub fn update(&mut self, action: &Action, world: &World<'_>) -> Vec<Request> {
        match action {
            Action::Edit(_) => {
                edit_text(&mut self.input, action);
                self.hits = self.index.search(self.input.value(), LIMIT);
                self.list.choose(0);
                self.arrange(world);
                Vec::new()
            }
            Action::Enter => match self.list.choice().map(|place| &self.hits[place].target) {
                Some(Target::Chapter(chapter)) => {
                    vec![Request::Open(Route::Chapter(chapter.clone()))]
                }
                Some(Target::Section(section)) => {
                    vec![Request::Open(Route::Section(section.clone()))]
                }
                Some(Target::Question(question)) => {
                    vec![Request::Open(Route::Question(question.clone()))]
                }
                None => Vec::new(),
            },
            Action::Back => vec![Request::Back],
            action => {
                self.list.update(action, self.height / 2);
                self.list.follow(self.rows.len(), self.height);
                Vec::new()
            }
        }
    }

    pub fn header(&self, world: &World<'_>) -> Header {
        let count = if self.input.value().trim().is_empty() {
            String::new()
        } else {
            let more = if self.hits.len() == LIMIT { "+" } else { "" };
            fill(world.words.hits, &[("count", format!("{}{more}", self.hits.len()))])
        };
        Header { path: vec![world.words.search.to_string()], right: count }
    }

    pub fn draw(&self, world: &World<'_>, canvas: &mut Canvas<'_>) {
        field::put(canvas, 0, self.left, self.width, (world.words.search, ""), &self.input);
        if self.hits.is_empty() {
            let text =
                if self.input.value().trim().is_empty() { world.words.search_help } else { world.words.nothing_found };
            for (line, row) in crate::text::wrap::wrap(&[run(text, Tone::Muted)], self.width).iter().enumerate() {
                canvas.put(ABOVE + line, self.left, row);
            }
        }
        let sign = Signs::of(world.settings.borders).cursor;
        canvas.inner(self.left, ABOVE, self.width, self.height, |canvas| {
            canvas.put_list(&self.rows, &self.list, 0, self.width, sign);
        });
    }
}

/// Two rows of a hit: what it is, and where the words stand.
fn hit_rows(hit: &Hit<Target>, width: usize, world: &World<'_>) -> [Row; 2] {
    let outline = &world.course.outline;
    let (sign, place) = match &hit.target {
        Target::Chapter(_) => (" ", String::new()),
        Target::Section(section) => (
            " ",
            outline
                .chapter(section.chapter().as_str())
                .map_or("", |chapter| chapter.title.text(world.language))
                .to_string(),
        ),
        Target::Question(question) => {
            let chapter = outline.chapter_of_question(question.as_str());
            ("?", chapter.map_or("", |chapter| chapter.title.text(world.language)).to_string())
        }
    };
    let mut title = vec![run(format!("  {sign} "), Tone::Accent)];
    if !place.is_empty() {
        title.push(run(format!("{place} › "), Tone::Muted));
    }
    title.extend(highlighted(&hit.title, Look::default().bold()));
    let mut context = vec![run("      ", Tone::Text)];
    context.extend(highlighted(&hit.context, Look::new(Tone::Muted)));
    [title, context].map(|row| truncated_row(row, width))
}

fn highlighted(text: &Highlighted, look: Look) -> Row {
    let mut row = Row::new();
    let mut end = 0;
    for range in &text.matches {
        row.push(run(&text.text[end..range.start], look));
        row.push(run(&text.text[range.clone()], Look { tone: Tone::Due, bold: true, ..look }));
        end = range.end;
    }
    row.push(run(&text.text[end..], look));
    row
}

/// Everything that can be found, in the order of the course.
fn index(course: &Course, language: Language) -> Index<Target> {
    let mut entries = Vec::new();
    for chapter in course.outline.chapters() {
        entries.push(Entry {
            target: Target::Chapter(chapter.id.clone()),
            title: chapter.title.text(language).to_string(),
            body: chapter.summary.text(language).to_string(),
            weight: Weight::ChapterTitle,
        });
        entries.extend(section_entries(course, &chapter.id, language));
        entries.extend(course.questions(chapter.id.as_str()).iter().map(|question| question_entry(question, language)));
    }
    Index::build(entries)
}

fn section_entries(course: &Course, chapter: &ChapterId, language: Language) -> Vec<Entry<Target>> {
    let Some(opened) = course.chapter(chapter.as_str(), language) else {
        return Vec::new();
    };
    let mut entries: Vec<Entry<Target>> = Vec::new();
    for node in &opened.chapter.document.nodes {
        match &node.block {
            Block::Heading(heading) => entries.push(Entry {
                target: Target::Section(chapter.section(&heading.id)),
                title: plain_text(&heading.text),
                body: String::new(),
                weight: Weight::Heading,
            }),
            Block::Diagram(_) | Block::Question(_) => {}
            block => {
                if let Some(entry) = entries.last_mut() {
                    entry.body.push_str(&block.plain_text());
                    entry.body.push(' ');
                }
            }
        }
    }
    entries
}

fn question_entry(question: &Question, language: Language) -> Entry<Target> {
    let texts: Vec<&str> = match &question.body {
        Body::Single(choices) | Body::Multiple(choices) => {
            choices.iter().map(|choice| choice.text.text(language)).collect()
        }
        Body::Order(items) => items.iter().map(|item| item.text.text(language)).collect(),
        Body::Match { pairs, .. } => pairs.iter().map(|pair| pair.left.text(language)).collect(),
        Body::Boolean { .. } | Body::Short { .. } | Body::Number { .. } | Body::Cloze(_) => Vec::new(),
    };
    let code = parse(question.prompt.text(language), 0).nodes.into_iter().filter_map(|node| match node.block {
        Block::Code { text, .. } => Some(text),
        _ => None,
    });
    let texts: Vec<String> = code.chain(texts.into_iter().map(|text| plain_text(&parse_inline(text)))).collect();
    let title = one_line(question, language);
    Entry { target: Target::Question(question.id.clone()), title, body: texts.join(" · "), weight: Weight::Question }
}
