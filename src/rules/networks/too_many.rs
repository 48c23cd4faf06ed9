//! `too-many-hashtags`, `too-many-mentions`, `too-many-links`, `too-many-cashtags`: more of them
//! than the network takes.

use super::words::{Limit, own};
use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text, count};
use crate::model::Limits;
use crate::networks::{Entities, Figure, Network, Spot};
use crate::rules::{Part, Said};
use crate::source::Loc;
use std::collections::HashSet;

/// More hashtags than the network takes.
pub static HASHTAGS: Rule = Rule {
    id: "too-many-hashtags",
    group: Group::Networks,
    level: Level::Error,
    since: "0.1.0",
    what: Phrase {
        en: "More hashtags than the network takes, those of `hashtags` included.",
        fr: "Plus de mots-dièse que le réseau n’en accepte, ceux de `hashtags` compris.",
    },
    why: Phrase {
        en: "Some networks refuse the post, others ignore all of them, and readers take a heap of hashtags for spam.",
        fr: "Certains réseaux refusent la publication, d’autres les ignorent tous, et un tas de mots-dièse passe pour du spam.",
    },
    remedy: Phrase {
        en: "Keep the ones that people search for. Your own number: `limits = { hashtags = … }` in the channel; 0 allows none.",
        fr: "Gardez ceux que l’on cherche vraiment. Votre propre nombre\u{a0}: `limits = { hashtags = … }` dans le canal\u{202f}; 0 n’en tolère aucun.",
    },
    example: on_network!(
        "threads",
        r#"[[post]]
id = "klimt"
date = 2026-11-23
text = "Klimt arrive. #Klimt #Vienne"
"#
    ),
};

/// More mentions than the network takes.
pub static MENTIONS: Rule = Rule {
    id: "too-many-mentions",
    group: Group::Networks,
    level: Level::Error,
    since: "0.1.0",
    what: Phrase {
        en: "More mentions than the network takes, those of `mentions` included.",
        fr: "Plus de mentions que le réseau n’en accepte, celles de `mentions` comprises.",
    },
    why: Phrase {
        en: "The network refuses the post, or drops the mentions: nobody is told.",
        fr: "Le réseau refuse la publication ou supprime les mentions\u{a0}: personne n’est prévenu.",
    },
    remedy: Phrase {
        en: "Mention the accounts that will answer. Your own number: `limits = { mentions = … }` in the channel.",
        fr: "Mentionnez les comptes qui répondront. Votre propre nombre\u{a0}: `limits = { mentions = … }` dans le canal.",
    },
    example: r#"[calendar]
timezone = "Europe/Paris"

[channels.main]
network = "mastodon"
limits = { mentions = 1 }

[[post]]
id = "klimt"
date = 2026-11-23
text = "Merci @louvre et @orsay"
"#,
};

/// More links than the network takes.
pub static LINKS: Rule = Rule {
    id: "too-many-links",
    group: Group::Networks,
    level: Level::Error,
    since: "0.1.0",
    what: Phrase {
        en: "More links than the network, or the channel, takes.",
        fr: "Plus de liens que le réseau, ou le canal, n’en accepte.",
    },
    why: Phrase {
        en: "The network refuses the post. And each link beside the first takes clicks from it.",
        fr: "Le réseau refuse la publication. Et chaque lien de plus prend des clics au premier.",
    },
    remedy: Phrase {
        en: "Keep one link, the others fit in a thread or in the first comment. Your own number: `limits = { links = … }` in the channel.",
        fr: "Gardez un lien, les autres vont dans un fil ou en premier commentaire. Votre propre nombre\u{a0}: `limits = { links = … }` dans le canal.",
    },
    example: r#"[calendar]
timezone = "Europe/Paris"

[channels.main]
network = "mastodon"
limits = { links = 1 }

[[post]]
id = "klimt"
date = 2026-11-23
text = "https://musee.example.org/klimt et https://musee.example.org/billets"
"#,
};

/// More cashtags than the network takes.
pub static CASHTAGS: Rule = Rule {
    id: "too-many-cashtags",
    group: Group::Networks,
    level: Level::Error,
    since: "0.1.0",
    what: Phrase {
        en: "More cashtags (`$AAPL`) than the network takes.",
        fr: "Plus de symboles boursiers (`$AAPL`) que le réseau n’en accepte.",
    },
    why: Phrase { en: "The network refuses the post.", fr: "Le réseau refuse la publication." },
    remedy: Phrase {
        en: "Keep one, and write the other names without the `$`.",
        fr: "Gardez-en un, et écrivez les autres noms sans le `$`.",
    },
    example: on_network!(
        "x",
        r#"[[post]]
id = "bourse"
date = 2026-11-23
text = "Nos deux mécènes montent : $MC et $OR"
"#
    ),
};

/// Counts hashtags.
pub fn hashtags(said: &Said<'_>) -> Vec<Finding> {
    over(
        said,
        &Kind {
            rule: &HASHTAGS,
            key: Some("hashtags"),
            own: |limits| &limits.hashtags,
            figure: |network| network.hashtags.as_ref(),
            spots: |entities| &entities.hashtags,
            word: |lang, n| match lang {
                Lang::En => count(lang, n, "hashtag", "hashtags"),
                Lang::Fr => count(lang, n, "mot-dièse", "mots-dièse"),
            },
        },
    )
}

/// Counts links.
pub fn links(said: &Said<'_>) -> Vec<Finding> {
    let kind = Kind {
        rule: &LINKS,
        key: Some("links"),
        own: |limits| &limits.links,
        figure: |network| network.links.as_ref(),
        spots: |entities| &entities.urls,
        word: |lang, n| match lang {
            Lang::En => count(lang, n, "link", "links"),
            Lang::Fr => count(lang, n, "lien", "liens"),
        },
    };
    let mut findings = over(said, &kind);
    findings.extend(apart(said, &kind));
    findings
}

/// The link of a post that its network carries apart from the text, against one's own limit.
fn apart(said: &Said<'_>, kind: &Kind) -> Option<Finding> {
    let limit = own(said, kind.own)?;
    let link = said.content.link.filter(|_| said.network.link_field)?;
    let address = link.value.trim();
    let urls = || said.parts.iter().flat_map(|part| &part.entities.urls);
    let counted = address.is_empty() || urls().any(|url| url.value == address);
    let n = urls().count() + 1;
    (!counted && n == limit.most() + 1).then(|| kind.finding(said, n, limit, link.at))
}

/// Counts cashtags.
pub fn cashtags(said: &Said<'_>) -> Vec<Finding> {
    over(
        said,
        &Kind {
            rule: &CASHTAGS,
            key: None,
            own: |_| &None,
            figure: |network| network.cashtags.as_ref(),
            spots: |entities| &entities.cashtags,
            word: |lang, n| match lang {
                Lang::En => count(lang, n, "cashtag", "cashtags"),
                Lang::Fr => count(lang, n, "symbole boursier", "symboles boursiers"),
            },
        },
    )
}

/// Counts mentions: those in the text, and those of `mentions` that it does not have.
pub fn mentions(said: &Said<'_>) -> Vec<Finding> {
    let kind = Kind {
        rule: &MENTIONS,
        key: Some("mentions"),
        own: |limits| &limits.mentions,
        figure: |network| network.mentions.as_ref(),
        spots: |entities| &entities.mentions,
        word: |lang, n| match lang {
            Lang::En => count(lang, n, "mention", "mentions"),
            Lang::Fr => count(lang, n, "mention", "mentions"),
        },
    };
    let Some(limit) = kind.limit(said) else {
        return Vec::new();
    };
    let handle = |name: &str| name.trim().trim_start_matches('@').to_lowercase();
    let mut known = HashSet::new();
    let mut last = None;
    for part in &said.parts {
        for spot in &part.entities.mentions {
            known.insert(handle(&spot.value));
            if known.len() == limit.most() + 1 && last.is_none() {
                last = Some(said.place(part, &spot.range));
            }
        }
    }
    for mention in said.content.mentions {
        known.insert(handle(&mention.value));
        if known.len() == limit.most() + 1 && last.is_none() {
            last = Some(mention.at);
        }
    }
    last.map(|at| kind.finding(said, known.len(), limit, at)).into_iter().collect()
}

/// One kind of thing that is counted.
struct Kind {
    rule: &'static Rule,
    /// Its key in `limits`.
    key: Option<&'static str>,
    own: fn(&Limits) -> &Option<Loc<u32>>,
    figure: fn(&Network) -> Option<&Figure>,
    spots: fn(&Entities) -> &Vec<Spot>,
    word: fn(Lang, usize) -> String,
}

/// A finding at the first one too many of each part.
fn over(said: &Said<'_>, kind: &Kind) -> Vec<Finding> {
    let Some(limit) = kind.limit(said) else {
        return Vec::new();
    };
    let of_part = |part: &Part<'_>| {
        let spots = (kind.spots)(&part.entities);
        let spot = spots.get(limit.most())?;
        Some(kind.finding(said, spots.len(), limit, said.place(part, &spot.range)))
    };
    said.parts.iter().filter_map(of_part).collect()
}

impl Kind {
    fn limit(&self, said: &Said<'_>) -> Option<Limit<'static>> {
        own(said, self.own).or_else(|| (self.figure)(said.network).map(Limit::Network))
    }

    fn finding(
        &self,
        said: &Said<'_>,
        n: usize,
        limit: Limit<'_>,
        at: crate::source::At,
    ) -> Finding {
        let (name, most) = (limit.taker(said), limit.most());
        let message = Text::of(|lang| {
            let found = (self.word)(lang, n);
            match (lang, most) {
                (Lang::En, 0) => format!("{found}, and {name} takes none"),
                (Lang::Fr, 0) => format!("{found}, et {name} n’en accepte pas"),
                (Lang::En, _) => format!("{found}, and {name} takes {most}"),
                (Lang::Fr, _) => format!("{found}, et {name} en accepte {most}"),
            }
        });
        let excess = n - most;
        let help = Text::of(|lang| match lang {
            Lang::En => format!("take {excess} of them away"),
            Lang::Fr => format!("retirez-en {excess}"),
        });
        said.finding(self.rule.id, at, message)
            .label(Text::of(|lang| match lang {
                Lang::En => "too many, from here on".to_owned(),
                Lang::Fr => "en trop, à partir d’ici".to_owned(),
            }))
            .note(limit.origin(said.network, self.key))
            .help(help)
            .at_level(limit.level())
    }
}
