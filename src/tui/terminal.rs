//! Taking the terminal, and giving it back whatever happens.
//!
//! One of the two files that name crossterm. Raw mode, the other screen, bracketed paste, the wheel and the cursor are
//! all given back on return, on an error, on a panic, on a signal and when the program is stopped.

use super::message::Message;
use crossterm::clipboard::CopyToClipboard;
use crossterm::event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture};
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use crossterm::{cursor, execute};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use std::io::{self, Stdout, Write, stdout};
use std::panic;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::time::Duration;

pub type Screen = Terminal<CrosstermBackend<io::BufWriter<Stdout>>>;

/// Whether the wheel is ours while the terminal is.
static WHEEL: AtomicBool = AtomicBool::new(false);

/// How long a program that shall end may take for what it wants to keep.
const PATIENCE: Duration = Duration::from_millis(500);

/// Gives the terminal back when it goes out of scope.
pub struct Guard;

impl Guard {
    /// Takes the terminal.
    ///
    /// # Errors
    /// When there is none, or it does not obey.
    pub fn take() -> io::Result<(Guard, Screen)> {
        let hook = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            give_back();
            hook(info);
        }));
        let guard = Guard;
        enter()?;
        // One write a frame: escape codes of a thousand cells must not become a thousand calls.
        let backend = CrosstermBackend::new(io::BufWriter::with_capacity(1 << 16, stdout()));
        Ok((guard, Terminal::new(backend)?))
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        give_back();
    }
}

fn enter() -> io::Result<()> {
    enable_raw_mode()?;
    execute!(stdout(), EnterAlternateScreen, EnableBracketedPaste, cursor::Hide)?;
    if WHEEL.load(Ordering::Relaxed) { execute!(stdout(), EnableMouseCapture) } else { Ok(()) }
}

/// Gives everything back, twice if need be. Nothing can be done about a terminal that is gone.
pub fn give_back() {
    let _ = execute!(stdout(), DisableMouseCapture, DisableBracketedPaste, LeaveAlternateScreen, cursor::Show);
    let _ = disable_raw_mode();
    let _ = stdout().flush();
}

/// Takes or gives back the wheel.
pub fn capture_wheel(wanted: bool) {
    WHEEL.store(wanted, Ordering::Relaxed);
    let _ = if wanted { execute!(stdout(), EnableMouseCapture) } else { execute!(stdout(), DisableMouseCapture) };
}

/// Puts a text into the clipboard, through the terminal (OSC 52).
pub fn copy(text: &str) {
    let _ = execute!(stdout(), CopyToClipboard::to_clipboard_from(text));
}

/// Stops the program as Ctrl-Z does, and takes the terminal again when it goes on.
#[cfg(unix)]
pub fn suspend() {
    give_back();
    let _ = signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP);
    let _ = enter();
}

#[cfg(not(unix))]
pub fn suspend() {}

/// Listens for signals from outside: an end, a new size, and the stop and go of a shell's job control.
///
/// # Errors
/// When the handlers cannot be set.
#[cfg(unix)]
pub fn listen(messages: Sender<Message>) -> io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGWINCH};
    let mut signals = signal_hook::iterator::Signals::new([SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGWINCH])?;
    std::thread::spawn(move || {
        for signal in signals.forever() {
            match signal {
                // crossterm loses a new size that comes together with a key, so sizes are taken from the signal itself.
                SIGWINCH => {
                    if let Ok((width, height)) = crossterm::terminal::size() {
                        let _ = messages.send(Message::Resize { width, height });
                    }
                }
                SIGTSTP => {
                    suspend();
                    let _ = messages.send(Message::Resumed);
                }
                _ => {
                    // The loop keeps what is to be kept and ends; a terminal that takes no more bytes must not hold it up.
                    let _ = messages.send(Message::Terminate);
                    std::thread::sleep(PATIENCE);
                    exit(signal)
                }
            }
        }
    });
    Ok(())
}

/// Ends the program from beside the loop, which waits for a terminal that takes nothing.
#[cfg(unix)]
fn exit(signal: i32) -> ! {
    let (done, given_back) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        give_back();
        done.send(())
    });
    let _ = given_back.recv_timeout(PATIENCE);
    std::process::exit(128 + signal)
}

#[cfg(not(unix))]
pub fn listen(_messages: Sender<Message>) -> io::Result<()> {
    Ok(())
}
