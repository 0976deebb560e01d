//! A class of made-up learners studies the shipped course for sixty days.
//!
//! It tests the planner and nothing else: whether the list of a day stays within bounds, whether new questions keep
//! coming, whether an exam's plan is kept. How the learners forget is deliberately not what the model assumes: recall
//! falls as a power of time whose exponent and strength are each learner's own. It says nothing about real learning.

use awstutor::domain::day::{Day, USUAL_START};
use awstutor::domain::event::{Answered, Event, Mode, Rating, What};
use awstutor::domain::id::QuestionId;
use awstutor::domain::moment::Moment;
use awstutor::domain::outline::Outline;
use awstutor::domain::plan::Plan;
use awstutor::domain::progress::Progress;
use awstutor::domain::question::Kind;
use awstutor::domain::response::Recorded;
use awstutor::domain::review::{Queue, Reason};
use awstutor::domain::settings::Settings;
use awstutor::domain::shuffle::Generator;
use awstutor::store::embedded;
use awstutor::text::Language;
use jiff::SignedDuration;
use jiff::civil::{Date, date};
use jiff::tz::Offset;
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

const DAYS: i32 = 60;
/// After this time a plan has something to go by.
const FORTNIGHT: i32 = 14;
const FIRST_DAY: Date = date(2026, 9, 1);

/// How somebody learns and comes.
#[derive(Clone)]
struct Habits {
    seed: u64,
    /// Days until recall has halved, after the first answer.
    strength: f64,
    /// How much longer each further answer makes it last.
    growth: f64,
    /// The exponent of the power of time.
    steepness: f64,
    /// The share of answers that are wrong although they were known.
    careless: f64,
    /// Days without study.
    absent: std::ops::Range<i32>,
    exam: Option<i32>,
}

const STEADY: Habits =
    Habits { seed: 1, strength: 6.0, growth: 2.2, steepness: 0.5, careless: 0.02, absent: 0..0, exam: None };

/// Ten of each sort, no two alike.
fn several(habits: &Habits) -> impl Iterator<Item = Habits> {
    (0..10u64).map(move |number| {
        let mut chance = Generator::new(habits.seed * 100 + number);
        let mut varied = |value: f64| value * (0.7 + chance.below(60) as f64 / 100.0);
        Habits {
            seed: habits.seed * 100 + number,
            strength: varied(habits.strength),
            growth: 1.0 + varied(habits.growth - 1.0),
            steepness: varied(habits.steepness),
            ..habits.clone()
        }
    })
}

/// What happened on one day of study.
struct Session {
    day: i32,
    due: usize,
    new: usize,
    /// Reviews that a plan foresaw which was made after a fortnight of study.
    planned: Option<usize>,
}

struct Student {
    habits: Habits,
    chance: Generator,
    progress: Progress,
    settings: Settings,
    /// When a question was answered last, and how long it lasts by now.
    known: HashMap<QuestionId, (i32, f64)>,
    seen: Vec<(QuestionId, i32)>,
    events: u128,
}

impl Student {
    fn new(habits: Habits) -> Student {
        let exam_date = habits.exam.map(|days| Day::from(FIRST_DAY).plus(days).date());
        Student {
            chance: Generator::new(habits.seed),
            habits,
            progress: Progress::new(USUAL_START),
            settings: Settings { exam_date, ..Settings::default() },
            known: HashMap::new(),
            seen: Vec::new(),
            events: 0,
        }
    }

    /// Studies every day until the list is empty, except when absent.
    fn study(&mut self, outline: &Outline) -> Vec<Session> {
        let mut plan = None;
        let mut sessions = Vec::new();
        for day in (0..DAYS).filter(|day| !self.habits.absent.contains(day)).collect::<Vec<_>>() {
            let now = self.now(day);
            if day >= FORTNIGHT {
                plan = plan.or_else(|| Plan::of(outline, &self.progress, &self.settings, now));
            }
            let queue = Queue::of(outline, &self.progress, &self.settings, now);
            let (due, new) = (queue.count(Reason::Due), queue.count(Reason::New));
            let planned =
                plan.as_ref().and_then(|plan| plan.days.get((day - FORTNIGHT) as usize)).map(|day| day.reviews);
            sessions.push(Session { day, due, new, planned });
            for queued in queue.questions {
                self.answer(queued.question, day);
            }
            let left = Queue::of(outline, &self.progress, &self.settings, self.now(day));
            assert_eq!(left.questions, [], "day {day}: the list of a day comes to an end");
        }
        sessions
    }

    fn answer(&mut self, question: QuestionId, day: i32) {
        let is_known = self.recalls(&question, day);
        let lasting = self.known.get(&question).map_or(self.habits.strength, |(_, lasting)| {
            if is_known { lasting * self.habits.growth } else { (lasting / 2.0).max(0.5) }
        });
        self.known.insert(question.clone(), (day, lasting));
        self.seen.push((question.clone(), day));
        let is_right = is_known && !self.happens(self.habits.careless);
        let ms = 8_000 + self.chance.below(40_000) as u64;
        let answered = What::Answered(Answered {
            question,
            kind: Some(Kind::Single),
            revision: 1,
            key: String::new(),
            response: Recorded::List(vec!["a".into()]),
            shown: Vec::new(),
            score: f64::from(u8::from(is_right)),
            hints: 0,
            ms,
            mode: Mode::Review,
            language: Language::Korean,
            run: None,
        });
        let event = Event { id: Uuid::from_u128(self.events), at: self.now(day), what: answered };
        self.events += 1;
        let _ = self.progress.apply(event);
    }

    /// Recall falls as a power of time; a question never seen is guessed or known from elsewhere.
    fn recalls(&mut self, question: &QuestionId, day: i32) -> bool {
        let recall = match self.known.get(question) {
            None => 0.45,
            Some((last, lasting)) => (1.0 + 3.0 * f64::from(day - last) / lasting).powf(-self.habits.steepness),
        };
        self.happens(recall)
    }

    fn happens(&mut self, share: f64) -> bool {
        (self.chance.below(10_000) as f64) < share * 10_000.0
    }

    fn now(&self, day: i32) -> Moment {
        let nine = Day::from(FIRST_DAY).plus(day).date().at(9, 0, 0, 0);
        let at = Offset::constant(9).to_timestamp(nine).expect("a date of this century");
        Moment::new(at + SignedDuration::from_secs(self.events as i64), Offset::constant(9))
    }
}

fn questions() -> (Outline, usize) {
    let outline = embedded::course().outline;
    let count = outline.questions().count();
    (outline, count)
}

#[test]
fn nobody_is_starved_of_new_questions_and_the_daily_number_is_kept() {
    let (outline, count) = questions();
    let careless = Habits { seed: 2, careless: 0.25, ..STEADY };
    let forgetful = Habits { seed: 3, strength: 1.5, growth: 1.6, ..STEADY };
    for habits in [STEADY, careless, forgetful].iter().flat_map(several) {
        let mut student = Student::new(habits);
        let sessions = student.study(&outline);
        let daily = student.settings.daily_new as usize;
        let mut left = count;
        for session in sessions {
            assert_eq!(session.new, daily.min(left), "day {}", session.day);
            left -= session.new;
        }
        assert_eq!(left, count.saturating_sub(daily * DAYS as usize));
    }
}

#[test]
fn once_everything_is_begun_days_become_lighter() {
    let (outline, count) = questions();
    for habits in several(&STEADY) {
        let mut student = Student::new(habits);
        let sessions = student.study(&outline);
        let begun = count.div_ceil(student.settings.daily_new as usize);
        let ten_days = |from: usize| sessions[from..from + 10].iter().map(|session| session.due).sum::<usize>();
        let (heaviest, last) = (ten_days(begun - 5), ten_days(DAYS as usize - 10));
        assert!(last < heaviest, "{heaviest} reviews around day {begun}, {last} at the end");
    }
}

#[test]
fn weeks_of_absence_are_made_up_for_once_and_not_for_ever() {
    let (outline, _) = questions();
    for habits in several(&Habits { seed: 4, absent: 15..36, ..STEADY }) {
        let mut student = Student::new(habits);
        let sessions = student.study(&outline);
        let due = |day: i32| sessions.iter().find(|session| session.day == day).map_or(0, |session| session.due);
        // Everything that was begun is due on the first day back, and no question twice.
        assert!(due(36) <= 150 && due(36) > due(14), "{} {}", due(14), due(36));
        assert!((40..DAYS).all(|day| due(day) <= 100), "{:?}", (36..DAYS).map(due).collect::<Vec<_>>());
    }
}

#[test]
fn the_plan_to_an_exam_is_kept() {
    let (outline, count) = questions();
    let forgetful = Habits { seed: 6, strength: 2.0, growth: 1.7, ..STEADY };
    for habits in [Habits { seed: 5, ..STEADY }, forgetful].iter().flat_map(several) {
        let exam = 55;
        let mut student = Student::new(Habits { exam: Some(exam), ..habits });
        let sessions: Vec<Session> = student.study(&outline).into_iter().filter(|session| session.day < exam).collect();
        let planned: usize = sessions.iter().filter_map(|session| session.planned).sum();
        let asked: usize = sessions.iter().filter(|session| session.planned.is_some()).map(|session| session.due).sum();
        // It knows nothing of this way of forgetting but how the first weeks went: it is right to within a third.
        assert!((planned * 2 / 3..planned * 4 / 3).contains(&asked), "planned {planned}, asked {asked}");
        let before = |from: i32| {
            let seen = student.seen.iter().filter(|(_, day)| (from..exam).contains(day));
            seen.map(|(question, _)| question).collect::<HashSet<_>>().len()
        };
        assert_eq!(
            (before(0), before(exam - 14)),
            (count, count),
            "everything is seen, and once more in the last days"
        );
    }
}

#[test]
fn a_long_absence_before_an_exam_still_ends_with_everything_seen() {
    let (outline, count) = questions();
    for habits in several(&Habits { seed: 7, absent: 10..25, exam: Some(55), ..STEADY }) {
        let mut student = Student::new(habits);
        student.study(&outline);
        let seen: HashSet<_> =
            student.seen.iter().filter(|(_, day)| (41..55).contains(day)).map(|(id, _)| id).collect();
        assert_eq!(seen.len(), count);
    }
}

#[test]
fn careless_learners_are_asked_more_often_than_careful_ones() {
    let (outline, _) = questions();
    let answers = |careless: f64| {
        let mut student = Student::new(Habits { careless, ..STEADY });
        student.study(&outline);
        let lapses = outline.questions().filter_map(|question| student.progress.memory(question));
        (student.seen.len(), lapses.filter(|memory| memory.newest == Rating::Again).count())
    };
    let (careful, careless) = (answers(0.0), answers(0.3));
    assert!(careless.0 > careful.0 && careless.1 > careful.1, "{careful:?} {careless:?}");
}
