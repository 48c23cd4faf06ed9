//! Where a text goes out, and with what.

use crate::model::tone::{Deal, Field};
use crate::model::{ChannelIx, Only, PillarIx, Status};
use crate::networks::Network;

/// Where a text goes out, and with what; what is not known is `None`.
#[derive(Clone, Debug, Default)]
pub struct Circumstances<'a> {
    /// The channel.
    pub channel: Option<ChannelIx>,
    /// Its network.
    pub network: Option<&'static Network>,
    /// The pillar.
    pub pillar: Option<PillarIx>,
    /// The format, in small letters.
    pub format: Option<String>,
    /// The language as written: a BCP 47 tag.
    pub lang: Option<&'a str>,
    /// Where the post stands.
    pub status: Option<Status>,
    /// What a disclosure is due for.
    pub deals: Vec<Deal>,
    /// The fields that the post has.
    pub fields: Vec<Field>,
    /// The address in `source`.
    pub proof: Option<&'a str>,
}

impl Circumstances<'_> {
    /// Whether a rule for these alone runs here. What is not known (a text of no calendar) fits; a
    /// post of a calendar, which has a status, is of no pillar and no format where it names none.
    #[must_use]
    pub fn fit(&self, only: &Only) -> bool {
        fn among<T: PartialEq>(wanted: &[T], given: Option<&T>) -> bool {
            wanted.is_empty() || given.is_none_or(|given| wanted.contains(given))
        }
        let unknown = self.status.is_none();
        let is_pillar = |own| only.pillars.contains(&own);
        let is_format =
            |own: &String| only.formats.iter().any(|wanted| wanted.trim().to_lowercase() == *own);
        let network = |wanted: &String| self.network.is_none_or(|network| network.key == wanted);
        among(&only.channels, self.channel.as_ref())
            && (only.pillars.is_empty() || self.pillar.map_or(unknown, is_pillar))
            && among(&only.status, self.status.as_ref())
            && (only.networks.is_empty() || only.networks.iter().any(network))
            && (only.formats.is_empty() || self.format.as_ref().map_or(unknown, is_format))
            && only
                .lang
                .as_ref()
                .is_none_or(|wanted| self.lang.is_none_or(|given| speaks(&wanted.value, given)))
    }
}

/// Whether a text of language `given` is one for a rule of language `wanted`: `fr` takes `fr-CA`.
#[must_use]
pub fn speaks(wanted: &str, given: &str) -> bool {
    let start = given.get(..wanted.len());
    start.is_some_and(|start| start.eq_ignore_ascii_case(wanted))
        && matches!(given.as_bytes().get(wanted.len()), None | Some(b'-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_takes_its_regions() {
        let only = |tag: &str| {
            let mut sources = crate::source::Sources::default();
            let at = crate::source::At {
                source: sources.add("a", ""),
                span: crate::source::Span::new(0..0),
            };
            Only { lang: Some(crate::source::Loc::new(tag.to_owned(), at)), ..Only::default() }
        };
        let fits = |tag: &str, lang: Option<&str>| {
            Circumstances { lang, ..Circumstances::default() }.fit(&only(tag))
        };
        assert!(fits("fr", Some("fr")) && fits("fr", Some("fr-CA")) && fits("fr", Some("FR")));
        assert!(!fits("fr", Some("en")) && !fits("fr", Some("fro")) && !fits("fr-CA", Some("fr")));
        assert!(fits("fr", None));
    }

    #[test]
    fn a_post_without_a_format_is_of_none() {
        let only = Only { formats: vec!["Reel".to_owned()], ..Only::default() };
        let fits = |format: Option<&str>, status: Option<Status>| {
            let format = format.map(str::to_owned);
            Circumstances { format, status, ..Circumstances::default() }.fit(&only)
        };
        assert!(fits(Some("reel"), Some(Status::Draft)) && fits(None, None));
        assert!(!fits(Some("story"), None) && !fits(None, Some(Status::Draft)));
    }
}
