//! What each key does in each context: the table itself.
//!
//! It must not look anything up: that is the keymap's.

use super::Binding;
use crate::domain::event::Rating;
use crate::text::words::Words;
use crate::tui::action::Action;
use crate::tui::key::Key::{self, Char, Control, Function};

pub(super) static MOVE: [Binding; 6] = [
    binding(&[Key::Down, Char('j')], Action::Down, |words| words.down),
    quiet(&[Key::Up, Char('k')], Action::Up, |words| words.up),
    quiet(&[Key::PageDown, Control('d')], Action::PageDown, |words| words.page_down),
    quiet(&[Key::PageUp, Control('u')], Action::PageUp, |words| words.page_up),
    quiet(&[Key::Home, Char('g')], Action::Top, |words| words.top),
    quiet(&[Key::End], Action::Bottom, |words| words.bottom),
];

pub(super) static EVERYWHERE: [Binding; 8] = [
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
pub(super) static DURING_EXAM: [Binding; 6] = [
    binding(&[Char('l'), Function(2)], Action::Language, |words| words.other_language),
    binding(&[Char('?'), Function(1)], Action::Help, |words| words.help),
    quiet(&[Char('t'), Function(4)], Action::Theme, |words| words.theme),
    quiet(&[Char(','), Function(9)], Action::Settings, |words| words.settings),
    quiet(&[Control('c')], Action::Quit, |words| words.leave),
    quiet(&[Control('z')], Action::Suspend, |words| words.suspend),
];

pub(super) static HOME: [Binding; 9] = [
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

pub(super) static LIST: [Binding; 2] = [
    binding(&[Key::Enter, Key::Right], Action::Enter, |words| words.open),
    binding(&[Key::Esc, Key::Left, Char('q')], Action::Back, |words| words.back),
];

pub(super) static SETTINGS: [Binding; 5] = [
    binding(&[Key::Enter, Char(' ')], Action::Enter, |words| words.change),
    binding(&[Key::Left], Action::Left, |words| words.less),
    binding(&[Key::Right], Action::Right, |words| words.more),
    quiet(&[Key::Delete, Key::Backspace], Action::Clear, |words| words.clear),
    binding(&[Key::Esc, Char('q')], Action::Back, |words| words.back),
];

pub(super) static DATE: [Binding; 2] = [
    binding(&[Key::Enter], Action::Enter, |words| words.accept),
    binding(&[Key::Esc], Action::Back, |words| words.back),
];

pub(super) static PLAN: [Binding; 1] = [binding(&[Key::Esc, Key::Left, Char('q')], Action::Back, |words| words.back)];

pub(super) static CHAPTER: [Binding; 13] = [
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

pub(super) static CHOOSING: [Binding; 10] = [
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

pub(super) static TYPING: [Binding; 9] = [
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

pub(super) static VERDICT: [Binding; 10] = [
    binding(&[Key::Enter], Action::Enter, |words| words.go_on),
    quiet(&[Char('n'), Key::Right], Action::NextQuestion, |words| words.go_on),
    binding(&[Char('o'), Function(8)], Action::OpenSection, |words| words.read_section),
    binding(&[Char('u'), Key::Backspace], Action::Undo, |words| words.undo),
    quiet(&[Char('1')], Action::Rate(Rating::Again), |words| words.rate_again),
    quiet(&[Char('2')], Action::Rate(Rating::Hard), |words| words.rate_hard),
    quiet(&[Char('3')], Action::Rate(Rating::Good), |words| words.rate_good),
    quiet(&[Char('4')], Action::Rate(Rating::Easy), |words| words.rate_easy),
    binding(&[Char('f'), Function(10)], Action::Report, |words| words.report),
    binding(&[Key::Esc, Char('q')], Action::Back, |words| words.back),
];

pub(super) static RESULT: [Binding; 3] = [
    binding(&[Key::Enter, Key::Right], Action::Enter, |words| words.read_section),
    binding(&[Char('w'), Function(5)], Action::RepeatWrong, |words| words.repeat_wrong),
    binding(&[Key::Esc, Key::Left, Char('q')], Action::Back, |words| words.back),
];

pub(super) static STATISTICS: [Binding; 4] = [
    binding(&[Key::Tab, Key::Right], Action::NextPage, |words| words.next_page),
    quiet(&[Key::BackTab, Key::Left], Action::PreviousPage, |words| words.previous_page),
    binding(&[Char('m'), Function(5)], Action::Explain, |words| words.how_computed),
    binding(&[Key::Esc, Char('q')], Action::Back, |words| words.back),
];

pub(super) static STATISTICS_LIST: [Binding; 5] = [
    binding(&[Key::Enter], Action::Enter, |words| words.open),
    binding(&[Key::Tab, Key::Right], Action::NextPage, |words| words.next_page),
    quiet(&[Key::BackTab, Key::Left], Action::PreviousPage, |words| words.previous_page),
    binding(&[Char('m'), Function(5)], Action::Explain, |words| words.how_computed),
    binding(&[Key::Esc, Char('q')], Action::Back, |words| words.back),
];

pub(super) static EXAM_BRIEF: [Binding; 2] = [
    binding(&[Key::Enter], Action::Enter, |words| words.exam_begin),
    binding(&[Key::Esc, Key::Left, Char('q')], Action::Back, |words| words.back),
];

pub(super) static EXAM_CHOOSING: [Binding; 12] = [
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

pub(super) static EXAM_TYPING: [Binding; 11] = [
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

pub(super) static EXAM_OVERVIEW: [Binding; 5] = [
    binding(&[Key::Enter], Action::Enter, |words| words.exam_go),
    quiet(&[Key::Left], Action::Left, |words| words.exam_previous),
    quiet(&[Key::Right], Action::Right, |words| words.exam_next),
    binding(&[Char('x'), Function(10)], Action::HandIn, |words| words.exam_hand_in),
    binding(&[Key::Esc, Char('o'), Function(6)], Action::Back, |words| words.exam_on_with_it),
];

pub(super) static EXAM_HAND_IN: [Binding; 3] = [
    binding(&[Key::Enter], Action::Enter, |words| words.exam_hand_in),
    binding(&[Char('o'), Function(6)], Action::Overview, |words| words.exam_all),
    binding(&[Key::Esc], Action::Back, |words| words.exam_on_with_it),
];

pub(super) static EXAM_RESULT: [Binding; 2] = [
    binding(&[Key::Enter, Key::Right], Action::Enter, |words| words.exam_questions),
    binding(&[Key::Esc, Key::Left, Char('q')], Action::Back, |words| words.back),
];

pub(super) static EXAM_VERDICT: [Binding; 6] = [
    binding(&[Key::Enter], Action::Enter, |words| words.exam_next),
    quiet(&[Char('n'), Key::Right], Action::NextQuestion, |words| words.exam_next),
    binding(&[Char('p'), Key::Left], Action::PreviousQuestion, |words| words.exam_previous),
    binding(&[Char('o'), Function(8)], Action::OpenSection, |words| words.read_section),
    binding(&[Char('f'), Function(10)], Action::Report, |words| words.report),
    binding(&[Key::Esc, Char('q')], Action::Back, |words| words.back),
];

pub(super) static WHAT_IF: [Binding; 13] = [
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

pub(super) static WHAT_IF_PAGE: [Binding; 13] = [
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

pub(super) static SITUATION: [Binding; 3] = [
    binding(&[Key::Enter], Action::Enter, |words| words.go_on),
    quiet(&[Char(' ')], Action::PageDown, |words| words.page_down),
    binding(&[Key::Esc, Char('q')], Action::Back, |words| words.back),
];

pub(super) static DECIDING: [Binding; 4] = [
    binding(&[Key::Down, Char('j')], Action::Down, |words| words.choose),
    binding(&[Key::Enter], Action::Enter, |words| words.decide),
    quiet(&[Char(' ')], Action::PageDown, |words| words.page_down),
    binding(&[Key::Esc, Char('q')], Action::Back, |words| words.back),
];

pub(super) static TOLD: [Binding; 3] = [
    binding(&[Key::Enter, Char('n'), Key::Right], Action::Enter, |words| words.go_on),
    quiet(&[Char(' ')], Action::PageDown, |words| words.page_down),
    binding(&[Key::Esc, Char('q')], Action::Back, |words| words.back),
];

pub(super) static DEBRIEF: [Binding; 6] = debrief(|words| words.go_on);
pub(super) static DEBRIEF_LINKS: [Binding; 6] = debrief(|words| words.read_section);

pub(super) static SEARCH: [Binding; 6] = [
    binding(&[Key::Down], Action::Down, |words| words.down),
    quiet(&[Key::Up], Action::Up, |words| words.up),
    quiet(&[Key::PageDown], Action::PageDown, |words| words.page_down),
    quiet(&[Key::PageUp], Action::PageUp, |words| words.page_up),
    binding(&[Key::Enter], Action::Enter, |words| words.open),
    binding(&[Key::Esc], Action::Back, |words| words.back),
];

pub(super) static FIND: [Binding; 4] = [
    binding(&[Key::Enter, Key::Down], Action::Down, |words| words.next_match),
    binding(&[Key::Up], Action::Up, |words| words.previous_match),
    binding(&[Key::Tab], Action::Search, |words| words.search_all),
    binding(&[Key::Esc], Action::Back, |words| words.close),
];

pub(super) static HELP: [Binding; 1] = [binding(&[Key::Esc, Char('q'), Key::Enter], Action::Back, |words| words.back)];

pub(super) static WELCOME: [Binding; 3] = [
    binding(&[Key::Enter], Action::Enter, |words| words.choose),
    quiet(&[Key::Esc], Action::Enter, |words| words.choose),
    quiet(&[Control('c')], Action::Quit, |words| words.leave),
];

pub(super) static CONFIRM: [Binding; 2] = [
    binding(&[Key::Enter, Char('y'), Control('c')], Action::Quit, |words| words.yes_leave),
    binding(&[Key::Esc, Char('n')], Action::Back, |words| words.stay),
];

pub(super) static CONFIRM_FINISH: [Binding; 3] = [
    binding(&[Key::Enter, Char('y')], Action::Enter, |words| words.finish),
    binding(&[Key::Esc, Char('n')], Action::Back, |words| words.not_yet),
    quiet(&[Control('c')], Action::Quit, |words| words.leave),
];

const fn binding(keys: &'static [Key], action: Action, name: fn(&Words) -> &'static str) -> Binding {
    Binding { keys, action, name, footer: true }
}

const fn quiet(keys: &'static [Key], action: Action, name: fn(&Words) -> &'static str) -> Binding {
    Binding { keys, action, name, footer: false }
}

/// The keys of a debrief; Enter has this name.
const fn debrief(enter: fn(&Words) -> &'static str) -> [Binding; 6] {
    [
        binding(&[Key::Enter, Key::Right], Action::Enter, enter),
        binding(&[Char('w'), Function(5)], Action::Retry, |words| words.try_again),
        quiet(&[Key::Tab], Action::NextStop, |words| words.next_stop),
        quiet(&[Key::BackTab], Action::PreviousStop, |words| words.previous_stop),
        quiet(&[Char(' ')], Action::PageDown, |words| words.page_down),
        binding(&[Key::Esc, Key::Left, Char('q')], Action::Back, |words| words.back),
    ]
}
