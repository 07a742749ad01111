use hustings_derive::Record;

use super::CheckRecord;
use crate::atoms::{MadeFrom, OriginalName, PartialDate, Show, Text, WebUrl};
use crate::load::field::{At, Field};

/// The front matter of a document's text: `candidates/documents/<id>.txt`. The body is the text, page by page.
#[derive(Debug, Clone, Record)]
pub struct TranscriptRecord {
    /// `pdf`: the text inside a PDF. `web_page`: the main text of a page. `picture`: character recognition. `plain_text`: a
    /// text. `hand`: somebody typed it.
    #[key(needed, value = "one of the five", example = "picture")]
    pub made_from: Option<Field<MadeFrom>>,
    /// When it was made.
    #[key(needed, example = "2031-04-09")]
    pub date: Option<Field<PartialDate>>,
    /// The files from which it was made.
    pub sources: Option<Vec<At<TranscribedRecord>>>,
    /// Who compared it with the document and corrected it.
    #[key(value = "list of [checks](#checks)")]
    pub corrected: Vec<At<CheckRecord>>,
    /// How much of it is published: the `whole`, or only the sentences that speak of a question (`mentions`).
    #[key(default = "`whole`", value = "one of the two", example = "mentions")]
    pub show: Option<Field<Show>>,
    /// Anything else that a reader should know.
    #[key(told = kept)]
    pub note: Option<Field<Text>>,
}

/// A file from which a text was made.
#[derive(Debug, Clone, Record)]
pub struct TranscribedRecord {
    /// The SHA-256 of its bytes.
    #[key(needed, value = "64 hexadecimal digits")]
    pub sha256: Option<Field<Text>>,
    /// Its name in `content/documents/`.
    #[key(value = "name of a file", example = "harbour-leaflet-front.jpg")]
    pub file: Option<Field<OriginalName>>,
    /// Where it was fetched.
    pub url: Option<Field<WebUrl>>,
}
