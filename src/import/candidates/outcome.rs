use std::fmt;
use std::path::PathBuf;

use super::note::{Note, PartyCalled};
use crate::atoms::{BallotId, ElectionId, PartyId, PersonId};
use crate::import::tables::Guess;

/// What an import did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CandidatesOutcome {
    /// How many rows the list has.
    pub rows: usize,
    /// What the list does not say itself, and how it was taken.
    pub guessed: Vec<Guess>,
    /// Whether the list was only allowed to add, because it is older than the records.
    pub adds_only: bool,
    /// Elections for which a file was made.
    pub elections_added: Vec<ElectionId>,
    /// Parties for which a file was made.
    pub parties_added: Vec<PartyId>,
    /// What became of the ballots that the list holds.
    pub ballots: BallotCounts,
    /// What became of the people on them.
    pub people: PeopleCounts,
    /// Rows that were left out.
    pub skipped: Vec<Skipped>,
    /// What a person should look at.
    pub notes: Vec<Note>,
    /// Parties that the list calls otherwise than their records do.
    pub parties_called: Vec<PartyCalled>,
    /// The files made or changed, relative to the site's root.
    pub files: Vec<PathBuf>,
}

/// How many ballots of the list were new, changed, or already as the list says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct BallotCounts {
    /// Ballots for which a file was made.
    pub added: usize,
    /// Ballots whose file was changed.
    pub changed: usize,
    /// Ballots whose file stayed as it was.
    pub unchanged: usize,
}

/// How many candidacies were changed, and in what way.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PeopleCounts {
    /// New candidacies.
    pub added: usize,
    /// People whose name changed.
    pub renamed: usize,
    /// People whose id changed, because two entries for them were merged.
    pub merged: usize,
    /// People who are no longer listed.
    pub not_listed: usize,
    /// People who are listed again.
    pub listed_again: usize,
}

impl PeopleCounts {
    pub(super) fn add(&mut self, other: Self) {
        self.added += other.added;
        self.renamed += other.renamed;
        self.merged += other.merged;
        self.not_listed += other.not_listed;
        self.listed_again += other.listed_again;
    }
}

/// A row that was left out.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Skipped {
    /// The line of the list on which it begins.
    pub line: u32,
    /// Why.
    pub reason: SkipReason,
}

/// Why a row was left out.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum SkipReason {
    /// The same candidacy stands on an earlier line, with the same words.
    GivenTwice(u32),
    /// The same candidacy stands on an earlier line, with other words; the earlier one counts.
    GivenDifferently(u32),
    /// Its id was merged into that of another row on this ballot.
    MergedInto(PersonId),
    /// It belongs to another election than the one asked for.
    OtherElection(ElectionId),
    /// The list is older than the records, which have this person on another ballot.
    OnAnotherBallot(BallotId),
    /// The list is older than the records, which have this name for the same party under another id.
    KnownAs(PersonId),
    /// The list is older than the records, which say that the ballot is complete.
    BallotComplete,
}

impl fmt::Display for SkipReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::GivenTwice(line) => write!(f, "the same as line {line}"),
            Self::GivenDifferently(line) => write!(f, "the same person as on line {line}, which counts"),
            Self::MergedInto(person) => write!(f, "this id was merged into {person}, who is listed too"),
            Self::OtherElection(election) => write!(f, "it belongs to {election}"),
            Self::OnAnotherBallot(ballot) => write!(f, "the records have this person on {ballot}"),
            Self::KnownAs(person) => write!(f, "the records have this person as {person}"),
            Self::BallotComplete => f.write_str("the records say that this ballot is complete without this person"),
        }
    }
}
