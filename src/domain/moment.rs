//! A point in time together with the clock that was on the wall.
//!
//! It must not ask what time it is: the edge does, and passes it in.

use jiff::Timestamp;
use jiff::tz::Offset;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;

/// A timestamp with the offset from UTC that was in force, written in RFC 3339 with milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    pub timestamp: Timestamp,
    pub offset: Offset,
}

impl Moment {
    pub fn new(timestamp: Timestamp, offset: Offset) -> Self {
        Moment { timestamp, offset }
    }

    /// Reads RFC 3339: `2026-11-22T10:00:00.123+09:00`.
    pub fn parse(text: &str) -> Option<Moment> {
        let timestamp: Timestamp = text.parse().ok()?;
        Some(Moment { timestamp, offset: parse_offset(text)? })
    }

    /// The date on the wall, as `2026-11-22`.
    pub fn date(self) -> jiff::civil::Date {
        self.offset.to_datetime(self.timestamp).date()
    }
}

/// Milliseconds from one instant to a later one; none where the clock was set back between them.
pub fn elapsed_ms(from: Timestamp, to: Timestamp) -> u64 {
    u64::try_from(to.duration_since(from).as_millis()).unwrap_or(0)
}

fn parse_offset(text: &str) -> Option<Offset> {
    if text.ends_with(['Z', 'z']) {
        return Some(Offset::UTC);
    }
    let tail = text.get(text.len().checked_sub(6)?..)?;
    let sign = match tail.as_bytes()[0] {
        b'+' => 1,
        b'-' => -1,
        _ => return None,
    };
    let (hours, minutes) = tail[1..].split_once(':')?;
    let seconds = hours.parse::<i32>().ok()? * 3600 + minutes.parse::<i32>().ok()? * 60;
    Offset::from_seconds(sign * seconds).ok()
}

/// The beginning of 1970.
impl Default for Moment {
    fn default() -> Self {
        Moment::new(Timestamp::UNIX_EPOCH, Offset::UTC)
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.3}", self.timestamp.display_with_offset(self.offset))
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Rfc3339;
        impl de::Visitor<'_> for Rfc3339 {
            type Value = Moment;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a time like 2026-11-22T10:00:00.000+09:00")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Moment, E> {
                Moment::parse(text).ok_or_else(|| E::invalid_value(de::Unexpected::Str(text), &self))
            }
        }
        deserializer.deserialize_str(Rfc3339)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_keeps_the_offset_of_the_wall() {
        let moment = Moment::parse("2026-11-22T08:30:00.5+09:00").unwrap();
        assert_eq!(moment.to_string(), "2026-11-22T08:30:00.500+09:00");
        assert_eq!(moment.date().to_string(), "2026-11-22");
        assert_eq!(Moment::parse("2026-11-21T23:30:00.500Z").unwrap().timestamp, moment.timestamp);
    }

    #[test]
    fn what_is_no_time_is_refused() {
        for bad in ["", "yesterday", "2026-11-22", "2026-11-22T08:30:00"] {
            assert_eq!(Moment::parse(bad), None, "{bad}");
        }
    }
}
