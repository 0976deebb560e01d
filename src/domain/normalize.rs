//! Typed answers brought to the form in which they are compared.
//!
//! It must not decide what is right: grading does.

use crate::text::sanitize::compose;

/// `text` in NFC, lower case, without blanks and without a leading "Amazon" or "AWS".
///
/// ```
/// use awstutor::domain::normalize::normalized;
/// assert_eq!(normalized(" Amazon  S3 "), normalized("s3"));
/// ```
pub fn normalized(text: &str) -> String {
    let folded: String = compose(text).to_lowercase().split_whitespace().collect();
    for maker in ["amazon", "aws"] {
        match folded.strip_prefix(maker) {
            Some(rest) if !rest.is_empty() => return rest.to_string(),
            _ => {}
        }
    }
    folded
}

/// The number that someone typed: with thousands separators, a decimal point and one of `units`, if at all.
///
/// `None` for what is no number, and for a unit that is not among `units`.
///
/// ```
/// use awstutor::domain::normalize::typed_number;
/// assert_eq!(typed_number("1,000 GB", &["GB"]), Some(1000.0));
/// assert_eq!(typed_number("1,000 MB", &["GB"]), None);
/// ```
pub fn typed_number(text: &str, units: &[&str]) -> Option<f64> {
    let folded: String = compose(text).to_lowercase().split_whitespace().collect();
    let units = units.iter().map(|unit| unit.to_lowercase().split_whitespace().collect::<String>());
    let spellings = units.flat_map(|unit| if unit == "usd" { vec![unit, "$".to_string()] } else { vec![unit] });
    let bare = spellings
        .filter(|unit| !unit.is_empty())
        .find_map(|unit| folded.strip_suffix(unit.as_str()).or_else(|| folded.strip_prefix(unit.as_str())))
        .unwrap_or(&folded);
    let separators_fit = bare.split('.').next().is_some_and(thousands_fit);
    let digits = bare.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b'.' | b'-' | b'+'));
    if digits && separators_fit { bare.replace(',', "").parse().ok() } else { None }
}

/// Commas stand before groups of three digits, or nowhere.
fn thousands_fit(whole: &str) -> bool {
    let mut groups = whole.trim_start_matches(['-', '+']).split(',');
    let first = groups.next().unwrap_or_default();
    let mut rest = groups.peekable();
    rest.peek().is_none() || (1..=3).contains(&first.len()) && rest.all(|group| group.len() == 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_does_not_matter_but_the_word_does() {
        for same in ["CloudFront", "cloud front", "Amazon CloudFront", "AWS cloudfront "] {
            assert_eq!(normalized(same), "cloudfront");
        }
        assert_eq!(normalized("보안 그룹"), normalized("보안그룹"));
        assert_eq!(normalized("\u{1107}\u{1165}\u{110f}\u{1175}\u{11ba}"), "버킷");
    }

    #[test]
    fn the_maker_alone_is_an_answer() {
        assert_eq!(normalized("AWS"), "aws");
    }

    #[test]
    fn numbers_come_with_commas_points_and_units() {
        assert_eq!(typed_number("1,234.5", &[]), Some(1234.5));
        assert_eq!(typed_number("15분", &["minutes", "분"]), Some(15.0));
        assert_eq!(typed_number("$40", &["USD"]), Some(40.0));
        assert_eq!(typed_number("-3", &[]), Some(-3.0));
        for bad in ["", "about ten", "1,00", "1e9", "inf", "15 hours"] {
            assert_eq!(typed_number(bad, &["minutes"]), None, "{bad}");
        }
    }
}
