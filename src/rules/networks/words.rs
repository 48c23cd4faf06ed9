//! How findings about networks speak.

use crate::diagnostic::Level;
use crate::lang::{Lang, Text, count};
use crate::model::Limits;
use crate::networks::{Figure, Grade, Network, Unit};
use crate::rules::Said;
use crate::rules::said::level;
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
            Self::Network(figure) => figure.limit(),
        }
    }

    /// How well it is known; one's own is sure.
    pub(super) const fn grade(self) -> Grade {
        match self {
            Self::Own(_) => Grade::Official,
            Self::Network(figure) => figure.grade,
        }
    }

    /// What going past it weighs.
    pub(super) const fn level(self) -> Level {
        level(self.grade())
    }

    /// Who takes no more: the network, or the channel by its own limit.
    pub(super) fn taker(self, said: &Said<'_>) -> String {
        match self {
            Self::Own(_) => format!("`{}`", said.channel.id.value),
            Self::Network(_) => said.network.name.to_owned(),
        }
    }

    /// Where the limit comes from, and which key of `limits` sets one's own, if any.
    pub(super) fn origin(self, network: &Network, key: Option<&'static str>) -> Text {
        match self {
            Self::Own(most) => Text::of(|lang| match lang {
                Lang::En => format!("the channel’s own `limits` in the calendar set {most}"),
                Lang::Fr => {
                    format!("ce sont les `limits` du canal, dans le calendrier, qui fixent {most}")
                }
            }),
            Self::Network(figure) => Text::of(|lang| known(lang, network, figure.grade, key)),
        }
    }
}

fn known(lang: Lang, network: &Network, grade: Grade, key: Option<&'static str>) -> String {
    let (name, word) = (network.name, network.key);
    let said = match (lang, grade.is_sure()) {
        (Lang::En, true) => format!("{name} sets this limit: `edito explain network {word}`"),
        (Lang::Fr, true) => {
            format!("c’est {name} qui fixe cette limite\u{a0}: `edito explain network {word}`")
        }
        (Lang::En, false) => format!(
            "{name} does not publish this limit, it is what schedulers and users report: \
             `edito explain network {word}`"
        ),
        (Lang::Fr, false) => format!(
            "{name} ne publie pas cette limite, c’est ce que rapportent les outils et les usages\
             \u{a0}: `edito explain network {word}`"
        ),
    };
    match (lang, key.filter(|_| !grade.is_sure())) {
        (_, None) => said,
        (Lang::En, Some(key)) => {
            format!("{said}; your own: `limits = {{ {key} = … }}` in the channel")
        }
        (Lang::Fr, Some(key)) => {
            format!("{said}\u{202f}; la vôtre\u{a0}: `limits = {{ {key} = … }}` dans le canal")
        }
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

/// The limit of the text of a post: the user's own, else that of its kind on the network.
pub(super) fn of_text(said: &Said<'_>) -> Option<Limit<'static>> {
    let of_network = || said.network.text_limit(said.kind()).map(Limit::Network);
    own(said, |limits| &limits.text).or_else(of_network)
}

/// `1,024 characters`, `1 caractère`, `300 octets`.
pub(super) fn amount(lang: Lang, n: usize, unit: Unit) -> String {
    match (lang, unit) {
        (Lang::En, Unit::Bytes) => count(lang, n, "byte", "bytes"),
        (Lang::Fr, Unit::Bytes) => count(lang, n, "octet", "octets"),
        (Lang::En, _) => count(lang, n, "character", "characters"),
        (Lang::Fr, _) => count(lang, n, "caractère", "caractères"),
    }
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
