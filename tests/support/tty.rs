//! The real program in a pseudo-terminal, and what that terminal shows.
//!
//! A thread reads what the program writes; waiting is for a text with a deadline, never for a time. It must not sleep.

use super::{emulator, framed, rows, unwrapped};
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// Long enough for a machine that builds something else at the same time.
const PATIENCE: Duration = Duration::from_secs(20);

/// Clears the window: a new size begins with it.
pub const CLEAR: &str = "\u{1b}[2J";

/// A home folder for one learner, and how their programs are started.
pub struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    /// An empty one: whoever starts there is asked for the language.
    pub fn new() -> Desk {
        Desk { folder: tempfile::tempdir().expect("a folder") }
    }

    /// One with a language that has been chosen.
    pub fn speaking(code: &str) -> Desk {
        let desk = Desk::new();
        std::fs::write(desk.path().join("settings.toml"), format!("language = \"{code}\"\n")).expect("settings");
        desk
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// The lines of the journal of the built-in course.
    pub fn journal(&self) -> Vec<serde_json::Value> {
        let text = std::fs::read_to_string(self.journal_path()).unwrap_or_default();
        text.lines().map(|line| serde_json::from_str(line).expect("every line is JSON")).collect()
    }

    pub fn journal_path(&self) -> PathBuf {
        self.path().join("aws").join("progress.jsonl")
    }

    /// The answered questions of the journal, oldest first.
    pub fn answered(&self) -> Vec<String> {
        let answers = self.journal().into_iter().filter(|event| event["type"] == "answered");
        answers.map(|event| event["question"].as_str().unwrap_or_default().to_string()).collect()
    }

    /// Starts the program in a terminal of 80×24.
    pub fn starts(&self, arguments: &[&str]) -> Tty {
        self.starts_at(80, 24, arguments)
    }

    pub fn starts_at(&self, width: u16, height: u16, arguments: &[&str]) -> Tty {
        let pair = native_pty_system().openpty(size(width, height)).expect("a pseudo-terminal");
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_awstutor"));
        command.args(arguments);
        command.env_clear();
        command.env("TERM", "xterm-256color");
        command.env("LANG", "ko_KR.UTF-8");
        command.env("HOME", self.path());
        command.env("AWSTUTOR_DATA", self.path());
        command.env("TZ", "Asia/Seoul");
        let child = pair.slave.spawn_command(command).expect("the program starts");
        // The program holds the other end alone: when it ends, reading ends.
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let (sender, output) = channel();
        let ear = Arc::new(Mutex::new(()));
        let listening = Arc::clone(&ear);
        std::thread::spawn(move || {
            let mut buffer = [0; 65_536];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                let clears = buffer[..count].windows(CLEAR.len()).any(|bytes| bytes == CLEAR.as_bytes());
                if sender.send(buffer[..count].to_vec()).is_err() {
                    return;
                }
                if clears {
                    drop(listening.lock());
                }
            }
        });
        let writer = pair.master.take_writer().expect("a writer");
        Tty { child, master: pair.master, writer, output, ear, parser: emulator(width, height), bytes: Vec::new() }
    }
}

/// A running program and its terminal.
pub struct Tty {
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    writer: Box<dyn Write + Send>,
    output: Receiver<Vec<u8>>,
    /// Who holds it lets the terminal take nothing after the next clear.
    ear: Arc<Mutex<()>>,
    parser: vt100::Parser,
    /// Everything that the program wrote.
    bytes: Vec<u8>,
}

impl Tty {
    /// Sends keys by name, as in `Down Enter F2`, or characters.
    pub fn press(&mut self, keys: &str) -> &mut Tty {
        for name in keys.split_whitespace() {
            self.sends(code(name));
        }
        self
    }

    /// Sends text as a terminal sends what is typed.
    pub fn sends(&mut self, text: &str) -> &mut Tty {
        self.writer.write_all(text.as_bytes()).and_then(|()| self.writer.flush()).expect("the program listens");
        self
    }

    /// Waits until a text is on the screen, as it stands or wrapped.
    #[track_caller]
    pub fn sees(&mut self, text: &str) -> &mut Tty {
        self.waits_for(&format!("{text:?}"), |screen| screen.contains(text) || unwrapped(screen).contains(text))
    }

    /// Waits until a program that draws no frames has said a text, and forgets what it said up to there.
    #[track_caller]
    pub fn hears(&mut self, text: &str) -> &mut Tty {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let said = String::from_utf8_lossy(&self.bytes).replace('\r', "");
            if let Some(start) = said.find(text) {
                self.bytes = said.as_bytes()[start + text.len()..].to_vec();
                return self;
            }
            if let Some(problem) = self.reads(deadline) {
                panic!("{problem} while listening for {text:?} in\n{said}");
            }
        }
    }

    /// Waits until a text is gone from the screen.
    #[track_caller]
    pub fn misses(&mut self, text: &str) -> &mut Tty {
        self.waits_for(&format!("a screen without {text:?}"), |screen| {
            !screen.contains(text) && !unwrapped(screen).contains(text)
        })
    }

    #[track_caller]
    pub fn waits_for(&mut self, what: &str, holds: impl Fn(&str) -> bool) -> &mut Tty {
        let deadline = Instant::now() + PATIENCE;
        loop {
            if self.is_between_frames() && holds(&self.screen()) {
                return self;
            }
            if let Some(problem) = self.reads(deadline) {
                panic!("{problem} while waiting for {what} on\n{}", framed(&self.rows()));
            }
        }
    }

    /// Half a frame shows new rows beside old ones. A frame ends with hiding the cursor, or with showing and placing it;
    /// switching the mouse or filling the clipboard may follow.
    fn is_between_frames(&self) -> bool {
        let last = self.bytes.iter().rposition(|byte| *byte == b'\x1b').map_or(&[][..], |start| &self.bytes[start..]);
        let before = &self.bytes[..self.bytes.len() - last.len()];
        let is_placing = last.starts_with(b"\x1b[") && last.ends_with(b"H") && before.ends_with(b"\x1b[?25h");
        let is_switch = last.starts_with(b"\x1b[?") && last.ends_with(b"l");
        is_placing || is_switch || last == b"\x1b\\" || last.ends_with(b"\x07")
    }

    /// Takes the next output in; says why there is none.
    fn reads(&mut self, deadline: Instant) -> Option<&'static str> {
        match self.output.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
            Ok(bytes) => {
                self.parser.process(&bytes);
                self.bytes.extend(bytes);
                None
            }
            Err(RecvTimeoutError::Timeout) => Some("nothing came any more"),
            Err(RecvTimeoutError::Disconnected) => Some("the program ended"),
        }
    }

    pub fn resize(&mut self, width: u16, height: u16) -> &mut Tty {
        self.master.resize(size(width, height)).expect("a new size");
        let cells = |count| std::num::NonZeroU16::new(count).expect("a size");
        self.parser.set_size(cells(height), cells(width));
        self
    }

    /// Sends a signal by name, as `TERM`.
    pub fn signal(&mut self, name: &str) -> &mut Tty {
        let process = self.child.process_id().expect("the program runs").to_string();
        let sent = Command::new("kill").args(["-s", name, &process]).status().expect("kill runs");
        assert!(sent.success(), "the signal was sent");
        self
    }

    /// Waits until the program has given the terminal back and has been stopped, as by Ctrl-Z.
    #[track_caller]
    pub fn stops(&mut self) -> &mut Tty {
        let process = self.child.process_id().expect("the program runs").to_string();
        let deadline = Instant::now() + PATIENCE;
        while self.parser.screen().alternate_screen() {
            assert_eq!(self.reads(deadline), None, "the terminal was not given back");
        }
        let state = || Command::new("ps").args(["-o", "stat=", "-p", &process]).output().expect("ps runs").stdout;
        while !state().starts_with(b"T") {
            assert!(Instant::now() < deadline, "it was not stopped on\n{}", framed(&self.rows()));
        }
        self
    }

    /// Lets the terminal take nothing in the middle of a frame, signals, and waits for the end: the exit code. The frame
    /// has a size that no terminal has room for.
    #[track_caller]
    pub fn ends_unheard(mut self, signal: &str) -> u32 {
        let ear = Arc::clone(&self.ear);
        let _held = ear.lock().expect("nobody fails while listening");
        self.resize(500, 300);
        let deadline = Instant::now() + PATIENCE;
        let before = self.count(CLEAR);
        while self.count(CLEAR) == before {
            assert_eq!(self.reads(deadline), None, "no frame began");
        }
        self.signal(signal);
        loop {
            if let Some(status) = self.child.try_wait().expect("a status") {
                return status.exit_code();
            }
            assert!(Instant::now() < deadline, "it did not end");
        }
    }

    /// How often the program has written a code so far.
    pub fn count(&self, code: &str) -> usize {
        String::from_utf8_lossy(&self.bytes).matches(code).count()
    }

    /// Waits for the end of the program: its exit code, and everything that it wrote.
    #[track_caller]
    pub fn ends(mut self) -> (u32, String) {
        let deadline = Instant::now() + PATIENCE;
        loop {
            match self.reads(deadline) {
                None => {}
                Some("the program ended") => break,
                Some(problem) => {
                    let state = self.child.try_wait();
                    panic!("{problem} while waiting for the end ({state:?}) on\n{}", framed(&self.rows()));
                }
            }
        }
        let status = self.child.wait().expect("an exit status");
        (status.exit_code(), String::from_utf8_lossy(&self.bytes).into_owned())
    }

    pub fn rows(&self) -> Vec<String> {
        rows(self.parser.screen())
    }

    pub fn screen(&self) -> String {
        self.rows().join("\n")
    }

    pub fn terminal(&self) -> &vt100::Screen {
        self.parser.screen()
    }
}

impl Drop for Tty {
    fn drop(&mut self) {
        // A test that failed must not leave its program behind.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn size(width: u16, height: u16) -> PtySize {
    PtySize { rows: height, cols: width, pixel_width: 0, pixel_height: 0 }
}

/// What a terminal sends for a key.
fn code(name: &str) -> &str {
    match name {
        "Enter" => "\r",
        "Esc" => "\u{1b}",
        "Tab" => "\t",
        "Space" => " ",
        "Backspace" => "\u{7f}",
        "Up" => "\u{1b}[A",
        "Down" => "\u{1b}[B",
        "Right" => "\u{1b}[C",
        "Left" => "\u{1b}[D",
        "Home" => "\u{1b}[H",
        "End" => "\u{1b}[F",
        "PgUp" => "\u{1b}[5~",
        "PgDn" => "\u{1b}[6~",
        "F1" => "\u{1b}OP",
        "F2" => "\u{1b}OQ",
        "F5" => "\u{1b}[15~",
        "F6" => "\u{1b}[17~",
        "F7" => "\u{1b}[18~",
        "F8" => "\u{1b}[19~",
        "F9" => "\u{1b}[20~",
        "F10" => "\u{1b}[21~",
        "Ctrl-C" => "\u{3}",
        "Ctrl-Z" => "\u{1a}",
        character => character,
    }
}
