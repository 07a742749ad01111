/// A kind of file that is not a table of text, told by how it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::import) struct Other {
    /// What it is: `a PDF`.
    pub(in crate::import) name: &'static str,
    /// How to make a table of it.
    pub(in crate::import) help: &'static str,
}

const SAVE_AS_CSV: &str = "open it, and save the sheet with the table as CSV in UTF-8 (“CSV UTF-8”)";
const EXCEL: Other = Other { name: "an Excel workbook", help: SAVE_AS_CSV };
const OLD_OFFICE: Other =
    Other { name: "an Excel workbook of the old kind, or another Office file", help: SAVE_AS_CSV };
const OPEN_DOCUMENT: Other = Other { name: "an OpenDocument spreadsheet", help: SAVE_AS_CSV };
const ARCHIVE: Other = Other {
    name: "a spreadsheet or an archive",
    help: "unpack it; if it is a spreadsheet, open it and save the table as CSV in UTF-8",
};
const PDF: Other = Other { name: "a PDF", help: "check whether its publisher has the table as CSV, too" };
const JSON: Other = Other {
    name: "JSON",
    help: "check whether its publisher has it as CSV, too; a program that reads JSON can save it as CSV",
};
const WEB_PAGE: Other = Other {
    name: "a web page (HTML)",
    help: "get the file that the page links to, not the page; or copy the table into a spreadsheet and save it as CSV",
};
const XML: Other = Other {
    name: "XML",
    help: "check whether its publisher has it as CSV, too; a spreadsheet may open it and save it as CSV",
};

/// How many bytes at either end of a file are searched for signs of its kind.
const START: usize = 4096;

impl Other {
    /// The kind of a file; `None` when it may be a table.
    pub(in crate::import) fn of(bytes: &[u8]) -> Option<Self> {
        let (start, end) = (&bytes[..bytes.len().min(START)], &bytes[bytes.len().saturating_sub(START)..]);
        let holds = |bytes: &[u8], part: &[u8]| bytes.windows(part.len()).any(|at| at.eq_ignore_ascii_case(part));
        match start {
            [b'P', b'K', 3, 4, ..] if holds(start, b"opendocument.spreadsheet") => Some(OPEN_DOCUMENT),
            // The workbook itself may stand anywhere in the archive; its name is in the list at the end, too.
            [b'P', b'K', 3, 4, ..] if holds(start, b"xl/") || holds(end, b"xl/") => Some(EXCEL),
            [b'P', b'K', 3, 4, ..] => Some(ARCHIVE),
            [0xd0, 0xcf, 0x11, 0xe0, ..] => Some(OLD_OFFICE),
            [b'%', b'P', b'D', b'F', ..] => Some(PDF),
            _ => match start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start).trim_ascii_start() {
                [b'{', rest @ ..] if matches!(rest.trim_ascii_start(), [b'"' | b'}', ..]) => Some(JSON),
                [b'[', rest @ ..] if matches!(rest.trim_ascii_start(), [b'{' | b'[' | b'"' | b']', ..]) => Some(JSON),
                [b'<', ..] if [&b"<html"[..], b"<!doctype html", b"<table"].iter().any(|tag| holds(start, tag)) => {
                    Some(WEB_PAGE)
                }
                [b'<', b'?' | b'!', ..] => Some(XML),
                _ => None,
            },
        }
    }

    pub(in crate::import) fn is_json(self) -> bool {
        self == JSON
    }

    /// Whether it may hold the table, once it is unpacked.
    pub(in crate::import) fn is_archive(self) -> bool {
        self == ARCHIVE
    }
}
