use hustings_derive::Record;

use super::{CheckRecord, EvidenceRecord, ReplyRecord, TakedownRecord, Translations, VerificationRecord};
use crate::atoms::{
    Colour, ElectionId, Nation, PartialDate, PartyId, PartyKind, QuestionId, Slug, Stance, Text, WebUrl,
};
use crate::load::field::{At, Field};

/// One registration, joint description or label: `candidates/parties/<party>.yaml`.
#[derive(Debug, Clone, Record)]
pub struct PartyRecord {
    /// The party's id, the same as the file's name.
    #[key(needed)]
    pub id: Option<Field<PartyId>>,
    /// The ids under which others publish it (`PP53`, `party:53`).
    pub ids: Option<Vec<Field<Text>>>,
    /// Its name as registered.
    #[key(needed, told = name)]
    pub name: Option<Field<Text>>,
    /// A shorter name for narrow places.
    #[key(told = name)]
    pub short_name: Option<Field<Text>>,
    /// What kind of label it is; `party` when left out.
    pub kind: Option<Field<PartyKind>>,
    /// Its colour, as `#rrggbb` in quotes.
    pub colour: Option<Field<Colour>>,
    /// Its website.
    pub website: Option<Field<WebUrl>>,
    /// Where it is registered or stands, in a few words that tell it from another of the same name.
    #[key(told = words)]
    pub note: Option<Field<Text>>,
    /// Whose party line its candidates carry when it has none of its own, and why.
    pub line_from: Option<At<LineFromRecord>>,
    /// What the party says on the questions.
    pub lines: Option<Vec<At<LineRecord>>>,
    /// Earlier ids, which leave a redirect page.
    pub former: Option<Vec<Field<PartyId>>>,
    /// The texts in further languages.
    pub translations: Option<Translations>,
    /// Says that contact details in this record are published by their owner for the public.
    pub public_contact: Option<At<bool>>,
}

/// An explicit, reasoned loan of another party's line.
#[derive(Debug, Clone, Record)]
pub struct LineFromRecord {
    /// The party whose line it is.
    #[key(needed)]
    pub party: Option<Field<PartyId>>,
    /// Why it holds for these candidates too.
    #[key(needed, told = kept)]
    pub because: Option<Field<Text>>,
}

/// What a party said on one version of one question for one election.
#[derive(Debug, Clone, Record)]
pub struct LineRecord {
    /// The election.
    #[key(needed)]
    pub election: Option<Field<ElectionId>>,
    /// The question's id.
    #[key(needed)]
    pub question: Option<Field<QuestionId>>,
    /// The version of the question; 1 when left out.
    pub version: Option<At<u32>>,
    /// The nations in which the line holds; all when left out.
    pub nations: Option<Vec<Field<Nation>>>,
    /// The answer.
    #[key(needed)]
    pub stance: Option<Field<Stance>>,
    /// When it was said: year, month or day.
    #[key(needed)]
    pub date: Option<Field<PartialDate>>,
    /// Why we think that it was then, when the source does not say.
    #[key(told = kept)]
    pub date_inferred: Option<Field<Text>>,
    /// The answer in our own words, in one short sentence.
    #[key(told = words)]
    pub says: Option<Field<Text>>,
    /// A doubt that every reader must see beside the mark.
    #[key(told = words)]
    pub caveat: Option<Field<Text>>,
    /// Who put it into the records (an id of `checkers`).
    #[key(needed)]
    pub entered_by: Option<Field<Slug>>,
    /// Where it was said; at least one piece.
    #[key(needed)]
    pub evidence: Option<Vec<At<EvidenceRecord>>>,
    /// Who compared it with the evidence, and when.
    pub checked: Option<Vec<At<CheckRecord>>>,
    /// A state of verification that is not worked out from `checked`.
    pub verification: Option<At<VerificationRecord>>,
    /// What the party says about this mark.
    pub reply: Option<At<ReplyRecord>>,
    /// Takes this mark off the site, leaving a dated note.
    pub takedown: Option<At<TakedownRecord>>,
    /// The texts in further languages.
    pub translations: Option<Translations>,
}
