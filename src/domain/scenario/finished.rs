//! A run of a scenario that has ended, as it is looked back on.
//!
//! It must not know when it was played: the acts of a run from long ago lead to the same.

use super::case_session::CaseSession;
use super::debrief::Debrief;
use super::what_if_session::WhatIfSession;
use super::{Kind, Scenario};

#[derive(Debug, Clone)]
pub enum Finished {
    WhatIf(Scenario, Box<WhatIfSession>, Box<Debrief>),
    Case(Scenario, CaseSession),
}

impl Finished {
    /// A finished run, played once more from what was decided. Where the scenario has changed since, what is gone is left
    /// out, and a case may stop before an ending.
    pub fn replay(scenario: Scenario, acts: &[String]) -> Finished {
        match scenario.kind.clone() {
            Kind::WhatIf(what_if) => Finished::what_if(scenario, WhatIfSession::replay(*what_if, acts)),
            Kind::Case(case) => Finished::Case(scenario, CaseSession::replay(case, acts)),
        }
    }

    pub fn what_if(scenario: Scenario, mut session: WhatIfSession) -> Finished {
        let debrief = Box::new(session.debrief());
        Finished::WhatIf(scenario, Box::new(session), debrief)
    }

    pub fn scenario(&self) -> &Scenario {
        match self {
            Finished::WhatIf(scenario, ..) | Finished::Case(scenario, _) => scenario,
        }
    }
}
