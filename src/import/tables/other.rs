use std::fmt;

/// A kind of file that is no table of text, told by how it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::import) enum Other {
    Excel,
    OldOffice,
    OpenDocument,
    Archive,
    Pdf,
    Json,
    WebPage,
    Xml,
}

/// How far into a file is looked for what tells its kind.
const START: usize = 4096;

impl Other {
    /// The kind of a file; `None` when it may be a table.
    pub(in crate::import) fn of(bytes: &[u8]) -> Option<Self> {
        let start = &bytes[..bytes.len().min(START)];
        let holds = |part: &[u8]| start.windows(part.len()).any(|window| window.eq_ignore_ascii_case(part));
        match start {
            // The workbook itself may stand anywhere in the archive; its name is in the list at the end, too.
            [b'P', b'K', 3, 4, ..] if holds(b"opendocument.spreadsheet") => Some(Self::OpenDocument),
            [b'P', b'K', 3, 4, ..] if [start, end(bytes)].iter().any(|part| holds_in(part, b"xl/")) => {
                Some(Self::Excel)
            }
            [b'P', b'K', 3, 4, ..] => Some(Self::Archive),
            [0xd0, 0xcf, 0x11, 0xe0, ..] => Some(Self::OldOffice),
            [b'%', b'P', b'D', b'F', ..] => Some(Self::Pdf),
            _ => {
                let text = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start).trim_ascii_start();
                match text {
                    [b'{', rest @ ..] if matches!(rest.trim_ascii_start(), [b'"' | b'}', ..]) => Some(Self::Json),
                    [b'[', rest @ ..] if matches!(rest.trim_ascii_start(), [b'{' | b'[' | b'"' | b']', ..]) => {
                        Some(Self::Json)
                    }
                    [b'<', ..] if [&b"<html"[..], b"<!doctype html", b"<table"].into_iter().any(holds) => {
                        Some(Self::WebPage)
                    }
                    [b'<', b'?' | b'!', ..] => Some(Self::Xml),
                    _ => None,
                }
            }
        }
    }

    /// How to make a table of it.
    pub(in crate::import) fn help(self) -> &'static str {
        match self {
            Self::Excel | Self::OldOffice | Self::OpenDocument => {
                "open it, and save the sheet with the table as CSV in UTF-8 (“CSV UTF-8”)"
            }
            Self::Archive => "unpack it; if it is a spreadsheet, open it and save the table as CSV in UTF-8",
            Self::Pdf => "look whether its publisher has the table as CSV, too",
            Self::Json => "look whether its publisher has it as CSV, too; a program that reads JSON can save it as CSV",
            Self::WebPage => {
                "get the file that the page links to, not the page; or copy the table into a spreadsheet and save it as CSV"
            }
            Self::Xml => "look whether its publisher has it as CSV, too; a spreadsheet may open it and save it as CSV",
        }
    }
}

impl fmt::Display for Other {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Excel => "an Excel workbook",
            Self::OldOffice => "an Excel workbook of the old kind, or another Office file",
            Self::OpenDocument => "an OpenDocument spreadsheet",
            Self::Archive => "a spreadsheet or an archive",
            Self::Pdf => "a PDF",
            Self::Json => "JSON",
            Self::WebPage => "a web page (HTML)",
            Self::Xml => "XML",
        })
    }
}

fn end(bytes: &[u8]) -> &[u8] {
    &bytes[bytes.len().saturating_sub(START)..]
}

fn holds_in(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}
