//! Whether a text fits on a network, and what is in the way.

use super::{Field, Network, Second, Unit, measure};

/// What keeps a text from going out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misfit {
    /// Longer than the limit.
    TooLong {
        /// How many are too many, in the unit of the length.
        by: usize,
        /// The byte of the text where what no longer fits begins.
        from: usize,
    },
    /// More UTF-8 bytes than a second limit allows.
    TooManyBytes {
        /// How many bytes it has.
        bytes: usize,
        /// The most there may be.
        most: usize,
        /// The byte of the text where what no longer fits begins.
        from: usize,
    },
    /// Shorter than a title may be.
    TooShort {
        /// The least, in the unit of the length.
        least: usize,
    },
    /// A character that the network refuses.
    Forbidden {
        /// Which one.
        character: char,
        /// How often it is there.
        times: usize,
    },
    /// Nothing at all, where the network takes no text that is empty.
    Empty,
}

/// How a text stands to the limits of a network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fit {
    /// What is counted.
    pub unit: Unit,
    /// How many of it.
    pub length: usize,
    /// The most there may be; absent when not known.
    pub limit: Option<usize>,
    /// What is in the way; empty when nothing is.
    pub misfits: Vec<Misfit>,
}

impl Fit {
    /// Whether the network takes the text as it is.
    #[must_use]
    pub const fn is_valid(&self) -> bool {
        self.misfits.is_empty()
    }

    /// Whether nothing of the text is in the way: an empty one may go with an image.
    #[must_use]
    pub fn is_fine(&self) -> bool {
        self.misfits.iter().all(|misfit| *misfit == Misfit::Empty)
    }

    /// The byte of the text where what no longer fits begins.
    #[must_use]
    pub fn over(&self) -> Option<usize> {
        let from = |misfit: &Misfit| match misfit {
            Misfit::TooLong { from, .. } | Misfit::TooManyBytes { from, .. } => Some(*from),
            _ => None,
        };
        self.misfits.iter().filter_map(from).min()
    }
}

/// Measures a text, with its content warning, against the limits of a network. `own` is a limit of
/// the length in place of the network's, such as that of an instance.
#[must_use]
pub fn fit(network: &Network, field: Field, text: &str, warning: &str, own: Option<usize>) -> Fit {
    let limit = own.or_else(|| limit(network, field));
    let measured = measure(network, field, text, warning, limit);
    let length = measured.length;
    let mut misfits = Vec::new();
    if let (Some(limit), Some(from)) = (limit, measured.over) {
        misfits.push(Misfit::TooLong { by: length.saturating_sub(limit), from });
    }
    match field {
        Field::Text => misfits.extend(measured.second.and_then(too_many_bytes)),
        Field::Title => {
            let long = if network.key == "lemmy" { seen(text) } else { length };
            let least = network.title_min.map(size).filter(|least| long < *least);
            misfits.extend(least.map(|least| Misfit::TooShort { least }));
        }
    }
    misfits.extend(refused(network, field).filter_map(|character| {
        let times = text.matches(character).count();
        (times > 0).then_some(Misfit::Forbidden { character, times })
    }));
    if network.key == "x" && length == 0 {
        misfits.push(Misfit::Empty);
    }
    Fit { unit: measured.unit, length, limit, misfits }
}

/// The characters that a network refuses in a text or title: a title of Lemmy's is one line, and it
/// looks before it trims.
pub fn refused(network: &Network, field: Field) -> impl Iterator<Item = char> {
    let one_line = network.key == "lemmy" && field == Field::Title;
    network.forbidden.iter().copied().chain(one_line.then_some('\n'))
}

/// The limit of the length of a text or title on a network.
#[must_use]
pub fn limit(network: &Network, field: Field) -> Option<usize> {
    let figure = match field {
        Field::Text => &network.text,
        Field::Title => &network.title,
    };
    figure.as_ref().map(super::Figure::limit)
}

/// How many characters of a title are to be seen, blanks inside it included.
fn seen(title: &str) -> usize {
    const UNSEEN: [std::ops::RangeInclusive<char>; 13] = [
        '\u{ad}'..='\u{ad}',
        '\u{34f}'..='\u{34f}',
        '\u{61c}'..='\u{61c}',
        '\u{115f}'..='\u{1160}',
        '\u{17b4}'..='\u{17b5}',
        '\u{180e}'..='\u{180e}',
        '\u{200b}'..='\u{200f}',
        '\u{202a}'..='\u{202e}',
        '\u{2060}'..='\u{206f}',
        '\u{2800}'..='\u{2800}',
        '\u{3164}'..='\u{3164}',
        '\u{feff}'..='\u{feff}',
        '\u{ffa0}'..='\u{ffa0}',
    ];
    let unseen = |c: char| UNSEEN.iter().any(|range| range.contains(&c));
    title.trim().chars().filter(|c| !unseen(*c)).count()
}

fn too_many_bytes(second: Second) -> Option<Misfit> {
    let Second { length, limit, over, .. } = second;
    over.map(|from| Misfit::TooManyBytes { bytes: length, most: limit, from })
}

fn size(figure: u32) -> usize {
    usize::try_from(figure).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::networks::find;

    fn on(network: &str, field: Field, text: &str) -> Fit {
        fit(find(network).unwrap(), field, text, "", None)
    }

    #[test]
    fn a_limit_is_still_allowed_and_one_more_is_not() {
        let fine = on("x", Field::Text, &"a".repeat(280));
        assert!(fine.is_valid() && fine.length == 280 && fine.limit == Some(280));
        let long = on("x", Field::Text, &"a".repeat(283));
        assert_eq!(long.misfits, [Misfit::TooLong { by: 3, from: 280 }]);
        assert_eq!(long.over(), Some(280));
        let own = fit(find("x").unwrap(), Field::Text, &"a".repeat(283), "", Some(300));
        assert!(own.is_valid() && own.limit == Some(300));
    }

    #[test]
    fn bluesky_has_a_second_limit_in_bytes() {
        // One letter as people see it, of very many bytes.
        let text = format!("e{}", "\u{301}".repeat(1_500));
        let fit = on("bluesky", Field::Text, &text);
        assert_eq!(fit.length, 1);
        assert_eq!(fit.misfits, [Misfit::TooManyBytes { bytes: 3_001, most: 3_000, from: 0 }]);
    }

    #[test]
    fn lemmy_wants_titles_of_one_line_in_which_three_characters_are_seen() {
        for title in ["abc", "a b", "  abc ", "été", "a-b"] {
            assert!(on("lemmy", Field::Title, title).is_valid(), "{title:?}");
        }
        for title in
            ["ab", " ab ", "", "a\nbc", "abc\n", "a\u{200b}\u{200b}b", "\u{2800}\u{2800}\u{2800}"]
        {
            assert!(!on("lemmy", Field::Title, title).is_valid(), "{title:?}");
        }
    }

    #[test]
    fn titles_have_limits_of_their_own() {
        assert!(on("youtube", Field::Title, "ab").is_valid());
        assert_eq!(on("youtube", Field::Title, "a").misfits, [Misfit::TooShort { least: 2 }]);
        let bad = on("youtube", Field::Title, "<ab<");
        assert_eq!(bad.misfits, [Misfit::Forbidden { character: '<', times: 2 }]);
    }

    #[test]
    fn an_empty_text_is_nothing_wrong_and_x_refuses_it_alone() {
        let x = on("x", Field::Text, "");
        assert!(!x.is_valid() && x.is_fine() && x.misfits == [Misfit::Empty]);
        assert!(on("mastodon", Field::Text, "").is_valid());
        assert!(on("custom", Field::Text, &"a".repeat(9_999)).limit.is_none());
    }
}
