//! Numbers as people read them: grouped, rounded to what matters, with a unit that is the same in every language.
//!
//! It must not know what a number is about.

/// `1234567` as `1,234,567`; rounded to a whole number.
pub fn grouped(number: f64) -> String {
    let digits = format!("{:.0}", number.abs());
    let mut text = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    if number < 0.0 && digits != "0" {
        text.push('-');
    }
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A share between 0 and 1 in percent, with as many digits as tell it from nothing and from all: `0.05 %`, `34 %`,
/// `99.95 %`.
pub fn percent(share: f64) -> String {
    let percent = share * 100.0;
    let distance = percent.abs().min((100.0 - percent).abs());
    let digits = match distance {
        // Nothing that four digits could tell apart.
        distance if distance < 0.00005 => 0,
        distance if distance < 0.00099 => 4,
        distance if distance < 0.0099 => 3,
        distance if distance < 0.099 => 2,
        distance if distance < 0.99 => 1,
        _ => 0,
    };
    format!("{percent:.digits$} %")
}

/// A share between 0 and 1 in whole percents; only the whole is 100, and what was begun is not 0.
pub fn whole_percent(share: f64) -> String {
    let percent = match share {
        nothing if nothing <= 1e-9 => 0.0,
        all if all >= 1.0 - 1e-9 => 100.0,
        part => (part * 100.0).round().clamp(1.0, 99.0),
    };
    format!("{percent:.0} %")
}

/// Milliseconds up to ten seconds, then seconds.
pub fn milliseconds(milliseconds: f64) -> String {
    match milliseconds {
        short if short < 10.0 => format!("{short:.1} ms"),
        short if short < 9_999.5 => format!("{} ms", grouped(short)),
        long => format!("{} s", grouped(long / 1_000.0)),
    }
}

/// Seconds up to two minutes, then minutes, then hours.
pub fn seconds(seconds: f64) -> String {
    match seconds {
        short if short < 119.5 => format!("{short:.0} s"),
        long if long < 7_200.0 => format!("{:.0} min", long / 60.0),
        longer => format!("{:.1} h", longer / 3_600.0),
    }
}

/// US dollars without cents.
pub fn dollars(amount: f64) -> String {
    let text = grouped(amount);
    match text.strip_prefix('-') {
        Some(amount) => format!("-${amount}"),
        None => format!("${text}"),
    }
}

/// Requests a second, with a digit behind the point below ten.
pub fn rate(rate: f64) -> String {
    if rate > 0.0 && rate < 9.95 { format!("{rate:.1}/s") } else { format!("{}/s", grouped(rate)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_stand_apart() {
        assert_eq!(
            [0.4, 999.0, 1_000.0, 1_234_567.0, -1_500.0].map(grouped),
            ["0", "999", "1,000", "1,234,567", "-1,500"]
        );
    }

    #[test]
    fn a_share_is_told_from_nothing_and_from_all() {
        assert_eq!(
            [0.0, 1e-9, 0.0005, 0.034, 0.34, 0.9995, 0.99999, 1.0].map(percent),
            ["0 %", "0 %", "0.05 %", "3 %", "34 %", "99.95 %", "99.999 %", "100 %"]
        );
    }

    #[test]
    fn only_the_whole_is_a_hundred_whole_percents() {
        assert_eq!([0.0, 0.001, 0.5, 0.996, 1.0].map(whole_percent), ["0 %", "1 %", "50 %", "99 %", "100 %"]);
    }

    #[test]
    fn times_have_the_unit_that_fits() {
        assert_eq!([4.26, 132.5, 1_234.0, 12_000.0].map(milliseconds), ["4.3 ms", "132 ms", "1,234 ms", "12 s"]);
        assert_eq!([30.0, 900.0, 9_000.0].map(seconds), ["30 s", "15 min", "2.5 h"]);
    }

    #[test]
    fn money_and_rates() {
        assert_eq!([24_630.4, -12.0].map(dollars), ["$24,630", "-$12"]);
        assert_eq!([0.0, 3.25, 1_200.0].map(rate), ["0/s", "3.2/s", "1,200/s"]);
    }
}
