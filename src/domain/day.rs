//! A day of study, which begins at an hour of the learner's own: a night's work still counts for the evening.
//!
//! It must not know a time zone: every moment carries the offset that was on the wall, so that daylight-saving days and
//! journeys need no table of zones.

use super::moment::Moment;
use jiff::SignedDuration;
use jiff::civil::Date;

/// The hour at which a day of study begins, unless the learner says otherwise.
pub const USUAL_START: u8 = 4;

const EPOCH: Date = Date::constant(1970, 1, 1);

/// A date on the wall, counted in days from 1970 so that two of them are compared and subtracted at once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i32);

impl Day {
    /// The day of study of a moment, where a day begins at `start` o'clock.
    pub fn of(moment: Moment, start: u8) -> Day {
        let wall = moment.timestamp.as_second() + i64::from(moment.offset.seconds());
        Day((wall - i64::from(start) * 3_600).div_euclid(86_400) as i32)
    }

    pub fn date(self) -> Date {
        EPOCH.saturating_add(SignedDuration::from_hours(24 * i64::from(self.0)))
    }

    /// Days from an earlier day to this one; negative if it is later.
    pub fn since(self, earlier: Day) -> i32 {
        self.0 - earlier.0
    }

    /// So many days later.
    pub fn plus(self, days: i32) -> Day {
        Day(self.0.saturating_add(days))
    }
}

impl From<Date> for Day {
    fn from(date: Date) -> Day {
        Day((date.duration_since(EPOCH).as_hours() / 24) as i32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> String {
        Day::of(Moment::parse(text).unwrap(), USUAL_START).date().to_string()
    }

    #[test]
    fn a_day_begins_at_four_on_the_wall() {
        assert_eq!(day("2026-11-22T03:59:59.999+09:00"), "2026-11-21");
        assert_eq!(day("2026-11-22T04:00:00.000+09:00"), "2026-11-22");
    }

    #[test]
    fn another_hour_can_be_chosen() {
        let midnight = Moment::parse("2026-11-22T00:00:00+09:00").unwrap();
        assert_eq!(Day::of(midnight, 0).date().to_string(), "2026-11-22");
        assert_eq!(Day::of(midnight, 12).date().to_string(), "2026-11-21");
    }

    #[test]
    fn the_same_instant_is_another_day_on_another_wall() {
        assert_eq!(day("2026-11-22T01:00:00Z"), "2026-11-21");
        assert_eq!(day("2026-11-22T10:00:00+09:00"), "2026-11-22");
    }

    /// New York, 2026: at 02:00 the clock goes to 03:00 on 8 March and back to 01:00 on 1 November.
    #[test]
    fn a_day_of_23_or_25_hours_is_one_day() {
        assert_eq!(day("2026-03-08T03:59:00-04:00"), "2026-03-07");
        assert_eq!(day("2026-03-08T04:00:00-04:00"), "2026-03-08");
        assert_eq!(day("2026-03-09T03:59:00-04:00"), "2026-03-08");
        assert_eq!(day("2026-11-01T01:30:00-04:00"), "2026-10-31");
        assert_eq!(day("2026-11-01T01:30:00-05:00"), "2026-10-31");
        assert_eq!(day("2026-11-01T04:00:00-05:00"), "2026-11-01");
    }

    #[test]
    fn days_are_counted_over_the_ends_of_years() {
        let before = Day::from(Date::constant(1969, 12, 31));
        let after = Day::from(Date::constant(2028, 3, 1));
        assert_eq!(before.plus(after.since(before)).date(), Date::constant(2028, 3, 1));
        assert_eq!(Day::from(Date::constant(2028, 2, 29)).plus(1), after);
        assert_eq!(Day::from(Date::constant(1970, 1, 2)).since(before), 2);
    }
}
