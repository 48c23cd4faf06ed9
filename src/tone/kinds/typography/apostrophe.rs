//! Apostrophes: ’ or '.

use crate::lang::{Lang, Text};
use crate::model::tone::Apostrophe;
use crate::tone::{Hits, Passage};

/// Finds apostrophes of the other sort: between two letters, outside links and code. Feet and
/// minutes (`5'`), quotation marks and the mark of a plural (`visitors'`) are no apostrophes here.
pub(super) fn find(wanted: Apostrophe, passage: &Passage<'_>, hits: &mut Hits<'_>) {
    let (other, good) = match wanted {
        Apostrophe::Curly => ('\'', "’"),
        Apostrophe::Straight => ('’', "'"),
    };
    let text = passage.text;
    if !text.contains(other) {
        return;
    }
    let mut code = Code::default();
    for (at, c) in text.char_indices() {
        code.read(c);
        if c != other || code.is_open {
            continue;
        }
        let range = at..at + c.len_utf8();
        let before = text[..at].chars().next_back().is_some_and(is_letter);
        let after = text[range.end..].chars().next();
        let after = after.is_some_and(|c| c.is_alphanumeric() || c == '«');
        if !before || !after || passage.is_masked(&range) {
            continue;
        }
        let message = Text::of(|lang| match (lang, wanted) {
            (Lang::En, Apostrophe::Curly) => "a straight apostrophe".to_owned(),
            (Lang::Fr, Apostrophe::Curly) => "une apostrophe droite".to_owned(),
            (Lang::En, Apostrophe::Straight) => "a curly apostrophe".to_owned(),
            (Lang::Fr, Apostrophe::Straight) => "une apostrophe courbe".to_owned(),
        });
        let Some(hit) = hits.add(range.clone(), message) else { return };
        hit.help(Text::of(|lang| match lang {
            Lang::En => format!("write {good}"),
            Lang::Fr => format!("écrivez {good}"),
        }));
        hit.fix(range, good);
    }
}

fn is_letter(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '\u{300}'..='\u{36f}')
}

/// What stands between backticks on a line.
#[derive(Debug, Default)]
struct Code {
    is_open: bool,
}

impl Code {
    const fn read(&mut self, c: char) {
        match c {
            '`' => self.is_open = !self.is_open,
            '\n' => self.is_open = false,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::probe::{found, mended};
    use super::*;
    use crate::model::Demand;
    use crate::model::tone::Typography;

    fn rule(apostrophe: Apostrophe) -> Demand {
        Demand::Typography(Typography { apostrophe: Some(apostrophe), ..Typography::default() })
    }

    #[test]
    fn apostrophes_are_changed() {
        let text = "L'été, aujourd'hui, c'est l'«\u{a0}an 1\u{a0}» : qu'8 ou O'Neil";
        let curly = text.replace('\'', "’");
        assert_eq!(mended(&rule(Apostrophe::Curly), Lang::Fr, text), curly);
        assert_eq!(mended(&rule(Apostrophe::Straight), Lang::Fr, &curly), text);
        assert_eq!(mended(&rule(Apostrophe::Curly), Lang::En, "don't"), "don’t");
    }

    #[test]
    fn other_marks_pass() {
        for text in [
            "5' 6'2\" 10'30",
            "'mot' 'autre'",
            "`l'x` ici",
            "https://a.fr/l'x",
            "visitors' day",
            "L’été",
            "rock 'n' roll",
        ] {
            assert_eq!(found(&rule(Apostrophe::Curly), Lang::Fr, text), "", "{text}");
        }
        assert_eq!(found(&rule(Apostrophe::Straight), Lang::Fr, "‘mot’ L'été"), "");
    }
}
