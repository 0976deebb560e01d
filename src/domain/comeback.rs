//! What an answer did: how well its question was known, and when that comes back.
//!
//! It must not decide a day: the schedule does.

use super::day::Day;
use super::event::Rating;
use super::memory::Answer;
use super::outline::QuestionOutline;
use super::progress::Progress;
use super::review::{self, LEECH_LAPSES};
use super::settings::Settings;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Comeback {
    pub day: Day,
    /// Days from today.
    pub days: i32,
    /// How well it was known; `None` for an answer that changed nothing, because the day of the question stood already.
    pub rating: Option<Rating>,
    /// How often it was forgotten, if that is so often that reading helps more than asking.
    pub leech: Option<u32>,
}

impl Comeback {
    /// What `answer` did; `None` if it was given to an older form of the question.
    pub fn after(
        answer: &Answer,
        question: &QuestionOutline,
        progress: &Progress,
        settings: &Settings,
        today: Day,
    ) -> Option<Comeback> {
        let memory = progress.memory(question)?;
        let day = review::comes_back(question, progress, settings, today)?;
        let is_leech = memory.newest == Rating::Again && memory.lapses >= LEECH_LAPSES;
        Some(Comeback {
            day,
            days: day.since(today),
            rating: answer.review.map(|_| answer.rating()),
            leech: is_leech.then_some(memory.lapses),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::event::examples::{answered, event};
    use super::super::event::{Event, What};
    use super::super::outline::examples::outline;
    use super::*;

    /// What the newest of these answers to `s3-1` did.
    fn after(events: &[Event]) -> Comeback {
        let (outline, progress) = (outline(), Progress::fold(events.iter().cloned()));
        let answer = progress.answers("s3-1").last().unwrap();
        let today = Day::of(answer.at, progress.day_start());
        let question = &outline.chapter("s3").unwrap().questions[0];
        Comeback::after(answer, question, &progress, &Settings::default(), today).unwrap()
    }

    fn answer(number: u128, days: i64, score: f64) -> Event {
        event(number, days * 24 * 60 + number as i64, answered("s3-1", score))
    }

    #[test]
    fn a_wrong_answer_comes_back_tomorrow() {
        let comeback = after(&[answer(1, 0, 0.0)]);
        assert_eq!((comeback.days, comeback.rating, comeback.leech), (1, Some(Rating::Again), None));
    }

    #[test]
    fn the_second_answer_of_a_day_is_practice() {
        let comeback = after(&[answer(1, 0, 0.0), answer(2, 0, 1.0)]);
        assert_eq!((comeback.days, comeback.rating), (1, None));
    }

    #[test]
    fn a_corrected_rating_moves_the_day() {
        let known = answer(1, 0, 1.0);
        let easy = event(2, 2, What::Rated { answer: known.id, rating: Rating::Easy });
        let (before, corrected) = (after(std::slice::from_ref(&known)), after(&[known, easy]));
        assert_eq!(corrected.rating, Some(Rating::Easy));
        assert!(corrected.days > before.days);
    }

    #[test]
    fn what_is_forgotten_again_and_again_is_a_leech_until_it_is_known() {
        let forgotten: Vec<Event> = (0..5).map(|time| answer(time, time as i64 * 3, 0.0)).collect();
        assert_eq!(after(&forgotten).leech, Some(4));
        assert_eq!(after(&[forgotten, vec![answer(9, 20, 1.0)]].concat()).leech, None);
    }
}
