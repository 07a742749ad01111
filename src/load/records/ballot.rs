use hustings_derive::Record;

use super::{EvidenceRecord, PositionRecord, ReplyRecord, TakedownRecord, Translations};
use crate::atoms::{
    BallotId, BallotKind, BallotOrder, PartialDate, PartyId, PersonId, PersonPage, Slug, Standing, Text, WebUrl,
};
use crate::country::uk::{Gss, Nation};
use crate::load::field::{At, Field};

/// One ballot with its candidacies: `candidates/<election-id>/<area-slug>.yaml`.
#[derive(Debug, Clone, Record)]
pub struct BallotRecord {
    /// The ballot's id.
    #[key(needed, value = "id", example = "example.pond-lane.2031-05-01")]
    pub id: Option<Field<BallotId>>,
    /// The area that votes.
    #[key(needed, value = "group with `name` (needed) and `gss`", example = "{name: Pond Lane, gss: E05999902}")]
    pub area: Option<At<AreaRecord>>,
    /// The nation in which it lies.
    #[key(example = "england")]
    pub nation: Option<Field<Nation>>,
    /// The region in which it lies.
    #[key(told = name, example = "North West")]
    pub region: Option<Field<Text>>,
    /// How many are elected.
    #[key(default = "1", example = "3")]
    pub seats: Option<At<u32>>,
    /// Whether voters choose people or lists.
    #[key(default = "`people`", example = "lists")]
    pub kind: Option<Field<BallotKind>>,
    /// Whether the poll was called off.
    #[key(default = "false", example = "true")]
    pub cancelled: Option<At<bool>>,
    /// When and why the poll was called off; only beside `cancelled: true`.
    #[key(value = "group with `date`, `reason` and `uncontested`")]
    pub cancellation: Option<At<CancellationRecord>>,
    /// Whether the list of candidates is complete.
    #[key(value = "group with `value` and `source` (needed) and `date`")]
    pub complete: Option<At<CompleteRecord>>,
    /// In what order the candidates stand, when it is known. An import takes `ballot_paper` out when it puts somebody in.
    #[key(example = "ballot_paper")]
    pub order: Option<Field<BallotOrder>>,
    /// The candidates, in the order in which they are shown; on a ballot of `lists`, list by list and by number, with those
    /// who are on none last.
    pub candidates: Option<Vec<At<CandidacyRecord>>>,
    /// Earlier names of the file, which leave a redirect page.
    #[key(example = "[old-name]")]
    pub former: Option<Vec<Field<Slug>>>,
    /// The texts in further languages.
    pub translations: Option<Translations>,
    /// Says that contact details in this ballot, but not in its candidates, are published by their owner for everyone.
    #[key(default = "false", example = "true")]
    pub public_contact: Option<At<bool>>,
}

/// An area that votes.
#[derive(Debug, Clone, Record)]
pub struct AreaRecord {
    /// Its name.
    #[key(needed, told = name, example = "Pond Lane")]
    pub name: Option<Field<Text>>,
    /// Its GSS code.
    #[key(value = "a capital letter and eight digits", example = "E05999902")]
    pub gss: Option<Field<Gss>>,
}

/// When and why a poll was called off.
#[derive(Debug, Clone, Default, Record)]
pub struct CancellationRecord {
    /// When the poll was called off.
    #[key(example = "2031-04-04")]
    pub date: Option<Field<PartialDate>>,
    /// Why, as a sentence.
    #[key(told = kept, example = "A candidate has died.")]
    pub reason: Option<Field<Text>>,
    /// Whether all who stand are elected without a vote.
    #[key(default = "worked out", example = "true")]
    pub uncontested: Option<At<bool>>,
}

/// Whether a list of candidates is complete.
#[derive(Debug, Clone, Record)]
pub struct CompleteRecord {
    /// Whether the list is complete.
    #[key(needed, example = "true")]
    pub value: Option<At<bool>>,
    /// How we know.
    #[key(needed, told = kept, example = "Statement of persons nominated")]
    pub source: Option<Field<Text>>,
    /// Since when we know.
    #[key(example = "2031-04-04")]
    pub date: Option<Field<PartialDate>>,
}

/// That a party does not support its candidate any more.
#[derive(Debug, Clone, Record)]
pub struct SupportWithdrawnRecord {
    /// Since when.
    #[key(needed, example = "2031-04-20")]
    pub date: Option<Field<PartialDate>>,
    /// What happened, in your words.
    #[key(told = words, example = "The party says that it will not campaign for her.")]
    pub says: Option<Field<Text>>,
    /// Where it was said; at least one entry.
    #[key(needed, value = "list of [evidence](#evidence)")]
    pub evidence: Option<Vec<At<EvidenceRecord>>>,
    /// The texts in further languages.
    pub translations: Option<Translations>,
}

/// One person's candidacy on one ballot.
#[derive(Debug, Clone, Record)]
pub struct CandidacyRecord {
    /// Democracy Club's number, or `local-<name>`.
    #[key(needed, value = "id", example = "4372")]
    pub person: Option<Field<PersonId>>,
    /// The name as on the ballot paper.
    #[key(needed, told = person, example = "Asha Example")]
    pub name: Option<Field<Text>>,
    /// The name as it is sorted, family name first.
    #[key(example = "Example, Asha")]
    pub sort_name: Option<Field<Text>>,
    /// Whether a program guessed `sort_name`. `check` lists those.
    #[key(default = "false", example = "true")]
    pub guessed: Option<At<bool>>,
    /// The party, joint description or label.
    #[key(needed, example = "pp9001")]
    pub party: Option<Field<PartyId>>,
    /// That the party does not support this candidate any more.
    pub support_withdrawn: Option<At<SupportWithdrawnRecord>>,
    /// The description on the ballot paper, when it is not the party's name.
    #[key(told = name)]
    pub description: Option<Field<Text>>,
    /// Whether the person stands.
    #[key(default = "`standing`", example = "withdrawn")]
    pub status: Option<Field<Standing>>,
    /// The place on the party's list.
    #[key(needed = "on ballots of `lists`, but for independents", example = "1")]
    pub list_position: Option<At<u32>>,
    /// The person's own campaign website.
    pub website: Option<Field<WebUrl>>,
    /// The other ballot of this election on which this person's answers stand.
    #[key(needed = "when the person stands twice")]
    pub answers_in: Option<Field<BallotId>>,
    /// What the person answered.
    #[key(value = "list of [marks](#a-mark-positions-and-lines)")]
    pub positions: Option<Vec<At<PositionRecord>>>,
    /// What the person says about this page.
    #[key(value = "[reply](#reply-and-takedown)")]
    pub reply: Option<At<ReplyRecord>>,
    /// Takes all marks of this candidacy off the site.
    #[key(value = "[takedown](#reply-and-takedown)")]
    pub takedown: Option<At<TakedownRecord>>,
    /// Earlier ids of the person, by which older lists may know them.
    #[key(example = "[4371]")]
    pub former: Option<Vec<Field<PersonId>>>,
    /// Earlier names of the person's page (the last part of its address), which leave a redirect page. An import adds them
    /// when an id or a name changes.
    #[key(value = "list of names", example = "[4371-asha-example]")]
    pub former_pages: Option<Vec<Field<PersonPage>>>,
    /// The texts in further languages.
    pub translations: Option<Translations>,
    /// Says that contact details in this record are published by their owner for everyone.
    #[key(default = "false", example = "true")]
    pub public_contact: Option<At<bool>>,
}
