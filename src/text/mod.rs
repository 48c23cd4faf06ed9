//! Text as people write it; this room knows no calendar.

mod clean;

pub use clean::{clean, is_unsafe};
