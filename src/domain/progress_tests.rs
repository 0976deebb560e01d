//! What holds of progress whatever the events are, and in whatever order they come.

use super::event::examples::{answered, event};
use super::event::{Event, Rating, ScenarioFinished, What};
use super::memory::Model;
use super::progress::{Applied, Progress};
use super::shuffle::permutation;
use proptest::prelude::*;
use uuid::Uuid;

/// Events of every type that bears on what is remembered, over some weeks; the number of each gives its id.
fn any_event(number: u128, (kind, question, days, target): (u8, u8, i64, u8)) -> Event {
    let question = format!("s3-{question}");
    let target = Uuid::from_u128(u128::from(target));
    let what = match kind {
        0..=4 => answered(&question, f64::from(kind) / 4.0),
        5 => What::Undone { event: target },
        6 => What::Rated { answer: target, rating: Rating::Hard },
        7 => {
            let model = Model::default();
            let parameters = model.parameters().iter().map(|parameter| f64::from(*parameter) * 1.01).collect();
            What::ParametersFitted { parameters, answers: 7 }
        }
        8 => What::ScenarioFinished(ScenarioFinished {
            scenario: "image-load".into(),
            run: target,
            acts: Vec::new(),
            score: 1.0,
            won: true,
            questions: vec![question.as_str().into()],
        }),
        9 => What::SectionRead { section: "s3#problem".into() },
        10 => What::Bookmarked { section: "s3#problem".into(), on: true },
        11 => What::Position { section: "aws#problem".into(), paragraph: 3 },
        _ => What::Reset,
    };
    event(number, days * 24 * 60, what)
}

fn any_events() -> impl Strategy<Value = Vec<Event>> {
    // A reset is rare: it hides what came before.
    let kind = prop_oneof![40 => 0u8..12, 1 => Just(12)];
    let facts = prop::collection::vec((kind, 0u8..3, 0i64..20, 0u8..30), 1..60);
    facts
        .prop_map(|facts| facts.into_iter().enumerate().map(|(number, fact)| any_event(number as u128, fact)).collect())
}

proptest! {
    #[test]
    fn the_order_of_arrival_does_not_matter(events in any_events(), seed in any::<u64>()) {
        let mixed = permutation(events.len(), seed).into_iter().map(|place| events[place].clone());
        prop_assert_eq!(Progress::fold(mixed), Progress::fold(events));
    }

    #[test]
    fn two_journals_are_merged_in_any_order_and_as_often_as_one_likes(events in any_events(), split in 0usize..60) {
        let (here, there) = events.split_at(split.min(events.len()));
        let merged = here.iter().chain(there).chain(here).cloned();
        prop_assert_eq!(Progress::fold(merged), Progress::fold(there.iter().chain(here).cloned()));
    }

    #[test]
    fn taking_events_one_by_one_is_folding_them(mut events in any_events()) {
        events.sort_by_key(Event::order);
        let mut progress = Progress::default();
        for (count, event) in events.iter().enumerate() {
            prop_assert_eq!(progress.apply(event.clone()), Applied::InOrder);
            prop_assert_eq!(&progress, &Progress::fold(events[..=count].iter().cloned()));
        }
    }
}
