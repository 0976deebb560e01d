//! What is remembered, seen from outside: against the reference implementation, and over time zones and machines.

mod clocks;
mod reference;

use awstutor::domain::event::{Answered, Mode, What};
use awstutor::domain::id::ChapterId;
use awstutor::domain::outline::QuestionOutline;
use awstutor::domain::question::Kind;
use awstutor::domain::response::Recorded;
use awstutor::text::Language;
use std::collections::BTreeMap;

fn question() -> QuestionOutline {
    QuestionOutline {
        id: "s3-1".into(),
        kind: Kind::Single,
        revision: 1,
        section: ChapterId::from("s3").section("problem"),
        services: Vec::new(),
        domains: BTreeMap::new(),
    }
}

fn answered() -> What {
    What::Answered(Answered {
        question: question().id,
        kind: Some(Kind::Single),
        revision: 1,
        key: String::new(),
        response: Recorded::Nothing,
        shown: Vec::new(),
        score: 1.0,
        hints: 0,
        ms: 9_000,
        mode: Mode::Review,
        language: Language::English,
        run: None,
    })
}
