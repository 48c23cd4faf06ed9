//! `preset` and `group` of a mix: the shares and quotas that a well-known mix is made of.
//!
//! What a preset asks for becomes plain shares and quotas, in front of those that are written: who
//! counts and plans needs to know nothing of presets.

use super::faults::Faults;
use super::mix::sum_fault;
use super::reader::Row;
use crate::lang::{Lang, Text, list, list_or, quote};
use crate::model::preset::{
    PRESETS, Preset, PresetGroup, Want, meanings, numbers, preset, wrong_sum,
};
use crate::model::{Mix, Pillar, PillarIx, Quota, Share, Target};
use crate::source::{At, Loc};
use crate::text::{clean, nearest};

/// The preset of a mix, when it is one; shares, quotas and groups of pillars are put in their
/// places.
pub(super) fn read(
    row: Row<'_, '_>,
    mix: &mut Mix,
    faults: &mut Faults,
) -> Option<Loc<&'static Preset>> {
    let written = row.words("preset");
    let found = written.as_ref().and_then(|written| known(written, faults));
    let groups: Vec<Option<Loc<String>>> =
        row.named_rows("pillars").map(|(_, row)| row.words("group")).collect();
    for (pillar, group) in mix.pillars.iter_mut().zip(&groups) {
        let Some(group) = group else { continue };
        match &found {
            Some(preset) => pillar.group = member(preset.value, group, faults),
            None if written.is_none() => idle(group, faults),
            None => {}
        }
    }
    let found = found?;
    for (pillar, _) in mix.pillars.iter().zip(&groups).filter(|(_, group)| group.is_none()) {
        unsorted(found.value, pillar, faults);
    }
    unserved(found.value, found.at, &mix.pillars, faults);
    let shares = shares(&found, mix);
    check(&shares, &mix.shares, faults);
    mix.shares.splice(0..0, shares);
    let quotas = quotas(&found, mix);
    mix.quotas.splice(0..0, quotas);
    Some(found)
}

/// The preset that is meant by a name.
fn known(written: &Loc<String>, faults: &mut Faults) -> Option<Loc<&'static Preset>> {
    if let Some(preset) = preset(&written.value) {
        return Some(Loc::new(preset, written.at));
    }
    let (rule, message, help) = refusal(&written.value);
    faults.say(rule, written.at, message, Some(help));
    None
}

/// Why a name is no preset: the rule, what is wrong, and what to do.
#[must_use]
pub fn refusal(name: &str) -> (&'static str, Text, Text) {
    let shown = clean(name).into_owned();
    if !meanings(name).is_empty() {
        return ("unknown-preset", which(&shown), these(&meanings(name)));
    }
    match numbers(name).map(|numbers| wrong_sum(&numbers)) {
        Some(Some((sum, whole))) => {
            let message = Text::of(|lang| match lang {
                Lang::En => format!("{} adds up to {sum}, not to {whole}", quote(lang, &shown)),
                Lang::Fr => format!("{} totalise {sum}, pas {whole}", quote(lang, &shown)),
            });
            ("preset-sum", message, meant(name))
        }
        Some(None) => ("unknown-preset", own(&shown), shares_of_your_own()),
        None => {
            let message = Text::of(|lang| match lang {
                Lang::En => format!("no well-known mix is called {}", quote(lang, &shown)),
                Lang::Fr => format!("aucun mix connu ne s’appelle {}", quote(lang, &shown)),
            });
            ("unknown-preset", message, meant(name))
        }
    }
}

fn which(shown: &str) -> Text {
    Text::of(|lang| match lang {
        Lang::En => format!("{} means three different things: which one?", quote(lang, shown)),
        Lang::Fr => {
            format!("{} veut dire trois choses\u{a0}: laquelle\u{202f}?", quote(lang, shown))
        }
    })
}

/// `` `a`: what it is; `b`: what it is ``.
fn these(presets: &[&'static Preset]) -> Text {
    Text::of(|lang| {
        let each: Vec<String> = presets
            .iter()
            .map(|preset| match lang {
                Lang::En => format!("`{}`: {}", preset.name, preset.about.en),
                Lang::Fr => format!("`{}`\u{a0}: {}", preset.name, preset.about.fr),
            })
            .collect();
        each.join(match lang {
            Lang::En => "; ",
            Lang::Fr => "\u{202f}; ",
        })
    })
}

/// Numbers that add up, and name nothing.
fn own(shown: &str) -> Text {
    Text::of(|lang| match lang {
        Lang::En => {
            format!("{} adds up, but does not say what each number is", quote(lang, shown))
        }
        Lang::Fr => {
            format!("{} tombe juste, mais ne dit pas ce qu’est chaque nombre", quote(lang, shown))
        }
    })
}

fn shares_of_your_own() -> Text {
    Text::of(|lang| {
        match lang {
            Lang::En => "write a `[[share]]` with its `pillars` and its `target` for each number",
            Lang::Fr => {
                "écrivez pour chaque nombre un `[[share]]` avec ses `pillars` et sa `target`"
            }
        }
        .to_owned()
    })
}

/// The preset nearest to a name, else all of them.
fn meant(name: &str) -> Text {
    let near = nearest(name, PRESETS.iter().map(|preset| preset.name));
    let all: Vec<String> = PRESETS.iter().map(|preset| format!("`{}`", preset.name)).collect();
    // `4-1-1` has six parts: someone who is told that theirs must be ten would wonder.
    let parts = near.and_then(numbers).and_then(|numbers| Some(wrong_sum(&numbers)?.0));
    Text::of(|lang| match (near, lang) {
        (Some(near), Lang::En) => match parts {
            Some(parts) => format!("did you mean `{near}`, which has {parts} parts?"),
            None => format!("did you mean `{near}`?"),
        },
        (Some(near), Lang::Fr) => match parts {
            Some(parts) => {
                format!("vouliez-vous écrire `{near}`, qui compte {parts} parts\u{202f}?")
            }
            None => format!("vouliez-vous écrire `{near}`\u{202f}?"),
        },
        (None, Lang::En) => format!("take {}", list_or(lang, &all)),
        (None, Lang::Fr) => format!("prenez {}", list_or(lang, &all)),
    })
}

/// The group of a preset by its name.
fn member(
    preset: &'static Preset,
    written: &Loc<String>,
    faults: &mut Faults,
) -> Option<Loc<&'static PresetGroup>> {
    if let Some(group) = preset.group(&written.value) {
        return Some(Loc::new(group, written.at));
    }
    let (message, help) = no_group(preset, &written.value);
    faults.say("unknown-group", written.at, message, Some(help));
    None
}

/// That a preset has no such group, and which it has.
#[must_use]
pub fn no_group(preset: &'static Preset, name: &str) -> (Text, Text) {
    let shown = clean(name).into_owned();
    let message = Text::of(|lang| match lang {
        Lang::En => format!("{} has no group {}", preset.name, quote(lang, &shown)),
        Lang::Fr => format!("{} n’a pas de groupe {}", preset.name, quote(lang, &shown)),
    });
    let near = nearest(name, preset.groups.iter().map(|group| group.id));
    let help = Text::of(|lang| match (near, lang) {
        (Some(near), Lang::En) => format!("did you mean `{near}`?"),
        (Some(near), Lang::Fr) => format!("vouliez-vous écrire `{near}`\u{202f}?"),
        (None, Lang::En) => format!("its groups: {}", explained(preset.groups.iter(), lang)),
        (None, Lang::Fr) => {
            format!("ses groupes\u{a0}: {}", explained(preset.groups.iter(), lang))
        }
    });
    (message, help)
}

/// `` `a` (what belongs in it), `b` (…) ``.
fn explained<'g>(groups: impl Iterator<Item = &'g PresetGroup>, lang: Lang) -> String {
    let each: Vec<String> =
        groups.map(|group| format!("`{}` ({})", group.id, group.about.get(lang))).collect();
    each.join(match lang {
        Lang::En => "; ",
        Lang::Fr => "\u{202f}; ",
    })
}

/// A group where no preset is named.
fn idle(group: &Loc<String>, faults: &mut Faults) {
    let message = Text::of(|lang| match lang {
        Lang::En => "`group` says nothing without a `preset`".to_owned(),
        Lang::Fr => "`group` ne dit rien sans `preset`".to_owned(),
    });
    let help = Text::of(|lang| match lang {
        Lang::En => "name the well-known mix with `preset = \"…\"`, or take this away".to_owned(),
        Lang::Fr => "nommez le mix connu avec `preset = \"…\"`, ou retirez cette ligne".to_owned(),
    });
    faults.say("unknown-group", group.at, message, Some(help));
}

/// A pillar without a group.
fn unsorted(preset: &'static Preset, pillar: &Pillar, faults: &mut Faults) {
    let id = &pillar.id.value;
    let message = Text::of(|lang| match lang {
        Lang::En => format!("the pillar `{id}` is in no group of {}", preset.name),
        Lang::Fr => format!("le pilier `{id}` n’est dans aucun groupe de {}", preset.name),
    });
    let help = Text::of(|lang| {
        let groups = explained(preset.groups.iter(), lang);
        match lang {
            Lang::En => format!("add `group = \"…\"`: {groups}"),
            Lang::Fr => format!("ajoutez `group = \"…\"`\u{a0}: {groups}"),
        }
    });
    faults.say("missing-group", pillar.id.at, message, Some(help));
}

/// Groups without a pillar.
fn unserved(preset: &'static Preset, at: At, pillars: &[Pillar], faults: &mut Faults) {
    let has = |group: &PresetGroup| {
        pillars.iter().any(|pillar| pillar.group.as_ref().is_some_and(|own| own.value == group))
    };
    let empty: Vec<&PresetGroup> = preset.groups.iter().filter(|group| !has(group)).collect();
    if empty.is_empty() {
        return;
    }
    let names: Vec<String> = empty.iter().map(|group| format!("`{}`", group.id)).collect();
    let message = Text::of(|lang| match (names.len(), lang) {
        (1, Lang::En) => format!("no pillar is in the group {}", list(lang, &names)),
        (_, Lang::En) => format!("no pillar is in the groups {}", list(lang, &names)),
        (1, Lang::Fr) => format!("aucun pilier n’est dans le groupe {}", list(lang, &names)),
        (_, Lang::Fr) => format!("aucun pilier n’est dans les groupes {}", list(lang, &names)),
    });
    let help = Text::of(|lang| {
        let groups = explained(empty.iter().copied(), lang);
        match lang {
            Lang::En => format!("give one its `group`, or make one: {groups}"),
            Lang::Fr => format!("donnez ce `group` à un pilier, ou créez-en un\u{a0}: {groups}"),
        }
    });
    faults.say("missing-group", at, message, Some(help));
}

/// The pillars of a group.
fn of_group(pillars: &[Pillar], group: &'static PresetGroup) -> Vec<PillarIx> {
    let own = |pillar: &Pillar| pillar.group.as_ref().is_some_and(|own| own.value == group);
    (0..).map(PillarIx::new).zip(pillars).filter(|(_, p)| own(p)).map(|(ix, _)| ix).collect()
}

/// A share for every bound of a group that has pillars.
fn shares(preset: &Loc<&'static Preset>, mix: &Mix) -> Vec<Share> {
    let share = |(group, bound)| Share {
        name: None,
        group: Some(group),
        pillars: of_group(&mix.pillars, group),
        formats: Vec::new(),
        bound,
        at: preset.at,
    };
    let all = preset.value.bounds().into_iter().map(share);
    all.filter(|share| !share.pillars.is_empty()).collect()
}

/// The quotas of groups that have pillars.
fn quotas(preset: &Loc<&'static Preset>, mix: &Mix) -> Vec<Quota> {
    let wants =
        preset.value.groups.iter().flat_map(|group| group.wants.iter().map(move |w| (group, w)));
    let quota = |(group, want): (&'static PresetGroup, &Want)| {
        let &Want::Quota(at_most, per) = want else { return None };
        let pillars = of_group(&mix.pillars, group);
        let quota = Quota { pillars, formats: Vec::new(), at_most, per, at: preset.at };
        (!quota.pillars.is_empty()).then_some(quota)
    };
    wants.filter_map(quota).collect()
}

/// A preset with targets is the whole: a target beside it is too much.
fn check(own: &[Share], written: &[Share], faults: &mut Faults) {
    let targets = |shares: &[Share]| -> Vec<(i64, At)> {
        let all = shares.iter();
        all.filter(|share| share.bound.kind == Target::Target && share.formats.is_empty())
            .map(|share| (share.bound.tenths, share.at))
            .collect()
    };
    let (own, written) = (targets(own), targets(written));
    let Some(&(_, last)) = written.last().filter(|_| !own.is_empty()) else {
        return;
    };
    let help = Text::of(|lang| {
        match lang {
        Lang::En => "the groups of the preset are the whole: take this `target` out, or make it \
                     `at_least` or `at_most`",
        Lang::Fr => "les groupes du mix connu font le tout\u{a0}: retirez cette `target`, ou changez-la \
                     en `at_least` ou `at_most`",
    }
    .to_owned()
    });
    sum_fault(last, own.iter().chain(&written).map(|(tenths, _)| tenths).sum(), help, faults);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Workspace;
    use crate::source::Sources;
    use std::path::Path;

    fn read(mix: &str) -> (Workspace, Vec<String>) {
        let text = format!("[calendar]\ntimezone = \"Europe/Paris\"\n{mix}\n");
        let loaded =
            crate::load::from_text(&text, Path::new("."), &mut Sources::default()).unwrap();
        let said = |finding: &crate::diagnostic::Finding| {
            format!("{}: {}", finding.rule, finding.message.get(Lang::En))
        };
        (loaded.workspace.unwrap(), loaded.findings.iter().map(said).collect())
    }

    #[test]
    fn groups_become_shares_and_quotas() {
        let (ws, said) = read(
            "[mix]\npreset = \"hero-hub-help\"\n[mix.pillars.film]\ngroup = \"hero\"\n\
             [mix.pillars.serie]\ngroup = \"hub\"\n[mix.pillars.faq]\ngroup = \"help\"\n\
             [[mix.share]]\npillars = [\"faq\"]\ntarget = 15\n[[mix.quota]]\nat_most = 3\nper = \"day\"",
        );
        assert_eq!(said, Vec::<String>::new());
        let tenths: Vec<i64> = ws.mix.shares.iter().map(|share| share.bound.tenths).collect();
        assert_eq!(tenths, [800, 900, 150]);
        let most: Vec<u32> = ws.mix.quotas.iter().map(|quota| quota.at_most).collect();
        assert_eq!(most, [2, 3]);
        assert_eq!(ws.mix.shares[0].title(Lang::Fr), Some("rendez-vous (hub)"));
    }

    #[test]
    fn a_target_beside_a_whole_preset_is_too_much() {
        let (_, said) = read(
            "[mix]\npreset = \"80/20\"\n[mix.pillars.a]\ngroup = \"value\"\n[mix.pillars.b]\n\
             group = \"promo\"\n[[mix.share]]\npillars = [\"b\"]\ntarget = 25",
        );
        assert_eq!(said, ["mix-sum: the targets of the mix sum to 125%, not to 100%"]);
    }

    #[test]
    fn what_is_no_preset_is_refused_with_what_to_do() {
        let said = |name: &str| {
            let (rule, message, help) = refusal(name);
            format!("{rule}: {} ({})", message.get(Lang::En), help.get(Lang::En))
        };
        assert_eq!(
            said("5-3-1"),
            "preset-sum: “5-3-1” adds up to 9, not to 10 (did you mean `5-3-2`?)"
        );
        assert!(said("50/30/30").contains("adds up to 110, not to 100"));
        assert!(said("60/30/10").contains("does not say what each number is"));
        assert!(said("thirdz").contains("did you mean `thirds`?"));
        assert!(said("70-20-10").contains("`70-20-10-hero`: 70 of everyday"));
        assert!(said("x").contains("take `80/20`, "));
    }

    #[test]
    fn pillars_and_groups_find_each_other() {
        let (_, said) =
            read("[mix]\npreset = \"80/20\"\n[mix.pillars.a]\ngroup = \"vaule\"\n[mix.pillars.b]");
        assert_eq!(
            said,
            [
                "missing-group: no pillar is in the groups `value` and `promo`",
                "unknown-group: 80/20 has no group “vaule”",
                "missing-group: the pillar `b` is in no group of 80/20",
            ]
        );
        let (_, said) = read("[mix.pillars.a]\ngroup = \"value\"");
        assert_eq!(said, ["unknown-group: `group` says nothing without a `preset`"]);
    }
}
