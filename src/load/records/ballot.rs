use hustings_derive::Record;

use super::{EvidenceRecord, PositionRecord, ReplyRecord, TakedownRecord, Translations};
use crate::atoms::{
    BallotId, BallotKind, BallotOrder, Gss, Nation, PartialDate, PartyId, PersonId, PersonPage, Slug, Standing, Text,
    WebUrl,
};
use crate::load::field::{At, Field};

/// One ballot with its candidacies: `candidates/<election-id>/<area-slug>.yaml`.
#[derive(Debug, Clone, Record)]
pub struct BallotRecord {
    /// The ballot's id.
    #[key(needed)]
    pub id: Option<Field<BallotId>>,
    /// The area that votes.
    #[key(needed)]
    pub area: Option<At<AreaRecord>>,
    /// The nation in which it lies.
    pub nation: Option<Field<Nation>>,
    /// The region in which it lies.
    #[key(told = name)]
    pub region: Option<Field<Text>>,
    /// How many are elected; 1 when left out.
    pub seats: Option<At<u32>>,
    /// How it elects; `people` when left out.
    pub kind: Option<Field<BallotKind>>,
    /// Whether the poll was called off.
    pub cancelled: Option<At<bool>>,
    /// When and why the poll was called off.
    pub cancellation: Option<At<CancellationRecord>>,
    /// Whether the list of candidates is complete, and how we know.
    pub complete: Option<At<CompleteRecord>>,
    /// In what order the candidacies stand, when it is known.
    pub order: Option<Field<BallotOrder>>,
    /// The candidacies, in the order in which they are shown.
    pub candidates: Option<Vec<At<CandidacyRecord>>>,
    /// Earlier names of the file, which leave a redirect page.
    pub former: Option<Vec<Field<Slug>>>,
    /// The texts in further languages.
    pub translations: Option<Translations>,
    /// Says that contact details in this record, its candidates' own apart, are published by their owner for the public.
    pub public_contact: Option<At<bool>>,
}

/// An area that votes.
#[derive(Debug, Clone, Record)]
pub struct AreaRecord {
    /// Its name.
    #[key(needed, told = name)]
    pub name: Option<Field<Text>>,
    /// Its GSS code.
    pub gss: Option<Field<Gss>>,
}

/// When and why a poll was called off.
#[derive(Debug, Clone, Default, Record)]
pub struct CancellationRecord {
    /// When it was called off.
    pub date: Option<Field<PartialDate>>,
    /// Why, as a sentence.
    #[key(told = kept)]
    pub reason: Option<Field<Text>>,
    /// Whether all candidates are elected without a vote, since no more stand than are elected; worked out when left out.
    pub uncontested: Option<At<bool>>,
}

/// Whether a list of candidates is complete.
#[derive(Debug, Clone, Record)]
pub struct CompleteRecord {
    /// Whether it is.
    #[key(needed)]
    pub value: Option<At<bool>>,
    /// How we know.
    #[key(needed, told = kept)]
    pub source: Option<Field<Text>>,
    /// Since when.
    pub date: Option<Field<PartialDate>>,
}

/// That a party does not support its candidate any more.
#[derive(Debug, Clone, Record)]
pub struct SupportWithdrawnRecord {
    /// Since when.
    #[key(needed)]
    pub date: Option<Field<PartialDate>>,
    /// What happened, in our own words.
    #[key(told = words)]
    pub says: Option<Field<Text>>,
    /// Where it was said; at least one piece.
    #[key(needed)]
    pub evidence: Option<Vec<At<EvidenceRecord>>>,
    /// The texts in further languages.
    pub translations: Option<Translations>,
}

/// One person's candidacy on one ballot.
#[derive(Debug, Clone, Record)]
pub struct CandidacyRecord {
    /// The person's id.
    #[key(needed)]
    pub person: Option<Field<PersonId>>,
    /// The person's name as on the ballot paper.
    #[key(needed, told = person)]
    pub name: Option<Field<Text>>,
    /// The name as it is sorted, family name first.
    pub sort_name: Option<Field<Text>>,
    /// Whether `sort_name` was guessed by a program.
    pub guessed: Option<At<bool>>,
    /// The party, joint description or label.
    #[key(needed)]
    pub party: Option<Field<PartyId>>,
    /// That the party does not support this candidate any more, though the ballot paper may name it.
    pub support_withdrawn: Option<At<SupportWithdrawnRecord>>,
    /// The description on the ballot paper, when it differs from the party's name.
    #[key(told = name)]
    pub description: Option<Field<Text>>,
    /// Whether the person stands; `standing` when left out.
    pub status: Option<Field<Standing>>,
    /// The person's place on the party's list.
    pub list_position: Option<At<u32>>,
    /// The person's own campaign website.
    pub website: Option<Field<WebUrl>>,
    /// The ballot on which this person's answers for the same election stand.
    pub answers_in: Option<Field<BallotId>>,
    /// What the person answered.
    pub positions: Option<Vec<At<PositionRecord>>>,
    /// What the person says about this page.
    pub reply: Option<At<ReplyRecord>>,
    /// Takes all marks of this candidacy off the site, leaving a dated note.
    pub takedown: Option<At<TakedownRecord>>,
    /// Earlier ids of the person, by which older lists may know them.
    pub former: Option<Vec<Field<PersonId>>>,
    /// Earlier names of the person's page, which leave a redirect page.
    pub former_pages: Option<Vec<Field<PersonPage>>>,
    /// The texts in further languages.
    pub translations: Option<Translations>,
    /// Says that contact details in this record are published by their owner for the public.
    pub public_contact: Option<At<bool>>,
}
