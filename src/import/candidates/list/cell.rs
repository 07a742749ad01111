/// The longest value that is read, in characters.
const LONGEST: usize = 1000;

/// Why the value of a cell cannot stand in a record, and how to mend it.
pub(super) fn fault(value: &str) -> Option<(String, &'static str)> {
    if value.chars().nth(LONGEST).is_some() {
        let length = value.chars().count();
        let message = format!("this value has {length} characters, and at most {LONGEST} are read");
        return Some((message, "shorten it, or look for a quotation mark that is missing"));
    }
    let hidden = value.chars().find(|c| is_invisible(*c))?;
    let message = format!("this text holds the invisible character U+{:04X}", u32::from(hidden));
    Some((message, "write the value anew, without copying it"))
}

/// Whether a character shows nothing, or turns the text round that follows; joiners, which some
/// scripts need, are neither.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}' | '\u{2028}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}
