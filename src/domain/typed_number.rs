//! A number as people type it: in either width, with separators, a sign, a unit or a currency.
//!
//! It must not decide what is right. A unit is understood or not; it never makes a number another one.

use crate::text::sanitize::compatible;

/// Why something typed is no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unread {
    NoNumber,
    /// There is a number, and beside it something that is none of the units.
    OtherUnit,
}

/// The number that someone typed: with thousands separators, a decimal point, and before or behind it one of `units` in
/// any spelling, singular, plural or short.
///
/// # Errors
/// [`Unread`] for what cannot be read for certain.
///
/// ```
/// use awstutor::domain::typed_number::{Unread, typed_number};
/// assert_eq!(typed_number("1,000 GB", &["GB"]), Ok(1000.0));
/// assert_eq!(typed_number("15 min", &["minutes", "분"]), Ok(15.0));
/// assert_eq!(typed_number("1,000 MB", &["GB"]), Err(Unread::OtherUnit));
/// assert_eq!(typed_number("25,50x", &["GB"]), Err(Unread::NoNumber));
/// ```
pub fn typed_number(text: &str, units: &[&str]) -> Result<f64, Unread> {
    let folded = compatible(text).to_lowercase().replace('\u{2212}', "-");
    let digit = |c: char| c.is_ascii_digit();
    let (Some(first), Some(last)) = (folded.find(digit), folded.rfind(digit)) else { return Err(Unread::NoNumber) };
    let first = if folded[..first].ends_with('.') { first - 1 } else { first };
    let (sign, before) = signed(folded[..first].trim());
    let number = sign * unsigned(&folded[first..=last]).ok_or(Unread::NoNumber)?;
    let after = folded[last + 1..].trim_start_matches('.').trim();
    let wanted: Vec<Unit> = units.iter().map(|unit| Unit::of(unit)).collect();
    let is_understood = |typed: &Unit| wanted.iter().any(|wanted| typed.names(wanted));
    // Korean puts what a rate is per in front of the number: 초당 560건.
    let typed = match before.strip_suffix('당') {
        Some(per) => vec![Unit::of(&format!("{after}/{per}"))],
        None => [before, after].into_iter().filter(|unit| !unit.is_empty()).map(Unit::of).collect(),
    };
    if typed.iter().all(is_understood) { Ok(number) } else { Err(Unread::OtherUnit) }
}

/// A sign, and what else stands before a number.
fn signed(before: &str) -> (f64, &str) {
    for (sign, factor) in [('-', -1.0), ('+', 1.0)] {
        if let Some(rest) = before.strip_prefix(sign).or_else(|| before.strip_suffix(sign)) {
            return (factor, rest.trim());
        }
    }
    (1.0, before)
}

/// Digits in groups of three or in none, and a fraction.
fn unsigned(text: &str) -> Option<f64> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let groups: Vec<&str> = whole.split(|c: char| c == ',' || c.is_whitespace()).filter(|it| !it.is_empty()).collect();
    let is_digits = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit());
    let fit = match groups.as_slice() {
        [] | [_] => true,
        [first, rest @ ..] => first.len() <= 3 && rest.iter().all(|group| group.len() == 3),
    };
    if !fit || !groups.iter().all(is_digits) || !is_digits(&fraction) {
        return None;
    }
    format!("{}.{fraction}", groups.concat()).parse().ok().filter(|number: &f64| number.is_finite())
}

/// A unit in small letters: `read units`, `건/초`, `requests per second`.
struct Unit {
    of: Vec<String>,
    per: Vec<String>,
}

impl Unit {
    fn of(text: &str) -> Unit {
        let spaced = text.to_lowercase().replace('/', " per ");
        let words: Vec<String> = spaced.split_whitespace().map(|word| word.trim_end_matches('.').to_string()).collect();
        let rate = words.iter().position(|word| ["per", "a", "an"].contains(&word.as_str()));
        let end = rate.unwrap_or(words.len());
        Unit { of: words[..end].to_vec(), per: words.get(end + 1..).unwrap_or_default().to_vec() }
    }

    /// Whether this is what someone may type who means `wanted`. What it is per may be left out.
    fn names(&self, wanted: &Unit) -> bool {
        let per_fits = self.per.is_empty() || wanted.per.is_empty() || agree(&self.per, &wanted.per);
        let is_per_only = self.of.is_empty() && !self.per.is_empty();
        per_fits && (is_per_only || agree(&self.of, &wanted.of))
    }
}

/// One word that fits is enough: `read replicas` where `replicas` are asked for.
fn agree(typed: &[String], wanted: &[String]) -> bool {
    let with_joined = |words: &[String]| words.iter().cloned().chain([words.concat()]).collect::<Vec<_>>();
    let wanted = with_joined(wanted);
    with_joined(typed).iter().any(|typed| wanted.iter().any(|wanted| is_spelling(typed, wanted)))
}

/// Names of one unit, the longest of their kind.
static ALIKE: [&[&str]; 11] = [
    &["usd", "us$", "$", "dollars", "달러", "불"],
    &["%", "percent", "pct", "퍼센트", "프로"],
    &["ms", "milliseconds", "msecs", "밀리초"],
    &["s", "seconds", "초"],
    &["minutes", "분"],
    &["hours", "hrs", "시간"],
    &["days", "일"],
    &["kb", "kilobytes", "킬로바이트"],
    &["mb", "megabytes", "메가바이트"],
    &["gb", "gigabytes", "기가바이트"],
    &["tb", "terabytes", "테라바이트"],
];

/// What Korean puts behind a unit.
const ENDINGS: [&str; 7] = ["간", "쯤", "정도", "이에요", "예요", "이요", "입니다"];

/// Whether `typed` is `wanted` or another name of it: singular, plural, cut short, or with a Korean ending.
fn is_spelling(typed: &str, wanted: &str) -> bool {
    let singular = typed.strip_suffix('s').filter(|rest| !rest.is_empty());
    let is_of = |name: &str| {
        let is_short = |typed: &str| !typed.is_empty() && name.starts_with(typed);
        is_short(typed)
            || singular.is_some_and(is_short)
            || typed.strip_prefix(name).is_some_and(|ending| ENDINGS.contains(&ending))
    };
    let is_name = |name: &&str| *name == wanted || name.strip_suffix('s') == Some(wanted);
    let alike = ALIKE.iter().find(|names| names.iter().any(is_name));
    is_of(wanted) || alike.is_some_and(|names| names.iter().any(|name| is_of(name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn all_are(number: f64, typed: &[&str], units: &[&str]) {
        for text in typed {
            assert_eq!(typed_number(text, units), Ok(number), "{text:?} in {units:?}");
        }
    }

    #[track_caller]
    fn none_is(unread: Unread, typed: &[&str], units: &[&str]) {
        for text in typed {
            assert_eq!(typed_number(text, units), Err(unread), "{text:?} in {units:?}");
        }
    }

    #[test]
    fn numbers_come_with_separators_points_and_signs() {
        all_are(1234.5, &["1234.5", "1,234.5", "1 234.5", "+1,234.50", "１，２３４．５"], &[]);
        all_are(-3.0, &["-3", "- 3", "\u{2212}3", "-3."], &[]);
        all_are(0.5, &[".5", "0.5"], &[]);
        let garbage =
            ["", "R", "about ten", "1,00", "25,50x", "1e9", "inf", "10 12", "1.2.3", "1/2", "8,64", "10-12", "-"];
        none_is(Unread::NoNumber, &garbage, &["minutes"]);
        none_is(Unread::NoNumber, &["9".repeat(400).as_str()], &[]);
    }

    #[test]
    fn minutes_are_minutes_however_they_are_spelled() {
        let spellings = ["15", "１５", "15 minutes", "15 minute", "15 min", "15 mins.", "15 m", "15m", "15MIN"];
        all_are(15.0, &spellings, &["minutes", "분"]);
        all_are(15.0, &["15분", "15 분", "15 분간", "15분이에요", "１５분", "15분쯤"], &["minutes", "분"]);
        all_are(8.0, &["8 minutes", "minute 8", "8분"], &["minute", "분"]);
        none_is(Unread::OtherUnit, &["15 hours", "900 s", "15 GB", "about 15", "15!"], &["minutes", "분"]);
    }

    #[test]
    fn dollars_stand_on_either_side() {
        let spellings =
            ["$40", "40$", "US$40", "US$ 40", "USD 40", "40 USD", "40 dollars", "$40 USD", "40달러", "40불"];
        all_are(40.0, &spellings, &["USD"]);
        all_are(40.0, &spellings, &["USD", "달러"]);
        all_are(-40.0, &["-$40", "$-40"], &["USD"]);
        none_is(Unread::OtherUnit, &["40 EUR", "€40", "40원"], &["USD", "달러"]);
    }

    #[test]
    fn a_unit_of_several_words_may_be_cut_short() {
        let spellings =
            ["560 requests per second", "560 requests/s", "560 req/s", "560 requests a second", "초당 560건", "560"];
        all_are(560.0, &spellings, &["requests per second", "건"]);
        all_are(1200.0, &["1200 reads/s", "1,200 reads", "1200건/초", "초당 1200건", "1200/s"], &["reads/s", "건/초"]);
        all_are(150.0, &["150 read units", "150 units", "150 readunits", "150단위"], &["read units", "단위"]);
        all_are(3.0, &["3 read replicas", "3 replica", "3개"], &["replicas", "개"]);
        none_is(Unread::OtherUnit, &["560 requests per minute", "분당 560건"], &["requests per second"]);
        none_is(Unread::OtherUnit, &["2 MB/s"], &["GB/s"]);
    }

    #[test]
    fn sizes_shares_and_short_times_have_their_names_too() {
        all_are(120.0, &["120GB", "120 gb", "120 GBs", "120 gigabytes", "120기가바이트"], &["GB"]);
        all_are(55.0, &["55%", "55 ％", "55 percent", "55퍼센트"], &["%"]);
        all_are(3.0, &["3ms", "3 milliseconds", "3밀리초"], &["ms"]);
        all_are(30.0, &["30 s", "30 sec", "30 secs", "30초"], &["seconds", "초"]);
    }

    #[test]
    fn where_there_is_no_unit_there_is_none() {
        none_is(Unread::OtherUnit, &["3 GB", "$3"], &[]);
    }
}
