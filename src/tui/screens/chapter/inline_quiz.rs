//! Questions inside the text: asked right there, answered right there.

use super::{ChapterScreen, Mode, Stop};
use crate::course::markdown::Block;
use crate::domain::event::What;
use crate::domain::id::ChapterId;
use crate::domain::moment::elapsed_ms;
use crate::domain::quiz::Quiz;
use crate::domain::response::Response;
use crate::tui::action::Action;
use crate::tui::keymap::Context;
use crate::tui::look::{Look, Row, Run, Tone, run};
use crate::tui::page::Anchor;
use crate::tui::question::{self, Draft, Entered, Setting, View, report_notice, report_text};
use crate::tui::screen::{Request, World};
use crate::tui::signs::Signs;
use jiff::Timestamp;
use std::collections::HashMap;

/// A question of the text and how far it is.
#[derive(Debug)]
pub struct InlineQuiz {
    quiz: Quiz,
    draft: Draft,
    asked_at: Option<Timestamp>,
    view: View,
}

/// Cells in front of a question: a bar and a blank.
const INDENT: usize = 2;

/// The questions of a chapter that its text may ask, by id.
pub fn load(chapter: &ChapterId, world: &World<'_>) -> HashMap<String, InlineQuiz> {
    let questions = world.course.questions(chapter.as_str()).into_iter();
    let quizzes = questions.map(|question| {
        let id = question.id.to_string();
        (id, InlineQuiz::new(Quiz::alone(chapter.clone(), question, world.shuffle())))
    });
    quizzes.collect()
}

impl InlineQuiz {
    fn new(quiz: Quiz) -> InlineQuiz {
        let draft = quiz.current().map_or(Draft::Boolean { marked: None }, Draft::new);
        InlineQuiz { quiz, draft, asked_at: None, view: View::default() }
    }

    pub fn is_answered(&self) -> bool {
        self.quiz.is_finished()
    }

    /// Where keys mean something while it is answered.
    pub fn context(&self) -> Context {
        self.draft.context()
    }

    fn entered(&mut self) -> Entered {
        self.quiz.current().map_or(Entered::Nothing, |entry| self.draft.enter(&entry.question))
    }

    /// Lays the question out behind a bar.
    fn rows(&mut self, active: bool, world: &World<'_>, setting: &Setting) -> Vec<Row> {
        let Some(entry) = self.quiz.current() else {
            return Vec::new();
        };
        let inner = Setting { width: setting.width.saturating_sub(INDENT).max(1), ..*setting };
        let mut view = match &entry.outcome {
            Some(outcome) => {
                let section = world.taught_in(&entry.question);
                question::judged(entry, outcome, &section, &inner)
            }
            None => question::asked(entry, &self.draft, &inner),
        };
        if !active {
            view.cursor = None;
            view.rows.iter_mut().flatten().for_each(|run| unmark(run, setting));
        }
        let title =
            if active || self.is_answered() { world.words.check_yourself } else { world.words.check_yourself_enter };
        view.rows.insert(0, vec![run(format!("? {title}"), Look::new(Tone::Accent).bold())]);
        view.focus += 1;
        view.cursor = view.cursor.map(|(row, column)| (row + 1, column + INDENT));
        let bar = format!("{} ", Signs::of(setting.borders).bar);
        let tone = if active { Tone::Accent } else { Tone::Border };
        let rows =
            view.rows.drain(..).map(|row| std::iter::once(run(bar.clone(), tone)).chain(row).collect()).collect();
        self.view = view;
        rows
    }
}

impl ChapterScreen {
    /// Lays out every question of the text anew.
    pub(super) fn set_all_questions(&mut self, world: &World<'_>) {
        let nodes: Vec<usize> = self
            .page
            .nodes()
            .iter()
            .enumerate()
            .filter(|(_, node)| matches!(node.block, Block::Question(_)))
            .map(|(place, _)| place)
            .collect();
        for node in nodes {
            self.fetch_question(node, world);
            self.set_question(node, world);
        }
    }

    /// A question that belongs to another chapter is read when a text asks it.
    fn fetch_question(&mut self, node: usize, world: &World<'_>) {
        let Some(id) = self.question_id(node).map(str::to_string) else {
            return;
        };
        if !self.questions.contains_key(&id)
            && let Some(question) = world.course.question(&id)
        {
            self.questions.insert(id, InlineQuiz::new(Quiz::alone(self.id.clone(), question, world.shuffle())));
        }
    }

    fn set_question(&mut self, node: usize, world: &World<'_>) {
        let active = matches!(self.mode, Mode::Answering(answering) if answering == node);
        let Some(id) = self.question_id(node).map(str::to_string) else {
            return;
        };
        let Some(question) = self.questions.get_mut(&id) else {
            return;
        };
        let setting = Setting {
            width: self.room.width,
            language: world.language,
            words: world.words,
            borders: world.settings.borders,
        };
        let rows = question.rows(active, world, &setting);
        self.page.set_question(node, rows);
    }

    pub(super) fn begin_answer(&mut self, node: usize, world: &World<'_>) -> Vec<Request> {
        let Some(question) = self.question_mut(node).filter(|question| !question.is_answered()) else {
            return Vec::new();
        };
        question.asked_at = Some(world.now.timestamp);
        self.focus = Some(Stop::Question(node));
        self.mode = Mode::Answering(node);
        self.show_question(node, world)
    }

    pub(super) fn answer(&mut self, node: usize, action: &Action, world: &World<'_>) -> Vec<Request> {
        let goes_on = self.goes_on(node);
        let Some(question) = self.question_mut(node) else {
            return Vec::new();
        };
        let response = match action {
            Action::Back => {
                self.mode = Mode::Reading;
                return self.show_question(node, world);
            }
            Action::Hint => {
                if !question.quiz.reveal_hint() {
                    return vec![Request::Notice(world.words.no_more_hints.to_string())];
                }
                return self.show_question(node, world);
            }
            Action::Report => return self.report(world),
            Action::DontKnow => Response::Unknown,
            Action::Enter if question.draft.response().is_none() && goes_on => {
                return self.scroll(self.room.height.saturating_sub(2).max(1) as isize, world);
            }
            Action::Enter => match question.entered() {
                Entered::Answer(response) => response,
                entered => {
                    let sentence = entered.sentence(question.context(), world.language);
                    let mut requests = self.show_question(node, world);
                    requests.extend(sentence.map(Request::Notice));
                    return requests;
                }
            },
            action => {
                question.draft.update(action);
                return self.show_question(node, world);
            }
        };
        let asked_at = question.asked_at.unwrap_or(world.now.timestamp);
        let answered = question.quiz.answer(response, elapsed_ms(asked_at, world.now.timestamp), world.language);
        self.mode = Mode::Reading;
        let mut requests: Vec<Request> =
            answered.map(|answered| Request::Record(What::Answered(answered))).into_iter().collect();
        requests.extend(self.show_question(node, world));
        requests
    }

    /// Copies a report of the question that is being looked at.
    pub(super) fn report(&self, world: &World<'_>) -> Vec<Request> {
        let looked_at = self.stops().into_iter().find_map(|stop| match stop {
            Stop::Question(node) => self.question_at(node),
            Stop::Link(_) => None,
        });
        match looked_at.and_then(|question| question.quiz.current()) {
            Some(entry) => {
                let text = report_text(&entry.question, world.course, world.language);
                vec![Request::Copy { text, notice: report_notice(world.course, world.words) }]
            }
            None => vec![Request::Notice(world.words.no_question_here.to_string())],
        }
    }

    /// Lays the question out again, and moves the page so that its active row shows.
    fn show_question(&mut self, node: usize, world: &World<'_>) -> Vec<Request> {
        self.set_question(node, world);
        let focus = self.question_at(node).map_or(0, |question| question.view.focus);
        let row = Anchor { node, line: focus };
        let shows = self.page.visible(self.anchor, self.room.height.saturating_sub(1)).any(|(place, _)| place == row);
        if shows {
            return self.settle(world);
        }
        // The question's start if that leaves the row in the window, else the row itself near the top.
        let from_start = if focus + 2 < self.room.height { Anchor::at(node) } else { self.page.moved(row, -2) };
        self.jump(from_start, world)
    }

    /// Whether the question at a block goes on below the window.
    fn goes_on(&self, node: usize) -> bool {
        self.page.finished(self.anchor, self.room.height).end <= node
    }

    fn question_mut(&mut self, node: usize) -> Option<&mut InlineQuiz> {
        let id = self.question_id(node)?.to_string();
        self.questions.get_mut(&id)
    }

    /// The cursor of a typed answer, as a line of the page and a column.
    pub(super) fn text_cursor(&self) -> Option<(Anchor, usize)> {
        let Mode::Answering(node) = self.mode else {
            return None;
        };
        let (line, column) = self.question_at(node)?.view.cursor?;
        Some((Anchor { node, line }, column))
    }
}

/// Takes the sign and the look of a selection off: nothing is chosen while nobody answers.
fn unmark(run: &mut Run, setting: &Setting) {
    if run.style.tone == Tone::Selected {
        let sign = Signs::of(setting.borders).cursor;
        run.text = run.text.replace(sign, &" ".repeat(crate::text::width::width(sign)));
        run.style.tone = Tone::Text;
    }
}
