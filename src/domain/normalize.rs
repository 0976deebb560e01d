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
}
