//! A scenario: a situation in which decisions show what they do.
//!
//! A what-if is judged by the load model, a case by its author's points. A run of either is a list of names of what was
//! decided, so that it can be taken up again and proved. It must not know files, events or sentences for learners other
//! than the author's own.

pub mod case;
pub mod case_proof;
pub mod case_session;
pub mod debrief;
pub mod finished;
pub mod outcome;
pub mod plans;
pub mod proof;
pub mod what_if;
pub mod what_if_session;

pub use case::Case;
pub use case_session::CaseSession;
pub use finished::Finished;
pub use what_if::WhatIf;
pub use what_if_session::WhatIfSession;

use super::id::{QuestionId, ScenarioId, SectionId};
use super::question::Text;
use jiff::civil::Date;

#[derive(Debug, Clone, PartialEq)]
pub struct Scenario {
    pub id: ScenarioId,
    pub title: Text,
    /// One line for the list.
    pub summary: Text,
    /// How long a run takes.
    pub minutes: u32,
    /// Who we are and what hurts: Markdown.
    pub brief: Text,
    /// Where it is taught.
    pub sections: Vec<SectionId>,
    /// Questions that finishing puts on the review list.
    pub questions: Vec<QuestionId>,
    pub sources: Vec<String>,
    pub verified: Option<Date>,
    /// The recommended plan or the expert's path, and why: Markdown.
    pub debrief: Text,
    pub kind: Kind,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    WhatIf(Box<WhatIf>),
    Case(Case),
}
