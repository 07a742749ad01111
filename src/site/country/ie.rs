use super::anywhere::{birth_date, home, organisations, street_names};
use super::{Clock, Facts};

macro_rules! eircode {
    () => {
        r"\b(?:[AC-FHKNPRTV-Y][0-9]{2}|D6W) ?[0-9AC-FHKNPRTV-Y]{4}\b|\bDublin [0-9]{1,2}\b|\bCo\. [A-Z][a-z]+\b"
    };
}

pub(super) static FACTS: Facts = Facts {
    telephones: &[
        r"(?:\+353[ -]?(?:\(0\))?|\b0)[1-9][0-9]?(?:[ -]?[0-9]){6,8}\b",
        r"\(0[1-9][0-9]{0,2}\) ?[0-9]{3}[ -]?[0-9]{4}\b",
    ],
    printed_telephones: &[],
    streets: &[concat!(
        r"\b[0-9]{1,4}[A-Za-z]?,? (?:[A-Z][a-z’']+ ){1,3}(?:",
        street_names!(),
        r"|Park|Quay|Mews|Row)\b"
    )],
    printed_streets: &[r"\b(?:[AC-FHKNPRTV-Y][0-9]{2}|D6W) [0-9AC-FHKNPRTV-Y]{4}\b"],
    postcode: Some(eircode!()),
    id_number: Some((r"\b[0-9]{7}[A-W][A-IW]?\b", "a PPS number")),
    home: home!(),
    organisations: organisations!(),
    imprint_law: "Irish election law",
    clock: Some(Clock { zone: "Europe/Dublin", winter: 0, names: ["GMT", "IST"] }),
    birth_date: birth_date!(),
};
