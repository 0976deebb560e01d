//! "Hand in?": what is open and flagged, and how much time there is.

use crate::domain::mock_exam::{Sitting, wording};
use crate::text::words::exam::ExamWords;
use crate::text::words::fill;
use crate::text::wrap::wrap;
use crate::tui::look::{Look, Row, Tone, run};
use crate::tui::question::{Setting, View};
use jiff::Timestamp;

pub fn view(sitting: &Sitting, now: Timestamp, setting: &Setting) -> View {
    let words = ExamWords::of(setting.language);
    let time = wording::time_left(sitting.countdown(), now, setting.language);
    let counts = wording::counts(sitting.counts(), setting.language);
    let mut rows = vec![vec![run(words.hand_in_question, Look::new(Tone::Heading).bold())], Row::new()];
    for sentence in [counts, fill(words.hand_in_time, &[("time", time)]), words.hand_in_final.to_string()] {
        rows.extend(wrap(&[run(sentence, Tone::Text)], setting.width));
    }
    View { rows, focus: 0, cursor: None }
}
