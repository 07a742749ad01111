use std::sync::Arc;

use super::{Mark, Question};
use crate::atoms::{ElectionId, PartyId, PersonId, Slug, Stance, Text};
use crate::country::uk::Nation;
use crate::diagnostic::FileName;
use crate::load::At;
use crate::load::records::PledgeRecord;

/// A pledge, and who signed it.
#[derive(Debug)]
pub struct Pledge {
    /// Its id, which is its address.
    pub id: Slug,
    /// The election for which people sign it.
    pub election: ElectionId,
    /// What it answers to questions of that election; empty when it answers none.
    pub answers: Vec<PledgeAnswer>,
    /// The signatures that are shown, in the order of the file.
    pub signatures: Vec<Signature>,
    /// Those that are held back for now. No page tells of them.
    pub held: Vec<Signature>,
    /// Its file.
    pub file: FileName,
    /// Its record, without its signatures and answers.
    pub record: PledgeRecord,
}

owns_record!(Pledge: PledgeRecord);

impl Pledge {
    /// All signatures on record: those that are shown, then those that are held back.
    pub fn recorded(&self) -> impl Iterator<Item = &Signature> {
        self.signatures.iter().chain(&self.held)
    }

    /// The signature of somebody, unless we withdrew it.
    #[must_use]
    pub fn signed_by(&self, who: &Signer) -> Option<&Signature> {
        self.recorded().find(|known| known.who == *who && !known.mark.is_retracted())
    }

    /// Whether a signature is an answer to a question too, and so among the answers of whoever signed.
    #[must_use]
    pub fn is_answer(&self, signature: &Signature) -> bool {
        !self.answers.is_empty() && !matches!(signature.who, Signer::Named(_))
    }
}

/// What a pledge answers to a question, and so does whoever signs it.
#[derive(Debug)]
pub struct PledgeAnswer {
    /// The question.
    pub question: Arc<Question>,
    /// The version that is answered.
    pub version: u32,
    /// The answer, which is a yes or a no.
    pub stance: Stance,
}

/// That somebody signed a pledge.
#[derive(Debug)]
pub struct Signature {
    /// Who.
    pub who: Signer,
    /// As what.
    pub capacity: Option<At<Text>>,
    /// Of a party: where it holds; empty for everywhere.
    pub nations: Vec<Nation>,
    /// How we know. Its stance is a yes to the pledge itself, whatever that answers.
    pub mark: Mark,
}

/// Whose signature it is. A party and one of its people are never one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Signer {
    /// Somebody who stands.
    Person(PersonId),
    /// A party.
    Party(PartyId),
    /// Somebody of whom only the name is known here.
    Named(Text),
}

impl Signer {
    /// The id, or the name of somebody who has none.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Person(id) => id.as_str(),
            Self::Party(id) => id.as_str(),
            Self::Named(name) => name.as_str(),
        }
    }
}

/// The pledge by whose signature a mark is on record, and where it stands.
#[derive(Debug, Clone)]
pub struct SignedPledge {
    /// Its id.
    pub id: Slug,
    /// What it is called.
    pub title: Text,
    /// Its file, in which the signature is.
    pub file: FileName,
}
