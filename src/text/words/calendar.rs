//! Months, days of the week and how far a day is, in every language. It must not hold logic.

use super::plain::word_table;
use crate::text::Language;

word_table! {
    /// The sentences of one language. Braces hold what is filled in.
    CalendarWords:
    january, february, march, april, may, june, july, august, september, october, november, december,
    monday, tuesday, wednesday, thursday, friday, saturday, sunday,
    // Short names of the months, one behind the other.
    short_months, day_of_month, day_of_year, month_of_year, today, tomorrow, in_days,
}

pub static ENGLISH: CalendarWords = CalendarWords {
    january: "January",
    february: "February",
    march: "March",
    april: "April",
    may: "May",
    june: "June",
    july: "July",
    august: "August",
    september: "September",
    october: "October",
    november: "November",
    december: "December",
    monday: "Mon",
    tuesday: "Tue",
    wednesday: "Wed",
    thursday: "Thu",
    friday: "Fri",
    saturday: "Sat",
    sunday: "Sun",
    short_months: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    day_of_month: "{day} {month}",
    day_of_year: "{day} {month} {year}",
    month_of_year: "{month} {year}",
    today: "today",
    tomorrow: "tomorrow",
    in_days: "in {days} days",
};

pub static KOREAN: CalendarWords = CalendarWords {
    january: "1월",
    february: "2월",
    march: "3월",
    april: "4월",
    may: "5월",
    june: "6월",
    july: "7월",
    august: "8월",
    september: "9월",
    october: "10월",
    november: "11월",
    december: "12월",
    monday: "월",
    tuesday: "화",
    wednesday: "수",
    thursday: "목",
    friday: "금",
    saturday: "토",
    sunday: "일",
    short_months: "1월 2월 3월 4월 5월 6월 7월 8월 9월 10월 11월 12월",
    day_of_month: "{month} {day}일",
    day_of_year: "{year}년 {month} {day}일",
    month_of_year: "{year}년 {month}",
    today: "오늘",
    tomorrow: "내일",
    in_days: "{days}일 뒤",
};

#[cfg(test)]
mod tests {
    use super::super::plain::checks::assert_same_details;
    use super::*;

    #[test]
    fn both_languages_fill_in_the_same_details() {
        assert_same_details(&ENGLISH.all(), &KOREAN.all());
    }
}
