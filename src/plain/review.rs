//! Coming back to questions: what is due, what an answer did, a corrected rating, and the plan to an exam.
//!
//! It must not ask by itself, and not schedule: questions are asked as in a quiz, and the domain says when they return.

use super::quiz::{Round, Taken};
use super::session::{Exit, LastAnswer, Session};
use crate::domain::comeback::Comeback;
use crate::domain::day::Day;
use crate::domain::event::{Rating, What};
use crate::domain::id::QuestionId;
use crate::domain::plan::{Feasibility, Plan, forecast};
use crate::domain::quiz::Quiz;
use crate::domain::review::{Queue, Reason, more_new};
use crate::domain::schedule::Schedule;
use crate::text::number::grouped;
use crate::text::words::fill;
use crate::text::words::review::ReviewWords;
use crate::text::{Language, calendar};
use std::io;

impl Session<'_> {
    /// Asks what is due and new today, and more if that is wanted.
    pub fn review(&mut self) -> io::Result<Exit> {
        // From now on the last answer is one of the run.
        self.last_answer = None;
        let ids: Vec<QuestionId> = self.queue().questions.into_iter().map(|queued| queued.question).collect();
        let mut round = self.round(&ids);
        loop {
            if let Some(round) = &mut round {
                let exit = self.play(round)?;
                if exit.is_none() || round.quiz.result().answered > 0 {
                    self.say_reviewed(round)?;
                }
                if let Some(exit) = exit {
                    return Ok(exit);
                }
            }
            self.say_standing()?;
            let more = self.more_new();
            if more.is_empty() {
                return Ok(Exit::Back);
            }
            let (language, count) = (self.language, more.len());
            let words = ReviewWords::of(language);
            let more_new = ReviewWords::counted(words.more_new_one, words.more_new, count);
            match self.offer(|_| [more_new.clone(), words.enough_for_now.to_string()])? {
                Taken::First => round = self.round(&more),
                Taken::Second => return Ok(Exit::Back),
                Taken::TakeBack => match &mut round {
                    Some(round) => self.take_back(round)?,
                    None => self.console.say_heading(self.words().nothing_to_undo)?,
                },
                Taken::Leave(exit) => return Ok(exit),
            }
        }
    }

    /// What is asked today.
    pub fn queue(&mut self) -> Queue {
        let now = self.ledger.now();
        Queue::of(&self.course.outline, &self.ledger.progress, &self.settings, now)
    }

    /// How much is due and new, in words.
    pub fn queue_in_words(&mut self) -> String {
        let (queue, words) = (self.queue(), ReviewWords::of(self.language));
        let new = queue.count(Reason::New);
        let counts = [(words.due_count, queue.questions.len() - new), (words.new_count, new)].into_iter();
        let counts = counts.filter(|(_, count)| *count > 0);
        let counts: Vec<String> =
            counts.map(|(template, count)| fill(template, &[("count", count.to_string())])).collect();
        if counts.is_empty() { words.nothing_due.to_string() } else { counts.join(", ") }
    }

    /// Says what the newest answer did.
    pub fn say_comeback(&mut self) -> io::Result<()> {
        let Some(comeback) = self.comeback() else { return Ok(()) };
        self.console.say(&comeback_line(&comeback, self.language))?;
        if let Some(count) = comeback.leech {
            let words = ReviewWords::of(self.language);
            self.console.say(&fill(words.leech_plain, &[("count", count.to_string())]))?;
        }
        Ok(())
    }

    /// Corrects how well the newest answer was known.
    pub fn rate(&mut self, rating: Option<Rating>) -> io::Result<()> {
        let words = ReviewWords::of(self.language);
        match (self.judged.clone(), rating, self.comeback()) {
            (Some(LastAnswer { event, .. }), Some(rating), Some(Comeback { rating: Some(_), .. })) => {
                self.record(What::Rated { answer: event, rating })?;
                self.say_comeback()
            }
            (Some(_), None, _) => self.console.say(words.which_rating),
            (Some(_), Some(_), Some(_)) => self.console.say(words.practice),
            _ => self.console.say(words.nothing_to_rate),
        }
    }

    /// Says the section that answers the question of the newest verdict.
    pub fn open_answer(&mut self) -> io::Result<()> {
        let section = self.judged.as_ref().and_then(|judged| {
            self.course.outline.question(&judged.question, &judged.chapter).map(|question| question.section.clone())
        });
        match section {
            Some(section) => self.say_one_section(&section),
            None => self.console.say(ReviewWords::of(self.language).nothing_to_open),
        }
    }

    pub fn say_plan(&mut self) -> io::Result<Exit> {
        let now = self.ledger.now();
        let plan = Plan::of(&self.course.outline, &self.ledger.progress, &self.settings, now);
        let today = Day::of(now, self.ledger.progress.day_start());
        self.console.say_all(&plan_lines(plan.as_ref(), today, self.language))?;
        self.console.say("")?;
        Ok(Exit::Menu)
    }

    fn comeback(&mut self) -> Option<Comeback> {
        let today = self.today();
        let LastAnswer { chapter, question, event } = self.judged.as_ref()?;
        let progress = &self.ledger.progress;
        let answer = progress.answers(question.as_str()).iter().rfind(|answer| answer.event == *event)?;
        let question = self.course.outline.question(question, chapter)?;
        Comeback::after(answer, question, progress, &self.settings, today)
    }

    /// A run over these questions; `None` if there are none.
    fn round(&mut self, ids: &[QuestionId]) -> Option<Round> {
        let questions = self.course.questions_of(ids);
        let (shuffle, run) = (self.shuffle(), self.ledger.id());
        (!questions.is_empty()).then(|| Round::new(Quiz::review(questions, shuffle, run)))
    }

    /// The next new questions, whatever the daily number says.
    fn more_new(&mut self) -> Vec<QuestionId> {
        let now = self.ledger.now();
        more_new(&self.course.outline, &self.ledger.progress, &self.settings, now)
    }

    /// Whether there is an exam to plan for.
    pub fn has_exam_ahead(&mut self) -> bool {
        let today = self.today();
        Schedule::of(&self.settings, today).exam.is_some()
    }

    /// The day of study.
    pub fn today(&mut self) -> Day {
        Day::of(self.ledger.now(), self.ledger.progress.day_start())
    }

    fn say_reviewed(&mut self, round: &Round) -> io::Result<()> {
        let (words, result) = (ReviewWords::of(self.language), round.quiz.result());
        let numbers = [("all", result.answered.to_string()), ("right", result.right.to_string())];
        self.console.say(&format!("{}.", fill(words.reviewed, &numbers)))?;
        if result.partly > 0 {
            self.console.say(&format!("{}.", fill(words.partly_right, &[("count", result.partly.to_string())])))?;
        }
        self.say_sections_of(&round.quiz.missed_answers())
    }

    /// What is due now, next and tomorrow.
    fn say_standing(&mut self) -> io::Result<()> {
        let (queue, words, now) = (self.queue(), ReviewWords::of(self.language), self.ledger.now());
        let progress = &self.ledger.progress;
        if progress.memories().histories().next().is_none() {
            return self.console.say_heading(words.nothing_begun);
        }
        let today = Day::of(now, progress.day_start());
        let tomorrow = forecast(&self.course.outline, progress, &self.settings, today, 2)[1];
        if queue.questions.is_empty() {
            self.console.say(words.nothing_due)?;
        }
        if tomorrow > 0 {
            self.console.say(&ReviewWords::counted(words.comes_tomorrow_one, words.comes_tomorrow, tomorrow))?;
        } else if let Some(next) = queue.next {
            let when = calendar::coming(next.date(), i64::from(next.since(today)), self.language);
            self.console.say(&fill(words.next_due, &[("when", when)]))?;
        }
        self.console.say("")
    }
}

/// "Next review in 12 days, 10 December. Rated: good."
fn comeback_line(comeback: &Comeback, language: Language) -> String {
    let words = ReviewWords::of(language);
    let when = calendar::coming(comeback.day.date(), i64::from(comeback.days), language);
    let next = fill(words.next_review, &[("when", when)]);
    match comeback.rating {
        Some(rating) => {
            let rating = words.rating(rating as u8).to_string();
            format!("{next}. {}", fill(words.rated, &[("rating", rating)]))
        }
        None => format!("{next}. {}", words.practice),
    }
}

/// The plan to an exam: what it asks for, whether that is realistic, and every day.
pub fn plan_lines(plan: Option<&Plan>, today: Day, language: Language) -> Vec<String> {
    let words = ReviewWords::of(language);
    let Some(plan) = plan else { return vec![words.plan_none.to_string()] };
    let when = calendar::coming(plan.exam.date(), i64::from(plan.exam.since(today)), language);
    let bearable = ("bearable", grouped(plan.bearable.floor()));
    let new = [("unseen", plan.unseen.to_string()), ("count", plan.new_a_day.min(plan.unseen).to_string())];
    let verdict = match plan.feasibility() {
        Feasibility::Realistic => words.plan_realistic,
        Feasibility::Demanding => words.plan_demanding,
        Feasibility::Unrealistic => words.plan_unrealistic,
    };
    let mut lines = vec![
        fill(words.plan_exam, &[("when", when)]),
        if plan.unseen == 0 { words.plan_all_met.to_string() } else { fill(words.plan_new, &new) },
        fill(words.plan_hardest, &[("minutes", grouped(plan.hardest.ceil()))]),
        fill(verdict, &[bearable]),
        words.plan_measure.to_string(),
    ];
    lines.extend(plan.is_cut_off().then(|| words.plan_cut_off.to_string()));
    lines.push(String::new());
    lines.extend(plan.days.iter().map(|day| {
        let date = day.day.date();
        let name = format!("{} {}", calendar::weekday(date, language), calendar::day_of_month(date, language));
        let details = [
            ("day", name),
            ("new", day.new.to_string()),
            ("reviews", day.reviews.to_string()),
            ("minutes", grouped(day.minutes.ceil())),
        ];
        fill(words.plan_day, &details)
    }));
    lines
}
