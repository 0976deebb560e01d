//! What a screen is: it is given the world, changes itself, and asks for what it cannot do.
//!
//! The closed list of screens and the dispatch over them. A screen must not know the app or another screen.

use super::action::Action;
use super::canvas::Canvas;
use super::keymap::Context;
use super::screens::bookmarks::BookmarksScreen;
use super::screens::case::CaseScreen;
use super::screens::chapter::ChapterScreen;
use super::screens::debrief::DebriefScreen;
use super::screens::exam::ExamScreen;
use super::screens::exam_result::ExamResultScreen;
use super::screens::exams::ExamsScreen;
use super::screens::glossary::GlossaryScreen;
use super::screens::help::HelpScreen;
use super::screens::home::HomeScreen;
use super::screens::plan::PlanScreen;
use super::screens::quiz::QuizScreen;
use super::screens::result::ResultScreen;
use super::screens::review::ReviewScreen;
use super::screens::scenarios::ScenariosScreen;
use super::screens::search::SearchScreen;
use super::screens::settings::SettingsScreen;
use super::screens::statistics::StatisticsScreen;
use super::screens::welcome::WelcomeScreen;
use super::screens::what_if::WhatIfScreen;
use crate::course::Course;
use crate::domain::day::Day;
use crate::domain::event::What;
use crate::domain::id::{ChapterId, QuestionId, ScenarioId, SectionId};
use crate::domain::mock_exam::{Blueprint, Countdown, Sitting};
use crate::domain::moment::Moment;
use crate::domain::plan::Plan;
use crate::domain::progress::Progress;
use crate::domain::question::Question;
use crate::domain::quiz::Quiz;
use crate::domain::review::{Queue, more_new};
use crate::domain::scenario::{Finished, Kind, Scenario};
use crate::domain::schedule::Schedule;
use crate::domain::settings::Settings;
use crate::domain::shuffle::Shuffle;
use crate::text::Language;
use crate::text::words::exam::ExamWords;
use crate::text::words::{Words, fill};
use uuid::Uuid;

/// Everything that a screen may look at.
pub struct World<'a> {
    pub course: &'a Course,
    pub progress: &'a Progress,
    pub settings: &'a Settings,
    pub language: Language,
    pub words: &'static Words,
    /// The room of a screen, without the lines above and below.
    pub width: usize,
    pub height: usize,
    pub now: Moment,
    /// A number that nobody could foresee, new for every message.
    pub seed: u64,
    /// A name for a run of a quiz, new for every message.
    pub fresh: Uuid,
}

impl World<'_> {
    /// The day of study.
    pub fn today(&self) -> Day {
        Day::of(self.now, self.progress.day_start())
    }

    /// What is asked today.
    pub fn queue(&self) -> Queue {
        Queue::of(&self.course.outline, self.progress, self.settings, self.now)
    }

    /// The plan to the day of the exam; `None` if there is none to come.
    pub fn plan(&self) -> Option<Plan> {
        Plan::of(&self.course.outline, self.progress, self.settings, self.now)
    }

    /// Whether there is an exam to plan for.
    pub fn has_exam_ahead(&self) -> bool {
        Schedule::of(self.settings, self.today()).exam.is_some()
    }

    /// A section as people call it: `Amazon S3 › Durability`. `None` if the course has it no more.
    pub fn section_name(&self, id: &SectionId) -> Option<String> {
        let (chapter, section) = self.course.outline.section(id)?;
        Some(format!("{} › {}", chapter.title.text(self.language), section.title.text(self.language)))
    }

    /// Where a question is taught; the bare id if the course has that section no more.
    pub fn taught_in(&self, question: &Question) -> String {
        self.section_name(&question.section).unwrap_or_else(|| question.section.to_string())
    }

    /// The next new questions, whatever the daily number says.
    pub fn more_new(&self) -> Vec<QuestionId> {
        more_new(&self.course.outline, self.progress, self.settings, self.now)
    }

    /// How questions that are asked now are mixed.
    pub fn shuffle(&self) -> Shuffle {
        Shuffle::new(self.seed, self.settings.options)
    }
}

/// What a screen asks for.
#[derive(Debug, Clone)]
pub enum Request {
    Open(Route),
    /// Opens in the place of this screen.
    Replace(Route),
    Back,
    Record(What),
    /// A sentence for the line below.
    Notice(String),
    /// Puts a text into the clipboard, and says so.
    Copy {
        text: String,
        notice: String,
    },
    Change(Settings),
    /// Asks first.
    Confirm(Confirmation),
}

/// Where to go.
#[derive(Debug, Clone)]
pub enum Route {
    /// A chapter, where it was left.
    Chapter(ChapterId),
    Section(SectionId),
    /// The quiz of a chapter: the run that is open, or a new one.
    Quiz(ChapterId),
    /// One question.
    Question(QuestionId),
    /// Another run over these questions of a chapter.
    Repeat(ChapterId, Vec<QuestionId>),
    Result(Box<Quiz>),
    /// What is due and new today; the page of review where that is nothing.
    Review,
    /// New questions beyond the daily number.
    MoreNew,
    /// The page of review after a run.
    Reviewed(Box<Quiz>),
    /// The plan to the day of the exam.
    Plan,
    /// The mock exams, or what one of them is like.
    Exams(Option<String>),
    /// A new exam: its clock starts.
    Exam(String),
    /// The exam that is not handed in yet.
    OpenExam,
    ExamResult(Box<Sitting>),
    PastExam(Uuid),
    Search {
        query: String,
    },
    /// The scenarios of the course.
    Scenarios,
    /// A scenario: the run that is open, or a new one.
    Scenario(ScenarioId),
    /// What there is to say of a run that has just ended.
    Debrief(Box<Finished>),
    /// The same of the run of a scenario that was finished last.
    PastDebrief(ScenarioId),
    Bookmarks,
    /// The terms of a text, or all.
    Glossary(Option<String>),
    Settings,
    Statistics,
    Help(Context),
}

impl Route {
    /// Whether something of the course shows there that could answer a question of an exam.
    pub fn looks_up(&self) -> bool {
        !matches!(self, Route::Settings | Route::Plan | Route::Help(_) | Route::ExamResult(_))
    }
}

/// A question that the learner answers before anything is done.
#[derive(Debug, Clone)]
pub struct Confirmation {
    pub question: String,
    /// Its keys: [`Action::Enter`] says yes.
    pub context: Context,
    /// What is done then.
    pub then: Vec<Request>,
}

/// The line above a screen: where I am, and how far.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Header {
    /// From the outside in: part, chapter.
    pub path: Vec<String>,
    pub right: String,
}

#[derive(Debug)]
pub enum Screen {
    Welcome(WelcomeScreen),
    Home(HomeScreen),
    Chapter(Box<ChapterScreen>),
    Quiz(Box<QuizScreen>),
    Result(Box<ResultScreen>),
    Review(Box<ReviewScreen>),
    Plan(PlanScreen),
    Exams(Box<ExamsScreen>),
    Exam(Box<ExamScreen>),
    ExamResult(Box<ExamResultScreen>),
    Search(Box<SearchScreen>),
    Scenarios(ScenariosScreen),
    WhatIf(Box<WhatIfScreen>),
    Case(Box<CaseScreen>),
    Debrief(Box<DebriefScreen>),
    Bookmarks(BookmarksScreen),
    Glossary(GlossaryScreen),
    Settings(SettingsScreen),
    Statistics(Box<StatisticsScreen>),
    Help(HelpScreen),
}

impl Screen {
    /// The screen of a route; the sentence to show if it leads nowhere.
    pub fn open(route: Route, world: &World<'_>) -> Result<(Screen, Vec<Request>), String> {
        match route {
            Route::Chapter(chapter) => {
                ChapterScreen::open(&chapter, None, world).map(|screen| (Screen::Chapter(Box::new(screen)), Vec::new()))
            }
            Route::Section(section) => {
                let screen = ChapterScreen::open(&section.chapter(), Some(section.heading()), world)?;
                Ok((Screen::Chapter(Box::new(screen)), Vec::new()))
            }
            Route::Quiz(chapter) => QuizScreen::start(&chapter, world).map(quiz),
            Route::Question(question) => QuizScreen::one(&question, world).map(quiz),
            Route::Repeat(chapter, questions) => QuizScreen::repeat(&chapter, &questions, world).map(quiz),
            Route::Result(run) => Ok((Screen::Result(Box::new(ResultScreen::new(*run))), Vec::new())),
            Route::Review => Ok(match QuizScreen::review(&world.queue(), world) {
                Some(run) => (Screen::Quiz(Box::new(run)), Vec::new()),
                None => (Screen::Review(Box::new(ReviewScreen::new(None))), Vec::new()),
            }),
            Route::MoreNew => Ok(match QuizScreen::more_new(world) {
                Some(run) => (Screen::Quiz(Box::new(run)), Vec::new()),
                None => (Screen::Review(Box::new(ReviewScreen::new(None))), Vec::new()),
            }),
            Route::Reviewed(run) => Ok((Screen::Review(Box::new(ReviewScreen::new(Some(*run)))), Vec::new())),
            Route::Plan => Ok((Screen::Plan(PlanScreen::open(world)?), Vec::new())),
            Route::Exams(exam) => {
                ExamsScreen::open(exam, world).map(|screen| (Screen::Exams(Box::new(screen)), Vec::new()))
            }
            Route::Exam(exam) => begin_exam(&exam, world),
            Route::OpenExam => {
                let run = world.progress.exams().open().ok_or_else(|| no_exams(world))?;
                Ok((Screen::Exam(Box::new(ExamScreen::resume(run, world))), Vec::new()))
            }
            Route::ExamResult(sitting) => {
                Ok((Screen::ExamResult(Box::new(ExamResultScreen::new(*sitting, world))), Vec::new()))
            }
            Route::PastExam(run) => {
                ExamResultScreen::of_past(run, world).map(|screen| (Screen::ExamResult(Box::new(screen)), Vec::new()))
            }
            Route::Search { query } => Ok((Screen::Search(Box::new(SearchScreen::new(&query, world))), Vec::new())),
            Route::Scenarios => Ok((Screen::Scenarios(ScenariosScreen::open(world)?), Vec::new())),
            Route::Scenario(id) => Ok((scenario(&id, world)?, Vec::new())),
            Route::Debrief(finished) => Ok((Screen::Debrief(Box::new(DebriefScreen::new(*finished))), Vec::new())),
            Route::PastDebrief(id) => {
                let last = world.progress.scenarios().last(id.as_str());
                let last = last.ok_or_else(|| world.words.none_finished.to_string())?;
                let finished = Finished::replay(find_scenario(&id, world)?, &last.acts);
                Ok((Screen::Debrief(Box::new(DebriefScreen::of_past(finished))), Vec::new()))
            }
            Route::Bookmarks => Ok((Screen::Bookmarks(BookmarksScreen::default()), Vec::new())),
            Route::Glossary(text) => {
                let screen = GlossaryScreen::open(text.as_deref(), world)?;
                Ok((Screen::Glossary(screen), Vec::new()))
            }
            Route::Settings => Ok((Screen::Settings(SettingsScreen::default()), Vec::new())),
            Route::Statistics => Ok((Screen::Statistics(Box::new(StatisticsScreen::open(world))), Vec::new())),
            Route::Help(context) => Ok((Screen::Help(HelpScreen::new(context)), Vec::new())),
        }
    }

    /// Where keys mean something now.
    pub fn context(&self) -> Context {
        match self {
            Screen::Welcome(_) => Context::Welcome,
            Screen::Home(_) => Context::Home,
            Screen::Chapter(screen) => screen.context(),
            Screen::Quiz(screen) => screen.context(),
            Screen::Result(_) => Context::Result,
            Screen::Exams(screen) => screen.context(),
            Screen::Exam(screen) => screen.context(),
            Screen::ExamResult(screen) => screen.context(),
            Screen::Search(_) => Context::Search,
            Screen::Plan(_) => Context::Plan,
            Screen::WhatIf(screen) => screen.context(),
            Screen::Case(screen) => screen.context(),
            Screen::Debrief(screen) => screen.context(),
            Screen::Review(_) | Screen::Scenarios(_) | Screen::Bookmarks(_) | Screen::Glossary(_) => Context::List,
            Screen::Settings(screen) => screen.context(),
            Screen::Statistics(screen) => screen.context(),
            Screen::Help(_) => Context::Help,
        }
    }

    /// Whether Enter shows what is below the window before it does anything else.
    pub fn reads_on(&self) -> bool {
        match self {
            Screen::Quiz(screen) => screen.reads_on(),
            Screen::Exam(screen) => screen.reads_on(),
            Screen::ExamResult(screen) => screen.reads_on(),
            _ => false,
        }
    }

    /// Lays out for the world as it is now: its size, language, progress and settings.
    pub fn arrange(&mut self, world: &World<'_>) -> Vec<Request> {
        match self {
            Screen::Welcome(screen) => screen.arrange(world),
            Screen::Home(screen) => screen.arrange(world),
            Screen::Chapter(screen) => return screen.arrange(world),
            Screen::Quiz(screen) => screen.arrange(world),
            Screen::Result(screen) => screen.arrange(world),
            Screen::Review(screen) => screen.arrange(world),
            Screen::Plan(screen) => screen.arrange(world),
            Screen::Exams(screen) => screen.arrange(world),
            Screen::Exam(screen) => return screen.arrange(world),
            Screen::ExamResult(screen) => screen.arrange(world),
            Screen::Search(screen) => screen.arrange(world),
            Screen::Scenarios(screen) => screen.arrange(world),
            Screen::WhatIf(screen) => screen.arrange(world),
            Screen::Case(screen) => screen.arrange(world),
            Screen::Debrief(screen) => screen.arrange(world),
            Screen::Bookmarks(screen) => screen.arrange(world),
            Screen::Glossary(screen) => screen.arrange(world),
            Screen::Settings(screen) => screen.arrange(world),
            Screen::Statistics(screen) => screen.arrange(world),
            Screen::Help(screen) => screen.arrange(world),
        }
        Vec::new()
    }

    pub fn update(&mut self, action: &Action, world: &World<'_>) -> Vec<Request> {
        match self {
            Screen::Welcome(screen) => screen.update(action, world),
            Screen::Home(screen) => screen.update(action, world),
            Screen::Chapter(screen) => screen.update(action, world),
            Screen::Quiz(screen) => screen.update(action, world),
            Screen::Result(screen) => screen.update(action, world),
            Screen::Review(screen) => screen.update(action, world),
            Screen::Plan(screen) => screen.update(action),
            Screen::Exams(screen) => screen.update(action, world),
            Screen::Exam(screen) => screen.update(action, world),
            Screen::ExamResult(screen) => screen.update(action, world),
            Screen::Search(screen) => screen.update(action, world),
            Screen::Scenarios(screen) => screen.update(action, world),
            Screen::WhatIf(screen) => screen.update(action, world),
            Screen::Case(screen) => screen.update(action, world),
            Screen::Debrief(screen) => screen.update(action),
            Screen::Bookmarks(screen) => screen.update(action, world),
            Screen::Glossary(screen) => screen.update(action, world),
            Screen::Settings(screen) => screen.update(action, world),
            Screen::Statistics(screen) => screen.update(action, world),
            Screen::Help(screen) => screen.update(action, world),
        }
    }

    pub fn header(&self, world: &World<'_>) -> Header {
        match self {
            Screen::Welcome(_) => Header::default(),
            Screen::Home(screen) => screen.header(world),
            Screen::Chapter(screen) => screen.header(world),
            Screen::Quiz(screen) => screen.header(world),
            Screen::Result(screen) => screen.header(world),
            Screen::Review(screen) => screen.header(world),
            Screen::Plan(screen) => screen.header(world),
            Screen::Exams(screen) => screen.header(world),
            Screen::Exam(screen) => screen.header(world),
            Screen::ExamResult(screen) => screen.header(world),
            Screen::Search(screen) => screen.header(world),
            Screen::Scenarios(screen) => screen.header(world),
            Screen::WhatIf(screen) => screen.header(world),
            Screen::Case(screen) => screen.header(world),
            Screen::Debrief(screen) => screen.header(world),
            Screen::Bookmarks(_) => Header { path: vec![world.words.bookmarks.to_string()], ..Header::default() },
            Screen::Glossary(_) => Header { path: vec![world.words.glossary.to_string()], ..Header::default() },
            Screen::Settings(_) => Header { path: vec![world.words.settings.to_string()], ..Header::default() },
            Screen::Statistics(screen) => screen.header(world),
            Screen::Help(_) => Header { path: vec![world.words.help.to_string()], ..Header::default() },
        }
    }

    pub fn draw(&self, world: &World<'_>, canvas: &mut Canvas<'_>) {
        match self {
            Screen::Welcome(screen) => screen.draw(canvas),
            Screen::Home(screen) => screen.draw(canvas),
            Screen::Chapter(screen) => screen.draw(world, canvas),
            Screen::Quiz(screen) => screen.draw(canvas),
            Screen::Result(screen) => screen.draw(canvas),
            Screen::Review(screen) => screen.draw(canvas),
            Screen::Plan(screen) => screen.draw(canvas),
            Screen::Exams(screen) => screen.draw(canvas),
            Screen::Exam(screen) => screen.draw(canvas),
            Screen::ExamResult(screen) => screen.draw(canvas),
            Screen::Search(screen) => screen.draw(world, canvas),
            Screen::Scenarios(screen) => screen.draw(canvas),
            Screen::WhatIf(screen) => screen.draw(canvas),
            Screen::Case(screen) => screen.draw(canvas),
            Screen::Debrief(screen) => screen.draw(canvas),
            Screen::Bookmarks(screen) => screen.draw(canvas),
            Screen::Glossary(screen) => screen.draw(canvas),
            Screen::Settings(screen) => screen.draw(canvas),
            Screen::Statistics(screen) => screen.draw(canvas),
            Screen::Help(screen) => screen.draw(canvas),
        }
    }

    /// The text in which terms are looked for; `None` where there is no text of the course.
    pub fn text(&self) -> Option<String> {
        match self {
            Screen::Chapter(screen) => Some(screen.text()),
            Screen::Quiz(screen) => Some(screen.text()),
            Screen::ExamResult(screen) => screen.text(),
            Screen::WhatIf(screen) => Some(screen.text()),
            Screen::Case(screen) => Some(screen.text()),
            Screen::Debrief(screen) => Some(screen.text()),
            _ => None,
        }
    }

    /// What to record when the learner turns away from this screen or the program ends.
    pub fn leave(&mut self, world: &World<'_>) -> Vec<What> {
        match self {
            Screen::Chapter(screen) => screen.position().into_iter().collect(),
            Screen::Exam(screen) => screen.leave(world),
            _ => Vec::new(),
        }
    }

    /// Lets time pass, for what hangs on it.
    pub fn pass_time(&mut self, world: &World<'_>) -> Vec<Request> {
        match self {
            Screen::Exam(screen) => screen.pass_time(world),
            _ => Vec::new(),
        }
    }

    /// The clock that runs on this screen.
    pub fn countdown(&self) -> Option<&Countdown> {
        match self {
            Screen::Exam(screen) => screen.countdown(),
            _ => None,
        }
    }
}

fn begin_exam(exam: &str, world: &World<'_>) -> Result<(Screen, Vec<Request>), String> {
    if world.progress.exams().open().is_some() {
        return Err(ExamWords::of(world.language).one_open.to_string());
    }
    let blueprint = Blueprint::find(exam, &world.course.outline).ok_or_else(|| no_exams(world))?;
    let (screen, requests) = ExamScreen::start(&blueprint, world);
    Ok((Screen::Exam(Box::new(screen)), requests))
}

fn no_exams(world: &World<'_>) -> String {
    ExamWords::of(world.language).no_exams.to_string()
}

/// The screen of a scenario, by its kind.
fn scenario(id: &ScenarioId, world: &World<'_>) -> Result<Screen, String> {
    let scenario = find_scenario(id, world)?;
    Ok(match scenario.kind.clone() {
        Kind::WhatIf(what_if) => Screen::WhatIf(Box::new(WhatIfScreen::start(scenario, *what_if, world))),
        Kind::Case(case) => Screen::Case(Box::new(CaseScreen::start(scenario, case, world))),
    })
}

fn find_scenario(id: &ScenarioId, world: &World<'_>) -> Result<Scenario, String> {
    let found = world.course.scenario(id.as_str());
    found.ok_or_else(|| fill(world.words.no_such_scenario, &[("scenario", id.to_string())]))
}

fn quiz((screen, requests): (QuizScreen, Vec<Request>)) -> (Screen, Vec<Request>) {
    (Screen::Quiz(Box::new(screen)), requests)
}

/// The measure of running text: wide enough to read, narrow enough to find the next line.
pub const MEASURE: usize = 80;

/// Left edge and width of a column of text in the middle of a window.
pub fn measure(window: usize) -> (usize, usize) {
    let margin = if window >= 60 { 2 } else { usize::from(window >= 30) };
    let width = window.saturating_sub(2 * margin).clamp(1, MEASURE);
    (window.saturating_sub(width) / 2, width)
}
