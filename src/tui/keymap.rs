//! The one table of keys: what each does in each context, and how the footer and the help page name it.
//!
//! With a Korean IME on, jamo and syllables are read as the Latin keys under them, and since an IME holds a jamo back
//! until the next key, every action has a key that is no letter. No action hangs on a capital letter.

use super::action::{Action, Edit};
use super::key::Key;
use crate::domain::event::Rating;
use crate::text::hangul::latin_keys;
use crate::text::words::Words;

/// Where keys mean something: the kind of screen on top, and what it is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Context {
    /// A list to choose from: home, results, bookmarks, contents.
    Home,
    List,
    Settings,
    /// A text field for a day, among the settings.
    Date,
    /// The plan to the day of the exam.
    Plan,
    Chapter,
    /// Contents of a chapter, over its text.
    Contents,
    /// A question whose answer is chosen.
    Choosing,
    /// A question whose answer is typed.
    Typing,
    /// What an exam is like, before it begins.
    ExamBrief,
    /// A question of an exam whose answer is chosen.
    ExamChoosing,
    /// A question of an exam whose answer is typed.
    ExamTyping,
    /// All questions of an exam.
    ExamOverview,
    /// "Hand in?"
    ExamHandIn,
    ExamResult,
    /// A question of an exam that has been handed in.
    ExamVerdict,
    /// The verdict on an answer.
    Verdict,
    Result,
    /// A text field with results below.
    Search,
    /// A text field at the foot of a chapter.
    Find,
    /// Figures to look at.
    Statistics,
    /// Figures of which each leads somewhere.
    StatisticsList,
    /// A what-if: actions to take.
    WhatIf,
    /// Another page of a what-if.
    WhatIfPage,
    /// A case: a decision is due.
    Deciding,
    /// A case: what came of a decision.
    Told,
    Debrief,
    Help,
    Welcome,
    /// "Leave?"
    Confirm,
}

impl Context {
    pub const ALL: [Context; 30] = [
        Context::Home,
        Context::Chapter,
        Context::Contents,
        Context::Find,
        Context::Choosing,
        Context::Typing,
        Context::Verdict,
        Context::Result,
        Context::Search,
        Context::ExamBrief,
        Context::ExamChoosing,
        Context::ExamTyping,
        Context::ExamOverview,
        Context::ExamHandIn,
        Context::ExamResult,
        Context::ExamVerdict,
        Context::List,
        Context::Settings,
        Context::Date,
        Context::Statistics,
        Context::StatisticsList,
        Context::Plan,
        Context::WhatIf,
        Context::WhatIfPage,
        Context::Deciding,
        Context::Told,
        Context::Debrief,
        Context::Help,
        Context::Welcome,
        Context::Confirm,
    ];

    /// Letters are text here.
    pub fn is_text(self) -> bool {
        matches!(self, Context::Typing | Context::ExamTyping | Context::Search | Context::Find | Context::Date)
    }

    /// The heading of its keys on the help page.
    pub fn title(self, words: &Words) -> &'static str {
        match self {
            Context::Home => words.contents,
            Context::List => words.lists,
            Context::Settings => words.settings,
            Context::Date => words.exam_date,
            Context::Plan => words.plan,
            Context::Chapter => words.reading,
            Context::Contents => words.on_this_page,
            Context::Choosing => words.choosing,
            Context::Typing => words.typing,
            Context::Verdict => words.after_answering,
            Context::Result => words.result,
            Context::Search => words.search,
            Context::ExamBrief => words.exam_before,
            Context::ExamChoosing => words.exam_question,
            Context::ExamTyping => words.exam_typing,
            Context::ExamOverview => words.exam_overview,
            Context::ExamHandIn => words.exam_handing_in,
            Context::ExamResult => words.exam_result,
            Context::ExamVerdict => words.exam_verdict,
            Context::Find => words.find_here,
            Context::Statistics => words.statistics,
            Context::StatisticsList => words.statistics_list,
            Context::WhatIf => words.what_if,
            Context::WhatIfPage => words.what_if_pages,
            Context::Deciding => words.case,
            Context::Told => words.after_deciding,
            Context::Debrief => words.debrief,
            Context::Help => words.help,
            Context::Welcome => words.welcome,
            Context::Confirm => words.leave,
        }
    }
}

/// Keys that do one thing.
pub struct Binding {
    /// The first one is named in the footer.
    pub keys: &'static [Key],
    pub action: Action,
    /// Its name, by language.
    pub name: fn(&Words) -> &'static str,
    /// Whether the footer has room for it by preference; the help page names all.
    pub footer: bool,
}

impl Binding {
    /// The key to name in a context: where letters are text, one that is no letter.
    pub fn key_in(&self, context: Context) -> Option<Key> {
        self.keys.iter().copied().find(|key| !context.is_text() || !matches!(key, Key::Char(_)))
    }
}

const fn binding(keys: &'static [Key], action: Action, name: fn(&Words) -> &'static str) -> Binding {
    Binding { keys, action, name, footer: true }
}

const fn quiet(keys: &'static [Key], action: Action, name: fn(&Words) -> &'static str) -> Binding {
    Binding { keys, action, name, footer: false }
}

use Key::{Char, Control, Function};

static MOVE: [Binding; 6] = [
    binding(&[Key::Down, Char('j')], Action::Down, |words| words.down),
    quiet(&[Key::Up, Char('k')], Action::Up, |words| words.up),
    quiet(&[Key::PageDown, Control('d')], Action::PageDown, |words| words.page_down),
    quiet(&[Key::PageUp, Control('u')], Action::PageUp, |words| words.page_up),
    quiet(&[Key::Home, Char('g')], Action::Top, |words| words.top),
    quiet(&[Key::End], Action::Bottom, |words| words.bottom),
];

static EVERYWHERE: [Binding; 8] = [
    binding(&[Char('l'), Function(2)], Action::Language, |words| words.other_language),
    binding(&[Char('?'), Function(1)], Action::Help, |words| words.help),
    quiet(&[Function(3)], Action::Search, |words| words.search_all),
    quiet(&[Char('v'), Function(12)], Action::Terms, |words| words.terms),
    quiet(&[Char('t'), Function(4)], Action::Theme, |words| words.theme),
    quiet(&[Char(','), Function(9)], Action::Settings, |words| words.settings),
    quiet(&[Control('c')], Action::Quit, |words| words.leave),
    quiet(&[Control('z')], Action::Suspend, |words| words.suspend),
];

/// During an exam nothing is looked up.
static DURING_EXAM: [Binding; 6] = [
    binding(&[Char('l'), Function(2)], Action::Language, |words| words.other_language),
    binding(&[Char('?'), Function(1)], Action::Help, |words| words.help),
    quiet(&[Char('t'), Function(4)], Action::Theme, |words| words.theme),
    quiet(&[Char(','), Function(9)], Action::Settings, |words| words.settings),
    quiet(&[Control('c')], Action::Quit, |words| words.leave),
    quiet(&[Control('z')], Action::Suspend, |words| words.suspend),
];

static HOME: [Binding; 9] = [
    binding(&[Key::Enter, Key::Right], Action::Enter, |words| words.open),
    binding(&[Char('/'), Function(3)], Action::Search, |words| words.search),
    binding(&[Char('r'), Function(5)], Action::Review, |words| words.review),
    binding(&[Char('s'), Function(8)], Action::Scenarios, |words| words.scenarios_short),
    binding(&[Char('e'), Function(10)], Action::Exams, |words| words.exams),
    binding(&[Char('i'), Function(11)], Action::Statistics, |words| words.statistics_short),
    binding(&[Char('z'), Function(7)], Action::Quiz, |words| words.quiz),
    binding(&[Char('b'), Function(6)], Action::Bookmarks, |words| words.bookmarks),
    binding(&[Char('q'), Key::Esc], Action::Leave, |words| words.leave),
];

static LIST: [Binding; 2] = [
    binding(&[Key::Enter, Key::Right], Action::Enter, |words| words.open),
    binding(&[Key::Esc, Key::Left, Char('q')], Action::Back, |words| words.back),
];

static SETTINGS: [Binding; 5] = [
    binding(&[Key::Enter, Char(' ')], Action::Enter, |words| words.change),
    binding(&[Key::Left], Action::Left, |words| words.less),
    binding(&[Key::Right], Action::Right, |words| words.more),
    quiet(&[Key::Delete, Key::Backspace], Action::Clear, |words| words.clear),
    binding(&[Key::Esc, Char('q')], Action::Back, |words| words.back),
];

static DATE: [Binding; 2] = [
    binding(&[Key::Enter], Action::Enter, |words| words.accept),
    binding(&[Key::Esc], Action::Back, |words| words.back),
];

static PLAN: [Binding; 1] = [binding(&[Key::Esc, Key::Left, Char('q')], Action::Back, |words| words.back)];

static CHAPTER: [Binding; 13] = [
    binding(&[Key::Enter], Action::Enter, |words| words.answer_or_follow),
    binding(&[Key::Tab], Action::NextStop, |words| words.next_stop),
    quiet(&[Key::BackTab], Action::PreviousStop, |words| words.previous_stop),
    quiet(&[Char(' ')], Action::PageDown, |words| words.page_down),
    binding(&[Char('n'), Key::Right], Action::NextChapter, |words| words.next_chapter),
    binding(&[Char('p'), Key::Left], Action::PreviousChapter, |words| words.previous_chapter),
    binding(&[Char('z'), Function(7)], Action::Quiz, |words| words.quiz),
    binding(&[Char('c'), Function(8)], Action::Contents, |words| words.contents_short),
    binding(&[Char('/')], Action::Find, |words| words.find),
    binding(&[Char('b'), Function(5)], Action::Bookmark, |words| words.bookmark),
    quiet(&[Char('m'), Function(6)], Action::Bookmarks, |words| words.bookmarks),
    quiet(&[Char('f'), Function(10)], Action::Report, |words| words.report),
    binding(&[Key::Esc, Char('q')], Action::Back, |words| words.back),
];

static CHOOSING: [Binding; 10] = [
    binding(&[Key::Enter], Action::Enter, |words| words.answer),
    quiet(&[Key::Left], Action::Left, |words| words.option_before),
    quiet(&[Key::Right], Action::Right, |words| words.option_after),
    quiet(&[Key::Tab], Action::NextStop, |words| words.next_gap),
    quiet(&[Key::BackTab], Action::PreviousStop, |words| words.previous_gap),
    binding(&[Char('h'), Function(5)], Action::Hint, |words| words.hint),
    binding(&[Char('0'), Function(6)], Action::DontKnow, |words| words.dont_know),
    binding(&[Char(' ')], Action::Toggle, |words| words.toggle),
    quiet(&[Char('f'), Function(10)], Action::Report, |words| words.report),
    binding(&[Key::Esc], Action::Back, |words| words.back),
];

static TYPING: [Binding; 9] = [
    binding(&[Key::Enter], Action::Enter, |words| words.answer),
    quiet(&[Key::Down, Key::Tab], Action::NextStop, |words| words.next_gap),
    quiet(&[Key::Up, Key::BackTab], Action::PreviousStop, |words| words.previous_gap),
    quiet(&[Key::PageDown], Action::PageDown, |words| words.page_down),
    quiet(&[Key::PageUp], Action::PageUp, |words| words.page_up),
    binding(&[Function(5)], Action::Hint, |words| words.hint),
    binding(&[Function(6)], Action::DontKnow, |words| words.dont_know),
    quiet(&[Function(10)], Action::Report, |words| words.report),
    binding(&[Key::Esc], Action::Back, |words| words.back),
];

static VERDICT: [Binding; 9] = [
    binding(&[Key::Enter, Char('n'), Key::Right], Action::Enter, |words| words.go_on),
    binding(&[Char('o'), Function(8)], Action::OpenSection, |words| words.read_section),
    binding(&[Char('u'), Key::Backspace], Action::Undo, |words| words.undo),
    quiet(&[Char('1')], Action::Rate(Rating::Again), |words| words.rate_again),
    quiet(&[Char('2')], Action::Rate(Rating::Hard), |words| words.rate_hard),
    quiet(&[Char('3')], Action::Rate(Rating::Good), |words| words.rate_good),
    quiet(&[Char('4')], Action::Rate(Rating::Easy), |words| words.rate_easy),
    binding(&[Char('f'), Function(10)], Action::Report, |words| words.report),
    binding(&[Key::Esc, Char('q')], Action::Back, |words| words.back),
];

static RESULT: [Binding; 3] = [
    binding(&[Key::Enter, Key::Right], Action::Enter, |words| words.read_section),
    binding(&[Char('w'), Function(5)], Action::RepeatWrong, |words| words.repeat_wrong),
    binding(&[Key::Esc, Key::Left, Char('q')], Action::Back, |words| words.back),
];

static STATISTICS: [Binding; 4] = [
    binding(&[Key::Tab, Key::Right], Action::NextPage, |words| words.next_page),
    quiet(&[Key::BackTab, Key::Left], Action::PreviousPage, |words| words.previous_page),
    binding(&[Char('m'), Function(5)], Action::Explain, |words| words.how_computed),
    binding(&[Key::Esc, Char('q')], Action::Back, |words| words.back),
];

static STATISTICS_LIST: [Binding; 5] = [
    binding(&[Key::Enter], Action::Enter, |words| words.open),
    binding(&[Key::Tab, Key::Right], Action::NextPage, |words| words.next_page),
    quiet(&[Key::BackTab, Key::Left], Action::PreviousPage, |words| words.previous_page),
    binding(&[Char('m'), Function(5)], Action::Explain, |words| words.how_computed),
    binding(&[Key::Esc, Char('q')], Action::Back, |words| words.back),
];

static EXAM_BRIEF: [Binding; 2] = [
    binding(&[Key::Enter], Action::Enter, |words| words.exam_begin),
    binding(&[Key::Esc, Key::Left, Char('q')], Action::Back, |words| words.back),
];

static EXAM_CHOOSING: [Binding; 12] = [
    binding(&[Key::Enter], Action::Enter, |words| words.exam_answer),
    quiet(&[Key::Left], Action::Left, |words| words.option_before),
    quiet(&[Key::Right], Action::Right, |words| words.option_after),
    quiet(&[Key::Tab], Action::NextStop, |words| words.next_gap),
    quiet(&[Key::BackTab], Action::PreviousStop, |words| words.previous_gap),
    quiet(&[Char(' ')], Action::Toggle, |words| words.toggle),
    binding(&[Char('f'), Function(5)], Action::Flag, |words| words.exam_flag),
    binding(&[Char('o'), Function(6)], Action::Overview, |words| words.exam_all),
    binding(&[Char('x'), Function(10)], Action::HandIn, |words| words.exam_hand_in),
    binding(&[Char('n'), Function(8)], Action::NextQuestion, |words| words.exam_next),
    binding(&[Char('p'), Function(7)], Action::PreviousQuestion, |words| words.exam_previous),
    binding(&[Key::Esc], Action::Back, |words| words.back),
];

static EXAM_TYPING: [Binding; 11] = [
    binding(&[Key::Enter], Action::Enter, |words| words.exam_answer),
    quiet(&[Key::Down, Key::Tab], Action::NextStop, |words| words.next_gap),
    quiet(&[Key::Up, Key::BackTab], Action::PreviousStop, |words| words.previous_gap),
    quiet(&[Key::PageDown], Action::PageDown, |words| words.page_down),
    quiet(&[Key::PageUp], Action::PageUp, |words| words.page_up),
    binding(&[Function(5)], Action::Flag, |words| words.exam_flag),
    binding(&[Function(6)], Action::Overview, |words| words.exam_all),
    binding(&[Function(10)], Action::HandIn, |words| words.exam_hand_in),
    binding(&[Function(8)], Action::NextQuestion, |words| words.exam_next),
    binding(&[Function(7)], Action::PreviousQuestion, |words| words.exam_previous),
    binding(&[Key::Esc], Action::Back, |words| words.back),
];

static EXAM_OVERVIEW: [Binding; 5] = [
    binding(&[Key::Enter], Action::Enter, |words| words.exam_go),
    quiet(&[Key::Left], Action::Left, |words| words.exam_previous),
    quiet(&[Key::Right], Action::Right, |words| words.exam_next),
    binding(&[Char('x'), Function(10)], Action::HandIn, |words| words.exam_hand_in),
    binding(&[Key::Esc, Char('o'), Function(6)], Action::Back, |words| words.exam_on_with_it),
];

static EXAM_HAND_IN: [Binding; 3] = [
    binding(&[Key::Enter], Action::Enter, |words| words.exam_hand_in),
    binding(&[Char('o'), Function(6)], Action::Overview, |words| words.exam_all),
    binding(&[Key::Esc], Action::Back, |words| words.exam_on_with_it),
];

static EXAM_RESULT: [Binding; 2] = [
    binding(&[Key::Enter, Key::Right], Action::Enter, |words| words.exam_questions),
    binding(&[Key::Esc, Key::Left, Char('q')], Action::Back, |words| words.back),
];

static EXAM_VERDICT: [Binding; 5] = [
    binding(&[Key::Enter, Char('n'), Key::Right], Action::NextQuestion, |words| words.exam_next),
    binding(&[Char('p'), Key::Left], Action::PreviousQuestion, |words| words.exam_previous),
    binding(&[Char('o'), Function(8)], Action::OpenSection, |words| words.read_section),
    binding(&[Char('f'), Function(10)], Action::Report, |words| words.report),
    binding(&[Key::Esc, Char('q')], Action::Back, |words| words.back),
];

static WHAT_IF: [Binding; 13] = [
    binding(&[Key::Enter], Action::Enter, |words| words.do_it),
    binding(&[Char('u'), Key::Backspace], Action::Undo, |words| words.undo),
    binding(&[Key::Tab], Action::NextPage, |words| words.next_page),
    quiet(&[Key::BackTab], Action::PreviousPage, |words| words.previous_page),
    binding(&[Key::Right], Action::Right, |words| words.more_load),
    binding(&[Key::Left], Action::Left, |words| words.less_load),
    binding(&[Char('f'), Function(8)], Action::Finish, |words| words.finish),
    quiet(&[Char('b'), Function(7)], Action::Brief, |words| words.brief),
    binding(&[Char('d'), Function(5)], Action::Diagram, |words| words.architecture),
    binding(&[Char('m'), Function(6)], Action::Model, |words| words.model),
    quiet(&[Char('c'), Function(10)], Action::NextClass, |words| words.next_class),
    quiet(&[Char(' ')], Action::PageDown, |words| words.page_down),
    binding(&[Key::Esc, Char('q')], Action::Back, |words| words.back),
];

static WHAT_IF_PAGE: [Binding; 13] = [
    binding(&[Key::Enter], Action::Enter, |words| words.to_the_decisions),
    binding(&[Key::Tab], Action::NextPage, |words| words.next_page),
    quiet(&[Key::BackTab], Action::PreviousPage, |words| words.previous_page),
    quiet(&[Char(' ')], Action::PageDown, |words| words.page_down),
    binding(&[Key::Right], Action::Right, |words| words.more_load),
    binding(&[Key::Left], Action::Left, |words| words.less_load),
    quiet(&[Char('b'), Function(7)], Action::Brief, |words| words.brief),
    quiet(&[Char('d'), Function(5)], Action::Diagram, |words| words.architecture),
    quiet(&[Char('m'), Function(6)], Action::Model, |words| words.model),
    quiet(&[Char('c'), Function(10)], Action::NextClass, |words| words.next_class),
    quiet(&[Char('u'), Key::Backspace], Action::Undo, |words| words.undo),
    quiet(&[Char('f'), Function(8)], Action::Finish, |words| words.finish),
    binding(&[Key::Esc, Char('q')], Action::Back, |words| words.back),
];

static DECIDING: [Binding; 3] = [
    binding(&[Key::Enter], Action::Enter, |words| words.decide),
    quiet(&[Char(' ')], Action::PageDown, |words| words.page_down),
    binding(&[Key::Esc, Char('q')], Action::Back, |words| words.back),
];

static TOLD: [Binding; 3] = [
    binding(&[Key::Enter, Char('n'), Key::Right], Action::Enter, |words| words.go_on),
    quiet(&[Char(' ')], Action::PageDown, |words| words.page_down),
    binding(&[Key::Esc, Char('q')], Action::Back, |words| words.back),
];

static DEBRIEF: [Binding; 6] = [
    binding(&[Key::Enter, Key::Right], Action::Enter, |words| words.read_section),
    binding(&[Char('w'), Function(5)], Action::Retry, |words| words.try_again),
    quiet(&[Key::Tab], Action::NextStop, |words| words.next_stop),
    quiet(&[Key::BackTab], Action::PreviousStop, |words| words.previous_stop),
    quiet(&[Char(' ')], Action::PageDown, |words| words.page_down),
    binding(&[Key::Esc, Key::Left, Char('q')], Action::Back, |words| words.back),
];

static SEARCH: [Binding; 6] = [
    binding(&[Key::Down], Action::Down, |words| words.down),
    quiet(&[Key::Up], Action::Up, |words| words.up),
    quiet(&[Key::PageDown], Action::PageDown, |words| words.page_down),
    quiet(&[Key::PageUp], Action::PageUp, |words| words.page_up),
    binding(&[Key::Enter], Action::Enter, |words| words.open),
    binding(&[Key::Esc], Action::Back, |words| words.back),
];

static FIND: [Binding; 4] = [
    binding(&[Key::Enter, Key::Down], Action::Down, |words| words.next_match),
    binding(&[Key::Up], Action::Up, |words| words.previous_match),
    binding(&[Key::Tab], Action::Search, |words| words.search_all),
    binding(&[Key::Esc], Action::Back, |words| words.close),
];

static HELP: [Binding; 1] = [binding(&[Key::Esc, Char('q'), Key::Enter], Action::Back, |words| words.back)];

static WELCOME: [Binding; 3] = [
    binding(&[Key::Enter], Action::Enter, |words| words.choose),
    quiet(&[Key::Esc], Action::Enter, |words| words.choose),
    quiet(&[Control('c')], Action::Quit, |words| words.leave),
];

static CONFIRM: [Binding; 2] = [
    binding(&[Key::Enter, Char('y'), Control('c')], Action::Quit, |words| words.yes_leave),
    binding(&[Key::Esc, Char('n')], Action::Back, |words| words.stay),
];

/// The bindings of a context, its own first.
pub fn bindings(context: Context) -> impl Iterator<Item = &'static Binding> {
    let (moves, own, everywhere): (&[Binding], &[Binding], &[Binding]) = match context {
        Context::Home => (&MOVE, &HOME, &EVERYWHERE),
        Context::List | Context::Contents => (&MOVE, &LIST, &EVERYWHERE),
        Context::Settings => (&MOVE, &SETTINGS, &EVERYWHERE),
        Context::Date => (&[], &DATE, &EVERYWHERE),
        Context::Plan => (&MOVE, &PLAN, &EVERYWHERE),
        Context::Chapter => (&MOVE, &CHAPTER, &EVERYWHERE),
        Context::Choosing => (&MOVE, &CHOOSING, &EVERYWHERE),
        Context::Typing => (&[], &TYPING, &EVERYWHERE),
        Context::Verdict => (&MOVE, &VERDICT, &EVERYWHERE),
        Context::Result => (&MOVE, &RESULT, &EVERYWHERE),
        Context::Search => (&[], &SEARCH, &EVERYWHERE),
        Context::ExamBrief => (&MOVE, &EXAM_BRIEF, &EVERYWHERE),
        Context::ExamChoosing => (&MOVE, &EXAM_CHOOSING, &DURING_EXAM),
        Context::ExamTyping => (&[], &EXAM_TYPING, &DURING_EXAM),
        Context::ExamOverview => (&MOVE, &EXAM_OVERVIEW, &DURING_EXAM),
        Context::ExamHandIn => (&[], &EXAM_HAND_IN, &DURING_EXAM),
        Context::ExamResult => (&MOVE, &EXAM_RESULT, &EVERYWHERE),
        Context::ExamVerdict => (&MOVE, &EXAM_VERDICT, &EVERYWHERE),
        Context::Find => (&[], &FIND, &EVERYWHERE),
        Context::Statistics => (&MOVE, &STATISTICS, &EVERYWHERE),
        Context::StatisticsList => (&MOVE, &STATISTICS_LIST, &EVERYWHERE),
        Context::WhatIf => (&MOVE, &WHAT_IF, &EVERYWHERE),
        Context::WhatIfPage => (&MOVE, &WHAT_IF_PAGE, &EVERYWHERE),
        Context::Deciding => (&MOVE, &DECIDING, &EVERYWHERE),
        Context::Told => (&MOVE, &TOLD, &EVERYWHERE),
        Context::Debrief => (&MOVE, &DEBRIEF, &EVERYWHERE),
        Context::Help => (&MOVE, &HELP, &EVERYWHERE),
        Context::Welcome => (&MOVE, &WELCOME, &[]),
        Context::Confirm => (&[], &CONFIRM, &[]),
    };
    own.iter().chain(moves).chain(everywhere)
}

/// What a key asks for. A composed syllable is several keys, and may be several actions.
pub fn actions(context: Context, key: Key) -> Vec<Action> {
    match key {
        Key::Char(c) if context.is_text() => vec![Action::Edit(Edit::Insert(c.to_string()))],
        Key::Char(c) => {
            let latin: Vec<char> = latin_keys(c).collect();
            let keys = if latin.is_empty() { vec![c.to_ascii_lowercase()] } else { latin };
            keys.into_iter().filter_map(|c| bound(context, Key::Char(c))).collect()
        }
        key => bound(context, key).into_iter().collect(),
    }
}

fn bound(context: Context, key: Key) -> Option<Action> {
    if let Some(edit) = edit(key).filter(|_| context.is_text()) {
        return Some(Action::Edit(edit));
    }
    let found = bindings(context).find(|binding| binding.keys.contains(&key)).map(|binding| binding.action.clone());
    match (found, key) {
        (None, Key::Char(digit @ '1'..='9')) => Some(Action::Digit(digit as u8 - b'0')),
        (found, _) => found,
    }
}

fn edit(key: Key) -> Option<Edit> {
    match key {
        Key::Backspace => Some(Edit::DeleteBack),
        Key::Delete => Some(Edit::DeleteForward),
        Key::Left => Some(Edit::Left),
        Key::Right => Some(Edit::Right),
        Key::Home => Some(Edit::Start),
        Key::End => Some(Edit::End),
        Key::Control('u') => Some(Edit::Clear),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn jamo_and_syllables_are_the_keys_under_them() {
        assert_eq!(actions(Context::Chapter, Key::Char('ㅓ')), [Action::Down]);
        assert_eq!(actions(Context::Chapter, Key::Char('ㅜ')), [Action::NextChapter]);
        // 바 is typed with q and k: back, and up in whatever is below.
        assert_eq!(actions(Context::Chapter, Key::Char('바')), [Action::Back, Action::Up]);
    }

    #[test]
    fn shift_changes_nothing() {
        assert_eq!(actions(Context::Home, Key::Char('Q')), actions(Context::Home, Key::Char('q')));
        assert_eq!(actions(Context::Home, Key::Char('ㅃ')), [Action::Leave]);
    }

    #[test]
    fn letters_are_text_in_a_field() {
        assert_eq!(actions(Context::Typing, Key::Char('ㅓ')), [Action::Edit(Edit::Insert("ㅓ".into()))]);
        assert_eq!(actions(Context::Search, Key::Char('?')), [Action::Edit(Edit::Insert("?".into()))]);
    }

    #[test]
    fn every_action_has_a_key_that_no_ime_holds_back() {
        for context in Context::ALL {
            for binding in bindings(context) {
                let free = bindings(context)
                    .filter(|other| other.action == binding.action)
                    .flat_map(|other| other.keys)
                    .any(|key| !matches!(key, Key::Char('a'..='z')));
                assert!(free, "{context:?} {:?} has only letters", binding.action);
            }
        }
    }

    #[test]
    fn no_key_means_two_things_in_one_context() {
        for context in Context::ALL {
            let mut seen = HashSet::new();
            for binding in bindings(context) {
                for key in binding.keys {
                    let again = !seen.insert(*key);
                    let same = bindings(context).find(|first| first.keys.contains(key)).map(|first| &first.action)
                        == Some(&binding.action);
                    assert!(!again || same, "{context:?}: {}", key.label());
                }
            }
        }
    }
}
