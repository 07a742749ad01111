//! Takes codes, names and ids as they are written in the United Kingdom, gives what they mean. Never a pattern that another
//! country shares.

mod areas;
mod elections;
mod nations;
mod parties;
mod postcode;

pub use areas::{Gss, LICENSED_APART, is_larger_code, is_larger_name, is_no_area, other_code_of_seat};
pub use elections::{AreaKind, ElectionKind, area_kind, election_kind, seats_of};
pub use nations::{Nation, in_words, nation_of_code, nation_of_region, region_name};
pub use parties::{
    LABOUR, LABOUR_AND_COOPERATIVE, LABOUR_AND_COOPERATIVE_NAME, Registration, is_independent, is_same_party_name,
    published_id_of_name,
};
pub use postcode::{Outcode, Postcode, Sector, UNIT_LETTERS, Unit};

use super::anywhere::{birth_date, home, organisations, street_names};
use super::{Clock, Facts};

macro_rules! postcode {
    () => {
        "[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2}"
    };
}

macro_rules! numbered {
    () => {
        r"\b(?:(?:Flat|Unit|Suite|Office) [0-9A-Za-z]{1,4},? )?[0-9]{1,4}[A-Za-z]?,? "
    };
}

macro_rules! named {
    () => {
        r"(?:[A-Z][A-Za-z’'.-]+ ){1,3}"
    };
}

macro_rules! to_postcode {
    () => {
        concat!(r"(?:[^.;:()]{0,80}?\b", postcode!(), r"\b)")
    };
}

pub(super) static FACTS: Facts = Facts {
    telephones: &[
        r"(?:\+44[ -]?(?:\(0\))?|\b0)(?:[0-9][ -]?){8,9}[0-9]\b",
        // The first number of an exchange is never 0 or 1; a year in brackets has no 0 before it.
        r"\(0[1-9][0-9]{1,4}\) ?[0-9]{3,4}[ -]?[0-9]{3,4}\b",
        r"\b0[1-9][0-9]{1,4}\.[0-9]{3,4}\.[0-9]{3,4}\b",
    ],
    printed_telephones: &[r"(?:\+44[ .-]?)?\(?\b0[0-9]{2,5}\)?[ .-]{0,2}[0-9]{3,4}[ .-]?[0-9]{3,4}\b"],
    streets: &[concat!(r"\b[0-9]{1,4}[A-Za-z]? (?:[A-Z][a-z’']+ ){1,3}(?:", street_names!(), r")\b")],
    printed_streets: &[
        concat!("(?:", numbered!(), ")?", named!(), "(?:", street_names!(), r")\b", to_postcode!()),
        concat!(numbered!(), named!(), "(?:", street_names!(), r")\b"),
        concat!(r"\bP\.? ?O\.? Box [0-9]+", to_postcode!(), "?"),
        concat!(r"\b", postcode!(), r"\b"),
    ],
    postcode: Some(concat!(r"\b", postcode!(), r"\b")),
    id_number: Some((
        r"\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[A-D]\b",
        "a National Insurance number",
    )),
    home: home!(),
    organisations: organisations!(),
    imprint_law: "UK election law",
    clock: Some(Clock { zone: "Europe/London", winter: 0, names: ["GMT", "BST"] }),
    birth_date: birth_date!(),
};
