//! What each kind of rule asks for, read from its keys.

use super::super::reader::Row;
use super::super::scalar;
use crate::model::Mark;
use crate::model::tone::{
    Address, AddressRule, Apostrophe, Bounds, Caps, Claims, Condition, Consistency, Counted,
    Counting, Deal, Demand, Disclosure, Ellipsis, Emoji, Extent, Field, Forbid, Forms, Formula,
    Hashtag, Inclusive, InclusiveForm, Language, LetterCase, Marks, Matching, Needs, Per, Person,
    Position, Punctuation, Readability, Repeat, Replace, Require, Spaces, TagCase, Typography,
    Without,
};
use crate::source::{At, Loc, SourceId, Span};

/// What a rule of this kind asks for; nothing for a kind that does not exist.
pub(super) fn read(kind: &str, row: Row<'_, '_>, source: SourceId) -> Option<Demand> {
    Some(match kind {
        "forbid" => Demand::Forbid(Forbid {
            terms: words(row, "terms"),
            patterns: words(row, "patterns"),
            matching: matching(row),
        }),
        "replace" => Demand::Replace(Replace { swap: swap(row, source), matching: matching(row) }),
        "claims" => Demand::Claims(Claims {
            terms: words(row, "terms"),
            patterns: words(row, "patterns"),
            matching: matching(row),
            needs: row.has("needs").then_some(Needs::Proof),
        }),
        "require" => Demand::Require(Require {
            when: row.row("when").map_or_else(Condition::default, condition),
            any_of: words(row, "any_of"),
            patterns: words(row, "patterns"),
            position: position(row),
            within: number(row, "within_chars"),
        }),
        "disclosure" => Demand::Disclosure(disclosure(row)),
        "address" => Demand::Address(AddressRule { expect: address(row)? }),
        "person" => Demand::Person(Person {
            allow: words(row, "allow"),
            forbid: words(row, "forbid"),
            max_ratio: number(row, "max_ratio"),
        }),
        "inclusive" => Demand::Inclusive(Inclusive {
            form: form(row),
            character: row.words("character"),
            swap: swap(row, source),
        }),
        "caps" => Demand::Caps(Caps {
            max_words: number(row, "max_words"),
            max_ratio: number(row, "max_ratio"),
            min_len: number(row, "min_len"),
            acronyms: words(row, "acronyms"),
        }),
        "punctuation" => Demand::Punctuation(Punctuation {
            max_exclamations: number(row, "max_exclamations"),
            max_run: number(row, "max_run"),
            ellipsis: match row.plain("ellipsis").as_deref() {
                Some("…") => Some(Ellipsis::Character),
                Some("...") => Some(Ellipsis::Dots),
                _ => None,
            },
            forbid: words(row, "forbid"),
        }),
        "typography" => Demand::Typography(typography(row)),
        "emoji" => Demand::Emoji(emoji(row)),
        "hashtag" => Demand::Hashtag(hashtag(row)),
        "styled-unicode" => Demand::StyledUnicode,
        "count" => Demand::Count(counting(row)),
        "repeat" => Demand::Repeat(Repeat { window: number(row, "window").unwrap_or(1) }),
        "consistency" => Demand::Consistency(consistency(row, source)),
        "readability" => Demand::Readability(readability(row)),
        "language" => Demand::Language(Language { expect: row.plain("expect") }),
        _ => return None,
    })
}

fn words(row: Row<'_, '_>, key: &str) -> Vec<Loc<String>> {
    row.list(key).unwrap_or_default()
}

fn number(row: Row<'_, '_>, key: &str) -> Option<u32> {
    row.count(key).map(|count| count.value)
}

/// Whether a switch that is on unless set has been set off.
fn is_off(row: Row<'_, '_>, key: &str) -> bool {
    row.has(key) && row.mark(key) == Mark::No
}

fn matching(row: Row<'_, '_>) -> Matching {
    Matching {
        case: match (row.has("ignore_case"), is_off(row, "ignore_case")) {
            (true, true) => LetterCase::Exact,
            (true, false) => LetterCase::Ignored,
            (false, _) => LetterCase::Any,
        },
        bounds: if is_off(row, "word") { Bounds::Anywhere } else { Bounds::Words },
        forms: if is_off(row, "inflect") { Forms::Exact } else { Forms::Inflected },
    }
}

fn swap(row: Row<'_, '_>, source: SourceId) -> Vec<(Loc<String>, Loc<String>)> {
    row.entries("swap")
        .filter_map(|(from, to)| {
            let text = to.get_ref().as_str()?.to_owned();
            Some((from, Loc::new(text, At { source, span: Span::new(to.span()) })))
        })
        .collect()
}

fn condition(row: Row<'_, '_>) -> Condition {
    Condition {
        field: match row.plain("field").as_deref() {
            Some("link") => Some(Field::Link),
            Some("media") => Some(Field::Media),
            Some("partnership") => Some(Field::Partnership),
            Some("hashtags") => Some(Field::Hashtags),
            Some("mentions") => Some(Field::Mentions),
            Some("cta") => Some(Field::Cta),
            Some("campaign") => Some(Field::Campaign),
            Some("source") => Some(Field::Source),
            _ => None,
        },
        terms: words(row, "terms"),
        pattern: row.words("pattern"),
    }
}

fn position(row: Row<'_, '_>) -> Position {
    match row.plain("position").as_deref() {
        Some("start") => Position::Start,
        Some("first-line") => Position::FirstLine,
        Some("before-fold") => Position::BeforeFold,
        Some("last-line") => Position::LastLine,
        Some("end") => Position::End,
        _ => Position::Anywhere,
    }
}

fn disclosure(row: Row<'_, '_>) -> Disclosure {
    let deals = row.plain_list("deals");
    let deals = deals.iter().filter_map(|deal| match deal.as_str() {
        "paid" => Some(Deal::Paid),
        "gift" => Some(Deal::Gift),
        "affiliate" => Some(Deal::Affiliate),
        "ai-image" => Some(Deal::AiImage),
        _ => None,
    });
    Disclosure {
        when: deals.collect(),
        labels: words(row, "labels"),
        position: position(row),
        fold_chars: number(row, "fold_chars"),
        not_only: words(row, "not_only"),
    }
}

fn address(row: Row<'_, '_>) -> Option<Address> {
    match row.plain("expect").as_deref() {
        Some("tu") => Some(Address::Tu),
        Some("vous") => Some(Address::Vous),
        Some("consistent") => Some(Address::Consistent),
        Some("none") => Some(Address::Nobody),
        _ => None,
    }
}

fn form(row: Row<'_, '_>) -> Option<InclusiveForm> {
    match row.plain("form").as_deref() {
        Some("point-median") => Some(InclusiveForm::PointMedian),
        Some("doublet") => Some(InclusiveForm::Doublet),
        Some("epicene") => Some(InclusiveForm::Epicene),
        Some("none") => Some(InclusiveForm::Nothing),
        _ => None,
    }
}

fn typography(row: Row<'_, '_>) -> Typography {
    Typography {
        spaces: match row.plain("spaces").as_deref() {
            Some("nbsp") => Some(Spaces::Nbsp),
            Some("narrow") => Some(Spaces::Narrow),
            Some("any") => Some(Spaces::Any),
            _ => None,
        },
        apostrophe: match row.plain("apostrophe").as_deref() {
            Some("curly") => Some(Apostrophe::Curly),
            Some("straight") => Some(Apostrophe::Straight),
            _ => None,
        },
        marks: match row.plain("marks").as_deref() {
            Some("guillemets") => Some(Marks::Guillemets),
            Some("curly") => Some(Marks::Curly),
            Some("straight") => Some(Marks::Straight),
            _ => None,
        },
        capitals: if row.has("capitals") { Mark::Yes } else { Mark::No },
        ligatures: row.mark("ligatures"),
        single_spaces: row.mark("single_spaces"),
        units: row.mark("units"),
    }
}

fn emoji(row: Row<'_, '_>) -> Emoji {
    Emoji {
        min: number(row, "min"),
        max: number(row, "max"),
        max_run: number(row, "max_run"),
        position: position(row),
        allow: words(row, "allow"),
        forbid: words(row, "forbid"),
        not_bullets: row.mark("not_bullets"),
        no_duplicate: row.mark("no_duplicate"),
    }
}

fn hashtag(row: Row<'_, '_>) -> Hashtag {
    Hashtag {
        min: number(row, "min"),
        max: number(row, "max"),
        required: words(row, "required"),
        forbid: words(row, "forbid"),
        case: match row.plain("case").as_deref() {
            Some("camel") => Some(TagCase::Camel),
            Some("lower") => Some(TagCase::Lower),
            _ => None,
        },
        position: position(row),
        no_duplicate: row.mark("no_duplicate"),
    }
}

fn counting(row: Row<'_, '_>) -> Counting {
    let without = row.plain_list("without");
    let without = without.iter().filter_map(|word| match word.as_str() {
        "hashtags" => Some(Without::Hashtags),
        "mentions" => Some(Without::Mentions),
        "links" => Some(Without::Links),
        "emoji" => Some(Without::Emoji),
        "signature" => Some(Without::Signature),
        "quotes" => Some(Without::Quotes),
        _ => None,
    });
    Counting {
        of: counted(row),
        per: match row.plain("per").as_deref() {
            Some("sentence") => Extent::Sentence,
            Some("line") => Extent::Line,
            _ => Extent::Post,
        },
        min: number(row, "min"),
        max: number(row, "max"),
        without: without.collect(),
        patterns: words(row, "patterns"),
    }
}

/// What is counted: letters unless set, or the patterns where there are some.
fn counted(row: Row<'_, '_>) -> Counted {
    match row.plain("of").as_deref() {
        Some("word") => Counted::Word,
        Some("sentence") => Counted::Sentence,
        Some("line") => Counted::Line,
        Some("emoji") => Counted::Emoji,
        Some("exclamation") => Counted::Exclamation,
        Some("question") => Counted::Question,
        Some("comma") => Counted::Comma,
        Some("ellipsis") => Counted::Ellipsis,
        Some("hashtag") => Counted::Hashtag,
        Some("mention") => Counted::Mention,
        Some("link") => Counted::Link,
        Some("caps-word") => Counted::CapsWord,
        Some("semicolon") => Counted::Semicolon,
        Some("pattern") => Counted::Pattern,
        None if row.has("patterns") => Counted::Pattern,
        _ => Counted::Char,
    }
}

fn consistency(row: Row<'_, '_>, source: SourceId) -> Consistency {
    let group = |items: &super::super::validate::Value<'_>| {
        let items = items.get_ref().as_array().into_iter().flat_map(|items| items.iter());
        items
            .filter_map(|item| {
                let text = scalar::words(item.get_ref()).ok()?.to_owned();
                Some(Loc::new(text, At { source, span: Span::new(item.span()) }))
            })
            .collect()
    };
    Consistency {
        either: row.items("either").map(group).collect(),
        per: match row.plain("per").as_deref() {
            Some("campaign") => Per::Campaign,
            Some("calendar") => Per::Calendar,
            _ => Per::Post,
        },
    }
}

fn readability(row: Row<'_, '_>) -> Readability {
    let bound = |key| row.int(key, 0, 1_000_000);
    Readability {
        formula: match row.plain("formula").as_deref() {
            Some("kandel-moles") => Formula::KandelMoles,
            Some("flesch") => Formula::Flesch,
            Some("flesch-kincaid") => Formula::FleschKincaid,
            _ => Formula::Lix,
        },
        min: bound("min"),
        max: bound("max"),
        min_words: number(row, "min_words").unwrap_or(30),
    }
}
