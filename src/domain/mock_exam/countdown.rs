//! The clock of an exam: how much is left, when it is over, and when its display changes next.
//!
//! It must not ask what time it is. It counts from a point in time at which nothing was gone: the start, or for an exam
//! that pauses, a start that moves on by the time for which it was left.

use jiff::{SignedDuration, Timestamp};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Countdown {
    /// When the clock would have been started, had it never paused.
    zero: Timestamp,
    allowed: SignedDuration,
}

/// How close the end is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Warning {
    TenMinutes,
    TwoMinutes,
}

impl Warning {
    pub fn minutes(self) -> i64 {
        match self {
            Warning::TenMinutes => 10,
            Warning::TwoMinutes => 2,
        }
    }
}

/// From here on seconds are shown.
const SECONDS_FROM: i64 = 2 * 60;

impl Countdown {
    pub fn new(zero: Timestamp, minutes: u32) -> Countdown {
        Countdown { zero, allowed: SignedDuration::from_mins(i64::from(minutes)) }
    }

    /// A clock that has run for `elapsed` at `now`.
    pub fn paused(now: Timestamp, elapsed: SignedDuration, minutes: u32) -> Countdown {
        Countdown::new(before(now, elapsed), minutes)
    }

    /// Time gone: nothing while the wall stands before the start, as after a clock was set back.
    pub fn elapsed(&self, now: Timestamp) -> SignedDuration {
        now.duration_since(self.zero).clamp(SignedDuration::ZERO, self.allowed)
    }

    pub fn remaining(&self, now: Timestamp) -> SignedDuration {
        self.allowed - self.elapsed(now)
    }

    pub fn ends_at(&self) -> Timestamp {
        after(self.zero, self.allowed)
    }

    pub fn is_over(&self, now: Timestamp) -> bool {
        self.remaining(now).is_zero()
    }

    /// The warning that is due, if the end is near. An exam that is itself as short is not warned of from its start on.
    pub fn warning(&self, now: Timestamp) -> Option<Warning> {
        let due = |warning: &Warning| {
            let before_end = SignedDuration::from_mins(warning.minutes());
            before_end < self.allowed && self.remaining(now) <= before_end
        };
        [Warning::TwoMinutes, Warning::TenMinutes].into_iter().find(due)
    }

    /// What is left as a clock shows it: begun minutes, and in the last two the seconds.
    pub fn shown(&self, now: Timestamp) -> Left {
        let seconds = self.seconds_left(now);
        if seconds <= SECONDS_FROM {
            Left::Seconds { minutes: seconds / 60, seconds: seconds % 60 }
        } else {
            Left::Minutes((seconds + 59) / 60)
        }
    }

    /// When [`Countdown::shown`] is going to be something else; `None` when nothing is left.
    pub fn next_change(&self, now: Timestamp) -> Option<Timestamp> {
        let left = match self.shown(now) {
            Left::Minutes(minutes) => SignedDuration::from_mins(minutes - 1),
            Left::Seconds { minutes: 0, seconds: 0 } => return None,
            Left::Seconds { minutes, seconds } => SignedDuration::from_secs(60 * minutes + seconds - 1),
        };
        Some(before(self.ends_at(), left))
    }

    /// When the learner is to be warned next, or the exam ends.
    pub fn next_warning(&self, now: Timestamp) -> Option<Timestamp> {
        let marks = [Warning::TenMinutes.minutes(), Warning::TwoMinutes.minutes(), 0];
        let times = marks.map(|minutes| before(self.ends_at(), SignedDuration::from_mins(minutes)));
        times.into_iter().find(|time| *time > now)
    }

    /// Begun seconds that are left.
    fn seconds_left(&self, now: Timestamp) -> i64 {
        let left = self.remaining(now);
        left.as_secs() + i64::from(left.subsec_nanos() > 0)
    }
}

/// What a clock shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Left {
    Minutes(i64),
    Seconds { minutes: i64, seconds: i64 },
}

/// The ends of time are as far as a clock goes.
fn before(time: Timestamp, by: SignedDuration) -> Timestamp {
    time.checked_sub(by).unwrap_or(Timestamp::MIN)
}

fn after(time: Timestamp, by: SignedDuration) -> Timestamp {
    time.checked_add(by).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + seconds).unwrap()
    }

    fn countdown() -> Countdown {
        Countdown::new(at(0), 90)
    }

    #[test]
    fn it_runs_from_the_start_to_the_end() {
        let clock = countdown();
        assert_eq!(clock.remaining(at(60)), SignedDuration::from_mins(89));
        assert!(!clock.is_over(at(90 * 60 - 1)) && clock.is_over(at(90 * 60)) && clock.is_over(at(1_000_000)));
    }

    #[test]
    fn a_wall_that_was_set_back_gives_no_more_than_the_whole_time() {
        assert_eq!(countdown().remaining(at(-3600)), SignedDuration::from_mins(90));
    }

    #[test]
    fn a_paused_clock_goes_on_with_what_was_gone() {
        let clock = Countdown::paused(at(500_000), SignedDuration::from_mins(30), 90);
        assert_eq!(clock.remaining(at(500_060)), SignedDuration::from_mins(59));
    }

    #[test]
    fn minutes_show_until_the_last_two() {
        let end = 90 * 60;
        let shown = |seconds| countdown().shown(at(seconds));
        assert_eq!((shown(0), shown(1), shown(60)), (Left::Minutes(90), Left::Minutes(90), Left::Minutes(89)));
        assert_eq!(shown(end - 121), Left::Minutes(3));
        assert_eq!(shown(end - 120), Left::Seconds { minutes: 2, seconds: 0 });
        assert_eq!(shown(end - 61), Left::Seconds { minutes: 1, seconds: 1 });
        assert_eq!(shown(end), Left::Seconds { minutes: 0, seconds: 0 });
    }

    #[test]
    fn warnings_come_at_ten_and_at_two_minutes() {
        let warning = |minutes: i64| countdown().warning(at((90 - minutes) * 60));
        assert_eq!(
            [11, 10, 3, 2, 0].map(warning),
            [
                None,
                Some(Warning::TenMinutes),
                Some(Warning::TenMinutes),
                Some(Warning::TwoMinutes),
                Some(Warning::TwoMinutes)
            ]
        );
        assert_eq!(Countdown::new(at(0), 10).warning(at(0)), None);
    }

    #[test]
    fn the_next_warning_is_the_end_when_there_is_no_other() {
        let next = |minutes_left: i64| countdown().next_warning(at((90 - minutes_left) * 60));
        assert_eq!(next(90), Some(at(80 * 60)));
        assert_eq!(next(10), Some(at(88 * 60)));
        assert_eq!(next(1), Some(at(90 * 60)));
        assert_eq!(next(0), None);
    }

    proptest! {
        #[test]
        fn nothing_changes_on_the_display_before_the_time_that_was_said(milliseconds in 0i64..5_399_999) {
            let now = Timestamp::from_millisecond(at(0).as_millisecond() + milliseconds).unwrap();
            let next = countdown().next_change(now).unwrap();
            prop_assert!(next > now);
            prop_assert_eq!(countdown().shown(next - SignedDuration::from_millis(1)), countdown().shown(now));
            prop_assert_ne!(countdown().shown(next), countdown().shown(now));
        }
    }
}
