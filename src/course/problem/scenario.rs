//! What can be wrong with a scenario: in its file, and in what the proof finds.
//!
//! It must not find anything: reading, check and proof do.

use super::{after_colon, pick};
use crate::course::guess::Guess;
use crate::text::Language;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ScenarioRule {
    MissingFile { id: String },
    ListedTwice { id: String },
    NotListed { id: String },
    Unknown { what: Named, id: String, guess: Guess },
    MissingSource,
    Heading,
    // Cases.
    Unreached { what: Named, id: String },
    NothingOffered { step: String, path: Vec<String> },
    NoWay { option: String, path: Vec<String> },
    Circle { step: String, path: Vec<String> },
    ExpertNotOffered { option: String },
    ExpertUnfinished,
    ExpertLoses { ending: String },
    ExpertWithoutPoints,
    BetterPath { path: Vec<String>, points: u32, expert: u32 },
    NoLostEnding,
    UnusedFlag { flag: String, never: Never },
    TooLarge { decisions: usize, states: usize },
}

/// What a name in a scenario stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    Kind,
    Section,
    Question,
    Flag,
    Step,
    Note,
    Option,
    Ending,
    ComponentKind,
    Component,
    Class,
    Metric,
    Phase,
    Action,
    Parameter,
}

/// What is never done with a flag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Never {
    Set,
    Asked,
}

impl ScenarioRule {
    pub(super) fn details(&self, language: Language) -> Vec<(&'static str, String)> {
        match self {
            ScenarioRule::MissingFile { id } | ScenarioRule::ListedTwice { id } | ScenarioRule::NotListed { id } => {
                vec![("id", id.clone())]
            }
            ScenarioRule::Unknown { id, guess, .. } => {
                vec![("id", id.clone()), ("guess", after_colon(guess, language))]
            }
            ScenarioRule::Unreached { what, id } => vec![("what", what.name(language).to_string()), ("id", id.clone())],
            ScenarioRule::NothingOffered { step, path } | ScenarioRule::Circle { step, path } => {
                vec![("step", step.clone()), ("path", listed(path, language))]
            }
            ScenarioRule::NoWay { option, path } => vec![("option", option.clone()), ("path", listed(path, language))],
            ScenarioRule::ExpertNotOffered { option } => vec![("option", option.clone())],
            ScenarioRule::ExpertLoses { ending } => vec![("ending", ending.clone())],
            ScenarioRule::BetterPath { path, points, expert } => {
                vec![("path", listed(path, language)), ("points", points.to_string()), ("expert", expert.to_string())]
            }
            ScenarioRule::UnusedFlag { flag, never } => {
                let never = match never {
                    Never::Set => pick(language, "set", "켜는 선택지가"),
                    Never::Asked => pick(language, "asked for", "묻는 조건이"),
                };
                vec![("flag", flag.clone()), ("never", never.to_string())]
            }
            ScenarioRule::TooLarge { decisions, states } => {
                vec![("decisions", decisions.to_string()), ("states", states.to_string())]
            }
            ScenarioRule::MissingSource
            | ScenarioRule::Heading
            | ScenarioRule::ExpertUnfinished
            | ScenarioRule::ExpertWithoutPoints
            | ScenarioRule::NoLostEnding => Vec::new(),
        }
    }
}

impl Named {
    fn name(self, language: Language) -> &'static str {
        let (english, korean) = match self {
            Named::Kind => ("kind", "종류"),
            Named::Section => ("section", "절"),
            Named::Question => ("question", "문제"),
            Named::Flag => ("flag", "플래그"),
            Named::Step => ("step", "단계"),
            Named::Note => ("note", "덧붙임"),
            Named::Option => ("option", "선택지"),
            Named::Ending => ("ending", "결말"),
            Named::ComponentKind => ("kind of component", "구성 요소 종류"),
            Named::Component => ("component", "구성 요소"),
            Named::Class => ("class", "클래스"),
            Named::Metric => ("metric", "지표"),
            Named::Phase => ("phase", "시점"),
            Named::Action => ("action", "조치"),
            Named::Parameter => ("parameter", "매개변수"),
        };
        pick(language, english, korean)
    }
}

/// A plan or a path, as authors write it.
pub(super) fn listed(ids: &[String], language: Language) -> String {
    if ids.is_empty() {
        return pick(language, "at once", "시작하자마자").to_string();
    }
    let ids: Vec<String> = ids.iter().map(|id| format!("`{id}`")).collect();
    ids.join(", ")
}

impl From<ScenarioRule> for super::Problem {
    fn from(rule: ScenarioRule) -> Self {
        super::Problem::Scenario(rule)
    }
}
