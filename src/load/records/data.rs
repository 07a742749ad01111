use schemars::JsonSchema;
use serde::Deserialize;

use crate::atoms::{DataKind, PartialDate, Text, WebUrl};
use crate::load::field::{At, Field};

/// Where an imported table comes from: `content/data/<id>.yaml`, beside the table itself.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DataRecord {
    /// What the table holds, which says how its file's name ends.
    #[schemars(required)]
    pub kind: Option<Field<DataKind>>,
    /// What it is called on the page that lists the site's data.
    #[schemars(required)]
    pub title: Option<Field<Text>>,
    /// Whose data it was made of.
    #[schemars(required)]
    pub source: Option<At<DataSourceRecord>>,
    /// The set of boundaries by whose areas it goes, as elections name it (`2010`, `2024`).
    pub boundaries: Option<Field<Text>>,
    /// Of what, and with what result, it was made.
    pub imported: Option<At<ImportedRecord>>,
}

/// Whose data a table was made of, and on what terms.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DataSourceRecord {
    /// What its publisher calls it.
    #[schemars(required)]
    pub title: Option<Field<Text>>,
    /// Who published it.
    #[schemars(required)]
    pub publisher: Option<Field<Text>>,
    /// Where.
    pub url: Option<Field<WebUrl>>,
    /// When, as far as it is known.
    pub date: Option<Field<PartialDate>>,
    /// The licence under which it is used.
    #[schemars(required)]
    pub licence: Option<Field<Text>>,
    /// The line of attribution that the licence asks for; stands wherever the data is used.
    #[schemars(required)]
    pub credit: Option<Field<Text>>,
    /// What the site's owner says of the right to publish a part that the licence does not cover.
    pub permission: Option<Field<Text>>,
}

/// Of what a table was made, as the import found it.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ImportedRecord {
    /// The names of the files that were read.
    pub files: Option<Vec<Field<Text>>>,
    /// How many there are of what.
    pub counts: Option<Vec<At<CountRecord>>>,
}

/// How many there are of something.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CountRecord {
    /// Of what.
    #[schemars(required)]
    pub of: Option<Field<Text>>,
    /// How many.
    #[schemars(required)]
    pub n: Option<At<u32>>,
}
