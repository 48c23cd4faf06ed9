//! `mix --preset`: a well-known mix written into the calendar, each pillar in its group.
//!
//! Nothing is taken out and nothing else is touched: `preset` and the `group` of each pillar are put
//! in, in the form that is found. A mix with targets of its own is left alone.

use super::ask;
use super::edits::{Put, with};
use super::place::Place;
use crate::cli::failure::Failure;
use crate::cli::fix::write_checked;
use crate::cli::init::questions::show;
use crate::cli::init::somebody_is_there;
use crate::cli::session::Session;
use crate::cli::words::prompts;
use crate::lang::{Lang, Text, list, list_or, quote};
use crate::load::{Loaded, no_group, preset_refusal};
use crate::model::preset::{Preset, PresetGroup, Want, meanings, preset};
use crate::model::{Mix, Pillar, Target};
use crate::render::findings::human;
use crate::render::lines::{hang, one_line, wrap};
use crate::render::words::{per, tenths};
use crate::rules;
use crate::text::nearest;

/// Faults that this command is there to mend.
const OURS: [&str; 4] = ["unknown-preset", "preset-sum", "unknown-group", "mix-sum"];

/// A pillar and its group.
pub(super) type Sorted = (String, &'static PresetGroup);

/// Writes a preset and the groups of all pillars.
///
/// # Errors
/// When the preset, a pillar or a group is not known, a pillar has no group and nobody can be asked,
/// the mix has targets of its own, or a file can't be written.
pub(super) fn run(name: &str, map: &[String], session: &mut Session<'_>) -> Result<u8, Failure> {
    let roots = session.roots()?;
    let [root] = roots.as_slice() else {
        return Err(one_at_a_time());
    };
    let loaded = session.load(root)?;
    let lang = session.lang_of(Some(&loaded));
    let Some(mix) = readable(&loaded, lang, session) else {
        return Ok(1);
    };
    let place = Place::of(root, session)?;
    let Some(preset) = chosen(name, lang, session)? else {
        return Ok(nothing_written(lang, session));
    };
    refuse_targets(&mix, preset, session)?;
    let given = given(map, preset, &mix)?;
    let sorted = match mix.pillars.is_empty() {
        true => Some(preset.groups.iter().map(|group| (group.id.to_owned(), group)).collect()),
        false => sort(&mix, preset, &given, lang, session)?,
    };
    let Some(sorted) = sorted else {
        return Ok(nothing_written(lang, session));
    };
    let place = place.ok_or_else(|| by_hand(preset, &sorted))?;
    let after = with(&place.whole, &puts(&place, &mix, preset, &sorted, lang));
    let after = after.ok_or_else(|| by_hand(preset, &sorted))?;
    if after == place.whole {
        session.print(&match lang {
            Lang::En => format!("{} says so already: nothing to change.\n", place.name),
            Lang::Fr => format!("{} le dit déjà\u{a0}: rien à changer.\n", place.name),
        });
        return Ok(0);
    }
    write_checked(&place.path, &place.name, place.whole.as_bytes(), after.as_bytes())?;
    let old = mix.preset.as_ref().map(|old| old.value).filter(|old| old.name != preset.name);
    let text = done(&place, (old, preset), &sorted, lang);
    let width = session.width();
    let lines: Vec<String> = text.lines().flat_map(|line| fold(line, width)).collect();
    session.print(&(lines.join("\n") + "\n"));
    Ok(0)
}

/// A line as lines of the screen, those of a group behind its two spaces.
fn fold(line: &str, width: usize) -> Vec<String> {
    match line.strip_prefix("  ") {
        Some(rest) => hang("  ", rest, width),
        None => wrap(line, width),
    }
}

/// The end, when a person would rather not.
fn nothing_written(lang: Lang, session: &mut Session<'_>) -> u8 {
    session.tell(&format!("{}\n", prompts::NOTHING_WRITTEN.get(lang)));
    0
}

/// The mix of a calendar that can be understood, but for what is to be mended here; nothing when it
/// can't, and then its faults were printed.
fn readable(loaded: &Loaded, lang: Lang, session: &mut Session<'_>) -> Option<Mix> {
    let read = rules::judge(loaded.findings.clone(), None).findings;
    let in_the_way = |judged: &crate::diagnostic::Judged| {
        rules::keeps_from_reading(judged) && !OURS.contains(&&*judged.finding.rule)
    };
    let faults: Vec<_> = read.into_iter().filter(in_the_way).collect();
    match &loaded.workspace {
        Some(ws) if faults.is_empty() => Some(ws.mix.clone()),
        _ => {
            let text = human(&faults, &session.sources, &session.look(lang));
            session.print(&text);
            None
        }
    }
}

/// The preset of a name; of several, the one that the person at the terminal means, or nothing when
/// they stop.
fn chosen(
    name: &str,
    lang: Lang,
    session: &Session<'_>,
) -> Result<Option<&'static Preset>, Failure> {
    if let Some(preset) = preset(name) {
        return Ok(Some(preset));
    }
    let several = meanings(name);
    if !several.is_empty() && somebody_is_there(session) {
        return ask::which(&several, name, lang, session);
    }
    let (_, message, help) = preset_refusal(name);
    Err(Failure::with_help(message, help))
}

/// A mix with targets of its own already is the whole.
fn refuse_targets(mix: &Mix, preset: &Preset, session: &Session<'_>) -> Result<(), Failure> {
    let wants = preset.bounds().iter().any(|(_, bound)| bound.kind == Target::Target);
    let own = mix.shares.iter().find(|share| {
        share.group.is_none() && share.bound.kind == Target::Target && share.formats.is_empty()
    });
    let Some(share) = own.filter(|_| wants) else {
        return Ok(());
    };
    let source = session.sources.get(share.at.source);
    let name = crate::text::clean(source.name()).into_owned();
    let line = source.position(share.at.span.start).line;
    Err(Failure::with_help(
        Text::of(|lang| match lang {
            Lang::En => format!("this mix has targets of its own ({name}, line {line})"),
            Lang::Fr => format!("ce mix a ses propres cibles ({name}, ligne {line})"),
        }),
        Text::of(|lang| match lang {
            Lang::En => "nothing was changed; put `#` before the lines of those `[[share]]`s, or \
                         delete them, then run this again"
                .to_owned(),
            Lang::Fr => {
                "rien n’a changé\u{202f}; mettez `#` devant les lignes de ces `[[share]]`, ou \
                         supprimez-les, puis recommencez"
                    .to_owned()
            }
        }),
    ))
}

/// What `--map` says.
fn given(map: &[String], preset: &'static Preset, mix: &Mix) -> Result<Vec<Sorted>, Failure> {
    let known = |name: &str| mix.pillars.iter().any(|pillar| pillar.id.value == name);
    let mut sorted: Vec<Sorted> = Vec::new();
    for word in map {
        let (pillar, group) = word.split_once('=').ok_or_else(|| no_pair(word, preset))?;
        let (pillar, group) = (pillar.trim(), group.trim());
        if !known(pillar) {
            return Err(no_pillar(pillar, mix));
        }
        let found = preset.group(group).ok_or_else(|| {
            let (message, help) = no_group(preset, group);
            Failure::with_help(message, help)
        })?;
        match sorted.iter().find(|(name, _)| name == pillar) {
            Some((_, other)) if other.id != found.id => {
                return Err(mapped_twice(pillar, (other, found)));
            }
            _ => sorted.push((pillar.to_owned(), found)),
        }
    }
    Ok(sorted)
}

/// The group of every pillar: as given, as it is, else as answered; nothing when the person who is
/// asked stops, or does not want what came of the answers.
fn sort(
    mix: &Mix,
    preset: &'static Preset,
    given: &[Sorted],
    lang: Lang,
    session: &Session<'_>,
) -> Result<Option<Vec<Sorted>>, Failure> {
    let same = mix.preset.as_ref().is_some_and(|old| old.value.name == preset.name);
    let known = |pillar: &Pillar| {
        let given = given.iter().find(|(name, _)| *name == pillar.id.value);
        let old = pillar.group.as_ref().map(|group| group.value).filter(|_| same);
        given.map(|(_, group)| *group).or(old)
    };
    let open: Vec<&str> = mix
        .pillars
        .iter()
        .filter(|pillar| known(pillar).is_none())
        .map(|pillar| pillar.id.value.as_str())
        .collect();
    if !open.is_empty() && !somebody_is_there(session) {
        return Err(unsorted(preset, &open));
    }
    let asks = !open.is_empty();
    if asks {
        show(&ask::groups(preset, lang, session.width()));
    }
    let mut sorted = Vec::new();
    for pillar in &mix.pillars {
        let group = match known(pillar) {
            Some(group) => Some(group),
            None => ask::group(preset, pillar, lang, session)?,
        };
        let Some(group) = group else {
            return Ok(None);
        };
        sorted.push((pillar.id.value.clone(), group));
    }
    if asks && !ask::sure(preset, &sorted, lang, session)? {
        return Ok(None);
    }
    Ok(Some(sorted))
}

/// What is put into the file.
fn puts(place: &Place, mix: &Mix, preset: &Preset, sorted: &[Sorted], lang: Lang) -> Vec<Put> {
    let table = |keys: &[&str]| {
        let keys = keys.iter().map(|key| (*key).to_owned());
        place.table.iter().cloned().chain(keys).collect::<Vec<String>>()
    };
    let name = preset.name.to_owned();
    let mut all = vec![Put { table: table(&[]), key: "preset", value: name }];
    for (pillar, group) in sorted {
        let table = table(&["pillars", pillar]);
        if mix.pillars.is_empty() {
            let name = capital(group.name.get(lang));
            all.push(Put { table: table.clone(), key: "name", value: name });
        }
        all.push(Put { table, key: "group", value: group.id.to_owned() });
    }
    all
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().into_iter().flat_map(char::to_uppercase);
    first.chain(chars).collect()
}

/// What was written, group by group, and what to do next.
fn done(
    place: &Place,
    (old, preset): (Option<&Preset>, &Preset),
    sorted: &[Sorted],
    lang: Lang,
) -> String {
    let name = crate::text::clean(&place.name).into_owned();
    let mut out = match lang {
        Lang::En => format!("{name} now follows {}: {}.\n", preset.name, preset.about.en),
        Lang::Fr => format!("{name} suit maintenant {}\u{a0}: {}.\n", preset.name, preset.about.fr),
    };
    if let Some(old) = old {
        out.push_str(&match lang {
            Lang::En => format!("It replaces {}.\n", old.name),
            Lang::Fr => format!("Il remplace {}.\n", old.name),
        });
    }
    for line in by_group(preset, sorted, lang, |group| group.id) {
        out.push_str(&format!("  {line}\n"));
    }
    out.push_str(match lang {
        Lang::En => "`edito mix` shows where it stands.\n",
        Lang::Fr => "`edito mix` montre où il en est.\n",
    });
    out
}

/// Each group with its part and its pillars, a line each: `curated (66.7%): news`.
pub(super) fn by_group(
    preset: &Preset,
    sorted: &[Sorted],
    lang: Lang,
    name: impl Fn(&PresetGroup) -> &'static str,
) -> Vec<String> {
    let line = |group: &PresetGroup| {
        let own = sorted.iter().filter(|(_, other)| other.id == group.id);
        let own: Vec<String> = own.map(|(pillar, _)| one_line(pillar)).collect();
        let pillars = match (own.is_empty(), lang) {
            (false, _) => own.join(", "),
            (true, Lang::En) => "no pillar yet".to_owned(),
            (true, Lang::Fr) => "pas encore de pilier".to_owned(),
        };
        let wanted = wanted(preset, group, lang);
        match lang {
            Lang::En => format!("{} ({wanted}): {pillars}", name(group)),
            Lang::Fr => format!("{} ({wanted})\u{a0}: {pillars}", name(group)),
        }
    };
    preset.groups.iter().map(line).collect()
}

/// `66.7%`, `at most 2 a year`.
pub(super) fn wanted(preset: &Preset, group: &PresetGroup, lang: Lang) -> String {
    let mut all: Vec<String> = preset
        .bounds()
        .iter()
        .filter(|(own, _)| own.id == group.id)
        .map(|(_, bound)| {
            let part = tenths(lang, bound.tenths);
            match (bound.kind, lang) {
                (Target::Target, _) => part,
                (Target::AtLeast, Lang::En) => format!("at least {part}"),
                (Target::AtMost, Lang::En) => format!("at most {part}"),
                (Target::AtLeast, Lang::Fr) => format!("au moins {part}"),
                (Target::AtMost, Lang::Fr) => format!("au plus {part}"),
            }
        })
        .collect();
    all.extend(group.wants.iter().filter_map(|want| match want {
        Want::Quota(most, period) => Some(match lang {
            Lang::En => format!("at most {most} {}", per(*period).get(lang)),
            Lang::Fr => format!("{most} {} au plus", per(*period).get(lang)),
        }),
        _ => None,
    }));
    match (all.is_empty(), lang) {
        (false, _) => all.join(", "),
        (true, Lang::En) => "the rest".to_owned(),
        (true, Lang::Fr) => "le reste".to_owned(),
    }
}

fn one_at_a_time() -> Failure {
    Failure::with_help(
        Text::of(|lang| match lang {
            Lang::En => "a preset is taken for one calendar at a time".to_owned(),
            Lang::Fr => "un mix connu se prend pour un calendrier à la fois".to_owned(),
        }),
        Text::of(|lang| match lang {
            Lang::En => "name one with `--calendar`".to_owned(),
            Lang::Fr => "nommez-en un avec `--calendar`".to_owned(),
        }),
    )
}

fn no_pair(word: &str, preset: &Preset) -> Failure {
    let word = crate::text::clean(word).into_owned();
    let group = preset.groups.first().map_or("", |group| group.id);
    Failure::with_help(
        Text::of(|lang| match lang {
            Lang::En => format!("{} does not say which group", quote(lang, &word)),
            Lang::Fr => format!("{} ne dit pas quel groupe", quote(lang, &word)),
        }),
        Text::of(|lang| match lang {
            Lang::En => format!("write a pillar and its group: `--map pillar={group}`"),
            Lang::Fr => format!("écrivez un pilier et son groupe\u{a0}: `--map pilier={group}`"),
        }),
    )
}

fn no_pillar(name: &str, mix: &Mix) -> Failure {
    let known: Vec<&str> = mix.pillars.iter().map(|pillar| pillar.id.value.as_str()).collect();
    let near = nearest(name, known.iter().copied());
    let shown = crate::text::clean(name).into_owned();
    Failure::with_help(
        Text::of(|lang| match lang {
            Lang::En => format!("no pillar is called {}", quote(lang, &shown)),
            Lang::Fr => format!("aucun pilier ne s’appelle {}", quote(lang, &shown)),
        }),
        Text::of(|lang| match (near, known.is_empty(), lang) {
            (Some(near), _, Lang::En) => format!("did you mean `{near}`?"),
            (Some(near), _, Lang::Fr) => format!("vouliez-vous dire `{near}`\u{202f}?"),
            (None, false, Lang::En) => format!("there is {}", list(lang, &known)),
            (None, false, Lang::Fr) => format!("il y a {}", list(lang, &known)),
            (None, true, Lang::En) => {
                "leave `--map` out: a pillar is made for each group".to_owned()
            }
            (None, true, Lang::Fr) => {
                "laissez `--map` de côté\u{a0}: un pilier est créé pour chaque groupe".to_owned()
            }
        }),
    )
}

/// Pillars without a group, and nobody to ask.
fn unsorted(preset: &Preset, open: &[&str]) -> Failure {
    let flags: Vec<String> = open.iter().map(|pillar| format!("`--map {pillar}=…`")).collect();
    let one = open.len() == 1;
    let groups: Vec<String> = preset.groups.iter().map(|group| format!("`{}`", group.id)).collect();
    let names: Vec<String> = open.iter().map(|pillar| format!("`{pillar}`")).collect();
    Failure::with_help(
        Text::of(|lang| match lang {
            Lang::En => format!(
                "the group of {} is missing, and no question can be asked here",
                list(lang, &names)
            ),
            Lang::Fr => format!(
                "il manque le groupe de {}, et impossible de poser des questions ici",
                list(lang, &names)
            ),
        }),
        Text::of(|lang| {
            let (flags, groups) = (list(lang, &flags), list_or(lang, &groups));
            match (one, lang) {
                (true, Lang::En) => format!(
                    "give {flags}, with {groups} for the dots; or run this in a terminal without \
                     `--no-input`"
                ),
                (false, Lang::En) => format!(
                    "give {flags}, each with {groups} for the dots; or run this in a terminal \
                     without `--no-input`"
                ),
                (true, Lang::Fr) => format!(
                    "indiquez {flags}, avec {groups} à la place des points\u{202f}; ou lancez la \
                     commande dans un terminal, sans `--no-input`"
                ),
                (false, Lang::Fr) => format!(
                    "indiquez {flags}, avec chaque fois {groups} à la place des points\u{202f}; ou \
                     lancez la commande dans un terminal, sans `--no-input`"
                ),
            }
        }),
    )
}

/// A pillar in two groups.
fn mapped_twice(pillar: &str, (first, second): (&PresetGroup, &PresetGroup)) -> Failure {
    let (pillar, first, second) = (crate::text::clean(pillar).into_owned(), first.id, second.id);
    let shown = pillar.clone();
    Failure::with_help(
        Text::of(|lang| match lang {
            Lang::En => format!(
                "`--map` puts the pillar {} in two groups: `{first}` and `{second}`",
                quote(lang, &shown)
            ),
            Lang::Fr => format!(
                "`--map` range le pilier {} dans deux groupes\u{a0}: `{first}` et `{second}`",
                quote(lang, &shown)
            ),
        }),
        Text::of(|lang| match lang {
            Lang::En => format!("keep `--map {pillar}={first}` or `--map {pillar}={second}`"),
            Lang::Fr => format!("gardez `--map {pillar}={first}` ou `--map {pillar}={second}`"),
        }),
    )
}

/// A form that nothing can be put into safely.
fn by_hand(preset: &Preset, sorted: &[Sorted]) -> Failure {
    let groups: Vec<String> = sorted
        .iter()
        .map(|(pillar, group)| format!("`pillars.{pillar}.group = \"{}\"`", group.id))
        .collect();
    Failure::with_help(
        Text::of(|lang| match lang {
            Lang::En => "this mix is written in a form that can’t be changed safely".to_owned(),
            Lang::Fr => "ce mix est écrit sous une forme que l’on ne peut pas modifier sans risque"
                .to_owned(),
        }),
        Text::of(|lang| {
            let groups = list(lang, &groups);
            match lang {
                Lang::En => format!(
                    "nothing was changed; write `preset = \"{}\"` and {groups} in it yourself",
                    preset.name
                ),
                Lang::Fr => format!(
                    "rien n’a changé\u{202f}; écrivez-y vous-même `preset = \"{}\"` et {groups}",
                    preset.name
                ),
            }
        }),
    )
}
