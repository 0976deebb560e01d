//! `awstutor completions`: what a shell needs to complete commands and options.

use super::arguments::Arguments;
use super::failure::{Done, Failure};
use clap::CommandFactory;
use clap_complete::Shell;
use std::io::Write;

pub fn run(shell: Shell, output: &mut dyn Write) -> Result<Done, Failure> {
    // Into memory first: the generator panics when its output goes away.
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "awstutor", &mut script);
    output.write_all(&script)?;
    Ok(Done::Fine)
}
