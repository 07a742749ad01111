use crate::atoms::Gss;

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
