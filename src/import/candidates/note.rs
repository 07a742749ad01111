use std::fmt;

use super::contradiction::Contradiction;
use crate::atoms::{BallotId, PartyId, PersonId};
use crate::import::tables::shortened;

/// Something that a person should look at.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Note {
    /// The list says something else than a record, or than an earlier row.
    Contradiction(Contradiction),
    /// Somebody stands for another party than recorded, which the record now says.
    PartyChanged {
        /// The ballot.
        ballot: BallotId,
        /// The person.
        person: PersonId,
        /// The party of before.
        old: PartyId,
        /// The party that the list gives.
        new: PartyId,
    },
    /// Two recorded people are one: what is recorded of the first belongs to the second.
    SamePerson {
        /// The ballot on which both are recorded.
        ballot: BallotId,
        /// The id that was given up.
        old: PersonId,
        /// The id that stays.
        new: PersonId,
    },
    /// Somebody got another id, and stands on another ballot; the list does not hold the one of before.
    MovedAway {
        /// The ballot of before.
        ballot: BallotId,
        /// The id that was given up.
        old: PersonId,
        /// The id that took its place.
        new: PersonId,
        /// The ballot on which the list has the person.
        other: BallotId,
    },
    /// A ballot is said to have lists, and a row leaves the place on its list blank.
    NoPlaceOnList {
        /// The ballot.
        ballot: BallotId,
        /// The line of the first such row.
        line: u32,
    },
    /// Somebody was put in by name on a ballot that was in the order of the ballot paper.
    OrderUnknown {
        /// The ballot.
        ballot: BallotId,
    },
}

/// A party that the list calls otherwise than its record does.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct PartyCalled {
    /// The party.
    pub party: PartyId,
    /// Its name in the record.
    pub kept: String,
    /// What the list calls it.
    pub other: String,
    /// In how many rows.
    pub rows: usize,
    /// The line of the first of them.
    pub line: u32,
}

impl fmt::Display for PartyCalled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { party, kept, other, rows, line } = self;
        let (kept, other) = (shortened(kept, 80), shortened(other, 80));
        write!(f, "Look at candidates/parties/{party}.yaml: it says “name: {kept}”, and line {line} of the list ")?;
        match rows {
            1 => write!(f, "says “{other}”. ")?,
            rows => write!(f, "(and {} more) says “{other}”. ", rows - 1)?,
        }
        f.write_str("The record stays; change it by hand if the list is right.")
    }
}

impl Note {
    /// The contradiction that it tells of.
    pub(super) fn contradiction(&self) -> Option<&Contradiction> {
        match self {
            Self::Contradiction(contradiction) => Some(contradiction),
            _ => None,
        }
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Contradiction(contradiction) => contradiction.fmt(f),
            Self::PartyChanged { ballot, person, old, new } => {
                write!(
                    f,
                    "Look at {ballot}: {person} now stands for {new}, not {old}, so another party's line is shown."
                )
            }
            Self::SamePerson { ballot, old, new } => {
                write!(f, "Look at {ballot}: {old} and {new} are one person; move what is recorded of {old} by hand.")
            }
            Self::MovedAway { ballot, old, new, other } => {
                write!(
                    f,
                    "Look at {ballot}: the list does not hold this ballot, and has {new} (here {old} until now) "
                )?;
                write!(f, "on {other}. If {new} no longer stands here, write “status: not_listed”.")
            }
            Self::OrderUnknown { ballot } => write!(
                f,
                "Look at {ballot}: with somebody new, it is no longer known to be in the order of the ballot paper; \
                 put the candidates in that order and write “order: ballot_paper” again."
            ),
            Self::NoPlaceOnList { ballot, line } => {
                write!(
                    f,
                    "Look at {ballot}: line {line} gives no place on its list, so the ballot is not yet one of lists."
                )
            }
        }
    }
}
