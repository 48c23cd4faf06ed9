//! Where a text would go out, and in which language it is.

use super::brand::rules_lang;
use crate::cli::count::targets;
use crate::cli::failure::Failure;
use crate::lang::{Lang, Text, list};
use crate::model::{ChannelIx, Workspace};
use crate::networks::{self, Network};
use crate::text::{Words, nearest};
use crate::tone::{Circumstances, language};

/// Where a text would go out, as far as somebody said.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Place {
    channel: Option<ChannelIx>,
    network: Option<&'static Network>,
}

/// The place of a word: a channel of the calendar, else a network, and then the channel there if
/// the calendar has just one.
///
/// # Errors
/// When it is neither.
pub(super) fn place(word: Option<&str>, ws: &Workspace) -> Result<Place, Failure> {
    let Some(word) = word.map(str::trim) else {
        return Ok(Place::default());
    };
    if let Some((ix, channel)) = ws.each_channel().find(|(_, channel)| channel.id.value == word) {
        let network = networks::find(&channel.network.value);
        return Ok(Place { channel: Some(ix), network });
    }
    let network = targets::meant(word).ok_or_else(|| unknown(word, ws))?;
    let mut there = ws.each_channel().filter(|(_, own)| own.network.value == network.key);
    let channel = match (there.next(), there.next()) {
        (Some((ix, _)), None) => Some(ix),
        _ => None,
    };
    Ok(Place { channel, network: Some(network) })
}

/// Where a text goes out and in which language: the one that is given, else what its words say,
/// else that of the channel or of the calendar, else the one that the rules are for.
pub(super) fn circumstances<'a>(
    text: &str,
    given: Option<Lang>,
    place: Place,
    ws: &'a Workspace,
) -> Circumstances<'a> {
    let channel = place.channel.and_then(|ix| ws.channel(ix).lang.as_deref());
    let own = channel.or(ws.calendar.lang.as_deref()).or_else(|| rules_lang(ws));
    let heard = given.or_else(|| language(&Words::of(text)));
    let lang = match heard {
        // The calendar's own tag may say more: `fr-CA`.
        Some(heard) if own.and_then(Lang::from_tag) != Some(heard) => Some(heard.tag()),
        _ => own,
    };
    Circumstances {
        channel: place.channel,
        network: place.network,
        lang,
        ..Circumstances::default()
    }
}

fn unknown(word: &str, ws: &Workspace) -> Failure {
    let channels: Vec<String> =
        ws.channels.iter().map(|channel| format!("`{}`", channel.id.value)).collect();
    let ids = ws.channels.iter().map(|channel| channel.id.value.as_str());
    let near = nearest(word, ids.chain(networks::all().iter().map(|network| network.key)));
    let near = near.map(str::to_owned);
    Failure::with_help(
        targets::unknown_network(word),
        Text::of(|lang| match (lang, &near, channels.is_empty()) {
            (Lang::En, Some(near), _) => format!("did you mean `{near}`?"),
            (Lang::Fr, Some(near), _) => format!("vouliez-vous dire `{near}`\u{202f}?"),
            (Lang::En, None, false) => {
                format!("this calendar has the channels {}", list(lang, &channels))
            }
            (Lang::Fr, None, false) => {
                format!("ce calendrier a les canaux {}", list(lang, &channels))
            }
            (Lang::En, None, true) => "`edito explain network` lists them all".to_owned(),
            (Lang::Fr, None, true) => "`edito explain network` les énumère tous".to_owned(),
        }),
    )
}
