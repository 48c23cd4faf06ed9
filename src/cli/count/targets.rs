//! The networks to count for: those asked for, those of the calendar, or the main ones.

use super::input;
use crate::cli::args::Count;
use crate::cli::failure::Failure;
use crate::cli::session::Session;
use crate::lang::{Lang, Text, quote};
use crate::load;
use crate::model::Workspace;
use crate::networks::{self, Field, Network, fit};
use crate::render::count::{Detail, Row, Source};
use crate::text::nearest;

/// The networks that are counted for when nobody names one.
const MAIN: [&str; 8] =
    ["instagram", "facebook", "linkedin", "x", "tiktok", "threads", "bluesky", "mastodon"];

/// The word for every network.
const ALL: &str = "all";

/// A network, and a limit of one's own there.
struct Target {
    label: String,
    network: &'static Network,
    limit: Option<usize>,
}

/// The text counted for each network, the language to say it in, and how much to say.
///
/// # Errors
/// When the text cannot be read, or a network or a calendar that is named is not known.
pub(super) fn rows(
    args: &Count,
    session: &mut Session<'_>,
) -> Result<(Vec<Row>, Lang, Detail), Failure> {
    let field = if args.title { Field::Title } else { Field::Text };
    let asked: Vec<&str> = args.networks.iter().map(|name| name.trim()).collect();
    let (targets, lang, detail) = if asked.is_empty() {
        let (targets, lang) = own(field, session)?;
        (targets, lang, Detail::Brief)
    } else if asked.contains(&ALL) {
        (plain(all()), session.lang(), Detail::Brief)
    } else {
        let mut found: Vec<&'static Network> = Vec::new();
        for name in asked {
            let network = meant(name).ok_or_else(|| unknown(name))?;
            if !found.contains(&network) {
                found.push(network);
            }
        }
        (plain(found.into_iter()), session.lang(), Detail::Full)
    };
    let text = input::text(args, session)?;
    let warning = args.warning.as_deref().unwrap_or_default().replace("\r\n", "\n");
    let row = |target: Target| Row {
        fit: fit(target.network, field, &text, &warning, target.limit),
        label: target.label,
        network: target.network,
        field,
        text: text.clone(),
        warning: warning.clone(),
        source: if target.limit.is_some() { Source::Calendar } else { Source::Network },
        origin: None,
    };
    Ok((targets.into_iter().map(row).collect(), lang, detail))
}

/// The network of a word: its key, its name, or what it was called before.
pub(in crate::cli) fn meant(name: &str) -> Option<&'static Network> {
    let name = if name.eq_ignore_ascii_case("twitter") { "x" } else { name };
    networks::find(name).or_else(|| networks::meant(name))
}

fn all() -> impl Iterator<Item = &'static Network> {
    networks::all().iter().filter(|network| network.key != "custom")
}

fn plain(networks: impl Iterator<Item = &'static Network>) -> Vec<Target> {
    let target =
        |network: &'static Network| Target { label: network.name.to_owned(), network, limit: None };
    networks.map(target).collect()
}

/// The networks of the calendar, else the main ones. A calendar that nobody named and that cannot
/// be understood is no reason not to count.
fn own(field: Field, session: &mut Session<'_>) -> Result<(Vec<Target>, Lang), Failure> {
    let named = !session.named().is_empty();
    let mut targets = Vec::new();
    let mut lang = None;
    let roots = match session.roots() {
        Err(failure) if named => return Err(failure),
        roots => roots.unwrap_or_default(),
    };
    for root in roots {
        let loaded = match session.load(&root) {
            Err(failure) if named => return Err(failure),
            Err(_) => continue,
            Ok(loaded) => loaded,
        };
        lang = lang.or(Some(session.lang_of(Some(&loaded))));
        match &loaded.workspace {
            Some(ws) => channels(ws, field, &mut targets),
            None => session.tell(&not_understood(&load::slashes(&root), session.lang())),
        }
    }
    if targets.is_empty() {
        targets = plain(MAIN.iter().filter_map(|key| networks::find(key)));
    }
    Ok((targets, lang.unwrap_or_else(|| session.lang())))
}

/// The networks of the channels of a calendar; a channel with a limit of its own stands for itself.
fn channels(ws: &Workspace, field: Field, targets: &mut Vec<Target>) {
    for lane in ws.lanes.iter().filter(|lane| lane.format.is_none()) {
        let channel = ws.channel(lane.channel);
        let Some(network) = networks::find(&channel.network.value) else {
            continue;
        };
        let own = match field {
            Field::Text => &lane.limits.text,
            Field::Title => &lane.limits.title,
        };
        let limit = own.as_ref().and_then(|own| usize::try_from(own.value).ok());
        let known = |target: &Target| target.network == network && target.limit == limit;
        if targets.iter().any(known) {
            continue;
        }
        let label = match limit {
            Some(_) if channel.id.value != network.key => {
                format!("{} ({})", network.name, channel.id.value)
            }
            _ => network.name.to_owned(),
        };
        targets.push(Target { label, network, limit });
    }
}

fn not_understood(root: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!(
            "{root} cannot be understood: counting for the main networks (`edito check` says why)\n"
        ),
        Lang::Fr => format!(
            "{root} ne peut pas être compris\u{a0}: compté pour les principaux réseaux (`edito check` dit pourquoi)\n"
        ),
    }
}

/// A network that nobody knows.
fn unknown(name: &str) -> Failure {
    Failure::with_help(unknown_network(name), known_networks(name))
}

/// That there is no such network.
pub(in crate::cli) fn unknown_network(name: &str) -> Text {
    Text::of(|lang| match lang {
        Lang::En => format!("there is no network {}", quote(lang, name)),
        Lang::Fr => format!("le réseau {} n’est pas connu", quote(lang, name)),
    })
}

fn known_networks(name: &str) -> Text {
    let near = nearest(name, networks::all().iter().map(|network| network.key));
    let keys: Vec<&str> = all().map(|network| network.key).collect();
    let keys = keys.join(", ");
    Text::of(|lang| match (near, lang) {
        (Some(near), Lang::En) => format!("did you mean `{near}`?"),
        (Some(near), Lang::Fr) => format!("vouliez-vous dire `{near}`\u{202f}?"),
        (None, Lang::En) => format!("these are known: {keys}; `{ALL}` takes them all"),
        (None, Lang::Fr) => {
            format!("voici ceux qui le sont\u{a0}: {keys}\u{202f}; `{ALL}` les prend tous")
        }
    })
}
