use hustings_derive::Record;

use super::Translations;
use crate::atoms::{DataKind, FigureUnit, PartialDate, Text, WebUrl};
use crate::load::field::{At, Field};

/// Where an imported table comes from: `content/data/<id>.yaml`, beside the table itself.
#[derive(Debug, Clone, Record)]
pub struct DataRecord {
    /// What the table holds, which says how its file's name ends.
    #[key(needed)]
    pub kind: Option<Field<DataKind>>,
    /// What it is called on the page that lists the site's data.
    #[key(needed, told = words)]
    pub title: Option<Field<Text>>,
    /// Whose data it was made of.
    #[key(needed)]
    pub source: Option<At<DataSourceRecord>>,
    /// What its numbers say; for figures alone, and needed there.
    pub figure: Option<At<FigureRecord>>,
    /// The set of boundaries by whose areas it goes, as elections name it (`2010`, `2024`).
    pub boundaries: Option<Field<Text>>,
    /// Of what, and with what result, it was made.
    pub imported: Option<At<ImportedRecord>>,
    /// The texts in further languages.
    pub translations: Option<Translations>,
}

/// Whose data a table was made of, and on what terms.
#[derive(Debug, Clone, Record)]
pub struct DataSourceRecord {
    /// What its publisher calls it.
    #[key(needed, told = kept)]
    pub title: Option<Field<Text>>,
    /// Who published it.
    #[key(needed, told = kept)]
    pub publisher: Option<Field<Text>>,
    /// Where.
    pub url: Option<Field<WebUrl>>,
    /// When, as far as it is known.
    pub date: Option<Field<PartialDate>>,
    /// The licence under which it is used.
    #[key(needed, told = kept)]
    pub licence: Option<Field<Text>>,
    /// The line of attribution that the licence asks for; stands wherever the data is used.
    #[key(needed, told = kept)]
    pub credit: Option<Field<Text>>,
    /// What the site's owner says of the right to publish a part that the licence does not cover.
    #[key(told = kept)]
    pub permission: Option<Field<Text>>,
}

/// What the numbers of a table of figures say: “In Example Town, 2,345 people borrowed a book in May 2030.”
#[derive(Debug, Clone, Record)]
pub struct FigureRecord {
    /// What they count.
    #[key(needed)]
    pub unit: Option<Field<FigureUnit>>,
    /// The words between the number and the date: `people borrowed a book`, `of all homes stood empty`.
    #[key(needed, told = words)]
    pub says: Option<Field<Text>>,
    /// The same after the number 1: `library was open`.
    #[key(told = words)]
    pub says_one: Option<Field<Text>>,
    /// The year, month or day of which they speak.
    #[key(needed)]
    pub date: Option<Field<PartialDate>>,
    /// Whether their publisher rounded them, so that they are said to be “about” so much.
    pub rounded: Option<At<bool>>,
}

/// Of what a table was made, as the import found it.
#[derive(Debug, Clone, Default, Record)]
pub struct ImportedRecord {
    /// The names of the files that were read.
    pub files: Option<Vec<Field<Text>>>,
    /// How many there are of what.
    pub counts: Option<Vec<At<CountRecord>>>,
}

/// How many there are of something.
#[derive(Debug, Clone, Record)]
pub struct CountRecord {
    /// Of what.
    #[key(needed)]
    pub of: Option<Field<Text>>,
    /// How many.
    #[key(needed)]
    pub n: Option<At<u32>>,
}
