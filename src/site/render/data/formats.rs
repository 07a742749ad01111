use super::table::columns;
use crate::atoms::{DocumentFormat, PartialDate, Words};
use crate::model::{Document, FormatKnown, Subject};

/// What is known of one format of a document.
pub(super) struct FormatAt<'a> {
    document: &'a Document,
    format: DocumentFormat,
    known: FormatKnown,
}

columns!(all @ FormatAt { document, format, known } = FormatAt<'_> => {
    document: "string", "The document's id", &document.id;
    title: "string" in Csv, "What it is called", &document.title;
    election: "string" in Csv, "The election's id", document.election.as_str();
    party: "string" in Csv, "The party's id, when it is a party's",
        if let Subject::Party(party) = &document.of { Some(party) } else { None };
    format: "string", "easy_read, bsl, audio, large_print or braille", format.word();
    found: "boolean", "Whether there is one that we know of", matches!(known, FormatKnown::Since(_));
    date: "string", "When it appeared, or by when somebody who looked had not found it: year, month or day", all.date();
    url: "string", "Where it can be had",
        document.formats.iter().find(|known| known.format == *format).and_then(|known| known.url.as_ref());
});

impl FormatAt<'_> {
    fn date(&self) -> PartialDate {
        match self.known {
            FormatKnown::Since(date) | FormatKnown::NotFound(date) => date,
        }
    }
}

/// The formats of a document of which anything is known.
pub(super) fn rows(document: &Document) -> impl Iterator<Item = FormatAt<'_>> {
    let known = DocumentFormat::ALL.iter().filter_map(|format| Some((*format, document.format(*format)?)));
    known.map(move |(format, known)| FormatAt { document, format, known })
}
