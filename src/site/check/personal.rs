use std::ops::Range;

use super::surroundings::Surroundings;
use crate::country::{Hit, Patterns, Personal};
use crate::diagnostic::{Code, Diagnostics, FileName, Pos};
use crate::load::{RecordKind, SITE_FILE, yaml_of};
use crate::yaml::tree;

/// The blocks of `hustings.yaml` that exist to be published.
const PUBLIC_BLOCKS: &[&str] = &["imprint", "contact", "complaints", "fetch", "reports"];

/// The key of a ballot below which its people stand: what its other keys say does not hold for them.
const CANDIDATES: &str = "candidates";

/// The key of a candidacy that holds an address of office, with where it was published.
const OFFICE_CONTACT: &str = "office_contact";

/// Finds what looks like somebody's personal data in a file of records.
pub(super) fn personal(file: &FileName, text: &str, patterns: &Patterns, found: &mut Diagnostics) {
    // From transcripts such texts are taken out before they are published.
    if file.ends_with(".txt") || (!patterns.may_be_in(text) && !may_hide_any(text)) {
        return;
    }
    let tree = tree(yaml_of(text));
    let around = Surroundings::of(&tree);
    let record = Record { file, around, patterns };
    let mut seen = Vec::new();
    let mut start = 0;
    for (line, number) in text.split_inclusive('\n').zip(1..) {
        let bytes = start..start + line.trim_end().len();
        for hit in patterns.on_line(text, bytes.clone()) {
            let column = u32::try_from(text[start..hit.bytes.start].chars().count() + 1).unwrap_or(u32::MAX);
            let pos = Pos { line: number, column };
            seen.push((pos, hit.kind));
            record.report(pos, &hit, found);
        }
        start += line.len();
    }
    // What the values say and the text does not: by escapes, or over two lines.
    for scalar in record.around.scalars() {
        let Some(value) = scalar.text().filter(|value| patterns.may_be_in(value)) else { continue };
        for hit in lines(value).flat_map(|line| patterns.on_line(value, line)) {
            let within = scalar.begin.pos..=scalar.end.pos;
            if !seen.iter().any(|(pos, kind)| *kind == hit.kind && within.contains(pos)) {
                record.report(scalar.begin.pos, &hit, found);
            }
        }
    }
}

/// Whether a text has escapes, behind which anything could stand.
fn may_hide_any(text: &str) -> bool {
    ["\\x", "\\u", "\\U"].iter().any(|escape| text.contains(escape))
}

/// The bytes of each line of a text.
fn lines(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut start = 0;
    text.split_inclusive('\n').map(move |line| {
        let bytes = start..start + line.trim_end().len();
        start += line.len();
        bytes
    })
}

/// A file of records that may hold something.
struct Record<'a> {
    file: &'a FileName,
    around: Surroundings<'a>,
    patterns: &'a Patterns,
}

impl Record<'_> {
    fn report(&self, pos: Pos, hit: &Hit, found: &mut Diagnostics) {
        if self.is_public(pos) || self.is_of_office(pos, hit) || self.around.is_beyond(pos) {
            return;
        }
        let what = self.patterns.what(hit.kind);
        let (code, message) = match hit.may_be_public {
            true => (Code::StreetAddress, format!("this looks like {what}; nobody's home address may be here")),
            false => (Code::PersonalText, format!("this looks like {what}")),
        };
        found.push(code, self.file, pos, message, self.remedy(pos));
    }

    /// Whether a place belongs to a block that is meant for the public, or to a record that says so.
    fn is_public(&self, pos: Pos) -> bool {
        let block = || self.around.key_at(pos).is_some_and(|key| PUBLIC_BLOCKS.contains(&key));
        (&**self.file == SITE_FILE && block()) || self.around.is_public(pos, CANDIDATES)
    }

    /// Whether it is the address at which a candidate is to be written to, beside which stands where it was published.
    fn is_of_office(&self, pos: Pos, hit: &Hit) -> bool {
        let is_address = || self.around.is_below(pos, OFFICE_CONTACT) && self.around.is_below(pos, "email");
        hit.kind == Personal::Email && is_address()
    }

    /// How to correct a text at a place, in the words of its record.
    fn remedy(&self, pos: Pos) -> String {
        let kind = RecordKind::of(self.file);
        let record = match kind.map_or("", RecordKind::called) {
            _ if kind == Some(RecordKind::Ballot) && self.around.key_at(pos) == Some(CANDIDATES) => "the candidate",
            "" => {
                return "delete it; what the campaign says of itself belongs under “contact:”, “complaints:” or “imprint:”"
                    .to_owned();
            }
            called => called,
        };
        format!("delete it; if its owner publishes it for everyone, add “public_contact: true” to {record}")
    }
}
