//! What can be typed behind `awstutor`. Help, manual page and completions are made from here.

use crate::domain::settings::Setting;
use crate::text::Language;
use clap::builder::{PossibleValue, PossibleValuesParser, StringValueParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

#[derive(Debug, Parser)]
#[command(name = "awstutor", version, about, long_about = LONG_ABOUT, after_long_help = AFTER_HELP, max_term_width = 100)]
pub struct Arguments {
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// Options that every command takes.
#[derive(Debug, Clone, Default, Args)]
pub struct Global {
    /// Open the course in this folder instead of the built-in one
    #[arg(long, global = true, value_name = "DIR")]
    pub course: Option<PathBuf>,

    /// Language of texts and messages [default: as set in the program, else from the locale]
    #[arg(long, global = true, value_name = "LANGUAGE", value_parser = language_parser())]
    pub lang: Option<Language>,

    /// Keep progress and settings in this folder
    #[arg(long, global = true, value_name = "DIR", env = "AWSTUTOR_DATA", value_parser = clap::value_parser!(OsString))]
    pub(super) data: Option<OsString>,

    /// Numbered prompts on standard input and output instead of a full screen
    #[arg(long, global = true)]
    pub plain: bool,

    /// Draw without box characters
    #[arg(long, global = true)]
    pub ascii: bool,

    /// When to use colours
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub color: ColourChoice,
}

impl Global {
    /// The folder for progress and settings; an empty name is none.
    pub fn data(&self) -> Option<&Path> {
        self.data.as_deref().filter(|data| !data.is_empty()).map(Path::new)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum ColourChoice {
    /// On a terminal, unless NO_COLOR is set
    #[default]
    Auto,
    Always,
    Never,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Read a chapter, from where you left it
    Read {
        /// Id of the chapter [default: the one you were in]
        chapter: Option<String>,
    },
    /// Answer the questions of a chapter
    Quiz {
        /// Id of the chapter [default: the one you were in]
        chapter: Option<String>,
        /// Ask only this question
        #[arg(long, value_name = "ID")]
        question: Option<String>,
    },
    /// Answer what is due, and something new
    Review(ReviewArguments),
    /// Decide, and see what it does
    Scenario(ScenarioArguments),
    /// Sit a mock exam against the clock, or go on with the one that is open
    Exam(ExamArguments),
    /// Show how each chapter stands
    Stats {
        /// For people or for programs
        #[arg(long, value_name = "FORMAT", default_value = "human")]
        format: Format,
    },
    /// List the settings; show one, or give it another value
    Settings(SettingsArguments),
    /// Look after the journal of progress
    #[command(subcommand_required = true, arg_required_else_help = true)]
    Progress {
        #[command(subcommand)]
        command: ProgressCommand,
    },
    /// Prove a course: report everything that is wrong with it
    Check(CheckArguments),
    /// Print completions for a shell
    Completions {
        /// The shell that shall complete
        shell: clap_complete::Shell,
    },
    /// Print the manual page
    Man,
}

#[derive(Debug, Subcommand)]
pub enum ProgressCommand {
    /// Print where the journal is
    Path,
    /// Copy the events to a file, or print them
    Export {
        /// Where to write [default: standard output]
        file: Option<PathBuf>,
    },
    /// Take in the events of other journals; doing it twice changes nothing
    Merge(MergeArguments),
    /// List the lines that cannot be read; exit code 1 if there are any
    Verify {
        /// For people or for programs
        #[arg(long, value_name = "FORMAT", default_value = "human")]
        format: Format,
    },
    /// Begin anew; the journal keeps what was
    Reset {
        /// Do not ask
        #[arg(long)]
        yes: bool,
    },
}

#[derive(Debug, Args)]
pub struct MergeArguments {
    /// Journals or exports of them
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Take them in even if they hold a reset after which your own events count no longer
    #[arg(long)]
    pub with_resets: bool,
    /// Say what would be taken in, and write nothing
    #[arg(long)]
    pub dry_run: bool,
}

#[derive(Debug, Args)]
#[command(group = clap::ArgGroup::new("report").args(["list", "plan"]))]
pub struct ReviewArguments {
    /// List what is due and new today, with the day it was due and the predicted recall
    #[arg(long)]
    pub list: bool,
    /// Show the plan to the day of the exam, which the settings have
    #[arg(long)]
    pub plan: bool,
    /// Fit the model of forgetting to your own answers, and say what changes
    #[arg(long, conflicts_with = "report")]
    pub fit: bool,
    /// For people or for programs
    #[arg(long, value_name = "FORMAT", default_value = "human", requires = "report")]
    pub format: Format,
}

#[derive(Debug, Args)]
#[command(group = clap::ArgGroup::new("report").args(["list", "plan", "plans"]))]
pub struct ScenarioArguments {
    /// Id of the scenario [default: choose from the list]
    pub id: Option<String>,
    /// Print the scenarios and the best result of each
    #[arg(long, conflicts_with = "id")]
    pub list: bool,
    /// Take these actions or decisions without asking, and print what each of them does
    #[arg(long, value_name = "ID,ID", value_delimiter = ',', num_args = 0.., requires = "id")]
    pub plan: Option<Vec<String>>,
    /// Try every plan of a what-if within its budget, and print those that meet all goals, cheapest first
    #[arg(long, requires = "id")]
    pub plans: bool,
    /// For people or for programs
    #[arg(long, value_name = "FORMAT", default_value = "human", requires = "report")]
    pub format: Format,
}

#[derive(Debug, Args)]
pub struct ExamArguments {
    /// Id of the exam, such as clf; "course" for one over the whole course [default: choose from all]
    #[arg(conflicts_with = "list")]
    pub exam: Option<String>,
    /// List the exams that were handed in
    #[arg(long)]
    pub list: bool,
    /// For people or for programs
    #[arg(long, value_name = "FORMAT", default_value = "human", requires = "list", conflicts_with = "exam")]
    pub format: Format,
}

#[derive(Debug, Args)]
pub struct SettingsArguments {
    /// The setting [default: list all]
    #[arg(value_parser = SettingKey)]
    pub key: Option<String>,
    /// Its new value; without one, the setting is shown with the values it takes
    #[arg(allow_negative_numbers = true)]
    pub value: Option<String>,
    /// For people or for programs
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub format: Format,
}

/// Any text. Shells complete it with the keys there are, and whoever runs the command says what is wrong with another.
#[derive(Debug, Clone)]
struct SettingKey;

impl TypedValueParser for SettingKey {
    type Value = String;

    fn parse_ref(
        &self,
        command: &clap::Command,
        argument: Option<&clap::Arg>,
        value: &OsStr,
    ) -> Result<String, clap::Error> {
        StringValueParser::new().parse_ref(command, argument, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(Setting::ALL.into_iter().map(|setting| PossibleValue::new(setting.key()))))
    }
}

#[derive(Debug, Args)]
pub struct CheckArguments {
    /// Folder of the course [default: this folder if it is a course, else --course, else the built-in course]
    pub dir: Option<PathBuf>,
    /// For people or for programs
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub format: Format,
    /// Let the exit code be 1 for warnings too
    #[arg(long, value_name = "WHAT")]
    pub deny: Option<Denied>,
    /// Advise on facts that were verified long before this day, as 2026-11-22
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<jiff::civil::Date>,
}

/// How a command reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Human,
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Denied {
    Warnings,
}

/// Codes of languages, so that an unknown one is answered with those there are.
fn language_parser() -> impl TypedValueParser<Value = Language> {
    let codes = Language::ALL.map(Language::code);
    PossibleValuesParser::new(codes).map(|code| Language::from_code(&code).unwrap_or_default())
}

const LONG_ABOUT: &str = "\
A tutor for AWS in the terminal, in English and Korean: chapters to read, quizzes that explain every option, and scenarios in which decisions show what they do. \
Without a command it opens the course where you left it. No account, no network.";

const AFTER_HELP: &str = "\
Exit codes:
  0  fine
  1  problems were found
  2  wrong usage
  3  something could not be read or written

Environment:
  AWSTUTOR_DATA  folder for progress and settings, as --data
  NO_COLOR       no colours, unless --color always
  TERM=dumb      numbered prompts, as --plain
  LC_ALL, LC_MESSAGES, LANG
                 language, where neither --lang nor the settings say one";

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_definition_is_consistent() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn an_empty_folder_for_data_is_none() {
        let parsed = |data: &str| Arguments::try_parse_from(["awstutor", "--data", data]).unwrap().global;
        assert_eq!(parsed("").data(), None);
        assert_eq!(parsed("/x").data(), Some(Path::new("/x")));
    }

    #[test]
    fn options_may_stand_on_either_side_of_the_command() {
        let parsed = Arguments::try_parse_from(["awstutor", "stats", "--lang", "ko"]).unwrap();
        assert_eq!(parsed.global.lang, Some(Language::Korean));
        let error = Arguments::try_parse_from(["awstutor", "--lang", "fr"]).unwrap_err().to_string();
        assert!(error.contains("en, ko"), "{error}");
    }
}
