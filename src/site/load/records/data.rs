use hustings_derive::Record;

use super::Translations;
use crate::atoms::{DataKind, FigureUnit, PartialDate, Text, WebUrl};
use crate::load::field::At;

/// Where an imported table comes from: `content/data/<id>.yaml`, beside the table itself.
#[derive(Debug, Clone, Record)]
pub struct DataRecord {
    /// What is in the table.
    #[key(
        value = "`postcodes` (a `.txt` table), `map` (a `.hexjson` map) or `figures` (a `.csv` table)",
        example = "postcodes"
    )]
    pub kind: At<DataKind>,
    /// What it is called on the data page.
    #[key(told = words, example = "Postcodes of Example Town")]
    pub title: At<Text>,
    /// What its numbers say.
    #[key(needed = "with `figures`, and only there", value = "group of the keys below")]
    pub figure: Option<At<FigureRecord>>,
    /// Whose data it was made of.
    #[key(value = "group of the keys below")]
    pub source: DataSourceRecord,
    /// The set of boundaries by whose areas it goes, as the elections name it. A table without it may fit any election; one
    /// that fits none is an error.
    #[key(example = "2024")]
    pub boundaries: Option<At<Text>>,
    /// Of what, and with what result, it was made.
    #[key(value = "group with `files` and `counts`")]
    pub imported: Option<ImportedRecord>,
    /// The texts in further languages.
    pub translations: Option<Translations>,
}

/// Whose data a table was made of, and on what terms.
#[derive(Debug, Clone, Record)]
pub struct DataSourceRecord {
    /// What its publisher calls it.
    #[key(told = kept, example = "List of candidates")]
    pub title: Text,
    /// Who published it.
    #[key(told = kept, example = "Example Office")]
    pub publisher: Text,
    /// Where.
    #[key(example = "https://example.org/candidates")]
    pub url: Option<WebUrl>,
    /// When, as far as it is known.
    #[key(example = "2031-02")]
    pub date: Option<PartialDate>,
    /// The licence under which it is used.
    #[key(told = kept, example = "CC BY 4.0")]
    pub licence: Text,
    /// The line of attribution that the licence asks for.
    #[key(told = kept, example = "Candidates: Example Office, CC BY 4.0")]
    pub credit: Text,
    /// What you say of the right to publish a part that the licence does not cover.
    #[key(told = kept)]
    pub permission: Option<Text>,
}

/// What the numbers of a table of figures say: “In Example Town, 2,345 people borrowed a book in May 2030.”
#[derive(Debug, Clone, Record)]
pub struct FigureRecord {
    /// What they count. Fewer than 10 `people` are never shown as a number.
    #[key(value = "`people`, `count` (things that are nobody), `percent` or `pounds`", example = "people")]
    pub unit: At<FigureUnit>,
    /// The words between the number and the date.
    #[key(told = words, example = "people borrowed a book")]
    pub says: At<Text>,
    /// The same after the number 1.
    #[key(told = words, example = "library was open")]
    pub says_one: Option<At<Text>>,
    /// Of when they speak.
    #[key(example = "2030-05")]
    pub date: PartialDate,
    /// Whether their publisher rounded them, so that the page says “about”.
    #[key(default = "false", example = "true")]
    pub rounded: bool,
}

/// Of what a table was made, as the import found it.
#[derive(Debug, Clone, Record)]
pub struct ImportedRecord {
    /// The names of the files that were read.
    #[key(example = "[list.csv]")]
    pub files: Vec<Text>,
    /// How many there are of what.
    #[key(value = "list of groups with `of` and `n`", example = "[{of: postcodes, n: 7}]")]
    pub counts: Vec<CountRecord>,
}

/// How many there are of something.
#[derive(Debug, Clone, Record)]
pub struct CountRecord {
    /// Of what.
    #[key(told = kept, example = "postcodes")]
    pub of: Text,
    /// How many.
    #[key(example = "7")]
    pub n: u32,
}
