//! The questions, to a person at a terminal, in their language.

use super::Answers;
use super::given::{Given, country, guess_country, guess_zone, tidy};
use crate::cli::failure::Failure;
use crate::cli::session::Session;
use crate::cli::words::prompts;
use crate::lang::{Lang, Phrase, Text};
use crate::networks::{NETWORKS, Network};
use crate::time::Zone;
use dialoguer::theme::Theme;
use dialoguer::{Input, MultiSelect, Select};
use std::fmt;

/// Asks what the flags did not say; `None` when the person would rather not.
pub(super) fn ask(given: Given, session: &mut Session<'_>) -> Result<Option<Answers>, Failure> {
    let speak = session.lang();
    let theme = Plain { lang: speak };
    let table = Table { theme: &theme };
    let _ = dialoguer::console::Term::stderr().write_line(prompts::WELCOME.get(speak));
    let name = match given.name {
        Some(name) => name,
        None => table.name()?,
    };
    let lang = match given.lang {
        Some(lang) => lang,
        None => table.lang()?,
    };
    let zone = match given.zone {
        Some(zone) => zone,
        None => {
            let country = given.country.as_deref();
            table.zone(guess_zone(lang, country, session.env.text("TZ")))?
        }
    };
    let networks = if given.networks.is_empty() { table.networks()? } else { given.networks };
    let country = match given.country {
        Some(country) => Some(country),
        None => table.country(guess_country(zone))?,
    };
    let answers = Answers { name, lang, zone, networks, country };
    if table.sure()? {
        return Ok(Some(answers));
    }
    session.tell(match speak {
        Lang::En => "Nothing was written.\n",
        Lang::Fr => "Rien n’a été écrit.\n",
    });
    Ok(None)
}

/// The questions, one by one.
struct Table<'t> {
    theme: &'t Plain,
}

impl Table<'_> {
    fn say(&self, phrase: Phrase) -> String {
        phrase.get(self.theme.lang).to_owned()
    }

    /// One line; the start is either kept with Enter, or there to be changed.
    fn line(
        &self,
        prompt: Phrase,
        start: Start,
        judge: impl Fn(&str) -> Result<(), String>,
    ) -> Result<String, Failure> {
        let mut input = Input::<String>::with_theme(self.theme)
            .with_prompt(self.say(prompt))
            .allow_empty(true)
            .validate_with(move |typed: &String| judge(typed));
        input = match start {
            Start::Nothing => input,
            Start::Kept(text) => input.default(text),
            Start::Typed(text) => input.with_initial_text(text),
        };
        input.interact_text().map_err(|error| stopped(&error))
    }

    fn name(&self) -> Result<String, Failure> {
        let needed = self.say(prompts::ANSWER_NEEDED);
        let judge = |typed: &str| tidy(typed).map(drop).ok_or_else(|| needed.clone());
        let name = self.line(prompts::NAME, Start::Nothing, judge)?;
        Ok(tidy(&name).unwrap_or(name))
    }

    fn lang(&self) -> Result<Lang, Failure> {
        let all = Lang::ALL;
        let here = all.iter().position(|lang| *lang == self.theme.lang);
        let chosen = Select::with_theme(self.theme)
            .with_prompt(self.say(prompts::BRAND_LANG))
            .items(all.map(|lang| match lang {
                Lang::En => "English",
                Lang::Fr => "Français",
            }))
            .default(here.unwrap_or(0))
            .interact()
            .map_err(|error| stopped(&error))?;
        Ok(all.get(chosen).copied().unwrap_or_default())
    }

    fn zone(&self, guess: Zone) -> Result<Zone, Failure> {
        let lang = self.theme.lang;
        let judge = |typed: &str| match Zone::parse(typed.trim()) {
            Some(_) => Ok(()),
            None => Err(prompts::unknown_timezone(lang, typed.trim())),
        };
        let typed = self.line(prompts::TIMEZONE, Start::Kept(guess.name().to_owned()), judge)?;
        Ok(Zone::parse(typed.trim()).unwrap_or(guess))
    }

    fn networks(&self) -> Result<Vec<&'static Network>, Failure> {
        loop {
            let ticked = MultiSelect::with_theme(self.theme)
                .with_prompt(self.say(prompts::CHANNELS))
                .items(NETWORKS.iter().map(|network| network.name))
                .max_length(12)
                .interact()
                .map_err(|error| stopped(&error))?;
            let chosen: Vec<_> = ticked.into_iter().filter_map(|n| NETWORKS.get(n)).collect();
            if !chosen.is_empty() {
                return Ok(chosen);
            }
            let needed = prompts::CHANNEL_NEEDED.get(self.theme.lang);
            let _ = dialoguer::console::Term::stderr().write_line(needed);
        }
    }

    fn country(&self, guess: Option<String>) -> Result<Option<String>, Failure> {
        let wrong = match self.theme.lang {
            Lang::En => "two letters, such as FR or BE",
            Lang::Fr => "deux lettres, comme FR ou BE",
        };
        // Typed in advance and not kept by default: it can be deleted, for no country.
        let start = guess.map_or(Start::Nothing, Start::Typed);
        let judge = |typed: &str| match typed.trim() {
            "" => Ok(()),
            typed => country(typed).map(drop).ok_or_else(|| wrong.to_owned()),
        };
        let typed = self.line(prompts::COUNTRY, start, judge)?;
        Ok(country(typed.trim()))
    }

    fn sure(&self) -> Result<bool, Failure> {
        let (yes, no) = (self.say(prompts::YES), self.say(prompts::NO));
        let words = format!("{yes}/{no}");
        let judge = |typed: &str| {
            let typed = typed.trim().to_lowercase();
            let known = typed.starts_with(&yes) || typed.starts_with(&no);
            if known { Ok(()) } else { Err(words.clone()) }
        };
        let typed = self.line(prompts::CONFIRM, Start::Kept(yes.clone()), judge)?;
        Ok(typed.trim().to_lowercase().starts_with(&yes))
    }
}

/// What a line holds before anything is typed.
enum Start {
    /// Nothing.
    Nothing,
    /// An answer in brackets, kept with Enter.
    Kept(String),
    /// An answer as if typed already.
    Typed(String),
}

/// The look of the questions: ours end with their own sign.
struct Plain {
    lang: Lang,
}

impl Theme for Plain {
    fn format_prompt(&self, f: &mut dyn fmt::Write, prompt: &str) -> fmt::Result {
        f.write_str(prompt)
    }

    fn format_error(&self, f: &mut dyn fmt::Write, err: &str) -> fmt::Result {
        write!(f, "→ {err}")
    }

    fn format_input_prompt(
        &self,
        f: &mut dyn fmt::Write,
        prompt: &str,
        default: Option<&str>,
    ) -> fmt::Result {
        match default {
            Some(default) => write!(f, "{prompt} [{default}] "),
            None => write!(f, "{prompt} "),
        }
    }

    fn format_input_prompt_selection(
        &self,
        f: &mut dyn fmt::Write,
        prompt: &str,
        sel: &str,
    ) -> fmt::Result {
        write!(f, "{prompt} {sel}")
    }

    fn format_multi_select_prompt_selection(
        &self,
        f: &mut dyn fmt::Write,
        prompt: &str,
        selections: &[&str],
    ) -> fmt::Result {
        write!(f, "{prompt} {}", selections.join(", "))
    }
}

fn stopped(error: &dialoguer::Error) -> Failure {
    let dialoguer::Error::IO(error) = error;
    let interrupted = error.kind() == std::io::ErrorKind::Interrupted;
    let why = error.to_string();
    Failure::new(Text::of(|lang| match (lang, interrupted) {
        (Lang::En, true) => "interrupted; nothing was written".to_owned(),
        (Lang::Fr, true) => "interrompu\u{202f}; rien n’a été écrit".to_owned(),
        (Lang::En, false) => format!("the question could not be asked: {why}"),
        (Lang::Fr, false) => format!("la question n’a pas pu être posée\u{a0}: {why}"),
    }))
}
