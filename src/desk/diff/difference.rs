use jiff::civil::Date;
use serde::Serialize;

/// What changed between two states of the records of a site, as far as the site shows it.
#[derive(Debug, Serialize)]
pub(crate) struct Differences {
    /// The day of the older records.
    pub(crate) old_as_of: Date,
    /// The day of the newer records.
    pub(crate) new_as_of: Date,
    /// How many errors the older records have: what they hide may look new.
    pub(crate) old_errors: usize,
    /// How many errors the newer records have: what they hide may look gone.
    pub(crate) new_errors: usize,
    /// The elections in which something changed, the latest first.
    pub(crate) elections: Vec<ElectionDifference>,
    /// Accounts, pledges, and signatures that are no answers.
    pub(crate) around: Vec<Difference>,
    /// What we put right.
    pub(crate) corrections: Vec<Difference>,
    /// What only those who keep the records need to know.
    pub(crate) notes: Vec<Difference>,
}

/// What changed in one election.
#[derive(Debug, Serialize)]
pub(crate) struct ElectionDifference {
    /// The election.
    pub(crate) id: String,
    /// Its name.
    pub(crate) name: String,
    /// Whether it is made up.
    pub(crate) fictional: bool,
    /// Ballot by ballot, then what parties say.
    pub(crate) groups: Vec<DifferenceGroup>,
}

/// What changed on one ballot, or of what parties say.
#[derive(Debug, Serialize)]
pub(crate) struct DifferenceGroup {
    /// The ballot; none for parties.
    pub(crate) ballot: Option<String>,
    /// Its area, or that these are parties.
    pub(crate) name: String,
    /// What changed.
    pub(crate) changes: Vec<Difference>,
}

/// One thing that changed.
#[derive(Debug, Serialize)]
pub(crate) struct Difference {
    /// What kind of thing.
    pub(crate) kind: DifferenceKind,
    /// The id of the person or party.
    pub(crate) id: Option<String>,
    /// The question, of an answer.
    pub(crate) question: Option<String>,
    /// What was answered before, as people say it.
    pub(crate) from: Option<&'static str>,
    /// What is answered now, as people say it.
    pub(crate) to: Option<&'static str>,
    /// How sure the answer is, where it is not.
    pub(crate) hedge: Option<&'static str>,
    /// Where it was said.
    pub(crate) sources: Vec<DifferenceSource>,
    /// All of it as one or a few sentences, with their hedges.
    pub(crate) sentence: String,
}

/// Where an answer was said.
#[derive(Debug, Serialize)]
pub(crate) struct DifferenceSource {
    /// What it is called.
    pub(crate) title: String,
    /// Where in it, or where it is kept.
    pub(crate) place: Option<String>,
    /// Its address.
    pub(crate) url: Option<String>,
}

/// What kind of thing changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum DifferenceKind {
    /// A ballot that was not there.
    NewBallot,
    /// A poll that was called off.
    CalledOff,
    /// Somebody who was not listed.
    NewCandidate,
    /// Somebody who is not listed any more.
    Gone,
    /// Somebody who stands elsewhere now.
    Moved,
    /// Whether somebody stands.
    Status,
    /// For which party somebody stands.
    Party,
    /// That a party does not support somebody any more.
    SupportWithdrawn,
    /// An answer where there was none, or one more of the same.
    NewAnswer,
    /// Another answer than before.
    ChangedAnswer,
    /// An answer that is double-checked now.
    Confirmed,
    /// An answer that is not double-checked any more.
    Unconfirmed,
    /// An answer that somebody denies.
    Disputed,
    /// An answer that could not be verified.
    Unverified,
    /// An answer that was disputed, or could not be verified, and stands now.
    Settled,
    /// An answer that we took back.
    Retracted,
    /// An answer that was taken off the site, or all of somebody's.
    TakenDown,
    /// An answer that is on the site again.
    Back,
    /// An answer that is not on record any more.
    Removed,
    /// What somebody says of what we show.
    Reply,
    /// Somebody who was elected.
    Elected,
    /// A pledge that was not there.
    NewPledge,
    /// Something new of a signature that is no answer.
    Signature,
    /// An account that was not there.
    NewAccount,
    /// How far an account can be relied upon.
    AccountStatus,
    /// What somebody says of an account.
    Response,
    /// What we put right.
    Correction,
    /// Another id of the same person.
    NewId,
}

impl Differences {
    /// Whether there is nothing to tell.
    pub(crate) fn is_empty(&self) -> bool {
        self.elections.is_empty() && self.around.is_empty() && self.corrections.is_empty() && self.notes.is_empty()
    }
}

impl Difference {
    /// A change that is no answer.
    pub(super) fn plain(kind: DifferenceKind, id: Option<&str>, sentence: String) -> Self {
        let id = id.map(str::to_owned);
        Self { kind, id, question: None, from: None, to: None, hedge: None, sources: Vec::new(), sentence }
    }

    /// The same with one more sentence, if there is one.
    pub(super) fn but(mut self, but: Option<String>) -> Self {
        self.sentence.extend(but.into_iter().flat_map(|but| [" ".to_owned(), but]));
        self
    }
}
