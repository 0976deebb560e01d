//! Hangul letters: the keys under them, their initial consonants, and syllables that are still being typed.
//!
//! It works on single characters and Unicode arithmetic only. It must not know words, grammar (see `particle`)
//! or where a match stands in a text (see `course::search`).

use std::ops::RangeInclusive;

/// The first composed syllable, 가. Syllables follow in the order initial, medial, final.
const FIRST_SYLLABLE: u32 = 0xAC00;
const LAST_SYLLABLE: u32 = 0xD7A3;
const FINALS_PER_MEDIAL: u32 = 28;
const SYLLABLES_PER_INITIAL: u32 = 21 * FINALS_PER_MEDIAL;

/// Initial consonants (초성) in the order of the syllable block.
const INITIALS: [char; 19] =
    ['ㄱ', 'ㄲ', 'ㄴ', 'ㄷ', 'ㄸ', 'ㄹ', 'ㅁ', 'ㅂ', 'ㅃ', 'ㅅ', 'ㅆ', 'ㅇ', 'ㅈ', 'ㅉ', 'ㅊ', 'ㅋ', 'ㅌ', 'ㅍ', 'ㅎ'];

/// Final consonants (종성) in the order of the syllable block; the syllable without one comes before them.
const FINALS: [char; 27] = [
    'ㄱ', 'ㄲ', 'ㄳ', 'ㄴ', 'ㄵ', 'ㄶ', 'ㄷ', 'ㄹ', 'ㄺ', 'ㄻ', 'ㄼ', 'ㄽ', 'ㄾ', 'ㄿ', 'ㅀ', 'ㅁ', 'ㅂ', 'ㅄ', 'ㅅ',
    'ㅆ', 'ㅇ', 'ㅈ', 'ㅊ', 'ㅋ', 'ㅌ', 'ㅍ', 'ㅎ',
];

/// The keys of the two-set layout (두벌식) under the compatibility jamo ㄱ (U+3131) to ㅣ (U+3163), without Shift.
const KEYS: [&str; 51] = [
    "r", "r", "rt", "s", "sw", "sg", "e", "e", "f", "fr", "fa", "fq", "ft", "fx", "fv", "fg", "a", "q", "q", "qt", "t",
    "t", "d", "w", "w", "c", "z", "x", "v", "g", // consonants
    "k", "o", "i", "o", "j", "p", "u", "p", "h", "hk", "ho", "hl", "y", "n", "nj", "np", "nl", "b", "m", "ml",
    "l", // vowels
];
const FIRST_JAMO: char = 'ㄱ';
const FIRST_VOWEL: u32 = 'ㅏ' as u32;

/// The Latin keys under one Hangul character, in the order they are struck. Made by [`latin_keys`].
#[derive(Debug, Clone, Default)]
pub struct LatinKeys {
    /// One initial, two halves of a medial and two of a final are the most there can be.
    keys: [char; 5],
    next: usize,
    end: usize,
}

impl LatinKeys {
    fn strike(&mut self, jamo: char) {
        let keys = (jamo as u32)
            .checked_sub(FIRST_JAMO as u32)
            .and_then(|position| KEYS.get(position as usize))
            .copied()
            .unwrap_or_default();
        for key in keys.chars() {
            if let Some(slot) = self.keys.get_mut(self.end) {
                *slot = key;
                self.end += 1;
            }
        }
    }
}

impl Iterator for LatinKeys {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        let key = *self.keys[..self.end].get(self.next)?;
        self.next += 1;
        Some(key)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.end - self.next;
        (left, Some(left))
    }
}

impl ExactSizeIterator for LatinKeys {}

/// The keys of the two-set layout that produce `c`; nothing if `c` is not Hangul.
///
/// Shift is not a different action, so ㅃ is `q` like ㅂ. Takes compatibility jamo, conjoining jamo and syllables.
///
/// ```
/// use awstutor::text::hangul::latin_keys;
///
/// assert_eq!(latin_keys('ㅓ').collect::<String>(), "j");
/// assert_eq!(latin_keys('닭').collect::<String>(), "ekfr");
/// assert_eq!(latin_keys('j').len(), 0);
/// ```
pub fn latin_keys(c: char) -> LatinKeys {
    let mut keys = LatinKeys::default();
    if let Some(syllable) = Syllable::of(c) {
        keys.strike(syllable.initial());
        keys.strike(syllable.medial());
        if let Some(last) = syllable.last() {
            keys.strike(last);
        }
    } else if let Some(jamo) = conjoining_as_compatibility(c) {
        keys.strike(jamo);
    } else {
        keys.strike(c);
    }
    keys
}

/// The initial consonant (초성) of a composed syllable, as compatibility jamo.
///
/// ```
/// use awstutor::text::hangul::initial;
///
/// assert_eq!(initial('클'), Some('ㅋ'));
/// assert_eq!(initial('ㅋ'), None);
/// ```
pub fn initial(c: char) -> Option<char> {
    Syllable::of(c).map(|syllable| syllable.initial())
}

/// The final consonant (종성, 받침) of a composed syllable, as compatibility jamo; a cluster stays whole.
///
/// ```
/// use awstutor::text::hangul::final_consonant;
///
/// assert_eq!(final_consonant('값'), Some('ㅄ'));
/// assert_eq!(final_consonant('가'), None);
/// ```
pub fn final_consonant(c: char) -> Option<char> {
    Syllable::of(c).and_then(|syllable| syllable.last())
}

/// Whether `c` is a consonant that can begin a syllable, written as compatibility jamo.
///
/// ```
/// use awstutor::text::hangul::is_initial;
///
/// assert!(is_initial('ㅃ'));
/// assert!(!is_initial('ㄺ') && !is_initial('ㅏ') && !is_initial('바'));
/// ```
pub fn is_initial(c: char) -> bool {
    INITIALS.contains(&c)
}

/// The two consonants of a cluster.
///
/// ```
/// use awstutor::text::hangul::split_cluster;
///
/// assert_eq!(split_cluster('ㄺ'), Some(('ㄹ', 'ㄱ')));
/// assert_eq!(split_cluster('ㄲ'), None);
/// ```
pub fn split_cluster(c: char) -> Option<(char, char)> {
    Some(match c {
        'ㄳ' => ('ㄱ', 'ㅅ'),
        'ㄵ' => ('ㄴ', 'ㅈ'),
        'ㄶ' => ('ㄴ', 'ㅎ'),
        'ㄺ' => ('ㄹ', 'ㄱ'),
        'ㄻ' => ('ㄹ', 'ㅁ'),
        'ㄼ' => ('ㄹ', 'ㅂ'),
        'ㄽ' => ('ㄹ', 'ㅅ'),
        'ㄾ' => ('ㄹ', 'ㅌ'),
        'ㄿ' => ('ㄹ', 'ㅍ'),
        'ㅀ' => ('ㄹ', 'ㅎ'),
        'ㅄ' => ('ㅂ', 'ㅅ'),
        _ => return None,
    })
}

/// All syllables that begin with what is typed so far. Anything but an initial consonant or a syllable
/// without a final is complete and yields itself.
///
/// ```
/// use awstutor::text::hangul::completions;
///
/// assert_eq!(completions('라'), '라'..='랗');
/// assert_eq!(completions('ㄹ'), '라'..='맇');
/// assert_eq!(completions('람'), '람'..='람');
/// ```
pub fn completions(typed: char) -> RangeInclusive<char> {
    let run = if let Some(position) = INITIALS.iter().position(|&jamo| jamo == typed) {
        Some((FIRST_SYLLABLE + position as u32 * SYLLABLES_PER_INITIAL, SYLLABLES_PER_INITIAL))
    } else if Syllable::of(typed).is_some_and(|syllable| syllable.last().is_none()) {
        Some((typed as u32, FINALS_PER_MEDIAL))
    } else {
        None
    };
    run.and_then(|(first, count)| Some(char::from_u32(first)?..=char::from_u32(first + count - 1)?))
        .unwrap_or(typed..=typed)
}

/// What `typed` becomes when its last consonant moves over to the next syllable (도깨비불): the syllable that stays
/// and the initial that leaves. An input method shows 봉 on the way to 보아, and 읽 on the way to 일기.
///
/// ```
/// use awstutor::text::hangul::carry;
///
/// assert_eq!(carry('봉'), Some(('보', 'ㅇ')));
/// assert_eq!(carry('읽'), Some(('일', 'ㄱ')));
/// assert_eq!(carry('보'), None);
/// ```
pub fn carry(typed: char) -> Option<(char, char)> {
    let syllable = Syllable::of(typed)?;
    let last = syllable.last()?;
    let (stays, leaves) = match split_cluster(last) {
        Some((stays, leaves)) => (Some(stays), leaves),
        None => (None, last),
    };
    Some((syllable.with_last(stays)?, leaves))
}

/// Whether `c` is a composed syllable or a jamo of either kind.
///
/// ```
/// use awstutor::text::hangul::is_hangul;
///
/// assert!(is_hangul('한') && is_hangul('ㅎ'));
/// assert!(!is_hangul('h'));
/// ```
pub fn is_hangul(c: char) -> bool {
    matches!(c, '가'..='힣' | '\u{3131}'..='\u{318E}' | '\u{1100}'..='\u{11FF}')
}

/// A composed syllable, as its distance from 가.
#[derive(Clone, Copy)]
struct Syllable(u32);

impl Syllable {
    fn of(c: char) -> Option<Self> {
        (FIRST_SYLLABLE..=LAST_SYLLABLE).contains(&(c as u32)).then(|| Self(c as u32 - FIRST_SYLLABLE))
    }

    fn initial(self) -> char {
        INITIALS[(self.0 / SYLLABLES_PER_INITIAL) as usize]
    }

    fn medial(self) -> char {
        let position = self.0 % SYLLABLES_PER_INITIAL / FINALS_PER_MEDIAL;
        char::from_u32(FIRST_VOWEL + position).unwrap_or(FIRST_JAMO)
    }

    fn last(self) -> Option<char> {
        let position = self.0 % FINALS_PER_MEDIAL;
        position.checked_sub(1).map(|position| FINALS[position as usize])
    }

    fn with_last(self, last: Option<char>) -> Option<char> {
        let position = match last {
            Some(last) => 1 + FINALS.iter().position(|&jamo| jamo == last)? as u32,
            None => 0,
        };
        char::from_u32(FIRST_SYLLABLE + self.0 - self.0 % FINALS_PER_MEDIAL + position)
    }
}

/// Modern conjoining jamo, the parts that decomposed text is made of.
fn conjoining_as_compatibility(c: char) -> Option<char> {
    let code = c as u32;
    match code {
        0x1100..=0x1112 => Some(INITIALS[(code - 0x1100) as usize]),
        0x1161..=0x1175 => char::from_u32(FIRST_VOWEL + code - 0x1161),
        0x11A8..=0x11C2 => Some(FINALS[(code - 0x11A8) as usize]),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    fn keys(c: char) -> String {
        latin_keys(c).collect()
    }

    #[test]
    fn the_keys_under_hangul() {
        let expected = "ㅓ j, ㅂ q, ㅃ q, ㅖ p, ㅘ hk, ㅄ qt, ㅣ l, 바 qk, 닭 ekfr, 의 dml, 괇 rhkfq, 힣 glg, a , 漢 ";
        for pair in expected.split(", ") {
            let (c, expected) = pair.split_once(' ').expect("a character and its keys");
            assert_eq!(c.chars().flat_map(latin_keys).collect::<String>(), expected, "{c}");
        }
        assert_eq!(keys('\u{3164}'), "", "the filler has no key");
    }

    #[test]
    fn shift_does_not_change_the_key() {
        for (plain, shifted) in "ㅂㅈㄷㄱㅅㅐㅔ".chars().zip("ㅃㅉㄸㄲㅆㅒㅖ".chars()) {
            assert_eq!(keys(plain), keys(shifted));
        }
    }

    #[test]
    fn every_letter_key_has_a_jamo() {
        let reached: std::collections::BTreeSet<char> = ('ㄱ'..='ㅣ').flat_map(latin_keys).collect();
        assert!(('a'..='z').all(|key| reached.contains(&key)));
    }

    #[test]
    fn a_letter_on_its_way() {
        let can_become = |typed: char, target: char| completions(typed).contains(&target);
        assert!(can_become('라', '람') && can_become('라', '라') && can_become('ㄹ', '람'));
        assert!(!can_become('라', '로') && !can_become('ㄹ', '나') && !can_become('봉', '보'));
        assert!(can_become('a', 'a') && !can_become('a', 'A'));
    }

    proptest! {
        #[test]
        fn a_syllable_has_the_keys_of_its_decomposition(c in proptest::char::range('가', '힣')) {
            let parts: String = c.to_string().nfd().flat_map(latin_keys).collect();
            prop_assert_eq!(keys(c), parts);
        }

        #[test]
        fn the_consonant_that_leaves_was_the_last(c in proptest::char::range('가', '힣')) {
            if let Some((stays, leaves)) = carry(c) {
                let keys_apart: String = latin_keys(stays).chain(latin_keys(leaves)).collect();
                prop_assert_eq!(keys(c), keys_apart);
                prop_assert!(is_initial(leaves));
            }
        }

        #[test]
        fn completions_share_the_initial(c in proptest::char::range('가', '힣')) {
            let jamo = initial(c).expect("a syllable");
            prop_assert!(completions(jamo).contains(&c));
            prop_assert!(completions(jamo).all(|syllable| initial(syllable) == Some(jamo)));
        }
    }
}
