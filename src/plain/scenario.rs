//! The scenarios of the course: the list, and how one begins and ends.
//!
//! It must not know how a what-if or a case is played: those have their own files.

use super::answer::number;
use super::console::{Command, Typed};
use super::describe::{Piece, Setting, describe};
use super::figures::Telling;
use super::quiz::Taken;
use super::session::{Exit, Session};
use crate::course::markdown;
use crate::domain::event::{ScenarioFinished, What};
use crate::domain::id::{ChapterId, ScenarioId};
use crate::domain::outline::{ScenarioKind, ScenarioOutline};
use crate::domain::question::Text;
use crate::domain::scenario::{Finished, Kind, Scenario};
use crate::domain::scenario_runs::OpenRun;
use crate::text::number::percent;
use crate::text::words::fill;
use crate::text::words::review::ReviewWords;
use std::io;
use uuid::Uuid;

/// How a run of a scenario ended.
pub struct End {
    pub acts: Vec<String>,
    pub score: f64,
    pub won: bool,
}

/// How a run was left.
pub enum Left {
    /// It was brought to its end, which has been told.
    Finished(End),
    /// It stays open.
    Open(Exit),
}

impl Session<'_> {
    /// The list, until the learner leaves it.
    pub fn scenarios(&mut self) -> io::Result<Exit> {
        loop {
            self.say_scenarios()?;
            loop {
                let all = &self.course.outline.scenarios;
                let exit = match self.listen(|words| words.help_scenarios)? {
                    Typed::Line(line) => {
                        let chosen = number(&line).and_then(|number| all.get(number.checked_sub(1)?));
                        let Some(chosen) = chosen else {
                            self.console.say(self.words().prompt_scenarios)?;
                            continue;
                        };
                        self.scenario(&chosen.id)?
                    }
                    Typed::Command(Command::Language) => Exit::Back,
                    Typed::Command(Command::Back | Command::Menu) => return Ok(Exit::Menu),
                    Typed::Command(Command::Quit) | Typed::End => return Ok(Exit::Quit),
                    Typed::Command(command) => {
                        self.not_here(command)?;
                        continue;
                    }
                    Typed::Unknown(_) => continue,
                };
                match exit {
                    Exit::Back => break,
                    Exit::Menu | Exit::Quit => return Ok(exit),
                }
            }
        }
    }

    /// Plays a scenario from where it was left, or from its beginning, as often as the learner wants.
    pub fn scenario(&mut self, id: &ScenarioId) -> io::Result<Exit> {
        let Some(scenario) = self.course.scenario(id.as_str()) else {
            let details = [("scenario", id.to_string())];
            self.console.say_heading(&fill(self.common().no_such_scenario, &details))?;
            return Ok(Exit::Back);
        };
        if let Some(exit) = self.look_back_first(&scenario)? {
            return Ok(exit);
        }
        loop {
            let open = self.ledger.progress.scenarios().open(id.as_str()).cloned();
            let run = open.unwrap_or_else(|| OpenRun { run: self.ledger.id(), acts: Vec::new() });
            self.say_beginning(&scenario, &run)?;
            let left = match &scenario.kind {
                Kind::WhatIf(what_if) => self.what_if(&scenario, what_if, &run)?,
                Kind::Case(case) => self.case(&scenario, case, &run)?,
            };
            match left {
                Left::Open(exit) => return Ok(exit),
                Left::Finished(end) => self.finish(&scenario, run.run, end)?,
            }
            if let Some(exit) = self.offer_again()? {
                return Ok(exit);
            }
        }
    }

    /// Saves what was decided so far.
    pub fn record_acts(&mut self, scenario: &Scenario, run: Uuid, acts: &[String]) -> io::Result<()> {
        let what = What::ScenarioActed { scenario: scenario.id.clone(), run, acts: acts.to_vec() };
        let receipt = self.ledger.record(what);
        self.say_saving(&receipt.saving)
    }

    /// A text of a scenario as lines.
    pub fn scenario_text(&self, text: &Text) -> Vec<String> {
        let document = markdown::parse(text.text(self.language), 0);
        let nowhere = ChapterId::from("");
        let setting = Setting { language: self.language, outline: &self.course.outline, chapter: &nowhere };
        let pieces = describe(&document, &document.nodes, setting).into_iter();
        pieces.flat_map(|piece| if let Piece::Lines(lines) = piece { lines } else { Vec::new() }).collect()
    }

    fn say_scenarios(&mut self) -> io::Result<()> {
        let course = self.course;
        self.console.say_heading(self.common().scenarios)?;
        for (place, scenario) in course.outline.scenarios.iter().enumerate() {
            let line = format!("{}. {}", place + 1, self.scenario_line(scenario));
            self.console.say(&line)?;
        }
        self.console.say("")?;
        self.console.say(self.words().prompt_scenarios)
    }

    /// "Slow pictures: Pictures come late. (what if, 5 min, won, best so far 100 %)"
    fn scenario_line(&self, scenario: &ScenarioOutline) -> String {
        let (words, common) = (self.words(), self.common());
        let runs = self.ledger.progress.scenarios();
        let kind = match scenario.kind {
            ScenarioKind::WhatIf => common.what_if,
            ScenarioKind::Case => common.case,
        };
        let mut facts =
            vec![kind.to_string(), fill(common.minutes_about, &[("minutes", scenario.minutes.to_string())])];
        if let Some(best) = runs.best(scenario.id.as_str()) {
            facts.extend(best.won.then(|| words.scenario_won.to_string()));
            facts.push(fill(words.scenario_best, &[("percent", percent(best.score, self.language))]));
        }
        if runs.open(scenario.id.as_str()).is_some() {
            facts.push(common.scenario_open.to_string());
        }
        let (title, summary) = (scenario.title.text(self.language), scenario.summary.text(self.language));
        format!("{title}: {summary} ({})", facts.join(", "))
    }

    fn say_beginning(&mut self, scenario: &Scenario, run: &OpenRun) -> io::Result<()> {
        self.console.say_heading(scenario.title.text(self.language))?;
        let brief = self.scenario_text(&scenario.brief);
        self.console.say_all(&brief)?;
        if let Kind::WhatIf(what_if) = &scenario.kind {
            self.console.say("")?;
            self.console.say_all(&Telling::new(what_if, self.language).workload())?;
        }
        if !run.acts.is_empty() {
            self.console.say_heading(self.words().going_on)?;
        }
        Ok(())
    }

    /// Offers the debrief of the run that was finished last, if there is one; `Some` if the learner leaves instead of
    /// playing.
    fn look_back_first(&mut self, scenario: &Scenario) -> io::Result<Option<Exit>> {
        let runs = self.ledger.progress.scenarios();
        let (last, is_open) = (runs.last(scenario.id.as_str()).cloned(), runs.open(scenario.id.as_str()).is_some());
        let Some(last) = last else {
            return Ok(None);
        };
        self.console.say_heading(scenario.title.text(self.language))?;
        loop {
            let taken = self.offer(|words| {
                let play = if is_open { words.go_on_with_run } else { words.begin_anew };
                [play.to_string(), words.look_back.to_string()]
            })?;
            match taken {
                Taken::First => return Ok(None),
                Taken::Second => {
                    match Finished::replay(scenario.clone(), &last.acts) {
                        Finished::WhatIf(_, mut session, _) => self.say_what_if_debrief(&mut session)?,
                        Finished::Case(_, session) => self.say_case_debrief(&session)?,
                    }
                    let listed = self.ledger.progress.listed();
                    let listed = listed.filter(|question| scenario.questions.contains(question)).count();
                    self.say_closing(scenario, listed)?;
                }
                Taken::TakeBack => self.console.say(self.words().nothing_to_undo)?,
                Taken::Leave(exit) => return Ok(Some(exit)),
            }
        }
    }

    /// Saves the end and says what it leads to.
    fn finish(&mut self, scenario: &Scenario, run: Uuid, end: End) -> io::Result<()> {
        let End { acts, score, won } = end;
        let questions = scenario.questions.clone();
        let finished = ScenarioFinished { scenario: scenario.id.clone(), run, acts, score, won, questions };
        let receipt = self.ledger.record(What::ScenarioFinished(finished));
        self.say_closing(scenario, scenario.questions.len())?;
        self.say_saving(&receipt.saving)
    }

    /// The author's own words, where to read again, and how many questions are on the review list.
    fn say_closing(&mut self, scenario: &Scenario, listed: usize) -> io::Result<()> {
        let debrief = self.scenario_text(&scenario.debrief);
        self.console.say_all(&debrief)?;
        if !scenario.sections.is_empty() {
            self.console.say(&format!("{}:", self.common().read_again))?;
            for section in &scenario.sections {
                self.console.say(&format!("- {}", self.section_title(section)))?;
            }
            self.console.say("")?;
        }
        if listed > 0 {
            let words = self.common();
            self.console.say(&ReviewWords::counted(words.on_review_list_one, words.on_review_list, listed))?;
        }
        Ok(())
    }

    /// Whether to play again; `Some` if not.
    fn offer_again(&mut self) -> io::Result<Option<Exit>> {
        loop {
            match self.offer(|words| [words.begin_anew.to_string(), words.enough.to_string()])? {
                Taken::First => return Ok(None),
                Taken::Second => return Ok(Some(Exit::Back)),
                Taken::TakeBack => self.console.say(self.words().nothing_to_undo)?,
                Taken::Leave(exit) => return Ok(Some(exit)),
            }
        }
    }
}
