//! Who speaks to whom.

use crate::source::Loc;

/// `kind = "address"`.
#[derive(Clone, Debug)]
pub struct AddressRule {
    /// How people are spoken to.
    pub expect: Address,
}

/// How people are spoken to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Address {
    /// Tutoiement.
    Tu,
    /// Vouvoiement.
    Vous,
    /// Either, but one of them in a text.
    Consistent,
    /// Neither: nobody is spoken to.
    Nobody,
    /// No rule.
    Any,
}

/// `kind = "person"`.
#[derive(Clone, Debug, Default)]
pub struct Person {
    /// Persons that may speak; empty: any.
    pub allow: Vec<Loc<String>>,
    /// Persons that may not.
    pub forbid: Vec<Loc<String>>,
    /// The most sentences with a forbidden person, in percent; absent: none.
    pub max_ratio: Option<u32>,
}

/// `kind = "inclusive"`.
#[derive(Clone, Debug, Default)]
pub struct Inclusive {
    /// The form wanted; absent: no form is judged.
    pub form: Option<InclusiveForm>,
    /// The sign of the median form: `·` unless set.
    pub character: Option<Loc<String>>,
    /// What to write instead of what.
    pub swap: Vec<(Loc<String>, Loc<String>)>,
}

/// `form` of inclusive writing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InclusiveForm {
    /// `client·es`.
    PointMedian,
    /// `clientes et clients`.
    Doublet,
    /// `la clientèle`.
    Epicene,
    /// None of these forms.
    Nothing,
}
