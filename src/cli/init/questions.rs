//! The questions, to a person at a terminal, in their language.

use super::given::{Given, country, guess_country, guess_zone, tidy};
use super::{Answers, Folder, starter};
use crate::cli::failure::Failure;
use crate::cli::session::Session;
use crate::cli::words::prompts;
use crate::lang::{Lang, Phrase, Text, system_error};
use crate::networks::{self, Network};
use crate::render::wrap::wrap;
use crate::time::Zone;
use dialoguer::theme::Theme;
use dialoguer::{MultiSelect, Select};
use std::cell::RefCell;
use std::fmt;
use std::io::{BufRead, Write};

/// Asks what the flags did not say; `None` when the person would rather not.
pub(super) fn ask(
    given: Given,
    folder: &Folder,
    session: &mut Session<'_>,
) -> Result<Option<Answers>, Failure> {
    let speak = session.lang();
    let theme = Plain { lang: speak };
    let (mut keys, mut screen) = (std::io::stdin().lock(), std::io::stderr());
    let desk = RefCell::new(Desk { keys: &mut keys, screen: &mut screen });
    let table = Table { theme: &theme, width: session.width(), desk: &desk };
    table.tell(prompts::WELCOME.get(speak));
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
        None => table.country(guess_country(zone).as_deref())?,
    };
    let answers = Answers { name, lang, zone, networks, country };
    let files = starter::NAMES.map(|name| folder.show(name));
    if table.sure(&files)? {
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
    width: usize,
    desk: &'t RefCell<Desk<'t>>,
}

/// Where a person types and reads.
struct Desk<'d> {
    keys: &'d mut dyn BufRead,
    screen: &'d mut dyn Write,
}

impl Table<'_> {
    fn say(&self, phrase: Phrase) -> String {
        phrase.get(self.theme.lang).to_owned()
    }

    /// One line, asked until `read` takes it; Enter keeps `kept`, which stands in brackets.
    fn line<T>(
        &self,
        prompt: Phrase,
        kept: Option<&str>,
        read: impl Fn(&str) -> Result<T, String>,
    ) -> Result<T, Failure> {
        let prompt = match kept {
            Some(kept) => format!("{} [{kept}]", self.say(prompt)),
            None => self.say(prompt),
        };
        loop {
            let typed = self.hear(&prompt).map_err(|error| stopped(error.into()))?;
            let answer = match (typed.trim(), kept) {
                ("", Some(kept)) => kept,
                (typed, _) => typed,
            };
            match read(answer) {
                Ok(taken) => return Ok(taken),
                Err(wrong) => self.tell(&format!("→ {wrong}")),
            }
        }
    }

    /// What is typed after a question. Lines are read as the terminal gives them: nothing is drawn
    /// again, so that nothing old stays on the screen.
    fn hear(&self, prompt: &str) -> std::io::Result<String> {
        let mut desk = self.desk.borrow_mut();
        write!(desk.screen, "{} ", wrap(prompt, self.width).join("\n"))?;
        desk.screen.flush()?;
        let mut typed = String::new();
        match desk.keys.read_line(&mut typed)? {
            0 => Err(std::io::ErrorKind::Interrupted.into()),
            _ => Ok(typed),
        }
    }

    fn tell(&self, text: &str) {
        let lines = wrap(&crate::text::clean(text), self.width).join("\n");
        let _ = writeln!(self.desk.borrow_mut().screen, "{lines}");
    }

    fn name(&self) -> Result<String, Failure> {
        let needed = self.say(prompts::ANSWER_NEEDED);
        self.line(prompts::NAME, None, |typed| tidy(typed).ok_or_else(|| needed.clone()))
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
            .map_err(stopped)?;
        Ok(all.get(chosen).copied().unwrap_or_default())
    }

    fn zone(&self, guess: Zone) -> Result<Zone, Failure> {
        let lang = self.theme.lang;
        self.line(prompts::TIMEZONE, Some(guess.name()), |typed| {
            Zone::parse(typed).ok_or_else(|| prompts::unknown_timezone(lang, typed))
        })
    }

    fn networks(&self) -> Result<Vec<&'static Network>, Failure> {
        loop {
            let ticked = MultiSelect::with_theme(self.theme)
                .with_prompt(self.say(prompts::CHANNELS))
                .items(networks::all().iter().map(|network| network.name))
                .max_length(12)
                .interact()
                .map_err(stopped)?;
            let chosen: Vec<_> =
                ticked.into_iter().filter_map(|n| networks::all().get(n)).collect();
            if !chosen.is_empty() {
                return Ok(chosen);
            }
            let needed = prompts::CHANNEL_NEEDED.get(self.theme.lang);
            self.tell(needed);
        }
    }

    fn country(&self, guess: Option<&str>) -> Result<Option<String>, Failure> {
        let wrong = match self.theme.lang {
            Lang::En => "that is no country: two letters, such as FR or BE; - for none",
            Lang::Fr => {
                "ce n’est pas un pays\u{a0}: deux lettres, comme FR ou BE\u{202f}; - pour aucun"
            }
        };
        self.line(prompts::COUNTRY, guess, |typed| match typed {
            "" | "-" => Ok(None),
            typed => country(typed).map(Some).ok_or_else(|| wrong.to_owned()),
        })
    }

    fn sure(&self, files: &[String]) -> Result<bool, Failure> {
        self.tell(prompts::FILES.get(self.theme.lang));
        for file in files {
            self.tell(&format!("\u{a0}\u{a0}{file}"));
        }
        self.yes(prompts::CONFIRM)
    }

    /// A question with yes or no; Enter is yes.
    fn yes(&self, prompt: Phrase) -> Result<bool, Failure> {
        let yes = self.say(prompts::YES);
        self.line(prompt, Some(&yes), |typed| match typed.to_lowercase().as_str() {
            "o" | "oui" | "y" | "yes" => Ok(true),
            "n" | "non" | "no" => Ok(false),
            _ => Err(prompts::YES_OR_NO.get(self.theme.lang).to_owned()),
        })
    }
}

/// Puts text on the screen before the question that it belongs to: what a session tells comes at
/// the end of the run.
pub(in crate::cli) fn show(text: &str) {
    let _ = std::io::stderr().write_all(text.as_bytes());
}

/// What a person answers to a question with yes or no; Enter is yes.
///
/// # Errors
/// When nobody answers.
pub(in crate::cli) fn confirm(
    prompt: Phrase,
    (lang, width): (Lang, usize),
) -> Result<bool, Failure> {
    let (mut keys, mut screen) = (std::io::stdin().lock(), std::io::stderr());
    let desk = RefCell::new(Desk { keys: &mut keys, screen: &mut screen });
    Table { theme: &Plain { lang }, width, desk: &desk }.yes(prompt)
}

/// The look of the questions: ours end with their own sign.
pub(in crate::cli) struct Plain {
    pub(in crate::cli) lang: Lang,
}

impl Theme for Plain {
    fn format_prompt(&self, f: &mut dyn fmt::Write, prompt: &str) -> fmt::Result {
        f.write_str(prompt)
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

/// A question that was not answered, in words.
pub(in crate::cli) fn stopped(dialoguer::Error::IO(error): dialoguer::Error) -> Failure {
    let interrupted = error.kind() == std::io::ErrorKind::Interrupted;
    let why = system_error(&error);
    Failure::new(Text::of(|lang| match (lang, interrupted) {
        (Lang::En, true) => "interrupted; nothing was written".to_owned(),
        (Lang::Fr, true) => "interrompu\u{202f}; rien n’a été écrit".to_owned(),
        (Lang::En, false) => format!("the question could not be asked: {}", why.get(lang)),
        (Lang::Fr, false) => format!("la question n’a pas pu être posée\u{a0}: {}", why.get(lang)),
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the screen shows when these lines are typed at a question.
    fn at<T>(
        lang: Lang,
        typed: &str,
        ask: impl Fn(&Table<'_>) -> Result<T, Failure>,
    ) -> (T, String) {
        let (mut keys, mut screen) = (typed.as_bytes(), Vec::new());
        let desk = RefCell::new(Desk { keys: &mut keys, screen: &mut screen });
        let answer = ask(&Table { theme: &Plain { lang }, width: 60, desk: &desk }).unwrap();
        (answer, String::from_utf8(screen).unwrap())
    }

    #[test]
    fn yes_and_no_are_taken_in_both_languages_after_the_files() {
        for lang in Lang::ALL {
            for (typed, expected) in [
                ("o\n", true),
                ("OUI\n", true),
                ("y\n", true),
                ("yes\n", true),
                ("\n", true),
                ("n\n", false),
                ("Non\n", false),
                ("peut-être\nno\n", false),
            ] {
                let files = ["a/calendar.toml".to_owned()];
                let (sure, screen) = at(lang, typed, |table| table.sure(&files));
                assert_eq!(sure, expected, "{typed}");
                let (file, asked) = (screen.find("a/calendar.toml"), screen.find('?'));
                assert!(file.unwrap() < asked.unwrap(), "{screen}");
            }
        }
    }

    #[test]
    fn what_is_typed_replaces_what_is_proposed() {
        for lang in Lang::ALL {
            let country = |typed| at(lang, typed, |table| table.country(Some("FR"))).0;
            assert_eq!(country("\n").as_deref(), Some("FR"));
            assert_eq!(country("FR\n").as_deref(), Some("FR"));
            assert_eq!(country("zz\nbe\n").as_deref(), Some("BE"));
            assert_eq!(country("-\n"), None);
            let paris = Zone::parse("Europe/Paris").unwrap();
            let (zone, screen) = at(lang, "Paris\nEurope/Brussels\n", |table| table.zone(paris));
            assert_eq!(zone.name(), "Europe/Brussels");
            assert!(screen.contains("→ ") && screen.matches("[Europe/Paris]").count() == 2);
        }
    }

    #[test]
    fn lines_break_between_words_and_the_end_of_the_keys_ends_the_questions() {
        for lang in Lang::ALL {
            let ((), screen) = at(lang, "", |table| {
                table.tell(prompts::WELCOME.get(lang));
                Ok(())
            });
            assert!(screen.lines().count() == 2, "{screen}");
            let words: Vec<&str> = prompts::WELCOME.get(lang).split(' ').collect();
            assert_eq!(
                screen.split([' ', '\n']).filter(|w| !w.is_empty()).collect::<Vec<_>>(),
                words
            );
            let (said, _) = at(lang, "", |table| Ok(table.name().unwrap_err().render(lang)));
            assert!(said.contains("interr"), "{said}");
        }
    }
}
