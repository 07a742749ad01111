use crate::atoms::{Malformed, Notation, Slug, text_atom};

text_atom!(
    /// A Government Statistical Service code of an area: one letter and eight digits (`E14000789`).
    Gss,
    Notation::of("Gss").like("^[A-Z][0-9]{8}$"),
    gss
);

fn gss(text: &str) -> Result<&str, Malformed> {
    if let [b'A'..=b'Z', digits @ ..] = text.as_bytes()
        && digits.len() == 8
        && digits.iter().all(u8::is_ascii_digit)
    {
        return Ok(text);
    }
    let help = "write one capital letter and eight digits, for example E14000789";
    Err(Malformed::syntax(format!("“{text}” is not a GSS code"), help))
}

/// How the codes of countries and regions begin, and of all that is larger.
const LARGER: [&str; 11] = ["E92", "W92", "S92", "N92", "K01", "K02", "K03", "K04", "K05", "E12", "E15"];

/// How the codes end that stand where there is no area: `E99999999`, `L99999999` of the Channel Islands.
const PSEUDO: &str = "99999999";

/// What countries, regions and all of them are called.
const NAMES: [&str; 18] = [
    "england",
    "wales",
    "scotland",
    "northern-ireland",
    "great-britain",
    "united-kingdom",
    "uk",
    "gb",
    "england-and-wales",
    "north-east",
    "north-west",
    "yorkshire-and-the-humber",
    "east-midlands",
    "west-midlands",
    "east-of-england",
    "london",
    "south-east",
    "south-west",
];

/// How the postcodes of Northern Ireland begin, which have a licence of their own.
pub const LICENSED_APART: &str = "BT";

/// Whether a cell holds a code that stands where there is no area.
#[must_use]
pub fn is_no_area(cell: &[u8]) -> bool {
    cell.ends_with(PSEUDO.as_bytes())
}

/// Whether a code is that of a country or a region, or of no area at all.
#[must_use]
pub fn is_larger_code(code: &Gss) -> bool {
    LARGER.iter().any(|start| code.as_str().starts_with(start)) || is_no_area(code.as_str().as_bytes())
}

/// Whether a name is that of a country or a region.
#[must_use]
pub fn is_larger_name(name: &Slug) -> bool {
    NAMES.contains(&name.as_str())
}

/// Seats whose code was replaced while their area stayed the same for elections: the code of before, and the one in force.
///
/// After the United Kingdom Parliament's list of revised constituency identifiers; all are Scottish seats of 2024.
const REPLACED: [(&str, &str); 5] = [
    ("S14000006", "S14000107"),
    ("S14000008", "S14000108"),
    ("S14000010", "S14000109"),
    ("S14000040", "S14000110"),
    ("S14000058", "S14000111"),
];

/// The other code of the same seat, when it has had two.
#[must_use]
pub fn other_code_of_seat(code: &Gss) -> Option<Gss> {
    let other = REPLACED.iter().find_map(|(old, new)| match code.as_str() {
        code if code == *old => Some(*new),
        code if code == *new => Some(*old),
        _ => None,
    });
    other.and_then(|code| code.parse().ok())
}
