use hustings_derive::Record;

use super::CheckRecord;
use crate::atoms::{MadeFrom, OriginalName, PartialDate, Show, Text, WebUrl};
use crate::load::field::{At, Field};

/// The front matter of a document's text: `candidates/documents/<id>.txt`. The body is the text, page by page.
#[derive(Debug, Clone, Record)]
pub struct TranscriptRecord {
    /// From what it was made.
    #[key(needed)]
    pub made_from: Option<Field<MadeFrom>>,
    /// When it was made.
    #[key(needed)]
    pub date: Option<Field<PartialDate>>,
    /// The files from which it was made, in their order.
    pub sources: Option<Vec<At<TranscribedRecord>>>,
    /// Who compared it with the document and mended it, and when.
    pub corrected: Option<Vec<At<CheckRecord>>>,
    /// How much of it is published; the whole when left out.
    pub show: Option<Field<Show>>,
    /// Anything else that a reader should know.
    #[key(told = kept)]
    pub note: Option<Field<Text>>,
}

/// A file from which a text was made.
#[derive(Debug, Clone, Record)]
pub struct TranscribedRecord {
    /// The SHA-256 of its bytes, in hexadecimal digits.
    #[key(needed)]
    pub sha256: Option<Field<Text>>,
    /// Its name in `content/documents/`.
    pub file: Option<Field<OriginalName>>,
    /// Where it was fetched.
    pub url: Option<Field<WebUrl>>,
}
