//! Between two runs of review: what was done, when the next is due, and what else there is to do.
//!
//! It must not choose questions: the queue of the domain does.

use crate::domain::id::{ChapterId, SectionId};
use crate::domain::plan::forecast;
use crate::domain::quiz::Quiz;
use crate::domain::review::Queue;
use crate::text::calendar;
use crate::text::number::whole_percent;
use crate::text::width::truncated;
use crate::text::words::fill;
use crate::text::words::review::ReviewWords;
use crate::text::wrap::wrap;
use crate::tui::action::Action;
use crate::tui::canvas::Canvas;
use crate::tui::list::List;
use crate::tui::look::{Look, Row, Tone, run};
use crate::tui::screen::{Header, Request, Route, World, measure};
use crate::tui::signs::Signs;

#[derive(Debug)]
pub struct ReviewScreen {
    /// The run that has just ended, if one has.
    run: Option<Quiz>,
    rows: Vec<Row>,
    offers: Vec<Offer>,
    list: List,
    left: usize,
    width: usize,
    sign: &'static str,
}

/// What can be done from here.
#[derive(Debug, Clone)]
enum Offer {
    GoOn,
    MoreNew,
    Chapter(ChapterId),
    Section(SectionId),
    Plan,
}

impl ReviewScreen {
    pub fn new(run: Option<Quiz>) -> ReviewScreen {
        ReviewScreen { run, rows: Vec::new(), offers: Vec::new(), list: List::default(), left: 0, width: 0, sign: "" }
    }

    pub fn arrange(&mut self, world: &World<'_>) {
        (self.left, self.width) = measure(world.width);
        self.sign = Signs::of(world.settings.borders).cursor;
        let queue = world.queue();
        self.rows = match &self.run {
            Some(run) => done(run, self.width, world),
            None => Vec::new(),
        };
        self.rows.extend(self.wrapped(&standing(&queue, world)));
        self.offers.clear();
        let mut choosable = Vec::new();
        for (label, offer) in self.all_offers(&queue, world) {
            if self.offers.is_empty() {
                self.rows.push(Row::new());
            }
            choosable.push(self.rows.len());
            self.rows.push(vec![run(truncated(&format!("  {label}"), self.width), Tone::Text)]);
            self.offers.push(offer);
        }
        self.push_missed(&mut choosable, world);
        self.list.set_rows(choosable);
        self.list.follow(self.rows.len(), world.height);
    }

    pub fn update(&mut self, action: &Action, world: &World<'_>) -> Vec<Request> {
        if self.list.update(action, world.height) {
            self.list.follow(self.rows.len(), world.height);
            return Vec::new();
        }
        match action {
            Action::Enter => self.list.choice().map(|place| self.offers[place].request()).into_iter().collect(),
            Action::Back => vec![Request::Back],
            _ => Vec::new(),
        }
    }

    pub fn header(&self, world: &World<'_>) -> Header {
        Header { path: vec![ReviewWords::of(world.language).title.to_string()], right: String::new() }
    }

    pub fn draw(&self, canvas: &mut Canvas<'_>) {
        canvas.put_list(&self.rows, &self.list, self.left, self.width, self.sign);
    }

    fn wrapped(&self, sentences: &[String]) -> Vec<Row> {
        sentences.iter().flat_map(|sentence| wrap(&[run(sentence.clone(), Tone::Text)], self.width)).collect()
    }

    fn all_offers(&self, queue: &Queue, world: &World<'_>) -> Vec<(String, Offer)> {
        let words = ReviewWords::of(world.language);
        let mut offers = Vec::new();
        let open = queue.questions.len();
        if open > 0 {
            offers.push((fill(words.go_on, &[("count", open.to_string())]), Offer::GoOn));
        } else {
            let more = world.more_new().len();
            if more > 0 {
                offers.push((ReviewWords::counted(words.more_new_one, words.more_new, more), Offer::MoreNew));
            }
        }
        if let Some(chapter) = world.progress.next_chapter(&world.course.outline) {
            let place = chapter.title.text(world.language).to_string();
            offers.push((fill(words.read_on, &[("place", place)]), Offer::Chapter(chapter.id.clone())));
        }
        if world.has_exam_ahead() {
            offers.push((words.plan.to_string(), Offer::Plan));
        }
        offers
    }

    /// The sections that answer what was not right, each once.
    fn push_missed(&mut self, choosable: &mut Vec<usize>, world: &World<'_>) {
        let missed = self.run.as_ref().map(Quiz::missed_answers).unwrap_or_default();
        let mut sections: Vec<(SectionId, String)> = Vec::new();
        for question in missed {
            if !sections.iter().any(|(section, _)| *section == question.section) {
                sections.push((question.section.clone(), world.taught_in(&question)));
            }
        }
        if !sections.is_empty() {
            self.rows.push(Row::new());
            self.rows.push(vec![run(world.words.read_again, Look::new(Tone::Heading).bold())]);
        }
        for (section, name) in sections {
            choosable.push(self.rows.len());
            self.offers.push(Offer::Section(section));
            self.rows.push(vec![run(truncated(&format!("  {name}"), self.width), Tone::Text)]);
        }
    }
}

impl Offer {
    fn request(&self) -> Request {
        match self {
            Offer::GoOn => Request::Replace(Route::Review),
            Offer::MoreNew => Request::Replace(Route::MoreNew),
            Offer::Chapter(chapter) => Request::Open(Route::Chapter(chapter.clone())),
            Offer::Plan => Request::Open(Route::Plan),
            Offer::Section(section) => Request::Open(Route::Section(section.clone())),
        }
    }
}

/// What came out of a run.
fn done(quiz: &Quiz, width: usize, world: &World<'_>) -> Vec<Row> {
    let (words, result) = (ReviewWords::of(world.language), quiz.result());
    let share = if result.answered == 0 { 0.0 } else { result.points / result.answered as f64 };
    let [full, empty] = Signs::of(world.settings.borders).share(share, 20.min(width / 2), Tone::Right);
    let numbers = [("all", result.answered.to_string()), ("right", result.right.to_string())];
    let mut headline = vec![run(fill(words.reviewed, &numbers), Look::default().bold())];
    if result.partly > 0 {
        let partly = fill(words.partly_right, &[("count", result.partly.to_string())]);
        headline.push(run(format!(", {partly}"), Look::default().bold()));
    }
    let mut rows = wrap(&headline, width);
    rows.push(vec![full, empty, run(format!("  {}", whole_percent(share, world.language)), Tone::Muted)]);
    rows.push(Row::new());
    rows
}

/// How it stands: what is due now, next and tomorrow.
fn standing(queue: &Queue, world: &World<'_>) -> Vec<String> {
    let (words, today) = (ReviewWords::of(world.language), world.today());
    if world.progress.memories().histories().next().is_none() {
        return vec![words.nothing_begun.to_string()];
    }
    let mut sentences = Vec::new();
    if queue.questions.is_empty() {
        sentences.push(words.nothing_due.to_string());
    }
    let tomorrow = forecast(&world.course.outline, world.progress, world.settings, today, 2)[1];
    match queue.next {
        Some(next) if tomorrow == 0 => {
            let when = calendar::coming(next.date(), i64::from(next.since(today)), world.language);
            sentences.push(fill(words.next_due, &[("when", when)]));
        }
        _ if tomorrow > 0 => {
            sentences.push(ReviewWords::counted(words.comes_tomorrow_one, words.comes_tomorrow, tomorrow));
        }
        _ => {}
    }
    sentences
}
