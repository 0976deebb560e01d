//! `awstutor review --fit`: the model of forgetting, fitted to one's own answers.
//!
//! The new parameters are recorded only if they predict better; nothing that was answered is changed.

use super::arguments::Global;
use super::failure::{Done, Failure};
use super::keeper::WallClock;
use super::opening::Basis;
use crate::domain::event::Event;
use crate::domain::memory::fit::{Change, Fit, NEEDED, Outcome, fit};
use crate::plain::Surroundings;
use crate::text::words::command::CommandWords;
use crate::text::words::fill;
use std::io::Write;

pub fn run(global: &Global, output: &mut dyn Write) -> Result<Done, Failure> {
    let basis = Basis::find(global);
    let (course, _) = basis.course(global)?;
    let mut journal = basis.journal(&course)?;
    let unreadable = |error: crate::store::journal::JournalError| Failure::Disk(error.to_string());
    let (progress, _) = journal.replay(basis.settings.day_start).map_err(unreadable)?;
    let outcome = fit(progress.memories(), basis.settings.retention_share());
    if let Outcome::Better(fit) = &outcome {
        let mut clock = WallClock::default();
        let event = Event { id: clock.id(), at: clock.now(), what: fit.event() };
        journal.append(&[event]).map_err(unreadable)?;
    }
    for line in lines(&outcome, basis.words()) {
        writeln!(output, "{line}")?;
    }
    Ok(Done::Fine)
}

/// What came of it, in words.
fn lines(outcome: &Outcome, words: &CommandWords) -> Vec<String> {
    match outcome {
        Outcome::TooFew { reviews } => {
            let details = [
                ("reviews", reviews.to_string()),
                ("needed", NEEDED.to_string()),
                ("missing", (NEEDED - reviews).to_string()),
            ];
            vec![fill(words.fit_too_few, &details)]
        }
        Outcome::NoBetter { reviews, log_loss } => {
            vec![fill(words.fit_no_better, &[("reviews", reviews.to_string())]), loss(log_loss, words)]
        }
        Outcome::Better(fit) => better(fit, words),
        Outcome::Failed { reason } => vec![fill(words.fit_failed, &[("reason", reason.clone())])],
    }
}

fn better(fit: &Fit, words: &CommandWords) -> Vec<String> {
    let days = |of: fn(&Change<i64>) -> i64| {
        fit.intervals.iter().map(|change| of(change).to_string()).collect::<Vec<_>>().join(", ")
    };
    let intervals = [("before", days(|change| change.before)), ("after", days(|change| change.after))];
    vec![
        fill(words.fit_done, &[("reviews", fit.reviews.to_string())]),
        loss(&fit.log_loss, words),
        fill(words.fit_intervals, &intervals),
    ]
}

fn loss(log_loss: &Change<f64>, words: &CommandWords) -> String {
    let details = [("before", format!("{:.4}", log_loss.before)), ("after", format!("{:.4}", log_loss.after))];
    fill(words.fit_loss, &details)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    #[test]
    fn it_says_how_many_are_missing() {
        let lines = lines(&Outcome::TooFew { reviews: 110 }, CommandWords::of(Language::English));
        assert_eq!(lines, ["110 reviews so far; fitting needs 400, so 290 more. Nothing was changed."]);
    }

    #[test]
    fn it_says_what_changed() {
        let outcome = Outcome::Better(Fit {
            parameters: Vec::new(),
            reviews: 812,
            log_loss: Change { before: 0.51234, after: 0.4 },
            intervals: vec![Change { before: 2, after: 1 }, Change { before: 11, after: 4 }],
        });
        let english = lines(&outcome, CommandWords::of(Language::English));
        assert_eq!(english[1], "Log loss on the newest fifth of them (smaller is better): 0.5123 before, 0.4000 now");
        assert_eq!(english[2], "Days until a question comes back that is right every time: 2, 11 before; 1, 4 now");
        assert_eq!(lines(&outcome, CommandWords::of(Language::Korean)).len(), 3);
    }
}
