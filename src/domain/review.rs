//! What is asked today: what is about to be forgotten, and something new.
//!
//! It must not keep anything: the same progress on the same day gives the same list, and an answered question is no
//! longer on it.

use super::day::Day;
use super::id::QuestionId;
use super::moment::Moment;
use super::outline::{Outline, QuestionOutline};
use super::plan::new_today;
use super::progress::Progress;
use super::schedule::Schedule;
use super::settings::Settings;
use std::collections::HashMap;

/// So often forgotten, a question is better read about again than asked again.
pub const LEECH_LAPSES: u32 = 4;
/// New questions that are asked in one go beyond the daily number.
const MORE_NEW: usize = 5;

/// The questions of today, in the order in which they are asked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Queue {
    pub questions: Vec<Queued>,
    /// When the next question is due that is not on the list.
    pub next: Option<Day>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Queued {
    pub question: QuestionId,
    pub reason: Reason,
}

/// Why a question is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// Its day has come.
    Due,
    /// A scenario put it on the list, ahead of its day or of its turn.
    Listed,
    /// It was never answered in its present form, and its turn has come.
    New,
}

impl Queue {
    pub fn of(outline: &Outline, progress: &Progress, settings: &Settings, now: Moment) -> Queue {
        let today = Day::of(now, progress.day_start());
        let schedule = Schedule::of(settings, today);
        let mut listed: HashMap<&QuestionId, usize> = HashMap::new();
        progress.listed().enumerate().for_each(|(place, question)| {
            listed.entry(question).or_insert(place);
        });
        let model = progress.memories().model();
        let (mut first, mut due, mut new) = (Vec::new(), Vec::new(), Vec::new());
        let (mut next, mut begun) = (None::<Day>, 0);
        for question in outline.questions() {
            let memory = progress.memory(question);
            let day = memory.map(|memory| schedule.due(question.id.as_str(), memory, model));
            let is_due = day.is_some_and(|day| day <= today);
            begun += usize::from(memory.is_some_and(|memory| memory.was_begun_on(today)));
            match (listed.get(&question.id), memory) {
                (Some(place), memory) => {
                    // It takes the turn of another new one, and waits for none.
                    begun += usize::from(memory.is_none());
                    first.push((*place, question, if is_due { Reason::Due } else { Reason::Listed }));
                }
                (None, None) => new.push((!progress.is_read(&question.section), question)),
                (None, Some(memory)) if is_due => due.push((memory.recall(model, today), question)),
                (None, Some(_)) => next = next.into_iter().chain(day).min(),
            }
        }
        first.sort_by_key(|(place, ..)| *place);
        due.sort_by(|(one, _), (other, _)| one.total_cmp(other));
        new.sort_by_key(|(unread, _)| *unread);
        new.truncate(new_today(new.len() + begun, settings, today).saturating_sub(begun));
        let queued = |question: &QuestionOutline, reason| Queued { question: question.id.clone(), reason };
        let mut questions: Vec<Queued> =
            first.into_iter().map(|(_, question, reason)| queued(question, reason)).collect();
        let due = due.into_iter().map(|(_, question)| queued(question, Reason::Due));
        let new = new.into_iter().map(|(_, question)| queued(question, Reason::New));
        questions.extend(mixed(due.collect(), new.collect()));
        Queue { questions, next }
    }

    /// How many are asked for a reason.
    pub fn count(&self, reason: Reason) -> usize {
        self.questions.iter().filter(|queued| queued.reason == reason).count()
    }
}

/// The next new questions, whatever the daily number says.
pub fn more_new(outline: &Outline, progress: &Progress, settings: &Settings, now: Moment) -> Vec<QuestionId> {
    let unlimited = Settings { daily_new: u32::MAX, ..settings.clone() };
    let queue = Queue::of(outline, progress, &unlimited, now).questions.into_iter();
    queue.filter(|queued| queued.reason == Reason::New).take(MORE_NEW).map(|queued| queued.question).collect()
}

/// When a question comes back; none if it was never answered in its present form.
pub fn comes_back(question: &QuestionOutline, progress: &Progress, settings: &Settings, today: Day) -> Option<Day> {
    let memory = progress.memory(question)?;
    Some(Schedule::of(settings, today).due(question.id.as_str(), memory, progress.memories().model()))
}

/// Questions that are forgotten again and again, the worst first.
pub fn leeches<'a>(outline: &'a Outline, progress: &Progress) -> Vec<&'a QuestionOutline> {
    let lapses = |question: &&QuestionOutline| progress.memory(question).map_or(0, |memory| memory.lapses);
    let mut leeches: Vec<_> = outline.questions().filter(|question| lapses(question) >= LEECH_LAPSES).collect();
    leeches.sort_by_key(|question| std::cmp::Reverse(lapses(question)));
    leeches
}

/// Both lists in their order, the shorter one spread evenly over the longer.
fn mixed(due: Vec<Queued>, new: Vec<Queued>) -> Vec<Queued> {
    let (all_due, all_new) = (due.len(), new.len());
    let (mut due, mut new) = (due.into_iter(), new.into_iter());
    let mut questions = Vec::with_capacity(all_due + all_new);
    while questions.len() < all_due + all_new {
        let (asked_due, asked_new) = (all_due - due.len(), all_new - new.len());
        let turn = if asked_due * all_new <= asked_new * all_due { due.next() } else { new.next() };
        questions.extend(turn.or_else(|| due.next()).or_else(|| new.next()));
    }
    questions
}

#[cfg(test)]
mod tests {
    use super::super::event::examples::{answered, event};
    use super::super::event::{Event, Rating, ScenarioFinished, What};
    use super::super::outline::examples::outline;
    use super::*;
    use uuid::Uuid;

    const A_DAY: i64 = 24 * 60;

    fn at(days: i64) -> Moment {
        event(0, days * A_DAY, What::Reset).at
    }

    fn answer(number: u128, days: i64, question: &str, score: f64) -> Event {
        event(number, days * A_DAY, answered(question, score))
    }

    /// The names of the questions on a day, new ones with a `+`, listed ones with a `!`.
    fn asked(progress: &Progress, settings: &Settings, days: i64) -> Vec<String> {
        let queue = Queue::of(&outline(), progress, settings, at(days));
        let named = |queued: &Queued| match queued.reason {
            Reason::Due => queued.question.to_string(),
            Reason::Listed => format!("{}!", queued.question),
            Reason::New => format!("{}+", queued.question),
        };
        queue.questions.iter().map(named).collect()
    }

    fn daily(daily_new: u32) -> Settings {
        Settings { daily_new, ..Settings::default() }
    }

    #[test]
    fn new_questions_come_in_the_order_of_the_course_up_to_the_daily_number() {
        assert_eq!(asked(&Progress::default(), &daily(3), 0), ["cloud-1+", "cloud-2+", "aws-1+"]);
    }

    #[test]
    fn more_new_ones_than_the_daily_number_are_there_for_the_asking() {
        let progress = Progress::fold([answer(1, 0, "cloud-1", 1.0)]);
        let more = more_new(&outline(), &progress, &daily(0), at(0));
        assert_eq!(more, ["cloud-2", "aws-1", "aws-2", "s3-1", "s3-2"].map(QuestionId::from));
    }

    #[test]
    fn those_that_were_begun_today_are_counted() {
        let progress = Progress::fold([answer(1, 0, "cloud-1", 1.0)]);
        assert_eq!(asked(&progress, &daily(3), 0), ["cloud-2+", "aws-1+"]);
        assert_eq!(asked(&progress, &daily(3), 1), ["cloud-2+", "aws-1+", "aws-2+"]);
    }

    #[test]
    fn what_has_been_read_is_asked_before_what_has_not() {
        let progress = Progress::fold([event(1, 0, What::SectionRead { section: "s3#problem".into() })]);
        assert_eq!(asked(&progress, &daily(3), 0), ["s3-1+", "s3-2+", "cloud-1+"]);
    }

    #[test]
    fn the_most_forgotten_comes_first() {
        let wrong_last = [answer(1, 0, "s3-1", 1.0), answer(2, 0, "s3-2", 0.0), answer(3, 0, "aws-1", 1.0)];
        assert_eq!(asked(&Progress::fold(wrong_last), &daily(0), 9), ["s3-2", "aws-1", "s3-1"]);
    }

    #[test]
    fn an_answered_question_leaves_the_list_and_comes_back_on_its_day() {
        let progress = Progress::fold([answer(1, 0, "s3-1", 1.0), answer(2, 9, "s3-1", 1.0)]);
        assert!(asked(&progress, &daily(0), 9).is_empty());
        let outline = outline();
        let question = &outline.chapter("s3").unwrap().questions[0];
        let today = Day::of(at(9), progress.day_start());
        let back = comes_back(question, &progress, &daily(0), today).unwrap();
        assert_eq!(Queue::of(&outline, &progress, &daily(0), at(9)).next, Some(back));
        let days = i64::from(back.since(today));
        assert!(asked(&progress, &daily(0), 9 + days - 1).is_empty());
        assert_eq!(asked(&progress, &daily(0), 9 + days), ["s3-1"]);
    }

    #[test]
    fn a_scenario_puts_questions_in_front_until_they_are_answered() {
        let finished = What::ScenarioFinished(ScenarioFinished {
            scenario: "image-load".into(),
            run: Uuid::from_u128(6),
            acts: Vec::new(),
            score: 0.5,
            won: false,
            questions: vec!["s3-2".into(), "aws-1".into()],
        });
        let before = [answer(1, 0, "aws-1", 1.0), event(2, 5, finished)];
        let mut progress = Progress::fold(before);
        assert_eq!(asked(&progress, &daily(3), 0), ["s3-2!", "aws-1!", "cloud-1+"]);
        let _ = progress.apply(event(3, 6, answered("aws-1", 1.0)));
        let _ = progress.apply(event(4, 7, answered("s3-2", 1.0)));
        assert_eq!(asked(&progress, &daily(3), 0), ["cloud-1+"]);
    }

    #[test]
    fn what_a_scenario_listed_is_asked_first_whatever_the_daily_number_says() {
        let finished = |number, questions: &[&str]| {
            let fact = ScenarioFinished {
                scenario: "image-load".into(),
                run: Uuid::from_u128(number),
                acts: Vec::new(),
                score: 0.5,
                won: false,
                questions: questions.iter().map(|question| (*question).into()).collect(),
            };
            event(number, 9 * A_DAY, What::ScenarioFinished(fact))
        };
        let begun = [answer(1, 9, "cloud-1", 1.0), answer(2, 9, "cloud-2", 1.0), answer(3, 0, "s3-1", 0.0)];
        let listed = [finished(4, &["s3-2", "aws-2", "s3-1"]), finished(5, &["aws-2", "gone"])];
        let progress = Progress::fold(begun.into_iter().chain(listed));
        assert_eq!(asked(&progress, &daily(2), 9), ["s3-2!", "aws-2!", "s3-1"]);
        // The two that were listed have the turn of two new ones.
        assert_eq!(asked(&progress, &daily(5), 9), ["s3-2!", "aws-2!", "s3-1", "aws-1+"]);
    }

    #[test]
    fn a_new_revision_is_new() {
        let mut outline = outline();
        let progress = Progress::fold([answer(1, 0, "cloud-1", 1.0)]);
        outline.parts[0].chapters[0].questions[0].revision = 2;
        let queue = Queue::of(&outline, &progress, &daily(1), at(30));
        assert_eq!(queue.questions, [Queued { question: "cloud-1".into(), reason: Reason::New }]);
    }

    #[test]
    fn new_ones_are_spread_among_those_that_are_due() {
        let queued = |reason| move |name: &&str| Queued { question: (*name).into(), reason };
        let due: Vec<Queued> = ["a", "b", "c", "d", "e", "f"].iter().map(queued(Reason::Due)).collect();
        let new: Vec<Queued> = ["1", "2"].iter().map(queued(Reason::New)).collect();
        let order =
            |questions: Vec<Queued>| questions.iter().map(|queued| queued.question.to_string()).collect::<String>();
        assert_eq!(order(mixed(due.clone(), new.clone())), "a1bcd2ef");
        assert_eq!(order(mixed(Vec::new(), new.clone())), "12");
        assert_eq!(order(mixed(due, Vec::new())), "abcdef");
    }

    #[test]
    fn a_question_that_is_forgotten_again_and_again_is_a_leech() {
        let forgotten = (0..5).map(|time| answer(time as u128, time * 3, "s3-2", 0.0));
        let outline = outline();
        let names = |progress: &Progress| {
            leeches(&outline, progress).iter().map(|question| question.id.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(names(&Progress::fold(forgotten.clone())), ["s3-2"]);
        assert!(names(&Progress::fold(forgotten.take(4))).is_empty());
    }

    #[test]
    fn a_corrected_rating_brings_it_back_sooner() {
        let known = answer(1, 0, "s3-1", 1.0);
        let correction = event(2, 1, What::Rated { answer: known.id, rating: Rating::Again });
        let progress = Progress::fold([known, correction]);
        assert_eq!(asked(&progress, &daily(0), 1), ["s3-1"]);
    }
}
