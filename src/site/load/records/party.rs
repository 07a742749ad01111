use hustings_derive::Record;

use super::{MarkRecord, Translations};
use crate::atoms::{Colour, ElectionId, PartyId, PartyKind, QuestionId, Text, WebUrl};
use crate::country::uk::Nation;
use crate::load::field::At;

/// One registration, joint description or label: `candidates/parties/<party>.yaml`.
#[derive(Debug, Clone, Record)]
pub struct PartyRecord {
    /// The same as the file's name: a registration in small letters, `joint-…`, `independent` or `speaker`.
    #[key(value = "id", example = "pp9001")]
    pub id: At<PartyId>,
    /// The ids under which others publish it.
    #[key(example = "[PP9001, \"party:9001\"]")]
    pub ids: Vec<Text>,
    /// Its name as registered.
    #[key(told = name, example = "Harbour Alliance")]
    pub name: Text,
    /// A shorter one for narrow places.
    #[key(told = name, example = "Harbour")]
    pub short_name: Option<Text>,
    /// What kind of label it is.
    #[key(default = "`party`", or = PartyKind::Party, example = "joint")]
    pub kind: PartyKind,
    /// Its colour, in quotes.
    #[key(value = "`#` and six hexadecimal digits", example = "\"#0b6e75\"")]
    pub colour: Option<Colour>,
    /// Its website.
    pub website: Option<WebUrl>,
    /// What tells it from another of the same name.
    #[key(told = words, example = "Registered in Great Britain.")]
    pub note: Option<At<Text>>,
    /// Whose line its candidates carry. That party's own line: a borrowed one is not lent on.
    pub line_from: Option<LineFromRecord>,
    /// What it says on the questions.
    #[key(value = "list of [marks](#a-mark-positions-and-lines)")]
    pub lines: Vec<At<LineRecord>>,
    /// Earlier ids, which leave a redirect page.
    #[key(example = "[pp9000]")]
    pub former: Vec<At<PartyId>>,
    /// The texts in further languages.
    pub translations: Option<Translations>,
    /// Says that contact details in this record are published by their owner for everyone.
    #[key(default = "false", example = "true")]
    pub public_contact: bool,
}

/// An explicit, reasoned loan of another party's line.
#[derive(Debug, Clone, Record)]
pub struct LineFromRecord {
    /// Whose line it is. A party of the same name cannot lend its line.
    #[key(example = "pp9001")]
    pub party: At<PartyId>,
    /// Why it counts for these candidates too.
    #[key(told = kept, example = "They share one manifesto.")]
    pub because: Text,
}

/// What a party said on one version of one question for one election.
#[derive(Debug, Clone, Record)]
pub struct LineRecord {
    /// For which election it was said.
    #[key(example = "example.2031-05-01")]
    pub election: At<ElectionId>,
    /// Which question was answered.
    #[key(example = "duck-pond")]
    pub question: At<QuestionId>,
    /// Which version of its words. It must be the one that the election puts.
    #[key(default = "1", example = "2")]
    pub version: Option<At<u32>>,
    /// Where it applies. A line with nations goes before one without; two may not apply in the same nation.
    #[key(default = "everywhere", example = "[wales]")]
    pub nations: Vec<At<Nation>>,
    /// The answer, and how we know.
    #[key(flatten)]
    pub mark: MarkRecord,
}
