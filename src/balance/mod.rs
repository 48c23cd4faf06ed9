//! The content mix, counted: which placements fall in which window, which share and which quota, and
//! whether that is what is wanted.
//!
//! Everything is counted in posts and judged in posts. What it says has no words here, and nothing
//! is planned: only days that are known count. The planner and `verify` count for themselves, so
//! that one cannot hide the other's mistakes.

mod days;
mod owed;
mod quota;
#[cfg(test)]
mod sample;
mod sheet;
mod tally;
mod unsure;
mod window;

pub use days::{Counted, counted, day, period};
pub use owed::{Owed, Step};
pub use quota::{Allowance, allowances, matching};
pub use sheet::{Apart, Balance, Line, Sheet, balances, sheets};
pub use tally::{ENOUGH, judge};
pub use window::{Window, touching};
