use jiff::civil::Date;

use super::{Ballot, Candidacy};
use crate::atoms::Slug;
use crate::load::Body;
use crate::load::records::LetterRecord;
use crate::model::Cell;

/// A letter that people can send.
#[derive(Debug)]
pub struct PublicLetter {
    /// Its id, which is its address.
    pub id: Slug,
    /// The day on which somebody last found it right.
    pub checked_on: Date,
    /// Its paragraphs as plain text, with blanks; lines are parted by line breaks.
    pub paragraphs: Vec<String>,
    /// Its record.
    pub record: LetterRecord,
    /// The text as it was written.
    pub body: Body,
}

owns_record!(PublicLetter: LetterRecord);

impl PublicLetter {
    /// Whether it is for the voters of a ballot.
    #[must_use]
    pub fn is_for(&self, ballot: &Ballot) -> bool {
        self.nation.as_ref().is_none_or(|nation| ballot.nation == Some(nation.value))
    }
}

/// What a voter can write to somebody who stands.
#[derive(Debug)]
pub struct LetterToCandidate<'a> {
    /// To whom.
    pub candidacy: &'a Candidacy,
    /// What.
    pub what: ToWrite<'a>,
}

/// What there is to write to a candidate. Whoever declined, was taken off or must not be asked is written nothing.
#[derive(Debug)]
pub enum ToWrite<'a> {
    /// A letter that asks what nothing is known of; never about nothing.
    Asks(&'a PublicLetter, Vec<&'a Cell>),
    /// A letter that thanks for answers.
    Thanks(&'a PublicLetter),
    /// Nothing for now: an answer is being checked.
    Waits,
}
