//! Text as people write it: words, sentences, folding; this room knows no calendar.

mod addresses;
mod clean;
mod folded;
mod hex;
mod near;
mod pairs;
pub mod phrases;
mod plain;
mod quotations;
mod sentences;
mod slug;
pub mod styled;
pub mod tag_words;
mod words;

pub use addresses::addresses;
pub use clean::{clean, is_unsafe};
pub use folded::{Folded, fold};
pub use hex::hex;
pub use near::nearest;
pub use pairs::Pairs;
pub use plain::{Plain, accents, is_accent, is_invisible, plain};
pub use quotations::quotations;
pub use sentences::{sentences, sentences_around};
pub use slug::slug;
pub use words::{Glue, Letters, Word, Words, is_letter};
