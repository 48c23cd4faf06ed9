//! The words for what the model names by keys: statuses, states, pillars, channels.

use super::lines::one_line;
use crate::lang::{Lang, Phrase};
use crate::model::{
    ChannelIx, Effect, Judgement, Per, PillarIx, PlacedState, Placement, PlacementIx, Status,
    Workspace,
};

/// Where a post stands, for people.
#[must_use]
pub const fn status(status: Status) -> Phrase {
    let (en, fr) = match status {
        Status::Idea => ("idea", "idée"),
        Status::Planned => ("planned", "prévu"),
        Status::Draft => ("draft", "brouillon"),
        Status::Review => ("in review", "en relecture"),
        Status::Approved => ("approved", "validé"),
        Status::Scheduled => ("scheduled", "programmé"),
        Status::Published => ("published", "publié"),
        Status::Cancelled => ("cancelled", "annulé"),
    };
    Phrase { en, fr }
}

/// How a placement came to its slot, for people.
#[must_use]
pub const fn state(state: PlacedState) -> Phrase {
    let (en, fr) = match state {
        PlacedState::Published => ("published", "publié"),
        PlacedState::Locked => ("fixed", "fixé"),
        PlacedState::Kept => ("kept", "conservé"),
        PlacedState::Suggested => ("suggested", "proposé"),
    };
    Phrase { en, fr }
}

/// The word of machine output.
#[must_use]
pub const fn state_key(state: PlacedState) -> &'static str {
    match state {
        PlacedState::Published => "published",
        PlacedState::Locked => "locked",
        PlacedState::Kept => "kept",
        PlacedState::Suggested => "suggested",
    }
}

/// What to make of a share, for people.
#[must_use]
pub const fn judgement(judgement: Judgement) -> Phrase {
    let (en, fr) = match judgement {
        Judgement::On => ("on target", "dans l’objectif"),
        Judgement::Under => ("too little", "pas assez"),
        Judgement::Over => ("too much", "trop"),
        Judgement::TooFew => ("too few posts to say", "trop peu pour juger"),
    };
    Phrase { en, fr }
}

/// The word of machine output.
#[must_use]
pub const fn judgement_key(judgement: Judgement) -> &'static str {
    match judgement {
        Judgement::On => "on",
        Judgement::Under => "under",
        Judgement::Over => "over",
        Judgement::TooFew => "too-few",
    }
}

/// What an event does to the plan; nothing for one that is only shown.
#[must_use]
pub const fn effect(effect: Effect) -> Option<Phrase> {
    match effect {
        Effect::Avoid => Some(Phrase {
            en: "nothing is suggested on this date",
            fr: "rien n’est proposé à cette date",
        }),
        Effect::Opportunity => Some(Phrase { en: "a date to seize", fr: "une occasion à saisir" }),
        Effect::Info => None,
    }
}

/// The period of a quota: `a week`, `par semaine`.
#[must_use]
pub const fn per(per: Per) -> Phrase {
    let (en, fr) = match per {
        Per::Day => ("a day", "par jour"),
        Per::Week => ("a week", "par semaine"),
        Per::Month => ("a month", "par mois"),
        Per::Year => ("a year", "par an"),
    };
    Phrase { en, fr }
}

/// The word of the file for a period.
#[must_use]
pub const fn per_key(per: Per) -> &'static str {
    match per {
        Per::Day => "day",
        Per::Week => "week",
        Per::Month => "month",
        Per::Year => "year",
    }
}

/// The title of a placement on its channel, as written.
#[must_use]
pub fn headline<'w>(ws: &'w Workspace, placement: &Placement) -> &'w str {
    let post = ws.post_of(placement);
    post.on(placement.channel)
        .and_then(|on| on.content.title.as_ref())
        .map_or_else(|| post.headline(), |title| title.value.trim())
}

/// The title of a placement on one safe line.
#[must_use]
pub fn title(ws: &Workspace, placement: PlacementIx) -> String {
    one_line(headline(ws, ws.placement(placement)))
}

/// The id of a placement's post on one safe line: what `why` is asked with.
#[must_use]
pub fn id(ws: &Workspace, placement: PlacementIx) -> String {
    one_line(&ws.post_of(ws.placement(placement)).id.name)
}

/// The name of a channel, and of the format that lives its own life there.
#[must_use]
pub fn channel(ws: &Workspace, channel: ChannelIx, format: Option<&str>) -> String {
    let id = &ws.channel(channel).id.value;
    match format {
        Some(format) => one_line(&format!("{id} ({format})")),
        None => one_line(id),
    }
}

/// The name of a placement's lane.
#[must_use]
pub fn lane(ws: &Workspace, placement: &Placement) -> String {
    let lane = ws.lane(placement.lane);
    channel(ws, lane.channel, lane.format.as_deref())
}

/// The name of a pillar, for people.
#[must_use]
pub fn pillar(ws: &Workspace, pillar: PillarIx) -> String {
    one_line(&ws.pillar(pillar).name)
}

/// Phrases one after the other: `a; b`.
#[must_use]
pub fn semicolons(lang: Lang, phrases: &[String]) -> String {
    phrases.join(match lang {
        Lang::En => "; ",
        Lang::Fr => "\u{202f}; ",
    })
}

/// A percentage in tenths: `25 %`, `33,3 %`.
#[must_use]
pub fn tenths(lang: Lang, tenths: i64) -> String {
    match tenths % 10 {
        0 => crate::lang::percent(lang, tenths / 10),
        rest => crate::lang::percent(lang, format!("{}.{}", tenths / 10, rest.abs())),
    }
}

/// A sort of post.
pub(super) fn kind_name(lang: Lang, kind: &str) -> String {
    let french = match kind {
        "carousel" => "carrousel",
        "event" => "événement",
        "link" => "lien",
        "live" => "direct",
        "poll" => "sondage",
        "short" => "vidéo courte",
        "text" => "texte",
        "video" => "vidéo",
        other => return one_line(other),
    };
    match lang {
        Lang::En => one_line(kind),
        Lang::Fr => french.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorts_of_posts_that_are_known_have_words_and_others_keep_their_own() {
        assert_eq!(kind_name(Lang::Fr, "carousel"), "carrousel");
        assert_eq!(kind_name(Lang::En, "carousel"), "carousel");
        assert_eq!(kind_name(Lang::Fr, "reel"), "reel");
        assert_eq!(kind_name(Lang::Fr, "tuto\u{1b}[31m"), one_line("tuto\u{1b}[31m"));
    }

    #[test]
    fn percentages() {
        assert_eq!(tenths(Lang::Fr, 333), "33,3\u{202f}%");
        assert_eq!(tenths(Lang::En, 250), "25%");
    }
}
