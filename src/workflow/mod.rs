//! The people behind a plan: which step of a post is due when, who is next, who stands in.
//!
//! Plain answers from a workspace and the present day; `rules` makes findings of them, `render`
//! shows them. It reads no file: whether a seal is still whole is a rule's question.

mod approval;
mod burden;
pub mod duty;
mod steps;
mod strain;
mod turn;
mod words;

pub use approval::{Void, approvers, counted, has_role, void, wanted};
pub use burden::{Burden, burdens};
pub use duty::absent;
pub use steps::{Certainty, Desk, Slot, Step};
pub use strain::{Strain, Trouble};
pub use turn::{Away, Named, Turn};
pub use words::{away, person, step_name, step_with_article};
