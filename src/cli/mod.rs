//! The commands: one file each, and what they share.
//!
//! The only module besides `store` that names `std::env`. It must not decide anything about courses or learning: it
//! opens, hands over, prints and turns what came out into an exit code.

mod arguments;
mod check;
mod completions;
mod destination;
mod environment;
mod exam;
mod failure;
mod fit;
mod keeper;
mod man;
mod opening;
mod progress;
mod review;
mod scenario;
mod scenario_report;
mod settings;
mod settings_file;
mod stats;
mod study;

use crate::text::sanitize::clean_line;
use arguments::{Arguments, Command};
use clap::Parser;
use destination::Wish;
use environment::Environment;
use failure::{Done, Failure};
use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

/// The whole program, with the arguments and the environment of this process.
pub fn main() -> ExitCode {
    run(std::env::args_os())
}

/// Runs one command; `arguments` starts with the name of the program.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let arguments = match Arguments::try_parse_from(&arguments) {
        Ok(arguments) => arguments,
        Err(error) => {
            // What was typed is quoted, and must not give the terminal orders.
            let clean = arguments.iter().map(|argument| clean_line(&argument.to_string_lossy()).into_owned());
            let error = Arguments::try_parse_from(clean).err().unwrap_or(error);
            // Help and version come this way too. Whoever closed the pipe does not want them.
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    // Not locked: on a full screen other threads write too, when a signal comes or something panics.
    let mut output = io::stdout();
    let outcome = perform(&arguments, &mut output).and_then(|done| {
        output.flush()?;
        Ok(done)
    });
    match outcome {
        Ok(done) => done.code(),
        Err(failure) => {
            if let Some(message) = failure.message() {
                let _ = writeln!(io::stderr(), "awstutor: {}", clean_line(&message));
            }
            failure.code()
        }
    }
}

fn perform(arguments: &Arguments, output: &mut dyn Write) -> Result<Done, Failure> {
    let (global, environment) = (&arguments.global, &Environment::of_process());
    match &arguments.command {
        None => study::run(global, environment, &Wish::Home, output),
        Some(Command::Read { chapter }) => study::run(global, environment, &Wish::Read(chapter.clone()), output),
        Some(Command::Quiz { chapter, question }) => {
            let wish = Wish::Quiz { chapter: chapter.clone(), question: question.clone() };
            study::run(global, environment, &wish, output)
        }
        Some(Command::Review(review)) => review::run(global, environment, review, output),
        Some(Command::Scenario(scenario)) => scenario::run(global, environment, scenario, output),
        Some(Command::Exam(exam)) if exam.list => exam::list(global, exam.format, output),
        Some(Command::Exam(exam)) => study::run(global, environment, &Wish::Exams(exam.exam.clone()), output),
        Some(Command::Stats { format }) => stats::run(global, *format, output),
        Some(Command::Settings(arguments)) => settings::run(global, arguments, output),
        Some(Command::Progress { command }) => progress::run(global, environment, command, output),
        Some(Command::Check(check)) => check::run(global, environment, check, output),
        Some(Command::Completions { shell }) => completions::run(*shell, output),
        Some(Command::Man) => man::run(output),
    }
}
