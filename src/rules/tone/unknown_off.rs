//! `unknown-off`: a name in `off` that is no rule of tone.

use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text};
use crate::load::{Pack, pack};
use crate::model::Tone;
use crate::rules::Facts;
use crate::source::Loc;
use crate::text::nearest;

/// A name in `off` that is no rule of tone.
pub static RULE: Rule = Rule {
    id: "unknown-off",
    group: Group::Tone,
    level: Level::Error,
    since: "0.1.0",
    what: Phrase {
        en: "A name in `off` that is no rule of tone.",
        fr: "Un nom dans `off` qui n’est celui d’aucune règle de ton.",
    },
    why: Phrase {
        en: "The rule that was meant goes on finding fault, and nobody knows why.",
        fr: "La règle visée continue de signaler des fautes, sans que personne sache pourquoi.",
    },
    remedy: Phrase {
        en: "Write the name as findings do, without `tone.`: `fr-typo.ellipsis` for a rule of a pack.",
        fr: "Écrivez le nom comme dans les constats, sans `tone.`\u{a0}: `fr-typo.ellipsis` pour une règle d’un jeu fourni.",
    },
    example: example!(
        r#"[tone]
extends = ["fr-typo"]
off = ["fr-typo.elipsis"]
"#
    ),
};

/// Looks for names in `off` that stand for nothing.
pub fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let tone = &facts.ws.tone;
    let known: Vec<String> = tone.rules.iter().map(crate::model::ToneRule::name).collect();
    let unknown = tone.off.iter().filter(|off| !known.contains(&off.value));
    unknown.map(|off| finding(tone, off, &known)).collect()
}

fn finding(tone: &Tone, off: &Loc<String>, known: &[String]) -> Finding {
    let name = &off.value;
    let message = Text::of(|lang| match lang {
        Lang::En => format!("no tone rule is called `{name}`"),
        Lang::Fr => format!("aucune règle de ton ne s’appelle `{name}`"),
    });
    Finding::new(RULE.id, off.at, message).help(help(tone, name, known))
}

fn help(tone: &Tone, name: &str, known: &[String]) -> Text {
    let short = name.strip_prefix("tone.").unwrap_or(name);
    let pack = short.split_once('.').and_then(|(name, _)| pack(name));
    let taken = |pack: &Pack| tone.extends.iter().any(|name| name.value == pack.name);
    if let Some(pack) = pack.filter(|pack| !taken(pack)) {
        return Text::of(|lang| match lang {
            Lang::En => format!("`{}` is not in `extends`: none of its rules runs", pack.name),
            Lang::Fr => {
                format!(
                    "`{}` n’est pas dans `extends`\u{a0}: aucune de ses règles ne s’applique",
                    pack.name
                )
            }
        });
    }
    let near = nearest(short, known.iter().map(String::as_str));
    // The end of a name is often all that people remember of it.
    let ending = || known.iter().find(|rule| rule.rsplit('.').next() == Some(short));
    let near = near.or_else(|| ending().map(String::as_str));
    Text::of(|lang| match (lang, near) {
        (Lang::En, Some(near)) => format!("did you mean `{near}`?"),
        (Lang::Fr, Some(near)) => format!("vouliez-vous écrire `{near}`\u{202f}?"),
        (Lang::En, None) => "take it away: there is nothing to switch off".to_owned(),
        (Lang::Fr, None) => "retirez-le\u{a0}: il n’y a rien à désactiver".to_owned(),
    })
}
