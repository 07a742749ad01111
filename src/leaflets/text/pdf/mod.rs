//! Takes a PDF, gives the words of its pages in reading order, column by column. Draws nothing, and never guesses: a letter
//! of which the file does not say what it is stands as U+FFFD.

mod columns;
mod glyphs;
mod lines;
mod notes;
mod order;

use hayro_syntax::object::dict::keys::{ACRO_FORM, FIELDS, XFA};
use hayro_syntax::object::{Array, Dict, Stream};
use hayro_syntax::page::Page;
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use serde::{Deserialize, Serialize};

use glyphs::{Fonts, Pen};

/// The words of one page.
#[derive(Debug, Default, Deserialize, Serialize)]
pub(super) struct PdfPage {
    pub(super) text: String,
    /// Whether a picture covers most of it, as it does when it was scanned.
    pub(super) covered: bool,
}

/// Reads at most so many pages.
///
/// # Errors
/// When it has no words for us, with why.
pub(super) fn read(bytes: &[u8], most: usize) -> Result<Vec<PdfPage>, &'static str> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(|why| match why {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => "it is locked with a password",
        _ => "it is not a whole PDF",
    })?;
    if pdf.pages().is_empty() {
        return Err("it is a PDF without pages");
    }
    if hidden_form(&pdf) {
        return Err("it is a form whose fields only Adobe Reader shows; print it to a new PDF there, and use that");
    }
    let fonts = Fonts::default();
    Ok(pdf.pages().iter().take(most).map(|page| read_page(page, &fonts)).collect())
}

fn read_page<'a>(page: &'a Page<'a>, fonts: &Fonts<'a>) -> PdfPage {
    let mut pen = Pen::new(page, fonts);
    pen.draw(page.typed_operations(), page.resources());
    notes::draw(page, &mut pen);
    PdfPage { covered: pen.picture > 0.5, text: lines::text(pen.glyphs) }
}

/// Whether the file is a form of the kind that only one program shows, and that has no fields of the usual kind.
fn hidden_form(pdf: &Pdf) -> bool {
    let catalog = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id());
    catalog.and_then(|catalog| catalog.get::<Dict<'_>>(ACRO_FORM)).is_some_and(|form| {
        let given = form.get::<Array<'_>>(XFA).is_some() || form.get::<Stream<'_>>(XFA).is_some();
        given && form.get::<Array<'_>>(FIELDS).is_none_or(|fields| fields.raw_iter().next().is_none())
    })
}
