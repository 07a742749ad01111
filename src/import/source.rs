use crate::diagnostic::Code;
use crate::load::Foreign;

/// A list, of at most some hundred times the largest that has been published.
pub(super) const LIST: Foreign =
    Foreign { kind: "CSV file", largest: 256_000_000, if_larger: "export one election at a time" };

/// Why the bytes of a list are no text.
pub(super) struct NoText {
    pub(super) code: Code,
    pub(super) line: u32,
    pub(super) message: &'static str,
    pub(super) help: &'static str,
}

/// The text of a list, without byte order mark.
pub(super) fn text(bytes: Vec<u8>) -> Result<String, NoText> {
    let utf_8 = "save it as UTF-8 (spreadsheets call it “CSV UTF-8”)";
    let no_text = |code, line, message, help| Err(NoText { code, line, message, help });
    match &bytes[..] {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, 1..=0xff, ..] | [1..=0xff, 0, ..] => {
            return no_text(Code::NotUtf8, 1, "this file is in UTF-16", utf_8);
        }
        [b'P', b'K', 3, 4, ..] => {
            let help = "open it, and save the list as CSV in UTF-8";
            return no_text(Code::WrongShape, 1, "this file is a spreadsheet or an archive", help);
        }
        _ => {}
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text)),
        Err(error) => {
            let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
            let line = 1 + good.iter().filter(|b| **b == b'\n').count();
            let line = u32::try_from(line).unwrap_or(u32::MAX);
            no_text(Code::NotUtf8, line, "this row holds a byte that is not UTF-8", utf_8)
        }
    }
}
