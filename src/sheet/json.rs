//! Lists in JSON as tables: an object is a row, its keys are columns.
//!
//! What is nested deeper is not looked into; its cell only says that something is there.

use super::{Cell, Grid, MAX_COLUMNS, NotATable};
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;

/// The largest number below which every whole number is exact in a cell.
const EXACT: u64 = 1 << 53;

/// The list of objects in a text, with its keys as the first row.
///
/// The text is a list, objects one after the other, or an object with a list under one of the `wanted` keys. Of an object
/// without one the keys alone come back, so that it can be told what it is.
///
/// # Errors
/// When it is no JSON, or neither a list nor an object.
pub fn list(text: &str, wanted: &[&str]) -> Result<Grid, NotATable> {
    let broken = |_| NotATable::BrokenJson;
    let mut maker = Maker::new(wanted);
    let mut json = serde_json::Deserializer::from_str(text);
    Root(&mut maker).deserialize(&mut json).map_err(broken)?;
    if json.end().is_err() {
        // One object after the other: JSON lines.
        maker = Maker::new(wanted);
        json = serde_json::Deserializer::from_str(text);
        while json.end().is_err() {
            Item(&mut maker).deserialize(&mut json).map_err(broken)?;
        }
    }
    let names = maker.names.into_iter().map(|name| Cell::Text(Cow::Owned(name)));
    Ok(maker.grid.with_first(names.collect()))
}

/// What is made of the text so far.
struct Maker<'w> {
    wanted: &'w [&'w str],
    columns: HashMap<String, usize>,
    names: Vec<String>,
    grid: Grid,
    row: usize,
}

impl<'w> Maker<'w> {
    fn new(wanted: &'w [&'w str]) -> Self {
        Self { wanted, columns: HashMap::new(), names: Vec::new(), grid: Grid::default(), row: 0 }
    }

    fn column(&mut self, key: String) -> usize {
        let next = self.names.len();
        let column = *self.columns.entry(key.clone()).or_insert(next.min(MAX_COLUMNS));
        if column == next && next < MAX_COLUMNS {
            self.names.push(key);
        }
        column
    }
}

/// The whole text.
struct Root<'m, 'w>(&'m mut Maker<'w>);

impl<'de> DeserializeSeed<'de> for Root<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Root<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of objects")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while list.next_element_seed(Item(&mut *self.0))?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut keys = Vec::new();
        while let Some(key) = map.next_key::<String>()? {
            if self.0.wanted.contains(&key.as_str()) && self.0.row == 0 {
                map.next_value_seed(Root(&mut *self.0))?;
            } else {
                map.next_value::<IgnoredAny>()?;
                keys.push(key);
            }
        }
        if self.0.row == 0 && self.0.names.is_empty() {
            keys.truncate(MAX_COLUMNS);
            self.0.names = keys;
        }
        Ok(())
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<(), E> {
        Err(E::custom("no list"))
    }
}

/// One element of the list.
struct Item<'m, 'w>(&'m mut Maker<'w>);

impl<'de> DeserializeSeed<'de> for Item<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Item<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut room = true;
        while let Some(key) = map.next_key::<String>()? {
            let cell = map.next_value_seed(Scalar)?;
            let column = self.0.column(key);
            room &= self.0.grid.put(column, cell);
        }
        self.0.row += 1;
        room &= self.0.grid.end_row(self.0.row);
        if room { Ok(()) } else { Err(A::Error::custom("too many cells")) }
    }
}

/// A value of an object.
struct Scalar;

impl<'de> DeserializeSeed<'de> for Scalar {
    type Value = Cell<'static>;

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<Cell<'static>, D::Error> {
        json.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Scalar {
    type Value = Cell<'static>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E: Error>(self) -> Result<Cell<'static>, E> {
        Ok(Cell::Empty)
    }

    fn visit_bool<E: Error>(self, flag: bool) -> Result<Cell<'static>, E> {
        Ok(Cell::Flag(flag))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Cell<'static>, E> {
        let text = number.to_string();
        Ok(match text.parse() {
            Ok(exact) if number <= EXACT => Cell::Number(exact),
            // An id, to its last digit.
            _ => Cell::Text(Cow::Owned(text)),
        })
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Cell<'static>, E> {
        Ok(Cell::Text(Cow::Owned(number.to_string())))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Cell<'static>, E> {
        Ok(Cell::Number(number))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Cell<'static>, E> {
        Ok(match text {
            "" => Cell::Empty,
            _ => Cell::Text(Cow::Owned(text.to_owned())),
        })
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Cell<'static>, A::Error> {
        let mut any = false;
        while list.next_element::<IgnoredAny>()?.is_some() {
            any = true;
        }
        Ok(if any { Cell::Text(Cow::Borrowed("[…]")) } else { Cell::Empty })
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Cell<'static>, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Cell::Text(Cow::Borrowed("{…}")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Result<Vec<Vec<String>>, NotATable> {
        let grid = list(text, &["statuses"])?;
        let text = |cell: &Cell<'_>| cell.borrowed().text().into_owned();
        Ok(grid.rows().map(|(_, cells)| cells.iter().map(text).collect()).collect())
    }

    #[test]
    fn keys_become_columns() {
        let text = r#"[{"id": 18446744073709551615, "a": null}, {"a": 2, "b": {"c": [1]}, "d": [], "e": true}]"#;
        let expected = [
            vec!["id", "a", "b", "d", "e"],
            vec!["18446744073709551615", ""],
            vec!["", "2", "{…}", "", "true"],
        ];
        assert_eq!(rows(text).unwrap(), expected);
        let archive = r#"{"favourites": [{"z": 1}], "statuses": [{"a": "x"}]}"#;
        assert_eq!(rows(archive).unwrap(), [["a"], ["x"]]);
        assert_eq!(rows(r#"{"orderedItems": [1], "b": 2}"#).unwrap(), [["orderedItems", "b"]]);
    }

    #[test]
    fn lines_of_objects_are_a_list() {
        let text = "{\"a\": 1}\n{\"a\": 2, \"b\": \"x\"}\r\n\n";
        assert_eq!(rows(text).unwrap(), [vec!["a", "b"], vec!["1"], vec!["2", "x"]]);
        assert_eq!(rows("{\"a\": 1}\n{\"a\": "), Err(NotATable::BrokenJson));
        assert_eq!(rows("[{\"a\": 1}] and more"), Err(NotATable::BrokenJson));
    }

    #[test]
    fn the_rest_is_refused() {
        let deep = "[".repeat(100_000);
        for text in ["[1]", "[[]]", "\"a\"", "3", "[{\"a\":", "", deep.as_str()] {
            assert_eq!(rows(text), Err(NotATable::BrokenJson), "{}", text.len());
        }
        assert_eq!(rows("[]").unwrap(), Vec::<Vec<String>>::new());
    }
}
