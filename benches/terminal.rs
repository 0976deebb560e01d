//! awstutor as a terminal sees it, beside the least that a ratatui program can do (`examples/floor.rs`).
//!
//! Both run in pseudo-terminals of the same size, in turns, so that a machine that slows down slows down both. What
//! comes out is medians and their ratios. It must not reach into awstutor: it presses keys and reads what is painted.
//!
//! ```text
//! cargo build --release --examples && cargo bench --bench terminal -- [--rounds 20]
//! ```
//!
//! Memory, context switches and processor time come from `/proc`; elsewhere than on Linux they are left out.

#[allow(dead_code, reason = "only its lines and the plain structs are used here")]
#[path = "journal.rs"]
mod journal;

use anyhow::{Context, bail};
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};
use std::{env, fs, thread};

const COLUMNS: NonZero<u16> = NonZero::new(120).unwrap();
const ROWS: NonZero<u16> = NonZero::new(40).unwrap();
const DOWN: &str = "\x1b[B";
const UP: &str = "\x1b[A";
/// A paint has ended when nothing has come for so long.
const QUIET: Duration = Duration::from_millis(25);
/// A program that does not paint within this is broken.
const PATIENCE: Duration = Duration::from_secs(10);
/// Slow figures, of which a few are enough: idle seconds, and ten chapters.
const SLOW_ROUNDS: usize = 3;
const IDLE: Duration = Duration::from_secs(3);
const JOURNALS: [usize; 2] = [10_000, 100_000];

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = env::args().collect();
    let after = |flag: &str| arguments.iter().skip_while(|argument| *argument != flag).nth(1);
    if let Some(path) = after("--plain") {
        return parse_plainly(path);
    }
    let rounds = after("--rounds").map_or(Ok(20), |text| text.parse()).context("--rounds needs a number")?;
    let programs = Programs::find()?;
    let mut figures = Figures::default();
    for round in 0..rounds {
        eprint!("\rround {} of {rounds}", round + 1);
        // Whoever runs second finds warmer caches: they take turns.
        let turns = if round % 2 == 0 { [floor, awstutor] } else { [awstutor, floor] };
        for measure in turns {
            measure(&programs, round, &mut figures)?;
        }
        journals(&programs, &mut figures)?;
    }
    eprintln!();
    figures.print(rounds);
    Ok(())
}

fn floor(programs: &Programs, round: usize, figures: &mut Figures) -> anyhow::Result<()> {
    let mut window = Window::open(&programs.floor, &[], None)?;
    figures.add("floor, first frame", milliseconds(window.first_frame));
    figures.keys("floor, key in the list", &mut window, 4)?;
    if round < SLOW_ROUNDS {
        figures.process("floor, ", &window);
    }
    let mut window = Window::open(&programs.floor, &["--scroll"], None)?;
    figures.keys("floor, key in a chapter", &mut window, 8)?;
    let mut window = Window::open(&programs.floor, &["--drain"], None)?;
    figures.burst("floor, 1,000 keys in the list", &mut window)?;
    let mut window = Window::open(&programs.floor, &["--drain", "--scroll"], None)?;
    figures.burst("floor, 1,000 keys in a chapter", &mut window)
}

fn awstutor(programs: &Programs, round: usize, figures: &mut Figures) -> anyhow::Result<()> {
    let data = journal::data_folder(0);
    let mut window = Window::open(&programs.awstutor, &[], Some(data.path()))?;
    figures.add("first frame", milliseconds(window.first_frame));
    figures.keys("key in the list", &mut window, 4)?;
    figures.burst("1,000 keys in the list", &mut window)?;
    // The burst ended two rows down; back to the first row, which opens a chapter.
    for key in [UP, UP, "\r"] {
        window.press(key)?;
    }
    if !window.shows_chapter() {
        bail!("no chapter was opened:\n{}", window.screen.screen().contents());
    }
    // What is read is saved on the way down; from here on these keys save nothing.
    for key in [DOWN; 8].iter().chain(&[UP; 8]) {
        window.press(key)?;
    }
    let size = || fs::metadata(journal::path_in(data.path())).map(|file| file.len());
    let saved = size()?;
    figures.keys("key in a chapter", &mut window, 8)?;
    figures.burst("1,000 keys in a chapter", &mut window)?;
    if size()? != saved {
        bail!("keys that should save nothing have saved something");
    }
    if round < SLOW_ROUNDS {
        // The first chapter is open: nine more.
        for _ in 0..9 {
            window.press("n")?;
        }
        figures.process("", &window);
    }
    Ok(())
}

/// First frames over long journals, and what parsing the same lines takes in a fresh process.
fn journals(programs: &Programs, figures: &mut Figures) -> anyhow::Result<()> {
    for (events, data) in JOURNALS.iter().zip(&programs.journals) {
        let window = Window::open(&programs.awstutor, &[], Some(data.path()))?;
        figures.add(&format!("first frame, {events}"), milliseconds(window.first_frame));
        let parsed = std::process::Command::new(env::current_exe()?)
            .args(["--plain".as_ref(), journal::path_in(data.path()).as_os_str()])
            .output()?;
        figures.add(&format!("parse, {events}"), String::from_utf8_lossy(&parsed.stdout).trim().parse()?);
    }
    Ok(())
}

/// Prints the milliseconds that the lines of a journal take as plain structs.
fn parse_plainly(path: &str) -> anyhow::Result<()> {
    let text = fs::read_to_string(path)?;
    let start = Instant::now();
    let _kept = std::hint::black_box(journal::plain_lines(&text));
    println!("{}", milliseconds(start.elapsed()));
    Ok(())
}

struct Programs {
    floor: PathBuf,
    awstutor: PathBuf,
    /// Folders with long journals, in the order of [`JOURNALS`].
    journals: [tempfile::TempDir; 2],
}

impl Programs {
    fn find() -> anyhow::Result<Programs> {
        let awstutor = PathBuf::from(env!("CARGO_BIN_EXE_awstutor"));
        let floor = awstutor.with_file_name("examples").join("floor").with_extension(env::consts::EXE_EXTENSION);
        if !floor.exists() {
            bail!("{} is not there: `cargo build --release --examples` makes it", floor.display());
        }
        Ok(Programs { floor, awstutor, journals: JOURNALS.map(journal::data_folder) })
    }
}

/// A program in a pseudo-terminal, and what it has painted.
struct Window {
    /// Kept open: without it the program would be hung up.
    _terminal: Box<dyn MasterPty + Send>,
    child: Box<dyn Child + Send + Sync>,
    keyboard: Box<dyn Write + Send>,
    output: Receiver<(Instant, Vec<u8>)>,
    screen: vt100::Parser,
    /// From before the program was started until the screen was not blank.
    first_frame: Duration,
}

impl Window {
    /// Starts a program, and waits until its first frame is whole.
    fn open(program: &Path, arguments: &[&str], data: Option<&Path>) -> anyhow::Result<Window> {
        let size = PtySize { rows: ROWS.get(), cols: COLUMNS.get(), pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size)?;
        let mut command = CommandBuilder::new(program);
        command.args(arguments);
        command.env_clear();
        for (name, value) in [("TERM", "xterm-256color"), ("COLORTERM", "truecolor"), ("LANG", "C.UTF-8")] {
            command.env(name, value);
        }
        if let Some(data) = data {
            command.env("AWSTUTOR_DATA", data);
        }
        let mut reader = pair.master.try_clone_reader()?;
        let (sender, output) = channel();
        thread::spawn(move || {
            let mut bytes = vec![0; 1 << 16];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                // The time is taken here, before anything is made of the bytes.
                if sender.send((Instant::now(), bytes[..count].to_vec())).is_err() {
                    return;
                }
            }
        });
        let keyboard = pair.master.take_writer()?;
        let started = Instant::now();
        let child = pair.slave.spawn_command(command)?;
        let screen = vt100::Parser::new(ROWS, COLUMNS, 0);
        let mut window =
            Window { _terminal: pair.master, child, keyboard, output, screen, first_frame: Duration::ZERO };
        while window.screen.screen().contents().trim().is_empty() {
            let time = window.read(PATIENCE)?.context("nothing was painted")?;
            window.first_frame = time - started;
        }
        window.settle(4 * QUIET)?;
        Ok(window)
    }

    /// Takes the next piece of output; `None` if none comes in time.
    fn read(&mut self, patience: Duration) -> anyhow::Result<Option<Instant>> {
        match self.output.recv_timeout(patience) {
            Ok((time, bytes)) => {
                self.screen.process(&bytes);
                Ok(Some(time))
            }
            Err(RecvTimeoutError::Timeout) => Ok(None),
            Err(RecvTimeoutError::Disconnected) => bail!("the program ended:\n{}", self.screen.screen().contents()),
        }
    }

    /// Reads on until nothing comes for a while; returns the time of the last byte.
    fn settle(&mut self, quiet: Duration) -> anyhow::Result<Option<Instant>> {
        let mut last = None;
        while let Some(time) = self.read(quiet)? {
            last = Some(time);
        }
        Ok(last)
    }

    /// Writes keys in one piece; returns the time until the last byte of what they changed.
    fn press(&mut self, keys: &str) -> anyhow::Result<Duration> {
        let quiet = if keys.len() > 100 { 12 * QUIET } else { QUIET };
        let start = Instant::now();
        self.keyboard.write_all(keys.as_bytes())?;
        let first = self.read(PATIENCE)?.with_context(|| format!("{keys:?} painted nothing"))?;
        Ok(self.settle(quiet)?.unwrap_or(first) - start)
    }

    /// The window with its colours.
    fn picture(&self) -> Vec<String> {
        self.screen.screen().rows_formatted(0, COLUMNS.get()).collect()
    }

    /// A chapter says in the line above how far it is read.
    fn shows_chapter(&self) -> bool {
        self.screen.screen().contents().lines().next().is_some_and(|line| line.contains(" % "))
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Every value that was measured, by the name of its figure.
#[derive(Default)]
struct Figures(BTreeMap<String, Vec<f64>>);

impl Figures {
    fn add(&mut self, name: &str, value: f64) {
        self.0.entry(name.to_string()).or_default().push(value);
    }

    /// So many keys down and up again, twice.
    fn keys(&mut self, name: &str, window: &mut Window, count: usize) -> anyhow::Result<()> {
        for key in [vec![DOWN; count], vec![UP; count]].concat().repeat(2) {
            let time = window.press(key)?;
            self.add(name, milliseconds(time));
        }
        Ok(())
    }

    /// 1,000 keys that end two rows down, where none of them has been before. That the last one was obeyed is checked.
    /// Letters: of more than 1,024 bytes at once, as 1,000 arrows are, crossterm leaves the rest until the next key.
    fn burst(&mut self, name: &str, window: &mut Window) -> anyhow::Result<()> {
        window.press(DOWN)?;
        window.press(DOWN)?;
        let expected = window.picture();
        window.press(UP)?;
        window.press(UP)?;
        let time = window.press(&("jk".repeat(499) + "jj"))?;
        if window.picture() != expected {
            bail!("{name}: some keys were lost:\n{}", window.screen.screen().contents());
        }
        self.add(name, milliseconds(time));
        Ok(())
    }

    /// Memory that nobody shares, and how often threads go to sleep and how long they work while no key is pressed.
    fn process(&mut self, whose: &str, window: &Window) {
        let Some(process) = window.child.process_id() else { return };
        let private = proc_sum(format!("/proc/{process}/smaps_rollup"), "Private_");
        let switches = || thread_sum(process, "status", "voluntary_ctxt_switches:");
        // The first number of the file: nanoseconds on a processor.
        let work = || thread_sum(process, "schedstat", "");
        let before = (switches(), work());
        thread::sleep(IDLE);
        let figures = [
            ("private memory", private.map(|kilobytes| kilobytes / 1024.0)),
            ("idle, switches", switches().zip(before.0).map(|(after, before)| after - before)),
            ("idle, processor", work().zip(before.1).map(|(after, before)| (after - before) / 1e6)),
        ];
        for (name, value) in figures {
            value.into_iter().for_each(|value| self.add(&format!("{whose}{name}"), value));
        }
    }

    fn median(&self, name: &str) -> Option<f64> {
        let mut values = self.0.get(name)?.clone();
        values.sort_by(f64::total_cmp);
        let middle = values.len() / 2;
        Some(if values.len() % 2 == 0 { (values[middle - 1] + values[middle]) / 2.0 } else { values[middle] })
    }

    fn print(&self, rounds: usize) {
        let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
        println!("{rounds} rounds, {COLUMNS} x {ROWS}, load {}", load.split(' ').next().unwrap_or("unknown"));
        println!("{:<34} {:>9} {:>9} {:>7}  target", "median", "floor", "awstutor", "ratio");
        for (name, unit, target) in [
            ("first frame", "ms", "2.0 x"),
            ("key in the list", "ms", "1.3 x"),
            ("key in a chapter", "ms", "1.3 x"),
            ("1,000 keys in the list", "ms", "3.0 x"),
            ("1,000 keys in a chapter", "ms", "3.0 x"),
            ("private memory", "MB", "12 MB"),
            ("idle, switches", "", "0"),
            ("idle, processor", "ms", "0 ms"),
        ] {
            let row = (self.median(&format!("floor, {name}")), self.median(name));
            print_row(&format!("{name} {unit}"), row.0, row.1, target);
        }
        for events in JOURNALS {
            let with = self.median(&format!("first frame, {events}"));
            let extra = with.zip(self.median("first frame")).map(|(with, without)| with - without);
            let name = format!("{events} events ms, beside parsing");
            print_row(&name, self.median(&format!("parse, {events}")), extra, "1.5 x");
        }
        if !cfg!(target_os = "linux") {
            println!("memory and idleness are read from /proc, which only Linux has");
        }
    }
}

fn print_row(name: &str, floor: Option<f64>, ours: Option<f64>, target: &str) {
    let cell = |value: Option<f64>| value.map_or("-".to_string(), |value| format!("{value:.2}"));
    let ratio = floor.zip(ours).filter(|(floor, _)| *floor > 0.0).map(|(floor, ours)| ours / floor);
    println!("{name:<34} {:>9} {:>9} {:>7}  {target}", cell(floor), cell(ours), cell(ratio));
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// What stands behind `label` in a file of `/proc`, summed over its lines. `None` where there is no such file.
fn proc_sum(file: impl AsRef<Path>, label: &str) -> Option<f64> {
    let text = fs::read_to_string(file).ok()?;
    let lines = text.lines().filter_map(|line| line.strip_prefix(label));
    Some(lines.filter_map(|rest| rest.split_whitespace().find_map(|word| word.parse::<f64>().ok())).sum())
}

/// [`proc_sum`] over every thread of a process.
fn thread_sum(process: u32, file: &str, label: &str) -> Option<f64> {
    let threads = fs::read_dir(format!("/proc/{process}/task")).ok()?;
    threads.map(|thread| proc_sum(thread.ok()?.path().join(file), label)).sum()
}
