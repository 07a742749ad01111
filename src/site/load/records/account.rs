use hustings_derive::Record;

use super::Translations;
use crate::atoms::{
    AccountKind, AccountResponse, BallotId, FigureUnit, PartialDate, PartyId, PersonId, QuestionId, Slug, SourceKind,
    Text, WebUrl, WrittenState,
};
use crate::country::uk::{Gss, Nation};
use crate::load::field::At;

/// Something that is claimed, laid down, tried out or reported around the questions: `content/accounts/<id>.yaml`.
#[derive(Debug, Clone, Record)]
pub struct AccountRecord {
    /// What kind of thing it tells of.
    #[key(example = "pilot")]
    pub kind: AccountKind,
    /// What it is about, in a few words that claim nothing.
    #[key(told = words, example = "A net over the duck pond")]
    pub about: At<Text>,
    /// What it says, in one sentence of our own. Wherever it is shown, what we can say of it stands in the same sentence.
    #[key(told = words, example = "The council is trying out a net over the pond.")]
    pub says: At<Text>,
    /// When it does not apply, as the rest of a sentence. It stands above everything else on the page.
    #[key(told = words, example = "the pond is frozen: then nobody may go near it.")]
    pub does_not_apply_when: Option<At<Text>>,
    /// Who says it, laid it down or does it: an organisation, or somebody in public office.
    #[key(told = name, example = "Example Council")]
    pub by: Text,
    /// When that was.
    #[key(default = "the day of the first report", example = "2031-03")]
    pub date: Option<At<PartialDate>>,
    /// Which version of a text it is.
    #[key(told = kept, example = "version 3")]
    pub version: Option<Text>,
    /// Where in that text it stands.
    #[key(told = kept, example = "1.5")]
    pub section: Option<Text>,
    /// Since when it holds or goes on.
    #[key(example = "2031-03-15")]
    pub from: Option<At<PartialDate>>,
    /// Until when.
    #[key(example = "2031-06")]
    pub until: Option<At<PartialDate>>,
    /// Who carries it out, when somebody else does.
    #[key(told = name, example = "Example Nets Ltd")]
    pub provider: Option<Text>,
    /// The numbers in it.
    pub numbers: Vec<NumberRecord>,
    /// The areas that it names.
    pub areas: Vec<NamedAreaRecord>,
    /// The questions that it is about; their pages show it.
    #[key(value = "list of question ids", example = "[duck-pond]")]
    pub questions: Vec<At<QuestionId>>,
    /// The parties that it concerns; their pages show it.
    #[key(value = "list of ids of parties", example = "[pp9001]")]
    pub parties: Vec<At<PartyId>>,
    /// The candidates whom it concerns; their pages show it.
    #[key(value = "list of ids of people", example = "[990001]")]
    pub people: Vec<At<PersonId>>,
    /// Who published it, and who told of it.
    #[key(needed, needed = "yes, at least one that somebody read", value = "list of the keys below")]
    pub evidence: Vec<At<SourceRecord>>,
    /// What those whom it concerns say of it.
    pub responses: Vec<ResponseRecord>,
    /// That somebody tried to verify it and could not.
    pub verification: Option<TriedRecord>,
    /// The account that stands in its place now.
    #[key(value = "id of an account", example = "pond-net-summer")]
    pub superseded_by: Option<At<Slug>>,
    /// Anything else that a reader should know.
    #[key(told = words, example = "The net is green.")]
    pub note: Option<At<Text>>,
    /// When it was put into the records. Then the latest changes and the feeds tell of it.
    #[key(example = "2031-04-02")]
    pub entered: Option<At<PartialDate>>,
    /// Earlier ids, which leave a redirect page.
    #[key(example = "[net-on-the-pond]")]
    pub former: Vec<At<Slug>>,
    /// The texts in further languages.
    pub translations: Option<Translations>,
    /// Says that contact details in this record are published by their owner for everyone.
    #[key(default = "false", example = "true")]
    pub public_contact: bool,
}

/// A number in an account.
#[derive(Debug, Clone, Record)]
pub struct NumberRecord {
    /// How many.
    #[key(example = "3000")]
    pub n: u32,
    /// Of what.
    #[key(told = words, example = "ducks")]
    pub of: At<Text>,
    /// What it counts. Fewer than 10 `people` are never shown as a number.
    #[key(default = "`people`", or = FigureUnit::People, example = "count")]
    pub unit: FigureUnit,
    /// Whether the source says “about”.
    #[key(default = "false", example = "true")]
    pub about: bool,
    /// The text in further languages.
    pub translations: Option<Translations>,
}

/// An area that an account names, and the ballots of this site that lie in it as far as somebody knows.
#[derive(Debug, Clone, Record)]
pub struct NamedAreaRecord {
    /// Its name, as the source has it.
    #[key(told = name, example = "Pond Lane and around")]
    pub name: Text,
    /// Ballots that lie in it; their pages show the account.
    #[key(value = "list of ids of ballots", example = "[example.pond-lane.2031-05-01]")]
    pub ballots: Vec<At<BallotId>>,
    /// GSS codes: a ballot whose area has one of them lies in it.
    #[key(value = "list of GSS codes", example = "[E05999902]")]
    pub gss: Vec<Gss>,
    /// A region: the ballots that name it lie in it.
    #[key(value = "text", example = "Example Coast")]
    pub region: Option<Text>,
    /// A nation: its ballots lie in it; with `region`, those of both.
    #[key(example = "wales")]
    pub nation: Option<Nation>,
}

/// A source of an account, or of a response to it.
#[derive(Debug, Clone, Record)]
pub struct SourceRecord {
    /// What it is called.
    #[key(told = kept, example = "A net for the pond")]
    pub title: Text,
    /// Who published it. Two publishers who tell of it by themselves confirm it.
    #[key(told = kept, example = "Example Gazette")]
    pub publisher: At<Text>,
    /// What it is good for.
    #[key(default = "`source`", or = SourceKind::Source, example = "repeat")]
    pub kind: SourceKind,
    /// The place in it.
    #[key(name = "where", told = kept, example = "page 4")]
    pub place: Option<Text>,
    /// When it was published.
    #[key(example = "2031-03-14")]
    pub date: Option<At<PartialDate>>,
    /// Why we think that it was then, when it does not say.
    #[key(told = kept)]
    pub date_inferred: Option<Text>,
    /// Where it can be read.
    pub url: Option<At<WebUrl>>,
    /// A lasting copy in a web archive. Without one, `check` warns.
    pub archived: Option<WebUrl>,
    /// When we last read it at `url`.
    pub accessed: Option<At<PartialDate>>,
}

/// What somebody whom an account concerns says of it.
#[derive(Debug, Clone, Record)]
pub struct ResponseRecord {
    /// Who: an organisation, or somebody who speaks in public.
    #[key(told = name, example = "Pond Club")]
    pub by: Text,
    /// What it comes to. One that `denies` makes the account disputed.
    #[key(example = "denies")]
    pub response: AccountResponse,
    /// What they say, in our own words.
    #[key(told = words, example = "It says that there is no net.")]
    pub says: Option<At<Text>>,
    /// When.
    #[key(example = "2031-03-20")]
    pub date: Option<At<PartialDate>>,
    /// Where that was published, when it is none of the account’s own sources.
    pub source: Option<At<SourceRecord>>,
    /// When it was put into the records, when later than the account.
    #[key(example = "2031-04-05")]
    pub entered: Option<At<PartialDate>>,
    /// The texts in further languages.
    pub translations: Option<Translations>,
}

/// That somebody tried to verify an account and could not.
#[derive(Debug, Clone, Record)]
pub struct TriedRecord {
    /// `unverified`, the only state that is written: all others follow from the record.
    pub state: WrittenState,
    /// Who tried what.
    #[key(told = words, example = "We rang the council twice.")]
    pub tried: At<Text>,
    /// When.
    #[key(example = "2031-03-18")]
    pub date: Option<At<PartialDate>>,
    /// The text in further languages.
    pub translations: Option<Translations>,
}
