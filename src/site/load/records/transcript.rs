use hustings_derive::Record;

use super::CheckRecord;
use crate::atoms::{MadeFrom, OriginalName, PartialDate, Show, Text, WebUrl};
use crate::load::field::At;

/// The front matter of a document's text: `candidates/documents/<id>.txt`. The body is the text, page by page.
#[derive(Debug, Clone, Record)]
pub struct TranscriptRecord {
    /// `pdf`: the text inside a PDF. `web_page`: the main text of a page. `picture`: character recognition. `plain_text`: a
    /// text. `hand`: somebody typed it.
    #[key(value = "one of the five", example = "picture")]
    pub made_from: MadeFrom,
    /// When it was made.
    #[key(example = "2031-04-09")]
    pub date: At<PartialDate>,
    /// The files from which it was made.
    pub sources: Vec<TranscribedRecord>,
    /// Who compared it with the document and corrected it.
    #[key(value = "list of [checks](#checks)")]
    pub corrected: Vec<At<CheckRecord>>,
    /// How much of it is published: the `whole`, or only the sentences that mention a question (`mentions`).
    #[key(default = "`whole`", or = Show::Whole, value = "one of the two", example = "mentions")]
    pub show: Show,
    /// Anything else that a reader should know.
    #[key(told = kept)]
    pub note: Option<Text>,
}

/// A file from which a text was made.
#[derive(Debug, Clone, Record)]
pub struct TranscribedRecord {
    /// The SHA-256 of its bytes.
    #[key(value = "64 hexadecimal digits")]
    pub sha256: At<Text>,
    /// Its name in `content/documents/`.
    #[key(value = "name of a file", example = "harbour-leaflet-front.jpg")]
    pub file: Option<OriginalName>,
    /// Where it was fetched.
    pub url: Option<WebUrl>,
}
