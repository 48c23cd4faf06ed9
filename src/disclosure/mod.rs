//! The words that tell readers that a post is commercial, and where they stand in a text.
//!
//! [`laws`] holds what `data/disclosure.toml` says of each law; [`fold`] makes spellings of one word
//! the same; [`find`] finds labels, [`stand`] knows where they are labels, and [`sentence`] what the
//! words around make of them; [`images`] reads what a text says of its image; [`signs`] finds what
//! looks like a partnership, and [`partners`] knows with whom. The room knows texts and words: no
//! calendar, no findings, no network.

mod codes;
mod find;
mod fold;
mod images;
mod laws;
mod partners;
mod sentence;
mod signs;
mod stand;

pub use find::{Form, Hit, find, find_thanks};
pub use fold::Folded;
pub use images::{credits_machine, tells_of_image};
pub use laws::{Deal, Label, Law, Regime, Retouch, Sureness, regime};
pub use signs::{Affiliate, Found, Sign, affiliate, may_show_signs, sign};
