use std::fmt;

use super::contradiction::Contradiction;
use super::note::Note;
use super::{BallotCounts, CandidatesOutcome, PeopleCounts, Skipped};
use crate::import::tables::{tell, tell_files};

impl fmt::Display for CandidatesOutcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let BallotCounts { added, changed, unchanged } = self.ballots;
        writeln!(f, "{} read", count(self.rows, "row", "rows"))?;
        tell(&self.guessed, f)?;
        for election in &self.elections_added {
            writeln!(f, "Election:  {election} is new")?;
        }
        writeln!(f, "Ballots:   {added} new, {changed} changed, {unchanged} unchanged")?;
        let PeopleCounts { added, renamed, merged, not_listed, listed_again } = self.people;
        write!(f, "People:    {added} added, {renamed} renamed, {merged} merged, {not_listed} no longer listed")?;
        if listed_again > 0 {
            write!(f, ", {listed_again} listed again")?;
        }
        writeln!(f, "\nParties:   {} new", self.parties_added.len())?;
        if self.adds_only {
            writeln!(f, "The list is older than the records, so it adds people and changes nothing else.")?;
        }
        self.details(f)
    }
}

impl CandidatesOutcome {
    fn details(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        /// How many of the rows left out are listed one by one.
        const SHOWN: usize = 20;
        if !self.skipped.is_empty() {
            writeln!(f, "{} left out:", count(self.skipped.len(), "row", "rows"))?;
        }
        for Skipped { line, reason } in self.skipped.iter().take(SHOWN) {
            writeln!(f, "  line {line}: {reason}")?;
        }
        if let Some(more) = self.skipped.len().checked_sub(SHOWN + 1) {
            writeln!(f, "  and {} more", more + 1)?;
        }
        self.notes(f)?;
        self.parties_called.iter().try_for_each(|called| writeln!(f, "{called}"))?;
        tell_files(&self.files, f)
    }

    /// Says each note once: what is the same elsewhere is counted, and of one fact a few are enough.
    fn notes(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        /// How many contradictions about one fact are told one by one.
        const SHOWN: usize = 10;
        let contradictions: Vec<&Contradiction> = self.notes.iter().filter_map(Note::contradiction).collect();
        for about in contradictions.chunk_by(|one, other| one.fact == other.fact) {
            let alike: Vec<&[&Contradiction]> = about.chunk_by(|one, other| one.is_like(other)).collect();
            for same in alike.iter().take(SHOWN) {
                write!(f, "{}", same[0])?;
                match same.len() - 1 {
                    0 => writeln!(f)?,
                    more => writeln!(f, " The same goes for {more} more.")?,
                }
            }
            if let Some(more) = alike.len().checked_sub(SHOWN + 1) {
                writeln!(f, "  and {} more like these about “{}”", more + 1, about[0].fact)?;
            }
        }
        self.notes.iter().filter(|note| note.contradiction().is_none()).try_for_each(|note| writeln!(f, "{note}"))
    }
}

fn count(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}
