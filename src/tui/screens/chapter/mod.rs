//! A chapter: its page, where the reader is in it, and what the reader does there.
//!
//! Modes (reading, contents, find, answering) are one enum; each has its file. It must not save: what has been read and
//! answered goes out as requests.

mod contents;
mod draw;
mod find;
mod inline_quiz;
mod text;

use crate::course::link::Link;
use crate::course::markdown::{Block, Inline, Node};
use crate::domain::event::What;
use crate::domain::id::{ChapterId, SectionId};
use crate::domain::settings::Borders;
use crate::text::Language;
use crate::text::number::percents;
use crate::text::words::fill;
use crate::tui::action::Action;
use crate::tui::keymap::Context;
use crate::tui::list::List;
use crate::tui::page::{Anchor, Page};
use crate::tui::screen::{Header, MEASURE, Request, Route, World, measure};
use find::Find;
use inline_quiz::InlineQuiz;
use std::collections::{HashMap, HashSet};
use text::{SectionStart, Text};

#[derive(Debug)]
pub struct ChapterScreen {
    id: ChapterId,
    /// The language asked for; the text may stand in the other one.
    language: Language,
    borders: Borders,
    text: Text,
    page: Page,
    anchor: Anchor,
    mode: Mode,
    focus: Option<Stop>,
    /// Questions of the text by their id, so that they survive a change of language.
    questions: HashMap<String, InlineQuiz>,
    /// Sections whose end has been on the screen since it was opened.
    read: HashSet<SectionId>,
    chapter_done: bool,
    recorded: Option<SectionId>,
    room: Room,
}

#[derive(Debug)]
enum Mode {
    Reading,
    Contents(List),
    Find(Find),
    /// The question at this block.
    Answering(usize),
}

/// Something on the page that Enter acts on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stop {
    Link(u16),
    Question(usize),
}

/// Where things stand in the window.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Room {
    /// Width of the contents beside the text, 0 without.
    pane: usize,
    left: usize,
    width: usize,
    height: usize,
}

/// From this width on there is room for the contents beside the text.
const PANE_FROM: usize = 112;
const PANE: usize = 30;

impl ChapterScreen {
    /// Opens a chapter at a heading, or where it was left.
    ///
    /// # Errors
    /// The sentence to show when there is no such chapter.
    pub fn open(id: &ChapterId, heading: Option<&str>, world: &World<'_>) -> Result<ChapterScreen, String> {
        let (text, page) =
            Text::load(id, world).ok_or_else(|| fill(world.words.no_such_chapter, &[("chapter", id.to_string())]))?;
        let mut screen = ChapterScreen {
            id: id.clone(),
            language: world.language,
            borders: world.settings.borders,
            text,
            page,
            anchor: Anchor::default(),
            mode: Mode::Reading,
            focus: None,
            questions: inline_quiz::load(id, world),
            read: HashSet::new(),
            chapter_done: false,
            recorded: None,
            room: Room::default(),
        };
        screen.anchor = match heading.filter(|heading| !heading.is_empty()) {
            Some(heading) => Anchor::at(screen.text.node_of(heading, 0)),
            None => world.progress.position(id.as_str()).map_or(Anchor::default(), |position| {
                Anchor::at(screen.text.node_of(position.section.heading(), position.paragraph as usize))
            }),
        };
        screen.recorded = screen.here().map(|(section, _)| section);
        Ok(screen)
    }

    pub fn context(&self) -> Context {
        match &self.mode {
            Mode::Reading => Context::Chapter,
            Mode::Contents(_) => Context::Contents,
            Mode::Find(_) => Context::Find,
            Mode::Answering(node) => self.question_at(*node).map_or(Context::Chapter, InlineQuiz::context),
        }
    }

    pub fn arrange(&mut self, world: &World<'_>) -> Vec<Request> {
        if (self.language, self.borders) != (world.language, world.settings.borders) {
            self.reload(world);
        }
        let pane = if world.width >= PANE_FROM { PANE } else { 0 };
        let (left, width) = measure(world.width - pane);
        self.room = Room { pane, left: left + pane, width: width.min(MEASURE), height: world.height };
        self.page.set_width(self.room.width);
        self.set_all_questions(world);
        self.settle(world)
    }

    pub fn update(&mut self, action: &Action, world: &World<'_>) -> Vec<Request> {
        match &self.mode {
            Mode::Contents(_) => self.choose_contents(action, world),
            // The page scrolls whatever is done on it.
            _ if let Action::Scroll(lines) = action => self.scroll(*lines, world),
            Mode::Reading => self.read(action, world),
            Mode::Find(_) => self.find(action, world),
            Mode::Answering(node) => self.answer(*node, action, world),
        }
    }

    pub fn header(&self, world: &World<'_>) -> Header {
        let part =
            world.course.outline.part_of(self.id.as_str()).map(|part| part.title.text(world.language).to_string());
        let percent = self.page.percent(self.anchor, self.room.height);
        let left = self.text.minutes_left(percent);
        let minutes =
            if left > 0 { fill(world.words.minutes_left, &[("minutes", left.to_string())]) } else { String::new() };
        let marked = self.here().is_some_and(|(section, _)| world.progress.is_bookmarked(&section));
        let bookmark = if marked { crate::tui::signs::Signs::of(self.borders).bookmark } else { "" };
        let right = [bookmark.to_string(), percents(percent, world.language), minutes];
        let right: Vec<String> = right.into_iter().filter(|part| !part.is_empty()).collect();
        Header { path: part.into_iter().chain([self.text.title.clone()]).collect(), right: right.join("  ") }
    }

    /// Where the reader is, to be recorded on leaving.
    pub fn position(&self) -> Option<What> {
        let (section, paragraph) = self.here()?;
        Some(What::Position { section, paragraph: paragraph as u32 })
    }

    /// Everything that the chapter says.
    pub fn text(&self) -> String {
        self.page.nodes().iter().map(|node| node.block.plain_text() + "\n").collect()
    }

    fn read(&mut self, action: &Action, world: &World<'_>) -> Vec<Request> {
        let page = self.room.height.saturating_sub(2).max(1) as isize;
        match action {
            Action::Down => self.scroll(1, world),
            Action::Up => self.scroll(-1, world),
            Action::PageDown => self.scroll(page, world),
            Action::PageUp => self.scroll(-page, world),
            Action::Top => self.jump(Anchor::default(), world),
            Action::Bottom => self.jump(Anchor { node: usize::MAX, line: 0 }, world),
            Action::NextStop => self.step(1, world),
            Action::PreviousStop => self.step(-1, world),
            Action::Enter => self.enter(page, world),
            Action::NextChapter => {
                self.turn(world.course.outline.neighbours(self.id.as_str()).1.map(|chapter| &chapter.id), world)
            }
            Action::PreviousChapter => {
                self.turn(world.course.outline.neighbours(self.id.as_str()).0.map(|chapter| &chapter.id), world)
            }
            Action::Quiz => vec![Request::Open(Route::Quiz(self.id.clone()))],
            Action::Contents => self.open_contents(world),
            Action::Find => self.open_find(),
            Action::Bookmark => self.bookmark(world),
            Action::Report => self.report(world),
            _ => Vec::new(),
        }
    }

    fn turn(&self, chapter: Option<&ChapterId>, world: &World<'_>) -> Vec<Request> {
        match chapter {
            Some(chapter) => vec![Request::Replace(Route::Chapter(chapter.clone()))],
            None => vec![Request::Notice(world.words.no_more_chapters.to_string())],
        }
    }

    fn scroll(&mut self, lines: isize, world: &World<'_>) -> Vec<Request> {
        let anchor = self.page.moved(self.anchor, lines);
        self.jump(anchor, world)
    }

    fn jump(&mut self, anchor: Anchor, world: &World<'_>) -> Vec<Request> {
        self.anchor = anchor;
        self.settle(world)
    }

    /// Lays out what shows, and records what has been read and where the reader is.
    fn settle(&mut self, world: &World<'_>) -> Vec<Request> {
        self.anchor = self.page.settle(self.anchor, self.room.height);
        if self.focus.is_some_and(|focus| !self.stops().contains(&focus)) {
            self.focus = None;
        }
        let mut requests = self.newly_read(world);
        let section = self.here().map(|(section, _)| section);
        if section.is_some() && section != self.recorded {
            self.recorded = section;
            requests.extend(self.position().map(Request::Record));
        }
        requests
    }

    /// Sections whose end shows for the first time.
    fn newly_read(&mut self, world: &World<'_>) -> Vec<Request> {
        let finished = self.page.finished(self.anchor, self.room.height);
        let mut requests = Vec::new();
        for (section, last) in self.text.section_ends() {
            let id = self.id.section(&section.id);
            if finished.contains(&last) && !world.progress.is_read(&id) && self.read.insert(id.clone()) {
                requests.push(Request::Record(What::SectionRead { section: id }));
            }
        }
        let is_read = |section: &SectionStart| {
            let id = self.id.section(&section.id);
            self.read.contains(&id) || world.progress.is_read(&id)
        };
        if !requests.is_empty() && !self.chapter_done && self.text.sections.iter().all(is_read) {
            self.chapter_done = true;
            requests.push(Request::Record(What::ChapterRead { chapter: self.id.clone() }));
        }
        requests
    }

    /// The section and the paragraph within it at the top of the window.
    fn here(&self) -> Option<(SectionId, usize)> {
        let (section, paragraph) = self.text.place_of(self.anchor.node)?;
        Some((self.id.section(&section.id), paragraph))
    }

    /// Links and questions that show, from top to bottom.
    fn stops(&self) -> Vec<Stop> {
        let mut stops = Vec::new();
        for (place, row) in self.page.visible(self.anchor, self.room.height) {
            let question = Stop::Question(place.node);
            if matches!(self.page.nodes()[place.node].block, Block::Question(_))
                && self.question_at(place.node).is_some()
            {
                if !stops.contains(&question) {
                    stops.push(question);
                }
                continue;
            }
            for number in row.iter().filter_map(|run| run.style.link) {
                if !stops.contains(&Stop::Link(number)) {
                    stops.push(Stop::Link(number));
                }
            }
        }
        stops
    }

    fn step(&mut self, direction: isize, world: &World<'_>) -> Vec<Request> {
        let before = self.stops();
        let place = self.focus.and_then(|focus| before.iter().position(|stop| *stop == focus));
        let next = match (place, direction) {
            (None, 1) => Some(0),
            (None, _) => before.len().checked_sub(1),
            (Some(place), direction) => place.checked_add_signed(direction),
        };
        if let Some(stop) = next.and_then(|place| before.get(place)) {
            self.focus = Some(*stop);
            return Vec::new();
        }
        // Nothing more to stop at here: look further on.
        let Some(node) = self.node_with_stop(direction) else { return Vec::new() };
        let shown = self.page.moved(Anchor::at(node), -(self.room.height as isize / 3));
        let requests = self.jump(shown, world);
        let mut new = self.stops().into_iter().filter(|stop| !before.contains(stop));
        self.focus = if direction > 0 { new.next() } else { new.next_back() };
        requests
    }

    /// The next block beyond the window that has something to stop at.
    fn node_with_stop(&self, direction: isize) -> Option<usize> {
        let last = self.page.visible(self.anchor, self.room.height).last().map_or(0, |(place, _)| place.node);
        let nodes = self.page.nodes();
        if direction > 0 {
            (last + 1..nodes.len()).find(|node| has_stop(&nodes[*node]))
        } else {
            (0..self.anchor.node).rev().find(|node| has_stop(&nodes[*node]))
        }
    }

    fn enter(&mut self, page: isize, world: &World<'_>) -> Vec<Request> {
        let open_question = || {
            self.stops().into_iter().find(|stop| match stop {
                Stop::Question(node) => self.question_at(*node).is_some_and(|question| !question.is_answered()),
                Stop::Link(_) => false,
            })
        };
        let answered = |stop: &Stop| match stop {
            Stop::Question(node) => self.question_at(*node).is_some_and(InlineQuiz::is_answered),
            Stop::Link(_) => false,
        };
        match self.focus.filter(|stop| !answered(stop)).or_else(open_question) {
            Some(Stop::Link(number)) => self.follow(number, world),
            Some(Stop::Question(node)) => self.begin_answer(node, world),
            None => self.scroll(page, world),
        }
    }

    fn follow(&self, number: u16, world: &World<'_>) -> Vec<Request> {
        let Some(target) = self.page.link(number) else {
            return Vec::new();
        };
        let link = Link::parse(target, &self.id);
        if !link.exists_in(&world.course.outline) {
            return vec![Request::Notice(fill(world.words.link_leads_nowhere, &[("target", target.to_string())]))];
        }
        match link {
            Link::Web(address) => {
                let notice = fill(world.words.address_copied, &[("address", address.clone())]);
                vec![Request::Copy { text: address, notice }]
            }
            Link::Chapter(chapter) => vec![Request::Open(Route::Chapter(chapter))],
            Link::Section(section) => vec![Request::Open(Route::Section(section))],
            Link::Nowhere => Vec::new(),
        }
    }

    fn bookmark(&self, world: &World<'_>) -> Vec<Request> {
        let Some((section, _)) = self.here() else {
            return Vec::new();
        };
        let on = !world.progress.is_bookmarked(&section);
        let notice = if on { world.words.bookmark_set } else { world.words.bookmark_removed };
        vec![Request::Record(What::Bookmarked { section, on }), Request::Notice(notice.to_string())]
    }

    /// The same chapter in another language or with other borders, at the same paragraph.
    fn reload(&mut self, world: &World<'_>) {
        let place = self.text.place_of(self.anchor.node).map(|(section, paragraph)| (section.id.clone(), paragraph));
        let answering = match &self.mode {
            Mode::Answering(node) => self.question_id(*node).map(str::to_string),
            _ => None,
        };
        self.language = world.language;
        self.borders = world.settings.borders;
        let Some((text, page)) = Text::load(&self.id, world) else {
            return;
        };
        (self.text, self.page) = (text, page);
        self.focus = None;
        self.anchor =
            place.map_or(Anchor::default(), |(heading, paragraph)| Anchor::at(self.text.node_of(&heading, paragraph)));
        let node = answering.and_then(|id| self.node_of_question(&id));
        self.mode = node.map_or(Mode::Reading, Mode::Answering);
    }

    fn question_id(&self, node: usize) -> Option<&str> {
        match &self.page.nodes().get(node)?.block {
            Block::Question(id) => Some(id),
            _ => None,
        }
    }

    fn question_at(&self, node: usize) -> Option<&InlineQuiz> {
        self.questions.get(self.question_id(node)?)
    }

    fn node_of_question(&self, id: &str) -> Option<usize> {
        self.page.nodes().iter().position(|node| matches!(&node.block, Block::Question(question) if question == id))
    }
}

/// Whether a block holds a link or a question.
fn has_stop(node: &Node) -> bool {
    let mut found = matches!(node.block, Block::Question(_));
    let mut look = |inline: &Inline| found |= matches!(inline, Inline::Link { .. });
    node.walk_inlines(&mut look);
    found
}
