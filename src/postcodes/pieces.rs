use super::Table;
use crate::country::uk::Outcode;

/// Parts the sectors of a first half into runs of digits, each of which some tables hold in at most `most` bytes of
/// their texts; a sector that takes more by itself is a run of its own. Gives the first digit of every run, in order:
/// one where nothing need be parted, none for a first half that no table holds.
#[must_use]
pub fn pieces(tables: &[&Table], outcode: Outcode, most: usize) -> Vec<u8> {
    let (mut starts, mut bytes) = (Vec::new(), 0);
    for digit in 0..=9 {
        let more: usize = tables.iter().map(|table| table.bytes_of(outcode, digit)).sum();
        if more > 0 && (starts.is_empty() || bytes + more > most) {
            starts.push(digit);
            bytes = 0;
        }
        bytes += more;
    }
    starts
}
