//! Takes a PDF, gives the words of its pages in reading order, column by column. Draws nothing, and never guesses: a letter
//! of which the file does not say what it is stands as U+FFFD.

mod columns;
mod glyphs;
mod lines;
mod notes;
mod order;
mod string;

use hayro_syntax::object::{Array, Dict, Stream};
use hayro_syntax::page::Page;
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use serde::{Deserialize, Serialize};

use glyphs::{Fonts, Pen};

/// The words of a PDF.
#[derive(Debug, Default, Deserialize, Serialize)]
pub(super) struct PdfText {
    /// Its pages.
    pub(super) pages: Vec<PdfPage>,
    /// Whether it is a form whose fields only its own program shows.
    pub(super) hidden_form: bool,
}

/// The words of one page.
#[derive(Debug, Default, Deserialize, Serialize)]
pub(super) struct PdfPage {
    pub(super) text: String,
    /// Whether a picture covers most of it, as it does when it was scanned.
    pub(super) covered: bool,
}

/// Why a PDF has no words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NoText {
    /// It is locked with a password.
    Locked,
    /// It is damaged.
    Damaged,
    /// It has no pages.
    NoPages,
}

/// Reads at most so many pages.
pub(super) fn read(bytes: &[u8], most: usize) -> Result<PdfText, NoText> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(|why| match why {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => NoText::Locked,
        _ => NoText::Damaged,
    })?;
    if pdf.pages().is_empty() {
        return Err(NoText::NoPages);
    }
    let fonts = Fonts::default();
    let pages = pdf.pages().iter().take(most).map(|page| read_page(page, &fonts)).collect();
    Ok(PdfText { hidden_form: hidden_form(&pdf), pages })
}

fn read_page<'a>(page: &'a Page<'a>, fonts: &Fonts<'a>) -> PdfPage {
    let mut pen = Pen::new(page, fonts);
    pen.draw(page.typed_operations(), page.resources());
    notes::draw(page, &mut pen);
    let covered = pen.is_covered();
    PdfPage { text: lines::text(pen.into_glyphs()), covered }
}

/// Whether the file is a form of the kind that only one program shows, and that has no fields of the usual kind.
fn hidden_form(pdf: &Pdf) -> bool {
    let catalog = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id());
    let form = catalog.and_then(|catalog| catalog.get::<Dict<'_>>(b"AcroForm".as_slice()));
    form.is_some_and(|form| {
        let given =
            form.get::<Array<'_>>(b"XFA".as_slice()).is_some() || form.get::<Stream<'_>>(b"XFA".as_slice()).is_some();
        let fields =
            form.get::<Array<'_>>(b"Fields".as_slice()).is_some_and(|fields| fields.raw_iter().next().is_some());
        given && !fields
    })
}
