//! Events on their way to the disk: what one message records goes in one go, and what could not be saved waits.
//!
//! It must not touch the disk: effects ask for that, and messages say what came of it.

use super::effect::Effect;
use crate::domain::event::{Event, What};

#[derive(Debug, Default)]
pub struct Outbox {
    /// Events that could not be saved yet.
    waiting: Vec<Event>,
    /// Why, until saving works again.
    failure: Option<String>,
}

impl Outbox {
    /// Adds an event to what is to be saved.
    pub fn put(event: Event, effects: &mut Vec<Effect>) {
        let saved = effects.iter_mut().find_map(|effect| match effect {
            Effect::Save(events) => Some(events),
            _ => None,
        });
        let Some(events) = saved else {
            effects.push(Effect::Save(vec![event]));
            return;
        };
        // Of several places in one chapter within one message only the last matters.
        if let What::Position { section, .. } = &event.what {
            let chapter = section.chapter();
            events.retain(
                |earlier| !matches!(&earlier.what, What::Position { section, .. } if section.chapter() == chapter),
            );
        }
        events.push(event);
    }

    /// Tries once more to save what waits.
    pub fn retry(&self, effects: &mut Vec<Effect>) {
        if !self.waiting.is_empty() && !effects.iter().any(|effect| matches!(effect, Effect::Save(_))) {
            effects.push(Effect::Save(Vec::new()));
        }
    }

    /// Puts what waits before what is new, so that it is written first and in one go.
    pub fn dispatch(&mut self, mut effects: Vec<Effect>) -> Vec<Effect> {
        for effect in &mut effects {
            if let Effect::Save(events) = effect {
                let mut waiting = std::mem::take(&mut self.waiting);
                waiting.append(events);
                *events = waiting;
            }
        }
        effects
    }

    /// Keeps what could not be saved for the next time.
    pub fn wait(&mut self, events: Vec<Event>) {
        self.waiting = events;
    }

    /// Saving fails for this reason, or no more.
    pub fn set_failure(&mut self, reason: Option<String>) {
        self.failure = reason;
    }

    pub fn failure(&self) -> Option<&str> {
        self.failure.as_deref()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::event::examples::{answered, event};

    fn sections(effects: &[Effect]) -> Vec<String> {
        let events =
            effects.iter().flat_map(|effect| if let Effect::Save(events) = effect { &events[..] } else { &[] });
        events
            .map(|event| match &event.what {
                What::Position { section, .. } => section.to_string(),
                _ => "an answer".to_string(),
            })
            .collect()
    }

    fn place(section: &str) -> Event {
        event(1, 1, What::Position { section: section.into(), paragraph: 0 })
    }

    #[test]
    fn of_the_places_in_a_chapter_the_last_is_saved() {
        let mut effects = Vec::new();
        for section in ["s3#one", "s3#two", "ec2#one"] {
            Outbox::put(place(section), &mut effects);
        }
        assert_eq!((effects.len(), sections(&effects)), (1, vec!["s3#two".to_string(), "ec2#one".to_string()]));
    }

    #[test]
    fn what_waits_is_written_before_what_is_new() {
        let mut outbox = Outbox::default();
        outbox.wait(vec![event(1, 1, answered("s3-1", 1.0))]);
        let mut effects = Vec::new();
        Outbox::put(place("s3#one"), &mut effects);
        assert_eq!(sections(&outbox.dispatch(effects)), ["an answer", "s3#one"]);
    }

    #[test]
    fn nothing_is_tried_again_when_nothing_waits() {
        let (mut outbox, mut effects) = (Outbox::default(), Vec::new());
        outbox.retry(&mut effects);
        assert!(effects.is_empty());
        outbox.wait(vec![place("s3#one")]);
        outbox.retry(&mut effects);
        assert_eq!(sections(&outbox.dispatch(effects)), ["s3#one"]);
    }
}
