//! The debrief of a what-if: goals, what each action did, what was missed, what was wasted, and the recommended plan.

use crate::course::figure::{goal_name, written};
use crate::domain::scenario::debrief::{Debrief, Missed, Wasted};
use crate::domain::scenario::outcome::Outcome;
use crate::domain::scenario::what_if::WhatIf;
use crate::domain::scenario::what_if_session::WhatIfSession;
use crate::text::number::dollars;
use crate::text::words::fill;
use crate::text::wrap::wrap;
use crate::tui::goals;
use crate::tui::look::{Look, Row, Tone, run};
use crate::tui::page::text_rows;
use crate::tui::screen::World;
use crate::tui::signs::Signs;

pub fn rows(session: &WhatIfSession, debrief: &Debrief, width: usize, world: &World<'_>) -> Vec<Row> {
    let mut story = Story { what_if: session.what_if(), debrief, width, world, rows: Vec::new() };
    story.push_headline();
    story.push_goals(session.start());
    story.push_taken();
    story.push_missed();
    story.push_wasted();
    story.push_recommended();
    story.rows
}

struct Story<'s> {
    what_if: &'s WhatIf,
    debrief: &'s Debrief,
    width: usize,
    world: &'s World<'s>,
    rows: Vec<Row>,
}

impl Story<'_> {
    fn push_headline(&mut self) {
        let (words, signs) = (self.world.words, Signs::of(self.world.settings.borders));
        let end = &self.debrief.end;
        let numbers = [("met", end.goals_met().to_string()), ("all", end.judged.len().to_string())];
        let (sign, tone, sentence) = if end.is_won() {
            (signs.right, Tone::Right, words.all_goals_met.to_string())
        } else {
            (signs.wrong, Tone::Wrong, fill(words.some_goals_met, &numbers))
        };
        self.rows.push(vec![run(format!("{sign} {sentence}"), Look::new(tone).bold())]);
        self.rows.push(Row::new());
    }

    /// Where it began, where it ended, and what the recommended plan comes to.
    fn push_goals(&mut self, start: &Outcome) {
        let words = self.world.words;
        let mut columns = vec![(words.at_start, start)];
        columns.extend(self.debrief.recommended.as_ref().map(|outcome| (words.recommended_short, outcome)));
        columns.push((words.yours, &self.debrief.end));
        self.rows.extend(goals::rows(self.what_if, &columns, self.width, self.world));
    }

    fn push_taken(&mut self) {
        self.push_heading(self.world.words.what_actions_did);
        for taken in &self.debrief.taken {
            self.push_title(&taken.action, Tone::Text);
            self.push_changes(&taken.before, &taken.after);
        }
    }

    fn push_missed(&mut self) {
        if self.debrief.missed.is_empty() {
            return;
        }
        self.push_heading(self.world.words.what_was_missed);
        for Missed { action, with, without, after } in &self.debrief.missed {
            self.push_title(action, Tone::Due);
            for (template, others) in [(self.world.words.missed_with, with), (self.world.words.missed_without, without)]
            {
                if !others.is_empty() {
                    let titles: Vec<&str> = others.iter().map(|id| self.title(id)).collect();
                    self.push_indented(&fill(template, &[("actions", titles.join(", "))]), Tone::Muted);
                }
            }
            self.push_changes(&self.debrief.end, after);
            let effect = self.what_if.action(action).map_or("", |action| action.effect.text(self.world.language));
            for row in
                text_rows(effect, self.width.saturating_sub(3).max(1), self.world.words, self.world.settings.borders)
            {
                self.rows.push(std::iter::once(run("   ", Tone::Text)).chain(row).collect());
            }
        }
    }

    fn push_wasted(&mut self) {
        if self.debrief.wasted.is_empty() {
            return;
        }
        self.push_heading(self.world.words.what_was_not_needed);
        for Wasted { action, cost } in &self.debrief.wasted {
            self.push_title(action, Tone::Text);
            let words = self.world.words;
            let sentence = match *cost {
                cost if cost >= 0.5 => fill(words.wasted_costs, &[("cost", dollars(cost))]),
                cost if cost <= -0.5 => fill(words.wasted_saves, &[("cost", dollars(-cost))]),
                _ => words.wasted_nothing.to_string(),
            };
            self.push_indented(&sentence, Tone::Muted);
        }
    }

    fn push_recommended(&mut self) {
        self.push_heading(self.world.words.recommended_plan);
        for (place, id) in self.what_if.recommended.iter().enumerate() {
            let title = [run(self.title(id), Tone::Text)];
            for (line, row) in wrap(&title, self.width.saturating_sub(4).max(1)).into_iter().enumerate() {
                let lead = if line == 0 { format!("{:>2}. ", place + 1) } else { "    ".to_string() };
                self.rows.push(std::iter::once(run(lead, Tone::Accent)).chain(row).collect());
            }
        }
    }

    /// The goals whose figures an action changed: from what to what.
    fn push_changes(&mut self, before: &Outcome, after: &Outcome) {
        let arrow = Signs::of(self.world.settings.borders).arrow;
        let mut changed = false;
        for (place, goal) in self.what_if.goals.iter().enumerate() {
            let measure = goal.metric.measure();
            let figure = |outcome: &Outcome| {
                written(measure, outcome.judged.get(place).and_then(|judged| judged.figure), self.world.language)
            };
            let (from, to) = (figure(before), figure(after));
            if from != to {
                changed = true;
                let name = goal_name(goal, &self.what_if.names, self.world.language);
                self.push_indented(&format!("{name}: {from} {arrow} {to}"), Tone::Text);
            }
        }
        if !changed {
            self.push_indented(self.world.words.no_goal_moved, Tone::Muted);
        }
    }

    fn push_heading(&mut self, heading: &str) {
        self.rows.push(Row::new());
        self.rows.extend(wrap(&[run(heading, Look::new(Tone::Heading).bold())], self.width));
    }

    /// The title of an action, below a blank row if other rows stand above it in its part.
    fn push_title(&mut self, id: &str, tone: Tone) {
        let below_heading = self.rows.last().is_some_and(|row| row.len() == 1 && row[0].style.tone == Tone::Heading);
        if !below_heading {
            self.rows.push(Row::new());
        }
        let title = [run(self.title(id), Look::new(tone).bold())];
        self.rows.extend(wrap(&title, self.width));
    }

    fn push_indented(&mut self, sentence: &str, tone: Tone) {
        for row in wrap(&[run(sentence, tone)], self.width.saturating_sub(3).max(1)) {
            self.rows.push(std::iter::once(run("   ", Tone::Text)).chain(row).collect());
        }
    }

    fn title(&self, id: &str) -> &str {
        self.what_if.action(id).map_or("", |action| action.title.text(self.world.language))
    }
}
