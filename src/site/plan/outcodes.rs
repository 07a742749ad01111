use std::ops::RangeInclusive;

use crate::atoms::SitePath;
use crate::country::uk::Outcode;
use crate::postcodes::{PostcodeTable, pieces};

/// How many bytes of the tables' texts one script may hold. With 900, what is loaded for one answer stays well under 3 kB
/// for every postcode in Great Britain, and one first half in twelve is parted; `docs/performance.md` has the figures.
const MOST_IN_ONE: usize = 900;

/// Where the postcodes of one first half lie as data.
#[derive(Debug)]
pub struct OutcodeScripts {
    /// The script that is named after it, which holds them all, or tells how they are parted.
    pub whole: SitePath,
    /// The scripts that hold a part each; none where one is enough.
    pub pieces: Vec<OutcodePiece>,
}

/// Some sectors of a first half.
#[derive(Debug)]
pub struct OutcodePiece {
    /// The digits of the sectors.
    pub digits: RangeInclusive<u8>,
    /// The script that holds them.
    pub path: SitePath,
}

impl OutcodeScripts {
    /// The scripts for the postcodes that some tables hold; `place` gives a name its address.
    pub(super) fn of(tables: &[&PostcodeTable], outcode: Outcode, mut place: impl FnMut(&str) -> SitePath) -> Self {
        let name = format!("find/postcodes/{}", outcode.as_str().to_lowercase());
        let whole = place(&format!("{name}.js"));
        let starts = pieces(tables, outcode, MOST_IN_ONE);
        if starts.len() < 2 {
            return Self { whole, pieces: Vec::new() };
        }
        let ends = starts.iter().skip(1).map(|next| next - 1).chain([9]);
        let pieces = starts
            .iter()
            .zip(ends)
            .map(|(first, last)| OutcodePiece { digits: *first..=last, path: place(&format!("{name}-{first}.js")) });
        Self { whole, pieces: pieces.collect() }
    }
}
