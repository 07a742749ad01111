use hustings_derive::Record;

use super::{EvidenceRecord, OfficeContactRecord, PositionRecord, ReplyRecord, TakedownRecord, Translations};
use crate::atoms::{
    BallotId, BallotKind, BallotOrder, PartialDate, PartyId, PersonId, PersonPage, PictureName, Slug, Standing, Text,
    WebUrl,
};
use crate::country::uk::{Gss, Nation};
use crate::load::field::{At, Rare};

/// One ballot with its candidacies: `candidates/<election-id>/<area-slug>.yaml`.
#[derive(Debug, Clone, Record)]
pub struct BallotRecord {
    /// The ballot's id.
    #[key(value = "id", example = "example.pond-lane.2031-05-01")]
    pub id: At<BallotId>,
    /// The area that votes.
    #[key(value = "group with `name` (needed) and `gss`", example = "{name: Pond Lane, gss: E05999902}")]
    pub area: AreaRecord,
    /// The nation in which it lies.
    #[key(example = "england")]
    pub nation: Option<At<Nation>>,
    /// The region in which it lies.
    #[key(told = name, example = "North West")]
    pub region: Option<Text>,
    /// How many are elected.
    #[key(default = "1", example = "3")]
    pub seats: Option<At<u32>>,
    /// Whether voters choose people or lists.
    #[key(default = "`people`", example = "lists")]
    pub kind: Option<BallotKind>,
    /// Whether the poll was called off.
    #[key(default = "false", example = "true")]
    pub cancelled: Option<At<bool>>,
    /// When and why the poll was called off; only beside `cancelled: true`.
    #[key(value = "group with `date`, `reason` and `uncontested`")]
    pub cancellation: Option<At<CancellationRecord>>,
    /// Whether the list of candidates is complete.
    #[key(value = "group with `value` and `source` (needed) and `date`")]
    pub complete: Option<CompleteRecord>,
    /// In what order the candidates stand, when it is known. An import takes `ballot_paper` out when it puts somebody in.
    #[key(example = "ballot_paper")]
    pub order: Option<BallotOrder>,
    /// The candidates, in the order in which they are shown; on a ballot of `lists`, list by list and by number, with those
    /// who are on none last.
    pub candidates: Vec<At<CandidacyRecord>>,
    /// Earlier names of the file, which leave a redirect page.
    #[key(example = "[old-name]")]
    pub former: Vec<At<Slug>>,
    /// The texts in further languages.
    pub translations: Option<Translations>,
    /// Says that contact details in this ballot, but not in its candidates, are published by their owner for everyone.
    #[key(default = "false", example = "true")]
    pub public_contact: bool,
}

/// An area that votes.
#[derive(Debug, Clone, Record)]
pub struct AreaRecord {
    /// Its name.
    #[key(told = name, example = "Pond Lane")]
    pub name: Text,
    /// Its GSS code.
    #[key(value = "a capital letter and eight digits", example = "E05999902")]
    pub gss: Option<Gss>,
}

/// When and why a poll was called off.
#[derive(Debug, Clone, Default, Record)]
pub struct CancellationRecord {
    /// When the poll was called off.
    #[key(example = "2031-04-04")]
    pub date: Option<PartialDate>,
    /// Why, as a sentence.
    #[key(told = kept, example = "A candidate has died.")]
    pub reason: Option<Text>,
    /// Whether all who stand are elected without a vote.
    #[key(default = "worked out", example = "true")]
    pub uncontested: Option<At<bool>>,
}

/// Whether a list of candidates is complete.
#[derive(Debug, Clone, Record)]
pub struct CompleteRecord {
    /// Whether the list is complete.
    #[key(needed, example = "true")]
    pub value: bool,
    /// How we know.
    #[key(told = kept, example = "Statement of persons nominated")]
    pub source: Text,
    /// Since when we know.
    #[key(example = "2031-04-04")]
    pub date: Option<At<PartialDate>>,
}

/// That a party does not support its candidate any more.
#[derive(Debug, Clone, Record)]
pub struct SupportWithdrawnRecord {
    /// Since when.
    #[key(example = "2031-04-20")]
    pub date: At<PartialDate>,
    /// What happened, in your words.
    #[key(told = words, example = "The party says that it will not campaign for her.")]
    pub says: Option<At<Text>>,
    /// Where it was said; at least one entry.
    #[key(needed, needed = "yes", value = "list of [evidence](#evidence)")]
    pub evidence: Vec<At<EvidenceRecord>>,
    /// The texts in further languages.
    pub translations: Option<Translations>,
}

/// What became of a candidacy on polling day.
#[derive(Debug, Clone, Record)]
pub struct ElectedRecord {
    /// Whether the person was elected.
    #[key(needed, example = "true")]
    pub value: At<bool>,
    /// How many votes the person got.
    #[key(example = "12345")]
    pub votes: Option<u32>,
    /// How we know.
    #[key(told = kept, example = "Declaration of result")]
    pub source: Text,
    /// Where that can be read.
    #[key(example = "https://example.org/result")]
    pub url: Option<WebUrl>,
    /// When the result was declared.
    #[key(example = "2031-05-02")]
    pub date: Option<At<PartialDate>>,
}

/// A photograph of a candidate, and what lets the site show it. It is published small and made anew, so that nothing of what the file
/// told of place, device or time goes with it.
#[derive(Debug, Clone, Record)]
pub struct PhotoRecord {
    /// Its name in `content/pictures/`.
    #[key(value = "name of a file", example = "asha-example.jpg")]
    pub file: At<PictureName>,
    /// Why you may publish it.
    #[key(told = kept, example = "She sent it to us for this site.")]
    pub rights: Text,
    /// Whom to credit for it.
    #[key(told = kept, example = "Photograph by a neighbour")]
    pub credit: Text,
    /// What it shows, for who cannot see it.
    #[key(told = kept, default = "that it is a photograph of the person", example = "Asha Example beside a pond")]
    pub alt: Option<Text>,
}

/// One person's candidacy on one ballot.
#[derive(Debug, Clone, Record)]
pub struct CandidacyRecord {
    /// Democracy Club's number, or `local-<name>`.
    #[key(value = "id", example = "4372")]
    pub person: At<PersonId>,
    /// The name as on the ballot paper.
    #[key(told = person, example = "Asha Example")]
    pub name: Text,
    /// The name as it is sorted, family name first.
    #[key(example = "Example, Asha")]
    pub sort_name: Option<Text>,
    /// Whether a program guessed `sort_name`. `check` lists those.
    #[key(default = "false", example = "true")]
    pub guessed: bool,
    /// The party, joint description or label.
    #[key(example = "pp9001")]
    pub party: At<PartyId>,
    /// That the party does not support this candidate any more.
    pub support_withdrawn: Option<Rare<At<SupportWithdrawnRecord>>>,
    /// The description on the ballot paper, when it is not the party's name.
    #[key(told = name)]
    pub description: Option<Rare<Text>>,
    /// Whether the person stands.
    #[key(default = "`standing`", or = Standing::Standing, example = "withdrawn")]
    pub status: Standing,
    /// Since when the person does not stand.
    #[key(example = "2031-04-10")]
    pub status_date: Option<At<PartialDate>>,
    /// Why the person does not stand, as a sentence.
    #[key(told = kept, example = "He has moved away.")]
    pub status_because: Option<Rare<Text>>,
    /// Whether the person was elected, and how we know.
    #[key(value = "group, below")]
    pub elected: Option<Rare<At<ElectedRecord>>>,
    /// The place on the party's list.
    #[key(needed = "on ballots of `lists`, but for independents", example = "1")]
    pub list_position: Option<At<u32>>,
    /// The person's own campaign website.
    pub website: Option<WebUrl>,
    /// Where voters can write to the person as a candidate. Letters lead there.
    #[key(value = "group, below")]
    pub office_contact: Option<Rare<OfficeContactRecord>>,
    /// A photograph of the person; shown when the site says `photographs: true`.
    #[key(value = "group, below")]
    pub photo: Option<Rare<PhotoRecord>>,
    /// The other ballot of this election that has this person's answers.
    #[key(needed = "when the person stands twice")]
    pub answers_in: Option<At<BallotId>>,
    /// Earlier ids of the person, by which older lists may know them.
    #[key(example = "[4371]")]
    pub former: Vec<At<PersonId>>,
    /// Earlier names of the person's page (the last part of its address), which leave a redirect page. An import adds them
    /// when an id or a name changes.
    #[key(value = "list of names", example = "[4371-asha-example]")]
    pub former_pages: Vec<At<PersonPage>>,
    /// What the person answered.
    #[key(value = "list of [marks](#a-mark-positions-and-lines)")]
    pub positions: Vec<At<PositionRecord>>,
    /// What the person says about this page.
    #[key(value = "[reply](#reply-and-takedown)")]
    pub reply: Option<Rare<ReplyRecord>>,
    /// Takes all marks of this candidacy off the site.
    #[key(value = "[takedown](#reply-and-takedown)")]
    pub takedown: Option<Rare<TakedownRecord>>,
    /// The texts in further languages.
    pub translations: Option<Translations>,
    /// Says that contact details in this record are published by their owner for everyone.
    #[key(default = "false", example = "true")]
    pub public_contact: bool,
}
