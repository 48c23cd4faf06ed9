//! Text as people write it; this room knows no calendar.

mod clean;
mod hex;
mod near;
mod slug;

pub use clean::{clean, is_unsafe};
pub use hex::hex;
pub use near::nearest;
pub use slug::slug;
