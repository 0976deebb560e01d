//! What came out of a run: the sum, each question with what to read again, and another go at the wrong ones.

use crate::domain::id::QuestionId;
use crate::domain::quiz::{Entry, Quiz};
use crate::domain::verdict::Grade;
use crate::text::number::whole_percent;
use crate::text::width::truncated;
use crate::text::words::fill;
use crate::text::wrap::wrap;
use crate::tui::action::Action;
use crate::tui::canvas::Canvas;
use crate::tui::list::List;
use crate::tui::look::{Look, Row, Tone, run};
use crate::tui::question::one_line;
use crate::tui::screen::{Header, Request, Route, World, measure};
use crate::tui::signs::Signs;

#[derive(Debug)]
pub struct ResultScreen {
    quiz: Quiz,
    rows: Vec<Row>,
    list: List,
    left: usize,
    width: usize,
    sign: &'static str,
    height: usize,
}

impl ResultScreen {
    pub fn new(quiz: Quiz) -> ResultScreen {
        ResultScreen { quiz, rows: Vec::new(), list: List::default(), left: 0, width: 0, sign: "", height: 0 }
    }

    pub fn arrange(&mut self, world: &World<'_>) {
        (self.left, self.width) = measure(world.width);
        self.sign = Signs::of(world.settings.borders).cursor;
        self.height = world.height;
        self.rows = self.summary(world);
        let first = self.rows.len();
        for entry in self.quiz.entries() {
            let rows = self.entry_rows(entry, world);
            self.rows.extend(rows);
        }
        // Two rows a question: what was asked, and where it is taught.
        self.list.set_entries(
            (0..self.quiz.entries().len()).map(|place| first + 2 * place..first + 2 * place + 2).collect(),
        );
        self.list.follow(self.rows.len(), self.height);
    }

    pub fn update(&mut self, action: &Action, world: &World<'_>) -> Vec<Request> {
        if self.list.update(action, self.height / 2) {
            self.list.follow(self.rows.len(), self.height);
            return Vec::new();
        }
        match action {
            Action::Enter => {
                let entry = self.list.choice().and_then(|place| self.quiz.entries().get(place));
                entry.map(|entry| Request::Open(Route::Section(entry.question.section.clone()))).into_iter().collect()
            }
            Action::RepeatWrong => {
                let missed: Vec<QuestionId> = self.quiz.missed().into_iter().map(|question| question.id).collect();
                if missed.is_empty() {
                    return vec![Request::Notice(world.words.nothing_wrong.to_string())];
                }
                vec![Request::Replace(Route::Repeat(self.quiz.chapter(), missed))]
            }
            Action::Back => vec![Request::Back],
            _ => Vec::new(),
        }
    }

    pub fn header(&self, world: &World<'_>) -> Header {
        let title = world
            .course
            .outline
            .chapter(self.quiz.chapter().as_str())
            .map_or("", |chapter| chapter.title.text(world.language));
        Header { path: vec![title.to_string(), world.words.result.to_string()], right: String::new() }
    }

    pub fn draw(&self, canvas: &mut Canvas<'_>) {
        canvas.put_list(&self.rows, &self.list, self.left, self.width, self.sign);
    }

    fn summary(&self, world: &World<'_>) -> Vec<Row> {
        let (words, result) = (world.words, self.quiz.result());
        let numbers = [("right", result.right.to_string()), ("all", result.questions.to_string())];
        let share = if result.questions == 0 { 0.0 } else { result.points / result.questions as f64 };
        let percent = whole_percent(share, world.language);
        let [full, empty] = Signs::of(world.settings.borders).share(share, 20.min(self.width / 2), Tone::Right);
        let mut rows = vec![
            vec![run(fill(words.right_of, &numbers), Look::default().bold())],
            vec![full, empty, run(format!("  {percent}"), Tone::Muted)],
            Row::new(),
        ];
        let advice = if self.quiz.missed().is_empty() { words.all_right } else { words.read_these_again };
        rows.extend(wrap(&[run(advice, Tone::Text)], self.width));
        rows.push(Row::new());
        rows
    }

    fn entry_rows(&self, entry: &Entry, world: &World<'_>) -> [Row; 2] {
        let signs = Signs::of(world.settings.borders);
        let (sign, tone) = match entry.outcome.as_ref().map(|outcome| outcome.verdict.grade()) {
            Some(Grade::Right) => (signs.right, Tone::Right),
            Some(Grade::Partly) => (signs.partly, Tone::Due),
            Some(Grade::Wrong) => (signs.wrong, Tone::Wrong),
            None => (signs.dot, Tone::Muted),
        };
        let room = self.width.saturating_sub(6);
        let prompt = truncated(&one_line(&entry.question, world.language), room);
        let section = world.taught_in(&entry.question);
        let section = truncated(&format!("{} {section}", signs.arrow), room);
        [
            vec![run(format!("  {sign}  "), tone), run(prompt, Tone::Text)],
            vec![run("     ", tone), run(section, Tone::Muted)],
        ]
    }
}
