//! Bookmarked sections, newest first.

use crate::domain::id::SectionId;
use crate::text::wrap::wrap;
use crate::tui::action::Action;
use crate::tui::canvas::Canvas;
use crate::tui::list::List;
use crate::tui::look::{Row, Tone, run};
use crate::tui::screen::{Request, Route, World, measure};
use crate::tui::signs::Signs;

#[derive(Debug, Default)]
pub struct BookmarksScreen {
    sections: Vec<SectionId>,
    rows: Vec<Row>,
    list: List,
    left: usize,
    width: usize,
    sign: &'static str,
    height: usize,
}

impl BookmarksScreen {
    pub fn arrange(&mut self, world: &World<'_>) {
        (self.left, self.width) = measure(world.width);
        self.sign = Signs::of(world.settings.borders).cursor;
        self.height = world.height;
        let outline = &world.course.outline;
        let known =
            world.progress.bookmarks().iter().rev().filter_map(|section| Some((section, outline.section(section)?)));
        let sign = Signs::of(world.settings.borders).bookmark;
        self.sections = Vec::new();
        self.rows = Vec::new();
        for (id, (chapter, section)) in known {
            self.sections.push(id.clone());
            self.rows.push(vec![
                run(format!("  {sign} "), Tone::Accent),
                run(format!("{} › ", chapter.title.text(world.language)), Tone::Muted),
                run(section.title.text(world.language), Tone::Text),
            ]);
        }
        self.list.set_rows((0..self.rows.len()).collect());
        if self.rows.is_empty() {
            self.rows = wrap(&[run(world.words.no_bookmarks, Tone::Muted)], self.width);
        }
        self.list.follow(self.rows.len(), self.height);
    }

    pub fn update(&mut self, action: &Action, _world: &World<'_>) -> Vec<Request> {
        match action {
            Action::Enter => {
                let section = self.list.choice().map(|place| self.sections[place].clone());
                section.map(|section| Request::Open(Route::Section(section))).into_iter().collect()
            }
            Action::Back => vec![Request::Back],
            action => {
                self.list.update(action, self.height);
                self.list.follow(self.rows.len(), self.height);
                Vec::new()
            }
        }
    }

    pub fn draw(&self, canvas: &mut Canvas<'_>) {
        canvas.put_list(&self.rows, &self.list, self.left, self.width, self.sign);
    }
}
