//! Tables as the readers see them: typed, with places, and silent.
//!
//! What does not fit was reported by the validator; here it is simply absent.

use super::scalar;
use super::shape::TimeOf;
use super::validate::{Name, Value};
use crate::model::{Mark, Moment};
use crate::source::{At, Loc, SourceId, Span};
use crate::time::{Days, Lapse, When};
use chrono::{NaiveDate, NaiveTime};
use toml::de::{DeTable, DeValue};

/// A table of a document.
#[derive(Clone, Copy)]
pub(super) struct Row<'t, 'i> {
    table: &'t DeTable<'i>,
    source: SourceId,
    at: At,
}

impl<'t, 'i> Row<'t, 'i> {
    /// The whole of a document.
    pub(super) fn document(table: &'t DeTable<'i>, source: SourceId) -> Self {
        Self { table, source, at: At { source, span: Span::new(0..0) } }
    }

    /// Where the table is written: its header, its braces, or its dotted key.
    pub(super) fn at(&self) -> At {
        self.at
    }

    fn place(&self, span: std::ops::Range<usize>) -> At {
        At { source: self.source, span: Span::new(span) }
    }

    fn read<T>(
        &self,
        key: &str,
        read: impl FnOnce(&'t DeValue<'i>) -> Option<T>,
    ) -> Option<Loc<T>> {
        let value = self.table.get(key)?;
        read(value.get_ref()).map(|read| Loc::new(read, self.place(value.span())))
    }

    /// Whether the key is there at all.
    pub(super) fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// Its keys, with their places.
    pub(super) fn keys(&self) -> impl Iterator<Item = (&'t str, At)> + use<'t, 'i> {
        let source = self.source;
        self.table.iter().map(move |(name, _)| {
            (name.get_ref().as_ref(), At { source, span: Span::new(Name::span(name)) })
        })
    }

    /// Where the key's value is.
    pub(super) fn value_at(&self, key: &str) -> Option<At> {
        self.table.get(key).map(|value| self.place(value.span()))
    }

    /// Text with something in it, trimmed of nothing.
    pub(super) fn words(&self, key: &str) -> Option<Loc<String>> {
        self.read(key, |v| scalar::words(v).ok().map(str::to_owned))
    }

    /// Any text.
    pub(super) fn text(&self, key: &str) -> Option<Loc<String>> {
        self.read(key, |v| scalar::text(v).ok().map(str::to_owned))
    }

    /// Any text, without its place.
    pub(super) fn plain(&self, key: &str) -> Option<String> {
        self.text(key).map(|text| text.value)
    }

    /// An id.
    pub(super) fn id(&self, key: &str) -> Option<Loc<String>> {
        self.read(key, |v| scalar::id(v).ok().map(str::to_owned))
    }

    /// `true` or `false`; absent is no.
    pub(super) fn mark(&self, key: &str) -> Mark {
        match self.table.get(key).map(|v| scalar::boolean(v.get_ref())) {
            Some(Ok(true)) => Mark::Yes,
            _ => Mark::No,
        }
    }

    /// A whole number from 0.
    pub(super) fn count(&self, key: &str) -> Option<Loc<u32>> {
        self.read(key, |v| u32::try_from(scalar::int(v, 0, i64::from(u32::MAX)).ok()?).ok())
    }

    /// A whole number in a range.
    pub(super) fn int(&self, key: &str, min: i64, max: i64) -> Option<i64> {
        scalar::int(self.table.get(key)?.get_ref(), min, max).ok()
    }

    /// A date of any precision.
    pub(super) fn date(&self, key: &str) -> Option<Loc<When>> {
        self.read(key, |v| scalar::date(v).ok())
    }

    /// One day.
    pub(super) fn day(&self, key: &str) -> Option<Loc<NaiveDate>> {
        self.read(key, |v| scalar::day(v).ok())
    }

    /// A day or a stretch of days.
    pub(super) fn day_range(&self, key: &str) -> Option<(NaiveDate, NaiveDate)> {
        scalar::day_range(self.table.get(key)?.get_ref()).ok()
    }

    /// A time of day.
    pub(super) fn time(&self, key: &str) -> Option<Loc<NaiveTime>> {
        self.read(key, |v| scalar::time(v).ok())
    }

    /// A time of day in seconds; the end of a stretch may be 24:00.
    pub(super) fn seconds(&self, key: &str, end: TimeOf) -> Option<Loc<u32>> {
        self.read(key, |v| scalar::time_of_day(v, end).ok())
    }

    /// A date and a time.
    pub(super) fn moment(&self, key: &str) -> Option<Loc<Moment>> {
        self.read(key, |v| scalar::moment(v).ok())
    }

    /// A length of time.
    pub(super) fn lapse(&self, key: &str) -> Option<Loc<Lapse>> {
        self.read(key, |v| scalar::lapse(v).ok())
    }

    /// Days of the week.
    pub(super) fn days(&self, key: &str) -> Option<Days> {
        scalar::days(self.table.get(key)?.get_ref()).ok()
    }

    /// Anything that one of the scalar readings understands.
    pub(super) fn scalar<T, E>(
        &self,
        key: &str,
        read: impl FnOnce(&'t DeValue<'i>) -> Result<T, E>,
    ) -> Option<Loc<T>> {
        self.read(key, |v| read(v).ok())
    }

    /// A table under a key.
    pub(super) fn row(&self, key: &str) -> Option<Row<'t, 'i>> {
        let value = self.table.get(key)?;
        Row::of(value, self.source)
    }

    /// The tables of a list.
    pub(super) fn rows(&self, key: &str) -> impl Iterator<Item = Row<'t, 'i>> + use<'t, 'i> {
        let source = self.source;
        self.items(key).filter_map(move |value| Row::of(value, source))
    }

    /// The elements of a list.
    pub(super) fn items(&self, key: &str) -> impl Iterator<Item = &'t Value<'i>> + use<'t, 'i> {
        let list = self.table.get(key).and_then(|value| value.get_ref().as_array());
        list.into_iter().flat_map(|list| list.iter())
    }

    /// The texts of a list that have something in them, with their places; `None` without the key.
    pub(super) fn list(&self, key: &str) -> Option<Vec<Loc<String>>> {
        self.has(key).then(|| {
            self.items(key)
                .filter_map(|value| {
                    let text = scalar::text(value.get_ref()).ok()?;
                    Some(Loc::new(text.to_owned(), self.place(value.span())))
                })
                .collect()
        })
    }

    /// The texts of a list, without their places; empty without the key.
    pub(super) fn plain_list(&self, key: &str) -> Vec<String> {
        self.list(key).into_iter().flatten().map(|text| text.value).collect()
    }

    /// The entries of a table whose keys are the user's: the key with its place, and the value.
    pub(super) fn entries(
        &self,
        key: &str,
    ) -> impl Iterator<Item = (Loc<String>, &'t Value<'i>)> + use<'t, 'i> {
        let table = self.table.get(key).and_then(|value| value.get_ref().as_table());
        let source = self.source;
        table.into_iter().flat_map(|table| table.iter()).map(move |(name, value)| {
            let at = At { source, span: Span::new(Name::span(name)) };
            (Loc::new(name.get_ref().to_string(), at), value)
        })
    }

    /// The entries of a table whose keys are the user's and whose values are texts.
    pub(super) fn texts(&self, key: &str) -> Vec<(Loc<String>, Loc<String>)> {
        let text = |value: &Value<'i>| {
            let text = value.get_ref().as_str()?.to_owned();
            Some(Loc::new(text, self.place(value.span())))
        };
        self.entries(key).filter_map(|(name, value)| Some((name, text(value)?))).collect()
    }

    /// The entries of a table whose keys are the user's and whose values are tables.
    pub(super) fn named_rows(
        &self,
        key: &str,
    ) -> impl Iterator<Item = (Loc<String>, Row<'t, 'i>)> + use<'t, 'i> {
        let source = self.source;
        self.entries(key).filter_map(move |(name, value)| Some((name, Row::of(value, source)?)))
    }

    fn of(value: &'t Value<'i>, source: SourceId) -> Option<Self> {
        let table = value.get_ref().as_table()?;
        Some(Self { table, source, at: At { source, span: Span::new(value.span()) } })
    }
}
