//! What chapters, search and frames take, without a terminal.
//!
//! A chapter of 1 MB stands for the largest that anyone writes; the floor under opening it is the bare Markdown parser
//! with the same options, which makes nothing of what it reads. It must not open files: the text is made of words of the
//! shipped course.
//!
//! ```text
//! cargo bench --bench chapter
//! ```

use awstutor::course::chapter;
use awstutor::domain::moment::Moment;
use awstutor::domain::progress::Progress;
use awstutor::domain::settings::{Borders, Overrides, Settings};
use awstutor::store::embedded;
use awstutor::text::Language;
use awstutor::text::words::Words;
use awstutor::tui::app::{App, Beginning};
use awstutor::tui::key::Key;
use awstutor::tui::message::Message;
use awstutor::tui::page::{Anchor, Page};
use awstutor::tui::screen::Route;
use awstutor::tui::theme::Colours;
use divan::{Bencher, black_box};
use jiff::Timestamp;
use jiff::tz::Offset;
use pulldown_cmark::{Options, Parser};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::sync::LazyLock;

fn main() {
    divan::main();
}

const WIDTH: usize = 80;
const HEIGHT: usize = 40;

mod one_megabyte {
    use super::*;

    static TEXT: LazyLock<String> = LazyLock::new(|| korean(1_000_000));

    /// The floor: the bare parser over the same text.
    #[divan::bench(sample_count = 50)]
    fn bare_parser(bencher: Bencher<'_, '_>) {
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_TASKLISTS
            | Options::ENABLE_HEADING_ATTRIBUTES
            | Options::ENABLE_GFM;
        bencher.bench_local(|| Parser::new_ext(black_box(&TEXT), options).map(black_box).count());
    }

    /// From the text of the file to the first window, laid out.
    #[divan::bench(sample_count = 50)]
    fn first_window(bencher: Bencher<'_, '_>) {
        bencher.bench_local(|| {
            let mut page = page();
            page.settle(Anchor::default(), HEIGHT);
            page
        });
    }

    /// One key on an open page: the last window is laid out, and nothing between.
    #[divan::bench(sample_count = 50)]
    fn jump_to_the_end(bencher: Bencher<'_, '_>) {
        bencher.with_inputs(page).bench_local_values(|mut page| {
            page.settle(Anchor { node: usize::MAX, line: 0 }, HEIGHT);
            page
        });
    }

    fn page() -> Page {
        let (opened, problems) = chapter::parse("content/ko/long.md", black_box(&TEXT));
        assert!(problems.is_empty(), "{:?}", problems[0]);
        let opened = opened.expect("the text has front matter");
        let mut page = Page::new(opened.document, Words::of(Language::Korean), Borders::Unicode);
        page.set_width(WIDTH);
        page
    }
}

mod search {
    use super::*;

    /// Opening the room: the index over every chapter and question is made.
    #[divan::bench]
    fn index(bencher: Bencher<'_, '_>) {
        bencher.with_inputs(|| app(Language::Korean)).bench_local_values(|mut app| {
            app.open(Route::Search { query: String::new() });
            app
        });
    }

    /// One more letter of a query, with the index at hand: `버` becomes `버킷`, `instanc` becomes `instance`.
    #[divan::bench(args = [("버", '킷'), ("ㅂㅇㄱ", 'ㄹ'), ("instanc", 'e')])]
    fn letter(bencher: Bencher<'_, '_>, (typed, next): (&str, char)) {
        let opened = || {
            let mut app = app(Language::Korean);
            app.open(Route::Search { query: typed.to_string() });
            app
        };
        bencher.with_inputs(opened).bench_local_values(|mut app| {
            app.handle(Message::Key(Key::Char(next)), now());
            app
        });
    }
}

mod frame {
    use super::*;

    #[divan::bench]
    fn home(bencher: Bencher<'_, '_>) {
        draw(bencher, &app(Language::English));
    }

    #[divan::bench(args = [Language::English, Language::Korean])]
    fn chapter(bencher: Bencher<'_, '_>, language: Language) {
        let mut app = app(language);
        app.open(Route::Chapter("s3".into()));
        draw(bencher, &app);
    }

    fn draw(bencher: Bencher<'_, '_>, app: &App) {
        let area = Rect::new(0, 0, WIDTH as u16, HEIGHT as u16);
        let mut buffer = Buffer::empty(area);
        bencher.bench_local(|| {
            // ratatui hands out an empty buffer for each frame.
            buffer.reset();
            app.draw(area, &mut buffer)
        });
    }
}

/// The app over the shipped course, at home, with nothing read.
fn app(language: Language) -> App {
    App::new(Beginning {
        course: embedded::course(),
        progress: Progress::default(),
        settings: Settings { language: Some(language), ..Settings::default() },
        overrides: Overrides::default(),
        language,
        colours: Colours::Allowed,
        notices: Vec::new(),
        now: now(),
        seed: 7,
        size: (WIDTH as u16, HEIGHT as u16),
    })
}

fn now() -> Moment {
    Moment::new(Timestamp::UNIX_EPOCH, Offset::UTC)
}

/// A Korean chapter of about so many bytes: sections of paragraphs, a list, a table and code.
fn korean(bytes: usize) -> String {
    let words = words();
    let mut next = 0;
    let mut take = |count: usize| {
        let taken: Vec<&str> = (0..count).map(|place| words[(next + place * place) % words.len()].as_str()).collect();
        next += count + 7;
        taken.join(" ")
    };
    let mut text = format!(
        "+++\ntitle = \"{}\"\nsummary = \"{}\"\n\n[[source]]\nurl = \"https://docs.aws.amazon.com/\"\n\
         title = \"AWS\"\nverified = 2026-11-22\n+++\n\n",
        take(3),
        take(12)
    );
    for section in 0.. {
        if text.len() >= bytes {
            break;
        }
        let level = if section % 4 == 0 { "##" } else { "###" };
        text += &format!("{level} {} {{#section-{section}}}\n\n", take(3));
        for _ in 0..3 {
            text += &format!("{} **{}** {} `{}` {}.\n\n", take(24), take(2), take(18), take(1), take(12));
        }
        for _ in 0..5 {
            text += &format!("- {} **{}** {}\n", take(6), take(1), take(5));
        }
        text += &format!("\n| {} | {} | {} |\n|---|---|---|\n", take(1), take(2), take(1));
        for _ in 0..6 {
            text += &format!("| {} | {} | {} |\n", take(2), take(5), take(3));
        }
        text += &format!("\n```json\n{{ \"Version\": \"2012-10-17\", \"Note\": \"{}\" }}\n```\n\n", take(4));
        text += &format!("> [!NOTE]\n> {} [{}](s3.md) {}.\n\n", take(9), take(2), take(6));
    }
    text
}

/// The words of the shipped Korean chapters that mean nothing to Markdown.
fn words() -> Vec<String> {
    let course = embedded::course();
    let paths = course.source().paths().into_iter().filter(|path| path.starts_with("content/ko/"));
    let texts: Vec<String> = paths.filter_map(|path| Some(course.source().read(&path).ok()?.into_owned())).collect();
    let is_plain = |word: &&str| word.chars().all(char::is_alphanumeric) && !word.is_ascii();
    texts.iter().flat_map(|text| text.split_whitespace()).filter(is_plain).map(str::to_string).collect()
}
