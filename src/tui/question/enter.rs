//! What Enter makes of a draft: an answer, a step to the next gap, or what is missing.
//!
//! It must not judge or record: the screen does with it what it does with answers.

use super::draft::Draft;
use crate::domain::misread::Misread;
use crate::domain::question::Question;
use crate::domain::response::Response;
use crate::text::Language;
use crate::text::words::{Words, fill};
use crate::tui::action::Action;
use crate::tui::key::Key;
use crate::tui::keymap::{self, Context};

#[derive(Debug, Clone, PartialEq)]
pub enum Entered {
    Answer(Response),
    /// There is a gap to fill first: the cursor is in it now.
    Moved,
    Refused(Misread),
    /// Nothing is marked or typed.
    Nothing,
}

impl Entered {
    /// What is missing, in words; the key for "I don't know" is the one that the footer of `context` names.
    pub fn sentence(&self, context: Context, language: Language) -> Option<String> {
        match self {
            Entered::Nothing => {
                let key = keymap::key_for(context, &Action::DontKnow).map(Key::label).unwrap_or_default();
                Some(fill(Words::of(language).answer_first, &[("key", key)]))
            }
            Entered::Refused(misread) => Some(misread.message(language)),
            Entered::Moved | Entered::Answer(_) => None,
        }
    }
}

impl Draft {
    /// Takes Enter as the answer to `question`.
    pub fn enter(&mut self, question: &Question) -> Entered {
        let Some(response) = self.response() else { return Entered::Nothing };
        if let Draft::Cloze { gaps, cursor } = self {
            let empty = |from: usize| (from..gaps.len()).find(|place| gaps[*place].value().is_none());
            if let Some(next) = empty(*cursor + 1) {
                *cursor = next;
                return Entered::Moved;
            }
            // Behind the last gap the first empty one comes again, and the sentence says how many there are.
            *cursor = empty(0).unwrap_or(*cursor);
        }
        match question.reads(&response) {
            Ok(()) => Entered::Answer(response),
            Err(misread) => Entered::Refused(misread),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::question::examples::*;
    use crate::domain::question::{Blank, Body, Fill};
    use crate::domain::quiz::Entry;
    use crate::domain::shuffle::{Options, Shuffle};
    use crate::tui::action::Edit;

    fn asked(body: Body) -> (Question, Draft) {
        let entry = Entry::new(question("q", body), Shuffle::new(1, Options::AsWritten));
        let draft = Draft::new(&entry);
        (entry.question, draft)
    }

    #[test]
    fn enter_goes_from_gap_to_gap_and_says_at_the_last_how_many_are_empty() {
        let blank = |name: &str| Blank { name: name.into(), fill: Fill::Typed(accepted(&["x"])), why: text("") };
        let (question, mut draft) = asked(Body::Cloze(["a", "b", "c"].map(blank).to_vec()));
        assert_eq!(draft.enter(&question), Entered::Nothing);
        let mut type_and_enter = |text: &str| {
            draft.update(&Action::Edit(Edit::Insert(text.into())));
            draft.enter(&question)
        };
        assert_eq!(type_and_enter("one"), Entered::Moved);
        assert_eq!(type_and_enter(""), Entered::Moved, "an empty gap is left for later");
        assert_eq!(type_and_enter("three"), Entered::Refused(Misread::OpenGaps { count: 1 }));
        let filled = [("a", "one"), ("b", "two"), ("c", "three")].map(|(name, text)| (name.into(), text.into()));
        assert_eq!(type_and_enter("two"), Entered::Answer(Response::Cloze(filled.into())));
    }

    #[test]
    fn fewer_than_asked_for_are_refused() {
        let (question, mut draft) = asked(Body::Multiple(choices(4, "ab")));
        draft.update(&Action::Digit(1));
        assert_eq!(draft.enter(&question), Entered::Refused(Misread::TooFew { wanted: 2, chosen: 1 }));
        draft.update(&Action::Digit(3));
        assert_eq!(draft.enter(&question), Entered::Answer(Response::choice(["a", "c"])));
    }
}
