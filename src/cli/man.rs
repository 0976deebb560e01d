//! `awstutor man`: the manual page, in roff.
//!
//! One page with every command: nobody installs a page for each.

use super::arguments::Arguments;
use super::failure::{Done, Failure};
use clap::{Arg, Command, CommandFactory};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, italic, roman};
use std::io::Write;

pub fn run(output: &mut dyn Write) -> Result<Done, Failure> {
    let mut command = Arguments::command();
    command.build();
    let man = Man::new(command.clone());
    man.render_title(output)?;
    man.render_name_section(output)?;
    man.render_synopsis_section(output)?;
    man.render_description_section(output)?;
    man.render_options_section(output)?;
    commands(&command).to_writer(output)?;
    man.render_extra_section(output)?;
    Ok(Done::Fine)
}

fn commands(command: &Command) -> Roff {
    let mut page = Roff::new();
    page.control("SH", ["COMMANDS"]);
    for inner in command.get_subcommands().filter(|inner| inner.get_name() != "help") {
        add(inner, command.get_name(), &mut page);
    }
    page
}

/// A command with what only it takes, then the commands inside it.
fn add(command: &Command, parent: &str, page: &mut Roff) {
    let name = format!("{parent} {}", command.get_name());
    page.control("SS", [name.as_str()]);
    page.text([roman(command.get_about().map(ToString::to_string).unwrap_or_default())]);
    let own = |arg: &&Arg| !arg.is_global_set() && !["help", "version"].contains(&arg.get_id().as_str());
    for arg in command.get_arguments().filter(own) {
        let value = arg.get_value_names().and_then(|names| names.first()).map(ToString::to_string);
        let value = value.filter(|_| arg.get_action().takes_values()).unwrap_or_default();
        let flag = arg.get_long().map(|long| format!("--{long}"));
        page.control("TP", []);
        match flag {
            Some(flag) => page.text([bold(flag), roman(" "), italic(value)]),
            None => page.text([italic(value)]),
        };
        let values = arg.get_possible_values().iter().map(|value| value.get_name().to_string()).collect::<Vec<_>>();
        let help = arg.get_help().map(ToString::to_string).into_iter();
        let values =
            (!values.is_empty() && arg.get_action().takes_values()).then(|| format!("One of: {}.", values.join(", ")));
        page.text([roman(help.chain(values).collect::<Vec<_>>().join(". "))]);
    }
    for inner in command.get_subcommands().filter(|inner| inner.get_name() != "help") {
        add(inner, &name, page);
    }
}
