//! Feeds as calendar programs write them, and feeds that nobody should.

use chrono::{Datelike, NaiveDate};
use chrono_tz::Tz;

use super::*;

const PARIS: Tz = Tz::Europe__Paris;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn calendar(events: &str) -> String {
    format!("BEGIN:VCALENDAR\nVERSION:2.0\n{events}END:VCALENDAR\n")
}

/// A feed of one event named E, from its lines.
fn event(lines: &str) -> String {
    calendar(&format!("BEGIN:VEVENT\nSUMMARY:E\n{lines}\nEND:VEVENT\n"))
}

fn feed(text: &str) -> Feed {
    read(text.as_bytes(), PARIS, day(2024, 1, 1), day(2024, 12, 31))
}

/// `MMDD-MMDD HHMM summary`, the last day and the time only when they say something.
fn short(feed: &Feed) -> Vec<String> {
    let word = |event: &FeedEvent| {
        let mut word = event.first.format("%m%d").to_string();
        if event.last != event.first {
            word += &event.last.format("-%m%d").to_string();
        }
        if let Some(start) = event.start {
            word += &start.format(" %H%M").to_string();
        }
        word + " " + &event.summary
    };
    feed.events.iter().map(word).collect()
}

/// The events of a feed without faults.
fn clean(text: &str) -> Vec<String> {
    let feed = feed(text);
    assert_eq!(feed.faults, []);
    short(&feed)
}

fn kinds(feed: &Feed) -> Vec<FaultKind> {
    feed.faults.iter().map(|fault| fault.kind.clone()).collect()
}

#[test]
fn whole_days_in_all_the_ways_feeds_write_them() {
    let all = |lines: &str| clean(&event(lines)).join("|");
    assert_eq!(all("DTSTART;VALUE=DATE:20240501\nDTEND;VALUE=DATE:20240502"), "0501 E");
    // Public holidays of France, calendarlabs: the end is the start.
    assert_eq!(all("DTSTART;VALUE=DATE:20240501\nDTEND;VALUE=DATE:20240501"), "0501 E");
    assert_eq!(all("DTSTART:20240501\nDTEND:20240501\nRRULE:"), "0501 E");
    assert_eq!(all("DTSTART;VALUE=DATE:20240902"), "0902 E");
    assert_eq!(all("DTSTART;VALUE=DATE:20240706\nDTEND;VALUE=DATE:20240902"), "0706-0901 E");
    assert_eq!(all("DTSTART;VALUE=DATE:20240706\nDURATION:P2D"), "0706-0707 E");
    assert_eq!(all("DTSTART;VALUE=DATE:20240706\nDURATION:P1W"), "0706-0712 E");
    assert_eq!(all("DTSTART;VALUE=DATE:20240706\nDURATION:PT24H"), "0706 E");
    assert_eq!(all("DTSTART;VALUE=DATE:20240706T000000Z"), "0706 E");
    let outlook = "DTSTART;TZID=Romance Standard Time:20240706T000000\n\
        DTEND;TZID=Romance Standard Time:20240708T000000\nX-MICROSOFT-CDO-ALLDAYEVENT:TRUE";
    assert_eq!(all(outlook), "0706-0707 E");
}

#[test]
fn times_come_to_the_clock_of_the_calendar() {
    let all = |lines: &str| clean(&event(lines)).join("|");
    assert_eq!(all("DTSTART:20240701T120000\nDTEND:20240701T130000"), "0701 1200 E");
    assert_eq!(all("DTSTART:20240701T120000Z"), "0701 1400 E");
    assert_eq!(all("DTSTART:20240101T120000Z"), "0101 1300 E");
    assert_eq!(all("DTSTART;TZID=America/New_York:20240701T200000"), "0702 0200 E");
    assert_eq!(all("DTSTART;TZID=\"Eastern Standard Time\":20240701T200000"), "0702 0200 E");
    assert_eq!(all("DTSTART;TZID=/x.org/1/Europe/London:20240701T200000"), "0701 2100 E");
    // An end at midnight is not a day more; one second later is.
    assert_eq!(all("DTSTART:20240701T220000\nDTEND:20240702T000000"), "0701 2200 E");
    assert_eq!(all("DTSTART:20240701T220000\nDTEND:20240702T000001"), "0701-0702 2200 E");
    assert_eq!(all("DTSTART:20240701T220000\nDURATION:P1DT3H"), "0701-0703 2200 E");
    assert_eq!(all("DTSTART:20240701T220000\nDTEND;VALUE=DATE:20240701"), "0701 2200 E");
    assert_eq!(all("DTSTART:20240701T220000\nDTEND;TZID=UTC:20240701T210000"), "0701 2200 E");
}

#[test]
fn an_unknown_zone_is_said_once_and_replaced() {
    let one = "BEGIN:VEVENT\nSUMMARY:E\nDTSTART;TZID=Bureau:20240701T090000\nEND:VEVENT\n";
    let two = one.replace("0701", "0702");
    let found = feed(&calendar(&format!("{one}{two}")));
    assert_eq!(short(&found), ["0701 0900 E", "0702 0900 E"]);
    let fault = FeedFault { line: 5, kind: FaultKind::UnknownZone("Bureau".to_owned()) };
    assert_eq!(found.faults, [fault]);
    assert_eq!(clean(&event("DTSTART;TZID=Bureau;VALUE=DATE:20240701")), ["0701 E"]);
}

#[test]
fn exceptions_in_utc_hit_their_instance_across_the_change_of_the_clock() {
    // Sundays at ten in Paris: nine in UTC in winter, eight from 31 March.
    let lines = "DTSTART;TZID=Europe/Paris:20240317T100000\nRRULE:FREQ=WEEKLY;COUNT=5\n\
        EXDATE:20240324T090000Z,20240407T080000Z";
    assert_eq!(clean(&event(lines)), ["0317 1000 E", "0331 1000 E", "0414 1000 E"]);
    let days =
        lines.replace("EXDATE:20240324T090000Z,20240407T080000Z", "EXDATE;VALUE=DATE:20240324");
    assert_eq!(clean(&event(&days)).len(), 4);
    let zoned =
        lines.replace("EXDATE:20240324T090000Z,", "EXDATE;TZID=Europe/London:20240324T090000,");
    assert_eq!(clean(&event(&zoned)), clean(&event(lines)));
}

#[test]
fn the_end_of_a_series_in_utc_is_read_on_its_own_clock() {
    let until = |until: &str| {
        let rule = format!("RRULE:FREQ=WEEKLY;UNTIL={until}");
        clean(&event(&format!("DTSTART;TZID=Europe/Paris:20240317T100000\n{rule}"))).len()
    };
    assert_eq!(until("20240331T080000Z"), 3);
    assert_eq!(until("20240331T075959Z"), 2);
    assert_eq!(until("20240331"), 3);
    assert_eq!(until("20240331T100000"), 3);
    assert_eq!(until("20240316T000000Z"), 0);
    // Whole days: the midnight of Paris, written in UTC, is the day itself.
    let days = |until: &str| {
        let rule = format!("RRULE:FREQ=DAILY;UNTIL={until}");
        clean(&event(&format!("DTSTART;VALUE=DATE:20240501\n{rule}"))).len()
    };
    assert_eq!(days("20240503"), 3);
    assert_eq!(days("20240502T220000Z"), 3);
    assert_eq!(days("20240503T235959Z"), 3);
}

#[test]
fn a_series_keeps_its_own_hour_in_another_zone() {
    // New York changes its clock on 10 March, Paris on 31 March: an hour nearer in between.
    let lines = "DTSTART;TZID=America/New_York:20240304T090000\nRRULE:FREQ=WEEKLY;COUNT=5";
    let found = clean(&event(lines));
    let hours: Vec<&str> = found.iter().map(|word| &word[5..9]).collect();
    assert_eq!(hours, ["1500", "1400", "1400", "1400", "1500"]);
}

#[test]
fn further_dates_join_the_series() {
    let lines = "DTSTART:20240501T090000\nRDATE:20240503T180000,20240504T090000\n\
        RDATE;VALUE=DATE:20240510\nRDATE;VALUE=PERIOD:20240601T100000Z/P2D\nEXDATE:20240504T090000";
    let found = clean(&event(lines));
    assert_eq!(found, ["0501 0900 E", "0503 1800 E", "0510 0900 E", "0601-0603 1200 E"]);
    let period = "DTSTART:20240501T090000\nRDATE;VALUE=PERIOD:20240601T100000/20240602T110000";
    assert_eq!(clean(&event(period)), ["0501 0900 E", "0601-0602 1000 E"]);
}

#[test]
fn moved_and_cancelled_instances() {
    let text = calendar(
        "BEGIN:VEVENT\nUID:a\nSUMMARY:E\nDTSTART;TZID=Europe/Paris:20240401T090000\n\
         RRULE:FREQ=DAILY;COUNT=5\nEND:VEVENT\n\
         BEGIN:VEVENT\nUID:a\nSUMMARY:Moved\nRECURRENCE-ID:20240402T070000Z\nSEQUENCE:1\n\
         DTSTART;TZID=Europe/Paris:20240410T150000\nEND:VEVENT\n\
         BEGIN:VEVENT\nUID:a\nSUMMARY:Stale\nRECURRENCE-ID:20240402T070000Z\n\
         DTSTART;TZID=Europe/Paris:20240411T150000\nEND:VEVENT\n\
         BEGIN:VEVENT\nUID:a\nRECURRENCE-ID;VALUE=DATE:20240403\nSTATUS:CANCELLED\nEND:VEVENT\n\
         BEGIN:VEVENT\nUID:b\nSUMMARY:Off\nDTSTART:20240401\nSTATUS:CANCELLED\nEND:VEVENT\n\
         BEGIN:VEVENT\nUID:c\nSUMMARY:Alone\nRECURRENCE-ID:20240412\nDTSTART:20240412\n\
         END:VEVENT\n",
    );
    assert_eq!(
        clean(&text),
        ["0401 0900 E", "0404 0900 E", "0405 0900 E", "0410 1500 Moved", "0412 Alone"]
    );
}

#[test]
fn a_later_revision_stands_in_for_a_series() {
    let revision = |number: u32, name: &str| {
        format!(
            "BEGIN:VEVENT\nUID:a\nSUMMARY:{name}\nSEQUENCE:{number}\nDTSTART:20240401\n\
             RRULE:FREQ=DAILY;COUNT=2\nEND:VEVENT\n"
        )
    };
    let text = [revision(1, "Old"), revision(3, "New"), revision(2, "Older"), revision(3, "Too")];
    assert_eq!(clean(&calendar(&text.concat())), ["0401 New", "0401 Too", "0402 New", "0402 Too"]);
}

#[test]
fn a_changed_instance_that_repeats_the_rule_is_still_one() {
    let lines = "UID:a\nDTSTART:20240401\nRRULE:FREQ=DAILY\nRECURRENCE-ID:20240402";
    assert_eq!(clean(&event(lines)), ["0401 E"]);
}

#[test]
fn an_end_before_the_start_costs_the_end() {
    for lines in [
        "DTSTART:20240501T090000\nDTEND:20240501T080000",
        "DTSTART:20240501T090000\nDTEND:20240430",
        "DTSTART:20240501T090000\nDURATION:-PT1H",
    ] {
        let found = feed(&event(lines));
        assert_eq!(short(&found), ["0501 0900 E"]);
        assert_eq!(kinds(&found), [FaultKind::EndBeforeStart]);
        assert_eq!(found.faults[0].line, 6);
    }
}

#[test]
fn faults_cost_their_event_and_no_more() {
    let text = calendar(
        "BEGIN:VEVENT\nSUMMARY:No start\nEND:VEVENT\n\
         BEGIN:VEVENT\nSUMMARY:Bad start\nDTSTART:tomorrow\nEND:VEVENT\n\
         BEGIN:VEVENT\nSUMMARY:Bad rule\nDTSTART:20240501\nRRULE:FREQ=HOURLY\nEND:VEVENT\n\
         BEGIN:VEVENT\nSUMMARY:Bad end\nDTSTART:20240502\nDTEND:20240532\nDURATION:2D\n\
         EXDATE:20240502,x\nEND:VEVENT\n\
         BEGIN:VEVENT\nSUMMARY:Open\nDTSTART:20240503\n\
         BEGIN:VEVENT\nSUMMARY:Good\nDTSTART:20240504\n\
         BEGIN:VALARM\nSUMMARY:Alarm\nDTSTART:20240101\nDURATION:x\nEND:VALARM\nEND:VEVENT\n",
    );
    let found = feed(&text);
    assert_eq!(short(&found), ["0501 Bad rule", "0503 Open", "0504 Good"]);
    let lines: Vec<usize> = found.faults.iter().map(|fault| fault.line).collect();
    assert_eq!(lines, [3, 8, 13, 18, 19, 20, 22]);
    assert_eq!(kinds(&found)[0], FaultKind::NoStart);
    assert_eq!(kinds(&found)[1], FaultKind::BadDate("tomorrow".to_owned()));
    assert_eq!(kinds(&found)[2], FaultKind::BadRule("FREQ=HOURLY".to_owned()));
    assert_eq!(kinds(&found)[6], FaultKind::UnclosedEvent);
}

#[test]
fn what_is_no_calendar_is_said_so() {
    for text in ["", "<html></html>", "date,title\n2024-01-01,New year\n"] {
        assert_eq!(kinds(&feed(text)), [FaultKind::NotACalendar]);
    }
}

#[test]
fn repeated_events_become_one() {
    let one = |uid: &str, place: &str, end: &str| {
        format!(
            "BEGIN:VEVENT\nUID:{uid}\nSUMMARY:Vacances d'Hiver\nLOCATION:{place}\n\
             DTSTART;VALUE=DATE:20240217\nDTEND;VALUE=DATE:{end}\nEND:VEVENT\n"
        )
    };
    let same = one("x", "Zone C", "20240304");
    let text = calendar(&format!(
        "{same}{}{}",
        one("y", "Zone C", "20240304"),
        one("z", "Corse", "20240305")
    ));
    let found = feed(&text);
    assert_eq!(short(&found), ["0217-0304 Vacances d'Hiver"]);
    assert_eq!(found.events[0].location.as_deref(), Some("Zone C, Corse"));
    assert_eq!(found.events[0].line, 3);
}

#[test]
fn only_what_touches_the_window_is_kept_in_order() {
    let event = |name: &str, start: &str, end: &str| {
        format!("BEGIN:VEVENT\nSUMMARY:{name}\nDTSTART:{start}\nDTEND:{end}\nEND:VEVENT\n")
    };
    let text = calendar(
        &[
            event("after", "20250101", "20250102"),
            event("b", "20241231", "20250105"),
            event("a", "20241231", "20250105"),
            event("before", "20231201", "20240101"),
            event("astride", "20231201", "20240102"),
            event("eve", "20231231T233000Z", "20240101T003000Z"),
        ]
        .concat(),
    );
    assert_eq!(clean(&text), ["1201-0101 astride", "0101 0030 eve", "1231-0104 a", "1231-0104 b"]);
    let back = read(text.as_bytes(), PARIS, day(2024, 12, 31), day(2024, 1, 1));
    assert_eq!(back.events, []);
}

#[test]
fn a_long_event_that_comes_back_may_begin_before_the_window() {
    let lines = "DTSTART:20201220\nDTEND:20210105\nRRULE:FREQ=YEARLY";
    assert_eq!(clean(&event(lines)), ["1220-0104 E", "1220-0104 E"]);
}

#[test]
fn text_survives_its_folds() {
    let text = "\u{feff}BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:202405\r\n 01\r\n\
        LOCATION:Nancy\\, Reims\\\r\n , Rennes\r\nSUMMARY:Fete\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    let mut bytes = text.as_bytes().to_vec();
    let at = bytes.windows(4).position(|four| four == b"Fete").unwrap();
    bytes.splice(at..at + 4, *b"F\xc3\r\n \xaate");
    let found = read(&bytes, PARIS, day(2024, 1, 1), day(2024, 12, 31));
    assert_eq!(found.faults, []);
    assert_eq!(short(&found), ["0501 Fête"]);
    assert_eq!(found.events[0].location.as_deref(), Some("Nancy, Reims, Rennes"));
    assert_eq!(found.events[0].line, 2);
}

#[test]
fn letters_of_another_encoding_cost_themselves_only() {
    let bytes =
        b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:F\xeate\nLOCATION:\xe9\nDTSTART:20240501\n\
        END:VEVENT\nEND:VCALENDAR\n";
    let found = read(bytes, PARIS, day(2024, 1, 1), day(2024, 12, 31));
    assert_eq!(short(&found), ["0501 F\u{fffd}te"]);
    assert_eq!(kinds(&found), [FaultKind::NotUtf8]);
    assert_eq!(found.faults[0].line, 3);
}

#[test]
fn too_many_instances_are_cut_and_said() {
    let text = event("DTSTART:00010101\nRRULE:FREQ=DAILY");
    let found = read(text.as_bytes(), PARIS, NaiveDate::MIN, NaiveDate::MAX);
    assert_eq!(found.events.len(), MOST_INSTANCES);
    assert_eq!(kinds(&found), [FaultKind::TooManyInstances]);
    let many =
        "BEGIN:VEVENT\nSUMMARY:E\nDTSTART:00010101\nRRULE:FREQ=DAILY;COUNT=9999999\nEND:VEVENT\n";
    let found = feed(&calendar(&many.repeat(50)));
    assert!(found.faults.iter().all(|fault| fault.kind == FaultKind::TooManyInstances));
    assert!(!found.faults.is_empty());
}

#[test]
fn every_fault_speaks_both_languages() {
    let word = || "x".to_owned();
    for kind in [
        FaultKind::NotACalendar,
        FaultKind::NotUtf8,
        FaultKind::UnclosedEvent,
        FaultKind::NoStart,
        FaultKind::BadDate(word()),
        FaultKind::BadRule(word()),
        FaultKind::EndBeforeStart,
        FaultKind::UnknownZone(word()),
        FaultKind::TooManyInstances,
    ] {
        let text = kind.text();
        let (en, fr) = (text.get(Lang::En), text.get(Lang::Fr));
        assert_ne!(en, fr);
        assert!(!fr.contains('\'') && !fr.contains(" :") && !fr.contains("  "), "{fr}");
        assert!(!en.contains("  "), "{en}");
    }
}

/// What the mutations start from: a bit of everything.
const SEED: &str = "BEGIN:VCALENDAR\r\nBEGIN:VTIMEZONE\r\nTZID:Bureau\r\nX-LIC-LOCATION:Europe/Paris\r\n\
    END:VTIMEZONE\r\nBEGIN:VEVENT\r\nUID:a\r\nSUMMARY:Fête\\, \u{1f384}\r\nDTSTART;TZID=Bureau:20240331T023000\r\n\
    DTEND;TZID=\"W. Europe Standard Time\":20240331T033000\r\nRRULE:FREQ=MONTHLY;INTERVAL=2;COUNT=9;\r\n \
    BYDAY=-1FR,MO;BYSETPOS=1,-1;WKST=SU\r\nEXDATE:20240426T003000Z\r\nRDATE;VALUE=PERIOD:20240601T100000Z/P2D\r\n\
    END:VEVENT\r\nBEGIN:VEVENT\r\nUID:a\r\nRECURRENCE-ID:20240527T003000Z\r\nDTSTART:20240530\r\nDURATION:P1W\r\n\
    END:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:Week\r\nDTSTART;VALUE=DATE:20200101\r\n\
    RRULE:FREQ=YEARLY;UNTIL=20300101T000000Z;BYWEEKNO=1,53;BYYEARDAY=-1;BYMONTH=1,12;BYMONTHDAY=1,-1\r\n\
    END:VEVENT\r\nEND:VCALENDAR\r\n";

fn mutate(random: &mut fastrand::Rng, bytes: &mut Vec<u8>) {
    const PIECES: [&[u8]; 12] = [
        b"\r\n ",
        b"9999",
        b"-",
        b"\"",
        b";",
        b"\xc3",
        b"FREQ=DAILY;",
        b"BEGIN:VEVENT\r\n",
        b"INTERVAL=4294967295;",
        b"00010101",
        b"99991231T235959",
        b"P9999999999D",
    ];
    for _ in 0..random.usize(1..12) {
        let at = random.usize(0..bytes.len());
        match random.u8(0..4) {
            0 => bytes[at] = random.u8(..),
            1 => {
                let end = (at + random.usize(0..20)).min(bytes.len() - 1);
                bytes.drain(at..end);
            }
            2 => {
                let piece = PIECES[random.usize(0..PIECES.len())];
                bytes.splice(at..at, piece.iter().copied());
            }
            // Digits are where the trouble is.
            _ => {
                if let Some(digit) = bytes[at..].iter_mut().find(|byte| byte.is_ascii_digit()) {
                    *digit = b'0' + random.u8(0..10);
                }
            }
        }
    }
}

#[test]
fn no_feed_makes_the_reader_panic() {
    let mut random = fastrand::Rng::with_seed(5545);
    let mut seen = 0;
    for round in 0..300 {
        let mut bytes = SEED.as_bytes().to_vec();
        mutate(&mut random, &mut bytes);
        let (from, to) = match round % 3 {
            0 => (day(2024, 1, 1), day(2024, 12, 31)),
            1 => (day(1, 1, 1), day(9999, 12, 31)),
            _ => (NaiveDate::MIN, NaiveDate::MAX),
        };
        let found = read(&bytes, PARIS, from, to);
        assert_eq!(found, read(&bytes, PARIS, from, to));
        for event in &found.events {
            assert!(event.first <= event.last && event.first <= to && event.last >= from);
            assert!(event.start.is_none_or(|start| start.date() == event.first));
            assert!(event.line >= 1 && event.first.year() >= 0);
        }
        let key = |event: &FeedEvent| (event.first, event.summary.clone());
        assert!(found.events.is_sorted_by(|a, b| key(a) < key(b)));
        seen += found.events.len();
    }
    assert!(seen > 1_000, "the mutations leave something to read: {seen}");
}
