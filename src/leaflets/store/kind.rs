use serde::{Deserialize, Serialize};

use crate::leaflets::encoding::decode;

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
    /// Plain text.
    PlainText,
}

/// How much of a file is looked at to tell what it is, in bytes; even, since letters may take two.
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
        is_text(bytes).then_some(Self::PlainText)
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

/// The beginning of a file as text, in whatever encoding.
fn head(bytes: &[u8]) -> String {
    decode(&bytes[..bytes.len().min(HEAD)], None)
}

/// Whether a file begins as HTML does.
fn is_page(bytes: &[u8]) -> bool {
    let head = head(bytes).to_ascii_lowercase();
    !head.contains('\0') && ["<!doctype html", "<html", "<head", "<body"].iter().any(|tag| head.contains(tag))
}

/// Whether a file holds letters, and nothing that no text has. UTF-8 shows itself; another encoding has to begin without
/// controls as well, since any byte is a letter in some of them.
fn is_text(bytes: &[u8]) -> bool {
    match std::str::from_utf8(bytes) {
        Ok(text) if !text.contains('\0') => text.contains(char::is_alphanumeric),
        _ => {
            let is_odd = |c: char| c.is_ascii_control() && !c.is_ascii_whitespace();
            let head = head(bytes);
            head.contains(char::is_alphanumeric) && !head.contains(is_odd)
        }
    }
}
