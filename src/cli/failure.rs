//! How a command ended, as the exit code that scripts see.

use std::io;
use std::process::ExitCode;

/// A command did what it was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    Fine,
    /// It looked for problems and found some.
    Problems,
    /// It said itself what could not be saved.
    Unsaved,
}

/// A command could not do it.
#[derive(Debug)]
pub enum Failure {
    /// Something was asked for that does not exist.
    Usage(String),
    /// Something could not be read or written.
    Disk(String),
    /// Standard input or output failed.
    Stream(io::Error),
}

impl Done {
    pub fn code(self) -> ExitCode {
        match self {
            Done::Fine => ExitCode::SUCCESS,
            Done::Problems => ExitCode::from(1),
            Done::Unsaved => ExitCode::from(3),
        }
    }
}

impl Failure {
    /// What to say; nothing when the reader of the output went away, as `head` does.
    pub fn message(&self) -> Option<String> {
        match self {
            Failure::Usage(message) | Failure::Disk(message) => Some(message.clone()),
            Failure::Stream(error) if error.kind() == io::ErrorKind::BrokenPipe => None,
            Failure::Stream(error) => Some(error.to_string()),
        }
    }

    pub fn code(&self) -> ExitCode {
        match self {
            Failure::Usage(_) => ExitCode::from(2),
            Failure::Stream(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
            Failure::Disk(_) | Failure::Stream(_) => ExitCode::from(3),
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Failure::Stream(error)
    }
}
