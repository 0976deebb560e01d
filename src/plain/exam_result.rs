//! What came out of an exam, in sentences, and each of its questions with all its reasons.

use super::answer::number;
use super::console::{Command, Typed};
use super::session::{Exit, Session};
use super::speech::prompt_line;
use super::verdict;
use crate::domain::mock_exam::{ExamResult, Sitting, wording};
use crate::domain::verdict::Grade;
use crate::text::number::percent;
use crate::text::words::fill;
use std::io;
use uuid::Uuid;

impl Session<'_> {
    /// Of an exam of the past.
    pub fn past_exam(&mut self, run: Uuid) -> io::Result<Exit> {
        let now = self.ledger.now().timestamp;
        let Some(run) = self.ledger.progress.exams().run(run) else { return Ok(Exit::Back) };
        let questions = self.course.questions_of(&run.started.questions);
        let sitting = Sitting::resume(run, questions, self.settings.options, now);
        self.exam_result(&sitting)
    }

    /// Says the result, then the reasons of whatever question is asked for.
    pub fn exam_result(&mut self, sitting: &Sitting) -> io::Result<Exit> {
        self.say_exam_result(sitting)?;
        loop {
            match self.listen(|words| words.help_exam_result)? {
                Typed::Line(line) if line.is_empty() => return Ok(Exit::Back),
                Typed::Line(line) => self.say_exam_verdict(sitting, &line)?,
                Typed::Command(Command::Back) => return Ok(Exit::Back),
                Typed::Command(Command::Menu) => return Ok(Exit::Menu),
                Typed::Command(Command::Quit) | Typed::End => return Ok(Exit::Quit),
                Typed::Command(Command::Language) => self.say_exam_result(sitting)?,
                Typed::Command(command) => self.not_here(command)?,
                Typed::Unknown(_) => {}
            }
        }
    }

    fn say_exam_result(&mut self, sitting: &Sitting) -> io::Result<()> {
        let (words, language, outline) = (self.exam_words(), self.language, &self.course.outline);
        let run = sitting.run();
        let result = ExamResult::of(run, self.ledger.progress.exams(), outline);
        self.console.say_heading(&wording::exam_name(&run.started.exam, outline, language))?;
        let reached = wording::reached(result.points(), language);
        self.console.say(&format!("{reached}, {}.", wording::pass(&result, language)))?;
        self.console.say(&wording::circumstances(run, &result, language))?;
        self.console.say_heading(words.score_is_ours)?;
        for section in wording::sections(&run.started.exam, &result, outline, language) {
            self.console.say(&format!("{}:", section.heading))?;
            for (name, tally) in section.lines {
                let count = fill(words.field_questions, &[("count", tally.questions.to_string())]);
                let each = wording::time_of_each(&tally, language).map_or_else(String::new, |each| format!(", {each}"));
                self.console.say(&format!("- {name}: {}, {count}{each}", percent(tally.share(), language)))?;
            }
            self.console.say("")?;
        }
        self.console.say(&format!("{}:", words.earlier))?;
        let earlier = wording::earlier(&result, language);
        if earlier.is_empty() {
            self.console.say(words.none_earlier)?;
        }
        for told in earlier {
            self.console.say(&format!("- {}", told.join(", ")))?;
        }
        self.console.say("")?;
        for place in 0..sitting.entries().len() {
            let told = self.question_line(sitting, place);
            self.console.say(&told)?;
        }
        self.console.say("")?;
        self.console.say(words.prompt_result)
    }

    /// `12. Not right, 0:45: the prompt`.
    fn question_line(&self, sitting: &Sitting, place: usize) -> String {
        let (words, common) = (self.exam_words(), self.common());
        let Some(entry) = sitting.entries().get(place) else { return String::new() };
        let score = entry.outcome.as_ref().map_or(0.0, |outcome| outcome.verdict.score);
        let told = match sitting.run().answer(&entry.question.id) {
            None => words.open_question.to_string(),
            Some(answer) => {
                let grade = match Grade::of(score) {
                    Grade::Right => common.right.to_string(),
                    Grade::Wrong => common.wrong.to_string(),
                    Grade::Partly => fill(common.partly, &[("percent", (score * 100.0).round().to_string())]),
                };
                format!("{grade}, {}", wording::time_taken(answer.ms, self.language))
            }
        };
        let prompt = prompt_line(&entry.question, self.language);
        format!("{}. {told}: {prompt}", place + 1)
    }

    fn say_exam_verdict(&mut self, sitting: &Sitting, typed: &str) -> io::Result<()> {
        let entry = number(typed).and_then(|number| sitting.entries().get(number.checked_sub(1)?));
        let Some((entry, outcome)) = entry.and_then(|entry| Some((entry, entry.outcome.as_ref()?))) else {
            let details = [("highest", sitting.entries().len().to_string())];
            return self.console.say(&fill(self.exam_words().no_such_number, &details));
        };
        self.say_posed(entry, &entry.question.section.chapter())?;
        let section = self.section_title(&entry.question.section);
        self.console.say_all(&verdict::lines(entry, outcome, &section, self.language))?;
        self.console.say("")?;
        self.console.say(self.exam_words().prompt_result)
    }
}
