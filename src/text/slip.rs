//! Words that are one slip of the finger apart: a letter too many, too few, wrong, or two swapped.
//!
//! It must not forgive more than one slip, and not know what the words are for.

/// Whether exactly one slip lies between two words, letter by letter.
pub fn is_one_slip<T: PartialEq>(typed: &[T], meant: &[T]) -> bool {
    let same = typed.iter().zip(meant).take_while(|(a, b)| a == b).count();
    let (typed, meant) = (&typed[same..], &meant[same..]);
    let same = typed.iter().rev().zip(meant.iter().rev()).take_while(|(a, b)| a == b).count();
    match (&typed[..typed.len() - same], &meant[..meant.len() - same]) {
        ([_], []) | ([], [_]) | ([_], [_]) => true,
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    }
}

/// Whether two words are the same but for one slip at most: for guessing what was meant.
///
/// ```
/// use awstutor::text::slip::one_slip_apart;
/// assert!(one_slip_apart("retention", "retetnion"));
/// assert!(!one_slip_apart("retention", "memory"));
/// ```
pub fn one_slip_apart(left: &str, right: &str) -> bool {
    let letters = |word: &str| word.chars().collect::<Vec<char>>();
    left == right || is_one_slip(&letters(left), &letters(right))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slip() {
        for typed in ["clodfront", "cloudfrontt", "cloudfromt", "cluodfront", "loudfront", "cloudfrotn"] {
            assert!(is_one_slip(typed.as_bytes(), b"cloudfront"), "{typed}");
        }
        for typed in ["cloudfront", "clodfrnt", "cloud", "fcloudfrnot", ""] {
            assert!(!is_one_slip(typed.as_bytes(), b"cloudfront"), "{typed}");
        }
    }

    #[test]
    fn slips_are_near_and_other_words_are_not() {
        for near in ["promt", "prompt", "prmopt", "promptt", "prompd"] {
            assert!(one_slip_apart("prompt", near), "{near}");
        }
        assert!(!one_slip_apart("prompt", "hint"));
    }

    #[test]
    fn a_syllable_is_one_letter() {
        assert!(one_slip_apart("설정", "설장"));
    }
}
