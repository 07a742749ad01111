use serde::{Deserialize, Serialize};

/// What a fetched file is, decided by its bytes: what a server or a name says of it counts for nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    /// A PDF.
    Pdf,
    /// A JPEG, PNG, WebP or GIF picture.
    Picture,
    /// A page of a website.
    WebPage,
    /// Plain text in UTF-8.
    PlainText,
}

/// How much of a file is looked at to tell a web page from a plain text, in bytes.
const HEAD: usize = 4096;

impl FileKind {
    /// What some bytes are; nothing when they are nothing that can be read.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Option<Self> {
        if let Some(known) = infer::get(bytes) {
            return match known.mime_type() {
                "application/pdf" => Some(Self::Pdf),
                "image/jpeg" | "image/png" | "image/webp" | "image/gif" => Some(Self::Picture),
                "text/html" | "text/xml" if is_page(bytes) => Some(Self::WebPage),
                _ => None,
            };
        }
        if is_page(bytes) {
            return Some(Self::WebPage);
        }
        let text = std::str::from_utf8(bytes).ok()?;
        (text.contains(char::is_alphanumeric) && !text.contains('\0')).then_some(Self::PlainText)
    }

    /// What to call it: `PDF`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Pdf => "PDF",
            Self::Picture => "picture",
            Self::WebPage => "web page",
            Self::PlainText => "plain text",
        }
    }
}

/// Whether a file begins as HTML does, whatever its encoding.
fn is_page(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_ascii_lowercase();
    !head.contains('\0') && ["<!doctype html", "<html", "<head", "<body"].iter().any(|tag| head.contains(tag))
}
