//! Options with a closed list of words: clap's readers, with our words for each value.
//!
//! Shells show those words beside a completion.

use clap::builder::{EnumValueParser, PossibleValue, TypedValueParser, ValueParser};
use clap::{Arg, Command, ValueEnum};

use super::values::{
    CheckFormat, ColorWhen, CountFormat, Effort, ExportFormat, FailOn, PlanFormat, ReportFormat,
    SchemaKind,
};
use super::words;
use crate::lang::Lang;

/// The reader of an option with a closed list of words, knowing what each means.
pub(super) fn choices(path: &str, id: &str, lang: Lang) -> Option<ValueParser> {
    Some(match (path, id) {
        (_, "lang" | "brand_lang" | "text_lang") => reader::<Lang>(path, id, lang),
        (_, "color") => reader::<ColorWhen>(path, id, lang),
        ("check" | "tone", "format") => reader::<CheckFormat>(path, id, lang),
        ("check" | "tone", "fail_on") => reader::<FailOn>(path, id, lang),
        ("count", "format") => reader::<CountFormat>(path, id, lang),
        ("plan", "format") => reader::<PlanFormat>(path, id, lang),
        ("plan", "effort") => reader::<Effort>(path, id, lang),
        ("mix", "format") => reader::<ReportFormat>(path, id, lang),
        ("export", "format") => reader::<ExportFormat>(path, id, lang),
        ("schema", "document") => reader::<SchemaKind>(path, id, lang),
        ("completions", "shell") => reader::<clap_complete::Shell>(path, id, lang),
        _ => return None,
    })
}

fn reader<E>(path: &str, id: &str, lang: Lang) -> ValueParser
where
    E: ValueEnum + Clone + Send + Sync + 'static,
{
    let values = E::value_variants()
        .iter()
        .filter_map(ValueEnum::to_possible_value)
        .map(|value| match words::value(path, id, value.get_name()) {
            Some(phrase) => value.help(phrase.get(lang)),
            None => value,
        })
        .collect();
    ValueParser::new(Choices { inner: EnumValueParser::<E>::new(), values })
}

/// clap's reader of an enum, with our words for its values.
#[derive(Clone)]
struct Choices<E: ValueEnum + Clone + Send + Sync + 'static> {
    inner: EnumValueParser<E>,
    values: Vec<PossibleValue>,
}

impl<E: ValueEnum + Clone + Send + Sync + 'static> TypedValueParser for Choices<E> {
    type Value = E;

    fn parse_ref(
        &self,
        cmd: &Command,
        arg: Option<&Arg>,
        value: &std::ffi::OsStr,
    ) -> Result<E, clap::Error> {
        self.inner.parse_ref(cmd, arg, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(self.values.iter().cloned()))
    }
}
