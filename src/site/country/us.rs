use super::Facts;
use super::anywhere::{birth_date, home, organisations};

macro_rules! zip {
    () => {
        r"\b[A-Z]{2},? [0-9]{5}(?:-[0-9]{4})?\b"
    };
}

macro_rules! street {
    () => {
        r"\b[0-9]{1,5}[A-Za-z]? (?:(?:N|S|E|W|NE|NW|SE|SW|North|South|East|West)\.? )?(?:(?:[A-Z][A-Za-z’'-]+|[0-9]{1,3}(?:st|nd|rd|th)) ){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Dr|Lane|Ln|Court|Ct|Circle|Cir|Place|Pl|Terrace|Ter|Parkway|Pkwy|Highway|Hwy|Trail|Square|Way)\b"
    };
}

pub(super) static FACTS: Facts = Facts {
    // Area codes and exchanges begin with 2 to 9.
    telephones: &[
        r"(?:\+?\b1[ .-]?)?\([2-9][0-9]{2}\) ?[2-9][0-9]{2}[ .-]?[0-9]{4}\b",
        r"(?:\+?\b1[ .-])?\b[2-9][0-9]{2}[.-][2-9][0-9]{2}[.-][0-9]{4}\b",
        r"\b[2-9][0-9]{2} [2-9][0-9]{2} [0-9]{4}\b",
    ],
    printed_telephones: &[],
    streets: &[street!()],
    printed_streets: &[concat!(street!(), r"(?:[^;:()]{0,80}?", zip!(), ")"), r"\bP\.? ?O\.? Box [0-9]+"],
    postcode: Some(zip!()),
    id_number: Some((r"\b[0-9]{3}-[0-9]{2}-[0-9]{4}\b", "a Social Security number")),
    home: home!(),
    organisations: organisations!(),
    imprint_law: "US election law",
    clock: None,
    birth_date: birth_date!(),
};
