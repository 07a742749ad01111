use std::path::Path;

use crate::atoms::spreadsheet::guarded;
use crate::diagnostic::Failure;
use crate::load::Foreign;
use crate::mentions::{Finder, Plain, Span};
use crate::model::Question;

/// A text, of at most a hundred times a long manifesto.
const TEXT: Foreign = Foreign { kind: "text file", largest: 20_000_000, if_larger: "cut it into smaller texts" };

/// How files begin that hold words, but not as plain text.
const OTHER_KINDS: [(&[u8], &str); 3] =
    [(b"%PDF-", "a PDF"), (b"{\\rtf", "an RTF file"), (b"PK\x03\x04", "an office file or another archive")];

/// A question, and what looks for it.
pub(crate) type SoughtQuestion<'q> = (&'q Question, Finder<'q>);

/// Reads a text in UTF-8, of whatever origin.
pub(crate) fn read_text(path: &Path) -> Result<String, Failure> {
    let text = TEXT.read(path)?;
    let kind = OTHER_KINDS.iter().find(|(start, _)| text.starts_with(start));
    if let Some((_, kind)) = kind {
        let help = "make a text of it first, for example with pdftotext";
        return Err(Failure::at(path, "cannot read", format!("it is {kind}, not a plain text"), help));
    }
    String::from_utf8(text).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let why = format!("its byte {} is not UTF-8", at + 1);
        let help = "save it as UTF-8; of a PDF or an office file make a text first, for example with pdftotext";
        Failure::at(path, "cannot read", why, help)
    })
}

/// Where some texts speak of questions, as a table with a row for each mention.
pub(crate) fn mentions_csv(texts: &[(&Path, String)], sought: &[SoughtQuestion<'_>]) -> String {
    let mut rows = csv::Writer::from_writer(Vec::new());
    let head = ["file", "question", "term", "page", "line", "start", "end", "words", "sentence"];
    let mut written = rows.write_record(head);
    for (file, text) in texts {
        let text = Plain::of(text);
        for (question, finder) in sought {
            for mention in finder.find(&text) {
                let Span { page, line, bytes } = &mention.words;
                let numbers = [*page, *line, bytes.start, bytes.end].map(|n| n.to_string());
                let [page, line, start, end] = &numbers;
                let (words, sentence) =
                    (text.show(mention.words.bytes.clone()), text.show(mention.sentence.bytes.clone()));
                let (file, id) = (file.to_string_lossy(), question.id.as_str());
                let row = [&*file, id, mention.term.words.as_str(), page, line, start, end, &words, &sentence];
                let row = row.map(guarded);
                written = written.and_then(|()| rows.write_record(row.iter().map(|cell| cell.as_bytes())));
            }
        }
    }
    match written.map_err(|error| error.to_string()).and_then(|()| rows.into_inner().map_err(|e| e.to_string())) {
        Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        Err(error) => unreachable!("rows of texts fit into memory: {error}"),
    }
}
