use super::Facts;

/// How English names streets.
macro_rules! street_names {
    () => {
        "Street|St|Road|Rd|Avenue|Ave|Lane|Close|Drive|Terrace|Gardens|Crescent|Place|Court|Grove|Way|Square"
    };
}

/// What stands before a home in English.
macro_rules! home {
    () => {
        r"(?i)\b(?:live[sd]?|living|reside[sd]?|residing|stay(?:s|ing)) (?:at|in)\b|\bhome(?: address)?(?: is)?\b|\bprivate address\b"
    };
}

/// Words in the names of organisations in English.
macro_rules! organisations {
    () => {
        r"\b(?:Party|Offices?|Headquarters|HQ|Ltd|Limited|PLC|plc|LLC|LLP|Inc|House|Hall|Council|Society|Trust|Association|Union|Company|Committee|Commission|Department|Ministry|Parliament|Assembly|University|College|School|Library|Hospital|Centre|Center|Charity|Church|Foundation|Institute|Agency|Group|Alliance|Print(?:ers|ing)?|Press|Bank|Court|Museum|Theatre|Club|Workshop|Studio|Building|Floor|floor|Unit|Suite|Estate|[Pp]rinted|[Pp]ublished|[Pp]romoted|on behalf of|PO Box)\b"
    };
}

/// A birth date in English.
macro_rules! birth_date {
    () => {
        r"(?i)\b(?:born(?: on)?|date of birth|birth date|d\.?o\.?b\.?):? (?:the )?(?:[0-9]{1,2}(?:st|nd|rd|th)? (?:of )?[a-z]+ [0-9]{4}|[a-z]+ [0-9]{1,2},? [0-9]{4}|[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4})"
    };
}

pub(super) use {birth_date, home, organisations, street_names};

/// What is written alike in most countries, for those that have no module of their own.
pub(super) static FACTS: Facts = Facts {
    telephones: &[r"\b0(?:[0-9][ -]?){8,9}[0-9]\b", r"\([0-9]{2,5}\) ?[0-9]{3,4}[ .-]?[0-9]{3,4}\b"],
    printed_telephones: &[],
    streets: &[concat!(r"\b[0-9]{1,5}[A-Za-z]? (?:[A-Z][a-z’']+ ){1,3}(?:", street_names!(), r")\b")],
    printed_streets: &[],
    postcode: None,
    id_number: None,
    home: home!(),
    organisations: organisations!(),
    imprint_law: "election law",
    clock: None,
    birth_date: birth_date!(),
};
