//! Lines in, lines out.
//!
//! Knows what a command looks like, not what it does. What is typed is made safe here, since some of it is said again.

use crate::domain::event::Rating;
use crate::text::Language;
use crate::text::hangul::latin_keys;
use crate::text::sanitize::clean_line;
use crate::text::words::review::ReviewWords;
use std::io::{self, BufRead, Write};

/// The two ends of a conversation.
pub struct Console<'io> {
    input: &'io mut dyn BufRead,
    output: &'io mut dyn Write,
}

/// One line that came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Typed {
    Line(String),
    Command(Command),
    /// A line with a colon in front that is no command.
    Unknown(String),
    /// There are no more lines.
    End,
}

/// The load as given, in percent.
const TODAY: u32 = 100;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    Back,
    /// Ends a run of a scenario.
    Finish,
    Flag,
    /// To a question by its number; 0 where none was given.
    Go(usize),
    HandIn,
    Help,
    Hint,
    Language,
    /// Looks at a load, in percent.
    Load(u32),
    Menu,
    /// What figures assume.
    Model,
    Open,
    Overview,
    Quit,
    Quiz,
    /// With the rating that was named, if it was one.
    Rate(Option<Rating>),
    Skip,
    Time,
    Undo,
}

impl Command {
    const ALL: [Command; 19] = [
        Command::Back,
        Command::Finish,
        Command::Flag,
        Command::Go(0),
        Command::HandIn,
        Command::Overview,
        Command::Time,
        Command::Help,
        Command::Hint,
        Command::Language,
        Command::Load(TODAY),
        Command::Menu,
        Command::Model,
        Command::Open,
        Command::Quit,
        Command::Quiz,
        Command::Rate(None),
        Command::Skip,
        Command::Undo,
    ];

    /// What is typed, with the colon.
    pub fn name(self) -> &'static str {
        match self {
            Command::Back => ":back",
            Command::Finish => ":finish",
            Command::Flag => ":flag",
            Command::Go(_) => ":go",
            Command::HandIn => ":handin",
            Command::Overview => ":overview",
            Command::Time => ":time",
            Command::Help => ":help",
            Command::Hint => ":hint",
            Command::Language => ":lang",
            Command::Load(_) => ":load",
            Command::Menu => ":menu",
            Command::Model => ":model",
            Command::Open => ":open",
            Command::Quit => ":quit",
            Command::Quiz => ":quiz",
            Command::Rate(_) => ":rate",
            Command::Skip => ":skip",
            Command::Undo => ":undo",
        }
    }

    /// The command with what stands behind it; `None` if it takes nothing.
    fn with(self, rest: &str) -> Option<Command> {
        match self {
            Command::Rate(_) => Some(Command::Rate(rating(rest))),
            // Nothing behind it leads back to the load as given.
            Command::Load(_) if rest.is_empty() => Some(self),
            Command::Load(_) => rest.trim_end_matches('%').trim_end().parse().ok().map(Command::Load),
            Command::Go(_) => Some(Command::Go(rest.parse().unwrap_or(0))),
            command => rest.is_empty().then_some(command),
        }
    }

    fn from_name(name: &str) -> Option<Command> {
        // Whoever knows Vim leaves like this.
        if name == "q" {
            return Some(Command::Quit);
        }
        Command::ALL.into_iter().find(|command| &command.name()[1..] == name)
    }
}

impl<'io> Console<'io> {
    pub fn new(input: &'io mut dyn BufRead, output: &'io mut dyn Write) -> Self {
        Console { input, output }
    }

    pub fn say(&mut self, line: &str) -> io::Result<()> {
        writeln!(self.output, "{line}")
    }

    pub fn say_all(&mut self, lines: &[String]) -> io::Result<()> {
        lines.iter().try_for_each(|line| self.say(line))
    }

    /// A heading: the text and a blank line, which a screen reader pauses at.
    pub fn say_heading(&mut self, text: &str) -> io::Result<()> {
        self.say(text)?;
        self.say("")
    }

    pub fn flush(&mut self) -> io::Result<()> {
        self.output.flush()
    }

    /// Waits for a line, after everything that was said has gone out.
    pub fn listen(&mut self) -> io::Result<Typed> {
        self.output.flush()?;
        let mut bytes = Vec::new();
        if self.input.read_until(b'\n', &mut bytes)? == 0 {
            return Ok(Typed::End);
        }
        Ok(parse(&String::from_utf8_lossy(&bytes)))
    }
}

fn parse(line: &str) -> Typed {
    let line = clean_line(line.trim_end_matches(['\n', '\r'])).trim().to_string();
    let Some(name) = line.strip_prefix(':').or_else(|| line.strip_prefix('：')) else { return Typed::Line(line) };
    let name = name.trim().to_lowercase();
    let (name, rest) =
        name.split_once(char::is_whitespace).map_or((name.as_str(), ""), |(name, rest)| (name, rest.trim()));
    let command = Command::from_name(name).or_else(|| Command::from_name(&latin(name)));
    match command.and_then(|command| command.with(rest)) {
        Some(command) => Typed::Command(command),
        None => Typed::Unknown(line),
    }
}

/// The rating that a word or a digit names, in any language.
fn rating(said: &str) -> Option<Rating> {
    let names = |language| {
        let words = ReviewWords::of(language);
        [
            (words.said_again, Rating::Again),
            (words.said_hard, Rating::Hard),
            (words.said_good, Rating::Good),
            (words.said_easy, Rating::Easy),
        ]
    };
    let typed = latin(said);
    let mut all = Language::ALL.into_iter().flat_map(names);
    all.find(|(names, _)| names.split(' ').any(|name| name == said || name == typed)).map(|(_, rating)| rating)
}

/// The text with Hangul as the Latin keys that were pressed for it: a Korean IME was on.
pub fn latin(text: &str) -> String {
    let mut latin = String::with_capacity(text.len());
    for c in text.chars() {
        let keys = latin_keys(c);
        if keys.len() == 0 {
            latin.push(c);
        } else {
            latin.extend(keys);
        }
    }
    latin
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(input: &str) -> Vec<Typed> {
        let (mut input, mut output) = (input.as_bytes(), Vec::new());
        let mut console = Console::new(&mut input, &mut output);
        let mut all = Vec::new();
        loop {
            match console.listen().unwrap() {
                Typed::End => return all,
                line => all.push(line),
            }
        }
    }

    #[test]
    fn commands_stand_behind_a_colon() {
        assert_eq!(typed(":hint\n : QUIT\n"), [Typed::Command(Command::Hint), Typed::Command(Command::Quit)]);
        assert_eq!(
            typed(":q\n:qu\nhint"),
            [Typed::Command(Command::Quit), Typed::Unknown(":qu".into()), Typed::Line("hint".into()),]
        );
    }

    #[test]
    fn a_load_stands_behind_its_command() {
        assert_eq!(
            typed(":load 200\n:load 50 %"),
            [Typed::Command(Command::Load(200)), Typed::Command(Command::Load(50))]
        );
        assert_eq!(
            typed(":load much\n:load"),
            [Typed::Unknown(":load much".into()), Typed::Command(Command::Load(100))]
        );
    }

    #[test]
    fn a_number_may_stand_behind_go() {
        let numbers = [Typed::Command(Command::Go(12)), Typed::Command(Command::Go(0)), Typed::Command(Command::Go(3))];
        assert_eq!(typed(":go 12\n:go\n:해 3\n"), numbers);
        assert_eq!(typed(":gone"), [Typed::Unknown(":gone".into())]);
    }

    #[test]
    fn a_korean_ime_does_not_stand_in_the_way() {
        assert_eq!(typed(":ㅗ디ㅔ\n：ㅂㅕㅑㅅ\n"), [Typed::Command(Command::Help), Typed::Command(Command::Quit)]);
    }

    #[test]
    fn a_rating_has_a_name_in_both_languages_and_a_digit() {
        let rate = |rating| Typed::Command(Command::Rate(rating));
        assert_eq!(typed(":rate hard\n:rate 4"), [rate(Some(Rating::Hard)), rate(Some(Rating::Easy))]);
        assert_eq!(typed(":rate 어려움\n:ㄱㅁㅅㄷ ㅎㅐㅐㅇ"), [rate(Some(Rating::Hard)), rate(Some(Rating::Good))]);
        assert_eq!(
            typed(":rate\n:rate so-so\n:quit now"),
            [rate(None), rate(None), Typed::Unknown(":quit now".into())]
        );
    }

    #[test]
    fn the_last_line_needs_no_end_and_bad_bytes_do_not_stop_the_session() {
        assert_eq!(typed("2\r\n3"), [Typed::Line("2".into()), Typed::Line("3".into())]);
        let (mut input, mut output) = (&b"\xFF\x1b[2J\n"[..], Vec::new());
        let line = Console::new(&mut input, &mut output).listen().unwrap();
        assert_eq!(line, Typed::Line("\u{FFFD}␛[2J".into()));
    }
}
