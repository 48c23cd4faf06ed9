//! How findings about networks speak.

use crate::lang::{Lang, Text};
use crate::model::Limits;
use crate::networks::{Figure, Grade, Network, Unit};
use crate::rules::Said;
use crate::source::Loc;

/// Whose limit it is.
#[derive(Clone, Copy, Debug)]
pub(super) enum Limit<'a> {
    /// The user's own, in `limits` of the channel.
    Own(usize),
    /// The network's.
    Network(&'a Figure),
}

impl Limit<'_> {
    /// The most that is allowed.
    pub(super) fn most(self) -> usize {
        match self {
            Self::Own(most) => most,
            Self::Network(figure) => usize::try_from(figure.most).unwrap_or(usize::MAX),
        }
    }

    /// How well it is known; one's own is sure.
    pub(super) const fn grade(self) -> Grade {
        match self {
            Self::Own(_) => Grade::Official,
            Self::Network(figure) => figure.grade,
        }
    }

    /// Who takes no more: the network, or the channel by its own limit.
    pub(super) fn taker(self, said: &Said<'_>) -> String {
        match self {
            Self::Own(_) => format!("`{}`", said.channel.id.value),
            Self::Network(_) => said.network.name.to_owned(),
        }
    }

    /// Where the limit comes from.
    pub(super) fn origin(self, network: &Network) -> Text {
        let (name, key) = (network.name, network.key);
        Text::of(|lang| match (lang, self) {
            (Lang::En, Self::Own(most)) => {
                format!("the channel’s own `limits` in the calendar set {most}")
            }
            (Lang::Fr, Self::Own(most)) => {
                format!("ce sont les `limits` du canal, dans le calendrier, qui fixent {most}")
            }
            (Lang::En, Self::Network(figure)) if figure.grade.is_sure() => {
                format!("{name} sets this limit: `edito explain network {key}`")
            }
            (Lang::Fr, Self::Network(figure)) if figure.grade.is_sure() => {
                format!("c’est {name} qui fixe cette limite\u{a0}: `edito explain network {key}`")
            }
            (Lang::En, Self::Network(_)) => format!(
                "{name} does not publish this limit, it is what schedulers and users report: \
                 `edito explain network {key}`; your own: `limits` of the channel"
            ),
            (Lang::Fr, Self::Network(_)) => format!(
                "{name} ne publie pas cette limite, c’est ce que rapportent les outils et les usages\
                 \u{a0}: `edito explain network {key}`\u{202f}; la vôtre\u{a0}: `limits` du canal"
            ),
        })
    }
}

/// The user's own limit, where there is one.
pub(super) fn own(
    said: &Said<'_>,
    pick: impl Fn(&Limits) -> &Option<Loc<u32>>,
) -> Option<Limit<'static>> {
    let own = said.own_limit(pick)?;
    Some(Limit::Own(usize::try_from(own).unwrap_or(usize::MAX)))
}

/// `1,024`, `1 024`.
pub(super) fn number(lang: Lang, n: usize) -> String {
    crate::lang::number(lang, i64::try_from(n).unwrap_or(i64::MAX))
}

/// What a network counts, where that is not plain letters.
pub(super) fn unit(unit: Unit, lang: Lang) -> &'static str {
    match (unit, lang) {
        (Unit::Weighted, Lang::En) => "a link counts 23, an emoji or a CJK letter 2",
        (Unit::Weighted, Lang::Fr) => "un lien compte 23, un emoji ou un idéogramme 2",
        (Unit::Graphemes, Lang::En) => "an emoji counts 1",
        (Unit::Graphemes, Lang::Fr) => "un emoji compte 1",
        (Unit::CodePoints, Lang::En) => "some emoji count more than 1",
        (Unit::CodePoints, Lang::Fr) => "certains emojis comptent plus de 1",
        (Unit::Utf16, Lang::En) => "most emoji count 2 or more",
        (Unit::Utf16, Lang::Fr) => "la plupart des emojis comptent 2 ou plus",
        (Unit::Bytes, Lang::En) => "in bytes: an accented letter counts 2, an emoji 4 or more",
        (Unit::Bytes, Lang::Fr) => {
            "en octets\u{a0}: une lettre accentuée compte 2, un emoji 4 ou plus"
        }
        (Unit::GraphemesEmojiBytes, Lang::En) => "an emoji counts 4 or more",
        (Unit::GraphemesEmojiBytes, Lang::Fr) => "un emoji compte 4 ou plus",
    }
}
