//! A share as a bar: what is out is solid, what is planned lighter, and a tick stands at the target.

use super::view::Row;
use crate::render::plan::Ink;

/// The bar of a share in so many cells. `most` is what the whole bar stands for, in tenths of a
/// percent. The tick stands before the cell where the target is passed, so that a bar that reaches
/// it touches it.
pub(super) fn bar(row: &Row, cells: usize, most: i64, ink: Ink) -> String {
    let out = place(row.published, cells, most);
    let end = place(row.published + row.planned, cells, most).max(out);
    let end = end.max(usize::from(row.published + row.planned > 0));
    let tick = place(row.target, cells, most).min(cells);
    let [solid, light, empty, mark] = match ink {
        Ink::Unicode => ["█", "▒", "·", "│"],
        Ink::Ascii => ["#", "=", ".", "|"],
    };
    let mut drawn = String::new();
    for cell in 0..=cells {
        if cell == tick {
            drawn.push_str(mark);
        }
        if cell < cells {
            drawn.push_str(match cell {
                cell if cell < out => solid,
                cell if cell < end => light,
                _ => empty,
            });
        }
    }
    drawn
}

/// What the signs of a bar mean: solid, lighter, tick.
pub(super) const fn signs(ink: Ink) -> [&'static str; 3] {
    match ink {
        Ink::Unicode => ["█", "▒", "│"],
        Ink::Ascii => ["#", "=", "|"],
    }
}

/// A part of the bar in cells, to the nearest.
fn place(tenths: i64, cells: usize, most: i64) -> usize {
    let whole = i64::try_from(cells).unwrap_or(i64::MAX / 10_000);
    let most = most.max(1);
    usize::try_from((tenths.max(0) * whole + most / 2) / most).unwrap_or(cells).min(cells)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Judgement;

    fn row(published: i64, planned: i64, target: i64) -> Row {
        Row {
            name: String::new(),
            published,
            planned,
            target,
            count: String::new(),
            share: String::new(),
            wanted: String::new(),
            verdict: "",
            judgement: Judgement::On,
        }
    }

    #[test]
    fn what_is_out_is_solid_and_the_tick_is_at_the_target() {
        assert_eq!(bar(&row(200, 300, 700), 10, 1_000, Ink::Ascii), "##===..|...");
        assert_eq!(bar(&row(200, 300, 300), 10, 1_000, Ink::Ascii), "##=|==.....");
        assert_eq!(bar(&row(0, 0, 0), 4, 1_000, Ink::Ascii), "|....");
        assert_eq!(bar(&row(1_000, 0, 1_000), 4, 1_000, Ink::Ascii), "####|");
        assert_eq!(bar(&row(0, 1, 250), 4, 1_000, Ink::Unicode), "▒│···");
    }
}
