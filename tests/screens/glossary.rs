//! The glossary: the terms of what is on the screen.

use super::learner;
use crate::support::learner::Learner;
use awstutor::text::Language;

#[test]
fn the_terms_of_a_chapter_lead_to_where_they_are_explained() {
    let mut learner = Learner::new(80, 24).language(Language::Korean);
    learner.press("Enter F12").sees("용어집").sees("온프레미스").sees("on-premises");
    learner.press("Enter").sees("›").press("Esc").sees("용어집");
}

#[test]
fn from_home_every_term_is_listed() {
    let mut learner = Learner::new(80, 24);
    learner.press("v").sees("Glossary").press("End").sees("write-through");
}

#[test]
fn the_glossary_opens_once() {
    let mut learner = Learner::new(80, 24);
    learner.press("Enter v v F12").sees("Glossary").press("Esc").misses("Glossary").sees("Foundations ›");
}

#[test]
fn a_course_without_a_glossary_says_so() {
    learner().press("F12").sees("There are no terms of the glossary here");
}
