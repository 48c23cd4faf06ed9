//! What a column of an export may hold.

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::history) enum Field {
    /// When it went out; the hour with it, or alone beside [`Field::Date`].
    Time,
    /// The day it went out.
    Date,
    /// What sort of post it was.
    Type,
    /// Reactions, comments and shares in one figure.
    Engagement,
    /// Likes or all reactions.
    Likes,
    /// Comments or replies.
    Comments,
    /// Shares or reposts.
    Shares,
    /// How many people it reached.
    Reach,
    /// How many times it was shown.
    Impressions,
    /// Whether it was paid for.
    Paid,
    /// Whether it was a reply or somebody else's post.
    Reply,
    /// Its id on the network.
    Id,
    /// Its address.
    Url,
    /// The channel, by its id in the calendar or by its network.
    Channel,
    /// The account, by its name on the network.
    Account,
    /// Its text or title.
    Title,
}

impl Field {
    /// Every field, in the order of the documentation.
    pub(in crate::history) const ALL: [Self; 16] = [
        Self::Time,
        Self::Date,
        Self::Type,
        Self::Engagement,
        Self::Likes,
        Self::Comments,
        Self::Shares,
        Self::Reach,
        Self::Impressions,
        Self::Paid,
        Self::Reply,
        Self::Id,
        Self::Url,
        Self::Channel,
        Self::Account,
        Self::Title,
    ];

    /// The parts of engagement, as a fault names them.
    pub(super) const PARTS: &'static str = "likes and comments and shares";

    /// Its name in `columns = { … }`.
    pub(in crate::history) const fn key(self) -> &'static str {
        match self {
            Self::Time => "time",
            Self::Date => "date",
            Self::Type => "type",
            Self::Engagement => "engagement",
            Self::Likes => "likes",
            Self::Comments => "comments",
            Self::Shares => "shares",
            Self::Reach => "reach",
            Self::Impressions => "impressions",
            Self::Paid => "paid",
            Self::Reply => "reply",
            Self::Id => "id",
            Self::Url => "url",
            Self::Channel => "channel",
            Self::Account => "account",
            Self::Title => "title",
        }
    }

    /// The field of that name.
    pub(in crate::history) fn of(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.key() == key)
    }

    /// Its place in [`Field::ALL`]; asked for many times a row, so nothing is searched.
    pub(super) const fn index(self) -> usize {
        match self {
            Self::Time => 0,
            Self::Date => 1,
            Self::Type => 2,
            Self::Engagement => 3,
            Self::Likes => 4,
            Self::Comments => 5,
            Self::Shares => 6,
            Self::Reach => 7,
            Self::Impressions => 8,
            Self::Paid => 9,
            Self::Reply => 10,
            Self::Id => 11,
            Self::Url => 12,
            Self::Channel => 13,
            Self::Account => 14,
            Self::Title => 15,
        }
    }

    /// Whether it is one of the parts that engagement is the sum of.
    pub(super) const fn is_part(self) -> bool {
        matches!(self, Self::Likes | Self::Comments | Self::Shares)
    }
}

/// The name of a column as it is compared: small letters without accents, quotes and underscores,
/// one space between words.
pub(super) fn plain_name(name: &str) -> String {
    let unquoted: String = name
        .chars()
        .map(|c| if c == '_' { ' ' } else { c })
        .filter(|c| !matches!(c, '"' | '«' | '»' | '“' | '”' | '„' | '‟'))
        .collect();
    let plain = crate::text::fold(&unquoted);
    plain.trim_matches([' ', ':', '*']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_compared_without_their_dress() {
        assert_eq!(plain_name("  Mentions «\u{a0}J’aime\u{a0}» "), "mentions j'aime");
        assert_eq!(plain_name("Veröffentlichungszeitpunkt"), "veroffentlichungszeitpunkt");
        assert_eq!(plain_name("favourites_count"), "favourites count");
        assert_eq!(plain_name("„Gefällt mir“-Angaben"), "gefallt mir-angaben");
    }

    #[test]
    fn every_field_is_found_by_its_key() {
        for (at, field) in Field::ALL.into_iter().enumerate() {
            assert_eq!((Field::of(field.key()), field.index()), (Some(field), at));
        }
    }
}
