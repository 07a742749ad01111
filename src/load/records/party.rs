use hustings_derive::Record;

use super::{CheckRecord, EvidenceRecord, ReplyRecord, TakedownRecord, Translations, VerificationRecord};
use crate::atoms::{Colour, ElectionId, PartialDate, PartyId, PartyKind, QuestionId, Slug, Stance, Text, WebUrl};
use crate::country::uk::Nation;
use crate::load::field::{At, Field};

/// One registration, joint description or label: `candidates/parties/<party>.yaml`.
#[derive(Debug, Clone, Record)]
pub struct PartyRecord {
    /// The same as the file's name: a registration in small letters, `joint-…`, `independent` or `speaker`.
    #[key(needed, value = "id", example = "pp9001")]
    pub id: Option<Field<PartyId>>,
    /// The ids under which others publish it.
    #[key(example = "[PP9001, \"party:9001\"]")]
    pub ids: Option<Vec<Field<Text>>>,
    /// Its name as registered.
    #[key(needed, told = name, example = "Harbour Alliance")]
    pub name: Option<Field<Text>>,
    /// A shorter one for narrow places.
    #[key(told = name, example = "Harbour")]
    pub short_name: Option<Field<Text>>,
    /// What kind of label it is.
    #[key(default = "`party`", example = "joint")]
    pub kind: Option<Field<PartyKind>>,
    /// Its colour, in quotes.
    #[key(value = "`#` and six hexadecimal digits", example = "\"#0b6e75\"")]
    pub colour: Option<Field<Colour>>,
    /// Its website.
    pub website: Option<Field<WebUrl>>,
    /// What tells it from another of the same name.
    #[key(told = words, example = "Registered in Great Britain.")]
    pub note: Option<Field<Text>>,
    /// Whose line its candidates carry. That party's own line: a borrowed one is not lent on.
    pub line_from: Option<At<LineFromRecord>>,
    /// What it says on the questions.
    #[key(value = "list of [marks](#a-mark-positions-and-lines)")]
    pub lines: Option<Vec<At<LineRecord>>>,
    /// Earlier ids, which leave a redirect page.
    #[key(example = "[pp9000]")]
    pub former: Option<Vec<Field<PartyId>>>,
    /// The texts in further languages.
    pub translations: Option<Translations>,
    /// Says that contact details in this record are published by their owner for everyone.
    #[key(default = "false", example = "true")]
    pub public_contact: Option<At<bool>>,
}

/// An explicit, reasoned loan of another party's line.
#[derive(Debug, Clone, Record)]
pub struct LineFromRecord {
    /// Whose line it is. A party of the same name cannot lend its line.
    #[key(needed, example = "pp9001")]
    pub party: Option<Field<PartyId>>,
    /// Why it holds for these candidates too.
    #[key(needed, told = kept, example = "They stand on one manifesto.")]
    pub because: Option<Field<Text>>,
}

/// What a party said on one version of one question for one election.
#[derive(Debug, Clone, Record)]
pub struct LineRecord {
    /// For which election it was said.
    #[key(needed, example = "example.2031-05-01")]
    pub election: Option<Field<ElectionId>>,
    /// Which question was answered.
    #[key(needed, example = "duck-pond")]
    pub question: Option<Field<QuestionId>>,
    /// Which version of its words. It must be the one that the election puts.
    #[key(default = "1", example = "2")]
    pub version: Option<At<u32>>,
    /// Where it holds. A line with nations goes before one without; two may not hold in the same nation.
    #[key(default = "everywhere", example = "[wales]")]
    pub nations: Option<Vec<Field<Nation>>>,
    /// The answer.
    #[key(needed, example = "supports")]
    pub stance: Option<Field<Stance>>,
    /// When it was said.
    #[key(needed, example = "2031-04-20")]
    pub date: Option<Field<PartialDate>>,
    /// Why we think that it was then, when the source does not say.
    #[key(told = kept, example = "The page has no date; it was announced that week.")]
    pub date_inferred: Option<Field<Text>>,
    /// The answer in our own words, one short sentence.
    #[key(told = words, needed = "for `mixed`, unless its evidence has words", example = "She would do it by 2033.")]
    pub says: Option<Field<Text>>,
    /// A doubt that every reader must see beside the mark.
    #[key(told = words, example = "The leaflet speaks of one half only.")]
    pub caveat: Option<Field<Text>>,
    /// Who put it into the records.
    #[key(needed, value = "id of a checker", example = "pat")]
    pub entered_by: Option<Field<Slug>>,
    /// Where it was said.
    #[key(needed, needed = "yes, at least one", value = "list of [evidence](#evidence)")]
    pub evidence: Option<Vec<At<EvidenceRecord>>>,
    /// Who compared it with its evidence.
    #[key(value = "list of [checks](#checks)")]
    pub checked: Option<Vec<At<CheckRecord>>>,
    /// A state that is not worked out from `checked`.
    #[key(value = "[verification](#verification)")]
    pub verification: Option<At<VerificationRecord>>,
    /// What the person or party says about this mark.
    #[key(value = "[reply](#reply-and-takedown)")]
    pub reply: Option<At<ReplyRecord>>,
    /// Takes this mark off the site and leaves a note with its date.
    #[key(value = "[takedown](#reply-and-takedown)")]
    pub takedown: Option<At<TakedownRecord>>,
    /// The texts in further languages.
    pub translations: Option<Translations>,
}
