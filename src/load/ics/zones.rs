//! Which zone a `TZID` means: IANA names, names with a prefix, Windows names, display names.
//!
//! The definitions feeds carry (`VTIMEZONE`) are not read, except for the IANA name some programs
//! note there; the compiled-in data of the zone is better than a copy of one of its years.

use std::collections::{BTreeSet, HashMap};

use chrono_tz::{TZ_VARIANTS, Tz};

use super::lines::Property;

/// The zones of one feed.
#[derive(Default)]
pub(super) struct Zones {
    /// Names already looked up, `None` for those nobody knows.
    known: HashMap<String, Option<Tz>>,
    /// Unknown names already reported.
    reported: BTreeSet<String>,
}

impl Zones {
    /// Learns the IANA names that the `VTIMEZONE` of private names mention (`X-LIC-LOCATION`).
    pub fn learn(&mut self, properties: &[Property]) {
        let mut name: Option<&str> = None;
        for property in properties {
            match property.name.as_str() {
                "BEGIN" => name = None,
                "TZID" => name = Some(property.value.trim()),
                "X-LIC-LOCATION" => {
                    let location = find(property.value.trim());
                    if let (Some(name), Some(zone)) = (name, location) {
                        // A name that means something by itself keeps its meaning.
                        let zone = find(name).unwrap_or(zone);
                        self.known.insert(name.to_owned(), Some(zone));
                    }
                }
                _ => {}
            }
        }
    }

    /// The zone of a name.
    pub fn get(&mut self, name: &str) -> Option<Tz> {
        if let Some(zone) = self.known.get(name) {
            return *zone;
        }
        let zone = find(name);
        self.known.insert(name.to_owned(), zone);
        zone
    }

    /// Whether this unknown name is met for the first time.
    pub fn first_time(&mut self, name: &str) -> Option<String> {
        let name = name.to_owned();
        self.reported.insert(name.clone()).then_some(name)
    }
}

/// What a name means anywhere.
fn find(name: &str) -> Option<Tz> {
    let name = name.trim();
    iana(name)
        .or_else(|| windows(name))
        .or_else(|| after_a_prefix(name))
        .or_else(|| of_a_city(name))
}

fn iana(name: &str) -> Option<Tz> {
    let exact = name.parse().ok();
    exact.or_else(|| {
        let same = |zone: &&Tz| zone.name().eq_ignore_ascii_case(name);
        TZ_VARIANTS.iter().find(same).copied()
    })
}

/// `/mozilla.org/20050126_1/Europe/Paris`, `/freeassociation.sourceforge.net/Europe/Paris`: the
/// longest ending that is a name.
fn after_a_prefix(name: &str) -> Option<Tz> {
    let cuts = name.match_indices('/').take(8);
    cuts.map(|(at, _)| &name[at + 1..]).find_map(iana)
}

/// Outlook writes a list of cities for a name: `(UTC+01:00) Brussels, Copenhagen, Madrid, Paris`.
fn of_a_city(name: &str) -> Option<Tz> {
    let (_, cities) = name.strip_prefix('(')?.split_once(')')?;
    cities.split(',').take(8).find_map(|city| {
        let city = city.trim().replace(' ', "_");
        TZ_VARIANTS.iter().copied().find(|zone| {
            let (_, last) = zone.name().rsplit_once('/').unwrap_or_default();
            !city.is_empty() && last.eq_ignore_ascii_case(&city)
        })
    })
}

fn windows(name: &str) -> Option<Tz> {
    let found = WINDOWS.iter().find(|(key, _)| key.eq_ignore_ascii_case(name));
    found.map(|(_, zone)| *zone)
}

/// Names of Windows, each with the zone of its most populous place.
#[rustfmt::skip]
const WINDOWS: &[(&str, Tz)] = &[
    ("Romance Standard Time", Tz::Europe__Paris),
    ("W. Europe Standard Time", Tz::Europe__Berlin),
    ("Central Europe Standard Time", Tz::Europe__Budapest),
    ("Central European Standard Time", Tz::Europe__Warsaw),
    ("GMT Standard Time", Tz::Europe__London),
    ("Greenwich Standard Time", Tz::Africa__Abidjan),
    ("UTC", Tz::UTC),
    ("Coordinated Universal Time", Tz::UTC),
    ("E. Europe Standard Time", Tz::Europe__Chisinau),
    ("FLE Standard Time", Tz::Europe__Kyiv),
    ("GTB Standard Time", Tz::Europe__Bucharest),
    ("Turkey Standard Time", Tz::Europe__Istanbul),
    ("Russian Standard Time", Tz::Europe__Moscow),
    ("Belarus Standard Time", Tz::Europe__Minsk),
    ("Azores Standard Time", Tz::Atlantic__Azores),
    ("Cape Verde Standard Time", Tz::Atlantic__Cape_Verde),
    ("Greenland Standard Time", Tz::America__Nuuk),
    ("Morocco Standard Time", Tz::Africa__Casablanca),
    ("W. Central Africa Standard Time", Tz::Africa__Lagos),
    ("South Africa Standard Time", Tz::Africa__Johannesburg),
    ("E. Africa Standard Time", Tz::Africa__Nairobi),
    ("Egypt Standard Time", Tz::Africa__Cairo),
    ("Israel Standard Time", Tz::Asia__Jerusalem),
    ("Middle East Standard Time", Tz::Asia__Beirut),
    ("Jordan Standard Time", Tz::Asia__Amman),
    ("Arab Standard Time", Tz::Asia__Riyadh),
    ("Arabic Standard Time", Tz::Asia__Baghdad),
    ("Arabian Standard Time", Tz::Asia__Dubai),
    ("Iran Standard Time", Tz::Asia__Tehran),
    ("Caucasus Standard Time", Tz::Asia__Yerevan),
    ("Georgian Standard Time", Tz::Asia__Tbilisi),
    ("Azerbaijan Standard Time", Tz::Asia__Baku),
    ("Mauritius Standard Time", Tz::Indian__Mauritius),
    ("Afghanistan Standard Time", Tz::Asia__Kabul),
    ("Pakistan Standard Time", Tz::Asia__Karachi),
    ("West Asia Standard Time", Tz::Asia__Tashkent),
    ("Ekaterinburg Standard Time", Tz::Asia__Yekaterinburg),
    ("India Standard Time", Tz::Asia__Kolkata),
    ("Sri Lanka Standard Time", Tz::Asia__Colombo),
    ("Nepal Standard Time", Tz::Asia__Kathmandu),
    ("Bangladesh Standard Time", Tz::Asia__Dhaka),
    ("Central Asia Standard Time", Tz::Asia__Bishkek),
    ("Myanmar Standard Time", Tz::Asia__Yangon),
    ("SE Asia Standard Time", Tz::Asia__Bangkok),
    ("China Standard Time", Tz::Asia__Shanghai),
    ("Singapore Standard Time", Tz::Asia__Singapore),
    ("Taipei Standard Time", Tz::Asia__Taipei),
    ("W. Australia Standard Time", Tz::Australia__Perth),
    ("Tokyo Standard Time", Tz::Asia__Tokyo),
    ("Korea Standard Time", Tz::Asia__Seoul),
    ("AUS Eastern Standard Time", Tz::Australia__Sydney),
    ("E. Australia Standard Time", Tz::Australia__Brisbane),
    ("AUS Central Standard Time", Tz::Australia__Darwin),
    ("Cen. Australia Standard Time", Tz::Australia__Adelaide),
    ("Tasmania Standard Time", Tz::Australia__Hobart),
    ("Central Pacific Standard Time", Tz::Pacific__Guadalcanal),
    ("West Pacific Standard Time", Tz::Pacific__Port_Moresby),
    ("New Zealand Standard Time", Tz::Pacific__Auckland),
    ("Fiji Standard Time", Tz::Pacific__Fiji),
    ("Tonga Standard Time", Tz::Pacific__Tongatapu),
    ("Samoa Standard Time", Tz::Pacific__Apia),
    ("Hawaiian Standard Time", Tz::Pacific__Honolulu),
    ("Alaskan Standard Time", Tz::America__Anchorage),
    ("Pacific Standard Time", Tz::America__Los_Angeles),
    ("Pacific Standard Time (Mexico)", Tz::America__Tijuana),
    ("Mountain Standard Time", Tz::America__Denver),
    ("US Mountain Standard Time", Tz::America__Phoenix),
    ("Central Standard Time", Tz::America__Chicago),
    ("Central Standard Time (Mexico)", Tz::America__Mexico_City),
    ("Central America Standard Time", Tz::America__Guatemala),
    ("Canada Central Standard Time", Tz::America__Regina),
    ("Eastern Standard Time", Tz::America__New_York),
    ("Eastern Standard Time (Mexico)", Tz::America__Cancun),
    ("US Eastern Standard Time", Tz::America__Indiana__Indianapolis),
    ("SA Pacific Standard Time", Tz::America__Bogota),
    ("SA Western Standard Time", Tz::America__La_Paz),
    ("SA Eastern Standard Time", Tz::America__Cayenne),
    ("Haiti Standard Time", Tz::America__PortauPrince),
    ("Venezuela Standard Time", Tz::America__Caracas),
    ("Atlantic Standard Time", Tz::America__Halifax),
    ("Newfoundland Standard Time", Tz::America__St_Johns),
    ("Pacific SA Standard Time", Tz::America__Santiago),
    ("Paraguay Standard Time", Tz::America__Asuncion),
    ("E. South America Standard Time", Tz::America__Sao_Paulo),
    ("Argentina Standard Time", Tz::America__Argentina__Buenos_Aires),
    ("Montevideo Standard Time", Tz::America__Montevideo),
    ("Saint Pierre Standard Time", Tz::America__Miquelon),
];

#[cfg(test)]
mod tests {
    use super::super::lines;
    use super::*;

    #[test]
    fn finds_names_of_every_kind() {
        for (name, zone) in [
            ("Europe/Paris", Tz::Europe__Paris),
            ("europe/paris", Tz::Europe__Paris),
            ("Romance Standard Time", Tz::Europe__Paris),
            ("romance standard time", Tz::Europe__Paris),
            ("/mozilla.org/20050126_1/America/Argentina/Ushuaia", Tz::America__Argentina__Ushuaia),
            ("/freeassociation.sourceforge.net/Europe/London", Tz::Europe__London),
            ("(UTC+01:00) Brussels, Copenhagen, Madrid, Paris", Tz::Europe__Brussels),
            ("(UTC-05:00) New York", Tz::America__New_York),
            ("UTC", Tz::UTC),
        ] {
            assert_eq!(find(name), Some(zone), "{name}");
        }
        for name in ["", "/", "Customized Time Zone", "(", "()", "(UTC) ", "Mars/Olympus"] {
            assert_eq!(find(name), None, "{name}");
        }
    }

    #[test]
    fn a_private_name_may_say_where_it_is() {
        let feed = b"BEGIN:VTIMEZONE\nTZID:Bureau\nX-LIC-LOCATION:Europe/Lisbon\n\
            BEGIN:STANDARD\nEND:STANDARD\nEND:VTIMEZONE\n\
            BEGIN:VTIMEZONE\nTZID:Europe/Paris\nX-LIC-LOCATION:Asia/Tokyo\nEND:VTIMEZONE\n";
        let mut zones = Zones::default();
        zones.learn(&lines::read(feed).properties);
        assert_eq!(zones.get("Bureau"), Some(Tz::Europe__Lisbon));
        assert_eq!(zones.get("Europe/Paris"), Some(Tz::Europe__Paris));
        assert_eq!(zones.get("Atelier"), None);
        assert_eq!(zones.first_time("Atelier").as_deref(), Some("Atelier"));
        assert_eq!(zones.first_time("Atelier"), None);
    }

    #[test]
    fn the_table_names_each_zone_once() {
        let names: BTreeSet<String> = WINDOWS.iter().map(|(n, _)| n.to_lowercase()).collect();
        assert_eq!(names.len(), WINDOWS.len());
    }
}
