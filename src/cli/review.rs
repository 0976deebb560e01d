//! `awstutor review`: what is due, asked; and as a list, a plan or fitted parameters.

use super::arguments::{Format, Global, ReviewArguments};
use super::destination::Wish;
use super::environment::Environment;
use super::failure::{Done, Failure};
use super::keeper::WallClock;
use super::opening::Basis;
use super::{fit, study};
use crate::course::Course;
use crate::domain::day::Day;
use crate::domain::moment::Moment;
use crate::domain::outline::QuestionOutline;
use crate::domain::plan::{Feasibility, Plan};
use crate::domain::progress::Progress;
use crate::domain::review::{Queue, comes_back};
use crate::plain::Surroundings;
use crate::plain::review::plan_lines;
use crate::text::number::percent;
use crate::text::words::fill;
use crate::text::words::review::ReviewWords;
use serde::Serialize;
use std::collections::HashMap;
use std::io::{self, Write};

pub fn run(
    global: &Global,
    environment: &Environment,
    arguments: &ReviewArguments,
    output: &mut dyn Write,
) -> Result<Done, Failure> {
    if arguments.fit {
        fit::run(global, output)
    } else if arguments.list {
        let desk = Desk::open(global)?;
        desk.list(arguments.format, output)
    } else if arguments.plan {
        let desk = Desk::open(global)?;
        desk.plan(arguments.format, output)
    } else {
        study::run(global, environment, &Wish::Review, output)
    }
}

/// What is reported from.
struct Desk {
    basis: Basis,
    course: Course,
    progress: Progress,
    now: Moment,
}

/// The JSON form of the list, which only ever grows.
#[derive(Serialize)]
struct ListReport {
    format: u32,
    date: String,
    due: Vec<DueQuestion>,
    /// Questions that are new today, those first that a scenario put on the list.
    new: Vec<String>,
    /// When the next question comes back that is not due.
    next: Option<String>,
}

#[derive(Serialize)]
struct DueQuestion {
    question: String,
    /// The day on which it was due; later than today for what a scenario put on the list.
    due: String,
    /// The predicted chance that it is recalled today.
    recall: f64,
}

/// The JSON form of the plan, which only ever grows.
#[derive(Serialize)]
struct PlanReport {
    format: u32,
    exam: Option<String>,
    unseen: usize,
    new_a_day: usize,
    hardest_minutes: f64,
    bearable_minutes: f64,
    feasibility: Option<&'static str>,
    days: Vec<DayReport>,
}

#[derive(Serialize)]
struct DayReport {
    date: String,
    new: usize,
    reviews: usize,
    minutes: f64,
}

impl Desk {
    fn open(global: &Global) -> Result<Desk, Failure> {
        let basis = Basis::find(global);
        let (course, _) = basis.course(global)?;
        let replayed = basis.journal(&course)?.replay(basis.settings.day_start);
        let (progress, _) = replayed.map_err(|error| Failure::Disk(error.to_string()))?;
        Ok(Desk { basis, course, progress, now: WallClock::default().now() })
    }

    fn today(&self) -> Day {
        Day::of(self.now, self.progress.day_start())
    }

    fn list(&self, format: Format, output: &mut dyn Write) -> Result<Done, Failure> {
        let queue = Queue::of(&self.course.outline, &self.progress, &self.basis.settings, self.now);
        let by_id: HashMap<&str, &QuestionOutline> =
            self.course.outline.questions().map(|question| (question.id.as_str(), question)).collect();
        let questions = queue.questions.iter().filter_map(|queued| by_id.get(queued.question.as_str()));
        let (due, new): (Vec<&QuestionOutline>, Vec<&QuestionOutline>) =
            questions.partition(|question| self.progress.memory(question).is_some());
        let report = ListReport {
            format: 1,
            date: self.today().date().to_string(),
            due: due.into_iter().filter_map(|question| self.due_question(question)).collect(),
            new: new.into_iter().map(|question| question.id.to_string()).collect(),
            next: queue.next.map(|day| day.date().to_string()),
        };
        match format {
            Format::Human => self.say_list(&report, output),
            Format::Json => json(&report, output),
        }
    }

    fn due_question(&self, question: &QuestionOutline) -> Option<DueQuestion> {
        let memory = self.progress.memory(question)?;
        let due = comes_back(question, &self.progress, &self.basis.settings, self.today())?;
        Some(DueQuestion {
            question: question.id.to_string(),
            due: due.date().to_string(),
            recall: memory.recall(self.progress.memories().model(), self.today()),
        })
    }

    fn say_list(&self, report: &ListReport, output: &mut dyn Write) -> Result<Done, Failure> {
        let words = ReviewWords::of(self.basis.language);
        for due in &report.due {
            let details = [
                ("question", due.question.clone()),
                ("date", due.due.clone()),
                ("recall", percent(due.recall, self.basis.language)),
            ];
            writeln!(output, "{}", fill(words.listed_due, &details))?;
        }
        for question in &report.new {
            writeln!(output, "{}", fill(words.listed_new, &[("question", question.clone())]))?;
        }
        let counts = [("due", report.due.len().to_string()), ("new", report.new.len().to_string())];
        writeln!(output, "{}", fill(words.list_summary, &counts))?;
        Ok(Done::Fine)
    }

    fn plan(&self, format: Format, output: &mut dyn Write) -> Result<Done, Failure> {
        let plan = Plan::of(&self.course.outline, &self.progress, &self.basis.settings, self.now);
        match format {
            Format::Human => {
                for line in plan_lines(plan.as_ref(), self.today(), self.basis.language) {
                    writeln!(output, "{line}")?;
                }
                Ok(Done::Fine)
            }
            Format::Json => json(&PlanReport::of(plan.as_ref()), output),
        }
    }
}

impl PlanReport {
    /// Without an exam to come there is no day to report.
    fn of(plan: Option<&Plan>) -> PlanReport {
        let days = plan.map(|plan| plan.days.as_slice()).unwrap_or_default().iter();
        PlanReport {
            format: 1,
            exam: plan.map(|plan| plan.exam.date().to_string()),
            unseen: plan.map_or(0, |plan| plan.unseen),
            new_a_day: plan.map_or(0, |plan| plan.new_a_day),
            hardest_minutes: plan.map_or(0.0, |plan| plan.hardest),
            bearable_minutes: plan.map_or(0.0, |plan| plan.bearable),
            feasibility: plan.map(|plan| match plan.feasibility() {
                Feasibility::Realistic => "realistic",
                Feasibility::Demanding => "demanding",
                Feasibility::Unrealistic => "unrealistic",
            }),
            days: days
                .map(|day| DayReport {
                    date: day.day.date().to_string(),
                    new: day.new,
                    reviews: day.reviews,
                    minutes: day.minutes,
                })
                .collect(),
        }
    }
}

fn json(report: &impl Serialize, output: &mut dyn Write) -> Result<Done, Failure> {
    let json = serde_json::to_string(report).map_err(io::Error::from)?;
    writeln!(output, "{json}")?;
    Ok(Done::Fine)
}
