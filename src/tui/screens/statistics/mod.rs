//! Statistics: how it stands, page by page, and how each page's figures are computed.
//!
//! It must not compute: the figures are the domain's, taken once when the screen is arranged. Each page makes its rows in
//! a file of its own.

mod calendar;
mod exams;
mod forecast;
mod groups;
mod hardest;
mod memory;
mod overview;

use crate::domain::statistics::{FEWEST_REVIEWS, Statistics, UNSEEN_SPREAD, UNTRIED_ERROR};
use crate::text::width::width;
use crate::text::words::fill;
use crate::text::words::statistics::StatisticsWords;
use crate::text::wrap::{row_width, wrap};
use crate::tui::action::Action;
use crate::tui::canvas::{Canvas, Column};
use crate::tui::keymap::Context;
use crate::tui::list::List;
use crate::tui::look::{Look, Row, Tone, run};
use crate::tui::screen::{Header, MEASURE, Request, Route, World};
use crate::tui::signs::Signs;

#[derive(Debug)]
pub struct StatisticsScreen {
    statistics: Statistics,
    page: Page,
    shown: Shown,
    tabs: Vec<Row>,
    sheet: Sheet,
    list: List,
    /// The first row in the window, on a page without anything to choose.
    top: usize,
    left: usize,
    width: usize,
    height: usize,
    sign: &'static str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Page {
    Overview,
    Chapters,
    Services,
    Calendar,
    Forecast,
    Memory,
    Hardest,
    Exams,
}

/// What the page shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    Figures,
    /// How they are computed.
    Method,
}

/// The rows of a page, and where those lead that can be chosen.
#[derive(Debug, Default)]
struct Sheet {
    rows: Vec<Row>,
    routes: Vec<(usize, Route)>,
}

/// What a page is made from.
struct View<'a> {
    statistics: &'a Statistics,
    world: &'a World<'a>,
    words: &'static StatisticsWords,
    signs: &'static Signs,
    width: usize,
    height: usize,
}

/// Fifty-three weeks of two cells, and the names of the weekdays.
const WIDEST: usize = 112;
/// From this height on, the names of the pages stand above them.
const TABS_FROM: usize = 15;

impl Page {
    const ALL: [Page; 8] = [
        Page::Overview,
        Page::Chapters,
        Page::Services,
        Page::Calendar,
        Page::Forecast,
        Page::Memory,
        Page::Hardest,
        Page::Exams,
    ];

    fn place(self) -> usize {
        Page::ALL.iter().position(|page| *page == self).unwrap_or_default()
    }

    /// So many pages on, over the end to the beginning.
    fn turned(self, pages: usize) -> Page {
        Page::ALL[(self.place() + pages) % Page::ALL.len()]
    }

    fn name(self, words: &StatisticsWords) -> &'static str {
        match self {
            Page::Overview => words.overview,
            Page::Chapters => words.chapters,
            Page::Services => words.services,
            Page::Calendar => words.calendar,
            Page::Forecast => words.forecast,
            Page::Memory => words.memory,
            Page::Hardest => words.hardest,
            Page::Exams => words.readiness,
        }
    }

    fn sheet(self, view: &View<'_>) -> Sheet {
        match self {
            Page::Overview => overview::sheet(view),
            Page::Chapters => groups::chapters(view),
            Page::Services => groups::services(view),
            Page::Calendar => calendar::sheet(view),
            Page::Forecast => forecast::sheet(view),
            Page::Memory => memory::sheet(view),
            Page::Hardest => hardest::sheet(view),
            Page::Exams => exams::sheet(view),
        }
    }

    fn method(self, words: &StatisticsWords) -> String {
        let template = match self {
            Page::Overview => words.method_overview,
            Page::Chapters | Page::Services => words.method_groups,
            Page::Calendar => words.method_calendar,
            Page::Forecast => words.method_forecast,
            Page::Memory => words.method_memory,
            Page::Hardest => words.method_hardest,
            Page::Exams => words.method_readiness,
        };
        let points = |share: f64| format!("{:.0}", share * 100.0);
        let details = [
            ("needed", FEWEST_REVIEWS.to_string()),
            ("untried", points(UNTRIED_ERROR)),
            ("unseen", points(UNSEEN_SPREAD)),
        ];
        fill(template, &details)
    }
}

impl StatisticsScreen {
    pub fn open(world: &World<'_>) -> StatisticsScreen {
        StatisticsScreen {
            statistics: statistics(world),
            page: Page::Overview,
            shown: Shown::Figures,
            tabs: Vec::new(),
            sheet: Sheet::default(),
            list: List::default(),
            top: 0,
            left: 0,
            width: 0,
            height: 0,
            sign: "",
        }
    }

    pub fn context(&self) -> Context {
        if self.sheet.routes.is_empty() { Context::Statistics } else { Context::StatisticsList }
    }

    /// The figures are taken anew: the learner may come back from a chapter in which something was answered.
    pub fn arrange(&mut self, world: &World<'_>) {
        self.statistics = statistics(world);
        self.lay_out(world);
    }

    pub fn update(&mut self, action: &Action, world: &World<'_>) -> Vec<Request> {
        match action {
            Action::NextPage => self.turn_to(self.page.turned(1), world),
            Action::PreviousPage => self.turn_to(self.page.turned(Page::ALL.len() - 1), world),
            Action::Digit(digit) => {
                if let Some(page) = Page::ALL.get(usize::from(*digit).wrapping_sub(1)) {
                    self.turn_to(*page, world);
                }
            }
            Action::Explain => {
                self.shown = if self.shown == Shown::Figures { Shown::Method } else { Shown::Figures };
                self.top = 0;
                self.lay_out(world);
            }
            Action::Back if self.shown == Shown::Method => {
                self.shown = Shown::Figures;
                self.lay_out(world);
            }
            Action::Back => return vec![Request::Back],
            Action::Enter => return self.chosen().map(Request::Open).into_iter().collect(),
            action => self.scroll(action),
        }
        Vec::new()
    }

    pub fn header(&self, world: &World<'_>) -> Header {
        let words = StatisticsWords::of(world.language);
        let numbers = [("number", (self.page.place() + 1).to_string()), ("all", Page::ALL.len().to_string())];
        Header {
            path: vec![world.words.statistics.to_string(), self.page.name(words).to_string()],
            right: fill(words.page_of, &numbers),
        }
    }

    pub fn draw(&self, canvas: &mut Canvas<'_>) {
        for (line, row) in self.tabs.iter().enumerate() {
            canvas.put(line, self.left, row);
        }
        canvas.inner(0, self.tabs.len(), canvas.width(), self.height, |canvas| {
            if self.sheet.routes.is_empty() {
                let column = Column { left: self.left, width: self.width, top: self.top, sign: self.sign };
                canvas.put_column(&self.sheet.rows, &(0..0), &column);
            } else {
                canvas.put_list(&self.sheet.rows, &self.list, self.left, self.width, self.sign);
            }
        });
    }

    fn turn_to(&mut self, page: Page, world: &World<'_>) {
        self.page = page;
        self.shown = Shown::Figures;
        self.top = 0;
        self.list = List::default();
        self.lay_out(world);
    }

    fn lay_out(&mut self, world: &World<'_>) {
        let margin = if world.width >= 60 { 2 } else { usize::from(world.width >= 30) };
        self.width = world.width.saturating_sub(2 * margin).clamp(1, WIDEST);
        self.left = world.width.saturating_sub(self.width) / 2;
        let signs = Signs::of(world.settings.borders);
        self.sign = signs.cursor;
        self.tabs = if world.height < TABS_FROM { Vec::new() } else { self.tabs(signs, world) };
        self.height = world.height.saturating_sub(self.tabs.len());
        let words = StatisticsWords::of(world.language);
        let view = View { statistics: &self.statistics, world, words, signs, width: self.width, height: self.height };
        self.sheet = match self.shown {
            Shown::Figures => self.page.sheet(&view),
            Shown::Method => method(self.page, &view),
        };
        self.list.set_rows(self.sheet.routes.iter().map(|(row, _)| *row).collect());
        self.list.follow(self.sheet.rows.len(), self.height);
        self.top = self.top.min(self.highest_top());
    }

    /// The names of the pages, the shown one bold over a heavy line; nothing where they do not fit.
    fn tabs(&self, signs: &Signs, world: &World<'_>) -> Vec<Row> {
        let words = StatisticsWords::of(world.language);
        let (mut names, mut rule) = (Row::new(), Row::new());
        for page in Page::ALL {
            let name = page.name(words);
            let (look, line, tone) = if page == self.page {
                (Look::default().bold(), signs.full, Tone::Accent)
            } else {
                (Look::new(Tone::Muted), signs.empty, Tone::Border)
            };
            names.extend([run(name, look), run("  ", Tone::Text)]);
            rule.extend([run(line.repeat(width(name)), tone), run("  ", Tone::Text)]);
        }
        if row_width(&names) > self.width + 2 { Vec::new() } else { vec![names, rule, Row::new()] }
    }

    fn chosen(&self) -> Option<Route> {
        self.list.choice().and_then(|place| self.sheet.routes.get(place)).map(|(_, route)| route.clone())
    }

    fn scroll(&mut self, action: &Action) {
        if !self.sheet.routes.is_empty() {
            self.list.update(action, self.height);
            self.list.follow(self.sheet.rows.len(), self.height);
            return;
        }
        let top = self.top.saturating_add_signed(action.scrolls(self.height).unwrap_or(0));
        self.top = top.min(self.highest_top());
    }

    fn highest_top(&self) -> usize {
        self.sheet.rows.len().saturating_sub(self.height)
    }
}

impl Sheet {
    /// Running text, at its measure.
    fn push_text(&mut self, text: &str, look: impl Into<Look>, view: &View<'_>) {
        // A number stays with its percent sign.
        let text = text.replace(" %", "\u{a0}%");
        self.rows.extend(wrap(&[run(text, look.into())], view.width.min(MEASURE)));
    }

    fn push_heading(&mut self, text: &str, view: &View<'_>) {
        if !self.rows.is_empty() {
            self.rows.push(Row::new());
        }
        self.push_text(text, Look::new(Tone::Heading).bold(), view);
    }
}

fn statistics(world: &World<'_>) -> Statistics {
    Statistics::of(&world.course.outline, world.progress, world.settings, world.now)
}

fn method(page: Page, view: &View<'_>) -> Sheet {
    let mut sheet = Sheet::default();
    sheet.push_heading(view.words.computed, view);
    sheet.rows.push(Row::new());
    sheet.push_text(&page.method(view.words), Tone::Text, view);
    sheet
}
