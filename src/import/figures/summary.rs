use std::fmt;
use std::path::PathBuf;

use super::rows::NoFigure;
use crate::import::tables::{Guess, LeftOut, named, tell, tell_files, tell_left_out};

/// What an import of figures did.
#[derive(Debug, Default)]
pub struct FiguresOutcome {
    /// How many rows were read.
    pub rows: usize,
    /// What the table does not say itself, and how it was taken.
    pub guessed: Vec<Guess>,
    /// How many areas have a figure.
    pub known: usize,
    /// For how many areas none is published.
    pub not_published: usize,
    /// How many ballots there are whose area could have a figure.
    pub ballots: usize,
    /// The areas of the ballots that the table lacks, or for which none is published.
    pub without: Vec<String>,
    /// How many rows were left out why, and on which line the first of them stands.
    pub left_out: LeftOut<NoFigure>,
    /// The files that were written.
    pub files: Vec<PathBuf>,
}

impl fmt::Display for NoFigure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Total => "about a country or region",
            Self::Unknown => "about those whose area is unknown",
            Self::NoArea => "no area stands where one belongs",
            Self::Again => "the same as an earlier row",
        })
    }
}

impl fmt::Display for FiguresOutcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "Rows:      {} read", self.rows)?;
        tell(&self.guessed, f)?;
        writeln!(f, "Areas:     {} with a figure, {} for which none is published", self.known, self.not_published)?;
        let with = self.ballots - self.without.len();
        writeln!(f, "Ballots:   {with} of {} have a figure now", self.ballots)?;
        if !self.without.is_empty() {
            writeln!(f, "None for:  {}", named(&self.without))?;
        }
        tell_left_out(&self.left_out, f)?;
        tell_files(&self.files, f)
    }
}
