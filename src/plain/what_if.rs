//! A what-if as numbered actions and sentences.
//!
//! It must not compute: the domain's session does, and `figures` words what comes out.

use super::answer::number;
use super::console::{Command, Typed};
use super::figures::Telling;
use super::scenario::{End, Left};
use super::session::{Exit, Session};
use crate::domain::scenario::what_if::{Obstacle, WhatIf};
use crate::domain::scenario::{Scenario, WhatIfSession};
use crate::domain::scenario_runs::OpenRun;
use crate::text::number::percent;
use crate::text::words::{fill, with_aside};
use std::io;

/// The loads that can be looked at, in percent of the load as given.
const LOADS: std::ops::RangeInclusive<u32> = 10..=400;

impl Session<'_> {
    /// Plays until the run is finished or left.
    pub fn what_if(&mut self, scenario: &Scenario, what_if: &WhatIf, run: &OpenRun) -> io::Result<Left> {
        let mut session = WhatIfSession::replay(what_if.clone(), &run.acts);
        self.say_figures(&mut session)?;
        self.say_actions(&session)?;
        let mut asked = false;
        loop {
            let typed = self.listen(|words| words.help_what_if)?;
            // Only the very next line can say yes.
            let was_asked = std::mem::take(&mut asked);
            match typed {
                Typed::Line(line) => {
                    let actions = &what_if.actions;
                    let Some(action) = number(&line).and_then(|number| actions.get(number.checked_sub(1)?)) else {
                        let details = [("highest", actions.len().to_string())];
                        self.console.say(&fill(self.words().no_such_action, &details))?;
                        continue;
                    };
                    match session.take(&action.id) {
                        Err(obstacle) => self.say_obstacle(&session, &obstacle)?,
                        Ok(()) => {
                            self.record_acts(scenario, run.run, session.acts())?;
                            self.console.say_heading(action.title.text(self.language))?;
                            let effect = self.scenario_text(&action.effect);
                            self.console.say_all(&effect)?;
                            self.say_figures(&mut session)?;
                            self.say_actions(&session)?;
                        }
                    }
                }
                Typed::Command(Command::Undo) => match session.undo() {
                    None => self.console.say(self.words().nothing_to_undo)?,
                    Some(id) => {
                        self.record_acts(scenario, run.run, session.acts())?;
                        let title = Telling::new(what_if, self.language).title(&id).to_string();
                        self.console.say_heading(&fill(self.common().act_undone, &[("action", title)]))?;
                        self.say_figures(&mut session)?;
                        self.say_actions(&session)?;
                    }
                },
                Typed::Command(Command::Load(load)) => self.say_at_load(&mut session, load)?,
                Typed::Command(Command::Model) => self.say_model(what_if)?,
                Typed::Command(Command::Finish) if session.acts().is_empty() => {
                    self.console.say(self.common().decide_first)?;
                }
                Typed::Command(Command::Finish) if !was_asked && !session.is_played_out() => {
                    asked = true;
                    self.ask_to_finish(&session)?;
                }
                Typed::Command(Command::Finish) => {
                    self.say_what_if_debrief(&mut session)?;
                    let (acts, score, won) = (session.acts().to_vec(), session.score(), session.is_won());
                    return Ok(Left::Finished(End { acts, score, won }));
                }
                Typed::Command(Command::Language) => {
                    self.say_figures(&mut session)?;
                    self.say_actions(&session)?;
                }
                Typed::Command(Command::Back) => return Ok(Left::Open(Exit::Back)),
                Typed::Command(Command::Menu) => return Ok(Left::Open(Exit::Menu)),
                Typed::Command(Command::Quit) | Typed::End => return Ok(Left::Open(Exit::Quit)),
                Typed::Command(command) => self.not_here(command)?,
                Typed::Unknown(_) => {}
            }
        }
    }

    /// How things are, beside how they were before the last action.
    fn say_figures(&mut self, session: &mut WhatIfSession) -> io::Result<()> {
        let chart = session.chart();
        let first_minutes = session.first_minutes(1.0);
        let what_if = session.what_if().clone();
        let telling = Telling::new(&what_if, self.language);
        let now = session.now();
        let mut lines = telling.goals(session.before(), now);
        lines.push(String::new());
        lines.extend(telling.architecture(&now.design, &now.evaluation));
        lines.extend(telling.first_minutes(&now.design, first_minutes.as_ref()));
        lines.push(telling.first_to_break(session));
        lines.extend(telling.curves(&chart.now));
        lines.push(String::new());
        self.console.say_all(&lines)
    }

    fn say_actions(&mut self, session: &WhatIfSession) -> io::Result<()> {
        let what_if = session.what_if();
        let telling = Telling::new(what_if, self.language);
        self.console.say(self.words().what_can_be_done)?;
        for (place, action) in what_if.actions.iter().enumerate() {
            let title = action.title.text(self.language);
            let told = match session.obstacle(&action.id) {
                None | Some(Obstacle::NoStepLeft) => title.to_string(),
                Some(obstacle) => with_aside(title, telling.obstacle(&obstacle), self.language),
            };
            self.console.say(&format!("{}. {told}", place + 1))?;
        }
        self.console.say("")?;
        if session.steps_left() == 0 {
            return self.console.say(self.words().no_step_left_now);
        }
        let details = [("left", session.steps_left().to_string()), ("all", what_if.steps.to_string())];
        self.console.say(&fill(self.words().prompt_what_if, &details))
    }

    fn say_obstacle(&mut self, session: &WhatIfSession, obstacle: &Obstacle) -> io::Result<()> {
        let sentence = Telling::new(session.what_if(), self.language).obstacle(obstacle);
        self.console.say(&sentence)
    }

    fn say_at_load(&mut self, session: &mut WhatIfSession, load: u32) -> io::Result<()> {
        if !LOADS.contains(&load) {
            return self.console.say(self.words().not_a_load);
        }
        let share = f64::from(load) / 100.0;
        let evaluation = session.at_load(share);
        let first_minutes = session.first_minutes(share);
        let design = &session.now().design;
        let telling = Telling::new(session.what_if(), self.language);
        let heading = fill(self.words().at_this_load, &[("load", percent(share, self.language))]);
        let mut lines = vec![heading];
        lines.extend(telling.classes(design, &evaluation));
        lines.extend(telling.first_minutes(design, first_minutes.as_ref()));
        lines.extend(telling.architecture(design, &evaluation));
        lines.push(String::new());
        self.console.say_all(&lines)
    }

    fn say_model(&mut self, what_if: &WhatIf) -> io::Result<()> {
        let text = crate::domain::question::Text::same(self.common().model_assumptions.to_string());
        let lines = self.scenario_text(&text);
        self.console.say_all(&lines)?;
        let prices = Telling::new(what_if, self.language).prices();
        self.console.say_heading(&prices)
    }

    fn ask_to_finish(&mut self, session: &WhatIfSession) -> io::Result<()> {
        let now = session.now();
        let details = [
            ("met", now.goals_met().to_string()),
            ("all", now.judged.len().to_string()),
            ("left", session.steps_left().to_string()),
        ];
        self.console.say(&fill(self.words().finish_asked, &details))
    }

    pub fn say_what_if_debrief(&mut self, session: &mut WhatIfSession) -> io::Result<()> {
        let debrief = session.debrief();
        let lines = Telling::new(session.what_if(), self.language).debrief(&debrief);
        self.console.say_heading(self.common().debrief)?;
        self.console.say_all(&lines)?;
        self.console.say("")
    }
}
