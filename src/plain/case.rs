//! A case as situations and numbered decisions.
//!
//! It must not decide what follows: the domain's session does.

use super::answer::number;
use super::console::{Command, Typed};
use super::scenario::{End, Left};
use super::session::{Exit, Session};
use super::speech::line;
use crate::domain::scenario::case::Case;
use crate::domain::scenario::case_session::Advice;
use crate::domain::scenario::{CaseSession, Scenario};
use crate::domain::scenario_runs::OpenRun;
use crate::text::number::percent;
use crate::text::words::fill;
use std::io;

impl Session<'_> {
    /// Plays until an ending is reached or the run is left.
    pub fn case(&mut self, scenario: &Scenario, case: &Case, run: &OpenRun) -> io::Result<Left> {
        let mut session = CaseSession::replay(case.clone(), &run.acts);
        while session.ending().is_none() {
            self.say_situation(&session)?;
            if let Some(exit) = self.decide(scenario, &mut session, run)? {
                return Ok(Left::Open(exit));
            }
        }
        self.say_case_debrief(&session)?;
        Ok(Left::Finished(End { acts: session.acts().to_vec(), score: session.score(), won: session.is_won() }))
    }

    fn say_situation(&mut self, session: &CaseSession) -> io::Result<()> {
        let decision = (session.acts().len() + 1).to_string();
        self.console.say_heading(&fill(self.common().decision_number, &[("number", decision)]))?;
        let texts = session.step().map(|step| &step.text).into_iter();
        let texts = texts.chain(session.notes().into_iter().map(|note| &note.text));
        let lines: Vec<String> = texts.flat_map(|text| self.scenario_text(text)).collect();
        self.console.say_all(&lines)?;
        self.console.say(self.common().what_do_you_do)?;
        for (place, option) in session.offered().into_iter().enumerate() {
            let text = line(option.text.text(self.language), self.words());
            self.console.say(&format!("{}. {text}", place + 1))?;
        }
        self.console.say("")?;
        self.console.say(self.words().prompt_case)
    }

    /// Waits for one decision and says what comes of it; `Some` if the learner left.
    fn decide(&mut self, scenario: &Scenario, session: &mut CaseSession, run: &OpenRun) -> io::Result<Option<Exit>> {
        loop {
            match self.listen(|words| words.help_case)? {
                Typed::Line(typed) => {
                    let offered = session.offered();
                    let chosen = number(&typed).and_then(|number| offered.get(number.checked_sub(1)?));
                    let Some(option) = chosen.map(|option| (*option).clone()) else {
                        let details = [("highest", offered.len().to_string())];
                        self.console.say(&fill(self.words().no_such_decision, &details))?;
                        continue;
                    };
                    if session.choose(&option.id).is_err() {
                        self.console.say(self.words().act_impossible_here)?;
                        continue;
                    }
                    self.record_acts(scenario, run.run, session.acts())?;
                    let outcome = self.scenario_text(&option.outcome);
                    self.console.say_all(&outcome)?;
                    return Ok(None);
                }
                Typed::Command(Command::Language) => self.say_situation(session)?,
                Typed::Command(Command::Back) => return Ok(Some(Exit::Back)),
                Typed::Command(Command::Menu) => return Ok(Some(Exit::Menu)),
                Typed::Command(Command::Quit) | Typed::End => return Ok(Some(Exit::Quit)),
                Typed::Command(command) => self.not_here(command)?,
                Typed::Unknown(_) => {}
            }
        }
    }

    /// The ending, what an expert says to each decision, and the expert's path.
    pub fn say_case_debrief(&mut self, session: &CaseSession) -> io::Result<()> {
        let (words, common) = (self.words(), self.common());
        if let Some(ending) = session.ending() {
            self.console.say_heading(ending.title.text(self.language))?;
            let text = self.scenario_text(&ending.text);
            self.console.say_all(&text)?;
            let verdict = if ending.won { words.ending_won } else { words.ending_lost };
            let points = fill(common.points_of_expert, &[("percent", percent(session.score(), self.language))]);
            self.console.say_heading(&format!("{verdict} {points}."))?;
        }
        self.console.say_heading(common.debrief)?;
        let text = |text: &crate::domain::question::Text| line(text.text(self.language), words);
        let mut lines = vec![format!("{}:", common.your_decisions)];
        for (place, decision) in session.decisions().into_iter().enumerate() {
            lines.push(format!("{}. {}: {}", place + 1, text(&decision.taken.text), text(&decision.taken.why)));
            if let Some(advice) = decision.advice() {
                let (template, option) = match advice {
                    Advice::Expert(option) => (common.expert_takes, option),
                    Advice::Best(option) => (common.best_left, option),
                };
                lines.push(format!("   {}", fill(template, &[("option", text(&option.text))])));
            }
        }
        lines.extend([String::new(), words.expert_path.to_string()]);
        for (place, (_, option)) in session.expert_path().into_iter().enumerate() {
            lines.push(format!("{}. {}: {}", place + 1, text(&option.text), text(&option.why)));
        }
        lines.push(String::new());
        self.console.say_all(&lines)
    }
}
