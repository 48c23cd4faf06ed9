//! Numbers, plurals and enumerations.

use super::Lang;

/// `1 post`, `3 posts`; in French 0 and 1 take the singular.
///
/// ```
/// use edito::lang::{Lang, count};
/// assert_eq!(count(Lang::Fr, 0, "billet", "billets"), "0 billet");
/// assert_eq!(count(Lang::En, 0, "post", "posts"), "0 posts");
/// ```
#[must_use]
pub fn count(lang: Lang, n: usize, one: &str, many: &str) -> String {
    let singular = match lang {
        Lang::En => n == 1,
        Lang::Fr => n < 2,
    };
    let n = figure(lang, n);
    format!("{n} {}", if singular { one } else { many })
}

/// How many there are, with the thousands apart, as [`number`] writes them.
#[must_use]
pub fn figure(lang: Lang, n: usize) -> String {
    number(lang, i64::try_from(n).unwrap_or(i64::MAX))
}

/// A whole number with its thousands apart: `12,345`, `12 345` (a narrow no-break space in French).
#[must_use]
pub fn number(lang: Lang, n: i64) -> String {
    let separator = match lang {
        Lang::En => ',',
        Lang::Fr => '\u{202f}',
    };
    let digits = n.unsigned_abs().to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    if n < 0 {
        out.push(match lang {
            Lang::En => '-',
            Lang::Fr => '−',
        });
    }
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(separator);
        }
        out.push(digit);
    }
    out
}

/// `20%`, `20 %` (a narrow no-break space in French).
#[must_use]
pub fn percent(lang: Lang, n: impl std::fmt::Display) -> String {
    match lang {
        Lang::En => format!("{n}%"),
        Lang::Fr => format!("{}\u{202f}%", n.to_string().replace('.', ",")),
    }
}

/// `a, b and c`; `a, b et c`.
#[must_use]
pub fn list<S: AsRef<str>>(lang: Lang, items: &[S]) -> String {
    joined(
        items,
        match lang {
            Lang::En => " and ",
            Lang::Fr => " et ",
        },
    )
}

/// `a, b or c`; `a, b ou c`.
#[must_use]
pub fn list_or<S: AsRef<str>>(lang: Lang, items: &[S]) -> String {
    joined(
        items,
        match lang {
            Lang::En => " or ",
            Lang::Fr => " ou ",
        },
    )
}

fn joined<S: AsRef<str>>(items: &[S], last: &str) -> String {
    match items {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [rest @ .., end] => {
            let head: Vec<&str> = rest.iter().map(AsRef::as_ref).collect();
            format!("{}{last}{}", head.join(", "), end.as_ref())
        }
    }
}

/// French `de` before a name: `de linkedin`, `d’instagram`. An h is taken as aspirate, which is
/// never wrong to read.
///
/// ```
/// use edito::lang::de;
/// assert_eq!(de("Europe/Paris"), "d’Europe/Paris");
/// assert_eq!(de("x"), "de x");
/// ```
#[must_use]
pub fn de(name: &str) -> String {
    let first = name.chars().next().into_iter().flat_map(char::to_lowercase).next();
    match first.is_some_and(|first| "aàâäæeéèêëiîïoôöœuùûü".contains(first)) {
        true => format!("d’{name}"),
        false => format!("de {name}"),
    }
}

/// `1st`, `2nd`; `1er`, `2e`.
#[must_use]
pub fn ordinal(lang: Lang, n: u32) -> String {
    match lang {
        Lang::Fr => format!("{n}{}", if n == 1 { "er" } else { "e" }),
        Lang::En => {
            let suffix = match (n % 10, n % 100) {
                (_, 11..=13) => "th",
                (1, _) => "st",
                (2, _) => "nd",
                (3, _) => "rd",
                _ => "th",
            };
            format!("{n}{suffix}")
        }
    }
}

/// Words quoted from a person's text: `“…”`, `« … »`.
#[must_use]
pub fn quote(lang: Lang, words: &str) -> String {
    match lang {
        Lang::En => format!("“{words}”"),
        Lang::Fr => format!("«\u{a0}{words}\u{a0}»"),
    }
}

/// A length of time in its largest whole units: `2 days`, `1 h 30 min`, `20 h`.
#[must_use]
pub fn lapse(lang: Lang, seconds: i64) -> String {
    let sign = if seconds < 0 { "-" } else { "" };
    let total = seconds.unsigned_abs();
    let (days, hours, minutes, rest) =
        (total / 86_400, total / 3_600, (total / 60) % 60, total % 60);
    let day = |n: u64| {
        count(
            lang,
            usize::try_from(n).unwrap_or(usize::MAX),
            match lang {
                Lang::En => "day",
                Lang::Fr => "jour",
            },
            match lang {
                Lang::En => "days",
                Lang::Fr => "jours",
            },
        )
    };
    let body = if total >= 172_800 && total.is_multiple_of(86_400) {
        day(days)
    } else if total >= 172_800 {
        match (hours % 24, minutes) {
            (0, _) => day(days),
            (h, _) => format!("{} {h} h", day(days)),
        }
    } else if hours > 0 && minutes == 0 {
        format!("{hours} h")
    } else if hours > 0 {
        format!("{hours} h {minutes:02} min")
    } else if minutes > 0 && rest == 0 {
        format!("{minutes} min")
    } else if minutes > 0 {
        format!("{minutes} min {rest:02} s")
    } else {
        format!("{rest} s")
    };
    format!("{sign}{body}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_and_signs() {
        assert_eq!(number(Lang::En, -1_234_567), "-1,234,567");
        assert_eq!(number(Lang::Fr, 12_345), "12\u{202f}345");
        assert_eq!(number(Lang::Fr, 999), "999");
    }

    #[test]
    fn enumerations() {
        assert_eq!(list(Lang::Fr, &["a", "b", "c"]), "a, b et c");
        assert_eq!(list_or(Lang::En, &["a", "b"]), "a or b");
        assert_eq!(list::<&str>(Lang::En, &[]), "");
    }

    #[test]
    fn lengths_of_time() {
        assert_eq!(lapse(Lang::Fr, 5_400), "1 h 30 min");
        assert_eq!(lapse(Lang::Fr, 172_800), "2 jours");
        assert_eq!(lapse(Lang::En, 86_400), "24 h");
        assert_eq!(lapse(Lang::En, 2_700), "45 min");
        assert_eq!(lapse(Lang::En, 950_400), "11 days");
    }

    #[test]
    fn ordinals() {
        assert_eq!(ordinal(Lang::En, 11), "11th");
        assert_eq!(ordinal(Lang::En, 22), "22nd");
        assert_eq!(ordinal(Lang::Fr, 1), "1er");
    }
}
