use std::fmt;
use std::path::PathBuf;

use super::rows::NoPostcode;
use crate::import::boundaries::{BallotArea, Ballots};
use crate::import::tables::{Guess, LeftOut, named, tell, tell_files, tell_left_out};
use crate::postcodes::Table;

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
    /// The areas of ballots in which no postcode lies.
    pub without: Vec<String>,
    /// The areas in which postcodes lie and that have no ballot.
    pub no_ballot: Vec<String>,
    /// What the tables do not say themselves, and how it was taken.
    pub guessed: Vec<Guess>,
    /// How many rows were left out why, and where the first of them stands.
    pub left_out: LeftOut<NoPostcode>,
    /// Files of folders that are no tables of postcodes.
    pub passed_over: Vec<PathBuf>,
    /// The files that were written.
    pub files: Vec<PathBuf>,
}

impl PostcodesOutcome {
    /// Names the areas that only the ballots have, and those that only the table has.
    pub(super) fn name_what_differs(&mut self, ballots: &Ballots, table: &Table) {
        let codes = ballots.codes();
        let lacking = ballots.areas.iter().filter(|area| area.code.as_ref().is_some_and(|code| !table.has_area(code)));
        self.without = lacking.map(BallotArea::called).collect();
        if !codes.is_empty() {
            let other = table.areas().filter(|(code, _)| !codes.contains(code));
            self.no_ballot =
                other.map(|(code, name)| name.map_or_else(|| code.to_string(), ToString::to_string)).collect();
        }
    }
}

impl fmt::Display for NoPostcode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Short => "the row is too short",
            Self::Malformed => "no postcode stands where one belongs",
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
        tell(&self.guessed, f)?;
        writeln!(f, "Postcodes: {} in use, {} no longer in use", self.live, self.gone)?;
        match self.shared {
            0 => {}
            1 => writeln!(f, "Shared:    1 lies in more than one area, and leads to all of them")?,
            n => writeln!(f, "Shared:    {n} lie in more than one area, and lead to all of theirs")?,
        }
        let (reached, all) = self.reached;
        writeln!(f, "Areas:     {}; {reached} of the {all} areas with ballots are among them", self.areas)?;
        if !self.without.is_empty() {
            writeln!(f, "None in:   {}, which have ballots", named(&self.without))?;
        }
        if !self.no_ballot.is_empty() {
            writeln!(f, "No ballot: {}", named(&self.no_ballot))?;
        }
        if all == 0 {
            writeln!(f, "No ballot has a code of its area (“gss:”), so no postcode leads to one yet.")?;
        }
        tell_left_out(&self.left_out, f)?;
        for path in &self.passed_over {
            writeln!(f, "Not read:  {}, which is no table of postcodes", path.display())?;
        }
        tell_files(&self.files, f)
    }
}
