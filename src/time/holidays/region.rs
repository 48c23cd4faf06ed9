//! The parts of France that differ in their public holidays, by name and by code.

/// A part of France with a list of holidays of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Region {
    /// Mainland France and Corsica, Alsace and Moselle apart.
    #[default]
    Metropole,
    /// Bas-Rhin, Haut-Rhin and Moselle.
    AlsaceMoselle,
    /// Guadeloupe.
    Guadeloupe,
    /// Martinique.
    Martinique,
    /// French Guiana.
    Guyane,
    /// Réunion.
    LaReunion,
    /// Mayotte.
    Mayotte,
    /// Saint-Barthélemy.
    SaintBarthelemy,
    /// The French part of Saint-Martin.
    SaintMartin,
    /// Saint-Pierre-et-Miquelon.
    SaintPierreEtMiquelon,
    /// New Caledonia.
    NouvelleCaledonie,
    /// French Polynesia.
    PolynesieFrancaise,
    /// Wallis and Futuna.
    WallisEtFutuna,
}

/// The names calendars use, with the codes of ISO 3166 and of INSEE without their `FR-`.
const NAMES: [(Region, &str, &[&str]); 13] = [
    (Region::Metropole, "metropole", &[]),
    (Region::AlsaceMoselle, "alsace-moselle", &["57", "67", "68", "6AE"]),
    (Region::Guadeloupe, "guadeloupe", &["971", "GP"]),
    (Region::Martinique, "martinique", &["972", "MQ"]),
    (Region::Guyane, "guyane", &["973", "GF"]),
    (Region::LaReunion, "la-reunion", &["974", "RE"]),
    (Region::Mayotte, "mayotte", &["976", "YT"]),
    (Region::SaintBarthelemy, "saint-barthelemy", &["977", "BL"]),
    (Region::SaintMartin, "saint-martin", &["978", "MF"]),
    (Region::SaintPierreEtMiquelon, "saint-pierre-et-miquelon", &["975", "PM"]),
    (Region::NouvelleCaledonie, "nouvelle-caledonie", &["988", "NC"]),
    (Region::PolynesieFrancaise, "polynesie-francaise", &["987", "PF"]),
    (Region::WallisEtFutuna, "wallis-et-futuna", &["986", "WF"]),
];

/// The regions of the mainland (ISO 3166-2:FR), and what ISO calls departments with letters. Grand
/// Est is missing on purpose: it holds Alsace and Moselle and seven departments that differ.
const MAINLAND: [&str; 18] = [
    "ARA", "BFC", "BRE", "COR", "CVL", "HDF", "IDF", "NAQ", "NOR", "OCC", "PAC", "PDL", "20R",
    "2A", "2B", "69M", "69D", "75C",
];

impl Region {
    /// Every region, in the order of [`Region::names`].
    pub const ALL: [Self; 13] = [
        Self::Metropole,
        Self::AlsaceMoselle,
        Self::Guadeloupe,
        Self::Martinique,
        Self::Guyane,
        Self::LaReunion,
        Self::Mayotte,
        Self::SaintBarthelemy,
        Self::SaintMartin,
        Self::SaintPierreEtMiquelon,
        Self::NouvelleCaledonie,
        Self::PolynesieFrancaise,
        Self::WallisEtFutuna,
    ];

    /// The region of a name (`la-reunion`) or of a code, with or without `FR-` (`FR-974`, `974`,
    /// `RE`, `FR-67`, `FR-6AE`); any other department or region of the mainland (`FR-75C`, `33`,
    /// `FR-IDF`) is [`Region::Metropole`]. Case does not matter.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.to_ascii_uppercase();
        let code = text.strip_prefix("FR-").unwrap_or(&text);
        NAMES
            .iter()
            .find(|(_, name, codes)| name.eq_ignore_ascii_case(&text) || codes.contains(&code))
            .map(|(region, ..)| *region)
            .or_else(|| mainland(code).then_some(Self::Metropole))
    }

    /// The name calendars use: `metropole`, `la-reunion`.
    #[must_use]
    pub fn name(self) -> &'static str {
        NAMES.iter().find(|(region, ..)| *region == self).map_or("", |(_, name, _)| name)
    }

    /// Every name, for messages and completions.
    pub fn names() -> impl Iterator<Item = &'static str> {
        NAMES.iter().map(|(_, name, _)| *name)
    }
}

/// Departments 01 to 95 (20 is 2A and 2B since 1976) and the regions.
fn mainland(code: &str) -> bool {
    let number = super::super::digits(code, 2);
    number.is_some_and(|n| (1..=95).contains(&n) && n != 20) || MAINLAND.contains(&code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_back() {
        for (region, name) in Region::ALL.into_iter().zip(Region::names()) {
            assert_eq!(region.name(), name);
            assert_eq!(Region::parse(name), Some(region));
        }
        assert_eq!(Region::names().count(), Region::ALL.len());
    }

    #[test]
    fn codes() {
        for (text, region) in [
            ("FR-971", Region::Guadeloupe),
            ("971", Region::Guadeloupe),
            ("GP", Region::Guadeloupe),
            ("FR-GP", Region::Guadeloupe),
            ("FR-974", Region::LaReunion),
            ("RE", Region::LaReunion),
            ("FR-57", Region::AlsaceMoselle),
            ("FR-67", Region::AlsaceMoselle),
            ("68", Region::AlsaceMoselle),
            ("FR-6AE", Region::AlsaceMoselle),
            ("fr-6ae", Region::AlsaceMoselle),
            ("FR-75C", Region::Metropole),
            ("FR-33", Region::Metropole),
            ("FR-2A", Region::Metropole),
            ("FR-IDF", Region::Metropole),
        ] {
            assert_eq!(Region::parse(text), Some(region), "{text}");
        }
        for text in [
            "", "FR", "FR-", "FR-00", "FR-20", "FR-96", "FR-GES", "FR-TF", "BE", "é", "+1",
            "FR-FR-75",
        ] {
            assert_eq!(Region::parse(text), None, "{text}");
        }
    }
}
