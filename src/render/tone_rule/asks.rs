//! What a tone rule asks for, key by key: its words, its numbers, its choices.

use crate::lang::{Lang, Phrase, number, quote};
use crate::load::shape::tone_rule_key;
use crate::model::tone::{
    Address, Apostrophe, Claims, Condition, Consistency, Counted, Counting, Deal, Disclosure,
    Ellipsis, Emoji, Extent, Field, Formula, Hashtag, Inclusive, InclusiveForm, LetterCase, Marks,
    Matching, Needs, Per, Person, Position, Punctuation, Readability, Require, Spaces, TagCase,
    Typography, Without,
};
use crate::model::tone::{Bounds, Caps, Forms};
use crate::model::{Demand, Mark};
use crate::source::Loc;
use crate::text::clean;

/// The most words of a list that are shown.
const SHOWN: usize = 12;

/// A line for each key that the rule has: what the key means, and what is written there.
pub(super) fn asks(demand: &Demand, lang: Lang) -> Vec<String> {
    let mut told = Told { lang, lines: Vec::new() };
    told.demand(demand);
    told.lines
}

struct Told {
    lang: Lang,
    lines: Vec<String>,
}

impl Told {
    fn demand(&mut self, demand: &Demand) {
        match demand {
            Demand::Forbid(wanted) => {
                self.words("terms", &wanted.terms);
                self.words("patterns", &wanted.patterns);
                self.matching(wanted.matching);
            }
            Demand::Replace(wanted) => {
                self.swap(&wanted.swap);
                self.matching(wanted.matching);
            }
            Demand::Claims(wanted) => self.claims(wanted),
            Demand::Require(wanted) => self.require(wanted),
            Demand::Disclosure(wanted) => self.disclosure(wanted),
            Demand::Address(wanted) => self.word("expect", address(wanted.expect)),
            Demand::Person(wanted) => self.person(wanted),
            Demand::Inclusive(wanted) => self.inclusive(wanted),
            Demand::Caps(wanted) => self.caps(wanted),
            Demand::Punctuation(wanted) => self.punctuation(wanted),
            Demand::Typography(wanted) => self.typography(wanted),
            Demand::Emoji(wanted) => self.emoji(wanted),
            Demand::Hashtag(wanted) => self.hashtag(wanted),
            Demand::Count(wanted) => self.count(wanted),
            Demand::Repeat(wanted) => self.number("window", Some(wanted.window)),
            Demand::Consistency(wanted) => self.consistency(wanted),
            Demand::Readability(wanted) => self.readability(wanted),
            Demand::Language(wanted) => {
                if let Some(tag) = &wanted.expect {
                    self.word("expect", tag);
                }
            }
            Demand::StyledUnicode | Demand::Vocabulary(_) => {}
        }
    }

    fn line(&mut self, key: &str, value: &str) {
        let about = tone_rule_key(key).map_or("", |key| key.about.get(self.lang));
        let about = about.split(';').next().unwrap_or_default();
        let about = about.trim_end_matches(['.', '\u{202f}', ' ', ':']);
        self.lines.push(match self.lang {
            Lang::En => format!("{about} (`{key}`): {value}"),
            Lang::Fr => format!("{about} (`{key}`)\u{a0}: {value}"),
        });
    }

    fn word(&mut self, key: &str, value: &str) {
        self.line(key, &format!("`{}`", clean(value)));
    }

    fn number(&mut self, key: &str, value: Option<u32>) {
        if let Some(value) = value {
            self.line(key, &number(self.lang, i64::from(value)));
        }
    }

    fn yes(&mut self, key: &str, value: Mark) {
        if value == Mark::Yes {
            self.line(key, Phrase { en: "yes", fr: "oui" }.get(self.lang));
        }
    }

    fn no(&mut self, key: &str) {
        self.line(key, Phrase { en: "no", fr: "non" }.get(self.lang));
    }

    fn words(&mut self, key: &str, words: &[Loc<String>]) {
        if !words.is_empty() {
            let shown = words.iter().take(SHOWN);
            let quoted = shown.map(|word| quote(self.lang, &clean(word.value.trim()))).collect();
            self.line(key, &shortened(quoted, words.len(), self.lang));
        }
    }

    fn named(&mut self, key: &str, names: &[&str]) {
        if !names.is_empty() {
            let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
            self.line(key, &quoted.join(", "));
        }
    }

    fn swap(&mut self, swap: &[(Loc<String>, Loc<String>)]) {
        if swap.is_empty() {
            return;
        }
        let each = |(from, to): &(Loc<String>, Loc<String>)| {
            let choices: Vec<String> = to
                .value
                .split('|')
                .map(str::trim)
                .filter(|choice| !choice.is_empty())
                .map(|choice| quote(self.lang, &clean(choice)))
                .collect();
            let from = quote(self.lang, &clean(from.value.trim()));
            let to = if choices.is_empty() {
                Phrase { en: "nothing", fr: "rien" }.get(self.lang).to_owned()
            } else {
                crate::lang::list_or(self.lang, &choices)
            };
            format!("{from} → {to}")
        };
        let shown = swap.iter().take(SHOWN).map(each).collect();
        let text = shortened(shown, swap.len(), self.lang);
        self.line("swap", &text);
    }

    fn matching(&mut self, matching: Matching) {
        if matching.case == LetterCase::Exact {
            self.no("ignore_case");
        }
        if matching.bounds == Bounds::Anywhere {
            self.no("word");
        }
        if matching.forms == Forms::Exact {
            self.no("inflect");
        }
    }

    fn position(&mut self, position: Position) {
        let word = match position {
            Position::Anywhere => return,
            Position::Start => "start",
            Position::FirstLine => "first-line",
            Position::BeforeFold => "before-fold",
            Position::LastLine => "last-line",
            Position::End => "end",
        };
        self.word("position", word);
    }

    fn claims(&mut self, wanted: &Claims) {
        self.words("terms", &wanted.terms);
        self.words("patterns", &wanted.patterns);
        if let Some(Needs::Proof) = wanted.needs {
            self.word("needs", "proof");
        }
        self.matching(wanted.matching);
    }

    fn require(&mut self, wanted: &Require) {
        self.condition(&wanted.when);
        self.words("any_of", &wanted.any_of);
        self.words("patterns", &wanted.patterns);
        self.position(wanted.position);
        self.number("within_chars", wanted.within);
    }

    fn condition(&mut self, when: &Condition) {
        let mut parts: Vec<String> =
            when.field.iter().map(|of| format!("`{}`", field(*of))).collect();
        let words = when.terms.iter().take(SHOWN).chain(&when.pattern);
        parts.extend(words.map(|word| quote(self.lang, &clean(&word.value))));
        if !parts.is_empty() {
            self.line("when", &parts.join(", "));
        }
    }

    fn disclosure(&mut self, wanted: &Disclosure) {
        let deals: Vec<&str> = wanted.when.iter().map(|of| deal(*of)).collect();
        self.named("deals", &deals);
        self.words("labels", &wanted.labels);
        self.words("not_only", &wanted.not_only);
        self.position(wanted.position);
        self.number("fold_chars", wanted.fold_chars);
    }

    fn person(&mut self, wanted: &Person) {
        self.words("allow", &wanted.allow);
        self.words("forbid", &wanted.forbid);
        self.number("max_ratio", wanted.max_ratio);
    }

    fn inclusive(&mut self, wanted: &Inclusive) {
        if let Some(wanted) = wanted.form {
            self.word("form", form(wanted));
        }
        if let Some(sign) = &wanted.character {
            self.word("character", &sign.value);
        }
        self.swap(&wanted.swap);
    }

    fn caps(&mut self, wanted: &Caps) {
        self.number("max_words", wanted.max_words);
        self.number("max_ratio", wanted.max_ratio);
        self.number("min_len", wanted.min_len);
        self.words("acronyms", &wanted.acronyms);
    }

    fn punctuation(&mut self, wanted: &Punctuation) {
        self.number("max_exclamations", wanted.max_exclamations);
        self.number("max_run", wanted.max_run);
        match wanted.ellipsis {
            Some(Ellipsis::Character) => self.word("ellipsis", "…"),
            Some(Ellipsis::Dots) => self.word("ellipsis", "..."),
            None => {}
        }
        self.words("forbid", &wanted.forbid);
    }

    fn typography(&mut self, wanted: &Typography) {
        match wanted.spaces {
            Some(Spaces::Nbsp) => self.word("spaces", "nbsp"),
            Some(Spaces::Narrow) => self.word("spaces", "narrow"),
            Some(Spaces::Any) => self.word("spaces", "any"),
            None => {}
        }
        match wanted.apostrophe {
            Some(Apostrophe::Curly) => self.word("apostrophe", "curly"),
            Some(Apostrophe::Straight) => self.word("apostrophe", "straight"),
            None => {}
        }
        match wanted.marks {
            Some(Marks::Guillemets) => self.word("marks", "guillemets"),
            Some(Marks::Curly) => self.word("marks", "curly"),
            Some(Marks::Straight) => self.word("marks", "straight"),
            None => {}
        }
        self.yes("capitals", wanted.capitals);
        self.yes("ligatures", wanted.ligatures);
        self.yes("single_spaces", wanted.single_spaces);
        self.yes("units", wanted.units);
    }

    fn emoji(&mut self, wanted: &Emoji) {
        self.number("min", wanted.min);
        self.number("max", wanted.max);
        self.number("max_run", wanted.max_run);
        self.position(wanted.position);
        self.words("allow", &wanted.allow);
        self.words("forbid", &wanted.forbid);
        self.yes("not_bullets", wanted.not_bullets);
        self.yes("no_duplicate", wanted.no_duplicate);
    }

    fn hashtag(&mut self, wanted: &Hashtag) {
        self.number("min", wanted.min);
        self.number("max", wanted.max);
        self.words("required", &wanted.required);
        self.words("forbid", &wanted.forbid);
        match wanted.case {
            Some(TagCase::Camel) => self.word("case", "camel"),
            Some(TagCase::Lower) => self.word("case", "lower"),
            None => {}
        }
        self.position(wanted.position);
        self.yes("no_duplicate", wanted.no_duplicate);
    }

    fn count(&mut self, wanted: &Counting) {
        self.word("of", counted(wanted.of));
        match wanted.per {
            Extent::Sentence => self.word("per", "sentence"),
            Extent::Line => self.word("per", "line"),
            Extent::Post => {}
        }
        self.number("min", wanted.min);
        self.number("max", wanted.max);
        let without: Vec<&str> = wanted.without.iter().map(|of| left_out(*of)).collect();
        self.named("without", &without);
        self.words("patterns", &wanted.patterns);
    }

    fn consistency(&mut self, wanted: &Consistency) {
        for group in wanted.either.iter().take(SHOWN) {
            self.words("either", group);
        }
        match wanted.per {
            Per::Campaign => self.word("per", "campaign"),
            Per::Calendar => self.word("per", "calendar"),
            Per::Post => {}
        }
    }

    fn readability(&mut self, wanted: &Readability) {
        self.word(
            "formula",
            match wanted.formula {
                Formula::KandelMoles => "kandel-moles",
                Formula::Lix => "lix",
                Formula::Flesch => "flesch",
                Formula::FleschKincaid => "flesch-kincaid",
            },
        );
        for (key, bound) in [("min", wanted.min), ("max", wanted.max)] {
            if let Some(bound) = bound {
                self.line(key, &number(self.lang, bound));
            }
        }
        self.number("min_words", Some(wanted.min_words));
    }
}

/// The first of a list, and how many there are in all.
fn shortened(shown: Vec<String>, all: usize, lang: Lang) -> String {
    let text = shown.join(", ");
    if all <= shown.len() {
        return text;
    }
    let all = number(lang, i64::try_from(all).unwrap_or(i64::MAX));
    match lang {
        Lang::En => format!("{text} … ({all} in all)"),
        Lang::Fr => format!("{text} … ({all} en tout)"),
    }
}

const fn address(expect: Address) -> &'static str {
    match expect {
        Address::Tu => "tu",
        Address::Vous => "vous",
        Address::Consistent => "consistent",
        Address::Nobody => "none",
        Address::Any => "any",
    }
}

const fn field(field: Field) -> &'static str {
    match field {
        Field::Link => "link",
        Field::Media => "media",
        Field::Partnership => "partnership",
        Field::Hashtags => "hashtags",
        Field::Mentions => "mentions",
        Field::Cta => "cta",
        Field::Campaign => "campaign",
        Field::Source => "source",
    }
}

const fn deal(deal: Deal) -> &'static str {
    match deal {
        Deal::Paid => "paid",
        Deal::Gift => "gift",
        Deal::Affiliate => "affiliate",
        Deal::AiImage => "ai-image",
    }
}

const fn form(form: InclusiveForm) -> &'static str {
    match form {
        InclusiveForm::PointMedian => "point-median",
        InclusiveForm::Doublet => "doublet",
        InclusiveForm::Epicene => "epicene",
        InclusiveForm::Nothing => "none",
    }
}

const fn left_out(without: Without) -> &'static str {
    match without {
        Without::Hashtags => "hashtags",
        Without::Mentions => "mentions",
        Without::Links => "links",
        Without::Emoji => "emoji",
        Without::Signature => "signature",
        Without::Quotes => "quotes",
    }
}

const fn counted(of: Counted) -> &'static str {
    match of {
        Counted::Char => "char",
        Counted::Word => "word",
        Counted::Sentence => "sentence",
        Counted::Line => "line",
        Counted::Emoji => "emoji",
        Counted::Exclamation => "exclamation",
        Counted::Question => "question",
        Counted::Comma => "comma",
        Counted::Ellipsis => "ellipsis",
        Counted::Hashtag => "hashtag",
        Counted::Mention => "mention",
        Counted::Link => "link",
        Counted::CapsWord => "caps-word",
        Counted::Semicolon => "semicolon",
        Counted::Pattern => "pattern",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load;
    use crate::source::Sources;
    use std::path::Path;

    fn told(rule: &str, lang: Lang) -> String {
        let text = format!(
            "[calendar]\nname = \"A\"\ntimezone = \"UTC\"\n[[tone.rule]]\nid = \"a\"\n{rule}\n"
        );
        let loaded = load::from_text(&text, Path::new("."), &mut Sources::default()).unwrap();
        assert!(loaded.findings.is_empty(), "{:?}", loaded.findings);
        asks(&loaded.workspace.unwrap().tone.rules[0].demand, lang).join("\n")
    }

    #[test]
    fn what_is_asked_for_is_told_key_by_key() {
        assert_eq!(
            told("kind = \"forbid\"\nterms = [\"promo\", \"top\"]\nword = false", Lang::Fr),
            "Mots et expressions (`terms`)\u{a0}: «\u{a0}promo\u{a0}», «\u{a0}top\u{a0}»\n\
             Mots entiers seulement (`word`)\u{a0}: non"
        );
        let swap = told("kind = \"replace\"\nswap = { a = \"b|c\", d = \"\" }", Lang::En);
        assert!(swap.contains("(`swap`): “a” → “b” or “c”, “d” → nothing"), "{swap}");
        let count =
            told("kind = \"count\"\nof = \"word\"\nmax = 3\nwithout = [\"hashtags\"]", Lang::Fr);
        for words in ["(`of`)\u{a0}: `word`", "(`max`)\u{a0}: 3", "(`without`)\u{a0}: `hashtags`"] {
            assert!(count.contains(words), "{count}");
        }
        let many: Vec<String> = (0..40).map(|n| format!("\"mot{n}\"")).collect();
        let many = told(&format!("kind = \"forbid\"\nterms = [{}]", many.join(",")), Lang::Fr);
        assert!(many.ends_with("… (40 en tout)"), "{many}");
    }
}
