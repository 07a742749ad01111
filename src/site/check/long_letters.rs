use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostics, FileName, Pos};

/// Says which letters are longer than some mail programs take from a link: each given with the length of its longest link.
#[must_use]
pub fn long_letters(letters: &[(FileName, usize)], longest: usize) -> Diagnostics {
    let mut found = Diagnostics::default();
    let mut by_file: BTreeMap<&FileName, usize> = BTreeMap::new();
    for (file, length) in letters {
        let known = by_file.entry(file).or_default();
        *known = (*known).max(*length);
    }
    for (file, length) in by_file {
        let message = format!(
            "as a link this letter has up to {length} characters, and some mail programs cut off what is longer than {longest}"
        );
        let help =
            "make it shorter, or ask fewer questions with “questions:”; it can still be copied and printed whole";
        found.push(Code::LongLetter, file, Pos::START, message, help);
    }
    found
}
