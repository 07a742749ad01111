use std::collections::BTreeMap;
use std::fmt;
use std::path::PathBuf;

use super::rows::LeftOut;

/// What an import of postcodes did.
#[derive(Debug, Default)]
pub struct PostcodesOutcome {
    /// How many rows were read.
    pub rows: u64,
    /// How many postcodes are in use.
    pub live: u32,
    /// How many are no longer in use.
    pub gone: u32,
    /// How many of those in use lie in more than one area.
    pub shared: u32,
    /// How many areas they lie in.
    pub areas: usize,
    /// How many areas of the ballots they reach, and how many there are.
    pub reached: (usize, usize),
    /// How many rows were left out why, and where the first of them stands.
    pub left_out: BTreeMap<LeftOut, (u64, String)>,
    /// Files of folders that are no tables of postcodes.
    pub passed_over: Vec<PathBuf>,
    /// The files that were written.
    pub files: Vec<PathBuf>,
}

impl fmt::Display for LeftOut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Short => "the row is too short",
            Self::NoPostcode => "no postcode stands where one belongs",
            Self::NoArea => "no code of an area stands where one belongs",
            Self::NotLookedUp => "the lookup does not lead to an area",
            Self::NorthernIreland => {
                "in Northern Ireland, whose postcodes are licensed apart; if you may publish them, say so with \
                 --northern-ireland-licence"
            }
        })
    }
}

impl fmt::Display for PostcodesOutcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "Rows:      {} read", self.rows)?;
        writeln!(f, "Postcodes: {} in use, {} no longer in use", self.live, self.gone)?;
        match self.shared {
            0 => {}
            1 => writeln!(f, "Shared:    1 lies in more than one area, and leads to all of them")?,
            n => writeln!(f, "Shared:    {n} lie in more than one area, and lead to all of theirs")?,
        }
        let (reached, all) = self.reached;
        writeln!(f, "Areas:     {}; {reached} of the {all} areas with ballots are among them", self.areas)?;
        if all == 0 {
            writeln!(f, "No ballot has a code of its area (“gss:”), so no postcode leads to one yet.")?;
        }
        for (why, (n, first)) in &self.left_out {
            writeln!(f, "Left out:  {n}: {why} (first: {first})")?;
        }
        for path in &self.passed_over {
            writeln!(f, "Not read:  {}, which is no table of postcodes", path.display())?;
        }
        match self.files.len() {
            0 => writeln!(f, "Nothing to change."),
            1 => writeln!(f, "1 file written."),
            n => writeln!(f, "{n} files written."),
        }
    }
}
