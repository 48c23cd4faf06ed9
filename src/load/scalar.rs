//! Single values: from TOML to what they mean, or what is wrong with them.
//!
//! Each reading is written once; the validator words its fault, the readers take its value.

use super::shape::{Kind, TimeOf};
use crate::model::{MixWindow, Moment};
use crate::time::{self, DateRule, Days, Instant, Lapse, Region, When, Zone};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use toml::de::DeValue;

/// What is wrong with a single value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Not of the right type.
    Type,
    /// Empty, or blank.
    Empty,
    /// Not an id.
    Id,
    /// A whole number outside its range.
    Range(i64, i64),
    /// A percentage outside 0–100, or too fine.
    Share,
    /// Not a date.
    Date(time::DateFault),
    /// A date of another precision than one day.
    NotOneDay,
    /// Not a time.
    Time(time::TimeFault),
    /// Not a date with a time.
    Instant,
    /// Not a length of time.
    Lapse(time::LapseFault),
    /// Not days of the week.
    Days(time::DayFault),
    /// Not one of the words.
    Choice(&'static [&'static str]),
    /// No such time zone.
    Zone,
    /// No such region.
    Region,
    /// No such network.
    Network,
    /// Not a number of working days.
    WorkDays,
    /// Not a step that divides the day.
    Grid,
    /// Not a window of the mix.
    MixWindow,
    /// Not a yearly rule.
    Rule,
    /// Not a colour.
    Color,
    /// Not a language tag.
    LangTag,
    /// Not a country code.
    Country,
    /// A path that is absolute, or written with backslashes.
    Path,
    /// Not a seal.
    Seal,
}

/// Checks a single value against a kind that is neither list nor table.
///
/// # Errors
/// What is wrong with it.
pub fn check(kind: &Kind, value: &DeValue<'_>) -> Result<(), Fault> {
    match *kind {
        Kind::Text => text(value).map(drop),
        Kind::Words | Kind::Ref(_) => words(value).map(drop),
        Kind::Id => id(value).map(drop),
        Kind::Bool => boolean(value).map(drop),
        Kind::Int(min, max) => int(value, min, max).map(drop),
        Kind::Share => share(value).map(drop),
        Kind::Date => date(value).map(drop),
        Kind::Day => day(value).map(drop),
        Kind::DayRange => day_range(value).map(drop),
        Kind::Time(end) => time_of_day(value, end).map(drop),
        Kind::Instant => moment(value).map(drop),
        Kind::Lapse => lapse(value).map(drop),
        Kind::Days => days(value).map(drop),
        Kind::WorkDays => work_days(value).map(drop),
        Kind::Choice(words) => choice(value, words).map(drop),
        Kind::Zone => zone(value).map(drop),
        Kind::LangTag => lang_tag(value).map(drop),
        Kind::Country => country(value).map(drop),
        Kind::Region => region(value).map(drop),
        Kind::Network => network(value).map(drop),
        Kind::Grid => grid(value).map(drop),
        Kind::MixWindow => mix_window(value).map(drop),
        Kind::EventRule => rule(value).map(drop),
        Kind::Color => color(value).map(drop),
        Kind::Path => path(value).map(drop),
        Kind::Seal => seal(value).map(drop),
        Kind::List(_) | Kind::Table(_) | Kind::Map(..) | Kind::OneOf(_) | Kind::Any => Ok(()),
    }
}

type Read<T> = Result<T, Fault>;

/// Any text.
pub fn text<'v>(value: &'v DeValue<'_>) -> Read<&'v str> {
    value.as_str().ok_or(Fault::Type)
}

/// Text with something to see in it.
pub fn words<'v>(value: &'v DeValue<'_>) -> Read<&'v str> {
    let text = text(value)?;
    if text.trim().is_empty() { Err(Fault::Empty) } else { Ok(text) }
}

/// `[a-z0-9][a-z0-9-]*`, at most 64.
pub fn id<'v>(value: &'v DeValue<'_>) -> Read<&'v str> {
    let text = text(value)?;
    if is_id(text) { Ok(text) } else { Err(Fault::Id) }
}

/// Whether a word is an id.
#[must_use]
pub fn is_id(word: &str) -> bool {
    let inner = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    word.len() <= 64
        && word.bytes().all(inner)
        && word.bytes().next().is_some_and(|first| first != b'-')
}

/// `true` or `false`.
pub fn boolean(value: &DeValue<'_>) -> Read<bool> {
    value.as_bool().ok_or(Fault::Type)
}

/// A whole number in a range.
pub fn int(value: &DeValue<'_>, min: i64, max: i64) -> Read<i64> {
    let number = match value {
        DeValue::Integer(number) => {
            let digits = number.as_str().replace('_', "");
            i64::from_str_radix(&digits, number.radix()).map_err(|_| Fault::Range(min, max))?
        }
        _ => return Err(Fault::Type),
    };
    if (min..=max).contains(&number) { Ok(number) } else { Err(Fault::Range(min, max)) }
}

/// A percentage in tenths: 0–1000.
pub fn share(value: &DeValue<'_>) -> Read<i64> {
    match value {
        DeValue::Integer(_) => int(value, 0, 100).map(|n| n * 10).map_err(|_| Fault::Share),
        DeValue::Float(number) => {
            let digits = number.as_str().replace('_', "");
            let (whole, part) = digits.split_once('.').ok_or(Fault::Share)?;
            let part = part.trim_end_matches('0');
            let tenth: i64 =
                if part.is_empty() { 0 } else { part.parse().map_err(|_| Fault::Share)? };
            let whole: i64 = whole.trim_start_matches('+').parse().map_err(|_| Fault::Share)?;
            let fits = !digits.starts_with('-') && part.len() <= 1 && (0..=100).contains(&whole);
            let tenths = fits.then(|| whole * 10 + tenth).filter(|tenths| *tenths <= 1000);
            tenths.ok_or(Fault::Share)
        }
        _ => Err(Fault::Type),
    }
}

/// A date of any precision.
pub fn date(value: &DeValue<'_>) -> Read<When> {
    match value {
        DeValue::Datetime(datetime) if datetime.time.is_none() => {
            toml_date(datetime).map(When::Day).ok_or(Fault::Type)
        }
        DeValue::String(text) => When::parse(text.trim()).map_err(Fault::Date),
        _ => Err(Fault::Type),
    }
}

/// One day.
pub fn day(value: &DeValue<'_>) -> Read<NaiveDate> {
    match date(value)? {
        When::Day(day) => Ok(day),
        _ => Err(Fault::NotOneDay),
    }
}

/// A day or a stretch of days, both included.
pub fn day_range(value: &DeValue<'_>) -> Read<(NaiveDate, NaiveDate)> {
    date(value).map(|when| (when.first(), when.last()))
}

/// A time of day.
pub fn time(value: &DeValue<'_>) -> Read<NaiveTime> {
    match value {
        DeValue::Datetime(datetime) if datetime.date.is_none() => {
            toml_time(datetime).ok_or(Fault::Type)
        }
        DeValue::String(text) => time::parse_time(text.trim()).map_err(Fault::Time),
        _ => Err(Fault::Type),
    }
}

/// Seconds from midnight; the end of a stretch may be 24:00.
pub fn time_of_day(value: &DeValue<'_>, end: TimeOf) -> Read<u32> {
    use chrono::Timelike;
    match value {
        DeValue::String(text) if end == TimeOf::End && text.trim() == "24:00" => Ok(86_400),
        _ => time(value).map(|time| time.num_seconds_from_midnight()),
    }
}

/// A date and a time: on a clock, or with an offset.
pub fn moment(value: &DeValue<'_>) -> Read<Moment> {
    match value {
        DeValue::Datetime(datetime) => toml_moment(datetime).ok_or(Fault::Instant),
        DeValue::String(text) => string_moment(text.trim()).ok_or(Fault::Instant),
        _ => Err(Fault::Type),
    }
}

fn string_moment(text: &str) -> Option<Moment> {
    if let Some(instant) = Instant::parse_rfc3339(text) {
        return Some(Moment::Exact(instant));
    }
    ["%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M"]
        .iter()
        .find_map(|format| NaiveDateTime::parse_from_str(text, format).ok())
        .map(Moment::Local)
}

fn toml_date(datetime: &toml::value::Datetime) -> Option<NaiveDate> {
    let date = datetime.date?;
    NaiveDate::from_ymd_opt(i32::from(date.year), u32::from(date.month), u32::from(date.day))
}

fn toml_time(datetime: &toml::value::Datetime) -> Option<NaiveTime> {
    let time = datetime.time?;
    let second = time.second.unwrap_or(0).min(59);
    NaiveTime::from_hms_opt(u32::from(time.hour), u32::from(time.minute), u32::from(second))
}

fn toml_moment(datetime: &toml::value::Datetime) -> Option<Moment> {
    let local = toml_date(datetime)?.and_time(toml_time(datetime)?);
    Some(match datetime.offset {
        None => Moment::Local(local),
        Some(toml::value::Offset::Z) => {
            Moment::Exact(Instant::from_unix(local.and_utc().timestamp()))
        }
        Some(toml::value::Offset::Custom { minutes }) => {
            let unix = local.and_utc().timestamp() - 60 * i64::from(minutes);
            Moment::Exact(Instant::from_unix(unix))
        }
    })
}

/// A length of time.
pub fn lapse(value: &DeValue<'_>) -> Read<Lapse> {
    Lapse::parse(text(value)?.trim()).map_err(Fault::Lapse)
}

/// Working days: `"5d"`, or `"2w"` of five days each; at most 260 days, a year of work.
pub fn work_days(value: &DeValue<'_>) -> Read<u32> {
    let text = text(value)?.trim();
    let (digits, each) = match (text.strip_suffix('d'), text.strip_suffix('w')) {
        (Some(days), _) => (days, 1),
        (None, Some(weeks)) => (weeks, 5),
        (None, None) => return Err(Fault::WorkDays),
    };
    let plain = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    let number: Option<u32> = plain.then(|| digits.parse().ok()).flatten();
    let days = number.and_then(|number| number.checked_mul(each));
    days.filter(|days| *days <= 260).ok_or(Fault::WorkDays)
}

/// Days of the week: a word, or a list of words.
pub fn days(value: &DeValue<'_>) -> Read<Days> {
    match value {
        DeValue::Array(items) => {
            let mut all = Days::default();
            for item in items.iter() {
                let text = text(item.get_ref())?;
                all = all.union(Days::parse(text).map_err(Fault::Days)?);
            }
            if items.is_empty() { Err(Fault::Empty) } else { Ok(all) }
        }
        _ => Days::parse(text(value)?).map_err(Fault::Days),
    }
}

/// One of a few words.
pub fn choice(value: &DeValue<'_>, words: &'static [&'static str]) -> Read<&'static str> {
    let text = text(value)?;
    words.iter().find(|word| **word == text).copied().ok_or(Fault::Choice(words))
}

/// An IANA time zone.
pub fn zone(value: &DeValue<'_>) -> Read<Zone> {
    Zone::parse(text(value)?).ok_or(Fault::Zone)
}

/// A BCP 47 tag, by its shape.
pub fn lang_tag<'v>(value: &'v DeValue<'_>) -> Read<&'v str> {
    let text = text(value)?;
    let mut parts = text.split('-');
    let primary = parts
        .next()
        .is_some_and(|p| (2..=3).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_alphabetic()));
    let rest =
        parts.all(|p| (1..=8).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_alphanumeric()));
    if primary && rest { Ok(text) } else { Err(Fault::LangTag) }
}

/// Two capital letters.
pub fn country<'v>(value: &'v DeValue<'_>) -> Read<&'v str> {
    let text = text(value)?;
    let fits = text.len() == 2 && text.bytes().all(|b| b.is_ascii_uppercase());
    if fits { Ok(text) } else { Err(Fault::Country) }
}

/// A region whose public holidays are known, or any other subdivision by its ISO 3166-2 code.
pub fn region(value: &DeValue<'_>) -> Read<Option<Region>> {
    let text = text(value)?;
    if let Some(region) = Region::parse(text) {
        return Ok(Some(region));
    }
    let code = text.split_once('-').is_some_and(|(country, part)| {
        country.len() == 2
            && country.bytes().all(|b| b.is_ascii_uppercase())
            && (1..=3).contains(&part.len())
            && part.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
    });
    if code { Ok(None) } else { Err(Fault::Region) }
}

/// One of the built-in networks, or `custom`.
pub fn network<'v>(value: &'v DeValue<'_>) -> Read<&'v str> {
    let text = text(value)?;
    if crate::networks::is_known(text) { Ok(text) } else { Err(Fault::Network) }
}

/// Minutes from 5 to 240 that divide a day.
pub fn grid(value: &DeValue<'_>) -> Read<u32> {
    let seconds = lapse(value)?.seconds();
    let fits = seconds % 60 == 0 && (300..=14_400).contains(&seconds) && 86_400 % seconds == 0;
    u32::try_from(seconds / 60).ok().filter(|_| fits).ok_or(Fault::Grid)
}

/// `28d`, week, month, quarter or campaign.
pub fn mix_window(value: &DeValue<'_>) -> Read<MixWindow> {
    match text(value)? {
        "week" => Ok(MixWindow::Week),
        "month" => Ok(MixWindow::Month),
        "quarter" => Ok(MixWindow::Quarter),
        "campaign" => Ok(MixWindow::Campaign),
        other => {
            let seconds = Lapse::parse(other).map_err(|_| Fault::MixWindow)?.seconds();
            let days = u32::try_from(seconds / 86_400).map_err(|_| Fault::MixWindow)?;
            let whole = seconds % 86_400 == 0 && (1..=3_660).contains(&days);
            if whole { Ok(MixWindow::Days(days)) } else { Err(Fault::MixWindow) }
        }
    }
}

/// A yearly rule.
pub fn rule(value: &DeValue<'_>) -> Read<DateRule> {
    DateRule::parse(text(value)?).map_err(|_| Fault::Rule)
}

/// `#rrggbb`.
pub fn color<'v>(value: &'v DeValue<'_>) -> Read<&'v str> {
    let text = text(value)?;
    let digits = text.strip_prefix('#').unwrap_or_default();
    let fits = digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit());
    if fits { Ok(text) } else { Err(Fault::Color) }
}

/// A path relative to the root file, with `/`.
pub fn path<'v>(value: &'v DeValue<'_>) -> Read<&'v str> {
    let path = words(value)?;
    let drive = path.as_bytes().get(1) == Some(&b':') && path.as_bytes()[0].is_ascii_alphabetic();
    let bad = path.starts_with('/') || drive || path.contains(['\\', '\0']);
    if bad { Err(Fault::Path) } else { Ok(path) }
}

/// `sha256:` and 64 hex digits.
pub fn seal<'v>(value: &'v DeValue<'_>) -> Read<&'v str> {
    let text = text(value)?;
    let digits = text.strip_prefix("sha256:").unwrap_or_default();
    let fits = digits.len() == 64
        && digits.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
    if fits { Ok(text) } else { Err(Fault::Seal) }
}
