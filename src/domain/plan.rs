//! What lies ahead: how many questions come back on each day, and whether everything fits in before an exam.
//!
//! It must not promise anything: the days of a plan are worked out as if each answer went as the model predicts, put right
//! by how its predictions went lately, and by the same chances every time. Nothing here is kept; tomorrow's plan is made
//! from tomorrow's progress.

use super::day::Day;
use super::event::Rating;
use super::lately::Lately;
use super::memory::{Memory, Model};
use super::moment::Moment;
use super::outline::{Outline, QuestionOutline};
use super::progress::Progress;
use super::schedule::{LAST_LOOK_DAYS, Schedule};
use super::settings::Settings;
use super::shuffle::{Generator, hash};
use std::collections::BTreeMap;

/// How long an answer takes whose learner has given too few to tell, in milliseconds.
const USUAL_ANSWER_MS: u64 = 40_000;
/// Nobody is told that half an hour a day is too much.
const MODEST_MINUTES: f64 = 30.0;

/// A plan looks no further ahead: two years.
pub const HORIZON_DAYS: i32 = 730;

/// Day by day until the eve of an exam, or to the horizon.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    pub exam: Day,
    /// From today on.
    pub days: Vec<PlannedDay>,
    /// Questions that were never answered.
    pub unseen: usize,
    /// New questions a day that it needs, until all have been seen.
    pub new_a_day: usize,
    /// Minutes a day in its hardest week.
    pub hardest: f64,
    /// Minutes a day that can be asked of this learner: half as much again as on a usual day of study, and not less than
    /// thirty.
    pub bearable: f64,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PlannedDay {
    pub day: Day,
    pub new: usize,
    pub reviews: usize,
    /// From question to answer, at the learner's own pace.
    pub minutes: f64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Feasibility {
    /// Its hardest week asks for no more than is bearable.
    Realistic,
    /// Up to twice as much.
    Demanding,
    Unrealistic,
}

impl Plan {
    /// The plan to the exam of the settings; none if there is none, or it is over.
    pub fn of(outline: &Outline, progress: &Progress, settings: &Settings, now: Moment) -> Option<Plan> {
        let today = Day::of(now, progress.day_start());
        let schedule = Schedule::of(settings, today);
        let exam = schedule.exam?;
        let mut course = Rehearsal::new(outline, progress, schedule, today);
        let unseen = course.unseen.len();
        let quota = new_today(unseen + course.begun, settings, today);
        let minutes = progress.memories().pace().overall_ms().unwrap_or(USUAL_ANSWER_MS) as f64 / 60_000.0;
        let mut days = Vec::new();
        for ahead in 0..exam.since(today).min(HORIZON_DAYS) {
            let day = today.plus(ahead);
            let quota = if ahead == 0 { quota.saturating_sub(course.begun) } else { quota };
            let (new, reviews) = course.study(day, quota);
            days.push(PlannedDay { day, new, reviews, minutes: (new + reviews) as f64 * minutes });
        }
        let hardest = hardest_week(&days);
        let bearable = (1.5 * course.lately.minutes).max(MODEST_MINUTES);
        Some(Plan { exam, days, unseen, new_a_day: quota, hardest, bearable })
    }

    /// Whether the exam lies beyond the horizon, so that its last days are not in the plan.
    pub fn is_cut_off(&self) -> bool {
        self.days.last().is_some_and(|last| last.day.plus(1) < self.exam)
    }

    pub fn feasibility(&self) -> Feasibility {
        if self.hardest <= self.bearable {
            Feasibility::Realistic
        } else if self.hardest <= 2.0 * self.bearable {
            Feasibility::Demanding
        } else {
            Feasibility::Unrealistic
        }
    }
}

/// New questions that today may bring, with those already begun: the daily number, or as many as an exam needs.
///
/// Before an exam all are begun before its last days, or in the first half of what is left.
pub fn new_today(unseen: usize, settings: &Settings, today: Day) -> usize {
    let daily = settings.daily_new as usize;
    let Some(exam) = Schedule::of(settings, today).exam else { return daily };
    let left = exam.since(today);
    let days = (left - LAST_LOOK_DAYS).max((left + 1) / 2).max(1);
    daily.max(unseen.div_ceil(days as usize))
}

/// Questions that are due on each of so many days, from today on; what is overdue is due today.
pub fn forecast(outline: &Outline, progress: &Progress, settings: &Settings, today: Day, days: usize) -> Vec<usize> {
    let schedule = Schedule::of(settings, today);
    let mut counts = vec![0; days];
    for question in outline.questions() {
        if let Some(memory) = progress.memory(question) {
            let due = schedule.due(question.id.as_str(), memory, progress.memories().model());
            if let Some(count) = counts.get_mut(due.since(today).max(0) as usize) {
                *count += 1;
            }
        }
    }
    counts
}

/// The course studied ahead of time.
struct Rehearsal<'a> {
    schedule: Schedule,
    model: &'a Model,
    lately: Lately,
    /// What comes back on a day.
    due: BTreeMap<Day, Vec<(&'a QuestionOutline, Memory)>>,
    /// Never answered, the next to be begun last.
    unseen: Vec<&'a QuestionOutline>,
    /// Questions that were answered for the first time today.
    begun: usize,
}

impl<'a> Rehearsal<'a> {
    fn new(outline: &'a Outline, progress: &'a Progress, schedule: Schedule, today: Day) -> Self {
        let model = progress.memories().model();
        let lately = Lately::of(progress, today);
        let mut rehearsal = Rehearsal { schedule, model, lately, due: BTreeMap::new(), unseen: Vec::new(), begun: 0 };
        for question in outline.questions().rev() {
            match progress.memory(question) {
                Some(memory) => {
                    rehearsal.begun += usize::from(memory.was_begun_on(today));
                    rehearsal.put(question, memory.clone(), today);
                }
                None => rehearsal.unseen.push(question),
            }
        }
        rehearsal
    }

    /// Studies one day: what is due, and up to so many new ones. Returns how many of each.
    fn study(&mut self, day: Day, quota: usize) -> (usize, usize) {
        let due = self.due.remove(&day).unwrap_or_default();
        let reviews = due.len();
        for (question, memory) in due {
            let rating = outcome(question, day, memory.recall(self.model, day) * self.lately.against_prediction);
            let after = memory.after(rating, day, self.model);
            self.put(question, after, day.plus(1));
        }
        let new = self.unseen.split_off(self.unseen.len().saturating_sub(quota));
        let begun = new.len();
        for question in new {
            let rating = outcome(question, day, self.lately.right_at_first);
            let after = Memory::first(rating, day, question.revision, self.model);
            self.put(question, after, day.plus(1));
        }
        (begun, reviews)
    }

    /// Puts a question on the day on which it comes back, or on the first that is left.
    fn put(&mut self, question: &'a QuestionOutline, memory: Memory, earliest: Day) {
        let due = self.schedule.due(question.id.as_str(), &memory, self.model).max(earliest);
        self.due.entry(due).or_default().push((question, memory));
    }
}

/// Whether a question is recalled on a day, by the same chance every time.
fn outcome(question: &QuestionOutline, day: Day, recall: f64) -> Rating {
    let seed = hash(question.id.as_str()) ^ day.since(Day::default()) as u64;
    let chance = Generator::new(seed).below(1_000) as f64 / 1_000.0;
    if chance < recall { Rating::Good } else { Rating::Again }
}

/// The mean minutes a day of the seven days in a row that ask for most, or of all if there are fewer.
fn hardest_week(days: &[PlannedDay]) -> f64 {
    let length = days.len().clamp(1, 7);
    let sums = days.windows(length).map(|week| week.iter().map(|day| day.minutes).sum::<f64>());
    sums.fold(0.0, f64::max) / length as f64
}

#[cfg(test)]
mod tests {
    use super::super::event::examples::{answered, event};
    use super::super::event::{Answered, Event, What};
    use super::super::outline::examples::outline;
    use super::*;
    use jiff::civil::Date;

    const A_DAY: i64 = 24 * 60;

    fn now() -> Moment {
        event(0, 0, What::Reset).at
    }

    /// A course like the usual one, with this many questions in every chapter.
    fn course(questions: usize) -> Outline {
        let mut outline = outline();
        for chapter in outline.parts.iter_mut().flat_map(|part| &mut part.chapters) {
            let pattern = chapter.questions[0].clone();
            chapter.questions = (0..questions)
                .map(|number| QuestionOutline {
                    id: format!("{}-{number}", chapter.id).as_str().into(),
                    ..pattern.clone()
                })
                .collect();
        }
        outline
    }

    fn exam_in(days: i32) -> Settings {
        let date = Day::from(Date::constant(2026, 11, 22)).plus(days).date();
        Settings { exam_date: Some(date), daily_new: 5, ..Settings::default() }
    }

    fn plan(questions: usize, progress: &Progress, days: i32) -> Plan {
        Plan::of(&course(questions), progress, &exam_in(days), now()).unwrap()
    }

    #[test]
    fn without_an_exam_to_come_there_is_no_plan() {
        let progress = Progress::default();
        assert_eq!(Plan::of(&outline(), &progress, &Settings::default(), now()), None);
        assert_eq!(Plan::of(&outline(), &progress, &exam_in(0), now()), None);
    }

    #[test]
    fn everything_is_begun_before_the_last_days() {
        let plan = plan(100, &Progress::default(), 44);
        assert_eq!((plan.unseen, plan.new_a_day, plan.days.len()), (300, 10, 44));
        let begun: Vec<usize> = plan.days.iter().map(|day| day.new).collect();
        assert_eq!(begun[..30], [10; 30]);
        assert_eq!(begun[30..], [0; 14]);
    }

    #[test]
    fn a_near_exam_leaves_its_second_half_for_what_comes_back() {
        assert_eq!(new_today(30, &exam_in(6), Day::from(Date::constant(2026, 11, 22))), 10);
        assert_eq!(new_today(30, &exam_in(1), Day::from(Date::constant(2026, 11, 22))), 30);
    }

    #[test]
    fn a_plan_ends_at_the_exam_or_after_two_years() {
        let of = |days| {
            let plan = plan(3, &Progress::default(), days);
            (plan.days.len(), plan.is_cut_off())
        };
        assert_eq!([1, 730, 731, 2_900_000].map(of), [(1, false), (730, false), (730, true), (730, true)]);
    }

    #[test]
    fn the_daily_number_counts_where_it_is_more() {
        assert_eq!(plan(10, &Progress::default(), 100).new_a_day, 5);
    }

    #[test]
    fn what_was_begun_today_is_not_asked_for_again() {
        let begun: Vec<Event> = (0..3).map(|number| event(number, 0, answered(&format!("s3-{number}"), 1.0))).collect();
        let plan = plan(100, &Progress::fold(begun), 44);
        assert_eq!((plan.unseen, plan.new_a_day, plan.days[0].new), (297, 10, 7));
    }

    #[test]
    fn every_question_comes_back_in_the_last_days_and_no_day_takes_all() {
        let days: Vec<usize> = plan(100, &Progress::default(), 60).days.iter().map(|day| day.reviews).collect();
        let last = &days[46..];
        assert!(last.iter().sum::<usize>() >= 300, "{last:?}");
        assert!(last.iter().all(|reviews| (15..60).contains(reviews)), "{last:?}");
    }

    #[test]
    fn a_course_that_fits_is_realistic_and_one_that_does_not_is_not() {
        assert_eq!(plan(100, &Progress::default(), 60).feasibility(), Feasibility::Realistic);
        assert_eq!(plan(100, &Progress::default(), 30).feasibility(), Feasibility::Demanding);
        assert_eq!(plan(100, &Progress::default(), 2).feasibility(), Feasibility::Unrealistic);
    }

    #[test]
    fn who_studies_two_hours_a_day_can_be_asked_for_more() {
        let What::Answered(pattern) = answered("aws-1", 1.0) else { unreachable!() };
        let answer = |number: i64| {
            let fact = Answered { ms: 240_000, ..pattern.clone() };
            event(number as u128, -A_DAY * (number / 30), What::Answered(fact))
        };
        let progress = Progress::fold((0..150).map(answer));
        assert_eq!(plan(1, &progress, 10).bearable, 180.0);
    }

    #[test]
    fn the_forecast_counts_what_is_overdue_today_and_the_rest_on_its_day() {
        let long_ago = event(1, -90 * A_DAY, answered("s3-1", 1.0));
        let just_now = event(2, 0, answered("s3-2", 1.0));
        let progress = Progress::fold([long_ago, just_now]);
        let counts = forecast(&outline(), &progress, &Settings::default(), Day::from(Date::constant(2026, 11, 22)), 30);
        assert_eq!((counts[0], counts.iter().sum::<usize>(), counts.len()), (1, 2, 30));
    }
}
