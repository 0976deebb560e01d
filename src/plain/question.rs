//! One question: said, answered, judged, saved.
//!
//! It must not know what comes before and after it: a quiz and a chapter ask through here alike.

use super::answer::{example, parse};
use super::console::{Command, Typed};
use super::describe::{Piece, Setting, describe};
use super::session::{Exit, LastAnswer, Session};
use super::speech::{gap_name, line, prompt_with_gaps};
use super::verdict;
use crate::course::markdown;
use crate::domain::event::What;
use crate::domain::id::ChapterId;
use crate::domain::moment::elapsed_ms;
use crate::domain::question::{Body, Choice, Fill, Question, letter};
use crate::domain::quiz::{Entry, Occasion, Quiz};
use crate::domain::response::Response;
use crate::text::words::fill;
use std::io;
use uuid::Uuid;

/// Where a question is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// As one of a run.
    Numbered { number: usize, all: usize },
    /// On its own, where Enter alone goes on without an answer.
    Alone,
}

/// What became of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Answered {
        event: Uuid,
    },
    Passed,
    /// The answer before this question shall be taken back.
    TakeBack,
    Leave(Exit),
}

impl Step {
    /// Where it leads when nothing else is asked.
    pub fn exit(self) -> Exit {
        match self {
            Step::Leave(exit) => exit,
            Step::Answered { .. } | Step::Passed | Step::TakeBack => Exit::Back,
        }
    }
}

impl Session<'_> {
    /// Asks one question on its own and remembers its answer for `:undo`.
    pub fn ask_alone(&mut self, chapter: &ChapterId, id: &str) -> io::Result<Step> {
        let Some(question) = self.course.question(id) else {
            self.console.say_heading(&format!("{}: {id}", self.common().no_such_question))?;
            return Ok(Step::Passed);
        };
        let mut quiz = Quiz::alone(chapter.clone(), question.clone(), self.shuffle());
        loop {
            match self.ask(&mut quiz, Manner::Alone)? {
                Step::TakeBack => match self.undo_last_answer()? {
                    leave @ Step::Leave(_) => return Ok(leave),
                    // What was taken back has been asked again: now this one once more.
                    Step::Answered { .. } | Step::Passed | Step::TakeBack => {}
                },
                Step::Answered { event } => {
                    self.last_answer = Some(LastAnswer { chapter: chapter.clone(), question: question.id, event });
                    return Ok(Step::Answered { event });
                }
                step @ (Step::Passed | Step::Leave(_)) => return Ok(step),
            }
        }
    }

    /// Takes back the last answer to a question asked on its own, and asks it again.
    pub fn undo_last_answer(&mut self) -> io::Result<Step> {
        let Some(LastAnswer { chapter, question, event }) = self.last_answer.take() else {
            self.console.say_heading(self.words().nothing_to_undo)?;
            return Ok(Step::Passed);
        };
        self.record(What::Undone { event })?;
        self.judged = None;
        self.console.say_heading(self.words().taken_back)?;
        self.ask_alone(&chapter, question.as_str())
    }

    /// Asks the current question of `quiz` until there is an answer or the learner wants something else.
    pub fn ask(&mut self, quiz: &mut Quiz, manner: Manner) -> io::Result<Step> {
        let asked_at = self.ledger.now().timestamp;
        self.say_question(quiz, manner)?;
        loop {
            let Some(entry) = quiz.current() else { return Ok(Step::Passed) };
            let response = match self.listen(|words| words.help_question)? {
                Typed::Line(typed) if typed.is_empty() && manner == Manner::Alone => return Ok(Step::Passed),
                Typed::Line(typed) => match parse(entry, &typed) {
                    Ok(response) => response,
                    Err(misread) => {
                        let example = fill(self.words().for_example, &[("example", example(entry, self.language))]);
                        self.console.say(&format!("{} {example}", misread.message(self.language)))?;
                        continue;
                    }
                },
                Typed::Command(Command::Skip) => Response::Unknown,
                Typed::Command(Command::Hint) => {
                    self.say_next_hint(quiz)?;
                    continue;
                }
                Typed::Command(Command::Language) => {
                    self.say_question(quiz, manner)?;
                    continue;
                }
                Typed::Command(Command::Undo) => return Ok(Step::TakeBack),
                Typed::Command(Command::Back) => return Ok(Step::Leave(Exit::Back)),
                Typed::Command(Command::Menu) => return Ok(Step::Leave(Exit::Menu)),
                Typed::Command(Command::Quit) | Typed::End => return Ok(Step::Leave(Exit::Quit)),
                Typed::Command(command) => {
                    self.not_here(command)?;
                    continue;
                }
                Typed::Unknown(_) => continue,
            };
            let milliseconds = elapsed_ms(asked_at, self.ledger.now().timestamp);
            return self.settle(quiz, response, milliseconds);
        }
    }

    /// Saves the answer before anything is said about it.
    fn settle(&mut self, quiz: &mut Quiz, response: Response, milliseconds: u64) -> io::Result<Step> {
        let Some(answered) = quiz.answer(response, milliseconds, self.language) else { return Ok(Step::Passed) };
        let receipt = self.ledger.record(What::Answered(answered));
        self.console.say("")?;
        if let Some(entry) = quiz.current()
            && let Some(outcome) = &entry.outcome
        {
            let section = self.section_title(&entry.question.section);
            self.console.say_all(&verdict::lines(entry, outcome, &section, self.language))?;
        }
        if let Some(entry) = quiz.current() {
            let (chapter, question) = (quiz.chapter(), entry.question.id.clone());
            self.judged = Some(LastAnswer { chapter, question, event: receipt.last });
        }
        self.say_comeback()?;
        self.say_saving(&receipt.saving)?;
        Ok(Step::Answered { event: receipt.last })
    }

    fn say_next_hint(&mut self, quiz: &mut Quiz) -> io::Result<()> {
        if !quiz.reveal_hint() {
            return self.console.say(self.common().no_more_hints);
        }
        let hint = quiz.current().and_then(|entry| self.hints(entry).pop());
        self.console.say(&hint.unwrap_or_default())
    }

    fn say_question(&mut self, quiz: &Quiz, manner: Manner) -> io::Result<()> {
        let Some(entry) = quiz.current() else { return Ok(()) };
        let heading = match manner {
            Manner::Numbered { number, all } => {
                fill(self.words().question_number, &[("number", number.to_string()), ("all", all.to_string())])
            }
            Manner::Alone => self.common().check_yourself.to_string(),
        };
        if matches!(quiz.occasion(), Occasion::Review { .. })
            && let Some(chapter) = self.course.outline.chapter(quiz.chapter().as_str())
        {
            self.console.say(chapter.title.text(self.language))?;
        }
        self.console.say_heading(&heading)?;
        self.say_posed(entry, &quiz.chapter())?;
        let task = self.task(entry);
        let passing = if manner == Manner::Alone { self.words().or_pass } else { self.words().or_skip };
        self.console.say(&task)?;
        self.console.say(passing)
    }

    /// Says what is asked: prompt, options, and the hints that have been asked for.
    pub fn say_posed(&mut self, entry: &Entry, chapter: &ChapterId) -> io::Result<()> {
        if entry.question.prompt.is_fallback(self.language) {
            self.console.say_heading(self.common().not_translated)?;
        }
        let prompt = self.prompt(&entry.question, chapter);
        self.console.say_all(&prompt)?;
        let mut options = self.options(entry);
        if !options.is_empty() {
            options.push(String::new());
        }
        self.console.say_all(&options)?;
        let hints = self.hints(entry);
        self.console.say_all(&hints)
    }

    fn prompt(&self, question: &Question, chapter: &ChapterId) -> Vec<String> {
        let text = prompt_with_gaps(question, self.language);
        let document = markdown::parse(&text, 0);
        let setting = Setting { language: self.language, outline: &self.course.outline, chapter };
        let pieces = describe(&document, &document.nodes, setting).into_iter();
        pieces.flat_map(|piece| if let Piece::Lines(lines) = piece { lines } else { Vec::new() }).collect()
    }

    /// What can be chosen, numbered as it is typed.
    fn options(&self, entry: &Entry) -> Vec<String> {
        let text = |text: &crate::domain::question::Text| line(text.text(self.language), self.words());
        let numbered = |place: usize, text: String| format!("{}. {text}", place + 1);
        match &entry.question.body {
            Body::Single(choices) | Body::Multiple(choices) => {
                let shown = entry.shown.iter().filter_map(|id| choices.iter().find(|choice| choice.id == *id));
                shown.enumerate().map(|(place, choice)| numbered(place, text(&choice.text))).collect()
            }
            Body::Boolean { .. } => {
                vec![
                    numbered(0, self.common().statement_true.into()),
                    numbered(1, self.common().statement_false.into()),
                ]
            }
            Body::Order(items) => {
                let shown = entry.shown.iter().filter_map(|id| items.iter().find(|item| item.id == *id));
                shown.enumerate().map(|(place, item)| numbered(place, text(&item.text))).collect()
            }
            Body::Match { pairs, distractors } => {
                let left = pairs.iter().enumerate().map(|(place, pair)| numbered(place, text(&pair.left)));
                let right_of = |id: &String| {
                    let right = pairs.iter().find(|pair| pair.id == *id).map(|pair| &pair.right);
                    right.or_else(|| distractors.iter().find(|item| item.id == *id).map(|item| &item.text))
                };
                let right = entry.shown.iter().filter_map(right_of).enumerate();
                let right = right.map(|(place, right)| format!("{}. {}", letter(place), text(right)));
                left.chain([String::new()]).chain(right).collect()
            }
            Body::Cloze(blanks) => {
                let chosen = blanks.iter().enumerate().filter_map(|(place, blank)| match &blank.fill {
                    Fill::Chosen(choices) => Some((place, choices)),
                    Fill::Typed(_) => None,
                });
                let told = |choices: &[Choice]| {
                    let choices = choices.iter().enumerate();
                    choices.map(|(place, choice)| numbered(place, text(&choice.text))).collect::<Vec<_>>().join("; ")
                };
                let gap = |place| gap_name(place, self.words());
                chosen.map(|(place, choices)| format!("{}: {}", gap(place), told(choices))).collect()
            }
            Body::Short { .. } | Body::Number { .. } => Vec::new(),
        }
    }

    /// The hints that have been asked for.
    fn hints(&self, entry: &Entry) -> Vec<String> {
        let hints = entry.revealed_hints().iter().enumerate();
        let told = hints.map(|(place, hint)| {
            let name = fill(self.common().hint_number, &[("number", (place + 1).to_string())]);
            format!("{name}: {}", line(hint.text(self.language), self.words()))
        });
        told.collect()
    }

    /// What to type.
    pub fn task(&self, entry: &Entry) -> String {
        let (words, common) = (self.words(), self.common());
        let with_example = |template| fill(template, &[("example", example(entry, self.language))]);
        match &entry.question.body {
            Body::Single(_) | Body::Boolean { .. } => words.type_one_number.to_string(),
            Body::Multiple(_) => {
                let count = entry.question.correct_count().to_string();
                let choose = fill(common.choose_several, &[("count", count)]);
                format!("{choose} {}", with_example(words.type_numbers))
            }
            Body::Short { .. } => words.type_text.to_string(),
            Body::Number { unit, .. } => match unit.text(self.language) {
                "" => common.type_number.to_string(),
                unit => fill(common.type_number_in, &[("unit", unit.to_string())]),
            },
            Body::Order(_) => with_example(words.type_order),
            Body::Match { .. } => with_example(words.type_pairs),
            Body::Cloze(blanks) if blanks.len() == 1 => words.type_gap.to_string(),
            Body::Cloze(_) => with_example(words.type_gaps),
        }
    }
}
