//! The settings in plain mode: a numbered list, what one is for and takes, and another value for it.
//!
//! It must not keep anything by itself: a [`SettingsKeeper`](super::SettingsKeeper) does.

use super::answer::{half_width, number};
use super::console::{Command, Typed, latin};
use super::session::{Exit, Session};
use crate::domain::settings::{Refusal, Setting, Settings, Values, wording};
use crate::text::words::fill;
use crate::text::words::settings::SettingsWords;
use std::io;

impl Session<'_> {
    /// All settings, to look at one and to change it.
    pub fn choose_setting(&mut self) -> io::Result<Exit> {
        loop {
            self.say_settings()?;
            loop {
                let exit = match self.listen(|words| words.help_settings)? {
                    Typed::Line(line) if line.is_empty() => return Ok(Exit::Back),
                    Typed::Line(line) => {
                        match number(&line).and_then(|number| Setting::ALL.get(number.checked_sub(1)?)) {
                            Some(setting) => self.change_setting(*setting)?,
                            None => {
                                let details = [("highest", Setting::ALL.len().to_string())];
                                self.console.say(&fill(self.words().no_such_setting, &details))?;
                                continue;
                            }
                        }
                    }
                    Typed::Command(Command::Back) => return Ok(Exit::Back),
                    Typed::Command(Command::Menu) => return Ok(Exit::Menu),
                    Typed::Command(Command::Quit) | Typed::End => return Ok(Exit::Quit),
                    Typed::Command(Command::Language) => Exit::Back,
                    Typed::Command(command) => {
                        self.not_here(command)?;
                        continue;
                    }
                    Typed::Unknown(_) => continue,
                };
                match exit {
                    Exit::Back => break,
                    exit => return Ok(exit),
                }
            }
        }
    }

    fn say_settings(&mut self) -> io::Result<()> {
        self.console.say_heading(self.common().settings)?;
        for (place, setting) in Setting::ALL.into_iter().enumerate() {
            let line = self.setting_line(setting);
            self.console.say(&format!("{}. {line}", place + 1))?;
        }
        self.console.say("")?;
        self.console.say(self.words().prompt_settings)
    }

    /// `Theme: dark`.
    fn setting_line(&mut self, setting: Setting) -> String {
        let today = self.today().date();
        let value = wording::value(setting, &self.settings, today, self.language);
        format!("{}: {value}", wording::name(setting, self.language))
    }

    /// Says what a setting is for and takes, until a value is taken or it is left as it is.
    fn change_setting(&mut self, setting: Setting) -> io::Result<Exit> {
        self.say_setting(setting)?;
        loop {
            match self.listen(|words| words.help_setting)? {
                Typed::Line(line) if line.is_empty() => return Ok(Exit::Back),
                Typed::Line(line) => match self.taken(setting, &line) {
                    Ok(settings) => {
                        self.set(setting, settings)?;
                        return Ok(Exit::Back);
                    }
                    Err(refusal) => {
                        let name = wording::name(setting, self.language);
                        let sentence = wording::refusal(refusal, setting, name, &line, self.language);
                        self.console.say(&format!("{sentence}."))?;
                    }
                },
                Typed::Command(Command::Back) => return Ok(Exit::Back),
                Typed::Command(Command::Menu) => return Ok(Exit::Menu),
                Typed::Command(Command::Quit) | Typed::End => return Ok(Exit::Quit),
                Typed::Command(Command::Language) => self.say_setting(setting)?,
                Typed::Command(command) => self.not_here(command)?,
                Typed::Unknown(_) => {}
            }
        }
    }

    fn say_setting(&mut self, setting: Setting) -> io::Result<()> {
        let line = self.setting_line(setting);
        self.console.say_heading(&line)?;
        self.console.say(wording::purpose(setting, self.language))?;
        let prompt = match setting.values() {
            Values::Names(names) => {
                for (place, name) in names.into_iter().enumerate() {
                    let line = self.offered(setting, name);
                    self.console.say(&format!("{}. {line}", place + 1))?;
                }
                self.words().type_setting_name
            }
            Values::Whole(_) | Values::Day => {
                let values = wording::takes(setting, self.language);
                let takes = SettingsWords::of(self.language).takes;
                self.console.say(&format!("{}.", fill(takes, &[("values", values)])))?;
                self.words().type_setting
            }
        };
        self.console.say("")?;
        self.console.say(prompt)
    }

    /// A name that is typed, and what it means where that is said in other words.
    fn offered(&mut self, setting: Setting, name: &str) -> String {
        match self.meaning(setting, name).filter(|meaning| *meaning != name) {
            Some(meaning) => format!("{name}: {meaning}"),
            None => name.to_string(),
        }
    }

    fn meaning(&mut self, setting: Setting, name: &str) -> Option<String> {
        let today = self.today().date();
        let settings = setting.read(&self.settings, name).ok()?;
        Some(wording::value(setting, &settings, today, self.language))
    }

    /// The settings with what was typed: a value; the number of a name, or what it means; keys that a Korean IME made
    /// Hangul of.
    fn taken(&mut self, setting: Setting, line: &str) -> Result<Settings, Refusal> {
        let line = half_width(line);
        let named = match setting.values() {
            Values::Names(names) => {
                let by_number = number(&line).and_then(|number| names.get(number.checked_sub(1)?).copied());
                by_number.or_else(|| names.into_iter().find(|name| self.meaning(setting, name).as_ref() == Some(&line)))
            }
            Values::Whole(_) | Values::Day => None,
        };
        let (text, today) = (named.unwrap_or(&line), self.today().date());
        let set = setting.set(&self.settings, text, today);
        set.or_else(|refusal| setting.set(&self.settings, &latin(text), today).map_err(|_| refusal))
    }

    /// Lets new settings hold at once, says so, and keeps them.
    fn set(&mut self, setting: Setting, settings: Settings) -> io::Result<()> {
        if settings.day_start != self.settings.day_start {
            self.ledger.begin_days_at(settings.day_start);
        }
        if setting == Setting::Language {
            self.language = settings.language.unwrap_or(self.language);
        }
        self.settings = settings;
        let today = self.today().date();
        let value = wording::value(setting, &self.settings, today, self.language);
        let details = [("name", wording::name(setting, self.language).to_string()), ("value", value)];
        self.console.say(&fill(self.words().setting_is, &details))?;
        match self.keeper.keep(&self.settings) {
            Ok(()) => self.console.say_heading(self.words().saved),
            Err(reason) => {
                let sentence = fill(SettingsWords::of(self.language).not_saved, &[("reason", reason)]);
                self.console.say_heading(&format!("{sentence}. {}", self.words().setting_not_kept))
            }
        }
    }
}
