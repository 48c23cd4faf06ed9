//! Silence while a workbook is read: what its reader panics over is caught and becomes a finding, so
//! Rust's own message about it would only frighten. Panics of ours are told as ever: those are bugs.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, Location, PanicHookInfo, catch_unwind, set_hook, take_hook};

thread_local! {
    /// Whether this thread reads a workbook.
    static READING: Cell<bool> = const { Cell::new(false) };
}

/// From now on the process says nothing of a panic in a crate that reads workbooks for us. For
/// `main` to call, once; without it such a panic is caught all the same, and told on stderr.
pub fn hush() {
    let usual = take_hook();
    set_hook(Box::new(move |info: &PanicHookInfo<'_>| {
        if !(READING.get() && info.location().is_some_and(is_foreign)) {
            usual(info);
        }
    }));
}

/// What a reader of workbooks says; nothing when it panics.
pub(super) fn caught<T>(read: impl FnOnce() -> T) -> Option<T> {
    READING.set(true);
    let read = catch_unwind(AssertUnwindSafe(read)).ok();
    READING.set(false);
    read
}

/// Whether a place is in no file of ours; paths of other crates are absolute.
fn is_foreign(place: &Location<'_>) -> bool {
    let here = file!().trim_end_matches("hush.rs");
    !place.file().starts_with(here)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    /// Panics in the reader of workbooks, by a sheet whose end is above its start.
    fn foreign() {
        drop(calamine::Range::<calamine::Data>::new((1, 0), (0, 0)));
    }

    #[test]
    fn only_panics_of_others_while_a_workbook_is_read_are_silent() {
        let heard = Arc::new(AtomicUsize::new(0));
        let (count, me) = (Arc::clone(&heard), std::thread::current().id());
        let usual = take_hook();
        set_hook(Box::new(move |info| match std::thread::current().id() == me {
            true => _ = count.fetch_add(1, Ordering::SeqCst),
            // Tests beside this one keep their messages.
            false => usual(info),
        }));
        hush();
        let told = |run: &dyn Fn() -> bool| {
            let before = heard.load(Ordering::SeqCst);
            (run(), heard.load(Ordering::SeqCst) - before)
        };
        let found = [
            told(&|| caught(foreign).is_none()),
            told(&|| caught(|| 7) == Some(7)),
            // A bug of ours, and a panic of others where nobody reads a workbook.
            told(&|| caught(|| -> u8 { panic!("ours") }).is_none()),
            told(&|| catch_unwind(foreign).is_err()),
        ];
        // What was found is told by the hook that was there at first.
        drop(take_hook());
        assert_eq!(found, [(true, 0), (true, 0), (true, 1), (true, 1)]);
    }
}
