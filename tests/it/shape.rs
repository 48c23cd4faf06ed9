//! The keys of the machine formats, written down a second time, away from the program.

use serde_json::Value;

/// `edito-check/1`.
const CHECK: [&str; 3] = ["format", "summary", "findings"];
const SUMMARY: [&str; 6] = ["errors", "warnings", "hints", "allowed", "files", "posts"];
const FINDING: [&str; 14] = [
    "rule",
    "level",
    "message",
    "file",
    "line",
    "column",
    "end_line",
    "end_column",
    "start_byte",
    "end_byte",
    "post",
    "channel",
    "help",
    "fix",
];

/// `edito-plan/1`.
const PLAN: [&str; 14] = [
    "format",
    "calendar",
    "timezone",
    "from",
    "to",
    "status",
    "objective",
    "bound",
    "gap",
    "placements",
    "unplaced",
    "free",
    "mix",
    "findings",
];
/// Further keys of a plan: `changes` where slots had been chosen before, `reactive` when asked,
/// `steps` where `[plan] lead` asks for them, `people` where the calendar knows its team,
/// `opportunities` where there are dates to seize.
const PLAN_MORE: [&str; 5] = ["changes", "reactive", "steps", "people", "opportunities"];
const STEP: [&str; 10] =
    ["post", "channel", "step", "due", "late", "out", "earliest", "who", "away", "backup"];
const PERSON: [&str; 7] = ["person", "name", "posts", "steps", "hours", "per_week", "away"];
const OPPORTUNITY: [&str; 5] = ["name", "from", "to", "begin", "posts"];
const REACTIVE: [&str; 3] = ["day", "best", "channels"];
const URGENT: [&str; 4] = ["channel", "slot", "calm", "reasons"];
const URGENT_SLOT: [&str; 5] = ["start", "score", "reserve", "cost", "changes"];
const CHANGE: [&str; 6] = ["post", "channel", "from", "to", "kind", "reasons"];
const PLACEMENT: [&str; 9] =
    ["post", "channel", "start", "state", "score", "title", "pillar", "status", "why"];
const WHY: [&str; 3] = ["code", "args", "text"];
const WHY_AT_A_PRICE: [&str; 4] = ["code", "args", "text", "delta"];
const UNPLACED: [&str; 3] = ["post", "channel", "reasons"];
const REASON: [&str; 4] = ["code", "args", "text", "change"];
const FREE: [&str; 5] = ["channel", "start", "pillar", "score", "reason"];
/// The same where an evergreen post may come back.
const FREE_TO_RETURN: [&str; 6] = ["channel", "start", "pillar", "score", "reason", "evergreen"];
const MIX: [&str; 10] = [
    "pillars",
    "from",
    "to",
    "channel",
    "bound",
    "target",
    "planned",
    "published",
    "of",
    "judgement",
];
const CODES: [&str; 22] = [
    "score",
    "date",
    "window",
    "hours",
    "pause",
    "event",
    "past",
    "presence",
    "gap",
    "per-day",
    "per-week",
    "spacing",
    "topic",
    "capacity",
    "after",
    "alternate",
    "quota",
    "mix",
    "cadence",
    "move",
    "worth",
    "several",
];

/// Whether an object has these keys and no other.
pub fn same_keys(object: &Value, keys: &[&str]) -> bool {
    let Some(object) = object.as_object() else {
        return false;
    };
    object.len() == keys.len() && keys.iter().all(|key| object.contains_key(*key))
}

fn has(object: &Value, keys: &[&str]) {
    assert!(same_keys(object, keys), "expected {keys:?}: {object}");
}

fn each(list: &Value, mut holds: impl FnMut(&Value)) {
    list.as_array().unwrap_or_else(|| panic!("no list: {list}")).iter().for_each(&mut holds);
}

fn one_of(value: &Value, words: &[&str]) {
    let word = value.as_str().unwrap_or_else(|| panic!("no text: {value}"));
    assert!(words.contains(&word), "{word} is none of {words:?}");
}

/// What `check --format json` prints.
pub fn check(value: &Value) {
    has(value, &CHECK);
    assert_eq!(value["format"], "edito-check/1");
    has(&value["summary"], &SUMMARY);
    each(&value["findings"], |finding| {
        has(finding, &FINDING);
        one_of(&finding["level"], &["error", "warning", "hint"]);
    });
}

/// What `plan --format json` prints.
pub fn plan(value: &Value) {
    let more = PLAN_MORE.into_iter().filter(|key| value.get(key).is_some());
    let keys: Vec<&str> = PLAN.into_iter().chain(more).collect();
    has(value, &keys);
    assert_eq!(value["format"], "edito-plan/1");
    if let Some(list) = value.get("changes") {
        changes(list);
    }
    if let Some(answer) = value.get("reactive") {
        reactive(answer);
    }
    if let Some(steps) = value.get("steps") {
        each(steps, |step| {
            has(step, &STEP);
            one_of(&step["step"], &["brief", "draft", "review", "approval"]);
        });
    }
    if let Some(people) = value.get("people") {
        each(people, |person| has(person, &PERSON));
    }
    if let Some(list) = value.get("opportunities") {
        each(list, |date| has(date, &OPPORTUNITY));
    }
    one_of(&value["status"], &["optimal", "feasible"]);
    each(&value["placements"], |placed| {
        has(placed, &PLACEMENT);
        one_of(&placed["state"], &["published", "locked", "kept", "suggested"]);
        each(&placed["why"], |why| {
            assert!(same_keys(why, &WHY) || same_keys(why, &WHY_AT_A_PRICE), "{why}");
            one_of(&why["code"], &CODES);
        });
    });
    each(&value["unplaced"], |left| {
        has(left, &UNPLACED);
        each(&left["reasons"], |reason| {
            has(reason, &REASON);
            one_of(&reason["code"], &CODES);
        });
    });
    each(&value["free"], |free| {
        assert!(same_keys(free, &FREE) || same_keys(free, &FREE_TO_RETURN), "{free}");
        one_of(&free["reason"], &["cadence", "series"]);
    });
    each(&value["mix"], |item| {
        has(item, &MIX);
        one_of(&item["bound"], &["target", "at_least", "at_most"]);
        one_of(&item["judgement"], &["on", "under", "over", "too-few"]);
    });
    each(&value["findings"], |finding| has(finding, &FINDING));
}

fn changes(list: &Value) {
    each(list, |change| {
        has(change, &CHANGE);
        one_of(&change["kind"], &["moved", "added", "removed"]);
        each(&change["reasons"], |reason| {
            assert!(same_keys(reason, &WHY) || same_keys(reason, &WHY_AT_A_PRICE), "{reason}");
            one_of(&reason["code"], &CODES);
        });
    });
}

fn reactive(answer: &Value) {
    has(answer, &REACTIVE);
    each(&answer["channels"], |on| {
        has(on, &URGENT);
        for slot in [&on["slot"], &on["calm"]].into_iter().filter(|slot| !slot.is_null()) {
            has(slot, &URGENT_SLOT);
            changes(&slot["changes"]);
        }
        each(&on["reasons"], |reason| {
            assert!(same_keys(reason, &WHY) || same_keys(reason, &WHY_AT_A_PRICE), "{reason}");
            one_of(&reason["code"], &CODES);
        });
    });
}
