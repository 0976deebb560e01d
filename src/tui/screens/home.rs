//! Home: where was I, what is next, and the parts and chapters with how far they are.
//!
//! It must not open a chapter's text: the outline and the progress are enough.

use crate::domain::id::{ChapterId, QuestionId};
use crate::domain::mock_exam::wording;
use crate::domain::outline::{ChapterOutline, ScenarioOutline};
use crate::domain::review::{Queue, Reason};
use crate::domain::settings::Borders;
use crate::domain::statistics::ChapterStatistics;
use crate::text::number::percents;
use crate::text::width::{padded, right_aligned, truncated, width};
use crate::text::words::exam::ExamWords;
use crate::text::words::fill;
use crate::text::words::review::ReviewWords;
use crate::tui::action::Action;
use crate::tui::canvas::Canvas;
use crate::tui::list::List;
use crate::tui::look::{Look, Row, Tone, run};
use crate::tui::screen::{Header, Request, Route, World};
use crate::tui::signs::Signs;
use std::collections::HashSet;

#[derive(Debug, Default)]
pub struct HomeScreen {
    rows: Vec<HomeRow>,
    list: List,
    /// Rows have been laid out before: the cursor stays on its chapter.
    arranged: bool,
    /// Questions whose day has come.
    due: HashSet<QuestionId>,
    left: usize,
    width: usize,
    height: usize,
    borders: Borders,
}

#[derive(Debug)]
struct HomeRow {
    row: Row,
    target: Option<Target>,
}

#[derive(Debug, Clone)]
enum Target {
    Continue(Route),
    Chapter(ChapterId),
}

/// Cells of a bar, and of the column that holds it.
const BAR: usize = 8;
const COLUMN: usize = 15;
/// Cells of a percentage with a blank behind it, and of one more blank with a sign and a count.
const FIGURE: usize = 6;
const DUE: usize = 5;
/// Below this, bars become percentages.
const BARS_FROM: usize = 64;

impl HomeScreen {
    pub fn arrange(&mut self, world: &World<'_>) {
        self.width = world.width.min(100).saturating_sub(if world.width >= 60 { 4 } else { 2 }).max(1);
        self.left = world.width.saturating_sub(self.width) / 2;
        self.height = world.height;
        self.borders = world.settings.borders;
        let chosen = self.chosen_chapter();
        self.rows = Vec::new();
        let queue = world.queue();
        let due = queue.questions.iter().filter(|queued| queued.reason != Reason::New);
        self.due = due.map(|queued| queued.question.clone()).collect();
        self.push_next(&queue, world);
        for part in &world.course.outline.parts {
            self.push_part(part.title.text(world.language), world);
            for chapter in &part.chapters {
                self.push_chapter(chapter, world);
            }
        }
        let choosable =
            self.rows.iter().enumerate().filter(|(_, row)| row.target.is_some()).map(|(position, _)| position);
        self.list.set_rows(choosable.collect());
        if let Some(chosen) = chosen.filter(|_| self.arranged) {
            self.choose_chapter(&chosen);
        }
        self.arranged = true;
        self.list.follow(self.rows.len(), self.height);
    }

    pub fn update(&mut self, action: &Action, world: &World<'_>) -> Vec<Request> {
        if self.list.update(action, self.height) {
            self.list.follow(self.rows.len(), self.height);
            return Vec::new();
        }
        let target = self.list.row().and_then(|row| self.rows[row].target.clone());
        match (action, target) {
            (Action::Enter, Some(Target::Continue(route))) => vec![Request::Open(route)],
            (Action::Enter, Some(Target::Chapter(chapter))) => {
                vec![Request::Open(Route::Chapter(chapter))]
            }
            (Action::Review, _) => vec![Request::Open(Route::Review)],
            (Action::Quiz, target) => {
                vec![Request::Open(Route::Quiz(self.chapter_of(target, world)))]
            }
            (Action::Scenarios, _) => vec![Request::Open(Route::Scenarios)],
            _ => Vec::new(),
        }
    }

    pub fn header(&self, world: &World<'_>) -> Header {
        let words = ReviewWords::of(world.language);
        let count = ("count", self.due.len().to_string());
        let right = if !self.due.is_empty() { fill(words.due_count, &[count]) } else { String::new() };
        Header { path: vec![world.course.outline.title.text(world.language).to_string()], right }
    }

    pub fn draw(&self, canvas: &mut Canvas<'_>) {
        let top = self.list.top();
        for (line, home_row) in self.rows.iter().skip(top).take(canvas.height()).enumerate() {
            if self.list.row() == Some(top + line) {
                let sign = Signs::of(self.borders).cursor;
                canvas.put_chosen(line, self.left, self.width, &home_row.row, sign);
            } else {
                canvas.put(line, self.left, &home_row.row);
            }
        }
        let rest = self.rows.get(top + canvas.height()..).unwrap_or_default();
        if rest.iter().any(|home_row| !home_row.row.is_empty()) {
            canvas.go_on_below(self.left + self.width);
        }
    }

    /// Where I was, what is due, and the first chapter that is not read yet.
    fn push_next(&mut self, queue: &Queue, world: &World<'_>) {
        if let Some(run) = world.progress.exams().open() {
            let progress = wording::progress(run, world.now.timestamp, world.language);
            let title = ExamWords::of(world.language).title;
            self.push_big(title, &progress, Target::Continue(Route::OpenExam));
        }
        let (words, outline) = (world.words, &world.course.outline);
        let section = world.progress.latest_position().map(|position| &position.section);
        let latest = section.and_then(|section| Some((section.chapter(), world.section_name(section)?)));
        if let Some((chapter, place)) = &latest {
            self.push_big(words.resume, place, Target::Continue(Route::Chapter(chapter.clone())));
        }
        if !self.due.is_empty() {
            let words = ReviewWords::of(world.language);
            let mut fading = ReviewWords::counted(words.fading_one, words.fading, self.due.len());
            // What a scenario put on the list does not fade, and it is there to be asked all the same.
            if queue.count(Reason::Listed) > 0 || width(&fading) > self.big_room() {
                fading = fill(words.due_count, &[("count", self.due.len().to_string())]);
            }
            self.push_big(words.title, &fading, Target::Continue(Route::Review));
        }
        let unread = world.progress.next_chapter(outline);
        let elsewhere = unread.filter(|unread| latest.as_ref().is_none_or(|(chapter, _)| *chapter != unread.id));
        if let Some(chapter) = elsewhere {
            let label = if latest.is_some() { words.next_unread } else { words.start };
            self.push_big(
                label,
                chapter.title.text(world.language),
                Target::Continue(Route::Chapter(chapter.id.clone())),
            );
        }
        self.push_scenario(world);
    }

    /// The scenario to go on with: the one that was begun, or the first that is not won.
    fn push_scenario(&mut self, world: &World<'_>) {
        let runs = world.progress.scenarios();
        let scenarios = &world.course.outline.scenarios;
        let is_won = |scenario: &&ScenarioOutline| runs.best(scenario.id.as_str()).is_some_and(|best| best.won);
        let open = scenarios.iter().find(|scenario| runs.open(scenario.id.as_str()).is_some());
        if let Some(scenario) = open.or_else(|| scenarios.iter().find(|scenario| !is_won(scenario))) {
            let place = scenario.title.text(world.language);
            self.push_big(world.words.decide_next, place, Target::Continue(Route::Scenario(scenario.id.clone())));
        }
    }

    /// Cells of the labels above the chapters, and of what stands beside them.
    fn big_label(&self) -> usize {
        12.min(self.width / 3)
    }

    fn big_room(&self) -> usize {
        self.width.saturating_sub(self.big_label() + 3)
    }

    fn push_big(&mut self, label: &str, place: &str, target: Target) {
        let row = vec![
            run(format!("  {} ", padded(label, self.big_label())), Tone::Accent),
            run(truncated(place, self.big_room()), Look::default().bold()),
        ];
        self.rows.push(HomeRow { row, target: Some(target) });
    }

    /// Cells of the column of titles.
    fn titles(&self) -> usize {
        let figures = if self.width >= BARS_FROM { COLUMN + BAR + FIGURE } else { 2 * FIGURE };
        self.width.saturating_sub(figures + DUE)
    }

    fn push_part(&mut self, title: &str, world: &World<'_>) {
        let first = self.rows.iter().all(|row| !matches!(row.target, Some(Target::Chapter(_))));
        if !self.rows.is_empty() {
            self.rows.push(HomeRow { row: Row::new(), target: None });
        }
        let mut row = vec![run(title.to_uppercase(), Look::new(Tone::Heading).bold())];
        if first {
            let read = if self.width >= BARS_FROM { COLUMN } else { FIGURE };
            let columns = self.width.saturating_sub(self.titles()).saturating_sub(read);
            let room = self.titles().saturating_sub(width(&title.to_uppercase()));
            let names = padded(world.words.read, read) + &padded(world.words.known, columns);
            row.push(run(" ".repeat(room) + &names, Tone::Muted));
        }
        self.rows.push(HomeRow { row, target: None });
    }

    fn push_chapter(&mut self, chapter: &ChapterOutline, world: &World<'_>) {
        let statistics = ChapterStatistics::of(chapter, world.progress, world.today());
        let signs = Signs::of(world.settings.borders);
        let done = statistics.read >= 1.0 && statistics.right == statistics.questions;
        let title = chapter.title.text(world.language);
        let mut row = vec![run(format!("  {} ", padded(title, self.titles().saturating_sub(3))), Tone::Text)];
        let percent = |share: f64| right_aligned(&percents((share * 100.0).floor(), world.language), FIGURE - 1);
        if self.width >= BARS_FROM {
            row.extend(signs.share(statistics.read, BAR, Tone::Accent));
            row.push(run(" ".repeat(COLUMN - BAR), Tone::Text));
            row.extend(signs.share(statistics.known, BAR, Tone::Right));
        } else {
            row.push(run(padded(&percent(statistics.read), FIGURE), Tone::Muted));
        }
        row.push(run(format!("{}  ", percent(statistics.known)), Tone::Muted));
        let due = chapter.questions.iter().filter(|question| self.due.contains(&question.id)).count();
        if due > 0 {
            row.push(run(format!("{} {due}", signs.point), Tone::Due));
        } else if done {
            row.push(run(signs.right, Tone::Right));
        }
        self.rows.push(HomeRow { row, target: Some(Target::Chapter(chapter.id.clone())) });
    }

    fn chosen_chapter(&self) -> Option<ChapterId> {
        match &self.rows.get(self.list.row()?)?.target {
            Some(Target::Chapter(chapter)) => Some(chapter.clone()),
            _ => None,
        }
    }

    fn choose_chapter(&mut self, chapter: &ChapterId) {
        let mut choices = self.rows.iter().filter_map(|row| row.target.as_ref());
        let place = choices.position(|target| matches!(target, Target::Chapter(id) if id == chapter));
        if let Some(place) = place {
            self.list.choose(place);
        }
    }

    fn chapter_of(&self, target: Option<Target>, world: &World<'_>) -> ChapterId {
        match target {
            Some(Target::Chapter(chapter) | Target::Continue(Route::Chapter(chapter))) => chapter,
            _ => {
                world.course.outline.chapters().next().map_or_else(|| ChapterId::from(""), |chapter| chapter.id.clone())
            }
        }
    }
}
