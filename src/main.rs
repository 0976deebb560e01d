//! The program.

use awstutor::domain::settings::Settings;
use awstutor::store::{Journal, Places, embedded};
use awstutor::text::Language;
use awstutor::tui::{Open, Start, run, theme::Colours};

fn main() {
    let course = embedded::course();
    let places = Places::find(std::env::var_os("AWSTUTOR_DATA").as_deref().map(std::path::Path::new));
    let mut journal = places.journal(&course.outline.id).map(Journal::at).unwrap();
    let settings = places.settings().and_then(|p| awstutor::store::settings::read(&p).ok()).unwrap_or_default();
    let (progress, _) = journal.replay().unwrap();
    let _ = Settings::default();
    run(Start {
        course,
        progress,
        settings,
        journal: Some(journal),
        places,
        notices: vec![],
        language: Language::Korean,
        colours: Colours::Allowed,
        open: Open::Home,
    })
    .unwrap();
}
