//! `unmarked-partnership`: a text that looks commercial, in a post that declares no partner.

use super::verdict::regime;
use super::words;
use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::disclosure::{Affiliate, Sign, affiliate, may_show_signs, sign};
use crate::lang::{Lang, Phrase, Text, quote};
use crate::networks;
use crate::rules::Said;
use crate::source::At;
use crate::text::clean;

/// A text that looks commercial, in a post that declares no partner.
pub static RULE: Rule = Rule {
    id: "unmarked-partnership",
    group: Group::Disclosure,
    level: Level::Warning,
    since: "0.1.0",
    what: Phrase {
        en: "A text with the signs of a partnership (a label, “in partnership with”, “sponsored by”, a link that pays, a promotion code), in a post without `partnership`.",
        fr: "Un texte qui a tout d’un partenariat (une mention, «\u{a0}en partenariat avec\u{a0}», «\u{a0}offert par\u{a0}», un lien rémunéré, un code promo), dans une publication sans `partnership`.",
    },
    why: Phrase {
        en: "Once the partner is declared, edito checks the label; as long as it is not, nobody does. A promotion code, a link that only counts visits and a public partner give a hint alone, as they are often none. This is no legal advice.",
        fr: "Une fois le partenaire déclaré, edito vérifie la mention\u{a0}; sans cela, personne ne le fait. Un code promo, un lien qui ne fait que compter les visites ou un partenaire public ne donnent qu’un conseil\u{a0}: souvent, il n’y a rien à déclarer. Ceci n’est pas un conseil juridique.",
    },
    remedy: Phrase {
        en: "If somebody pays, gives something or shares the sales, write `partnership = { with = \"…\", kind = \"paid\" }` (or `gift`, `affiliate`). If not, `allow` it and say why.",
        fr: "Si quelqu’un paie, offre quelque chose ou partage les ventes, écrivez `partnership = { with = \"…\", kind = \"paid\" }` (ou `gift`, `affiliate`). Sinon, tolérez le constat avec `allow` en disant pourquoi.",
    },
    example: example!(
        r#"[[post]]
id = "atelier"
date = 2026-11-26
text = "Un atelier d’aquarelle en partenariat avec Boesner, samedi à 15 h."
"#
    ),
};

/// What was seen in a post.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Seen {
    Sign(Sign),
    Link(Affiliate),
}

impl Seen {
    /// The gravest first.
    const fn rank(self) -> u8 {
        match self {
            Self::Sign(Sign::Label) => 0,
            Self::Sign(Sign::Partner) => 1,
            Self::Link(Affiliate::Surely) => 2,
            Self::Sign(Sign::PublicPartner) => 3,
            Self::Sign(Sign::Code) => 4,
            Self::Link(Affiliate::Perhaps) => 5,
        }
    }
}

/// Looks for signs in the texts, first comments and links of posts without a partner: the gravest
/// is told.
pub fn check(said: &Said<'_>) -> Vec<Finding> {
    if said.post.partnership.is_some() {
        return Vec::new();
    }
    let seen = seen(said).into_iter().min_by_key(|(seen, ..)| seen.rank());
    seen.map(|(seen, at, words)| finding(said, seen, at, &words)).into_iter().collect()
}

fn seen(said: &Said<'_>) -> Vec<(Seen, At, String)> {
    let brand = said.facts.ws.calendar.name.as_str();
    let signs = |text: &str| may_show_signs(text).then(|| sign(text, brand)).flatten();
    let mut all: Vec<(Seen, At, String)> = Vec::new();
    // Where a link is written is only looked up when nothing as grave is known.
    let graver = |all: &[(Seen, At, String)], seen: Seen| {
        all.iter().all(|(other, ..)| seen.rank() < other.rank())
    };
    for part in &said.parts {
        let text = &part.out.text;
        if let Some(found) = signs(text) {
            let words = text[found.range.clone()].to_owned();
            all.push((Seen::Sign(found.sign), said.place(part, &found.range), words));
        }
        for url in &part.entities.urls {
            if let Some(pays) = affiliate(&url.value)
                && graver(&all, Seen::Link(pays))
            {
                all.push((Seen::Link(pays), said.place(part, &url.range), url.value.clone()));
            }
        }
    }
    if let Some(comment) = said.content.first_comment {
        let text = &comment.value;
        if let Some(found) = signs(text) {
            let words = text[found.range.clone()].to_owned();
            all.push((Seen::Sign(found.sign), said.within(comment, found.range), words));
        }
        for url in networks::entities(said.network, text).urls {
            if let Some(pays) = affiliate(&url.value)
                && graver(&all, Seen::Link(pays))
            {
                all.push((Seen::Link(pays), said.within(comment, url.range), url.value));
            }
        }
    }
    if let Some(link) = said.content.link.filter(|_| said.network.link_field)
        && let Some(pays) = affiliate(link.value.trim())
    {
        all.push((Seen::Link(pays), link.at, link.value.clone()));
    }
    all
}

fn finding(said: &Said<'_>, seen: Seen, at: At, words: &str) -> Finding {
    let words = clean(words).into_owned();
    let message = Text::of(|lang| {
        let quoted = quote(lang, &words);
        match (lang, seen) {
            (Lang::En, Seen::Sign(Sign::Label)) => {
                format!(
                    "{quoted} is a label of commercial posts, and this post has no `partnership`"
                )
            }
            (Lang::Fr, Seen::Sign(Sign::Label)) => format!(
                "{quoted} annonce une publication commerciale, et celle-ci n’a pas de `partnership`"
            ),
            (Lang::En, Seen::Sign(Sign::Code)) => {
                format!("{quoted}: is this the code of a partner?")
            }
            (Lang::Fr, Seen::Sign(Sign::Code)) => {
                format!("{quoted}\u{a0}: est-ce le code d’un partenaire\u{202f}?")
            }
            (Lang::En, Seen::Sign(_)) => {
                format!("{quoted} sounds like a partnership, and this post has none")
            }
            (Lang::Fr, Seen::Sign(_)) => {
                format!(
                    "{quoted} fait penser à un partenariat, et cette publication n’en déclare pas"
                )
            }
            (Lang::En, Seen::Link(Affiliate::Surely)) => {
                "this link looks like one that pays whoever sends a buyer".to_owned()
            }
            (Lang::Fr, Seen::Link(Affiliate::Surely)) => {
                "ce lien a tout d’un lien d’affiliation, qui rapporte une commission".to_owned()
            }
            (Lang::En, Seen::Link(Affiliate::Perhaps)) => {
                "does this link pay whoever sends a buyer?".to_owned()
            }
            (Lang::Fr, Seen::Link(Affiliate::Perhaps)) => {
                "ce lien rapporte-t-il une commission\u{202f}?".to_owned()
            }
        }
    });
    let kind = match seen {
        Seen::Link(_) | Seen::Sign(Sign::Code) => "affiliate",
        Seen::Sign(_) => "paid",
    };
    let help = Text::of(|lang| match lang {
        Lang::En => format!(
            "if this post is commercial, write `partnership = {{ with = \"…\", kind = \"{kind}\" }}`; \
             if not, `allow` this and say why"
        ),
        Lang::Fr => format!(
            "si c’est une publication commerciale, écrivez `partnership = {{ with = \"…\", kind = \
             \"{kind}\" }}`\u{202f}; sinon, tolérez ce constat avec `allow` en disant pourquoi"
        ),
    });
    let finding = said.finding(RULE.id, at, message).help(help).note(words::law(&regime(said)));
    let mild = matches!(
        seen,
        Seen::Sign(Sign::PublicPartner | Sign::Code) | Seen::Link(Affiliate::Perhaps)
    );
    if mild { finding.at_level(Level::Hint) } else { finding }
}
