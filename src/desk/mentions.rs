use std::borrow::Cow;
use std::path::Path;

use super::csv_text::csv_text;
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
    let head = ["file", "question", "term", "page", "line", "start", "end", "words", "sentence"];
    let mut rows = vec![head.map(Cow::from)];
    for (file, text) in texts {
        let text = Plain::of(text);
        for (question, finder) in sought {
            for mention in finder.find(&text) {
                let Span { page, line, bytes } = &mention.words;
                let [page, line, start, end] = [*page, *line, bytes.start, bytes.end].map(|n| Cow::from(n.to_string()));
                let (words, sentence) = (&mention.words.bytes, &mention.sentence.bytes);
                let [words, sentence] = [words, sentence].map(|bytes| Cow::from(text.show(bytes.clone())));
                let (id, term) = (question.id.as_str().into(), mention.term.words.as_str().into());
                rows.push([file.to_string_lossy(), id, term, page, line, start, end, words, sentence]);
            }
        }
    }
    csv_text(rows)
}
