use super::slug::slug;
use super::{Malformed, Notation, Slug, text_atom};

text_atom!(
    /// The name of a file in `content/documents/`: a slug with one of the endings that we can read.
    OriginalName,
    Notation::of("OriginalName"),
    original_name
);

/// The endings, each with what its files are.
const ENDINGS: &[(&str, OriginalKind)] = &[
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
        let (stem, ending) = name.rsplit_once('.')?;
        let (ending, _) = ENDINGS.iter().find(|(known, _)| known.eq_ignore_ascii_case(ending))?;
        format!("{}.{ending}", Slug::near(stem)?).parse().ok()
    }
}

fn kind_of(name: &str) -> Option<OriginalKind> {
    let (_, ending) = name.rsplit_once('.')?;
    ENDINGS.iter().find(|(known, _)| *known == ending).map(|(_, kind)| *kind)
}

fn original_name(text: &str) -> Result<&str, Malformed> {
    let malformed = match slug(text) {
        Ok(_) if kind_of(text).is_some() => return Ok(text),
        Ok(_) => None,
        Err(malformed) => Some(malformed),
    };
    if let Some(near) = OriginalName::near(text) {
        let what = format!("“{text}” cannot be the name of a file here");
        return Err(Malformed::syntax(what, format!("call it “{near}”")));
    }
    let endings: Vec<&str> = ENDINGS.iter().map(|(ending, _)| *ending).collect();
    let is_readable = ENDINGS.iter().any(|(ending, _)| text.to_lowercase().ends_with(&format!(".{ending}")));
    match malformed {
        Some(malformed) if is_readable => Err(malformed),
        _ => {
            let help = format!("save it as one that can be, and name that: files that end in {}", endings.join(", "));
            Err(Malformed::syntax(format!("“{text}” is not a file that can be read"), help))
        }
    }
}
