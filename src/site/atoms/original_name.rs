use super::file_name::{self, file_name};
use super::{Notation, text_atom};

text_atom!(
    /// The name of a file in `content/documents/`: a slug with one of the endings that we can read.
    OriginalName,
    Notation::of("OriginalName"),
    |text| file_name(text, &ENDINGS.map(|(ending, _)| ending))
);

/// The endings, each with what its files are.
const ENDINGS: [(&str, OriginalKind); 7] = [
    ("pdf", OriginalKind::Pdf),
    ("jpg", OriginalKind::Picture),
    ("jpeg", OriginalKind::Picture),
    ("png", OriginalKind::Picture),
    ("webp", OriginalKind::Picture),
    ("html", OriginalKind::WebPage),
    ("txt", OriginalKind::PlainText),
];

/// What a file of a document is, by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OriginalKind {
    /// A PDF.
    Pdf,
    /// A photograph or scan.
    Picture,
    /// A page of a website.
    WebPage,
    /// Plain text.
    PlainText,
}

impl OriginalName {
    /// What the file is, by its name.
    #[must_use]
    pub fn kind(&self) -> OriginalKind {
        kind_of(&self.0).unwrap_or(OriginalKind::PlainText)
    }

    /// The name that a file should have which is called otherwise: `img-0123.jpg` for `IMG_0123.JPG`.
    #[must_use]
    pub fn near(name: &str) -> Option<Self> {
        file_name::near(name, &ENDINGS.map(|(ending, _)| ending))?.parse().ok()
    }
}

fn kind_of(name: &str) -> Option<OriginalKind> {
    let (_, ending) = name.rsplit_once('.')?;
    ENDINGS.iter().find(|(known, _)| *known == ending).map(|(_, kind)| *kind)
}
