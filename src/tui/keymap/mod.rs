//! The one table of keys: what each does in each context, and how the footer and the help page name it.
//!
//! With a Korean IME on, jamo and syllables are read as the Latin keys under them, and since an IME holds a jamo back
//! until the next key, every action has a key that is no letter. No action hangs on a capital letter.

mod tables;

use super::action::{Action, Edit};
use super::key::Key;
use crate::text::hangul::latin_keys;
use crate::text::words::Words;
use tables::{
    CHAPTER, CHOOSING, CONFIRM, CONFIRM_FINISH, DATE, DEBRIEF, DEBRIEF_LINKS, DECIDING, DURING_EXAM, EVERYWHERE,
    EXAM_BRIEF, EXAM_CHOOSING, EXAM_HAND_IN, EXAM_OVERVIEW, EXAM_RESULT, EXAM_TYPING, EXAM_VERDICT, FIND, HELP, HOME,
    LIST, MOVE, PLAN, RESULT, SEARCH, SETTINGS, SITUATION, STATISTICS, STATISTICS_LIST, TOLD, TYPING, VERDICT, WELCOME,
    WHAT_IF, WHAT_IF_PAGE,
};

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
    /// A case: what has happened, before the options show.
    Situation,
    /// A case: a decision is due.
    Deciding,
    /// A case: what came of a decision.
    Told,
    Debrief,
    /// A debrief of which a section to read is chosen.
    DebriefLinks,
    Help,
    Welcome,
    /// "Leave?"
    Confirm,
    /// "Finish the scenario?"
    ConfirmFinish,
}

impl Context {
    pub const ALL: [Context; 33] = [
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
        Context::Situation,
        Context::Deciding,
        Context::Told,
        Context::Debrief,
        Context::DebriefLinks,
        Context::Help,
        Context::Welcome,
        Context::Confirm,
        Context::ConfirmFinish,
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
            Context::Situation => words.before_deciding,
            Context::Deciding => words.case,
            Context::Told => words.after_deciding,
            Context::Debrief => words.debrief,
            Context::DebriefLinks => words.debrief_links,
            Context::Help => words.help,
            Context::Welcome => words.welcome,
            Context::Confirm => words.leave,
            Context::ConfirmFinish => words.finishing,
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

/// The bindings of a context, its own first. What the footer names already is not named there twice.
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
        Context::Situation => (&MOVE, &SITUATION, &EVERYWHERE),
        Context::Deciding => (&MOVE, &DECIDING, &EVERYWHERE),
        Context::Told => (&MOVE, &TOLD, &EVERYWHERE),
        Context::Debrief => (&MOVE, &DEBRIEF, &EVERYWHERE),
        Context::DebriefLinks => (&MOVE, &DEBRIEF_LINKS, &EVERYWHERE),
        Context::Help => (&MOVE, &HELP, &EVERYWHERE),
        Context::Welcome => (&MOVE, &WELCOME, &[]),
        Context::Confirm => (&[], &CONFIRM, &[]),
        Context::ConfirmFinish => (&[], &CONFIRM_FINISH, &[]),
    };
    let is_named = move |action: &Action| own.iter().any(|other| other.footer && other.action == *action);
    own.iter().chain(moves.iter().filter(move |it| !(it.footer && is_named(&it.action)))).chain(everywhere)
}

/// What the digits do where they are not bound one by one.
pub fn digits(context: Context) -> Option<fn(&Words) -> &'static str> {
    match context {
        Context::Choosing
        | Context::ExamChoosing
        | Context::WhatIf
        | Context::Situation
        | Context::Deciding
        | Context::Welcome => Some(|words| words.this_number),
        Context::Statistics | Context::StatisticsList => Some(|words| words.this_page),
        _ => None,
    }
}

/// The key that a sentence names for an action, in a context that has it.
pub fn key_for(context: Context, action: &Action) -> Option<Key> {
    bindings(context).find(|binding| binding.action == *action)?.key_in(context)
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
        (None, Key::Char(digit @ '1'..='9')) if digits(context).is_some() => Some(Action::Digit(digit as u8 - b'0')),
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
    fn the_footer_names_an_action_once() {
        for context in Context::ALL {
            let named: Vec<&Action> = bindings(context).filter(|binding| binding.footer).map(|b| &b.action).collect();
            for (place, action) in named.iter().enumerate() {
                assert!(!named[..place].contains(action), "{context:?} {action:?}");
            }
        }
    }

    #[test]
    fn a_key_of_its_own_for_paging_takes_no_other_away() {
        for key in [Key::PageDown, Key::Char(' '), Key::Control('d')] {
            assert_eq!(actions(Context::Chapter, key), [Action::PageDown], "{}", key.label());
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
