use std::collections::BTreeSet;
use std::fmt;

use super::refer::instead;
use crate::atoms::PictureName;
use crate::diagnostic::{Code, Diagnostics, FileName, Pos};
use crate::load::{At, Broken, InFile};

/// Judges the fields of one file: gives their values and collects what is wrong with them.
pub(super) struct Judge {
    pub(super) file: FileName,
    pub(super) found: Diagnostics,
    pub(super) broken: Broken,
}

impl Judge {
    pub(super) fn of<T>(in_file: &InFile<T>) -> Self {
        Self { broken: in_file.broken.clone(), ..Self::of_file(in_file.file.clone()) }
    }

    /// A judge of a file that was read whole.
    pub(super) fn of_file(file: FileName) -> Self {
        Self { file, found: Diagnostics::default(), broken: Broken::default() }
    }

    /// Reports something about this file, unless it only follows from what could not be read.
    pub(super) fn report(&mut self, code: Code, pos: Pos, message: impl Into<String>, help: impl Into<String>) {
        let follows = match code {
            // What was put is told by several keys together.
            Code::NoFingerprint | Code::Reworded => self.broken.touches(pos),
            _ => self.broken.is_torn() && may_be_elsewhere(code),
        };
        if follows || pos == Pos::NOWHERE {
            return;
        }
        self.found.push(code, &self.file, pos, message, help);
    }

    /// Whether the group at a place has all that it needs. What has not is judged as far as it goes, and left out.
    pub(super) fn is_whole(&self, group: Pos) -> bool {
        self.broken.is_whole(group)
    }

    /// Keeps the earlier ids of a record, each of which leaves a redirect: another than its present id, and once.
    pub(super) fn former<T: Clone + Ord + fmt::Display>(&mut self, ids: &mut Vec<At<T>>, present: &T) {
        let mut known = BTreeSet::new();
        ids.retain(At::is_read);
        ids.retain(|id| {
            let why = if *present == id.value {
                "is what this is called now, not an earlier id"
            } else if !known.insert(id.value.clone()) {
                "is already among the earlier ids"
            } else {
                return true;
            };
            self.report(Code::DuplicateId, id.pos, format!("“{}” {why}", id.value), "take it out of the earlier ones");
            false
        });
    }

    /// Reports a key that the record beginning at `start` needs.
    pub(super) fn missing(&mut self, key: &str, start: Pos) {
        self.report(
            Code::MissingKey,
            start,
            format!("this record needs the key “{key}”"),
            format!("add “{key}:”; docs/record-format.md says what to write there"),
        );
    }

    /// Whether one of the site's own pictures is there; reported when not.
    pub(super) fn has_picture<'k>(
        &mut self,
        name: &At<PictureName>,
        mut known: impl Iterator<Item = &'k PictureName> + Clone,
    ) -> bool {
        if !name.is_read() || known.clone().any(|known| *known == name.value) {
            return name.is_read();
        }
        let help = instead(name.as_str(), known.by_ref().map(PictureName::as_str), "put the file there");
        let message = format!("there is no file content/pictures/{name}");
        self.report(Code::UnknownReference, name.pos, message, help);
        false
    }

    /// Whether the id of a record is the name of its file or folder; reported when not.
    pub(super) fn id_is<T: AsRef<str>>(&mut self, id: &At<T>, name: &str) -> bool {
        let (pos, id) = (id.pos, id.value.as_ref());
        if id != name {
            let message = format!("the id is “{id}”, but the file or folder is called “{name}”");
            let help = format!(
                "write “id: {name}”; or give the file or folder the name of the id, if nothing has it yet, and keep “{name}” in “former:”"
            );
            self.report(Code::IdMismatch, pos, message, help);
        }
        id == name
    }
}

/// Whether a rule may seem broken only because what it asks for stands where it does not belong.
fn may_be_elsewhere(code: Code) -> bool {
    matches!(
        code,
        Code::MissingKey
            | Code::MissingImprint
            | Code::NoEvidence
            | Code::BareEvidence
            | Code::MixedWithoutWords
            | Code::WrongVersion
            | Code::FoundUnlooked
            | Code::SilenceFromDescription
            | Code::TwoLines
    )
}
