//! Every fault of a document against its shape, in one walk.
//!
//! The walk builds nothing: it knows the shape and the single values, and hands each fault to
//! [`Faults`]. What fits is read afterwards by the readers, which stay silent.

use super::faults::{Faults, Kept};
use super::scalar;
use super::shape::{Key, Kind, Names, Need, Shape};
use crate::source::{At, SourceId, Span};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A value with its span.
pub(super) type Value<'i> = Spanned<DeValue<'i>>;
/// A key with its span.
pub(super) type Name<'i> = Spanned<std::borrow::Cow<'i, str>>;

/// Checks a whole document against its shape.
pub(super) fn document(
    table: &DeTable<'_>,
    source: SourceId,
    shape: &'static Shape,
    faults: &mut Faults,
) {
    let walk = Walk { source };
    walk.table(table, None, shape, faults);
}

struct Walk {
    source: SourceId,
}

impl Walk {
    fn at(&self, span: Range<usize>) -> At {
        At { source: self.source, span: Span::new(span) }
    }

    /// `header` is the place to point at for what is missing; the file for a whole document.
    fn table(
        &self,
        table: &DeTable<'_>,
        header: Option<At>,
        shape: &'static Shape,
        faults: &mut Faults,
    ) {
        for (name, value) in table {
            match shape.key(name.get_ref()) {
                Some(key) => self.value(value, &key.kind, key, faults),
                None => faults.unknown_key(self.at(name.span()), name.get_ref(), value, shape),
            }
        }
        for key in shape.keys.iter().filter(|key| key.need == Need::Required) {
            if !table.contains_key(key.name) {
                faults.missing_key(self.source, header, key, shape);
            }
        }
    }

    fn value(
        &self,
        value: &Value<'_>,
        kind: &'static Kind,
        key: &'static Key,
        faults: &mut Faults,
    ) {
        let at = self.at(value.span());
        match kind {
            Kind::Any => {}
            Kind::OneOf(kinds) => self.one_of(value, kinds, key, faults),
            Kind::List(inner) => match value.get_ref() {
                DeValue::Array(items) => {
                    for item in items.iter() {
                        self.item(item, inner, key, faults);
                    }
                }
                DeValue::Table(_) if matches!(inner, Kind::Table(_)) => {
                    faults.single_table(at, key);
                }
                _ => faults.wrong_type(at, key, kind, value.get_ref()),
            },
            Kind::Table(shape) => match value.get_ref() {
                DeValue::Table(table) => self.table(table, Some(at), shape, faults),
                _ => faults.wrong_type(at, key, kind, value.get_ref()),
            },
            Kind::Map(names, inner) => match value.get_ref() {
                DeValue::Table(table) => self.map(table, *names, inner, key, faults),
                _ => faults.wrong_type(at, key, kind, value.get_ref()),
            },
            Kind::Days if value.get_ref().as_array().is_some_and(|days| !days.is_empty()) => {
                for day in value.get_ref().as_array().into_iter().flat_map(|days| days.iter()) {
                    if let Err(fault) = scalar::check(kind, day.get_ref()) {
                        faults.scalar(self.at(day.span()), key, kind, day.get_ref(), &fault);
                    }
                }
            }
            _ => {
                if let Err(fault) = scalar::check(kind, value.get_ref()) {
                    faults.scalar(at, key, kind, value.get_ref(), &fault);
                }
            }
        }
    }

    /// An element of a list; posts name themselves to the faults inside them.
    fn item(&self, item: &Value<'_>, kind: &'static Kind, key: &'static Key, faults: &mut Faults) {
        let is_post = matches!(kind, Kind::Table(shape) if shape.name == "post");
        let id =
            item.get_ref().as_table().and_then(|t| t.get("id")).and_then(|v| v.get_ref().as_str());
        let kept: Kept = if is_post { faults.enter_post(id) } else { Kept::default() };
        self.value(item, kind, key, faults);
        faults.leave(kept);
    }

    fn map(
        &self,
        table: &DeTable<'_>,
        names: Names,
        inner: &'static Kind,
        key: &'static Key,
        faults: &mut Faults,
    ) {
        for (name, value) in table {
            if names == Names::Ids && !scalar::is_id(name.get_ref()) {
                faults.bad_id(self.at(name.span()), name.get_ref());
            }
            match value.get_ref() {
                // `tone.caps = "off"` without quotes is a table to TOML.
                DeValue::Table(dotted) if names == Names::Rules => {
                    self.map(dotted, names, inner, key, faults);
                }
                _ if names == Names::Rules => self.level(name, value, inner, key, faults),
                _ => self.value(value, inner, key, faults),
            }
        }
    }

    /// The level of a rule: its fault names the rule.
    fn level(
        &self,
        name: &Name<'_>,
        value: &Value<'_>,
        kind: &'static Kind,
        key: &'static Key,
        faults: &mut Faults,
    ) {
        if let Err(fault) = scalar::check(kind, value.get_ref()) {
            faults.scalar_of(
                self.at(value.span()),
                name.get_ref(),
                (key, kind),
                value.get_ref(),
                &fault,
            );
        }
    }

    /// The kind that fits the type of the value; the last one where none does.
    fn one_of(
        &self,
        value: &Value<'_>,
        kinds: &'static [Kind],
        key: &'static Key,
        faults: &mut Faults,
    ) {
        let fits = |kind: &&Kind| match (kind, value.get_ref()) {
            (Kind::Table(_), DeValue::Table(_)) | (Kind::Bool, DeValue::Boolean(_)) => true,
            (Kind::Table(_) | Kind::Bool, _) => false,
            (_, DeValue::String(_)) => true,
            _ => false,
        };
        match kinds.iter().find(fits) {
            Some(kind) => self.value(value, kind, key, faults),
            None => {
                let at = self.at(value.span());
                faults.wrong_type(at, key, &key.kind, value.get_ref());
            }
        }
    }
}
