//! Files that look like posts and are none: totals by day, headers alone; and dates that are none.

use super::tests::{one, recalled};
use super::*;
use std::fmt::Write;

/// A table of so many days from 15 May 2026 on, made of a head and of rows.
fn daily(head: &str, days: u32, row: impl Fn(chrono::NaiveDate) -> String) -> String {
    let first = chrono::NaiveDate::from_ymd_opt(2026, 5, 15).unwrap();
    let rows = first.iter_days().take(usize::try_from(days).unwrap());
    rows.fold(format!("{head}\n"), |text, day| text + &row(day) + "\n")
}

fn is_totals(text: &str) -> bool {
    one(text).1.fault == Some(IntakeFault::OtherTable("daily-totals"))
}

#[test]
fn a_row_for_each_day_is_no_post() {
    let french = |day: chrono::NaiveDate| day.format("%d/%m/%Y;1 200;34").to_string();
    assert!(is_totals(&daily("Date;Portée;Interactions", 180, french)));
    assert!(is_totals(&daily("Date;Portée;Interactions", 14, french)));
    assert!(!is_totals(&daily("Date;Portée;Interactions", 13, french)));
    let american = |day: chrono::NaiveDate| day.format("%m/%d/%Y,12,34").to_string();
    assert!(is_totals(&daily("Date,Likes,Comments", 60, american)));
    // An hour that is always midnight, a day that is missing, figures of an unknown name.
    let iso = |day: chrono::NaiveDate| match day.format("%d").to_string().as_str() {
        "19" => String::new(),
        _ => day.format("%Y-%m-%dT00:00:00,12,85 %%").to_string(),
    };
    assert!(is_totals(&daily("Date,Likes,Share of followers", 60, iso)));
    assert!(is_totals(&daily("Date,Clicks,Rate", 60, iso)));
    // Each account by itself; and nobody asks which channel it is of.
    let two = |day: chrono::NaiveDate| day.format("%Y-%m-%d,a,3\n%Y-%m-%d,b,4").to_string();
    assert!(is_totals(&daily("date,account,likes", 60, two)));
    let text = daily("date,likes", 60, |day| format!("{day},3"));
    let channels = [("a", "instagram"), ("b", "facebook")];
    let (_, intakes) = recalled(&channels, r#"["h.csv"]"#, &[text.as_bytes()]);
    assert_eq!(intakes[0].fault, Some(IntakeFault::OtherTable("daily-totals")));
}

#[test]
fn posts_that_come_daily_are_posts() {
    for (head, row) in [
        ("date,type,likes", "%Y-%m-%d,image,3"),
        ("date,link,likes", "%Y-%m-%d,https://example.org/%Y%m%d,3"),
        ("date,text,likes", "%Y-%m-%d,Bonjour,3"),
        ("date,Accroche,likes", "%Y-%m-%d,Une œuvre,3"),
        ("date,id,likes", "%Y-%m-%d,%Y%m%d,3"),
        ("date,Parution,likes", "%Y-%m-%d,18:30,3"),
        ("date,time,likes", "%Y-%m-%d,18:30,3"),
        ("time,likes", "%Y-%m-%d 18:30,3"),
        ("date,likes", "%Y-%m-%d,3\n%Y-%m-%d,4"),
    ] {
        let (outings, intake) = one(&daily(head, 60, |day| day.format(row).to_string()));
        assert_eq!(intake.fault, None, "{head}");
        assert!(outings.len() >= 60, "{head}");
    }
    // On working days alone.
    let weekdays = |day: chrono::NaiveDate| match day.format("%u").to_string().as_str() {
        "6" | "7" => String::new(),
        _ => format!("{day},3"),
    };
    assert_eq!(one(&daily("date,likes", 60, weekdays)).1.fault, None);
}

#[test]
fn a_title_above_a_table_is_no_header() {
    let text = daily("sep=,\n\"Interactions\"\n\"Date\",\"Primary\"", 9, |day| {
        format!("\"{day}T00:00:00\",\"16\"")
    });
    assert_eq!(one(&text).1.fault, Some(IntakeFault::OtherTable("meta-daily")));
    let mut wide = vec![0xff, 0xfe];
    wide.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
    let (_, intakes) = recalled(&[("main", "instagram")], r#"["h.csv"]"#, &[&wide]);
    assert_eq!(intakes[0].fault, Some(IntakeFault::OtherTable("meta-daily")));
}

#[test]
fn a_header_alone_is_told_before_anybody_asks_for_a_channel() {
    let channels = [("a", "instagram"), ("b", "instagram")];
    let text: &[u8] = b"Post ID,Account username,Publish time,Permalink,Post type,Likes\n\n";
    let (_, intakes) = recalled(&channels, r#"["h.csv"]"#, &[text]);
    assert!(matches!(intakes[0].fault, Some(IntakeFault::NoTable(_))), "{:?}", intakes[0].fault);
}

#[test]
fn a_date_that_is_none_breaks_its_row_whatever_the_link_says() {
    let mut text = "Post ID,Account username,Publish time,Permalink,Post type,Likes\n".to_owned();
    for row in 0..20 {
        let date = if row < 3 { "31/02/2026 99:00" } else { "03/14/2026 10:00" };
        let _ = writeln!(
            text,
            "{row},musee,{date},https://www.instagram.com/p/DW0000{row:02}abc/,IG image,4"
        );
    }
    let (_, intake) = one(&text);
    assert_eq!(
        (intake.rows, intake.read, &*intake.left_out),
        (20, 17, &[(LeftOutRow::Broken, 3)][..])
    );
    let broken = &intake.broken[0];
    assert_eq!(
        (broken.line, &*broken.column, &*broken.value),
        (2, "Publish time", "31/02/2026 99:00")
    );
}

#[test]
fn where_only_days_are_written_the_id_may_say_it_all() {
    let text = "Post id,Date,Post text,Post Link,Impressions,Likes,Engagements,Replies,Reposts\n\
        2050910995215286272,########,A,https://x.com/m/status/2050910995215286272,9,2,3,1,1\n";
    let (outings, intakes) = recalled(&[("main", "x")], r#"["h.csv"]"#, &[text.as_bytes()]);
    assert_eq!((outings.len(), &*intakes[0].left_out), (1, &[][..]));
}
