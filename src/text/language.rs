//! The languages of the program, and a value that exists in some of them.
//!
//! It must not hold any sentence: those stand in the table of words.

use serde::{Deserialize, Serialize};

/// A language of the interface and of the course.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub enum Language {
    #[default]
    #[serde(rename = "en")]
    English,
    #[serde(rename = "ko")]
    Korean,
}

impl Language {
    pub const ALL: [Language; 2] = [Language::English, Language::Korean];

    /// The ISO 639-1 code, as in folder names and settings: `en`, `ko`.
    pub fn code(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::Korean => "ko",
        }
    }

    /// The language's own name for itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Language::English => "English",
            Language::Korean => "한국어",
        }
    }

    /// The language of a code, `None` for one that the program does not speak.
    pub fn from_code(code: &str) -> Option<Language> {
        Language::ALL.into_iter().find(|language| language.code() == code)
    }

    /// The language of a POSIX or BCP 47 locale: `ko_KR.UTF-8`, `ko-KR`, `C`.
    ///
    /// ```
    /// use awstutor::text::Language;
    /// assert_eq!(Language::from_locale("ko_KR.UTF-8"), Some(Language::Korean));
    /// assert_eq!(Language::from_locale("C"), None);
    /// ```
    pub fn from_locale(locale: &str) -> Option<Language> {
        let code = locale.split(['_', '-', '.', '@']).next().unwrap_or_default();
        Language::from_code(&code.to_ascii_lowercase())
    }

    /// The other one: there are two.
    pub fn other(self) -> Language {
        match self {
            Language::English => Language::Korean,
            Language::Korean => Language::English,
        }
    }
}

/// A value written once for all languages or once for each.
///
/// A missing language falls back to the other, and [`Localized::get`] says so.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Localized<T> {
    #[serde(rename = "en", skip_serializing_if = "Option::is_none", default = "Option::default")]
    english: Option<T>,
    #[serde(rename = "ko", skip_serializing_if = "Option::is_none", default = "Option::default")]
    korean: Option<T>,
}

/// A value found for a language, and whether it is that language's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found<'a, T: ?Sized> {
    pub value: &'a T,
    /// The value stands in the other language, because this one has none.
    pub fallback: bool,
}

impl<T> Localized<T> {
    /// Nothing in any language yet.
    pub fn empty() -> Self {
        Localized { english: None, korean: None }
    }

    pub fn set(&mut self, language: Language, value: T) {
        *self.slot(language) = Some(value);
    }

    /// What is written in exactly this language.
    pub fn own(&self, language: Language) -> Option<&T> {
        match language {
            Language::English => self.english.as_ref(),
            Language::Korean => self.korean.as_ref(),
        }
    }

    /// What to show in this language: its own, else the other's.
    pub fn get(&self, language: Language) -> Option<Found<'_, T>> {
        let own = self.own(language).map(|value| Found { value, fallback: false });
        own.or_else(|| self.own(language.other()).map(|value| Found { value, fallback: true }))
    }

    pub fn is_empty(&self) -> bool {
        self.english.is_none() && self.korean.is_none()
    }

    /// Every value with its language.
    pub fn iter(&self) -> impl Iterator<Item = (Language, &T)> {
        Language::ALL.into_iter().filter_map(|language| Some((language, self.own(language)?)))
    }

    /// The same languages with each value turned into another.
    pub fn map<U>(&self, mut turn: impl FnMut(Language, &T) -> U) -> Localized<U> {
        let mut turned = Localized::empty();
        for (language, value) in self.iter() {
            turned.set(language, turn(language, value));
        }
        turned
    }

    fn slot(&mut self, language: Language) -> &mut Option<T> {
        match language {
            Language::English => &mut self.english,
            Language::Korean => &mut self.korean,
        }
    }
}

impl Localized<String> {
    /// The text to show, empty if there is none in any language.
    pub fn text(&self, language: Language) -> &str {
        self.get(language).map_or("", |found| found.value)
    }

    /// The text when `language` has none of its own.
    pub fn is_fallback(&self, language: Language) -> bool {
        self.get(language).is_some_and(|found| found.fallback)
    }
}

impl<T: Clone> Localized<T> {
    /// The same value in every language.
    pub fn same(value: T) -> Self {
        Localized { english: Some(value.clone()), korean: Some(value) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_language_falls_back_and_says_so() {
        let mut text = Localized::empty();
        text.set(Language::English, "subnet".to_string());
        assert_eq!(text.text(Language::Korean), "subnet");
        assert!(text.is_fallback(Language::Korean));
        assert!(!text.is_fallback(Language::English));
    }

    #[test]
    fn an_unknown_locale_has_no_language() {
        assert_eq!(Language::from_locale("fr_FR.UTF-8"), None);
        assert_eq!(Language::from_locale("KO"), Some(Language::Korean));
    }
}
